"""What stands in a diagram and where: its words with the room they take, read back from its SVG."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import pytest
from lxml import etree

from dystori.formats.fonts import width
from dystori.tree import Drawing


@dataclass(frozen=True)
class Line:
    """A line of words: its middle, the foot of its letters, their size, and the edges of the letters."""

    text: str
    x: float
    y: float
    size: float

    @property
    def edges(self) -> tuple[float, float, float, float]:
        half = width(self.text) * self.size / 2
        return self.x - half, self.y - self.size * 0.7, self.x + half, self.y + self.size * 0.2


@dataclass(frozen=True)
class Seen:
    """A diagram as somebody sees it."""

    drawing: Drawing
    lines: list[Line]

    @property
    def words(self) -> str:
        return " ".join(one.text for one in self.lines)

    @property
    def overlapping(self) -> list[tuple[str, str]]:
        """Return words that stand over one another."""
        pairs = combinations([(one.text, one.edges) for one in self.lines], 2)
        return [
            (one, other)
            for (one, a), (other, b) in pairs
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
        ]

    @property
    def cut(self) -> list[str]:
        """Return words that the edge of the picture cuts."""
        wide, high = self.drawing.width + 0.5, self.drawing.height + 0.5
        edges = [(one.text, one.edges) for one in self.lines]
        return [text for text, (a, b, c, d) in edges if a < -0.5 or b < -0.5 or c > wide or d > high]


@pytest.fixture(scope="session")
def see() -> Callable[[Drawing], Seen]:
    def seen(drawing: Drawing) -> Seen:
        root = etree.fromstring(drawing.svg().encode())
        found = root.iter("{http://www.w3.org/2000/svg}text")
        return Seen(
            drawing,
            [Line(one.text or "", *(float(one.get(name, "0")) for name in ("x", "y", "font-size"))) for one in found],
        )

    return seen
