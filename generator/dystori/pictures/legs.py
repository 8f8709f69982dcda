"""Legs and shoes, standing, walking and sitting; a baby's bare feet."""

from __future__ import annotations

from dystori.pictures.bodies import Body
from dystori.pictures.palette import CLOTH, DARK_SHOE, SHOE, SKIN, WHITE
from dystori.pictures.people import Person
from dystori.pictures.shapes import Ink, limb, oval, path
from dystori_schemas.scenes import Outfit, Skin, Stature, Wear


def seated(body: Body) -> float:
    """Return the height of a seat for this body: a child's feet hang."""
    return 76 if body.grown else min(56, body.hip_up)


def legs(person: Person, body: Body, pose: str, hip: float) -> list[Ink]:
    """Return legs and feet in a pose, from a hip at this height."""
    cloth, skin = CLOTH[person.bottom][0], SKIN[list(Skin).index(person.skin)]
    gown = person.outfit is Outfit.JUDGE
    bare = person.wears in (Wear.SKIRT, Wear.DRESS) and not gown
    colour = skin if bare else cloth
    shoe = DARK_SHOE if person.bottom in ("black", "gown") else SHOE
    x, thick = body.hip * 0.52, body.leg_thick
    made: list[Ink] = []
    if person.age is Stature.BABY:
        for side in (-1, 1):
            made += limb([(side * 12, -12), (side * 26, -14), (side * 33, -9)], thick + 2, CLOTH[person.top][0])
            made.append(oval(side * 38, -13, 9.5, 12, WHITE))
        return made
    if pose == "sit":
        for side in (-1, 1):
            knee, low = side * (x + 6), hip + 16
            foot = min(-9, low + (body.hip_up - 26) * 0.72) if not body.grown else -9
            thigh = CLOTH[person.top][0] if person.wears is Wear.DRESS else cloth
            made.append(oval(knee, foot + 1, thick * 0.62, thick * 0.42, shoe))
            made += limb([(side * x, hip - 4), (knee + side * 3, hip + 2), (knee, hip + 14)], thick + 3, thigh)
            made += limb([(knee, hip + 14), (knee, (hip + foot) / 2), (knee, foot - 8)], thick, colour)
        return made
    if pose == "kneel":
        for side in (-1, 1):
            knee = side * (x + 8)
            made.append(oval(knee + side * 6, -9, thick * 0.7, 9, shoe))
            made += limb([(side * x, hip - 4), (knee + side * 6, hip * 0.6), (knee, -thick * 0.62)], thick + 5, cloth)
        return made
    for side in (-1, 1):
        # Who walks sets one foot ahead and lifts the heel of the other.
        foot, up = (side * x * 2.1, 0 if side > 0 else 7) if pose == "walk" else (side * x, 0)
        width = thick - (4 if bare else 0)
        made += limb([(side * x, hip), ((side * x + foot) / 2, hip / 2), (foot, -thick * 0.75 - up)], width, colour)
        toe = 5 if pose == "walk" else side * 3
        d = f"M {foot - thick * 0.66} {-1 - up} C {foot - thick * 0.8 + toe * 0.6} {-thick * 0.8 - up}"
        d += f" {foot + thick * 0.8 + toe * 0.6} {-thick * 0.8 - up} {foot + thick * 0.66 + toe} {-1 - up} Z"
        made.append(path(d, shoe))
    if person.wears is Wear.SKIRT:
        half, mid = body.hip, hip * 0.5
        d = f"M {-half} {hip - 8} L {-half - 11} {mid} Q 0 {mid + 7} {half + 11} {mid} L {half} {hip - 8} Z"
        made.append(path(d, cloth))
    return made
