"""What comes back from a translator: for each code a text, whether it is finished, and where it stands in the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

#: Says a sentence of the tool's catalogue.
Say = Callable[..., str]
#: What goes out and comes back: for a translation tool, or as a Word table that a translator fills in.
FORMATS = ("xliff", "docx")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who tells a translator what to do: a tongue of the tool, and the BCP 47 tag of its language."""

    say: Say
    tag: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A translation; ``pieces`` are its paragraphs, ``line`` the line of an XLIFF file or the row of a table."""

    code: str
    pieces: tuple[str, ...] = field(repr=False)
    ready: bool
    line: int
