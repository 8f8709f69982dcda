"""Mouths, all within 36 by 24 units, so that a beard or a round face holds any of them."""

from __future__ import annotations

from dystori.pictures.feelings import Mouth
from dystori.pictures.palette import INSIDE_MOUTH, TONGUE, WHITE
from dystori.pictures.shapes import Ink, line, moved, oval, path, placing


def mouth(kind: Mouth, down: float) -> list[Ink]:
    """Return a mouth, so far below its place on a grown face."""
    return moved(_mouth(kind), placing(0, down))


def _mouth(kind: Mouth) -> list[Ink]:
    match kind:
        case "grin":
            tongue = path("M -8 32 Q 0 26 8 32 Q 0 37 -8 32 Z", TONGUE, "")
            return [path("M -16 17 Q 0 22 16 17 Q 15 37 0 37 Q -15 37 -16 17 Z", INSIDE_MOUTH), tongue]
        case "wide-smile":
            ends = [line("M -20 20 Q -17 17 -14 17", 3), line("M 20 20 Q 17 17 14 17", 3)]
            return [line("M -16 20 Q 0 38 16 20", 4.4), *ends]
        case "smile":
            return [line("M -12 22 Q 0 33 12 22", 4.4)]
        case "small":
            return [line("M -9 24 Q 0 29 9 24", 4.2)]
        case "frown":
            return [line("M -13 31 Q 0 19 13 31", 4.6)]
        case "wobble":
            return [line("M -12 28 Q -7 21 -2 26 Q 3 31 12 25", 4.4)]
        case "squiggle":
            return [line("M -13 27 Q -8 20 -3 25 Q 2 30 6 25 Q 9 21 13 24", 4.2)]
        case "scream":
            return [path("M -12 34 Q -13 18 0 18 Q 13 18 12 34 Q 0 28 -12 34 Z", INSIDE_MOUTH)]
        case "teeth":
            lips = path("M -15 31 Q -14 21 0 20 Q 14 21 15 31 Q 0 27 -15 31 Z", WHITE, width=3.6)
            return [lips, line("M -5 20.5 L -5 28 M 5 20.5 L 5 28", 2.4)]
        case "shout":
            teeth = path("M -11 18 Q 0 15 11 18 L 10 22 L -10 22 Z", WHITE, "")
            return [path("M -14 17 Q 0 12 14 17 Q 18 38 0 38 Q -18 38 -14 17 Z", INSIDE_MOUTH), teeth]
        case "sob":
            return [path("M -12 35 Q -14 20 0 20 Q 14 20 12 35 Q 0 30 -12 35 Z", INSIDE_MOUTH)]
        case "yawn":
            return [oval(0, 27, 7, 8.5, INSIDE_MOUTH)]
        case "talk":
            return [path("M -9 22 Q 0 19 9 22 Q 9 33 0 33 Q -9 33 -9 22 Z", INSIDE_MOUTH, width=3.6)]
        case "thermometer":
            glass = [line("M 4 27 L 42 7", 15), line("M 4 27 L 42 7", 8.4, WHITE)]
            return [line("M -11 28 Q -6 24 0 27 Q 5 30 10 26", 4.2), *glass, line("M 4 27 L 24 16.5", 4.6, "#D8432F")]
