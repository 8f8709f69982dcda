"""Lists, people, pictures, and tables told as lists: blocks that are a paragraph for each thing they hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dystori.formats.word import drawing, markup
from dystori.formats.word.looks import mm
from dystori.formats.word.setting import Setting
from dystori.tree import Cards, Figure, Inlines, Listing, Table, plain, runs

if TYPE_CHECKING:
    from dystori.formats.word.blocks import Writer

#: A picture's part of the width of the text, and its greatest height in millimetres.
_SIZES: Final = {"banner": (1.0, 48), "wide": (1.0, 110), "medium": (0.6, 80)}
#: The numbering of every bulleted list; each counted list has one of its own after it, and starts at 1.
_BULLETS: Final = 1


def listing(writer: Writer, block: Listing, setting: Setting) -> str:
    """Return a real list, bulleted or counted."""
    number, style = _BULLETS, "ListBullet"
    if block.ordered:
        writer.counted += 1
        number, style = _BULLETS + writer.counted, "ListNumber"
    numbering, tabs = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>', ""
    if setting.outline:
        # in a box every paragraph must stand in equally far, or Word draws a box round each of them
        tabs = f'<w:tabs><w:tab w:val="left" w:pos="{setting.indent + mm(6)}"/></w:tabs>'
    return "".join(
        writer.paragraph(
            style,
            item,
            setting.nth(at, len(block.items)),
            numbering=numbering,
            tabs=tabs,
            after=round(writer.look.paragraph_gap * 20) if at == len(block.items) - 1 else 0,
        )
        for at, item in enumerate(block.items)
    )


def stacked(writer: Writer, block: Table, setting: Setting) -> str:
    """Return a table that is too wide for large print as a list: *What: … Who: …*; what is not known is left out."""
    rows = [[(head, cell) for head, cell in zip(block.head, row, strict=True) if plain(cell)] for row in block.rows]
    rows = [row for row in rows if row]
    return "".join(
        writer.raw("Normal", markup.BREAK.join(_labelled(writer, *pair) for pair in row), place, whole=True)
        for row, place in ((row, setting.nth(at, len(rows))) for at, row in enumerate(rows))
    )


def cards(writer: Writer, block: Cards, setting: Setting) -> str:
    """Return a paragraph for each person: the name, and what they do or how to reach them."""
    written = []
    for card in block.cards:
        name = markup.line(card.name, writer.relations, strong=True)
        lines = [markup.line(words, writer.relations) for words in card.lines]
        written.append(writer.raw("Card", markup.BREAK.join([name, *lines]), setting))
    return "".join(written)


def figure(writer: Writer, block: Figure, setting: Setting) -> str:
    """Return a picture and its caption, which stay together."""
    part, highest = _SIZES[block.size]
    outline = writer.look.colours.hair.lstrip("#") if block.own else ""
    picture = drawing.drawing(
        block.picture,
        plain(block.alt),
        writer.relations,
        widest=int(setting.width * part),
        highest=mm(highest),
        outline=outline,
    )
    written = writer.raw("Picture", picture, setting.kept(bool(plain(block.caption))))
    return written + (writer.paragraph("Caption", block.caption, setting) if plain(block.caption) else "")


def _labelled(writer: Writer, label: Inlines, value: Inlines) -> str:
    """Return a value after its label; between them a colon, or a blank after a question."""
    told = [markup.line(label, writer.relations, strong=True)]
    for first in list(runs(label))[:1]:
        between = " " if plain(label).endswith((":", "?")) else ": "
        told.append(markup.words(replace(first, text=between, keep=False), strong=True))
    return "".join([*told, markup.line(value, writer.relations)])
