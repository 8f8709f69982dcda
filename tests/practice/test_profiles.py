"""A profile is data: what it builds on, what it leaves out, what it says otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from dystori.findings import CatalogueError, RequestError, Severity
from dystori.house import House
from dystori.practice import ids, names, profile_of, read_profile, rules_of


def _ids(name: str | Path) -> set[str]:
    return {rule.id for rule in rules_of(read_profile(name, ids()))}


def _file(folder: Path, text: str) -> Path:
    path = folder / "harrowby.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_profiles_are_those_of_the_sources_and_the_two_nations() -> None:
    assert names() == ("cafcass-cymru", "england", "sandwell", "sunderland", "wales")


def test_england_has_what_all_sources_share_and_a_council_more() -> None:
    assert _ids("england") < _ids("sandwell")
    assert "manager-approved" in _ids("sunderland") - _ids("sandwell")
    assert "closure-has-sustainability-plan" in _ids("sandwell") - _ids("sunderland")


def test_cafcass_cymru_has_the_rules_of_wales_and_its_own() -> None:
    assert _ids("cafcass-cymru") - _ids("wales") == {
        "pronouns-recorded-and-used",
        "likes-and-important-people",
        "brothers-sisters-seen-separately",
        "victim-survivor",
        "preferred-name-used",
        "welsh-and-english-complete",
    }
    assert read_profile("cafcass-cymru", ids()).calendar == "wales"


def test_without_a_name_a_case_has_the_profile_of_its_nation(house: House, root: Path) -> None:
    assert profile_of(house.load(root / "examples" / "mali.yaml"), None).name == "wales"
    assert profile_of(house.load(root / "examples" / "story-arm.yaml"), None).name == "england"


def test_a_council_builds_on_a_profile_leaves_rules_out_and_makes_others_graver(tmp_path: Path) -> None:
    text = 'builds_on = "sunderland"\noff = ["genogram-present"]\n[severity]\ninformation-weighted = "error"\n'
    own = read_profile(_file(tmp_path, text), ids())
    assert own.lineage == ("harrowby", "sunderland", "england")
    assert _ids("sunderland") - {rule.id for rule in rules_of(own)} == {"genogram-present"}
    assert own.severity["information-weighted"] is Severity.ERROR


@pytest.mark.parametrize(
    "text",
    [
        'builds_on = "wales"\noff = ["nobody-asks-this"]\n',
        'builds_on = "wales"\nrules = 3\n',
        '[severity]\nsmart-action = "grave"\n',
        "builds_on =\n",
        "[numbers]\ndue-pep = 'ten'\n",
        "[numbers]\ndue-pep = 0\n",
        "[numbers]\nsmart-action = 3\n",
    ],
)
def test_a_file_that_cannot_be_used_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(CatalogueError):
        read_profile(_file(tmp_path, text), ids())


@pytest.mark.parametrize("name", ["nowhere", "../wales", ""])
def test_a_profile_that_is_not_there_is_told(name: str) -> None:
    with pytest.raises(RequestError) as stopped:
        read_profile(name, ids())
    assert stopped.value.findings[0].code == "profile_unknown"


def test_a_profile_that_builds_on_itself_is_told(tmp_path: Path) -> None:
    path = tmp_path / "wales.toml"
    path.write_text('builds_on = "wales"\n', encoding="utf-8")
    with pytest.raises(CatalogueError) as stopped:
        read_profile(path, ids())
    assert stopped.value.findings[0].code == "profile_circle"
