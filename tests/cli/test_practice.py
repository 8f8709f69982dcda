"""The commands of practice: rules checked under a profile, rules listed, deadlines told, and how each one ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dystori import Library
from dystori.cli.main import run

ROOT = Path(__file__).parents[2]
CONFERENCE = str(ROOT / "examples" / "conference.yaml")
STORY = str(ROOT / "examples" / "story-arm.yaml")

VISIT = """\
reference: AB-1
nation: england
organisation: { name: Aberwen Council, phone: 01632 960 001 }
people:
  kit: { kind: child, name: Kit Rowan, born: 2018-05-04, languages: { letters: en } }
  sam: { kind: practitioner, name: Sam Gwilym, role: social-worker }
documents:
  - kind: case-note
    id: one
    type: visit
    about: [kit]
    date: 2026-11-13
    written_in: en
    signed: { by: sam }
    meeting: { on: 2026-11-12, setting: school }
    purpose: I came to hear how you are.
    seen: { seen: yes, alone: yes }
    quotes: [{ words: I like it here. }]
    meaning: I think you are settling in.
    daily_life: You walk to school with your cousin.
    trusted_adults: [sam]
"""


@pytest.fixture
def visit(tmp_path: Path) -> str:
    """Return a note of a visit that lacks one thing, and that in Sandwell and Sunderland only."""
    path = tmp_path / "visit.yaml"
    path.write_text(VISIT, encoding="utf-8")
    return str(path)


def ended(*arguments: str) -> int:
    return run(list(arguments), Library.default())


def test_every_rule_is_listed_with_its_source_and_those_not_looked_at_with_a_reason(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ended("check", "--rules", "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert all(row["sources"] and (row["reason"] or row["asks"]) for row in rows)
    assert len({row["id"] for row in rows}) == len(rows) > 350


def test_the_rules_are_listed_in_the_language_of_whoever_asks(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--iaith", "cy", "check", "--rules", "--profile", "sandwell") == 0
    out = capsys.readouterr().out
    assert "Mae cam gweithredu yn dweud pwy sy’n ei wneud" in out
    assert "manager-approved" not in out


def test_a_rule_of_a_profile_fails_a_check_only_under_that_profile(
    visit: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended("check", visit, "--profile", "sunderland", "--fail-on", "error") == 3
    assert (
        "visit.yaml:8: documents.0.file.purpose_and_plan: error: Fill in purpose_and_plan." in capsys.readouterr().err
    )
    assert ended("check", visit, "--profile", "wales", "--fail-on", "error") == 0


def test_a_finding_of_a_rule_is_data_too(visit: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("check", visit, "--profile", "sunderland", "--json") == 0
    (one,) = [row for row in json.loads(capsys.readouterr().out) if row.get("rule") == "visit-purpose-linked"]
    assert "Standard 4" in one["source"]
    assert (one["severity"], one["line"]) == ("error", 8)


def test_a_rule_set_aside_fails_no_check_and_still_shows(visit: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Path(visit).open("a", encoding="utf-8") as file:
        file.write("waived: [{ rule: visit-purpose-linked, because: Short., decided_by: sam }]\n")
    assert ended("check", visit, "--profile", "sunderland", "--fail-on", "advice") == 0
    assert "Set aside in the case, with a reason" in capsys.readouterr().err


def test_a_profile_that_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("check", STORY, "--profile", "nowhere") == 2
    assert "cafcass-cymru, england, sandwell, sunderland, wales" in capsys.readouterr().err


def test_check_asks_for_a_case_unless_rules_are_listed() -> None:
    assert ended("check") == 2


def test_what_is_due_is_told_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("due", CONFERENCE, "--profile", "sandwell") == 0
    out = capsys.readouterr().out
    assert "26 November 2026: First core group" in out
    assert "30 November 2026: Together for Children" in out


def test_what_follows_from_a_day_given_by_hand_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--iaith", "cy", "due", STORY, "--profile", "sunderland", "--from", "placement=2026-12-18") == 0
    assert "6 Ionawr 2027: Cynllun gofal" in capsys.readouterr().out


@pytest.mark.parametrize(
    "given", ["placement", "placement=soon", "placement=2026-02-30", "=2026-02-03", "x=2026-02-03"]
)
def test_an_event_that_cannot_be_read_is_wrong_usage(given: str) -> None:
    assert ended("due", STORY, "--from", given) == 2


def test_nothing_due_is_said_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("due", STORY) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.strip()


def test_a_diary_is_written_privately_and_its_path_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert ended("due", STORY, "--profile", "sunderland", "--from", "placement=2999-12-18", "--ics", "diary.ics") == 0
    assert capsys.readouterr().out.strip() == "diary.ics"
    made = tmp_path / "diary.ics"
    assert made.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert made.stat().st_mode & 0o077 == 0
