"""Which files are read, and what no file in a folder of examples can show: size, devices, ways in."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dystori import Case, CaseError, House
from dystori.reading.files import MOST_NODES
from dystori.reading.opening import LARGEST_FILE


def _codes(error: pytest.ExceptionInfo[CaseError]) -> list[str]:
    return [finding.code for finding in error.value.findings]


def test_a_file_that_is_not_there_is_refused(house: House, tmp_path: Path) -> None:
    with pytest.raises(CaseError) as error:
        house.load(tmp_path / "none.yaml")
    assert _codes(error) == ["file_missing"]
    assert str(tmp_path) not in str(error.value)


def test_a_folder_instead_of_a_file_is_refused(house: House, tmp_path: Path) -> None:
    with pytest.raises(CaseError) as error:
        house.load(tmp_path)
    assert _codes(error) == ["file_not_a_file"]


def test_a_pipe_is_refused_and_not_waited_for(house: House, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "case.yaml")
    with pytest.raises(CaseError) as error:
        house.load(tmp_path / "case.yaml")
    assert _codes(error) == ["file_not_a_file"]


def test_a_device_is_refused(house: House) -> None:
    with pytest.raises(CaseError) as error:
        house.load(Path("/dev/zero"))
    assert _codes(error) == ["file_not_a_file"]


def test_a_path_with_a_nought_in_it_is_refused(house: House) -> None:
    with pytest.raises(CaseError) as error:
        house.load("case\0.yaml")
    assert _codes(error) == ["file_missing"]


def test_a_file_that_may_not_be_read_is_refused(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no(*_: object) -> int:
        raise PermissionError(13, "ZQCANARY")

    (tmp_path / "case.yaml").write_text("x: 1\n", encoding="utf-8")
    monkeypatch.setattr(os, "open", no)
    with pytest.raises(CaseError) as error:
        house.load(tmp_path / "case.yaml")
    assert _codes(error) == ["file_unreadable"]
    assert error.value.__context__ is None


@pytest.mark.parametrize("name", ["case.yaml", "case.json"])
def test_a_file_larger_than_two_million_bytes_is_refused(load: Callable[..., Case], small: str, name: str) -> None:
    with pytest.raises(CaseError) as error:
        load(small + "#" * LARGEST_FILE, name)
    assert _codes(error) == ["file_too_large"]
    assert error.value.findings[0].values == {"largest": "2000000"}


@pytest.mark.parametrize("data", [b"", b"\n \n\t\n", b"\xef\xbb\xbf", b"# nothing but a remark\n"])
def test_a_file_with_nothing_in_it_is_refused(load: Callable[..., Case], data: bytes) -> None:
    with pytest.raises(CaseError) as error:
        load(data)
    assert _codes(error) == ["file_empty"]


def test_more_items_than_a_case_can_have_are_refused_in_yaml(load: Callable[..., Case]) -> None:
    with pytest.raises(CaseError) as error:
        load("people: [" + "a," * (MOST_NODES + 1) + "]\n")
    assert _codes(error) == ["file_too_many"]


def test_more_items_than_a_case_can_have_are_refused_in_json(load: Callable[..., Case]) -> None:
    with pytest.raises(CaseError) as error:
        load(json.dumps({"people": ["a"] * (MOST_NODES + 1)}), "case.json")
    assert _codes(error) == ["file_too_many"]


def test_data_nested_deeper_than_any_case_is_refused(house: House) -> None:
    deep: object = "x"
    for _ in range(5_000):
        deep = [deep]
    with pytest.raises(CaseError) as error:
        house.load({"people": deep})
    assert _codes(error) == ["file_too_deep"]


def test_a_byte_order_mark_before_the_text_is_not_part_of_it(load: Callable[..., Case], small: str) -> None:
    assert load(b"\xef\xbb\xbf" + small.encode()).file.reference == "AB-1"


def test_windows_line_ends_change_nothing(load: Callable[..., Case], small: str) -> None:
    assert load(small.replace("\n", "\r\n")).file == load(small).file


def test_json_is_known_by_the_ending_in_any_case(load: Callable[..., Case]) -> None:
    with pytest.raises(CaseError) as error:
        load("{,}", "CASE.JSON")
    assert _codes(error) == ["json_syntax"]
