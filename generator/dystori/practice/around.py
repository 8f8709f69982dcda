"""Rules about what is around a meeting: who met before it, who could speak for the child, which story comes after."""

from __future__ import annotations

from collections.abc import Iterator

from dystori.findings import Severity
from dystori.practice.rules import CONFERENCE, REVIEW, STORY, Look, Rule
from dystori.practice.sources import procedures, sandwell, sunderland
from dystori.reading.files import PathKey
from dystori_schemas.choices import Role
from dystori_schemas.conference.choices import ConferenceType
from dystori_schemas.review.choices import Participation, ReviewKind, Topic

#: How a child took part through an advocate.
_ADVOCATE_SPOKE = (Participation.CAME_ADVOCATE_SPOKE, Participation.SENT_ADVOCATE)


def _network(look: Look) -> Iterator[PathKey]:
    yield from _before(look, "network_on", review=False)


def _network_again(look: Look) -> Iterator[PathKey]:
    yield from _before(look, "network_on", review=True)


def _before(look: Look, field: str, *, review: bool) -> Iterator[PathKey]:
    """Yield a day of a conference, a review one or another, that is not given or not before it."""
    held = look.document.conference
    met = getattr(held, field)
    if (held.type is ConferenceType.REVIEW) is review and (met is None or met >= held.on):
        yield look.at("conference", field)


def _chair_met(look: Look) -> Iterator[PathKey]:
    held = look.document.conference
    # On the day itself, before it begins, is in time.
    if held.chair_met_on is None or held.chair_met_on > held.on:
        yield look.at("conference", "chair_met_on")


def _story_next(look: Look) -> Iterator[PathKey]:
    stories = {str(child) for one in look.case.file.documents if one.kind == STORY for child in one.about}
    for index, one in enumerate(look.document.outcome.decisions if look.document.outcome else ()):
        if one.words_and_pictures is None and str(one.child) not in stories:
            yield look.at("outcome", "decisions", index, "words_and_pictures")


def _story_after_review(look: Look) -> Iterator[PathKey]:
    document = look.document
    stories = {str(child) for one in look.case.file.documents if one.kind == STORY for child in one.about}
    told = document.story_next is not None or stories.issuperset(map(str, document.about))
    if document.review is ReviewKind.CHILD_IN_NEED and not told:
        yield look.at("story_next")


def _advocate(look: Look) -> Iterator[PathKey]:
    document = look.document
    if document.kind == REVIEW:
        came = any(look.person(one.who).role is Role.ADVOCATE for one in document.people)
        spoke = any(part.code in _ADVOCATE_SPOKE for part in document.took_part)
        if not (came or spoke or any(area.topic is Topic.ADVOCATE for area in document.areas)):
            yield look.at("areas")
        return
    invited = (one.who for one in (document.outcome.invited if document.outcome else ()) if one.who)
    if any(look.person(who).role is Role.ADVOCATE for who in invited):
        return
    for index, section in enumerate(document.report.children if document.report else ()):
        if section.advocate is None and section.due_on is None:
            yield look.at("report", "children", index, "advocate")


_ON = (CONFERENCE,)
_CHAIRS = "Quality Assurance & Safeguarding, Independent Chairs"
RULES = (
    Rule(
        "network-meeting-before-conference",
        (sandwell("Child in Need meetings, Management oversight"),),
        Severity.ERROR,
        _network,
        _ON,
        ("sandwell",),
    ),
    Rule(
        "network-meeting-reviewed-before-rcpc",
        (sandwell("Child in Need meetings, Management oversight"),),
        Severity.WARNING,
        _network_again,
        _ON,
        ("sandwell",),
    ),
    Rule(
        "chair-introduced-before",
        (sandwell("Child Protection Conference, Preparation"), sandwell(_CHAIRS)),
        Severity.WARNING,
        _chair_met,
        _ON,
        ("sandwell",),
    ),
    Rule(
        "wap-next-step-after-conference",
        (sandwell("Child Protection Conference, Meetings"),),
        Severity.ERROR,
        _story_next,
        _ON,
        ("sandwell",),
        ("outcome",),
    ),
    Rule(
        "advocacy-considered",
        (
            procedures("Section 3 Part 2"),
            sunderland("Practice Guide 3"),
            sunderland("Practice Guide 8"),
            sandwell(_CHAIRS),
        ),
        Severity.WARNING,
        _advocate,
        (CONFERENCE, REVIEW),
    ),
    Rule(
        "wap-next-step-after-cin",
        (sandwell("Child in Need meetings"),),
        Severity.WARNING,
        _story_after_review,
        (REVIEW,),
        ("sandwell",),
        ("record",),
    ),
)
