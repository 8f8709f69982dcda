"""Rules about the child's voice: seen, alone, heard, in their own words, in their language."""

from __future__ import annotations

from collections.abc import Iterator

from dystori.findings import Severity
from dystori.practice.address import their_pronoun
from dystori.practice.rules import CLOSURE, CONFERENCE, NOTE, REVIEW, Look, Rule
from dystori.practice.sources import cafcass, framework, sandwell, sunderland
from dystori.reading.files import PathKey
from dystori_schemas.choices import PersonKind
from dystori_schemas.review.choices import Participation

#: The notes of time spent with a child.
_WITH_CHILD = ("visit", "direct-work", "meeting", "observation")
_VISITS = ("visit", "direct-work")
#: How a child took part without words.
_NO_WORDS = (Participation.UNDER_FOUR, Participation.CAME_WITHOUT_VIEW, Participation.NO_VIEW)


def _words(look: Look) -> Iterator[PathKey]:
    document = look.document
    heard = any(quote.by is None or quote.by in document.about for quote in document.quotes)
    if heard or (document.kind == NOTE and (document.type not in _WITH_CHILD or document.showed)):
        return
    if document.kind == NOTE and document.observations and look.younger_than(5):
        return
    if document.kind == CLOSURE and document.quote_reason:
        return
    if document.kind == REVIEW and any(part.code in _NO_WORDS for part in document.took_part):
        return
    yield look.at("quotes")


def _alone(look: Look) -> Iterator[PathKey]:
    seen = look.document.seen
    if look.document.type in _VISITS and (seen is None or (seen.seen and seen.alone is None)):
        yield look.at("seen") if seen is None else look.at("seen", "alone")


def _manager(look: Look) -> Iterator[PathKey]:
    seen = look.document.seen
    if seen and seen.alone is False and seen.manager_told_on is None and not look.younger_than(1):
        yield look.at("seen", "manager_told_on")


def _observed(look: Look) -> Iterator[PathKey]:
    document = look.document
    if document.kind == NOTE:
        if document.type in _VISITS and look.younger_than(5) and not (document.observations or document.showed):
            yield look.at("observations")
        return
    for index, section in enumerate(document.report.children if document.report else ()):
        born = look.person(section.child).born
        if born and (document.date - born).days < 5 * 365 and not section.showed:
            yield look.at("report", "children", index, "showed")


def _seen(look: Look) -> Iterator[PathKey]:
    document = look.document
    if document.kind == REVIEW:
        if not document.visits:
            yield look.at("visits")
        return
    for index, section in enumerate(document.report.children if document.report else ()):
        if not section.seen and section.due_on is None:
            yield look.at("report", "children", index, "seen")


def _direct_work(look: Look) -> Iterator[PathKey]:
    for index, section in enumerate(look.document.report.children if look.document.report else ()):
        if not (section.direct_work or section.pictures) and section.due_on is None:
            yield look.at("report", "children", index, "direct_work")


def _three(look: Look) -> Iterator[PathKey]:
    if look.document.type == "direct-work":
        for field in ("going_well", "worries", "wishes"):
            if not getattr(look.document, field):
                yield look.at(field)


def _pronouns(look: Look) -> Iterator[PathKey]:
    for name, child in look.children():
        if child.pronouns is None:
            yield ("people", name, "pronouns")


def _asked_language(look: Look) -> Iterator[PathKey]:
    for name, person in look.case.file.people.items():
        if (
            person.kind is PersonKind.CHILD
            and name in look.document.about
            and person.born
            and not person.languages.asked_on
        ):
            yield ("people", str(name), "languages")


def _interpreter(look: Look) -> Iterator[PathKey]:
    document = look.document
    held = document.conference if document.kind == CONFERENCE else document
    if held.language is None or held.interpreted:
        return
    for name, child in look.children():
        if child.languages.speaks and held.language not in child.languages.speaks:
            yield ("people", name, "languages", "speaks")


RULES = (
    Rule(
        "child-words-present",
        (sunderland("Standard 5"), framework("Eyes on the child"), sandwell("Impact for children")),
        Severity.WARNING,
        _words,
        (NOTE, CLOSURE, REVIEW),
    ),
    Rule("seen-alone-or-reason", (sunderland("Standard 4"), sandwell("Assessment")), Severity.ERROR, _alone, (NOTE,)),
    Rule(
        "not-alone-discussed-with-manager",
        (sandwell("Assessment"),),
        Severity.WARNING,
        _manager,
        (NOTE,),
        ("sandwell",),
    ),
    Rule(
        "observation-when-under-five",
        (sandwell("Assessment & Intervention, Engaging with the child"), sunderland("Standard 4")),
        Severity.WARNING,
        _observed,
        (NOTE, CONFERENCE),
    ),
    Rule(
        "seen-and-heard-evidence",
        (framework("Child-inclusive"),),
        Severity.WARNING,
        _seen,
        (CONFERENCE, REVIEW),
        ("wales",),
    ),
    Rule(
        "direct-work-evidence-attached",
        (sandwell("Child Protection Conference, Preparation"),),
        Severity.ERROR,
        _direct_work,
        (CONFERENCE,),
        ("sandwell",),
        ("report",),
    ),
    Rule(
        "worries-well-different",
        (sandwell("Strengthening Families Service"), sandwell("Assessment & Intervention")),
        Severity.WARNING,
        _three,
        (NOTE,),
        ("sandwell",),
    ),
    Rule(
        "pronouns-recorded-and-used",
        (cafcass("Our Promise"),),
        Severity.WARNING,
        _pronouns,
        (),
        ("cafcass-cymru",),
        pages=their_pronoun,
    ),
    Rule(
        "language-need-recorded",
        (sandwell("Family Group Conference"),),
        Severity.WARNING,
        _asked_language,
        (CONFERENCE, REVIEW),
        ("sandwell",),
        team="Family Group Conference",
    ),
    Rule(
        "interpreter-considered-and-used",
        (sunderland("Standard 10"), sandwell("Family Group Conference")),
        Severity.ERROR,
        _interpreter,
        (CONFERENCE, REVIEW),
        ("sandwell", "sunderland"),
    ),
)
