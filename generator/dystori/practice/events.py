"""What has a date in a document and starts or stops a clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dystori.practice.rules import CLOSURE, CONFERENCE, NOTE, REVIEW, Look
from dystori.reading.files import PathKey
from dystori_schemas.conference.choices import ON_A_PLAN, ConferenceType
from dystori_schemas.review.choices import ReviewKind


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens on a day, and where the case says so; no path where somebody gave it by hand."""

    name: str
    on: date
    path: PathKey = ()


def events_of(look: Look) -> tuple[Event, ...]:
    """Return the events that a document holds."""
    kinds = {NOTE: _note, CLOSURE: _closure, CONFERENCE: _conference, REVIEW: _review}
    found = kinds.get(look.document.kind)
    return tuple(found(look)) if found else ()


def _note(look: Look) -> Iterator[Event]:
    yield Event("contact", look.document.meeting.on, look.at("meeting", "on"))
    if look.document.file.written_on:
        yield Event("note-written", look.document.file.written_on, look.at("file", "written_on"))


def _closure(look: Look) -> Iterator[Event]:
    yield Event("ending", look.document.last_day, look.at("last_day"))
    if look.document.file.last_meeting:
        yield Event("final-meeting", look.document.file.last_meeting, look.at("file", "last_meeting"))


def _conference(look: Look) -> Iterator[Event]:
    held, report, outcome = look.document.conference, look.document.report, look.document.outcome
    on, path = held.on, look.at("conference", "on")
    kind = {ConferenceType.INITIAL: "initial-conference", ConferenceType.REVIEW: "review-conference"}.get(held.type)
    yield Event("conference", on, path)
    if kind:
        yield Event(kind, on, path)
    # For a conference before a birth no source has a figure today, so its strategy meeting starts no clock.
    if held.strategy_on and held.type is not ConferenceType.PRE_BIRTH:
        yield Event("strategy-meeting", held.strategy_on, look.at("conference", "strategy_on"))
    # The report is shared when the last of the family has read it.
    shared = [(one.on, index) for index, one in enumerate(report.shared if report else ()) if one.on]
    if shared:
        last, index = max(shared)
        yield Event("report-shared", last, look.at("report", "shared", index, "on"))
    if outcome is None:
        return
    yield Event("conference-held", on, path)
    yield Event("conference-record", outcome.on, look.at("outcome", "on"))
    if any(one.decision in ON_A_PLAN for one in outcome.decisions):
        yield Event("plan-decided", on, path)
        yield Event("plan-kept" if held.type is ConferenceType.REVIEW else "plan-first-decided", on, path)
    if outcome.core_group_on:
        yield Event("core-group", outcome.core_group_on, look.at("outcome", "core_group_on"))
    if outcome.review_on:
        yield Event("next-conference", outcome.review_on, look.at("outcome", "review_on"))


def _review(look: Look) -> Iterator[Event]:
    review = look.document
    last = max(range(len(review.meetings)), key=lambda index: review.meetings[index].on)
    on, path = review.meetings[last].on, look.at("meetings", last, "on")
    if review.review is ReviewKind.CHILD_IN_NEED:
        yield Event("cin-meeting", on, path)
    if review.review is not ReviewKind.LOOKED_AFTER:
        return
    yield Event("review", on, path)
    yield Event("review-record", review.date, look.at("date"))
    if review.number in (1, 2):
        yield Event("first-review" if review.number == 1 else "second-review", on, path)
    coming = review.next_review
    if coming:
        yield Event("next-review", coming.on, look.at("next_review", "on"))
    if coming and review.number == 1:
        yield Event("second-review", coming.on, look.at("next_review", "on"))
    if (review.number or 0) >= 2:
        yield Event("later-review", on, path)
    for index, situation in enumerate(review.situation):
        # Where the child lives now may not be their first home: it starts these clocks at the first review alone.
        if situation.home_since and review.number == 1:
            yield Event("placement", situation.home_since, look.at("situation", index, "home_since"))
        if situation.legal_since and review.number in (1, 2):
            yield Event("looked-after", situation.legal_since, look.at("situation", index, "legal_since"))
    for name, child in look.children():
        if child.born:
            yield Event("birth", child.born, ("people", name, "born"))
