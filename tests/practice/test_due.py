"""What is due: days counted by hand at Christmas and Easter, what was met, what is late, and where sources differ."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dystori.findings import RequestError
from dystori.house import House
from dystori.practice import TIMESCALES, Due, State, calendar, due, for_a_diary, lines_of, plain, profile_of
from dystori.practice.working_days import WorkingDays, months_after
from dystori.reading import Case

TODAY = date(2026, 11, 24)
#: Worked out on paper: nation, day, working days, the last day. 28 December 2026 is in lieu of Boxing Day; in 2027
#: Good Friday is 26 March, Easter Monday 29 March.
AFTER = [
    ("wales", date(2026, 12, 14), 10, date(2026, 12, 30)),
    ("england", date(2026, 12, 14), 10, date(2026, 12, 30)),
    ("wales", date(2027, 3, 15), 15, date(2027, 4, 7)),
    ("england", date(2027, 3, 15), 15, date(2027, 4, 7)),
    ("england", date(2026, 12, 24), 1, date(2026, 12, 29)),
    ("wales", date(2026, 12, 31), 1, date(2027, 1, 4)),
]
BEFORE = [
    ("wales", date(2027, 1, 5), 5, date(2026, 12, 23)),
    ("england", date(2027, 1, 5), 3, date(2026, 12, 29)),
    ("england", date(2027, 3, 31), 2, date(2027, 3, 24)),
    ("wales", date(2026, 11, 16), 2, date(2026, 11, 11)),
]


@pytest.mark.parametrize(("nation", "day", "count", "last"), AFTER)
def test_working_days_after_a_day_leave_out_weekends_and_bank_holidays(
    nation: str, day: date, count: int, last: date
) -> None:
    assert WorkingDays(nation).after(day, count) == last


@pytest.mark.parametrize(("nation", "day", "count", "last"), BEFORE)
def test_at_least_so_many_working_days_before_leaves_so_many_whole_ones_between(
    nation: str, day: date, count: int, last: date
) -> None:
    assert WorkingDays(nation).before(day, count) == last


def test_a_month_that_is_too_short_ends_on_its_last_day() -> None:
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_after(date(2027, 3, 31), -1) == date(2027, 2, 28)


@pytest.fixture
def conference(house: House, root: Path) -> Case:
    return house.load(root / "examples" / "conference.yaml")


def of(case: Case, profile: str, today: date = TODAY, **given: date) -> dict[str, Due]:
    named = {name.replace("_", "-"): day for name, day in given.items()}
    return {one.timescale.id: one for one in due(case, profile_of(case, profile), named, today)}


def test_the_first_conference_in_wales_is_due_fifteen_working_days_after_the_strategy_meeting(conference: Case) -> None:
    one = of(conference, "wales")["due-icpc-wales"]
    assert (one.start.on, one.by, one.state) == (date(2026, 10, 27), date(2026, 11, 17), State.MET)
    assert one.start.path == ("documents", 0, "conference", "strategy_on")


def test_the_first_core_group_is_counted_in_the_unit_of_its_source_and_the_other_day_is_shown(conference: Case) -> None:
    one = of(conference, "sandwell")["due-core-group-sandwell"]
    assert (one.by, one.state) == (date(2026, 11, 26), State.TO_COME)
    assert [(other.id, day) for other, day in one.others] == [("due-core-group-sunderland", date(2026, 11, 30))]


def test_two_figures_of_one_source_stand_apart_and_each_shows_the_other(conference: Case) -> None:
    found = of(conference, "sandwell")
    received, sent = found["due-cp-plan-received"], found["due-cp-plan-sent-with-mapping"]
    assert (received.by, sent.by) == (date(2026, 11, 17), date(2026, 11, 18))
    assert [day for _, day in received.others] == [sent.by]


def test_a_report_shared_too_late_is_late_and_one_that_is_in_time_is_met(conference: Case) -> None:
    assert of(conference, "sunderland")["due-report-icpc-sunderland"].state is State.LATE
    assert of(conference, "sandwell")["due-report-icpc-sandwell"].state is State.MET


def test_what_the_case_does_not_say_is_neither_met_nor_late(conference: Case) -> None:
    one = of(conference, "sandwell")["due-chair-feedback"]
    assert (one.met, one.state) == (None, State.PASSED)
    assert of(conference, "sandwell", date(2026, 11, 16))["due-chair-feedback"].state is State.TO_COME


def test_an_event_given_by_hand_starts_its_clocks(conference: Case) -> None:
    found = of(conference, "sunderland", placement=date(2026, 12, 18))
    assert found["due-care-plan"].by == date(2027, 1, 6)
    assert found["due-first-review"].by == date(2027, 1, 20)
    assert found["due-placement-plan"].by == date(2026, 12, 21)
    assert found["due-care-plan"].document is None


def test_an_event_that_starts_no_clock_is_told(conference: Case) -> None:
    with pytest.raises(RequestError) as stopped:
        of(conference, "wales", birthday=TODAY)
    assert stopped.value.findings[0].code == "event_unknown"


def test_a_profile_shows_no_deadline_of_another_place(conference: Case) -> None:
    assert all("wales" in one.timescale.profiles for one in of(conference, "wales").values())


def test_a_birth_to_come_starts_no_clock_for_the_conference_because_no_source_has_a_figure(
    house: House, root: Path
) -> None:
    found = of(house.load(root / "examples" / "before-birth.yaml"), "sunderland")
    assert "due-icpc-sunderland" not in found


def test_a_council_gives_a_timescale_a_number_of_its_own(conference: Case, tmp_path: Path) -> None:
    own = tmp_path / "harrowby.toml"
    own.write_text('builds_on = "sandwell"\n[numbers]\ndue-core-group-sandwell = 7\n', encoding="utf-8")
    assert of(conference, str(own))["due-core-group-sandwell"].by == date(2026, 11, 23)


def test_every_timescale_has_a_name_in_every_language(house: House) -> None:
    assert len({row.id for row in TIMESCALES}) == len(TIMESCALES)
    for language in house.languages.codes:
        missing = [row.id for row in TIMESCALES if not house.languages[language].has(row.id, catalogue="rules")]
        assert missing == [], language


def test_a_deadline_is_told_with_its_day_its_limit_its_source_and_what_differs(house: House, conference: Case) -> None:
    one = of(conference, "sandwell")["due-core-group-sandwell"]
    first, second = lines_of(one, house.languages["en"])
    assert first.startswith("26 November 2026: First core group: to come. days: 10, after 16 November 2026.")
    assert "Sandwell" in first
    assert "30 November 2026" in second
    assert "Sunderland" in second


def test_as_data_a_deadline_holds_ids_and_dates_and_no_name(conference: Case) -> None:
    data = json.dumps([plain(one, conference) for one in of(conference, "sandwell").values()])
    assert '"by": "2026-11-26"' in data
    assert not [person.name for person in conference.file.people.values() if str(person.name) in data]


def _unfolded(calendar_: bytes) -> list[str]:
    return calendar_.decode().replace("\r\n ", "").split("\r\n")


def test_a_diary_gets_a_whole_day_for_what_is_to_come_and_nothing_else(house: House, conference: Case) -> None:
    found = of(conference, "sandwell").values()
    entries = [(one, *for_a_diary(one, house.languages["cy"])) for one in found]
    made = calendar(entries, "GW-2026-0733", TODAY)
    lines = _unfolded(made)
    assert lines.count("BEGIN:VEVENT") == sum(one.state is State.TO_COME for one in found) > 0
    assert "DTSTART;VALUE=DATE:20261126" in lines
    assert "SUMMARY:GW-2026-0733: Y grŵp craidd cyntaf" in lines
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))


def test_every_line_of_a_diary_ends_as_the_standard_asks(house: House, conference: Case) -> None:
    entries: list[tuple[Any, str, str]] = [(one, "a, b; c", "d\\e") for one in of(conference, "sandwell").values()]
    made = calendar(entries, "GW-2026-0733", TODAY)
    assert made.endswith(b"END:VCALENDAR\r\n")
    assert b"a\\, b\\; c" in made
    assert b"d\\\\e" in made
