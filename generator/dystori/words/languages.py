"""All languages of a library, read and judged together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable

from dystori.findings import CatalogueError, Finding
from dystori.library import Library
from dystori.words import plurals, po
from dystori.words.entries import contexts, faults_of, read_context
from dystori.words.faults import fault
from dystori.words.grammar import read_grammar
from dystori.words.language import Language, Sentence
from dystori.words.lexicon import PlaceWords, read_places, read_terms
from dystori.words.placeholders import parse

Books = Mapping[str, po.Catalogue]


def expected_header(language: Language) -> Mapping[str, str]:
    """Return the fields of a PO header that must be as they are here; others are the translator's tool's."""
    return {
        "Language": language.grammar.data.babel,
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": language.grammar.data.plural_forms,
    }


def header_faults(catalogue: po.Catalogue, expected: Mapping[str, str], file: str) -> list[Finding]:
    """Return a fault for each field of the header that is not as it must be."""
    return [
        fault("po-header", file, 1, path=name)
        for name, value in expected.items()
        if catalogue.header.get(name, "").replace(" ", "").lower() != value.replace(" ", "").lower()
    ]


def forms_of(language: Language) -> frozenset[str]:
    """Return every form that some value of the language has."""
    forms = set(language.grammar.names_of_forms())
    for term in language.terms.values():
        forms |= {*term.forms, *term.count}
    return frozenset(forms.union(*(place.forms for place in language.places.values())))


def file_of(code: str, book: str) -> str:
    """Return how a catalogue is named to people."""
    return f"locales/{code}/{book}.po"


def read_language(folder: Traversable, code: str) -> Language:
    """Return a language without its catalogues; raise CatalogueError for a faulty grammar or list."""
    label = f"locales/{code}"
    grammar = read_grammar(folder, label)
    return Language(code, grammar, read_terms(folder, grammar, label), read_places(folder, grammar, label))


def read_books(folder: Traversable, language: Language, catalogues: Sequence[str]) -> tuple[Books, list[Finding]]:
    """Return the catalogues of a language that are there, and everything wrong with them.

    A slip in a file costs the entry it is in: the rest of the file is read and judged.
    """
    books: dict[str, po.Catalogue] = {}
    findings: list[Finding] = []
    forms, base = forms_of(language), language.grammar.data.base
    for name in catalogues:
        file, path = file_of(language.code, name), folder.joinpath(f"{name}.po")
        if not path.is_file():
            findings += [fault("file-missing", file)] if base else []
            continue
        book, slips = po.salvage(path.read_bytes(), file)
        findings += slips
        # A slip in the header is told once, as what it is.
        findings += [] if slips else header_faults(book, expected_header(language), file)
        findings += faults_of(
            book.entries, file, language.registers, forms, base=base, rule=language.grammar.data.plural_forms
        )
        books[name] = book
    return books, findings


def english_of(book: po.Catalogue) -> Mapping[str, str]:
    """Return the sentence of each living entry by its context."""
    return {entry.context: entry.msgid for entry in book.entries if not entry.obsolete}


def original(context: str, english: Mapping[str, str], registers: Sequence[str]) -> str | None:
    """Return the context of the base language that a translation belongs to, or None for a stranger."""
    read = read_context(context, registers)
    if read is None:
        return None
    return next((one for one in contexts(read.key, read.stage, read.register) if one in english), None)


def sentences(book: po.Catalogue, language: Language, english: Mapping[str, str] | None) -> Mapping[str, Sentence]:
    """Return the sentences of a catalogue by context; one with plural forms is one sentence a form (``plurals``).

    ``english``: the sentences of the base language as they are today; None when they cannot be read, so that
    nothing can be said about what changed.
    """
    found: dict[str, Sentence] = {}
    for entry in book.entries:
        if entry.obsolete:
            continue
        why = "" if language.grammar.data.base else _why_not(entry, language, english)
        if not entry.plural:
            found[entry.context] = _sentence(entry.msgstr or entry.msgid, why)
            continue
        one = plurals.form(language.grammar.data.plural_forms, 1)
        for place in range(plurals.count(language.grammar.data.plural_forms)):
            text = entry.forms[place] if place < len(entry.forms) else ""
            standing_in = entry.msgid if place == one else entry.plural
            found[plurals.named(entry.context, place)] = _sentence(text or standing_in, why)
    return found


def _sentence(text: str, why: str) -> Sentence:
    return Sentence(() if why else parse(text), why)


def _why_not(entry: po.Entry, language: Language, english: Mapping[str, str] | None) -> str:
    """Return why a translation must not be used, or nothing."""
    if not entry.complete:
        return "untranslated"
    if entry.fuzzy:
        return "fuzzy"
    if english is None or english.get(original(entry.context, english, language.registers) or "") == entry.msgid:
        return ""
    return "stale"


def _place_ids(languages: Sequence[Language]) -> Mapping[str, str]:
    def names(place: PlaceWords) -> tuple[str, ...]:
        return (place.name, *place.also)

    return {
        name.casefold(): place_id
        for language in languages
        for place_id, place in language.places.items()
        for name in names(place)
    }


@dataclass(frozen=True)
class Languages:
    """Every language there is, by the name of its folder."""

    all: Mapping[str, Language]

    @classmethod
    def load(cls, library: Library | None = None) -> Languages:
        """Return the languages of a library, or of this installation, without catalogues: their grammar alone.

        >>> from dystori.words import Name, Place
        >>> welsh = Languages.load()["cy"]
        >>> welsh.say("Mae {who} yn byw {town:yn}.", who=Name("Siân"), town=Place("Caerdydd"))
        'Mae Siân yn byw yng Nghaerdydd.'
        """
        return cls.read(library or Library.default(), ())

    @classmethod
    def read(cls, library: Library, catalogues: Sequence[str]) -> Languages:
        """Return all languages of a library with these catalogues.

        Raises CatalogueError with every fault of every file: no entry is left out in silence. An entry that
        waits for its translator is no fault until somebody asks for it.
        """
        findings: list[Finding] = []
        languages: list[Language] = []
        shelves: dict[str, Books] = {}
        for code in library.language_codes():
            folder = library.locales.joinpath(code)
            try:
                language = read_language(folder, code)
            except CatalogueError as error:
                findings += error.findings
                continue
            shelves[code], wrong = read_books(folder, language, catalogues)
            languages.append(language)
            findings += wrong
        bases = [language for language in languages if language.grammar.data.base]
        if len(bases) != 1 and not findings:
            findings.append(fault("base", "locales"))
        if findings:
            raise CatalogueError(findings)
        return cls._made(languages, shelves, bases[0])

    @classmethod
    def _made(cls, languages: Sequence[Language], shelves: Mapping[str, Books], base: Language) -> Languages:
        english = {name: english_of(book) for name, book in shelves[base.code].items()}
        ids = _place_ids(languages)
        return cls(
            {
                language.code: replace(
                    language,
                    place_ids=ids,
                    catalogues={
                        name: sentences(book, language, english.get(name, {}))
                        for name, book in shelves[language.code].items()
                    },
                )
                for language in languages
            }
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes of all languages, in order."""
        return tuple(self.all)

    @property
    def base(self) -> Language:
        """Return the language the sentences are first written in."""
        return next(language for language in self.all.values() if language.grammar.data.base)

    def __getitem__(self, code: str) -> Language:
        """Return a language; raise KeyError for a code without a folder."""
        return self.all[code]
