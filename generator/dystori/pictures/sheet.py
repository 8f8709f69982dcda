"""The whole vocabulary of pictures on one sheet: every word to write, what it means, and what is drawn for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from dystori.pictures.described import Described, Someone
from dystori.pictures.feelings import FEELINGS, NEUTRAL
from dystori.pictures.figure import Stance, figure
from dystori.pictures.large import HUNG
from dystori.pictures.lettering import Measure
from dystori.pictures.people import STRANGERS, Person, person
from dystori.pictures.scene import drawing, pictured
from dystori.pictures.shapes import Ink, Window, Words, bounds, box, line, moved, placing
from dystori.pictures.small import SMALL
from dystori.pictures.units import things
from dystori.pictures.vocabulary import VOCABULARY
from dystori.tree import Drawing
from dystori_schemas.scenes import Doing, Feeling, Hair, Happening, Held, Place, Skin, Somebody, Stature, Thing

#: The sheet, and a cell of it that holds one person or thing, and one that holds a scene, in units.
_WIDE, _SMALL, _LARGE = 1240.0, (122.0, 196.0), (244.0, 212.0)
_MARGIN = 10.0
_CHILD: Final = Person(Stature.CHILD, hair=Hair.TOUSLED, hair_colour="dark-brown", top="yellow")
_OTHER: Final = Person(skin=Skin.OLIVE, hair=Hair.BOB, hair_colour="dark-brown", top="purple")


@dataclass(frozen=True, slots=True)
class Group:
    """How a word of one closed list is drawn."""

    drawn: Callable[[Any, Measure], list[Ink]]
    scenes: bool = False
    most: float = 0.46


def sheet(say: Callable[[str], str], measure: Measure) -> Drawing:
    """Return the sheet; ``say`` gives the words of an entry of the catalogue ``pictures``."""
    shapes: list[Ink] = [_left(say("sheet-title"), _MARGIN, 44, 30, measure, 600)]
    shapes.append(_left(say("sheet-intro"), _MARGIN, 74, 18, measure))
    y = 96.0
    for field, words in VOCABULARY.items():
        group, name = _group(field), next(iter(words)).group
        shapes.append(line(f"M {_MARGIN} {y} L {_WIDE - _MARGIN} {y}", 1.6, "#8B95A3"))
        shapes.append(_left(say(f"group-{name}"), _MARGIN, y + 30, 20, measure, 600))
        y += 44
        wide, high = _LARGE if group.scenes else _SMALL
        across = int((_WIDE - 2 * _MARGIN) // wide)
        for at, word in enumerate(words):
            x, top = _MARGIN + at % across * wide, y + at // across * high
            shapes += moved(
                _fitted(group.drawn(word, measure), wide - 14, high - 46, group.most),
                placing(x + wide / 2, top + high - 44),
            )
            shapes += _caption(word, say(f"word-{name}-{word}"), x + wide / 2, top + high - 28, wide - 6, measure)
        y += (len(words) + across - 1) // across * high + 12
    return drawing([box(0, 0, _WIDE, y, "#FFFDF8", stroke=""), *shapes], _WIDE, y)


def cell(key: str, measure: Measure) -> Drawing | None:
    """Return what is drawn for a word by the key of its entry (``word-feeling-happy``); None for any other key."""
    for field, words in VOCABULARY.items():
        for word in words:
            if key == f"word-{word.group}-{word}":
                group = _group(field)
                wide, high = _LARGE if group.scenes else _SMALL
                shapes = _fitted(group.drawn(word, measure), wide - 14, high - 14, group.most)
                return drawing(moved(shapes, placing(wide / 2, high - 7)), wide, high)
    return None


def _left(  # noqa: PLR0917
    text: str, x: float, y: float, size: float, measure: Measure, weight: int = 500
) -> Words:
    wide = measure(text) * size * (1.05 if weight > 500 else 1.0)
    # Another typeface may be wider, and words are set about their middle: a little air keeps their beginning whole.
    return Words(x + wide * 0.56, y, text, size, wide, weight)


def _caption(  # noqa: PLR0917
    word: str, meaning: str, x: float, y: float, widest: float, measure: Measure
) -> Iterator[Ink]:
    for at, (text, weight) in enumerate(((word, 600), (meaning if meaning != word.replace("-", " ") else "", 400))):
        size = min(15.0, 15.0 * widest / max(measure(text) * 16, 1))
        if text:
            yield Words(x, y + at * 17, text, size, measure(text) * size * 1.05, weight)


def _fitted(shapes: list[Ink], wide: float, high: float, most: float) -> list[Ink]:
    """Return shapes with their foot at 0, 0, no larger than a cell nor than a scale, so that all are alike."""
    left, top, right, low = bounds(shapes)
    scale = min(wide / (right - left), high / (low - top), most)
    return moved(shapes, placing(-(left + right) / 2 * scale, -low * scale, scale))


def _looks(**looks: Any) -> Callable[[Any, Measure], list[Ink]]:
    """Return how one thing about looks is drawn: on the same grown-up, or the one it is about."""
    field = looks.pop("field")

    def drawn(word: Any, _: Measure) -> list[Ink]:
        told = {"top": "teal", **looks, field: word}
        age = told.get("age", Stature.ADULT)
        return figure(person(told, age, None, 0), Stance()).shapes

    return drawn


def _feeling(word: Feeling, _: Measure) -> list[Ink]:
    return figure(_CHILD, Stance(FEELINGS[word])).shapes


def _held(word: Held, _: Measure) -> list[Ink]:
    return figure(_OTHER, Stance(NEUTRAL, held=word)).shapes


def _thing(word: Thing, _: Measure) -> list[Ink]:
    return moved(HUNG[word]() if word in HUNG else _standing(word), placing())


def _standing(word: Thing) -> Iterable[Ink]:
    units = things([word])
    return units[0].shapes if units else SMALL[word]()


def _framed(scene: Described, measure: Measure) -> list[Ink]:
    frame = box(0, 0, 600, 400, "", 16, width=4)
    return [Window(frame, tuple(pictured(scene, measure))), frame]


def _place(word: Place, measure: Measure) -> list[Ink]:
    return _framed(Described(place=word), measure)


def _doing(word: Doing, measure: Measure) -> list[Ink]:
    first = replace(_BOTH[0], does=word, partner=1 if word in _TOUCH else None)
    other = replace(_BOTH[1], person=STRANGERS[Somebody.BABY]) if word is Doing.CARRYING else _BOTH[1]
    alone = word in (Doing.SLEEPING, Doing.IN_BED)
    return _framed(Described((replace(first, person=_CHILD),) if alone else (first, other)), measure)


def _happening(word: Happening, measure: Measure) -> list[Ink]:
    people: tuple[Someone, ...] = (_BOTH[0], replace(_BOTH[0], person=STRANGERS[Somebody.FOSTER_CARER]), _BOTH[1])
    if word in (Happening.SLEEPING, Happening.CRYING, Happening.AROUND_ME):
        people = tuple(reversed(people))
    if word is Happening.PHONING:
        people = (_BOTH[1], replace(_BOTH[0], does=Doing.PHONING))
    return _framed(Described(people, Place.HOME, happens=word), measure)


_TOUCH: Final = {Doing.HUGGING, Doing.CARRYING, Doing.HOLDING_HANDS}
_BOTH: Final = (Someone(_OTHER, "A"), Someone(_CHILD, "B"))

_DRAWN: Final[Mapping[str, Group]] = {
    "feels": Group(_feeling),
    "place": Group(_place, scenes=True),
    "happens": Group(_happening, scenes=True),
    "does": Group(_doing, scenes=True),
    "things": Group(_thing, most=1.0),
    "holding": Group(_held),
    "other": Group(lambda word, _: figure(STRANGERS[word], Stance()).shapes),
    "hair_colour": Group(_looks(field="hair_colour", hair=Hair.WAVY)),
    "headwear": Group(_looks(field="headwear", headwear_colour="purple")),
    "dressed_as": Group(_looks(field="dressed_as", top=None)),
}


def _group(field: str) -> Group:
    """Return how the words of a field are drawn; most are shown on one and the same grown-up."""
    return _DRAWN.get(field) or Group(_looks(field=field))
