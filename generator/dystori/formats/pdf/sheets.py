"""The sheet of paper: its size, its margins, its type sizes, and what stands at its edges.

Margin boxes know neither classes nor custom properties, so the page rules of a document are written here
from values. Numbers are those of the looks (sections 1, 2, 5, 9 and 10).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dystori.formats import fonts
from dystori.formats.colours import Palette
from dystori.tree import Arrangement, Content, Inlines, Presentation, Style, Voice, plain

#: One point in millimetres.
POINT = 25.4 / 72
#: The typefaces as a style sheet names them.
FAMILY = ",".join(f'"{family}"' for family in fonts.FAMILIES)
#: Between two columns, in millimetres.
GAP = 10.0
#: How far a wide table of a long record runs into each margin, in millimetres (the margins are in print.css).
INTO_MARGIN = 20.0
#: The number of a paragraph and the air behind it, in em.
NUMBER = 3.6


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page in millimetres and its body type in points; ``leading`` is the line height in em."""

    width: float
    height: float
    top: float
    side: float
    bottom: float
    body: float
    leading: float
    furniture: float = 9.0
    columns: int = 1
    #: The words of a storyboard against the body.
    words: float = 1.235
    #: The greatest height of the picture at the top of a letter.
    banner: float = 48.0

    @property
    def text_width(self) -> float:
        """Return the width between the margins."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        """Return the height between the margins."""
        return self.height - self.top - self.bottom

    @property
    def column(self) -> float:
        """Return the width of one column."""
        return (self.text_width - GAP * (self.columns - 1)) / self.columns

    @property
    def number(self) -> float:
        """Return the width that the number of a paragraph has: *12.10* and some air."""
        return NUMBER * self.body * POINT

    @property
    def frame(self) -> float:
        """Return the width of a frame of a storyboard: two stand side by side on a page of one column."""
        return (self.text_width - GAP) / 2 if self.columns == 1 else self.column


VOICES: dict[Voice, Sheet] = {
    "young": Sheet(210, 297, 26, 27, 25, body=14, leading=1.45),
    "older": Sheet(210, 297, 26, 31, 25, body=13, leading=1.42),
    "report": Sheet(210, 297, 26, 40, 25, body=11, leading=1.45),
    "story": Sheet(297, 210, 21, 15, 18, body=17, leading=1.4),
}

#: What a letter that runs over by a few lines gives up, in this order and down to this: never type or leading.
GIVES = (("banner", 38.0), ("top", 20.0), ("bottom", 18.0))
#: With a logo above it, a page keeps this much: printers leave the outer 5 mm white.
LEAST_TOP_UNDER_LOGO = 24.0


def tighter(page: Sheet, over: float, *, logo: bool) -> Sheet:
    """Return the sheet with room for ``over`` millimetres more, or as much more as there is to give."""
    needed = over
    for name, least in GIVES:
        kept = LEAST_TOP_UNDER_LOGO if logo and name == "top" else least
        given = min(max(getattr(page, name) - kept, 0.0), needed)
        page = replace(page, **{name: getattr(page, name) - given})
        needed -= given
    return page


def sheet(voice: Voice, arrangement: Arrangement, presentation: Presentation) -> Sheet:
    """Return the sheet for a voice: upright for one language, on its side for two columns."""
    page = VOICES[voice]
    if presentation == "large":
        page = replace(page, side=22.0, body=18.0, leading=1.5, furniture=14.0, bottom=30.0)
    elif presentation == "easy":
        page = replace(page, leading=1.65)
    if arrangement == "columns":
        # A point less than alone on a page: the lines are shorter, and the letter stays one a child reads through.
        body = page.body if presentation == "large" or voice == "report" else page.body - 1
        page = replace(
            page, width=297.0, height=210.0, top=21.0, side=18.0, bottom=20.0, columns=2, banner=38.0, body=body
        )
    if arrangement == "blocks" and voice == "story":
        # Under one picture stand the words of both languages: at 18 points, or they would leave it no room.
        page = replace(page, words=1.06)
    if arrangement == "columns" and presentation == "large":
        page = replace(page, bottom=31.0)
    return page


def page_rules(page: Sheet, contents: Sequence[Content], style: Style, palette: Palette) -> str:
    """Return the page rules of a document: furniture in each of its languages, the first language first."""
    size = f"{page.furniture:g}pt"
    larger = f"{page.furniture + 1:g}pt"
    small = f"font:400 {size}/1.4 {FAMILY};color:{palette.soft};white-space:pre-line"
    strong = f"font:600 {larger}/1.4 {FAMILY};color:{palette.accent};white-space:pre-line"
    head, foot = "vertical-align:bottom;padding-bottom:5mm", "vertical-align:top;padding-top:4mm"
    lefts = _lines([content.furniture.left for content in contents])
    rights = _lines([content.furniture.right for content in contents])
    feet = _lines([content.furniture.foot for content in contents])
    if style.logo:
        # A logo at the edge of the page is a picture behind an empty box: decoration, and no tag.
        picture = 'background:url("asset:logo") left bottom/contain no-repeat'
        left = f'@top-left{{{picture};{_logo_size(style)};content:"";margin-bottom:5mm}}'
    else:
        left = f"@top-left{{content:{lefts};{strong};{head};width:55%}}"
    if style.voice == "report" and len(contents) == 1:
        # The section that a page begins in stands over the reference, and nothing does before the first one.
        rights = f'string(section,start) "\\A " {rights}'
    return (
        f"@page{{size:{page.width:g}mm {page.height:g}mm;margin:{page.top:g}mm {page.side:g}mm {page.bottom:g}mm;"
        f"background:{palette.paper};{left}"
        f"@top-right{{content:{rights};{small};{head}}}"
        f"@bottom-left{{content:{feet};{small};{foot};width:70%}}"
        f"@bottom-right{{content:{_numbers(contents)};{small};{foot}}}}}"
        f"body{{font-size:{page.body:g}pt;line-height:{page.leading:g}}}"
        f".pair{{grid-template-columns:{page.column:g}mm {page.column:g}mm}}"
        f".no{{width:{page.number:.2f}mm;margin-left:-{page.number:.2f}mm}}"
        f".numbered,h2:has(.no),h3:has(.no){{padding-left:{page.number:.2f}mm}}"
        f".report:not(.large) article>.broad{{width:{page.text_width + 2 * INTO_MARGIN:g}mm}}"
        f".frame .words{{font-size:{page.words:g}em}}"
        f".leaf{{grid-template-columns:{page.frame:g}mm {page.frame:g}mm}}"
    )


def _logo_size(style: Style) -> str:
    """Return the logo's size: at most 60 mm wide and 12 mm high."""
    assert style.logo is not None
    ratio = style.logo.width / style.logo.height
    height = min(12.0, 60.0 / ratio)
    return f"width:{height * ratio:.2f}mm;height:{height:.2f}mm"


def _numbers(contents: Sequence[Content]) -> str:
    lines = []
    for before, between, after in dict.fromkeys(content.furniture.page for content in contents):
        pieces = (_string(before), "counter(page)", _string(between), "counter(pages)", _string(after))
        lines.append(" ".join(pieces))
    return ' "\\A " '.join(lines)


def _lines(furniture: Sequence[Inlines]) -> str:
    """Return one line a language; what is the same in each stands once."""
    words = dict.fromkeys(plain(line) for line in furniture if line)
    return ' "\\A " '.join(_string(line) for line in words) or '""'


def _string(text: str) -> str:
    """Return a CSS string; whatever could end it or start an escape is written as a number."""
    safe = (letter if letter.isalnum() or letter in " .,:;()/·–-’“”" else f"\\{ord(letter):x} " for letter in text)
    return '"' + "".join(safe) + '"'
