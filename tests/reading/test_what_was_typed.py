"""What was typed is what is meant: no number, date or yes-or-no is made of text that nobody asked one from."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from dystori import Case, CaseError, House
from dystori_schemas.people import Person

Load = Callable[..., Case]


def _kit(case: Case) -> Person:
    return next(iter(case.file.people.values()))


def _purpose(case: Case) -> str:
    document: Any = case.file.documents[0]
    return str(document.purpose.root[""])


@pytest.mark.parametrize(
    "typed",
    ["no", "yes", "on", "Off", "null", "~", "1e3", "0x10", "012", "12:30", "2026-02-30", "=", ".inf", "7" * 5_000],
)
def test_text_stays_as_it_was_typed(load: Load, small: str, typed: str) -> None:
    assert _purpose(load(small.replace("I came to hear how you are.", typed))) == typed


@pytest.mark.parametrize("typed", ["No", "null", "012", "1e3", "Yes"])
def test_a_name_stays_as_it_was_typed(load: Load, small: str, typed: str) -> None:
    assert _kit(load(small.replace("Kit Rowan", typed))).name == typed


@pytest.mark.parametrize("typed", ["01632960001", "01632 960 001", "+44 1632 960001", "(01632) 960 001", "07700900123"])
def test_a_telephone_number_keeps_its_nought_and_its_blanks(load: Load, small: str, typed: str) -> None:
    assert load(small.replace("01632 960 001", typed)).file.organisation.phone == typed


@pytest.mark.parametrize("typed", ["007", "0o17", "1e5", "2026-11-13", "no", "12345678901234567890"])
def test_a_reference_stays_as_it_was_typed(load: Load, small: str, typed: str) -> None:
    assert load(small.replace("AB-1", typed)).file.reference == typed


@pytest.mark.parametrize("typed", ["12:30", "'12:30'", '"12:30"'])
def test_a_time_needs_no_quotes(load: Load, small: str, typed: str) -> None:
    document: Any = load(small.replace("on: 2026-11-12", f"on: 2026-11-12, starts: {typed}")).file.documents[0]
    assert document.meeting.starts == dt.time(12, 30)


def test_a_date_is_the_day_that_was_typed(load: Load, small: str) -> None:
    assert load(small).file.documents[0].date == dt.date(2026, 11, 13)


@pytest.mark.parametrize(("typed", "meant"), [("yes", True), ("no", False), ('"no"', False)])
def test_yes_and_no_are_asked_for_by_their_field(load: Load, small: str, typed: str, meant: bool) -> None:
    case = load(small.replace("    purpose", f"    together: {typed}\n    purpose"))
    assert case.file.documents[0].together is meant


@pytest.mark.parametrize("typed", ["true", "on", "Y", "1", "YES", "t"])
def test_a_word_that_is_only_like_yes_is_refused(load: Load, small: str, typed: str) -> None:
    with pytest.raises(CaseError) as error:
        load(small.replace("    purpose", f"    together: {typed}\n    purpose"))
    assert [finding.code for finding in error.value.findings] == ["yes_no_form"]


@pytest.mark.parametrize("field", ["known_as", "role", "born", "phone", "job"])
def test_a_field_with_nothing_after_it_is_left_out(load: Load, small: str, field: str) -> None:
    person = _kit(load(small.replace("name: Kit Rowan }", f"name: Kit Rowan, {field}: }}")))
    assert getattr(person, field) is None


def test_text_is_kept_exactly_within_its_blanks(load: Load, small: str) -> None:
    said = "“Dw i’n\u00a0iawn…” — mam-gu’s  & <b>"
    assert _purpose(load(small.replace("I came to hear how you are.", f'"  {said}\\n"'))) == said


def test_letters_in_two_pieces_and_in_one_are_the_same_text(load: Load, small: str) -> None:
    assert _kit(load(small.replace("Kit Rowan", "Sia\u0302n"))).name == "Siân"


class TestOtherWaysIn:
    def test_json_gives_the_same_case_as_yaml(self, load: Load, small: str) -> None:
        plain = yaml.load(small, Loader=yaml.CBaseLoader)
        assert load(json.dumps(plain), "case.json").file == load(small).file

    def test_json_with_tabs_and_escapes_keeps_its_lines(self, load: Load, small: str) -> None:
        plain = yaml.load(small, Loader=yaml.CBaseLoader)
        plain["organisation"]["name"] = 'C\u0175n \U0001f9f8 "a/b" \\u0041'
        with pytest.raises(CaseError) as error:
            load(json.dumps(plain, indent="\t").replace("a/b", "a\\/b"), "case.json")
        assert [(one.code, one.place.line) for one in error.value.findings] == [("letters_missing", 6)]

    def test_data_of_a_case_system_gives_the_same_case(self, house: House, load: Load, small: str) -> None:
        plain = yaml.load(small, Loader=yaml.CBaseLoader)
        assert house.load(plain).file == load(small).file

    def test_native_values_mean_what_their_text_means(self, house: House, load: Load, small: str) -> None:
        scale = {"question": "?", "zero": "0", "ten": "10", "marks": [{"by": "kit", "on": "2026-11-12", "mark": "7"}]}
        plain = yaml.load(small, Loader=yaml.CBaseLoader)
        typed, native = plain["documents"][0], json.loads(json.dumps(plain["documents"][0]))
        typed |= {"together": "yes", "scales": [scale]}
        typed["meeting"]["starts"] = "15:30"
        native |= {"together": True, "date": dt.date(2026, 11, 13), "about": ("kit",)}
        native["scales"] = [scale | {"marks": [{"by": "kit", "on": dt.date(2026, 11, 12), "mark": 7}]}]
        native["meeting"] = {"on": dt.date(2026, 11, 12), "starts": dt.time(15, 30)}
        assert house.load(plain | {"documents": [native]}).file == house.load(plain | {"documents": [typed]}).file

    @pytest.mark.parametrize("value", [dt.datetime(2026, 11, 13), 20261113, True, None, 1.5, b"2026-11-13"])
    def test_a_native_value_that_is_no_day_is_refused(self, house: House, small: str, value: object) -> None:
        plain = yaml.load(small, Loader=yaml.CBaseLoader)
        plain["documents"][0]["date"] = value
        with pytest.raises(CaseError) as error:
            house.load(plain)
        assert [finding.code for finding in error.value.findings] == ["date_form"]

    @pytest.mark.parametrize("value", [7, True, 1.5, b"Kit", dt.date(2026, 11, 13)])
    def test_a_native_value_is_no_text(self, house: House, small: str, value: object) -> None:
        plain = yaml.load(small, Loader=yaml.CBaseLoader)
        plain["people"]["kit"]["name"] = value
        with pytest.raises(CaseError) as error:
            house.load(plain)
        assert [finding.code for finding in error.value.findings] == ["text_expected"]

    def test_a_fault_in_data_has_a_field_and_no_line(self, house: House, small: str) -> None:
        plain = yaml.load(small, Loader=yaml.CBaseLoader)
        plain["documents"][0]["date"] = "soon"
        with pytest.raises(CaseError) as error:
            house.load(plain)
        place = error.value.findings[0].place
        assert (place.file, place.line, place.column, place.path) == ("", 0, 0, "documents.0.date")


def test_every_fault_is_told_at_once_in_the_order_of_the_file(load: Load, small: str) -> None:
    text = (
        small.replace("nation: wales", "nation: scotland")
        .replace("01632 960 001", "ring us")
        .replace("name: Sam Gwilym", "nam: Sam Gwilym")
        .replace("    type: visit\n", "")
        .replace("about: [kit]", "about: [kid]")
        .replace("2026-11-13", "2026-02-30")
        .replace("I came to hear how you are.", "[]")
    )
    with pytest.raises(CaseError) as error:
        load(text)
    assert [(one.code, one.place.line, one.place.path) for one in error.value.findings] == [
        ("choice_unknown", 3, "nation"),
        ("phone_form", 4, "organisation.phone"),
        ("field_missing", 7, "people.sam.name"),
        ("field_unknown", 7, "people.sam"),
        ("field_missing", 9, "documents.0.type"),
        ("person_unknown", 11, "documents.0.about.0"),
        ("date_impossible", 12, "documents.0.date"),
        ("words_expected", 16, "documents.0.purpose"),
    ]


def test_an_unknown_field_is_answered_with_the_nearest_there_is(load: Load, small: str) -> None:
    with pytest.raises(CaseError) as error:
        load(small.replace("    written_in: en", "    writen_in: en\n    written_in: en"))
    assert error.value.findings[0].values["near"] == "written_in"


def test_an_unknown_field_like_none_is_answered_with_those_there_are(load: Load, small: str) -> None:
    with pytest.raises(CaseError) as error:
        load(small.replace("signed: { by: sam }", "signed: { by: sam, zzz: x }"))
    assert error.value.findings[0].values == {"near": "", "fields": "by, job, name"}


def test_a_missing_font_letter_is_named_by_its_number(load: Load, small: str) -> None:
    with pytest.raises(CaseError) as error:
        load(small.replace("Kit Rowan", "Kit 漢"))
    assert error.value.findings[0].values == {"letter": "U+6F22"}
