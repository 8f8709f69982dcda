"""Heads: face, hair, beard, glasses and what stands on a face, drawn round the middle of the head."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import cache
from importlib.resources import files
from typing import Final

from dystori.pictures.bodies import Body
from dystori.pictures.feelings import Brow, Look
from dystori.pictures.mouths import mouth
from dystori.pictures.palette import CHEEK, CLOTH, GOLD, HAIR, INK, SKIN, WATER, WHITE
from dystori.pictures.people import Person
from dystori.pictures.shapes import Ink, box, line, moved, oval, path, placing
from dystori_schemas.scenes import Beard, Hair, Headwear, Outfit, Skin, Stature

#: Hair that hides the ears.
_HIDES_EARS: Final = {Hair.BOB, Hair.LONG, Hair.WAVY, Hair.LOCS, Hair.CURLS}


@cache
def _parts() -> dict[str, tuple[tuple[str, str, str, bool], ...]]:
    """Return the drawn parts by name: a path's layer, the role of its colour, itself, whether it has a hole."""
    root = ET.fromstring(files(__package__).joinpath("parts.svg").read_text(encoding="utf-8"))
    return {
        group.get("id", ""): tuple(
            (one.get("data-layer", ""), one.get("class", ""), one.get("d", ""), one.get("fill-rule") == "evenodd")
            for one in group
        )
        for group in root.iter("{http://www.w3.org/2000/svg}g")
    }


def hair(person: Person, layer: str) -> list[Ink]:
    """Return the hair and headwear of a layer: ``back``, ``drape`` (before the shoulders) or ``front``."""
    made = part(f"hair-{person.hair}", layer, person)
    if person.headwear is None:
        return made
    if person.headwear is Headwear.HAT and layer != "front":
        return made
    worn = part(f"wear-{person.headwear}", layer, person)
    return [*made, *worn] if person.headwear is Headwear.HAT else worn


def part(name: str, layer: str, person: Person) -> list[Ink]:
    """Return one layer of a drawn part in somebody's colours."""
    fill, strand = HAIR[person.hair_colour]
    cloth, fold = CLOTH[person.headwear_colour]
    looks = {
        "hair": lambda d, h: path(d, fill, holed=h),
        "hairfill": lambda d, h: path(d, fill, ""),
        "strand": lambda d, h: line(d, 3, strand),
        "line": lambda d, h: line(d),
        "band": lambda d, h: line(d, 8, CLOTH["red"][0]),
        "shine": lambda d, h: line(d, 4, WHITE),
        "cloth": lambda d, h: path(d, cloth, holed=h),
        "fold": lambda d, h: line(d, 3, fold),
        "navy": lambda d, h: path(d, "#2F3F6B"),
        "white": lambda d, h: path(d, WHITE, width=3),
        "check": lambda d, h: path(d, INK, ""),
        "star": lambda d, h: path(d, GOLD, width=2),
    }
    return [looks[role](d, holed) for on, role, d, holed in _parts().get(name, ()) if on == layer]


def head(person: Person, body: Body, look: Look, turned: float) -> list[Ink]:
    """Return a head whose middle is at 0, 0; ``turned`` shifts the face from -1 (our left) to 1."""
    skin = SKIN[list(Skin).index(person.skin)]
    gaze = (turned * 8 + look.gaze[0], look.gaze[1])
    made: list[Ink] = []
    if person.headwear is not Headwear.HEADSCARF and not (person.hair in _HIDES_EARS and person.headwear is None):
        made += [oval(side * 45, 6 + gaze[1] * 0.5, 8.5, 10, skin) for side in (-1, 1)]
    made.append(path(_parts()[f"head-{body.shape}"][0][2], skin))
    face: list[Ink] = []
    if look.cheeks or person.age in (Stature.BABY, Stature.TODDLER):
        rosy = CHEEK[list(Skin).index(person.skin)]
        face += [oval(side * 29, 19 + body.mouth_y * 0.6, 7.5, 5.5, rosy, "") for side in (-1, 1)]
    if person.beard in (Beard.FULL, Beard.SHORT):
        made.append(path(_parts()[f"beard-{person.beard}"][0][2], HAIR[person.hair_colour][0]))
        # A bare patch round the mouth, or a beard swallows what the mouth says.
        face.append(oval(0, 28 + body.mouth_y, 23, 15, skin, ""))
    face += _eyes(look, body, skin)
    face += _age(person, body, look)
    face += _brows(look, body, 4.0 if person.age in (Stature.BABY, Stature.TODDLER) else 4.6)
    nose = 13 + body.mouth_y * 0.7
    face.append(line(f"M -4 {nose} Q 1 {nose + 5} 5 {nose}", 3.2))
    face += mouth(look.mouth, body.mouth_y)
    if person.beard is Beard.MOUSTACHE:
        face.append(path(_parts()["beard-moustache"][0][2], HAIR[person.hair_colour][0], width=2.6))
    made += moved(face, placing(*gaze))
    made += hair(person, "front")
    made += _worn(person, body, gaze)
    return made + _wet(look, body, gaze)


