"""What every model of a case file has in common: closed, frozen, silent about values; and text by language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, RootModel, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from dystori_schemas.scalars import LanguageCode, Text, fault


class Model(BaseModel):
    """A part of a case file: unknown keys are refused, nothing can be changed, no error shows a value."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


#: The key of text that was typed without saying its language: the document's ``written_in``.
AS_WRITTEN = ""


class LocalText(RootModel[dict[str, Text]]):
    """Free text: in the language the document is written in, or by language ``{cy: …, en: …}``.

    It is printed exactly as typed; nothing is translated, mutated or altered.
    """

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)
    AS_WRITTEN: ClassVar[str] = AS_WRITTEN

    @model_validator(mode="before")
    @classmethod
    def _by_language(cls, value: object) -> object:
        if isinstance(value, str):
            return {AS_WRITTEN: value}
        if not isinstance(value, Mapping) or not value:
            raise fault("words_expected")
        for code in value:
            if code != AS_WRITTEN:
                LanguageCode.form(code)
        return value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        by_language: dict[str, Any] = {
            "type": "object",
            "patternProperties": {f"^{LanguageCode.pattern}$": {"type": "string"}},
            "additionalProperties": False,
            "minProperties": 1,
        }
        return {"anyOf": [{"type": "string"}, by_language], "description": (cls.__doc__ or "").strip().split("\n\n")[0]}


def _listed(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return value
    raise fault("list_expected")


def models(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield every part of a case file at or below a value, with its path from there, in the order of the fields."""
    if isinstance(value, Model):
        yield path, value
        for name, field in type(value).model_fields.items():
            yield from models(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from models(item, (*path, str(key)))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from models(item, (*path, index))


T = TypeVar("T")

#: A list of things, at most 200, empty unless given.
Several = Annotated[tuple[T, ...], BeforeValidator(_listed), Field(max_length=200)]
