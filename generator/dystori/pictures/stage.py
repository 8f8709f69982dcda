"""The stage: where everybody and everything stands, so that nobody is cut and nothing covers a face.

First what hangs over heads gets its room (bubbles, a clock, an arrow of time); then the row of people and things is
made as large as the rest allows, one scale for all of them; then labels stand under the feet. Who is taller is taller
by age and never because they matter more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dystori.pictures.acts import doing, order, quarrelling
from dystori.pictures.described import Described
from dystori.pictures.large import FLOATING, HUNG, sofa
from dystori.pictures.lettering import Lettering, Measure, label, lettered, spread
from dystori.pictures.overhead import EDGE, GROWN, Stage, bubble_sizes, headroom, noise, overhead
from dystori.pictures.places import HIGH, WIDE
from dystori.pictures.shapes import Ink, moved, placing
from dystori.pictures.units import Spot, Unit, people, things
from dystori_schemas.scenes import Doing, Happening, Thing

#: The largest scale by the number of people; with more of them all are smaller.
_SCALES = (0.86, 0.86, 0.86, 0.84, 0.78, 0.72, 0.66, 0.6)
#: How a row is made to fit: the widest label (0: as usual), the part of the gaps that is kept, the least scale, and
#: whether labels stand by turns higher and lower.
_TRIES: Final = (
    (0.0, 1.0, 0.6, False),
    (72.0, 0.8, 0.5, False),
    (54.0, 0.6, 0.45, False),
    (84.0, 0.4, 0.35, True),
    (64.0, 0.2, 0.12, True),
)
#: Room between hair and what is over it.
_AIR = 10.0
LETTERS = 18.0


def label_sizes(scene: Described, measure: Measure, widest: float = 0.0) -> list[Lettering]:
    """Return everybody's label, smaller and in more lines the more there are."""
    count = len(scene.people)
    # With many people larger letters would leave no room for the people themselves.
    size = (LETTERS if count < 6 else 16.5) * (1 if not scene.large else GROWN if count < 5 else 1.2)
    room = widest or (150.0 if count < 4 else 104.0 if count < 6 else 74.0)
    made = []
    for one in scene.people:
        now = size
        name = lettered(one.label, now, room, measure, air=(22, 7))
        longest = max((measure(word) * 1.05 for word in one.label.split()), default=0.0)
        # Smaller letters rather than a third line or a word in pieces.
        while (len(name.lines) > 2 or longest * now > room) and now > 9:
            now -= 1.5
            name = lettered(one.label, now, room, measure, air=(22, 7))
        if len(name.lines) > 3:
            name = lettered(" ".join(name.lines[:3])[:-1] + "…", now, room + now, measure, air=(22, 7))
        made.append(name)
    return made


def in_a_row(scene: Described, measure: Measure) -> Stage:
    """Return people and things side by side on the ground."""
    stage = Stage()
    left_to_right = order(scene)
    units = _with_things(people(scene, left_to_right), scene)
    _keep_apart(scene, units, left_to_right)
    clouds = bubble_sizes(scene, measure)
    hung = [one for one in scene.things if one in HUNG or one in FLOATING]
    row = _row(scene, units, measure, headroom(scene, clouds, hung))
    placed = [
        Unit(
            moved(unit.shapes, placing(x, row.ground, row.scale)),
            unit.edges,
            tuple(one.moved(x, row.ground, row.scale) for one in unit.spots),
        )
        for unit, x in zip(units, row.xs, strict=True)
    ]
    stage.shapes += _sofas(placed, row.ground)
    # Who comes last stands in front: the child the story is for is drawn over furniture and never under it.
    for unit in sorted(placed, key=lambda one: any(scene.people[each.at].young for each in one.spots)):
        stage.shapes += unit.shapes
    stage.spots = [one for unit in placed for one in unit.spots]
    noise(scene, stage)
    _label(stage, row.names, row.ground + 6, by_turns=row.by_turns)
    overhead(scene, stage, clouds, hung)
    return stage


@dataclass(frozen=True)
class _Row:
    """A row that fits: its labels, the height of the ground, the one scale, and where each unit's foot stands."""

    names: list[Lettering]
    ground: float
    scale: float
    xs: list[float]
    #: Labels stand by turns higher and lower, so that each may be twice as wide.
    by_turns: bool


def _row(scene: Described, units: list[Unit], measure: Measure, roof: float) -> _Row:
    """Return the row as large as it can be: narrower labels and gaps first, then smaller people."""
    names: list[Lettering] = []
    widths: list[float] = []
    ground = scale = near = 0.0
    by_turns = False
    for widest, near, least, by_turns in _TRIES:
        names = label_sizes(scene, measure, widest)
        ground = HIGH - 14 - _labels_high(names, by_turns=by_turns)
        room = WIDE - 2 * EDGE - sum(unit.apart for unit in units[1:]) * near
        scale, widths = _scaled(units, _widths(names, by_turns=by_turns), ground - roof, room, least)
        if sum(widths) <= room:
            break
    gaps = [unit.apart * near for unit in units]
    spare = WIDE - 2 * EDGE - sum(gaps[1:]) - sum(widths)
    between = min(max(0.0, spare / (len(units) + 1)), 46.0)
    x = (WIDE - (sum(widths) + sum(gaps[1:]) + between * (len(units) - 1))) / 2
    xs = []
    for number, (unit, width) in enumerate(zip(units, widths, strict=True)):
        x += (gaps[number] + between) if number else 0.0
        xs.append(x + (width - unit.wide * scale) / 2 - unit.edges[0] * scale)
        x += width
    return _Row(names, ground, scale, xs, by_turns)


