"""What is over people's heads and between them: bubbles, what hangs, an arrow of time, the noise of a quarrel.

It is measured before anybody is placed, so that no hair reaches into it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from dystori.pictures.acts import quarrelling
from dystori.pictures.described import Described
from dystori.pictures.large import FLOATING, HUNG, jagged, time_arrow
from dystori.pictures.lettering import Lettering, Measure, bubble, lettered, spread
from dystori.pictures.palette import GOLD, HEART
from dystori.pictures.places import WIDE
from dystori.pictures.shapes import Bounds, Drawn, Ink, bounds, moved, placing
from dystori.pictures.small import SMALL
from dystori.pictures.units import Spot
from dystori_schemas.scenes import Happening, Thing

#: How much larger letters are in large print.
GROWN: Final = 1.5
#: How high a bubble may be before its letters shrink, and how small they may become for it.
_HIGHEST, _LEAST = 140.0, 10.0
#: How near anything comes to the edge of the stage.
EDGE = 8.0


@dataclass
class Stage:
    """What was put where: the shapes from back to front, and the boxes that must keep clear of each other."""

    shapes: list[Ink] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    labels: dict[int, Bounds] = field(default_factory=dict)
    bubbles: dict[int, Bounds] = field(default_factory=dict)
    over: list[Bounds] = field(default_factory=list)


def bubble_sizes(scene: Described, measure: Measure) -> dict[int, Lettering]:
    """Return the words in bubbles, by person."""
    speaking = [at for at, one in enumerate(scene.people) if one.says or one.thinks]
    if not speaking:
        return {}
    count = len(speaking)
    size = (19, 19, 17, 15, 13, 12, 11)[count - 1] * (GROWN if scene.large else 1)
    # Two languages, or larger letters, have wider bubbles rather than higher ones: people keep their room.
    said = {at: scene.people[at].says or scene.people[at].thinks for at in speaking}
    joined = any("\n" in words for words in said.values())
    room = min(330.0 if joined else 250.0 if scene.large else 190.0, (WIDE - 2 * EDGE) / count - 6) - 26
    over = any(one in HUNG or one in FLOATING for one in scene.things) + (scene.happens is Happening.TIME_PASSING)
    highest = _HIGHEST - 30 * over
    found = _lettered(said, size, room, measure, highest=highest)
    if joined and max(one.high for one in found.values()) > highest:
        # So many speak that two languages would leave no room for people: the picture speaks the first.
        found = _lettered(
            {at: words.split("\n")[0] for at, words in said.items()}, size, room, measure, highest=highest
        )
    return found


def _lettered(
    said: dict[int, str], size: float, room: float, measure: Measure, *, highest: float
) -> dict[int, Lettering]:
    """Return bubbles in letters of a size, or smaller where they would reach too far down."""
    while True:
        found = {at: lettered(words, size, room, measure, air=(26, 16)) for at, words in said.items()}
        if size <= _LEAST or max(one.high for one in found.values()) <= highest:
            return found
        size -= 1


def headroom(scene: Described, clouds: dict[int, Lettering], hung: list[Thing]) -> float:
    """Return the height over which nobody's hair may reach."""
    roof = max((one.high + EDGE + 18 for one in clouds.values()), default=0.0)
    if hung:
        roof = roof + 66 if len(clouds) > 1 or (clouds and len(hung) > 2) else max(roof, 78.0)
    if scene.happens is Happening.TIME_PASSING:
        roof = max(roof, 78.0) if not (clouds or hung) else roof + 74
    return max(roof, 16.0)


def noise(scene: Described, stage: Stage) -> None:
    """Put jagged marks between those who argue, at the height of their mouths: nobody is seen to be hurt."""
    pair = quarrelling(scene)
    spots = {one.at: one for one in stage.spots}
    if not pair or pair[0] not in spots:
        return
    here = spots[pair[0]]
    # The nearest face at that side bounds the noise: it is beside heads and never on one.
    others = [one for one in stage.spots if one.at != here.at and one.head[0] > here.head[0]]
    end = min((one.face[0] for one in others), default=here.face[2] + 90)
    room = min(end - here.face[2], 96.0)
    if room < 30:
        return
    x = here.face[2] + (end - here.face[2] if len(pair) > 1 else room) / 2
    y = max(min(here.head[1], *(spots[at].head[1] for at in pair if at in spots)), 66.0)
    size = min(1.2, room / 62)
    shapes = jagged(size, HEART)
    shapes = [
        *moved(shapes, placing(x, y - 4)),
        *moved(jagged(size * 0.62, GOLD), placing(x - 12 * size, y - 46 * size)),
    ]
    shapes += moved(jagged(size * 0.62, GOLD), placing(x + 14 * size, y - 50 * size))
    stage.shapes += shapes
    stage.over.append(bounds(shapes))


def overhead(scene: Described, stage: Stage, clouds: dict[int, Lettering], hung: list[Thing]) -> None:
    """Put what is over people's heads in its place: the arrow of time, what hangs, then bubbles."""
    top = EDGE
    if scene.happens is Happening.TIME_PASSING:
        stage.shapes += (arrow := time_arrow(top + 32))
        stage.over.append(bounds(arrow))
        top += 74 if clouds or hung else 0
    own_row = bool(hung) and (len(clouds) > 1 or (bool(clouds) and len(hung) > 2))
    speakers = sorted((one for one in stage.spots if one.at in clouds), key=lambda one: one.head[0])
    widths = [clouds[one.at].wide for one in speakers]
    under = top + 66 if own_row else top
    taken: list[tuple[float, float]] = []
    for one, x in zip(speakers, spread([one.head[0] for one in speakers], widths, 6, EDGE, WIDE - EDGE), strict=True):
        cloud = clouds[one.at]
        tip = (_beside(one, stage.spots), max(one.top - 3, under + cloud.high + 8))
        shapes, stage.bubbles[one.at] = bubble(cloud, x, under, tip, thought=bool(scene.people[one.at].thinks))
        stage.shapes += shapes
        if not own_row:
            taken.append((x - cloud.wide / 2, x + cloud.wide / 2))
    for thing, x in zip(hung, _free(taken, len(hung)), strict=True):
        drawn: Drawn = HUNG[thing]() if thing in HUNG else tuple(moved(SMALL[thing](), placing(0, 28)))
        shapes = moved(drawn, placing(x, top + 33, 0.86))
        stage.shapes += shapes
        stage.over.append(bounds(shapes))


def _beside(one: Spot, spots: list[Spot]) -> float:
    """Return where the tail of somebody's bubble comes down: over their head, and beside any face above theirs."""
    x = one.head[0]
    for other in spots:
        if other.at != one.at and other.top < one.top and other.face[0] - 8 < x < other.face[2] + 8:
            x = other.face[2] + 8 if x >= other.head[0] else other.face[0] - 8
    return x


def _free(taken: list[tuple[float, float]], count: int) -> list[float]:
    """Return places along the top for so many things, clear of what is there: the widest gaps first."""
    half = 40.0
    edges = sorted(taken)
    gaps, start = [], EDGE
    for left, right in [*edges, (WIDE - EDGE, WIDE)]:
        gaps.append((start, left))
        start = right
    found: list[float] = []
    for _ in range(count):
        gaps.sort(key=lambda gap: gap[0] - gap[1])
        left, right = gaps.pop(0)
        middle = (left + right) / 2 if right - left < 4 * half else left + (right - left) / (2 if count == 1 else 3)
        found.append(middle)
        gaps += [(left, middle - half), (middle + half, right)]
    return sorted(found)
