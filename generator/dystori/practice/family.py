"""Rules about everybody and everything that counts: fathers, households, agencies, what each said, what is weighed."""

from __future__ import annotations

from collections.abc import Iterator

from dystori.findings import Severity
from dystori.practice.rules import CLOSURE, CONFERENCE, NOTE, REVIEW, STORY, Look, Rule
from dystori.practice.sources import cafcass, framework, procedures, sandwell, sunderland
from dystori.reading.files import PathKey
from dystori_schemas.conference.choices import ConferenceType


def _fathers(look: Look) -> Iterator[PathKey]:
    report = look.document.report
    if not report:
        return
    heard = {str(one.by) for one in (*report.views, *report.quotes)} | {str(one.with_) for one in report.shared}
    for index, one in enumerate(report.family):
        if one.responsibility and str(one.who) not in heard and one.unavailable is None:
            yield look.at("report", "family", index, "unavailable")


def _household(look: Look) -> Iterator[PathKey]:
    report = look.document.report
    homes = {child.kin.household for _, child in look.children() if child.kin.household}
    named = {str(one.who) for one in report.family} | set(map(str, look.document.about)) if report else set()
    if report and any(
        person.kin.household in homes and str(name) not in named and not person.kin.died
        for name, person in look.case.file.people.items()
    ):
        yield look.at("report", "family")


def _family_told(look: Look) -> Iterator[PathKey]:
    for index, one in enumerate(look.document.report.contributions if look.document.report else ()):
        if one.family_told is None:
            yield look.at("report", "contributions", index, "family_told")


def _enquiries(look: Look) -> Iterator[PathKey]:
    first = look.document.conference.type is ConferenceType.INITIAL
    if first and look.document.report and look.document.report.enquiries is None:
        yield look.at("report", "enquiries")


def _dangers(look: Look) -> Iterator[PathKey]:
    if look.document.report and not look.document.report.dangers:
        yield look.at("report", "dangers")


def _three_parts(look: Look) -> Iterator[PathKey]:
    report = look.document.report
    if report and not report.risk.complicating:
        yield look.at("report", "risk", "complicating")
    if report and not report.draft_plan:
        yield look.at("report", "draft_plan")


def _four_sources(look: Look) -> Iterator[PathKey]:
    """Yield whose voice is missing: the child’s and what was observed a report cannot be without."""
    document = look.document
    if document.kind == REVIEW:
        yield from [look.at("parents_views")] if not document.parents_views else []
        yield from [look.at("others_views")] if not document.others_views else []
    elif document.report:
        report = document.report
        yield from [look.at("report", "views")] if not (report.views or report.quotes) else []
        yield from [look.at("report", "contributions")] if not report.contributions else []


def _oversight(look: Look) -> Iterator[PathKey]:
    document = look.document
    if document.kind == REVIEW:
        if document.manager is None:
            yield look.at("manager")
    elif document.kind == CONFERENCE:
        yield from [look.at("report", "approved")] if document.report and document.report.approved is None else []
    elif document.type in ("management-oversight", "allocation") and document.file.oversight is None:
        yield look.at("file", "oversight")


def _joint(look: Look) -> Iterator[PathKey]:
    statement = look.document.statement
    if statement and statement.child_view is None and statement.family_view is None:
        yield look.at("statement", "family_view")


def _born_known(look: Look) -> Iterator[PathKey]:
    report = getattr(look.document, "report", None)
    to_be_born = {str(one.child) for one in (report.children if report else ()) if one.due_on}
    for name, child in look.children():
        if child.born is None and not child.kin.unborn and name not in to_be_born:
            yield ("people", name, "born")


