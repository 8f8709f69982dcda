"""What is due, by when, by whose rule: every timescale of a profile, held against the dates of a case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from dystori.findings import Finding, RequestError
from dystori.practice.events import Event, events_of
from dystori.practice.profile import Profile
from dystori.practice.rules import Look
from dystori.practice.timescale import Timescale, Unit
from dystori.practice.timescales import EVENTS, TIMESCALES
from dystori.practice.working_days import WorkingDays, months_after
from dystori.reading import Case


class State(StrEnum):
    """How a deadline stands; ``passed`` is one of which the case does not say whether it was kept."""

    MET = "met"
    LATE = "late"
    TO_COME = "to-come"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Due:
    """One deadline: its timescale, what started it, the last day, when it was met, and what other sources say.

    ``document`` is the place of the document in the case; None for an event given by hand. ``working`` is the last
    day before it on which people are at work, where it falls on another: a source that counts days says no more.
    """

    timescale: Timescale
    amount: int
    document: int | None
    start: Event
    by: date
    met: Event | None
    state: State
    others: tuple[tuple[Timescale, date], ...]
    working: date | None = None


def due(case: Case, profile: Profile, given: Sequence[tuple[str, date]], today: date) -> list[Due]:
    """Return every deadline that follows from the dates of a case, or of events given by hand, the earliest first.

    An event may be given more than once: two children move on two days.

    Raises ``RequestError`` ``event_unknown`` for an event that starts no clock.
    """
    if any(name not in EVENTS for name, _ in given):
        raise RequestError([Finding("event_unknown", values={"choices": ", ".join(EVENTS)})])
    looks = [Look(case, index, profile) for index in range(len(case.file.documents))]
    calendar = WorkingDays(profile.calendar or case.file.nation.value)
    by_hand = tuple(Event(name, day) for name, day in given)
    known = [(look.index, events_of(look)) for look in looks]
    everywhere = (*by_hand, *(event for _, events in known for event in events))
    found = [
        one
        for index, events in known
        for one in _each(profile, calendar, index, events, events=(*events, *by_hand), today=today)
    ]
    found += _each(profile, calendar, None, by_hand, events=everywhere, today=today)
    return sorted(found, key=lambda one: (one.by, one.timescale.id))


def last_day(row: Timescale, amount: int, start: date, calendar: WorkingDays) -> date:
    """Return the last day on which a timescale is kept, counted in its own unit."""
    if row.unit is Unit.WORKING_DAYS:
        return calendar.before(start, amount) if row.before else calendar.after(start, amount)
    if row.unit is Unit.MONTHS:
        return months_after(start, -amount if row.before else amount)
    days = {Unit.DAYS: amount, Unit.WEEKS: amount * 7, Unit.HOURS: -(-amount // 24)}[row.unit]
    return start - timedelta(days=days) if row.before else start + timedelta(days=days)


def _each(
    profile: Profile,
    calendar: WorkingDays,
    document: int | None,
    starts: Sequence[Event],
    *,
    events: Sequence[Event],
    today: date,
) -> Iterator[Due]:
    for row in TIMESCALES:
        if not row.belongs(profile):
            continue
        amount = row.amount_under(profile)
        for start in dict.fromkeys(one for one in starts if one.name == row.start):
            by = last_day(row, amount, start.on, calendar)
            met = _met(row, start, events)
            others = _others(row, start, by, calendar)
            working = None if calendar.working(by) else calendar.before(by, 0)
            yield Due(row, amount, document, start, by, met, _state(by, met, today), others, working)


def _met(row: Timescale, start: Event, events: Sequence[Event]) -> Event | None:
    answers = [
        one for one in events if one.name in row.met and (one.on <= start.on if row.before else one.on >= start.on)
    ]
    if not answers:
        return None
    return max(answers, key=lambda one: one.on) if row.before else min(answers, key=lambda one: one.on)


def _state(by: date, met: Event | None, today: date) -> State:
    if met is not None:
        if met.on > by:
            return State.LATE
        return State.MET if met.on <= today else State.TO_COME
    return State.TO_COME if by >= today else State.PASSED


def _others(row: Timescale, start: Event, by: date, calendar: WorkingDays) -> tuple[tuple[Timescale, date], ...]:
    """Return what other rows say of the same thing, where the day is another."""
    found = [
        (other, last_day(other, other.amount, start.on, calendar))
        for other in TIMESCALES
        if row.topic and other.topic == row.topic and other.id != row.id
    ]
    return tuple((other, day) for other, day in found if day != by)


def plain(one: Due, case: Case) -> dict[str, Any]:
    """Return a deadline as plain data: ids, dates and places, no value of the case besides its dates."""
    place = case.place(one.start.path) if one.start.path else None
    return {
        "id": one.timescale.id,
        "document": None if one.document is None else case.file.documents[one.document].id,
        "from": {"event": one.start.name, "on": str(one.start.on), "path": place.path if place else ""},
        "amount": one.amount,
        "unit": one.timescale.unit.value,
        "before": one.timescale.before,
        "by": str(one.by),
        "last_working_day": str(one.working or one.by),
        "met_on": str(one.met.on) if one.met else None,
        "state": one.state.value,
        "source": str(one.timescale.source),
        "standing": one.timescale.source.standing.value,
        "others": [{"id": row.id, "by": str(day), "source": str(row.source)} for row, day in one.others],
    }
