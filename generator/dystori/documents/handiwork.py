"""What a child made with a worker, as diagrams: houses, ties, circles and a story line, with what this reader sees.

A child's own words stand in them, so each is drawn once for every language. What takes more room than a picture has
is left to the template, which prints it in lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from dystori.documents.charted import called, letters
from dystori.documents.drawn import appearance
from dystori.pictures import Measure, Person
from dystori.pictures.diagrams import Around, Happened, Ring, Spot, circles, safety_house, story_line, ties
from dystori.tree import Drawing
from dystori_schemas.direct_work import Bond, Way
from dystori_schemas.scenes import Feeling

if TYPE_CHECKING:
    from dystori.documents.project import Projection

_SPOTS: tuple[Spot, ...] = ("rules", "inside", "visits", "outside", "path")
_RINGS = ("inner", "middle", "outer")


def charted(plain: dict[str, Any], projection: Projection, measure: Measure) -> Iterator[Drawing]:
    """Yield the pictures drawn from direct work; what was drawn gets the name of its picture."""
    size = letters(projection)
    child = _child(plain, projection)
    own = appearance(projection, child["id"]) if child else None

    def words(key: str) -> str:
        return projection.tongue.phrase(key, {}).text

    plain["ties"] = [one for one in plain["ties"] or [] if one["bond"] and _label(one, projection)]
    plain["ties_drawn"] = plain["circles_drawn"] = plain["safety_drawn"] = None
    plain["story_drawn"] = []
    if house := plain["safety_house"]:
        rooms = {one: (words(f"diagram-safety-{one}"), _said(house[one], projection)) for one in _SPOTS}
        if any(said for _, said in rooms.values()) and (made := safety_house(rooms, measure, size)):
            plain["safety_drawn"] = made.name
            yield made
    if plain["ties"] and own and child:
        around = [
            Around(
                _face(one, projection),
                _label(one, projection),
                Bond(one["bond"].id),
                Way(one["help"].id) if one["help"] else None,
            )
            for one in plain["ties"]
        ]
        if made := ties(own, str(child["signs"]), around, measure, size):
            plain["ties_drawn"] = made.name
            yield made
    for ring in _RINGS if plain["circles"] else ():
        plain["circles"][ring] = [one for one in plain["circles"][ring] or [] if _label(one, projection)]
    if (found := plain["circles"]) and own and child:
        rings = [
            Ring(
                words(f"diagram-circle-{ring}"),
                tuple((_face(one, projection), _label(one, projection)) for one in found[ring]),
            )
            for ring in _RINGS
        ]
        if any(one.people for one in rings) and (made := circles(own, str(child["signs"]), rings, measure, size)):
            plain["circles_drawn"] = made.name
            yield made
    yield from _line(plain, own, projection, measure)


def _line(plain: dict[str, Any], own: Person | None, projection: Projection, measure: Measure) -> Iterator[Drawing]:
    moments = plain["story_line"] = [one for one in plain["story_line"] or [] if one["happened"]]
    heads = tuple(projection.tongue.phrase(f"diagram-line-{one}", {}).text for one in ("happened", "felt"))
    given = [
        Happened(
            str(one["on"] or one["when"] or ""),
            str(one["happened"]),
            str(one["felt"] or ""),
            Feeling(one["feels"].id) if one["feels"] else None,
        )
        for one in moments
    ]
    at = 0
    for made, count in story_line(own, given, (heads[0], heads[1]), measure, letters(projection)):
        plain["story_drawn"].append({"picture": made.name, "moments": moments[at : at + count], "number": at})
        at += count
        yield made


def _child(plain: Mapping[str, Any], projection: Projection) -> dict[str, Any] | None:
    """Return the child whose work it is: the one it names, or the only one the document is to or about."""
    if plain.get("child"):
        named: dict[str, Any] = plain["child"]
        return named
    ids = projection.edition.addressee.ids or tuple(map(str, projection.edition.document.about))
    return projection.person(ids[0]) if len(ids) == 1 else None


def _said(all_: Any, projection: Projection) -> tuple[str, ...]:
    return tuple(projection.tongue.phrase("diagram-said", {"words": one.value}).text for one in all_ or [])


def _face(one: Mapping[str, Any], projection: Projection) -> Person | None:
    return appearance(projection, one["who"]["id"]) if one["who"] else None


def _label(one: Mapping[str, Any], projection: Projection) -> str:
    return str((called(one["who"], projection) if one["who"] else one["name"]) or "")
