"""English as its grammar file makes it."""

from __future__ import annotations

import datetime

import pytest

from dystori.words import (
    Age,
    Count,
    Date,
    DateSpan,
    Language,
    LanguageName,
    Name,
    People,
    Place,
    Term,
    Time,
    Value,
)

SUNDAY = Date(datetime.date(2026, 11, 22))
PEOPLE = People((Name("Siân"), Name("Huw"), Name("Elin")))
SPAN = DateSpan(datetime.date(2026, 11, 20), datetime.date(2026, 11, 22))


@pytest.mark.parametrize(
    ("value", "form", "written"),
    [
        (Place("Caerdydd"), "in", "in Cardiff"),
        (Place("Leeds"), "to", "to Leeds"),
        (Place("Vale of Glamorgan"), "from", "from the Vale of Glamorgan"),
        (Term("social-worker"), "your", "your social worker"),
        (Term("social-worker"), "Your", "Your social worker"),
        (Term("social-worker"), "a", "a social worker"),
        (Term("advocate"), "a", "an advocate"),
        (Term("school"), "the", "the school"),
        (Term("child"), "plural", "children"),
        (SUNDAY, "", "22 November 2026"),
        (SUNDAY, "on", "on 22 November 2026"),
        (SUNDAY, "on_day", "on Sunday 22 November 2026"),
        (SUNDAY, "numeric", "22/11/2026"),
        (SPAN, "", "20 to 22 November 2026"),
        (SPAN, "from", "from 20 to 22 November 2026"),
        (Time(datetime.time(15, 30)), "", "3.30pm"),
        (Time(datetime.time(10)), "at", "at 10am"),
        (Time(datetime.time(12)), "", "midday"),
        (PEOPLE, "", "Siân, Huw and Elin"),
        (PEOPLE, "or", "Siân, Huw or Elin"),
        (Name("Mali"), "own", "Mali’s"),
        (Age(7), "", "7 years old"),
        (Age(1), "", "1 year old"),
        (Age(6, "week"), "aged", "aged 6 weeks"),
        (Count(1, Term("child")), "", "1 child"),
        (Count(3, Term("child")), "", "3 children"),
        (Count(0, Term("child")), "", "no children"),
        (LanguageName("cy"), "in", "in Welsh"),
        (LanguageName("pl"), "", "Polish"),
    ],
)
def test_a_value_is_written_in_the_form_asked_for(english: Language, value: Value, form: str, written: str) -> None:
    assert english.write(value, form) == written


def test_english_has_one_way_to_say_you(english: Language) -> None:
    assert english.registers == ()
    assert english.default_register(adult=False, several=False) == ""