def _labels_high(names: list[Lettering], *, by_turns: bool) -> float:
    highest = max((one.high for one in names), default=8.0)
    return 2 * highest + 3 if by_turns else highest


def _widths(names: list[Lettering], *, by_turns: bool) -> list[float]:
    """Return the room that each label takes of the row."""
    return [one.wide / 2 + 5 if by_turns else one.wide for one in names]


def _scaled(units: list[Unit], names: list[float], high: float, room: float, least: float) -> tuple[float, list[float]]:
    """Return the scale at which a row fits under a height and into a width, or the least; and its widths."""
    count = sum(len(unit.spots) for unit in units)
    tallest = max((-unit.edges[1] for unit in units), default=1)
    scale = min(_SCALES[min(count, len(_SCALES) - 1)], (high - _AIR) / tallest)
    widths = [_room(unit, names, scale) for unit in units]
    while sum(widths) > room and scale * 0.96 > least:
        scale *= 0.96
        widths = [_room(unit, names, scale) for unit in units]
    return scale, widths


def _with_things(units: list[Unit], scene: Described) -> list[Unit]:
    """Return the row with its things: a ball in the middle, the rest at the ends by turns."""
    for at, (thing, unit) in enumerate(_by_thing(scene)):
        if thing is Thing.BALL and len(units) > 1:
            units.insert((len(units) + 1) // 2, unit)
        elif (at % 2 == 0) == (scene.happens in (Happening.LEAVING, Happening.ARRIVING) and thing is not Thing.DOOR):
            units.insert(0, unit)
        else:
            units.append(unit)
    return units


def _by_thing(scene: Described) -> list[tuple[Thing | None, Unit]]:
    found: list[tuple[Thing | None, Unit]] = []
    in_bed = any(doing(scene, at) in (Doing.SLEEPING, Doing.IN_BED) for at in range(len(scene.people)))
    wanted = [one for one in scene.things if not (one is Thing.BED and in_bed)]
    plays = scene.happens is Happening.PLAYING or any(one.does is Doing.PLAYING for one in scene.people)
    if plays and Thing.BALL not in wanted and Thing.TOYS not in wanted and not any(one.holding for one in scene.people):
        wanted.append(Thing.BALL)
    for one in wanted:
        if one is Thing.BALL:
            found += [(one, unit) for unit in things([one])]
    found += [(None, unit) for unit in things([one for one in wanted if one is not Thing.BALL])]
    return found


def _keep_apart(scene: Described, units: list[Unit], left_to_right: tuple[int, ...]) -> None:
    """Widen the gaps that mean something: between those who argue, before a child, between people apart."""
    pair = quarrelling(scene)
    half = (len(left_to_right) + 1) // 2
    second_half = set(left_to_right[half:])
    for number, unit in enumerate(units):
        before = units[number - 1] if number else None
        if before is None or not before.spots or not unit.spots:
            continue
        here, there = unit.spots[0].at, before.spots[-1].at
        room = 10.0
        if here in pair and there in pair:
            room = 96.0 if scene.happens is Happening.HITTING else 60.0
        elif pair and there in pair:
            room = 56.0
        elif scene.happens is Happening.APART and here in second_half and there not in second_half:
            room = 110.0
        units[number] = Unit(unit.shapes, unit.edges, unit.spots, room)


def _room(unit: Unit, names: list[float], scale: float) -> float:
    below = [names[one.at] for one in unit.spots]
    return max(unit.wide * scale, sum(below) + 6 * len(below))


def _sofas(placed: list[Unit], ground: float) -> list[Ink]:
    """Return a sofa behind each run of people who sit side by side."""
    made: list[Ink] = []
    run: list[Spot] = []
    for unit in [*placed, None]:
        if unit is not None and len(unit.spots) == 1 and unit.spots[0].seat:
            run.append(unit.spots[0])
            continue
        if run:
            seat = run[0].seat or 60.0
            scale = seat / 76
            left, right = run[0].feet - 78 * scale, run[-1].feet + 78 * scale
            made += moved(sofa(left / scale, right / scale, 76), placing(0, ground, scale))
            run = []
    return made


def _label(stage: Stage, names: list[Lettering], top: float, *, by_turns: bool) -> None:
    """Put a label under everybody's feet, or on what they are in or behind where there is room for it."""
    below: list[Spot] = []
    for one in stage.spots:
        name = names[one.at]
        x, y = one.named_at or (0.0, 0.0)
        if one.named_at and one.face[3] + 3 <= y - name.high / 2 and y + name.high / 2 <= top - 3:
            x = min(max(x, name.wide / 2 + 3), WIDE - 3 - name.wide / 2)
            shapes, stage.labels[one.at] = label(name, x, y - name.high / 2)
            stage.shapes += shapes
        else:
            below.append(one)
    below.sort(key=lambda one: one.feet)
    rows = (below[::2], below[1::2]) if by_turns else (below,)
    for row in rows:
        xs = spread([one.feet for one in row], [names[one.at].wide for one in row], 4, 3, WIDE - 3)
        for one, x in zip(row, xs, strict=True):
            shapes, stage.labels[one.at] = label(names[one.at], x, top)
            stage.shapes += shapes
        top += max((names[one.at].high for one in row), default=0.0) + 3
