"""Flat shapes that a picture is made of: paths of straight lines and curves, words, and what stands in a window.

Paths hold only M, L, C, Q and Z with absolute numbers, so that every shape can be moved, turned, mirrored and
measured here, and every reader of SVG draws it alike. Units are those of the stage; y grows downwards.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dystori.pictures.palette import INK, LINE

#: A point of a path, or several: x and y by turns.
Numbers = tuple[float, ...]
Steps = tuple[tuple[str, Numbers], ...]
#: Left, top, right, bottom.
Bounds = tuple[float, float, float, float]
#: x' = a·x + c·y + e, y' = b·x + d·y + f.
Affine = tuple[float, float, float, float, float, float]

_STEP = re.compile(r"([MLCQZ])([^MLCQZ]*)")
#: How far the handles of a curve reach that stands for a quarter of a circle.
_ROUND = 0.5523


@dataclass(frozen=True, slots=True)
class Shape:
    """One path: filled, outlined or both. Colours are ``#RRGGBB``, empty for none."""

    steps: Steps
    fill: str = ""
    stroke: str = INK
    width: float = LINE
    blunt: bool = False
    holed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words, centred on x; ``wide`` is its width as it was measured."""

    x: float
    y: float
    text: str
    size: float
    wide: float
    weight: int = 500


@dataclass(frozen=True, slots=True)
class Window:
    """Shapes of which only what lies within an outline is seen."""

    outline: Shape
    shapes: tuple[Ink, ...]


Ink = Shape | Words | Window
Drawn = tuple[Ink, ...]


@lru_cache(maxsize=4096)
def steps(d: str) -> Steps:
    """Return the steps of a path written as text."""
    return tuple((name, tuple(map(float, rest.replace(",", " ").split()))) for name, rest in _STEP.findall(d))


def path(
    d: str, fill: str = "", stroke: str = INK, width: float = LINE, *, blunt: bool = False, holed: bool = False
) -> Shape:
    """Return a shape from the text of its path; ``fill`` and ``stroke`` are colours, empty for none."""
    return Shape(steps(d), fill, stroke, width, blunt, holed)


def line(d: str, width: float = LINE, stroke: str = INK) -> Shape:
    """Return a path that is a line and no more."""
    return Shape(steps(d), "", stroke, width)


def oval(  # noqa: PLR0917  as SVG orders them
    x: float, y: float, across: float, up: float = 0.0, fill: str = "", stroke: str = INK, width: float = LINE
) -> Shape:
    """Return an ellipse by its middle and its two radii (one where it is a circle)."""
    up = up or across
    a, b = across * _ROUND, up * _ROUND
    made: Steps = (
        ("M", (x, y - up)),
        ("C", (x + a, y - up, x + across, y - b, x + across, y)),
        ("C", (x + across, y + b, x + a, y + up, x, y + up)),
        ("C", (x - a, y + up, x - across, y + b, x - across, y)),
        ("C", (x - across, y - b, x - a, y - up, x, y - up)),
        ("Z", ()),
    )
    return Shape(made, fill, stroke, width)


def box(  # noqa: PLR0917  as SVG orders them
    x: float, y: float, wide: float, high: float, fill: str, corner: float = 0.0, stroke: str = INK, width: float = LINE
) -> Shape:
    """Return a rectangle by its upper left corner; ``corner`` is the radius of its corners."""
    right, low, k = x + wide, y + high, min(corner, wide / 2, high / 2)
    if not k:
        square: Steps = (("M", (x, y)), ("L", (right, y)), ("L", (right, low)), ("L", (x, low)), ("Z", ()))
        return Shape(square, fill, stroke, width)
    made: Steps = (
        ("M", (x + k, y)),
        ("L", (right - k, y)),
        ("Q", (right, y, right, y + k)),
        ("L", (right, low - k)),
        ("Q", (right, low, right - k, low)),
        ("L", (x + k, low)),
        ("Q", (x, low, x, low - k)),
        ("L", (x, y + k)),
        ("Q", (x, y, x + k, y)),
        ("Z", ()),
    )
    return Shape(made, fill, stroke, width)


def limb(points: Sequence[tuple[float, float]], thick: float, fill: str) -> list[Shape]:
    """Return an arm or leg: one curve drawn twice, in ink and then narrower in colour.

    ``points`` are the start, the point the curve is pulled to, and the end.
    """
    (a, b), (c, d), (e, f) = points
    curve: Steps = (("M", (a, b)), ("Q", (c, d, e, f)))
    return [Shape(curve, "", INK, thick + 7.2), Shape(curve, "", fill, thick - 0.8)]


def placing(
    x: float = 0, y: float = 0, scale: float = 1, turn: float = 0, pivot: tuple[float, float] = (0, 0)
) -> Affine:
    """Return what scales a drawing, turns it by degrees about a point of its own, and moves it."""
    angle = math.radians(turn)
    cos, sin = math.cos(angle), math.sin(angle)
    px, py = pivot
    ex, ey = px - cos * px + sin * py, py - sin * px - cos * py
    return (cos * scale, sin * scale, -sin * scale, cos * scale, ex * scale + x, ey * scale + y)


def put(point: tuple[float, float], how: Affine) -> tuple[float, float]:
    """Return where a point goes."""
    a, b, c, d, e, f = how
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def moved(shapes: Iterable[Ink], how: Affine) -> list[Ink]:
    """Return shapes at another place; lines grow and shrink with their shapes, and words stay upright."""
    return [_moved(one, how, math.sqrt(abs(how[0] * how[3] - how[1] * how[2]))) for one in shapes]


def _moved(one: Ink, how: Affine, scale: float) -> Ink:
    if isinstance(one, Shape):
        a, b, c, d, e, f = how
        turned = []
        for name, at in one.steps:
            numbers: list[float] = []
            for x, y in zip(at[::2], at[1::2], strict=True):
                numbers += (a * x + c * y + e, b * x + d * y + f)
            turned.append((name, tuple(numbers)))
        return Shape(tuple(turned), one.fill, one.stroke, one.width * scale, one.blunt, one.holed)
    if isinstance(one, Words):
        x, y = put((one.x, one.y), how)
        return replace(one, x=x, y=y, size=one.size * scale, wide=one.wide * scale)
    outline = _moved(one.outline, how, scale)
    assert isinstance(outline, Shape)
    return Window(outline, tuple(moved(one.shapes, how)))


def stronger(shapes: Iterable[Ink], by: float) -> list[Ink]:
    """Return shapes with their lines drawn stronger; limbs are lines too, and keep their thickness."""
    made: list[Ink] = []
    for one in shapes:
        if isinstance(one, Shape):
            made.append(replace(one, width=one.width * by) if one.width <= 1.5 * LINE else one)
        elif isinstance(one, Window):
            made.append(replace(one, shapes=tuple(stronger(one.shapes, by))))
        else:
            made.append(one)
    return made


def bounds(shapes: Iterable[Ink]) -> Bounds:
    """Return the edges of what is drawn, lines included; raises ``ValueError`` for nothing at all."""
    edges = [_edges(one) for one in shapes]
    lefts, tops, rights, lows = zip(*edges, strict=True)
    return min(lefts), min(tops), max(rights), max(lows)


#: What the points of a curve weigh a quarter, half and three quarters of the way along it.
_QUADRATIC = tuple(((1 - t) ** 2, 2 * t * (1 - t), t * t) for t in (0.25, 0.5, 0.75))
_CUBIC = tuple(((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3) for t in (0.25, 0.5, 0.75))


def _edges(one: Ink) -> Bounds:
    if isinstance(one, Words):
        return one.x - one.wide / 2, one.y - one.size, one.x + one.wide / 2, one.y + one.size * 0.3
    if isinstance(one, Window):
        return _edges(one.outline)
    room = one.width / 2 if one.stroke else 0.0
    xs: list[float] = []
    ys: list[float] = []
    for name, at in one.steps:
        if name == "Q":
            a, b, x, y = at
            u, v = xs[-1], ys[-1]
            xs += [p * u + q * a + r * x for p, q, r in _QUADRATIC]
            ys += [p * v + q * b + r * y for p, q, r in _QUADRATIC]
        elif name == "C":
            a, b, c, d, x, y = at
            u, v = xs[-1], ys[-1]
            xs += [p * u + q * a + r * c + s * x for p, q, r, s in _CUBIC]
            ys += [p * v + q * b + r * d + s * y for p, q, r, s in _CUBIC]
        xs += at[-2:-1]
        ys += at[-1:]
    return min(xs) - room, min(ys) - room, max(xs) + room, max(ys) + room
