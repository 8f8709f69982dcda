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
    named = [(name.replace("_", "-"), day) for name, day in given.items()]
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


def test_an_event_given_twice_starts_two_clocks(conference: Case) -> None:
    moves = [("move", date(2026, 12, 1)), ("move", date(2026, 12, 15))]
    found = due(conference, profile_of(conference, "sandwell"), moves, TODAY)
    visits = [one.by for one in found if one.timescale.id == "due-weekly-visit-after-move-week1"]
    assert visits == [date(2026, 12, 8), date(2026, 12, 22)]


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
    made = calendar(entries, conference)
    lines = _unfolded(made)
    assert lines.count("BEGIN:VEVENT") == sum(one.state is State.TO_COME for one in found) > 0
    assert "DTSTART;VALUE=DATE:20261126" in lines
    assert "SUMMARY:GW-2026-0733: Y grŵp craidd cyntaf" in lines
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))


def test_every_line_of_a_diary_ends_as_the_standard_asks(house: House, conference: Case) -> None:
    entries: list[tuple[Any, str, str]] = [(one, "a, b; c", "d\\e") for one in of(conference, "sandwell").values()]
    made = calendar(entries, conference)
    assert made.endswith(b"END:VCALENDAR\r\n")
    assert b"a\\, b\\; c" in made
    assert b"d\\\\e" in made


def test_an_entry_of_a_diary_keeps_its_number_and_its_stamp_and_says_nobody(house: House, conference: Case) -> None:
    """A diary that takes the file twice has each deadline once: the second time some are past and gone."""

    def made(today: date) -> list[str]:
        found = of(conference, "sandwell", today).values()
        return _unfolded(calendar([(one, *for_a_diary(one, house.languages["en"])) for one in found], conference))

    early, late = made(date(2026, 11, 16)), made(TODAY)
    numbers = [line for line in late if line.startswith("UID:")]
    assert len(set(numbers)) == len(numbers) > 0
    assert set(numbers) < set(early)
    # The conference report of the example has the date of the outcome's document, whatever day the diary is made.
    assert {line for line in late if line.startswith("DTSTAMP:")} == {
        f"DTSTAMP:{conference.file.documents[0].date:%Y%m%d}T000000Z"
    }
    assert not [word for line in numbers for word in ("core-group", "catrin", "mam") if word in line]


#: A conference at Christmas and at Easter, worked out on paper. Bank holidays: Friday 25 December 2026, Monday 28 (for
#: Boxing Day, a Saturday), Friday 1 January 2027; Good Friday 26 March 2027, Easter Monday 29 March. Wales and England
#: have the same ones. Event, its day, nation and profile, deadline, last day, last working day before it.
WORKED = [
    # Strategy meeting on Monday 14 December; 15 working days: 15–18 (4), 21–24 (8), 29–31 (11), 4–7 January (15).
    ("strategy-meeting", date(2026, 12, 14), "wales", "due-icpc-wales", date(2027, 1, 7), None),
    ("strategy-meeting", date(2026, 12, 14), "sunderland", "due-icpc-sunderland", date(2027, 1, 7), None),
    # Decided on Tuesday 22 December. Sandwell: ten days, New Year's Day. Sunderland: ten working days: 23, 24 (2),
    # 29, 30, 31 (5), 4–8 January (10).
    ("plan-decided", date(2026, 12, 22), "sandwell", "due-core-group-sandwell", date(2027, 1, 1), date(2026, 12, 31)),
    ("plan-decided", date(2026, 12, 22), "sunderland", "due-core-group-sunderland", date(2027, 1, 8), None),
    # Conference on Tuesday 5 January; three whole working days before it: 4 January, 31 and 30 December. By the 29th.
    ("initial-conference", date(2027, 1, 5), "sunderland", "due-report-icpc-sunderland", date(2026, 12, 29), None),
    # Two whole ones: 4 January and 31 December. So by the 30th.
    ("initial-conference", date(2027, 1, 5), "sandwell", "due-report-icpc-sandwell", date(2026, 12, 30), None),
    # Strategy meeting on Monday 15 March; 16–19 (4), 22–25 (8), 30 March – 2 April (12), 5–7 April (15).
    ("strategy-meeting", date(2027, 3, 15), "wales", "due-icpc-wales", date(2027, 4, 7), None),
    ("strategy-meeting", date(2027, 3, 15), "sunderland", "due-icpc-sunderland", date(2027, 4, 7), None),
    # Review conference on Wednesday 31 March; five whole working days before it: 30, 25, 24, 23, 22. So by the 19th.
    ("review-conference", date(2027, 3, 31), "wales", "due-report-rcpc-wales", date(2027, 3, 19), None),
    ("review-conference", date(2027, 3, 31), "sunderland", "due-report-rcpc-sunderland", date(2027, 3, 19), None),
    # Decided on Friday 19 March: ten days are Easter Monday; the last working day before it is Thursday 25 March.
    ("plan-decided", date(2027, 3, 19), "sandwell", "due-core-group-sandwell", date(2027, 3, 29), date(2027, 3, 25)),
    # Three months after Saturday 26 December are Good Friday; the last working day before it is Thursday.
    ("plan-first-decided", date(2026, 12, 26), "sunderland", "due-rcpc-first", date(2027, 3, 26), date(2027, 3, 25)),
    # Found on Christmas Eve: 72 hours are Sunday 27 December, and the last day at work before it is the 24th.
    (
        "child-found",
        date(2026, 12, 24),
        "wales",
        "due-missing-return-interview",
        date(2026, 12, 27),
        date(2026, 12, 24),
    ),
]


@pytest.mark.parametrize("row", WORKED, ids=lambda row: f"{row[3]}-{row[1]}")
def test_a_deadline_at_christmas_and_easter_is_the_one_on_paper(
    house: House, root: Path, row: tuple[str, date, str, str, date, date | None]
) -> None:
    event, on, profile, deadline, by, working = row
    case = house.load(root / "examples" / ("mali.yaml" if profile == "wales" else "interpreter.yaml"))
    (one,) = [
        one
        for one in due(case, profile_of(case, profile), [(event, on)], TODAY)
        if one.timescale.id == deadline and one.document is None
    ]
    assert (one.by, one.working) == (by, working)


def test_a_limit_in_days_that_ends_on_a_holiday_says_the_last_working_day_before_it(
    house: House, conference: Case
) -> None:
    one = of(conference, "sandwell", plan_decided=date(2026, 12, 22))["due-core-group-sandwell"]
    first, second, *_ = lines_of(one, house.languages["en"])
    assert first.startswith("1 January 2027: First core group: to come. days: 10, after 22 December 2026.")
    assert second.strip() == "That is no working day; the last one before it is 31 December 2026."
    assert "31 Rhagfyr 2026" in list(lines_of(one, house.languages["cy"]))[1]
