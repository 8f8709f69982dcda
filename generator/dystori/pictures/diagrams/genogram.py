"""A family tree with the signs that social workers know: who is whose, who lives with whom, who has died."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from dystori.pictures.diagrams.homes import broken, grounds
from dystori.pictures.diagrams.kin import Family, Relative, Rows, connected, generations, ordered
from dystori.pictures.diagrams.lines import SIGN, Plan, Stroke, half_room, needed, plan
from dystori.pictures.diagrams.parts import LETTERS, WIDE
from dystori.pictures.lettering import Lettering, Measure, lettered, written
from dystori.pictures.palette import WHITE
from dystori.pictures.scene import drawing
from dystori.pictures.shapes import Bounds, Ink, Words, bounds, box, line, moved, oval, path, placing
from dystori.tree import Drawing

#: Half of a sign.
_SIGN: Final = SIGN / 2
_EDGE: Final = 12.0
_WIDEST: Final = 118.0
#: A dash and the gap after it: adopted, and fostered.
_DASHES: Final = {"adopted": (7.0, 6.0), "fostered": (1.5, 7.0)}


@lru_cache(maxsize=32)
def genogram(family: Family, measure: Measure, letters: float = LETTERS) -> Drawing | None:
    """Return the tree of those who are tied to whom it is about, or None where nobody is tied to anybody.

    Lines that cross count most, then homes in more than one piece, then how far lines run across.
    """
    family = connected(family)
    if len(family.people) < 2:
        return None
    names = _names(family, measure, letters)
    size = _sizes(names)
    across = _across(family, size)
    rows = stood(family, size, across)
    made = plan(family, rows, size, across)
    shapes, marks = grounds(family, rows, _cards(made, rows))
    for one in made.strokes:
        shapes += _stroke(one)
    for number, (x, y) in made.middles.items():
        if family.couples[number].parted:
            shapes += [line(f"M {x + at} {y + 8} L {x + at + 8} {y - 8}", 3) for at in (-8, 0)]
    row_of = {who: at for at, row in enumerate(rows) for who in row}
    for person in family.people:
        x, top = made.x[person.who], made.tops[row_of[person.who]]
        shapes += _sign(person, x, top + _SIGN, letters, measure)
        shapes += written(names[person.who], x, top + 2 * _SIGN + 4 + made.lowered.get(person.who, 0), 0)
    shapes += marks
    left, top, right, low = bounds(shapes)
    across = max(across, right - left + 4)
    return drawing(moved(shapes, placing((across - left - right) / 2, 4 - top)), across, low - top + 8)


def stood(family: Family, size: Mapping[str, tuple[float, float]], across: float = WIDE) -> Rows:
    """Return the order in which a family stands, row by row; ``size`` is how wide and high each card is."""

    def faults(rows: Rows) -> tuple[float, ...]:
        made = plan(family, rows, size, across)
        wide = sum(abs(one.x2 - one.x1) for one in made.strokes)
        return (made.crossings() * 3 + broken(family, rows, _cards(made, rows)), wide)

    return ordered(family, faults)


def _sizes(names: Mapping[str, Lettering]) -> dict[str, tuple[float, float]]:
    return {who: (max(2 * _SIGN, one.wide), 2 * _SIGN + 4 + one.high) for who, one in names.items()}


def _names(family: Family, measure: Measure, letters: float) -> dict[str, Lettering]:
    """Return everybody's name in lines as short as their generation needs; no word is cut.

    Where a generation is too full for its longest word, its names have twice the room: they stand by turns higher
    and lower.
    """
    level = generations(family)
    names: dict[str, Lettering] = {}
    for at in set(level.values()):
        people = [one for one in family.people if level[one.who] == at]
        each = (WIDE - 2 * _EDGE) / len(people)
        word = max(measure(word) * letters * 1.06 for one in people for word in one.label.split())
        room = each - 10 if word <= each - 10 else 2 * each - 24
        widest = max(min(_WIDEST, room), word)
        names |= {one.who: lettered(one.label, letters, widest, measure, air=(4, 2)) for one in people}
    return names


def _across(family: Family, size: Mapping[str, tuple[float, float]]) -> float:
    """Return how wide the tree is: as wide as any diagram, or wider for a generation that does not fit even so."""
    level = generations(family)
    rows = [[size[who][0] for who in level if level[who] == at] for at in set(level.values())]
    return max(WIDE, *(min(needed(row), needed(map(half_room, row))) for row in rows))


def _cards(made: Plan, rows: Rows) -> dict[str, Bounds]:
    """Return everybody's card; where names reach under a neighbour's sign, the card ends half-way to it."""
    cards: dict[str, Bounds] = {}
    for row, top in zip(rows, made.tops, strict=True):
        for at, who in enumerate(row):
            x, (wide, high) = made.x[who], made.size[who]
            sides = [wide / 2, wide / 2]
            for side, beside in enumerate((row[at - 1 : at] if at else (), row[at + 1 : at + 2])):
                if who in made.lowered and beside:
                    sides[side] = min(wide / 2, abs(made.x[beside[0]] - x) / 2 - 7)
            cards[who] = (x - sides[0], top, x + sides[1], top + high)
    return cards


def _stroke(one: Stroke) -> list[Ink]:
    if one.tie == "born":
        return [line(f"M {one.x1} {one.y1} L {one.x2} {one.y2}", 3)]
    dash, gap = _DASHES[one.tie]
    long = abs(one.x2 - one.x1) + abs(one.y2 - one.y1)
    dx, dy = (one.x2 - one.x1) / (long or 1), (one.y2 - one.y1) / (long or 1)
    starts = [(dash + gap) * at for at in range(int(long // (dash + gap)) + 1)]
    ends = [min(start + dash, long) for start in starts]
    return [
        line(f"M {one.x1 + dx * a} {one.y1 + dy * a} L {one.x1 + dx * b} {one.y1 + dy * b}", 3)
        for a, b in zip(starts, ends, strict=True)
    ]


def _sign(one: Relative, x: float, y: float, letters: float, measure: Measure) -> list[Ink]:
    """Return a square for a man, a circle for a woman, a diamond else, a triangle for a child not born yet."""
    shapes: list[Ink] = []
    for half in (_SIGN, _SIGN - 5) if one.focus else (_SIGN,):
        if one.sign == "square":
            shapes.append(box(x - half, y - half, 2 * half, 2 * half, WHITE, width=3))
        elif one.sign == "circle":
            shapes.append(oval(x, y, half, fill=WHITE, width=3))
        elif one.sign == "diamond":
            shapes.append(
                path(f"M {x} {y - half} L {x + half} {y} L {x} {y + half} L {x - half} {y} Z", WHITE, width=3)
            )
        else:
            shapes.append(path(f"M {x} {y - half} L {x + half} {y + half} L {x - half} {y + half} Z", WHITE, width=3))
    if one.died:
        d = _SIGN if one.sign == "square" else _SIGN * 0.7
        shapes += [line(f"M {x - d} {y - d} L {x + d} {y + d} M {x - d} {y + d} L {x + d} {y - d}", 3)]
    elif one.age and one.sign != "triangle":
        size = min(letters, 20.0)
        shapes.append(Words(x, y + size * 0.35, one.age, size, measure(one.age) * size, 600))
    return shapes
