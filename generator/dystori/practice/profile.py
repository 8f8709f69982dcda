"""A profile: which rules a service keeps, how grave each is, and its own numbers; data, and built on another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from pydantic import PositiveInt

from dystori.findings import CatalogueError, Finding, Place, RequestError, Severity
from dystori.words.tables import Data, read_toml

SEVERITIES = {"error": Severity.ERROR, "warning": Severity.WARNING, "advice": Severity.ADVICE}


class ProfileFile(Data):
    """What stands in the file of a profile.

    ``builds_on`` is the profile whose rules it has too; ``calendar`` the nation whose bank holidays count;
    ``off`` the rules it does not keep; ``severity`` and ``numbers`` say otherwise for single rules.
    """

    builds_on: str = ""
    calendar: Literal["", "wales", "england"] = ""
    off: tuple[str, ...] = ()
    severity: Mapping[str, Literal["error", "warning", "advice"]] = {}
    numbers: Mapping[str, PositiveInt] = {}


@dataclass(frozen=True)
class Profile:
    """A profile with everything it builds on; ``lineage`` names it and them, itself first."""

    lineage: tuple[str, ...]
    calendar: str = ""
    off: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)

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
    if not data.builds_on:
        return Profile((label,), data.calendar, frozenset(data.off), mine, data.numbers)
    base = _read(data.builds_on, rules, (*above, label))
    return Profile(
        (label, *base.lineage),
        data.calendar or base.calendar,
        # A rule that a profile gives a number or a severity of its own is kept again.
        (base.off - {*data.severity, *data.numbers}) | frozenset(data.off),
        {**base.severity, **mine},
        {**base.numbers, **data.numbers},
    )
