"""A picture in words, for those who cannot see it: who is where, what happens, what each feels, holds and says.

Only keys of the catalogue ``pictures`` and places in the scene stand here; the language that says them knows the
words. Whoever is drawn is told of, and nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dystori.pictures.acts import doing, quarrelling
from dystori.pictures.described import Described
from dystori_schemas.scenes import Doing, Feeling, Happening, Held, Place, Stature

#: The people of a sentence by their places in the scene.
Group = tuple[int, ...]

#: Acts that are told of everybody who does them; the others are told as what happens, or by standing there.
_TOLD: Final = (
    Doing.SHOUTING, Doing.CRYING, Doing.SLEEPING, Doing.IN_BED, Doing.SITTING, Doing.WALKING, Doing.WAVING,
    Doing.PLAYING, Doing.PHONING, Doing.TALKING, Doing.LISTENING,
)  # fmt: skip
_HOUSES: Final = {Place.TWO_HOMES}


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence: the key of its entry, and who stands in it. ``words`` are those of this one's bubble."""

    key: str
    people: Group = ()
    others: Group = ()
    words: int | None = None


def tell(scene: Described) -> Iterator[Saying]:
    """Yield the sentences that tell a scene, in the order in which they are read."""
    everybody = tuple(range(len(scene.people)))
    sides = scene.happens is Happening.APART and len(everybody) > 1
    if scene.happens is Happening.AROUND_ME and len(everybody) > 1:
        yield Saying("around-me", everybody[:1], everybody[1:])
    elif sides or not everybody:
        yield Saying(f"seen-{scene.place or 'nowhere'}")
    else:
        yield Saying(f"at-{scene.place or 'nowhere'}", everybody)
    if scene.night:
        yield Saying("night")
    if sides:
        half = (len(everybody) + 1) // 2
        yield Saying("two-homes" if scene.place in _HOUSES else "apart", everybody[:half], everybody[half:])
    yield from _happening(scene, everybody)
    yield from _feelings(scene)
    for held in Held:
        for at in everybody:
            if scene.people[at].holding is held:
                yield Saying(f"holding-{held}", (at,))
    for at, one in enumerate(scene.people):
        if one.says or one.thinks:
            yield Saying("says" if one.says else "thinks", (at,), words=at)
    for thing in scene.things:
        yield Saying(f"thing-{thing}")


def _several(key: str, people: Group, others: Group = ()) -> Saying:
    """Return a sentence in the singular, or the one about several."""
    return Saying(f"{key}-several" if len(people) > 1 else key, people, others)


def _happening(scene: Described, everybody: Group) -> Iterator[Saying]:
    """Yield what happens, and then what anybody does besides."""
    told: set[int] = set()
    for saying in _together(scene, everybody):
        told |= set(saying.people) | set(saying.others)
        yield saying
    pair = quarrelling(scene)
    match scene.happens:
        case Happening.ARGUING if len(pair) == 2:
            told |= set(pair)
            yield Saying("arguing", pair)
        case Happening.HITTING if len(pair) == 2:
            told |= set(pair)
            yield Saying("hitting", pair[:1], pair[1:])
        case Happening.LEAVING | Happening.ARRIVING if everybody:
            told.add(0)
            yield Saying(str(scene.happens), (0,))
        case Happening.AROUND_ME if len(everybody) > 1:
            told |= set(everybody)
        case Happening.TIME_PASSING:
            yield Saying("time-passing")
    callers = tuple(at for at in everybody if doing(scene, at) is Doing.PHONING and at not in told)
    if len(callers) == 2:
        told |= set(callers)
        yield Saying("on-the-phone", callers[:1], callers[1:])
    for act in _TOLD:
        group = tuple(at for at in everybody if at not in told and doing(scene, at) is act)
        if group:
            told |= set(group)
            yield _several(f"does-{act}", group)


def _together(scene: Described, everybody: Group) -> Iterator[Saying]:
    """Yield who hugs, carries and holds whom, as they are drawn."""
    from dystori.pictures.pairs import chained, partner_of

    done: set[int] = set()
    for at in everybody:
        if at in done or scene.happens is Happening.AROUND_ME:
            continue
        other = partner_of(scene, at, done)
        run = chained(scene, at, everybody, done)
        if other is not None:
            done |= {at, other}
            who, whom = (other, at) if doing(scene, other) is Doing.CARRYING else (at, other)
            carried = doing(scene, who) is Doing.CARRYING and scene.people[whom].person.age in _CARRIED
            yield Saying("carrying", (who,), (whom,)) if carried else Saying("hugging", (at, other))
        elif len(run) > 1:
            done |= set(run)
            yield Saying("holding-hands", run)


_CARRIED: Final = {Stature.BABY, Stature.TODDLER}


def _feelings(scene: Described) -> Iterator[Saying]:
    for feeling in Feeling:
        group = tuple(at for at, one in enumerate(scene.people) if one.feels is feeling)
        if len(group) > 2 and len(group) == len(scene.people):
            yield Saying(f"feels-{feeling}-everybody")
        elif group:
            yield _several(f"feels-{feeling}", group)
