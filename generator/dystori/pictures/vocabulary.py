"""Every closed list that a picture is described with, by the field it stands in, in the order of the sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dystori_schemas.choices import Choice
from dystori_schemas.scenes import (
    Aid,
    Beard,
    Build,
    Cloth,
    Doing,
    Feeling,
    Hair,
    HairColour,
    Happening,
    Headwear,
    Held,
    Outfit,
    Pattern,
    Place,
    Skin,
    Somebody,
    Stature,
    Thing,
    Wear,
)

VOCABULARY: Final[Mapping[str, type[Choice]]] = {
    "feels": Feeling,
    "place": Place,
    "happens": Happening,
    "does": Doing,
    "things": Thing,
    "holding": Held,
    "other": Somebody,
    "age": Stature,
    "hair": Hair,
    "hair_colour": HairColour,
    "skin": Skin,
    "build": Build,
    "headwear": Headwear,
    "beard": Beard,
    "aid": Aid,
    "top": Cloth,
    "pattern": Pattern,
    "wears": Wear,
    "dressed_as": Outfit,
}
