"""The timescales: what starts the clock, what is due, how long, by whose rule; a figure no source gives is not here."""

from __future__ import annotations

from dystori.practice import team_timescales
from dystori.practice.sources import framework, procedures, sandwell, sunderland
from dystori.practice.timescale import Timescale, Unit

_WD, _D, _W, _M, _H = Unit.WORKING_DAYS, Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.HOURS
_WALES, _SW, _SU = ("wales",), ("sandwell",), ("sunderland",)
_AI, _SFS = "Assessment & Intervention", "Strengthening Families Service"
_CPC, _IC = "Child Protection Conference", "Quality Assurance & Safeguarding, Independent Chairs"
_S3P1, _PG7, _PG8 = procedures("Section 3 Part 1"), sunderland("Practice Guide 7"), sunderland("Practice Guide 8")
_PG3, _PG4 = sunderland("Practice Guide 3"), sunderland("Practice Guide 4")
_FAMILY = sandwell(f"{_AI}, Engaging with the family")
_SHARED = ("report-shared",)

TIMESCALES = (
    # Front door and enquiries
    Timescale("due-report-acknowledgement", "report-received", 7, _WD, _S3P1, _WALES),
    Timescale("due-contact-decision", "contact-accepted", 24, _H, sandwell("Front Door, Management grip"), _SW),
    Timescale("due-child-protection-visit", "referral", 24, _H, _FAMILY, _SW),
    Timescale("due-allocation-oversight", "transfer", 1, _WD, sandwell(f"{_AI}, Management grip"), _SW),
    Timescale("due-home-visit-day5", "allocation", 5, _D, _FAMILY, _SW),
    Timescale(
        "due-family-contact-day5", "early-help-allocation", 5, _D, sandwell(f"{_SFS}, Supporting the family"), _SW
    ),
    Timescale(
        "due-first-visit-day10", "early-help-allocation", 10, _D, sandwell(f"{_SFS}, Supporting the family"), _SW
    ),
    Timescale("due-impact-chronology", "family-received", 30, _D, sandwell(f"{_SFS}, Early Help Assessment"), _SW),
    Timescale("due-strategy-record", "strategy-meeting", 1, _WD, _S3P1, _WALES),
    Timescale("due-assessment-after-enquiry", "enquiry-started", 42, _WD, procedures("Section 3 Part 2"), _WALES),
    Timescale("due-register-enquiry-record", "register-enquiry", 24, _H, procedures("Section 4"), _WALES),
    Timescale("due-strategy-missing", "child-missing", 24, _H, framework("Missing"), _WALES),
    Timescale("due-missing-return-interview", "child-found", 72, _H, framework("Missing"), _WALES),
    # Conference and core group
    Timescale(
        "due-icpc-wales",
        "strategy-meeting",
        15,
        _WD,
        procedures("Section 2, Action"),
        _WALES,
        ("initial-conference",),
        topic="initial-conference",
        of="due-icpc",
    ),
    Timescale(
        "due-icpc-sunderland",
        "strategy-meeting",
        15,
        _WD,
        _PG3,
        _SU,
        ("initial-conference",),
        topic="initial-conference",
        of="due-icpc",
    ),
    Timescale(
        "due-report-icpc-sandwell",
        "initial-conference",
        2,
        _WD,
        sandwell(f"{_CPC}, Preparation"),
        _SW,
        _SHARED,
        before=True,
        topic="report-initial",
    ),
    Timescale(
        "due-report-icpc-sunderland",
        "initial-conference",
        3,
        _WD,
        _PG3,
        _SU,
        _SHARED,
        before=True,
        topic="report-initial",
    ),
    Timescale(
        "due-report-rcpc-sandwell",
        "review-conference",
        2,
        _WD,
        sandwell(f"{_CPC}, Preparation"),
        _SW,
        _SHARED,
        before=True,
        topic="report-review",
        of="due-report-icpc-sandwell",
    ),
    Timescale(
        "due-report-rcpc-sunderland",
        "review-conference",
        5,
        _WD,
        _PG3,
        _SU,
        _SHARED,
        before=True,
        topic="report-review",
    ),
    Timescale(
        "due-report-rcpc-wales",
        "review-conference",
        5,
        _WD,
        procedures("Section 4"),
        _WALES,
        _SHARED,
        before=True,
        topic="report-review",
    ),
    Timescale("due-report-to-chair", "conference", 2, _WD, sandwell(_IC), _SW, before=True),
    Timescale("due-cp-plan-received", "plan-decided", 1, _WD, sandwell(f"{_CPC}, After"), _SW, topic="plan-sent"),
    Timescale(
        "due-cp-plan-sent-with-mapping", "plan-decided", 2, _WD, sandwell(f"{_CPC}, After"), _SW, topic="plan-sent"
    ),
    Timescale("due-chair-feedback", "conference-held", 1, _WD, sandwell(f"{_CPC}, After"), _SW),
    Timescale(
        "due-meeting-record", "conference-held", 20, _WD, sandwell(f"{_CPC}, After"), _SW, ("conference-record",)
    ),
    Timescale(
        "due-core-group-sandwell",
        "plan-decided",
        10,
        _D,
        sandwell(f"{_CPC}, After"),
        _SW,
        ("core-group",),
        topic="core-group",
    ),
    Timescale("due-core-group-sunderland", "plan-decided", 10, _WD, _PG4, _SU, ("core-group",), topic="core-group"),
    Timescale("due-core-group-repeat", "core-group", 4, _W, _PG4, _SU),
    Timescale("due-rcpc-first", "plan-first-decided", 3, _M, _PG3, _SU, ("next-conference",)),
    Timescale("due-rcpc-next", "plan-kept", 6, _M, _PG3, _SU, ("next-conference",)),
    Timescale("due-nine-month-plan", "plan-first-decided", 9, _M, sandwell(f"{_CPC}, Key reviews"), _SW),
    Timescale("due-cin-assessment-shared", "cin-meeting", 2, _WD, sandwell("Child in Need meetings"), _SW, before=True),
    Timescale("due-cin-plan-copy", "cin-meeting", 3, _WD, sandwell("Child in Need meetings"), _SW),
    Timescale("due-cin-key-review", "cin-plan", 6, _M, sandwell("Child in Need meetings, Management oversight"), _SW),
    # Early help, closing, records
    Timescale("due-taf-review", "early-help-plan", 12, _W, sandwell(f"{_SFS}, Team Around the Family"), _SW),
    Timescale(
        "due-final-taf",
        "ending",
        2,
        _W,
        sandwell(f"{_SFS}, Concluding support"),
        _SW,
        ("final-meeting",),
        before=True,
    ),
    Timescale("due-case-record", "contact", 3, _WD, sunderland("Standard 10"), _SU, ("note-written",)),
    Timescale("due-urgent-record", "urgent-event", 24, _H, sunderland("Standard 10"), _SU),
    Timescale("due-case-summary", "case-summary", 3, _M, sunderland("Practice Guide 6"), _SU),
    Timescale("due-genogram-extended", "case-opened", 3, _M, sunderland("Standard 6"), _SU),
    # Children looked after
    Timescale("due-first-review", "placement", 20, _WD, _PG8, _SU, ("first-review",)),
    Timescale("due-second-review", "looked-after", 4, _M, _PG8, _SU, ("second-review",)),
    Timescale("due-later-reviews", "later-review", 6, _M, _PG8, _SU, ("next-review",)),
    Timescale("due-review-report-first", "first-review", 3, _WD, _PG8, _SU, before=True),
    Timescale("due-review-report-later", "next-review", 5, _WD, _PG8, _SU, before=True),
    Timescale("due-review-arranged", "next-review", 1, _M, sandwell(_IC), _SW, before=True),
    Timescale("due-review-prepared", "next-review", 15, _WD, sandwell(_IC), _SW, before=True),
    Timescale("due-review-recommendations", "review", 5, _WD, sandwell(_IC), _SW),
    Timescale("due-review-record", "review", 20, _WD, sandwell(_IC), _SW, ("review-record",)),
    Timescale("due-placement-planning-meeting", "placement", 3, _WD, _PG7, _SU),
    Timescale("due-placement-plan", "placement", 72, _H, _PG7, _SU),
    Timescale("due-care-plan", "placement", 10, _WD, _PG7, _SU),
    Timescale("due-health-assessment", "looked-after", 20, _D, _PG7, _SU),
    Timescale("due-pep", "placement", 20, _WD, _PG7, _SU),
    Timescale("due-independence-talk", "birth", 14 * 12, _M, sandwell("Transfer"), _SW),
    Timescale("due-adulthood-preparation", "birth", 15 * 12 + 8, _M, sandwell(_IC), _SW),
    Timescale("due-aspirations-talk", "birth", 16 * 12, _M, sandwell("Transfer"), _SW),
    Timescale("due-personal-advisor", "birth", 16 * 12, _M, sandwell("Transfer"), _SW),
    *team_timescales.TIMESCALES,
)

#: Every event that starts a clock: what ``--from`` may name.
EVENTS = tuple(sorted({row.start for row in TIMESCALES} | {event for row in TIMESCALES for event in row.met}))
