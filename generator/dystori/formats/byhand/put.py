"""Put what was typed by hand into a Word file that was made anew: words and how they stand out, nothing else.

A line that is the same stays as it was made. A changed one keeps the paragraph of the new file (its style, its number,
its language, its links) and gets the words that were typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Any, Final

from lxml import etree

from dystori.formats.byhand.lines import NUMBER, PICTURE, Block, Line, W, WordFile, pieces, words_of
from dystori.formats.byhand.merge import Decided
from dystori.formats.word.package import entry, pack

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
#: Where the properties of a Word file are.
PROPERTIES: Final = "docProps/core.xml"
#: A file of ours that somebody had a hand in says so: it has been saved once more.
REVISION: Final = b"<cp:revision>2</cp:revision>"


def put(new: WordFile, decided: Decided) -> tuple[bytes, int, tuple[tuple[str, str], ...]]:
    """Return the file with what was typed by hand, how many blocks have it, and what could not be put in, and why."""
    kept, lost = 0, list(decided.lost)
    for block in new.blocks:
        lines = decided.instead.get(block.key)
        if lines is None and block.key in decided.after:
            lines = (*block.lines, *decided.after[block.key])
        if lines is None:
            continue
        steps = list(_steps(block, lines))
        if all(_fits(step, block) for step in steps):
            for step in reversed(steps):
                _take(step, block, new)
            kept += 1
        else:
            lost.append((block.key, "shape"))
    parts = dict(new.parts)
    parts["word/document.xml"] = etree.tostring(new.document, xml_declaration=True, encoding="UTF-8", standalone=True)
    parts[PROPERTIES] = parts[PROPERTIES].replace(b"</cp:coreProperties>", REVISION + b"</cp:coreProperties>")
    return pack([entry(name, data) for name, data in parts.items()]), kept, tuple(lost)


#: Lines of the new file, the lines by hand that are to stand there instead, and the line of the new file before them.
_Step = tuple[tuple[Line, ...], tuple[Line, ...], Line | None]


def _steps(block: Block, lines: Sequence[Line]) -> Iterator[_Step]:
    matcher = SequenceMatcher(None, block.digests, [line.digest for line in lines], autojunk=False)
    for how, start, end, first, last in matcher.get_opcodes():
        if how != "equal":
            before = block.lines[start - 1] if start else None
            yield block.lines[start:end], tuple(lines[first:last]), before


def _fits(step: _Step, block: Block) -> bool:
    """Return whether lines by hand can stand where the new file has its own: no picture, no further cell or table."""
    there, typed, before = step
    if any(PICTURE in line.text for line in typed):
        return False
    if any(line.depth != mine.depth for line, mine in zip(typed, there, strict=False)):
        return False
    beyond = typed[len(there) :]
    place = there[-1] if there else before or (block.lines[0] if block.lines else None)
    if beyond and (place is None or any(line.depth != place.depth for line in beyond)):
        return False
    # In a table a further line belongs to the cell of the one before it: a row that was put in is none.
    return all(
        line.depth == 0 or line.element.getparent() is typed[at - 1].element.getparent()
        for at, line in enumerate(typed)
        if at >= max(1, len(there))
    ) and not (beyond and not there and place is not None and place.depth)


def _take(step: _Step, block: Block, new: WordFile) -> None:
    there, typed, before = step
    for line, mine in zip(typed, there, strict=False):
        _write(mine.element, line)
    for line in there[len(typed) :]:
        _remove(line.element)
    last = there[-1] if there else before
    beyond = typed[len(there) :]
    if last is None:
        first = block.lines[0].element
        for line in beyond:
            first.addprevious(_paragraph(first, line, new))
        return
    for line in reversed(beyond):
        last.element.addnext(_paragraph(last.element, line, new))


def _write(paragraph: Any, line: Line) -> None:
    """Give a paragraph of the new file other words."""
    tag = next((one.get(f"{W}val") for one in paragraph.iter(f"{W}lang") if one.get(f"{W}val")), "")
    links = {"".join(map(words_of, link.iter(f"{W}r"))): link for link in paragraph.iter(f"{W}hyperlink")}
    numbered = bool(NUMBER.match("".join(words for words, _ in pieces(paragraph))))
    for one in list(paragraph):
        if one.tag == f"{W}r" and (numbered or _only_breaks(one)):
            numbered = numbered and "\t" not in words_of(one)
        elif one.tag not in (f"{W}pPr", f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            paragraph.remove(one)
    ends = [one for one in paragraph if one.tag == f"{W}bookmarkEnd"]
    made = list(_runs(line, tag, links))
    if ends:
        for one in made:
            ends[0].addprevious(one)
    else:
        paragraph.extend(made)


def _only_breaks(run: Any) -> bool:
    return all(one.tag in (f"{W}br", f"{W}rPr") for one in run) and not words_of(run)


def _runs(line: Line, tag: str, links: dict[str, Any]) -> Iterator[Any]:
    held = list(pieces(line.element))
    if number := NUMBER.match("".join(words for words, _ in held)):
        rest, shortened = number.end(), []
        for words, mark in held:
            shortened.append((words[rest:], mark))
            rest = max(0, rest - len(words))
        held = shortened
    for words, mark in held:
        link = next((one for one in links if one and one in words), None)
        if link is None:
            yield from _run(words, mark, tag)
            continue
        before, _, behind = words.partition(link)
        yield from _run(before, mark, tag)
        yield deepcopy(links.pop(link))
        yield from _run(behind, mark, tag)


def _run(words: str, mark: str, tag: str) -> Iterator[Any]:
    if not words:
        return
    run = etree.Element(f"{W}r")
    properties = etree.SubElement(run, f"{W}rPr")
    for letter, names in (("b", ("b", "bCs")), ("i", ("i", "iCs"))):
        if letter in mark:
            for name in names:
                etree.SubElement(properties, f"{W}{name}")
    if "u" in mark:
        etree.SubElement(properties, f"{W}u").set(f"{W}val", "single")
    if tag:
        etree.SubElement(properties, f"{W}lang").set(f"{W}val", tag)
    for at, text in enumerate(words.split("\n")):
        if at:
            etree.SubElement(run, f"{W}br")
        for place, piece in enumerate(text.split("\t")):
            if place:
                etree.SubElement(run, f"{W}tab")
            if piece:
                said = etree.SubElement(run, f"{W}t")
                said.text = piece
                said.set(_SPACE, "preserve")
    yield run


def _paragraph(beside: Any, line: Line, new: WordFile) -> Any:
    """Return a paragraph of its own for a line that was put in: in its style where the new file has that."""
    made = etree.Element(f"{W}p")
    ids = {name: known for known, name in new.styles.items()}
    properties = beside.find(f"{W}pPr")
    own = None if properties is None else properties.find(f"{W}pStyle")
    if own is not None and new.styles.get(own.get(f"{W}val")) == line.style:
        copied = deepcopy(properties)
        for one in copied.findall(f"{W}sectPr"):
            copied.remove(one)
        made.append(copied)
    elif line.style in ids:
        style = etree.SubElement(etree.SubElement(made, f"{W}pPr"), f"{W}pStyle")
        style.set(f"{W}val", ids[line.style])
    tag = next((one.get(f"{W}val") for one in beside.iter(f"{W}lang") if one.get(f"{W}val")), "")
    made.extend(_runs(line, tag, {}))
    return made


def _remove(paragraph: Any) -> None:
    """Take a paragraph out; its row and its table too where nothing is left in them; a cell keeps an empty one."""
    parent = paragraph.getparent()
    ends_section = paragraph.find(f"{W}pPr/{W}sectPr") is not None
    if ends_section or (parent.tag == f"{W}tc" and len(parent.findall(f"{W}p")) == 1):
        for one in list(paragraph):
            if one.tag != f"{W}pPr":
                paragraph.remove(one)
        row = parent.getparent()
        if not ends_section and not any(text.text for text in row.iter(f"{W}t")) and not any(row.iter(f"{W}drawing")):
            table = row.getparent()
            table.remove(row)
            if table.find(f"{W}tr") is None:
                table.getparent().remove(table)
        return
    parent.remove(paragraph)
