"""Build the tree from what a template printed; anything that is not in the closed list is an error.

Text outside a catalogue entry (``e``) or a value of the case (``v``) is refused, so that every passage of
every document has a language and a source. A block takes its key from its first passage, and the same
passage has the same key in every language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Literal, NoReturn, cast, get_args

from lxml import etree

from dystori.documents.project import right_to_left
from dystori.findings import Finding, Place, TemplateError
from dystori.tree import (
    Block,
    Box,
    BoxRole,
    Card,
    Cards,
    Contents,
    Drawing,
    Facts,
    Figure,
    Frame,
    Heading,
    Inline,
    Inlines,
    Link,
    Listing,
    Paragraph,
    ParagraphRole,
    PictureFile,
    Quote,
    Run,
    Source,
    Table,
)

_HREF = re.compile(r"(https://|mailto:|tel:)[^\s<>\"]+")
_BLANK = Source("entry", "common:blank")
_PARSER = etree.XMLParser(recover=False, resolve_entities=False, no_network=True, remove_comments=True)

Element = etree._Element


class Builder:
    """Builds the blocks of one document in one language."""

    def __init__(
        self, template: str, tag: str, pictures: Callable[[str], PictureFile | Drawing], marks: tuple[str, str]
    ) -> None:
        self.template = template
        self.tag = tag
        self.pictures = pictures
        self.marks = marks
        self._keys: dict[str, int] = {}
        self._frames = 0

    def parse(self, printed: str) -> Mapping[str, Element]:
        """Return the sections of a printed document (title, left, right, foot, page, body) by name."""
        try:
            root = etree.fromstring(f"<document>{printed}</document>".encode(), _PARSER)
        except etree.XMLSyntaxError:
            self._refuse("template_markup")
        return {str(section.tag): section for section in self._children(root)}

    def blocks(self, section: Element) -> tuple[Block, ...]:
        """Return the blocks of a section, without those that hold nothing and headings over nothing."""
        made = [block for element in self._children(section) for block in self._block(element)]
        return pruned(tuple(made))

    def line(self, element: Element | None) -> Inlines:
        """Return the passages of an element."""
        return tuple(self._inlines(element, strong=False)) if element is not None else ()

    def _children(self, element: Element) -> Iterator[Element]:
        if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
            self._refuse("template_text", element)
        yield from element

    def _refuse(self, code: str, element: Element | None = None) -> NoReturn:
        name = str(element.tag) if element is not None else ""
        raise TemplateError(
            [Finding(code, place=Place(f"templates/{self.template}"), values={"element": name})]
        ) from None

    # ------------------------------------------------------------------------------------------ passages
    def _inlines(self, element: Element, *, strong: bool) -> Iterator[Inline]:
        blank = False
        for child in self._children(element):
            found = list(self._inline(child, strong))
            if found and blank:
                # As in HTML, any white space between two passages is one blank.
                yield Run(" ", self.tag, _BLANK)
            yield from found
            blank = bool(child.tail) if found else blank or bool(child.tail)

    def _inline(self, element: Element, strong: bool) -> Iterator[Inline]:
        match element.tag:
            case "e":
                yield from self._entry(element, strong)
            case "v":
                yield self._value(element, strong)
            case "b":
                yield from self._inlines(element, strong=True)
            case "br":
                yield Run("\n", self.tag, _BLANK)
            case "a":
                href = element.get("href", "")
                if not _HREF.fullmatch(href):
                    self._refuse("template_link", element)
                runs = tuple(run for run in self._inlines(element, strong=strong) if isinstance(run, Run))
                if runs:
                    yield Link(href, runs)
            case _:
                self._refuse("template_element", element)

    def _entry(self, element: Element, strong: bool) -> Iterator[Run]:
        source, lang = Source("entry", element.get("r", "")), element.get("l") or self.tag
        if element.text:
            yield Run(element.text, lang, source, strong)
        for value in element:
            yield self._value(value, strong, lang)
            if value.tail:
                yield Run(value.tail, lang, source, strong)

    def _value(self, element: Element, strong: bool, around: str = "") -> Run:
        text, lang = element.text or "", element.get("l") or around or self.tag
        if element.get("r"):
            # A word of a list of the house, inside a sentence.
            return Run(text, lang, Source("entry", element.get("r", "")), strong)
        keep = len(text) <= 40 and ("-" in text or bool(re.fullmatch(r"[+0-9() ]{5,}", text)))
        return Run(text, lang, Source("case", element.get("p", "")), strong, keep, right_to_left(lang))

    # ------------------------------------------------------------------------------------------ blocks
    def _block(self, element: Element) -> Iterator[Block]:
        match element.tag:
            case "h1" | "h2" | "h3":
                content = self.line(element)
                if content:
                    yield Heading(self._key(element), int(str(element.tag)[1]), content)
            case "p":
                yield from self._paragraphs(element)
            case "ul" | "ol":
                items = tuple(line for child in self._only(element, "li") if (line := _joined(self.line(child))))
                if items:
                    yield Listing(self._key(element), items, element.tag == "ol")
            case "quote":
                yield from self._quote(element)
            case "facts":
                yield from self._facts(element)
            case "table":
                yield from self._table(element)
            case "cards":
                yield from self._cards(element)
            case "figure":
                yield from self._figure(element)
            case "frame":
                yield from self._frame(element)
            case "contents":
                yield Contents(self._key(element), self.line(element))
            case "box":
                role = element.get("role", "")
                if role not in get_args(BoxRole):
                    self._refuse("template_role", element)
                blocks = self.blocks_of(element)
                if blocks:
                    yield Box(self._key(element), cast(BoxRole, role), blocks)
            case _:
                self._refuse("template_element", element)

    def blocks_of(self, element: Element) -> tuple[Block, ...]:
        """Return the blocks inside a box."""
        return pruned(tuple(block for child in self._children(element) for block in self._block(child)))

    def _only(self, element: Element, *names: str) -> Iterator[Element]:
        for child in self._children(element):
            if child.tag not in names:
                self._refuse("template_element", child)
            yield child

    def _paragraphs(self, element: Element) -> Iterator[Block]:
        role = element.get("role", "plain")
        if role not in get_args(ParagraphRole):
            self._refuse("template_role", element)
        content = self.line(element)
        if not any(run.text.strip() for run in _runs(content)):
            return
        key = self._key(element)
        for number, line in enumerate(split(content), start=1):
            shown = line if role == "address" else _joined(line)
            yield Paragraph(key if number == 1 else f"{key}/{number}", shown, cast(ParagraphRole, role))

    def _quote(self, element: Element) -> Iterator[Block]:
        said: dict[str, list[Inlines]] = {"words": [], "translation": [], "who": []}
        for child in self._only(element, *said):
            line = self.line(child)
            if line:
                said[child.tag] += [_joined(line)] if child.tag == "who" else split(line, every_line=True)
        words, translation, who = (tuple(lines) for lines in said.values())
        if words:
            voice: Literal["child", "other"] = "other" if element.get("voice") == "other" else "child"
            yield Quote(self._key(element), words, who, self.marks, voice, translation)

    def _facts(self, element: Element) -> Iterator[Block]:
        rows, caption = [], self.line(element.find("caption"))
        for child in self._only(element, "caption", "fact"):
            if child.tag == "fact":
                label, value = child.find("label"), child.find("value")
                content = _joined(self.line(value))
                if content:
                    rows.append((self.line(label), content))
        if rows:
            yield Facts(self._key(element), caption, tuple(rows))

    def _table(self, element: Element) -> Iterator[Block]:
        caption = self.line(element.find("caption"))
        head: tuple[Inlines, ...] = ()
        rows: list[tuple[Inlines, ...]] = []
        for child in self._only(element, "caption", "head", "row"):
            cells = (
                tuple(_joined(self.line(cell)) for cell in self._only(child, "cell")) if child.tag != "caption" else ()
            )
            if child.tag == "head":
                head = cells
            elif child.tag == "row" and any(cells):
                rows.append(cells)
        widths = tuple(int(width) for width in element.get("widths", "").split())
        if rows and (any(len(row) != len(head) for row in rows) or len(widths) != len(head) or sum(widths) != 100):
            self._refuse("template_table", element)
        if rows:
            yield Table(self._key(element), caption, head, tuple(rows), widths)

    def _cards(self, element: Element) -> Iterator[Block]:
        cards = []
        for child in self._only(element, "card"):
            name = self.line(child.find("name"))
            lines = tuple(line for one in child.findall("line") if (line := _joined(self.line(one))))
            if name:
                cards.append(Card(name, lines))
        if cards:
            yield Cards(self._key(element), tuple(cards))

    def _figure(self, element: Element) -> Iterator[Figure]:
        alt, caption = self.line(element.find("alt")), self.line(element.find("caption"))
        if not alt:
            return
        size = {"banner": "banner", "wide": "wide"}.get(element.get("size", ""), "medium")
        picture = self.pictures(element.get("picture", ""))
        own = element.get("own") == "1"
        yield Figure(self._key(element), picture, _joined(alt), _joined(caption), own, size)  # type: ignore[arg-type]

    def _frame(self, element: Element) -> Iterator[Block]:
        parts = list(self._only(element, "figure", "p"))
        figures = [figure for part in parts if part.tag == "figure" for figure in self._figure(part)]
        words = tuple(line for part in parts if part.tag == "p" for line in split(self.line(part)))
        if words or figures:
            self._frames += 1
            figure = figures[0] if figures else None
            yield Frame(self._key(element), self._frames, figure, tuple(map(_joined, words)))

    def _key(self, element: Element) -> str:
        """Return the key a template gave, or the one of the first passage; a second such key is numbered."""
        given = element.get("key")
        if given is None:
            first = next((child for child in element.iter("e", "v")), None)
            given = "" if first is None else key_of(first.get("r"), first.get("p"))
        key = f"{element.tag}:{given}"
        self._keys[key] = self._keys.get(key, 0) + 1
        return key if self._keys[key] == 1 else f"{key}~{self._keys[key]}"


def key_of(entry: str | None, path: str | None) -> str:
    """Return the part of a source that is alike in every language, stage and register."""
    if entry is not None:
        return entry.rpartition(":")[2].partition("/")[0]
    return re.sub(r"^documents\.\d+\.", "", path or "")


def _runs(line: Inlines) -> Iterator[Run]:
    for inline in line:
        yield from (inline,) if isinstance(inline, Run) else inline.runs


def split(line: Inlines, *, every_line: bool = False) -> list[Inlines]:
    """Return a line cut at blank lines (or every line end) of its passages: each piece is a paragraph."""
    pattern = r"\s*\n\s*" if every_line else r"\s*\n\s*\n\s*"
    pieces: list[list[Inline]] = [[]]
    for inline in line:
        if isinstance(inline, Link):
            pieces[-1].append(inline)
            continue
        first, *rest = re.split(pattern, inline.text)
        pieces[-1].append(replace(inline, text=first))
        pieces.extend([replace(inline, text=text)] for text in rest)
    return [tuple(piece) for piece in pieces if any(run.text.strip() for run in _runs(tuple(piece)))]


def _joined(line: Inlines) -> Inlines:
    """Return a line whose typed line ends are blanks: they are only where the typist's line ran out."""
    return tuple(
        replace(inline, text=re.sub(r"\s*\n\s*", " ", inline.text)) if isinstance(inline, Run) else inline
        for inline in line
    )


def pruned(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks without headings that head nothing: an empty section leaves no hole that tells."""
    kept: list[Block] = []
    for block in reversed(blocks):
        nothing_follows = not kept or (
            isinstance(kept[-1], Heading) and isinstance(block, Heading) and kept[-1].level <= block.level
        )
        if isinstance(block, Heading) and block.level > 1 and nothing_follows:
            continue
        kept.append(block)
    return tuple(reversed(kept))
