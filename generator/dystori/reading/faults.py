"""Turn what pydantic says into faults a person can act on: a code, a line, a field, and never the value."""

from __future__ import annotations

import difflib
import re
import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError

from dystori.findings import Finding
from dystori.reading.files import PathKey, Raw

_CODES = {
    "missing": "field_missing",
    "extra_forbidden": "field_unknown",
    "enum": "choice_unknown",
    "literal_error": "choice_unknown",
    "union_tag_invalid": "kind_unknown",
    "union_tag_not_found": "kind_missing",
    "model_type": "mapping_expected",
    "model_attributes_type": "mapping_expected",
    "dict_type": "mapping_expected",
    "too_long": "list_too_long",
    "too_short": "list_too_short",
}
_OURS = re.compile(r"[a-z]+(_[a-z0-9]+)+")
_SAFE_VALUES = {"example", "least", "most", "longest", "length", "position", "letter"}


def findings(error: ValidationError, raw: Raw, model: type[BaseModel]) -> list[Finding]:
    """Return one finding for each fault, in the order of the file."""
    found = []
    for item in error.errors(include_url=False, include_input=False, include_context=True):
        path = _path(item["loc"], raw.data)
        code = _CODES.get(item["type"], item["type"])
        if not _OURS.fullmatch(code):
            code = "value_wrong"
        values = _values(code, item.get("ctx") or {})
        place = raw.place(path)
        if code == "choice_unknown":
            values |= _meant(path, raw.data, values["choices"].split(", "))
        if code == "field_unknown":
            values |= _near(path, model, raw.data)
            place = replace(place, path=raw.place(path[:-1]).path)
        elif code == "field_missing":
            values["field"] = str(path[-1])
        found.append(Finding(code, place=place, values=values))
    return sorted(_apart(found), key=lambda one: (one.place.line, one.place.column, one.place.path))


def _apart(found: list[Finding]) -> list[Finding]:
    """Return findings without the short lists that are short only because an item of theirs is at fault."""
    paths = [one.place.path for one in found]
    return [
        one
        for one in found
        if one.code != "list_too_short" or not any(path.startswith(f"{one.place.path}.") for path in paths)
    ]


def _path(loc: tuple[str | int, ...], data: Any) -> PathKey:
    """Return the path in the file: without the tags that pydantic adds, without what text by language adds."""
    path: list[str | int] = []
    for part in loc:
        if part == "[key]" or (part == "" and not (isinstance(data, Mapping) and "" in data)):
            continue
        if isinstance(data, Mapping) and part not in data and part == data.get("kind"):
            continue
        data = _inside(data, part)
        path.append(part)
    return tuple(path)


def _values(code: str, ctx: Mapping[str, Any]) -> dict[str, str]:
    if code == "choice_unknown":
        return {"choices": str(ctx.get("expected", "")).replace("'", "").replace(" or ", ", ")}
    if code == "kind_unknown":
        return {"choices": str(ctx.get("expected_tags", "")).replace("'", "")}
    if code in ("list_too_long", "list_too_short"):
        return {"most": str(ctx.get("max_length", "")), "least": str(ctx.get("min_length", ""))}
    return {key: str(value) for key, value in ctx.items() if key in _SAFE_VALUES}


def _meant(path: PathKey, data: Any, choices: list[str]) -> dict[str, str]:
    """Return the choices that look most like what was written; what was written is not repeated."""
    for part in path:
        data = _inside(data, part)
    written = data.strip().lower() if isinstance(data, str) else ""
    return {"near": ", ".join(difflib.get_close_matches(written, choices, n=3, cutoff=0.5))}


def _near(path: PathKey, model: type[BaseModel], data: Any) -> dict[str, str]:
    """Return the fields there are at a place, the nearest first; the unknown key itself is not repeated."""
    known = sorted(_fields(path[:-1], model, data))
    near = difflib.get_close_matches(str(path[-1]), known, n=1, cutoff=0.6)
    return {"near": near[0] if near else "", "fields": ", ".join(known)}


def _fields(path: PathKey, model: type[BaseModel], data: Any) -> Iterable[str]:
    here: Any = model
    for part in path:
        data = _inside(data, part)
        here = _step(here, part, data)
        if here is None:
            return ()
    models = [found for found in _models(here) if _fits(found, data)]
    return {field.alias or name for found in models for name, field in found.model_fields.items()}


def _inside(data: Any, part: str | int) -> Any:
    try:
        return data[part]
    except (KeyError, IndexError, TypeError):
        return None


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in typing.get_args(annotation) for model in _models(inner)]


def _fits(model: type[BaseModel], data: Any) -> bool:
    kind = model.model_fields.get("kind")
    if kind is None or not isinstance(data, Mapping) or typing.get_origin(kind.annotation) is not typing.Literal:
        return True
    return data.get("kind") in typing.get_args(kind.annotation)


def _step(here: Any, part: str | int, data: Any) -> Any:
    """Return the annotation one step down: a field of a model, or the item of a list or mapping."""
    if isinstance(part, int) or _is_mapping(here):
        return here if _models(here) else None
    for model in _models(here):
        for name, field in model.model_fields.items():
            if part in (name, field.alias):
                return field.annotation
    return None


def _is_mapping(annotation: Any) -> bool:
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, types.UnionType, typing.Annotated):
        return any(_is_mapping(inner) for inner in typing.get_args(annotation))
    return origin is dict
