"""Rules about the order of days: what no standard needs to say, because it cannot be otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from dystori.findings import Severity
from dystori.practice.rules import CLOSURE, CONFERENCE, NOTE, REVIEW, STORY, Look, Rule
from dystori.practice.sources import HOUSE, framework, sandwell
from dystori.reading.files import PathKey
from dystori_schemas.base import models
from dystori_schemas.choices import PersonKind, Status

#: What has happened when it stands in a document: models by name, and the field that says when.
_HAPPENED = {"Quote": "on", "ScaleMark": "on", "Visit": "on", "Sighting": "on", "Event": "on", "Meeting": "on"}
#: What is still to come when a document is written, by kind.
_TO_COME: dict[str, tuple[tuple[str, ...], ...]] = {
    NOTE: (("next_meeting", "on"),),
    REVIEW: (("next_review", "on"),),
    CONFERENCE: (("outcome", "core_group_on"), ("outcome", "review_on"), ("outcome", "corrections_by")),
    STORY: (("review_on",),),
}


def _value(model: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        model = getattr(model, name, None)
    return model


def _coming(look: Look) -> Iterator[tuple[PathKey, date]]:
    for path in _TO_COME.get(look.document.kind, ()):
        day = _value(look.document, path)
        if day is not None:
            yield look.at(*path), day


def _born(look: Look) -> Iterator[PathKey]:
    for name, child in look.children():
        if child.born and child.born > look.day:
            yield ("people", name, "born")


def _happened(look: Look) -> Iterator[PathKey]:
    for path, model in models(look.document):
        for field in (_HAPPENED.get(type(model).__name__, ""), "done_on"):
            day = getattr(model, field, None) if field else None
            if day is not None and day > look.day:
                yield look.at(*path, field)
    outcome = getattr(look.document, "outcome", None)
    if outcome and outcome.on < look.document.conference.on:
        yield look.at("outcome", "on")


def _ends(look: Look) -> Iterator[PathKey]:
    for path, model in models(look.document):
        starts, ends = getattr(model, "starts", None), getattr(model, "ends", None)
        if starts and ends and ends <= starts:
            yield look.at(*path, "ends")


def _next(look: Look) -> Iterator[PathKey]:
    yield from (path for path, day in _coming(look) if day < look.document.date)
    # What a conference decides begins on its day; the record of it is written later.
    held = getattr(look.document, "conference", None)
    first = min(look.document.date, held.on) if held else look.document.date
    for path, model in models(look.document):
        if _still_to_do(path, model) and model.by and model.by < first:
            yield look.at(*path, "by")


def _still_to_do(path: PathKey, model: Any) -> bool:
    if type(model).__name__ == "Action":
        return bool(model.status is Status.NOT_STARTED)
    return path[:1] == ("decisions",) and len(path) == 2 and hasattr(model, "became") and not model.became


def _holiday(look: Look) -> Iterator[PathKey]:
    yield from (path for path, day in _coming(look) if look.calendar.holiday(day))


def _signer(look: Look) -> Iterator[PathKey]:
    if look.person(look.document.signed.by).kind is not PersonKind.PRACTITIONER:
        yield look.at("signed", "by")


def _friday(look: Look) -> Iterator[PathKey]:
    for index, copy in enumerate(look.document.copies):
        if copy.on and copy.on.weekday() == 4:
            yield look.at("copies", index, "on")


RULES = (
    Rule("child-born-before-letter", (HOUSE,), Severity.ERROR, _born),
    Rule("happened-before-letter", (HOUSE,), Severity.ERROR, _happened),
    Rule("ends-after-it-starts", (HOUSE,), Severity.ERROR, _ends),
    Rule("next-is-to-come", (HOUSE,), Severity.ERROR, _next),
    Rule("not-on-a-bank-holiday", (HOUSE,), Severity.ADVICE, _holiday),
    Rule("signed-by-practitioner", (HOUSE,), Severity.ERROR, _signer),
    Rule(
        "no-friday-message",
        (framework("Eyes on the child"), sandwell("Front Door")),
        Severity.ADVICE,
        _friday,
        (CLOSURE,),
        ("wales", "sandwell"),
    ),
)
