"""What diagrams share: their width and letters, somebody's face in a round, and lines of words in a pill."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from dystori.pictures.figure import Stance, figure
from dystori.pictures.lettering import Lettering, Measure, lettered, written
from dystori.pictures.palette import INK, WALL, WHITE
from dystori.pictures.people import Person
from dystori.pictures.shapes import Ink, Shape, Window, Words, box, moved, oval, placing

#: A diagram is so many units wide; printed across a column of a report, a label is no smaller than 10 points.
WIDE: Final = 600.0
LETTERS: Final = 18.0
#: In large print a label is no smaller than 16 points.
LARGE_LETTERS: Final = 22.0
#: Half of a face on a diagram: 12 mm across in a report.
FACE: Final = 28.0


@dataclass(frozen=True)
class Pill:
    """Words in a white pill: the first lines in weight 600."""

    lettering: Lettering
    strong: int

    @property
    def wide(self) -> float:
        """Return how wide the pill is, in units."""
        return self.lettering.wide

    @property
    def high(self) -> float:
        """Return how high the pill is, in units."""
        return self.lettering.high

    def at(self, x: float, top: float) -> list[Ink]:
        """Return the pill, its middle at x."""
        edge = box(x - self.wide / 2, top, self.wide, self.high, WHITE, min(self.lettering.size * 0.72, 14), width=2.5)
        words = [one for one in written(self.lettering, x, top, 3) if isinstance(one, Words)]
        return [edge, *(replace(one, weight=600 if at < self.strong else 500) for at, one in enumerate(words))]


def pill(strong: str, rest: str, size: float, widest: float, measure: Measure) -> Pill:
    """Return a name, and under it what else is to be said of somebody; no line is wider than ``widest`` units."""
    first, second = (lettered(words, size, widest, measure, air=(22, 8)) for words in (strong, rest))
    lines, widths = (*first.lines, *second.lines), (*first.widths, *second.widths)
    both = Lettering(lines, size, max(first.wide, second.wide), len(lines) * size * 1.25 + 8, widths)
    return Pill(both, len(first.lines))


def face(person: Person, x: float, y: float, half: float = FACE) -> list[Ink]:
    """Return somebody's face in a round, its middle at x, y."""
    drawn = figure(replace(person, aid=None), Stance(pose="bust", arms=("none", "none")))
    head = (drawn.face[3] - drawn.face[1]) / 2
    scale = half * 0.7 / head
    middle = (drawn.face[1] + drawn.face[3]) / 2
    ground = oval(x, y, half, half, WALL)
    shapes = moved(drawn.shapes, placing(x, y - (middle - head * 0.12) * scale, scale))
    return [Window(ground, (ground, *shapes)), Shape(ground.steps, "", INK, 3)]
