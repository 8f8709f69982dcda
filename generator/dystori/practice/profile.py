"""A profile: which rules a service keeps, how grave each is, and its own numbers; data, and built on another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from pydantic import Field, PositiveInt, model_validator

from dystori.findings import CatalogueError, Finding, Place, RequestError, Severity
from dystori.practice.plain_words import Sense, check_senses
from dystori.words.tables import Data, read_toml
from dystori_schemas.scalars import Phone, WebAddress

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


class Helpline(Data):
    """A helpline that letters print: its name and what it is for by language, and a way to reach it.

    ``young`` prints it for the youngest too; ``source`` and ``checked_on`` say where the number is from, and when
    somebody last looked.
    """

    name: Mapping[str, str] = Field(min_length=1)
    what_for: Mapping[str, str] | None = None
    when: Mapping[str, str] | None = None
    phone: Phone | None = None
    text: Phone | None = None
    web: WebAddress | None = None
    young: bool = False
    source: str = ""
    checked_on: date | None = None

    @model_validator(mode="after")
    def _reachable(self) -> Helpline:
        if not (self.phone or self.text or self.web):
            raise ValueError("nobody can reach it")
        return self


class ProfileFile(Data):
    """What stands in the file of a profile.

    ``builds_on`` is the profile whose rules it has too; ``calendar`` the nation it is of, whose bank holidays count;
    ``teams`` those of its source’s teams that it has, all where it is left out; ``off`` the rules it does not keep;
    ``severity`` and ``numbers`` say otherwise for single rules; ``terms`` are the words it keeps, and those it
    avoids; ``helplines`` are printed in letters instead of the nation’s; ``untranslated`` says what becomes of a
    passage that is not in the reader’s language: it is marked, or no final copy goes out with it.
    """

    builds_on: str = ""
    calendar: Literal["", "wales", "england"] = ""
    off: tuple[str, ...] = ()
    severity: Mapping[str, Literal["error", "warning", "advice"]] = {}
    numbers: Mapping[str, PositiveInt] = {}
    teams: tuple[str, ...] | None = None
    terms: Terms = Terms()
    helplines: tuple[Helpline, ...] = ()
    untranslated: Literal["", "mark", "refuse"] = ""


@dataclass(frozen=True)
class Profile:
    """A profile with everything it builds on; ``lineage`` names it and them, itself first."""

    lineage: tuple[str, ...]
    calendar: str = ""
    off: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    terms: Terms = field(default_factory=Terms)
    teams: frozenset[str] | None = None
    helplines: tuple[Helpline, ...] = ()
    untranslated: str = "mark"

    @property
    def name(self) -> str:
        """Return the profile's own name."""
        return self.lineage[0]


def _folder() -> Traversable:
    return files("dystori.practice").joinpath("profiles")


def names() -> tuple[str, ...]:
    """Return the profiles there are."""
    return tuple(sorted(path.name.removesuffix(".toml") for path in _folder().iterdir() if path.name.endswith(".toml")))


def read_profile(name: str | Path, rules: frozenset[str], teams: frozenset[str] = frozenset()) -> Profile:
    """Return a profile by its name, or from a council's own file.

    ``rules`` are the ids there are, ``teams`` the teams that rules are for. Raises ``RequestError``
    ``profile_unknown``; ``CatalogueError`` for a file that cannot be used, with the line of each key at fault.
    """
    return _read(name, rules, teams, ())


def _read(name: str | Path, rules: frozenset[str], teams: frozenset[str], above: tuple[str, ...]) -> Profile:
    own = str(name).endswith(".toml")
    path: Traversable = Path(name) if own else _folder().joinpath(f"{name}.toml")
    label = Path(name).stem if own else str(name)
    if not own and name not in names():
        raise RequestError([Finding("profile_unknown", values={"choices": ", ".join(names())})])
    data = _file(path)
    if label in above:
        raise CatalogueError([Finding("profile_circle")])
    if data.builds_on and data.builds_on not in names():
        raise CatalogueError([_at(path, "profile_unknown", "builds_on", data.builds_on, choices=", ".join(names()))])
    faults = list(_faults(path, data, rules, teams))
    if faults:
        raise CatalogueError(faults)
    mine = {rule: SEVERITIES[value] for rule, value in data.severity.items()}
    kept = None if data.teams is None else frozenset(data.teams)
    if not data.builds_on:
        awaiting = data.untranslated or Profile.untranslated
        off, lines = frozenset(data.off), data.helplines
        return Profile((label,), data.calendar, off, mine, data.numbers, data.terms, kept, lines, awaiting)
    base = _read(data.builds_on, rules, teams, (*above, label))
    return Profile(
        (label, *base.lineage),
        data.calendar or base.calendar,
        # A rule that a profile gives a number or a severity of its own is kept again.
        (base.off - {*data.severity, *data.numbers}) | frozenset(data.off),
        {**base.severity, **mine},
        {**base.numbers, **data.numbers},
        _joined(base.terms, data.terms),
        base.teams if kept is None else kept,
        data.helplines or base.helplines,
        data.untranslated or base.untranslated,
    )


#: What is told of a profile where a file of words would be compared with that of another language.
_TOLD = {"words-toml-unknown": "profile_key", "words-toml-key": "profile_value", "words-toml-missing": "profile_value"}


def _file(path: Traversable) -> ProfileFile:
    try:
        return read_toml(path, path.name, ProfileFile)
    except CatalogueError as error:
        keys = ", ".join(ProfileFile.model_fields)
        faults = [
            replace(one, code=_TOLD[one.code], values={"choices": keys}) if one.code in _TOLD else one
            for one in error.findings
        ]
    raise CatalogueError(faults)


def _faults(path: Traversable, data: ProfileFile, rules: frozenset[str], teams: frozenset[str]) -> Iterator[Finding]:
    """Yield what a profile names that there is not: rules, timescales, teams."""
    for key, ids in (("off", data.off), ("severity", data.severity), ("numbers", data.numbers)):
        for rule in ids:
            if rule not in rules:
                yield _at(path, "profile_rule", key, rule)
            elif key == "numbers" and not rule.startswith("due-"):
                yield _at(path, "profile_number", key, rule)
    for team in data.teams or ():
        if team not in teams:
            yield _at(path, "profile_team", "teams", team, choices=", ".join(sorted(teams)))
    for name, term in data.terms.own.items():
        if term.rule not in rules:
            yield _at(path, "profile_rule", f"terms.own.{name}", term.rule)
        check_senses(term.words, path.name)


def _at(path: Traversable, code: str, key: str, name: str, **values: str) -> Finding:
    """Return a finding at the line of a profile on which something is named."""
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next((number for number, text in enumerate(lines, start=1) if name in text.partition("#")[0]), 0)
    return Finding(code, place=Place(path.name, line, path=key), values=values)


def _joined(base: Terms, own: Terms) -> Terms:
    """Return the terms of a profile beside those it builds on; one of its own it keeps is no longer avoided."""
    terms = {name: term for name, term in {**base.own, **own.own}.items() if name not in own.keep}
    return Terms(keep=(*base.keep, *own.keep), own=terms)
