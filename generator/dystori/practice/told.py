"""Rules about what is asked of a child, told to a child, and whether it was understood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dystori.findings import Severity
from dystori.practice.rules import CONFERENCE, NOTE, REVIEW, Look, Rule
from dystori.practice.sources import cafcass, framework, procedures, sandwell, sunderland
from dystori.practice.working_days import months_after
from dystori.reading.files import PathKey
from dystori_schemas.choices import Aspect, Status
from dystori_schemas.review.choices import Participation, Topic

_WITH_CHILD = ("visit", "direct-work")
#: A view that nobody could get, as the record says.
_NO_VIEW = (Participation.UNDER_FOUR, Participation.CAME_WITHOUT_VIEW, Participation.NO_VIEW)


def _sections(look: Look) -> Iterator[tuple[int, Any]]:
    """Yield the children’s own sections of a report to a conference, those of children to be born left out."""
    report = look.document.report
    yield from ((index, one) for index, one in enumerate(report.children if report else ()) if one.due_on is None)


def _views(look: Look) -> Iterator[PathKey]:
    document = look.document
    if document.quotes or document.wishes:
        return
    if document.kind == REVIEW:
        if not any(part.code in _NO_VIEW for part in document.took_part):
            yield look.at("wishes")
        return
    unseen = document.seen and not document.seen.seen
    houses = document.direct_work and document.direct_work.houses
    shown = document.showed or (document.observations and look.younger_than(5))
    if document.type in _WITH_CHILD and not (unseen or houses or shown):
        yield look.at("wishes")


def _days(look: Look) -> Iterator[PathKey]:
    document = look.document
    if document.kind == NOTE:
        if document.type == "visit" and not (document.daily_life or document.observations or document.showed):
            yield look.at("daily_life")
    elif document.kind == REVIEW:
        if not (document.areas or document.stories):
            yield look.at("areas")
    else:
        said: set[str] = set()
        for index, section in _sections(look):
            words = section.daily_life.model_dump_json()
            if words in said:
                yield look.at("report", "children", index, "daily_life")
            said.add(words)


def _caregiver(look: Look) -> Iterator[PathKey]:
    document = look.document
    if document.kind == NOTE:
        seen = (*document.observations, *document.showed)
        if document.type in _WITH_CHILD and look.younger_than(1) and not _of_caregiver(seen):
            yield look.at("observations")
        return
    for index, section in _sections(look):
        born = look.person(section.child).born
        if born and months_after(born, 12) > document.date and not _of_caregiver(section.showed):
            yield look.at("report", "children", index, "showed")


def _of_caregiver(seen: Any) -> bool:
    return any(one.aspect is Aspect.CAREGIVER for one in seen)


def _who_they_are(look: Look) -> Iterator[PathKey]:
    if look.document.kind == NOTE:
        known = look.document.identity or look.document.trusted_adults or look.younger_than(2)
        if look.document.type == "visit" and not known:
            yield look.at("identity")
        return
    yield from _identity(look)


def _identity(look: Look) -> Iterator[PathKey]:
    for index, section in _sections(look):
        if section.identity is None:
            yield look.at("report", "children", index, "identity")


def _trusted(look: Look) -> Iterator[PathKey]:
    document = look.document
    if document.kind == NOTE:
        old_enough = document.type in _WITH_CHILD and not look.younger_than(2)
        if old_enough and not (document.trusted_adults or document.helpers):
            yield look.at("trusted_adults")
    elif document.kind == REVIEW:
        if not document.helpers and not any(area.topic is Topic.TRUSTED_ADULT for area in document.areas):
            yield look.at("helpers")
    else:
        for index, one in enumerate(document.outcome.decisions if document.outcome else ()):
            if not one.letter.helpers:
                yield look.at("outcome", "decisions", index, "letter", "helpers")


def _tool(look: Look) -> Iterator[PathKey]:
    if look.document.direct_work and look.document.direct_work.tool is None:
        yield look.at("direct_work", "tool")


def _behaviour(look: Look) -> Iterator[PathKey]:
    for field in ("observations", "showed"):
        for index, one in enumerate(getattr(look.document, field)):
            if one.aspect is Aspect.BEHAVE and one.means is None and look.document.meaning is None:
                yield look.at(field, index, "means")


def _apart(look: Look) -> Iterator[PathKey]:
    document = look.document
    if len(document.about) > 1 and document.type in _WITH_CHILD and not (document.seen and document.seen.alone):
        yield look.at("seen")


def _delay(look: Look) -> Iterator[PathKey]:
    for index, one in enumerate(look.document.last_decisions):
        late = one.became and one.became.status in (Status.NOT_DONE, Status.NOT_STARTED)
        if late and one.became.to_child is None and one.to_child is None:
            yield look.at("last_decisions", index, "became", "to_child")


_DIRECT = (NOTE,)
_MEETINGS = (CONFERENCE, REVIEW)
_CHAIRS = "Quality Assurance & Safeguarding, Independent Chairs"
_PROMISE = cafcass("Our Promise")
RULES = (
    Rule(
        "views-wishes-feelings-present",
        (procedures("Section 1"), _PROMISE, sunderland("Standard 2"), sandwell("Assessment")),
        Severity.ERROR,
        _views,
        (NOTE, REVIEW),
    ),
    Rule(
        "lived-experience-present",
        (sunderland("Standard 5"), procedures("Section 3 Part 1"), cafcass("Outcome Focused")),
        Severity.WARNING,
        _days,
        (NOTE, *_MEETINGS),
    ),
    Rule(
        "observation-with-caregiver",
        (sunderland("Standard 5"), sunderland("Practice Guide 1")),
        Severity.WARNING,
        _caregiver,
        (NOTE, CONFERENCE),
        ("sunderland",),
    ),
    Rule(
        "likes-and-important-people",
        (_PROMISE,),
        Severity.ADVICE,
        _who_they_are,
        (NOTE, CONFERENCE),
        ("cafcass-cymru",),
    ),
    Rule(
        "identity-recorded",
        (sunderland("Standard 6"), sunderland("Standard 10"), sandwell("Front Door")),
        Severity.WARNING,
        _identity,
        (CONFERENCE,),
        ("sandwell", "sunderland"),
    ),
    Rule(
        "trusted-adult-named",
        (framework("Trusted Adults"), sandwell(_CHAIRS)),
        Severity.WARNING,
        _trusted,
        (NOTE, *_MEETINGS),
    ),
    Rule("child-tool-recorded", (sunderland("Practice Guide 1"), _PROMISE), Severity.ADVICE, _tool, _DIRECT),
    Rule("brothers-sisters-seen-separately", (_PROMISE,), Severity.WARNING, _apart, _DIRECT, ("cafcass-cymru",)),
    Rule("delay-explained", (_PROMISE, sandwell("Family Group Conference")), Severity.WARNING, _delay, (REVIEW,)),
    Rule(
        "meaning-not-just-behaviour",
        (framework("Child-inclusive"), framework("Missing")),
        Severity.ADVICE,
        _behaviour,
        _DIRECT,
        ("wales",),
    ),
)
