"""Places: pale grounds behind people, with what says where we are kept to the sides and above the floor."""

from __future__ import annotations

from dystori.pictures.large import door, picture, plant
from dystori.pictures.outdoors import OUTSIDE
from dystori.pictures.palette import (
    FLOOR,
    GLOW,
    GOLD,
    HEART,
    LEAF,
    NIGHT_FLOOR,
    NIGHT_SKY,
    NIGHT_WALL,
    PALE_WOOD,
    SKY,
    STONE,
    WALL,
    WHITE,
    WOOD,
)
from dystori.pictures.shapes import Ink, box, line, moved, oval, path, placing
from dystori_schemas.scenes import Place

#: The stage: every picture is three to two.
WIDE, HIGH = 600, 400
FLOOR_LINE = 296


def ground(place: Place | None, night: bool, *, clear: bool = False) -> list[Ink]:
    """Return what is behind everybody in a place; ``clear`` leaves the top free for what hangs there."""
    if place is None:
        return [
            box(0, 0, WIDE, HIGH, NIGHT_WALL if night else "#FFFBF2", stroke=""),
            *_floor("#F1E7D3" if not night else NIGHT_FLOOR),
        ]
    if place in OUTSIDE:
        return OUTSIDE[place](night)
    made = _room(place, night)
    match place:
        case Place.KITCHEN:
            return made + _kitchen(night)
        case Place.BEDROOM:
            return made + moved(window(night), placing(104, 96)) + _shelf()
        case Place.CLASSROOM:
            return made + _classroom(night)
        case Place.HOSPITAL:
            return made + _hospital(night)
        case Place.COURT:
            return made + _court()
        case Place.MEETING_ROOM:
            board: list[Ink] = [
                box(216, 26, 168, 92, WHITE, 4),
                line("M 236 50 L 330 50 M 236 70 L 360 70 M 236 90 L 300 90", 3, "#8FB7C9"),
            ]
            return (
                made
                + ([] if clear else board)
                + moved(window(night), placing(84, 84))
                + moved(plant(), placing(560, 300))
            )
        case Place.FAMILY_CENTRE:
            return made + _family_centre(night, clear)
        case _:
            return (
                made
                + moved(window(night), placing(92, 132 if clear else 84))
                + ([] if clear else moved(picture(), placing(300, 58)))
                + moved(plant(), placing(566, 312))
            )


def _room(place: Place, night: bool) -> list[Ink]:
    walls = {
        Place.HOME: "#F6ECF4", Place.HOSPITAL: "#E6F3F1", Place.COURT: "#F4EBDD", Place.MEETING_ROOM: "#EEF3EA",
        Place.CLASSROOM: "#FDF4D9", Place.FAMILY_CENTRE: "#FBF0E6", Place.BEDROOM: "#EAF1FB",
    }  # fmt: skip
    wall = NIGHT_WALL if night else walls.get(place, WALL)
    return [box(0, 0, WIDE, HIGH, wall, stroke=""), *_floor(NIGHT_FLOOR if night else FLOOR)]


def _floor(colour: str) -> list[Ink]:
    return [
        box(0, FLOOR_LINE, WIDE, HIGH - FLOOR_LINE, colour, stroke=""),
        line(f"M 0 {FLOOR_LINE} L {WIDE} {FLOOR_LINE}", 3),
    ]


def window(night: bool) -> list[Ink]:
    """Return a window by day or night, its middle at 0, 0."""
    made: list[Ink] = [box(-52, -44, 104, 88, NIGHT_SKY if night else SKY, 6)]
    if night:
        made.append(path("M 14 -28 C -8 -24 -8 16 18 16 C 4 8 2 -18 14 -28 Z", GLOW, width=2.4))
        made += [
            oval(x, y, 2.4, fill=GLOW, stroke="") for x, y in ((-36, -26), (-24, 12), (38, -24), (36, 26), (-38, 30))
        ]
    else:
        made.append(path("M -40 -14 C -40 -26 -22 -28 -18 -18 C -8 -20 -8 -8 -16 -8 L -38 -8 Z", WHITE, ""))
    return [*made, line("M 0 -44 L 0 44 M -52 0 L 52 0", 3)]


def _kitchen(night: bool) -> list[Ink]:
    made: list[Ink] = [box(-4, 196, 380, 102, "#B9D3C9"), box(-8, 184, 390, 14, "#F8F4EC", 4)]
    for at in range(4):
        x = 14 + 92 * at
        made += [box(x, 212, 76, 72, "#CFE2DA", 6, width=3), line(f"M {x + 16} 224 L {x + 34} 224", 3.4)]
    made += [box(-20, 24, 130, 62, "#CFE2DA", 6, width=3), line("M 55 24 L 55 86", 3)]
    made += [
        box(28, 154, 44, 30, STONE, 5, width=3),
        line("M 72 160 Q 84 162 82 174", 3),
        line("M 40 154 Q 50 142 60 154", 3),
    ]
    made += moved(window(night), placing(330, 72, 0.86))
    return [
        *made,
        box(440, 84, 140, 212, "#F6E2C0", 3),
        box(452, 96, 116, 200, "#E7C99A", 3, width=3),
        oval(554, 204, 4.5, fill=GOLD, width=2.4),
    ]


