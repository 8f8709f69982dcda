"""Pictures that are no row of people: the child in the middle of a circle, a car, a table, a screen."""

from __future__ import annotations

import math
from dataclasses import replace

from dystori.pictures.acts import stance
from dystori.pictures.described import Described, Someone
from dystori.pictures.figure import Figure, Stance, figure
from dystori.pictures.large import FLOATING, HUNG
from dystori.pictures.lettering import Lettering, Measure, label
from dystori.pictures.overhead import Stage, bubble_sizes, headroom, overhead
from dystori.pictures.palette import DARK_SHOE, GLOW, PALE_WOOD, STEEL, STONE, WHITE
from dystori.pictures.places import HIGH, WIDE
from dystori.pictures.shapes import Bounds, Shape, Window, box, line, moved, oval, path, placing
from dystori.pictures.stage import label_sizes
from dystori.pictures.units import Spot


def _bust(one: Someone, how: Stance, x: float, chin: float, scale: float) -> Figure:
    """Return head and shoulders, the chin at a height."""
    still = replace(how.look, lean=0, tilt=how.look.tilt * 0.5)
    drawn = figure(replace(one.person, aid=None), replace(how, look=still, pose="bust", marked=False))
    return drawn.moved(x - drawn.head[0] * scale, chin - drawn.face[3] * scale, scale)


def _spot(at: int, drawn: Figure) -> Spot:
    return Spot(at, drawn.face, drawn.head, drawn.head[0], top=drawn.edges[1])


def _name(stage: Stage, at: int, what: Lettering, x: float, top: float) -> None:
    shapes, stage.labels[at] = label(what, min(max(x, what.wide / 2 + 3), WIDE - 3 - what.wide / 2), top)
    stage.shapes += shapes


def circle(scene: Described, measure: Measure) -> Stage:
    """Return the first person in the middle of a ring of the others, clockwise from the upper left."""
    stage = Stage()
    names = label_sizes(scene, measure, 96.0)
    clouds = bubble_sizes(scene, measure)
    hung = [one for one in scene.things if one in HUNG or one in FLOATING]
    stage.shapes += [oval(300, 200, 292, 194, "#E8F3EC", width=3), oval(300, 200, 158, 128, "#FFF3D2", width=3)]
    for at, turn in enumerate(_round(len(scene.people) - 1), start=1):
        x, y = 300 + 228 * math.cos(turn), 182 + 130 * math.sin(turn)
        ring = oval(x, y, 45, 43, WHITE, width=3)
        how = replace(stance(scene, at, (at,)), arms=("none", "none"), held=None)
        drawn = _bust(scene.people[at], how, x, y + 22, 0.6)
        # Hair may stand out over the ring; shoulders end in it.
        room = path(
            f"M {x - 80} {y - 100} L {x + 80} {y - 100} L {x + 80} {y} "
            f"L {x + 45} {y} C {x + 45} {y + 24} {x + 25} {y + 43}"
            f" {x} {y + 43} C {x - 25} {y + 43} {x - 45} {y + 24} {x - 45} {y} L {x - 80} {y} Z"
        )
        stage.shapes += [ring, Window(room, tuple(drawn.shapes)), line(_arc(x, y), 3)]
        stage.spots.append(_spot(at, drawn))
        _name(stage, at, names[at], x, min(y + 46, HIGH - 4 - names[at].high))
    if scene.people:
        one = scene.people[0]
        drawn = figure(one.person, replace(stance(scene, 0, (0,)), held=one.holding, marked=False))
        scale = min(0.8, 186 / -drawn.edges[1])
        drawn = drawn.moved(300, 282, scale)
        stage.shapes += drawn.shapes
        stage.spots.append(_spot(0, drawn))
        _name(stage, 0, names[0], 300, 286)
    roof = headroom(scene, clouds, hung)
    if roof > 20:
        stage = _lowered(stage, roof)
    overhead(scene, stage, clouds, hung)
    return stage


