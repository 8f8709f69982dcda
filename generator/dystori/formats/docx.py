"""The Word file: the letterhead of the process, the body of the document, one zip with fixed order and dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from dystori.formats.word import markup, parts, tables
from dystori.formats.word.blocks import Writer
from dystori.formats.word.edges import Edges
from dystori.formats.word.frame import Frame
from dystori.formats.word.letterhead import letterhead
from dystori.formats.word.looks import look, mm
from dystori.formats.word.package import entry, pack
from dystori.formats.word.relations import Media, Relations
from dystori.library import Library
from dystori.tree import Block, Box, Content, Facts, Figure, Inlines, LaidOut, Row, Table, lines_of, plain, runs

#: A pair of blocks with fewer letters than this in each language is never parted by the end of a page.
_SHORT = 700
#: … and no more lines than this (a list, a table).
_MANY = 12
#: A table with more columns than this is too wide for half a page on its side.
_NARROW = 4
#: How far from the edge of the sheet the header and the footer stand.
_EDGE = mm(10)


def write(laid: LaidOut, library: Library) -> bytes:
    """Return the document as a Word file; the same document gives the same bytes.

    Raises TemplateError when the letterhead, or the organisation's colour, cannot be used.
    """
    return _Document(laid, library).file()


class _Document:
    """One Word file while it is written."""

    def __init__(self, laid: LaidOut, library: Library) -> None:
        self.laid = laid
        self.look = look(laid.style, on_its_side=laid.arrangement == "columns")
        self.media = Media()
        self.relations = Relations(self.media)
        for part in ("styles", "settings", "fontTable", "theme", "numbering"):
            self.relations.within(part, f"{part}.xml")
        self.writer = Writer(self.look, self.relations)
        self.letterhead = partial(letterhead, library, self.look, laid.contents[0].tag)
        self.edges = Edges(laid.style, self.media, self.letterhead)

    def file(self) -> bytes:
        """Return the bytes: what never changes as it was compressed once, and what this document says."""
        document = self._document()
        head = self.letterhead(1)
        texts = {
            "word/document.xml": document,
            "word/_rels/document.xml.rels": self.relations.xml(),
            "word/numbering.xml": parts.numbering(head.numbering, self.writer.counted),
            **{name: text for name, text in self.edges.parts.items() if text},
            "docProps/core.xml": parts.properties(self.laid.contents),
        }
        names = [*(part.name.decode() for part in head.ready), *texts]
        written = [entry("[Content_Types].xml", parts.content_types(names).encode()), parts.ROOT, *head.ready]
        written += [entry(name, text.encode()) for name, text in texts.items()]
        written += [entry(f"word/{name}", data) for name, data in self.media.files.items()]
        return pack(written)

    def _document(self) -> str:
        ground = f'<w:background w:color="{self.look.ground}"/>' if self.look.ground else ""
        match self.laid.arrangement:
            case "one" | "back-to-back":
                body = self._one_after_another()
            case "blocks":
                body = self._blocks() + self._section(self.laid.contents)
            case "columns":
                body = self._columns() + self._section(self.laid.contents)
        return f"{markup.PROLOGUE}<w:document {markup.NAMESPACES}>{ground}<w:body>{body}</w:body></w:document>"

    def _one_after_another(self) -> str:
        """Return each content as a section of its own, with its own page edges and numbers."""
        pages = "NUMPAGES" if len(self.laid.contents) == 1 else "SECTIONPAGES"
        written = []
        for at, content in enumerate(self.laid.contents):
            words = self.writer.closed(content.blocks, Frame(self.look.paper.text, content.code))
            section = self._section((content,), pages)
            written.append(words + section if at == len(self.laid.contents) - 1 else _ended(words, section))
        return "".join(written)

    def _blocks(self) -> str:
        """Return the rows one under the other."""
        return _closed("".join(self._under(at) for at in range(len(self.laid.rows))))

    def _under(self, at: int) -> str:
        """Return a row as one block under the other; one before a signature stays with it."""
        signed = self._is_signed(at)
        return "".join(
            self.writer.block(block, Frame(self.look.paper.text, content.code, keep_next=signed))
            for content, block in self._cells(self.laid.rows[at])
        )

    def _cells(self, row: Row) -> Iterable[tuple[Content, Block]]:
        """Yield the blocks of a row that are to be written, each with the content it belongs to."""
        found = [
            (content, block) for content, block in zip(self.laid.contents, row.cells, strict=False) if block is not None
        ]
        if row.shared and found:
            return [(found[0][0], _once([block for _, block in found]))]
        return found

    def _columns(self) -> str:
        """Return the rows beside each other, and what both languages share, or is too wide, across the page."""
        written: list[str] = []
        beside: list[str] = []
        for at, row in enumerate(self.laid.rows):
            wide = any(isinstance(cell, Table) and len(cell.head) > _NARROW for cell in row.cells)
            if row.shared or wide:
                written += [self._pairs(beside), self._under(at)]
                beside = []
            else:
                beside.append(self._beside(at))
        written.append(self._pairs(beside))
        return _closed("".join(written))

    def _is_signed(self, at: int) -> bool:
        """Return whether a signature follows a row."""
        following = self.laid.rows[at + 1].cells if at + 1 < len(self.laid.rows) else ()
        return any(isinstance(block, Box) and block.role == "sign" for block in following)

    def _pairs(self, rows: Sequence[str]) -> str:
        """Return finished rows as one table, headed by the names of the languages."""
        if not rows:
            return ""
        frames = self._frames()
        self.writer.start()
        names = [content.language_name for content in self.laid.contents]
        heads = "".join(
            tables.cell(
                width,
                self.writer.raw(
                    "LanguageHead",
                    f"<w:r>{markup.properties(content.tag)}<w:t>{markup.escape(content.language_name)}</w:t></w:r>",
                    frame,
                ),
                margins=_margins(0, sides),
            )
            for content, (frame, width, sides) in zip(self.laid.contents, frames, strict=True)
        )
        widths = [width for _, width, _ in frames]
        start = tables.opening(" / ".join(names), "", widths, tables.look_flags(True, False))
        head = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
        return f"{start}{head}{''.join(rows)}</w:tbl>"

    def _frames(self) -> list[tuple[Frame, int, tuple[int, int]]]:
        """Return for each column the frame of its blocks, the width of its cell, and the white at its sides."""
        total, gap = self.look.paper.text, mm(10)
        count = len(self.laid.contents)
        widths = tables.shares([1] * count, total)
        found = []
        for at, (content, width) in enumerate(zip(self.laid.contents, widths, strict=True)):
            left = gap // 2 if at else 0
            right = gap // 2 if at < count - 1 else 0
            frame = Frame(width - left - right, content.code, in_row=True)
            found.append((frame, width, (left, right)))
        return found

    def _beside(self, at: int) -> str:
        """Return a row of the table; one before a signature stays with it."""
        row = self.laid.rows[at]
        air = mm(2) if any(isinstance(block, Box | Table | Facts) for block in row.cells) else 0
        cells = []
        for block, (frame, width, sides) in zip(row.cells, self._frames(), strict=True):
            placed = replace(frame, keep_next=self._is_signed(at))
            inner = self.writer.closed((block,), placed) if block is not None else markup.END
            cells.append(tables.cell(width, inner, margins=_margins(air, sides)))
        short = all(_is_short(block) for block in row.cells if block is not None)
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if short else ""
        return f"<w:tr>{whole}{''.join(cells)}</w:tr>"

    def _section(self, contents: Sequence[Content], pages: str = "NUMPAGES") -> str:
        """Return the properties of a section: its page edges, its paper, page numbers from 1."""
        paper = self.look.paper
        header, footer = self.edges.section(contents, pages)
        across = ' w:orient="landscape"' if paper.width > paper.height else ""
        edges = (
            f'<w:headerReference w:type="default" r:id="{self.relations.within("header", header)}"/>'
            f'<w:footerReference w:type="default" r:id="{self.relations.within("footer", footer)}"/>'
        )
        return (
            f'<w:sectPr>{edges}<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{paper.width}" w:h="{paper.height}"{across}/>'
            f'<w:pgMar w:top="{paper.top}" w:right="{paper.side}" w:bottom="{paper.bottom}" w:left="{paper.side}"'
            f' w:header="{_EDGE}" w:footer="{_EDGE}" w:gutter="0"/><w:pgNumType w:start="1"/></w:sectPr>'
        )


def _margins(air: int, sides: tuple[int, int]) -> str:
    """Return the white inside a cell: above and below, left and right."""
    edges = (("top", air), ("left", sides[0]), ("bottom", air), ("right", sides[1]))
    return "".join(f'<w:{name} w:w="{width}" w:type="dxa"/>' for name, width in edges)


def _once(blocks: Sequence[Block]) -> Block:
    """Return a block that both languages share; a picture keeps its words in each of them."""
    first, *others = blocks
    for other in others:
        if isinstance(first, Figure) and isinstance(other, Figure):
            alt, caption = _joined(first.alt, other.alt, " / "), _joined(first.caption, other.caption, "\n")
            first = replace(first, alt=alt, caption=caption)
    return first


def _joined(first: Inlines, other: Inlines, between: str) -> Inlines:
    """Return two lines as one, or one of them where they say the same or one says nothing."""
    if not plain(other) or plain(first) == plain(other):
        return first
    if not plain(first):
        return other
    return (*first, replace(next(runs(other)), text=between), *other)


def _closed(body: str) -> str:
    """Return a body that ends in a paragraph, as it must."""
    return body if body.endswith("</w:p>") else body + markup.END


def _is_short(block: Block) -> bool:
    """Return whether a block surely fits on less than half a page on its side."""
    lines = [len(plain(line)) for line in lines_of(block)]
    return sum(lines) < _SHORT and len(lines) < _MANY


def _ended(words: str, section: str) -> str:
    """Return words whose last paragraph ends a section: Word keeps a section's properties there."""
    at = words.index("</w:pPr>", words.rindex("<w:p>"))
    return words[:at] + section + words[at:]
