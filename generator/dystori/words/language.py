"""One language: its vocabulary and its catalogues, and the phrases made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dystori.findings import CatalogueError
from dystori.findings import Place as Where
from dystori.words.entries import contexts
from dystori.words.letters import change_start
from dystori.words.placeholders import Piece as EntryPiece
from dystori.words.values import Value
from dystori.words.vocabulary import Vocabulary

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
class Language(Vocabulary):
    """A language of the house: the name of its folder, and everything it can say."""

    catalogues: Mapping[str, Mapping[str, Sentence]] = field(default_factory=dict)

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
    def marks(self) -> tuple[str, str]:
        """Return the speech marks."""
        return self.grammar.data.marks

    def default_register(self, adult: bool, several: bool) -> str:
        """Return how a reader is spoken to who asked for nothing else; empty where there is no choice."""
        registers = self.grammar.data.registers
        if several:
            return registers.several
        return registers.adult if adult else registers.child

    def register_for(self, wanted: str, *, adult: bool, several: bool) -> str:
        """Return how a reader is spoken to: as they want, where this language has such a register."""
        return wanted if wanted in self.registers else self.default_register(adult, several)

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

        A variant (one of ``variants``) changes words of the entry and of the house's terms, never a name or
        what somebody typed.

        Raises CatalogueError: no such key, not translated (or no longer), a value not given, a form the
        value's kind has not.
        """
        found = self._find(key, catalogue, stage, register)
        if found is None:
            self._refuse("unknown-key", catalogue, key)
        book, context, sentence = found
        if sentence.fault:
            self._refuse(sentence.fault, book, context)
        speaker = self.at_home(variant)
        pieces = [speaker._piece(piece, values, book, context) for piece in sentence.pieces]
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
            return Piece(self.grammar.varied(piece, self.variant) if self.variant else piece)
        if piece.name not in values:
            self._refuse("missing-value", book, context, name=piece.name)
        try:
            return Piece(self.write(values[piece.name], piece.form), piece.name)
        except CatalogueError as error:
            place = Where(self._file(book), path=context)
            raise CatalogueError([replace(one, place=place) for one in error.findings]) from None


def mutate(language: Language, word: str, how: str) -> str:
    """Return a word with its first letter changed by a mutation of the language (``soft``, ``nasal`` …).

    Raises KeyError for a mutation the grammar has not.
    """
    return change_start(word, language.grammar.data.mutations[how], language.grammar.data.alphabet)
