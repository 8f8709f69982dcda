"""The help of every field of a case file, for people who write one in another language than the schemas'.

The schemas say in the base language what belongs in a field; from them ``collect`` makes the catalogue
``fields``, whose entries are named by model and field (``quote-heard-by``). What the catalogue does not have yet
stands in the schema as it was written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dystori.findings import CatalogueError, Finding
from dystori.library import Library
from dystori.words import po
from dystori.words.collect import save
from dystori.words.faults import fault
from dystori.words.grammar import read_grammar
from dystori.words.languages import file_of
from dystori_schemas.kinds import Kind
from dystori_schemas.publish import schema

FIELDS = "fields"

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_BRACES = re.compile(r"\{(.*?)\}")


def sentence(text: str) -> str:
    """Return a description as an entry may be: one line, curly apostrophes, no braces."""
    line = _BRACES.sub(r"\1", " ".join(text.split()))
    return line.replace("``", "").replace("'", "’").replace("<", "‹").replace(">", "›").replace("&", "+")


def _kebab(name: str) -> str:
    return _HUMP.sub("-", name).replace("_", "-").strip("-").lower()


def _fields(data: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield each described field of a JSON schema: the name of its model, its own, and what is said of it."""
    models = {**data.get("$defs", {}), data.get("title", ""): data}
    for model, fields in models.items():
        for name, said in fields.get("properties", {}).items():
            if said.get("description"):
                yield model, name, said


def sentences(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the sentence of every field by key; two models of one name are told apart by their module."""
    found: dict[str, str] = {}
    for model, name, said in _fields(data):
        *module, own = model.split("__")
        text = sentence(said["description"])
        key = f"{_kebab(own)}-{_kebab(name)}"
        if found.get(key, text) != text:
            key = f"{_kebab((module or ['case'])[-1])}-{key}"
        found[key] = text
    return found


def gather_fields(library: Library, locales: Path) -> None:
    """Bring the base language's catalogue of fields below a folder of languages up to the schemas.

    Raises CatalogueError for a faulty catalogue; a folder without one gets none.
    """
    for code in library.language_codes():
        path = locales / code / f"{FIELDS}.po"
        if not path.is_file() or not read_grammar(locales / code, f"locales/{code}").data.base:
            continue
        book = po.read(path.read_bytes(), file_of(code, FIELDS))
        entries = [po.Entry(context=key, msgid=text) for key, text in sentences(schema(library.kinds)).items()]
        save(path, po.write(po.Catalogue(book.header, book.comments, entries)))


def fields_behind(library: Library) -> list[Finding]:
    """Return a finding for each field whose help in the base language's catalogue is not the schema's."""
    found: list[Finding] = []
    for code in library.language_codes():
        folder = library.locales.joinpath(code)
        path, file = folder.joinpath(f"{FIELDS}.po"), file_of(code, FIELDS)
        try:
            base = read_grammar(folder, f"locales/{code}").data.base
        except CatalogueError:
            continue  # that the grammar is at fault, the check of the words has said
        if base and path.is_file():
            found += _behind(po.salvage(path.read_bytes(), file)[0], sentences(schema(library.kinds)), file)
    return found


def _behind(book: po.Catalogue, wanted: Mapping[str, str], file: str) -> list[Finding]:
    there = {entry.context: entry for entry in book.entries if not entry.obsolete}
    lacking = [fault("missing", file, path=key) for key in wanted if key not in there]
    changed = [
        fault("stale", file, there[key].line, key)
        for key, text in wanted.items()
        if key in there and there[key].msgid != text
    ]
    gone = [fault("stranger", file, entry.line, key) for key, entry in there.items() if key not in wanted]
    return [*lacking, *changed, *gone]


def translated(kinds: Mapping[str, Kind], library: Library, code: str) -> str:
    """Return the JSON Schema of kinds as text, with the help of its fields in a language.

    What is not translated yet stays as it was written. What the schema says to developers is left out.
    """
    path, file = library.locales.joinpath(code, f"{FIELDS}.po"), file_of(code, FIELDS)
    book = po.salvage(path.read_bytes() if path.is_file() else b"", file)[0]
    words = {one.msgid: one.msgstr for one in book.entries if one.msgstr and not one.fuzzy and not one.obsolete}
    made = schema(kinds)
    for model in made.get("$defs", {}).values():
        model.pop("description", None)
    for _, _, said in _fields(made):
        said["description"] = words.get(sentence(said["description"]), said["description"])
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
