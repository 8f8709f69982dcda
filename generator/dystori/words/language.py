"""One language: its grammar, terms, places and catalogues, and the phrases made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NoReturn

from dystori.findings import CatalogueError
from dystori.findings import Place as Where
from dystori.words.entries import contexts
from dystori.words.facts import Known, count, measured
from dystori.words.faults import refuse
from dystori.words.grammar import Grammar
from dystori.words.letters import SortKey, capital, change_start, small
from dystori.words.lexicon import PlaceWords, TermWords
from dystori.words.placeholders import Piece as EntryPiece
from dystori.words.values import Count, LanguageName, Name, People, Place, Term, Text, Thing, Things, Value

COMMON = "common"


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage of a phrase: from the entry, or (``value_name``) from the value of that name."""

    text: str
    value_name: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A whole sentence or label, and the entry it came from (``closure_letter:opening/early/ti``)."""

    entry: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Return the words of all pieces."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Sentence:
    """An entry ready to use; ``fault`` says why it must not be (``untranslated``, ``fuzzy``, ``stale``)."""

    pieces: tuple[EntryPiece, ...]
    fault: str = ""


@dataclass(frozen=True)
class Language:
    """A language of the house: the name of its folder, and everything it can say."""

    code: str
    grammar: Grammar
    terms: Mapping[str, TermWords]
    places: Mapping[str, PlaceWords]
    catalogues: Mapping[str, Mapping[str, Sentence]] = field(default_factory=dict)
    #: The id of every place by its names in all languages, in small letters.
    place_ids: Mapping[str, str] = field(default_factory=dict)

    @property
    def tag(self) -> str:
        """Return the BCP 47 tag."""
        return self.grammar.data.tag

    @property
    def name(self) -> str:
        """Return what the language calls itself."""
        return self.grammar.data.name

    @property
    def registers(self) -> tuple[str, ...]:
        """Return the ways to say *you*; none where the language has only one."""
        return self.grammar.data.registers.all

    @property
    def variants(self) -> tuple[str, ...]:
        """Return the parts of the country that have words of their own, besides the usual ones."""
        return tuple(self.grammar.data.variants)

    @property
    def marks(self) -> tuple[str, str]:
        """Return the speech marks."""
        return self.grammar.data.marks

    def default_register(self, adult: bool, several: bool) -> str:
        """Return how a reader is spoken to who asked for nothing else; empty where there is no choice."""
        registers = self.grammar.data.registers
        if several:
            return registers.several
        return registers.adult if adult else registers.child

    def language_name(self, code: str) -> str:
        """Return the name of a language in this one; raise CatalogueError for a code without a name."""
        known = self.grammar.data.languages.get(code) or self.grammar.locale.languages.get(code)
        return known or self._refuse("unknown-language")

    def term(self, name: str) -> TermWords:
        """Return the words of a term; raise CatalogueError for an id that is in no list."""
        return self.terms.get(name) or self._refuse("unknown-term")

    def sort_key(self, text: str) -> SortKey:
        """Return what puts texts in the order of this language's alphabet."""
        return self.grammar.sort_key(text)

    def join(self, items: Sequence[Thing | str], how: str) -> str:
        """Return items as one list, joined in a way the grammar names (``a``, ``neu``, ``and``).

        A string is a name: it stays as it is.
        """
        if how not in self.grammar.joins:
            self._refuse("unknown-form", form=how)
        things = [Name(item) if isinstance(item, str) else item for item in items]
        words = [(self.write(thing), self._kind(thing)) for thing in things]
        if len(words) < 2:
            return "".join(word for word, _ in words)
        *before, (word, kind) = words
        last = self.grammar.joins[how].write({"word": word, "kind": kind}, self.grammar.change)
        return self.grammar.data.joins[how].between.join(word for word, _ in before) + last

    def write(self, value: Value, form: str = "") -> str:
        """Return a value in a form; raise CatalogueError for a form its kind has not.

        A capital in the form's name (``Dy``) asks for a capital first letter. Text has its bare form only.
        """
        if isinstance(value, Text):
            return value.text if not form else self._refuse("unknown-form", kind="text", form=form)
        wanted = small(form) or "bare"
        if isinstance(value, Place) and wanted in value.forms:
            written = value.forms[wanted]
        else:
            known = self._known(value)
            chosen = known.forms.get(wanted) or self.grammar.forms.get(known.kind, {}).get(wanted)
            if chosen is None:
                self._refuse("unknown-form", kind=known.kind, form=form or wanted)
            written = chosen.write(known.facts, self.grammar.change)
        return capital(written) if form[:1].isupper() else written

    def has(self, key: str, *, catalogue: str, stage: str = "", register: str = "") -> bool:
        """Return whether there is an entry for a key and a reader."""
        return self._find(key, catalogue, stage, register) is not None

    def phrase(
        self,
        key: str,
        values: Mapping[str, Value],
        *,
        catalogue: str,
        stage: str = "",
        register: str = "",
        variant: str = "",
    ) -> Phrase:
        """Return the words of a key for a reader; the catalogue of the kind first, then the common one.

        A variant (one of ``variants``) changes words of the entry, never those of a value.

        Raises CatalogueError: no such key, not translated (or no longer), a value not given, a form the
        value's kind has not.
        """
        found = self._find(key, catalogue, stage, register)
        if found is None:
            self._refuse("unknown-key", catalogue, key)
        book, context, sentence = found
        if sentence.fault:
            self._refuse(sentence.fault, book, context)
        pieces = [self._piece(piece, values, book, context) for piece in sentence.pieces]
        if variant in self.variants:
            pieces = [self._varied(piece, variant) for piece in pieces]
        return Phrase(f"{book}:{context}", tuple(piece for piece in pieces if piece.text))

    def _find(self, key: str, catalogue: str, stage: str, register: str) -> tuple[str, str, Sentence] | None:
        for book in dict.fromkeys((catalogue, COMMON)):
            entries = self.catalogues.get(book, {})
            for context in contexts(key, stage, register):
                if context in entries:
                    return book, context, entries[context]
        return None

    def _piece(self, piece: EntryPiece, values: Mapping[str, Value], book: str, context: str) -> Piece:
        if isinstance(piece, str):
            return Piece(piece)
        if piece.name not in values:
            self._refuse("missing-value", book, context, name=piece.name)
        try:
            return Piece(self.write(values[piece.name], piece.form), piece.name)
        except CatalogueError as error:
            place = Where(self._file(book), path=context)
            raise CatalogueError([replace(one, place=place) for one in error.findings]) from None

    def _varied(self, piece: Piece, variant: str) -> Piece:
        return piece if piece.value_name else Piece(self.grammar.varied(piece.text, variant))

    def _place(self, place: Place) -> Known:
        known = self.places.get(self.place_ids.get(place.text.casefold(), ""))
        if known is not None:
            return Known("place", {"word": known.name, "known": "yes"}, known.forms)
        return Known("place", {"word": place.text, "known": "yes" if place.given_in == self.code else "no"})

    def _list(self, kind: str, items: Sequence[Thing]) -> Known:
        facts = {how: self.join(items, how) for how in self.grammar.joins}
        return Known(kind, facts | {"word": self.write(items[0]) if items else "", "n": str(len(items))})

    def _known(self, value: Value) -> Known:
        match value:
            case Name() | Text():
                return Known("name", {"word": value.text})
            case People():
                return self._list("people", value.names)
            case Things():
                return self._list("things", value.items)
            case Place():
                return self._place(value)
            case Term():
                term = self.term(value.id)
                return Known("term", term.facts, term.forms)
            case LanguageName():
                return Known("language", {"word": self.language_name(value.code)})
            case Count():
                term = self.term(value.term.id)
                return Known("count", count(value, term.facts, self.grammar), term.count)
            case _:
                return measured(value, self.grammar)

    def _kind(self, item: Thing) -> str:
        if isinstance(item, Text):
            return "text"
        known = self._known(item)
        return "foreign" if known.facts.get("known") == "no" else known.kind

    def _refuse(self, code: str, book: str = "", path: str = "", **values: str) -> NoReturn:
        refuse(code, self._file(book), path, **values)

    def _file(self, book: str) -> str:
        return f"locales/{self.code}/{book}.po" if book else f"locales/{self.code}"


def mutate(language: Language, word: str, how: str) -> str:
    """Return a word with its first letter changed by a mutation of the language (``soft``, ``nasal`` …).

    Raises KeyError for a mutation the grammar has not.
    """
    return change_start(word, language.grammar.data.mutations[how], language.grammar.data.alphabet)
