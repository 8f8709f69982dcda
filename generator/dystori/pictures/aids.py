"""What people get about with: a wheelchair, a walking frame, a stick."""

from __future__ import annotations

import math

from dystori.pictures.arms import Point
from dystori.pictures.bodies import Body
from dystori.pictures.palette import FRAME, INK, SHOE, STEEL, STONE
from dystori.pictures.shapes import Ink, box, line, oval


def chair_back(body: Body, shoulder: float, hip: float) -> list[Ink]:
    """Return the back of a wheelchair, behind whoever sits in it."""
    made: list[Ink] = []
    for side in (-1, 1):
        post, handle = side * (body.shoulder + 7), side * (body.shoulder + 20)
        grip = f"M {post} {shoulder + 30} L {handle} {shoulder + 24}"
        made.append(line(f"M {post} {shoulder + 30} L {post} {hip + 10} {grip}", 8))
    high = hip + 12 - (shoulder + 36)
    return [*made, box(-body.shoulder - 9, shoulder + 36, 2 * body.shoulder + 18, high, FRAME, 8)]


def chair_seat(body: Body, hip: float) -> list[Ink]:
    """Return the seat of a wheelchair."""
    return [box(-body.hip - 14, hip - 2, 2 * body.hip + 28, 18, FRAME, 7)]


def chair_wheels(body: Body) -> list[Ink]:
    """Return the foot plate and the wheels of a wheelchair, before whoever sits in it."""
    made: list[Ink] = [box(-body.hip - 6, -7, 2 * body.hip + 12, 8, STEEL, 4)]
    x, high = body.hip + 24, 62 if body.grown else 48
    for side in (-1, 1):
        made += [oval(side * x, -high, 17, high, width=9), oval(side * x, -high, 17, high, stroke=STEEL, width=3.4)]
        for spoke in range(6):
            angle = spoke * math.pi / 3
            end = (side * x + math.cos(angle) * 15, -high + math.sin(angle) * (high - 4))
            made.append(line(f"M {side * x} {-high} L {end[0]} {end[1]}", 2.2))
        made.append(oval(side * x, -high, 4.5, 6, STEEL, width=3))
    return made


def walking_frame(body: Body, hip: float) -> list[Ink]:
    """Return a walking frame, before whoever leans on it."""
    x, y = body.shoulder + 17, hip + 4
    d = f"M {-x} {y} L {-x - 5} -5 M {x} {y} L {x + 5} -5 M {-x - 2} {y * 0.58} L {x + 2} {y * 0.58}"
    d += f" M {-x} {y + 4} Q {-x + 2} {y + 16} {-x + 14} {y + 18} L {x - 14} {y + 18} Q {x - 2} {y + 16} {x} {y + 4}"
    feet = [oval(side * (x + 5), -5, 7, 6, SHOE) for side in (-1, 1)]
    return [line(d, 11), line(d, 5, STONE), *feet]


def stick(hand: Point) -> list[Ink]:
    """Return a walking stick in a hand."""
    x, y = hand
    d = f"M {x} -3 L {x} {y - 4} Q {x} {y - 16} {x - 10} {y - 15}"
    return [line(d, 10), line(d, 4.4, "#A07F60"), oval(x, -3, 5, 3, INK, "")]
