"""Read a Word file back as blocks of lines, whichever program saved it last.

A line is a paragraph with words or a picture in it. A block begins where its bookmark stands, and goes on to the
next one. What a program adds by itself (empty paragraphs, page numbers, the lines of a list of contents) is no line.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DRAWING_WORDS: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
#: How the bookmark of a block begins.
BLOCK: Final = "_b_"
#: What stands in a line for a picture.
PICTURE: Final = "\ufffc"
#: A section's or a paragraph's own number: it follows from the order, and nobody types it.
NUMBER: Final = re.compile(r"^[0-9]+(?:\.[0-9]+)*\t")
#: No Word file of a letter or a record unpacks to more. Bytes.
_LARGEST: Final = 200_000_000
#: What is in the file and does not stand there: said twice, in a box of its own, taken out.
_UNSAID: Final = (_FALLBACK, f"{W}txbxContent", f"{W}del", f"{W}moveFrom")
_MARKS: Final = {f"{W}b": "b", f"{W}i": "i", f"{W}u": "u"}
#: The values by which a mark says that it is not set.
_OFF: Final = ("0", "false", "none", "off")
#: What somebody puts in beside the text; no document of ours has it.
_REMARKS: Final = ("commentReference", "footnoteReference", "endnoteReference", "txbxContent")


class UnreadableError(Exception):
    """This is no Word file that can be read back."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: its words, which of them stand out, the name of its style, and in how many tables it stands."""

    text: str = field(repr=False)
    marks: str = field(repr=False)
    style: str
    depth: int
    element: Any = field(repr=False, compare=False)

    @property
    def digest(self) -> str:
        """Return a hash of what a person would see change."""
        words = " ".join(NUMBER.sub("", self.text).split(" ")).strip()
        return sha256(f"{words}\n{self.marks}".encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Block:
    """The lines from one bookmark of ours to the next; ``key`` is empty for what stands before the first."""

    key: str
    lines: tuple[Line, ...]

    @property
    def digests(self) -> tuple[str, ...]:
        """Return the hashes of its lines."""
        return tuple(line.digest for line in self.lines)


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file taken apart: its blocks in order, what its page edges say, and its parts as XML."""

    blocks: tuple[Block, ...]
    edges: str
    document: Any = field(repr=False)
    parts: Mapping[str, bytes] = field(repr=False)
    styles: Mapping[str, str] = field(repr=False)
    #: Whether somebody put remarks, notes or boxes of text in it, which no document of ours has.
    remarks: bool = False


def read(data: bytes, keys: frozenset[str] | None = None) -> WordFile:
    """Return a Word file as blocks; with ``keys``, bookmarks of other documents are passed over.

    Raises UnreadableError for what is no Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > _LARGEST:
                raise UnreadableError
            parts = {part.filename: package.read(part) for part in package.infolist()}
        document = parsed(parts["word/document.xml"])
        styles = _styles(parts.get("word/styles.xml", b"<none/>"))
        edges = _edges(parts)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, RuntimeError, NotImplementedError, SyntaxError):
        raise UnreadableError from None
    blocks = tuple(_blocks(document, styles, keys))
    remarks = any(next(document.iter(f"{W}{name}"), None) is not None for name in _REMARKS)
    return WordFile(blocks, edges, document, parts, styles, remarks)


