"""One person, whole: everything of them in its layer, from the back of a chair to what they hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from dystori.pictures import aids
from dystori.pictures.arms import Drawn as Arm
from dystori.pictures.arms import Point, arm_to, hand_of, reached
from dystori.pictures.bodies import Body, body_of
from dystori.pictures.clothes import Trunk, pattern, work
from dystori.pictures.face import hair, head
from dystori.pictures.feelings import NEUTRAL, Arms, Look
from dystori.pictures.held import grip, held
from dystori.pictures.legs import legs, seated
from dystori.pictures.marks import marks
from dystori.pictures.palette import CLOTH, SKIN
from dystori.pictures.people import Person
from dystori.pictures.shapes import Bounds, Ink, bounds, line, moved, path, placing, put
from dystori_schemas.scenes import Aid, Held, Outfit, Skin, Stature, Wear

Pose = Literal["stand", "walk", "sit", "kneel", "bust"]


@dataclass(frozen=True, slots=True)
class Stance:
    """How somebody stands in a picture: face, pose, arms, which way they look, what they hold."""

    look: Look = NEUTRAL
    pose: Pose = "stand"
    arms: Arms | None = None
    #: From -1 (towards our left) to 1.
    turned: float = 0
    held: Held | None = None
    marked: bool = True
    #: The height of the seat of somebody who sits.
    seat: float | None = None


@dataclass(frozen=True)
class Figure:
    """A person drawn with their feet at 0, 0."""

    shapes: list[Ink]
    #: The middle of the head, and the box their face is in.
    head: Point
    face: Bounds
    hands: dict[int, Point]
    shoulder: float
    #: The edges of all of them.
    edges: Bounds

    def moved(self, x: float, y: float, scale: float) -> Figure:
        """Return the same figure elsewhere on the stage."""
        how = placing(x, y, scale)
        left, top = put((self.face[0], self.face[1]), how)
        right, low = put((self.face[2], self.face[3]), how)
        a, b = put((self.edges[0], self.edges[1]), how)
        c, d = put((self.edges[2], self.edges[3]), how)
        return Figure(
            moved(self.shapes, how),
            put(self.head, how),
            (left, top, right, low),
            {side: put(hand, how) for side, hand in self.hands.items()},
            put((0, self.shoulder), how)[1],
            (a, b, c, d),
        )


#: Where a hand goes that has nothing to do, in somebody who sits.
_SITTING: Final = {"down": "lap", "fold": "lap", "hip": "lap", "out": "lap"}


def figure(person: Person, stance: Stance) -> Figure:
    """Return somebody as they stand, sit or walk; the same description gives the same shapes."""
    return _Figure(person, stance).whole()


class _Figure:
    def __init__(self, person: Person, stance: Stance) -> None:
        self.person, self.look = person, stance.look
        self.body: Body = body_of(person.age, person.build)
        self.chair = person.aid is Aid.WHEELCHAIR and stance.pose != "bust"
        self.baby = person.age is Stature.BABY
        pose: Pose = "sit" if self.chair else stance.pose
        self.stance = replace(stance, pose="stand" if self.baby and pose != "bust" else pose)
        seat = stance.seat or (84 if self.body.grown else 62) if self.chair else stance.seat or seated(self.body)
        drop = self.body.hip_up - seat if self.stance.pose == "sit" else 0
        drop = self.body.hip_up * 0.52 if self.stance.pose == "kneel" else drop
        self.hip = -(self.body.hip_up - drop)
        self.chin = self.body.chin + drop
        self.shoulder = self.chin + self.body.neck - self.look.hunch * 0.6
        self.head_y = self.chin - self.body.head + self.look.hunch * 0.5 + 1

    def whole(self) -> Figure:
        """Return the figure."""
        person, body, look = self.person, self.body, self.look
        trunk = self._trunk()
        arms = self._arms()
        low = [one for arm in arms.values() if not arm.high for one in arm.shapes]
        high = [one for arm in arms.values() if arm.high for one in arm.shapes]
        hands = {side: arm.hand for side, arm in arms.items()}
        back = aids.chair_back(body, self.shoulder, self.hip) if self.chair else []
        shapes = [*back, *self._head(lambda: hair(person, "back"))]
        shapes += aids.chair_seat(body, self.hip) if self.chair else []
        if self.stance.pose != "bust":
            shapes += legs(person, body, self.stance.pose, self.hip)
        shapes += self._dressed(trunk)
        if self.chair:
            shapes += aids.chair_wheels(body)
        elif person.aid is Aid.WALKING_FRAME and self.stance.pose != "bust":
            shapes += aids.walking_frame(body, self.hip)
        elif person.aid is Aid.WALKING_STICK and self.stance.pose in ("stand", "walk"):
            shapes += aids.stick(hands[1])
        behind, before = held(self.stance.held, hands, self.shoulder, trunk.hip, person)
        shapes += [*behind, *low, *self._head(lambda: hair(person, "drape"))]
        shapes += self._head(lambda: head(person, body, look, self.stance.turned))
        shapes += [*before, *high]
        if self.stance.marked:
            shapes += self._head(lambda: marks(person, look))
        lean = placing(turn=look.lean * (1 if self.stance.turned >= 0 else -1))
        shapes = moved(shapes, lean) if look.lean else shapes
        x, y = put((self.stance.turned * 4, self.head_y), lean)
        r = body.head
        face = (x - r, y - r * 0.85, x + r, y + r * 1.06)
        edges = bounds(shapes)
        return Figure(shapes, (x, y), face, {s: put(h, lean) for s, h in hands.items()}, self.shoulder, edges)

    def _head(self, drawn: Callable[[], list[Ink]]) -> list[Ink]:
        """Return what was drawn round the middle of a head of 46, where this head is."""
        shapes = drawn()
        if not shapes:
            return shapes
        body = self.body
        tilt = self.look.tilt * (0.6 if self.baby else 1)
        if body.head != 46:
            shapes = moved(shapes, placing(scale=body.head / 46))
        return moved(shapes, placing(0, self.head_y, 1, tilt, (0, body.head * 0.8)))

    def _trunk(self) -> Trunk:
        body, pose = self.body, self.stance.pose
        hem = self.shoulder + 60 if pose == "bust" else self.hip + 8
        if self.person.wears is Wear.DRESS and pose in ("stand", "walk"):
            hem = self.hip * 0.42
        if self.person.outfit is Outfit.JUDGE and pose in ("stand", "walk"):
            hem = -20
        wide, top = self._hem_half(), body.shoulder + 2
        start = self.shoulder + 12

        def edge(y: float) -> float:
            return top + (wide - top) * max(0, min(1, (y - start) / (hem - start)))

        return Trunk(self.shoulder, self.hip, hem, edge)

    def _hem_half(self) -> float:
        standing = self.stance.pose in ("stand", "walk")
        if standing and self.person.outfit is Outfit.JUDGE:
            return self.body.hip + 14
        return self.body.hip + (17 if self.person.wears is Wear.DRESS and standing else 2)

    def _dressed(self, trunk: Trunk) -> list[Ink]:
        """Return the trunk with its clothes and the neck."""
        person, body, y = self.person, self.body, self.shoulder
        top = CLOTH[person.top][0]
        s, hip = body.shoulder, body.hip
        if self.baby:
            d = f"M {-s * 0.5} {y - 4} C {-s - 3} {y + 2} {-hip + 3} -30 {-hip + 3} -14 C {-hip + 4} 1 {hip - 4} 1"
            made: list[Ink] = [path(f"{d} {hip - 3} -14 C {hip - 3} -30 {s + 3} {y + 2} {s * 0.5} {y - 4} Z", top)]
        else:
            hem, low, wide = self._hem_half(), trunk.hem, s + 2
            d = f"M {-s * 0.45} {y - 5} C {-s * 0.85} {y - 4} {-wide} {y} {-wide} {y + 14} L {-hem} {low - 6}"
            d += f" Q {-hem} {low} {-hem + 7} {low} Q 0 {low + 4} {hem - 7} {low} Q {hem} {low} {hem} {low - 6}"
            made = [path(f"{d} L {wide} {y + 14} C {wide} {y} {s * 0.85} {y - 4} {s * 0.45} {y - 5} Z", top)]
        made += pattern(person, body, trunk)
        if person.pregnant and self.stance.pose != "bust":
            h = trunk.hip
            d = f"M {-s + 6} {h - 56} C {-s - 30} {h - 36} {-s - 24} {h + 14} -8 {h + 14}"
            made.append(path(f"{d} C {s - 6} {h + 14} {s + 6} {h - 20} {s - 10} {h - 50}", top))
            made.append(line(f"M -16 {h - 14} Q -12 {h - 9} -8 {h - 14}", 2.6))
        skin = SKIN[list(Skin).index(person.skin)]
        neck = f"M -10 {y - 10} L -10 {y - 3} Q 0 {y + 9} 10 {y - 3} L 10 {y - 10} Z"
        return [*made, path(neck, skin, width=3.4), *work(person, body, trunk)]

    def _arms(self) -> dict[int, Arm]:
        wanted = self._wanted()
        made: dict[int, Arm] = {}
        for side, arm in zip((-1, 1), wanted, strict=True):
            if arm == "none":
                continue
            bump = self.person.pregnant
            hand = hand_of(self.body, side, arm, self.shoulder, self.hip, self.chin, bump=bump)
            fist = self.look.fists and arm in ("hip", "out", "point")
            made[side] = arm_to(self.person, self.body, side, arm, hand, self.shoulder, fist=fist)
        return made

    def _wanted(self) -> Arms:
        """Return where the hands go: where the act wants them, else the feeling, else with what is held."""
        person, stance = self.person, self.stance
        left, right = stance.arms or self.look.arms
        if person.pregnant and not stance.arms and stance.pose != "bust":
            left = "belly"
        if stance.pose == "sit" and not stance.arms:
            left, right = _SITTING.get(left, left), _SITTING.get(right, right)  # type: ignore[assignment]
        left, right = grip(stance.held, (left, right))
        if stance.pose == "bust" and not stance.arms and stance.held is None:
            left, right = ("none" if one in ("down", "hip", "lap", "belly") else one for one in (left, right))
        if person.aid is Aid.WALKING_FRAME and stance.pose in ("stand", "walk"):
            left, right = "grip", "grip"
        if person.aid is Aid.WALKING_STICK and stance.pose in ("stand", "walk"):
            right = "grip"
        return reached(person.age, left), reached(person.age, right)
