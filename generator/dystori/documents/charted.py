"""Diagrams of a document, drawn from what its reader is shown: who or what was removed is in none of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from dystori.documents.drawn import appearance, is_large
from dystori.pictures import Described, Measure, Someone, draw
from dystori.pictures.diagrams import LARGE_LETTERS, LETTERS, House, Mark, Sort, houses, scale
from dystori.tree import Drawing
from dystori_schemas.scenes import Happening

if TYPE_CHECKING:
    from dystori.documents.project import Projection

#: The name by which a template asks for the picture of a child's helpers.
AROUND_ME: Final = "around-me"
#: So many marks have room for their dates where nobody has moved.
_DATED: Final = 2
#: Fewer people are no circle round a child, and more have no room for their names.
_FEWEST, _MOST = 2, 7


def letters(projection: Projection) -> float:
    """Return the size of the letters of a diagram in units: larger for a reader of large print."""
    return LARGE_LETTERS if is_large(projection) else LETTERS


def drawn_scale(plain: Mapping[str, Any], projection: Projection, measure: Measure) -> Drawing | None:
    """Return a scale with the marks this reader sees; None where no mark or no end of it is left."""
    given = [one for one in plain["marks"] or [] if one["by"] and one["mark"] and one["by"]["called"]]
    if not (given and plain["zero"] and plain["ten"]):
        return None
    moved = len({one["by"]["id"] for one in given}) < len(given)
    dated = moved or len(given) <= _DATED
    marks = (
        Mark(
            one["by"]["id"],
            appearance(projection, one["by"]["id"]),
            str(called(one["by"], projection)),
            int(one["mark"].text),
            str(one["on"]) if dated and one["on"] else "",
        )
        for one in given
    )
    return scale(marks, str(plain["zero"]), str(plain["ten"]), measure, letters(projection))


def drawn_houses(plain: Mapping[str, Any], projection: Projection, measure: Measure) -> Drawing | None:
    """Return the Three Houses with what this reader sees of them; None where nothing is left or it is too much."""
    sorts: tuple[Sort, ...] = ("worries", "good", "dreams")
    given = tuple(
        House(
            sort,
            projection.tongue.phrase(f"diagram-house-{sort}", {}).text,
            tuple(projection.tongue.phrase("diagram-said", {"words": words.value}).text for words in plain[sort]),
        )
        for sort in sorts
    )
    return houses(given, measure, letters(projection)) if any(one.words for one in given) else None


def drawn_network(projection: Projection, measure: Measure) -> Drawing | None:
    """Return a child in the middle of those who help; None for several children, or where nobody is left."""
    helpers = around(projection)
    if not helpers:
        return None
    child = projection.edition.addressee.ids[0]
    people = [projection.person(who) for who in (child, *helpers)]
    faces = tuple(
        Someone(appearance(projection, one["id"]), str(one["signs"] if one["id"] == child else one["called"]))
        for one in people
        if one
    )
    return draw(Described(faces, happens=Happening.AROUND_ME, large=is_large(projection)), measure)


def around(projection: Projection) -> list[str]:
    """Return who stands around a child: the helpers of the document who are people this reader may know of."""
    own = projection.edition.addressee.ids
    network = projection.shown.document.get("network") or []
    if len(own) != 1 or not projection.person(own[0]):
        return []
    meant = [one for one in network if not one["child"] or str(one["child"].value) == own[0]]
    ids = dict.fromkeys(str(one["who"].value) for one in meant if one["who"])
    found = [who for who in ids if who != own[0] and (person := projection.person(who)) and person["called"]]
    return found if _FEWEST <= len(found) <= _MOST else []


def called(person: Mapping[str, Any], projection: Projection) -> Any:
    """Return the name under somebody's face: the child's word for them, or on the file the name they use."""
    return person["called"] if projection.edition.addressee.ids else person["signs"]