def _eyes(look: Look, body: Body, skin: str) -> list[Ink]:
    made: list[Ink] = []
    y, r = body.eye_y, body.eye
    for side in (-1, 1):
        x = side * body.eye_x
        match look.eyes:
            case "wide":
                made += [oval(x, y, r * 2, r * 2.3, WHITE, width=3), oval(x, y, r * 0.85, fill=INK, stroke="")]
            case "up":
                made += [oval(x, y, r * 1.5, r * 1.7, WHITE, width=3)]
                made += [oval(x + 2, y - r * 0.7, r * 0.8, fill=INK, stroke="")]
            case "arched":
                made.append(line(f"M {x - 9} {y + 3} Q {x} {y - 9} {x + 9} {y + 3}", 4.4))
            case "shut":
                made.append(line(f"M {x - 9} {y - 1} Q {x} {y + 8} {x + 9} {y - 1}", 4.4))
            case "squeezed":
                made.append(line(f"M {x - side * 9} {y - 4} L {x + side * 3} {y + 1} L {x - side * 9} {y + 6}", 4.4))
            case "half":
                made += [oval(x, y + 2, r, r * 1.15, INK, ""), box(x - 9, y - 9, 18, 10, skin, stroke="")]
                made.append(line(f"M {x - 9} {y + 1} L {x + 9} {y + 1}"))
            case "low":
                lid = f"M {x - side * 9} {y - 7} Q {x} {y - 8} {x + side * 9} {y - 1}"
                made += [oval(x, y + 2, r, r * 1.2, INK, ""), line(lid, 3)]
            case _:
                made += [oval(x, y, r, r * 1.28, INK, "")]
                made += [oval(x + r * 0.35, y - r * 0.5, r * 0.32, fill=WHITE, stroke="")]
                if look.eyes == "soft":
                    made.append(line(f"M {x - 8} {y - 4} Q {x} {y - 11} {x + 8} {y - 4}", 3))
        if "bags" in look.marks:
            made.append(line(f"M {x - 7} {y + 10} Q {x} {y + 14} {x + 7} {y + 10}", 2.6))
    return made


def _age(person: Person, body: Body, look: Look) -> list[Ink]:
    """Return the lines of an older face: outside the eyes, and from the nose where nothing else is there."""
    if person.age is not Stature.OLDER:
        return []
    made: list[Ink] = []
    x, y = body.eye_x, body.eye_y
    for side in (-1, 1):
        if not person.glasses:
            d = f"M {side * (x + 12)} {y - 2} L {side * (x + 17)} {y - 5} M {side * (x + 12)} {y + 4}"
            made.append(line(f"{d} L {side * (x + 17)} {y + 6}", 2.4))
        if look.mouth not in ("grin", "shout", "thermometer", "sob", "scream") and person.beard is None:
            made.append(line(f"M {side * 16} 15 Q {side * 23} 19 {side * 23} 26", 2.4))
    return made


def _brows(look: Look, body: Body, width: float) -> list[Ink]:
    made: list[Ink] = []
    for side in (-1, 1):
        brow: Brow = look.other_brow if side < 0 and look.other_brow else look.brow
        inner, outer, bend = brow
        x, y = side * body.eye_x, body.brow_y
        middle = y + (inner + outer) / 2 + bend
        made.append(line(f"M {x - side * 8} {y + inner} Q {x} {middle} {x + side * 9} {y + outer}", width))
    return made


def _worn(person: Person, body: Body, gaze: tuple[float, float]) -> list[Ink]:
    """Return glasses, a hearing aid and the cap of a police officer."""
    made: list[Ink] = []
    x, y = body.eye_x, body.eye_y
    if person.glasses:
        rims: list[Ink] = [oval(side * x, y + 1, 14.5, 14, width=3.6) for side in (-1, 1)]
        rims.append(line(f"M -3.5 {y} Q 0 {y - 3} 3.5 {y}", 3.6))
        made += moved(rims, placing(*gaze))
        for side in (-1, 1):
            hinge = f"M {side * (x + 14.5) + gaze[0]} {y + gaze[1]}"
            made.append(line(f"{hinge} L {side * 43} {y + gaze[1] - 2}", 3.4))
    if person.hearing_aid:
        behind = "M 52 -8 C 60 -6 60 10 53 15"
        made += [line("M 44 4 C 44 -12 49 -14 52 -8", 3), line(behind, 12), line(behind, 6.4, "#3F8FD2")]
        made.append(oval(45, 7, 5, 5.5, "#3F8FD2", width=2.6))
    if person.outfit is Outfit.POLICE and person.headwear is None:
        made += part("cap-police", "", person)
    return made


def _wet(look: Look, body: Body, gaze: tuple[float, float]) -> list[Ink]:
    """Return tears, and the drop of sweat of somebody worried or ill."""
    made: list[Ink] = []
    x, y = body.eye_x, body.eye_y
    if "tear" in look.marks:
        tear = "M 0 0 C -6 10 -5 15 0 15 C 5 15 6 10 0 0 Z"
        made += moved([path(tear, WATER, width=2.6)], placing(x + 8 + gaze[0], y + 13 + gaze[1]))
    if "tears" in look.marks:
        for side in (-1, 1):
            d = f"M {side * (x + 2) - 4} {y + 8} L {side * (x + 6) - 5} {y + 34} Q {side * (x + 6)} {y + 40}"
            d += f" {side * (x + 6) + 5} {y + 34} L {side * (x + 2) + 4} {y + 8} Z"
            made.append(path(d, WATER, width=2.6))
    if "drop" in look.marks:
        made.append(path("M -44 -34 C -54 -22 -54 -14 -46 -12 C -38 -11 -36 -20 -44 -34 Z", WATER, width=2.8))
    return made
