"""Clothes over a body: patterns that tell people apart without colour, and two signs for each kind of work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dystori.pictures.bodies import Body
from dystori.pictures.palette import CLOTH, FRAME, GOLD, INK, SKIN, WHITE
from dystori.pictures.people import Person
from dystori.pictures.shapes import Ink, Shape, box, line, oval, path, steps
from dystori_schemas.scenes import Outfit, Pattern, Skin, Stature


@dataclass(frozen=True, slots=True)
class Trunk:
    """A body's trunk as it stands in one pose: heights of shoulder, hip and hem, and its half width at a height."""

    shoulder: float
    hip: float
    hem: float
    edge: Callable[[float], float]


def pattern(person: Person, body: Body, trunk: Trunk) -> list[Ink]:
    """Return what is on somebody's top."""
    dark = CLOTH[person.top][1]
    if person.outfit is not Outfit.EVERYDAY:
        return []
    match person.pattern:
        case Pattern.STRIPES:
            return _stripes(person, body, trunk, dark)
        case Pattern.DOTS:
            return _dots(trunk, dark)
        case Pattern.HEART:
            c = trunk.shoulder + 34
            d = f"M 0 {c + 14} C -20 {c} -14 {c - 12} -6 {c - 12} C -2 {c - 12} 0 {c - 8} 0 {c - 6}"
            d += f" C 0 {c - 8} 2 {c - 12} 6 {c - 12} C 14 {c - 12} 20 {c} 0 {c + 14} Z"
            return [path(d, WHITE, dark, 2.5)]
        case Pattern.HOODIE:
            y, half, hip, hem = trunk.shoulder, body.shoulder * 0.62, body.hip, trunk.hem
            pocket = (
                f"M {-hip * 0.6} {hem - 4} L {-hip * 0.45} {hem - 24} L {hip * 0.45} {hem - 24} L {hip * 0.6} {hem - 4}"
            )
            strings = line(f"M -7 {y + 10} L -7 {y + 28} M 7 {y + 10} L 7 {y + 26}", 3, dark)
            return [line(f"M {-half} {y - 2} Q 0 {y + 26} {half} {y - 2}", 5, dark), line(pocket, 3, dark), strings]
        case Pattern.CARDIGAN:
            y = trunk.shoulder
            buttons = [
                oval(7, y + 42 + at * 16, 2.6, fill=INK, stroke="")
                for at in range(max(1, int((trunk.hem - y - 46) / 16)))
            ]
            shirt = path(f"M -11 {y - 4} L 0 {y + 30} L 11 {y - 4} Z", WHITE, width=3)
            return [shirt, line(f"M 0 {y + 30} L 0 {trunk.hem}", 3), *buttons]
        case Pattern.DUNGAREES:
            return _dungarees(person, trunk)
        case _:
            return []


def _stripes(person: Person, body: Body, trunk: Trunk, dark: str) -> list[Ink]:
    made: list[Ink] = []
    y = trunk.shoulder + 16
    while y < trunk.hem - 8:
        half = trunk.edge(y) - 2.4
        if person.age is Stature.BABY:
            half = body.hip - 4 if y > trunk.shoulder + 20 else body.shoulder + 2
        made.append(Shape(steps(f"M {-half} {y} L {half} {y}"), "", dark, 6, blunt=True))
        y += 15
    return made


def _dots(trunk: Trunk, dark: str) -> list[Ink]:
    made: list[Ink] = []
    y, row = trunk.shoulder + 20, 0
    while y < trunk.hem - 8:
        half = trunk.edge(y) - 10
        at = [x * 18 + (9 if row % 2 else 0) for x in range(-4, 5)]
        made += [oval(x, y, 3.6, fill=dark, stroke="") for x in at if abs(x) < half]
        y, row = y + 14, row + 1
    return made


def _dungarees(person: Person, trunk: Trunk) -> list[Ink]:
    y, low, half = trunk.shoulder, trunk.hem, trunk.edge(trunk.hem) - 2
    cloth = CLOTH[person.bottom][0]
    bib = f"M -15 {y + 20} L 15 {y + 20} L 17 {y + 40} L {half} {y + 46} L {half} {low - 1}"
    bib += f" L {-half} {low - 1} L {-half} {y + 46} L -17 {y + 40} Z"
    straps = f"M -14 {y + 22} L -19 {y - 2} M 14 {y + 22} L 19 {y - 2}"
    return [path(bib, cloth, width=3), line(straps, 8), line(straps, 4, cloth)]


