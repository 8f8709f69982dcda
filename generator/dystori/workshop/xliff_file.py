"""Units as XLIFF 1.2, the version that every translation tool reads, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from lxml import etree

from dystori.findings import CaseError, Finding, Place
from dystori.words.entries import read_context
from dystori.workshop.units import DONE, EMPTY, FUZZY, Told, Unit

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
#: Ours is the namespace without a prefix; the types of lxml know no such name.
_PREFIXES: Any = {None: NAMESPACE}
_TAG = f"{{{NAMESPACE}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STATES = {EMPTY: "new", FUZZY: "needs-review-translation", DONE: "translated"}
#: What a translation tool calls a text that nobody needs to look at again.
_READY = frozenset({"translated", "final", "signed-off"})
_FLAGS, _COMMENTS = "flags", "translator"


def write(told: Iterable[Told], source_tag: str, tags: Mapping[str, str]) -> bytes:
    """Return units as XLIFF: a ``file`` a catalogue; ``tags`` are the languages' BCP 47 tags by code."""
    root = etree.Element(f"{_TAG}xliff", nsmap=_PREFIXES, version="1.2")
    for (code, catalogue), group in groupby(told, key=lambda one: (one.unit.language, one.unit.catalogue)):
        languages = {"source-language": source_tag, "target-language": tags[code]}
        file = etree.SubElement(root, f"{_TAG}file", {"original": f"{code}/{catalogue}", "datatype": "po", **languages})
        body = etree.SubElement(file, f"{_TAG}body")
        for one in group:
            _write_unit(body, one)
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return data


def _write_unit(body: etree._Element, one: Told) -> None:
    unit = one.unit
    named = {"id": unit.name, "resname": unit.context, "maxwidth": str(unit.longest), "size-unit": "char"}
    if unit.state == DONE:
        named["approved"] = "yes"
    if unit.form is not None:
        named["extradata"] = str(unit.form)
    element = etree.SubElement(body, f"{_TAG}trans-unit", {**named, _SPACE: "preserve"})
    _line(element, "source", unit.source)
    _line(element, "target", unit.target, state=_STATES[unit.state])
    if unit.former:
        before = etree.SubElement(element, f"{_TAG}alt-trans", alttranstype="previous-version")
        _line(before, "source", unit.former)
        _line(before, "target", unit.target)
    _line(element, "note", one.note, **{"from": "developer"})
    for comment in unit.comments:
        _line(element, "note", comment, **{"from": _COMMENTS})
    if unit.flags:
        _line(element, "note", ", ".join(unit.flags), **{"from": _FLAGS})


def _line(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    etree.SubElement(parent, f"{_TAG}{name}", attributes).text = text


def read(data: bytes, name: str, registers: Mapping[str, tuple[str, ...]]) -> list[Unit]:
    """Return the units of an XLIFF file; ``registers`` are those of each language, by code.

    Raises CaseError ``exchange_xml`` for what is no XLIFF 1.2, or names entities of its own.
    """
    root = opened(data, name)
    found = []
    for file in root.iter(f"{_TAG}file"):
        code, _, catalogue = file.get("original", "").partition("/")
        for element in file.iter(f"{_TAG}trans-unit"):
            found.append(_unit(element, code, catalogue, name, registers.get(code, ())))
    return found


def opened(data: bytes, name: str) -> etree._Element:
    """Return the root of an XLIFF file; raises CaseError ``exchange_xml``."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", 0) or 0
        raise CaseError([Finding("exchange_xml", place=Place(name, line))]) from None
    if root.tag != f"{_TAG}xliff" or b"<!DOCTYPE" in data:
        raise CaseError([Finding("exchange_xml", place=Place(name, 1))])
    return root


def is_ready(element: etree._Element) -> bool:
    """Return whether the translation of a unit needs no second look."""
    # A tool that says nothing of the state of a text has nothing to say against it.
    target = element.find(f"{_TAG}target")
    given = target.get("state", "translated") if target is not None else ""
    return given in _READY or element.get("approved") == "yes"


def _unit(element: etree._Element, code: str, catalogue: str, name: str, registers: tuple[str, ...]) -> Unit:
    context, form, line = element.get("resname", ""), element.get("extradata", ""), int(str(element.sourceline or 0))
    if read_context(context, registers) is None or not (form == "" or form.isdecimal()):
        raise CaseError([Finding("exchange_line", place=Place(name, line))])
    text = _text(element.find(f"{_TAG}target"))
    state = (DONE if is_ready(element) else FUZZY) if text else EMPTY
    former = element.find(f"{_TAG}alt-trans[@alttranstype='previous-version']/{_TAG}source")
    notes = element.findall(f"{_TAG}note")
    flags = ", ".join(_text(note) for note in notes if note.get("from") == _FLAGS)
    return Unit(
        code,
        catalogue,
        context,
        _text(element.find(f"{_TAG}source")),
        text,
        state,
        int(form) if form else None,
        _text(former),
        tuple(_text(note) for note in notes if note.get("from") == _COMMENTS),
        tuple(flag.strip() for flag in flags.split(",") if flag.strip()),
        line,
    )


def _text(element: etree._Element | None) -> str:
    return "" if element is None else "".join(str(part) for part in element.itertext())
