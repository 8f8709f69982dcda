"""Whether what is drawn over a face hides it: arms, hair, things and bubbles, by every point of their lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from dystori.pictures import Described
from dystori.pictures.acts import stance
from dystori.pictures.overhead import Stage
from dystori.pictures.palette import SKIN
from dystori.pictures.shapes import Bounds, Ink, Shape, Window, Words, bounds
from dystori.pictures.units import Spot
from dystori_schemas.scenes import Skin

Point = tuple[float, float]
#: Where somebody's own hand goes to their own face.
_AT_THE_FACE = {"mouth", "cheek", "crown", "ear"}
_STEPS = 12


@pytest.fixture(scope="session")
def hidden() -> Callable[[Described, Stage], list[int]]:
    return _hidden


def _hidden(scene: Described, stage: Stage) -> list[int]:
    """Return the people between whose brows and mouth something is drawn that is not their own."""
    left_to_right = tuple(one.at for one in sorted(stage.spots, key=lambda one: one.head[0]))
    return [
        one.at
        for one in stage.spots
        if not _touches(scene, one.at, left_to_right) and any(_hides(over, one) for over in _over(scene, stage, one))
    ]


def _touches(scene: Described, at: int, left_to_right: tuple[int, ...]) -> bool:
    how = stance(scene, at, left_to_right)
    return bool({*(how.arms or ()), *how.look.arms} & _AT_THE_FACE)


def _over(scene: Described, stage: Stage, one: Spot) -> Iterator[Shape]:
    """Yield what is drawn after somebody's head and is no part of it."""
    left, top, right, low = one.face
    wide, high = right - left, low - top
    skin = SKIN[list(Skin).index(scene.people[one.at].person.skin)]
    near = (left - 0.6 * wide, top - 1.2 * high, right + 0.6 * wide, low + 0.5 * high)
    last = max((at for at, ink in enumerate(stage.shapes) if _is_head(ink, one, skin)), default=len(stage.shapes))
    for ink in stage.shapes[last + 1 :]:
        shape = ink.outline if isinstance(ink, Window) else ink
        if isinstance(shape, Words):
            continue
        a, b, c, d = bounds([shape])
        own = a >= near[0] and b >= near[1] and c <= near[2] and d <= near[3]
        if not own:
            yield shape


def _is_head(ink: Ink, one: Spot, skin: str) -> bool:
    if not isinstance(ink, Shape) or ink.fill != skin:
        return False
    left, _, right, _ = bounds([ink])
    return abs((left + right) / 2 - one.head[0]) < 4 and right - left > 0.8 * (one.face[2] - one.face[0])


def _hides(shape: Shape, one: Spot) -> bool:
    left, top, right, low = one.face
    wide, high = right - left, low - top
    core = (left + 0.2 * wide, top + 0.35 * high, right - 0.2 * wide, low - 0.22 * high)
    if not _meets(bounds([shape]), core):
        return False
    points = list(_points(shape))
    air = shape.width / 2 if shape.stroke else 0.0
    crossed = any(core[0] - air < x < core[2] + air and core[1] - air < y < core[3] + air for x, y in points)
    return crossed or (bool(shape.fill) and _within(points, (core[0] + core[2]) / 2, (core[1] + core[3]) / 2))


def _meets(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _points(shape: Shape) -> Iterator[Point]:
    at = start = (0.0, 0.0)
    for name, numbers in shape.steps:
        if name == "M":
            at = start = (numbers[0], numbers[1])
            yield at
            continue
        ends = [start] if name == "Z" else list(zip(numbers[::2], numbers[1::2], strict=True))
        for step in range(1, _STEPS + 1):
            yield _along([at, *ends], step / _STEPS)
        at = ends[-1]


def _along(points: list[Point], part: float) -> Point:
    while len(points) > 1:
        points = [((1 - part) * a + part * c, (1 - part) * b + part * d) for (a, b), (c, d) in pairwise(points)]
    return points[0]


def _within(outline: list[Point], x: float, y: float) -> bool:
    found = False
    for (a, b), (c, d) in zip(outline, [outline[-1], *outline[:-1]], strict=True):
        if (b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a:
            found = not found
    return found