def work(person: Person, body: Body, trunk: Trunk) -> list[Ink]:
    """Return the signs of somebody's work, over the neck."""
    match person.outfit:
        case Outfit.POLICE:
            return _police(body, trunk)
        case Outfit.NURSE:
            return _nurse(person, trunk)
        case Outfit.DOCTOR:
            return _doctor(body, trunk)
        case Outfit.TEACHER:
            y = trunk.shoulder
            shirt = path(f"M -13 {y - 4} L 0 {y + 22} L 13 {y - 4} Z", WHITE, width=3)
            buttons = [oval(6, y + 34 + at * 15, 2.4, fill=INK, stroke="") for at in range(3)]
            return [shirt, line(f"M 0 {y + 22} L 0 {trunk.hem}", 3), *buttons]
        case Outfit.JUDGE:
            y = trunk.shoulder
            bands = f"M -3 {y + 8} L -14 {y + 40} L -3 {y + 42} L 0 {y + 12} L 3 {y + 42} L 14 {y + 40} L 3 {y + 8} Z"
            folds = f"M -24 {y + 2} L -24 {trunk.hem - 4} M 24 {y + 2} L 24 {trunk.hem - 4}"
            collar = line(f"M -14 {y - 4} L 0 {y + 10} L 14 {y - 4}", 6, WHITE)
            return [collar, path(bands, WHITE, width=3), line(folds, 3, CLOTH["gown"][1])]
        case Outfit.SOCIAL_WORKER:
            return _lanyard(person, trunk)
        case _:
            return []


def _police(body: Body, trunk: Trunk) -> list[Ink]:
    y, s, low = trunk.shoulder, body.shoulder, trunk.hip
    vest = f"M {-s + 5} {y + 2} L {-s + 7} {low - 6} L {s - 7} {low - 6} L {s - 5} {y + 2} L 14 {y + 2}"
    made: list[Ink] = [path(f"{vest} L 0 {y + 18} L -14 {y + 2} Z", "#2B2F3D")]
    made.append(box(-s + 6, y + 35, 2 * s - 12, 10, WHITE, stroke=""))
    x = -s + 6.0
    while x < s - 12:
        made.append(box(x, y + 35, 8, 10, INK, stroke=""))
        x += 16
    star = f"M 16 {y + 12} L 18.5 {y + 18} L 25 {y + 18} L 20 {y + 22} L 22 {y + 29} L 16 {y + 25} L 10 {y + 29}"
    return [*made, path(f"{star} L 12 {y + 22} L 7 {y + 18} L 13.5 {y + 18} Z", GOLD, width=2)]


def _nurse(person: Person, trunk: Trunk) -> list[Ink]:
    y = trunk.shoulder
    collar = f"M -12 {y - 4} L 0 {y + 20} L 12 {y - 4} L 20 {y - 2} L 3 {y + 30} L -3 {y + 30} L -20 {y - 2} Z"
    watch: list[Ink] = [
        line(f"M 19 {y + 24} L 19 {y + 34}", 3),
        oval(19, y + 40, 6.5, fill=WHITE, width=2.8),
        line(f"M 19 {y + 40} L 19 {y + 36} M 19 {y + 40} L 22 {y + 40}", 2),
    ]
    pocket = box(-28, trunk.hip - 22, 20, 18, CLOTH[person.top][0], 3, width=2.8)
    return [path(collar, WHITE, width=2.8), line(f"M 0 {y + 30} L 0 {trunk.hem}", 2.6), *watch, pocket]


def _doctor(body: Body, trunk: Trunk) -> list[Ink]:
    y, s, low = trunk.shoulder, body.shoulder, min(trunk.hip + 38, -4)
    made: list[Ink] = []
    for side in (-1, 1):
        coat = f"M {side * 8} {y - 5} C {side * s * 0.85} {y - 4} {side * (s + 2)} {y} {side * (s + 2)} {y + 14}"
        coat += f" L {side * (body.hip + 7)} {low} L {side * 7} {low} L {side * 9} {y + 40} Z"
        made.append(path(coat, WHITE))
    tube = f"M -14 {y} C -16 {y + 30} -10 {y + 44} 2 {y + 44} C 14 {y + 44} 18 {y + 26} 14 {y}"
    made += [line(tube, 5), line(f"M 2 {y + 44} C 4 {y + 52} 10 {y + 58} 17 {y + 56}")]
    return [*made, oval(20, y + 57, 6, fill="#B4B0AB", width=3)]


def _lanyard(person: Person, trunk: Trunk) -> list[Ink]:
    y, skin = trunk.shoulder, SKIN[list(Skin).index(person.skin)]
    ribbon = f"M -15 {y - 3} L 0 {y + 44} L 15 {y - 3}"
    card: list[Ink] = [box(-12, y + 42, 24, 31, WHITE, 3, width=3), oval(0, y + 52, 5, fill=skin, width=2)]
    lines = line(f"M -7 {y + 63} L 7 {y + 63} M -7 {y + 68} L 4 {y + 68}", 2.2, FRAME)
    return [line(ribbon, 8), line(ribbon, 4, CLOTH["teal"][0]), *card, lines]
