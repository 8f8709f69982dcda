"""What a child and a worker make together, so that it can be drawn: houses, circles, ties and a story line.

Three Houses and the Safety House are asked for by Sandwell (*Child in need meetings*, *Child protection conference*),
a map of risky and protective contacts by the National Practice Framework (*Trusted Adults*), the same story as the
child saw it beside what happened by its *Child-inclusive* standard.
"""

from __future__ import annotations

from pydantic import Field, model_validator

from dystori_schemas.base import LocalText, Model, Several
from dystori_schemas.choices import Choice
from dystori_schemas.scalars import Date, PersonId, fault
from dystori_schemas.scenes import Feeling

#: More people than this around one child have no room for their names.
MOST_TIES = 12


class Bond(Choice):
    """What the tie between the child and somebody is like."""

    STRONG = "strong"
    THIN = "thin"
    HARD = "hard"
    BROKEN = "broken"


class Way(Choice):
    """Which way help goes along a tie."""

    TO_CHILD = "to-child"
    FROM_CHILD = "from-child"
    BOTH = "both"


class ThreeHouses(Model):
    """What the child put into the Three Houses, in the child's own words; the child may call the houses otherwise."""

    worries: Several[LocalText] = Field((), description="In the House of Worries.")
    good: Several[LocalText] = Field((), description="In the House of Good Things.")
    dreams: Several[LocalText] = Field((), description="In the House of Dreams.")


class SafetyHouse(Model):
    """What the child put into the Safety House: how home is when it is safe, in the child's own words."""

    rules: Several[LocalText] = Field((), description="On the roof: the rules of the house.")
    inside: Several[LocalText] = Field((), description="Inside: who lives there, and what they do so that it is safe.")
    visits: Several[LocalText] = Field((), description="In the garden: who comes to see you, and what they do.")
    outside: Several[LocalText] = Field((), description="Outside the fence: who or what must stay away.")
    path: Several[LocalText] = Field((), description="On the path: what has to happen on the way there.")


class Near(Model):
    """Somebody around the child: of this case, or a person, a group or a place in words."""

    who: PersonId | None = Field(None, description="Somebody of this case.")
    name: LocalText | None = Field(None, description="Or a person, a group or a place in words: football, chapel.")

    @model_validator(mode="after")
    def _somebody(self) -> Near:
        if (self.who is None) == (self.name is None):
            raise fault("helper_who")
        return self


class Bound(Near):
    """Somebody around the child, and what the tie between them is like."""

    bond: Bond = Field(description="strong, thin, hard (it hurts or frightens) or broken.")
    help: Way | None = Field(None, description="Which way help goes: to-child, from-child or both.")


class SafetyCircles(Model):
    """The child's safety circles: who knows what has happened, and so can help."""

    inner: Several[Near] = Field((), description="In the inner circle: who knows all of it.")
    middle: Several[Near] = Field((), description="In the middle circle: who knows some of it.")
    outer: Several[Near] = Field((), description="In the outer circle: who does not know yet.")


class Moment(Model):
    """Something that happened, and beside it what it was like for the child."""

    on: Date | None = Field(None, description="The day, as 2026-11-12.")
    when: LocalText | None = Field(None, description="Or when, in words: last summer.")
    happened: LocalText = Field(description="What happened.")
    felt: LocalText | None = Field(None, description="What it was like for the child, in the child's words.")
    feels: Feeling | None = Field(None, description="What the child felt, from the list: their face shows it.")

    @model_validator(mode="after")
    def _once(self) -> Moment:
        if self.on is not None and self.when is not None:
            raise fault("moment_when")
        return self


class Charted(Model):
    """What is drawn from direct work; each may be left out."""

    houses: ThreeHouses | None = Field(None, description="The child's words in the Three Houses, to be drawn.")
    safety_house: SafetyHouse | None = Field(None, description="The child's words in the Safety House, to be drawn.")
    ties: Several[Bound] = Field((), max_length=MOST_TIES, description="Who is around the child, and each tie.")
    circles: SafetyCircles | None = Field(None, description="The child's safety circles, to be drawn.")
    story_line: Several[Moment] = Field((), description="What happened, and what it was like, the earliest first.")

    @property
    def is_any(self) -> bool:
        """Return whether there is anything to be drawn."""
        return any(getattr(self, name) for name in Charted.model_fields)
