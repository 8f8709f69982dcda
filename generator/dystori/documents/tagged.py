"""What a template sees of a case: plain mappings and lists, and small tagged values that print themselves.

A tagged value prints with its path and its language, so that every passage of the finished tree knows where
it came from. It has no method a template can call; a model never reaches a template.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup, escape

from dystori.words import Value


@dataclass(frozen=True, slots=True)
class Tagged:
    """One value of the case as one language writes it.

    ``lang`` is the tag of free text and empty for names, dates and other things that are of no language or
    of the document's own. ``foreign`` marks text that stands in because there is none in the document's language.
    """

    text: str = field(repr=False)
    value: Value = field(repr=False)
    path: str
    lang: str = ""
    foreign: bool = False
    href: str = ""

    def __html__(self) -> str:
        """Return the value as markup that the tree builder reads."""
        marks = Markup(' l="{}"').format(self.lang) if self.lang else Markup("")
        if self.foreign:
            marks += Markup(' foreign="1"')
        return str(Markup('<v p="{}"{}>{}</v>').format(self.path, marks, self.text))

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of a closed list: ``id`` to decide by, and its words in the language of the document."""

    id: str
    value: Value = field(repr=False)
    entry: str = ""
    text: str = field(default="", repr=False)

    def __html__(self) -> str:
        """Return the words as markup that the tree builder reads."""
        return str(Markup('<e r="{}">{}</e>').format(self.entry, escape(self.text)))

    def __str__(self) -> str:
        return self.text
