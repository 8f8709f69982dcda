"""The help of every field: one entry a field, in step with the schemas, and told in the user's language."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from dystori.house import House
from dystori.library import Library
from dystori.words import po
from dystori.words.field_help import fields_behind, gather_fields, sentence, sentences, translated
from dystori_schemas.publish import schema


@pytest.fixture
def own(tmp_path: Path) -> Library:
    """Return the library with languages that may be changed."""
    library = Library.default()
    shutil.copytree(str(library.locales), tmp_path / "locales")
    return Library(library.templates, tmp_path / "locales", library.kinds)


def book(library: Library, code: str) -> po.Catalogue:
    return po.read(library.locales.joinpath(code, "fields.po").read_bytes(), "fields.po")


def save(library: Library, code: str, changed: po.Catalogue) -> None:
    Path(str(library.locales.joinpath(code, "fields.po"))).write_bytes(po.write(changed))


def test_every_field_of_every_kind_has_an_entry(house: House) -> None:
    found = sentences(schema(house.library.kinds))
    assert len(found) > 600
    assert found["quote-words"] == "The exact words, uncorrected, without speech marks."
    assert found["case-file-people"] == "Everybody in the case, by a short id."


def test_two_models_of_one_name_are_told_apart() -> None:
    def model(text: str) -> dict[str, Any]:
        return {"properties": {"note": {"description": text}}}

    models = {"ours__visit__Topic": model("One."), "ours__letter__Topic": model("Two.")}
    assert sentences({"title": "Case", "$defs": models}) == {"topic-note": "One.", "letter-topic-note": "Two."}


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("The child's words.", "The child’s words."),
        ("Text, or ``{cy: …, en: …}``.", "Text, or cy: …, en: …."),
        ("Two\n  lines.", "Two lines."),
    ],
)
def test_a_description_becomes_a_sentence_that_a_catalogue_can_hold(description: str, expected: str) -> None:
    assert sentence(description) == expected


def test_the_catalogue_that_ships_says_what_the_schemas_say(house: House) -> None:
    assert fields_behind(house.library) == []


def test_a_field_that_has_changed_is_told_and_gathered(own: Library) -> None:
    changed = book(own, "en")
    first, second, *_ = changed.entries
    first.msgid = "Something else."
    changed.entries.remove(second)
    changed.entries.append(po.Entry("gone", "Gone."))
    save(own, "en", changed)
    found = [(one.code, one.place.path) for one in fields_behind(own)]
    assert found == [
        ("words-missing", second.context),
        ("words-stale", first.context),
        ("words-stranger", "gone"),
    ]
    gather_fields(own, Path(str(own.locales)))
    assert fields_behind(own) == []


def descriptions(text: str) -> set[str]:
    data = json.loads(text)
    models = [*data["$defs"].values(), data]
    fields = (one for model in models for one in model.get("properties", {}).values())
    return {one["description"] for one in fields if "description" in one}


class TestTheSchemaInWelsh:
    def test_has_no_english_help(self, house: House) -> None:
        """What is alike in both is what is typed: the name of a kind, figures."""
        kinds = house.library.kinds
        english = {sentence(one) for one in descriptions(json.dumps(schema(kinds)))}
        both = english & descriptions(translated(kinds, house.library, "cy"))
        assert both == {*kinds, "1, 2, 3 …"}

    def test_is_the_same_schema_otherwise(self, house: House) -> None:
        def bare(data: Any) -> Any:
            if isinstance(data, dict):
                named = {key: bare(one) for key, one in data.items() if key != "properties"}
                named.pop("description", None)
                return named | {"properties": {k: bare(v) for k, v in data.get("properties", {}).items()}}
            return [bare(one) for one in data] if isinstance(data, list) else data

        kinds = house.library.kinds
        assert bare(json.loads(translated(kinds, house.library, "cy"))) == bare(schema(kinds))

    def test_says_in_english_what_is_not_translated_or_has_changed(self, own: Library) -> None:
        changed = book(own, "cy")
        for entry in changed.entries:
            if entry.context == "quote-words":
                entry.msgstr = ""
            if entry.context == "quote-to":
                entry.flags.append("fuzzy")
        save(own, "cy", changed)
        found = descriptions(translated(own.kinds, own, "cy"))
        assert {"The exact words, uncorrected, without speech marks.", "Who heard it."} <= found
