"""Who lives together in a family tree: one ground under all of a home; where it is in pieces, each has its letter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from dystori.pictures.diagrams.kin import Family, Rows
from dystori.pictures.palette import GLOW, GRASS, INK, SKY, WHITE
from dystori.pictures.shapes import Bounds, Ink, Words, box, path

#: The ground of each home, pale and unlike the others in grey as well.
_GROUNDS: Final = (GLOW, SKY, GRASS, "#F3E4EF")
_LINE: Final = 2.2
#: How wide two pieces must overlap to be joined down the page.
_JOINT: Final = 26.0
#: The air round cards.
_ASIDE, _OVER, _UNDER = 7.0, 8.0, 6.0


def pieces(home: frozenset[str], rows: Rows, cards: Mapping[str, Bounds]) -> list[list[Bounds]]:
    """Return the grounds of a home: lists of boxes that join; one list where all of the home is in one piece."""
    runs: list[list[tuple[int, Bounds]]] = []
    for number, row in enumerate(rows):
        run: list[str] = []
        for who in (*row, ""):
            if who in home:
                run.append(who)
            elif run:
                runs.append([(number, _around(run, cards))])
                run = []
    joined = True
    while joined:
        joined = False
        for one in runs:
            for other in runs:
                if one is other:
                    continue
                joint = next((j for a in one for b in other if (j := _joint(a, b))), None)
                if joint is not None:
                    one += [*other, (-9, joint)]
                    runs.remove(other)
                    joined = True
                    break
            if joined:
                break
    return [[bounds for _, bounds in run] for run in runs]


def _around(people: Iterable[str], cards: Mapping[str, Bounds]) -> Bounds:
    lefts, tops, rights, lows = zip(*(cards[who] for who in people), strict=True)
    return min(lefts) - _ASIDE, min(tops) - _OVER, max(rights) + _ASIDE, max(lows) + _UNDER


def _joint(one: tuple[int, Bounds], other: tuple[int, Bounds]) -> Bounds | None:
    """Return the box between two boxes of neighbouring rows, where they are wide enough over each other."""
    (row, (left, _, right, low)), (next_row, (a, top, b, _)) = one, other
    if next_row != row + 1 or min(right, b) - max(left, a) < _JOINT:
        return None
    return max(left, a), low - 24, min(right, b), top + 24


def broken(family: Family, rows: Rows, cards: Mapping[str, Bounds]) -> int:
    """Return in how many more pieces the homes of a family are than there are homes."""
    return sum(len(pieces(home, rows, cards)) - 1 for home in family.homes)


def grounds(family: Family, rows: Rows, cards: Mapping[str, Bounds]) -> tuple[list[Ink], list[Ink]]:
    """Return the ground of every home, with a line round it, and the letters that stand over every line."""
    shapes: list[Ink] = []
    marks: list[Ink] = []
    letters = iter("ABCDEFGH" * 8)
    floor = max(low for _, _, _, low in cards.values())
    for number, home in enumerate(family.homes):
        colour = _GROUNDS[number % len(_GROUNDS)]
        found = pieces(home, rows, cards)
        letter = next(letters) if len(found) > 1 else ""
        for piece in found:
            # Lines first and grounds after, so that boxes that join have one line round all of them.
            shapes += [box(a, b, c - a, d - b, colour, 16, width=2 * _LINE) for a, b, c, d in piece]
            shapes += [box(a, b, c - a, d - b, colour, 16, stroke="") for a, b, c, d in piece]
            if letter:
                left, top, _, low = piece[0]
                marks += _mark(letter, left - 6, low - 8 if low > floor - 10 else top - 1)
    return shapes, marks


def _mark(letter: str, x: float, y: float) -> list[Ink]:
    """Return a small house with a letter in it: the same letter, the same home."""
    house = f"M {x - 13} {y + 12} L {x - 13} {y - 5} L {x} {y - 16} L {x + 13} {y - 5} L {x + 13} {y + 12} Z"
    return [path(house, WHITE, INK, 2.2), Words(x, y + 9, letter, 17, 12, 600)]
