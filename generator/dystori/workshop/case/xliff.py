"""Texts of a case as XLIFF 1.2, one file a language, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree

from dystori.workshop.case.answers import Answer
from dystori.workshop.case.asked import Asked
from dystori.workshop.case.texts import paragraphs
from dystori.workshop.xliff_file import NAMESPACE, is_ready, opened

_TAG = f"{{{NAMESPACE}}}"
_PREFIXES: Any = {None: NAMESPACE}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write(asked: Sequence[Asked], reference: str, tags: dict[str, str]) -> bytes:
    """Return what is asked for in one language; a ``file`` for each language it is to be translated from.

    ``tags`` are the BCP 47 tags of languages by their codes; a paragraph ends with an empty line.
    """
    root = etree.Element(f"{_TAG}xliff", nsmap=_PREFIXES, version="1.2")
    for source in dict.fromkeys(one.text.source for one in asked):
        languages = {"source-language": tags.get(source, source), "target-language": tags[asked[0].language]}
        named = {"original": reference, "datatype": "plaintext", **languages}
        body = etree.SubElement(etree.SubElement(root, f"{_TAG}file", named), f"{_TAG}body")
        for one in (one for one in asked if one.text.source == source):
            unit = etree.SubElement(body, f"{_TAG}trans-unit", {"id": one.code, _SPACE: "preserve"})
            etree.SubElement(unit, f"{_TAG}source").text = "\n\n".join(one.text.paragraphs)
            etree.SubElement(unit, f"{_TAG}target", {"state": "new"}).text = ""
            for note in one.notes:
                etree.SubElement(unit, f"{_TAG}note", {"from": "developer"}).text = note
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return data


def read(data: bytes, name: str) -> list[Answer]:
    """Return the translations of a file; raises CaseError ``exchange_xml``."""
    found = []
    for unit in opened(data, name).iter(f"{_TAG}trans-unit"):
        target = unit.find(f"{_TAG}target")
        text = "" if target is None else "".join(str(part) for part in target.itertext())
        pieces = paragraphs(text, every_line=False)
        found.append(Answer(unit.get("id", ""), pieces, is_ready(unit), int(str(unit.sourceline or 0))))
    return found
