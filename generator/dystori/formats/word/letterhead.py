"""The letterhead: styles, page edges and settings, prepared once for every document of the same look.

``templates/shared/letterhead/`` holds the parts of a Word file that are the same for everybody. docxtpl fills
the page edges with *slots* in place of words, python-docx sets the numbers and colours of the styles; what
comes out is kept, compressed, and a document only puts its words into the slots. Neither library ever sees a
word of a case.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from dystori.findings import Finding, Place, TemplateError
from dystori.formats.word.looks import Look
from dystori.formats.word.markup import NAMESPACES, PROLOGUE
from dystori.formats.word.package import Entry, entry
from dystori.formats.word.relations import OFFICE
from dystori.formats.word.styling import set_languages, set_styles
from dystori.library import Library

FOLDER: Final = ("shared", "letterhead")
PARTS: Final = ("styles", "settings", "fontTable", "theme", "numbering", "header", "footer")
#: A slot is marked by letters from the private use area, which no case may hold.
_SLOT: Final = re.compile("\ue000([a-z]+[0-9])\ue001")
#: docxtpl leaves an empty run at each side of a slot.
_EMPTY: Final = re.compile(r'<w:r><w:t(?: xml:space="preserve")?(?:/>|></w:t>)</w:r>')
#: The parts that are the same, byte for byte, in every document of one look and language.
READY: Final = ("styles", "settings", "fontTable", "theme")
_HEADER, _FOOTER = ("left", "right"), ("foot", "page")


def content_type(kind: str) -> str:
    """Return what the package says a part is."""
    family = "" if kind == "theme" else "wordprocessingml."
    return f"application/vnd.openxmlformats-officedocument.{family}{kind}+xml"


_BASE: Final = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{content_type("document.main")}"/>'
        + "".join(f'<Override PartName="/word/{part}.xml" ContentType="{content_type(part)}"/>' for part in PARTS)
        + "</Types>"
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
    "word/document.xml": f"<w:document {NAMESPACES}><w:body><w:sectPr/></w:body></w:document>",
    "word/_rels/document.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(f'<Relationship Id="{part}" Type="{OFFICE}/{part}" Target="{part}.xml"/>' for part in PARTS)
        + "</Relationships>"
    ),
}


class _Environment(ImmutableSandboxedEnvironment):
    """Names and loops, and nothing that can be called: a letterhead may come from somebody else."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        for reach in (self.globals, self.filters, self.tests):
            reach.clear()

    def is_safe_callable(self, obj: Any) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Edge:
    """The top or the bottom of the page: markup, slot, markup, slot … markup."""

    pieces: tuple[str, ...]

    def fill(self, words: Mapping[str, str]) -> str:
        """Return the part with words (markup already) in its slots."""
        return PROLOGUE + "".join(words[piece] if at % 2 else piece for at, piece in enumerate(self.pieces))


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What every document of one look shares: parts that are ready, and page edges that wait for words."""

    ready: tuple[Entry, ...]
    numbering: str
    header: Edge
    footer: Edge


def letterhead(library: Library, look: Look, tag: str, lines: int) -> Letterhead:
    """Return the letterhead for a look, a main language and a number of lines at the page's edges.

    Raises TemplateError (``letterhead-broken``, ``letterhead-incomplete``) when its parts cannot be used.
    """
    return _prepare(tuple(library.template(*FOLDER, f"{part}.xml") for part in PARTS), look, tag, lines)


@lru_cache(maxsize=64)
def _prepare(parts: Sequence[str], look: Look, tag: str, lines: int) -> Letterhead:
    base = _BASE | {f"word/{name}.xml": text for name, text in zip(PARTS, parts, strict=True)}
    template = DocxTemplate(_zipped(base))
    slots = _HEADER + _FOOTER
    context = {"lines": [{slot: f"\ue000{slot}{at}\ue001" for slot in slots} for at in range(lines)]}
    try:
        template.render(context, jinja_env=_Environment(), autoescape=True)
        document = template.docx  # get_docx() would open the file anew and forget the slots
        set_styles(document.styles, look)
        set_languages(document, tag)
    except (JinjaError, etree.XMLSyntaxError, KeyError, AttributeError):
        raise _fault("letterhead-broken") from None
    saved = io.BytesIO()
    template.save(saved)
    with zipfile.ZipFile(saved) as archive:
        done = {part: archive.read(f"word/{part}.xml") for part in PARTS}
    return Letterhead(
        ready=tuple(entry(f"word/{part}.xml", done[part]) for part in READY),
        numbering=done["numbering"].decode(),
        header=_edge("header", done, _HEADER, lines),
        footer=_edge("footer", done, _FOOTER, lines),
    )


def _edge(part: str, done: Mapping[str, bytes], slots: Sequence[str], lines: int) -> Edge:
    """Return a page edge in pieces; each slot must be there once, or words would be lost in silence."""
    markup = etree.tostring(etree.fromstring(done[part]), encoding="unicode")
    pieces = tuple(_SLOT.split(_EMPTY.sub("", markup)))
    if sorted(pieces[1::2]) != sorted(f"{slot}{at}" for slot in slots for at in range(lines)):
        raise _fault("letterhead-incomplete", part)
    return Edge(pieces)


def _fault(code: str, part: str = "") -> TemplateError:
    """Return the error that names the letterhead, or one part of it."""
    place = "/".join(("templates", *FOLDER, *([f"{part}.xml"] if part else [])))
    return TemplateError([Finding(code, place=Place(file=place))])


def _zipped(files: Mapping[str, str]) -> io.BytesIO:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    target.seek(0)
    return target
