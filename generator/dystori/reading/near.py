"""Where some words of a text stand in the file: an editor stops at them, and not where the text begins."""

from __future__ import annotations

import re
from dataclasses import replace

from dystori.findings import Place
from dystori.reading.files import PathKey, Raw

#: So many words show which sentence is meant.
_TELLING = 8


def near(raw: Raw, path: PathKey, words: str) -> Place:
    """Return where words of the text at a path begin; where the file writes them otherwise, the place of the path.

    A text over several lines is broken where the file breaks it; a straight apostrophe may be doubled.
    """
    place = raw.place(path)
    first = r"\s+".join(re.escape(word).replace("'", "''?") for word in words.split()[:_TELLING])
    start = sum(map(len, raw.text.splitlines(keepends=True)[: place.line - 1])) + place.column - 1
    found = re.compile(first).search(raw.text, start) if place.line and first else None
    if found is None:
        return place
    before = raw.text[: found.start()]
    line, column = before.count("\n") + 1, found.start() - before.rfind("\n")
    later = min((one for one in raw.positions.values() if one > (place.line, place.column)), default=None)
    return place if later and (line, column) >= later else replace(place, line=line, column=column)
