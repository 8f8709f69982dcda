"""What a timescale is: what starts the clock, what is due, how long, in which unit, by whose rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dystori.practice.sources import Source


class Unit(StrEnum):
    """The unit as the source has it; twenty-four hours count as the next day."""

    WORKING_DAYS = "working-days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Timescale:
    """One row: ``start`` is the event that starts the clock, ``met`` the events that answer it.

    With ``before`` it is counted back from the start. ``topic`` is what several sources give different figures for;
    ``of`` is the timescale of a source that takes several rows.
    """

    id: str
    start: str
    amount: int
    unit: Unit
    source: Source
    profiles: tuple[str, ...]
    met: tuple[str, ...] = ()
    before: bool = False
    topic: str = ""
    of: str = ""
