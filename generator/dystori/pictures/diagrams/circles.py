"""Safety circles: the child in the innermost of three, with those who know; in the next those who know less."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from dystori.pictures.diagrams.parts import HIGHEST, LETTERS, WIDE, Chip, Room, chip, face, pill, room
from dystori.pictures.lettering import Measure
from dystori.pictures.palette import GLOW, SKY, WHITE
from dystori.pictures.people import Person
from dystori.pictures.scene import drawing
from dystori.pictures.shapes import Ink, box
from dystori.tree import Drawing

_EDGE, _APART = 5.0, 10.0
#: How far a circle stands inside the next, and how high its arch is before there is room for words.
_INSET, _ARCH, _FOOT = 16.0, 12.0, 14.0
#: From the innermost; unlike each other in grey as well.
_GROUNDS: Final = (GLOW, SKY, WHITE)
_NAME: Final = 150.0
_CHILD: Final = 40.0


@dataclass(frozen=True)
class Ring:
    """One circle: its heading, and who is in it, with a face or by name."""

    name: str
    people: tuple[tuple[Person | None, str], ...] = field(repr=False)


def circles(
    child: Person, label: str, rings: Sequence[Ring], measure: Measure, letters: float = LETTERS
) -> Drawing | None:
    """Return circles in each other, the innermost first; None where they would be too high for a picture."""
    wide = [WIDE - 2 * _EDGE - 2 * _INSET * (len(rings) - 1 - at) for at in range(len(rings))]
    headings: list[Room] = []
    rows: list[list[list[Chip]]] = []
    for one, across in zip(rings, wide, strict=True):
        headings.append(room(one.name, (), letters, across - 150, measure))
        rows.append(_rows([chip(who, name, letters, _NAME, measure) for who, name in one.people], across - 44))
    mine = pill(label, "", letters, 200, measure)
    middle = 2 * _CHILD + mine.high + 4
    bands = [
        _ARCH + heading.high + sum(max(one.high for one in row) + _APART for row in found) + (_FOOT if not at else 4)
        for at, (heading, found) in enumerate(zip(headings, rows, strict=True))
    ]
    bands[0] += middle
    high = sum(bands) + _INSET * (len(rings) - 1) + 2 * _EDGE
    if high > HIGHEST:
        return None
    shapes: list[Ink] = []
    top = _EDGE
    for at in range(len(rings) - 1, -1, -1):
        left = (WIDE - wide[at]) / 2
        low = high - _EDGE - _INSET * (len(rings) - 1 - at)
        shapes.append(box(left, top, wide[at], low - top, _GROUNDS[at % 3], 70, width=3.5))
        below = top + _ARCH
        shapes += headings[at].at(WIDE / 2, below)
        below += headings[at].high
        if not at:
            shapes += face(child, WIDE / 2, below + _CHILD + 2, _CHILD)
            shapes += mine.at(WIDE / 2, below + 2 * _CHILD)
            below += middle
        for row in rows[at]:
            tall = max(one.high for one in row)
            x = (WIDE - sum(one.wide + _APART for one in row) + _APART) / 2
            for who in row:
                shapes += who.at(x, below + (tall - who.high) / 2)
                x += who.wide + _APART
            below += tall + _APART
        top += bands[at]
    return drawing(shapes, WIDE, high)


def _rows(chips: Sequence[Chip], across: float) -> list[list[Chip]]:
    rows: list[list[Chip]] = []
    for one in chips:
        if rows and sum(other.wide + _APART for other in rows[-1]) + one.wide <= across:
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows
