"""Larger things: furniture, doors and beds on the floor, a clock and a calendar on the wall, clouds in the air."""

from __future__ import annotations

import math
from typing import Final

from dystori.pictures.palette import GLOW, GOLD, HEART, LEAF, PALE_WOOD, STEEL, WHITE, WOOD
from dystori.pictures.shapes import Drawn, Ink, box, line, moved, oval, path, placing
from dystori.pictures.small import SMALL
from dystori_schemas.scenes import Thing


def door(opened: bool = False) -> Drawn:
    """Return a door in its frame, its foot at 0, 0."""
    frame = box(-62, -232, 124, 232, "#F6E2C0", 3)
    if not opened:
        return (frame, box(-50, -220, 100, 220, "#4E9FA3", 3, width=3), oval(36, -108, 5, fill=GOLD, width=2.4))
    leaf = path("M 50 -220 L 84 -206 L 84 14 L 50 0 Z", "#4E9FA3")
    return (frame, box(-50, -220, 100, 220, GLOW, 3, width=3), leaf, oval(76, -100, 4, fill=GOLD, width=2.4))


def table(on_it: tuple[Thing, ...]) -> Drawn:
    """Return a side table with small things on it."""
    half = 34 + 22 * (len(on_it) - 1)
    made: list[Ink] = [line(f"M {-half + 8} -60 L {-half + 4} -4 M {half - 8} -60 L {half - 4} -4", 12)]
    made += [line(f"M {-half + 8} -60 L {-half + 4} -4 M {half - 8} -60 L {half - 4} -4", 5, PALE_WOOD)]
    made.append(box(-half, -70, 2 * half, 14, PALE_WOOD, 4))
    for at, thing in enumerate(on_it):
        x = (at - (len(on_it) - 1) / 2) * 46
        made += moved(SMALL[thing](), placing(x, -70, 0.85))
    return tuple(made)


def bed_frame() -> tuple[Drawn, Drawn]:
    """Return an empty bed for one: what is behind the sleeper, and what lies over them; the foot at 0, 0."""
    behind: list[Ink] = [box(-124, -270, 248, 200, WOOD, 24), box(-106, -252, 212, 130, "#CBA477", 16, width=3)]
    behind.append(box(-86, -232, 172, 104, WHITE, 28))
    quilt = "#8E7CC3"
    over: list[Ink] = [path("M -132 -126 Q 0 -144 132 -126 L 142 -4 Q 0 8 -142 -4 Z", quilt)]
    over.append(path("M -132 -126 Q 0 -144 132 -126 L 135 -98 Q 0 -116 -135 -98 Z", WHITE))
    star = "M 0 -9 L 2.6 -2.6 L 9 -2 L 4 3 L 6 9 L 0 5 L -6 9 L -4 3 L -9 -2 L -2.6 -2.6 Z"
    for x, y in ((-100, -62), (-46, -80), (46, -80), (100, -62)):
        over += moved([path(star, "#FFE9A8", "")], placing(x, y))
    return tuple(behind), tuple(over)


def cot_frame() -> tuple[Drawn, Drawn]:
    """Return a cot: what is behind the baby, and the blanket and bars before them."""
    behind: list[Ink] = [box(-84, -196, 168, 196, "#F3E3C6", 14), box(-66, -178, 132, 90, WHITE, 24, width=3)]
    over: list[Ink] = [path("M -78 -86 Q 0 -100 78 -86 L 78 -12 L -78 -12 Z", "#A5D2EE")]
    for x in (-66, -44, 44, 66):
        over += [line(f"M {x} -96 L {x} -8", 11), line(f"M {x} -96 L {x} -8", 4.4, "#F3E3C6")]
    over += [
        box(-90, -104, 26, 12, PALE_WOOD, 5),
        box(64, -104, 26, 12, PALE_WOOD, 5),
        box(-88, -16, 176, 16, PALE_WOOD, 6),
    ]
    return tuple(behind), tuple(over)


def bed() -> Drawn:
    """Return an empty bed."""
    behind, over = bed_frame()
    return (*behind, *over)


def sofa(left: float, right: float, seat: float) -> Drawn:
    """Return a sofa from edge to edge whose seat is so high, its foot at 0."""
    cloth, wide, middle = "#7FB7B2", right - left, (left + right) / 2
    made: list[Ink] = [
        box(left + 12, -seat - 90, wide - 24, 110, cloth, 24),
        box(left + 20, -seat + 4, wide - 40, 40, cloth, 12),
    ]
    if wide > 260:
        made.append(line(f"M {middle} {-seat - 88} L {middle} {-seat + 40}", 3))
    for x in (left, right - 40):
        made.append(box(x, -seat - 34, 40, seat + 20, cloth, 18))
    return (*made, box(left + 12, -14, 14, 14, "#7A5A3C", 3), box(right - 26, -14, 14, 14, "#7A5A3C", 3))


# ---------------------------------------------------------------- on the wall and in the air: their middle at 0, 0


def clock() -> Drawn:
    """Return a clock."""
    ticks = [
        line(f"M {21 * math.cos(a)} {21 * math.sin(a)} L {25 * math.cos(a)} {25 * math.sin(a)}", 3)
        for a in (at * math.pi / 6 for at in range(12))
    ]
    return (
        oval(0, 0, 31, fill=WHITE),
        *ticks,
        line("M 0 0 L 0 -17 M 0 0 L 12 6"),
        oval(0, 0, 2.4, fill=STEEL, width=2),
    )


