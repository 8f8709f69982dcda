"""Whatever is handed in, the answer is a case or a ``CaseError``; and no answer repeats what the case says."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dystori import CaseError, House

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
CANARY = "zqcanary"

PathKey = tuple[str | int, ...]


def tries(most: int) -> settings:
    """Return the settings of a test that is tried so many times; a slow machine is no fault."""
    return settings(max_examples=most, deadline=None, suppress_health_check=[*HealthCheck])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("anything")


def _told(house: House, source: Path | dict[str, Any]) -> str:
    """Return everything said about a case: nothing when it is one."""
    try:
        house.load(source)
    except CaseError as error:
        found = error
    else:
        return ""
    assert found.findings
    assert found.__context__ is None
    return f"{found}{found!r}{house.told(found, 'en')!r}{house.told(found, 'cy')!r}".lower()


def _paths(data: object, path: PathKey = ()) -> Iterator[PathKey]:
    """Yield the path of everything inside a case."""
    items: Any = ()
    if isinstance(data, dict):
        items = data.items()
    elif isinstance(data, list):
        items = enumerate(data)
    for key, value in items:
        yield (*path, key)
        yield from _paths(value, (*path, key))


def _example(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return data


values: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.binary(max_size=8),
    st.text(max_size=30),
    st.just("ZQCANARY"),
    st.sampled_from(["", " ", "2026-02-30", "cy", "yes", "ZQCANARY\x00", "ZQCANARY\ud800", "../ZQCANARY.png", "kit"]),
    st.lists(st.sampled_from(["ZQCANARY", ""]), max_size=3),
    st.dictionaries(st.sampled_from(["", "cy", "ZQCANARY", "kind", "by"]), st.just("ZQCANARY"), max_size=3),
)


@st.composite
def mutated(draw: st.DrawFn, example: Path) -> dict[str, Any]:
    """Draw an example in which a few things were dropped, replaced, doubled, renamed or moved."""
    data = copy.deepcopy(_example(example))
    for _ in range(draw(st.integers(1, 4))):
        paths = list(_paths(data))
        if not paths:
            break
        path = draw(st.sampled_from(paths))
        inside: Any = data
        for part in path[:-1]:
            inside = inside[part]
        how = draw(st.sampled_from(["drop", "replace", "double", "rename", "move"]))
        if how == "drop":
            del inside[path[-1]]
        elif how == "replace":
            inside[path[-1]] = draw(values)
        elif how == "move":
            other = draw(st.sampled_from(paths))
            found: Any = data
            for part in other:
                found = found[part]
            inside[path[-1]] = copy.deepcopy(found)
        elif isinstance(inside, list):
            inside.append(copy.deepcopy(inside[int(path[-1])]))
        else:
            inside[draw(st.sampled_from(["ZQCANARY", "Zq canary", "zqcanary", ""]))] = inside.pop(path[-1])
    return data


@tries(150)
@given(data=st.binary(max_size=300))
@pytest.mark.parametrize("name", ["case.yaml", "case.json"])
def test_any_bytes_are_a_case_or_a_case_error(house: House, folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)
    _told(house, folder / name)


@tries(150)
@given(text=st.text(alphabet=st.sampled_from("{}[]:,-&*!|>'\"#?%@`<=\\ \n\t\r\u0085\u2028ab~0"), max_size=60))
@pytest.mark.parametrize("name", ["case.yaml", "case.json"])
def test_any_heap_of_signs_is_a_case_or_a_case_error(house: House, folder: Path, name: str, text: str) -> None:
    (folder / name).write_bytes(text.encode())
    _told(house, folder / name)


@tries(100)
@given(cut=st.integers(0, 10_000), bit=st.binary(min_size=1, max_size=3), at=st.integers(0, 10_000))
def test_a_torn_or_damaged_file_is_a_case_or_a_case_error(
    house: House, folder: Path, cut: int, bit: bytes, at: int
) -> None:
    whole = EXAMPLES[0].read_bytes()
    (folder / "case.yaml").write_bytes((whole[:at] + bit + whole[at + len(bit) :])[: max(cut, 1)])
    _told(house, folder / "case.yaml")


@tries(100)
@given(data=st.data())
@pytest.mark.parametrize("example", EXAMPLES[:2], ids=lambda path: path.name)
def test_a_changed_example_is_a_case_or_a_case_error_and_nothing_of_it_is_told(
    house: House, example: Path, data: st.DataObject
) -> None:
    # Ids are told, as places in the file; the canary as an id is somebody's who was named so.
    told = _told(house, data.draw(mutated(example)))
    assert CANARY not in told.replace("people.zqcanary", "")


@tries(40)
@given(data=st.data())
def test_a_changed_example_written_as_json_is_told_the_same(house: House, folder: Path, data: st.DataObject) -> None:
    changed = data.draw(mutated(EXAMPLES[0]))
    try:
        text = json.dumps(changed, allow_nan=False)
    except (TypeError, ValueError):
        return
    (folder / "case.json").write_text(text, encoding="utf-8")
    told: list[tuple[str, str]] = []
    again: list[tuple[str, str]] = []
    for source, codes in ((folder / "case.json", told), (changed, again)):
        try:
            house.load(source)
        except CaseError as error:
            codes.extend(sorted((one.code, one.place.path) for one in error.findings))
    pictures = {"picture_missing", "picture_not_a_file", "picture_unreadable", "picture_outside"}
    assert [one for one in told if one[0] not in pictures] == [one for one in again if one[0] not in pictures]


@tries(100)
@given(
    data=st.dictionaries(
        st.sampled_from(["dystori", "reference", "nation", "organisation", "people", "documents", "withheld", "x"]),
        st.recursive(values, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner)),
        max_size=6,
    )
)
def test_any_data_at_all_is_a_case_or_a_case_error(house: House, data: dict[str, Any]) -> None:
    assert CANARY not in _told(house, data).replace("people.zqcanary", "")
