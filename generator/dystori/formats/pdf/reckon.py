"""How high words will stand, reckoned from the widths of their letters before anything is laid out.

Two uses, and both forgive an error of a line: rows of two tables in two languages get equal least heights, and
what is short enough is kept together on a page.
"""

from __future__ import annotations

from collections.abc import Sequence

from dystori.formats import fonts
from dystori.formats.pdf.sheets import POINT, Sheet
from dystori.tree import Block, Facts, Figure, Heading, Inlines, Quote, Table, lines_of, plain, runs

#: Type size and line height of a table against the body, and the space right of a cell and above and below it.
TABLE_SIZE, TABLE_LEADING, CELL_RIGHT, CELL_AIR = 0.93, 1.4, 3.0, 4.4
#: Air below the words of a head row, in millimetres.
HEAD_AIR = 2.4


def line_count(inlines: Inlines, width: float, size: float) -> int:
    """Return how many lines words take in a width of millimetres at a size of points."""
    strong = all(run.strong for run in runs(inlines))
    em = size * POINT
    space = fonts.width(" ") * em
    count, used = 1, 0.0
    for word in plain(inlines).split():
        length = fonts.width(word, strong=strong) * em
        if used and used + length > width:
            count, used = count + 1, 0.0
        used += length
        if used > width:
            count, used = count + int(used / width), used % width
        used += space
    return count


def height(block: Block | None, page: Sheet) -> float:
    """Return about how high a block stands in one column, in millimetres."""
    if block is None:
        return 0.0
    line = page.body * page.leading * POINT
    match block:
        case Figure():
            return figure_size(block, page, page.column)[1] + line
        case Table():
            return sum(row_heights([block], page)) + line
        case Facts():
            wide = page.column * 0.64
            return sum(line_count(value, wide, page.body) for _, value in block.rows) * line * 1.3
        case Quote() | Heading():
            extra = 2 * line
        case _:
            extra = line
    return extra + sum(line_count(words, page.column, page.body) for words in lines_of(block)) * line


def row_heights(tables: Sequence[Table], page: Sheet) -> list[float]:
    """Return the least height of every row, head row first, so that tables beside each other keep step."""
    rows = [[(table.head, HEAD_AIR), *((row, CELL_AIR) for row in table.rows)] for table in tables]
    heights = []
    for beside in zip(*rows, strict=False):
        tall = [
            _cells(cells, table.widths, page, strong=air == HEAD_AIR) + air
            for (cells, air), table in zip(beside, tables, strict=True)
        ]
        heights.append(max(tall))
    return heights


def figure_size(figure: Figure, page: Sheet, width: float) -> tuple[float, float]:
    """Return the width and height a picture gets in a column: as large as its kind may be, and never cut."""
    widest, highest = {
        "banner": (width, page.banner),
        "wide": (width, min(110.0, page.text_height * 0.6)),
        "medium": (min(width, 95.0), min(62.0, page.text_height * 0.5)),
    }[figure.size]
    mat = 6.0 if figure.own else 0.0
    ratio = figure.picture.width / figure.picture.height
    wide = min(widest - mat, (highest - mat) * ratio)
    return wide, wide / ratio


def _cells(cells: Sequence[Inlines], widths: Sequence[int], page: Sheet, *, strong: bool) -> float:
    size = page.body * TABLE_SIZE
    stretch = fonts.STRONGER if strong else 1.0
    spaces = [CELL_RIGHT] * (len(cells) - 1) + [0.0]  # nothing stands right of the last column
    most = max(
        line_count(cell, (page.column * share / 100 - right) / stretch, size)
        for cell, share, right in zip(cells, widths, spaces, strict=True)
    )
    return most * size * TABLE_LEADING * POINT
