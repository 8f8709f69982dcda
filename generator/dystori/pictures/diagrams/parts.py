"""What diagrams share: their width and letters, somebody's face in a round, names in pills, and rooms of words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from dystori.pictures.feelings import NEUTRAL, Look
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
#: A higher picture would be printed smaller, and its letters below 10 points.
HIGHEST: Final = 550.0
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


def face(person: Person, x: float, y: float, half: float = FACE, look: Look = NEUTRAL) -> list[Ink]:
    """Return somebody's face in a round, its middle at x, y; ``look`` is what it shows."""
    still = replace(look, lean=0, tilt=0, hunch=0, marks=())
    drawn = figure(replace(person, aid=None), Stance(still, pose="bust", arms=("none", "none")))
    head = (drawn.face[3] - drawn.face[1]) / 2
    scale = half * 0.7 / head
    middle = (drawn.face[1] + drawn.face[3]) / 2
    ground = oval(x, y, half, half, WALL)
    shapes = moved(drawn.shapes, placing(x, y - (middle - head * 0.12) * scale, scale))
    return [Window(ground, (ground, *shapes)), Shape(ground.steps, "", INK, 3)]


@dataclass(frozen=True)
class Chip:
    """Somebody in a diagram: their face and beside it their name; a name alone where they have no face."""

    person: Person | None
    words: Pill
    half: float

    @property
    def wide(self) -> float:
        """Return how wide it is, in units."""
        return self.words.wide + (2 * self.half + 3 if self.person else 0)

    @property
    def high(self) -> float:
        """Return how high it is, in units."""
        return max(self.words.high, 2 * self.half + 3 if self.person else 0)

    def at(self, left: float, top: float, *, mirrored: bool = False) -> list[Ink]:
        """Return the chip by its upper left corner; ``mirrored`` puts the face to the right of the name."""
        middle = top + self.high / 2
        aside = 2 * self.half + 3 if self.person else 0.0
        words = left + self.words.wide / 2 + (0 if mirrored else aside)
        shapes = self.words.at(words, middle - self.words.high / 2)
        if self.person:
            x = left + self.wide - self.half - 1.5 if mirrored else left + self.half + 1.5
            shapes += face(self.person, x, middle, self.half)
        return shapes


def chip(  # noqa: PLR0917
    person: Person | None, label: str, size: float, widest: float, measure: Measure, half: float = 24.0
) -> Chip:
    """Return somebody's chip; no line of their name is wider than ``widest`` units."""
    return Chip(person, pill(label, "", size, widest, measure), half)


@dataclass(frozen=True)
class Room:
    """A heading and what stands under it, in lines."""

    name: Lettering
    words: tuple[Lettering, ...]

    @property
    def high(self) -> float:
        """Return how high the room is, in units."""
        return self.name.high + sum(one.high for one in self.words) + 4

    def at(self, x: float, top: float) -> list[Ink]:
        """Return the words of the room, their middle at x."""
        shapes: list[Ink] = []
        for words, weight in ((self.name, 600), *((one, 500) for one in self.words)):
            shapes += [replace(one, weight=weight) for one in written(words, x, top + 2, 0) if isinstance(one, Words)]
            top += words.high
        return shapes


def room(name: str, words: Iterable[str], size: float, widest: float, measure: Measure) -> Room:
    """Return a room no line of which is wider than ``widest`` units."""
    heading, *rest = (lettered(one, size, widest, measure, air=(0, 5)) for one in (name, *words))
    return Room(heading, tuple(rest))