def _lowered(stage: Stage, roof: float) -> Stage:
    """Return the same picture under what is overhead."""
    scale = (HIGH - roof) / HIGH
    x = WIDE * (1 - scale) / 2

    def low(box_: Bounds) -> Bounds:
        return box_[0] * scale + x, box_[1] * scale + roof, box_[2] * scale + x, box_[3] * scale + roof

    return Stage(
        moved(stage.shapes, placing(x, roof, scale)),
        [one.moved(x, roof, scale) for one in stage.spots],
        {at: low(found) for at, found in stage.labels.items()},
    )


#: Where the circles of one side stand, in degrees from level: none is over or under the child in the middle.
_SIDE = {0: (), 1: (0,), 2: (-44, 44), 3: (-58, 0, 58)}


def _round(count: int) -> list[float]:
    """Return angles clockwise round the child, the first at the upper left."""
    left = (count + 1) // 2
    right = [math.radians(angle) for angle in _SIDE[count - left]]
    others = [math.radians(180 - angle) for angle in _SIDE[left]]
    return [others[0], *right, *reversed(others[1:])] if others else right


def _arc(x: float, y: float) -> str:
    """Return the lower half of a ring."""
    return (
        f"M {x + 45} {y} C {x + 45} {y + 24} {x + 25} {y + 43} {x} {y + 43} "
        f"C {x - 25} {y + 43} {x - 45} {y + 24} {x - 45} {y}"
    )


def screen(scene: Described, measure: Measure) -> Stage:
    """Return everybody on the screen of a video call, each in a window of their own."""
    stage = Stage()
    count = max(1, len(scene.people))
    clouds = bubble_sizes(scene, measure)
    roof = max(headroom(scene, clouds, []) - 10, 14.0)
    across = count if count <= 3 or clouds else (count + 1) // 2
    names = label_sizes(scene, measure, min(110.0, 480 / across - 34))
    stage.shapes += [
        box(0, 0, WIDE, HIGH, "#EAF1FB", stroke=""),
        box(0, 348, WIDE, 52, PALE_WOOD, stroke=""),
        line("M 0 348 L 600 348", 3),
    ]
    stage.shapes += [
        box(44, roof, 512, 342 - roof, DARK_SHOE, 14),
        path("M 20 372 L 44 342 L 556 342 L 580 372 Z", STONE),
    ]
    if not scene.people:
        stage.shapes.append(box(60, 30, 480, 296, "#FDF1DC", 6, width=3))
    down = math.ceil(count / across)
    wide, high = (512 - 16) / across - 8, (342 - roof - 16) / down - 8
    for at, one in enumerate(scene.people):
        x, y = 56 + (at % across) * (wide + 8) + wide / 2, roof + 12 + at // across * (high + 8)
        pane = box(x - wide / 2, y, wide, high, ("#FDF1DC", "#E8F3EC", "#F6ECF4", "#E4F0F8")[at % 4], 6, width=3)
        scale = min(1.3, (high - names[at].high - 24) / 150, wide / 142)
        chin = y + (high - names[at].high - 8) / 2 + 52 * scale
        drawn = _bust(one, replace(stance(scene, at, (at,)), arms=("none", "none"), held=None), x, chin, scale)
        stage.shapes.append(Window(pane, (pane, *drawn.shapes)))
        stage.shapes.append(Shape(pane.steps, "", width=3))
        stage.spots.append(_spot(at, drawn))
        _name(stage, at, names[at], x, y + high - names[at].high - 5)
    overhead(scene, stage, clouds, [])
    return stage


