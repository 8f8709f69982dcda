"""Findings as SARIF 2.1.0, the form that editors and case systems read.

OASIS, *Static Analysis Results Interchange Format (SARIF) Version 2.1.0*: a run with its tool, the rules it found
something by, and the results. What a case sets aside is suppressed (3.27.23); why stays in the case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from dystori.findings import Finding, Severity
from dystori.practice.telling import RULE, help_of
from dystori.words import Language

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def sarif(findings: Sequence[Finding], words: Language, addresses: Mapping[str, str], version: str) -> dict[str, Any]:
    """Return findings that have their messages as a SARIF log, as plain data.

    ``words`` are those the messages are in; ``addresses`` say where a file named in a finding lies, relative to
    whoever reads the log; ``version`` is that of the tool.
    """
    rules = tuple(dict.fromkeys(one.code for one in findings))
    driver = {
        "name": "dystori",
        "version": version,
        "rules": [_rule(code, words, any(one.values.get(RULE) == code for one in findings)) for code in rules],
    }
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "language": words.code,
                "columnKind": "unicodeCodePoints",
                "results": [_result(one, rules.index(one.code), addresses) for one in findings],
            }
        ],
    }


def _rule(code: str, words: Language, practice: bool) -> dict[str, Any]:
    """Return a rule; one of practice with what it asks, what would satisfy it, and by whose standard."""
    if not practice:
        return {"id": code}
    asks, do, sources = help_of(code, words)
    return {
        "id": code,
        "shortDescription": {"text": asks},
        "help": {"text": "\n".join(part for part in (asks, do, *sources) if part)},
        "properties": {"sources": sources},
    }


def _result(one: Finding, index: int, addresses: Mapping[str, str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": _LEVELS[one.severity],
        "message": {"text": one.message or one.code},
    }
    if one.place.file:
        result["locations"] = [_location(one, addresses)]
    if one.values.get("waived"):
        result["suppressions"] = [{"kind": "inSource", "status": "accepted"}]
    return result


def _location(one: Finding, addresses: Mapping[str, str]) -> dict[str, Any]:
    place = one.place
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(addresses.get(place.file, place.file))}}
    if place.line:
        column = {"startColumn": place.column} if place.column else {}
        physical["region"] = {"startLine": place.line, **column}
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.path:
        location["logicalLocations"] = [{"fullyQualifiedName": place.path, "kind": "member"}]
    return location
