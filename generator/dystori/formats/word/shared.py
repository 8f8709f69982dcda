"""What two languages share in a Word file: a picture once, with its words in each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dystori.tree import Block, Content, Figure, Inlines, Row, plain, runs


def cells(row: Row, contents: Sequence[Content]) -> list[tuple[Content, Block]]:
    """Return the blocks of a row that are to be written, each with the content it belongs to."""
    pairs = zip(contents, row.cells, strict=False)
    found = [(content, block) for content, block in pairs if block is not None]
    if row.shared and found:
        return [(found[0][0], _once([block for _, block in found]))]
    return found


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
