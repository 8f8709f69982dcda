"""What a language's forms may know of a value: each kind of value as named pieces of text."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from babel.numbers import format_decimal

from dystori.words.forms import Form
from dystori.words.grammar import Grammar
from dystori.words.values import Age, Count, Date, DateSpan, Number, Time, Weekday, Weekdays


@dataclass(frozen=True, slots=True)
class Known:
    """The kind of a value, its facts, and the forms it has of its own."""

    kind: str
    facts: Mapping[str, str]
    forms: Mapping[str, Form] = field(default_factory=dict)


def _weekday(number: int, grammar: Grammar) -> str:
    """Return the name of a day of the week, counted from 0 for Monday."""
    return str(grammar.locale.days["format"]["wide"][number])


def _day(day: datetime.date, grammar: Grammar) -> dict[str, str]:
    locale = grammar.locale
    return {
        "day": str(day.day),
        "month": locale.months["format"]["wide"][day.month],
        "year": str(day.year),
        "weekday": _weekday(day.weekday(), grammar),
        "dd": f"{day.day:02}",
        "mm": f"{day.month:02}",
    }


def _span(span: DateSpan, grammar: Grammar) -> dict[str, str]:
    first, last = _day(span.first, grammar), _day(span.last, grammar)
    same = "no"
    if span.first == span.last:
        same = "day"
    elif span.first.year == span.last.year:
        same = "month" if span.first.month == span.last.month else "year"
    ends = (("1", first), ("2", last))
    return {"same": same} | {
        f"{part}{end}": day[part] for end, day in ends for part in ("day", "month", "year", "weekday")
    }


def counted(n: int, grammar: Grammar) -> dict[str, str]:
    """Return a number as it is compared (``n``) and as it is written (``word``)."""
    return {"n": str(n), "word": format_decimal(n, locale=grammar.locale)}


def measured(value: Date | Weekday | Weekdays | Time | DateSpan | Number | Age, grammar: Grammar) -> Known:
    """Return the kind and facts of a value that needs nothing but the calendar and figures."""
    match value:
        case Date():
            return Known("date", _day(value.day, grammar))
        case Weekday():
            return Known("weekday", {"weekday": _weekday(value.number - 1, grammar)})
        case Weekdays():
            ends = enumerate((value.first, value.last), start=1)
            return Known("weekdays", {f"weekday{end}": _weekday(day.number - 1, grammar) for end, day in ends})
        case DateSpan():
            return Known("span", _span(value, grammar))
        case Time():
            hour = value.clock.hour % 12 or 12
            clock = f"{value.clock:%H:%M}"
            return Known("time", {"clock": clock, "h": str(hour), "m": clock[3:]})
        case Number():
            return Known("number", counted(value.n, grammar))
        case Age():
            return Known("age", {"n": str(value.n), "unit": value.unit})


def count(value: Count, term: Mapping[str, str], grammar: Grammar) -> dict[str, str]:
    """Return the facts of so many of a term."""
    return {**counted(value.n, grammar), **term}
