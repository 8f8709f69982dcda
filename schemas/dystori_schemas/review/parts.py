"""What a review is made of: who came, how the child took part, parts of life, outcomes, decisions.

Most things are said twice, by one person at one time: ``text`` for the record, and ``to_child`` for the letter.
"""

from __future__ import annotations

from pydantic import Field, model_validator

from dystori_schemas.base import LocalText, Model, Several
from dystori_schemas.choices import HowFar, Status
from dystori_schemas.common import Helper
from dystori_schemas.direct_work import Charted
from dystori_schemas.plans import Scale, Worry
from dystori_schemas.review.choices import (
    Attended,
    CheckKind,
    HomeKindHere,
    LastingPlan,
    LegalStatusHere,
    Participation,
    PlanResult,
    PrivateTalk,
    Topic,
)
from dystori_schemas.scalars import ChildId, Date, Nth, PersonId, Time, YesNo, fault


class Own(Model):
    """Something of one child: it never stands in another child's letter."""

    child: ChildId | None = Field(None, description="Whose it is, where the review is about more than one child.")


class Told(Own):
    """Something of the record that the letter also says, to the child."""

    to_child: LocalText | None = Field(None, description="What the letter says of it, to the child: You …")


class Point(Told):
    """One thing that was said, seen or wanted."""

    text: LocalText = Field(description="For the record.")


class ReviewWorry(Worry, Told):
    """A worry of one child, for the record and for the letter."""


class OwnHelper(Helper, Own):
    """Somebody who helps: everybody the review is about, or one child."""


class Work(Own, Charted):
    """What one child made with a worker before the review, to be drawn in the record and in the letter."""


class Attendance(Model):
    """Somebody who was asked: consulted, invited, came; and what became of those who did not."""

    who: PersonId = Field(description="Who.")
    consulted: YesNo = Field(False, description="yes: asked what they think before the review.")
    invited: YesNo = Field(False, description="yes: invited.")
    attended: Attended = Field(description="whole, part, apologies, absent or excluded.")
    note: LocalText | None = Field(None, description="The view they sent; why they did not come or were excluded.")


class Situation(Own):
    """The child's footing in law, and the home they have."""

    legal_status: LegalStatusHere | None = Field(None, description="On what footing of law, from the list.")
    legal_since: Date | None = Field(None, description="Since when.")
    legal_change: LocalText | None = Field(
        None, description="Whether a change of legal status should be sought, and why."
    )
    home: HomeKindHere | None = Field(None, description="The kind of home, from the list.")
    home_since: Date | None = Field(None, description="Since when the child has lived there.")
    carers: Several[PersonId] = Field((), description="Who looks after the child there.")


class TookPart(Told):
    """How one child took part in their review, and whether they were heard in private.

    Being there alone is not taking part (Wales Safeguarding Procedures, *Child Protection Conference*).
    """

    code: Participation | None = Field(None, description="The code, for the record: pn0 to pn7.")
    how: LocalText = Field(description="How the child took part, besides being there.")
    planned: LocalText | None = Field(None, description="Where, how and with whom the child wanted the review.")
    planned_on: Date | None = Field(None, description="When the child was asked.")
    private: PrivateTalk | None = Field(None, description="Whether the reviewing officer spoke with them in private.")
    private_on: Date | None = Field(None, description="When.")
    private_note: LocalText | None = Field(None, description="Why not, or where it was.")


class Visit(Own):
    """A day the child was seen since the last review."""

    on: Date = Field(description="The day.")
    by: PersonId = Field(description="Who saw the child.")
    alone: YesNo = Field(description="Whether the child was seen alone.")
    note: LocalText | None = Field(None, description="Why not alone, or why it was late.")


class Area(Point):
    """One part of the child's life."""

    topic: Topic = Field(description="Which part of life, from the list.")


class Check(Own):
    """Something with a date of its own: a health assessment, an education plan."""

    what: CheckKind = Field(description="What, from the list.")
    on: Date | None = Field(None, description="When it was last done.")
    up_to_date: YesNo = Field(description="Whether it is up to date.")
    before: YesNo | None = Field(None, description="Whether it was at the last review.")
    note: LocalText | None = Field(None, description="A result, or what is to be done about it.")


