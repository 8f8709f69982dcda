"""The review record, and the letter to each child after the review: one set of data, two voices."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dystori_schemas.base import LocalText, Several
from dystori_schemas.common import Document, Interpreted, Meeting, Oversight, Picture, Quote, Shared, View
from dystori_schemas.kinds import Kind, Part
from dystori_schemas.review.choices import ReviewKindHere
from dystori_schemas.review.parts import (
    Area,
    Attendance,
    Check,
    Decision,
    Lasting,
    NextReview,
    OfficerView,
    OwnHelper,
    Point,
    Result,
    ReturnHome,
    ReviewedOutcome,
    ReviewWorry,
    Situation,
    TookPart,
    Visit,
    Work,
)
from dystori_schemas.scalars import Date, LanguageCode, Nth, PersonId


class ReviewRecord(Document):
    """A review of a child's plan: looked after, child protection, in need, care and support, pathway.

    A letter goes to the child after every review (Sandwell, *Independent Chairs*); the record is for the file.
    """

    kind: Literal["review-record"] = Field("review-record", description="review-record")
    review: ReviewKindHere = Field(description="What is reviewed, from the list.")
    number: Nth | None = Field(None, description="Which review it is: 1 for the first.")
    meetings: Several[Meeting] = Field(description="The meeting, or each of the series.", min_length=1)
    language: LanguageCode | None = Field(None, description="The language the review was held in.")
    interpreted: Interpreted | None = Field(None, description="The interpreter, where there was one.")
    chaired_by: PersonId | None = Field(None, description="Who chaired: the child may.")
    last_review: Date | None = Field(None, description="When the last review was.")
    people: Several[Attendance] = Field((), description="Who was consulted, who was invited, who came.")
    situation: Several[Situation] = Field((), description="Footing in law, and home.")
    stories: Several[Point] = Field((), description="The child's story, which a child protection review begins with.")
    took_part: Several[TookPart] = Field(description="How each child took part.", min_length=1)
    quotes: Several[Quote] = Field((), description="What the child said, in their exact words.")
    direct_work: Several[Work] = Field((), description="What each child made with a worker, to be drawn.")
    wishes: Several[Point] = Field((), description="What the child wants.")
    visits: Several[Visit] = Field((), description="The days the child was seen since the last review.")
    parents_views: Several[View] = Field((), description="What parents think.")
    carers_views: Several[View] = Field((), description="What carers think, kept apart from the child's words.")
    others_views: Several[View] = Field((), description="What others think: school, health, family.")
    changes: LocalText | None = Field(None, description="What has changed since the last review.")
    summary: LocalText | None = Field(None, description="What was talked about.")
    last_decisions: Several[Decision] = Field((), description="The decisions of the last review: done or not, and why.")
    going_well: Several[Point] = Field((), description="What is going well.")
    worries: Several[ReviewWorry] = Field((), description="What people are worried about.")
    areas: Several[Area] = Field((), description="The parts of the child's life, one by one.")
    checks: Several[Check] = Field((), description="What has a date of its own: health, education.")
    permanence: Several[Lasting] = Field((), description="Where the child will grow up; due by the second review.")
    return_home: Several[ReturnHome] = Field((), description="Whether the child could go home.")
    outcomes: Several[ReviewedOutcome] = Field((), description="What is wanted for the child, and how far it has come.")
    results: Several[Result] = Field((), description="What the review decided about the plan.")
    decisions: Several[Decision] = Field(description="What was decided.", min_length=1)
    story_next: LocalText | None = Field(
        None, description="The words-and-pictures plan that follows: who makes it, by when; or why there is none."
    )
    officer: OfficerView | None = Field(None, description="The reviewing officer's view.")
    next_review: NextReview | None = Field(None, description="The next review, and the child's choices about it.")
    pictures: Several[Picture] = Field((), description="The child's drawings or other pictures, for the letter.")
    helpers: Several[OwnHelper] = Field((), description="Who the child can talk to.")
    ending: LocalText | None = Field(None, description="A last warm and true sentence of the letter.")
    manager: Oversight | None = Field(None, description="What the manager says to the decisions.")
    shared: Shared | None = Field(None, description="When the letter was shared with the child, or why not yet.")


KIND = Kind(
    "review-record",
    ReviewRecord,
    (
        Part("letter", reader="child", per="child", both="columns"),
        Part("record", reader="file", both="back-to-back", voice="report"),
    ),
    carries=(("last_decisions", "decisions"), ("helpers", "helpers")),
)