def calendar() -> Drawn:
    """Return a calendar with one day ringed."""
    days = [oval(x, y, 2.4, fill=STEEL, stroke="") for x in (-18, -6, 6, 18) for y in (-2, 9, 20)]
    return (
        box(-28, -28, 56, 58, WHITE, 5),
        box(-28, -28, 56, 16, HEART, 5),
        line("M -14 -34 L -14 -22 M 14 -34 L 14 -22", 5),
        *days,
        oval(6, 9, 7, stroke=HEART, width=3),
    )


def lock() -> Drawn:
    """Return a padlock, locked."""
    return (
        line("M -15 -4 L -15 -16 C -15 -38 15 -38 15 -16 L 15 -4", 8),
        box(-24, -6, 48, 38, GOLD, 7),
        oval(0, 9, 5, fill="#4A4650", stroke=""),
        line("M 0 10 L 0 20", 5),
    )


def light() -> Drawn:
    """Return a lamp that is on, hung from the ceiling."""
    rays = line("M -44 28 L -56 36 M 44 28 L 56 36 M -22 40 L -28 54 M 22 40 L 28 54 M 0 42 L 0 56", 4, "#C98A0C")
    return (
        line("M 0 -60 L 0 -16"),
        path("M -16 -16 L 16 -16 L 36 20 L -36 20 Z", "#FFE08A"),
        oval(0, 20, 12, 8, GLOW, width=3),
        rays,
    )


def money_worries() -> Drawn:
    """Return a cloud of bills."""
    cloud = "M -46 26 C -74 22 -70 -8 -48 -8 C -50 -36 -8 -44 2 -24 C 18 -44 58 -30 50 -6 C 74 -4 72 26 48 26 Z"
    made: list[Ink] = [path(cloud, WHITE, width=3), box(-34, -16, 28, 34, "#FDF1DC", 2, width=2.6)]
    made += [line("M -28 -6 L -12 -6 M -28 2 L -16 2", 2.2), oval(20, 4, 15, fill=GOLD, width=3)]
    # A pound: drawn, so that it is the same in every typeface.
    return (*made, line("M 26 -3 C 24 -9 15 -8 16 -1 C 17 5 18 9 13 12 L 27 12 M 12 4 L 22 4", 2.6))


def plant() -> Drawn:
    """Return a plant in a pot, its foot at 0, 0."""
    pot = path("M -13 0 L -21 -42 L 21 -42 L 13 0 Z", HEART)
    return (
        path(
            "M 0 -42 C -20 -60 -25 -86 -13 -104 C -1 -88 1 -64 0 -42 C 1 -68 9 -86 25 -90 C 27 -68 17 -52 0 -42 Z",
            LEAF,
            width=3,
        ),
        pot,
    )


def picture() -> Drawn:
    """Return a framed picture, its middle at 0, 0."""
    return (
        box(-40, -29, 80, 58, WHITE, 4),
        path("M -32 21 L -10 -5 L 2 9 L 12 -1 L 30 21 Z", LEAF, width=2.4),
        oval(18, -13, 6, fill=GOLD, width=2.4),
    )


def jagged(size: float, colour: str) -> list[Ink]:
    """Return a jagged mark of noise, its middle at 0, 0."""
    return moved([path("M -4 -30 L 16 -12 L 4 -8 L 20 14 L -14 -4 L 0 -8 Z", colour, width=3)], placing(scale=size))


def time_arrow(y: float) -> Drawn:
    """Return an arrow of time along the top: day, night, day."""
    made: list[Ink] = [line(f"M 136 {y} L 520 {y}", 9), line(f"M 136 {y} L 516 {y}", 3, WHITE)]
    made.append(path(f"M 520 {y - 15} L 552 {y} L 520 {y + 15} Z", WHITE))
    for x, is_night in ((180, False), (325, True), (470, False)):
        made.append(oval(x, y, 21, fill="#3C4A78" if is_night else "#FFE08A"))
        if is_night:
            made.append(
                path(
                    f"M {x + 2} {y - 13} "
                    f"C {x - 16} {y - 10} {x - 16} {y + 10} {x + 4} {y + 13} "
                    f"C {x - 6} {y + 6} {x - 6} {y - 7} {x + 2} {y - 13} Z",
                    GLOW,
                    width=2,
                )
            )
        else:
            rays = " ".join(
                f"M {x + 26 * math.cos(a)} {y + 26 * math.sin(a)} L {x + 31 * math.cos(a)} {y + 31 * math.sin(a)}"
                for a in (-2.4, -1.57, -0.74, 0.74, 1.57, 2.4)
            )
            made.append(line(rays, 3.4, "#C98A0C"))
    return tuple(made)


#: Things that hang on a wall or in the air.
HUNG: Final = {
    Thing.CLOCK: clock,
    Thing.CALENDAR: calendar,
    Thing.LOCK: lock,
    Thing.LIGHT: light,
    Thing.MONEY_WORRIES: money_worries,
}
#: Small things that stand on a table rather than on the floor.
ON_TABLE: Final = (Thing.FOOD, Thing.BOTTLE, Thing.GLASS, Thing.PILLS, Thing.PHONE, Thing.LETTER)
#: Small things that float in the air, by their foot.
FLOATING: Final = (Thing.HEART, Thing.SMOKE)
