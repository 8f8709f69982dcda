"""Words out to another tool and back in: ``words export`` and ``words import``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from dystori.files import write
from dystori.findings import Finding, RequestError
from dystori.house import House
from dystori.reading.opening import LARGEST_EXCHANGE, bytes_of
from dystori.workshop import csv_file, xliff_file
from dystori.workshop.intake import TakenIn, take_in
from dystori.workshop.keeping import all_catalogues
from dystori.workshop.notes import Notes, Say, places_of_keys
from dystori.workshop.shelves import Shelf, document_books, shelves
from dystori.workshop.units import FORMATS, Told, Unit, units_of

_XLIFF_ENDINGS = (".xliff", ".xlf")


def send_out(house: House, format_: str, folder: Path, say: Say) -> list[Path]:
    """Write one file a language into a folder, with a note on every entry, and return their paths.

    ``say`` gives sentences of the tool's catalogue for the notes. Raises CatalogueError and OutputError.
    """
    base, others = shelves(house.library, all_catalogues(house))
    documents = document_books(base, others)
    notes = Notes(say, places_of_keys(house.library.templates), documents)
    written = []
    for shelf in others:
        told = _told(shelf, notes)
        code = shelf.language.code
        if format_ == "csv":
            data = csv_file.write(told)
        else:
            data = xliff_file.write(told, base.language.tag, {code: shelf.language.tag})
        written.append(write(folder, f"{code}.{format_}", data))
    return written


def _told(shelf: Shelf, notes: Notes) -> list[Told]:
    rule = shelf.language.grammar.data.plural_forms
    found = []
    for entry, unit in units_of(shelf):
        where = shelf.context(entry)
        found.append(Told(unit, where, notes.of(unit, entry, where, rule)))
    return found


def bring_in(house: House, path: Path, locales: Path) -> TakenIn:
    """Take the translations of a file into the catalogues below ``locales``; what does not match is told.

    Raises RequestError ``exchange_format`` for a file that is neither CSV nor XLIFF, CaseError for one that
    cannot be read, and CatalogueError where the words here are at fault themselves.
    """
    read = _reader(house, path)
    units = read(bytes_of(path, LARGEST_EXCHANGE))
    _, others = shelves(house.library, all_catalogues(house))
    return take_in(units, others, locales, path.name)


def _reader(house: House, path: Path) -> Callable[[bytes], Sequence[Unit]]:
    if path.suffix.lower() == ".csv":
        return lambda data: csv_file.read(data, path.name)
    if path.suffix.lower() in _XLIFF_ENDINGS:
        registers = {code: house.languages[code].registers for code in house.languages.codes}
        return lambda data: xliff_file.read(data, path.name, registers)
    raise RequestError([Finding("exchange_format", values={"choices": ", ".join(FORMATS)})])
