"""The published JSON Schema is what the models say, explains every field, and accepts what the reader accepts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from dystori_schemas.kinds import discover
from dystori_schemas.publish import published, schema, schema_text

FOLDER = files("dystori_schemas").joinpath("json")
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    return schema(discover())


def _objects(part: object, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield everything of a schema that describes an object, and where."""
    if isinstance(part, dict):
        if "properties" in part:
            yield path, part
        for key, value in part.items():
            yield from _objects(value, f"{path}/{key}")
    elif isinstance(part, list):
        for index, value in enumerate(part):
            yield from _objects(value, f"{path}/{index}")


def test_the_published_files_are_what_the_models_give() -> None:
    stored = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir() if path.name.endswith(".json")}
    assert stored == published(), "run python -m dystori_schemas.publish"


def test_there_is_a_file_for_every_kind_and_one_for_all() -> None:
    assert set(published()) == {"case.schema.json", *(f"{kind}.schema.json" for kind in discover())}


def test_the_same_kinds_give_the_same_text() -> None:
    assert schema_text(discover()) == schema_text(discover())


@pytest.mark.parametrize("name", sorted(published()))
def test_every_published_file_is_a_right_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(published()[name]))


def test_every_field_is_explained(whole: dict[str, Any]) -> None:
    # A choice is explained where it is defined when its field would say the same.
    named = {f"#/$defs/{name}": part for name, part in whole["$defs"].items()}
    silent = [
        f"{path}/{name}"
        for path, part in _objects(whole)
        for name, field in part["properties"].items()
        if not field.get("description", named.get(field.get("$ref"), {}).get("description"))
    ]
    assert silent == []


def test_no_object_takes_a_field_it_does_not_know(whole: dict[str, Any]) -> None:
    assert [path for path, part in _objects(whole) if part.get("additionalProperties") is not False] == []


class Editor(yaml.CBaseLoader):
    """Reads as editors do (YAML 1.2): true, false, null and numbers are values; yes, no, days and times are text."""


Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("(true|false)$"), list("tf"))
Editor.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("(null|~|)$"), ["n", "~", ""])
Editor.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("[-+]?[0-9]+$"), list("-+0123456789"))
Editor.add_constructor("tag:yaml.org,2002:bool", lambda loader, node: node.value == "true")
Editor.add_constructor("tag:yaml.org,2002:null", lambda loader, node: None)
Editor.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


@pytest.mark.parametrize("loader", [yaml.CBaseLoader, Editor], ids=["as typed", "as editors read it"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_editor_shows_no_false_error_in_an_example(whole: dict[str, Any], path: Path, loader: type) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    faults = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(whole).iter_errors(data)]
    assert faults == []


@pytest.mark.parametrize("name", sorted(discover()))
def test_an_example_of_one_kind_is_right_by_the_schema_of_that_kind(name: str) -> None:
    one = Draft202012Validator(schema({name: discover()[name]}))
    for path in EXAMPLES:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        data["documents"] = [document for document in data["documents"] if document["kind"] == name]
        data.pop("withheld", None)
        assert [error.json_path for error in one.iter_errors(data)] == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("nation", "scotland"),
        ("reference", "a name, with a comma"),
        ("people", []),
        ("documents", "none"),
        ("dystori", "2"),
        ("refrence", "AB-1"),
        ("organisation", {"phone": "01632 960 001"}),
    ],
)
def test_an_editor_shows_what_the_reader_would_refuse(whole: dict[str, Any], field: str, value: object) -> None:
    data = yaml.load(EXAMPLES[0].read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    assert list(Draft202012Validator(whole).iter_errors(data | {field: value}))
