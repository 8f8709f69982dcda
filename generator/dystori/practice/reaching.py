"""Rules about what reaches whom: shared, explained, understood, in the form somebody needs, copied to everybody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dystori.findings import Severity
from dystori.practice.rules import CLOSURE, CONFERENCE, NOTE, REVIEW, STORY, Look, Rule
from dystori.practice.sources import cafcass, framework, procedures, sandwell, sunderland
from dystori.reading.files import PathKey
from dystori_schemas.choices import DraftOrFinal, Need, PersonKind, Presentation
from dystori_schemas.consent import ConsentAnswer
from dystori_schemas.review.choices import Topic

#: How a page must look for a need; the other needs are met by somebody, not by a page.
_LOOKS = {Need.LARGE_PRINT: (Presentation.LARGE,), Need.EASY_READ: (Presentation.EASY,)}
_BY_SOMEBODY = tuple(need for need in Need if need not in _LOOKS)


def _told(look: Look) -> Iterator[PathKey]:
    document = look.document
    if document.status is DraftOrFinal.DRAFT:
        return
    if document.kind == REVIEW:
        if document.shared is None:
            yield look.at("shared")
        return
    told = {str(one.child) for one in document.read_to_child if one.child}
    everybody = any(one.child is None for one in document.read_to_child)
    if not everybody and not told.issuperset(map(str, document.about)):
        yield look.at("read_to_child")


def _sharings(look: Look) -> Iterator[tuple[PathKey, Any]]:
    """Yield what says that something was shared with somebody, and where."""
    document = look.document
    if document.kind == STORY:
        yield from ((look.at("read_to_child", index), one) for index, one in enumerate(document.read_to_child))
    elif document.kind == CONFERENCE:
        shared = document.report.shared if document.report else ()
        yield from ((look.at("report", "shared", index), one) for index, one in enumerate(shared))
    elif document.kind == REVIEW:
        yield from ((look.at("shared"), one) for one in [document.shared] if one)
    else:
        yield from ((look.at("file", "shared"), one) for one in [document.file.shared] if one)


def _understood(look: Look) -> Iterator[PathKey]:
    yield from ((*path, "said") for path, one in _sharings(look) if one.on and one.said is None)


def _how_shared(look: Look) -> Iterator[PathKey]:
    yield from ((*path, "how") for path, one in _sharings(look) if one.on and one.how is None)


def _explained(look: Look) -> Iterator[PathKey]:
    if any(need in _BY_SOMEBODY for _, child in look.children() for need in child.needs):
        yield from _how_shared(look)


def _format(look: Look) -> Iterator[PathKey]:
    for name, child in look.children():
        if any(need in _LOOKS and child.presentation not in _LOOKS[need] for need in child.needs):
            yield ("people", name, "presentation")


def _moved(look: Look) -> Iterator[PathKey]:
    last = look.document.last_review
    for index, one in enumerate(look.document.situation):
        explained = any(area.topic is Topic.HOME and area.to_child for area in look.document.areas)
        if last and one.home_since and one.home_since > last and not explained:
            yield look.at("situation", index, "home_since")


def _everybody(look: Look) -> Iterator[PathKey]:
    """Yield the distribution list where somebody of the plan is not on it; a child always gets their own."""
    document = look.document
    doing = (action for row in document.safety for action in row.actions)
    plan = {str(who) for action in doing for who in action.who} | {str(one.who) for one in document.network if one.who}
    if not _reached(look, plan - {str(document.signed.by)}):
        yield look.at("copies")


def _agencies(look: Look) -> Iterator[PathKey]:
    document = look.document
    if document.kind == REVIEW:
        asked = {str(one.who) for one in document.people if one.invited or one.consulted}
    elif document.outcome:
        asked = {str(one.who) for one in document.outcome.invited if one.who}
    else:
        return
    own = {str(document.signed.by), str(getattr(document, "chaired_by", ""))}
    agencies = {who for who in asked - own if look.person(who).kind is PersonKind.PRACTITIONER}
    if not _reached(look, agencies):
        yield look.at("copies")


def _reached(look: Look, people: set[str]) -> bool:
    """Return whether each of these people, a child apart, is on the distribution list by name or by role."""
    names = {str(one.to) for one in look.document.copies if one.to}
    roles = {one.role for one in look.document.copies if one.role}
    grown = (who for who in people if look.person(who).kind is not PersonKind.CHILD)
    return all(who in names or (look.person(who).role and look.person(who).role in roles) for who in grown)


def _letter_each(look: Look) -> Iterator[PathKey]:
    file = look.case.file
    written = {str(child) for one in file.documents if one.kind == CLOSURE for child in one.about}
    homes = {child.kin.household for _, child in look.children() if child.kin.household}
    for name, person in file.people.items():
        near = not homes or person.kin.household is None or person.kin.household in homes
        if person.kind is PersonKind.CHILD and str(name) not in written and near and not person.kin.unborn:
            yield look.at("about")
            return


def _consent(look: Look) -> Iterator[PathKey]:
    """Yield the list of consents where a document goes to agencies and nobody is said to have been asked."""
    outside = any(
        copy.role or (copy.to and look.person(copy.to).kind is PersonKind.PRACTITIONER) for copy in look.document.copies
    )
    if outside and not look.case.file.consents:
        yield ("consents",)


def _override(look: Look) -> Iterator[PathKey]:
    for index, one in enumerate(look.case.file.consents):
        if one.answer is not ConsentAnswer.AGREED:
            for field in ("because", "decided_by"):
                if getattr(one, field) is None:
                    yield ("consents", index, field)


_PROMISE = cafcass("Our Promise")
_BOTH = ("sandwell", "sunderland")
RULES = (
    Rule(
        "kept-up-to-date",
        (sunderland("Practice Guide 1"), framework("Child-inclusive"), _PROMISE),
        Severity.WARNING,
        _told,
        (STORY, REVIEW),
    ),
    Rule(
        "understanding-checked",
        (_PROMISE, sandwell("Family Group Conference")),
        Severity.ADVICE,
        _understood,
        (CLOSURE, STORY, CONFERENCE),
    ),
    Rule(
        "explained-in-person",
        (sandwell("Fostering Support"),),
        Severity.WARNING,
        _explained,
        (NOTE, CLOSURE, STORY, REVIEW),
        ("sandwell",),
        team="Fostering",
    ),
    Rule(
        "accessible-format-chosen",
        (sandwell("Fostering Support"),),
        Severity.ERROR,
        _format,
        profiles=("sandwell",),
        team="Fostering",
    ),
    Rule(
        "report-shared-face-to-face",
        (procedures("Section 4"),),
        Severity.WARNING,
        _how_shared,
        (CONFERENCE,),
        ("wales",),
    ),
    Rule(
        "move-explained-to-child",
        (sandwell("Children We Care For, Engaging"),),
        Severity.WARNING,
        _moved,
        (REVIEW,),
        ("sandwell",),
    ),
    Rule(
        "plan-copy-to-everyone",
        (sandwell("Planning"), sandwell("Assessment & Intervention, Family Network Meeting"), sunderland("Standard 3")),
        Severity.ERROR,
        _everybody,
        (STORY,),
        _BOTH,
    ),
    Rule(
        "decisions-copied-to-agencies",
        (sunderland("Standard 7"),),
        Severity.ERROR,
        _agencies,
        (CONFERENCE, REVIEW),
        ("sunderland",),
    ),
    Rule(
        "closure-letter-each-child",
        (sandwell("Strengthening Families Service, Concluding support"),),
        Severity.ERROR,
        _letter_each,
        (CLOSURE,),
        ("sandwell",),
        team="Strengthening Families Service",
    ),
    Rule(
        "consent-recorded",
        (
            procedures("Section 2"),
            sandwell("Strengthening Families Service"),
            sandwell("Family Group Conference"),
            sandwell("Front Door"),
        ),
        Severity.ERROR,
        _consent,
        profiles=("sandwell", "wales"),
    ),
    Rule(
        "consent-override-reason",
        (sandwell("Front Door"), procedures("Section 2")),
        Severity.ERROR,
        _override,
        profiles=("sandwell", "wales"),
    ),
)
