"""How the languages of a document stand to each other on its pages."""

from __future__ import annotations

from typing import Final

from dystori.editions import Edition
from dystori.tree import Arrangement
from dystori_schemas.choices import Presentation, Stage

#: The arrangements in which each block of a language stands by its twin.
SIDE_BY_SIDE: Final = ("columns", "blocks", "facing")


def arrangement(edition: Edition) -> Arrangement:
    """Return the arrangement of a document: that of its part, or another that its reader needs."""
    if len(edition.languages) == 1:
        return "one"
    part = edition.part
    early = edition.addressee.stage is Stage.EARLY
    wanted = part.both_early if early and part.both_early else part.both
    # Two columns of large print would hold some twenty letters a line.
    large = edition.reader.presentation is Presentation.LARGE
    return "back-to-back" if large and wanted != "facing" else wanted


def shares_pictures(edition: Edition) -> bool:
    """Return whether a picture prints once for both languages of a document, so that it must speak both."""
    return arrangement(edition) in ("columns", "blocks")
