"""What stands in the ``grammar.toml`` of a language, table by table."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from dystori.words.forms import FormData
from dystori.words.tables import Data

#: The facts of each kind of value, besides those of every kind (EVERYWHERE); a list has one more for each way
#: of joining (``a``, ``and``).
FACTS: Mapping[str, tuple[str, ...]] = {
    "name": ("word",),
    "people": ("word", "n"),
    "place": ("word", "known"),
    "term": ("one", "many", "gender"),
    "owned": ("one", "many", "gender", "owner"),
    "pronoun": (),
    "language": ("word",),
    "date": ("day", "month", "year", "weekday", "dd", "mm"),
    "weekday": ("weekday",),
    "weekdays": ("weekday1", "weekday2"),
    "time": ("clock", "h", "m"),
    "span": ("same", "day1", "month1", "year1", "weekday1", "day2", "month2", "year2", "weekday2"),
    "number": ("n", "word"),
    "count": ("n", "word", "one", "many", "gender"),
    "age": ("n", "unit"),
    "things": ("word", "n"),
}
#: The words of home that were asked for; and the value in its bare form, which every other form may build on.
EVERYWHERE = ("variant", "bare")
JOIN_FACTS = ("word", "kind")
LISTS = ("people", "things")


class Join(Data):
    """How a list is joined: between its items, and before the last."""

    between: str = ", "
    last: FormData


class Before(Data):
    """A word that stands before another: what it becomes, by how the other begins.

    ``contracts`` names first words that shrink onto it (*i* + *eich* = *i’ch*); ``vowel`` is the word itself
    before a vowel (*gydag*); ``variants`` the word that others say at home.
    """

    word: str = ""
    vowel: str = ""
    contracts: dict[str, str] = Field(default={})
    variants: dict[str, str] = Field(default={})


class Pronoun(Data):
    """One pronoun: how people say that it is theirs, the form of a thing that is, and its own forms."""

    said: list[str] = Field(default=[])
    owns: str = ""
    forms: dict[str, FormData] = Field(default={})


class Registers(Data):
    """The ways to say *you*: who is spoken to how, and the words that belong to each."""

    all: tuple[str, ...] = ()
    child: str = ""
    adult: str = ""
    several: str = ""
    #: The register of a catalogue that always has the same reader.
    only: dict[str, str] = Field(default={})
    words: dict[str, tuple[str, ...]] = Field(default={})
    exempt: tuple[str, ...] = ()


class Checks(Data):
    """What a translation may not hold; in the base language, what shows that the reader is addressed."""

    forbidden: tuple[str, ...] = ()
    forbidden_to_workers: tuple[str, ...] = ()
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
    sets: dict[str, str] = Field(default={})
    registers: Registers = Registers()
    mutations: dict[str, dict[str, str]] = Field(default={})
    languages: dict[str, str] = Field(default={})
    #: Words of another part of the country, by those the catalogues are written in.
    variants: dict[str, dict[str, str]] = Field(default={})
    joins: dict[str, Join]
    before: dict[str, Before] = Field(default={})
    #: Forms of a term that begin with a little word of their own (my, the): what a word of ``before`` may precede.
    determined: tuple[str, ...] = ()
    pronouns: dict[str, Pronoun] = Field(default={})
    #: The form that a plain call (``on``, ``with_``) takes, by kind of value.
    calls: dict[str, dict[str, str]] = Field(default={})
    forms: dict[str, dict[str, FormData]]
    checks: Checks = Checks()
    spelling: Spelling | None = None