def _interpreted(look: Look) -> Iterator[PathKey]:
    document = look.document
    interpreted = document.conference.interpreted if document.kind == CONFERENCE else document.interpreted
    if not interpreted:
        return
    quotes = [(look.at("quotes", index), quote) for index, quote in enumerate(getattr(document, "quotes", ()))]
    sections = document.report.children if document.kind == CONFERENCE and document.report else ()
    for index, section in enumerate(sections):
        quotes += [
            (look.at("report", "children", index, "quotes", number), quote)
            for number, quote in enumerate(section.quotes)
        ]
    for path, quote in quotes:
        if quote.language == interpreted.language and quote.translated_by is None:
            yield (*path, "translated_by")


def _impact(look: Look) -> Iterator[PathKey]:
    document = look.document
    said = document.meaning or any(one.if_nothing_changes for one in document.worries)
    said = said or any(one.means for one in (*document.observations, *document.showed))
    if document.worries and not said:
        yield look.at("meaning")


def _drawn(look: Look) -> Iterator[PathKey]:
    if not any(frame.picture for frame in look.document.frames):
        yield look.at("frames", 0, "picture")


_ON = (CONFERENCE,)
_A_AND_I = "Assessment & Intervention"
_BOTH = ("sandwell", "sunderland")
RULES = (
    Rule(
        "fathers-and-partners-included",
        (sunderland("Standard 5"), sunderland("Practice Guide 4"), sandwell("Assessment")),
        Severity.WARNING,
        _fathers,
        _ON,
        _BOTH,
        ("report",),
    ),
    Rule(
        "other-children-considered",
        (procedures("Section 3 Part 1"),),
        Severity.ERROR,
        _household,
        _ON,
        ("wales",),
        ("report",),
    ),
    Rule(
        "information-owner-named",
        (procedures("Section 3 Part 1"),),
        Severity.WARNING,
        _family_told,
        _ON,
        ("wales",),
        ("report",),
    ),
    Rule(
        "determination-recorded",
        (procedures("Section 3 Part 2"),),
        Severity.ERROR,
        _enquiries,
        _ON,
        ("wales",),
        ("report",),
    ),
    Rule(
        "danger-and-goals-drive-conference",
        (sandwell("Child Protection Conference, Meetings"),),
        Severity.ERROR,
        _dangers,
        _ON,
        ("sandwell",),
        ("report",),
    ),
    Rule(
        "management-oversight-shown",
        (sunderland("Standard 2"), sunderland("Standard 9"), sandwell(f"{_A_AND_I}, Management grip")),
        Severity.ERROR,
        _oversight,
        (NOTE, CONFERENCE, REVIEW),
        _BOTH,
    ),
    Rule("closure-joint-decision", (framework("Standard 8"),), Severity.WARNING, _joint, (CLOSURE,), ("wales",)),
    Rule("basic-details-complete", (sandwell("Front Door"),), Severity.WARNING, _born_known, profiles=("sandwell",)),
    Rule(
        "interpreter-language-quote",
        (sunderland("Standard 10"),),
        Severity.ADVICE,
        _interpreted,
        (NOTE, CONFERENCE),
        ("sunderland",),
    ),
    Rule(
        "impact-on-child-stated",
        (
            sunderland("Standard 1"),
            cafcass("Outcome Focused"),
            framework("Child-inclusive"),
            sandwell("Front Door"),
        ),
        Severity.ERROR,
        _impact,
        (NOTE,),
    ),
    Rule(
        "wap-has-picture",
        (sandwell(_A_AND_I), sandwell("Fostering Support")),
        Severity.ERROR,
        _drawn,
        (STORY,),
        ("sandwell",),
    ),
    Rule(
        "three-part-analysis",
        (sandwell(_A_AND_I), sandwell("Strengthening Families Service"), sandwell("Youth Justice Service")),
        Severity.ERROR,
        _three_parts,
        _ON,
        ("sandwell",),
        ("report",),
    ),
    Rule(
        "four-source-triangulation",
        (sandwell("Assessment"), sandwell(_A_AND_I), sandwell("Child in Need meetings")),
        Severity.WARNING,
        _four_sources,
        (CONFERENCE, REVIEW),
        ("sandwell",),
    ),
)
