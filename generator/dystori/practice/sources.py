"""The documents that rules come from, and how each one stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How far a document binds."""

    HOUSE = "house"
    IN_FORCE = "in-force"
    DRAFT = "draft"
    SUMMARY = "summary"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Source:
    """A place in a document: which document, how it stands, and the heading in it."""

    document: str
    standing: Standing
    heading: str

    def __str__(self) -> str:
        """Return the source as it is cited: the document, then the heading."""
        return f"{self.document}, {self.heading}" if self.heading else self.document


#: What no document needs to say: the order of days.
HOUSE = Source("Dy Stori", Standing.HOUSE, "")


def framework(heading: str) -> Source:
    """Return a place in Wales's framework: a consultation paper, so what it alone asks is a draft."""
    return Source("National Practice Framework for Wales (2023)", Standing.DRAFT, heading)


def procedures(heading: str) -> Source:
    """Return a place in the guide to what changed in Wales's procedures: a summary, not the procedures."""
    return Source("Wales Safeguarding Procedures: What’s Different?", Standing.SUMMARY, heading)


def sandwell(heading: str) -> Source:
    """Return a place in Sandwell's standards."""
    return Source("Sandwell Children’s Trust Practice Standards (2025)", Standing.IN_FORCE, heading)


def sunderland(heading: str) -> Source:
    """Return a place in Sunderland's standards."""
    return Source("Together for Children Practice Standards (Sunderland, 2019)", Standing.IN_FORCE, heading)


def cafcass(heading: str) -> Source:
    """Return a place in Cafcass Cymru's framework."""
    return Source("Cafcass Cymru Practice Framework", Standing.UNDATED, heading)
