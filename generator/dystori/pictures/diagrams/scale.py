"""A scale from 0 to 10: everybody's mark on its line, then and now, and what both ends mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from dystori.pictures.diagrams.parts import FACE, LETTERS, WIDE, Pill, face, pill
from dystori.pictures.lettering import Lettering, Measure, lettered, written
from dystori.pictures.palette import INK, WHITE
from dystori.pictures.people import Person
from dystori.pictures.scene import drawing
from dystori.pictures.shapes import Ink, Words, line, moved, oval, path, placing
from dystori.tree import Drawing

#: Where 0 stands, and how far it is from one number to the next.
_ZERO, _STEP = 46.0, 50.8
_EDGE = 5.0
#: Between the line and the lowest name, and for the arrow of each person who has moved.
_STEM, _LANE = 26.0, 24.0
_DOT: Final = 8.5
_WIDEST_NAME, _WIDEST_END = 164.0, 284.0


@dataclass(frozen=True)
class Mark:
    """One person's mark on one day; ``who`` tells people apart, ``day`` is written out, or nothing."""

    who: str
    person: Person
    label: str = field(repr=False)
    mark: int
    day: str = ""


@dataclass(frozen=True)
class _Flag:
    """A mark with its words: where it points to, and where its middle is."""

    mark: Mark
    words: Pill
    to: float
    x: float
    latest: bool

    @property
    def wide(self) -> float:
        return max(self.words.wide, 2 * FACE if self.latest else 0)

    @property
    def high(self) -> float:
        return self.words.high + (2 * FACE - 4 if self.latest else 0)

    def clear_of(self, other: _Flag) -> bool:
        """Return whether two flags can stand at the same height."""
        return abs(self.x - other.x) >= (self.wide + other.wide) / 2 + 8


def scale(marks: Iterable[Mark], zero: str, ten: str, measure: Measure, letters: float = LETTERS) -> Drawing:
    """Return the line with its marks, the earliest first; somebody's last mark is now, those before were then.

    ``zero`` and ``ten`` say what the ends mean; ``letters`` is the size of the letters in units.
    """
    ordered = tuple(marks)
    latest = {one.who: at for at, one in enumerate(ordered)}
    flags = [
        _flag(one, at == latest[one.who], letters, measure)
        for at, one in sorted(enumerate(ordered), key=lambda each: (each[1].mark, each[0]))
    ]
    rows = _rows(flags)
    moving = [who for who in latest if sum(one.who == who for one in ordered) > 1]
    tops = [-_STEM - _LANE * len(moving)]
    for row in rows:
        tops.append(tops[-1] - max(one.high for one in row) - 8)
    lanes = {who: -_LANE * (at + 1) for at, who in enumerate(moving)}
    shapes = _axis(letters)
    shapes += [
        line(f"M {one.to} {lanes.get(one.mark.who, 0)} L {one.to} {tops[at] - one.words.high / 2}", 2.5)
        for at, row in enumerate(rows)
        for one in row
    ]
    shapes += _moves(flags, lanes)
    for at, row in enumerate(rows):
        for one in row:
            shapes += one.words.at(one.x, tops[at] - one.words.high)
            if one.latest:
                shapes += face(one.mark.person, one.x, tops[at] - one.words.high - FACE + 3)
    words, low = _ends(zero, ten, letters, measure)
    top = -tops[-1] + _EDGE
    return drawing(moved([*shapes, *words], placing(0, top)), WIDE, top + low + _EDGE)


def _x(mark: int) -> float:
    return _ZERO + mark * _STEP


def _flag(mark: Mark, latest: bool, letters: float, measure: Measure) -> _Flag:
    words = pill(f"{mark.label} {mark.mark}", mark.day, letters, _WIDEST_NAME, measure)
    to, half = _x(mark.mark), max(words.wide / 2, FACE) + _EDGE
    return _Flag(mark, words, to, min(max(to, half), WIDE - half), latest)


def _rows(flags: Iterable[_Flag]) -> list[list[_Flag]]:
    """Return flags step by step: each on the lowest where it stands clear of those already there."""
    rows: list[list[_Flag]] = []
    for flag in flags:
        row = next((row for row in rows if all(flag.clear_of(other) for other in row)), None)
        if row is None:
            rows.append(row := [])
        row.append(flag)
    return rows


def _axis(letters: float) -> list[Ink]:
    shapes: list[Ink] = [line(f"M {_x(0)} 0 L {_x(10)} 0", 3.5)]
    for mark in range(11):
        half = 10 if mark in (0, 5, 10) else 6
        shapes.append(line(f"M {_x(mark)} {-half} L {_x(mark)} {half}", 3))
        end = mark in (0, 10)
        shapes.append(Words(_x(mark), 16 + letters, str(mark), letters, letters * 1.2, 600 if end else 500))
    return shapes


def _moves(flags: list[_Flag], lanes: dict[str, float]) -> list[Ink]:
    """Return the dots: hollow for then, full for now, and an arrow from one to the next."""
    arrows: list[Ink] = []
    dots: list[Ink] = []
    for who, y in lanes.items():
        own = [one for one in flags if one.mark.who == who]
        last = next(one for one in own if one.latest)
        dots += [line(f"M {one.to} {y} L {one.to} 0", 2.5) for one in own if one is not last or len(own) == 1 or y]
        for one in own:
            if one is not last and abs(one.to - last.to) > 1:
                arrows += _arrow(one.to, last.to, y)
        dots += [oval(one.to, y, _DOT, fill=WHITE, width=3.5) for one in own if one is not last]
        dots.append(oval(last.to, y, _DOT - 1 if len({one.to for one in own}) > 1 else 4, fill=INK))
    dots += [oval(one.to, 0, _DOT - 1, fill=INK) for one in flags if one.mark.who not in lanes]
    return [*arrows, *dots]


def _arrow(start: float, end: float, y: float) -> list[Ink]:
    way = 1 if end > start else -1
    tip = end - way * (_DOT + 5)
    head = f"M {tip} {y} L {tip - way * 13} {y - 8} L {tip - way * 13} {y + 8} Z"
    return [line(f"M {start} {y} L {tip - way * 6} {y}", 5), path(head, INK, width=2)]


def _ends(zero: str, ten: str, letters: float, measure: Measure) -> tuple[list[Ink], float]:
    """Return what the ends mean, under them, and how low that reaches."""
    shapes: list[Ink] = []
    low = top = 22 + letters
    for words, left in ((zero, True), (ten, False)):
        told: Lettering = lettered(words, letters, _WIDEST_END, measure, air=(0, 6))
        x = _EDGE + told.wide / 2 if left else WIDE - _EDGE - told.wide / 2
        shapes += written(told, x, top, 3)
        low = max(low, top + told.high)
    return shapes, low
