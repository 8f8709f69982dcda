"""The term list and the place list of a language: ``terms.toml`` and ``places.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Literal

from pydantic import Field

from dystori.words.forms import Form, FormData
from dystori.words.grammar import Grammar
from dystori.words.tables import Data, read_toml


class WordsFile(Data):
    """The words of a term somewhere: one, many, and its gender where the language has one."""

    one: str
    many: str
    gender: Literal["m", "f", ""] = ""


class TermFile(WordsFile):
    """A term as a file gives it, with forms of its own and the words that others have for it at home."""

    forms: dict[str, FormData] = Field(default={})
    #: Forms of a count of it (``2 flynedd``).
    count: dict[str, FormData] = Field(default={})
    variants: dict[str, WordsFile] = Field(default={})


class PlaceFile(Data):
    """A place as a file gives it: its name, other names it goes by, and forms of its own."""

    name: str
    also: tuple[str, ...] = ()
    forms: dict[str, FormData] = Field(default={})


@dataclass(frozen=True, slots=True)
class TermWords:
    """The words of a term in one language."""

    one: str
    many: str
    gender: str = ""
    forms: Mapping[str, Form] = field(default_factory=dict)
    count: Mapping[str, Form] = field(default_factory=dict)
    variants: Mapping[str, WordsFile] = field(default_factory=dict)

    def facts(self, variant: str = "") -> dict[str, str]:
        """Return what forms may know of the term, in the words of home that were asked for."""
        words = self.variants.get(variant, self)
        return {"one": words.one, "many": words.many, "gender": words.gender}


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The name of a place in one language, and its own forms."""

    name: str
    also: tuple[str, ...] = ()
    forms: Mapping[str, Form] = field(default_factory=dict)


def read_terms(folder: Traversable, grammar: Grammar, label: str) -> Mapping[str, TermWords]:
    """Return the terms of a language by id; raise CatalogueError for a faulty file."""
    file = f"{label}/terms.toml"
    given = read_toml(folder.joinpath("terms.toml"), file, dict[str, TermFile])
    return {
        name: TermWords(
            term.one,
            term.many,
            term.gender,
            grammar.build("term", term.forms, file, name),
            grammar.build("count", term.count, file, name),
            term.variants,
        )
        for name, term in given.items()
    }


def read_places(folder: Traversable, grammar: Grammar, label: str) -> Mapping[str, PlaceWords]:
    """Return the places of a language by id; raise CatalogueError for a faulty file."""
    file = f"{label}/places.toml"
    given = read_toml(folder.joinpath("places.toml"), file, dict[str, str | PlaceFile])
    places = {name: PlaceFile(name=place) if isinstance(place, str) else place for name, place in given.items()}
    return {
        name: PlaceWords(place.name, place.also, grammar.build("place", place.forms, file, name))
        for name, place in places.items()
    }
