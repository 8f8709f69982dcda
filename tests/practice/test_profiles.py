"""A profile is data: what it builds on, what it leaves out, what it says otherwise."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dystori.editions import Wanted
from dystori.findings import CaseError, CatalogueError, RequestError, Severity
from dystori.house import House
from dystori.practice import ids, listed, names, profile_named, profile_of, read_profile, rules_of


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


def test_the_timescales_listed_under_a_profile_are_those_it_keeps_as_grave_as_it_has_them(
    house: House, tmp_path: Path
) -> None:
    text = 'builds_on = "sunderland"\noff = ["due-pep"]\n[severity]\ndue-urgent-record = "error"\n'
    words = house.languages["en"]
    rows = {row["id"]: row for row in listed(words, profile_named(_file(tmp_path, text)))}
    assert {"due-pep", "due-urgent-record"} <= {row["id"] for row in listed(words, profile_named("sunderland"))}
    assert "due-pep" not in rows
    assert rows["due-urgent-record"]["severity"] == "error"


#: What is wrong with a file, the code it is told by, its line, and the key.
SLIPS = [
    ('builds_on = "wales"\noff = ["nobody-asks-this"]\n', "profile_rule", 2, "off"),
    ('builds_on = "wales"\nrules = 3\n', "profile_key", 2, "rules"),
    ('builds_on = "wales"\n\n[severity]\nsmart-action = "grave"\n', "profile_value", 4, "severity.smart-action"),
    ("builds_on =\n", "words-toml", 1, ""),
    ("[numbers]\ndue-pep = 'ten'\n", "profile_value", 2, "numbers.due-pep"),
    ("[numbers]\ndue-pep = 0\n", "profile_value", 2, "numbers.due-pep"),
    ("[numbers]\nsmart-action = 3\n", "profile_number", 2, "numbers"),
    ('builds_on = "somewhere"\n', "profile_unknown", 1, "builds_on"),
    ('builds_on = "sandwell"\nteams = ["Everybody"]\n', "profile_team", 2, "teams"),
    ("[[helplines]]\nname = { en = 'Line' }\n", "profile_value", 1, "helplines.0"),
    ("[[helplines]]\nname = { en = 'Line' }\nphone = 'ring us'\n", "profile_value", 3, "helplines.0.phone"),
]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip[1]}-{slip[3]}")
def test_a_file_that_cannot_be_used_is_told_with_its_line_its_key_and_what_to_write(
    house: House, tmp_path: Path, slip: tuple[str, str, int, str]
) -> None:
    text, code, line, key = slip
    with pytest.raises(CatalogueError) as stopped:
        profile_named(_file(tmp_path, text))
    (one,) = stopped.value.findings
    assert (one.code, one.place.file, one.place.line, one.place.path) == (code, "harrowby.toml", line, key)
    for language in house.languages.codes:
        assert house.say(one, language).message != one.code


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


def test_a_service_for_one_team_has_the_rules_of_that_team_alone(tmp_path: Path) -> None:
    everybody = _ids("sandwell")
    text = 'builds_on = "sandwell"\nteams = ["Strengthening Families Service"]\n'
    own = {rule.id for rule in rules_of(profile_named(_file(tmp_path, text)))}
    assert {"closure-letter-each-child", "closure-has-sustainability-plan"} <= own
    assert everybody - own == {"language-need-recorded", "explained-in-person", "accessible-format-chosen"}


OWN = """\
builds_on = "wales"

[[helplines]]
young = true
name = { cy = "Llinell Aberwen", en = "Aberwen Line" }
what_for = { cy = "siarad am unrhyw beth", en = "talk about anything" }
phone = "01632 960 555"
"""


@pytest.fixture
def own_case(root: Path, tmp_path: Path) -> Path:
    """Return an example whose profile is the council’s own, in a file beside it."""
    (tmp_path / "aberwen.toml").write_text(OWN, encoding="utf-8")
    shutil.copytree(root / "examples" / "pictures", tmp_path / "pictures")
    text = (root / "examples" / "mali.yaml").read_text(encoding="utf-8")
    own = text.replace("nation: wales", "nation: wales\nprofile: aberwen")
    (tmp_path / "mali.yaml").write_text(own, encoding="utf-8")
    return tmp_path / "mali.yaml"


def test_a_case_names_the_profile_that_lies_beside_it(house: House, own_case: Path) -> None:
    assert profile_of(house.load(own_case), None).lineage == ("aberwen", "wales")


def test_the_helplines_of_a_profile_are_printed_in_letters_instead_of_the_nations(house: House, own_case: Path) -> None:
    wanted = Wanted(documents=["visit-november"], parts=["letter"], languages=["cy"])
    (letter,) = house.render(house.load(own_case), wanted, ["txt"])
    assert "Llinell Aberwen: 01632 960 555" in letter.data.decode()
    assert "Meic" not in letter.data.decode()


def test_a_case_whose_profile_is_nowhere_is_told_with_its_line(house: House, own_case: Path) -> None:
    (own_case.parent / "aberwen.toml").unlink()
    with pytest.raises(CaseError) as stopped:
        profile_of(house.load(own_case), None)
    (one,) = stopped.value.findings
    assert (one.code, one.place.path) == ("profile_unknown", "profile")
    assert one.place.line > 1
