"""Plain text, for a phone or a screen reader: one line a paragraph, nothing drawn with signs.

Lines are not cut to a width: a phone cuts them to its own. A heading is known by the empty lines round it.
Two languages always stand block by block, however the other formats lay them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dystori.formats.headings import Listed, listed, named
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
    LaidOut,
    Link,
    Listing,
    Paragraph,
    Quote,
    Table,
    plain,
)

_QUOTE_INDENT = "    "
#: What stands before a heading in the list of contents, by its level.
_ENTRY = {2: "- ", 3: "  - "}


def write(laid: LaidOut) -> str:
    """Return the document as plain text that ends with a line end."""
    edges = [content.furniture for content in laid.contents]
    head = _lines(line for edge in edges for line in (edge.left, edge.right))
    foot = _lines(edge.foot for edge in edges)
    known = listed(laid.contents)
    pieces = [head, *(text for block in _in_order(laid) for text in _block(block, known)), foot]
    return "\n\n".join(text for text in pieces if text) + "\n"


def _lines(edge: Iterable[Inlines]) -> str:
    """Return what stands at the edge of a page, each line once."""
    return "\n".join(text for text in dict.fromkeys(map(_words, edge)) if text)


def _in_order(laid: LaidOut) -> Iterator[Block]:
    """Yield the blocks as they are read: block by block, each in the first language and then in the next."""
    for row in laid.rows:
        found = [block for block in row.cells if block is not None]
        yield from _distinct(found) if row.shared else found
    if not laid.rows:
        first, *others = (list(content.blocks) for content in laid.contents)
        for other in others:
            first = _merged(first, other)
        yield from first


def _distinct(blocks: list[Block]) -> list[Block]:
    """Return a block that both languages share; a picture has its words in each of them."""
    said = [list(_block(block, {})) for block in blocks]
    return [block for at, block in enumerate(blocks) if said.index(said[at]) == at]


def _merged(first: list[Block], other: list[Block]) -> list[Block]:
    """Return two lists in one: each block of the other after its pair, or after what it followed."""
    merged, at = list(first), 0
    for block in other:
        keys = [one.key for one in merged]
        if block.key in keys:
            at = len(keys) - keys[::-1].index(block.key)
        merged.insert(at, block)
        at += 1
    return merged


def _words(line: Inlines) -> str:
    """Return the words of a line, and where a link leads if its own words do not say it."""
    written = []
    for inline in line:
        text = plain((inline,))
        written.append(text)
        if isinstance(inline, Link):
            scheme, _, address = inline.href.partition(":")
            bare = re.sub(r"^//(www\.)?|/$", "", address)
            said = any(letter.isdigit() for letter in text) if scheme == "tel" else bare in text
            written.append("" if said else f" ({inline.href if scheme == 'https' else address})")
    return "".join(written)


def _block(block: Block, known: Listed) -> Iterator[str]:
    """Yield the paragraphs of a block; a paragraph may have several lines."""
    match block:
        case Heading() | Paragraph():
            yield " ".join(text for text in (block.number, _words(block.content)) if text)
        case Listing():
            marks = (f"{at}. " if block.ordered else "- " for at in range(1, len(block.items) + 1))
            yield "\n".join(mark + _words(item) for mark, item in zip(marks, block.items, strict=True))
        case Quote():
            yield _quote(block)
        case Facts():
            yield _words(block.caption)
            yield _pairs(block.rows)
        case Table():
            yield _words(block.caption)
            for row in block.rows:
                yield _pairs(zip(block.head, row, strict=True))
        case Cards():
            for card in block.cards:
                yield "\n".join(_words(line) for line in (card.name, *card.lines))
        case Figure():
            yield _figure(block)
        case Frame():
            pieces = [_figure(block.figure)] if block.figure else []
            pieces += [_words(line) for line in block.words]
            yield f"{block.number}. " + "\n".join(pieces)
        case Contents():
            yield _words(block.title)
            yield "\n".join(_ENTRY[heading.level] + named(heading) for heading in known.get(block, ()))
        case Box():
            for inner in block.blocks:
                yield from _block(inner, known)


def _figure(block: Figure) -> str:
    """Return what a picture shows, and its caption under it."""
    return "\n".join(text for text in (f"[{_words(block.alt)}]", _words(block.caption)) if text)


def _quote(block: Quote) -> str:
    """Return somebody's words between speech marks, indented, and who said them on the line below."""
    words = "\n".join(_words(line) for line in block.words)
    spoken = f"{block.marks[0]}{words}{block.marks[1]}".replace("\n", f"\n{_QUOTE_INDENT}")
    return "\n".join([_QUOTE_INDENT + spoken, *(_QUOTE_INDENT + _words(line) for line in block.who)])


def _pairs(rows: Iterable[tuple[Inlines, Inlines]]) -> str:
    """Return label and value on a line each."""
    return "\n".join(f"{_words(label)}: {_words(value)}" for label, value in rows)
