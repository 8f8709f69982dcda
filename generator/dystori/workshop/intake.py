"""Translations that come back from another tool: what still matches is taken in, the rest is told.

A translation whose sentence has changed meanwhile is never put beside the new one. What the file leaves empty
stays as it is here: nothing a translator wrote is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dystori.findings import Finding, Place
from dystori.words import plurals, po
from dystori.words.collect import save
from dystori.words.entries import faults_of
from dystori.words.languages import forms_of
from dystori.workshop.shelves import Shelf
from dystori.workshop.units import DONE, FUZZY, FUZZY_FLAG, Unit, source_of


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a file: how many entries it changed, how many still wait for a second look, what was refused."""

    changed: int
    fuzzy: int
    refused: tuple[Finding, ...]


def take_in(units: Sequence[Unit], shelves: Iterable[Shelf], locales: Path, file: str) -> TakenIn:
    """Take units into the catalogues below ``locales``; every catalogue is whole before the first is written.

    ``file`` is how findings name the file that the units came from.
    """
    intake = _Intake({shelf.language.code: shelf for shelf in shelves}, file)
    for unit in units:
        intake.match(unit)
    changed = intake.apply()
    fuzzy = sum(FUZZY_FLAG in entry.flags for entry in changed.values())
    for (code, name), book in intake.touched.items():
        save(locales / code / f"{name}.po", po.write(book))
    return TakenIn(len(changed), fuzzy, tuple(intake.refused))


Key = tuple[str, str, str]


class _Intake:
    """Matches units with entries, and puts them in."""

    def __init__(self, shelves: Mapping[str, Shelf], file: str) -> None:
        self._shelves, self._file = shelves, file
        self._entries: dict[Key, po.Entry] = {
            (code, name, entry.context): entry
            for code, shelf in shelves.items()
            for name, book in shelf.books.items()
            for entry in book.living
        }
        self._forms: dict[str, frozenset[str]] = {}
        self._matched: dict[Key, dict[int | None, Unit]] = {}
        self.refused: list[Finding] = []
        self.touched: dict[tuple[str, str], po.Catalogue] = {}

    def match(self, unit: Unit) -> None:
        """Find the entry of a unit, or say why it has none."""
        key = (unit.language, unit.catalogue, unit.context)
        entry = self._entries.get(key)
        if entry is None:
            self._refuse("exchange_stranger", unit)
            return
        rule = self._shelves[unit.language].language.grammar.data.plural_forms
        whole = unit.form is None and not entry.plural
        form = unit.form is not None and bool(entry.plural) and unit.form < plurals.count(rule)
        if not (whole or form) or source_of(entry, rule, unit.form) != unit.source:
            self._refuse("exchange_changed", unit)
        elif unit.form in self._matched.setdefault(key, {}):
            self._refuse("exchange_twice", unit)
        else:
            self._matched[key][unit.form] = unit

    def apply(self) -> dict[Key, po.Entry]:
        """Put every matched unit into its entry; return the entries that differ now."""
        changed: dict[Key, po.Entry] = {}
        for key, units in self._matched.items():
            code, name, _ = key
            shelf, entry = self._shelves[code], self._entries[key]
            made = _with(_copy(entry), units, shelf.language.grammar.data.plural_forms)
            if made == entry:
                continue
            wrong = self._faults(made, shelf)
            if wrong:
                # Each fault is told where it stands in the file it came in, and as a fault of that entry.
                self.refused += [
                    Finding(one.code, one.severity, self._place(next(iter(units.values()))), one.values)
                    for one in wrong
                ]
            else:
                changed[key] = made
                book = self.touched.setdefault((code, name), shelf.books[name])
                at = next(at for at, one in enumerate(book.entries) if one is entry)
                book.entries[at] = made
        return changed

    def _faults(self, entry: po.Entry, shelf: Shelf) -> list[Finding]:
        """Return why an entry could not print."""
        language = shelf.language
        if language.code not in self._forms:
            self._forms[language.code] = forms_of(language)
        forms, rule = self._forms[language.code], language.grammar.data.plural_forms
        return faults_of([entry], self._file, language.registers, forms, base=False, rule=rule)

    def _refuse(self, code: str, unit: Unit) -> None:
        self.refused.append(Finding(code, place=self._place(unit)))

    def _place(self, unit: Unit) -> Place:
        return Place(self._file, unit.line, path=unit.name)


def _copy(entry: po.Entry) -> po.Entry:
    return replace(entry, forms=list(entry.forms), flags=list(entry.flags), comments=list(entry.comments))


def _with(entry: po.Entry, units: Mapping[int | None, Unit], rule: str) -> po.Entry:
    """Return the entry with what its units bring; what they leave empty stays."""
    given = {form: unit for form, unit in units.items() if unit.target}
    for form, unit in given.items():
        if form is None:
            entry.msgstr = unit.target
        else:
            entry.forms += [""] * (plurals.count(rule) - len(entry.forms))
            entry.forms[form] = unit.target
    one = next(iter(units.values()))
    entry.comments = list(one.comments) or entry.comments
    flags = list(one.flags) or [flag for flag in entry.flags if flag != FUZZY_FLAG]
    if not given:
        return _flagged(entry, flags, fuzzy=entry.fuzzy)
    fuzzy = any(unit.state == FUZZY for unit in given.values())
    if fuzzy:
        _keep_former(entry, given, rule)
    elif all(unit.state == DONE for unit in given.values()):
        entry.old = entry.old_plural = ""
    return _flagged(entry, flags, fuzzy=fuzzy)


def _keep_former(entry: po.Entry, units: Mapping[int | None, Unit], rule: str) -> None:
    one = plurals.form(rule, 1)
    for form, unit in units.items():
        if form is None or form == one:
            entry.old = unit.former or entry.old
        else:
            entry.old_plural = unit.former or entry.old_plural


def _flagged(entry: po.Entry, flags: list[str], *, fuzzy: bool) -> po.Entry:
    wanted = {*flags, *((FUZZY_FLAG,) if fuzzy else ())}
    entry.flags = entry.flags if set(entry.flags) == wanted else sorted(wanted)
    return entry
