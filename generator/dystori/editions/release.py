"""When a copy may go: not before its day, and not before its reader has been told in person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dystori.editions.choose import Edition
from dystori.editions.withhold import Path, hidden_from, places
from dystori.findings import Finding, Severity
from dystori.reading import Case
from dystori_schemas.common import ToldInPerson


def check_told(case: Case) -> list[Finding]:
    """Return an error for each thing to be told in person that is not in its document."""
    return [
        Finding("told_nothing", place=case.place(("documents", index, "told_in_person", number, "item")))
        for index, document in enumerate(case.file.documents)
        for number, told in enumerate(document.told_in_person)
        if told.item and not _news(case, index, told)
    ]


def too_early(edition: Edition, today: dt.date | None) -> list[Finding]:
    """Return what stands against handing out a copy on a day; without one, on the date of the document.

    ``copy_not_yet`` and ``told_first`` are warnings; ``told_first_refused`` is an error: the copy is not made.
    """
    on = today or edition.document.date
    return [*_not_yet(edition, on), *_not_told(edition, on)] if edition.reader.kind != "file" else []


def _not_yet(edition: Edition, on: dt.date) -> Iterator[Finding]:
    """Yield a warning for each line of the distribution list that has this reader wait."""
    person = edition.case.file.people[edition.reader.id] if edition.reader.id else None  # type: ignore[index]
    for number, copy in enumerate(edition.document.copies):
        named = str(copy.to) in _readers(edition) or (person and copy.role is not None and copy.role is person.role)
        this = copy.part is None or copy.part == edition.part.name
        if named and this and copy.on is not None and copy.on > on:
            place = edition.case.place(("documents", edition.index, "copies", number))
            yield Finding("copy_not_yet", Severity.WARNING, place)


def _not_told(edition: Edition, on: dt.date) -> Iterator[Finding]:
    """Yield a finding for each thing this reader is to hear from a person first, and would read here."""
    hidden = hidden_from(edition.case, edition.reader, edition.addressee.ids)
    for number, told in enumerate(edition.document.told_in_person):
        if told.on <= on or str(told.to) not in _readers(edition):
            continue
        if all(hidden.covers(path) for path in _news(edition.case, edition.index, told)):
            continue
        place = edition.case.place(("documents", edition.index, "told_in_person", number))
        yield (
            Finding("told_first_refused", place=place) if told.wait else Finding("told_first", Severity.WARNING, place)
        )


def _readers(edition: Edition) -> set[str]:
    """Return everybody who reads a copy: a text to several children has no one reader."""
    return {edition.reader.id} if edition.reader.id else set(edition.addressee.ids)


def _news(case: Case, index: int, told: ToldInPerson) -> list[Path]:
    """Return where the news stands in its document: the whole of it where no item is named."""
    here: Path = ("documents", index)
    return [path for path in places(case, told.item) if path[:2] == here] if told.item else [here]
