"""The grammar of a language, read from its ``grammar.toml``: letters, mutations, registers, forms.

Nothing here knows a language. What a form can speak of (the facts of each kind of value) is listed in FACTS.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable

from babel import Locale, UnknownLocaleError

from dystori.findings import CatalogueError
from dystori.words.faults import fault, refuse
from dystori.words.forms import Form, FormData, FormError, build, spread
from dystori.words.grammar_file import EVERYWHERE, FACTS, JOIN_FACTS, LISTS, GrammarFile, Spelling
from dystori.words.letters import SortKey, capital, change_start, sort_key
from dystori.words.letters import small as small_letter
from dystori.words.tables import read_toml

__all__ = ["FACTS", "Grammar", "Spelling", "read_grammar"]

#: Changes that need no table: the first letter small or capital, and everything after the first word.
CHANGES = ("small", "capital", "rest")


@dataclass(frozen=True)
class Grammar:
    """The grammar of one language, ready to use."""

    file: str
    data: GrammarFile
    locale: Locale
    forms: Mapping[str, Mapping[str, Form]]
    joins: Mapping[str, Form]
    pronouns: Mapping[str, Mapping[str, Form]] = field(default_factory=dict)

    def change(self, text: str, how: str) -> str:
        """Return the text changed: a mutation by its name, or one of CHANGES."""
        match how:
            case "small":
                return small_letter(text)
            case "capital":
                return capital(text)
            case "rest":
                return text.partition(" ")[2]
        return change_start(text, self.data.mutations[how], self.data.alphabet)

    def varied(self, text: str, variant: str) -> str:
        """Return what a translator wrote with the words of a variant; raise KeyError for an unknown one."""
        words = self.data.variants[variant]
        longest_first = sorted(words, key=len, reverse=True)
        pattern = rf"(?<![\w’-])({'|'.join(map(re.escape, longest_first))})(?![\w-])"

        def other(found: re.Match[str]) -> str:
            word = words[found[0].lower()]
            return capital(word) if found[0][0].isupper() else word

        return re.sub(pattern, other, text, flags=re.IGNORECASE)

    def put_before(self, name: str, text: str, variant: str = "") -> str:
        """Return a text with a word before it, contracted as the language does (*i* + *eich tad* = *i’ch tad*).

        ``name`` is a key of ``[before]``; the text begins with a little word or a name and is not mutated.
        Raises KeyError for a word the grammar does not know.
        """
        data = self.data.before[self.data.before[name].variants.get(variant, name)]
        word = data.word or self.data.before[name].variants.get(variant, name)
        first, _, rest = text.partition(" ")
        if first in data.contracts:
            return f"{word}{data.contracts[first]} {rest}"
        vowel = self.data.sets.get("vowel", "(?!)")
        return f"{data.vowel if data.vowel and re.match(vowel, text.lower()) else word} {text}"

    def taken_apart(self, form: str) -> tuple[str, str] | None:
        """Return the word before and the form after it (``gyda_ei_m``), or None for a form of no such make."""
        head, _, tail = form.partition("_")
        stems = self.data.determined
        known = head in self.data.before and any(tail == stem or tail.startswith(f"{stem}_") for stem in stems)
        return (head, tail) if known else None

    def names_of_forms(self) -> frozenset[str]:
        """Return every form that some kind of value has, those with a word before them too."""
        forms = {form for kind in (*self.forms.values(), *self.pronouns.values()) for form in kind}
        pairs = (f"{head}_{tail}" for head in self.data.before for tail in self.forms.get("term", {}))
        return frozenset(forms | {pair for pair in pairs if self.taken_apart(pair)})

    def sort_key(self, text: str) -> SortKey:
        """Return what puts texts in the order of this language's alphabet."""
        return sort_key(text, self.data.alphabet, self.data.apart)

    def build(self, kind: str, forms: Mapping[str, FormData], file: str, table: str) -> Mapping[str, Form]:
        """Return forms of a kind of value ready to write; raise CatalogueError for every faulty one."""
        facts = (*FACTS.get(kind, ()), *EVERYWHERE, *(self.data.joins if kind in LISTS else ()))
        return _build(file, table, forms, facts, self.data)


def _build(
    file: str, table: str, forms: Mapping[str, FormData], facts: Sequence[str], data: GrammarFile
) -> Mapping[str, Form]:
    built: dict[str, Form] = {}
    faults = []
    for name, form in spread(forms).items():
        known = [fact for fact in facts if not fact == name == "bare"]
        try:
            built[name] = build(form, known, (*data.mutations, *CHANGES), data.sets)
        except FormError as error:
            faults.append(fault(error.code, file, path=f"{table}.{name}", values={"name": error.name}))
    if faults:
        raise CatalogueError(faults)
    return built


def read_grammar(folder: Traversable, label: str) -> Grammar:
    """Return the grammar in a language's folder; raise CatalogueError with what is wrong in the file."""
    file = f"{label}/grammar.toml"
    data = read_toml(folder.joinpath("grammar.toml"), file, GrammarFile)
    try:
        locale = Locale.parse(data.babel)
        for pattern in (
            *data.sets.values(),
            *data.checks.forbidden,
            *data.checks.forbidden_to_workers,
            data.checks.addressed,
        ):
            re.compile(pattern)
    except (UnknownLocaleError, ValueError):
        refuse("toml-key", file, path="babel", reason="unknown_locale")
    except re.error:
        refuse("form-condition", file, path="sets")
    if unknown := {*data.forms, *data.calls} - {*FACTS}:
        refuse("form-kind", file, path="forms", name=", ".join(sorted(unknown)))
    last = _build(file, "joins", {name: join.last for name, join in data.joins.items()}, JOIN_FACTS, data)
    bare = Grammar(file, data, locale, {}, last)
    forms = {kind: bare.build(kind, given, file, f"forms.{kind}") for kind, given in data.forms.items()}
    pronouns = {
        name: bare.build("pronoun", one.forms, file, f"pronouns.{name}.forms") for name, one in data.pronouns.items()
    }
    grammar = Grammar(file, data, locale, forms, last, pronouns)
    _check_names(grammar)
    return grammar


def _check_names(grammar: Grammar) -> None:
    """Refuse a call or an owner whose form the grammar does not have."""
    known, data = grammar.names_of_forms(), grammar.data
    named = {f"calls.{kind}.{call}": form for kind, calls in data.calls.items() for call, form in calls.items()}
    named |= {f"pronouns.{name}.owns": one.owns for name, one in data.pronouns.items() if one.owns}
    faults = [
        fault("form-missing", grammar.file, path=path, values={"name": form})
        for path, form in named.items()
        if form not in known
    ]
    if faults:
        raise CatalogueError(faults)
