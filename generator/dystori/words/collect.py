"""Bring the catalogues of every language up to the sentences of the base language: ``dystori words collect``.

Nothing a translator wrote is lost or guessed onto another sentence. A changed sentence keeps its translation
beside the old sentence, marked for a second look; a vanished one goes to the end of its file as obsolete, and
comes back if the very same sentence does. Collecting twice gives the same files.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dystori.findings import CatalogueError
from dystori.words import plurals, po
from dystori.words.faults import fault, refuse
from dystori.words.language import Language
from dystori.words.languages import english_of, expected_header, file_of, original, read_language
from dystori.words.pairing import order, wanted


@dataclass(frozen=True, slots=True)
class Collected:
    """What collecting did to one catalogue: the contexts added, changed and gone; ``written`` if it differs now."""

    file: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    vanished: tuple[str, ...] = ()
    written: bool = False


def _read(path: Path, file: str) -> po.Catalogue:
    if not path.is_file():
        refuse("file-missing", file)
    catalogue = po.read(path.read_bytes(), file)
    seen: set[str] = set()
    doubled = []
    for entry in catalogue.entries:
        if not entry.obsolete and entry.context in seen:
            doubled.append(fault("duplicate", file, entry.line, entry.context))
        elif not entry.obsolete:
            seen.add(entry.context)
    if doubled:
        raise CatalogueError(doubled)
    return catalogue


def _header(language: Language, former: Mapping[str, str]) -> dict[str, str]:
    first = {
        "Project-Id-Version": "dystori",
        "PO-Revision-Date": "",
        "Last-Translator": "",
        "Language-Team": language.name,
        "Language": "",
        "MIME-Version": "1.0",
    }
    return {**first, **former, **expected_header(language)}


class _Gathering:
    """The entries of one catalogue on their way to the sentences of today."""

    def __init__(self, book: po.Catalogue, plurals: int) -> None:
        self.plurals = plurals
        self.living = {entry.context: entry for entry in book.entries if not entry.obsolete}
        self.obsolete = [entry for entry in book.entries if entry.obsolete]
        self.placed: list[po.Entry] = []
        self.added: list[str] = []
        self.changed: list[str] = []

    def place(self, context: str, source: po.Entry) -> None:
        """Put the entry of a context in its place: the one there is, the very same from before, or an empty one."""
        entry = self.living.pop(context, None)
        if entry is not None and bool(entry.plural) != bool(source.plural):
            # One sentence for all numbers is no translation of a sentence for each, nor the other way about.
            self._put_away(entry)
            entry = None
        entry = entry or self._revived(context, source)
        if entry is None:
            forms = [""] * self.plurals if source.plural else []
            entry = po.Entry(context=context, msgid=source.msgid, plural=source.plural, forms=forms)
            self.added.append(context)
        elif (entry.msgid, entry.plural) != (source.msgid, source.plural):
            self._change(entry, source)
        entry.notes = list(source.notes)
        self.placed.append(entry)

    def _revived(self, context: str, source: po.Entry) -> po.Entry | None:
        for entry in self.obsolete:
            if (entry.context, entry.msgid, entry.plural) == (context, source.msgid, source.plural):
                self.obsolete.remove(entry)
                entry.obsolete = False
                self.added.append(context)
                return entry
        return None

    def _change(self, entry: po.Entry, source: po.Entry) -> None:
        if entry.begun:
            entry.old, entry.old_plural = entry.old or entry.msgid, entry.old_plural or entry.plural
            entry.flags = [*entry.flags, "fuzzy"] if not entry.fuzzy else entry.flags
        entry.msgid, entry.plural = source.msgid, source.plural
        self.changed.append(entry.context)

    def _put_away(self, entry: po.Entry) -> None:
        if entry.begun:
            entry.obsolete = True
            self.obsolete.append(entry)

    def retire(self) -> tuple[str, ...]:
        """Make what is left obsolete, unless nobody ever wrote a word of it; return what went."""
        gone = tuple(sorted(self.living))
        for context in gone:
            self._put_away(self.living.pop(context))
        self.obsolete.sort(key=lambda entry: (entry.context, entry.msgid))
        return gone


def _gather(
    base: po.Catalogue, book: po.Catalogue, language: Language, first: Language, name: str
) -> tuple[po.Catalogue, Collected]:
    gathering, english = _Gathering(book, plurals.count(language.grammar.data.plural_forms)), english_of(base)
    translated = [entry.context for entry in gathering.living.values() if entry.begun]
    belongs: dict[str, list[str]] = {}
    for context in translated:
        belongs.setdefault(original(context, english, language.registers) or "", []).append(context)
    for source in base.entries:
        if source.obsolete:
            continue
        contexts = {
            *wanted(source, translated, language.grammar, first.grammar, name),
            *belongs.get(source.context, ()),
        }
        for context in sorted(contexts, key=lambda one: order(one, language.registers)):
            gathering.place(context, source)
    vanished = gathering.retire()
    header = _header(language, book.header)
    collected = Collected(file_of(language.code, name), tuple(gathering.added), tuple(gathering.changed), vanished)
    return po.Catalogue(header, book.comments, [*gathering.placed, *gathering.obsolete]), collected


def save(path: Path, data: bytes) -> bool:
    """Write a catalogue, whole or not at all, and return whether it differs from what was there."""
    if path.is_file() and path.read_bytes() == data:
        return False
    beside = path.with_suffix(".po.part")
    beside.write_bytes(data)
    os.replace(beside, path)
    return True


def collect(locales: Path, catalogues: Sequence[str]) -> tuple[Collected, ...]:
    """Bring the catalogues below ``locales`` up to date and return what was done to each.

    Raises CatalogueError, before anything is written, for a faulty grammar or file, or an entry given twice.
    """
    codes = sorted(folder.parent.name for folder in locales.glob("*/grammar.toml"))
    languages = [read_language(locales / code, code) for code in codes]
    bases = [language for language in languages if language.grammar.data.base]
    if len(bases) != 1:
        raise CatalogueError([fault("base", "locales")])
    first = bases[0]
    ready: list[tuple[Path, bytes, Collected]] = []
    for name in catalogues:
        base = _read(locales / first.code / f"{name}.po", file_of(first.code, name))
        for language in languages:
            path = locales / language.code / f"{name}.po"
            if language is first:
                continue
            there = _read(path, file_of(language.code, name)) if path.is_file() else po.Catalogue({}, [], [])
            book, collected = _gather(base, there, language, first, name)
            ready.append((path, po.write(book), collected))
    return tuple(
        Collected(one.file, one.added, one.changed, one.vanished, save(path, data)) for path, data, one in ready
    )
