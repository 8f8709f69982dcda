"""What is plain in one language: the ``plain.toml`` beside its grammar, and where a text says it otherwise.

A sense has the words that are avoided and what is said instead, under an id that is the same in every language;
which senses a rule looks for is in ``terms.toml`` and in the profiles. Nothing here knows a language, and a language
without the file is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import Field

from dystori.library import Library
from dystori.practice.sentences import WORD, sentences, unquoted
from dystori.words import Language, Languages
from dystori.words.faults import refuse
from dystori.words.letters import change_start
from dystori.words.tables import Data, read_toml

FILE = "plain.toml"


class Sense(Data):
    """Words that are avoided in one sense, and what is said instead.

    ``unless`` are patterns of what has another sense: *contact us* is no contact between a child and a parent.
    """

    avoid: tuple[str, ...] = Field(min_length=1)
    say: str
    unless: tuple[str, ...] = ()


class PlainFile(Data):
    """What stands in ``plain.toml``."""

    senses: Mapping[str, Sense] = {}


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
                    if not _named(own, found.start(), found.end()):
                        yield Slip(sentence, self._listed(sense, found), sense.say)

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


def _named(text: str, start: int, end: int) -> bool:
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
            found[code] = PlainWords(languages[code], data)
    return found


def check_senses(senses: Mapping[str, Sense], file: str) -> None:
    """Raise ``CatalogueError`` for a sense with a pattern that is none."""
    for name, sense in senses.items():
        for pattern in sense.unless:
            try:
                re.compile(pattern)
            except re.error:
                refuse("form-condition", file, path=f"senses.{name}.unless")
