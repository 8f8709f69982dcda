"""The outline of a PDF: its tags, their languages, and the letters each of them marks on the pages."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from dystori.guard.outline import Passage
from dystori.guard.pdf import Letters, fonts_of, spelt

#: Tags that only hold others together, in a line or on a page: they mark a language at most.
_HOLDS = frozenset({"Span", "NonStruct", "Div", "Part"})
#: What is read out instead of letters, or beside them.
_READ_OUT = ("/Alt", "/ActualText", "/Contents")
Marked = dict[tuple[Any, int], str]


def passages(data: bytes) -> Iterator[Passage]:
    """Yield the passages of a tagged PDF in the order they are read out."""
    with pikepdf.open(BytesIO(data)) as pdf:
        language = str(pdf.Root.get("/Lang", ""))
        with pdf.open_metadata() as about:
            yield Passage("title", language, str(about.get("dc:title", "")))
        marked: Marked = {}
        for page in pdf.pages:
            marked |= {(page.obj.objgen, number): text for number, text in _letters(page).items()}
        if "/StructTreeRoot" in pdf.Root:
            yield from _below(pdf.Root.StructTreeRoot, "", language, None, marked)


def _below(element: Any, within: str, language: str, page: Any, marked: Marked) -> Iterator[Passage]:
    """Yield what stands in an element of the tree: letters marked on a page, and further elements."""
    kids = element.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]:
        if isinstance(kid, int):
            yield Passage(within, language, marked.get((page, kid), ""))
        elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
            there = kid["/Pg"].objgen if "/Pg" in kid else page
            yield Passage(within, language, marked.get((there, int(kid["/MCID"])), ""))
        elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _element(kid, within, language, page, marked)


def _element(element: Any, within: str, language: str, page: Any, marked: Marked) -> Iterator[Passage]:
    name = str(element["/S"])[1:]
    tag = within if name in _HOLDS else name
    language = str(element.get("/Lang", language))
    page = element["/Pg"].objgen if "/Pg" in element else page
    if name not in _HOLDS:
        yield Passage(tag, language, "")
    for said in _READ_OUT:
        if said in element:
            yield Passage(f"{tag} {said[1:]}", language, str(element[said]))
    yield from _below(element, tag, language, page, marked)


def _letters(page: Any) -> dict[int, str]:
    """Return the letters that each mark of a page holds."""
    fonts = fonts_of(page.obj.get("/Resources"))
    letters: Letters = {}
    open_marks: list[int | None] = []
    found: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC":
                held: Any = operands[1] if isinstance(operands[1], pikepdf.Dictionary) else {}
                open_marks.append(int(held["/MCID"]) if "/MCID" in held else None)
            case "BMC":
                open_marks.append(None)
            case "EMC" if open_marks:
                open_marks.pop()
            case "Tf":
                letters = fonts.get(str(operands[0])[1:].encode(), {})
            case "Tj" | "TJ" | "'" | '"':
                mark = next((one for one in reversed(open_marks) if one is not None), None)
                if mark is not None:
                    found[mark] = found.get(mark, "") + _shown(operands[-1], letters)
    return found


def _shown(shown: Any, letters: Letters) -> str:
    pieces = shown if isinstance(shown, pikepdf.Array) else [shown]
    return "".join(spelt(bytes(piece), letters) for piece in pieces if isinstance(piece, pikepdf.String))
