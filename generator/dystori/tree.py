"""The document tree: the closed list of blocks and passages that every format writes.

Every passage carries its language (a BCP 47 tag, ``cy-GB``) and where it came from; every block has a key
that is the same in each language of the document and stays the same when it is rendered again. From those
facts follow language marks in every format, the alignment of two languages, the line number of a finding
and the guard's "where". A format knows these types and no case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Literal


@dataclass(frozen=True, slots=True)
class Source:
    """Where a passage came from: a catalogue entry, or a path in the case file."""

    kind: Literal["entry", "case"]
    ref: str


@dataclass(frozen=True, slots=True)
class Run:
    """A passage in one language and from one source."""

    text: str
    lang: str
    source: Source
    strong: bool = False
    #: A name, number or word that must not break across lines (Mam-gu).
    keep: bool = False
    #: Written from right to left (Arabic, Hebrew, Urdu …).
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Passages that lead somewhere: https, mailto or tel, nothing else."""

    href: str
    runs: tuple[Run, ...]


Inline = Run | Link
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A vetted picture: PNG or JPEG bytes without metadata, and its size in pixels."""

    name: str
    media_type: Literal["image/png", "image/jpeg"]
    data: bytes = field(repr=False)
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture drawn by the house: the SVG inside its root, and its size in units of its own.

    ``name`` begins every id in it and is made from what is drawn, so that two pictures of one page never share an
    id. Words in it are set in the typeface of the document.
    """

    name: str
    inner: str = field(repr=False)
    width: int
    height: int

    def svg(self, attributes: str = "", title: str = "") -> str:
        """Return the picture as an ``svg`` element; ``title`` says what it shows, where nothing around it does."""
        said = f"<title>{escape(title)}</title>" if title else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}"{attributes} '
            f'font-family="Lexend, Noto Sans, Noto Sans Arabic, sans-serif" fill="#211715" text-anchor="middle" '
            f'stroke-linecap="round" stroke-linejoin="round">{said}{self.inner}</svg>'
        )


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (one a document) to 3."""

    key: str
    level: int
    content: Inlines
    #: The number of a section of a long record.
    number: str = ""


ParagraphRole = Literal["plain", "stand", "small", "date", "subject", "note", "name", "address"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    Roles: ``stand`` stands alone in weight 600 (*None of this is your fault.*); ``note`` says that a passage
    is in another language; ``name`` is who signs; ``address`` keeps its line ends.
    """

    key: str
    content: Inlines
    role: ParagraphRole = "plain"
    #: The number of a paragraph of a long record, *2.14*: people in a meeting find it by that.
    number: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of short items."""

    key: str
    items: tuple[Inlines, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's exact words, between speech marks, and who said them to whom, when and where.

    ``translation`` stands under the words, between speech marks of its own, for a reader of another language.
    ``voice`` is ``child`` for the child the document is about (their own colour and shape) and ``other`` else.
    """

    key: str
    words: tuple[Inlines, ...]
    who: tuple[Inlines, ...]
    marks: tuple[str, str] = ("“", "”")
    voice: Literal["child", "other"] = "child"
    translation: tuple[Inlines, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value, row by row: the strip for the file. The label is the row's header."""

    key: str
    caption: Inlines
    rows: tuple[tuple[Inlines, Inlines], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as the head. Widths are per cent and add up to 100."""

    key: str
    caption: Inlines
    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One person who helps: the name and what they do or how to reach them."""

    name: Inlines
    lines: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """The people who help, for a young reader: names, no table."""

    key: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with words for those who cannot see it. ``own`` marks a child's own drawing."""

    key: str
    picture: PictureFile | Drawing
    alt: Inlines
    caption: Inlines = ()
    own: bool = False
    size: Literal["banner", "wide", "medium"] = "medium"


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame of a storyboard: a picture (or room for the child to draw one), its number, a few words under it."""

    key: str
    number: int
    figure: Figure | None
    words: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of a long record: the format lists its level-2 and level-3 headings under this title."""

    key: str
    title: Inlines


BoxRole = Literal["rights", "goal", "worry", "notice", "sign", "keep"]


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks that belong together: a drawn box, or (``sign``, ``keep``) blocks no page break may part."""

    key: str
    role: BoxRole
    blocks: tuple[Block, ...]


Block = Heading | Paragraph | Listing | Quote | Facts | Table | Cards | Figure | Frame | Contents | Box


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands at the edge of every page, in one language. ``page`` is the text around the two numbers."""

    left: Inlines
    right: Inlines
    foot: Inlines
    page: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Content:
    """A document in one language: ``code`` is the folder of the language, ``tag`` its BCP 47 tag.

    ``titled`` is the title as passages, for whoever wants to know where its words came from.
    """

    code: str
    tag: str
    language_name: str
    title: str
    furniture: Furniture
    blocks: tuple[Block, ...]
    titled: Inlines = ()


Voice = Literal["young", "older", "report", "story"]
Arrangement = Literal["one", "columns", "blocks", "back-to-back", "facing"]
Presentation = Literal["standard", "large", "easy", "mono"]


@dataclass(frozen=True, slots=True)
class Style:
    """How the document looks: the voice of the reader's stage, the organisation's colour, the presentation."""

    voice: Voice
    accent: str
    presentation: Presentation = "standard"
    logo: PictureFile | None = None
    logo_alt: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The same block in each language (None where a language has none), or one block that both share."""

    cells: tuple[Block | None, ...]
    shared: bool = False


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A document ready to be written: one language, or two beside, under or behind each other.

    ``rows`` holds the aligned blocks for ``columns``, ``blocks`` and ``facing`` (a cell for each of ``contents``,
    same order); for ``one`` and ``back-to-back`` it is empty and the contents are written one after the other.
    ``facing`` is a page in the first language on the left and its twin on the right; a format without pages that
    lie beside each other takes the rows, or one content after the other.
    """

    contents: tuple[Content, ...]
    arrangement: Arrangement
    style: Style
    rows: tuple[Row, ...] = ()


def runs(inlines: Inlines) -> Iterator[Run]:
    """Yield every run of a line, those inside links too."""
    for inline in inlines:
        if isinstance(inline, Run):
            yield inline
        else:
            yield from inline.runs


def lines_of(block: Block) -> Iterator[Inlines]:
    """Yield every line of words a block holds, alternative text included, in reading order."""
    match block:
        case Heading() | Paragraph():
            yield block.content
        case Listing():
            yield from block.items
        case Quote():
            yield from block.words
            yield from block.translation
            yield from block.who
        case Facts():
            yield block.caption
            for label, value in block.rows:
                yield from (label, value)
        case Table():
            yield block.caption
            yield from block.head
            for row in block.rows:
                yield from row
        case Cards():
            for card in block.cards:
                yield from (card.name, *card.lines)
        case Figure():
            yield from (block.alt, block.caption)
        case Frame():
            if block.figure is not None:
                yield from lines_of(block.figure)
            yield from block.words
        case Contents():
            yield block.title
        case Box():
            for inner in block.blocks:
                yield from lines_of(inner)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield every block and every block inside a box, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, Box):
            yield from walk(block.blocks)


def plain(inlines: Inlines) -> str:
    """Return the words of a line without marks."""
    return "".join(run.text for run in runs(inlines))
