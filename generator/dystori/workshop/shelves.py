"""Every language with its catalogues as a translator sees them: what waits is there too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dystori.findings import CatalogueError, Finding, Place
from dystori.library import Library
from dystori.words import po
from dystori.words.entries import Context, read_context
from dystori.words.language import Language
from dystori.words.languages import Books, read_books, read_language


@dataclass(frozen=True)
class Shelf:
    """A language and its catalogues."""

    language: Language
    books: Books

    def context(self, entry: po.Entry) -> Context:
        """Return the name of an entry; one that names nothing is a key."""
        return read_context(entry.context, self.language.registers) or Context(entry.context)


def document_books(base: Shelf, others: Iterable[Shelf]) -> list[str]:
    """Return the catalogues that print in documents: those whose reader is not always the same."""
    own = {name for shelf in others for name in shelf.language.grammar.data.registers.only}
    return [name for name in base.books if name not in own]


def shelves(library: Library, catalogues: Sequence[str]) -> tuple[Shelf, tuple[Shelf, ...]]:
    """Return the base language, and the others in order of name.

    Raises CatalogueError for a faulty grammar or list, or no base language. What is at fault in a catalogue
    is for ``check`` to say.
    """
    found: list[Shelf] = []
    for code in library.language_codes():
        folder = library.locales.joinpath(code)
        language = read_language(folder, code)
        books, _ = read_books(folder, language, catalogues)
        found.append(Shelf(language, books))
    bases = [shelf for shelf in found if shelf.language.grammar.data.base]
    if len(bases) != 1:
        raise CatalogueError([Finding("words-base", place=Place("locales"))])
    return bases[0], tuple(shelf for shelf in found if shelf is not bases[0])
