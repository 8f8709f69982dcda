"""The report to a conference: each child's story and voice first, then what is known, by whom, and what it means."""

from __future__ import annotations

from pydantic import Field, ValidationInfo, field_validator, model_validator

from dystori_schemas.base import LocalText, Model, Several
from dystori_schemas.choices import Setting, Tool
from dystori_schemas.common import Observation, Oversight, Picture, Quote, Statement, View
from dystori_schemas.conference.plan import PlanRow
from dystori_schemas.direct_work import Charted
from dystori_schemas.plans import Action, SafetyGoal, Scale, Worry
from dystori_schemas.scalars import ChildId, Date, Id, PersonId, YesNo, fault


def said_by(quotes: tuple[Quote, ...], info: ValidationInfo) -> tuple[Quote, ...]:
    """Return quotes whose speaker is the child of their section, where they name nobody."""
    child = info.data.get("child")
    return tuple(quote if quote.by or not child else quote.model_copy(update={"by": child}) for quote in quotes)


class Sighting(Model):
    """A day on which a child was seen; not alone needs a reason."""

    on: Date = Field(description="The day, as 2026-11-12.")
    seen_by: PersonId = Field(description="Who saw the child.")
    where: Setting = Field(description="The kind of place, from the list.")
    alone: YesNo = Field(description="yes or no.")
    why_not: LocalText | None = Field(None, description="Why the child was not seen alone.")

    @model_validator(mode="after")
    def _reason(self) -> Sighting:
        if not self.alone and self.why_not is None:
            raise fault("seen_reason")
        return self


class ChildSection(Charted):
    """One child's own section: nobody else's words or needs stand in it (Sunderland, Standard 5)."""

    id: Id | None = Field(None, description="A short name, for the withheld list.")
    child: ChildId = Field(description="Whose section it is.")
    due_on: Date | None = Field(None, description="The day a baby is expected, before the birth.")
    lives: LocalText | None = Field(None, description="Where and with whom the child lives.")
    school: LocalText | None = Field(None, description="School or nursery.")
    health: LocalText | None = Field(None, description="Health, and who the family doctor is.")
    identity: LocalText | None = Field(None, description="Language, culture, faith, disability: who the child is.")
    advocate: LocalText | None = Field(None, description="Whether an advocate was offered, and what the child said.")
    quotes: Several[Quote] = Field((), description="The child’s exact words.")
    showed: Several[Observation] = Field((), description="What the child showed by play, movement, symbol or silence.")
    no_words: LocalText | None = Field(None, description="Why there are no words: not yet born, a view not given.")
    wishes: Several[LocalText] = Field((), description="What the child wants to be different.")
    tool: Tool | None = Field(None, description="The tool of the direct work, from the list.")
    direct_work: LocalText | None = Field(None, description="What the child and the worker did together.")
    pictures: Several[Picture] = Field((), description="The child’s drawings and other direct work.")
    daily_life: LocalText = Field(description="What an ordinary day and night are like for the child.")
    impact: LocalText = Field(description="What the worries have done to the child, and could do.")
    needs: Several[LocalText] = Field((), description="What the child needs.")
    seen: Several[Sighting] = Field((), description="When the child was seen, by whom, and whether alone.")

    _whose = field_validator("quotes")(said_by)

    @model_validator(mode="after")
    def _has_a_voice(self) -> ChildSection:
        if not self.quotes and not self.showed and self.no_words is None:
            raise fault("voice_missing")
        return self


class Relative(Model):
    """Somebody of the household, family or network, those who live elsewhere or cannot be reached among them."""

    who: PersonId = Field(description="Who.")
    lives: LocalText | None = Field(None, description="Where they live.")
    responsibility: YesNo | None = Field(None, description="Whether they have parental responsibility.")
    part: LocalText = Field(description="Their part in the children’s lives.")
    unavailable: LocalText | None = Field(None, description="Why they could not take part, and how they were tried.")


class Concern(Model):
    """A worry of today in full: how often, how long, how bad, when last, the worst time, the impact."""

    about: LocalText = Field(description="What happens, plainly.")
    children: Several[ChildId] = Field((), description="Which children, where not all.")
    how_often: LocalText | None = Field(None, description="How often.")
    how_long: LocalText | None = Field(None, description="Over how long.")
    how_bad: LocalText | None = Field(None, description="How bad it is.")
    last_time: LocalText | None = Field(None, description="When it last happened.")
    worst_time: LocalText | None = Field(None, description="The worst time.")
    impact: LocalText = Field(description="What it does to the child.")


