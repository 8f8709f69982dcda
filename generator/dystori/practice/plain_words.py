"""What is plain in one language: the ``plain.toml`` beside its grammar, and where a text says it otherwise.

A sense has the words that are avoided and what is said instead, under an id that is the same in every language;
which senses a rule looks for is in ``terms.toml`` and in the profiles. Nothing here knows a language, and a language
without the file is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from pydantic import Field, PositiveInt

from dystori.library import Library
from dystori.practice.sentences import WORD, sentences, unquoted
from dystori.words import Language, Languages
from dystori.words.faults import refuse
from dystori.words.letters import change_start
from dystori.words.style import words_of
from dystori.words.tables import Data, read_toml
from dystori_schemas.choices import Role

FILE = "plain.toml"


class Sense(Data):
    """Words that are avoided in one sense, and what is said instead.

    ``unless`` are patterns of what has another sense: *contact us* is no contact between a child and a parent.
    """

    avoid: tuple[str, ...] = Field(min_length=1)
    say: str
    unless: tuple[str, ...] = ()


class SpokenOf(Data):
    """How a language speaks of a child, and not to them.

    ``reader`` are phrases for the child who reads, ``another`` patterns of some other child; ``calls`` words right
    before a name that is called; ``own`` what shows that something is the child's; ``named`` patterns of a sentence
    about the name itself; ``others`` whom else a pronoun may stand for; ``pronouns`` patterns of what is certainly said
    of a person, by the pronoun.
    """

    reader: tuple[str, ...] = ()
    another: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    pronouns: Mapping[str, tuple[str, ...]] = {}


class Reading(Data):
    """How hard a letter may be, by stage of its reader.

    ``measure`` and ``counted_as`` are the library's names of a measure and of a language; ``most`` is how hard a whole
    letter may be by it, ``longest`` the words of a sentence, ``hard`` from how many syllables (or letters) a word is
    pointed at, ``long_word`` how many letters a word has that is not long.
    """

    measure: str = ""
    counted_as: str = ""
    long_word: PositiveInt = 6
    most: Mapping[str, float] = {}
    longest: Mapping[str, PositiveInt] = {}
    hard: Mapping[str, PositiveInt] = {}


class Abbreviations(Data):
    """Letters that stand for words: those everybody knows, those grown-ups know, and what others are in full."""

    known: tuple[str, ...] = ()
    grown: tuple[str, ...] = ()
    full: Mapping[str, str] = {}


class PlainFile(Data):
    """What stands in ``plain.toml``."""

    senses: Mapping[str, Sense] = {}
    spoken_of: SpokenOf = SpokenOf()
    reading: Reading = Reading()
    abbreviations: Abbreviations = Abbreviations()


@dataclass(frozen=True, slots=True)
class Slip:
    """Where a text says something otherwise: the sentence, the word of our list, and what is said instead."""

    sentence: str
    avoided: str
    say: str


@dataclass(frozen=True)
class PlainWords:
    """The plain words of one language, ready to look."""

    language: Language
    data: PlainFile
    _made: dict[Sense, tuple[re.Pattern[str], re.Pattern[str] | None]] = field(default_factory=dict, repr=False)

    def slips(self, text: str, senses: Iterable[Sense]) -> Iterator[Slip]:
        """Yield where a text says one of the senses in words that are avoided."""
        wanted = [(sense, *self._patterns(sense)) for sense in senses]
        for sentence in sentences(text):
            own = unquoted(sentence)
            for sense, pattern, unless in wanted:
                left = unless.sub(lambda found: " " * len(found[0]), own) if unless else own
                for found in pattern.finditer(left):
                    if not in_a_name(own, found.start(), found.end()):
                        yield Slip(sentence, self._listed(sense, found), sense.say)

    def spoken_of(self, text: str) -> str:
        """Return the phrase of our list by which a text speaks of its reader as of somebody else; else nothing."""
        data, own = self.data.spoken_of, unquoted(text)
        left = one_of(data.another, plain=False).sub(" ", own) if data.another else own
        found = one_of(data.reader).search(left)
        return found[0].lower() if found else ""

    def tells_name(self, sentence: str, name: str) -> bool:
        """Return whether a sentence is about a name itself: *your name is Mali*."""
        patterns = (one.replace("{name}", re.escape(name)) for one in self.data.spoken_of.named)
        return any(re.search(pattern, sentence, re.IGNORECASE) for pattern in patterns)

    def speaks_to(self, text: str) -> bool:
        """Return whether a text speaks to its reader."""
        grammar, own = self.language.grammar.data, unquoted(text)
        if grammar.registers.words:
            return any(word in words for word in words_of(own) for words in grammar.registers.words.values())
        return bool(grammar.checks.addressed and re.search(grammar.checks.addressed, own))

    def somebody_else(self, text: str) -> bool:
        """Return whether there is anybody in a text, or any animal, that a pronoun could stand for."""
        return bool(self._others.search(text))

    @cached_property
    def _others(self) -> re.Pattern[str]:
        roles = [self.language.terms[role.value] for role in Role if role.value in self.language.terms]
        words = [*self.data.spoken_of.others, *(one for term in roles for one in (term.one, term.many))]
        return one_of(tuple(dict.fromkeys(map(self._shapes, words))), plain=False)

    def pronouns(self, sentence: str) -> frozenset[str]:
        """Return the pronouns by which a sentence speaks of a person."""
        own = unquoted(sentence)
        found = self.data.spoken_of.pronouns.items()
        return frozenset(who for who, patterns in found if one_of(patterns, plain=False).search(own))

    def _listed(self, sense: Sense, found: re.Match[str]) -> str:
        """Return the word of the list that was found: never what was typed."""
        return next(word for number, word in enumerate(sense.avoid) if found[f"w{number}"])

    def _patterns(self, sense: Sense) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
        if sense not in self._made:
            words = sorted(enumerate(sense.avoid), key=lambda each: -len(each[1]))
            each = "|".join(rf"(?P<w{number}>{self._shapes(word)})" for number, word in words)
            other = "|".join(rf"(?:{pattern})" for pattern in sense.unless)
            self._made[sense] = (
                re.compile(rf"(?<![\w-])(?:{each})(?![\w-])", re.IGNORECASE),
                re.compile(rf"(?<!\w)(?:{other})(?!\w)", re.IGNORECASE) if other else None,
            )
        return self._made[sense]

    def _shapes(self, phrase: str) -> str:
        """Return a pattern of a phrase in every shape that the mutations of its language give its words."""
        return r"\s+".join(self._shape(word) for word in phrase.split())

    def _shape(self, word: str) -> str:
        data = self.language.grammar.data
        every = {word, *(change_start(word, table, data.alphabet) for table in data.mutations.values())}
        return f"(?:{'|'.join(sorted(map(re.escape, every), key=len, reverse=True))})"


@lru_cache(maxsize=256)
def one_of(words: tuple[str, ...], *, plain: bool = True) -> re.Pattern[str]:
    """Return a pattern that finds any of some words, or (not ``plain``) of some patterns, as whole words."""
    each = sorted(map(re.escape, words) if plain else words, key=len, reverse=True)
    # What begins with an apostrophe hangs on the word before it (i’r plentyn).
    hung = "|".join(word for word in each if word.startswith("’")) or "(?!)"
    free = "|".join(word for word in each if not word.startswith("’")) or "(?!)"
    return re.compile(rf"(?:(?<=\w)(?:{hung})|(?<![\w’-])(?:{free}))(?![\w-])", re.IGNORECASE)


def in_a_name(text: str, start: int, end: int) -> bool:
    """Return whether words with a capital letter belong to a name: another capital stands before or after them."""
    if not text[start].isupper() or start == 0:
        return False
    after = re.match(r"\s+([^\W\d_])", text[end:])
    before = [found for found in WORD.finditer(text[:start]) if found.start() > 0]
    return bool((after and after[1].isupper()) or (before and before[-1][0][0].isupper() and text[start - 1] == " "))


def read_plain_words(library: Library, languages: Languages) -> Mapping[str, PlainWords]:
    """Return the plain words of each language that has a ``plain.toml``; raises ``CatalogueError`` for a faulty one."""
    found = {}
    for code in languages.codes:
        path = library.locales.joinpath(code, FILE)
        if path.is_file():
            data = read_toml(path, f"locales/{code}/{FILE}", PlainFile)
            check_senses(data.senses, f"locales/{code}/{FILE}")
            _check_patterns(
                (
                    *data.spoken_of.named,
                    *data.spoken_of.another,
                    *(one for each in data.spoken_of.pronouns.values() for one in each),
                ),
                f"locales/{code}/{FILE}",
            )
            found[code] = PlainWords(languages[code], data)
    return found


def check_senses(senses: Mapping[str, Sense], file: str) -> None:
    """Raise ``CatalogueError`` for a sense with a pattern that is none."""
    _check_patterns((pattern for sense in senses.values() for pattern in sense.unless), file)


def _check_patterns(patterns: Iterable[str], file: str) -> None:
    """Raise ``CatalogueError`` for a pattern that is none."""
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error:
            refuse("form-condition", file)
