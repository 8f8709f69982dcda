"""A story line: down its middle the days, to the left what happened, to the right what it was like for the child."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from dystori.pictures.diagrams.parts import FACE, HIGHEST, LETTERS, WIDE, Pill, face, pill, room
from dystori.pictures.feelings import FEELINGS
from dystori.pictures.lettering import Lettering, Measure, lettered, written
from dystori.pictures.palette import GLOW, INK, WHITE
from dystori.pictures.people import Person
from dystori.pictures.scene import drawing
from dystori.pictures.shapes import Ink, box, line, oval, path
from dystori.tree import Drawing
from dystori_schemas.scenes import Feeling

_EDGE, _APART, _WALL = 6.0, 14.0, 11.0
#: How wide the middle is, with its line and faces, and half of a face in it.
_MIDDLE: Final = 84.0
_SIDE: Final = (WIDE - 2 * _EDGE - _MIDDLE) / 2
#: So many moments stand in one picture at most: pages break between pictures, and two languages break alike.
_MOST: Final = 3


@dataclass(frozen=True)
class Happened:
    """One moment: when, what happened, what it was like, and the face of it."""

    day: str
    what: str = field(repr=False)
    felt: str = field(default="", repr=False)
    feels: Feeling | None = None


@dataclass(frozen=True)
class _Row:
    given: Happened
    day: Pill | None
    what: Lettering
    felt: Lettering

    @property
    def high(self) -> float:
        return max(self.what.high, self.felt.high, 2 * FACE + 6) + (self.day.high + 4 if self.day else 0) + _APART


def story_line(
    child: Person | None,
    moments: Sequence[Happened],
    heads: tuple[str, str],
    measure: Measure,
    letters: float = LETTERS,
) -> list[tuple[Drawing, int]]:
    """Return the line in as many pictures as it needs, each with how many moments it shows.

    ``heads`` stand over what happened and over what it was like. A moment that alone is too long for a picture makes
    the list empty.
    """
    rows = [_row(one, measure, letters) for one in moments]
    names = [room(one, (), letters, _SIDE - 2 * _WALL, measure) for one in heads]
    head = max(one.high for one in names) + _EDGE + 4
    if any(head + row.high + 2 * _EDGE > HIGHEST for row in rows):
        return []
    made = []
    for piece in _pieces(rows, HIGHEST - head - 2 * _EDGE):
        high = head + sum(row.high for row in piece) + _EDGE
        last = piece[-1] is rows[-1]
        shapes: list[Ink] = [
            *names[0].at(_EDGE + _SIDE / 2, _EDGE),
            *names[1].at(WIDE - _EDGE - _SIDE / 2, _EDGE),
            line(f"M {WIDE / 2} {head} L {WIDE / 2} {high - (_EDGE + 12 if last else 12)}", 5),
        ]
        shapes.append(_end(high, last=last))
        top = head
        for row in piece:
            shapes += _moment(row, child, top)
            top += row.high
        made.append((drawing(shapes, WIDE, high), len(piece)))
    return made


def _pieces(rows: Sequence[_Row], room_: float) -> Iterator[list[_Row]]:
    piece: list[_Row] = []
    # As many in each picture as in the next.
    most = math.ceil(len(rows) / math.ceil(len(rows) / _MOST)) if rows else 0
    for row in rows:
        if len(piece) == most:
            yield piece
            piece = []
        if piece and sum(one.high for one in piece) + row.high > room_:
            yield piece
            piece = []
        piece.append(row)
    if piece:
        yield piece


def _row(one: Happened, measure: Measure, letters: float) -> _Row:
    what, felt = (
        lettered(words, letters, _SIDE - 2 * _WALL, measure, air=(0, 2 * _WALL - 4)) for words in (one.what, one.felt)
    )
    return _Row(one, pill(one.day, "", letters, WIDE - 60, measure) if one.day else None, what, felt)


def _end(high: float, *, last: bool) -> Ink:
    """Return the tip of the line: an arrow into what is still to come, or on to the next picture."""
    x, y = WIDE / 2, high - 4
    if not last:
        return line(f"M {x} {y - 4} L {x} {y}", 5)
    return path(f"M {x} {y} L {x - 10} {y - 16} L {x + 10} {y - 16} Z", INK, width=2)


def _moment(row: _Row, child: Person | None, top: float) -> list[Ink]:
    shapes: list[Ink] = []
    if row.day:
        shapes += row.day.at(WIDE / 2, top)
        top += row.day.high + 4
    high = max(row.what.high, row.felt.high, 2 * FACE + 6)
    left, right = _EDGE, WIDE - _EDGE - _SIDE
    shapes.append(box(left, top, _SIDE, high, WHITE, 6, width=2.5))
    shapes += written(row.what, left + _SIDE / 2, top + (high - row.what.high) / 2, _WALL - 2)
    if row.felt.lines:
        shapes.append(box(right, top, _SIDE, high, GLOW, 22, width=2.5))
        shapes += written(row.felt, right + _SIDE / 2, top + (high - row.felt.high) / 2, _WALL - 2)
    middle = top + high / 2
    if row.given.feels and child:
        shapes += face(child, WIDE / 2, middle, FACE + 4, FEELINGS[row.given.feels])
    else:
        shapes.append(oval(WIDE / 2, middle, 8, fill=INK))
    return shapes
