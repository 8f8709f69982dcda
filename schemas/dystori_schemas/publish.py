"""Publish the models as JSON Schema, with help texts, for editors that complete a case file as it is typed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from dystori_schemas.case import case_model
from dystori_schemas.kinds import Kind, discover


def schema(kinds: Mapping[str, Kind]) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a case file whose documents may be of these kinds."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **case_model(kinds).model_json_schema()}


def schema_text(kinds: Mapping[str, Kind]) -> str:
    """Return the schema as text: the same kinds give the same bytes."""
    return json.dumps(schema(kinds), ensure_ascii=False, indent=2) + "\n"


def published() -> Mapping[str, str]:
    """Return the text of every published schema file by its name: one a kind, and one for all kinds."""
    kinds = discover()
    texts = {f"{kind.name}.schema.json": schema_text({kind.name: kind}) for kind in kinds.values()}
    return {"case.schema.json": schema_text(kinds), **texts}


def write() -> None:
    """Write the published files anew; a test holds them in step with the models."""
    folder = files("dystori_schemas").joinpath("json")
    for name, text in published().items():
        with open(str(folder.joinpath(name)), "w", encoding="utf-8") as file:
            file.write(text)


if __name__ == "__main__":
    write()
