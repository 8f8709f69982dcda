"""The lines of a family tree: where everybody stands in their row, and how couples and children are joined.

From under each partner a line goes down to the line of the couple; from its middle one goes on to the line of
their children. Lines of one row that would run into each other lie at different heights.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from dystori.pictures.diagrams.kin import Couple, Family, Rows, Tie
from dystori.pictures.lettering import spread

#: How wide and high a sign is.
SIGN: Final = 42.0
#: Beside a card that a line passes, between lines of different heights, and above and below them.
GAP: Final = 16.0
_LANE, _AIR = 13.0, 10.0
_WIDEST_GAP = 44.0
#: How far the second line into somebody stands from the first: born to some, brought up by others.
_ASIDE: Final = 9.0


@dataclass(frozen=True)
class Stroke:
    """A straight line across or down; ``of`` is the couple it belongs to, ``who`` the person it comes from."""

    x1: float
    y1: float
    x2: float
    y2: float
    of: int
    who: str = ""
    tie: Tie = "born"


@dataclass
class Plan:
    """Where everybody stands, and every line."""

    x: dict[str, float]
    #: The top of each row of signs.
    tops: list[float] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    #: The middle of each couple's own line, where it says whether they have parted.
    middles: dict[int, tuple[float, float]] = field(default_factory=dict)
    low: float = 0.0
    #: How wide and high everybody's card is, and how much lower than under their sign a name stands.
    size: dict[str, tuple[float, float]] = field(default_factory=dict)
    lowered: dict[str, float] = field(default_factory=dict)

    def crossings(self) -> int:
        """Return how often lines of different couples meet that should not."""
        return sum(_meet(one, other) for one, other in combinations(self.strokes, 2) if one.of != other.of)


def plan(family: Family, rows: Rows, size: Mapping[str, tuple[float, float]], across: float) -> Plan:
    """Return where a family stands in rows of this order; ``size`` is how wide and high each person's card is."""
    row_of = {who: at for at, row in enumerate(rows) for who in row}
    lowered = _lowered(rows, size, across)
    room = {who: half_room(wide) if who in lowered else wide for who, (wide, _) in size.items()}
    size = {who: (wide, high + lowered.get(who, 0)) for who, (wide, high) in size.items()}
    made = Plan(_placed(family, rows, room, across), size=size, lowered=lowered)
    own = {n: max(row_of[who] for who in one.partners) for n, one in enumerate(family.couples)}
    ways = {
        (n, at): _way(
            made.x,
            [
                (made.x[who] - size[who][0] / 2, made.x[who] + size[who][0] / 2)
                for row in rows[own[n] + 1 : at]
                for who in row
            ],
            [_span(made.x[who] for who in family.couples[m].partners) for m in own if own[n] < own[m] < at],
            [child for child, _ in one.children if row_of[child] == at],
        )
        for n, one in enumerate(family.couples)
        for at in sorted({row_of[child] for child, _ in one.children})
        if at > own[n] + 1
    }
    top = 0.0
    for at, row in enumerate(rows):
        down = {
            n: found
            for n, one in enumerate(family.couples)
            if own[n] < at and (found := [child for child, _ in one.children if row_of[child] == at])
        }
        starts = {n: ways.get((n, at), made.middles[n][0]) for n in down}
        heights = _lanes({n: _span([starts[n], *(made.x[child] for child in found)]) for n, found in down.items()})
        made.tops.append(top + _room(heights))
        taken: dict[str, int] = {}
        for n, found in down.items():
            start = (starts[n], top + _AIR + heights[n] * _LANE)
            _children(made, n, family.couples[n], start, found=found, taken=taken)
        foot = made.tops[at] + max(size[who][1] for who in row)
        mine = [n for n in own if own[n] == at]
        spans = {n: [made.x[who] for who in family.couples[n].partners] for n in mine}
        turns = {n: [x for (m, _), x in ways.items() if m == n] for n in mine}
        lanes = _lanes({n: _span([*spans[n], *turns[n]]) for n in mine})
        for n in mine:
            feet = [made.tops[row_of[who]] + size[who][1] for who in family.couples[n].partners]
            _couple(made, n, family, foot + _AIR + lanes[n] * _LANE, feet=feet, turns=turns[n])
        made.low = foot + (_AIR + max(lanes.values()) * _LANE if lanes else 0)
        top = made.low + _AIR / 2
    return made


def half_room(wide: float) -> float:
    """Return the room of a card in a row whose names stand by turns higher and lower."""
    return max(SIGN, wide / 2 + 8)


def needed(cards: Iterable[float]) -> float:
    """Return how wide a row of cards is, its edges with it."""
    found = list(cards)
    return sum(found) + 8 * (len(found) - 1) + 16


def _lowered(rows: Rows, size: Mapping[str, tuple[float, float]], across: float) -> dict[str, float]:
    """Return by how much each name stands lower, in rows that are too full for their names side by side."""
    lowered: dict[str, float] = {}
    for row in rows:
        if needed(size[who][0] for who in row) > across:
            step = max((size[who][1] - SIGN for who in row[::2]), default=0.0)
            lowered |= {who: step if at % 2 else 0.0 for at, who in enumerate(row)}
    return lowered


def _room(lanes: Mapping[int, int]) -> float:
    return 2 * _AIR + max(lanes.values()) * _LANE if lanes else 0.0


