"""A text as its words alone, so that two spellings of one thing are the same: case, accents and marks aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")
#: Accents, the vowel signs of Hebrew and Arabic, and signs that show nothing: soft hyphens, joiners, directions.
_ACCENT = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)


def bare(text: str) -> str:
    """Return the words of a text without accents and marks, one space between them, in the case they were typed."""
    plain = text if text.isascii() else _ACCENT.sub("", unicodedata.normalize("NFKD", text))
    return " ".join(_WORD.findall(plain))


def folded(text: str) -> str:
    """Return the words of a text without case, accents and marks, one space between them."""
    return bare(text.casefold())


def heap(texts: Iterable[str]) -> str:
    """Return bare or folded texts in one, ready for ``holds``; no words run from one text into the next."""
    return f" {' | '.join(texts)} "


def holds(heap: str, words: str) -> bool:
    """Return whether words stand in a heap, whole and side by side."""
    return f" {words} " in heap
