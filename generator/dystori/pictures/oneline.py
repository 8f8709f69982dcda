"""One scene in one line, to try a picture: ``kitchen, night, arguing; mum adult sad holding bottle; with clock``.

First where, whether it is night and what happens; then each person, by a name and words of the vocabulary; parts are
parted by semicolons, and what begins with *with* are things.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, NoReturn

from dystori.findings import Finding, RequestError
from dystori.pictures.described import Described, Someone
from dystori.pictures.people import STRANGERS, person
from dystori.pictures.vocabulary import VOCABULARY
from dystori_schemas.choices import Choice
from dystori_schemas.scenes import Beard, Doing, Somebody, Stature, Thing

#: What the words of a person may be of; the first list that holds a word takes it. A colour is that of the top.
_OF_A_PERSON: Final = (
    "age", "feels", "does", "build", "skin", "hair", "hair_colour", "headwear", "beard", "aid", "pattern", "wears",
    "dressed_as", "top",
)  # fmt: skip
_PERSON: Final = {field: VOCABULARY[field] for field in _OF_A_PERSON}
_SCENE: Final = {field: VOCABULARY[field] for field in ("place", "happens")}
_YES: Final = {"glasses", "hearing-aid", "pregnant"}
_TOUCH: Final = {Doing.HUGGING, Doing.CARRYING, Doing.HOLDING_HANDS}


def described(text: str, stranger: Callable[[Somebody], str]) -> Described:
    """Return the scene of a line; ``stranger`` names somebody who is known by what they are.

    Raises ``RequestError`` (``scene_word``) for a word there is not, with the place it stands at and words like it.
    """
    first, *rest = [part.strip() for part in text.split(";")]
    scene = _where(first)
    people: list[Someone] = []
    touched: list[tuple[int, str]] = []
    things: tuple[Thing, ...] = ()
    for number, part in enumerate(rest, start=2):
        words = part.replace(",", " ").split()
        if words[:1] == ["with"]:
            things += tuple(Thing(_one(word, {"things": Thing}, number, at)[1]) for at, word in _placed(words, 1))
        elif words:
            people.append(_someone(words, number, len(people), touched, stranger))
    labels = [one.label.casefold() for one in people]
    for at, name in touched:
        if name.casefold() in labels:
            people[at] = replace(people[at], partner=labels.index(name.casefold()))
    return replace(scene, people=tuple(people[:7]), things=things[:4])


def _where(text: str) -> Described:
    found: dict[str, Any] = {}
    for at, word in enumerate((one.strip() for one in text.split(",") if one.strip()), start=1):
        if word == "night":
            found["night"] = True
        else:
            field, value = _one(word.replace(" ", "-"), _SCENE, 1, at)
            found[field] = value
    return Described(**found)


def _someone(
    words: list[str], number: int, nth: int, touched: list[tuple[int, str]], stranger: Callable[[Somebody], str]
) -> Someone:
    """Return somebody by the words of one part: the first is what they are called."""
    label, rest = words[0], list(_placed(words, 1))
    looks: dict[str, Any] = {}
    acts: dict[str, Any] = {}
    while rest:
        at, word = rest.pop(0)
        if word in ("says", "thinks"):
            acts[word] = " ".join(words[rest[0][0] - 1 :] if rest else [])[:60]
            break
        if word == "holding" and rest:
            at, word = rest.pop(0)
            acts["holding"] = _one(word, {"holding": VOCABULARY["holding"]}, number, at)[1]
        elif word == "beard":
            looks["beard"] = Beard.FULL
        elif word in _YES:
            looks[word.replace("-", "_")] = True
        else:
            field, value = _one(word, _PERSON, number, at)
            (acts if field in ("feels", "does") else looks)[field] = value
            if value in _TOUCH and rest and rest[0][1] not in ("says", "thinks", "holding"):
                touched.append((nth, rest.pop(0)[1]))
    if label in {one.value for one in Somebody}:
        return Someone(STRANGERS[Somebody(label)], stranger(Somebody(label)), **acts)
    drawn = person(looks, looks.get("age", Stature.ADULT), None, nth)
    return Someone(drawn, label[:1].upper() + label[1:], **acts)


def _placed(words: list[str], start: int) -> list[tuple[int, str]]:
    return [(at + 1, word.lower()) for at, word in enumerate(words) if at >= start]


def _one(word: str, lists: dict[str, type[Choice]], part: int, at: int) -> tuple[str, Choice]:
    """Return what a word is of, and the choice."""
    for field, choices in lists.items():
        if word in {one.value for one in choices}:
            return field, choices(word)
    _refuse(word, [one.value for choices in lists.values() for one in choices], part, at)


def _refuse(word: str, known: list[str], part: int, at: int) -> NoReturn:
    near = ", ".join(difflib.get_close_matches(word, known, n=3, cutoff=0.0))
    raise RequestError([Finding("scene_word", values={"part": str(part), "place": str(at), "near": near})])
