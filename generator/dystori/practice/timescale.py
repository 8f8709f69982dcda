"""What a timescale is: what starts the clock, what is due, how long, in which unit, by whose rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dystori.practice.profile import Profile
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

    def belongs(self, profile: Profile) -> bool:
        """Return whether a profile has the timescale."""
        return bool(set(self.profiles) & set(profile.lineage)) and self.id not in profile.off

    def amount_under(self, profile: Profile) -> int:
        """Return how many of its units a profile gives: its own number, or that of the source."""
        return profile.numbers.get(self.id, self.amount)
