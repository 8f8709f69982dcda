"""A pseudo-language: the base language with every sentence of a catalogue in brackets, accented and longer.

What stands on a page without brackets came from no catalogue; what does not fit would not fit a longer language.
Placeholders, figures, links and the names of places stay as they are.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from dystori.findings import Finding, RequestError
from dystori.library import Library
from dystori.words import plurals, po
from dystori.words.collect import save
from dystori.words.placeholders import parse
from dystori.workshop.shelves import Shelf, shelves

#: What begins and ends every sentence that came from a catalogue or a list.
MARKS = ("[", "]")
#: A vowel is written twice: about a third more letters.
_ACCENTS = str.maketrans(
    {plain: accented * 2 for plain, accented in zip("aeiouAEIOU", "âêîôûÂÊÎÔÛ", strict=True)}
    | dict(zip("cnsyzCNSYZ", "çñšŷžÇÑŠŶŽ", strict=True))
)
_KEPT = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|\{[^}]*\}|<[^>]*>")
#: The tables of a grammar that hold words to write.
_WRITTEN = ("joins", "forms", "pronouns")
#: What they hold besides: conditions, and the names of other forms.
_NAMES = ("if", "owns")
_OWN_NAME = "<form>"
_TAG_END = "-x-pseudo"


def accented(text: str) -> str:
    """Return a text with accents, about a third longer; links and what stands in braces are kept."""
    pieces, end = [], 0
    for found in _KEPT.finditer(text):
        pieces += [text[end : found.start()].translate(_ACCENTS), found[0]]
        end = found.end()
    return "".join((*pieces, text[end:].translate(_ACCENTS)))


def marked(text: str) -> str:
    """Return a sentence accented and in brackets; spaces at its ends stay outside."""
    bare = text.strip()
    if not bare:
        return text
    start = text.index(bare)
    return f"{text[:start]}{MARKS[0]}{accented(bare)}{MARKS[1]}{text[start + len(bare) :]}"


def sentence(text: str) -> str:
    """Return a sentence of a catalogue as the pseudo-language has it; a placeholder alone needs no brackets."""
    pieces = parse(text)
    return marked(text) if any(isinstance(piece, str) and piece.strip() for piece in pieces) else text


def write(library: Library, catalogues: Sequence[str], folder: Path) -> list[Path]:
    """Write the pseudo-language into a folder of ``locales`` and return its files; its name is its code.

    Raises CatalogueError for faulty words of the base language, RequestError ``pseudo_folder`` for the folder
    of a language that people speak.
    """
    _check_folder(folder)
    base, _ = shelves(library, catalogues)
    source = library.locales.joinpath(base.language.code)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, book in base.books.items():
        written.append(folder / f"{name}.po")
        save(written[-1], po.write(_book(book, base)))
    for name, change in (("grammar", _grammar), ("terms", _terms), ("places", dict)):
        written.append(folder / f"{name}.toml")
        data = change(_toml(source, name))
        written[-1].write_text("".join(f"{_key(key)} = {_value(one)}\n" for key, one in data.items()), "utf-8")
    return written


def _check_folder(folder: Path) -> None:
    grammar = folder / "grammar.toml"
    if grammar.is_file() and _TAG_END not in grammar.read_text(encoding="utf-8"):
        raise RequestError([Finding("pseudo_folder")])


def _book(book: po.Catalogue, base: Shelf) -> po.Catalogue:
    count = plurals.count(base.language.grammar.data.plural_forms)
    one = plurals.form(base.language.grammar.data.plural_forms, 1)
    made = []
    for entry in book.living:
        new = po.Entry(context=entry.context, msgid=entry.msgid, plural=entry.plural)
        if entry.plural:
            new.forms = [sentence(entry.msgid if place == one else entry.plural) for place in range(count)]
        else:
            new.msgstr = sentence(entry.msgid)
        made.append(new)
    return po.Catalogue(dict(book.header), [], made)


def _toml(folder: Traversable, name: str) -> dict[str, Any]:
    return tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _grammar(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the grammar of another language than the base: its own tag and name, its words marked."""
    made = {key: one for key, one in data.items() if key not in ("base", "spelling", "checks")}
    made["tag"] = f"{data['tag']}{_TAG_END}"
    made["name"] = marked(data["name"])
    made["languages"] = {code: marked(name) for code, name in data.get("languages", {}).items()}
    return made | {table: _written(data[table]) for table in _WRITTEN if table in data}


def _terms(data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: {key: marked(one) if key in ("one", "many") else _written(one) for key, one in term.items()}
        for name, term in data.items()
    }


def _written(data: Any, form: str = "") -> Any:
    """Return the forms of a grammar with the words they write accented: they stand within brackets already.

    Where a form writes its own name, each name of it gets a form apart, with the name accented.
    """
    if isinstance(data, str):
        return accented(data.replace(_OWN_NAME, form) if form else data)
    if isinstance(data, list):
        return [_written(one, form) for one in data]
    made: dict[str, Any] = {}
    for key, one in data.items():
        if key in _NAMES:
            made[key] = one
        elif not form and _OWN_NAME in json.dumps(one) and not isinstance(one, dict):
            made |= {name: _written(one, name) for name in key.split()}
        else:
            made[key] = _written(one, form)
    return made


def _key(key: str) -> str:
    return json.dumps(key, ensure_ascii=False)


def _value(value: Any) -> str:
    """Return a value as TOML, on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_value(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
