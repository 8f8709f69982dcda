"""One house, one telephone: what is kept back of somebody is kept back of whoever has the same, and typed it again.

A mother's address is her children's too. Kept from their father as hers, it may not stand in his copy as theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from dystori.editions.choose import Edition
from dystori.editions.withhold import Hidden
from dystori.words.folding import folded
from dystori_schemas.people import Person


def kept_addresses(edition: Edition, people: dict[str, dict[str, Any]]) -> frozenset[str]:
    """Return whose address is kept from anybody, and who is shown living there: it is on no letter at all."""
    named: set[str] = set()
    kept: set[str] = set()
    for path in (str(item.item).split(".") for item in edition.case.file.withheld if item.item):
        whose = path[1] if path[0] == "people" else path[0] if len(path) == 1 else ""
        person = edition.case.file.people.get(whose)  # type: ignore[call-overload]
        if person is not None and path[2:3] in ([], ["address"]):
            named.add(whose)
            kept |= _houses(_addresses(person))
    shown = {key: [str(leaf.value) for leaf in person["address"]] for key, person in people.items() if person}
    return frozenset(named | {key for key, lines in shown.items() if kept & _houses([lines])})


def without_the_same(hidden: Hidden, edition: Edition, people: dict[str, dict[str, Any]]) -> None:
    """Take from everybody a telephone number or e-mail address that is kept from this reader as somebody else's."""
    for name in ("phone", "email"):
        every = {str(key): getattr(person, name) for key, person in edition.case.file.people.items()}
        kept = {_bare(held) for key, held in every.items() if held and hidden.covers(("people", key, name))}
        for person in people.values():
            if person and person[name] and _bare(person[name].value) in kept:
                person[name] = None


def _addresses(person: Person) -> Iterator[list[str]]:
    yield [*map(str, person.address)]
    yield from ([*map(str, home.address)] for home in person.homes)


def _houses(addresses: Iterable[list[str]]) -> set[str]:
    """Return what of addresses says which house it is: how they begin, and what has figures. A town alone does not.

    An address may be typed on one line or on several, and the number of a house on a line of its own.
    """
    found: set[str] = set()
    for lines in addresses:
        pieces = [piece for line in lines for piece in line.split(",") if piece.strip()]
        joined = re.sub(r"(?m)^\s*(\d+\w?)\s*\n", r"\1 ", "\n".join(pieces)).split("\n")
        telling = (piece for at, piece in enumerate(joined) if at == 0 or re.search(r"\d", piece))
        found |= {folded(piece) for piece in telling} - {""}
    return found


def _bare(number: str) -> str:
    """Return a number as it is dialled here, whatever its blanks; an e-mail address without case."""
    return re.sub(r"[\s().-]", "", re.sub(r"^\+44\W*0?", "0", str(number))).casefold()
