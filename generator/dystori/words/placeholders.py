"""The placeholders of a translation: ``{town}`` and ``{town:yn}``, and nothing else behind a brace.

A translation is text: it is never given to ``str.format`` or ``%``. A literal brace is a fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]{0,39})(?::([A-Za-z][a-z0-9_]{0,29}))?\}")


class PlaceholderError(ValueError):
    """A brace that begins or ends no placeholder."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """The name of a value and the form it is wanted in; a capital in the form asks for a capital letter."""

    name: str
    form: str = ""


Piece = str | Placeholder


def parse(text: str) -> tuple[Piece, ...]:
    """Return the passages and placeholders of a text, in order; raise PlaceholderError for a stray brace."""
    pieces: list[Piece] = []
    end = 0
    for found in _PLACEHOLDER.finditer(text):
        pieces += [text[end : found.start()], Placeholder(found[1], found[2] or "")]
        end = found.end()
    pieces.append(text[end:])
    if any(isinstance(piece, str) and ("{" in piece or "}" in piece) for piece in pieces):
        raise PlaceholderError("stray brace")
    return tuple(piece for piece in pieces if piece)


def placeholders(text: str) -> tuple[Placeholder, ...]:
    """Return the placeholders of a text, in order; raise PlaceholderError for a stray brace."""
    return tuple(piece for piece in parse(text) if isinstance(piece, Placeholder))


def without(text: str) -> str:
    """Return the text with a space where each placeholder stood: what a translator wrote themselves."""
    return _PLACEHOLDER.sub(" ", text)
