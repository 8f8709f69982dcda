"""Two languages beside each other in Word: one row of a table a pair of blocks, headed by the languages' names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dystori.formats.word import markup, tables
from dystori.formats.word.blocks import Writer
from dystori.formats.word.looks import mm
from dystori.formats.word.setting import Setting
from dystori.tree import Block, Box, Contents, Facts, Frame, LaidOut, Row, Table, lines_of, plain

#: A pair of blocks with fewer letters than this in each language is never parted by the end of a page.
_SHORT: Final = 700
#: … and no more lines than this (a list).
_MANY: Final = 12
#: A table is parted only where it is higher than this part of a page.
_LOWEST_PARTED: Final = 0.8


class Beside:
    """Writes the rows of a document in two languages as rows of tables."""

    def __init__(self, laid: LaidOut, writer: Writer) -> None:
        self.laid = laid
        self.writer = writer
        self.look = writer.look
        self._places = self._settings()

    def table(self, rows: Sequence[str]) -> str:
        """Return finished rows as one table, headed by the names of the languages."""
        if not rows:
            return ""
        settings = self._places
        self.writer.start()
        names = [content.language_name for content in self.laid.contents]
        heads = "".join(
            tables.cell(
                width,
                self.writer.raw(
                    "LanguageHead",
                    f"<w:r>{markup.properties(content.tag)}<w:t>{markup.escape(content.language_name)}</w:t></w:r>",
                    setting,
                ),
                margins=_margins(0, sides),
            )
            for content, (setting, width, sides) in zip(self.laid.contents, settings, strict=True)
        )
        widths = [width for _, width, _ in settings]
        start = tables.opening(" / ".join(names), "", widths, tables.look_flags(True, False))
        head = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>"
        return f"{start}{head}{''.join(rows)}</w:tbl>"

    def _settings(self) -> list[tuple[Setting, int, tuple[int, int]]]:
        """Return for each column the setting of its blocks, the width of its cell, and the white at its sides."""
        total, gap = self.look.paper.text, mm(10)
        count = len(self.laid.contents)
        widths = tables.shares([1] * count, total)
        found = []
        for at, (content, width) in enumerate(zip(self.laid.contents, widths, strict=True)):
            left = gap // 2 if at else 0
            right = gap // 2 if at < count - 1 else 0
            setting = Setting(width - left - right, content.code, in_row=True)
            found.append((setting, width, (left, right)))
        return found

    def row(self, row: Row, *, stays: bool) -> str:
        """Return a row of the table; ``stays`` keeps it with the next one."""
        air = mm(2) if any(isinstance(block, Box | Table | Facts) for block in row.cells) else 0
        cells = []
        for block, (setting, width, sides) in zip(row.cells, self._places, strict=True):
            placed = setting.keeping(stays)
            inner = self.writer.closed((block,), placed) if block is not None else markup.END
            cells.append(tables.cell(width, inner, margins=_margins(air, sides)))
        pairs = zip(row.cells, self._places, strict=True)
        short = all(self._is_short(block, setting) for block, (setting, _, _) in pairs if block is not None)
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if short else ""
        return f"<w:tr>{whole}{''.join(cells)}</w:tr>"

    def _is_short(self, block: Block, setting: Setting) -> bool:
        """Return whether a block surely fits on less than a page on its side."""
        if isinstance(block, Contents | Frame):
            return isinstance(block, Frame)
        if isinstance(block, Table | Facts):  # within a cell, Word does not repeat the heads of a table
            return tables.height(block, setting, self.look) < _LOWEST_PARTED * self.look.paper.tall
        lines = [len(plain(line)) for line in lines_of(block)]
        return sum(lines) < _SHORT and len(lines) < _MANY


def _margins(air: int, sides: tuple[int, int]) -> str:
    """Return the white inside a cell: above and below, left and right."""
    edges = (("top", air), ("left", sides[0]), ("bottom", air), ("right", sides[1]))
    return "".join(f'<w:{name} w:w="{width}" w:type="dxa"/>' for name, width in edges)
