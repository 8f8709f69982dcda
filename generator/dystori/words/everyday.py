"""Names that are everyday words too: *May* and *Will*, *Mai* and *Haf*. What stands in a text may be only the word.

The names of months and days stand with a capital anywhere: by itself one of them is never taken for somebody. The
others are listed in ``names.txt`` in the folder of each language; one of them is taken for somebody where a name
would stand: with a capital, and not at the beginning of a line or sentence, where every word has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dystori.library import Library
from dystori.words.folding import folded
from dystori.words.languages import Languages


@dataclass(frozen=True)
class Everyday:
    """Names that are everyday words, folded: those of the calendar, and the listed ones."""

    calendar: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()

    def __contains__(self, word: str) -> bool:
        """Return whether a folded word is one of them."""
        return word in self.calendar or word in self.listed

    def stands(self, name: str, line: str) -> bool:
        """Return whether a name stands in a line of text as the name of somebody."""
        if folded(name) in self.calendar:
            return False
        return re.search(rf"(?<=[^\s.!?:…”\"\d] ){re.escape(name)}(?!\w)", line) is not None


def read_everyday(library: Library, languages: Languages) -> Everyday:
    """Return the names of a library that are everyday words too."""
    calendar = {folded(word) for code in languages.codes for word in _calendar(languages, code)}
    listed = {folded(word) for code in languages.codes for word in _listed(library, code)}
    return Everyday(frozenset(calendar), frozenset(listed - calendar))


def _calendar(languages: Languages, code: str) -> Iterator[str]:
    locale = languages[code].grammar.locale
    for names in (locale.months, locale.days):
        yield from names["format"]["wide"].values()


def _listed(library: Library, code: str) -> list[str]:
    file = library.locales.joinpath(code, "names.txt")
    return file.read_text(encoding="utf-8").split() if file.is_file() else []
