"""What stays on one page in Word, beside what no format parts: a list and its lead-in, a line and what it is about."""

from __future__ import annotations

from typing import Final

from dystori.formats import staying
from dystori.tree import Block, Inlines, Listing, Paragraph, runs

#: A paragraph with fewer letters than this, some four lines, stays on one page.
_SHORT: Final = 240


def stays(block: Block | None, follower: Block | None) -> bool:
    """Return whether a block stays on the page of the one that follows it."""
    match follower:
        case Paragraph(role="small"):  # who is worried, who signed
            return block is not None
        case Listing() if isinstance(block, Paragraph) and is_short(block.content):
            return True
    return staying.stays(block, follower)


def is_short(content: Inlines) -> bool:
    """Return whether a paragraph is so short that it is never parted."""
    return sum(len(run.text) for run in runs(content)) < _SHORT
