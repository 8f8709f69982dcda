"""Units as a CSV file that a spreadsheet opens without running anything in it, and gives back as it was.

A cell that a spreadsheet could take for a formula, a number or a day begins with an apostrophe, and so does one
that begins with an apostrophe anyway: taking the first one off gives every text back.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from dystori.findings import CaseError, Finding, Place
from dystori.workshop.units import STATES, Told, Unit

COLUMNS = (
    "language", "catalogue", "entry", "stage", "register", "form", "source", "translation", "state",
    "source before", "comments", "flags", "note",
)  # fmt: skip
#: How spreadsheets part the cells of a line, whatever the file is called.
_DELIMITERS = (",", ";", "\t")
_FORMULA = "=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20"
_GUARD = "'"
#: As long as a day or a number written out can be: *Wednesday 12 November 2026*.
_SHORT = 30


def guarded(text: str) -> str:
    """Return a cell that a spreadsheet shows and does not reckon with."""
    risky = text.lstrip(" ")[:1] in _FORMULA if text.strip(" ") else False
    # 3e5 is a number to a spreadsheet, and "May 2026" a day.
    figures = 0 < len(text) <= _SHORT and (text[0].isdigit() or text[-1].isdigit())
    return _GUARD + text if risky or figures or (text and not any(letter.isalpha() for letter in text)) else text


def plain(cell: str) -> str:
    """Return the text of a cell."""
    return cell.removeprefix(_GUARD)


def write(told: Iterable[Told]) -> bytes:
    """Return units as CSV: UTF-8 with a mark that spreadsheets know it by, one line a unit."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in told:
        unit = one.unit
        form = "" if unit.form is None else str(unit.form)
        cells = (
            unit.language, unit.catalogue, unit.context, one.where.stage, one.where.register, form, unit.source,
            unit.target, unit.state, unit.former, "\n".join(unit.comments), ", ".join(unit.flags), one.note,
        )  # fmt: skip
        writer.writerow([guarded(cell) for cell in cells])
    return target.getvalue().encode("utf-8-sig")


def read(data: bytes, name: str) -> list[Unit]:
    """Return the units of a CSV file; raises CaseError ``exchange_columns`` or ``file_not_utf8``."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CaseError([Finding("file_not_utf8", place=Place(name, line))]) from None
    for delimiter in _DELIMITERS:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        try:
            if tuple(next(lines, ())) == COLUMNS:
                return [_unit(cells, lines.line_num) for cells in lines if any(cells)]
        except (csv.Error, ValueError):
            raise CaseError([Finding("exchange_line", place=Place(name, lines.line_num))]) from None
    raise CaseError([Finding("exchange_columns", place=Place(name, 1), values={"columns": ", ".join(COLUMNS)})])


def _unit(cells: Sequence[str], line: int) -> Unit:
    """Return the unit of a line; ValueError for a line that is none."""
    if len(cells) != len(COLUMNS):
        raise ValueError("cells")
    given = dict(zip(COLUMNS, map(plain, cells), strict=True))
    if given["state"] not in STATES:
        raise ValueError("state")
    return Unit(
        given["language"],
        given["catalogue"],
        given["entry"],
        given["source"],
        given["translation"],
        given["state"],
        int(given["form"]) if given["form"] else None,
        given["source before"],
        tuple(given["comments"].split("\n")) if given["comments"] else (),
        tuple(flag.strip() for flag in given["flags"].split(",") if flag.strip()),
        line,
    )
