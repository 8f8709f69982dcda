"""Words in a picture: labels under people, and a few words in bubbles, wrapped by the widths of the typeface."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dystori.pictures.palette import INK, WHITE
from dystori.pictures.shapes import Bounds, Ink, Words, box, oval, path

#: The width of a line of text in em, as the typeface has it.
Measure = Callable[[str], float]
#: Lexend at weight 500 against the weight it was measured at, and a little air.
_HEAVIER = 1.05


@dataclass(frozen=True)
class Lettering:
    """Lines of one size: how they were broken, and the room they take with the air round them."""

    lines: tuple[str, ...]
    size: float
    wide: float
    high: float
    widths: tuple[float, ...]


def lettered(text: str, size: float, widest: float, measure: Measure, *, air: tuple[float, float]) -> Lettering:
    """Return text broken into lines no wider than ``widest`` units; a word longer than a line is cut across lines.

    Between one line of the text and the next, which is another language, stands an empty line.
    """

    def wide(words: str) -> float:
        return measure(words) * size * _HEAVIER

    lines: list[str] = []
    for part in text.split("\n"):
        if lines:
            lines.append("")
        fresh = True
        for word in (piece for whole in part.split() for piece in _pieces(whole, widest, wide)):
            if not fresh and wide(f"{lines[-1]} {word}") <= widest:
                lines[-1] = f"{lines[-1]} {word}"
            else:
                lines.append(word)
            fresh = False
    widths = tuple(wide(one) for one in lines)
    return Lettering(tuple(lines), size, max(widths, default=0) + air[0], len(lines) * size * 1.25 + air[1], widths)


def _pieces(word: str, widest: float, wide: Callable[[str], float]) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and wide(pieces[-1] + letter) > widest:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def written(what: Lettering, x: float, top: float, air: float) -> list[Ink]:
    """Return the words of a lettering, centred on x, under ``air`` units from its top."""
    return [
        Words(x, top + air + what.size * (0.92 + 1.25 * at), line, what.size, what.widths[at])
        if line
        else _between(x, top + air + what.size * (0.62 + 1.25 * at), what.size)
        for at, line in enumerate(what.lines)
    ]


def _between(x: float, y: float, size: float) -> Ink:
    """Return the stroke that parts two languages."""
    return path(f"M {x - size} {y} L {x + size} {y}", width=1.6)


def label(what: Lettering, x: float, top: float) -> tuple[list[Ink], Bounds]:
    """Return a label and its edges: the name in a white pill."""
    left = x - what.wide / 2
    pill = box(left, top, what.wide, what.high, WHITE, min(what.size * 0.72, what.high / 2), width=2.5)
    return [pill, *written(what, x, top, 3)], (left, top, left + what.wide, top + what.high)


def bubble(
    what: Lettering, x: float, top: float, to: tuple[float, float], *, thought: bool
) -> tuple[list[Ink], Bounds]:
    """Return a bubble and its edges; its tail, or the trail of a thought, goes to a point below it."""
    left, right, low = x - what.wide / 2, x + what.wide / 2, top + what.high
    edges = (left, top, right, low)
    if thought:
        cloud = box(left, top, what.wide, what.high, WHITE, what.high / 2, width=3)
        tx, gap = min(max(to[0], left + 10), right - 10), to[1] - low
        trail: list[Ink] = [oval(tx, low + min(9, gap * 0.25), 7, 6, WHITE, width=3)]
        if gap > 26:
            trail.append(oval(to[0], low + gap * 0.5, 5, 4.4, WHITE, width=3))
        if gap > 50:
            trail.append(oval(to[0], low + gap * 0.74, 3.6, 3.2, WHITE, width=3))
        return [cloud, *trail, *written(what, x, top, 8)], edges
    k = min(18.0, what.high / 2, what.wide / 2)
    tx = min(max(to[0], left + k + 10), right - k - 10)
    d = f"M {left + k} {top} L {right - k} {top} Q {right} {top} {right} {top + k} L {right} {low - k}"
    d += f" Q {right} {low} {right - k} {low} L {tx + 9} {low} Q {to[0] + 4} {low + 3} {to[0]} {to[1]}"
    d += f" Q {to[0] - 4} {low + 3} {tx - 9} {low} L {left + k} {low} Q {left} {low} {left} {low - k}"
    d += f" L {left} {top + k} Q {left} {top} {left + k} {top} Z"
    return [path(d, WHITE, INK, 3), *written(what, x, top, 8)], edges


def spread(wanted: list[float], wide: list[float], least: float, low: float, high: float) -> list[float]:
    """Return middles as near as can be to those wanted, in their order, apart and within two edges.

    What together is wider than the room is set side by side from the left edge.
    """
    placed: list[float] = []
    edge = low
    for x, width in zip(wanted, wide, strict=True):
        placed.append(max(x, edge + width / 2))
        edge = placed[-1] + width / 2 + least
    edge = high
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = min(placed[at], edge - wide[at] / 2)
        edge = placed[at] - wide[at] / 2 - least
    if placed and placed[0] - wide[0] / 2 < low - 0.01:
        shift = low - (placed[0] - wide[0] / 2)
        placed = [x + shift for x in placed]
    return placed
