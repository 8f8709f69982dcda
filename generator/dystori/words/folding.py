"""A text as its words alone, so that two spellings of one thing are the same: case, accents and marks aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"\w+")
_ACCENT = re.compile(r"[\u0300-\u036f]")


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
