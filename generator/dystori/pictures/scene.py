"""A scene as one picture: its ground, everybody and everything in it, as SVG; the same description, the same bytes."""

from __future__ import annotations

import hashlib
from typing import Final

from dystori.pictures.described import Described
from dystori.pictures.large import FLOATING, HUNG
from dystori.pictures.lettering import Measure
from dystori.pictures.outdoors import OUTSIDE
from dystori.pictures.overhead import Stage
from dystori.pictures.places import HIGH, WIDE, ground, way_out
from dystori.pictures.rooms import at_table, car, circle, screen
from dystori.pictures.shapes import Ink, stronger
from dystori.pictures.stage import in_a_row
from dystori.pictures.svg import markup
from dystori.tree import Drawing
from dystori_schemas.scenes import Doing, Happening, Place

#: How much stronger lines are in large print.
_STRONGER: Final = 1.25
#: What nobody does sitting at a table.
_ON_FEET: Final = {Happening.HUGGING, Happening.LEAVING, Happening.ARRIVING, Happening.PLAYING, Happening.SLEEPING}
_DONE_ON_FEET: Final = {Doing.HUGGING, Doing.CARRYING, Doing.WALKING, Doing.PLAYING, Doing.SLEEPING, Doing.IN_BED}


def draw(scene: Described, measure: Measure) -> Drawing:
    """Return a scene as a picture; ``measure`` says how wide a line of words is, in em."""
    return drawing(pictured(scene, measure), WIDE, HIGH)


def pictured(scene: Described, measure: Measure) -> list[Ink]:
    """Return the shapes of a scene, from back to front."""
    shapes = [*_ground(scene), *arranged(scene, measure).shapes]
    return stronger(shapes, _STRONGER) if scene.large else shapes


def arranged(scene: Described, measure: Measure) -> Stage:
    """Return where everybody and everything stands."""
    if _in_a_circle(scene):
        return circle(scene, measure)
    if not scene.things:
        if scene.place is Place.VIDEO_CALL:
            return screen(scene, measure)
        if scene.place is Place.CAR:
            return car(scene, measure)
        if scene.place is Place.MEETING_ROOM and _sit_down(scene):
            return at_table(scene, measure)
    return in_a_row(scene, measure)


def _ground(scene: Described) -> list[Ink]:
    if _in_a_circle(scene):
        return ground(None, False)[:1]
    over = scene.happens is Happening.TIME_PASSING or any(one in HUNG or one in FLOATING for one in scene.things)
    made = ground(scene.place, scene.night, clear=over or any(one.says or one.thinks for one in scene.people))
    if scene.place not in OUTSIDE and scene.happens in (Happening.LEAVING, Happening.ARRIVING):
        made += way_out(scene.happens is Happening.LEAVING)
    return made


def _in_a_circle(scene: Described) -> bool:
    """Return whether there is a ring round the first person: where nobody else speaks and no thing stands."""
    silent = not any(one.says or one.thinks for one in scene.people[1:])
    hung = all(one in HUNG or one in FLOATING for one in scene.things)
    return scene.happens is Happening.AROUND_ME and len(scene.people) > 1 and silent and hung


def _sit_down(scene: Described) -> bool:
    return scene.happens not in _ON_FEET and not any(one.does in _DONE_ON_FEET for one in scene.people)


def drawing(shapes: list[Ink], wide: float, high: float) -> Drawing:
    """Return shapes as a picture of its own whose ids no other picture has."""
    name = "d" + hashlib.sha256(markup(shapes, "d").encode()).hexdigest()[:10]
    return Drawing(name, markup(shapes, name), round(wide), round(high))
