"""Two languages case by case: ``welsh_table.txt``, from the Welsh reference, and the matching ``english_table.txt``.

A line is: what is written | of what | in which form | as | where that is said.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

import pytest

from dystori.words import (
    Age,
    Count,
    Date,
    DateSpan,
    Language,
    LanguageName,
    Name,
    Number,
    Owned,
    People,
    Place,
    Pronoun,
    Term,
    Things,
    Time,
    Value,
    Weekday,
    Weekdays,
    Word,
    mutate,
)
from dystori.words.values import Thing


@dataclass(frozen=True)
class Case:
    """A line of a table."""

    kind: str
    home: str
    value: str
    form: str
    expected: str
    section: str

    def __str__(self) -> str:
        return f"{self.section} {self.kind} {self.value} {self.form}"


def read_table(name: str) -> list[Case]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    cases = []
    for line in lines:
        if line and not line.startswith("#"):
            kind, value, form, expected, section = (part.strip() for part in line.split("|"))
            kind, _, home = kind.partition("/")
            cases.append(Case(kind, home, value, form, expected, section))
    return cases


def _word(text: str) -> Word:
    one, many, gender = (*text.split(";"), "", "")[:3]
    return Word(one, many, cast(Literal["m", "f", ""], gender))


def _place(text: str) -> Place:
    given, _, name = text.rpartition(": ")
    return Place(name, given_in=given)


def _people(text: str) -> People:
    return People(tuple(map(Name, text.split(", "))))


def _things(text: str) -> Things:
    makers: dict[str, Callable[[str], Thing]] = {
        "place": _place,
        "term": Term,
        "word": _word,
        "name": Name,
        "language": LanguageName,
    }
    items = (item.partition(" ") for item in text.split(", "))
    return Things(tuple(makers[kind](item) for kind, _, item in items))


def _pronoun(text: str) -> Pronoun:
    who, _, register = text.partition(" ")
    return Pronoun(cast(Literal["me", "you", "he", "she", "they", "us"], who), register)


def _owned(text: str) -> Owned:
    thing, owner = text.split(" + ")
    return Owned(Term(thing), Name(owner) if owner[0].isupper() else _pronoun(owner))


def _count(text: str) -> Count:
    n, _, thing = text.partition(" ")
    return Count(int(n), _word(thing.removeprefix("word:")) if thing.startswith("word:") else Term(thing))


def _age(text: str) -> Age:
    n, _, unit = text.partition(" ")
    return Age(int(n), "month") if unit == "month" else Age(int(n), "week") if unit else Age(int(n))


def _span(text: str) -> DateSpan:
    first, last = map(datetime.date.fromisoformat, text.split("/"))
    return DateSpan(first, last)


def _weekdays(text: str) -> Weekdays:
    first, last = (Weekday(int(one)) for one in text.split("-"))
    return Weekdays(first, last)


VALUES: dict[str, Callable[[str], Value]] = {
    "age": _age,
    "count": _count,
    "date": lambda text: Date(datetime.date.fromisoformat(text)),
    "language": LanguageName,
    "name": Name,
    "number": lambda text: Number(int(text)),
    "owned": _owned,
    "people": _people,
    "place": _place,
    "pronoun": _pronoun,
    "span": _span,
    "term": Term,
    "things": _things,
    "time": lambda text: Time(datetime.time.fromisoformat(text)),
    "weekday": lambda text: Weekday(int(text)),
    "weekdays": _weekdays,
    "word": _word,
}


def written(language: Language, case: Case) -> str:
    """Return what a language writes for a line."""
    match case.kind:
        case "mutation":
            return mutate(language, case.value, case.form)
        case "before":
            return language.at_home(case.home).put_before(case.form, case.value)
        case "north":
            return language.grammar.varied(case.value, "gogledd")
        case "order":
            return ", ".join(sorted(case.value.split(", "), key=language.sort_key))
    return language.at_home(case.home).write(VALUES[case.kind](case.value), case.form)


@pytest.mark.parametrize("case", read_table("welsh_table.txt"), ids=str)
def test_welsh_is_written_as_its_reference_says(welsh: Language, case: Case) -> None:
    assert written(welsh, case) == case.expected


@pytest.mark.parametrize("case", read_table("english_table.txt"), ids=str)
def test_english_has_the_matching_forms(english: Language, case: Case) -> None:
    assert written(english, case) == case.expected


@pytest.mark.parametrize("name", ["welsh_table.txt", "english_table.txt"])
def test_a_table_says_nothing_twice(name: str) -> None:
    cases = [(case.kind, case.home, case.value, case.form) for case in read_table(name)]
    assert len(set(cases)) == len(cases)
