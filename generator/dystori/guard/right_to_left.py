"""Lines of Arabic and Hebrew in the order in which they are read: a page draws them from left to right."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
#: From the first such letter to the last one before a letter that is written the other way.
_RUN = re.compile(rf"{_LETTER}(?:[^A-Za-z\u00c0-\u058f\u1e00-\u1fff]*{_LETTER})?")
_FIGURES = re.compile(r"\d(?:[\d.,:/-]*\d)?")
#: Signs that show nothing; the engine puts one between letters that are drawn apart.
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def as_read(pieces: Sequence[str]) -> list[str]:
    """Return the pieces of a drawn line as they are read; a line with nothing written from the right stays as it is."""
    line = "".join(pieces)
    if not re.search(_LETTER, line):
        return list(pieces)
    return [_RUN.sub(lambda found: _turned(found[0]), _UNSEEN.sub("", line))]


def _turned(run: str) -> str:
    # Figures are written from left to right in every language.
    return _FIGURES.sub(lambda found: found[0][::-1], run[::-1])
