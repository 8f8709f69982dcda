"""Everything a finished file says, read back from its bytes: what people read, and what only machines do.

Whatever stands in a file is found in one of two heaps: ``said`` is text, alternative text, titles, bookmarks,
properties, links and whatever is attached; ``built`` is style sheets, names of styles, attributes.
"""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import unquote

from lxml import etree, html
from PIL import Image

#: Between two pieces that do not follow each other: no word and no blank, so nothing reaches across it.
APART = " \x1f "
#: Attributes that only place and draw: figures of theirs are nobody's.
_GEOMETRY = frozenset({"d", "points", "transform", "viewBox", "style", "x", "y", "cx", "cy", "width", "height"})
#: Attributes that are read out, shown or followed.
_SAID = frozenset({"alt", "title", "descr", "name", "content", "label", "aria-label", "href", "target", "summary"})
#: Elements that go on in the line they stand in; every other one begins a line of its own.
_IN_LINE = frozenset(
    {
        *("a", "b", "i", "em", "strong", "span", "small", "sup", "sub", "bdi", "bdo", "q", "cite", "code", "mark", "u"),
        *("abbr", "t", "r", "rPr", "hyperlink", "tspan"),
    }
)
_DATA = re.compile(rb"data:([a-z/+.-]+)(?:;[a-z0-9=-]+)*;base64,([A-Za-z0-9+/=\s]*)")


class Contents:
    """What a file says, in two heaps."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._said: list[str] = []
        self._built: list[str] = []

    @property
    def said(self) -> str:
        """Return what people read."""
        return APART.join(self._said)

    @property
    def built(self) -> str:
        """Return what only machines read."""
        return APART.join(self._built)

    def say(self, *texts: str) -> None:
        """Add texts, each for itself."""
        self._said.extend(text for text in texts if text)

    def flow(self, lines: Iterable[Sequence[str]]) -> None:
        """Add lines that follow each other, each in pieces: a name may stand in two pieces, and in two lines."""
        held = [line for line in lines if any(line)]
        self.say(" ".join("".join(line) for line in held), " ".join(piece for line in held for piece in line if piece))

    def build(self, *texts: str) -> None:
        """Add what only machines read, each for itself."""
        self._built.extend(text for text in texts if text)


def read(data: bytes, found: Contents | None = None) -> Contents:
    """Return everything a file says; what it is, is seen from its first bytes."""
    found = found or Contents()
    _reader(data)(data, found)
    return found


def _reader(data: bytes) -> Callable[[bytes, Contents], None]:
    if data[:5] == b"%PDF-":
        from dystori.guard.pdf import read_pdf

        return read_pdf
    if data[:2] == b"PK":
        return _read_zip
    if data[:8] == b"\x89PNG\r\n\x1a\n" or data[:3] == b"\xff\xd8\xff":
        return _read_picture
    start = data[:400].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return _read_web
    if start.startswith((b"<?xml", b"<svg")):
        return _read_xml
    return _read_text


def _read_text(data: bytes, found: Contents) -> None:
    found.say(data.decode(errors="replace"))


def _read_picture(data: bytes, found: Contents) -> None:
    """Read what is written beside the dots of a picture."""
    with Image.open(io.BytesIO(data)) as picture:
        written = getattr(picture, "text", None) or {}  # a PNG keeps some of it behind the dots
        for value in (*written.values(), *picture.info.values(), picture.getexif().tobytes()):
            found.say(_plain(value))


def _plain(value: Any) -> str:
    if isinstance(value, bytes):
        return APART.join(value.decode(code, "ignore") for code in ("latin-1", "utf-8", "utf-16"))
    return value if isinstance(value, str) else ""


def _read_zip(data: bytes, found: Contents) -> None:
    """Read every part of a package, and the names and remarks of the package itself."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        found.say(package.comment.decode("latin-1"))
        for part in package.infolist():
            found.build(part.filename)
            found.say(part.comment.decode("latin-1"))
            said, built = _part(package.read(part))
            found.say(said)
            found.build(built)


@lru_cache(maxsize=64)
def _part(data: bytes) -> tuple[str, str]:
    # The parts of a letterhead are the same in every document of a process.
    part = Contents()
    read(data, part)
    return part.said, part.built


def _read_xml(data: bytes, found: Contents) -> None:
    _read_tree(as_xml(data), found)


def as_xml(data: bytes) -> Any:
    """Return a part of a file as strictly as it was written; nothing of it is fetched, nothing of it unfolds."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _read_web(data: bytes, found: Contents) -> None:
    for media, held in _DATA.findall(data):
        if not media.startswith(b"font/"):
            read(base64.b64decode(held), found)
    page = html.document_fromstring(_DATA.sub(b"", data), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    for sheet in page.iter("style", "script"):
        found.build(sheet.text or "")
        sheet.text = None
    _read_tree(page, found)


def _read_tree(root: Any, found: Contents) -> None:
    lines: list[list[str]] = [[]]
    said: dict[str, None] = {}
    built: dict[str, None] = {}
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if not isinstance(element.tag, str):  # a remark, or an instruction to a program
            said[element.text or ""] = None
        elif event == "start":
            _attributes(element, said, built)
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] not in _IN_LINE:
            lines.append([])
        if event == "start":
            lines[-1].append(element.text or "")
        elif element is not root:
            lines[-1].append(element.tail or "")
    found.flow(lines)
    found.say(*said)
    found.build(*built)


def _attributes(element: Any, said: dict[str, None], built: dict[str, None]) -> None:
    for whole, value in element.attrib.items():
        name = whole.rpartition("}")[2]
        if name.lower() in _SAID:
            said[unquote(value)] = None
        elif name not in _GEOMETRY:
            built[value] = None
