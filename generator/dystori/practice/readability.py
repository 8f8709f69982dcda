"""Rules about how hard a letter is to read: the measure of its language, the long sentence, the hard word.

The measure and its limits stand beside each grammar (``plain.toml``, ``[reading]``): for English the school year of
Flesch and Kincaid; for Welsh LIX, which counts long words and the words of a sentence in any language. A measure judges
a whole letter, house sentences too; where it is too hard, the hard words somebody typed are pointed at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from typing import Any

from dystori.findings import Severity
from dystori.practice.page import CHILD, Found, Page
from dystori.practice.plain_words import PlainWords
from dystori.practice.rules import Rule
from dystori.practice.sentences import WORD, sentences, unquoted
from dystori.practice.sources import framework, sandwell, sunderland
from dystori.tree import Block, Box, Frame, Inlines, Listing, Paragraph, Table, plain, runs
from dystori.words.letters import first_letter

#: A letter of fewer words says nothing about how hard it is.
_ENOUGH = 100
#: Fewer words are a label and no sentence.
_SENTENCE = 3
#: In so many sentences hard words are pointed at; after that it is the letter.
_POINTED = 5
_SENTENCES_IN = ("plain", "stand", "note")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence, and whether it is a name: a name is known to its reader and counts as easy."""

    text: str
    name: bool


def words_in(sentence: str, names: frozenset[str]) -> list[Word]:
    """Return the words of a sentence; a capital that does not begin it makes a name, and so do the case's names."""
    found = (one[0].split("’")[0] for one in WORD.finditer(sentence))
    return [Word(word, word in names or (at > 0 and word[0].isupper())) for at, word in enumerate(found)]


@lru_cache(maxsize=8)
def _counting(counted_as: str) -> tuple[Any, Any]:
    """Return a language as the library knows it, and what counts its syllables, where it has rules for that."""
    from readsight.language.json_language_repository import JsonLanguageRepository
    from readsight.syllable.heuristic_syllable_counter import HeuristicSyllableCounter

    folder = files("readsight").joinpath("data", "languages")
    language = JsonLanguageRepository(str(folder)).find(counted_as)
    rules = language.syllable_heuristics
    return language, HeuristicSyllableCounter(rules) if rules else None


def hardness(word: Word, words: PlainWords) -> int:
    """Return how hard a word is: its syllables, or its letters where the library counts no syllables of a language."""
    counter = _counting(words.data.reading.counted_as)[1]
    if word.name:
        return 1
    return int(counter.count_syllables(word.text)) if counter else _letters(word.text, words)


def _letters(word: str, words: PlainWords) -> int:
    """Return how many letters a word has, in the alphabet of its language: *ll* is one."""
    alphabet, count, rest = words.language.grammar.data.alphabet, 0, word
    while rest:
        rest = rest[len(first_letter(rest, alphabet)) :]
        count += 1
    return count


def level(text: Sequence[Sequence[Word]], words: PlainWords) -> float:
    """Return how hard sentences are by the measure of their language: a school year, or a number of its own."""
    from readsight.formula.formula_registry_factory import FormulaRegistryFactory
    from readsight.text.text_statistics import TextStatistics

    data, every = words.data.reading, Counter(word for sentence in text for word in sentence)
    language, counter = _counting(data.counted_as)
    letters = {word: _letters(word.text, words) for word in every}
    count, syllables = every.total(), sum(hardness(word, words) * times for word, times in every.items() if counter)
    counted = TextStatistics(
        letter_count=sum(letters[word] * times for word, times in every.items()),
        word_count=count,
        sentence_count=len(text),
        syllable_count=syllables,
        polysyllable_count=0,
        average_syllables_per_word=syllables / count,
        average_words_per_sentence=count / len(text),
        long_word_count=sum(times for word, times in every.items() if not word.name and letters[word] > data.long_word),
        syllable_histogram={},
    )
    return float(FormulaRegistryFactory.create().calculate(data.measure, language, counted).score)


def _lines(blocks: Iterable[Block]) -> Iterator[Inlines]:
    """Yield every line of a document that is written in sentences; labels, addresses and quotes are not."""
    for block in blocks:
        match block:
            case Box():
                yield from _lines(block.blocks)
            case Paragraph() if block.role in _SENTENCES_IN:
                yield block.content
            case Listing():
                yield from block.items
            case Frame():
                yield from block.words
            case Table():
                yield from (row[0] for row in block.rows)


def _names(page: Page) -> frozenset[str]:
    people = page.edition.case.file.people.values()
    texts = [str(text) for one in people for text in (one.name, one.known_as) if text]
    texts += [str(text) for one in people if one.child_calls for text in one.child_calls.root.values()]
    return frozenset(word for text in texts for word in WORD.findall(text))


def _hard(page: Page) -> Iterator[Found]:
    """Yield each sentence somebody typed that is too long, and what makes the whole too hard for its reader."""
    if page.reader != CHILD:
        return
    stage, names = page.edition.addressee.stage.value, _names(page)
    for passage, words in page.passages:
        longest = words.data.reading.longest.get(stage, 0)
        for sentence in sentences(passage.text):
            count = len(WORD.findall(unquoted(sentence)))
            if longest and count > longest:
                yield passage.found(sentence, "long-sentence", count=str(count), longest=str(longest))
    for content in page.contents:
        own = page.plain.get(content.code)
        most = own.data.reading.most.get(stage) if own else None
        if own is None or most is None:
            continue
        lines = (line for line in _lines(content.blocks) if all(run.lang == content.tag for run in runs(line)))
        text = [words_in(sentence, names) for line in lines for sentence in sentences(plain(line))]
        text = [sentence for sentence in text if len(sentence) >= _SENTENCE]
        if sum(map(len, text)) >= _ENOUGH and (found := level(text, own)) > most:
            values = {"measure": own.data.reading.measure, "level": f"{found:.0f}", "most": f"{most:g}"}
            yield Found(("documents", page.edition.index), {"do": "hard-to-read", **values})
            yield from islice(_hard_words(page, content.tag, names), _POINTED)


def _hard_words(page: Page, tag: str, names: frozenset[str]) -> Iterator[Found]:
    stage = page.edition.addressee.stage.value
    for passage, words in page.passages:
        hard = words.data.reading.hard.get(stage, 0)
        for sentence in sentences(passage.text) if passage.tag == tag and hard else ():
            found = enumerate(words_in(unquoted(sentence), names), start=1)
            places = [str(number) for number, word in found if hardness(word, words) >= hard]
            if places:
                yield passage.found(sentence, "hard-words", Severity.ADVICE, places=", ".join(places))


RULES = (
    Rule(
        "reading-age-fits-child",
        (
            sandwell("Planning"),
            sandwell("Assessment"),
            sunderland("Standard 3"),
            sunderland("Practice Guide 1"),
        ),
        Severity.WARNING,
        profiles=("sandwell", "sunderland"),
        pages=_hard,
    ),
    Rule(
        "child-friendly-language",
        (framework("Child-inclusive table"), framework("Standard 23")),
        Severity.WARNING,
        profiles=("wales",),
        pages=_hard,
    ),
)
