"""The forms in which something may be written that a reader may not read: what the guard looks for.

Names with and without the middle ones, days in figures and in the words of every language, telephone numbers
whatever their blanks, places with their mutations, long texts paragraph by paragraph.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from dystori.editions import Leaf
from dystori.editions.withhold import Path
from dystori.words import Language
from dystori.words.everyday import Everyday
from dystori.words.folding import bare, folded, holds
from dystori_schemas.base import LocalText
from dystori_schemas.scalars import Email, Name, Phone, Text, Town, WebAddress

#: A paragraph of a longer text that is shorter than this says nothing by itself. Characters.
TELLS = 30
#: The shortest word worth looking for. Characters.
SHORTEST = 3
_ABBREVIATED = 3
_POSTCODE = re.compile(r"\b[A-Za-z]{1,2}\d\w?\s?\d[A-Za-z]{2}\b")


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of something kept back: words, or a pattern for what is written in many ways.

    ``words`` are looked for among folded words; with ``capital`` they count only as a name is written, so that
    *non-resident* is not Non. A single everyday word (``said``) counts only where people read it.
    """

    path: Path
    words: str = field(default="", repr=False)
    pattern: re.Pattern[str] | None = field(default=None, repr=False)
    capital: bool = False
    said: bool = False


class Forms:
    """Knows the languages of the house: their months, their places, how a first letter changes."""

    def __init__(self, languages: Mapping[str, Language], everyday: Everyday) -> None:
        """Use the languages of a library, by the name of their folder, and its names that are everyday words."""
        self._languages = languages
        self._everyday = everyday

    def of(self, secret: Leaf, known: str) -> Iterator[Form]:
        """Yield the forms of something kept back; ``known`` is what the reader knows anyway, as folded words."""
        value, path = secret.value, secret.path
        if isinstance(value, dt.date):
            yield Form(path, pattern=self._day(value))
        elif isinstance(value, Phone):
            yield Form(path, pattern=_number(value))
        elif isinstance(value, Email | WebAddress):
            yield from _words(path, [folded(value)], known)
        elif isinstance(value, Town):
            yield from _words(path, self._town(value), known)
        elif isinstance(value, Name) and "address" in path:
            yield from _words(path, self._line(value), known)
        elif isinstance(value, Name):
            yield from self._name(path, value, known)
        elif isinstance(value, Text) and "child_calls" in path:
            yield from _words(path, [folded(form) for form in self._mutated(value)], known)
        elif isinstance(value, LocalText):
            for text in value.root.values():
                yield from _text(path, text, known)
        elif isinstance(value, Text):
            yield from _text(path, value, known)

    def _mutated(self, text: str) -> Iterator[str]:
        yield text
        for language in self._languages.values():
            for how in language.grammar.data.mutations:
                yield language.grammar.change(text, how)

    def _town(self, town: str) -> Iterator[str]:
        for language in self._languages.values():
            for form in self._mutated(language.places[town].name):
                yield folded(form)

    def _line(self, line: str) -> Iterator[str]:
        """Yield a line of an address, its parts between commas, each also without the number of the house."""
        for part in dict.fromkeys((line, *re.split(r"\s*,\s*", line))):
            there = re.sub(r"^\W*\d+\w?[\s,]+", "", part)
            for one in {part, there} if len(there.split()) > 1 else {part}:
                for form in self._mutated(one):
                    yield folded(form)
        for code in _POSTCODE.findall(line):
            yield from (folded(code), folded(re.sub(r"\s", "", code)), folded(f"{code[:-3].strip()} {code[-3:]}"))

    def _day(self, day: dt.date) -> re.Pattern[str]:
        """Return the pattern of a day: in figures, or with its month in the words of any language."""
        months = {form for name in self._months(day.month) for form in self._mutated(name)}
        month = "|".join(sorted((re.escape(form.casefold()) for form in months if form), key=len, reverse=True))
        nth, number, year = rf"0?{day.day}", rf"0?{day.month}", rf"(?:{day.year // 100})?{day.year % 100:02}"
        between = r"[\s.,’'-]+"
        ways = (
            rf"{nth}\s?[/.-]\s?{number}\s?[/.-]\s?{year}",
            rf"{number}\s?/\s?{nth}\s?/\s?{year}",
            rf"{day.year}[/.-]?{day.month:02}[/.-]?{day.day:02}",
            rf"{nth}(?:\s?[a-z]{{2,4}})?{between}(?:o{between}|of{between}|y{between})?(?:{month}){between}{year}",
            rf"(?:{month}){between}{nth}(?:[a-z]{{2,4}})?{between}{year}",
        )
        return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")

    def _months(self, month: int) -> Iterator[str]:
        for language in self._languages.values():
            names = language.grammar.locale.months
            for use, width in product(("format", "stand-alone"), ("wide", "abbreviated")):
                if len(name := names[use][width][month].rstrip(".")) >= _ABBREVIATED:
                    yield name

    def _name(self, path: Path, name: str, known: str) -> Iterator[Form]:
        """Yield a name whole, without its middle names, and its first and last word where nobody else is called so.

        By itself a word that is an everyday one too is left to the look at the finished tree, which knows where a
        line begins: in a file a cell follows the next without a sign.
        """
        whole = bare(name).split() or [""]
        ends = (whole[0], whole[-1])
        for words in dict.fromkeys((folded(name), folded(" ".join(ends[: len(whole)])))):
            if words not in self._everyday:
                yield from _words(path, [words], known)
        for word in dict.fromkeys(ends):
            spoken = word.casefold()
            taken = spoken in self._everyday or holds(known, spoken)
            if len(word) >= SHORTEST and not word[0].islower() and not taken:
                yield Form(path, word, capital=True)


def _number(number: str) -> re.Pattern[str]:
    """Return the pattern of a telephone number, however it is spaced, from here or from abroad."""
    # The case may have it as it is dialled from abroad.
    figures, blank = re.sub(r"\D", "", re.sub(r"^\+44\W*0?", "0", number)), r"[\s().-]*"
    abroad = rf"\+?44{blank}(?:0{blank})?"
    before = rf"(?:0{blank}|{abroad})" if figures.startswith("0") else ""
    return re.compile(rf"(?<!\d){before}{blank.join(figures.removeprefix('0'))}(?!\d)")


def _text(path: Path, text: str, known: str) -> Iterator[Form]:
    paragraphs = [part for part in re.split(r"\n\s*\n", text) if len(part) >= TELLS]
    yield from _words(path, [folded(part) for part in (paragraphs or [text])], known)


def _words(path: Path, forms: Iterable[str], known: str) -> Iterator[Form]:
    for words in dict.fromkeys(forms):
        if len(words) >= SHORTEST and not holds(known, words):
            yield Form(path, words, said=" " not in words)
