"""Blocks of the tree as WordprocessingML: real headings, real lists, quotes and boxes as styled paragraphs."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dystori.formats.word import drawing, markup, quotes, tables
from dystori.formats.word.frame import Frame, boxed
from dystori.formats.word.looks import Look, mm
from dystori.formats.word.relations import Relations
from dystori.tree import (
    Block,
    Box,
    Cards,
    Facts,
    Figure,
    Heading,
    Inlines,
    Listing,
    Paragraph,
    ParagraphRole,
    Quote,
    Run,
    Table,
    plain,
    runs,
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
#: A picture's part of the width of the text, and its greatest height in millimetres.
_SIZES: Final = {"banner": (1.0, 48), "wide": (1.0, 110), "medium": (0.6, 80)}
#: The numbering of every bulleted list; each counted list has one of its own after it, and starts at 1.
_BULLETS: Final = 1


class Writer:
    """Writes the blocks of one document and gathers what they point to."""

    def __init__(self, look: Look, relations: Relations) -> None:
        self.look = look
        self.relations = relations
        self.counted = 0
        self._anchors: list[str] = []
        self._bookmarks = 0
        self._outlines = 0
        self._gap = False
        self._headings: dict[str, str] = {}

    def start(self) -> None:
        """Begin a place of its own: nothing stands above the first paragraph."""
        self._gap = False

    def blocks(self, blocks: tuple[Block, ...], frame: Frame) -> str:
        """Return blocks one after the other; what stands before a signature stays with it."""
        written = []
        for at, block in enumerate(blocks):
            follower = blocks[at + 1] if at + 1 < len(blocks) else None
            signed = isinstance(follower, Box) and follower.role == "sign"
            keep = signed or (frame.keep_next and follower is not None)
            written.append(self.block(block, replace(frame, keep_next=keep)))
        return "".join(written)

    def closed(self, blocks: tuple[Block, ...], frame: Frame) -> str:
        """Return blocks that fill a place of their own, which has to end in a paragraph."""
        self.start()
        written = self.blocks(blocks, frame)
        return written if written.endswith("</w:p>") else written + markup.END

    def block(self, block: Block, frame: Frame) -> str:
        """Return one block."""
        self._anchors.append(markup.anchor(block.key, frame.code))
        written = self._block(block, frame)
        self._anchors.clear()
        self._headings[frame.code] = plain(block.content) if isinstance(block, Heading) else ""
        return written

    def _block(self, block: Block, frame: Frame) -> str:
        match block:
            case Heading():
                return self.paragraph(f"Heading{block.level}", block.content, frame)
            case Paragraph():
                return self.paragraph(_STYLES[block.role], block.content, frame)
            case Listing():
                return self._listing(block, frame)
            case Quote():
                self._outlines += 1
                return quotes.quote(self, block, frame, self._outlines % 2)
            case Facts() | Table():
                return self._table(block, frame)
            case Cards():
                return self._cards(block, frame)
            case Figure():
                return self._figure(block, frame)
            case Box():
                self._outlines += 1
                inner = boxed(frame, block.role, self.look, self._outlines % 2)
                written = self.blocks(block.blocks, inner)
                self._gap = self._gap or inner.outline != frame.outline
                return written

    def paragraph(self, style: str, content: Inlines, frame: Frame, numbering: str = "", tabs: str = "") -> str:
        """Return a paragraph of words."""
        bidi = markup.right_to_left(content)
        return self.raw(style, markup.line(content, self.relations), frame, bidi=bidi, numbering=numbering, tabs=tabs)

    def raw(
        self,
        style: str,
        inner: str,
        frame: Frame,
        *,
        bidi: bool = False,
        numbering: str = "",
        tabs: str = "",
        indent: str = "",
    ) -> str:
        """Return a paragraph round finished markup, with the bookmark of the block that begins here.

        The order of the properties is the schema's.
        """
        side = indent
        if frame.outline:
            side = f'<w:ind w:left="{frame.indent}" w:right="{frame.indent + frame.nudge}" w:firstLine="0"/>'
        headed = style.startswith("Heading")
        gap = f'<w:spacing w:before="{mm(3)}"/>' if self._gap and not headed else ""
        self._gap = False
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>'
            + ("<w:keepNext/>" if frame.keep_next else "")
            + ("<w:keepLines/>" if frame.keep_lines else "")
            + numbering
            + frame.outline
            + frame.ground
            + tabs
            + ("<w:bidi/>" if bidi else "")
            + gap
            + side
            + f"</w:pPr>{self._marked(inner)}</w:p>"
        )

    def _marked(self, inner: str) -> str:
        for name in self._anchors:
            self._bookmarks += 1
            number = f'w:id="{self._bookmarks}"'
            inner = f'<w:bookmarkStart {number} w:name="{name}"/>{inner}<w:bookmarkEnd {number}/>'
        self._anchors.clear()
        return inner

    def _listing(self, block: Listing, frame: Frame) -> str:
        number, style = _BULLETS, "ListBullet"
        if block.ordered:
            self.counted += 1
            number, style = _BULLETS + self.counted, "ListNumber"
        numbering, tabs = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>', ""
        if frame.outline:
            # in a box every paragraph must stand in equally far, or Word draws a box round each of them
            tabs = f'<w:tabs><w:tab w:val="left" w:pos="{frame.indent + mm(6)}"/></w:tabs>'
        return "".join(
            self.paragraph(
                style,
                item,
                frame.kept(at == 0 < len(block.items) - 1),
                numbering=numbering,
                tabs=tabs,
            )
            for at, item in enumerate(block.items)
        )

    def _table(self, block: Facts | Table, frame: Frame) -> str:
        caption = plain(block.caption)
        shown = ""
        if caption and caption != self._headings.get(frame.code):
            shown = self.paragraph("Caption", block.caption, frame.kept())
        elif self._gap:  # two tables with nothing between them would become one
            shown = markup.END
        if isinstance(block, Table) and self.look.stacked_tables and len(block.head) > 3:
            return shown + self._stacked(block, frame)
        written = tables.table(self, block, frame) if isinstance(block, Table) else tables.facts(self, block, frame)
        self._gap = True
        return shown + written

    def _stacked(self, block: Table, frame: Frame) -> str:
        """Return a table that is too wide for large print as a list: *What: … Who: …*."""
        return "".join(
            self.raw(
                "Normal",
                markup.BREAK.join(
                    markup.line(head, self.relations, strong=True)
                    + markup.line((self._after(head),), self.relations)
                    + markup.line(cell, self.relations)
                    for head, cell in zip(block.head, row, strict=True)
                ),
                replace(frame, keep_lines=True),
            )
            for row in block.rows
        )

    @staticmethod
    def _after(label: Inlines) -> Run:
        """Return the colon between a label and its value, in the language of the label."""
        return replace(next(runs(label)), text=": ", strong=True, keep=False)

    def _cards(self, block: Cards, frame: Frame) -> str:
        written = []
        for card in block.cards:
            name = markup.line(card.name, self.relations, strong=True)
            lines = [markup.line(words, self.relations) for words in card.lines]
            written.append(self.raw("Card", markup.BREAK.join([name, *lines]), frame))
        return "".join(written)

    def _figure(self, block: Figure, frame: Frame) -> str:
        part, highest = _SIZES[block.size]
        outline = self.look.colours.hair.lstrip("#") if block.own else ""
        picture = drawing.drawing(
            block.picture,
            plain(block.alt),
            self.relations,
            widest=int(frame.width * part),
            highest=mm(highest),
            outline=outline,
        )
        written = self.raw("Picture", picture, frame.kept(bool(plain(block.caption))))
        return written + (self.paragraph("Caption", block.caption, frame) if plain(block.caption) else "")
