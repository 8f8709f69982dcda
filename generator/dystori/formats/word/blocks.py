"""Blocks of the tree as WordprocessingML: real headings, real lists, quotes and boxes as styled paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from dystori.formats.headings import Listed, anchor
from dystori.formats.word import contents, items, markup, quotes, storyboard, tables
from dystori.formats.word.looks import Look, mm
from dystori.formats.word.relations import Relations
from dystori.formats.word.setting import Setting, boxed
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
#: How the bookmark round one language of the document begins.
_RANGE: Final = "_l_"


class Writer:
    """Writes the blocks of one document and gathers what they point to."""

    def __init__(self, look: Look, relations: Relations, listed: Listed, shared: Mapping[str, str]) -> None:
        """Keep the look, what is pointed to, what each list of contents lists, and the language of shared blocks."""
        self.look = look
        self.relations = relations
        self.listed = listed
        self.shared = shared
        self.counted = 0
        self.fields: dict[str, str] = {}
        self._anchors: list[str] = []
        self._bookmarks = 0
        self._outlines = 0
        self._gap = False
        self._break = False
        self._headings: dict[str, str] = {}

    def keep_contents(self, codes: Sequence[str]) -> None:
        """Let Word keep lists of contents up to date; where there are two languages, each within its own."""
        ranges = {code: rf" \b {_RANGE}{code}" if len(codes) > 1 else "" for code in codes}
        self.fields = {code: rf'TOC \o "2-3" \h \z{within}' for code, within in ranges.items()}

    def within_range(self, words: str, code: str) -> str:
        """Return a language's part of the document, marked for its list of contents if that needs it."""
        name = f"{_RANGE}{code}"
        if name not in words:
            return words
        self._bookmarks += 1
        number = f'w:id="{self._bookmarks}"'
        return f'<w:bookmarkStart {number} w:name="{name}"/>{words}<w:bookmarkEnd {number}/>'

    def start(self) -> None:
        """Begin a place of its own: nothing stands above the first paragraph."""
        self._gap = self._break = False

    def blocks(self, blocks: tuple[Block, ...], setting: Setting) -> str:
        """Return blocks one after the other; what stands before a signature stays with it."""
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
                signed = isinstance(follower, Box) and follower.role == "sign"
                keep = signed or (setting.keep_next and follower is not None)
                written.append(self.block(block, replace(setting, keep_next=keep)))
        return "".join(written)

    def closed(self, blocks: tuple[Block, ...], setting: Setting) -> str:
        """Return blocks that fill a place of their own, which has to end in a paragraph."""
        self.start()
        written = self.blocks(blocks, setting)
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
                self._outlines += 1
                return quotes.quote(self, block, setting, self._outlines % 2)
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
                self._outlines += 1
                inner = boxed(setting, block.role, self.look, self._outlines % 2)
                written = self.blocks(block.blocks, inner)
                self._gap = self._gap or inner.outline != setting.outline
                return written

    def paragraph(self, style: str, content: Inlines, setting: Setting, numbering: str = "", tabs: str = "") -> str:
        """Return a paragraph of words."""
        bidi = markup.right_to_left(content)
        return self.raw(style, markup.line(content, self.relations), setting, bidi=bidi, numbering=numbering, tabs=tabs)

    def _numbered(self, style: str, block: Heading | Paragraph, setting: Setting) -> str:
        """Return a heading or a paragraph, after its number where it has one.

        The number hangs in the margin where that is wide enough, and else stands at its inner edge; in a box, where
        every paragraph must stand in equally far, it stands before the first line only.
        """
        section = "SectionTitle" if style == "Heading2" else ""
        words = markup.line(block.content, self.relations, section)
        bidi = markup.right_to_left(block.content)
        if not block.number:
            return self.raw(style, words, setting, bidi=bidi)
        mark = "" if style.startswith("Heading") else "ParagraphNumber"
        width, left = self.look.number, 0 if setting.margin else self.look.number
        stop = setting.indent + width if setting.outline else left
        return self.raw(
            style,
            markup.number(block.number, block.content, mark) + words,
            setting,
            bidi=bidi,
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
        numbering: str = "",
        tabs: str = "",
        indent: str = "",
        gap: int = 0,
    ) -> str:
        """Return a paragraph round finished markup, with the bookmark of the block that begins here.

        ``gap`` is the air above it in twips, where that is not what its style says. The order of the properties is
        the schema's.
        """
        side = indent
        if setting.outline:
            side = f'<w:ind w:left="{setting.indent}" w:right="{setting.indent + setting.nudge}" w:firstLine="0"/>'
        headed = style.startswith("Heading")
        gap = gap or (mm(3) if self._gap and not headed else 0)
        above = f'<w:spacing w:before="{gap}"/>' if gap else ""
        start = markup.NEXT_COLUMN if self._break else ""
        self._gap = self._break = False
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>'
            + ("<w:keepNext/>" if setting.keep_next else "")
            + ("<w:keepLines/>" if setting.keep_lines else "")
            + numbering
            + setting.outline
            + setting.ground
            + tabs
            + ("<w:bidi/>" if bidi else "")
            + above
            + side
            + f"</w:pPr>{start}{self._marked(inner)}</w:p>"
        )

    def _marked(self, inner: str) -> str:
        for name in self._anchors:
            self._bookmarks += 1
            number = f'w:id="{self._bookmarks}"'
            inner = f'<w:bookmarkStart {number} w:name="{name}"/>{inner}<w:bookmarkEnd {number}/>'
        self._anchors.clear()
        return inner

    def _table(self, block: Facts | Table, setting: Setting) -> str:
        caption = plain(block.caption)
        shown = ""
        if caption and caption != self._headings.get(setting.code):
            shown = self.paragraph("Caption", block.caption, setting.kept())
        elif self._break:  # a column cannot end inside a table
            shown = self.raw("TableEnd", "", setting)
        elif self._gap:  # two tables with nothing between them would become one
            shown = markup.END
        if isinstance(block, Table) and self.look.stacked_tables and len(block.head) > 3:
            return shown + items.stacked(self, block, setting)
        written = tables.table(self, block, setting) if isinstance(block, Table) else tables.facts(self, block, setting)
        self._gap = True
        return shown + written
