"""The closure letter: one to every child of the family, babies too; in Wales also the closure statement."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dystori_schemas.base import LocalText, Model, Several
from dystori_schemas.choices import HowFar
from dystori_schemas.common import Document, Helper, Oversight, Picture, Quote, Seen, Shared
from dystori_schemas.kinds import Kind, Part
from dystori_schemas.people import Contact
from dystori_schemas.plans import IfThen, Scale
from dystori_schemas.scalars import Date, PersonId


class Outcome(Model):
    """Something the child or family wanted, how far it came true, and the marks then and now."""

    wanted: LocalText = Field(description="What was wanted.")
    how_far: HowFar = Field(description="fully, partly or not-yet.")
    what_changed: LocalText | None = Field(None, description="What changed, and what made it change.")
    scale: Scale | None = Field(None, description="The marks at the start and at the end, both ends worded.")


class Remaining(Model):
    """A need that stays, and how it will be met without a plan."""

    need: LocalText = Field(description="The need.")
    met_by: LocalText = Field(description="The information, advice, prevention or help in the community that meets it.")


class ClosureStatement(Model):
    """The statutory statement when a Part 4 care and support plan is closed.

    Care and Support (Care Planning) (Wales) Regulations 2015 (WSI 2015/1335), regulation 6: the reasons for
    closing, how far the personal outcomes were achieved, and where needs remain, how they can be met.
    """

    closed_on: Date = Field(description="When the plan is closed.")
    plan_began: Date | None = Field(None, description="When the plan began.")
    reviewed_on: Date | None = Field(None, description="The review at which closing was agreed.")
    reasons: LocalText = Field(description="(a) The reasons for closing the plan.")
    outcomes: Several[Outcome] = Field(description="(b) How far each personal outcome was achieved.", min_length=1)
    remaining: Several[Remaining] = Field((), description="(c) Needs that remain, and how they can be met.")
    child_view: LocalText | None = Field(
        None, description="What the child thinks about closing, in the third person or in quotes."
    )
    family_view: LocalText | None = Field(None, description="What those with parental responsibility think.")
    decided_by: PersonId = Field(description="The manager who agreed.")
    decided_on: Date = Field(description="When the manager agreed.")


class ClosingChecks(Model):
    """What must exist beside the letter (Sandwell, *Concluding support*), for the file."""

    closing_visit: Date | None = Field(None, description="When the closing visit was.")
    seen: Seen | None = Field(None, description="Whether the child was seen at it, and alone.")
    last_meeting: Date | None = Field(None, description="The last meeting of the team around the family.")
    plan_shared_with: Several[PersonId] = Field((), description="Who has the plan that keeps things going.")
    parents_told_on: Date | None = Field(None, description="When parents were told.")
    agencies_told_on: Date | None = Field(None, description="When other agencies were told the fact and the reason.")
    oversight: Oversight | None = Field(None, description="What the manager thought and decided.")
    shared: Shared | None = Field(None, description="When the letter was shared with the child, or why not yet.")


class ClosureLetter(Document):
    """A letter to a child when the work ends: what was done, what changed, who helps now, goodbye."""

    kind: Literal["closure-letter"] = Field("closure-letter", description="closure-letter")
    last_day: Date = Field(description="The last day of the work.")
    why_we_met: LocalText = Field(description="Why the work began: short, true, blaming nobody.")
    what_we_did: LocalText = Field(description="What you did together.")
    memories: Several[LocalText] = Field((), description="What the writer remembers about the child.")
    you_did: Several[LocalText] = Field((), description="What the child did; their strengths.")
    adults_did: Several[LocalText] = Field((), description="What the grown-ups did.")
    changed: LocalText = Field(description="What has changed, and what is the same.")
    why_now: LocalText = Field(description="Why the work can end now: what was decided and why.")
    outcomes: Several[Outcome] = Field((), description="What was wanted, and how far it came true.")
    not_finished: LocalText | None = Field(None, description="What may still be hard.")
    quotes: Several[Quote] = Field((), description="What the child said about the work or its ending.")
    quote_reason: LocalText | None = Field(
        None, description="Why there are no words of the child: a baby, a view not given."
    )
    pictures: Several[Picture] = Field((), description="Something shared, a drawing, a certificate.")
    helpers: Several[Helper] = Field(description="Who helps now, what for, how to reach them.", min_length=1)
    safety: Several[IfThen] = Field((), description="The plan that stays: if … then …")
    come_back: Contact | None = Field(None, description="How to come back, where not the organisation's own number.")
    ending: LocalText = Field(description="Goodbye: warm and true, with no promise that cannot be kept.")
    statement: ClosureStatement | None = Field(
        None, description="Wales: the statement when a care and support plan is closed."
    )
    file: ClosingChecks = Field(ClosingChecks(), description="What must exist beside the letter.")


KIND = Kind(
    "closure-letter",
    ClosureLetter,
    (
        Part("letter", reader="child", per="child", both="columns"),
        Part("file-strip", reader="file", both="back-to-back"),
        Part("statement", reader="file", both="back-to-back", nations=frozenset({"wales"}), needs="statement"),
    ),
    carries=(("helpers", "helpers"),),
)
