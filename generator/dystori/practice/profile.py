"""A profile: which rules a service keeps, how grave each is, and its own numbers; data, and built on another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from pydantic import Field, PositiveInt

from dystori.findings import CatalogueError, Finding, Place, RequestError, Severity
from dystori.practice.plain_words import Sense, check_senses
from dystori.words.tables import Data, read_toml

SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "advice": Severity.ADVICE}


class OwnTerm(Data):
    """A term of a service's own: the rule it belongs to, in whose documents, and its words by language."""

    rule: str = "no-jargon"
    readers: tuple[Literal["child", "file"], ...] = ("child",)
    words: Mapping[str, Sense] = Field(min_length=1)


class Terms(Data):
    """What a service says otherwise: senses it does not avoid, and terms of its own."""

    keep: tuple[str, ...] = ()
    own: Mapping[str, OwnTerm] = {}


class ProfileFile(Data):
    """What stands in the file of a profile.

    ``builds_on`` is the profile whose rules it has too; ``calendar`` the nation whose bank holidays count;
    ``off`` the rules it does not keep; ``severity`` and ``numbers`` say otherwise for single rules; ``terms`` are
    the words it keeps, and those it avoids.
    """

    builds_on: str = ""
    calendar: Literal["", "wales", "england"] = ""
    off: tuple[str, ...] = ()
    severity: Mapping[str, Literal["error", "warning", "advice"]] = {}
    numbers: Mapping[str, PositiveInt] = {}
    terms: Terms = Terms()


@dataclass(frozen=True)
class Profile:
    """A profile with everything it builds on; ``lineage`` names it and them, itself first."""

    lineage: tuple[str, ...]
    calendar: str = ""
    off: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    terms: Terms = field(default_factory=Terms)

    @property
    def name(self) -> str:
        """Return the profile's own name."""
        return self.lineage[0]


def _folder() -> Traversable:
    return files("dystori.practice").joinpath("profiles")


def names() -> tuple[str, ...]:
    """Return the profiles there are."""
    return tuple(sorted(path.name.removesuffix(".toml") for path in _folder().iterdir() if path.name.endswith(".toml")))


def read_profile(name: str | Path, rules: frozenset[str]) -> Profile:
    """Return a profile by its name, or from a council's own file.

    Raises ``RequestError`` ``profile_unknown``; ``CatalogueError`` for a file that cannot be used: one that
    builds on itself, or names a rule there is not (``rules`` are the ids there are).
    """
    return _read(name, rules, ())


def _read(name: str | Path, rules: frozenset[str], above: tuple[str, ...]) -> Profile:
    own = str(name).endswith(".toml")
    path: Traversable = Path(name) if own else _folder().joinpath(f"{name}.toml")
    label = Path(name).stem if own else str(name)
    if not own and name not in names():
        raise RequestError([Finding("profile_unknown", values={"choices": ", ".join(names())})])
    data = read_toml(path, path.name, ProfileFile)
    if label in above:
        raise CatalogueError([Finding("profile_circle")])
    for key, ids in (("off", data.off), ("severity", data.severity), ("numbers", data.numbers)):
        # Only a timescale has a number.
        if not rules.issuperset(ids) or (key == "numbers" and not all(rule.startswith("due-") for rule in ids)):
            raise CatalogueError([Finding("words-toml-key", place=Place(path.name, path=key))])
    mine = {rule: SEVERITIES[value] for rule, value in data.severity.items()}
    for term in data.terms.own.values():
        if term.rule not in rules:
            raise CatalogueError([Finding("words-toml-key", place=Place(path.name, path="terms.own"))])
        check_senses(term.words, path.name)
    if not data.builds_on:
        return Profile((label,), data.calendar, frozenset(data.off), mine, data.numbers, data.terms)
    base = _read(data.builds_on, rules, (*above, label))
    return Profile(
        (label, *base.lineage),
        data.calendar or base.calendar,
        # A rule that a profile gives a number or a severity of its own is kept again.
        (base.off - {*data.severity, *data.numbers}) | frozenset(data.off),
        {**base.severity, **mine},
        {**base.numbers, **data.numbers},
        _joined(base.terms, data.terms),
    )


def _joined(base: Terms, own: Terms) -> Terms:
    """Return the terms of a profile beside those it builds on; one of its own it keeps is no longer avoided."""
    terms = {name: term for name, term in {**base.own, **own.own}.items() if name not in own.keep}
    return Terms(keep=(*base.keep, *own.keep), own=terms)
