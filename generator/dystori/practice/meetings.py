"""Rules about conferences and reviews: who came, what was shared beforehand, what must be spoken about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from dystori.findings import Severity
from dystori.practice.rules import CONFERENCE, REVIEW, Look, Rule
from dystori.practice.sources import framework, procedures, sandwell, sunderland
from dystori.practice.working_days import months_after
from dystori.reading.files import PathKey
from dystori_schemas.choices import PersonKind, Role
from dystori_schemas.conference.choices import Attendance
from dystori_schemas.review.choices import Attended, ReviewKind, Topic

_FOUR = time(16)
_NO_REPORT = (Role.ADVOCATE, Role.INTERPRETER)
#: How long a conference should take at most (Wales Safeguarding Procedures, Section 3 Part 2).
_LONGEST = timedelta(hours=2)


def _length(look: Look) -> Iterator[PathKey]:
    held = look.document.conference
    if held.starts and held.ends:
        took = datetime.combine(held.on, held.ends) - datetime.combine(held.on, held.starts)
        if took > _LONGEST:
            yield look.at("conference", "ends")


def _one_for_all(look: Look) -> Iterator[PathKey]:
    if len(look.document.about) > 1 and look.document.conference.together is None:
        yield look.at("conference", "together")


def _shared(look: Look) -> Iterator[PathKey]:
    report = look.document.report
    if report and not report.shared:
        yield look.at("report", "shared")
    for index, one in enumerate(report.shared if report else ()):
        if one.on and one.on >= look.document.conference.on:
            yield look.at("report", "shared", index, "on")


def _approved(look: Look) -> Iterator[PathKey]:
    if look.document.report and look.document.report.approved is None:
        yield look.at("report", "approved")


def _family_tree(look: Look) -> Iterator[PathKey]:
    # The tree of a report is drawn from who is whose, where no picture of it is given.
    drawn = any(person.kin.parents or person.kin.partner_of for person in look.case.file.people.values())
    if look.document.report and look.document.report.family_picture is None and not drawn:
        yield look.at("report", "family_picture")


def _chronology(look: Look) -> Iterator[PathKey]:
    if look.document.report and not look.document.report.chronology:
        yield look.at("report", "chronology")


def _circumstances(look: Look) -> Iterator[PathKey]:
    if look.document.report and look.document.report.circumstances is None:
        yield look.at("report", "circumstances")


def _parenting(look: Look) -> Iterator[PathKey]:
    if look.document.report and look.document.report.parenting is None:
        yield look.at("report", "parenting")


def _weighed(look: Look) -> Iterator[PathKey]:
    for index, one in enumerate(look.document.report.contributions if look.document.report else ()):
        for place, statement in enumerate(one.statements):
            if statement.weight is None:
                yield look.at("report", "contributions", index, "statements", place, "weight")


def _role(look: Look) -> Iterator[PathKey]:
    who = dict.fromkeys(str(one.by) for one in (look.document.report.contributions if look.document.report else ()))
    for name in who:
        person = look.person(name)
        if person.role is None and person.job is None:
            yield ("people", name, "role")


def _reports(look: Look) -> Iterator[PathKey]:
    for index, one in enumerate(look.document.outcome.invited if look.document.outcome else ()):
        person = look.person(one.who) if one.who else None
        # An advocate brings the child's words and an interpreter somebody's: neither owes a report of their own.
        professional = person and person.kind is PersonKind.PRACTITIONER and person.role not in _NO_REPORT
        owed = professional and one.attendance is not Attendance.EXCLUDED
        own = one.who in (look.document.conference.chair, look.document.signed.by, look.document.outcome.record_by)
        if owed and not own and not one.report and one.why is None:
            yield look.at("outcome", "invited", index, "report")


def _absent(look: Look) -> Iterator[PathKey]:
    document = look.document
    if document.kind == REVIEW:
        for index, one in enumerate(document.people):
            if one.attended in (Attended.APOLOGIES, Attended.ABSENT) and one.note is None:
                yield look.at("people", index, "note")
        return
    for index, one in enumerate(document.outcome.invited if document.outcome else ()):
        away = one.attendance in (Attendance.APOLOGIES, Attendance.NO_ANSWER)
        if away and one.why is None and not one.report:
            yield look.at("outcome", "invited", index, "why")


def _at_school(look: Look, day: date) -> bool:
    """Return whether a day is certainly a school day for one of the children; August never is."""
    ages = ((months_after(child.born, 60), months_after(child.born, 192)) for _, child in look.children() if child.born)
    return look.calendar.working(day) and day.month != 8 and any(first <= day < last for first, last in ages)


def _after_four(look: Look) -> Iterator[PathKey]:
    chosen = any(part.planned for part in look.document.took_part)
    for index, meeting in enumerate(look.document.meetings):
        if meeting.starts and meeting.starts < _FOUR and not chosen and _at_school(look, meeting.on):
            yield look.at("meetings", index, "starts")
    coming = look.document.next_review
    if coming and coming.starts and coming.starts < _FOUR and not coming.chosen and _at_school(look, coming.on):
        yield look.at("next_review", "starts")


def _looked_after(look: Look) -> bool:
    return bool(look.document.review is ReviewKind.LOOKED_AFTER)


def _permanence(look: Look) -> Iterator[PathKey]:
    if _looked_after(look) and (look.document.number or 0) >= 2 and not look.document.permanence:
        yield look.at("permanence")


def _return_home(look: Look) -> Iterator[PathKey]:
    if _looked_after(look) and not look.document.return_home:
        yield look.at("return_home")


def _private(look: Look) -> Iterator[PathKey]:
    for index, part in enumerate(look.document.took_part if _looked_after(look) else ()):
        if part.private is None:
            yield look.at("took_part", index, "private")


def _planned(look: Look) -> Iterator[PathKey]:
    first = min(meeting.on for meeting in look.document.meetings)
    for index, part in enumerate(look.document.took_part):
        if part.planned is None or (part.planned_on and part.planned_on > first):
            yield look.at("took_part", index, "planned" if part.planned is None else "planned_on")


def _life_work(look: Look) -> Iterator[PathKey]:
    if _looked_after(look) and not any(area.topic is Topic.LIFE_STORY for area in look.document.areas):
        yield look.at("areas")


_IN_CONFERENCE = "Section 3 Part 2, Child Protection Conference"
_BOTH = ("sandwell", "sunderland")
_ON = (CONFERENCE,)
_OF = (REVIEW,)
_CHAIRS = "Quality Assurance & Safeguarding, Independent Chairs"
RULES = (
    Rule("conference-two-hours", (procedures(_IN_CONFERENCE),), Severity.ADVICE, _length, _ON, ("wales",)),
    Rule(
        "siblings-one-conference-considered",
        (procedures(_IN_CONFERENCE),),
        Severity.ADVICE,
        _one_for_all,
        _ON,
        ("wales",),
    ),
    Rule(
        "report-shared-before-conference",
        (sandwell("Child Protection Conference"), sunderland("Practice Guide 3"), procedures("Section 4")),
        Severity.ERROR,
        _shared,
        _ON,
    ),
    Rule("manager-approved", (sunderland("Standard 2"),), Severity.ERROR, _approved, _ON, ("sunderland",)),
    Rule("genogram-present", (sunderland("Standard 6"),), Severity.ERROR, _family_tree, _ON, ("sunderland",)),
    Rule(
        "impact-chronology-alongside",
        (framework("Child-inclusive"), sandwell("Assessment")),
        Severity.WARNING,
        _chronology,
        _ON,
        ("wales", "sandwell"),
    ),
    Rule(
        "social-economic-factors",
        (procedures("Section 3 Part 1, Analysis"),),
        Severity.WARNING,
        _circumstances,
        _ON,
        ("wales",),
    ),
    Rule(
        "parents-ability-considered",
        (sunderland("Standard 2"), sunderland("Practice Guide 3")),
        Severity.WARNING,
        _parenting,
        _ON,
        ("sunderland",),
    ),
    Rule("information-weighted", (sunderland("Standard 2"),), Severity.ADVICE, _weighed, _ON, ("sunderland",)),
    Rule("professional-role-stated", (sunderland("Standard 10"),), Severity.WARNING, _role, _ON, ("sunderland",)),
    Rule("agency-report-from-everyone", (procedures(_IN_CONFERENCE),), Severity.ERROR, _reports, _ON, ("wales",)),
    Rule(
        "absent-views-obtained",
        (sandwell("Child in Need meetings"), sandwell("Strengthening Families Service, Team Around the Family")),
        Severity.WARNING,
        _absent,
        (CONFERENCE, REVIEW),
        ("sandwell",),
    ),
    Rule("review-after-four", (framework("Child-inclusive"),), Severity.WARNING, _after_four, _OF, ("wales",)),
    Rule(
        "permanence-by-second-review",
        (sandwell(_CHAIRS), sunderland("Practice Guide 7"), sunderland("Practice Guide 8")),
        Severity.ERROR,
        _permanence,
        _OF,
        _BOTH,
    ),
    Rule(
        "return-home-considered",
        (sandwell("Children We Care For"), sunderland("Practice Guide 8")),
        Severity.WARNING,
        _return_home,
        _OF,
        _BOTH,
    ),
    Rule(
        "child-seen-by-reviewer",
        (sunderland("Practice Guide 8"), sandwell(_CHAIRS)),
        Severity.ERROR,
        _private,
        _OF,
        _BOTH,
    ),
    Rule("meeting-planned-with-child", (sandwell(_CHAIRS),), Severity.WARNING, _planned, _OF, ("sandwell",)),
    Rule("life-work-checked", (sandwell(_CHAIRS), sunderland("Standard 8")), Severity.WARNING, _life_work, _OF, _BOTH),
)
