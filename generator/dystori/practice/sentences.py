"""The sentences of a text, and what in it is its writer's own: a quote is somebody else's words and is not judged."""

from __future__ import annotations

import re

#: What stands between speech marks is somebody's own.
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^‘’]*’(?!\w)")
_END = re.compile(r"(?<=[.!?…])(?:[”’\")]+)?\s+|\n+")
#: A full stop after one of these ends nothing: a title, and a letter or two of an abbreviation.
_GOES_ON = re.compile(r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|St|\w|[a-z]\.[a-z])\.$")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text in their order; a line end ends one too."""
    found: list[str] = []
    for piece in filter(None, (piece.strip() for piece in _END.split(text))):
        if found and _GOES_ON.search(found[-1]):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return found


def unquoted(text: str) -> str:
    """Return a text with blanks for what stands between speech marks, its apostrophes all of one sort."""
    return _QUOTED.sub(lambda quote: " " * len(quote[0]), text).replace("'", "’")


def nth(sentence: str, text: str) -> int:
    """Return which sentence of a text one is, from 1; 0 where it is none of them."""
    every = sentences(text)
    return every.index(sentence) + 1 if sentence in every else 0
