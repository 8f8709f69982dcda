"""What somebody holds: which hands it takes, and the thing in them."""

from __future__ import annotations

from typing import Final

from dystori.pictures.arms import Point
from dystori.pictures.feelings import Arms
from dystori.pictures.people import Person
from dystori.pictures.shapes import Drawn, Ink, moved, placing
from dystori.pictures.small import SMALL
from dystori_schemas.scenes import Held, Outfit, Stature, Thing

#: Held before the body in both hands: how large, and how far it hangs below the hands.
_BOTH: Final = {Held.TEDDY: (0.95, 28), Held.BALL: (1.15, 34), Held.BOOK: (1.35, 30), Held.LETTER: (1.25, 30)}
#: Held in one hand: how large, and how far its foot is below the hand; what lies on the hand is seen whole.
_ONE: Final = {
    Held.BOTTLE: (1.3, 40),
    Held.GLASS: (1.35, 22),
    Held.FOOD: (1.25, -6),
    Held.PILLS: (1.2, -6),
    Held.CIGARETTE: (1.6, 2),
    Held.MONEY: (1.5, -2),
}
_PICTURES: Final = {
    Held.TEDDY: Thing.TEDDY, Held.BALL: Thing.BALL, Held.BOTTLE: Thing.BOTTLE, Held.GLASS: Thing.GLASS,
    Held.FOOD: Thing.FOOD, Held.PILLS: Thing.PILLS, Held.LETTER: Thing.LETTER, Held.BAG: Thing.BAG,
    Held.PHONE: Thing.PHONE,
}  # fmt: skip


def grip(held: Held | None, arms: Arms) -> Arms:
    """Return where the hands go with something in them."""
    left, right = arms
    if held is None:
        return arms
    if held in _BOTH:
        return "hold", "hold"
    if held is Held.BAG:
        return "down", "down" if right in ("fold", "cross", "hip", "belly", "lap") else right
    if held is Held.PHONE:
        return arms if "ear" in arms else ("down" if left in ("fold", "cross") else left, "hold")
    return "down" if left in ("fold", "cross", "hug") else left, "out"


def held(
    thing: Held | None, hands: dict[int, Point], shoulder: float, hip: float, person: Person
) -> tuple[list[Ink], list[Ink]]:
    """Return what lies behind the arms and what lies before them."""
    small = 0.8 if person.age in (Stature.TODDLER, Stature.BABY) else 1.0
    if thing is None or not hands:
        return (_book(hands, shoulder) if person.outfit is Outfit.TEACHER and -1 in hands else []), []
    if thing in _BOTH:
        size, below = _BOTH[thing]
        y = max(hand[1] for hand in hands.values())
        return moved(_shapes(thing), placing(0, y + below * small, size * small)), []
    side = -1 if thing is Held.BAG and -1 in hands else max(hands)
    if thing is Held.PHONE:
        side = min(hands, key=lambda one: hands[one][1])
    x, y = hands[side]
    if thing is Held.BAG:
        return moved(_shapes(thing), placing(x, y + 56 * small, 0.9 * small)), []
    if thing is Held.PHONE:
        return [], moved(_shapes(thing), placing(x - (5 if side < 0 else -5), y + 20, small))
    size, below = _ONE[thing]
    return moved(_shapes(thing), placing(x, y + below * small, size * small)), []


def _shapes(thing: Held) -> Drawn:
    from dystori.pictures.small import book, cigarette, note

    if thing in _PICTURES:
        return SMALL[_PICTURES[thing]]()
    return {Held.BOOK: book, Held.CIGARETTE: cigarette, Held.MONEY: note}[thing]()


def _book(hands: dict[int, Point], shoulder: float) -> list[Ink]:
    """Return the book under a teacher's arm."""
    from dystori.pictures.small import closed_book

    x, _ = hands[-1]
    return moved(closed_book(), placing(x - 2, shoulder + 88))
