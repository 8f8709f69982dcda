"""How far the words are: done and waiting, in entries and words, for each catalogue, register and stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from dystori.library import Library
from dystori.words import po
from dystori.words.entries import STAGES, read_context
from dystori.words.language import Language
from dystori.words.languages import english_of, original
from dystori.words.pairing import wanted
from dystori.words.placeholders import without
from dystori.words.style import printed, words_of
from dystori.workshop.older import Older
from dystori.workshop.shelves import Shelf, shelves


@dataclass
class Row:
    """A part of a catalogue: its entries and words; words that wait are words of the base language.

    ``missing`` entries are not in the catalogue yet (``collect`` puts them there); ``waiting`` ones are there and
    empty, or their sentence has changed. Changed entries and words are 0 where nothing older was given.
    """

    language: str
    catalogue: str
    register: str
    stage: str
    done: int = 0
    waiting: int = 0
    missing: int = 0
    words: int = 0
    words_waiting: int = 0
    changed: int = 0
    words_changed: int = 0

    def plain(self) -> dict[str, Any]:
        """Return the row as plain data."""
        return asdict(self)


#: The figures of a row, in order.
FIGURES = ("done", "waiting", "missing", "words", "words_waiting", "changed", "words_changed")


def words_in(texts: Iterable[str]) -> int:
    """Return how many words there are to write or to read: what follows an apostrophe is no word of its own."""
    return sum(not word.startswith("’") for text in texts for word in words_of(without(text)))


def report(library: Library, catalogues: Sequence[str], older: Older | None = None) -> list[Row]:
    """Return a row for each part of each catalogue of each language that has entries.

    ``older`` gives the catalogues as they were; without it nothing counts as changed. Raises CatalogueError.
    """
    base, others = shelves(library, catalogues)
    rows: list[Row] = []
    for shelf in (base, *others):
        for name in catalogues:
            counting = _Counting(shelf, base, name, _before(older, shelf.language, name))
            rows += counting.rows()
    return rows


def totals(rows: Iterable[Row]) -> list[Row]:
    """Return one row a language, with the sums of its rows."""
    sums: dict[str, Row] = {}
    for row in rows:
        total = sums.setdefault(row.language, Row(row.language, "", "", ""))
        for name in FIGURES:
            setattr(total, name, getattr(total, name) + getattr(row, name))
    return list(sums.values())


def _before(older: Older | None, language: Language, name: str) -> dict[str, tuple[str, ...]] | None:
    """Return what each entry once said, by context; None where nobody asked."""
    if older is None:
        return None
    data = older(language.code, name)
    book, _ = po.salvage(data, name) if data else (po.Catalogue({}, [], []), [])
    return {entry.context: printed(entry, language.grammar) for entry in book.living}


class _Counting:
    """Counts one catalogue of one language."""

    def __init__(self, shelf: Shelf, base: Shelf, name: str, before: dict[str, tuple[str, ...]] | None) -> None:
        self._shelf, self._base, self._name, self._before = shelf, base, name, before
        self._found: dict[tuple[str, str], Row] = {}

    def rows(self) -> list[Row]:
        empty = po.Catalogue({}, [], [])
        originals = self._base.books.get(self._name, empty)
        book = self._shelf.books.get(self._name, empty)
        if self._shelf is self._base:
            for entry in book.living:
                self._done(entry)
        else:
            english = english_of(originals)
            for entry in book.living:
                self._translated(entry, english)
            self._missing(originals, book)
        order = ("", *self._shelf.language.registers)
        return sorted(self._found.values(), key=lambda row: (order.index(row.register), _stage(row.stage)))

    def _row(self, context: str) -> Row:
        read = read_context(context, self._shelf.language.registers)
        register, stage = (read.register, read.stage) if read else ("", "")
        row = Row(self._shelf.language.code, self._name, register, stage)
        return self._found.setdefault((register, stage), row)

    def _done(self, entry: po.Entry) -> None:
        row, texts = self._row(entry.context), printed(entry, self._shelf.language.grammar)
        row.done += 1
        row.words += words_in(texts)
        if self._before is not None and self._before.get(entry.context) != texts:
            row.changed += 1
            row.words_changed += words_in(texts)

    def _translated(self, entry: po.Entry, english: Mapping[str, str]) -> None:
        of = original(entry.context, english, self._shelf.language.registers)
        if of is None:
            return
        if entry.complete and not entry.fuzzy and english[of] == entry.msgid:
            self._done(entry)
            return
        row = self._row(entry.context)
        row.waiting += 1
        row.words_waiting += words_in((english[of], entry.plural))

    def _missing(self, originals: po.Catalogue, book: po.Catalogue) -> None:
        there = {entry.context for entry in book.living}
        translated = [entry.context for entry in book.living if entry.begun]
        grammar, base = self._shelf.language.grammar, self._base.language.grammar
        for source in originals.living:
            for context in wanted(source, translated, grammar, base, self._name):
                if context not in there:
                    row = self._row(context)
                    row.missing += 1
                    row.words_waiting += words_in((source.msgid, source.plural))


def _stage(stage: str) -> int:
    return STAGES.index(stage) + 1 if stage else 0
