"""The family of a document's children: its tree as a picture, and the same in lists that a template puts into words.

Whom this reader may not know of is in neither, and nothing shows that somebody is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dystori.documents.charted import called, letters
from dystori.editions.readers import age
from dystori.pictures import Measure
from dystori.pictures.diagrams import Couple, Family, Relative, Tie, connected, genogram, sign
from dystori.tree import Drawing

if TYPE_CHECKING:
    from dystori.documents.project import Projection

#: The name by which a template asks for the picture.
FAMILY_TREE: Final = "family-tree"
_TIES: Final[tuple[tuple[str, Tie], ...]] = (
    ("parents", "born"),
    ("adopted_by", "adopted"),
    ("fostered_by", "fostered"),
)


def family(projection: Projection) -> Family:
    """Return those who are tied to the children of a document, as far as this reader may know of them."""
    focus = {str(one) for one in projection.edition.addressee.ids or projection.edition.document.about}
    names = {who: name for who in projection.shown.people if (name := _name(who, projection))}
    people = tuple(_relative(who, name, who in focus, projection) for who, name in names.items())
    if not any(one.focus for one in people):
        return Family((), ())
    couples: dict[tuple[str, ...], list[tuple[str, Tie]]] = {}
    parted: set[tuple[str, ...]] = set()
    for who in names:
        for field, tie in _TIES:
            if partners := tuple(sorted(_ids(projection, who, field) & names.keys())):
                couples.setdefault(partners, []).append((who, tie))
        for field in ("partner_of", "parted_from"):
            for other in sorted(_ids(projection, who, field) & names.keys() - {who}):
                pair = tuple(sorted((who, other)))
                couples.setdefault(pair, [])
                parted |= {pair} if field == "parted_from" else set()
    homes: dict[str, set[str]] = {}
    for who in names:
        if home := (projection.shown.people[who]["kin"] or {}).get("household"):
            homes.setdefault(str(home.value), set()).add(who)
    return connected(
        Family(
            people,
            tuple(Couple(partners, tuple(children), partners in parted) for partners, children in couples.items()),
            tuple(frozenset(home) for home in homes.values() if home & focus),
        )
    )


def drawn_tree(projection: Projection, measure: Measure) -> Drawing | None:
    """Return the family tree, or None where there is nothing to draw."""
    # A pixel is spared on letters, so that six people of one generation keep their names on a line.
    return genogram(family(projection), measure, letters(projection) - 1)


def told(projection: Projection) -> dict[str, Any] | None:
    """Return a family in lists of people, or None where nobody is tied to anybody."""
    found = family(projection)
    if len(found.people) < 2:
        return None
    person = projection.person
    return {
        "children": [
            {"tie": tie, "parents": list(map(person, couple.partners)), "children": list(map(person, children))}
            for couple in found.couples
            for _, tie in _TIES
            if (children := [child for child, how in couple.children if how == tie])
        ],
        "together": [
            list(map(person, one.partners)) for one in found.couples if len(one.partners) > 1 and not one.parted
        ],
        "parted": [list(map(person, one.partners)) for one in found.couples if one.parted],
        "died": [person(one.who) for one in found.people if one.died],
        "unborn": [person(one.who) for one in found.people if one.sign == "triangle"],
        "homes": [[person(one.who) for one in found.people if one.who in home] for home in found.homes],
    }


def _name(who: str, projection: Projection) -> str:
    person = projection.person(who)
    return str(called(person, projection) or "") if person else ""


def _ids(projection: Projection, who: str, field: str) -> set[str]:
    kin = projection.shown.people[who]["kin"] or {}
    return {str(leaf.value) for leaf in kin.get(field) or []}


def _relative(who: str, name: str, focus: bool, projection: Projection) -> Relative:
    shown = projection.shown.people[who]
    kin = shown["kin"] or {}
    years = age(shown["born"].value, projection.edition.document.date) if shown["born"] else 0
    gender, unborn, died = (leaf.value if (leaf := kin.get(field)) else None for field in ("gender", "unborn", "died"))
    role = shown["role"].value if shown["role"] else None
    mark = sign(gender, role, unborn=bool(unborn))
    return Relative(who, name, mark, str(years) if years > 0 else "", bool(died), focus)
