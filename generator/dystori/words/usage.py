"""The keys that templates ask for: every one must have words, and words nobody asks for are told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Set
from importlib.resources.abc import Traversable

from dystori.findings import Finding, Severity
from dystori.words.entries import read_context
from dystori.words.faults import fault
from dystori.words.language import COMMON
from dystori.words.po import Catalogue

_KEY = re.compile(r"""(["'])([a-z0-9-]+)\1\s*\|\s*(?:words|counted)\b""")
_LITERAL = re.compile(r"""(["'])([a-z0-9-]+)\1""")
_USES = re.compile(r"\{#-?\s*uses:\s*([a-z0-9\s-]+?)\s*-?#\}")


def keys_in(text: str) -> list[tuple[str, int]]:
    """Return each key a template names, in a filter or in a ``{# uses: … #}`` comment, and its line, in order."""
    found = [(one.start(), one[2]) for one in _KEY.finditer(text)]
    found += [(one.start(), key) for one in _USES.finditer(text) for key in one[1].split()]
    return [(key, text.count("\n", 0, start) + 1) for start, key in sorted(found)]


def named_in(text: str) -> set[str]:
    """Return everything in a template that may be a key, those it hands to a macro too."""
    return {one[2] for one in _LITERAL.finditer(text)} | {key for key, _ in keys_in(text)}


def templates_in(folder: Traversable, path: str = "templates") -> Iterator[tuple[str, str]]:
    """Yield the path and text of every HTML template below a folder, in order of name."""
    for inside in sorted(folder.iterdir(), key=lambda one: one.name):
        below = f"{path}/{inside.name}"
        if inside.is_dir():
            yield from templates_in(inside, below)
        elif inside.name.endswith(".html"):
            yield below, inside.read_text(encoding="utf-8")


def _keys(book: Catalogue) -> dict[str, tuple[int, str]]:
    keys: dict[str, tuple[int, str]] = {}
    for entry in book.entries:
        context = None if entry.obsolete else read_context(entry.context, ())
        if context is not None:
            keys.setdefault(context.key, (entry.line, entry.context))
    return keys


def _asked(key: str, asked: Set[str]) -> bool:
    beginnings = tuple(one for one in asked if one.endswith("-"))
    return key in asked or key.startswith(beginnings)


def usage(
    templates: Traversable, books: Mapping[str, Catalogue], files: Mapping[str, str], asked_for: Collection[str]
) -> list[Finding]:
    """Return a fault for each key without words, and advice on words that nobody asks for.

    A template in a kind's folder finds words in the catalogue of the kind and the common one; one that is
    shared by the kinds, in any. ``asked_for`` are keys that the program asks for itself; a name that ends in a
    hyphen (``setting-``), there or in a template, stands for every key that begins with it. Catalogues of which
    no template speaks (the tool's own) are left alone.
    """
    keys = {name: _keys(book) for name, book in books.items()}
    asked: dict[str, Set[str]] = {name: set(asked_for) for name in books}
    findings: list[Finding] = []
    kinds: set[str] = set()
    for path, text in templates_in(templates):
        folder = path.split("/")[1]
        kinds.add(folder)
        shelves = [folder, COMMON] if folder in books else list(books)
        # A key can also be handed to a macro: not looked for, but asked for all the same.
        named = {one[2] for one in _LITERAL.finditer(text)}
        for name in shelves:
            asked[name] = asked[name] | named
        for key, line in keys_in(text):
            holding = [name for name in shelves if key in keys.get(name, {})]
            for name in holding:
                asked[name] = asked[name] | {key}
            if not holding:
                findings.append(fault("key-without-words", path, line, key))
    for name in (one for one in books if one == COMMON or one in kinds):
        findings += [
            fault("unused", files[name], line, context, severity=Severity.ADVICE)
            for key, (line, context) in keys[name].items()
            if not _asked(key, asked[name])
        ]
    return findings