def car(scene: Described, measure: Measure) -> Stage:
    """Return everybody in a car, seen through its long window."""
    stage = Stage()
    count = max(1, len(scene.people))
    names = label_sizes(scene, measure, 430.0 / count - 30)
    clouds = bubble_sizes(scene, measure)
    roof = max(headroom(scene, clouds, []), 64.0)
    body = "#8FB7C9"
    low = 282.0
    stage.shapes += [
        path(
            f"M 40 {low - 4} L 74 {roof + 18} Q 82 {roof} 104 {roof} "
            f"L 478 {roof} Q 500 {roof} 512 {roof + 18} L 552 {low - 4} Z",
            body,
        )
    ]
    stage.shapes += [
        path(
            f"M 66 {low - 12} L 94 {roof + 22} Q 98 {roof + 14} 110 {roof + 14} "
            f"L 472 {roof + 14} Q 484 {roof + 14} 490 {roof + 22} L 524 {low - 12} Z",
            "#E4F0F8",
            width=3,
        )
    ]
    cell = 430 / count
    for at, one in enumerate(scene.people):
        x = 88 + cell * (at + 0.5) + 4
        how = replace(stance(scene, at, (at,)), arms=("none", "none"), held=None, turned=0.3)
        scale = min(1.15, cell / 124)
        drawn = _bust(one, how, x, low - 30, scale)
        scale = min(scale, scale * (low - 30 - roof - 18) / (low - 30 - drawn.edges[1]))
        drawn = _bust(one, how, x, low - 30, scale)
        stage.shapes += drawn.shapes
        stage.spots.append(_spot(at, drawn))
    side = (
        f"M 20 {low + 20} Q 20 {low - 14} 52 {low - 14} "
        f"L 540 {low - 14} Q 586 {low} 586 {low + 34} L 586 {low + 58} Q 586 {low + 66} 576 {low + 66}"
    )
    stage.shapes.append(path(f"{side} L 30 {low + 66} Q 20 {low + 66} 20 {low + 56} Z", body))
    stage.shapes += [oval(572, low + 24, 9, 11, GLOW, width=3)]
    for x in (136, 470):
        stage.shapes += [oval(x, low + 66, 38, 38, DARK_SHOE), oval(x, low + 66, 16, 16, STEEL, width=3)]
    for spot in stage.spots:
        _name(stage, spot.at, names[spot.at], spot.head[0], min(low - 2, HIGH - 4 - names[spot.at].high))
    overhead(scene, stage, clouds, [])
    return stage


def at_table(scene: Described, measure: Measure) -> Stage:
    """Return everybody behind a long table with their names on it: nobody's face is lower than its top."""
    stage = Stage()
    count = max(1, len(scene.people))
    names = label_sizes(scene, measure, min(150.0, 560 / count - 30))
    clouds = bubble_sizes(scene, measure)
    roof = max(headroom(scene, clouds, []), 40.0)
    top = 288.0
    cell = 560 / count
    drawn: list[tuple[int, Figure]] = []
    scale = min(0.86, cell / 126)
    hows = []
    for at, one in enumerate(scene.people):
        how = stance(scene, at, tuple(range(count)))
        arms = how.arms if how.held or (how.arms and "ear" in how.arms) else None
        hows.append(replace(how, arms=arms, pose="bust", look=replace(how.look, lean=0)))
        tall = figure(replace(one.person, aid=None), hows[-1])
        above = min(-tall.edges[1] + tall.face[3], 240) + (52 if not one.young else 30)
        scale = min(scale, (top - roof - 10) / above)
    for at, one in enumerate(scene.people):
        x = 20 + cell * (at + 0.5)
        each = figure(replace(one.person, aid=None), hows[at])
        chin = top - (52 if not one.young else 30) * scale
        drawn.append((at, each.moved(x, chin - each.face[3] * scale, scale)))
    for at, each in drawn:
        stage.shapes += each.shapes
        stage.spots.append(_spot(at, each))
    stage.shapes += [box(6, top, 588, 20, PALE_WOOD, 6), box(22, top + 20, 556, 80, "#C9A274", 4)]
    for spot in stage.spots:
        _name(stage, spot.at, names[spot.at], spot.head[0], min(top + 30, HIGH - 4 - names[spot.at].high))
    overhead(scene, stage, clouds, [])
    return stage
