"""The headings of a long record: which of them its contents list, and how they are pointed to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Final

from dystori.tree import Content, Contents, Heading, plain, walk

#: The levels that a list of contents holds; level 1 is the title of the document.
LISTED: Final = (2, 3)

Listed = Mapping[Contents, tuple[Heading, ...]]


def listed(contents: Sequence[Content]) -> Listed:
    """Return the headings that each list of contents holds: those of its own language."""
    found: dict[Contents, tuple[Heading, ...]] = {}
    for content in contents:
        blocks = tuple(walk(content.blocks))
        headings = tuple(block for block in blocks if isinstance(block, Heading) and block.level in LISTED)
        for block in blocks:
            if isinstance(block, Contents):
                found.setdefault(block, headings)
    return found


def named(heading: Heading) -> str:
    """Return the words of a heading after its number, as a list of contents and a page's edge give them."""
    return " ".join(text for text in (heading.number, plain(heading.content)) if text)


def anchor(key: str, code: str) -> str:
    """Return the name by which a block in one language of the document is pointed to.

    The name is a hash, so it says nothing about the block, and anybody who knows the key and the language's
    code can work it out again. A leading underscore keeps it out of Word's own list of bookmarks.
    """
    digest = blake2b(f"{code}\n{key}".encode(), digest_size=8, person=b"dystori-block").hexdigest()
    return f"_b_{digest}"
