"""The grammar of a language, read from its ``grammar.toml``: letters, mutations, registers, forms.

Nothing here knows a language. What a form can speak of (the facts of each kind of value) is listed in FACTS.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import TypeVar

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from dystori.findings import CatalogueError
from dystori.words.faults import fault, refuse
from dystori.words.forms import Form, FormData, FormError, build
from dystori.words.letters import SortKey, capital, change_start, sort_key
from dystori.words.letters import small as small_letter

#: The facts of each kind of value; a list has besides them one fact for each way of joining (``a``, ``and``).
FACTS: Mapping[str, tuple[str, ...]] = {
    "name": ("word",),
    "people": ("word", "n"),
    "place": ("word", "known"),
    "term": ("one", "many", "gender"),
    "language": ("word",),
    "date": ("day", "month", "year", "weekday", "dd", "mm"),
    "time": ("clock", "h", "m"),
    "span": ("same", "day1", "month1", "year1", "day2", "month2", "year2"),
    "number": ("n", "word"),
    "count": ("n", "word", "one", "many", "gender"),
    "age": ("n", "unit"),
    "things": ("word", "n"),
}
JOIN_FACTS = ("word", "kind")
LISTS = ("people", "things")

FileData = TypeVar("FileData")


class Data(BaseModel):
    """A table of a file of words: nothing unknown in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Join(Data):
    """How a list is joined: between its items, and before the last."""

    between: str = ", "
    last: FormData


class Registers(Data):
    """The ways to say *you*: who is spoken to how, and the words that belong to each."""

    all: tuple[str, ...] = ()
    child: str = ""
    adult: str = ""
    several: str = ""
    #: The register of a catalogue that always has the same reader.
    only: dict[str, str] = {}
    words: dict[str, tuple[str, ...]] = {}
    exempt: tuple[str, ...] = ()


class Checks(Data):
    """What a translation may not hold; in the base language, what shows that the reader is addressed."""

    forbidden: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    addressed: str = ""


class Spelling(Data):
    """The word list of a language: a Python package and the path in it, and endings that are no letters."""

    package: str
    path: str
    endings: tuple[str, ...] = ()


class GrammarFile(Data):
    """What stands in ``grammar.toml``."""

    tag: str
    name: str
    babel: str
    base: bool = False
    marks: tuple[str, str]
    plural_forms: str
    alphabet: tuple[str, ...]
    apart: tuple[str, ...] = ()
    sets: dict[str, str] = {}
    registers: Registers = Registers()
    mutations: dict[str, dict[str, str]] = {}
    languages: dict[str, str] = {}
    #: Words of another part of the country, by those the catalogues are written in.
    variants: dict[str, dict[str, str]] = {}
    joins: dict[str, Join]
    forms: dict[str, dict[str, FormData]]
    checks: Checks = Checks()
    spelling: Spelling | None = None


@dataclass(frozen=True)
class Grammar:
    """The grammar of one language, ready to use."""

    file: str
    data: GrammarFile
    locale: Locale
    forms: Mapping[str, Mapping[str, Form]]
    joins: Mapping[str, Form]

    def change(self, text: str, how: str) -> str:
        """Return the text changed: a mutation by its name, ``small`` (first letter), ``rest`` (no first word)."""
        if how == "small":
            return small_letter(text)
        if how == "rest":
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

    def sort_key(self, text: str) -> SortKey:
        """Return what puts texts in the order of this language's alphabet."""
        return sort_key(text, self.data.alphabet, self.data.apart)

    def build(self, kind: str, forms: Mapping[str, FormData], file: str, table: str) -> Mapping[str, Form]:
        """Return forms of a kind of value ready to write; raise CatalogueError for every faulty one."""
        facts = (*FACTS.get(kind, ()), *(self.data.joins if kind in LISTS else ()))
        return _build(file, table, forms, facts, self.data)


def _build(
    file: str, table: str, forms: Mapping[str, FormData], facts: Sequence[str], data: GrammarFile
) -> Mapping[str, Form]:
    built: dict[str, Form] = {}
    faults = []
    for name, form in forms.items():
        try:
            built[name] = build(form, facts, (*data.mutations, "small", "rest"), data.sets)
        except FormError as error:
            faults.append(fault("form", file, path=f"{table}.{name}", values={"reason": str(error)}))
    if faults:
        raise CatalogueError(faults)
    return built


def read_toml(path: Traversable, file: str, shape: type[FileData]) -> FileData:
    """Return what a TOML file holds; raise CatalogueError naming each faulty key."""
    try:
        text = path.read_text(encoding="utf-8")
        return TypeAdapter(shape).validate_python(tomllib.loads(text))
    except OSError:
        refuse("file-missing", file)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        line = re.search(r"at line (\d+)", str(error))
        raise CatalogueError([fault("toml", file, int(line[1]) if line else 0)]) from None
    except ValidationError as error:
        faults = [
            fault("toml-key", file, path=".".join(map(str, one["loc"])), values={"reason": one["type"]})
            for one in error.errors(include_input=False, include_context=False, include_url=False)
        ]
        raise CatalogueError(faults) from None


def read_grammar(folder: Traversable, label: str) -> Grammar:
    """Return the grammar in a language's folder; raise CatalogueError with what is wrong in the file."""
    file = f"{label}/grammar.toml"
    data = read_toml(folder.joinpath("grammar.toml"), file, GrammarFile)
    try:
        locale = Locale.parse(data.babel)
        for pattern in (*data.sets.values(), *data.checks.forbidden, data.checks.addressed):
            re.compile(pattern)
    except (UnknownLocaleError, ValueError):
        refuse("toml-key", file, path="babel", reason="unknown_locale")
    except re.error:
        refuse("form", file, path="sets", reason="no regular expression")
    if unknown := set(data.forms) - set(FACTS):
        refuse("form", file, path=".".join(sorted(unknown)), reason="no such kind of value")
    last = _build(file, "joins", {name: join.last for name, join in data.joins.items()}, JOIN_FACTS, data)
    bare = Grammar(file, data, locale, {}, last)
    forms = {kind: bare.build(kind, given, file, f"forms.{kind}") for kind, given in data.forms.items()}
    return Grammar(file, data, locale, forms, last)
