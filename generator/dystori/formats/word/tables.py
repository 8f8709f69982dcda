"""Tables: fixed widths, a header row that repeats, rows that never break, and no lines but under the rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, Final

from dystori.formats import fonts
from dystori.formats.tables import FEWEST_PARTED, SLACK, WIDEST_IN_MEASURE, fitted
from dystori.formats.unparted import words
from dystori.formats.word import items, markup
from dystori.formats.word.looks import Look, mm
from dystori.formats.word.setting import Setting
from dystori.tree import Facts, Inlines, Table, plain

if TYPE_CHECKING:
    from dystori.formats.word.blocks import Writer

_GAP: Final = mm(2)
_RIGHT: Final = mm(3)
#: A short table that is higher than this part of a page may be parted all the same.
_HIGHEST_WHOLE: Final = 0.35
#: What stands in for Lexend where it is not installed (Verdana) is about this much wider.
_WIDER: Final = 1.08
#: The label of a fact takes this much of the width, in per cent.
_LABEL: Final = 32
#: … and where one of its words is wider than that, up to this much.
_WIDEST_LABEL: Final = 50


def shares(widths: Sequence[int], total: int) -> list[int]:
    """Return per cents of a width as twips that add up to it exactly."""
    if not widths:
        return []
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


def written(writer: Writer, block: Table | Facts, setting: Setting) -> str:
    """Return a table, or a list where it is too wide: in large print, or because a column would cut a word."""
    widths = columns(block, setting, writer.look)
    if isinstance(block, Facts):
        return facts(writer, block, setting, widths)
    if not widths or (writer.look.stacked_tables and len(block.head) > WIDEST_IN_MEASURE):
        return items.stacked(writer, block, setting)
    return table(writer, block, setting, widths)


def columns(block: Table | Facts, setting: Setting, look: Look) -> list[int]:
    """Return the widths of the columns in twips: no word is cut, and nothing is returned where that cannot be."""
    em = look.table * 20
    if isinstance(block, Facts):
        longest = max((fonts.width(word, strong=True) for label, _ in block.rows for word in words(label)), default=0)
        needed = ceil((longest * SLACK * _WIDER * em + _RIGHT) / setting.width * 100)
        label = min(_WIDEST_LABEL, max(_LABEL, needed))
        return shares((label, 100 - label), setting.width)
    width = setting.width + 2 * _margin(block, setting)
    if not block.rows:
        return shares(block.widths, width)
    room, air = width / em, _RIGHT / em
    return shares(fitted(block, room / _WIDER, air) or fitted(block, room, air), width)


def height(block: Table | Facts, setting: Setting, look: Look) -> int:
    """Return about how high a table is, in twips."""
    widths = columns(block, setting, look)
    rows = block.rows if isinstance(block, Facts) else (block.head, *block.rows)
    if widths:
        lines = [max(map(partial(_lines, look=look), row, widths)) for row in rows]
    else:  # told as a list
        lines = [_lines(cell, setting.width, look=look) for row in rows for cell in row]
    return sum(round(count * look.table * 1.4 * 20) + 2 * _GAP for count in lines)


def _lines(content: Inlines, width: int, *, look: Look) -> int:
    # A line ends before the word that would not fit: on the average half a word is lost.
    return max(1, ceil(fonts.width(plain(content)) * look.table * 20 * 1.1 / (width - _RIGHT)))


def _title(writer: Writer, block: Table | Facts, setting: Setting) -> str:
    """Return what a screen reader calls a table: its caption, or what it stands under."""
    return plain(block.caption) or writer.titles.get(setting.code, "")


def _margin(block: Table, setting: Setting) -> int:
    """Return how far a table runs into each margin: a wide one does, where there is room."""
    return setting.margin if len(block.head) > WIDEST_IN_MEASURE else 0


def table(writer: Writer, block: Table, setting: Setting, widths: Sequence[int]) -> str:
    """Return a table with its header row."""
    margin = _margin(block, setting)
    described = ", ".join(plain(head) for head in block.head)
    accent, hair = writer.look.colours.accent[1:], writer.look.colours.hair[1:]
    places = _places(block, setting, writer.look, first=2)
    head = _row(writer, block.head, widths, next(places), head=True, rule=f'w:sz="11" w:space="0" w:color="{accent}"')
    rule = f'w:sz="5" w:space="0" w:color="{hair}"'
    rows = (_row(writer, row, widths, next(places), rule=rule) for row in block.rows)
    flags = look_flags(True, False)
    start = opening(_title(writer, block, setting), described, widths, flags, setting.indent - margin)
    return start + head + "".join(rows) + "</w:tbl>"


def facts(writer: Writer, block: Facts, setting: Setting, widths: Sequence[int]) -> str:
    """Return label and value, row by row; the label heads its row."""
    hair = f'w:sz="5" w:space="0" w:color="{writer.look.colours.hair[1:]}"'
    start = opening(_title(writer, block, setting), "", widths, look_flags(False, True), setting.indent)
    places = _places(block, setting, writer.look, first=1)
    rows = (_row(writer, row, widths, next(places), rule=hair, label=True) for row in block.rows)
    return start + "".join(rows) + "</w:tbl>"


def _places(block: Table | Facts, setting: Setting, look: Look, *, first: int) -> Iterator[Setting]:
    """Yield the setting of each row: no end of a page parts a short table, or leaves one row of a long one alone."""
    count = len(block.rows)
    whole = count <= FEWEST_PARTED and height(block, setting, look) < _HIGHEST_WHOLE * look.paper.tall
    rows = count + isinstance(block, Table)  # its heads are a row
    return (setting.nth(at, rows, first=first, whole=whole) for at in range(rows))


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
    inside = Setting(0, setting.code, keep_next=setting.keep_next)
    above, below = (0, _GAP * 2 // 3) if head else (_GAP, _GAP)
    inset = (
        f'<w:top w:w="{above}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="{below}" w:type="dxa"/>'
        '<w:right w:w="{right}" w:type="dxa"/>'
    )
    last = len(cells) - 1
    written = "".join(
        cell(
            width,
            writer.raw(
                style,
                markup.line(said, writer.relations, strong=label and at == 0),
                inside,
                bidi=markup.right_to_left(said),
            ),
            f'<w:bottom w:val="single" {rule}/>',
            inset.format(right=_RIGHT if at < last else 0),
        )
        for at, (said, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{written}</w:tr>"
