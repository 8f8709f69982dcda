"""Terms as the term list has them: where the base language says a term, a translation says it in that word.

A word is known in every shape that the mutations of its language give it, and inside a compound with a hyphen.
Where another word is right, the translator says so with the comment ``# other-term`` on the entry: Poedit drops a flag
that gettext does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dystori.findings import Finding, Severity
from dystori.words.faults import fault
from dystori.words.language import Language
from dystori.words.letters import change_start
from dystori.words.placeholders import without
from dystori.words.po import Entry

OTHER_TERM = "other-term"

_WORD = re.compile(r"[^\W\d_]+")


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


class Terminology:
    """The terms of the base language, and the words a translation may have for each."""

    def __init__(self, base: Language, language: Language) -> None:
        """Prepare for judging translations into a language."""
        self._language = language
        self._ids: dict[str, list[str]] = {}
        for name, term in base.terms.items():
            for word in {term.one.lower(), term.many.lower()}:
                self._ids.setdefault(word, []).append(name)
        longest_first = sorted(self._ids, key=len, reverse=True)
        known = "|".join(map(re.escape, longest_first)) or r"(?!)"
        self._term = re.compile(rf"(?<![\w’-])({known})(?![\w’-])", re.IGNORECASE)

    def faults(self, entries: Iterable[Entry], file: str) -> Iterator[Finding]:
        """Yield advice on each translation that says a term in another word than the term list."""
        for entry in entries:
            if entry.obsolete or entry.fuzzy or OTHER_TERM in entry.comments:
                continue
            for text in filter(None, entry.texts):
                for term, words in self._missing(entry.plural or entry.msgid, text):
                    values = {"term": term, "words": ", ".join(words)}
                    yield fault("term", file, entry.line, entry.context, values=values, severity=Severity.ADVICE)

    def _missing(self, sentence: str, text: str) -> Iterator[tuple[str, Sequence[str]]]:
        said = _words(without(text))
        for term in dict.fromkeys(found.lower() for found in self._term.findall(without(sentence))):
            words = self._of(term)
            if words and not any(self._says(said, one) for one in words):
                yield term, words

    def _of(self, term: str) -> list[str]:
        given = (self._language.terms.get(name) for name in self._ids[term])
        return list(dict.fromkeys(word for one in given if one is not None for word in (one.one, one.many)))

    def _says(self, said: Sequence[str], phrase: str) -> bool:
        wanted = [self._shapes(word) for word in _words(phrase)]
        starts = range(len(said) - len(wanted) + 1)
        return any(all(said[start + at] in shapes for at, shapes in enumerate(wanted)) for start in starts)

    def _shapes(self, word: str) -> set[str]:
        data = self._language.grammar.data
        mutations: Iterable[Mapping[str, str]] = data.mutations.values()
        return {word} | {change_start(word, one, data.alphabet).lower() for one in mutations}
