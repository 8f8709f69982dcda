"""Lays a document's pages out and joins them: one language, two on the same pages, back to back, or facing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import chain
from typing import TYPE_CHECKING

from dystori.formats.colours import Palette, palette
from dystori.formats.markup import column_widths
from dystori.formats.pdf import engine
from dystori.formats.pdf.assets import Assets
from dystori.formats.pdf.body import Body
from dystori.formats.pdf.finish import finish
from dystori.formats.pdf.sheets import LEAST_TOP_UNDER_LOGO, POINT, Sheet, page_rules, sheet, tighter
from dystori.library import Library
from dystori.tree import Content, LaidOut

if TYPE_CHECKING:
    from weasyprint import Document, Page

#: A document this many lines over the page is made to fit.
LINES_OVER = 4
#: A storyboard's frames are made for their page, and a record of more pages than this is as long as it is.
LONGEST_FITTED = 4


@dataclass(frozen=True)
class Part:
    """Pages that share furniture and count from 1: a language, or two languages on the same pages."""

    laid: LaidOut
    contents: tuple[Content, ...]
    palette: Palette
    kept: tuple[str, ...]
    assets: Assets

    def on(self, page: Sheet, turn: engine.Turn, blank: int = 0) -> Document:
        """Return the part laid out on a sheet, with so many blank pages at its end."""
        style = self.laid.style
        body = Body(page, self.assets, self.laid).all(self.contents, blank)
        title = " / ".join(dict.fromkeys(content.title for content in self.contents))
        kind = f"{style.voice} {style.presentation} {self.laid.arrangement}"
        markup = (
            f'<!doctype html><html lang="{escape(self.contents[0].tag)}"><head><title>{escape(title)}</title></head>'
            f'<body class="{kind}">{body}</body></html>'
        )
        own = self.palette.css() + page_rules(page, self.contents, style, self.palette) + column_widths(body)
        return turn.lay(markup, self.kept, own)

    def fitted(self, page: Sheet, turn: engine.Turn) -> Document:
        """Return the part laid out; what runs over its last page by a few lines is given more of each page."""
        document, voice = self.on(page, turn), self.laid.style.voice
        long = voice == "story" or (voice == "report" and len(document.pages) > LONGEST_FITTED)
        if long or len(document.pages) < 2:
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


def prepare(laid: LaidOut, library: Library) -> tuple[Sheet, list[Part], Assets]:
    """Return the sheet a document is written on, its parts, and its pictures."""
    style = laid.style
    kept = (library.template("shared", "blocks.css"), library.template("shared", "print.css"))
    assets = Assets(style.logo)
    # Two languages on the same pages share their furniture; else each counts its own pages from 1.
    together = laid.rows and laid.arrangement != "facing"
    groups = [laid.contents] if together else [(content,) for content in laid.contents]
    parts = [Part(laid, group, palette(style), kept, assets) for group in groups]
    page = sheet(style.voice, laid.arrangement, style.presentation)
    if style.logo:
        page = replace(page, top=max(page.top, LEAST_TOP_UNDER_LOGO))
    return page, parts, assets


def pages(laid: LaidOut, parts: Sequence[Part], page: Sheet, turn: engine.Turn) -> tuple[Document, list[Page]]:
    """Return the document whose title the file has, and its pages in the order of reading."""
    documents = [part.fitted(page, turn) for part in parts]
    if laid.arrangement != "facing":
        return documents[0], [one for document in documents for one in document.pages]
    # Page n of each language lies beside page n of the other, also where one of them needs a page less.
    most = max(len(document.pages) for document in documents)
    documents = [
        part.on(page, turn, missing) if (missing := most - len(document.pages)) else document
        for part, document in zip(parts, documents, strict=True)
    ]
    return documents[0], list(chain.from_iterable(zip(*(document.pages for document in documents), strict=True)))


def compose(laid: LaidOut, library: Library) -> bytes:
    """Return the finished file."""
    page, parts, assets = prepare(laid, library)
    with engine.turn(assets.files) as turn:
        data = turn.join(*pages(laid, parts, page, turn))
    return finish(data, tuple(dict.fromkeys(content.tag for content in laid.contents)), laid.arrangement == "facing")
