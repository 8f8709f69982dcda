"""The timescales that Sandwell sets for one team: early help, assessment, children who move, families’ own meetings.

What starts them stands in no document, so they are asked for with ``--from``.
"""

from __future__ import annotations

from dystori.practice.sources import sandwell
from dystori.practice.timescale import Timescale, Unit

_WD, _D, _W, _M, _H = Unit.WORKING_DAYS, Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.HOURS
_SW = ("sandwell",)
_GRIP = sandwell("Assessment & Intervention, Management grip")
_SFS = "Strengthening Families Service"
_OVERSIGHT, _DIRECT = sandwell(f"{_SFS}, Management oversight"), sandwell(f"{_SFS}, Direct work")
_FGC, _MST = sandwell("Family Group Conference"), sandwell("Multisystemic Therapy")
_YJS, _CARE = "Youth Justice Service", sandwell("Children We Care For")
_CHAIRS = sandwell("Quality Assurance & Safeguarding, Independent Chairs")

TIMESCALES = (
    Timescale("due-crisis-response", "family-solutions-referral", 24, _H, sandwell("Family Solutions Team"), _SW),
    *(
        Timescale(
            f"due-assessment-oversight-day{day}",
            "assessment-started",
            day,
            _D,
            _GRIP,
            _SW,
            of="due-assessment-oversight",
        )
        for day in (10, 25, 35)
    ),
    Timescale("due-seen-15-days", "early-help-visit", 15, _D, _DIRECT, _SW),
    Timescale("due-sfs-supervision", "early-help-supervision", 8, _W, _OVERSIGHT, _SW),
    *(
        Timescale(
            f"due-sfs-key-review-month{month}", "family-received", month, _M, _OVERSIGHT, _SW, of="due-sfs-key-review"
        )
        for month in (3, 6)
    ),
    Timescale("due-mst-initial", "mst-start", 4, _W, _MST, _SW),
    Timescale("due-mst-goal-span", "mst-start", 5, _M, _MST, _SW),
    Timescale("due-chair-child-contact", "chair-contact", 6, _M, _CHAIRS, _SW),
    *(
        Timescale(
            f"due-weekly-visit-after-move-week{week}", "move", week, _W, _CARE, _SW, of="due-weekly-visits-after-move"
        )
        for week in (1, 2, 3, 4)
    ),
    Timescale("due-fgc-held", "family-group-conference-referral", 6, _W, _FGC, _SW, ("family-group-conference",)),
    Timescale("due-fgc-concerns-written", "family-group-conference", 24, _H, _FGC, _SW, before=True),
    Timescale("due-fgc-agency-reply", "family-plan-sent-to-agency", 10, _D, _FGC, _SW),
    Timescale("due-fgc-agency-chase", "family-plan-sent-to-agency", 9, _WD, _FGC, _SW),
    Timescale("due-fgc-review-offer", "family-group-conference", 6, _W, _FGC, _SW),
    Timescale("due-fgc-evaluation-call", "family-evaluation", 6, _W, _FGC, _SW),
    Timescale("due-yjs-contact-day5", "youth-justice-allocation", 5, _D, sandwell(_YJS), _SW),
    Timescale("due-yjs-emergency-plan", "youth-justice-emergency", 24, _H, sandwell(f"{_YJS}, Asset Plus"), _SW),
)
