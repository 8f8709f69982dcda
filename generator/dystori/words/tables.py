"""A TOML file of words, read strictly: nothing in it that nobody knows."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from importlib.resources.abc import Traversable
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from dystori.findings import CatalogueError
from dystori.words.faults import fault, refuse

FileData = TypeVar("FileData")


class Data(BaseModel):
    """A table of a file of words: nothing unknown in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


#: What pydantic says of a key, by our own code for it; anything else is a key that does not hold what it must.
_CODES = {"extra_forbidden": "toml-unknown", "missing": "toml-missing"}


def read_toml(path: Traversable, file: str, shape: type[FileData]) -> FileData:
    """Return what a TOML file holds; raise CatalogueError naming each faulty key, with its line."""
    text = ""
    try:
        text = path.read_text(encoding="utf-8")
        return TypeAdapter(shape).validate_python(tomllib.loads(text))
    except OSError:
        refuse("file-missing", file)
    except UnicodeDecodeError:
        raise CatalogueError([fault("toml", file)]) from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        # What is never closed is noticed at the end of the file.
        raise CatalogueError([fault("toml", file, int(line[1]) if line else len(text.splitlines()))]) from None
    except ValidationError as error:
        faults = [
            fault(_CODES.get(one["type"], "toml-key"), file, _line_of(one["loc"], text), ".".join(map(str, one["loc"])))
            for one in error.errors(include_input=False, include_context=False, include_url=False)
        ]
        raise CatalogueError(faults) from None


def _line_of(path: Sequence[int | str], text: str) -> int:
    """Return the line where a key stands, or the nearest table or key above it; 0 where none is found."""
    lines, found = text.splitlines(), 0
    for part in path:
        name = rf"[\"']?{re.escape(str(part))}[\"']?"
        key = re.compile(rf"(?:^\s*|[{{,\s]){name}\s*=|^\s*\[+(?:[^\]]*\.)?{name}(?:\.[^\]]*)?\]")
        # The line of the table holds its inline keys too.
        following = range(max(found, 1), len(lines) + 1)
        found = next((number for number in following if key.search(lines[number - 1])), found)
    return found
