"""Three Houses: what a child put into each, in rooms that grow with their words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from dystori.pictures.diagrams.parts import LETTERS, WIDE
from dystori.pictures.lettering import Lettering, Measure, lettered, written
from dystori.pictures.palette import GLOW, GOLD, HEART, SKY, STONE, WATER, WHITE
from dystori.pictures.scene import drawing
from dystori.pictures.shapes import Ink, Words, box, line, oval, path
from dystori.tree import Drawing

Sort = Literal["worries", "good", "dreams"]
_EDGE: Final = 6.0
#: From one house to the next, and from a wall to the words.
_APART, _WALL = 12.0, 14.0
_ROOF: Final = 74.0
#: A higher picture would not print at the width of a column: then the houses stand one under the other.
_HIGHEST: Final = 500.0
_ROOFS: Final = {"worries": STONE, "good": GOLD, "dreams": SKY}


@dataclass(frozen=True)
class House:
    """A house, its name, and the words in it."""

    sort: Sort
    name: str
    words: tuple[str, ...] = field(repr=False)


def houses(given: Sequence[House], measure: Measure, letters: float = LETTERS) -> Drawing | None:
    """Return houses side by side, or one under the other; None where their words are too many for a picture."""
    wide = (WIDE - 2 * _EDGE - _APART * (len(given) - 1)) / len(given)
    rooms = [_room(one, wide, letters, measure) for one in given]
    high = max(_height(room) for room in rooms) + _ROOF
    longest = max(measure(word) for one in given for words in (one.name, *one.words) for word in words.split())
    if high <= _HIGHEST and longest * letters * 1.05 <= wide - 2 * _WALL:
        shapes: list[Ink] = []
        for at, (one, room) in enumerate(zip(given, rooms, strict=True)):
            shapes += _house(one, room, (_EDGE + at * (wide + _APART), _EDGE, wide, high))
        return drawing(shapes, WIDE, high + 2 * _EDGE)
    return _stacked(given, measure, letters)


def _stacked(given: Sequence[House], measure: Measure, letters: float) -> Drawing | None:
    wide, top = WIDE - 2 * _EDGE, _EDGE
    shapes: list[Ink] = []
    for one in given:
        room = _room(one, wide, letters, measure)
        high = _height(room) + _ROOF
        shapes += _house(one, room, (_EDGE, top, wide, high))
        top += high + _APART
    return drawing(shapes, WIDE, top - _APART + _EDGE) if top <= _HIGHEST else None


def _room(one: House, wide: float, letters: float, measure: Measure) -> list[Lettering]:
    """Return the name of a house and what is in it, in lines."""
    return [lettered(words, letters, wide - 2 * _WALL, measure, air=(0, 12)) for words in (one.name, *one.words)]


def _height(room: Sequence[Lettering]) -> float:
    return sum(one.high for one in room) + 18


def _house(one: House, room: Sequence[Lettering], corner: tuple[float, float, float, float]) -> list[Ink]:
    x, y, wide, high = corner
    middle, eaves = x + wide / 2, y + _ROOF
    roof = f"M {x} {eaves} L {middle - 14} {y} L {middle + 14} {y} L {x + wide} {eaves} Z"
    shapes: list[Ink] = [
        box(x + 5, eaves - 2, wide - 10, y + high - eaves, WHITE),
        path(roof, _ROOFS[one.sort]),
        *_sign(one.sort, middle, y + 44),
    ]
    top = eaves + 6
    for at, words in enumerate(room):
        shapes += [
            replace(each, weight=500 if at else 600)
            for each in written(words, middle, top, 4)
            if isinstance(each, Words)
        ]
        top += words.high
        if not at:
            shapes.append(line(f"M {x + 22} {top - 1} L {x + wide - 22} {top - 1}", 2))
            top += 4
    return shapes


def _sign(sort: Sort, x: float, y: float) -> list[Ink]:
    """Return what tells a house from the others without words: a rain cloud, a heart, a star."""
    if sort == "worries":
        drops = [oval(x + at, y + 19, 2.6, 4.4, WATER, width=2) for at in (-11, 0, 11)]
        d = f"M {x - 19} {y + 9} C {x - 31} {y + 9} {x - 29} {y - 8} {x - 17} {y - 7}"
        d += f" C {x - 14} {y - 20} {x + 7} {y - 20} {x + 10} {y - 9}"
        d += f" C {x + 26} {y - 12} {x + 30} {y + 9} {x + 17} {y + 9} Z"
        return [path(d, WHITE, width=3), *drops]
    if sort == "good":
        d = f"M {x} {y + 16} C {x - 34} {y - 6} {x - 12} {y - 28} {x} {y - 9} C {x + 12} {y - 28} {x + 34} {y - 6}"
        return [path(f"{d} {x} {y + 16} Z", HEART, width=3)]
    points = [
        (x + r * math.sin(math.pi * at / 5), y - r * math.cos(math.pi * at / 5)) for at, r in enumerate((20.0, 8.5) * 5)
    ]
    return [path("M " + " L ".join(f"{a:.2f} {b:.2f}" for a, b in points) + " Z", GLOW, width=3)]
