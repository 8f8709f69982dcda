"""What holds of every model: closed, frozen, silent about values, and its choices have words in every language."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, RootModel, ValidationError

import dystori_schemas
from dystori import House, Library
from dystori_schemas import case_model
from dystori_schemas.base import LocalText, Model
from dystori_schemas.choices import Choice
from dystori_schemas.kinds import discover
from dystori_schemas.people import Contact, Person
from dystori_schemas.scalars import Patterned

for _found in pkgutil.walk_packages(dystori_schemas.__path__, f"{dystori_schemas.__name__}."):
    importlib.import_module(_found.name)


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    for one in kind.__subclasses__():
        if one.__module__.startswith("dystori_schemas"):
            yield one
        yield from _below(one)


MODELS = sorted({*_below(Model)}, key=lambda model: model.__name__)
CHOICES = sorted({*_below(Choice)}, key=lambda choice: choice.__name__)
FORMS = sorted({*_below(Patterned)}, key=lambda form: form.__name__)


@pytest.fixture(scope="module")
def house() -> House:
    return House(Library.default())


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
class TestEveryModel:
    def test_is_closed_frozen_and_silent(self, model: type[BaseModel]) -> None:
        settings = model.model_config
        assert settings.get("extra") == "forbid"
        assert settings.get("frozen")
        assert settings.get("hide_input_in_errors")

    def test_explains_itself_and_every_field(self, model: type[BaseModel]) -> None:
        assert (model.__doc__ or "").strip()
        assert [name for name, field in model.model_fields.items() if not field.description] == []


def test_text_by_language_is_frozen_and_silent_too() -> None:
    assert issubclass(LocalText, RootModel)
    assert LocalText.model_config.get("frozen")
    assert LocalText.model_config.get("hide_input_in_errors")


def test_nothing_of_a_case_can_be_changed() -> None:
    contact = Contact.model_validate({"phone": "01632 960 001"})
    with pytest.raises(ValidationError, match="frozen"):
        contact.phone = None  # type: ignore[misc]


def test_an_error_of_the_models_themselves_holds_no_value() -> None:
    with pytest.raises(ValidationError) as error:
        Person.model_validate({"kind": "ZQCANARY", "name": "ZQCANARY\0", "born": "ZQCANARY"})
    assert "ZQCANARY" not in str(error.value)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_the_example_in_an_answer_is_right_itself(form: type[Patterned]) -> None:
    assert form.form(form.example) == form.example


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_a_form_is_the_whole_text_and_not_a_part_of_it(form: type[Patterned]) -> None:
    with pytest.raises(Exception, match=f"{form.code}|text_lines"):
        form.form(f"{form.example}\n<x>")


def test_every_kind_has_its_own_name_and_parts_with_their_own() -> None:
    for name, kind in discover().items():
        assert name == kind.name
        assert kind.parts
        assert len({part.name for part in kind.parts}) == len(kind.parts)


def test_a_case_may_hold_one_kind_only_when_that_is_all_there_is() -> None:
    kinds = discover()
    for name in kinds:
        fields = case_model({name: kinds[name]}).model_json_schema()["properties"]
        assert "documents" in fields


#: These decide what is made, drawn and for whom, and are never said in a document.
UNSAID = {"Nation", "PersonKind", "Presentation", "FileFormat", "Stage", "WithheldReason", "Aspect", "Gender"}
SAID = [one for one in CHOICES if one.__members__ and one.__name__ not in UNSAID]


@pytest.mark.parametrize("choice", SAID, ids=lambda choice: choice.__name__)
def test_every_choice_has_words_in_every_language(house: House, choice: type[Choice]) -> None:
    """Roles are terms, with gender and plural; the words of a picture stand on its sheet; other choices are entries."""
    lacking = []
    for code in house.languages.codes:
        language = house.languages[code]
        # An entry is known by its key, with stage and register behind it where they matter.
        keys = {context.split("/")[0] for book in language.catalogues.values() for context in book}
        lacking += [
            f"{code}: {value.group}-{value.value}"
            for value in choice
            if value.value not in language.terms
            and keys.isdisjoint({f"{value.group}-{value.value}", f"word-{value.group}-{value.value}"})
        ]
    assert lacking == []
