"""What is wrong, where, and what to do about it: findings, and the errors that carry them.

A finding never holds a value from the case. Its words come from the tool's own catalogue by its code, so
every finding exists in every language of the tool.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum


class Severity(IntEnum):
    """How much a finding matters; the order is the order of ``--fail-on``."""

    ADVICE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: line and column count from 1; 0 where there is none."""

    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""

    def __str__(self) -> str:
        """Return ``file:line: path`` as editors know it."""
        head = ":".join(str(part) for part in (self.file, self.line or "") if part)
        return ": ".join(part for part in (head, self.path) if part)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell somebody: a code, a severity, a place, safe values, and (once told) the message."""

    code: str
    severity: Severity = Severity.ERROR
    place: Place = Place()
    values: Mapping[str, str] = field(default_factory=dict)
    message: str = ""

    def told(self, message: str) -> Finding:
        """Return the finding with its message in somebody's language."""
        return replace(self, message=message)


class DystoriError(Exception):
    """The root of every error of ours; ``exit_code`` belongs to the class."""

    exit_code = 1

    def __init__(self, findings: Sequence[Finding]) -> None:
        """Keep the findings; the text is what is known of them so far."""
        self.findings = tuple(findings)
        super().__init__(self._text())

    def _text(self) -> str:
        return "\n".join(
            f"{finding.place}: {finding.message or finding.code}".lstrip(": ") for finding in self.findings
        )

    def __str__(self) -> str:
        return self._text()


class CaseError(DystoriError):
    """The case file is at fault: every fault at once."""


class RequestError(DystoriError):
    """What was asked for is not there: a document, part, reader, language or format."""

    exit_code = 2


class TemplateError(DystoriError):
    """A template is at fault, or a library warned while it wrote: a render that warns has failed."""


class CatalogueError(DystoriError):
    """The words of a language are at fault."""


class OutputError(DystoriError):
    """A file could not be written."""

    exit_code = 4
