"""Arms: one curve from the shoulder to a hand that has its place."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from dystori.pictures.bodies import Body
from dystori.pictures.feelings import Arm
from dystori.pictures.palette import CLOTH, SKIN, WHITE
from dystori.pictures.people import Person
from dystori.pictures.shapes import Ink, Shape, limb, line, oval
from dystori_schemas.scenes import Outfit, Pattern, Skin, Stature

Point = tuple[float, float]

#: Places before the face: the arm is drawn over the head.
HIGH: Final = {"mouth", "cheek", "crown", "ear"}
#: A young child's arms do not reach round a big head, nor a sitting baby's its hips.
_SHORT: Final[dict[Arm, Arm]] = {"crown": "cheek"}
_SHORTEST: Final[dict[Arm, Arm]] = {"crown": "cheek", "hip": "out", "down": "lap", "ear": "cheek"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """An arm with its hand."""

    shapes: list[Ink]
    hand: Point
    high: bool


def reached(age: Stature, arm: Arm) -> Arm:
    """Return where somebody of an age can put a hand that is wanted there."""
    if age is Stature.BABY:
        return _SHORTEST.get(arm, arm)
    return _SHORT.get(arm, arm) if age is Stature.TODDLER else arm


def hand_of(  # noqa: PLR0917
    body: Body, side: int, arm: Arm, shoulder: float, hip: float, chin: float, *, bump: bool
) -> Point:
    """Return where the hand of one side goes (-1 is our left)."""
    s, a, r, baby = body.shoulder, body.arm, body.head, body.hip_up < 20
    match arm:
        case "down" | "none":
            return side * (body.hip + (4 if baby else 15)), min(shoulder + a * 0.98, -20)
        case "out":
            return side * (s + a * 0.55), shoulder + a * 0.62
        case "wave":
            return side * (s + a * 0.5 + (12 if body.hip_up < 70 else 0)), chin - (r * 0.25 if body.hip_up > 60 else -2)
        case "up":
            return side * (s + a * 0.32), chin - r * 0.9
        case "hip":
            return side * (body.hip + 3), hip - 10
        case "belly":
            return (-20, hip + 2) if bump else (side * 9, hip - 18)
        case "fold":
            return side * 7, -26 if baby else shoulder + a * 0.62
        case "hug":
            return -side * (s - 12), shoulder + a * 0.42
        case "cross":
            return -side * (s - 10), shoulder + a * 0.40
        case "mouth":
            return side * 12, chin + 6
        case "cheek":
            return side * r * 0.93, chin - r * 0.42
        case "ear":
            return side * r * 1.02, chin - r * 0.62
        case "crown":
            return side * r * 0.86, chin - r * 1.62
        case "point":
            return side * (s + a * 0.72), shoulder + 18
        case "grip":
            return side * (s + 17), hip + 4
        case "lap":
            return side * (body.hip * 0.52 + 2), hip + (-6 if baby else 2)
        case "hold":
            return side * 20, shoulder + a * 0.55
        case "carry":
            return side * 26, shoulder + a * 0.72
        case "reach":
            return side * (s + a * 0.6), shoulder + a * 0.3
        case "handhold":
            return side * (s + a * 0.42), min(shoulder + a * 0.92, -18)


def arm_to(  # noqa: PLR0917
    person: Person, body: Body, side: int, arm: Arm, hand: Point, shoulder: float, *, fist: bool = False
) -> Drawn:
    """Return an arm whose hand is at a point."""
    sx, sy = side * (body.shoulder - 5), shoulder + 13
    hx, hy = hand
    distance = math.hypot(hx - sx, hy - sy)
    pulled = _bend(body, side, arm, (sx, sy), hand, distance)
    # The sleeve stops a little before the hand.
    bent = 6 + max(0, body.arm * 0.94 - distance) * 0.75
    t = max(0.5, 1 - 0.62 * body.arm_thick / max(distance + bent * 0.6, 1))
    cuff = tuple(
        (1 - t) ** 2 * p + 2 * t * (1 - t) * q + t * t * h for p, q, h in zip((sx, sy), pulled, hand, strict=True)
    )
    first = (sx + t * (pulled[0] - sx), sy + t * (pulled[1] - sy))
    sleeve = WHITE if person.outfit is Outfit.DOCTOR else CLOTH[person.top][0]
    r = body.arm_thick * 0.62
    made: list[Ink] = [oval(hx, hy, r, r, SKIN[list(Skin).index(person.skin)], width=3.4)]
    if fist:
        made.append(line(f"M {hx - 4} {hy - 3} L {hx - 4} {hy + 4} M {hx + 2} {hy - 3} L {hx + 2} {hy + 4}", 2.2))
    made += limb([(sx, sy), first, (cuff[0], cuff[1])], body.arm_thick, sleeve)
    # The arm grows out of the shoulder: the inner half of its round end is painted out.
    made.append(oval(sx - side * body.arm_thick * 0.3, sy, body.arm_thick * 0.5, 0, sleeve, ""))
    if person.pattern is Pattern.STRIPES and person.outfit is Outfit.EVERYDAY:
        made += _rings((sx, sy), first, (cuff[0], cuff[1]), body.arm_thick - 0.8, CLOTH[person.top][1])
    if arm == "wave":
        made.append(line(f"M {hx + side * 14} {hy - 12} Q {hx + side * 20} {hy - 4} {hx + side * 18} {hy + 6}", 3))
    return Drawn(made, hand, arm in HIGH)


def _bend(  # noqa: PLR0917
    body: Body, side: int, arm: Arm, start: Point, hand: Point, distance: float
) -> Point:
    """Return the point an arm's curve is pulled to: outward, the more the nearer the hand is."""
    s, a, shoulder = body.shoulder, body.arm, start[1] - 13
    if arm in ("wave", "up", "crown", "ear"):
        return side * (s + a * 0.62), shoulder + a * 0.42
    if arm in ("mouth", "cheek"):
        return side * (s + a * 0.44), shoulder + a * 0.62
    (sx, sy), (hx, hy) = start, hand
    slack = max(0, a * 0.94 - distance)
    nx, ny = -(hy - sy) / (distance or 1), (hx - sx) / (distance or 1)
    if nx * side < 0 or (abs(nx) < 0.15 and ny < 0):
        nx, ny = -nx, -ny
    bend = (6 + slack * 0.75) * (0.35 if body.hip_up < 20 else 1)
    return (sx + hx) / 2 + nx * bend, (sy + hy) / 2 + ny * bend


def _rings(start: Point, pulled: Point, end: Point, thick: float, dark: str) -> list[Ink]:
    """Return stripes across a sleeve."""
    made: list[Ink] = []
    length = math.dist(start, pulled) + math.dist(pulled, end)
    count = max(1, int(length / 15))
    for at in range(1, count):
        t = at / count
        ends = []
        for u in (t - 3 / length, t + 3 / length):
            ends += [
                (1 - u) ** 2 * p + 2 * u * (1 - u) * q + u * u * e for p, q, e in zip(start, pulled, end, strict=True)
            ]
        made.append(Shape((("M", (ends[0], ends[1])), ("L", (ends[2], ends[3]))), "", dark, thick, blunt=True))
    return made
