"""Rules about what a review looks at: the parts of life, what was promised, what it changed, how that is known."""

from __future__ import annotations

from collections.abc import Iterator

from dystori.findings import Severity
from dystori.practice.rules import CLOSURE, CONFERENCE, REVIEW, Look, Rule
from dystori.practice.sources import procedures, sandwell, sunderland
from dystori.reading.files import PathKey
from dystori_schemas.choices import Status
from dystori_schemas.review.choices import LastingPlan, ReviewKind, Topic

#: The parts of life that a review of a child who is looked after speaks about (Sunderland, Practice Guide 8).
_PARTS = frozenset({Topic.HEALTH, Topic.EDUCATION, Topic.IDENTITY, Topic.FAMILY_TIME, Topic.SAFETY})


def _marks(look: Look) -> Iterator[PathKey]:
    document = look.document
    if document.kind == REVIEW:
        if document.outcomes and not any(one.scale for one in document.outcomes):
            yield look.at("outcomes")
    elif document.report and not document.report.scales:
        yield look.at("report", "scales")


def _options(look: Look) -> Iterator[PathKey]:
    for index, one in enumerate(look.document.permanence):
        if not one.considered:
            yield look.at("permanence", index, "considered")


def _timeline(look: Look) -> Iterator[PathKey]:
    home = any(one.plan is LastingPlan.RETURN_HOME for one in look.document.permanence)
    if home and not any(one.by for one in look.document.decisions):
        yield look.at("decisions", 0, "by")


def _culture(look: Look) -> Iterator[PathKey]:
    if not any(area.topic is Topic.IDENTITY for area in look.document.areas):
        yield look.at("areas")


def _milestones(look: Look) -> Iterator[PathKey]:
    if look.document.review is ReviewKind.CHILD_PROTECTION and not look.document.outcomes:
        yield look.at("outcomes")


def _topics(look: Look) -> Iterator[PathKey]:
    document = look.document
    if document.review is not ReviewKind.LOOKED_AFTER:
        return
    if not _PARTS.issubset(area.topic for area in document.areas):
        yield look.at("areas")
    if not document.carers_views:
        yield look.at("carers_views")
    if not any(one.legal_status for one in document.situation):
        yield look.at("situation")
    if not document.visits:
        yield look.at("visits")


def _followed(look: Look) -> Iterator[PathKey]:
    for index, one in enumerate(look.document.last_decisions):
        if one.became is None:
            yield look.at("last_decisions", index, "became")


def _difference(look: Look) -> Iterator[PathKey]:
    for index, one in enumerate(look.document.last_decisions):
        if one.became and one.became.status is Status.DONE and one.became.difference is None:
            yield look.at("last_decisions", index, "became", "difference")


def _measured(look: Look) -> Iterator[PathKey]:
    for index, one in enumerate(look.document.decisions):
        if one.how_known is None:
            yield look.at("decisions", index, "how_known")


def _came_of_it(look: Look) -> Iterator[PathKey]:
    for index, one in enumerate(look.document.outcomes):
        if one.what_changed is None and one.scale is None:
            yield look.at("outcomes", index, "what_changed")


def _direction(look: Look) -> Iterator[PathKey]:
    """Yield the ten of a scale that another scale of the document has for its nought."""
    nought: set[str] = set()
    scales = [(look.at("outcomes", index, "scale"), one.scale) for index, one in enumerate(look.document.outcomes)]
    for _, scale in scales:
        if scale:
            nought |= {str(text) for text in scale.zero.root.values()}
    for path, scale in scales:
        if scale and nought & {str(text) for text in scale.ten.root.values()}:
            yield (*path, "ten")


_OF = (REVIEW,)
_CIN, _TAF = "Child in Need meetings", "Strengthening Families Service, Team Around the Family"
RULES = (
    Rule("review-topics-covered", (sunderland("Practice Guide 8"),), Severity.WARNING, _topics, _OF, ("sunderland",)),
    Rule(
        "promise-kept", (sandwell("Children We Care For, Engaging"),), Severity.WARNING, _followed, _OF, ("sandwell",)
    ),
    Rule(
        "review-progress-and-impact",
        (sandwell(_CIN), sandwell(_TAF)),
        Severity.WARNING,
        _difference,
        _OF,
        ("sandwell",),
    ),
    Rule(
        "success-measure-stated",
        (sandwell("Planning"), sandwell("Early identification")),
        Severity.WARNING,
        _measured,
        _OF,
        ("sandwell",),
    ),
    Rule(
        "risk-outcome-recorded",
        (sunderland("Standard 1"),),
        Severity.WARNING,
        _came_of_it,
        (REVIEW, CLOSURE),
        ("sunderland",),
    ),
    Rule("scaling-direction-consistent", (sandwell(_CIN),), Severity.ADVICE, _direction, _OF, ("sandwell",)),
    Rule(
        "scaling-per-worry-and-person",
        (sandwell("Assessment & Intervention, Family Network Meeting"), sandwell(_CIN)),
        Severity.WARNING,
        _marks,
        (CONFERENCE, REVIEW),
        ("sandwell",),
    ),
    Rule(
        "permanence-options-considered",
        (sunderland("Practice Guide 7"),),
        Severity.WARNING,
        _options,
        _OF,
        ("sunderland",),
    ),
    Rule(
        "return-home-timeline",
        (sandwell("Children We Care For, Understanding our children"),),
        Severity.WARNING,
        _timeline,
        _OF,
        ("sandwell",),
    ),
    Rule("plan-culture-and-disability", (sunderland("Standard 3"),), Severity.WARNING, _culture, _OF, ("sunderland",)),
    Rule("child-focused-milestones", (procedures("Section 4"),), Severity.ERROR, _milestones, _OF, ("wales",)),
)