class Option(Model):
    """A way of growing up that was thought about (Sunderland, Practice Guide 7)."""

    plan: LastingPlan = Field(description="Which, from the list.")
    why: LocalText = Field(description="What speaks for it and against it.")


class Lasting(Point):
    """The plan for where the child will grow up; due by the second review."""

    plan: LastingPlan = Field(description="The plan, from the list.")
    considered: Several[Option] = Field((), description="What else was thought about, and why not.")


class ReturnHome(Point):
    """Whether the child could go home: considered at every review (Sandwell, *Children we care for*)."""

    considered: YesNo = Field(description="Whether it was considered.")


class ReviewedOutcome(Told):
    """Something wanted for the child, how far it has come true, and the marks then and now."""

    wanted: LocalText = Field(description="What is wanted for the child.")
    how_far: HowFar = Field(description="fully, partly or not-yet.")
    what_changed: LocalText | None = Field(None, description="What has changed, and what shows it.")
    still_needed: LocalText | None = Field(None, description="Whether the need is still there, and what meets it.")
    scale: Scale | None = Field(None, description="The marks then and now, both ends worded.")


class Result(Told):
    """What the review decided about the plan, and why (WSI 2015/1335: confirm, revise or close)."""

    plan: PlanResult = Field(description="confirm, revise, close, step-down or strategy-discussion.")
    reasons: LocalText = Field(description="The reasons.")


class Differs(Model):
    """Where a decision is not what the child wanted: kept with the decision (Cafcass Cymru, *Our Promise*)."""

    wanted: LocalText = Field(description="What the child wanted, to the child: You wanted …")
    why: LocalText = Field(description="Why it was decided otherwise, to the child.")


class Became(Model):
    """What became of a decision of the last review."""

    status: Status = Field(description="How far it has come.")
    done_on: Date | None = Field(None, description="When it was done.")
    why_not: LocalText | None = Field(None, description="Why it was not done, and what happens instead.")
    difference: LocalText | None = Field(None, description="What difference it made to the child.")
    to_child: LocalText | None = Field(None, description="What the letter says of it, to the child.")

    @model_validator(mode="after")
    def _reason(self) -> Became:
        if self.status is Status.NOT_DONE and self.why_not is None:
            raise fault("action_why_not")
        return self


class Decision(Told):
    """A decision: what, who, by when, how it will be known. At the next review it says what became of it.

    A responsible person is named in every one (WSI 2015/1818, regulation 42).
    """

    number: Nth = Field(description="Its number in this review.")
    what: LocalText = Field(description="What will be done, for the record.")
    who: Several[PersonId] = Field(description="Who does it.", min_length=1)
    who_else: LocalText | None = Field(None, description="Others who do it, in words.")
    by: Date | None = Field(None, description="The day it is to be done by.")
    by_words: LocalText | None = Field(None, description="Or when, in words: every Sunday, straight away.")
    how_known: LocalText | None = Field(None, description="How it will be known that it is done and helps.")
    differs: Differs | None = Field(None, description="Where it is not what the child wanted: what, and why.")
    became: Became | None = Field(None, description="At the next review: what became of it.")

    @model_validator(mode="after")
    def _one_time(self) -> Decision:
        if self.by is not None and self.by_words is not None:
            raise fault("action_when")
        return self


class OfficerView(Model):
    """What the reviewing officer thinks of the plan, and any concern they raise."""

    by: PersonId = Field(description="The reviewing officer.")
    says: LocalText = Field(description="Whether the plan is right for the child, and why.")
    concern: LocalText | None = Field(None, description="A concern raised, with whom, and what came of it.")
    to_child: LocalText | None = Field(None, description="What they will check, to the child: I will …")
    midway_on: Date | None = Field(None, description="When they look again, midway to the next review.")


class NextReview(Model):
    """When and where the next review is, and what the child chose about it."""

    on: Date = Field(description="The day.")
    starts: Time | None = Field(None, description="When it begins, as 16:30.")
    place: LocalText | None = Field(None, description="The place in words: at home, in the blue room at school.")
    chosen: LocalText | None = Field(None, description="What the child chose about it, for the record.")
    to_child: LocalText | None = Field(None, description="The same for the letter, and the choices that are open.")
