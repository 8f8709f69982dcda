"""The child protection conference: the report to it, the outcome, and the chair’s letter to each child."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from dystori_schemas.base import LocalText, Model, Several
from dystori_schemas.choices import Nation
from dystori_schemas.common import Document, Interpreted
from dystori_schemas.conference.choices import ConferenceType
from dystori_schemas.conference.outcome import Outcome
from dystori_schemas.conference.report import Report
from dystori_schemas.kinds import Kind, Part
from dystori_schemas.scalars import ChildId, Date, LanguageCode, Nth, PersonId, Time, Town, fault


class Conference(Model):
    """When and where the conference is, of which kind, in which language, and who chairs it."""

    type: ConferenceType = Field(description="initial, review, pre-birth or transfer.")
    number: Nth | None = Field(None, description="Which review it is.")
    on: Date = Field(description="The day, as 2026-11-24.")
    starts: Time | None = Field(None, description="When it begins, as 10:00.")
    ends: Time | None = Field(None, description="When it ends, as 12:00.")
    place: LocalText | None = Field(None, description="Where, in words.")
    town: Town | None = Field(None, description="A town or county by its id in the place list.")
    chair: PersonId = Field(description="Who chairs it; the letters to the children are theirs.")
    language: LanguageCode = Field(description="The language it is held in.")
    interpreted: Interpreted | None = Field(None, description="The interpreter, where there is one.")
    strategy_on: Date | None = Field(None, description="When the strategy meeting was.")
    network_on: Date | None = Field(None, description="When the family's own network met, before the conference.")
    chair_met_on: Date | None = Field(None, description="When the chair met the children and family, before it.")
    core_groups_on: Several[Date] = Field((), description="At a review: when the core group met since.")
    together: LocalText | None = Field(None, description="Why one conference for several children is right.")


class PlanView(Model):
    """What the authority thinks about a plan for one child: England’s report states it."""

    child: ChildId = Field(description="Which child.")
    says: LocalText = Field(description="What the authority thinks about a plan, and why.")


#: The conferences at which a report in Wales cannot say what it thinks about registration
#: (Wales Safeguarding Procedures, Section 3 Part 2). A review may.
NO_VIEW_IN_WALES = (ConferenceType.INITIAL, ConferenceType.PRE_BIRTH)


class ConferenceReport(Document):
    """A conference about one child or several: what it was told and what it decided for each."""

    kind: Literal["conference-report"] = Field("conference-report", description="conference-report")
    conference: Conference = Field(description="The conference.")
    report: Report | None = Field(None, description="The report to it.")
    plan_views: Several[PlanView] = Field(
        (),
        description="England: what the authority thinks about a plan for each child. Wales: only at a review.",
        validate_default=True,
    )
    outcome: Outcome | None = Field(None, description="What came out of it.")

    @field_validator("together")
    @classmethod
    def _each_apart(cls, together: bool, info: ValidationInfo) -> bool:
        # A decision is one child's alone, and so is the letter that tells it.
        if together and len(info.data.get("about") or ()) > 1:
            raise fault("letters_apart")
        return together

    @field_validator("report")
    @classmethod
    def _section_each(cls, report: Report | None, info: ValidationInfo) -> Report | None:
        if report is not None:
            _one_each(info, (section.child for section in report.children), "section_each_child")
        return report

    @field_validator("plan_views")
    @classmethod
    def _by_nation(cls, views: tuple[PlanView, ...], info: ValidationInfo) -> tuple[PlanView, ...]:
        nation, conference = (info.context or {}).get("nation"), info.data.get("conference")
        if nation == Nation.WALES and views and conference and conference.type in NO_VIEW_IN_WALES:
            raise fault("wales_no_view")
        if views or (nation == Nation.ENGLAND and info.data.get("report")):
            _one_each(info, (view.child for view in views), "england_view")
        return views

    @field_validator("outcome")
    @classmethod
    def _decision_each(cls, outcome: Outcome | None, info: ValidationInfo) -> Outcome | None:
        if outcome is not None:
            _one_each(info, (one.child for one in outcome.decisions), "decision_each_child")
        return outcome


def _one_each(info: ValidationInfo, found: Iterable[ChildId], code: str) -> None:
    """Raise a fault with this code unless there is exactly one for each child the document is about."""
    about = info.data.get("about")
    if about is not None and sorted(found) != sorted(about):
        raise fault(code)


KIND = Kind(
    "conference-report",
    ConferenceReport,
    (
        Part("report", reader="file", both="back-to-back", voice="report", needs="report"),
        Part("outcome", reader="file", both="back-to-back", voice="report", needs="outcome"),
        Part("letter", reader="child", per="child", both="columns", needs="outcome"),
    ),
)
