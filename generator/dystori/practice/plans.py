"""Rules about worries, goals and plans: nothing stands alone, and every action has somebody and a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dystori.findings import Severity
from dystori.practice.rules import CONFERENCE, NOTE, REVIEW, STORY, Look, Rule
from dystori.practice.sources import cafcass, framework, procedures, sandwell, sunderland
from dystori.reading.files import PathKey
from dystori_schemas.base import models
from dystori_schemas.choices import Nature, PersonKind, Status

_PLANS = (STORY, REVIEW, CONFERENCE)
_OVER = (Status.DONE, Status.NO_LONGER_NEEDED)
#: Words that look like a time and are none, whole: in each language of the house.
_NO_TIME = re.compile(
    r"(?:on-?going|a\.?s\.?a\.?p\.?|as soon as possible|t\.?b\.?[cad]\.?|to be (?:confirmed|agreed|decided)"
    r"|yn parhau|parhaus|cyn gynted â phosibl|cyn gynted ag y bo modd|i’w gadarnhau|i’w benderfynu)\.?",
    re.IGNORECASE,
)


def _actions(look: Look) -> Iterator[tuple[PathKey, Any]]:
    for path, model in models(look.document):
        decided = look.document.kind == REVIEW and path[:1] == ("decisions",) and len(path) == 2
        if decided or (type(model).__name__ == "Action" and model.status not in _OVER):
            yield path, model


def _smart(look: Look) -> Iterator[PathKey]:
    for path, action in _actions(look):
        if not action.who and action.who_else is None:
            yield look.at(*path, "who")
        if action.by is None and action.by_words is None:
            yield look.at(*path, "by")


def _day(look: Look) -> Iterator[PathKey]:
    for path, action in _actions(look):
        words = action.by_words.root.values() if action.by_words else ()
        if any(_NO_TIME.fullmatch(str(text).replace("'", "’")) for text in words):
            yield look.at(*path, "by_words")


def _family(look: Look) -> Iterator[PathKey]:
    actions = [(path, action) for path, action in _actions(look) if path[0] != "unknown"]
    near = (PersonKind.FAMILY, PersonKind.CHILD, PersonKind.OTHER)
    if actions and not any(
        action.who_else or any(look.person(who).kind in near for who in action.who) for _, action in actions
    ):
        yield look.at(*actions[0][0], "who")


def _answered(look: Look) -> Iterator[PathKey]:
    if look.document.worries and not (look.document.actions or look.document.next_meeting):
        yield look.at("actions")


def _next_steps(look: Look) -> Iterator[PathKey]:
    if look.document.type in ("visit", "direct-work") and not (look.document.actions or look.document.next_meeting):
        yield look.at("actions")


def _goal_danger(look: Look) -> Iterator[PathKey]:
    for index, goal in enumerate(look.document.report.goals if look.document.report else ()):
        if goal.worry is None:
            yield look.at("report", "goals", index, "worry")


def _goal_end(look: Look) -> Iterator[PathKey]:
    for index, goal in enumerate(look.document.report.goals if look.document.report else ()):
        if not goal.must_see:
            yield look.at("report", "goals", index, "must_see")


def _well(look: Look) -> Iterator[PathKey]:
    document = look.document
    if document.kind == CONFERENCE:
        if document.report and not document.report.working_well:
            yield look.at("report", "working_well")
        if document.outcome and not document.outcome.strengths:
            yield look.at("outcome", "strengths")
    elif document.worries and not document.going_well:
        yield look.at("going_well")


def _observable(look: Look) -> Iterator[PathKey]:
    for index, concern in enumerate(look.document.report.risk.current if look.document.report else ()):
        for field in ("how_often", "how_bad", "last_time", "worst_time"):
            if getattr(concern, field) is None:
                yield look.at("report", "risk", "current", index, field)
                break


def _four_parts(look: Look) -> Iterator[PathKey]:
    for field in ("historical", "complicating", "protecting"):
        if look.document.report and not getattr(look.document.report.risk, field):
            yield look.at("report", "risk", field)


def _enough(look: Look) -> Iterator[PathKey]:
    if look.document.report and look.document.report.risk.enough is None:
        yield look.at("report", "risk", "enough")


def _fact(look: Look) -> Iterator[PathKey]:
    for index, one in enumerate(look.document.statements):
        if one.nature is Nature.FACT and one.by is None and one.source is None:
            yield look.at("statements", index)


def _contingency(look: Look) -> Iterator[PathKey]:
    if not any(one.if_happens for one in look.document.safety):
        yield look.at("safety", 0, "if_happens")


def _triggers(look: Look) -> Iterator[PathKey]:
    if not any(one.hardest for one in look.document.safety):
        yield look.at("safety", 0, "hardest")


def _with_family(look: Look) -> Iterator[PathKey]:
    document = look.document
    shown = {str(who) for draft in document.drafts for who in draft.shown_to}
    shown |= {str(one.by) for one in document.agreements if one.by}
    near = any(look.person(who).kind in (PersonKind.FAMILY, PersonKind.CHILD) for who in shown)
    if not near and not any(one.others for one in document.agreements):
        yield look.at("agreements")


_A_AND_I = "Assessment & Intervention, Evidence based"
RULES = (
    Rule(
        "smart-action",
        (sandwell("Planning"), sunderland("Standard 3")),
        Severity.ERROR,
        _smart,
        _PLANS,
        ("sandwell", "sunderland"),
    ),
    Rule("action-has-specific-date", (sandwell("Planning"),), Severity.ERROR, _day, _PLANS, ("sandwell",)),
    Rule("action-names-family-too", (sandwell("Planning"),), Severity.WARNING, _family, _PLANS, ("sandwell",)),
    Rule(
        "concern-has-action",
        (sunderland("Standard 4"), sandwell("Strengthening Families Service, Team Around the Family")),
        Severity.ERROR,
        _answered,
        (NOTE,),
        ("sandwell", "sunderland"),
    ),
    Rule(
        "next-steps-stated",
        (sandwell("Strengthening Families Service, Direct work"),),
        Severity.WARNING,
        _next_steps,
        (NOTE,),
        ("sandwell",),
        team="Strengthening Families Service",
    ),
    Rule("danger-has-safety-goal", (sandwell(_A_AND_I),), Severity.ERROR, _goal_danger, (CONFERENCE,), ("sandwell",)),
    Rule(
        "safety-goal-says-when-to-end", (sandwell(_A_AND_I),), Severity.ERROR, _goal_end, (CONFERENCE,), ("sandwell",)
    ),
    Rule(
        "strengths-with-worries",
        (
            sandwell("Assessment & Intervention"),
            sunderland("Practice Guide 3"),
            framework("Standard 5"),
            procedures("Section 4"),
            cafcass("Our Values"),
        ),
        Severity.ERROR,
        _well,
        (NOTE, CONFERENCE, REVIEW),
    ),
    Rule(
        "specific-observable-behaviour",
        (sandwell("Front Door"), sandwell("Assessment & Intervention")),
        Severity.WARNING,
        _observable,
        (CONFERENCE,),
        ("sandwell",),
    ),
    Rule("risk-four-parts", (sunderland("Standard 1"),), Severity.ERROR, _four_parts, (CONFERENCE,), ("sunderland",)),
    Rule(
        "protective-factors-stated",
        (procedures("Section 3 Part 1"), sunderland("Practice Guide 3")),
        Severity.WARNING,
        _enough,
        (CONFERENCE,),
        ("wales", "sunderland"),
    ),
    Rule("fact-has-source", (sandwell("Front Door"), cafcass("Our Values")), Severity.WARNING, _fact, (NOTE,)),
    Rule(
        "contingency-present",
        (sunderland("Standard 1"), sunderland("Standard 3"), sandwell("Assessment & Intervention")),
        Severity.ERROR,
        _contingency,
        (STORY,),
        ("sandwell", "sunderland"),
    ),
    Rule(
        "trigger-times-tested",
        (sandwell("Child Protection Conference, Meetings"),),
        Severity.WARNING,
        _triggers,
        (STORY,),
        ("sandwell",),
    ),
    Rule(
        "plan-developed-with-family",
        (sandwell("Core Standard 3"), sunderland("Standard 3"), framework("2nd Principle"), procedures("Section 4")),
        Severity.WARNING,
        _with_family,
        (STORY,),
    ),
)
