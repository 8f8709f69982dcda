"""What a finished file is made of, read back from its bytes: its tags, its languages and its texts, in their order.

Two files with the same outline say the same to whoever reads or hears them, however they look: lines may break
elsewhere, a colour or a font may differ. Blanks are left out, because where lines break they come and go. A table that
another page cuts in two has its headings twice, and is not the same.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from lxml import html

from dystori.guard.contents import as_xml


class Passage(NamedTuple):
    """A text with the tag it stands in and the language it is in; a tag without text of its own has none."""

    tag: str
    language: str
    text: str


#: Elements of a page that go on in the line they stand in: they mark a language at most.
_IN_LINE = frozenset({"a", "span", "strong", "em", "b", "i", "br", "bdi", "small", "wbr"})
#: What is read out of a picture, link or table beside its text.
_READ_OUT = ("alt", "aria-label", "title", "scope", "href")
#: What draws and is never read.
_DRAWS = frozenset({"style", "script", "path", "rect", "circle", "g", "defs", "use", "line", "polygon", "ellipse"})
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD_TAGS = frozenset({"tbl", "tr", "tc", "p", "hyperlink", "sectPr", "footnote"})


def outline(data: bytes) -> tuple[Passage, ...]:
    """Return the outline of a finished file; what it is, is seen from its first bytes."""
    return tuple(_joined(_reader(data)(data)))


def _reader(data: bytes) -> Callable[[bytes], Iterator[Passage]]:
    if data[:5] == b"%PDF-":
        from dystori.guard.pdf_outline import passages

        return passages
    if data[:2] == b"PK":
        return _word
    return _page if data[:400].lstrip().lower().startswith((b"<!doctype html", b"<html")) else _text


def _joined(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield passages without blanks, those of one tag and language that follow each other in one."""
    held: Passage | None = None
    for one in passages:
        bare = Passage(one.tag, one.language, re.sub(r"\s+", "", one.text))
        if held and held.text and bare.text and held[:2] == bare[:2]:
            held = Passage(held.tag, held.language, held.text + bare.text)
        else:
            if held:
                yield held
            held = bare
    if held:
        yield held


def _text(data: bytes) -> Iterator[Passage]:
    yield Passage("text", "", data.decode(errors="replace"))


def _page(data: bytes) -> Iterator[Passage]:
    root = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    yield from _element(root, "html", "")


def _element(element: Any, within: str, language: str) -> Iterator[Passage]:
    if not isinstance(element.tag, str) or element.tag in _DRAWS:
        return
    language = element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang") or language
    in_line = element.tag in _IN_LINE
    tag = within if in_line else element.tag
    if not in_line:
        yield Passage(tag, language, "")
    for name in _READ_OUT:
        if element.get(name):
            yield Passage(f"{tag} {name}", language, element.get(name))
    if element.text and element.text.strip():
        yield Passage(tag, language, element.text)
    for child in element:
        yield from _element(child, tag, language)
        if child.tail and child.tail.strip():
            yield Passage(tag, language, child.tail)


def _word(data: bytes) -> Iterator[Passage]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in sorted(package.namelist()):
            if re.fullmatch(r"word/(document|header\d*|footer\d*|footnotes)\.xml|docProps/core\.xml", name):
                yield from _part(as_xml(package.read(name)), name)


def _part(root: Any, name: str) -> Iterator[Passage]:
    tag = name
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        local = element.tag.rpartition("}")[2]
        if local in _WORD_TAGS:
            style = element.find(f"{_W}pPr/{_W}pStyle")
            tag = local if style is None else f"{local} {style.get(f'{_W}val')}"
            yield Passage(tag, "", "")
        elif local == "docPr":
            yield Passage("picture", "", element.get("descr") or "")
        elif local == "t" or (name.startswith("docProps") and element.text and element.text.strip()):
            mark = element.getparent().find(f"{_W}rPr/{_W}lang")
            yield Passage(tag, "" if mark is None else str(mark.get(f"{_W}val")), element.text or "")
