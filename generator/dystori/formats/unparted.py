"""What the end of a line never parts: a telephone number, a name with a hyphen, a number and what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Final

from dystori.tree import Inlines, Run, runs

#: A longer passage than this may break, although it would be kept on one line.
LONGEST_KEPT: Final = 24
#: *01632 960 001*; *Mam-gu*; *4 Tachwedd*, *5 o’clock* and *10 munud*.
UNPARTED: Final = re.compile(
    r"\+?\d{2,5}(?: \d{2,5})+(?!\w)"
    r"|(?<![\w-])\w[\w’']*(?:-\w[\w’']*)+"
    r"|(?<![\w.,])\d[\d.:]* [^\W\d_][\w’']*"
)
#: Where a line may end: at white space, and at a hyphen that shows only there.
_ENDS: Final = re.compile(r"[\s\u00ad]+")
_BLANK: Final = "\ue000"


def kept(run: Run) -> bool:
    """Return whether a whole passage stays on one line."""
    return run.keep and len(run.text) <= LONGEST_KEPT


def marked(text: str) -> str:
    """Return a passage as markup, with what no line end parts marked."""
    return UNPARTED.sub(_marked, escape(text, quote=False))


def words(line: Inlines) -> Iterator[str]:
    """Yield the words of a line as it may be cut: what is kept together is one."""
    whole = "".join(
        run.text.replace(" ", _BLANK) if kept(run) else UNPARTED.sub(_joined, run.text) for run in runs(line)
    )
    return (word.replace(_BLANK, " ") for word in _ENDS.split(whole) if word)


def _marked(found: re.Match[str]) -> str:
    return f'<span class="nb">{found[0]}</span>' if len(found[0]) <= LONGEST_KEPT else found[0]


def _joined(found: re.Match[str]) -> str:
    return found[0].replace(" ", _BLANK) if len(found[0]) <= LONGEST_KEPT else found[0]
