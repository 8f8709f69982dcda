"""The Safety House: the rules on its roof, who is inside and who visits, who stays away, and the path to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from dystori.pictures.diagrams.parts import HIGHEST, LETTERS, WIDE, room
from dystori.pictures.lettering import Measure
from dystori.pictures.palette import GRASS, LEAF, PALE_WOOD, PATH, SKY, STONE, WALL, WHITE, WOOD
from dystori.pictures.scene import drawing
from dystori.pictures.shapes import Ink, box, line, oval, path
from dystori.tree import Drawing

Spot = Literal["rules", "inside", "visits", "outside", "path"]
_EDGE: Final = 6.0
_PEAK, _AIR = 52.0, 9.0
_HALF: Final = WIDE / 2


def safety_house(
    given: Mapping[Spot, tuple[str, tuple[str, ...]]], measure: Measure, letters: float = LETTERS
) -> Drawing | None:
    """Return the house with a heading and words for each of its five places; None where they are too many."""
    widest = {"rules": 440.0, "inside": 310.0, "visits": 246.0, "outside": 246.0, "path": 530.0}
    rooms = {spot: room(*given[spot], letters, widest[spot], measure) for spot in given}
    roof = _PEAK + rooms["rules"].high + _AIR
    inside = max(rooms["inside"].high, 62.0) + 2 * _AIR
    garden = max(rooms["visits"].high, rooms["outside"].high) + 2 * _AIR
    way = rooms["path"].high + 2 * _AIR
    high = roof + inside + garden + way + 26 + 2 * _EDGE
    if high > HIGHEST:
        return None
    eaves = _EDGE + roof
    floor = eaves + inside
    fence = floor + 18
    shapes: list[Ink] = [
        box(_EDGE, floor - 16, WIDE - 2 * _EDGE, garden + 34, GRASS, 14, stroke=""),
        *_tree(36, floor - 16),
        *_tree(566, floor - 16),
        box(70, eaves - 4, 460, inside + 4, WALL),
        *_window(108, eaves + inside / 2),
        *_window(492, eaves + inside / 2),
        _roof(eaves),
        oval(_HALF, _EDGE + 33, 12, 12, WHITE, width=3),
    ]
    shapes += rooms["rules"].at(_HALF, _EDGE + _PEAK)
    shapes += rooms["inside"].at(_HALF, eaves + _AIR)
    shapes += [box(_EDGE, fence, _HALF - _EDGE - 14, garden, WHITE, 14, width=3)]
    shapes += rooms["visits"].at((_EDGE + _HALF - 14) / 2, fence + _AIR)
    shapes += _fenced(_HALF + 14, fence, WIDE - _EDGE - _HALF - 14, garden)
    shapes += rooms["outside"].at((_HALF + 14 + WIDE - _EDGE) / 2, fence + _AIR)
    top = fence + garden + 8
    left, right, low = _EDGE, WIDE - _EDGE, high - _EDGE
    shapes.append(
        path(
            f"M {_HALF - 22} {floor} L {_HALF + 22} {floor} L {_HALF + 13} {top} L {right} {top} "
            f"L {right} {low} L {left} {low} L {left} {top} L {_HALF - 13} {top} Z",
            PATH,
            width=3,
        )
    )
    shapes += rooms["path"].at(_HALF, top + _AIR)
    return drawing(shapes, WIDE, high)


def _roof(eaves: float) -> Ink:
    """Return the roof: steep to where its words begin, and then wide enough for them."""
    shoulder = _EDGE + _PEAK
    d = f"M 42 {eaves} L 62 {shoulder} Q 66 {shoulder - 6} 76 {shoulder - 8} L {_HALF - 12} {_EDGE}"
    return path(
        f"{d} L {_HALF + 12} {_EDGE} L 524 {shoulder - 8} Q 534 {shoulder - 6} 538 {shoulder} L 558 {eaves} Z", STONE
    )


def _window(x: float, y: float) -> list[Ink]:
    return [box(x - 20, y - 22, 40, 40, SKY, 4, width=3), line(f"M {x} {y - 22} L {x} {y + 18}", 2.5)]


def _tree(x: float, foot: float) -> list[Ink]:
    return [box(x - 4, foot - 26, 8, 26, WOOD, width=2.5), oval(x, foot - 44, 21, 26, LEAF, width=3)]


def _fenced(x: float, y: float, wide: float, high: float) -> list[Ink]:
    """Return a ground behind a fence: posts along its upper edge, and a double line all round it."""
    shapes: list[Ink] = [
        box(x, y, wide, high, WHITE, 4, width=3),
        box(x + 5, y + 5, wide - 10, high - 10, "", 2, width=2),
    ]
    count = int(wide // 22)
    for at in range(count):
        middle = x + wide * (at + 0.5) / count
        left, right = middle - 6, middle + 6
        d = f"M {left} {y + 3} L {left} {y - 8} L {middle} {y - 15} L {right} {y - 8} L {right} {y + 3} Z"
        shapes.append(path(d, PALE_WOOD, width=2.5))
    return [*shapes, line(f"M {x} {y - 3} L {x + wide} {y - 3}", 3)]
