"""What the end of a page never parts: a label from what it leads in to, a worry from whose fault it is not, a signature
from the words it stands under."""

from __future__ import annotations

from dystori.tree import Block, Box, Heading, Paragraph, plain


def stays(block: Block | None, follower: Block | None) -> bool:
    """Return whether a block stays on the page of the one that follows it."""
    match follower:
        case None:
            return False
        case Box(role="sign"):
            return True
        case Paragraph(role="stand", number="") if isinstance(block, Box) and block.role == "worry":
            return True
    if isinstance(block, Heading):
        return True
    return isinstance(block, Paragraph) and not isinstance(follower, Heading) and _leads_in(block)


def _leads_in(paragraph: Paragraph) -> bool:
    """Return whether a paragraph says what comes next: *2.4 An ordinary day*, *Nesta (mam-gu)*, *We saw this:*."""
    return paragraph.role in ("stand", "note") or plain(paragraph.content).rstrip().endswith(":")
