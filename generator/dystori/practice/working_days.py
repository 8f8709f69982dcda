"""Days of work: the week without its end and without the bank holidays of a nation."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_DAY = timedelta(days=1)
#: The nations by the name the list of bank holidays has for them.
_PART = {"wales": "WLS", "england": "ENG"}


@lru_cache(maxsize=256)
def _holidays(nation: str, year: int) -> frozenset[date]:
    import holidays  # loaded where a day is asked for: the library knows every country there is

    return frozenset(holidays.country_holidays("GB", subdiv=_PART[nation], years=year))


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The working days of one nation, by its real bank holidays, those given in lieu too."""

    nation: str

    def holiday(self, day: date) -> bool:
        """Return whether a day is a bank holiday."""
        return day in _holidays(self.nation, day.year)

    def working(self, day: date) -> bool:
        """Return whether people are at work on a day."""
        return day.weekday() < 5 and not self.holiday(day)

    def after(self, day: date, count: int) -> date:
        """Return the working day so many after a day: the first one after it is 1."""
        for _ in range(count):
            day += _DAY
            while not self.working(day):
                day += _DAY
        return day

    def before(self, day: date, count: int) -> date:
        """Return the last working day that leaves so many whole ones between itself and a day."""
        for _ in range(count + 1):
            day -= _DAY
            while not self.working(day):
                day -= _DAY
        return day


def months_after(day: date, count: int) -> date:
    """Return the same day so many months later, or the last one of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
