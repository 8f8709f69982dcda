"""Findings in the form editors and case systems read: SARIF 2.1.0, whole, in the caller's language, without a value."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
import yaml

from dystori import Library
from dystori.cli.main import run

ROOT = Path(__file__).parents[2]

_TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
_COUNT = {"type": "integer", "minimum": 1}
_LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "additionalProperties": False,
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {"required": ["uri"], "properties": {"uri": {"pattern": "^[^ /\\\\][^ \\\\]*$"}}},
                "region": {
                    "required": ["startLine"],
                    "additionalProperties": False,
                    "properties": {"startLine": _COUNT, "startColumn": _COUNT},
                },
            },
        },
        "logicalLocations": {
            "items": {
                "additionalProperties": False,
                "properties": {"fullyQualifiedName": {"type": "string"}, "kind": {"type": "string"}},
            }
        },
    },
}
_RULE = {
    "required": ["id"],
    "additionalProperties": False,
    "properties": {"id": {"type": "string"}, "shortDescription": _TEXT, "help": _TEXT, "properties": {}},
}
_RESULT = {
    "type": "object",
    "required": ["message", "ruleId", "ruleIndex", "level"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": _TEXT,
        "locations": {"type": "array", "items": _LOCATION},
        "suppressions": {
            "items": {
                "required": ["kind"],
                "properties": {
                    "kind": {"enum": ["inSource", "external"]},
                    "status": {"enum": ["accepted", "underReview", "rejected"]},
                },
            }
        },
    },
}
#: What SARIF 2.1.0 asks of the properties that are written here, and that no other is written.
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "additionalProperties": False,
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {"type": "array", "uniqueItems": True, "items": _RULE},
                                },
                            }
                        },
                    },
                    "language": {"pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": _RESULT},
                },
            },
        },
    },
}


@pytest.fixture
def lacking(tmp_path: Path) -> str:
    """Return, as it is called from here, a case that breaks one rule and sets another aside."""
    data = yaml.load((ROOT / "examples" / "mali.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    note = data["documents"][0]
    del note["quotes"], note["going_well"], note["pictures"]
    data["documents"] = [note]
    data["waived"] = [{"rule": "child-words-present", "because": "Geiriau preifat.", "decided_by": "rhian"}]
    folder = tmp_path / "ein hachosion"
    folder.mkdir()
    (folder / "mali.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return "ein hachosion/mali.yaml"


def log(capsys: pytest.CaptureFixture[str], *arguments: str, ends: int = 0) -> dict[str, Any]:
    assert run(["check", "--sarif", *arguments], Library.default()) == ends
    made: dict[str, Any] = json.loads(capsys.readouterr().out)
    jsonschema.validate(made, SARIF)
    return made


def test_every_result_names_its_rule_its_level_and_its_line_from_where_the_tool_was_called(
    lacking: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (made,) = log(capsys, lacking)["runs"]
    rules, results = made["tool"]["driver"]["rules"], made["results"]
    assert [rules[one["ruleIndex"]]["id"] for one in results] == [one["ruleId"] for one in results]
    (missing,) = [one for one in results if one["ruleId"] == "strengths-with-worries"]
    assert missing["level"] == "error"
    (place,) = missing["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "ein%20hachosion/mali.yaml"
    assert place["physicalLocation"]["region"]["startLine"] > 1
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "documents.0.going_well"


def test_a_rule_says_what_it_asks_what_would_satisfy_it_and_by_whose_standard_in_the_language_of_whoever_asks(
    lacking: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (made,) = log(capsys, lacking, "--iaith", "cy")["runs"]
    assert made["language"] == "cy"
    (rule,) = [one for one in made["tool"]["driver"]["rules"] if one["id"] == "strengths-with-worries"]
    assert "National Practice Framework for Wales (2023), Standard 5" in rule["help"]["text"]
    assert rule["help"]["text"].startswith(rule["shortDescription"]["text"])
    (result,) = [one for one in made["results"] if one["ruleId"] == "strengths-with-worries"]
    assert rule["shortDescription"]["text"] in result["message"]["text"]


def test_what_the_case_sets_aside_is_suppressed_and_its_reason_stays_in_the_case(
    lacking: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made = log(capsys, lacking)
    (aside,) = [one for one in made["runs"][0]["results"] if one["ruleId"] == "child-words-present"]
    assert (aside["level"], aside["suppressions"]) == ("note", [{"kind": "inSource", "status": "accepted"}])
    assert "Geiriau preifat" not in json.dumps(made, ensure_ascii=False)
    assert "Rhian" not in json.dumps(made, ensure_ascii=False)


def test_a_file_that_cannot_be_used_is_told_in_the_same_form_and_ends_as_ever(
    lacking: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(lacking)
    path.write_text(path.read_text(encoding="utf-8").replace("type: visit", "type: vistt"), encoding="utf-8")
    (result,) = log(capsys, lacking, ends=1)["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("choice_unknown", "error")
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] > 1
    assert run(["check", "--json", lacking], Library.default()) == 1
    assert [one["code"] for one in json.loads(capsys.readouterr().out)] == ["choice_unknown"]


def test_what_it_was_asked_to_fail_on_still_fails_the_check(lacking: str, capsys: pytest.CaptureFixture[str]) -> None:
    log(capsys, lacking, "--fail-on", "error", ends=3)
