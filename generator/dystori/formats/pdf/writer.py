"""Lays a document's pages out and joins them: one language, two columns, block by block, or back to back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from dystori.formats.colours import Palette, palette
from dystori.formats.frames import Strip, strip
from dystori.formats.headings import listed
from dystori.formats.markup import Markup, column_widths
from dystori.formats.pdf import engine, reckon
from dystori.formats.pdf.finish import finish
from dystori.formats.pdf.sheets import LEAST_TOP_UNDER_LOGO, POINT, Sheet, page_rules, sheet, tighter
from dystori.library import Library
from dystori.tree import Block, Box, Content, Figure, Heading, LaidOut, Paragraph, PictureFile, Row, Table

if TYPE_CHECKING:
    from weasyprint import Document

#: A table with more columns than this stands under the other language's, across the whole page.
WIDEST_BESIDE, WIDEST_BESIDE_LARGE = 4, 2
#: So does one with a row higher than this part of the page: in a narrow column it would fill page after page.
TALLEST_BESIDE = 0.3
#: What is higher than this part of the page may break; kept whole it would leave a hole.
KEPT_PART = 0.45
#: A quote or a box of more lines than this may break, and its shape goes on.
LONGEST_KEPT = 14
#: A letter this many lines over the page is made to fit.
LINES_OVER = 4

#: What is as long as it is: a record, and a storyboard, whose frames are made for their page.
LONG = ("report", "story")


class Assets:
    """Names the pictures of one document; a name says nothing of what is in the picture."""

    def __init__(self, logo: PictureFile | None) -> None:
        """Start with the logo, if there is one."""
        self.files: dict[str, tuple[str, bytes]] = {}
        if logo:
            self.files["asset:logo"] = (logo.media_type, logo.data)

    def address(self, picture: PictureFile) -> str:
        """Return the address of a picture, the same one for the same bytes."""
        held = (picture.media_type, picture.data)
        for name, known in self.files.items():
            if known == held:
                return name
        name = f"asset:picture-{len(self.files) + 1}"
        self.files[name] = held
        return name


@dataclass(frozen=True)
class Part:
    """Pages that share furniture and count from 1: a language, or two languages on the same pages."""

    laid: LaidOut
    contents: tuple[Content, ...]
    palette: Palette
    kept: tuple[str, ...]
    assets: Assets

    def on(self, page: Sheet, turn: engine.Turn) -> Document:
        """Return the part laid out on a sheet."""
        large = self.laid.style.presentation == "large"
        body = _Body(page, self.assets, self.laid, large=large).all(self.laid, self.contents)
        style = self.laid.style
        title = " / ".join(dict.fromkeys(content.title for content in self.contents))
        markup = (
            f'<!doctype html><html lang="{escape(self.contents[0].tag)}"><head><title>{escape(title)}</title></head>'
            f'<body class="{style.voice} {style.presentation}">{body}</body></html>'
        )
        own = self.palette.css() + page_rules(page, self.contents, style, self.palette) + column_widths(body)
        return turn.lay(markup, self.kept, own)

    def fitted(self, page: Sheet, turn: engine.Turn) -> Document:
        """Return the part laid out; a letter that runs over by a few lines is given more of its page."""
        document = self.on(page, turn)
        if self.laid.style.voice in LONG or len(document.pages) < 2:
            return document
        *_, before, last = document.pages
        # What is kept together leaves room on the page before: only what is more than that room is over.
        over = engine.depth(last) - (page.text_height - engine.depth(before))
        line = page.body * page.leading * POINT
        if over > LINES_OVER * line:
            return document
        for allowance in (0.5 * line, 3 * line):  # margins between blocks are not in the reckoning
            attempt = self.on(tighter(page, over + allowance, logo=self.laid.style.logo is not None), turn)
            if len(attempt.pages) < len(document.pages):
                return attempt
        return document


class _Body:
    """Arranges blocks on a sheet."""

    def __init__(self, page: Sheet, assets: Assets, laid: LaidOut, *, large: bool) -> None:
        self._page = page
        self._room = page.column
        self._taken: dict[str, float] = {}
        shared = (cell for row in laid.rows if row.shared for cell in row.cells)
        self._markup = Markup(
            assets.address,
            self._measure,
            large=large,
            is_long=self._is_long,
            room=self._frame_size,
            listed=listed(laid.contents),
            common={cell.key for cell in shared if isinstance(cell, Heading)},
        )

    def all(self, laid: LaidOut, contents: Sequence[Content]) -> str:
        if not laid.rows or len(contents) == 1:
            return "".join(self._article(content) for content in contents)
        tags = [content.tag for content in contents]
        self._taken = reckon.taken([row.cells for row in laid.rows], self._page)
        # Block by block, a frame holds both languages; in columns each language has its own beside the other.
        strips = [strip(row, tags) if laid.arrangement == "blocks" else () for row in laid.rows]
        written: list[str] = []
        for together, group in groupby(zip(laid.rows, strips, strict=True), key=lambda pair: bool(pair[1])):
            pairs = list(group)
            if together:
                written.append(self._markup.storyboard([frames for _, frames in pairs], tags[0]))
            else:
                rows = [row for row, _ in pairs]
                followed = [*map(_signs, rows[1:]), False]
                written += [self._row(row, laid, held) for row, held in zip(rows, followed, strict=True)]
        return f"<main>{''.join(written)}</main>"

    def _article(self, content: Content) -> str:
        blocks, window = content.blocks, ""
        self._taken = reckon.taken([(block,) for block in blocks], self._page)
        if blocks and isinstance(blocks[0], Paragraph) and blocks[0].role == "address":
            # The window of an envelope: the address 45 to 80 mm from the top, the letter itself from 95 mm.
            place = f"height:{95 - self._page.top:g}mm;padding-top:{45 - self._page.top:g}mm"
            window = f'<div class="window" style="{place}">{self._markup.block(blocks[0], content.tag)}</div>'
            blocks = blocks[1:]
        return f'<article lang="{escape(content.tag)}">{window}{self._markup.blocks(blocks, content.tag)}</article>'

    def _row(self, row: Row, laid: LaidOut, before_signature: bool = False) -> str:
        root = laid.contents[0].tag
        self._room = self._page.text_width
        if row.shared:
            shared = next((cell for cell in row.cells if cell is not None), None)
            others = "".join(self._markup.block(caption, root) for caption in _other_captions(row))
            return f'<div class="one">{self._markup.block(shared, root)}{others}</div>' if shared else ""
        tables = [cell for cell in row.cells if isinstance(cell, Table)]
        heights = reckon.row_heights(tables, self._page) if tables and laid.arrangement == "columns" else []
        tall = any(height > TALLEST_BESIDE * self._page.text_height for height in heights)
        widest = WIDEST_BESIDE_LARGE if laid.style.presentation == "large" else WIDEST_BESIDE
        wide = any(len(table.head) > widest for table in tables)
        beside = laid.arrangement == "columns" and not wide and not tall
        self._room = self._page.column if beside else self._page.text_width
        shown = [
            (content.tag, self._markup.block(cell, content.tag, heights if beside else ()) if cell else "")
            for content, cell in zip(laid.contents, row.cells, strict=True)
            if cell or beside
        ]
        cells = "".join(f'<div lang="{escape(tag)}">{markup}</div>' for tag, markup in shown)
        kind = "pair" if beside else "stack"
        if all(isinstance(cell, Heading) for cell in row.cells if cell) or before_signature:
            # A signature never stands alone on a page, nor a heading without what it heads.
            kind += " head"
        elif not tables and self._is_short(row, beside=beside):
            # A table breaks between rows only; kept whole in a grid, the engine moves it to a new page too soon.
            kind += " keep"
        return f'<div class="{kind}">{cells}</div>'

    def _is_short(self, row: Row, *, beside: bool) -> bool:
        heights = [reckon.height(cell, self._page) for cell in row.cells]
        return (max(heights) if beside else sum(heights)) < KEPT_PART * self._page.text_height

    def _is_long(self, block: Block) -> bool:
        """Return whether a quote or box is too high to be kept on one page without leaving a hole."""
        return reckon.height(block, self._page) > LONGEST_KEPT * self._page.body * self._page.leading * POINT

    def _frame_size(self, leaf: Sequence[Strip]) -> str:
        """Return the size of the pictures of frames side by side: the same, so that their words begin level."""
        words = max(reckon.frame_words(frames, self._page, self._page.frame) for frames in leaf)
        taken = words + self._taken.get(leaf[0][0][1].key, 0.0)
        width, height = reckon.frame_picture(self._page, self._page.frame, taken)
        return f' style="width:{width:.2f}mm;height:{height:.2f}mm"'

    def _measure(self, figure: Figure) -> str:
        width, height = reckon.figure_size(figure, self._page, self._room)
        return f' style="width:{width:.2f}mm;height:{height:.2f}mm"'


def _signs(row: Row) -> bool:
    return any(isinstance(cell, Box) and cell.role == "sign" for cell in row.cells)


def _other_captions(row: Row) -> Iterator[Paragraph]:
    """Yield the captions of a picture that stands once for both languages, after the first one's own."""
    figures = [cell for cell in row.cells if isinstance(cell, Figure) and cell.caption]
    for other in figures[1:]:
        if other.caption != figures[0].caption:
            yield Paragraph(f"{other.key}~caption", other.caption, "small")


def prepare(laid: LaidOut, library: Library) -> tuple[Sheet, list[Part], Assets]:
    """Return the sheet a document is written on, its parts, and its pictures."""
    style = laid.style
    kept = (library.template("shared", "blocks.css"), library.template("shared", "print.css"))
    assets = Assets(style.logo)
    # Two languages on the same pages share their furniture; else each counts its own pages from 1.
    groups = [laid.contents] if laid.rows else [(content,) for content in laid.contents]
    parts = [Part(laid, group, palette(style), kept, assets) for group in groups]
    page = sheet(style.voice, laid.arrangement, style.presentation)
    if style.logo:
        page = replace(page, top=max(page.top, LEAST_TOP_UNDER_LOGO))
    return page, parts, assets


def compose(laid: LaidOut, library: Library) -> bytes:
    """Return the finished file."""
    page, parts, assets = prepare(laid, library)
    with engine.turn(assets.files) as turn:
        data = turn.join([part.fitted(page, turn) for part in parts])
    return finish(data, tuple(dict.fromkeys(content.tag for content in laid.contents)))
