"""Pages of words that stand in no document of the examples: the tool's own, those of fields, rules and pictures.

Each stands as its reader meets it: a fault behind the line of a case file, the help of a field behind its name, a
word of the pictures under what is drawn for it. What the tool fills in is a name between ‹ and ›, plainly a sample.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from dystori.tree import Drawing
from dystori.words import Language
from dystori.words.placeholders import PlaceholderError, parse
from dystori.workshop.passages import HEAD, LOOK

#: As many as a page can hold and still be looked through.
_MOST = 120
#: What begins the keys of entries that are shown together: faults, help, the words of pictures.
_TOGETHER = frozenset({"fault", "help", "word"})
_OWN_LOOK = (
    "<style>:root{color-scheme:light dark}body{font:17px/1.5 Lexend,Verdana,sans-serif;margin:0 auto;max-width:46rem;"
    "padding:1rem 1.25rem;background:#fff;color:#1b1b1b}h1{font-size:1.2rem}code,.term{font-family:monospace;font-size:"
    ".85em;overflow-wrap:anywhere}div{padding:.55rem 0;border-bottom:1px solid #c9d1d3}p{margin:.1rem 0}"
    "svg{display:block;height:7rem;width:auto;background:#fff;border-radius:.3rem}"
    "i{font-style:normal;border:1px dashed currentColor;"
    "padding:0 .2em}@media(prefers-color-scheme:dark){body{background:#15191a;color:#eceff0}div{border-color:#3c4649}"
    "mark.on{background:#5c4a00!important;outline-color:#5c4a00!important}}</style>"
)

#: What is drawn for an entry, by its catalogue and key; None for nothing.
Drawn = Callable[[str, str], Drawing | None]


@dataclass(frozen=True, slots=True)
class Line:
    """An entry on such a page: its catalogue and key, and what each language prints, a line a plural form."""

    catalogue: str
    key: str
    texts: dict[str, str]


def parted(lines: Sequence[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Yield pages by name: the lines of a catalogue, what the terminal shows together by itself."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        family = line.key.split("-")[0]
        name = f"{line.catalogue}: {family}" if family in _TOGETHER else line.catalogue
        found.setdefault(name, []).append(line)
    for name, all_ in found.items():
        for start in range(0, len(all_), _MOST):
            number = f" {start // _MOST + 1}" if len(all_) > _MOST else ""
            yield f"{name}{number}", all_[start : start + _MOST]


def sheet_page(title: str, language: Language, lines: Iterable[Line], drawn: Drawn) -> bytes:
    """Return the page of some entries in one language; the anchor of the first is ``e0``, and so on."""
    rows = [_row(at, line, language, drawn) for at, line in enumerate(lines)]
    return (
        f'<!doctype html>\n<html lang="{escape(language.tag)}">\n<head>\n<meta charset="utf-8">\n{HEAD}'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n{_OWN_LOOK}{LOOK}</head>\n<body>\n<h1>{escape(title)}</h1>\n"
        f"{''.join(rows)}</body>\n</html>\n"
    ).encode()


def _row(at: int, line: Line, language: Language, drawn: Drawn) -> str:
    before = ""
    if line.catalogue == "tool" and line.key.startswith("fault-"):
        severity = language.phrase("severity-error", {}, catalogue="tool").text
        before = f"case.yaml:12: documents.0: {severity}: "
    picture = drawn(line.catalogue, line.key)
    said = "".join(
        f'<p lang="{language.tag}"{" class=term" if line.catalogue == "tool" else ""}>{escape(before)}'
        f'<mark data-e="e{at}">{_said(text)}</mark></p>'
        for text in line.texts[language.code].split("\n")
    )
    shown = picture.svg(' aria-hidden="true"') if picture else ""
    return f"<div><p><code>{escape(line.key)}</code></p>{shown}{said}</div>\n"


def _said(text: str) -> str:
    try:
        pieces = parse(text)
    except PlaceholderError:
        return escape(text)
    return "".join(escape(one) if isinstance(one, str) else f"<i>‹{escape(one.name)}›</i>" for one in pieces)
