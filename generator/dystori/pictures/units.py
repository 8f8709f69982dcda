"""What stands together on the stage: one person, people hand in hand, a hug, somebody in bed, a thing on the floor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dystori.pictures.acts import doing, sits, stance
from dystori.pictures.arms import Point
from dystori.pictures.bodies import body_of
from dystori.pictures.described import Described
from dystori.pictures.figure import Figure, Stance, figure
from dystori.pictures.large import bed, bed_frame, cot_frame, door, table
from dystori.pictures.legs import seated
from dystori.pictures.palette import STEEL
from dystori.pictures.shapes import Bounds, Ink, Window, bounds, box, line, moved, oval, placing, put
from dystori.pictures.small import SMALL
from dystori_schemas.scenes import Doing, Held, Outfit, Place, Stature, Thing


@dataclass(frozen=True, slots=True)
class Spot:
    """Somebody's place: the box of their face, the middle of their head, and where their label goes.

    ``named_at`` is the middle of a label that stands on something; without it, labels stand under the feet.
    """

    at: int
    face: Bounds
    head: Point
    feet: float
    named_at: Point | None = None
    seat: float | None = None
    top: float = 0.0

    def moved(self, x: float, y: float, scale: float) -> Spot:
        """Return the same place elsewhere on the stage."""
        how = placing(x, y, scale)
        left, up = put((self.face[0], self.face[1]), how)
        right, low = put((self.face[2], self.face[3]), how)
        return replace(
            self,
            face=(left, up, right, low),
            head=put(self.head, how),
            feet=put((self.feet, 0), how)[0],
            named_at=put(self.named_at, how) if self.named_at else None,
            seat=self.seat * scale if self.seat else None,
            top=put((0, self.top), how)[1],
        )


@dataclass(frozen=True)
class Unit:
    """Shapes that keep their places to each other, their foot at 0, and the people among them."""

    shapes: list[Ink]
    edges: Bounds
    spots: tuple[Spot, ...] = ()
    #: The least room left of this unit, in units of the stage.
    apart: float = 10

    @property
    def wide(self) -> float:
        """Return how much of the row it takes."""
        return self.edges[2] - self.edges[0]


def spot(at: int, drawn: Figure, **more: Point | float | None) -> Spot:
    """Return the place of somebody drawn."""
    return Spot(at, drawn.face, drawn.head, 0.0, top=drawn.edges[1], **more)  # type: ignore[arg-type]


def people(scene: Described, left_to_right: tuple[int, ...]) -> list[Unit]:
    """Return the people of a scene in units, from left to right."""
    from dystori.pictures.pairs import carried, chain, chained, hug, partner_of

    made: list[Unit] = []
    done: set[int] = set()
    for at in left_to_right:
        if at in done:
            continue
        other = partner_of(scene, at, done)
        run = chained(scene, at, left_to_right, done)
        baby = other is not None and Stature.BABY in {scene.people[at].person.age, scene.people[other].person.age}
        if other is not None and baby and doing(scene, at) is not Doing.CARRYING:
            # Who hugs a baby has it in their arms.
            first = scene.people[at].person.age is not Stature.BABY
            made.append(carried(scene, at, other) if first else carried(scene, other, at))
            done |= {at, other}
        elif other is not None and doing(scene, at) is Doing.CARRYING:
            made.append(carried(scene, at, other))
            done |= {at, other}
        elif other is not None:
            made.append(hug(scene, at, other))
            done |= {at, other}
        elif len(run) > 1:
            made.append(chain(scene, run, left_to_right))
            done |= set(run)
        else:
            made.append(_alone(scene, at, left_to_right))
            done.add(at)
    return made


def _alone(scene: Described, at: int, left_to_right: tuple[int, ...]) -> Unit:
    one, does = scene.people[at], doing(scene, at)
    if does in (Doing.SLEEPING, Doing.IN_BED):
        return _in_bed(scene, at, left_to_right)
    if one.person.outfit is Outfit.JUDGE and scene.place is Place.COURT:
        return _bench(scene, at, left_to_right)
    if does is Doing.PHONING and at != left_to_right[0] and scene.people[left_to_right[0]] is not one:
        return _on_the_line(scene, at)
    how = stance(scene, at, left_to_right)
    lift = 0.0
    if sits(scene, at) and one.person.aid is None:
        lift = 76 - seated(body_of(one.person.age, one.person.build))
        drawn = figure(one.person, how).moved(0, -lift, 1)
        return Unit(drawn.shapes, _no_lower(drawn.edges), (spot(at, drawn, seat=76.0),))
    drawn = figure(one.person, how)
    return Unit(drawn.shapes, drawn.edges, (spot(at, drawn),))


def _no_lower(edges: Bounds) -> Bounds:
    return edges[0] - 12, edges[1], edges[2] + 12, 0


def _in_bed(scene: Described, at: int, left_to_right: tuple[int, ...]) -> Unit:
    """Return somebody in a bed or a cot: seen from its foot, with the blanket up to the shoulders."""
    one = scene.people[at]
    baby = one.person.age is Stature.BABY
    behind, over = cot_frame() if baby else bed_frame()
    how = replace(stance(scene, at, left_to_right), pose="bust", held=None, arms=("none", "none"), turned=0)
    how = replace(how, look=replace(how.look, lean=0, tilt=0))
    drawn = figure(replace(one.person, aid=None), how)
    chin = drawn.face[3]
    drawn = drawn.moved(0, (-108 if baby else -152) - chin, 0.9 if baby else 1.0)
    shapes: list[Ink] = [*behind, *drawn.shapes, *over]
    if one.holding is Held.TEDDY:
        shapes += moved(SMALL[Thing.TEDDY](), placing(92, -110, 0.9))
    return Unit(shapes, bounds(shapes), (spot(at, drawn, named_at=(0.0, -40.0)),))


def _bench(scene: Described, at: int, left_to_right: tuple[int, ...]) -> Unit:
    """Return a judge behind the bench."""
    one = scene.people[at]
    how = replace(stance(scene, at, left_to_right), pose="bust", arms=("none", "none"))
    drawn = figure(replace(one.person, aid=None), how)
    drawn = drawn.moved(0, -176 - drawn.face[3], 1)
    front: list[Ink] = [box(-104, -150, 208, 150, "#B98D5E", 4), box(-116, -160, 232, 18, "#A07848", 4)]
    front += [box(-86, -126, 172, 112, "#CBA477", 4, width=3), *moved(SMALL[Thing.LETTER](), placing(62, -160, 0.7))]
    shapes = [*drawn.shapes, *front]
    return Unit(shapes, bounds(shapes), (spot(at, drawn, named_at=(0.0, -66.0)),))


def _on_the_line(scene: Described, at: int) -> Unit:
    """Return somebody at the other end of the line, in a round picture of their own."""
    one = scene.people[at]
    how = Stance(stance(scene, at, (at,)).look, "bust", ("ear", "none"), -0.4, Held.PHONE)
    drawn = figure(replace(one.person, aid=None), how)
    x, y = drawn.head
    drawn = drawn.moved(-x, -190 - y, 1)
    ring = oval(0, -170, 86, 86, "#FFF8E4")
    shapes: list[Ink] = [ring, Window(ring, tuple(drawn.shapes)), oval(0, -170, 86, 86)]
    waves = [
        line(f"M {-100 - k} {-200 - k} Q {-116 - k * 1.5} -170 {-100 - k} {-140 + k}", 5, STEEL) for k in (0, 14, 28)
    ]
    shapes += waves
    left, _, right, low = bounds(shapes)
    return Unit(shapes, (left, -258, right, low), (replace(spot(at, drawn, named_at=(0.0, -64.0)), top=-258),))


def things(wanted: Sequence[Thing]) -> list[Unit]:
    """Return the things that stand on the floor, those for a table together on one."""
    from dystori.pictures.large import FLOATING, HUNG, ON_TABLE

    laid = tuple(one for one in wanted if one in ON_TABLE)
    made: list[Unit] = []
    if laid:
        made.append(_thing(list(table(laid))))
    for one in wanted:
        if one in ON_TABLE or one in HUNG or one in FLOATING:
            continue
        made.append(_thing(list(bed() if one is Thing.BED else door() if one is Thing.DOOR else SMALL[one]())))
    return made


def _thing(shapes: list[Ink]) -> Unit:
    return Unit(shapes, bounds(shapes), apart=6)
