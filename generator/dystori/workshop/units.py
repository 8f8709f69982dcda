"""Entries on their way to another tool and back: one unit a sentence, or one a plural form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dystori.words import plurals, po
from dystori.words.entries import Context
from dystori.words.style import longest
from dystori.workshop.shelves import Shelf

#: What units go out as and come back from.
FORMATS = ("xliff", "csv")
#: What a unit waits for: its first words, a second look, or nothing.
EMPTY, FUZZY, DONE = "empty", "fuzzy", "done"
STATES = (EMPTY, FUZZY, DONE)
FUZZY_FLAG = "fuzzy"


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of the base language and its translation; ``former`` is what the translation was made for.

    ``form`` is the place of a plural form, or None. ``line`` is where it stands in the file it came from.
    """

    language: str
    catalogue: str
    context: str
    source: str
    target: str = ""
    state: str = EMPTY
    form: int | None = None
    former: str = ""
    comments: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    line: int = 0

    @property
    def name(self) -> str:
        """Return ``catalogue:context``, with the plural form's place as PO writes it."""
        context = self.context if self.form is None else plurals.named(self.context, self.form)
        return f"{self.catalogue}:{context}"

    @property
    def longest(self) -> int:
        """Return how many characters the translation may have."""
        return longest(self.source)


@dataclass(frozen=True, slots=True)
class Told:
    """A unit with what a translator should know of it: where it stands, who reads it, how long it may be."""

    unit: Unit
    where: Context
    note: str


def source_of(entry: po.Entry, rule: str, form: int | None) -> str:
    """Return the sentence a translator is asked for: for a plural form, that of the numbers that take it."""
    if form is None or form == plurals.form(rule, 1):
        return entry.msgid
    return entry.plural


def former_of(entry: po.Entry, rule: str, form: int | None) -> str:
    """Return the sentence the translation was made for, where that has changed."""
    if form is None or form == plurals.form(rule, 1):
        return entry.old
    return entry.old_plural


def units_of(shelf: Shelf) -> Iterator[tuple[po.Entry, Unit]]:
    """Yield the units of every catalogue of a language, in order, each with its entry."""
    rule = shelf.language.grammar.data.plural_forms
    for name, book in shelf.books.items():
        for entry in book.living:
            places = range(plurals.count(rule)) if entry.plural else (None,)
            for place in places:
                yield entry, _unit(shelf.language.code, name, entry, rule, place)


def _unit(code: str, name: str, entry: po.Entry, rule: str, place: int | None) -> Unit:
    target = entry.msgstr
    if place is not None:
        target = entry.forms[place] if place < len(entry.forms) else ""
    state = EMPTY if not target else FUZZY if entry.fuzzy else DONE
    return Unit(
        code,
        name,
        entry.context,
        source_of(entry, rule, place),
        target,
        state,
        place,
        former_of(entry, rule, place),
        tuple(entry.comments),
        tuple(flag for flag in entry.flags if flag != FUZZY_FLAG),
    )
