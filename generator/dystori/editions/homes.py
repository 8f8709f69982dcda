"""Two homes: whoever lives in two gets a copy for each, and neither holds the other's address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dystori.editions.choose import Edition
from dystori.editions.eye import Eye, Leaf
from dystori.editions.withhold import Path, places
from dystori.words.folding import folded
from dystori_schemas.people import Home, Person


def in_one_home(edition: Edition, people: dict[str, dict[str, Any]], eye: Eye) -> None:
    """Leave each person the address this copy bears; every other home that is not its reader's is kept back.

    ``people`` is what the reader sees of the people of the case. The file keeps everything.
    """
    if edition.reader.kind == "file":
        return
    closed = frozenset(_kept_from_anybody(edition))
    secret: set[str] = set()
    for key, person in edition.case.file.people.items():
        seen, bears = people[str(key)], _bears(edition, str(key), person)
        for number, home in enumerate(person.homes, start=1):
            path: Path = ("people", str(key), "homes", number - 1)
            lines = [Leaf((*path, "address", at), line) for at, line in enumerate(home.address)]
            if number == bears and path not in closed and seen is not None and not eye.hidden.covers(path):
                seen["address"] = lines
            elif path in closed or not _knows(edition, home):
                tells = list(_tells(lines))
                eye.secrets.extend(tells)
                secret |= {folded(str(leaf.value)) for leaf in tells}
        if seen is not None:
            seen["homes"] = []
    for name, person in edition.case.file.people.items():
        # The other home is, as a rule, somebody's own address too.
        seen = people[str(name)]
        if seen is not None and name != edition.reader.id and person.address:
            there = {folded(str(leaf.value)) for leaf in seen["address"]}
            seen["address"] = [] if there & secret else seen["address"]


def _bears(edition: Edition, key: str, person: Person) -> int:
    """Return the number of the home of somebody's whose address a copy bears; 0 for none.

    A reader's own copy bears that of the home it goes to; a child's letter that goes to somebody else, that of the
    home they live in together.
    """
    if key == edition.reader.id:
        return edition.home
    if key not in edition.addressee.ids or not edition.reader.id:
        return 0
    shared = (number for number, home in enumerate(person.homes, start=1) if edition.reader.id in home.with_)
    return next(shared, 0)


def _knows(edition: Edition, home: Home) -> bool:
    """Return whether an address is no secret in a copy: those who live there know it, and so do practitioners."""
    return edition.reader.kind == "practitioner" or edition.reader.id in home.with_


def _tells(lines: list[Leaf]) -> Iterator[Leaf]:
    """Yield the lines that say which house it is: the first, and those with figures. A town alone is no secret."""
    for at, leaf in enumerate(lines):
        if at == 0 or any(letter.isdigit() for letter in str(leaf.value)):
            yield leaf


def _kept_from_anybody(edition: Edition) -> Iterator[Path]:
    """Yield the homes whose address is kept from somebody: on letters, which are left lying about, it is not at all."""
    named = {path for item in edition.case.file.withheld if item.item for path in places(edition.case, item.item)}
    for key, person in edition.case.file.people.items():
        for number in range(len(person.homes)):
            path: Path = ("people", str(key), "homes", number)
            if any(path[: len(one)] == one or one[:4] == path for one in named):
                yield path