def _way(
    x: Mapping[str, float], cards: list[tuple[float, float]], couples: list[tuple[float, float]], found: list[str]
) -> float:
    """Return where a line can go down between the cards of the rows it passes, near the children it goes to.

    It rather goes round a couple of those rows than through their line.
    """
    wanted = sum(x[child] for child in found) / len(found)
    free = [edge for left, right in cards for edge in (left - GAP / 2 - 2, right + GAP / 2 + 2)]
    clear = [edge for edge in (wanted, *free) if all(not left - 4 < edge < right + 4 for left, right in cards)]
    through = {edge: sum(left < edge < right for left, right in couples) for edge in clear}
    return min(clear or [wanted], key=lambda edge: (through.get(edge, 0), abs(edge - wanted)))


def _couple(made: Plan, n: int, family: Family, y: float, *, feet: list[float], turns: list[float]) -> None:
    couple = family.couples[n]
    xs = [made.x[who] for who in couple.partners]
    if len(xs) == 1 and sum(couple.partners[0] in one.partners for one in family.couples) > 1:
        # Beside the line that goes to a partner: these children are of this one alone.
        xs = [xs[0] - _ASIDE]
    for who, x, foot in zip(couple.partners, xs, feet, strict=True):
        made.strokes.append(Stroke(x, foot, x, y, n, who))
    left, right = _span([*xs, *turns])
    if right > left:
        made.strokes.append(Stroke(left, y, right, y, n))
    made.middles[n] = (sum(xs) / len(xs), y)


def _children(
    made: Plan, n: int, couple: Couple, start: tuple[float, float], *, found: list[str], taken: dict[str, int]
) -> None:
    x, bar = start
    ties = dict(couple.children)
    ends = []
    for child in found:
        # A second line into somebody comes in on its own side.
        end = made.x[child] + _ASIDE * taken.get(child, 0) * (-1 if x < made.x[child] else 1)
        taken[child] = taken.get(child, 0) + 1
        ends.append(end)
        made.strokes.append(Stroke(end, bar, end, made.tops[-1], n, tie=ties[child]))
    if len(ends) == 1 and abs(ends[0] - x) < 2:
        x = ends[0]
    kinds = {ties[child] for child in found}
    tie = kinds.pop() if len(kinds) == 1 else "born"
    made.strokes.append(Stroke(x, made.middles[n][1], x, bar, n, tie=tie))
    left, right = _span([x, *ends])
    if right > left:
        made.strokes.append(Stroke(left, bar, right, bar, n, tie=tie))


def _placed(family: Family, rows: Rows, wide: Mapping[str, float], across: float) -> dict[str, float]:
    """Return the middles of everybody: each near those they belong to, in the order of the row."""
    x = {who: across / 2 for row in rows for who in row}
    row_of = {who: at for at, row in enumerate(rows) for who in row}

    def settle(row: Iterable[str], wanted: Mapping[str, float]) -> None:
        people = list(row)
        room = [wide[who] for who in people]
        gap = max(8.0, min(_WIDEST_GAP, (across - 16 - sum(room)) / max(len(room) - 1, 1)))
        places = spread([wanted[who] for who in people], room, gap, 8, across - 8)
        back = spread([across - wanted[who] for who in people[::-1]], room[::-1], gap, 8, across - 8)[::-1]
        x.update({who: (a + across - b) / 2 for who, a, b in zip(people, places, back, strict=True)})

    for number in range(8):
        for row in rows if number % 2 else rows[::-1]:
            wanted = {}
            for who in row:
                near: list[float] = []
                for couple in family.couples:
                    middle = sum(x[one] for one in couple.partners) / len(couple.partners)
                    children = [x[child] for child, _ in couple.children]
                    if who in couple.partners:
                        near += [sum(children) / len(children)] * 2 if children else []
                        near += [x[one] for one in couple.partners if one != who]
                    elif who in dict(couple.children) and row_of[couple.partners[0]] < row_of[who]:
                        near += [middle] * 3
                wanted[who] = sum(near) / len(near) if near else x[who]
            settle(row, wanted)
    return x


def _span(xs: Iterable[float]) -> tuple[float, float]:
    found = list(xs)
    return min(found), max(found)


def _lanes(spans: Mapping[int, tuple[float, float]]) -> dict[int, int]:
    """Return a height for each line of a row, so that none runs into another; short ones lie highest."""
    lanes: dict[int, int] = {}
    for n, (left, right) in sorted(spans.items(), key=lambda one: (one[1][1] - one[1][0], one)):
        taken = {lanes[m] for m in lanes if spans[m][0] < right + 6 and left < spans[m][1] + 6}
        lanes[n] = next(at for at in range(len(spans) + 1) if at not in taken)
    return lanes


def _meet(one: Stroke, other: Stroke) -> bool:
    """Return whether two lines cross, or lie on each other, in a way nobody could read."""
    if one.who and one.who == other.who:
        return False
    flat, other_flat = one.y1 == one.y2, other.y1 == other.y2
    if flat == other_flat:
        if flat:
            return one.y1 == other.y1 and max(one.x1, other.x1) < min(one.x2, other.x2)
        low, high = min(one.y2, other.y2), max(one.y1, other.y1)
        return abs(one.x1 - other.x1) < 3 and high < low
    across, down = (one, other) if flat else (other, one)
    return across.x1 + 1 < down.x1 < across.x2 - 1 and down.y1 + 1 < across.y1 < down.y2 - 1
