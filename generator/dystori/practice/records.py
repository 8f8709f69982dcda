"""Rules about notes and letters that end the work: why, what it means, what stays when we go."""

from __future__ import annotations

from collections.abc import Iterator

from dystori.findings import Severity
from dystori.practice.rules import CLOSURE, NOTE, Look, Rule
from dystori.practice.sources import cafcass, framework, sandwell, sunderland
from dystori.reading.files import PathKey
from dystori_schemas.choices import Aspect, HowFar, Setting

_VISITS = ("visit", "direct-work")


def _meaning(look: Look) -> Iterator[PathKey]:
    said = look.document.meaning or any(one.means for one in (*look.document.observations, *look.document.showed))
    if look.document.type in _VISITS and not said:
        yield look.at("meaning")


def _purpose(look: Look) -> Iterator[PathKey]:
    if look.document.type == "visit" and look.document.file.purpose_and_plan is None:
        yield look.at("file", "purpose_and_plan")


def _surroundings(look: Look) -> Iterator[PathKey]:
    document = look.document
    if document.type == "visit" and document.meeting.setting in (Setting.HOME, Setting.FOSTER_HOME):
        seen = (*document.observations, *document.showed)
        if not (document.daily_life or any(one.aspect is Aspect.SURROUNDINGS for one in seen)):
            yield look.at("observations")


def _elsewhere(look: Look) -> Iterator[PathKey]:
    for index, one in enumerate(look.document.missed):
        if one.instead is None:
            yield look.at("missed", index, "instead")


def _stays(look: Look) -> Iterator[PathKey]:
    if not look.document.file.plan_shared_with:
        yield look.at("file", "plan_shared_with")


def _not_yet(look: Look) -> Iterator[PathKey]:
    for index, one in enumerate(look.document.outcomes):
        if one.how_far is not HowFar.FULLY and one.what_changed is None and look.document.not_finished is None:
            yield look.at("outcomes", index, "what_changed")


def _complaints(look: Look) -> Iterator[PathKey]:
    if look.case.file.organisation.complaints is None:
        yield ("organisation", "complaints")


def _reachable(look: Look) -> Iterator[PathKey]:
    helpers = look.document.helpers
    if not any(
        one.how or one.contact or (one.who and (look.person(one.who).phone or look.person(one.who).email))
        for one in helpers
    ):
        yield look.at("helpers")


RULES = (
    Rule(
        "analysis-what-it-means",
        (sandwell("Recording and report writing"),),
        Severity.ERROR,
        _meaning,
        (NOTE,),
        ("sandwell",),
    ),
    Rule(
        "visit-purpose-linked",
        (sunderland("Standard 4"), sandwell("Recording and report writing")),
        Severity.ERROR,
        _purpose,
        (NOTE,),
        ("sandwell", "sunderland"),
    ),
    Rule(
        "environment-observed", (sunderland("Standard 4"),), Severity.WARNING, _surroundings, (NOTE,), ("sunderland",)
    ),
    Rule("not-done-has-reason", (sunderland("Standard 10"),), Severity.WARNING, _elsewhere, (NOTE,), ("sunderland",)),
    Rule(
        "closure-has-sustainability-plan",
        (sandwell("Strengthening Families Service, Concluding support"),),
        Severity.ERROR,
        _stays,
        (CLOSURE,),
        ("sandwell",),
        team="Strengthening Families Service",
    ),
    Rule(
        "closure-goals-met",
        (sandwell("Assessment & Intervention"), framework("Eyes on the child")),
        Severity.WARNING,
        _not_yet,
        (CLOSURE,),
        ("sandwell", "wales"),
    ),
    Rule(
        "closure-contact-and-signposts",
        (cafcass("Our Promise"), sandwell("Strengthening Families Service"), framework("Standard 17")),
        Severity.ERROR,
        _reachable,
        (CLOSURE,),
    ),
    Rule(
        "closure-feedback-route",
        (cafcass("Our Promise"), sandwell("Family Group Conference")),
        Severity.WARNING,
        _complaints,
        (CLOSURE,),
    ),
)
