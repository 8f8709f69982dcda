"""Who is whose in a family tree: generations, couples with their children, and in which order all of them stand.

The order is looked for, not reckoned: from a few first orders people change places while fewer lines cross for it.
The search is bounded, and the same family always stands the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, Literal

from dystori.pictures.people import MEN, WOMEN
from dystori_schemas.choices import Gender, Role

Sign = Literal["square", "circle", "diamond", "triangle"]
Tie = Literal["born", "adopted", "fostered"]
#: So many orders are tried at most.
_TRIES: Final = 600


@dataclass(frozen=True)
class Relative:
    """Somebody in a family tree: their sign, their name and age, and whether it is about them."""

    who: str
    label: str = field(repr=False)
    sign: Sign = "diamond"
    age: str = ""
    died: bool = False
    focus: bool = False


@dataclass(frozen=True)
class Couple:
    """One or two people and the children they have had, adopted or fostered; or a couple without any."""

    partners: tuple[str, ...]
    children: tuple[tuple[str, Tie], ...] = ()
    parted: bool = False


@dataclass(frozen=True)
class Family:
    """Everybody in a tree, what ties them, and who lives together."""

    people: tuple[Relative, ...]
    couples: tuple[Couple, ...]
    homes: tuple[frozenset[str], ...] = ()


Rows = tuple[tuple[str, ...], ...]


def sign(gender: Gender | None, role: Role | None, *, unborn: bool) -> Sign:
    """Return the sign of somebody: what they are to the child may tell it."""
    if unborn:
        return "triangle"
    if gender is Gender.FEMALE or (gender is None and role in WOMEN):
        return "circle"
    return "square" if gender is Gender.MALE or (gender is None and role in MEN) else "diamond"


def connected(family: Family) -> Family:
    """Return the part of a family that is tied to those it is about."""
    ties = [{*one.partners, *(child for child, _ in one.children)} for one in family.couples]
    found = {one.who for one in family.people if one.focus}
    while more := {who for tie in ties if tie & found for who in tie} - found:
        found |= more
    couples = tuple(one for one in family.couples if set(one.partners) <= found)
    homes = tuple(home & found for home in family.homes if len(home & found) > 1)
    return Family(tuple(one for one in family.people if one.who in found), couples, homes)


def generations(family: Family) -> dict[str, int]:
    """Return everybody's generation, 0 for the eldest; birth places people before adoption and fostering do."""
    level: dict[str, int] = {}
    for one in sorted(family.people, key=lambda one: not one.focus):
        if one.who in level:
            continue
        level[one.who] = 0
        while step := next(_steps(family, level), None):
            who, at = step
            level[who] = at
    eldest = min(level.values())
    return {who: at - eldest for who, at in level.items()}


def _steps(family: Family, level: dict[str, int]) -> Iterator[tuple[str, int]]:
    """Yield who can be placed next by somebody who is placed already, the surest first."""
    born = [(a, b, 1) for one in family.couples for a in one.partners for b, tie in one.children if tie == "born"]
    mates = [(a, b, 0) for one in family.couples for a, b in combinations(one.partners, 2)]
    others = [(a, b, 1) for one in family.couples for a in one.partners for b, tie in one.children if tie != "born"]
    for upper, lower, step in (*born, *mates, *others):
        if upper in level and lower not in level:
            yield lower, level[upper] + step
        elif lower in level and upper not in level:
            yield upper, level[lower] - step


def ordered(family: Family, faults: Callable[[Rows], tuple[float, ...]]) -> Rows:
    """Return the rows of a tree, the eldest first, in the best order found; ``faults`` are to be as few as can be."""
    level = generations(family)
    count = max(level.values()) + 1
    best: Rows | None = None
    least: tuple[float, ...] = ()
    tries = _TRIES
    known: dict[Rows, tuple[float, ...]] = {}
    for start in _starts(family):
        rows: Rows = tuple(tuple(who for who in start if level[who] == at) for at in range(count))
        now = faults(rows)
        better = True
        while better and now[0] > 0 and tries > 0:
            better = False
            for other in _changed(rows):
                found = known.get(other, ())
                if not found:
                    tries -= 1
                    found = known[other] = faults(other)
                if found < now:
                    rows, now, better = other, found, True
                    break
                if tries <= 0:
                    break
        if best is None or now < least:
            best, least = rows, now
        if least[0] == 0 or tries <= 0:
            break
    assert best is not None
    return best


def _starts(family: Family) -> Iterator[list[str]]:
    """Yield everybody in a few first orders: as couples and children come to be told, and as they are in the case."""
    told: list[str] = []
    waiting = [one.who for one in family.people if one.focus]
    while waiting:
        who = waiting.pop(0)
        if who in told:
            continue
        told.append(who)
        for one in family.couples:
            if who in one.partners:
                waiting[:0] = [*one.partners, *(child for child, _ in one.children)]
            elif any(child == who for child, _ in one.children):
                waiting += one.partners
    given = [one.who for one in family.people]
    told += [who for who in given if who not in told]
    yield from (told, given, told[::-1], given[::-1])


def _changed(rows: Rows) -> Iterator[Rows]:
    """Yield rows in which one person has gone elsewhere in their row, near places first."""
    moves = [
        (abs(to - at), number, at, to)
        for number, row in enumerate(rows)
        for at in range(len(row))
        for to in range(len(row))
        if at != to
    ]
    for _, number, at, to in sorted(moves):
        row = list(rows[number])
        row.insert(to, row.pop(at))
        yield (*rows[:number], tuple(row), *rows[number + 1 :])
