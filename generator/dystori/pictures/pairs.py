"""People who touch: hand in hand, in a hug, a baby in somebody's arms."""

from __future__ import annotations

from dataclasses import replace

from dystori.pictures.acts import doing, sits, stance
from dystori.pictures.arms import Point, arm_to
from dystori.pictures.bodies import body_of
from dystori.pictures.described import Described, Someone
from dystori.pictures.feelings import FEELINGS
from dystori.pictures.figure import Figure, Stance, figure
from dystori.pictures.palette import SKIN
from dystori.pictures.shapes import Ink, bounds, line, moved, oval, path, placing
from dystori.pictures.units import Spot, Unit, spot
from dystori_schemas.scenes import Aid, Doing, Feeling, Happening, Skin, Stature

_SMALL = {Stature.BABY, Stature.TODDLER}


def partner_of(scene: Described, at: int, done: set[int]) -> int | None:
    """Return whom somebody hugs or carries, from either side; None where there is nobody."""
    does = doing(scene, at)
    free = [one for one in range(len(scene.people)) if one != at and one not in done]
    for other in free:
        mutual = scene.people[other].partner == at and doing(scene, other) in (Doing.HUGGING, Doing.CARRYING)
        if mutual:
            return other
    if does in (Doing.HUGGING, Doing.CARRYING):
        wanted = scene.people[at].partner
        if wanted is not None and wanted in free:
            return wanted
        small = [one for one in free if scene.people[one].person.age in _SMALL]
        if wanted is None and does is Doing.CARRYING and small:
            return small[0]
        return free[0] if wanted is None and does is Doing.HUGGING and free else None
    if scene.happens is Happening.HUGGING and at == 0 and 1 in free and does is Doing.STANDING:
        return 1
    return None


def _carries(scene: Described, at: int, other: int) -> tuple[int, int]:
    """Return who carries and who is carried."""
    return (other, at) if doing(scene, other) is Doing.CARRYING else (at, other)


def carried(scene: Described, at: int, other: int) -> Unit:
    """Return somebody with a baby in their arms or a toddler on their hip; with anybody older it is a hug."""
    at, other = _carries(scene, at, other)
    one, small = scene.people[at], scene.people[other]
    if small.person.age not in _SMALL or one.person.age in _SMALL:
        return hug(scene, at, other)
    how = replace(stance(scene, at, (at,)), arms=("none", "none"), held=None)
    drawn = figure(one.person, replace(how, look=replace(how.look, lean=0)))
    chin, hip = drawn.face[3], drawn.shoulder + 100 * (1 if body_of(one.person.age, one.person.build).grown else 0.6)
    little = stance(scene, other, (other,))
    little = replace(little, pose="bust", arms=("none", "none"), turned=0, held=None, marked=False)
    baby = figure(replace(small.person, aid=None), replace(little, look=replace(little.look, lean=0, tilt=0)))
    size = (0.8 if small.person.age is Stature.BABY else 0.7) * (1 if one.person.age is not Stature.CHILD else 0.86)
    x = 34
    top, bottom = chin + 6, hip
    baby = baby.moved(x, top - baby.edges[1] * size + 2, size)
    low = max(bottom, baby.face[3] + 34, baby.edges[3] + 4)
    wrap = _wrap(x, baby.face[3], low, small)
    person, body = one.person, body_of(one.person.age, one.person.build)
    left = arm_to(person, body, -1, "carry", (x - 26, low - 10), drawn.shoulder)
    right = arm_to(person, body, 1, "carry", (x + 22, low - 34), drawn.shoulder)
    # The near arm lies behind the little one, so that it is over no face; its hand holds them from before.
    shapes = [*drawn.shapes, *right.shapes, *baby.shapes, *wrap, *left.shapes, right.shapes[0]]
    spots = (spot(at, drawn), replace(spot(other, baby), feet=float(x + 24)))
    return Unit(shapes, bounds(shapes), spots)


