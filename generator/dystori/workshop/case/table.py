"""Texts of a case as a Word table, one a language, whose last column a translator fills in; and back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from dystori.findings import CaseError, Finding, Place
from dystori.workshop.case.answers import Answer, Speaker
from dystori.workshop.case.asked import Asked

_WIDTHS: Final = (24, 69, 87, 87)
#: A filled-in table unpacks to no more than this. Bytes.
_LARGEST_UNPACKED: Final = 60_000_000


def write(asked: Sequence[Asked], speaker: Speaker, tags: dict[str, str]) -> bytes:
    """Return a table of what is asked for in one language; ``tags`` are the BCP 47 tags of languages by their codes."""
    say, tongue = speaker.say, speaker.tag
    document = docx.Document()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    document.styles["Normal"].font.size = Pt(11)
    target = tags[asked[0].language]
    properties = document.core_properties
    properties.author, properties.comments, properties.title = "", "", say("asked-title")
    properties.language = tongue
    _say(document.add_heading(level=1), say("asked-title"), tongue)
    _say(document.add_paragraph(), say("asked-how"), tongue)
    table = document.add_table(rows=1, cols=len(_WIDTHS), style="Table Grid")
    table.autofit = False
    heads = ("asked-code", "asked-where", "asked-text", "asked-translation")
    for cell, key in zip(table.rows[0].cells, heads, strict=True):
        _say(cell.paragraphs[0], say(key), tongue, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for one in asked:
        cells = table.add_row().cells
        _fill(cells[0], (one.code,), tongue, size=8)
        _fill(cells[1], one.notes, tongue, size=9)
        _fill(cells[2], one.text.paragraphs, tags.get(one.text.source, one.text.source))
        _fill(cells[3], ("",), target)
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _fill(cell: Any, pieces: Sequence[str], tag: str, *, size: float = 0) -> None:
    for at, piece in enumerate(pieces):
        _say(cell.paragraphs[0] if at == 0 else cell.add_paragraph(), piece, tag, size=size)


def _say(paragraph: Any, text: str, tag: str, *, bold: bool = False, size: float = 0) -> None:
    """Put words into a paragraph, marked with their language; a cell to be filled in has its language too."""
    run = paragraph.add_run(text)
    run.bold = bold or None
    if size:
        run.font.size = Pt(size)
    holder = run._r.get_or_add_rPr()
    if not text:
        paragraph._p.remove(run._r)
        holder = OxmlElement("w:rPr")
        paragraph._p.get_or_add_pPr().append(holder)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), tag)
    holder.append(language)


def read(data: bytes, name: str) -> list[Answer]:
    """Return the translations of a table; a row counts as finished as soon as something stands in it.

    Raises CaseError ``exchange_table`` for what is no Word file with such a table.
    """
    refused = [Finding("exchange_table", place=Place(name))]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > _LARGEST_UNPACKED:
                raise CaseError(refused)
        document = docx.Document(io.BytesIO(data))
        tables = [table for table in document.tables if len(table.columns) == len(_WIDTHS)]
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError, OSError):
        raise CaseError(refused) from None
    if not tables:
        raise CaseError(refused)
    return [_answer(row, number) for table in tables for number, row in enumerate(table.rows, 1) if number > 1]


def _answer(row: Any, number: int) -> Answer:
    cells = row.cells
    pieces = tuple(text for paragraph in cells[-1].paragraphs if (text := " ".join(_text(paragraph).split())))
    return Answer("".join(cells[0].text.split()), pieces, bool(pieces), number)


def _text(paragraph: Any) -> str:
    """Return the words of a paragraph as they stand: what is marked as taken out is not there."""
    held = paragraph._p.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:noBreakHyphen"))
    return "".join(
        one.text or "" if one.tag == qn("w:t") else "-" if one.tag == qn("w:noBreakHyphen") else " " for one in held
    )
