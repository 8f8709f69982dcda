"""What of a document is drawn as a picture: a scene, a scale, the Three Houses; known by their model of the format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel

from dystori.documents.charted import drawn_houses, drawn_scale
from dystori.documents.drawn import drawn
from dystori.documents.handiwork import charted
from dystori.pictures import Measure
from dystori.tree import Drawing
from dystori_schemas.common import Picture
from dystori_schemas.direct_work import Charted, ThreeHouses
from dystori_schemas.plans import Scale

if TYPE_CHECKING:
    from dystori.documents.project import Projection

Diagram = Callable[[Mapping[str, Any], "Projection", Measure], Drawing | None]

#: What is drawn of a part of the format, from what a template would get of it.
_DIAGRAMS: Final[Mapping[type[BaseModel], Diagram]] = {Scale: drawn_scale, ThreeHouses: drawn_houses}


def pictured(
    plain: dict[str, Any], shown: Mapping[str, Any], model: type[BaseModel], projection: Projection, measure: Measure
) -> dict[str, Any]:
    """Return a part of a case with the names of the pictures drawn of it; most parts are drawn as nothing."""
    if issubclass(model, Picture) and shown["scene"]:
        return _scene(plain, shown, projection, measure)
    if issubclass(model, Charted):
        projection.drawings.update({made.name: made for made in charted(plain, projection, measure)})
    for one, diagram in _DIAGRAMS.items():
        if issubclass(model, one):
            picture = diagram(plain, projection, measure)
            plain["diagram"] = picture.name if picture else None
            if picture:
                projection.drawings[picture.name] = picture
    return plain


def _scene(plain: dict[str, Any], shown: Mapping[str, Any], projection: Projection, measure: Measure) -> dict[str, Any]:
    """Return a picture whose scene is drawn and, unless the case has fit words for it, told."""
    made = drawn(shown["scene"], projection, measure)
    plain["file"] = plain["scene"] = None
    plain["drawn"] = True
    if made.drawing is not None:
        plain["file"] = made.drawing.name
        projection.drawings[made.drawing.name] = made.drawing
    given = plain["alt"]
    if given is None or given.foreign or made.without_somebody:
        plain["alt"] = made.told
    return plain
