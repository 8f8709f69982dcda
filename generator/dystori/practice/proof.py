"""What a proof-reader of a language would mark: the rules of the ``proof.toml`` beside its grammar.

Only what is certain from a closed list is marked: a false alarm is worse than a miss. Nothing here knows a
language, and a language without the file is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable

from pydantic import Field

from dystori.library import Library
from dystori.words import Language, Languages, Place
from dystori.words.faults import refuse
from dystori.words.style import words_of
from dystori.words.tables import Data, read_toml

FILE = "proof.toml"
#: What stands between speech marks is somebody's own.
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^‘’]*’(?!\w)")
_LETTERS = r"[^\W\d_]"
#: So many different words of another language, so near each other, are a passage in it.
_TELLING, _NEAR = 3, 8


class After(Data):
    """Words after which the next one changes, and which next words are certain not to have.

    ``only`` is a closed list of words as a dictionary has them, ``of_gender`` the house's terms of a gender;
    ``beginnings`` a pattern of what the change cannot have made, for any word but those of ``never``.
    """

    words: tuple[str, ...]
    change: str
    only: tuple[str, ...] = ()
    of_gender: str = ""
    terms: bool = False
    beginnings: str = ""
    never: tuple[str, ...] = ()


class ProofFile(Data):
    """What stands in ``proof.toml``."""

    #: Words of a register that are also something else.
    unsure: tuple[str, ...] = ()
    #: What shows that a text to one reader speaks of several (*ti ac Alfie*, *chi’ch dau*): patterns.
    others: tuple[str, ...] = ()
    #: Nouns that, besides the terms, are known as a dictionary has them.
    nouns: tuple[str, ...] = ()
    after: tuple[After, ...] = ()
    #: Words before which and a known place stands a form of that name.
    places: tuple[str, ...] = ()
    #: Words that never stand twice.
    twice: tuple[str, ...] = ()
    #: Words that no other language of the house has.
    telling: tuple[str, ...] = Field(default=())


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to mark: its code, and the word of our list (never one of the case's) that shows it."""

    code: str
    word: str = ""


def own_words(text: str) -> str:
    """Return a text without what stands between speech marks, its apostrophes all of one sort."""
    return _QUOTED.sub(" ; ", text).replace("'", "’")


@dataclass(frozen=True)
class Proof:
    """The rules of one language, ready to look."""

    language: Language
    data: ProofFile

    def registers(self, text: str, register: str) -> Iterator[Mark]:
        """Yield a mark for a text that speaks to its reader in another register than the document does."""
        rules = self.language.grammar.data.registers
        own = own_words(text)
        for phrase in rules.exempt:
            own = re.sub(re.escape(phrase), " ; ", own, flags=re.IGNORECASE)
        to_several = any(re.search(rf"(?:{pattern})(?!\w)", own, re.IGNORECASE) for pattern in self.data.others)
        used = [word for word in words_of(own) if word not in self.data.unsure]
        for other, words in rules.words.items():
            found = [word for word in used if word in words]
            if found and other != register and not (to_several and other == rules.several):
                yield Mark("register_mixed", found[0])

    def unchanged(self, text: str) -> Iterator[Mark]:
        """Yield a mark for each word or place that should have changed after the word before it."""
        own = own_words(text)
        for pattern, rule, known in self._after:
            for found in pattern.finditer(own):
                word = found["next"]
                sure = word in known or (rule.beginnings and re.match(rule.beginnings, word) and word not in rule.never)
                if sure and self.language.grammar.change(word, rule.change) != word:
                    yield Mark("word_unchanged", found["before"])
        for found in self._places.finditer(own) if self._places else ():
            yield Mark("word_unchanged", found["before"].lower())

    def twice(self, text: str) -> Iterator[Mark]:
        """Yield a mark for each word that stands twice and never does."""
        for found in self._twice.finditer(own_words(text)) if self.data.twice else ():
            yield Mark("word_twice", found[1].lower())

    def tells(self, text: str) -> bool:
        """Return whether a passage of a text is certainly in this language."""
        words = [word if word in self.data.telling else "" for word in words_of(own_words(text))]
        windows = (words[start : start + _NEAR] for start in range(len(words)))
        return any(len(set(filter(None, window))) >= _TELLING for window in windows)

    @cached_property
    def _after(self) -> list[tuple[re.Pattern[str], After, frozenset[str]]]:
        return [(_pattern(rule.words), rule, self._known(rule)) for rule in self.data.after]

    def _known(self, rule: After) -> frozenset[str]:
        terms = self.language.terms.values()
        known = set(rule.only)
        if rule.of_gender:
            known |= {term.one.split()[0] for term in terms if term.gender == rule.of_gender}
        if rule.terms:
            known |= {*self.data.nouns, *(word.split()[0] for term in terms for word in (term.one, term.many))}
        return frozenset(known)

    @cached_property
    def _places(self) -> re.Pattern[str] | None:
        wrong: dict[str, list[str]] = {}
        for place in self.language.places.values():
            for form in self.data.places:
                if self.language.write(Place(place.name), form) != f"{form} {place.name}":
                    wrong.setdefault(form, []).append(place.name)
        each = "|".join(f"{form} (?:{'|'.join(map(re.escape, names))})" for form, names in wrong.items())
        before = "|".join(wrong)
        # The name of a street or a school may begin with that of a town.
        return re.compile(rf"(?<![\w’-])(?=(?P<before>{before}) )(?:{each})(?![\w’-]| [^\W\d_a-z])") if wrong else None

    @cached_property
    def _twice(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w’-])({_any(self.data.twice)})\s+\1(?![\w’-])", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds one of the words and a word in small letters after it."""
    plain = [word for word in words if not word.startswith("’")]
    joined = [word for word in words if word.startswith("’")]
    before = [rf"(?<![\w’-])(?:{_any([*plain, *map(str.capitalize, plain)])})"] if plain else []
    before += [rf"(?<=\w)(?:{_any(joined)})"] if joined else []
    return re.compile(rf"(?P<before>{'|'.join(before)}) (?P<next>(?![A-ZÂÊÎÔÛŴŶ]){_LETTERS}+(?:-{_LETTERS}+)*)(?!\w)")


def read_proofs(library: Library, languages: Languages) -> Mapping[str, Proof]:
    """Return the rules of each language that has a ``proof.toml``; raises ``CatalogueError`` for a faulty one."""
    proofs = {}
    for code in languages.codes:
        path = library.locales.joinpath(code, FILE)
        if path.is_file():
            proofs[code] = _read(languages[code], path, f"locales/{code}/{FILE}")
    return proofs


def _read(language: Language, path: Traversable, file: str) -> Proof:
    data = read_toml(path, file, ProofFile)
    changes, forms = language.grammar.data.mutations, language.grammar.forms.get("place", {})
    unknown = [rule.change for rule in data.after if rule.change not in changes]
    unknown += [form for form in data.places if form not in forms]
    if unknown:
        refuse("form-change", file, name=unknown[0])
    try:
        for pattern in (*data.others, *(rule.beginnings for rule in data.after)):
            re.compile(pattern)
    except re.error:
        refuse("form-condition", file)
    return Proof(language, data)
