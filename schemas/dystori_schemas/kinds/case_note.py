"""The written-to-the-child case note: a letter to the child, and the strip for the file."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dystori_schemas.base import LocalText, Model, Several
from dystori_schemas.choices import Choice, Tool
from dystori_schemas.common import (
    Answer,
    Document,
    Helper,
    Interpreted,
    Meeting,
    Observation,
    Oversight,
    Picture,
    Quote,
    Seen,
    Shared,
    Statement,
    View,
)
from dystori_schemas.direct_work import Charted
from dystori_schemas.kinds import Kind, Part
from dystori_schemas.plans import Action, Missed, Scale, Worry
from dystori_schemas.scalars import Date, PersonId


class NoteType(Choice):
    """What the note is of."""

    VISIT = "visit"
    CALL = "call"
    MEETING = "meeting"
    OBSERVATION = "observation"
    DIRECT_WORK = "direct-work"
    MANAGEMENT_OVERSIGHT = "management-oversight"
    ALLOCATION = "allocation"


class DirectWork(Charted):
    """What the child and the worker did together, and with which tool."""

    tool: Tool | None = Field(None, description="The tool, from the list.")
    what: LocalText = Field(description="What you did together.")


class NextMeeting(Model):
    """When the child will see the worker again."""

    on: Date | None = Field(None, description="The day, as 2026-11-26.")
    words: LocalText | None = Field(None, description="Or more, in words: after school, at Mam-gu's.")


class FileStrip(Model):
    """What the file needs to know and the letter does not say."""

    purpose_and_plan: LocalText | None = Field(None, description="How this contact serves the assessment and the plan.")
    due_on: Date | None = Field(None, description="When this contact was due, where a rule says so.")
    why_late: LocalText | None = Field(None, description="Why it was outside its time.")
    written_on: Date | None = Field(None, description="When the note was written.")
    finalised_on: Date | None = Field(None, description="When it was finalised.")
    oversight: Oversight | None = Field(None, description="What the manager thought and decided.")
    shared: Shared | None = Field(None, description="When it was shared with the child, or why not yet.")


class CaseNote(Document):
    """A case note, written to the child (Sandwell, Core Standard 7; Sunderland, Standards 4 and 10)."""

    kind: Literal["case-note"] = Field("case-note", description="case-note")
    type: NoteType = Field(description="What the note is of.")
    meeting: Meeting = Field(description="When and where it was, and who was there.")
    purpose: LocalText = Field(description="Why it took place, to the child: I came because …")
    seen: Seen | None = Field(None, description="Whether the child was seen, and alone; else the reason.")
    interpreted: Interpreted | None = Field(None, description="The interpreter, where there was one.")
    observations: Several[Observation] = Field((), description="How the child was and what was seen, written as you.")
    daily_life: LocalText | None = Field(None, description="What daily life and home are like for the child.")
    quotes: Several[Quote] = Field((), description="What the child said, in their exact words.")
    showed: Several[Observation] = Field((), description="What the child showed by sign, symbol, movement or play.")
    direct_work: DirectWork | None = Field(None, description="What you did together.")
    pictures: Several[Picture] = Field((), description="The child's drawings or other pictures.")
    going_well: Several[LocalText] = Field((), description="What is going well.")
    worries: Several[Worry] = Field((), description="What adults are worried about.")
    wishes: Several[LocalText] = Field((), description="What the child wants to be different.")
    meaning: LocalText | None = Field(None, description="What the writer thinks this means for the child: I think …")
    scales: Several[Scale] = Field((), description="Questions from 0 to 10.")
    identity: LocalText | None = Field(
        None, description="What matters about who the child is: beliefs, culture, people."
    )
    trusted_adults: Several[PersonId] = Field((), description="The adults the child trusts.")
    carers_views: Several[View] = Field((), description="What carers think, kept apart from the child's words.")
    others_views: Several[View] = Field((), description="What other practitioners think.")
    statements: Several[Statement] = Field((), description="Facts and opinions for the file.")
    answers: Several[Answer] = Field((), description="The child's questions and the answers.")
    missed: Several[Missed] = Field((), description="What was planned and did not happen, why, and when it will.")
    actions: Several[Action] = Field((), description="What happens next: who does what by when.")
    next_meeting: NextMeeting | None = Field(None, description="When the child will see the worker again.")
    rights: LocalText | None = Field(None, description="What was said about rights, an advocate, complaints.")
    helpers: Several[Helper] = Field((), description="Who else the child can talk to.")
    ending: LocalText | None = Field(None, description="A last warm and true sentence.")
    file: FileStrip = Field(FileStrip(), description="The strip for the file.")


KIND = Kind(
    "case-note",
    CaseNote,
    (
        Part("letter", reader="child", per="child", both="columns"),
        Part("file-strip", reader="file", both="back-to-back"),
    ),
)
