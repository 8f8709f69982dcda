"""Plain calls for what a sentence asks of a value, the same in every language: in, to, from, on, since, whose.

>>> from dystori.words import Languages
>>> welsh = Languages.load()["cy"]
>>> in_(welsh, Place("Caerdydd")), on(welsh, Weekday(7)), whose(welsh, Term("plan"), Pronoun("you", "ti"))
('yng Nghaerdydd', 'ddydd Sul', 'dy gynllun di')

Each call takes the form that ``[calls]`` of the language's grammar names for the kind of value. All raise
CatalogueError (``words-unknown-form``) where a language has no such form for such a value.
"""

from __future__ import annotations

from collections.abc import Sequence

from dystori.words.language import Language
from dystori.words.values import (
    Age,
    Count,
    Date,
    DateSpan,
    LanguageName,
    Name,
    Number,
    Owned,
    People,
    Place,
    Pronoun,
    Term,
    Thing,
    Things,
    Time,
    Weekday,
    Weekdays,
    Word,
)

Noun = Term | Word
Someone = Name | People | Pronoun


def in_(language: Language, where: Place | LanguageName) -> str:
    """Return *in Cardiff*, *in Welsh*; an island may say *on* (*ar Ynys Môn*)."""
    return language.call("in", where)


def to(language: Language, whom: Place | Noun | Someone) -> str:
    """Return *to Cardiff*, *to a doctor*, *to him*."""
    return language.call("to", whom)


def from_(language: Language, whom: Place | Noun | Someone) -> str:
    """Return *from Cardiff*, *from her*."""
    return language.call("from", whom)


def near(language: Language, where: Place) -> str:
    """Return *near Cardiff*."""
    return language.call("near", where)


def about(language: Language, what: Place | Noun | Someone) -> str:
    """Return *about a meeting*, *about you*."""
    return language.call("about", what)


def with_(language: Language, whom: Noun | Someone) -> str:
    """Return *with Elin*, *with them*, *with a doctor*."""
    return language.call("with", whom)


def by_(language: Language, whom: Noun | Name | People) -> str:
    """Return who did something: *by a doctor*, *by Carys*."""
    return language.call("by", whom)


def and_(language: Language, items: Sequence[Thing | str]) -> str:
    """Return a list that ends in *and*; a string is a name and keeps its letters."""
    return language.write(Things(_things(items)), language.form_of("and", Things(())))


def or_(language: Language, items: Sequence[Thing | str]) -> str:
    """Return a list that ends in *or*; a string is a name and keeps its letters."""
    return language.write(Things(_things(items)), language.form_of("or", Things(())))


def the(language: Language, thing: Noun, *, plural: bool = False) -> str:
    """Return a thing with its article: *y gynhadledd*, *the conference*."""
    return language.call("the_plural" if plural else "the", thing)


def this(language: Language, thing: Noun) -> str:
    """Return *this plan*: *y cynllun hwn*, *y gynhadledd hon*."""
    return language.call("this", thing)


def whose(language: Language, thing: Noun, owner: Someone, *, plural: bool = False) -> str:
    """Return something of somebody's: *dy dad di*, *ei thad hi*, *Mali’s plan*."""
    return language.write(Owned(thing, owner), "plural" if plural else "")


def on(language: Language, day: Date | Weekday) -> str:
    """Return *on 22 November 2026*, *on Sunday*."""
    return language.call("on", day)


def by(language: Language, day: Date | Weekday | Time) -> str:
    """Return *by 22 November 2026*, *by Sunday*, *by 3.30pm*."""
    return language.call("by", day)


def since(language: Language, day: Date | Weekday) -> str:
    """Return *since 22 November 2026*, *since Sunday*."""
    return language.call("since", day)


def before(language: Language, day: Date | Weekday | Time) -> str:
    """Return *before 22 November 2026*, *before Sunday*."""
    return language.call("before", day)


def after(language: Language, day: Date | Weekday | Time) -> str:
    """Return *after 22 November 2026*, *after Sunday*."""
    return language.call("after", day)


def until(language: Language, day: Date | Weekday | Time) -> str:
    """Return *until 22 November 2026*, *until Sunday*, *until midday*."""
    return language.call("until", day)


def from_to(language: Language, days: DateSpan | Weekdays) -> str:
    """Return *from 20 to 22 November 2026*, *from Monday to Thursday*."""
    return language.call("from_to", days)


def in_month(language: Language, day: Date) -> str:
    """Return the month of a day: *in November 2026*."""
    return language.call("in_month", day)


def every(language: Language, day: Date | Weekday) -> str:
    """Return *every Sunday*."""
    return language.call("every", day)


def habitually(language: Language, day: Date | Weekday) -> str:
    """Return *on Sundays*."""
    return language.call("habit", day)


def on_the_night_of(language: Language, day: Date | Weekday) -> str:
    """Return *on Tuesday night*."""
    return language.call("night", day)


def at(language: Language, time: Time) -> str:
    """Return *at 3.30pm*."""
    return language.call("at", time)


def aged(language: Language, age: Age) -> str:
    """Return how old somebody is, in figures: *7 years old*."""
    return language.write(age)


def in_words(language: Language, number: Age | Count | Number) -> str:
    """Return an age or a count in words where the language has them: *saith mlwydd oed*, *three children*."""
    return language.call("words", number)


def so_many(language: Language, n: int, thing: Noun) -> str:
    """Return so many of a thing: *3 o blant*, *3 children*."""
    return language.write(Count(n, thing))


def dear(language: Language, whom: Name | People | Noun) -> str:
    """Return how a letter begins, without its comma: *Annwyl Mali*, *Annwyl Riant*."""
    return language.call("dear", whom)


def _things(items: Sequence[Thing | str]) -> tuple[Thing, ...]:
    return tuple(Name(item) if isinstance(item, str) else item for item in items)