def parsed(data: bytes) -> Any:
    """Return a part as XML, read strictly: nothing of it unfolds, nothing is fetched."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _styles(data: bytes) -> dict[str, str]:
    """Return the name of each style by its id: programs change ids, and keep names."""
    found = {}
    for style in parsed(data).iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            found[style.get(f"{W}styleId", "")] = str(name.get(f"{W}val", "")).lower()
    return found


def _blocks(document: Any, styles: Mapping[str, str], keys: frozenset[str] | None) -> Iterator[Block]:
    key = ""
    lines: list[Line] = []
    seen: set[str] = set()
    for paragraph in document.iter(f"{W}p"):
        if _aside(paragraph):
            continue
        names = [mark.get(f"{W}name", "") for mark in paragraph.iter(f"{W}bookmarkStart")]
        ours = [name for name in names if name.startswith(BLOCK) and name not in seen]
        begun = [name for name in ours if keys is None or name in keys]
        if begun:
            if lines or key:
                yield Block(key, tuple(lines))
            # A box and what stands first in it begin together; a program may write their marks in either order.
            key, lines = min(begun), []
            seen.update(ours)
        line = line_of(paragraph, styles)
        if line.text.strip() and not line.style.startswith("toc"):
            lines.append(line)
    yield Block(key, tuple(lines))


def _aside(paragraph: Any) -> bool:
    """Return whether a paragraph is in a box of text, or said a second time for older programs."""
    return any(one.tag in (_FALLBACK, f"{W}txbxContent") for one in paragraph.iterancestors())


def line_of(paragraph: Any, styles: Mapping[str, str]) -> Line:
    """Return a paragraph as a line."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    named = styles.get(style.get(f"{W}val"), "") if style is not None else "normal"
    text, marks = [], []
    for words, mark in pieces(paragraph):
        text.append(words)
        if mark and words.strip():
            marks.append(f"{mark}:{words.strip()}")
    depth = sum(1 for one in paragraph.iterancestors(f"{W}tbl"))
    return Line(unicodedata.normalize("NFC", "".join(text)), "|".join(marks), named, depth, paragraph)


def pieces(paragraph: Any) -> Iterator[tuple[str, str]]:
    """Yield the words of a paragraph and how they stand out, neighbours that stand out alike together."""
    held = mark = ""
    unsaid = any(True for _ in paragraph.iter(*_UNSAID))
    for run in paragraph.iter(f"{W}r"):
        if unsaid and any(one.tag in _UNSAID for one in run.iterancestors()):
            continue
        words, marked = words_of(run), marks_of(run)
        if words and marked != mark and words.strip():
            if held:
                yield held, mark
            held, mark = "", marked
        held += words
    if held:
        yield held, mark


def marks_of(run: Any) -> str:
    """Return how a run stands out by itself: bold, italic, underlined."""
    properties = run.find(f"{W}rPr")
    found = [] if properties is None else list(properties)
    return "".join(_MARKS[one.tag] for one in found if one.tag in _MARKS and one.get(f"{W}val") not in _OFF)


def words_of(run: Any) -> str:
    """Return the words of a run: a picture is one sign and the words for those who cannot see it."""
    said = []
    for one in run:
        if one.tag == f"{W}t":
            said.append(one.text or "")
        elif one.tag == f"{W}tab":
            said.append("\t")
        elif one.tag in (f"{W}br", f"{W}cr") and one.get(f"{W}type", "textWrapping") == "textWrapping":
            said.append("\n")
        elif one.tag == f"{W}noBreakHyphen":
            said.append("-")
        elif one.tag == f"{W}sym":
            said.append("\u25a1")
        else:
            said += [PICTURE + words.get("descr", "") for words in one.iter(_DRAWING_WORDS) if not _aside(words)]
    return "".join(said)


def _edges(parts: Mapping[str, bytes]) -> str:
    """Return a hash of what the page edges say, numbers that Word counts aside."""
    said: set[str] = set()
    for name, data in parts.items():
        if re.fullmatch(r"word/(header|footer)[0-9]*\.xml", name):
            for paragraph in parsed(data).iter(f"{W}p"):
                said.update(re.split(r"[\t\n0-9]+", "".join(_out_of_fields(paragraph))))
    return sha256("\n".join(sorted(one.strip() for one in said if one.strip())).encode()).hexdigest()[:20]


def _out_of_fields(paragraph: Any) -> Iterator[str]:
    inside = 0
    for run in paragraph.iter(f"{W}r"):
        for mark in run.iter(f"{W}fldChar"):
            inside += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType"), 0)
        if not inside and not any(True for _ in run.iterancestors(f"{W}fldSimple")):
            yield re.sub(f"{PICTURE}.*", "", words_of(run))
