"""Free text out to a translator and back into the case file: ``translations export`` and ``translations import``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from dystori.files import write
from dystori.findings import CaseError, Finding, OutputError, Place, RequestError
from dystori.house import House
from dystori.pictures import PictureShelf
from dystori.reading import Case
from dystori.reading.files import parsed
from dystori.reading.opening import LARGEST_EXCHANGE, bytes_of
from dystori.workshop.case import xliff
from dystori.workshop.case.answers import FORMATS, Answer, Speaker
from dystori.workshop.case.asked import Asked
from dystori.workshop.case.beside import added
from dystori.workshop.case.taking import Taking


@dataclass(frozen=True)
class Taken:
    """What came of a file: how many texts are new in the case, how many it had, how many wait, and what was told."""

    new: int
    same: int
    waiting: int
    findings: tuple[Finding, ...] = ()


def packed(house: House, case: Case, found: Sequence[Asked], format_: str, speaker: Speaker) -> dict[str, bytes]:
    """Return one file a language for what is asked for, by name; the speaker's words stand round the texts."""
    tags = {code: house.languages[code].tag for code in house.languages.codes}
    files = {}
    for language, group in groupby(found, key=lambda one: one.language):
        name = f"{case.file.reference}-{language}.{format_}"
        if format_ == "docx":
            from dystori.workshop.case import table

            files[name] = table.write(list(group), speaker, tags)
        else:
            files[name] = xliff.write(list(group), str(case.file.reference), tags)
    return files


def bring_in(house: House, source: Path, path: Path, pictures: PictureShelf | None = None) -> Taken:
    """Take the translations of a file into a case file; what does not match is told and left out.

    The case file is replaced whole, once what is to be written reads and validates; if it cannot, it stays as it is.
    Raises CaseError, RequestError ``exchange_format`` and OutputError.
    """
    source = source.resolve()
    answers = _answers(path)
    case, before = house.load(source, pictures), bytes_of(source)
    if parsed(before, source.name).data != case.raw.data:
        raise OutputError([Finding("case_changed", place=Place(source.name))])
    taking = Taking(case, path.name, house.languages.codes)
    taking.take(answers)
    data = _fitting(house, case, before, taking, source.name)
    if data != before:
        _replace(source, before, data)
    return Taken(len(taking.additions), taking.same, taking.waiting, tuple(taking.findings))


def _fitting(house: House, case: Case, before: bytes, taking: Taking, name: str) -> bytes:
    """Return the bytes of the case with every translation that is fit for it; what is not is told and left out."""
    while taking.additions:
        try:
            data = added(before, name, taking.additions)
            house.load(parsed(data, name).data, case.pictures)
        except CaseError as error:
            # What does not fit goes one by one; what is at fault elsewhere stops it all.
            dropped = [taking.drop(one) for one in error.findings]
            if not all(dropped):
                raise
        else:
            return data
    return before


def _replace(source: Path, before: bytes, data: bytes) -> None:
    """Put the new case file in the place of the old one, for the same people to read."""
    if bytes_of(source) != before:
        raise OutputError([Finding("case_changed", place=Place(source.name))])
    mode = source.stat().st_mode & 0o777
    write(source.parent, source.name, data)
    with suppress(OSError):
        os.chmod(source, mode)


def _answers(path: Path) -> Sequence[Answer]:
    ending = path.suffix.lower()
    if ending == ".docx":
        from dystori.workshop.case import table

        return table.read(bytes_of(path, LARGEST_EXCHANGE), path.name)
    if ending in (".xliff", ".xlf"):
        return xliff.read(bytes_of(path, LARGEST_EXCHANGE), path.name)
    raise RequestError([Finding("exchange_format", values={"choices": ", ".join(FORMATS)})])
