"""What a PDF says: the letters drawn on its pages, and every text its objects hold, whatever they are for.

The letters on a page are numbers of glyphs; the font says which letters they are. Titles, bookmarks, alternative
texts, properties and names of attachments are all texts of objects, so every object is looked into.
"""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from typing import Any

import pikepdf

from dystori.guard.contents import Contents, read
from dystori.guard.right_to_left import as_read

Letters = dict[int, str]

#: A text in an object or a page: between brackets, or in figures of base sixteen.
_TEXT = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>(?!>)", re.DOTALL)
_SHOWN = re.compile(
    rb"/(?P<font>[^\s/<>\[\]()]+)\s+[\d.+-]+\s+Tf"
    rb"|(?P<shown>\[(?:[^\[\]()]|\((?:[^()\\]|\\.)*\))*\]\s*TJ|(?:\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)\s*(?:Tj|'|\"))"
    rb"|(?P<line>[\d.+-]+)\s+(?:Tm|Td|TD)\b|(?P<next>T\*)"
    rb"|(?P<edge>/Artifact\b[^\n]*?(?:BMC|BDC))|(?P<marked>\b(?:BMC|BDC)\b)|(?P<end>\bEMC\b)"
    rb"|/(?:ActualText|Alt|E|Lang|Title|Contents)\s*(?P<said>\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)",
    re.DOTALL,
)
_ONE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
#: Streams that hold dots or letter shapes and no text.
_DRAWN = frozenset({"/Image"})


def read_pdf(data: bytes, found: Contents) -> None:
    """Add everything a PDF says."""
    with pikepdf.open(BytesIO(data)) as pdf:
        shapes = _shapes(pdf)
        flow: list[list[str]] = []
        contents = set()
        for page in pdf.pages:
            fonts = fonts_of(page.obj.get("/Resources"))
            held = page.obj.get("/Contents")
            parts = list(held) if isinstance(held, pikepdf.Array) else [held] if held is not None else []
            contents |= {part.objgen for part in parts}
            flow += _drawn(b"\n".join(part.read_bytes() for part in parts), fonts, found)
        found.flow(flow)
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                if thing.objgen not in contents:
                    _stream(thing, shapes, found)
                _texts(thing.stream_dict.unparse(resolved=True), found)
            elif isinstance(thing, pikepdf.Dictionary | pikepdf.Array | pikepdf.String):
                _texts(thing.unparse(resolved=True), found)
        _texts(pdf.trailer.unparse(resolved=True), found)


def _stream(stream: Any, shapes: set[tuple[int, int]], found: Contents) -> None:
    """Add what a stream says that is no page: a form drawn on one, the properties, an attachment."""
    if stream.objgen in shapes or stream.get("/Subtype") in _DRAWN or "/FunctionType" in stream:
        return
    data = stream.read_bytes()
    if stream.get("/Subtype") == "/Form":
        found.flow(_drawn(data, fonts_of(stream.get("/Resources")), found))
    elif not re.search(rb"begincmap|\x00{8}", data[:4000]):
        read(data, found)


def _shapes(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Return the streams that are the shapes of letters, and the tables that go with them."""
    names = ("/FontFile", "/FontFile2", "/FontFile3", "/CIDToGIDMap", "/CIDSet", "/ToUnicode")
    return {
        held.objgen
        for thing in pdf.objects
        if isinstance(thing, pikepdf.Dictionary)
        for name in names
        if isinstance(held := thing.get(name), pikepdf.Stream)
    }


def fonts_of(resources: Any) -> dict[bytes, Letters]:
    """Return the letters behind the glyphs of each font that a page or form names."""
    fonts = resources.get("/Font") if resources is not None else None
    return {
        str(name)[1:].encode(): _letters(font["/ToUnicode"].read_bytes()) if "/ToUnicode" in font else {}
        for name, font in (fonts.items() if fonts is not None else ())
    }


@lru_cache(maxsize=32)
def _letters(table: bytes) -> Letters:
    letters: Letters = {}
    for block, kind in re.findall(rb"beginbf(?:char|range)(.*?)endbf(char|range)", table, re.DOTALL):
        if kind == b"char":
            letters |= {int(glyph, 16): _unicode(letter) for glyph, letter in _ONE.findall(block)}
            continue
        for first, last, letter, several in _RANGE.findall(block):
            glyphs = range(int(first, 16), int(last, 16) + 1)
            each = re.findall(rb"<([0-9A-Fa-f\s]*)>", several)
            start = _unicode(letter) if letter else ""
            following = (start[:-1] + chr(ord(start[-1]) + offset) for offset in range(len(glyphs)) if start)
            letters |= dict(zip(glyphs, map(_unicode, each) if several else following, strict=False))
    return letters


def _unicode(figures: bytes) -> str:
    return bytes.fromhex(figures.decode()).decode("utf-16-be", "replace")


def _drawn(data: bytes, fonts: dict[bytes, Letters], found: Contents) -> list[list[str]]:
    """Return what a page draws, line by line; its edges, which break into the text, are added for themselves."""
    flow: list[list[str]] = [[]]
    edges: list[list[str]] = [[]]
    letters: Letters = {}
    depth, edge, height = 0, -1, b""
    for one in _SHOWN.finditer(data):
        if one["font"] is not None:
            letters = fonts.get(one["font"], {})
        elif one["shown"] is not None:
            text = "".join(_piece(part, letters) for part in _TEXT.findall(one["shown"]))
            (flow if edge < 0 else edges)[-1].append(text)
        elif one["line"] is not None or one["next"] is not None:
            if one["line"] != height:
                flow.append([])
                edges.append([])
            height = one["line"]
        elif one["said"] is not None:
            found.say(_piece(one["said"], {}))
        elif one["end"] is not None:
            depth -= 1
            edge = -1 if depth <= edge else edge
        else:
            edge = depth if one["edge"] is not None and edge < 0 else edge
            depth += 1
    found.flow(map(as_read, edges))
    return list(map(as_read, flow))


def _piece(text: bytes, letters: Letters) -> str:
    return spelt(_raw(text), letters)


def spelt(raw: bytes, letters: Letters) -> str:
    """Return the bytes of a text as letters: by a font's own table, or as texts of objects are written."""
    if letters:
        return "".join(letters.get(raw[at] << 8 | raw[at + 1], "") for at in range(0, len(raw) - 1, 2))
    if raw[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return raw.decode("utf-16", "replace")
    return raw[3:].decode(errors="replace") if raw[:3] == b"\xef\xbb\xbf" else raw.decode("latin-1")


def _raw(text: bytes) -> bytes:
    if text[:1] == b"<":
        figures = re.sub(rb"[^0-9A-Fa-f]", b"", text).decode()
        return bytes.fromhex(figures + "0" * (len(figures) % 2))

    def meant(found: re.Match[bytes]) -> bytes:
        one = found[1]
        return bytes([int(one, 8) & 255]) if one.isdigit() else _ESCAPES.get(one, one.strip(b"\r\n"))

    return re.sub(rb"\\([0-7]{1,3}|\r\n|.)", meant, text[1:-1], flags=re.DOTALL)


def _texts(written: bytes, found: Contents) -> None:
    found.say(*(_piece(text, {}) for text in _TEXT.findall(written)))
