"""Plain text, for a phone or a screen reader: one line a paragraph, nothing drawn with signs.

Lines are not cut to a width: a phone cuts them to its own, and a screen reader would pause at every cut. A heading
is known by the empty lines round it. A table is told row by row, each value after its label; what is not known has
no line, for a label with nothing behind it says nothing to the ear.
Two languages always stand block by block, however the other formats lay them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

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
#: How far a heading stands in, in the list of contents, by its level.
_ENTRY = {2: "", 3: "  "}


def write(laid: LaidOut) -> str:
    """Return the document as plain text that ends with a line end."""
    edges = [content.furniture for content in laid.contents]
    head = _lines(line for edge in edges for line in (edge.left, edge.right))
    foot = _lines(edge.foot for edge in edges)
    known = listed(laid.contents)
    pieces = [head, *(text for block in _in_order(laid, known) for text in _block(block, known)), foot]
    return "\n\n".join(text for text in pieces if text) + "\n"


def _lines(edge: Iterable[Inlines]) -> str:
    """Return what stands at the edge of a page, each line once."""
    return "\n".join(text for text in dict.fromkeys(map(_words, edge)) if text)


def _in_order(laid: LaidOut, known: Listed) -> Iterator[Block]:
    """Yield the blocks as they are read: block by block, each in the first language and then in the next.

    What is alike in both (a telephone number under a name) is said once; a picture has its words in each of them.
    """
    for row in laid.rows:
        yield from _distinct([block for block in row.cells if block is not None], known)
    if not laid.rows:
        first, *others = (list(content.blocks) for content in laid.contents)
        for other in others:
            first = _merged(first, other, known)
        yield from first


def _distinct(blocks: list[Block], known: Listed) -> list[Block]:
    """Return the blocks of a row without those that say the same as one before."""
    said = [list(_block(block, known)) for block in blocks]
    return [block for at, block in enumerate(blocks) if said.index(said[at]) == at]


def _merged(first: list[Block], other: list[Block], known: Listed) -> list[Block]:
    """Return two lists in one: each block of the other after its pair, or after what it followed."""
    merged, at = list(first), 0
    for block in other:
        keys = [one.key for one in merged]
        if block.key in keys:
            at = len(keys) - keys[::-1].index(block.key)
            if len(_distinct([merged[at - 1], block], known)) == 1:
                continue
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
            yield _facts(block)
        case Table():
            yield _words(block.caption)
            for row in block.rows:
                yield _pairs(zip(block.head, row, strict=True))
        case Cards():
            for card in block.cards:
                yield "\n".join(text for line in (card.name, *card.lines) if (text := _words(line)))
        case Figure():
            yield _figure(block)
        case Frame():
            pieces = [_figure(block.figure)] if block.figure else []
            pieces += [_words(line) for line in block.words]
            yield f"{block.number}. " + "\n".join(pieces)
        case Contents():
            yield _words(block.title)
            yield "\n".join(map(_entry, known.get(block, ())))
        case Box():
            for inner in block.blocks:
                yield from _block(inner, known)


def _figure(block: Figure) -> str:
    """Return what a picture shows, and its caption under it."""
    return "\n".join(text for text in (f"[{_words(block.alt)}]", _words(block.caption)) if text)


def _quote(block: Quote) -> str:
    """Return somebody's words between speech marks, indented, and who said them on the line below."""
    lines: list[str] = []
    for said in (block.words, block.translation):
        if said:
            words = "\n".join(_words(line) for line in said)
            lines += f"{block.marks[0]}{words}{block.marks[1]}".split("\n")
    return "\n".join(_QUOTE_INDENT + line for line in [*lines, *(_words(line) for line in block.who)])


def _entry(heading: Heading) -> str:
    """Return a line of the list of contents; a heading without a number has a dash in its place."""
    return _ENTRY[heading.level] + ("" if heading.number else "- ") + named(heading)


def _facts(block: Facts) -> str:
    """Return label and value on a line each; a label that several rows share is said once, over a list."""
    lines = []
    for label, rows in groupby(block.rows, key=lambda row: _words(row[0])):
        values = [value for _, value in rows if plain(value)]
        if len(values) > 1 and label:
            lines += [_label(label), *(f"- {_words(value)}" for value in values)]
        else:
            lines += [_labelled(label, value) for value in values]
    return "\n".join(lines)


def _pairs(rows: Iterable[tuple[Inlines, Inlines]]) -> str:
    """Return label and value on a line each; a label without a value has none."""
    return "\n".join(_labelled(_words(label), value) for label, value in rows if plain(value))


def _labelled(label: str, value: Inlines) -> str:
    return f"{_label(label)} {_words(value)}" if label else _words(value)


def _label(label: str) -> str:
    """Return a label with its colon; a question has its own mark."""
    return label if label.endswith((":", "?")) else f"{label}:"
