"""The Word file: the letterhead of the process, the body of the document, one zip with fixed order and dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby

from dystori.formats.frames import strip
from dystori.formats.headings import listed
from dystori.formats.word import contents, markup, parts
from dystori.formats.word.beside import Beside
from dystori.formats.word.blocks import Writer
from dystori.formats.word.edges import Edges
from dystori.formats.word.letterhead import letterhead
from dystori.formats.word.looks import look
from dystori.formats.word.package import entry, pack
from dystori.formats.word.relations import Media, Relations
from dystori.formats.word.sections import Sections, ended
from dystori.formats.word.setting import Setting
from dystori.formats.word.shared import cells
from dystori.formats.word.staying import stays
from dystori.formats.word.storyboard import storyboard
from dystori.library import Library
from dystori.tree import Block, Content, Frame, Heading, LaidOut, Table, lines_of, plain, walk

#: A table with more columns than this is too wide for half a page on its side.
_NARROW = 4
#: What leads in to a storyboard has a page of its own when it has more letters than this.
_LEAD = 300


def write(laid: LaidOut, library: Library) -> bytes:
    """Return the document as a Word file; the same document gives the same bytes.

    Raises TemplateError when the letterhead, or the organisation's colour, cannot be used.
    """
    return _Document(laid, library).file()


class _Document:
    """One Word file while it is written."""

    def __init__(self, laid: LaidOut, library: Library) -> None:
        self.laid = laid
        self.look = look(laid.style, laid.arrangement)
        self.media = Media()
        self.relations = Relations(self.media)
        for part in ("styles", "settings", "fontTable", "theme", "numbering"):
            self.relations.within(part, f"{part}.xml")
        shared = {block.key: found[0][0].code for row in laid.rows if row.shared
                  for found in [cells(row, laid.contents)] for block in walk((found[0][1],))}  # fmt: skip
        self.writer = Writer(self.look, self.relations, listed(laid.contents), shared)
        if not laid.rows:  # in rows, the headings of two languages stand among each other
            self.writer.fields = contents.fields([content.code for content in laid.contents])
        self.letterhead = partial(letterhead, library, self.look, laid.contents[0].tag)
        self.edges = Edges(laid.style, self.look, self.media, self.letterhead)
        self.sections = Sections(self.look, self.relations, self.edges, running=laid.style.voice == "report")

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
            case "one" | "back-to-back" | "facing":
                body = self._one_after_another()
            case "blocks":
                body = self._block_by_block()
            case "columns":
                body = self._columns() + self.sections.first(self.laid.contents)
        return f"{markup.PROLOGUE}<w:document {markup.NAMESPACES}>{ground}<w:body>{body}</w:body></w:document>"

    def _one_after_another(self) -> str:
        """Return each content with its own page edges and numbers."""
        contents = self.laid.contents
        # The pages of one language among two are not counted: only Word itself can, and the others would say "of 1".
        pages = "NUMPAGES" if len(contents) == 1 else ""
        written = []
        for content in contents:
            rows = [(block,) for block in content.blocks]
            words, section = self._sectioned(rows, (content,), pages, partial(self._blocks_of, content))
            words = self.writer.within_range(words, content.code)
            written.append(words + section if content is contents[-1] else ended(words, section))
        return "".join(written)

    def _blocks_of(self, content: Content, start: int, end: int, width: int) -> str:
        """Return blocks of one language, one under the other."""
        return self.writer.closed(content.blocks[start:end], Setting(width, content.code, margin=self.look.margin))

    def _block_by_block(self) -> str:
        """Return the rows one under the other; a storyboard's frame holds both languages."""
        rows = [row.cells for row in self.laid.rows]
        return "".join(self._sectioned(rows, self.laid.contents, "NUMPAGES", self._rows))

    def _rows(self, start: int, end: int, width: int) -> str:
        """Return rows from one to before another, one under the other."""
        self.writer.start()
        codes = [content.code for content in self.laid.contents]
        strips = [strip(row, codes) for row in self.laid.rows]
        written = []
        for together, group in groupby(range(start, end), key=lambda at: bool(strips[at])):
            run = list(group)
            if run[0] > start:
                self.writer.next_column()
            if together:
                placed = [[(frame, Setting(width, code)) for code, frame in strips[at]] for at in run]
                written.append(storyboard(self.writer, placed, titled=run[0] == start))
            else:
                written += [self._under(at, width) for at in run]
        return _closed("".join(written))

    def _sectioned(
        self,
        rows: Sequence[Sequence[Block | None]],
        contents: Sequence[Content],
        pages: str,
        write: Callable[[int, int, int], str],
    ) -> tuple[str, str]:
        """Return rows and the properties of the section they end in.

        Where a page has columns, what leads in to a storyboard (its title) stands across them. ``write`` writes rows
        from one to before another in a width.
        """
        lead = _lead(rows) if self.look.columns > 1 else len(rows)
        if lead in (0, len(rows)):
            columns, width = (1, self.look.paper.text) if lead else (self.look.columns, self.look.paper.half)
            return write(0, len(rows), width), self.sections.first(contents, pages, columns)
        title = ended(write(0, lead, self.look.paper.text), self.sections.first(contents, pages))
        letters = sum(len(plain(line)) for row in rows[:lead] for block in row if block for line in lines_of(block))
        section = self.sections.onward(self.look.columns, same_page=letters < _LEAD)
        return title + write(lead, len(rows), self.look.paper.half), section

    def _under(self, at: int, width: int) -> str:
        """Return a row as one block under the other."""
        keep = self._stays(at)
        return "".join(
            self.writer.block(block, Setting(width, content.code, keep_next=keep))
            for content, block in cells(self.laid.rows[at], self.laid.contents)
        )

    def _columns(self) -> str:
        """Return the rows beside each other, and what both languages share, or is too wide, across the page."""
        pairs = Beside(self.laid, self.writer)
        written: list[str] = []
        beside: list[str] = []
        for at, row in enumerate(self.laid.rows):
            wide = any(isinstance(cell, Table) and len(cell.head) > _NARROW for cell in row.cells)
            if row.shared or wide:
                written += [pairs.table(beside), self._under(at, self.look.paper.text)]
                beside = []
            else:
                beside.append(pairs.row(row, stays=self._stays(at)))
        written.append(pairs.table(beside))
        return _closed("".join(written))

    def _stays(self, at: int) -> bool:
        """Return whether a row stays with the one that follows it."""
        following = self.laid.rows[at + 1].cells if at + 1 < len(self.laid.rows) else ()
        return any(stays(block, follower) for block, follower in zip(self.laid.rows[at].cells, following, strict=False))


def _lead(rows: Sequence[Sequence[Block | None]]) -> int:
    """Return how many rows lead in: all before the first frame, and where there is none all to the title."""
    for at, row in enumerate(rows):
        if any(isinstance(block, Frame) for block in row):
            return at
    titles = [at for at, row in enumerate(rows) for block in row if isinstance(block, Heading) and block.level == 1]
    return titles[0] + 1 if titles else 0


def _closed(body: str) -> str:
    """Return a body that ends in a paragraph, as it must."""
    return body if body.endswith("</w:p>") else body + markup.END
