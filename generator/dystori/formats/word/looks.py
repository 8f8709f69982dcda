"""The numbers of a Word document: type sizes, leading, margins and space for each voice and presentation.

They are the numbers of the PDF, in points and millimetres, turned into Word's units where they are written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from dystori.formats.colours import Palette, palette
from dystori.tree import Arrangement, Style, Voice

#: Lexend's own line is 1.25 times its size; Word's line spacing multiplies that, CSS multiplies the size.
_OWN_LINE: Final = 1.25


@dataclass(frozen=True, slots=True)
class Paper:
    """A page: its size and margins, in twips."""

    width: int
    height: int
    top: int
    side: int
    bottom: int

    @property
    def text(self) -> int:
        """Return the width of a line of text."""
        return self.width - 2 * self.side

    @property
    def half(self) -> int:
        """Return the width of one of two columns."""
        return (self.text - GAP) // 2

    @property
    def tall(self) -> int:
        """Return the height of the text."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Look:
    """Every number and colour that the styles of one document need; sizes are points."""

    body: float
    leading: float
    title: float
    heading: float
    small: float
    table: float
    furniture: float
    organisation: float
    paragraph_gap: float
    quote_gaps: tuple[float, float]
    #: The words of a storyboard.
    frame: float
    bubble: bool
    letter_gap: int
    paper: Paper
    colours: Palette
    #: The ground of the page as Word writes it, where it is not white.
    ground: str
    stacked_tables: bool
    #: How many columns a page has: in two of them the frames of a storyboard stand side by side.
    columns: int = 1

    @property
    def number(self) -> int:
        """Return the width that the number of a section or a paragraph has, in twips: *12.10* and some air."""
        return round(3.6 * self.body * 20)

    @property
    def margin(self) -> int:
        """Return how far numbers and wide tables may run into the margins, in twips: a long record has wide ones."""
        return mm(20) if self.paper.side >= mm(40) else 0

    @property
    def line(self) -> float:
        """Return the line spacing of running text, as a multiple of the font's own line."""
        return self.leading / _OWN_LINE


@dataclass(frozen=True, slots=True)
class _Measure:
    body: float
    leading: float
    title: float
    small: float
    side: float
    quote_gaps: tuple[float, float]


_MEASURES: Final[dict[Voice, _Measure]] = {
    "young": _Measure(14, 1.45, 24, 10.5, 27, (3.2, 5.6)),
    "older": _Measure(13, 1.42, 22, 10.5, 31, (2.6, 3.6)),
    "report": _Measure(11, 1.45, 18, 9, 40, (1.6, 2.4)),
    "story": _Measure(17, 1.4, 26, 14, 15, (3.2, 5.6)),
}


def mm(length: float) -> int:
    """Return millimetres as twips."""
    return round(length * 1440 / 25.4)


def points(length: float) -> float:
    """Return millimetres as points."""
    return length * 72 / 25.4


#: Between two columns, in twips.
GAP: Final = mm(10)


def look(style: Style, arrangement: Arrangement) -> Look:
    """Return the numbers of a document."""
    measure = _MEASURES[style.voice]
    logo = 5 if style.logo else 0
    upright = Paper(mm(210), mm(297), mm(26 + logo), mm(measure.side), mm(25))
    paper, columns = upright, 1
    if arrangement == "columns":
        paper = Paper(mm(297), mm(210), mm(25 + logo), mm(18), mm(23))
    elif style.voice == "story":
        paper, columns = Paper(mm(297), mm(210), mm(21 + logo), mm(measure.side), mm(18)), 2
    plain = Look(
        body=measure.body,
        leading=measure.leading,
        title=measure.title,
        heading=measure.body * 1.15,
        small=measure.small,
        table=measure.body * 0.93,
        furniture=9,
        organisation=10,
        paragraph_gap=0.55 * measure.body,
        quote_gaps=measure.quote_gaps,
        # Under one picture stand the words of both languages: smaller, or they would leave it no room.
        frame=(1.06 if arrangement == "blocks" else 1.235) * measure.body,
        bubble=style.voice in ("young", "story"),
        letter_gap=0,
        paper=paper,
        colours=palette(style),
        ground="",
        stacked_tables=False,
        columns=columns,
    )
    if style.presentation == "large":
        return _large(plain)
    if style.presentation == "easy":
        letter_gap = round(plain.body * 0.02 * 20)
        return replace(
            plain,
            leading=1.65,
            letter_gap=letter_gap,
            paragraph_gap=0.8 * plain.body,
            ground=plain.colours.paper[1:],
        )
    return plain


def _large(plain: Look) -> Look:
    """Return the look of large print: everything is read at 18 points, and what surrounds it at 14."""
    return replace(
        plain, body=18, leading=1.5, title=25, heading=20, small=18, table=18, furniture=14, organisation=14,
        frame=max(plain.frame, 19),
        paragraph_gap=0.55 * 18, stacked_tables=True, paper=replace(plain.paper, side=mm(22)),
    )  # fmt: skip
