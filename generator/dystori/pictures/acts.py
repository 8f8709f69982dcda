"""What happens in a scene, told as the stance of each person: whose face shouts, who looks at whom, where hands go."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dystori.pictures.described import Described, Someone
from dystori.pictures.feelings import ASLEEP, CRYING, FEELINGS, NEUTRAL, SHOUTING, TALKING, Arm, Arms, Look
from dystori.pictures.figure import Pose, Stance
from dystori_schemas.scenes import Doing, Feeling, Happening, Held, Outfit, Place, Stature

#: What the first in a scene does by what happens, where nothing else is said of them.
_FIRST: Final = {
    Happening.SHOUTING: Doing.SHOUTING,
    Happening.HITTING: Doing.SHOUTING,
    Happening.CRYING: Doing.CRYING,
    Happening.TALKING: Doing.TALKING,
    Happening.LEAVING: Doing.WALKING,
    Happening.ARRIVING: Doing.WALKING,
    Happening.PHONING: Doing.PHONING,
}
_UNQUIET: Final = {Happening.ARGUING, Happening.SHOUTING, Happening.HITTING}
_SOFT_SEATS: Final = {Place.HOME, Place.FAMILY_CENTRE, Place.FOSTER_HOME}
#: Faces that an act makes, whatever is felt.
_FACES: Final = {Doing.SHOUTING: SHOUTING, Doing.CRYING: CRYING, Doing.SLEEPING: ASLEEP}


def doing(scene: Described, at: int) -> Doing:
    """Return what somebody does: what is said of them, or what happens to everybody."""
    one = scene.people[at]
    if one.does is not None:
        return one.does
    happens = scene.happens
    if happens is Happening.ARGUING and at in quarrelling(scene):
        return Doing.SHOUTING
    if happens is Happening.SLEEPING and (one.young or len(scene.people) == 1):
        return Doing.SLEEPING
    if happens is Happening.PLAYING and one.young:
        return Doing.PLAYING
    if happens in _FIRST and at == 0 and not (happens in _UNQUIET and one.young):
        return _FIRST[happens]
    if happens is Happening.TALKING:
        return Doing.LISTENING
    return Doing.STANDING


def quarrelling(scene: Described) -> tuple[int, ...]:
    """Return the two who argue or between whom there is a blow: the first two who are no children."""
    if scene.happens not in _UNQUIET:
        return ()
    grown = [at for at, one in enumerate(scene.people) if not one.young]
    return tuple(grown[: 1 if scene.happens is Happening.SHOUTING else 2])


def order(scene: Described) -> tuple[int, ...]:
    """Return the people from left to right: a child never stands between two who shout, nor by a leaver's door."""
    all_ = tuple(range(len(scene.people)))
    first = quarrelling(scene)
    if first:
        return (*first, *(at for at in all_ if at not in first))
    if scene.happens is Happening.LEAVING and scene.place is not Place.FOSTER_HOME and len(all_) > 1:
        return (*all_[1:], 0)
    return all_


def sits(scene: Described, at: int) -> bool:
    """Return whether somebody sits: where it is said, and where people talk in a room with soft seats."""
    one = scene.people[at]
    if one.person.age is Stature.BABY:
        return False
    if one.does is not None:
        return one.does is Doing.SITTING
    return scene.happens is Happening.TALKING and scene.place in _SOFT_SEATS


def stance(scene: Described, at: int, left_to_right: tuple[int, ...]) -> Stance:
    """Return how somebody stands in a scene."""
    one, does = scene.people[at], doing(scene, at)
    look = _look(scene, one, at, does)
    turned = _turned(scene, at, left_to_right)
    pose: Pose = "sit" if sits(scene, at) else "walk" if does is Doing.WALKING else "stand"
    held = one.holding
    arms: Arms | None = None
    if does is Doing.PHONING:
        arms, held = ("ear", "down"), Held.PHONE
    elif does is Doing.WAVING:
        arms = ("down", "wave")
    elif does is Doing.SHOUTING:
        reach: Arm = "up" if scene.happens is Happening.HITTING else "reach"
        arms = ("hip", reach) if turned >= 0 else (reach, "hip")
    elif does is Doing.TALKING and one.feels in (None, Feeling.HAPPY, Feeling.CALM) and held is None:
        arms = (
            ("lap" if pose == "sit" else "down", "out") if turned >= 0 else ("out", "lap" if pose == "sit" else "down")
        )
    elif does is Doing.WALKING and scene.happens is Happening.LEAVING and held is None and at == 0:
        held, arms = Held.BAG, ("down", "wave")
    elif one.feels is Feeling.HAPPY and at in (left_to_right[0], left_to_right[-1]) and does is Doing.STANDING:
        # Of happy people those at the ends wave, so that no hand is before a neighbour's face.
        arms = ("wave", "down") if at == left_to_right[0] and len(left_to_right) > 1 else ("down", "wave")
    if does is Doing.SHOUTING and one.feels not in (None, Feeling.ANGRY):
        look = replace(look, marks=())
    return Stance(look, pose, arms, turned, held)


def _look(scene: Described, one: Someone, at: int, does: Doing) -> Look:
    if scene.happens is Happening.HITTING and at in quarrelling(scene)[1:]:
        return FEELINGS[Feeling.FRIGHTENED]
    # Somebody in a quarrel who is said to be sad looks sad; who is said to shout shouts.
    if does in _FACES and not (does is Doing.SHOUTING and one.does is None and one.feels not in (None, Feeling.ANGRY)):
        return _FACES[does]
    if one.feels is not None:
        felt = FEELINGS[one.feels]
        return replace(felt, mouth="talk") if does is Doing.TALKING and one.feels in _MAY_TALK else felt
    if does is Doing.TALKING:
        return TALKING
    if does is Doing.HUGGING:
        return FEELINGS[Feeling.SAFE if one.young else Feeling.CALM]
    if does in (Doing.PLAYING, Doing.WAVING) or scene.happens in (Happening.TOGETHER, Happening.PLAYING):
        return FEELINGS[Feeling.HAPPY]
    if scene.happens is Happening.HUGGING:
        return FEELINGS[Feeling.SAFE]
    if scene.happens in _UNQUIET and at not in quarrelling(scene):
        return FEELINGS[Feeling.WORRIED]
    if scene.happens is Happening.AROUND_ME and at == 0:
        return FEELINGS[Feeling.SAFE]
    if one.person.outfit is Outfit.JUDGE:
        return FEELINGS[Feeling.CALM]
    return NEUTRAL


#: Feelings whose mouth may move; the others would be lost with it.
_MAY_TALK: Final = {Feeling.CALM, Feeling.HAPPY}


def _turned(scene: Described, at: int, left_to_right: tuple[int, ...]) -> float:
    """Return which way somebody looks: at whom it is about, and else a little to the middle."""
    place, count = left_to_right.index(at), len(left_to_right)
    if count == 1:
        return 0.0
    pair = quarrelling(scene)
    if at in pair:
        return 1.0 if len(pair) == 1 or at == pair[0] else -1.0
    if pair:
        return -0.7
    if scene.happens is Happening.LEAVING and at == 0:
        return 0.8 if place else -0.8
    if scene.happens in (Happening.TALKING, Happening.ARRIVING, Happening.LEAVING):
        centre = left_to_right.index(0)
        if at != 0:
            return 0.7 if place < centre else -0.7
        return -0.7 if place == count - 1 else 0.7
    middle = (count - 1) / 2
    return round(0.4 * (middle - place) / middle, 2)
