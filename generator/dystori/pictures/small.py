"""Small things, each to be known by its outline: their foot at 0, 0, as large as beside a person of 300 units."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dystori.pictures.palette import CLOTH, DARK_SHOE, GOLD, HEART, INK, LEAF, SKY, STEEL, STONE, WHITE
from dystori.pictures.shapes import Drawn, Ink, box, line, moved, oval, path, placing
from dystori_schemas.scenes import Thing


def teddy() -> Drawn:
    """Return a teddy bear."""
    b = "#C99A63"
    rounds = ((-11, -50, 7, 7), (11, -50, 7, 7), (-14, -6, 9, 8), (14, -6, 9, 8), (0, -16, 15, 17), (-16, -22, 6, 9))
    made: list[Ink] = [oval(x, y, w, h, b, width=3.4) for x, y, w, h in (*rounds, (16, -22, 6, 9), (0, -40, 17, 15))]
    made += [oval(0, -36, 7, 5.4, "#F3DDBD", width=2), oval(-7, -43, 2, fill=INK, stroke="")]
    return (*made, oval(7, -43, 2, fill=INK, stroke=""), oval(0, -38, 2.4, 1.8, INK, ""))


def bottle() -> Drawn:
    """Return a bottle."""
    glass = "M -5 -62 L 5 -62 L 5 -46 C 14 -42 15 -36 15 -28 L 15 -4 Q 15 0 11 0 L -11 0 Q -15 0 -15 -4 L -15 -28"
    label = box(-15, -28, 30, 18, WHITE, width=3)
    return (path(f"{glass} C -15 -36 -14 -42 -5 -46 Z", "#7FA98F"), label, box(-6, -68, 12, 8, DARK_SHOE, 2, width=3))


def glass() -> Drawn:
    """Return a glass, half full."""
    drink = path("M -12 -20 L 12 -20 L 10 -3 L -10 -3 Z", GOLD, "")
    return (path("M -15 -40 L 15 -40 L 11 0 L -11 0 Z", WHITE), drink, line("M -15 -40 L 15 -40 L 11 0 L -11 0 Z"))


def pills() -> Drawn:
    """Return a jar of tablets and two beside it."""
    jar: list[Ink] = [
        box(-14, -34, 28, 34, "#E9A25F", 4),
        box(-16, -44, 32, 11, WHITE, 3),
        box(-14, -24, 28, 14, WHITE),
    ]
    return (*jar, oval(24, -5, 7, 5, WHITE, width=3), oval(-23, -5, 7, 5, "#F3B3AE", width=3))


def phone() -> Drawn:
    """Return a telephone."""
    return (
        box(-12, -44, 24, 44, DARK_SHOE, 5),
        box(-8, -38, 16, 28, SKY, 2, stroke=""),
        oval(0, -5, 2.4, fill=WHITE, stroke=""),
    )


def letter() -> Drawn:
    """Return a letter in its envelope."""
    return (
        box(-30, -42, 60, 42, WHITE, 3),
        line("M -29 -40 L 0 -18 L 29 -40", 3),
        line("M -29 -3 L -8 -22 M 29 -3 L 8 -22", 2.4),
    )


def food() -> Drawn:
    """Return a plate of food."""
    peas: list[Ink] = [oval(x, y, 4, fill=LEAF, width=2) for x, y in ((-20, -11), (-14, -15), (-12, -9))]
    plate = (oval(0, -8, 34, 9, WHITE), path("M -6 -10 C -8 -26 22 -26 22 -10 Z", "#E0A96D", width=3))
    return (*plate, *peas, line("M 2 -18 L 14 -18", 2.4, "#9C6B3A"))


def ball() -> Drawn:
    """Return a ball."""
    seams = (line("M -22 -24 Q 0 -12 22 -24", 3), line("M 0 -46 Q -12 -24 0 -2", 3))
    return (
        oval(0, -24, 23, fill=HEART),
        path("M 0 -47 C 24 -46 24 -22 21 -20 Q 6 -18 -4 -20 Q -10 -32 0 -47 Z", GOLD, width=3),
        *seams,
    )


def bag() -> Drawn:
    """Return a packed bag, its handle at the top."""
    cloth, dark = CLOTH["red"]
    sack = (line("M -14 -44 C -14 -62 14 -62 14 -44", 6), box(-26, -46, 52, 46, cloth, 9))
    return (*sack, box(-17, -26, 34, 18, dark, 5, width=3), line("M -26 -34 L 26 -34", 3))


def toys() -> Drawn:
    """Return building bricks and a toy car."""
    bricks = (box(-40, -26, 26, 26, GOLD, 3), box(-14, -26, 26, 26, HEART, 3), box(-27, -52, 26, 26, "#7FB7D6", 3))
    car = path("M 20 -8 L 20 -20 L 28 -20 C 32 -32 52 -32 56 -20 L 64 -18 L 64 -8 Z", LEAF)
    return (*bricks, car, oval(31, -7, 7, fill=DARK_SHOE, width=3), oval(53, -7, 7, fill=DARK_SHOE, width=3))


def dog() -> Drawn:
    """Return a dog, seen from the side."""
    b = "#E0B27A"
    made: list[Ink] = [line("M 40 -46 C 58 -50 62 -66 56 -74", 14), line("M 40 -46 C 58 -50 62 -66 56 -74", 7, b)]
    for x in (-20, 32):
        made += [line(f"M {x} -24 L {x} -6", 15), line(f"M {x} -24 L {x} -6", 8, b)]
    made.append(
        path(
            "M -34 -40 C -34 -56 -20 -56 0 -54 C 26 -56 46 -56 46 -38 "
            "C 46 -20 32 -20 6 -20 C -20 -20 -34 -22 -34 -40 Z",
            b,
        )
    )
    for x in (-8, 20):
        made += [line(f"M {x} -26 L {x} -6", 15), line(f"M {x} -26 L {x} -6", 8, b)]
    head = (
        "M -24 -64 C -24 -84 -40 -90 -54 -86 C -70 -84 -76 -72 -80 -64 "
        "C -84 -54 -74 -48 -62 -48 C -40 -46 -24 -48 -24 -64 Z"
    )
    ear = path("M -38 -86 C -24 -92 -16 -82 -16 -66 C -16 -56 -24 -54 -29 -60 C -32 -66 -30 -78 -38 -86 Z", "#8A5A38")
    tongue = path("M -66 -52 Q -64 -42 -58 -44 Q -54 -48 -58 -53", "#E98A80", width=2.4)
    made += [path(head, b), ear, oval(-79, -64, 6, 5, INK, ""), oval(-55, -70, 3.6, 4.4, INK, "")]
    return tuple(
        moved(
            [*made, line("M -72 -54 Q -62 -50 -54 -56", 3), tongue, line("M -36 -46 L -18 -58", 6, HEART)], placing(10)
        )
    )


def cat() -> Drawn:
    """Return a cat, sitting."""
    b = "#9AA0AA"
    tail = "M 18 -10 C 40 -6 44 -26 34 -36"
    head = "M -22 -62 L -20 -88 L -8 -78 Q 0 -80 8 -78 L 20 -88 L 22 -62 C 22 -46 -22 -46 -22 -62 Z"
    made: list[Ink] = [
        line(tail, 14),
        line(tail, 7, b),
        path("M -20 0 C -26 -30 -14 -52 0 -52 C 14 -52 26 -30 20 0 Z", b),
    ]
    made += [line("M -7 -2 L -7 -20 M 7 -2 L 7 -20", 3), path(head, b), oval(-9, -65, 2.6, 3.6, INK, "")]
    made += [oval(9, -65, 2.6, 3.6, INK, ""), path("M -3 -58 L 3 -58 L 0 -55 Z", "#E98A80", width=2)]
    return (*made, line("M -30 -60 L -17 -57 M 30 -60 L 17 -57", 2.2))


def book() -> Drawn:
    """Return an open book."""
    pages = path("M 0 -34 Q -18 -42 -34 -36 L -34 -6 Q -18 -12 0 -4 Q 18 -12 34 -6 L 34 -36 Q 18 -42 0 -34 Z", WHITE)
    return (
        pages,
        line("M 0 -34 L 0 -4", 3),
        line("M -26 -28 L -10 -30 M -26 -20 L -10 -22 M 10 -30 L 26 -28 M 10 -22 L 26 -20", 2.2, STEEL),
    )


def closed_book() -> Drawn:
    """Return a closed book, carried."""
    return (box(-20, -50, 40, 50, HEART, 4), line("M -12 -48 L -12 -4", 3))


def cigarette() -> Drawn:
    """Return a lit cigarette."""
    return (
        line("M -2 0 L 22 -6", 10),
        line("M -2 0 L 18 -5", 4.6, WHITE),
        line("M 26 -14 Q 34 -24 26 -34 Q 20 -44 28 -54", 3.6, STEEL),
    )


def note() -> Drawn:
    """Return paper money."""
    return (
        box(-26, -28, 52, 28, "#B9D8B0", 3),
        oval(0, -14, 8, fill=WHITE, width=3),
        line("M -20 -22 L -16 -22 M 16 -6 L 20 -6", 2.4),
    )


def fire() -> Drawn:
    """Return a fire."""
    outer = (
        "M 0 0 C -34 -2 -36 -34 -18 -54 C -16 -42 -10 -40 -8 -42 "
        "C -14 -66 4 -80 10 -92 C 12 -72 34 -58 34 -32 C 34 -12 22 0 0 0 Z"
    )
    return (
        path(outer, "#E98A4F"),
        path("M 2 0 C -16 -2 -16 -22 -4 -34 C 0 -28 4 -28 6 -38 C 20 -26 22 -4 2 0 Z", GOLD, width=3),
    )


def broken_things() -> Drawn:
    """Return a broken cup and its pieces."""
    cup = path("M -26 0 L -32 -38 L -20 -30 L -12 -40 L -2 -28 L 6 -38 L 4 0 Z", WHITE)
    bits: list[Ink] = [
        path(d, WHITE, width=3)
        for d in ("M 16 -2 L 26 -18 L 34 -4 Z", "M 36 -14 L 46 -24 L 50 -10 Z", "M -48 -2 L -42 -14 L -36 -2 Z")
    ]
    return (cup, line("M -32 -30 C -48 -30 -46 -10 -29 -12", 4), *bits, line("M 22 -34 L 30 -44 M 44 -36 L 54 -42", 4))


def heart() -> Drawn:
    """Return a heart."""
    return (
        path("M 0 0 C -50 -30 -38 -66 -16 -62 C -6 -60 0 -50 0 -46 C 0 -50 6 -60 16 -62 C 38 -66 50 -30 0 0 Z", HEART),
    )


def smoke() -> Drawn:
    """Return a cloud of smoke."""
    puff = "M -36 -10 C -56 -14 -52 -38 -34 -38 C -36 -58 -8 -64 0 -50 C 12 -64 38 -54 32 -36 C 52 -34 50 -8 32 -10 Z"
    return (path(puff, STONE), line("M -22 -28 C -14 -36 -6 -28 -10 -22 M 8 -34 C 18 -40 24 -28 16 -24", 3))


SMALL: Final[dict[Thing, Callable[[], Drawn]]] = {
    Thing.TEDDY: teddy, Thing.BOTTLE: bottle, Thing.GLASS: glass, Thing.PILLS: pills, Thing.PHONE: phone,
    Thing.LETTER: letter, Thing.FOOD: food, Thing.BALL: ball, Thing.BAG: bag, Thing.TOYS: toys, Thing.DOG: dog,
    Thing.CAT: cat, Thing.FIRE: fire, Thing.BROKEN_THINGS: broken_things, Thing.HEART: heart, Thing.SMOKE: smoke,
}  # fmt: skip
