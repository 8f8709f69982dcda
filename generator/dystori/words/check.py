"""Everything that can be said about the words of a library without reading Welsh: ``dystori words check``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from dystori.findings import CatalogueError, Finding
from dystori.library import Library
from dystori.words.entries import Context, read_context
from dystori.words.faults import fault
from dystori.words.language import Language
from dystori.words.languages import Books, english_of, file_of, original, read_books, read_language
from dystori.words.pairing import wanted
from dystori.words.po import Catalogue
from dystori.words.style import style_of
from dystori.words.terminology import Terminology
from dystori.words.usage import usage


def _lacking(base: Catalogue, book: Catalogue, language: Language, first: Language, name: str) -> Iterator[Finding]:
    """Yield each sentence of the base language that has no entry."""
    file = file_of(language.code, name)
    there = {entry.context for entry in book.living}
    translated = [entry.context for entry in book.living if entry.begun]
    for entry in base.living:
        for context in wanted(entry, translated, language.grammar, first.grammar, name):
            if context not in there:
                yield fault("missing", file, path=context)


def _unready(base: Catalogue, book: Catalogue, language: Language, name: str) -> Iterator[Finding]:
    """Yield each entry that waits for its translator."""
    file, english = file_of(language.code, name), english_of(base)
    for entry in book.living:
        of = original(entry.context, english, language.registers)
        if of is None:
            yield fault("stranger", file, entry.line, entry.context)
        elif not entry.complete:
            yield fault("untranslated", file, entry.line, entry.context)
        elif entry.fuzzy:
            yield fault("fuzzy", file, entry.line, entry.context)
        elif english[of] != entry.msgid:
            yield fault("stale", file, entry.line, entry.context)


def _twins(book: Catalogue, language: Language, name: str) -> Iterator[Finding]:
    """Yield each entry whose words for another register are not there, beyond what the base language names."""
    there = {entry.context for entry in book.living}
    for entry in book.living:
        context = read_context(entry.context, language.registers)
        if context is None or not context.register:
            continue
        others = (Context(context.key, context.stage, register) for register in language.registers)
        for twin in map(str, others):
            if twin not in there:
                yield fault("missing", file_of(language.code, name), path=twin)


def _lists(language: Language, first: Language) -> Iterator[Finding]:
    """Yield each id that one language's lists hold and the other's do not."""
    pairs: Iterable[tuple[str, Mapping[str, object], Mapping[str, object]]] = (
        ("terms", first.terms, language.terms),
        ("places", first.places, language.places),
    )
    for what, ours, theirs in pairs:
        for missing in sorted(ours.keys() - theirs.keys()):
            yield fault("missing", f"locales/{language.code}/{what}.toml", path=missing)
        for missing in sorted(theirs.keys() - ours.keys()):
            yield fault("missing", f"locales/{first.code}/{what}.toml", path=missing)


def _against(language: Language, books: Books, first: Language, base: Books, *, slipped: Set[str]) -> Iterator[Finding]:
    """Yield what a language lacks against the base language; of a file with a slip, nothing is said to be missing."""
    yield from _lists(language, first)
    terminology = Terminology(first, language)
    for name, originals in base.items():
        book = books.get(name)
        file = file_of(language.code, name)
        if book is None:
            yield fault("file-missing", file)
            continue
        if slipped.isdisjoint((file, file_of(first.code, name))):
            yield from _lacking(originals, book, language, first, name)
            yield from _twins(book, language, name)
            yield from _unready(originals, book, language, name)
        # The tool speaks to those who work with it in words of its own, and documents in those of the list.
        if name not in language.grammar.data.registers.only:
            yield from terminology.faults(book.entries, file)


def check(library: Library, catalogues: Sequence[str], asked_for: Collection[str] = ()) -> list[Finding]:
    """Return every finding about the languages of a library, its catalogues and the keys its templates ask for.

    ``asked_for``: keys the program itself asks for; one that ends in a hyphen stands for all that begin so.
    """
    findings: list[Finding] = []
    read: list[tuple[Language, Books]] = []
    for code in library.language_codes():
        folder = library.locales.joinpath(code)
        try:
            language = read_language(folder, code)
        except CatalogueError as error:
            findings += error.findings
            continue
        books, wrong = read_books(folder, language, catalogues)
        findings += wrong
        for name, book in books.items():
            findings += style_of(book.entries, language.grammar, name, file_of(code, name))
        read.append((language, books))
    bases = [pair for pair in read if pair[0].grammar.data.base]
    if len(bases) != 1:
        return findings or [fault("base", "locales")]
    first, base = bases[0]
    slipped = {one.place.file for one in findings if one.code.startswith("words-po-")}
    for language, books in read:
        if language is not first:
            findings += _against(language, books, first, base, slipped=slipped)
    findings += usage(library.templates, base, {name: file_of(first.code, name) for name in base}, asked_for)
    return list({(one.code, str(one.place), tuple(one.values.items())): one for one in findings}.values())