def _wrap(x: float, chin: float, low: float, small: Someone) -> list[Ink]:
    """Return the blanket a baby is wrapped in."""
    colour = "#F8EDD6" if small.person.top != "cream" else "#A5D2EE"
    d = f"M {x - 34} {chin - 8} Q {x} {chin + 10} {x + 34} {chin - 8} C {x + 44} {chin + 14} {x + 30} {low} {x} {low}"
    d += f" C {x - 30} {low} {x - 44} {chin + 14} {x - 34} {chin - 8} Z"
    return [path(d, colour), line(f"M {x - 28} {chin + 8} Q {x + 2} {chin + 14} {x + 16} {low - 6}", 3, "#C9B588")]


def hug(scene: Described, at: int, other: int) -> Unit:
    """Return two people in each other's arms; who is much taller kneels, so that both faces are level and seen."""
    first, second = scene.people[at], scene.people[other]
    drawn = [_hugging(scene, one, whole) for one, whole in ((at, first), (other, second))]
    bodies = [body_of(one.person.age, one.person.build) for one in (first, second)]
    drops = [0.0, 0.0]
    taller = 0 if bodies[0].height > bodies[1].height else 1
    if abs(bodies[0].height - bodies[1].height) > 40 and bodies[taller].grown:
        drops[taller] = 62.0
    stances = [
        replace(how, pose="kneel" if drop else how.pose, turned=0.5 if place == 0 else -0.5)
        for place, (how, drop) in enumerate(zip(drawn, drops, strict=True))
    ]
    figures = [figure(one.person, how) for one, how in zip((first, second), stances, strict=True)]
    # Shoulder to shoulder, the faces just apart, and the hair of the one in front over no face.
    faces = figures[0].face[2] - figures[1].face[0] + 4
    hair = figures[0].face[2] - figures[1].edges[0] - 10
    between = max(faces, hair, bodies[0].shoulder + bodies[1].shoulder)
    chairs = sum(30 for one in (first, second) if one.person.aid in (Aid.WHEELCHAIR, Aid.WALKING_FRAME))
    left, right = figures[0], figures[1].moved(between + chairs, 0, 1)
    gap = between + chairs
    back = _arm(first, figures[0], 1, (gap + 6, right.shoulder + 40))
    shapes: list[Ink] = [*left.shapes, *back, *right.shapes]
    shapes += _arm(first, figures[0], -1, (gap - bodies[1].shoulder - 6, (left.shoulder + right.shoulder) / 2 + 40))
    front = _arm(
        second,
        figures[1],
        1,
        (-gap + bodies[0].shoulder * 0.4, min(40, left.shoulder - right.shoulder + 34) + right.shoulder),
    )
    front += _arm(second, figures[1], -1, (-gap + bodies[0].shoulder * 0.2, left.shoulder + 64))
    shapes += moved(front[len(front) // 2 :], placing(gap))
    hand = SKIN[list(Skin).index(first.person.skin)]
    shapes.append(
        oval(gap + bodies[1].shoulder - 6, right.shoulder + 40, bodies[0].arm_thick * 0.6, fill=hand, width=3.4)
    )
    spots = (spot(at, left), replace(spot(other, right), feet=gap))
    return Unit(shapes, bounds(shapes), spots)


def _hugging(scene: Described, at: int, one: Someone) -> Stance:
    how = stance(scene, at, (at,))
    look = FEELINGS[one.feels] if one.feels else FEELINGS[Feeling.SAFE if one.young else Feeling.CALM]
    return replace(how, look=replace(look, lean=0, tilt=0, hunch=0), arms=("none", "none"), held=None, pose="stand")


def _arm(one: Someone, drawn: Figure, side: int, hand: Point) -> list[Ink]:
    body = body_of(one.person.age, one.person.build)
    return list(arm_to(one.person, body, side, "reach", hand, drawn.shoulder).shapes)


def chained(scene: Described, at: int, left_to_right: tuple[int, ...], done: set[int]) -> tuple[int, ...]:
    """Return the people from one on who stand hand in hand: neighbours who hold hands, or all who are together."""
    run = [at]
    for other in left_to_right[left_to_right.index(at) + 1 :]:
        if other in done or partner_of(scene, other, done) is not None or not _linked(scene, run[-1], other):
            break
        run.append(other)
    return tuple(run)


def _linked(scene: Described, one: int, other: int) -> bool:
    free = all(
        doing(scene, at) in (Doing.STANDING, Doing.HOLDING_HANDS, Doing.LISTENING)
        and not sits(scene, at)
        and scene.people[at].person.age is not Stature.BABY
        and scene.people[at].person.aid is not Aid.WALKING_FRAME
        for at in (one, other)
    )
    holds = any(
        doing(scene, at) is Doing.HOLDING_HANDS and scene.people[at].partner in (None, to)
        for at, to in ((one, other), (other, one))
    )
    return free and (holds or scene.happens is Happening.TOGETHER)


def chain(scene: Described, run: tuple[int, ...], left_to_right: tuple[int, ...]) -> Unit:
    """Return people hand in hand."""
    drawn: list[Figure] = []
    spots: list[Spot] = []
    shapes: list[Ink] = []
    x = 0.0
    places: list[float] = []
    for place, at in enumerate(run):
        one = scene.people[at]
        how = stance(scene, at, left_to_right)
        left, right = how.arms or ("down", "down")
        free = (left if place == 0 else "none", right if place == len(run) - 1 else "none")
        how = replace(how, arms=free, held=None, look=replace(how.look, lean=0))
        figure_ = figure(one.person, how)
        if drawn:
            before = scene.people[run[place - 1]]
            x += 34 + max(
                body_of(before.person.age, before.person.build).hip + body_of(one.person.age, one.person.build).hip,
                drawn[-1].face[2] - figure_.face[0] - 30,
                _half(drawn[-1]) + _half(figure_) - 38,
            )
        places.append(x)
        drawn.append(figure_)
    for place, at in enumerate(run):
        shapes += drawn[place].moved(places[place], 0, 1).shapes
        spots.append(replace(spot(at, drawn[place].moved(places[place], 0, 1)), feet=places[place]))
    for place in range(len(run) - 1):
        shapes += _clasp(scene, run, drawn, places, place)
    return Unit(shapes, bounds(shapes), tuple(spots))


def _half(drawn: Figure) -> float:
    """Return half the width of a figure without arms, its hair included."""
    return max(-drawn.edges[0], drawn.edges[2]) if drawn.edges[2] - drawn.edges[0] < 150 else 70


def _clasp(scene: Described, run: tuple[int, ...], drawn: list[Figure], places: list[float], place: int) -> list[Ink]:
    """Return the arms of two neighbours whose hands meet half-way, as low as the shorter one's arm."""
    one, other = scene.people[run[place]], scene.people[run[place + 1]]
    bodies = [body_of(each.person.age, each.person.build) for each in (one, other)]
    reach = [drawn[place + at].shoulder + bodies[at].arm * 0.86 for at in (0, 1)]
    y = min(max(reach[0], reach[1]), max(drawn[place].shoulder, drawn[place + 1].shoulder) + 46, -24)
    start, end = places[place] + bodies[0].shoulder, places[place + 1] - bodies[1].shoulder
    x = (start + end) / 2
    left = arm_to(one.person, bodies[0], 1, "handhold", (x - 3 - places[place], y), drawn[place].shoulder)
    right = arm_to(other.person, bodies[1], -1, "handhold", (x + 3 - places[place + 1], y), drawn[place + 1].shoulder)
    return [*moved(left.shapes, placing(places[place])), *moved(right.shapes, placing(places[place + 1]))]
