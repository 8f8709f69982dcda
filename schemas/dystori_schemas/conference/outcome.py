"""What came out of a conference: who was there, a decision for each child with its evidence, and the plan."""

from __future__ import annotations

from pydantic import Field, ValidationInfo, field_validator, model_validator

from dystori_schemas.base import LocalText, Model, Several
from dystori_schemas.choices import Nation
from dystori_schemas.common import Helper, Quote, View
from dystori_schemas.conference.choices import ON_A_PLAN, Attendance, ConferenceDecision, HarmCategory
from dystori_schemas.conference.plan import PlanRow
from dystori_schemas.conference.report import said_by
from dystori_schemas.plans import Action, IfThen, Scale
from dystori_schemas.scalars import ChildId, Date, Id, PersonId, YesNo, fault


class Invited(Model):
    """Somebody who was invited, whether they were there, and their report."""

    who: PersonId | None = Field(None, description="Somebody of this case.")
    name: LocalText | None = Field(None, description="Or a person or agency in words.")
    attendance: Attendance = Field(description="attended, in-part, apologies, no-answer or excluded.")
    why: LocalText | None = Field(None, description="Which part; or why they were excluded or not there.")
    report: YesNo | None = Field(None, description="Whether they sent a report.")
    report_seen: YesNo | None = Field(None, description="Whether the parents saw it beforehand.")

    @model_validator(mode="after")
    def _whole(self) -> Invited:
        if (self.who is None) == (self.name is None):
            raise fault("helper_who")
        if self.attendance in (Attendance.EXCLUDED, Attendance.IN_PART) and self.why is None:
            raise fault("attendance_reason")
        return self


class Limb(Model):
    """One of the two questions a conference answers for a child, and the evidence for the answer."""

    holds: YesNo = Field(description="yes or no.")
    evidence: LocalText = Field(description="The evidence.")


class LetterToChild(Model):
    """What the chair writes to one child, besides what the outcome itself holds."""

    you_told: LocalText | None = Field(None, description="How the meeting heard the child: who spoke, who read out.")
    quotes: Several[Quote] = Field((), description="The child’s words that the meeting heard.")
    going_well: Several[LocalText] = Field((), description="What is going well.")
    worries: Several[LocalText] = Field((), description="What people worry about, plainly and kindly.")
    why: LocalText = Field(description="Why it was decided, to the child.")
    actions: Several[Action] = Field((), description="What happens, who does it, when: written as you.")
    helpers: Several[Helper] = Field((), description="Who can speak for the child, and whom they can talk to.")
    ending: LocalText | None = Field(None, description="A last warm and true sentence.")


class ChildDecision(Model):
    """The decision for one child: the two limbs, the categories, the plan, and the letter that tells them."""

    id: Id | None = Field(None, description="A short name, for the withheld list.")
    child: ChildId = Field(description="Whose decision it is.")
    decision: ConferenceDecision = Field(description="What was decided.")
    at_risk: Limb | None = Field(None, description="Is the child at continuing risk of significant harm?")
    needs_plan: Limb | None = Field(None, description="Does the child need a formal protection plan?")
    categories: Several[HarmCategory] = Field((), description="The categories of harm; several may stand together.")
    reasons: LocalText = Field(description="Why.")
    views: Several[View] = Field((), description="What each agency thought.")
    agreed: YesNo | None = Field(None, description="Whether all agreed.")
    dissent: Several[View] = Field((), description="Who did not agree, and why.")
    co_ordinator: PersonId | None = Field(None, description="Who co-ordinates the plan: a registered social worker.")
    visits: LocalText | None = Field(None, description="How often the child will be seen.")
    plan: Several[PlanRow] = Field((), description="The plan.")
    words_and_pictures: Action | None = Field(
        None, description="The words-and-pictures plan that comes next: who makes it with the family, by when."
    )
    contingency: Several[IfThen] = Field((), description="If the plan does not work: if … then …")
    told: LocalText = Field(description="How the child is told.")
    letter: LetterToChild = Field(description="The chair’s letter to the child.")

    @field_validator("categories")
    @classmethod
    def _of_the_nation(cls, found: tuple[HarmCategory, ...], info: ValidationInfo) -> tuple[HarmCategory, ...]:
        nation = (info.context or {}).get("nation")
        if HarmCategory.FINANCIAL in found and nation == Nation.ENGLAND:
            raise fault("category_nation")
        return found

    @field_validator("letter")
    @classmethod
    def _own_words(cls, letter: LetterToChild, info: ValidationInfo) -> LetterToChild:
        return letter.model_copy(update={"quotes": said_by(letter.quotes, info)})

    @model_validator(mode="after")
    def _whole(self) -> ChildDecision:
        limbs = (self.at_risk, self.needs_plan)
        if self.decision is ConferenceDecision.ADJOURNED:
            return self
        if None in limbs or all(limb.holds for limb in limbs if limb) != (self.decision in ON_A_PLAN):
            raise fault("decision_limbs")
        if (self.decision in ON_A_PLAN) != bool(self.categories):
            raise fault("decision_categories")
        if self.decision in ON_A_PLAN and (self.co_ordinator is None or not self.plan or not self.contingency):
            raise fault("decision_plan")
        return self


class Outcome(Model):
    """The chair’s record of what the conference heard and decided."""

    on: Date = Field(description="The date of the record.")
    record_by: PersonId | None = Field(None, description="Who took the record.")
    invited: Several[Invited] = Field(description="Everybody who was invited.", min_length=1)
    closed_part: LocalText | None = Field(None, description="Whether part of the meeting was closed, to whom and why.")
    summary: LocalText = Field(description="What was said, in short.")
    strengths: Several[LocalText] = Field((), description="What is working well.")
    risk: LocalText = Field(description="What the risk is.")
    family_views: Several[View] = Field((), description="What parents and family think.")
    scales: Several[Scale] = Field((), description="Questions from 0 to 10, a mark for each person.")
    decisions: Several[ChildDecision] = Field(description="A decision for each child.", min_length=1)
    core_group: Several[PersonId] = Field((), description="Who is in the core group.")
    core_group_on: Date | None = Field(None, description="When it first meets.")
    review_on: Date | None = Field(None, description="When the conference meets again.")
    unfinished: Several[Action] = Field((), description="What is still to finish; who does it by when.")
    legal_advice: LocalText | None = Field(None, description="Whether legal advice is needed.")
    parents_told: LocalText = Field(description="How the parents are told, those who were not there too.")
    corrections_by: Date | None = Field(None, description="The last day to ask for a correction.")

    @model_validator(mode="after")
    def _dates(self) -> Outcome:
        on_a_plan = any(one.decision in ON_A_PLAN for one in self.decisions)
        if on_a_plan and not (self.core_group and self.core_group_on and self.review_on):
            raise fault("core_group")
        return self
