"""What every feeling, and every act that shows in a face, does to face, arms and body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dystori_schemas.scenes import Feeling

Eyes = Literal["dot", "soft", "low", "wide", "half", "up", "arched", "shut", "squeezed"]
Mouth = Literal[
    "grin", "wide-smile", "smile", "small", "frown", "wobble", "squiggle", "scream", "teeth", "shout", "sob", "yawn",
    "talk", "thermometer",
]  # fmt: skip
#: Where a hand goes.
Arm = Literal[
    "down", "out", "wave", "up", "hip", "belly", "fold", "hug", "cross", "mouth", "cheek", "crown", "point", "grip",
    "lap", "hold", "reach", "handhold", "ear", "carry", "none",
]  # fmt: skip
Arms = tuple[Arm, Arm]
#: Marks at or round the head: they help a feeling and never carry it alone.
Mark = Literal["tear", "tears", "drop", "shiver", "strokes", "bags", "sleep", "question", "rays", "heart"]
#: Height of a brow's inner and outer end, and how much it bends; minus is up.
Brow = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """How a face and body show one thing. Angles in degrees, shifts in units."""

    brow: Brow
    eyes: Eyes
    mouth: Mouth
    arms: Arms
    other_brow: Brow | None = None
    lean: float = 0
    tilt: float = 0
    hunch: float = 0
    gaze: tuple[float, float] = (0, 0)
    marks: tuple[Mark, ...] = ()
    cheeks: bool = False
    fists: bool = False


FEELINGS: Final = {
    Feeling.HAPPY: Look((-4, -2, -5), "dot", "grin", ("down", "down"), cheeks=True),
    Feeling.SAD: Look((-8, 4, 2), "low", "frown", ("down", "down"), tilt=-7, hunch=5, gaze=(0, 4), marks=("tear",)),
    Feeling.WORRIED: Look(
        (-9, 2, -1), "dot", "wobble", ("mouth", "hug"), tilt=4, hunch=6, gaze=(-3, -1), marks=("drop",)
    ),
    Feeling.FRIGHTENED: Look((-10, -4, -2), "wide", "scream", ("cheek", "cheek"), lean=-4, hunch=9, marks=("shiver",)),
    Feeling.ANGRY: Look(
        (8, -6, 0), "dot", "teeth", ("hip", "hip"), lean=2, hunch=2, gaze=(0, 2), marks=("strokes",), fists=True
    ),
    Feeling.CALM: Look((0, 1, -3), "soft", "smile", ("fold", "fold"), gaze=(0, 1)),
    Feeling.TIRED: Look(
        (-2, 5, -1), "half", "yawn", ("down", "mouth"), lean=4, tilt=10, hunch=4, gaze=(0, 3), marks=("bags", "sleep")
    ),
    Feeling.CONFUSED: Look(
        (-9, -7, -5), "up", "squiggle", ("down", "crown"), other_brow=(4, 0, 0), tilt=-9, marks=("question",)
    ),
    Feeling.PROUD: Look(
        (-5, -3, -6), "arched", "wide-smile", ("hip", "hip"), hunch=-3, gaze=(0, -4), cheeks=True, marks=("rays",)
    ),
    Feeling.SAFE: Look((-2, 1, -4), "arched", "smile", ("cross", "cross"), tilt=5, cheeks=True, marks=("heart",)),
    Feeling.ILL: Look(
        (-6, 4, 0),
        "half",
        "thermometer",
        ("belly", "belly"),
        lean=3,
        tilt=8,
        hunch=4,
        gaze=(0, 2),
        marks=("drop",),
        cheeks=True,
    ),
}

NEUTRAL: Final = Look((-1, 0, -3), "dot", "smile", ("down", "down"))
TALKING: Final = Look((-4, -2, -4), "dot", "talk", ("down", "out"))
SHOUTING: Final = Look((8, -7, 0), "dot", "shout", ("hip", "point"), lean=4, marks=("strokes",), fists=True)
CRYING: Final = Look((-9, 4, 1), "squeezed", "sob", ("down", "mouth"), tilt=-6, hunch=6, marks=("tears",))
ASLEEP: Final = Look((0, 2, -2), "shut", "small", ("down", "down"), tilt=5, marks=("sleep",))
