"""How everybody looks: what the case says of them, and for the rest what their age, role and place in it suggest.

Nobody need be described. Somebody who is not still looks the same in every frame, and unlike the others: colour
tells people apart, and a pattern tells them apart again in grey print.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from dystori_schemas.choices import PersonKind, Role
from dystori_schemas.scenes import (
    Aid,
    Beard,
    Build,
    Hair,
    HairColour,
    Headwear,
    Outfit,
    Pattern,
    Skin,
    Somebody,
    Stature,
    Wear,
)


@dataclass(frozen=True, slots=True)
class Person:
    """How one person looks, in full."""

    age: Stature = Stature.ADULT
    build: Build = Build.MEDIUM
    skin: Skin = Skin.OLIVE
    hair: Hair = Hair.SHORT
    hair_colour: str = HairColour.BROWN
    headwear: Headwear | None = None
    headwear_colour: str = "teal"
    beard: Beard | None = None
    glasses: bool = False
    hearing_aid: bool = False
    pregnant: bool = False
    aid: Aid | None = None
    top: str = "teal"
    pattern: Pattern = Pattern.PLAIN
    wears: Wear = Wear.TROUSERS
    bottom: str = "blue"
    outfit: Outfit = Outfit.EVERYDAY


_OLDER: Final = {Role.GRANDMOTHER, Role.GRANDFATHER}
WOMEN: Final = {
    Role.MOTHER, Role.STEPMOTHER, Role.GRANDMOTHER, Role.SISTER, Role.AUNT, Role.TEACHER_WOMAN,
    Role.SOCIAL_WORKER_WOMAN,
}  # fmt: skip
MEN: Final = {Role.FATHER, Role.STEPFATHER, Role.GRANDFATHER, Role.BROTHER, Role.UNCLE}
_OUTFITS: Final = {
    Role.POLICE_OFFICER: Outfit.POLICE,
    Role.DOCTOR: Outfit.DOCTOR,
    Role.HEALTH_VISITOR: Outfit.NURSE,
    Role.MIDWIFE: Outfit.NURSE,
    Role.SCHOOL_NURSE: Outfit.NURSE,
    Role.TEACHER: Outfit.TEACHER,
    Role.TEACHER_WOMAN: Outfit.TEACHER,
    Role.HEADTEACHER: Outfit.TEACHER,
    Role.TEACHING_ASSISTANT: Outfit.TEACHER,
    Role.SOCIAL_WORKER: Outfit.SOCIAL_WORKER,
    Role.SOCIAL_WORKER_WOMAN: Outfit.SOCIAL_WORKER,
    Role.SUPPORT_WORKER: Outfit.SOCIAL_WORKER,
    Role.FAMILY_SUPPORT_WORKER: Outfit.SOCIAL_WORKER,
}
#: What an outfit brings: the colour of the top and of what is worn below.
OUTFIT_COLOURS: Final = {
    Outfit.POLICE: ("navy", "black"),
    Outfit.NURSE: ("sky", "navy"),
    Outfit.DOCTOR: ("sky", "black"),
    Outfit.TEACHER: ("green", "brown"),
    Outfit.JUDGE: ("gown", "gown"),
    Outfit.SOCIAL_WORKER: ("yellow", "blue"),
}
#: Neighbours in this round are far apart in grey.
_TOPS: Final = ("yellow", "navy", "pink", "purple", "sky", "red", "cream", "teal", "green", "brown")
_PATTERNS: Final = (Pattern.PLAIN, Pattern.STRIPES, Pattern.PLAIN, Pattern.DOTS, Pattern.HOODIE, Pattern.CARDIGAN)
_LONGER: Final = (Hair.BOB, Hair.WAVY, Hair.PONYTAIL, Hair.LONG, Hair.CURLS)
_SHORTER: Final = (Hair.SHORT, Hair.CROP, Hair.TOUSLED, Hair.SHORT, Hair.CROP)
_CHILDREN: Final = (Hair.TOUSLED, Hair.BOB, Hair.SHORT, Hair.PONYTAIL, Hair.CURLS)
_HAIR_COLOURS: Final = ("dark-brown", "black", "brown", "dark-brown", "red", "fair")
#: As dark as trousers of the usual blue.
_LIKE_BLUE: Final = {"blue", "purple", "teal", "grey", "red", "brown"}

STRANGERS: Final = {
    Somebody.JUDGE: Person(hair=Hair.BOB, hair_colour="grey", outfit=Outfit.JUDGE, top="gown", bottom="gown"),
    Somebody.POLICE_OFFICER: Person(hair=Hair.SHORT, outfit=Outfit.POLICE, top="navy", bottom="black"),
    Somebody.NURSE: Person(
        skin=Skin.BROWN, hair=Hair.BUN, hair_colour="black", outfit=Outfit.NURSE, top="sky", bottom="navy"
    ),
    Somebody.DOCTOR: Person(skin=Skin.TAN, hair_colour="black", outfit=Outfit.DOCTOR, top="sky", bottom="black"),
    Somebody.TEACHER: Person(hair=Hair.CURLS, outfit=Outfit.TEACHER, top="green", bottom="brown"),
    Somebody.SOCIAL_WORKER: Person(hair=Hair.PONYTAIL, outfit=Outfit.SOCIAL_WORKER, top="yellow", bottom="blue"),
    Somebody.FOSTER_CARER: Person(hair=Hair.WAVY, hair_colour="fair", top="green", pattern=Pattern.CARDIGAN),
    Somebody.FRIEND: Person(Stature.CHILD, skin=Skin.BROWN, hair=Hair.CURLS, hair_colour="black", top="red"),
    Somebody.BABY: Person(Stature.BABY, hair=Hair.TUFT, top="cream"),
}


def stature(kind: PersonKind | None, role: Role | None, years: int | None) -> Stature:
    """Return how old somebody looks, from their age in whole years where it is known."""
    if years is None:
        return Stature.CHILD if kind is PersonKind.CHILD else Stature.OLDER if role in _OLDER else Stature.ADULT
    for below, found in ((1, Stature.BABY), (4, Stature.TODDLER), (12, Stature.CHILD), (18, Stature.TEENAGER)):
        if years < below:
            return found
    return Stature.ADULT if years < 65 else Stature.OLDER


def person(said: Mapping[str, Any], age: Stature, role: Role | None, nth: int) -> Person:
    """Return how somebody looks; ``said`` is what the case says, ``nth`` their place among its people from 0."""
    told = {name: value for name, value in said.items() if value is not None}
    age = told.get("age", age)
    outfit = told.get("dressed_as") or _OUTFITS.get(role or Role.FRIEND, Outfit.EVERYDAY)
    top, bottom = OUTFIT_COLOURS.get(outfit, ("", ""))
    top = told.get("top") or top or _TOPS[nth % len(_TOPS)]
    bottom = told.get("bottom") or bottom or ("navy" if top in _LIKE_BLUE else "grey" if top == "navy" else "blue")
    return Person(
        age=age,
        build=told.get("build", Build.MEDIUM),
        skin=told.get("skin", Skin.OLIVE),
        hair=told.get("hair") or _hair(age, role, nth),
        hair_colour=str(told.get("hair_colour") or _hair_colour(age, nth)),
        headwear=told.get("headwear"),
        headwear_colour=str(told.get("headwear_colour") or ("pink" if top == "teal" else "teal")),
        beard=told.get("beard"),
        glasses=told.get("glasses", False),
        hearing_aid=told.get("hearing_aid", False),
        pregnant=told.get("pregnant", False),
        aid=told.get("aid"),
        top=str(top),
        pattern=told.get("pattern") or _pattern(age, outfit, nth),
        wears=told.get("wears", Wear.TROUSERS),
        bottom=str(bottom),
        outfit=outfit,
    )


def _hair(age: Stature, role: Role | None, nth: int) -> Hair:
    if age is Stature.BABY:
        return Hair.TUFT
    if age is Stature.OLDER:
        return Hair.BALDING if role in MEN else Hair.BUN if role in WOMEN else Hair.CROP
    round_ = _LONGER if role in WOMEN else _SHORTER if role in MEN else _CHILDREN
    return round_[nth % len(round_)]


def _hair_colour(age: Stature, nth: int) -> str:
    return "grey" if age is Stature.OLDER else _HAIR_COLOURS[nth % len(_HAIR_COLOURS)]


def _pattern(age: Stature, outfit: Outfit, nth: int) -> Pattern:
    if outfit is not Outfit.EVERYDAY:
        return Pattern.PLAIN
    found = _PATTERNS[nth % len(_PATTERNS)]
    small = age in (Stature.BABY, Stature.TODDLER)
    return Pattern.STRIPES if small and found in (Pattern.HOODIE, Pattern.CARDIGAN) else found
