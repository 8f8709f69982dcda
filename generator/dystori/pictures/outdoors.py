"""Places in the open: houses, the school, a park, a street; by day, and dim by night."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dystori.pictures.palette import DUSK, GLOW, GOLD, GRASS, HEART, LEAF, NIGHT_GRASS, PATH, SKY, WHITE
from dystori.pictures.shapes import Ink, box, line, moved, oval, path, placing
from dystori_schemas.scenes import Place


def open_air(night: bool, line_at: float = 280) -> list[Ink]:
    """Return sky and grass, with the sun, or the moon and stars."""
    made: list[Ink] = [box(0, 0, 600, 400, DUSK if night else SKY, stroke="")]
    hill = f"M 0 {line_at} Q 300 {line_at - 18} 600 {line_at} L 600 400 L 0 400 Z"
    made.append(path(hill, NIGHT_GRASS if night else GRASS, ""))
    if night:
        made += [
            oval(x, y, 3, fill=WHITE, stroke="") for x, y in ((120, 40), (210, 26), (300, 52), (410, 30), (520, 60))
        ]
        return [*made, path("M 70 30 C 38 34 38 86 76 86 C 54 76 52 42 70 30 Z", GLOW, width=3)]
    return [*made, oval(58, 52, 26, fill="#FFD76A")]


def tree(x: float, y: float, size: float = 1) -> list[Ink]:
    """Return a tree whose foot is at a point."""
    crown = (
        "M 0 -150 C 30 -152 46 -132 42 -116 C 60 -108 58 -76 36 -72 "
        "C 28 -54 -28 -54 -36 -72 C -58 -76 -60 -108 -42 -116 C -46 -132 -30 -152 0 -150 Z"
    )
    return moved([path("M -8 0 L -6 -60 L 6 -60 L 8 0 Z", "#A07F60"), path(crown, LEAF)], placing(x, y, size))


def house(x: float, y: float, size: float, roof: str, door: str, *, lit: bool, hearted: bool = False) -> list[Ink]:
    """Return a house whose middle at the ground is a point."""
    glass = GLOW if lit else "#F3FAFE"
    made: list[Ink] = [
        box(-120, -178, 240, 178, "#FBE9D0", 2),
        path("M -144 -172 L 0 -272 L 144 -172 Z", roof),
        box(74, -262, 28, 52, roof, 2),
    ]
    made += [box(-28, -116, 56, 116, door, 3), oval(16, -56, 4, fill=GOLD, width=2.4)]
    for at in (-78, 78):
        made += [
            box(at - 26, -140, 52, 50, glass, 3, width=3),
            line(f"M {at} -140 L {at} -90 M {at - 26} -115 L {at + 26} -115", 2.6),
        ]
    if hearted:
        made += moved(
            [
                path(
                    "M 0 0 C -25 -15 -19 -33 -8 -31 C -3 -30 0 -25 0 -23 C 0 -25 3 -30 8 -31 C 19 -33 25 -15 0 0 Z",
                    HEART,
                    width=3,
                )
            ],
            placing(0, -196),
        )
    return moved(made, placing(x, y, size))


def _home(night: bool) -> list[Ink]:
    way = path("M 250 400 L 278 282 L 322 282 L 350 400 Z", PATH, "")
    return [
        *open_air(night),
        way,
        *tree(52, 296, 0.9),
        *house(300, 286, 0.94, "#8E9CC0", "#C96F52", lit=night),
        *tree(556, 300, 0.8),
    ]


def _foster(night: bool) -> list[Ink]:
    way = path("M 380 400 L 412 282 L 456 282 L 490 400 Z", PATH, "")
    return [
        *open_air(night),
        way,
        *tree(60, 300),
        *house(434, 286, 0.94, "#C96F52", "#4E9FA3", lit=night, hearted=True),
    ]


def _two(night: bool) -> list[Ink]:
    left = house(150, 284, 0.8, "#8E9CC0", "#C96F52", lit=night)
    return [*open_air(night), *left, *house(450, 284, 0.8, "#C96F52", "#4E9FA3", lit=night), *tree(300, 292, 0.7)]


def _school(night: bool) -> list[Ink]:
    made = [*open_air(night, 268), path("M 214 400 L 262 270 L 338 270 L 400 400 Z", PATH, "")]
    made += [
        box(150, 100, 300, 172, "#EAB08C", 2),
        path("M 136 104 L 300 30 L 464 104 Z", "#B5604A"),
        box(268, 184, 64, 88, "#4E7FA8", 3),
        line("M 300 184 L 300 272", 3),
    ]
    # A bell and a clock: no word on the wall, so that the picture is the same in every language.
    made += [oval(300, 78, 17, fill=WHITE, width=3), line("M 300 78 L 300 68 M 300 78 L 308 78", 2.4)]
    for x in (172, 222, 340, 390):
        made += [
            box(x, 128, 40, 40, "#F3FAFE", 3, width=3),
            line(f"M {x + 20} 128 L {x + 20} 168 M {x} 148 L {x + 40} 148", 2.4),
        ]
    rails = " ".join(f"M {x} 214 L {x} 296" for x in (*range(8, 140, 22), *range(468, 600, 22)))
    made += [line(rails, 5), line("M -4 226 L 140 226 M -4 284 L 140 284 M 460 226 L 604 226 M 460 284 L 604 284", 5)]
    for x in (150, 450):
        made += [box(x - 11, 196, 22, 104, "#A8ADB8", 4), oval(x, 192, 12, 10, "#A8ADB8")]
    return made


def _garden(night: bool) -> list[Ink]:
    pales: list[Ink] = [
        path(f"M {x} 288 L {x} 208 L {x + 14} 192 L {x + 28} 208 L {x + 28} 288 Z", "#F3E3C6", width=3)
        for x in range(-6, 600, 34)
    ]
    flowers: list[Ink] = []
    for x, colour in ((36, HEART), (84, GOLD), (520, "#F3B3AE"), (566, HEART)):
        flowers += [
            line(f"M {x} 322 L {x} 296", 4, "#5C8A48"),
            oval(x, 290, 9, fill=colour, width=3),
            oval(x, 290, 3, fill=WHITE, stroke=""),
        ]
    return [*open_air(night, 286), *tree(520, 290, 1.1), *pales, *flowers]


def _park(night: bool) -> list[Ink]:
    swing: list[Ink] = [
        line("M 60 286 L 96 120 L 176 120 L 212 286", 9),
        line("M 60 286 L 96 120 L 176 120 L 212 286", 3, "#E98A4F"),
    ]
    swing += [line("M 118 122 L 118 236 M 154 122 L 154 236", 3), box(108, 234, 56, 10, HEART, 3)]
    slide: list[Ink] = [
        line("M 430 286 L 430 150 M 462 286 L 462 150 M 430 180 L 462 180 M 430 214 L 462 214 M 430 248 L 462 248", 6)
    ]
    slide.append(path("M 462 150 C 500 160 510 260 566 270 L 566 286 C 500 284 488 190 448 168 L 448 150 Z", GOLD))
    return [*open_air(night), *tree(300, 282, 0.84), *swing, *slide]


def _street(night: bool) -> list[Ink]:
    made: list[Ink] = [box(0, 0, 600, 400, DUSK if night else SKY, stroke="")]
    if night:
        made += [oval(x, y, 3, fill=WHITE, stroke="") for x, y in ((40, 36), (190, 28), (330, 40), (470, 22))]
        made.append(path("M 548 26 C 520 30 520 74 554 74 C 534 66 532 36 548 26 Z", GLOW, width=3))
    glass = GLOW if night else "#F3FAFE"
    for at, (x, high, wall) in enumerate(
        (
            (-20, 170, "#E5BFA6"),
            (106, 196, "#D9CBB8"),
            (232, 176, "#E5BFA6"),
            (358, 200, "#CFC3D6"),
            (484, 172, "#D9CBB8"),
        )
    ):
        made += [
            box(x, 284 - high, 126, high, wall),
            path(
                f"M {x - 4} {284 - high} L {x + 20} {254 - high} L {x + 106} {254 - high} L {x + 130} {284 - high} Z",
                "#8E7A70",
            ),
        ]
        made += [
            box(x + at % 2 * 58 + 16, 216, 36, 68, "#6688B5", 2, width=3),
            box(x + 72 - at % 2 * 54, 222, 36, 34, glass, 2, width=3),
        ]
        made += [box(x + 18, 306 - high, 36, 34, glass, 2, width=3), box(x + 74, 306 - high, 36, 34, glass, 2, width=3)]
    made += [box(-4, 284, 608, 120, "#CFCBC6"), line("M 0 312 L 600 312", 3)]
    lamp: list[Ink] = [
        line("M 560 300 L 560 108 Q 560 92 540 92", 8),
        path("M 522 92 L 552 92 L 546 110 L 528 110 Z", "#FFE08A" if night else WHITE, width=3),
    ]
    return [*made, *lamp]


OUTSIDE: Final[dict[Place, Callable[[bool], list[Ink]]]] = {
    Place.OUTSIDE_HOME: _home,
    Place.FOSTER_HOME: _foster,
    Place.TWO_HOMES: _two,
    Place.SCHOOL: _school,
    Place.GARDEN: _garden,
    Place.PARK: _park,
    Place.STREET: _street,
    Place.CAR: _street,
}
