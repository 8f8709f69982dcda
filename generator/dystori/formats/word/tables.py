"""Tables: fixed widths, a header row that repeats, rows that never break, and no lines but under the rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from dystori.formats.tables import WIDEST_IN_MEASURE
from dystori.formats.word import markup
from dystori.formats.word.looks import mm
from dystori.formats.word.setting import Setting
from dystori.tree import Facts, Inlines, Table, plain

if TYPE_CHECKING:
    from dystori.formats.word.blocks import Writer

_GAP: Final = mm(2)
_RIGHT: Final = mm(3)
#: The label of a fact takes this much of the width, in per cent.
_LABEL: Final = 32


def shares(widths: Sequence[int], total: int) -> list[int]:
    """Return per cents of a width as twips that add up to it exactly."""
    ends = [round(total * share / sum(widths)) for share in accumulate(widths)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def opening(caption: str, description: str, widths: Sequence[int], flags: str, indent: int = 0) -> str:
    """Return the start of a table: its words for screen readers, its fixed layout and its columns."""
    told = f'<w:tblCaption w:val="{markup.escape(caption)}"/>' if caption else ""
    told += f'<w:tblDescription w:val="{markup.escape(description)}"/>' if description else ""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {flags}/>{told}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def cell(width: int, inner: str, borders: str = "", margins: str = "") -> str:
    """Return a cell round finished paragraphs."""
    edges = f"<w:tcBorders>{borders}</w:tcBorders>" if borders else ""
    inset = f"<w:tcMar>{margins}</w:tcMar>" if margins else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edges}{inset}</w:tcPr>{inner}</w:tc>'


def look_flags(first_row: bool, first_column: bool) -> str:
    """Return which cells are headers, as Word and screen readers are told."""
    value = (0x0020 if first_row else 0) | (0x0080 if first_column else 0) | 0x0600
    return (
        f'w:val="{value:04X}" w:firstRow="{int(first_row)}" w:lastRow="0" w:firstColumn="{int(first_column)}" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    )


def table(writer: Writer, block: Table, setting: Setting) -> str:
    """Return a table with its header row; a wide one runs into both margins, where there is room."""
    margin = setting.margin if len(block.head) > WIDEST_IN_MEASURE else 0
    widths = shares(block.widths, setting.width + 2 * margin)
    described = ", ".join(plain(head) for head in block.head)
    accent, hair = writer.look.colours.accent[1:], writer.look.colours.hair[1:]
    head = _row(writer, block.head, widths, setting, head=True, rule=f'w:sz="11" w:space="0" w:color="{accent}"')
    rows = (_row(writer, row, widths, setting, rule=f'w:sz="5" w:space="0" w:color="{hair}"') for row in block.rows)
    flags = look_flags(True, False)
    start = opening(plain(block.caption), described, widths, flags, setting.indent - margin)
    return start + head + "".join(rows) + "</w:tbl>"


def facts(writer: Writer, block: Facts, setting: Setting) -> str:
    """Return label and value, row by row; the label heads its row."""
    widths = shares((_LABEL, 100 - _LABEL), setting.width)
    hair = f'w:sz="5" w:space="0" w:color="{writer.look.colours.hair[1:]}"'
    start = opening(plain(block.caption), "", widths, look_flags(False, True), setting.indent)
    rows = (_row(writer, row, widths, setting, rule=hair, label=True) for row in block.rows)
    return start + "".join(rows) + "</w:tbl>"


def _row(
    writer: Writer,
    cells: Sequence[Inlines],
    widths: Sequence[int],
    setting: Setting,
    *,
    rule: str,
    head: bool = False,
    label: bool = False,
) -> str:
    """Return one row with a rule under it; the row of heads repeats on every page."""
    style = "TableHead" if head else "TableText"
    inside = Setting(0, setting.code, keep_next=setting.kept(head).keep_next)
    margins = (
        f'<w:top w:w="{0 if head else _GAP}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        f'<w:bottom w:w="{_GAP * 2 // 3 if head else _GAP}" w:type="dxa"/><w:right w:w="{_RIGHT}" w:type="dxa"/>'
    )
    written = "".join(
        cell(
            width,
            writer.raw(
                style,
                markup.line(words, writer.relations, strong=label and at == 0),
                inside,
                bidi=markup.right_to_left(words),
            ),
            f'<w:bottom w:val="single" {rule}/>',
            margins,
        )
        for at, (words, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{written}</w:tr>"
