"""Blocks of the tree as WordprocessingML: real headings, real lists, quotes and boxes as styled paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Final

from dystori.formats.headings import Listed, anchor
from dystori.formats.word import contents, items, markup, quotes, storyboard, tables
from dystori.formats.word.looks import Look, mm
from dystori.formats.word.relations import Relations
from dystori.formats.word.setting import DRAWN, Setting, boxed
from dystori.formats.word.staying import is_short, stays
from dystori.tree import (
    Block,
    Box,
    Cards,
    Contents,
    Facts,
    Figure,
    Frame,
    Heading,
    Inlines,
    Listing,
    Paragraph,
    ParagraphRole,
    Quote,
    Table,
    plain,
)

_STYLES: Final[dict[ParagraphRole, str]] = {
    "plain": "Normal",
    "stand": "Stand",
    "small": "Small",
    "date": "Date",
    "subject": "Subject",
    "note": "Note",
    "name": "Signature",
    "address": "Address",
}


class Writer:
    """Writes the blocks of one document and gathers what they point to."""

    def __init__(self, look: Look, relations: Relations, listed: Listed, shared: Mapping[str, str]) -> None:
        """Keep the look, what is pointed to, what each list of contents lists, and the language of shared blocks."""
        self.look = look
        self.relations = relations
        self.listed = listed
        self.shared = shared
        self.counted = 0
        #: The field that brings the contents of each language up to date.
        self.fields: Mapping[str, str] = {}
        #: The heading or the label that each language is under: what a table without a caption is called.
        self.titles: dict[str, str] = {}
        self._anchors: list[str] = []
        self._bookmarks = self._outlines = 0
        self._gap = self._break = False
        self._headings: dict[str, str] = {}

    def within_range(self, words: str, code: str) -> str:
        """Return a language's part of the document, marked for its list of contents if that needs it."""
        name = f"{contents.RANGE}{code}"
        return self._bookmarked(words, name) if name in words else words

    def start(self) -> None:
        """Begin a place of its own: nothing stands above the first paragraph."""
        self._gap = self._break = False

    def blocks(self, blocks: tuple[Block, ...], setting: Setting, *, last: bool = False) -> str:
        """Return blocks one after the other; ``last`` says that the last one stays with what comes after them."""
        written = []
        for together, group in groupby(enumerate(blocks), key=lambda pair: isinstance(pair[1], Frame)):
            row = list(group)
            begins = row[0][0] == 0
            if not begins:
                self.next_column()
            if together:
                frames = [[(block, setting)] for _, block in row if isinstance(block, Frame)]
                written.append(storyboard.storyboard(self, frames, titled=begins))
            for at, block in row if not together else ():
                follower = blocks[at + 1] if at + 1 < len(blocks) else None
                keep = last if follower is None else setting.keep_next or stays(block, follower)
                written.append(self.block(block, setting.keeping(keep)))
        return "".join(written)

    def closed(self, blocks: tuple[Block, ...], setting: Setting) -> str:
        """Return blocks that fill a place of their own, which has to end in a paragraph."""
        self.start()
        written = self.blocks(blocks, setting, last=setting.keep_next)
        return written if written.endswith("</w:p>") else written + markup.END

    def next_column(self) -> None:
        """Begin the next column with what comes next, on a page that has columns."""
        self._break = self.look.columns > 1

    def block(self, block: Block, setting: Setting) -> str:
        """Return one block."""
        self._anchors.append(anchor(block.key, setting.code))
        written = self._block(block, setting)
        self._anchors.clear()
        self._headings[setting.code] = plain(block.content) if isinstance(block, Heading) else ""
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.role == "stand"):
            self.titles[setting.code] = plain(block.content)
        return written

    def frame(self, frames: storyboard.Placed, highest: int) -> str:
        """Return a frame of a storyboard, marked as the block of each language it is written in."""
        self._anchors = [anchor(each.key, setting.code) for each, setting in frames]
        written = "".join(storyboard.frame(self, frames, highest))
        self._anchors.clear()
        return written

    def _block(self, block: Block, setting: Setting) -> str:
        match block:
            case Heading():
                return self._numbered(f"Heading{block.level}", block, setting)
            case Paragraph():
                return self._numbered(_STYLES[block.role], block, setting)
            case Listing():
                return items.listing(self, block, setting)
            case Quote():
                return quotes.quote(self, block, setting, self._nudge())
            case Facts() | Table():
                return self._table(block, setting)
            case Cards():
                return items.cards(self, block, setting)
            case Figure():
                return items.figure(self, block, setting)
            case Frame():
                return storyboard.storyboard(self, [[(block, setting)]])
            case Contents():
                return contents.contents(self, block, setting)
            case Box():
                inner = boxed(setting, block.role, self.look, self._nudge() if block.role in DRAWN else 0)
                written = self.blocks(block.blocks, inner, last=setting.keep_next)
                self._gap = self._gap or inner.outline != setting.outline
                return written

    def _nudge(self) -> int:
        """Return 1 and 0 in turn: two outlines one after the other, and nothing else, must differ."""
        self._outlines ^= 1
        return self._outlines

    def paragraph(
        self, style: str, content: Inlines, setting: Setting, *, numbering: str = "", tabs: str = "", after: int = 0
    ) -> str:
        """Return a paragraph of words; a short one is not parted."""
        return self.raw(
            style,
            markup.line(content, self.relations),
            setting,
            bidi=markup.right_to_left(content),
            whole=is_short(content),
            numbering=numbering,
            tabs=tabs,
            after=after,
        )

    def _numbered(self, style: str, block: Heading | Paragraph, setting: Setting) -> str:
        """Return a heading or a paragraph, after its number where it has one.

        The number hangs in the margin where that is wide enough, and else stands at its inner edge; in a box, where
        every paragraph must stand in equally far, it stands before the first line only.
        """
        section = "SectionTitle" if style == "Heading2" else ""
        words = markup.line(block.content, self.relations, section)
        bidi, whole = markup.right_to_left(block.content), is_short(block.content)
        if not block.number:
            return self.raw(style, words, setting, bidi=bidi, whole=whole)
        mark = "" if style.startswith("Heading") else "ParagraphNumber"
        width, left = self.look.number, 0 if setting.margin else self.look.number
        stop = setting.indent + width if setting.outline else left
        return self.raw(
            style,
            markup.number(block.number, block.content, mark) + words,
            setting,
            bidi=bidi,
            whole=whole,
            tabs=f'<w:tabs><w:tab w:val="left" w:pos="{stop}"/></w:tabs>',
            indent=f'<w:ind w:left="{left}" w:hanging="{width}"/>',
        )

    def raw(
        self,
        style: str,
        inner: str,
        setting: Setting,
        *,
        bidi: bool = False,
        whole: bool = False,
        numbering: str = "",
        tabs: str = "",
        indent: str = "",
        gap: int = 0,
        after: int = 0,
    ) -> str:
        """Return a paragraph round finished markup, with the bookmark of the block that begins here.

        ``whole`` keeps its lines on one page; ``gap`` and ``after`` are the air above and below it in twips, where
        that is not what its style says. The order of the properties is the schema's.
        """
        side = indent
        if setting.outline:
            side = f'<w:ind w:left="{setting.indent}" w:right="{setting.indent + setting.nudge}" w:firstLine="0"/>'
        headed = style.startswith("Heading")
        gap = gap or (mm(3) if self._gap and not headed else 0)
        air = (f' w:before="{gap}"' if gap else "") + (f' w:after="{after}"' if after else "")
        air = f"<w:spacing{air}/>" if air else ""
        start = markup.NEXT_COLUMN if self._break else ""
        self._gap = self._break = False
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>'
            + ("<w:keepNext/>" if setting.keep_next else "")
            + ("<w:keepLines/>" if whole or setting.keep_lines else "")
            + numbering
            + setting.outline
            + setting.ground
            + tabs
            + ("<w:bidi/>" if bidi else "")
            + air
            + side
            + f"</w:pPr>{start}{self._marked(inner)}</w:p>"
        )

    def _marked(self, inner: str) -> str:
        for name in self._anchors:
            inner = self._bookmarked(inner, name)
        self._anchors.clear()
        return inner

    def _bookmarked(self, inner: str, name: str) -> str:
        self._bookmarks += 1
        number = f'w:id="{self._bookmarks}"'
        return f'<w:bookmarkStart {number} w:name="{name}"/>{inner}<w:bookmarkEnd {number}/>'

    def _table(self, block: Facts | Table, setting: Setting) -> str:
        caption = plain(block.caption)
        shown = ""
        if caption and caption != self._headings.get(setting.code):
            shown = self.paragraph("Caption", block.caption, setting.kept())
        elif self._break or self._gap:  # a column cannot end inside a table; two tables would become one
            shown = self.raw("TableEnd", "", setting)
        shown += tables.written(self, block, setting)
        self._gap = shown.endswith("</w:tbl>")
        return shown