def _shelf() -> list[Ink]:
    made: list[Ink] = [box(452, 96, 116, 10, WOOD, 3, width=3)]
    for x, high, colour in ((462, 34, HEART), (478, 42, "#7FB7D6"), (494, 30, LEAF), (510, 38, GOLD)):
        made.append(box(x, 96 - high, 14, high, colour, 2, width=3))
    return [*made, oval(546, 80, 15, fill="#F3B3AE", width=3)]


def _classroom(night: bool) -> list[Ink]:
    made: list[Ink] = [box(160, 22, 280, 104, "#5E8C78", 4), box(160, 126, 280, 10, PALE_WOOD, 3, width=3)]
    made += [
        line("M 184 96 L 204 50 L 224 96 M 192 80 L 216 80", 4, WHITE),
        line("M 250 52 L 250 96 C 280 96 280 72 250 72 C 276 72 274 52 250 52", 4, WHITE),
    ]
    made.append(line("M 330 58 C 306 48 300 98 330 94", 4, WHITE))
    made += moved(window(night), placing(66, 84, 0.86))
    for x, colour in ((494, "#F3B3AE"), (540, "#A5D2EE")):
        made.append(box(x - 18, 40, 38, 48, colour, 2, width=3))
    return [*made, line("M 484 64 Q 494 50 506 64", 3), oval(541, 64, 8, width=3)]


def _hospital(night: bool) -> list[Ink]:
    rail: list[Ink] = [line("M 330 22 L 596 22", 5)]
    curtain = "M 420 22 L 596 22 L 596 250 Q 574 258 552 250 Q 530 242 508 250 Q 486 258 464 250 Q 442 242 420 250 Z"
    folds = line("M 464 30 L 464 244 M 508 30 L 508 244 M 552 30 L 552 244", 3, "#6FA9A6")
    screen: list[Ink] = [
        box(236, 42, 84, 60, "#4A4650", 6),
        line("M 246 74 L 262 74 L 270 56 L 280 90 L 288 74 L 310 74", 3.4, "#A9E0B0"),
    ]
    return [*moved(window(night), placing(92, 84)), *rail, path(curtain, "#A9D3CF"), folds, *screen]


def _court() -> list[Ink]:
    made: list[Ink] = [box(0, 0, WIDE, 22, WOOD), box(150, 22, 300, 200, "#C9A274")]
    made += [box(at, 34, 84, 176, "#D9B78A", 4, width=3) for at in (164, 258, 352)]
    # Scales in balance: the sign of a court that a child knows.
    made += [oval(300, 92, 44, fill=WHITE), line("M 300 64 L 300 116 M 280 120 L 320 120 M 274 74 L 326 74", 4)]
    made += [line("M 274 74 L 264 96 L 284 96 Z M 326 74 L 316 96 L 336 96 Z", 3)]
    return [*made, box(-4, 250, 608, 48, "#B98D5E"), line("M 0 266 L 600 266", 3)]


def _family_centre(night: bool, clear: bool) -> list[Ink]:
    made = moved(window(night), placing(92, 132 if clear else 84))
    for at, colour in enumerate(() if clear else (HEART, GOLD, LEAF, "#7FB7D6", "#F3B3AE")):
        x = 200 + at * 48
        made.append(path(f"M {x} 22 L {x + 40} 22 L {x + 20} 54 Z", colour, width=3))
    if not clear:
        made.append(line("M 184 22 Q 320 30 452 22", 3))
    rug = oval(300, 362, 210, 30, "#CFE2DA", "", 0)
    shelf: list[Ink] = [box(486, 180, 100, 116, PALE_WOOD, 4), line("M 486 238 L 586 238", 3)]
    shelf += [
        box(498, 210, 26, 26, HEART, 3, width=3),
        oval(556, 222, 14, fill="#7FB7D6", width=3),
        box(500, 262, 34, 34, GOLD, 3, width=3),
        oval(562, 282, 13, fill=LEAF, width=3),
    ]
    return [*made, rug, *shelf]


def way_out(leaving: bool) -> list[Ink]:
    """Return an open door at the side of a room: to our right for who leaves, to our left for who comes."""
    return moved(door(opened=True), placing(532 if leaving else 62, FLOOR_LINE + 4, 0.86))
