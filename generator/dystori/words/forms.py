"""The forms of a grammar: ordered alternatives, each with its conditions and what it writes.

``{ if = { word = "<vowel>" }, write = "ac {word}" }``: the first alternative whose conditions hold is
written. A condition is a regular expression on the beginning of a fact in small letters; ``<vowel>`` stands
for a set of letters the grammar names. A fact can be changed on the way: ``{one:soft}``, ``{weekday:small}``.
Several forms may share one rule: ``"am ar at" = "<form> {word:soft}"``, in which ``<form>`` is each one's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

Change = Callable[[str, str], str]

_FACT = re.compile(r"\{([a-z][a-z0-9_]*)((?::[a-z_]+)*)\}")
_KEY = re.compile(r"([a-z][a-z0-9_]*)((?::[a-z_]+)*)")
_SET = re.compile(r"<([a-z_]+)>")


class FormError(ValueError):
    """A form that cannot be used as it is written: the code of what is wrong, and the name of what is not known."""

    def __init__(self, code: str, name: str = "") -> None:
        """Hold the code, and the name where there is one."""
        super().__init__(code)
        self.code = code
        self.name = name


class AlternativeData(BaseModel):
    """One alternative as a file gives it."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    when: dict[str, str] = Field(default={}, alias="if")
    write: str


FormData = str | list[AlternativeData]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact to write, and how to change it first."""

    name: str
    changes: tuple[str, ...] = ()

    def told(self, facts: Mapping[str, str], change: Change) -> str:
        """Return the fact as it is wanted."""
        text = facts[self.name]
        for how in self.changes:
            text = change(text, how)
        return text


@dataclass(frozen=True, slots=True)
class Alternative:
    """Conditions, all of which must hold, and what is written then."""

    when: tuple[tuple[Fact, re.Pattern[str]], ...]
    pieces: tuple[str | Fact, ...]

    def holds(self, facts: Mapping[str, str], change: Change) -> bool:
        """Return whether every condition holds."""
        return all(pattern.match(fact.told(facts, change).lower()) for fact, pattern in self.when)


@dataclass(frozen=True, slots=True)
class Form:
    """The alternatives of a form; the last one always holds."""

    alternatives: tuple[Alternative, ...]

    def write(self, facts: Mapping[str, str], change: Change) -> str:
        """Return the words of the first alternative that holds."""
        chosen = next(one for one in self.alternatives if one.holds(facts, change))
        return "".join(piece if isinstance(piece, str) else piece.told(facts, change) for piece in chosen.pieces)


def spread(forms: Mapping[str, FormData]) -> dict[str, FormData]:
    """Return forms with each rule that several share written out for every one of them."""

    def named(data: FormData, name: str) -> FormData:
        if isinstance(data, str):
            return data.replace("<form>", name)
        return [one.model_copy(update={"write": one.write.replace("<form>", name)}) for one in data]

    return {name: named(data, name) for names, data in forms.items() for name in names.split()}


def _fact(found: re.Match[str], facts: Iterable[str], changes: Iterable[str]) -> Fact:
    fact = Fact(found[1], tuple(found[2].split(":")[1:]))
    if fact.name not in facts:
        raise FormError("form-fact", fact.name)
    for change in fact.changes:
        if change not in changes:
            raise FormError("form-change", change)
    return fact


def _pieces(write: str, facts: Sequence[str], changes: Sequence[str]) -> tuple[str | Fact, ...]:
    pieces: list[str | Fact] = []
    end = 0
    for found in _FACT.finditer(write):
        pieces += [write[end : found.start()], _fact(found, facts, changes)]
        end = found.end()
    pieces.append(write[end:])
    if any(isinstance(piece, str) and ("{" in piece or "}" in piece) for piece in pieces):
        raise FormError("form-brace")
    return tuple(piece for piece in pieces if piece)


def _condition(key: str, facts: Sequence[str], changes: Sequence[str]) -> Fact:
    found = _KEY.fullmatch(key)
    if found is None:
        raise FormError("form-fact", key)
    return _fact(found, facts, changes)


def build(data: FormData, facts: Sequence[str], changes: Sequence[str], sets: Mapping[str, str]) -> Form:
    """Return a form ready to write; raise FormError for an unknown fact, change or set, or an open end."""

    def letters(found: re.Match[str]) -> str:
        if found[1] not in sets:
            raise FormError("form-set", found[1])
        return f"(?:{sets[found[1]]})"

    given = [AlternativeData(write=data)] if isinstance(data, str) else data
    if not given or given[-1].when:
        raise FormError("form-open")
    try:
        return Form(
            tuple(
                Alternative(
                    tuple(
                        (_condition(key, facts, changes), re.compile(_SET.sub(letters, pattern)))
                        for key, pattern in one.when.items()
                    ),
                    _pieces(one.write, facts, changes),
                )
                for one in given
            )
        )
    except re.error:
        raise FormError("form-condition") from None
