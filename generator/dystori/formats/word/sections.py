"""Sections of a Word file: paper, columns, page edges, and where page numbers begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dystori.formats.word.edges import Edges
from dystori.formats.word.looks import GAP, Look, mm
from dystori.formats.word.relations import Relations
from dystori.tree import Content

#: How far from the edge of the sheet the header and the footer stand.
_EDGE: Final = mm(10)


class Sections:
    """Writes the properties of each section."""

    def __init__(self, look: Look, relations: Relations, edges: Edges, *, running: bool) -> None:
        """Keep what sections share; ``running`` says that page edges name the heading a page is under."""
        self._look = look
        self._relations = relations
        self._edges = edges
        self._running = running

    def first(self, contents: Sequence[Content], pages: str = "NUMPAGES", columns: int = 1) -> str:
        """Return the properties of a section with page edges of its own, on a new page, numbered from 1.

        The heading a page is under is that of one language, and the first page, where none may stand yet, has none.
        """
        running = self._running and len(contents) == 1
        header, footer = self._edges.section(contents, pages, running=running)
        names = [("header", "default", header), ("footer", "default", footer)]
        if running:
            names += [("header", "first", self._edges.section(contents, pages)[0]), ("footer", "first", footer)]
        edges = "".join(
            f'<w:{kind}Reference w:type="{when}" r:id="{self._relations.within(kind, name)}"/>'
            for kind, when, name in names
        )
        numbers = '<w:pgNumType w:start="1"/>'
        return self._properties(edges, "nextPage", numbers, columns, "<w:titlePg/>" if running else "")

    def onward(self, columns: int, *, same_page: bool) -> str:
        """Return the properties of a section that goes on under the same page edges."""
        return self._properties("", "continuous" if same_page else "nextPage", "", columns, "")

    def _properties(self, edges: str, kind: str, numbers: str, columns: int, title: str) -> str:
        paper = self._look.paper
        across = ' w:orient="landscape"' if paper.width > paper.height else ""
        beside = f'<w:cols w:num="{columns}" w:space="{GAP}"/>' if columns > 1 else ""
        return (
            f'<w:sectPr>{edges}<w:type w:val="{kind}"/>'
            f'<w:pgSz w:w="{paper.width}" w:h="{paper.height}"{across}/>'
            f'<w:pgMar w:top="{paper.top}" w:right="{paper.side}" w:bottom="{paper.bottom}" w:left="{paper.side}"'
            f' w:header="{_EDGE}" w:footer="{_EDGE}" w:gutter="0"/>{numbers}{beside}{title}</w:sectPr>'
        )


def ended(words: str, section: str) -> str:
    """Return words whose last paragraph ends a section: Word keeps a section's properties there."""
    at = words.index("</w:pPr>", words.rindex("<w:p>"))
    return words[:at] + section + words[at:]
