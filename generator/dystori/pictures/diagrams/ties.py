"""Who is around a child, and what the tie to each is like: a map that black and white print keeps apart.

A strong tie is a thick line, a thin one dashes, a hard one a zigzag, a broken one a line with a gap and two strokes;
help goes the way of the arrows.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from dystori.pictures.diagrams.parts import HIGHEST, LETTERS, WIDE, Chip, chip, face, pill
from dystori.pictures.lettering import Measure
from dystori.pictures.palette import GLOW, INK
from dystori.pictures.people import Person
from dystori.pictures.scene import drawing
from dystori.pictures.shapes import Ink, line, oval, path
from dystori.tree import Drawing
from dystori_schemas.direct_work import Bond, Way

Point = tuple[float, float]
_EDGE, _APART = 6.0, 12.0
#: The round of the child in the middle, and the widest name beside a face and alone.
_ROUND: Final = 44.0
_NAME, _NAME_ALONE = 122.0, 172.0
_TIP: Final = 17.0


@dataclass(frozen=True)
class Around:
    """Somebody around the child: their face where they are of the case, their name, and the tie."""

    person: Person | None
    label: str = field(repr=False)
    bond: Bond = Bond.STRONG
    help: Way | None = None


def ties(
    child: Person, label: str, around: Sequence[Around], measure: Measure, letters: float = LETTERS
) -> Drawing | None:
    """Return the child in the middle of those around them; None where their names take more room than there is."""
    chips = [chip(one.person, one.label, letters, _NAME if one.person else _NAME_ALONE, measure, 27) for one in around]
    half = (len(chips) + 1) // 2
    # In the order of the case: down the left side, then down the right one.
    sides = (list(enumerate(chips))[:half], list(enumerate(chips))[half:])
    name = pill(label, "", letters, 190, measure)
    middle_high = 2 * _ROUND + name.high
    high = max(middle_high, *(sum(one.high + _APART for _, one in side) - _APART for side in sides)) + 2 * _EDGE
    if high > HIGHEST:
        return None
    centre = (WIDE / 2, high / 2 - name.high / 2)
    lines: list[Ink] = []
    shapes: list[Ink] = []
    for left, side in zip((True, False), sides, strict=True):
        air = (high - 2 * _EDGE - sum(one.high for _, one in side)) / (len(side) + 1)
        top = _EDGE + air
        for at, one in side:
            x = _EDGE if left else WIDE - _EDGE - one.wide
            shapes += one.at(x, top, mirrored=left)
            lines += _tie(around[at], _start(one, x, top, left=left), centre)
            top += one.high + air
    shapes = [
        *lines,
        oval(*centre, _ROUND + 5, fill=GLOW, width=3),
        *face(child, *centre, _ROUND),
        *name.at(centre[0], centre[1] + _ROUND - 2),
        *shapes,
    ]
    return drawing(shapes, WIDE, high)


def _start(one: Chip, x: float, top: float, *, left: bool) -> Point:
    """Return where the line to somebody begins: the side of their chip that looks to the child."""
    return (x + one.wide + 3 if left else x - 3, top + one.high / 2)


def _tie(one: Around, start: Point, centre: Point) -> list[Ink]:
    long = math.dist(start, centre) - _ROUND - 9
    dx, dy = ((centre[at] - start[at]) / math.dist(start, centre) for at in (0, 1))

    def put(along: float, aside: float = 0.0) -> str:
        return f"{start[0] + dx * along - dy * aside:.2f} {start[1] + dy * along + dx * aside:.2f}"

    begins = _TIP if one.help in (Way.FROM_CHILD, Way.BOTH) else 0.0
    ends = long - (_TIP if one.help in (Way.TO_CHILD, Way.BOTH) else 0.0)
    shapes: list[Ink] = []
    match one.bond:
        case Bond.STRONG:
            shapes.append(line(f"M {put(begins)} L {put(ends)}", 9))
        case Bond.THIN:
            steps = max(2, round((ends - begins) / 15))
            step = (ends - begins) / (steps - 0.45)
            for at in range(steps):
                near = begins + at * step
                shapes.append(line(f"M {put(near)} L {put(near + step * 0.55)}", 2.6))
        case Bond.HARD:
            steps = max(4, round((ends - begins) / 9))
            points = [
                put(begins + (ends - begins) * at / steps, 0 if at in (0, steps) else 8 if at % 2 else -8)
                for at in range(steps + 1)
            ]
            shapes.append(line("M " + " L ".join(points), 3))
        case Bond.BROKEN:
            middle = (begins + ends) / 2
            shapes += [line(f"M {put(begins)} L {put(middle - 9)} M {put(middle + 9)} L {put(ends)}", 3)]
            for end in (middle - 9, middle + 9):
                shapes.append(line(f"M {put(end - 4, -11)} L {put(end + 4, 11)}", 4))
    if begins:
        shapes.append(path(f"M {put(0)} L {put(_TIP, 9)} L {put(_TIP, -9)} Z", INK, width=2))
    if ends < long:
        shapes.append(path(f"M {put(long)} L {put(long - _TIP, 9)} L {put(long - _TIP, -9)} Z", INK, width=2))
    return shapes
