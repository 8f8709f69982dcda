"""What a picture is to show, ready to be drawn: a scene of the case, its people with their looks and their words."""

from __future__ import annotations

from dataclasses import dataclass, field

from dystori.pictures.people import Person
from dystori_schemas.scenes import Doing, Feeling, Happening, Held, Place, Stature, Thing

#: Who is kept out of harm's way in a picture, and stands before the others.
_YOUNG = {Stature.BABY, Stature.TODDLER, Stature.CHILD, Stature.TEENAGER}


@dataclass(frozen=True)
class Someone:
    """Somebody in a scene; ``label`` is what the child calls them, ``partner`` whom they hug, carry or hold.

    ``says`` and ``thinks`` are a line for each language that the picture speaks.
    """

    person: Person
    label: str = field(repr=False)
    feels: Feeling | None = None
    does: Doing | None = None
    partner: int | None = None
    holding: Held | None = None
    says: str = field(default="", repr=False)
    thinks: str = field(default="", repr=False)

    @property
    def young(self) -> bool:
        """Return whether this is a child."""
        return self.person.age in _YOUNG


@dataclass(frozen=True)
class Described:
    """A scene in full: what is drawn, and nothing that this reader may not see."""

    people: tuple[Someone, ...] = ()
    place: Place | None = None
    night: bool = False
    happens: Happening | None = None
    things: tuple[Thing, ...] = ()
    #: For large print: bigger letters, stronger lines.
    large: bool = False
