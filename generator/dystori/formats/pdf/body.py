"""Arranges the blocks of a document on its sheet: one language, two beside or under each other, or on facing pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby
from typing import Final

from dystori.formats import tables
from dystori.formats.frames import Strip, alternatives, strip
from dystori.formats.headings import listed
from dystori.formats.markup import Markup
from dystori.formats.pdf import reckon
from dystori.formats.pdf.assets import Assets
from dystori.formats.pdf.sheets import INTO_MARGIN, POINT, Sheet
from dystori.formats.staying import stays
from dystori.tree import Block, Content, Figure, Frame, Heading, LaidOut, Paragraph, Row, Table

#: A table with more columns than this stands under the other language's, across the whole page.
WIDEST_BESIDE, WIDEST_BESIDE_LARGE = 4, 2
#: So does one with a row higher than this part of the page: in a narrow column it would fill page after page.
TALLEST_BESIDE = 0.3
#: What is higher than this part of the page may break; kept whole it would leave a hole.
KEPT_PART = 0.45
#: A quote or a box of more lines than this may break, and its shape goes on.
LONGEST_WHOLE = 14
#: A space before what is kept on one line. The engine ends a line too soon where such a space is the first thing that
#: does not fit; in an element of its own it does not.
SPACE_BEFORE_KEPT = re.compile(r' (?=(?:<strong>)?<span(?: [^<>]*)? class="nb")')
#: The voice whose wide tables run into the margins.
BROAD_VOICE: Final = "report"


class Body:
    """Writes the body of pages as markup."""

    def __init__(self, page: Sheet, assets: Assets, laid: LaidOut) -> None:
        """Measure on a sheet; pictures get their addresses from ``assets``."""
        self._page = page
        self._laid = laid
        self._large = laid.style.presentation == "large"
        self._room = page.column
        self._taken: dict[str, float] = {}
        self._twins: dict[str, list[tuple[str, Frame]]] = {}
        for row in laid.rows if laid.arrangement == "facing" else ():
            for content, cell in zip(laid.contents, row.cells, strict=True):
                if isinstance(cell, Frame):
                    self._twins.setdefault(cell.key, []).append((content.tag, cell))
        shared = (cell for row in laid.rows if row.shared for cell in row.cells)
        self._markup = Markup(
            assets.address,
            self._measure,
            large=self._large,
            is_long=self._is_long,
            room=self._frame_size,
            listed=listed(laid.contents),
            common={cell.key for cell in shared if isinstance(cell, Heading)},
            widths=self._widths,
        )

    def all(self, contents: Sequence[Content], blank: int = 0) -> str:
        """Return the body of pages that hold ``contents`` and after them so many blank pages."""
        return SPACE_BEFORE_KEPT.sub("<span> </span>", self._all(contents, blank))

    def _all(self, contents: Sequence[Content], blank: int) -> str:
        empty = '<div class="blank"></div>' * blank
        if not self._laid.rows or len(contents) == 1:
            return "".join(self._article(content) for content in contents) + empty
        rows, tags = self._laid.rows, [content.tag for content in contents]
        self._taken = reckon.taken([row.cells for row in rows], self._page)
        # Block by block, a frame holds both languages; in columns each language has its own beside the other.
        strips = [strip(row, tags) if self._laid.arrangement == "blocks" else () for row in rows]
        written: list[str] = []
        for together, group in groupby(range(len(rows)), key=lambda at: bool(strips[at])):
            places = list(group)
            if together:
                written.append(self._markup.storyboard([strips[at] for at in places], tags[0]))
            else:
                written += [self._row(rows[at], rows[at + 1] if at + 1 < len(rows) else None) for at in places]
        return f"<main>{''.join(written)}</main>"

    def _article(self, content: Content) -> str:
        blocks, before = content.blocks, ""
        self._taken = reckon.taken([(block,) for block in blocks], self._page)
        if blocks and isinstance(blocks[0], Paragraph) and blocks[0].role == "address":
            # The window of an envelope: the address 45 to 80 mm from the top, the letter itself from 95 mm.
            place = f"height:{95 - self._page.top:g}mm;padding-top:{45 - self._page.top:g}mm"
            before = f'<div class="window" style="{place}">{self._markup.block(blocks[0], content.tag)}</div>'
            blocks = blocks[1:]
        elif self._twins:
            # On facing pages the same frames are at the same place: what is over the first is as high on each.
            each = [reckon.taken([(block,) for block in one.blocks], self._page) for one in self._laid.contents]
            self._taken = {key: max(taken[key] for taken in each) for key in each[0] if all(key in one for one in each)}
            first = next((at for at, block in enumerate(blocks) if isinstance(block, Frame)), 0)
            if first:
                over, high = self._markup.blocks(blocks[:first], content.tag), self._taken.get(blocks[first].key)
                place = f"display:flow-root;min-height:{high:.2f}mm" if high else "break-after:page"
                before = f'<div style="{place}">{over}</div>'
                blocks = blocks[first:]
        return f'<article lang="{escape(content.tag)}">{before}{self._markup.blocks(blocks, content.tag)}</article>'

    def _row(self, row: Row, following: Row | None) -> str:
        laid = self._laid
        root = laid.contents[0].tag
        self._room = self._page.text_width
        held = self._stays(row, following)
        if row.shared:
            shared = next((cell for cell in row.cells if cell is not None), None)
            others = "".join(self._markup.block(caption, root) for caption in _other_captions(row))
            kind = "one stays" if held else "one"
            return f'<div class="{kind}">{self._markup.block(_told(row, shared), root)}{others}</div>' if shared else ""
        beside = laid.arrangement == "columns" and not self._is_wide(row)
        self._room = self._page.column if beside else self._page.text_width
        heights = self._heights(row) if beside else ()
        shown = [
            (content.tag, self._markup.block(cell, content.tag, heights) if cell else "")
            for content, cell in zip(laid.contents, row.cells, strict=True)
            if cell or beside
        ]
        cells = "".join(f'<div lang="{escape(tag)}">{markup}</div>' for tag, markup in shown)
        kind = ("pair" if beside else "stack") + " stays" * held
        # A table breaks between rows only; kept whole in a grid, the engine moves it to a new page too soon.
        if not any(isinstance(cell, Table) for cell in row.cells) and self._is_short(row, beside=beside):
            kind += " keep"
        return f'<div class="{kind}">{cells}</div>'

    def _stays(self, row: Row, following: Row | None) -> bool:
        if all(isinstance(cell, Heading) for cell in row.cells if cell):
            return following is not None
        return following is not None and any(map(stays, row.cells, following.cells))

    def _is_wide(self, row: Row) -> bool:
        """Return whether tables are too wide to stand beside each other, or too tall when they do."""
        held = [cell for cell in row.cells if isinstance(cell, Table)]
        if not held:
            return False
        widest = WIDEST_BESIDE_LARGE if self._large else WIDEST_BESIDE
        self._room = self._page.column
        if any(len(table.head) > widest or not self._widths(table) for table in held):
            return True
        return any(height > TALLEST_BESIDE * self._page.text_height for height in self._heights(row))

    def _heights(self, row: Row) -> list[float]:
        held = [replace(cell, widths=self._widths(cell)) for cell in row.cells if isinstance(cell, Table)]
        return reckon.row_heights(held, self._page) if held else []

    def _widths(self, table: Table) -> tuple[int, ...]:
        """Return the widths of a table's columns in the room there is now; none where its words would be cut."""
        broad = not (self._large or self._laid.rows) and self._laid.style.voice == BROAD_VOICE
        room = self._room + 2 * INTO_MARGIN * (broad and len(table.head) > tables.WIDEST_IN_MEASURE)
        em = self._page.body * (1.0 if self._large else reckon.TABLE_SIZE) * POINT
        return tables.fitted(table, room / em, reckon.CELL_RIGHT / em)

    def _is_short(self, row: Row, *, beside: bool) -> bool:
        heights = [reckon.height(cell, self._page) for cell in row.cells]
        return (max(heights) if beside else sum(heights)) < KEPT_PART * self._page.text_height

    def _is_long(self, block: Block) -> bool:
        """Return whether a quote or box is too high to be kept on one page without leaving a hole."""
        return reckon.height(block, self._page) > LONGEST_WHOLE * self._page.body * self._page.leading * POINT

    def _frame_size(self, leaf: Sequence[Strip]) -> tuple[str, str]:
        """Return the size of the pictures of frames side by side, and their height with the captions of any of them.

        Both are the same for each, so that their words begin level; and the same on the page that faces theirs.
        """
        page, width = self._page, self._page.frame
        seen: Sequence[Strip] = [[twin] for frames in leaf for twin in self._twins.get(frames[0][1].key, ())] or leaf
        words = max(reckon.frame_words(frames, page, width) for frames in seen)
        under = max(reckon.caption_height(frames, page, width) for frames in seen)
        taken = words + under + self._taken.get(leaf[0][0][1].key, 0.0)
        wide, high = reckon.frame_picture(page, width, taken)
        return f' style="width:{wide:.2f}mm;height:{high:.2f}mm"', f' style="min-height:{high + under:.2f}mm"'

    def _measure(self, figure: Figure) -> str:
        width, height = reckon.figure_size(figure, self._page, self._room)
        return f' style="width:{width:.2f}mm;height:{height:.2f}mm"'


def _told(row: Row, shared: Block) -> Block:
    """Return what a row shares; a picture tells what it shows in each language."""
    figures = [cell for cell in row.cells if isinstance(cell, Figure)]
    return replace(shared, alt=alternatives(figures)) if isinstance(shared, Figure) else shared


def _other_captions(row: Row) -> Iterator[Paragraph]:
    """Yield the captions of a picture that stands once for both languages, after the first one's own."""
    figures = [cell for cell in row.cells if isinstance(cell, Figure) and cell.caption]
    for other in figures[1:]:
        if other.caption != figures[0].caption:
            yield Paragraph(f"{other.key}~caption", other.caption, "small")
