"""How high words will stand, reckoned from the widths of their letters before anything is laid out.

Two uses, and both forgive an error of a line: rows of two tables in two languages get equal least heights, and
what is short enough is kept together on a page.
"""

from __future__ import annotations

from collections.abc import Sequence

from dystori.formats import fonts
from dystori.formats.frames import Strip, captions, figures
from dystori.formats.pdf.sheets import POINT, Sheet
from dystori.tree import (
    Block,
    Box,
    Contents,
    Facts,
    Figure,
    Frame,
    Heading,
    Inlines,
    Quote,
    Table,
    lines_of,
    plain,
    runs,
)

#: Type size and line height of a table against the body, and the space right of a cell and above and below it.
TABLE_SIZE, TABLE_LEADING, CELL_RIGHT, CELL_AIR = 0.93, 1.4, 3.0, 4.4
#: Air below the words of a head row, in millimetres.
HEAD_AIR = 2.4

#: The words of a storyboard: the number before them, the air over each language's in mm and under a paragraph in em.
FRAME_INDENT, FRAME_AIR, FRAME_LINE_AIR = 15.0, (6.0, 3.5), 0.2
#: A caption against the body (large print leaves nothing small), and the air above it in millimetres.
CAPTION_SIZE, LARGE, CAPTION_AIR = 0.82, 18.0, 1.5
#: The words over a storyboard are no wider than this, in millimetres (print.css).
WIDEST_HEADING = 200.0
#: The disc behind the number is a little higher than its line; words a little too high would go over the page.
FRAME_SLACK = 4.0
#: The shape of a storyboard's picture, and the least height that long words leave it.
FRAME_RATIO, FRAME_LEAST = 1.5, 38.0
#: Words before a storyboard that take more than this part of the page have the page to themselves.
TALLEST_BEFORE = 0.35


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
        case Frame():
            under = frame_words([("", block)], page, page.column) + caption_height([("", block)], page, page.column)
            return under + frame_picture(page, page.column, 0.0)[1]
        case Contents():
            return page.text_height  # as many lines as there are headings: it may always break
        case Facts():
            wide = page.column * 0.64
            return sum(line_count(value, wide, page.body) for _, value in block.rows) * line * 1.3
        case Quote() | Heading():
            extra = 2 * line
        case _:
            extra = line
    # The rights box is set a little smaller (blocks.css).
    share = 0.9 if isinstance(block, Box) and block.role == "rights" else 1.0
    return extra + sum(line_count(words, page.column, page.body * share) for words in lines_of(block)) * line * share


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


def frame_words(frames: Strip, page: Sheet, width: float) -> float:
    """Return about how high the words under a storyboard's picture stand, with the air above them."""
    size = page.body * page.words
    line = size * page.leading * POINT
    lines = [words for _, frame in frames for words in frame.words]
    total = sum(line_count(words, width - FRAME_INDENT, size) * line + FRAME_LINE_AIR * size * POINT for words in lines)
    return total + sum(FRAME_AIR[: len(frames)]) + FRAME_SLACK


def caption_height(frames: Strip, page: Sheet, width: float) -> float:
    """Return about how high the captions of a frame's picture stand, with the air above each."""
    small = page.body if page.body >= LARGE else page.body * CAPTION_SIZE
    line = small * page.leading * POINT
    lines = captions(figures(frames))
    return sum(line_count(words, width, small) * line + CAPTION_AIR for words in lines)


def frame_picture(page: Sheet, width: float, taken: float) -> tuple[float, float]:
    """Return the width and height of a storyboard's picture: three to two, and less where words need the room."""
    least = min(FRAME_LEAST, width / FRAME_RATIO)
    height = min(width / FRAME_RATIO, max(least, page.text_height - taken))
    return height * FRAME_RATIO, height


def taken(rows: Sequence[Sequence[Block | None]], page: Sheet) -> dict[str, float]:
    """Return how much of its page stands before a storyboard begins, by the key of its first frame.

    That is everything before the first storyboard, unless it leaves too little of a page; and before a later
    one, which begins a page, the headings that belong to it.
    """
    found: dict[str, float] = {}
    first, before = True, 0.0
    for row in rows:
        cells = [cell for cell in row if cell is not None]
        high = sum(_heading(cell, page) if isinstance(cell, Heading) else height(cell, page) for cell in cells)
        if all(isinstance(cell, Frame) for cell in cells):
            found.update({cell.key: before for cell in cells if before < TALLEST_BEFORE * page.text_height})
            first, before = False, 0.0
        elif first or all(isinstance(cell, Heading) for cell in cells):
            before += high
        else:
            before = 0.0
    return found


def _heading(block: Heading, page: Sheet) -> float:
    """Return how high a heading of a storyboard stands with the air round it (blocks.css)."""
    size, air = (1.53 * page.body, 5.0) if block.level == 1 else (1.15 * page.body, 1.15 * page.body * POINT)
    return (
        line_count(block.content, min(page.text_width, WIDEST_HEADING) / fonts.STRONGER, size) * size * 1.25 * POINT
        + air
    )


def _cells(cells: Sequence[Inlines], widths: Sequence[int], page: Sheet, *, strong: bool) -> float:
    size = page.body * TABLE_SIZE
    stretch = fonts.STRONGER if strong else 1.0
    spaces = [CELL_RIGHT] * (len(cells) - 1) + [0.0]  # nothing stands right of the last column
    most = max(
        line_count(cell, (page.column * share / 100 - right) / stretch, size)
        for cell, share, right in zip(cells, widths, spaces, strict=True)
    )
    return most * size * TABLE_LEADING * POINT
