"""Marks round a head: strokes of anger, a question mark, sleep; they help a feeling and never carry it alone."""

from __future__ import annotations

import math
from typing import Final

from dystori.pictures.feelings import Look
from dystori.pictures.palette import HEART, INK
from dystori.pictures.people import Person
from dystori.pictures.shapes import Ink, line, moved, oval, path, placing
from dystori_schemas.scenes import Hair, Headwear

#: Half the width and the height of hair that stands out: marks keep clear of it.
_SPREAD: Final = {
    Hair.AFRO: (78, 92),
    Hair.CURLS: (70, 74),
    Hair.BUN: (56, 92),
    Hair.LONG: (66, 62),
    Hair.WAVY: (68, 62),
    Hair.LOCS: (66, 62),
}
_WORN: Final = {
    Headwear.TURBAN: (62, 88),
    Headwear.PATKA: (56, 80),
    Headwear.HEADSCARF: (60, 62),
    Headwear.HAT: (58, 84),
}


def marks(person: Person, look: Look) -> list[Ink]:
    """Return the marks round somebody's head, whose middle is at 0, 0."""
    wide, high = _WORN[person.headwear] if person.headwear else _SPREAD.get(person.hair, (58, 64))
    made: list[Ink] = []
    out = wide - 58
    for mark in look.marks:
        match mark:
            case "strokes":
                for side in (-1, 1):
                    k = side * out
                    d = f"M {side * 66 + k} -40 L {side * 80 + k} -50 M {side * 69 + k} -20 L {side * 86 + k} -23"
                    made.append(line(f"{d} M {side * 56 + k} -58 L {side * 65 + k} -72", 5))
            case "question":
                hook = line("M -66 -58 C -68 -76 -42 -78 -44 -62 C -46 -52 -56 -52 -56 -42", 6)
                made += moved([hook, oval(-56, -31, 3.8, fill=INK, stroke="")], placing(8 - out, -6))
            case "sleep":
                zs = [
                    line("M 54 -52 L 66 -52 L 54 -38 L 66 -38", 4.4),
                    line("M 68 -80 L 84 -80 L 68 -62 L 84 -62", 4.8),
                ]
                made += moved(zs, placing(out))
            case "shiver":
                for side in (-1, 1):
                    near = f"M {side * 68} -34 Q {side * 76} -27 {side * 68} -20 Q {side * 60} -13 {side * 68} -6"
                    far = f"M {side * 81} -30 Q {side * 88} -24 {side * 81} -18 Q {side * 75} -12 {side * 81} -6"
                    made += moved([line(near), line(far)], placing(side * (wide - 56), -12))
            case "heart":
                d = (
                    "M 66 -44 C 54 -54 54 -68 64 -68 C 70 -68 72 -62 72 -60 "
                    "C 72 -62 75 -68 81 -68 C 91 -66 90 -54 72 -40 Z"
                )
                made += moved([path(d, HEART, width=3.4)], placing(out * 0.8, -4))
            case "rays":
                for angle in (-2.7, -2.3, -1.9, -1.24, -0.84, -0.44):
                    x, y = math.cos(angle), math.sin(angle)
                    inner = f"M {x * (wide + 8)} {y * (high + 4) - 6}"
                    made.append(line(f"{inner} L {x * (wide + 22)} {y * (high + 18) - 6}", 5, "#C98A0C"))
            case _:  # drawn on the face
                pass
    return made
