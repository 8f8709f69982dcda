"""What a placeholder can hold: small values that know their own words and nothing of a case.

A value says what it is (a date, a place, a person's name); the grammar of a language says how such a value
is written in each form. A personal name and free text are never altered.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, or a family word used as one (Mam, Nain): no form changes its letters."""

    text: str


@dataclass(frozen=True, slots=True)
class People:
    """One or more people, named in the order they are to be read."""

    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place.

    A place in the list of a language is written by its name there and follows its rules; so does a name the
    case gives in that language (``given_in`` is the language's folder). Any other name stays as it was typed,
    unless the case gives the form wanted (``forms``: *yn* → *ar Ynys Enlli*).
    """

    text: str
    given_in: str = ""
    forms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the house, by its id in the term list of every language."""

    id: str


@dataclass(frozen=True, slots=True)
class Word:
    """A noun of the caller's own closed list, with all a grammar needs to know of it; or a verb-noun (*helpu*).

    Never free text: a word that somebody typed is a ``Text`` and stays as it is.
    """

    one: str
    many: str = ""
    gender: Literal["m", "f", ""] = ""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """Who is meant, for languages that say *on him* in one word (*arno fe*); *you* needs its register.

    *they* is several people, and one whose pronoun it is; *unsaid* is somebody of whom nobody has said it: then the
    language goes by its word for a child.
    """

    who: Literal["me", "you", "he", "she", "they", "us", "unsaid"]
    register: str = ""


@dataclass(frozen=True, slots=True)
class LanguageName:
    """A language, by its code: *yn Saesneg*, *in English*."""

    code: str


@dataclass(frozen=True, slots=True)
class Date:
    """A day."""

    day: datetime.date


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of any week, 1 for Monday to 7 for Sunday: *every Sunday*; raises ValueError for any other number."""

    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 7:
            raise ValueError("a day of the week is 1 for Monday to 7 for Sunday")


@dataclass(frozen=True, slots=True)
class Weekdays:
    """From one day of the week to another."""

    first: Weekday
    last: Weekday


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day, to the minute."""

    clock: datetime.time


@dataclass(frozen=True, slots=True)
class DateSpan:
    """The days from the first to the last."""

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True, slots=True)
class Number:
    """A number, in figures."""

    n: int


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something: *3 o blant*, *3 children*."""

    n: int
    term: Term | Word


@dataclass(frozen=True, slots=True)
class Age:
    """How old somebody is; months and weeks for a baby."""

    n: int
    unit: Literal["year", "month", "week"] = "year"


@dataclass(frozen=True, slots=True)
class Text:
    """Free text as it was typed: it has its bare form only."""

    text: str


Thing = Name | Place | Term | Word | LanguageName | Text


@dataclass(frozen=True, slots=True)
class Owned:
    """Something of somebody's: *dy gynllun di*, *cynllun Mali*."""

    thing: Term | Word
    owner: Pronoun | Name | People


@dataclass(frozen=True, slots=True)
class Things:
    """A list of things of any sort."""

    items: tuple[Thing, ...]


Value = Thing | People | Pronoun | Owned | Date | Weekday | Weekdays | Time | DateSpan | Number | Count | Age | Things