class Risk(Model):
    """Current, historical, complicating, protecting (Sunderland, Standard 1)."""

    current: Several[Concern] = Field(description="What the worries are today.", min_length=1)
    historical: Several[LocalText] = Field((), description="What happened before.")
    complicating: Several[LocalText] = Field((), description="What makes it harder to be safe.")
    protecting: Several[LocalText] = Field((), description="What keeps the children safe.")
    enough: LocalText | None = Field(None, description="Whether what protects is enough, and why.")


class Contribution(Model):
    """What one agency says, owned by the practitioner who says it; fact and opinion told apart."""

    by: PersonId = Field(description="Whose contribution it is.")
    on: Date | None = Field(None, description="The date of their own report.")
    family_told: YesNo | None = Field(None, description="Whether the family knows what it says.")
    medical: YesNo = Field(False, description="yes: a medical report; the file keeps it, and no copy goes out with it.")
    statements: Several[Statement] = Field(description="Fact or opinion, and its weight.", min_length=1)


class Event(Model):
    """A line of the chronology, with what it did to the child beside it."""

    on: Date = Field(description="The day.")
    event: LocalText = Field(description="What happened.")
    source: LocalText = Field(description="Where that is known from.")
    impact: LocalText = Field(description="What it meant for the child.")


class ReportShared(Model):
    """When somebody of the family read the report before the conference; or why not."""

    with_: PersonId = Field(alias="with", description="Who.")
    on: Date | None = Field(None, description="When.")
    how: LocalText | None = Field(None, description="How: read together at home, with an interpreter.")
    said: LocalText | None = Field(None, description="What they said or wanted changed.")
    why_not: LocalText | None = Field(None, description="Why it was not shared.")

    @model_validator(mode="after")
    def _reason(self) -> ReportShared:
        if self.on is None and self.why_not is None:
            raise fault("shared_reason")
        return self


class Report(Model):
    """The social worker’s report to a conference."""

    on: Date = Field(description="The date of the report.")
    story: LocalText = Field(description="The children’s story: what life has been like, so that all begin with them.")
    reason: LocalText = Field(description="Why there is a conference.")
    enquiries: LocalText | None = Field(None, description="What the section 47 enquiries found.")
    sources: Several[LocalText] = Field((), description="Who and what this report rests on.")
    children: Several[ChildSection] = Field(description="A section for each child.", min_length=1)
    family: Several[Relative] = Field((), description="Household, family and network; parents who live elsewhere too.")
    family_picture: Picture | None = Field(None, description="The family tree.")
    working_well: Several[LocalText] = Field((), description="What is working well.")
    risk: Risk = Field(description="What the worries are, in four parts.")
    dangers: Several[Worry] = Field((), description="Danger statements: who worries about what, if nothing changes.")
    goals: Several[SafetyGoal] = Field((), description="A safety goal for each, and what must be seen.")
    scales: Several[Scale] = Field((), description="Questions from 0 to 10, a mark for each person.")
    quotes: Several[Quote] = Field((), description="Parents’ and family’s exact words.")
    views: Several[View] = Field((), description="What parents and family think.")
    contributions: Several[Contribution] = Field((), description="What each agency says.")
    chronology: Several[Event] = Field((), description="What happened when, the earliest first.")
    parenting: LocalText | None = Field(None, description="How far the parents can meet the children’s needs.")
    circumstances: LocalText | None = Field(None, description="Home, money, work, health: what bears on the family.")
    unknown: Several[Action] = Field((), description="What more must be known; who finds out by when.")
    analysis: LocalText = Field(description="What all this means.")
    draft_plan: Several[PlanRow] = Field((), description="A first plan to be talked through at the conference.")
    shared: Several[ReportShared] = Field((), description="Who of the family read this report, and when.")
    approved: Oversight | None = Field(None, description="The manager who approved it, and why.")

    @model_validator(mode="after")
    def _linked(self) -> Report:
        answered = {goal.worry for goal in self.goals}
        for danger in self.dangers:
            if danger.if_nothing_changes is None:
                raise fault("danger_statement")
            if danger.id is None or danger.id not in answered:
                raise fault("danger_goal")
        if any(quote.by is None for quote in self.quotes):
            raise fault("quote_by")
        return self
