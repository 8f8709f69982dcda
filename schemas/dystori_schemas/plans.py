"""Worries, dangers, goals, actions and scales: linked data, so that no plan row stands alone; the Three Houses."""

from __future__ import annotations

from pydantic import Field, model_validator

from dystori_schemas.base import LocalText, Model, Several
from dystori_schemas.choices import Status
from dystori_schemas.scalars import Date, Id, LinkId, PersonId, ZeroToTen, fault


class Worry(Model):
    """Something an adult is worried about; ``if_nothing_changes`` makes it a danger statement."""

    id: Id | None = Field(None, description="A short name, so that goals and actions can refer to it.")
    about: LocalText = Field(description="What the worry is, plainly; harm is named as what happened.")
    worried: Several[PersonId] = Field((), description="Who is worried.")
    if_nothing_changes: LocalText | None = Field(None, description="What could happen to the child if nothing changes.")


class SafetyGoal(Model):
    """What must be seen for the worry to be over (Sandwell, *Evidence based*)."""

    id: Id | None = Field(None, description="A short name, so that actions can refer to it.")
    worry: LinkId | None = Field(None, description="The id of the worry it answers.")
    goal: LocalText = Field(description="How things should be for the child.")
    must_see: Several[LocalText] = Field((), description="What must be seen, and for how long.")


class Action(Model):
    """Who will do what by when; and what became of it."""

    what: LocalText = Field(description="What will be done.")
    who: Several[PersonId] = Field((), description="Who does it.")
    who_else: LocalText | None = Field(None, description="Others who do it, in words.")
    by: Date | None = Field(None, description="The day it is to be done by.")
    by_words: LocalText | None = Field(None, description="Or when, in words: every Sunday, straight away.")
    goal: LinkId | None = Field(None, description="The id of the goal it serves.")
    status: Status = Field(Status.NOT_STARTED, description="How far it has come.")
    done_on: Date | None = Field(None, description="When it was done.")
    why_not: LocalText | None = Field(None, description="Why it was not done, and what happens instead.")

    @model_validator(mode="after")
    def _whole(self) -> Action:
        if self.by is not None and self.by_words is not None:
            raise fault("action_when")
        if self.status is Status.NOT_DONE and self.why_not is None:
            raise fault("action_why_not")
        return self


class Missed(Model):
    """Something planned that did not happen: why, and when it will (Sunderland, Standard 10)."""

    what: LocalText = Field(description="What did not happen.")
    why: LocalText = Field(description="Why not.")
    instead: LocalText | None = Field(None, description="What happens instead, or when it will happen.")


class ScaleMark(Model):
    """One person's mark on one day; a mark without both ends worded cannot exist.

    Scales run in both directions in use, so a number alone says nothing.
    """

    mark: ZeroToTen = Field(description="0 to 10.")
    by: PersonId = Field(description="Whose mark it is.")
    on: Date = Field(description="When.")
    because: LocalText | None = Field(None, description="Why this number.")


class Scale(Model):
    """A question from 0 to 10 with both ends worded, and the marks."""

    question: LocalText = Field(description="What is asked.")
    zero: LocalText = Field(description="What 0 means.")
    ten: LocalText = Field(description="What 10 means.")
    marks: Several[ScaleMark] = Field(description="The marks, the earliest first.", min_length=1)


class IfThen(Model):
    """A line of a safety plan that stays: if this happens, do that."""

    if_: LocalText = Field(alias="if", description="If this happens …")
    then: LocalText = Field(description="… do this.")
