"""What can be wrong with the words of a language: one way to make a finding, one way to refuse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn

from dystori.findings import CatalogueError, Finding, Place, Severity


def fault(
    code: str,
    file: str,
    line: int = 0,
    path: str = "",
    *,
    values: Mapping[str, str] | None = None,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """Return a finding about a file of ``locales/``; its values come from that file, never from a case."""
    return Finding(f"words-{code}", severity, Place(file=file, line=line, path=path), values or {})


def refuse(code: str, file: str, path: str = "", **values: str) -> NoReturn:
    """Raise CatalogueError for one fault."""
    raise CatalogueError([fault(code, file, path=path, values=values)])
