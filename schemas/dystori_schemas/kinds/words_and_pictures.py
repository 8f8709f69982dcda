"""The words-and-pictures plan: a story in frames, the safety plan it explains, and the history of its drafts.

Order and fields from ``real-documents`` section 4 (Susie Essex's short form, the long form for children who live
away from home); Sandwell, *Child Protection Conference* and *Evidence based*: what the worries are, and what the
adults are doing about them, are the two parts that no plan may lack.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dystori_schemas.base import LocalText, Model, Several
from dystori_schemas.choices import Choice
from dystori_schemas.common import Document, Helper, Picture, Shared, View
from dystori_schemas.kinds import Kind, Part
from dystori_schemas.plans import Action, IfThen, Worry
from dystori_schemas.scalars import ChildId, Date, Id, Nth, PersonId

_ONLY = "The one child who gets this. Without this field: every child of the plan."


class Topic(Choice):
    """What a frame is about, in the order in which a story is told."""

    BEGINNING = "beginning"
    WHO_IS_WORRIED = "who-is-worried"
    WORRY = "worry"
    WHAT_HAPPENED = "what-happened"
    WHAT_PEOPLE_SAY = "what-people-say"
    WHERE_YOU_LIVE = "where-you-live"
    WHAT_ADULTS_DO = "what-adults-do"
    YOUR_PART = "your-part"
    WHO_TO_TELL = "who-to-tell"
    NOT_YOUR_FAULT = "not-your-fault"
    NEXT = "next"


class StoryFrame(Model):
    """One frame: one idea, a picture or room to draw one, and one to three short sentences."""

    id: Id | None = Field(None, description="A short name, so that it can be kept back from somebody.")
    child: ChildId | None = Field(None, description=_ONLY)
    topic: Topic = Field(description="What the frame is about, from the list.")
    words: LocalText = Field(description="One to three short sentences; leave a line free between paragraphs.")
    picture: Picture | None = Field(
        None, description="The picture. Without this field: room for the child to draw one."
    )


class Ending(Model):
    """The last frame: true, and hopeful."""

    words: LocalText = Field(description="True and hopeful, with no promise that cannot be kept.")
    picture: Picture | None = Field(
        None, description="The picture. Without this field: room for the child to draw one."
    )


class Safety(Model):
    """A worry, what is done about it, when it is hardest, and what happens if it comes back."""

    child: ChildId | None = Field(None, description=_ONLY)
    worry: Worry = Field(description="The worry.")
    actions: Several[Action] = Field(description="What the adults do about it.", min_length=1)
    hardest: Several[LocalText] = Field((), description="The times and places where it is hardest (trigger times).")
    if_happens: Several[IfThen] = Field((), description="What everybody does if it happens: if … then …")


class OwnPart(Model):
    """Something a child can do; never a job that belongs to an adult."""

    child: ChildId | None = Field(None, description=_ONLY)
    can: LocalText = Field(description="What you can do.")


class NetworkMember(Helper):
    """Somebody the child can go to."""

    child: ChildId | None = Field(None, description=_ONLY)


class AgreedWords(Model):
    """A hard thing, and the words the family agreed on for it; the hard thing stands in the file only."""

    thing: LocalText = Field(description="The thing, as adults write it: alcohol misuse.")
    words: LocalText = Field(description="The words agreed for the child.")


class Disputed(Model):
    """Something that people do not agree about, for the file: who says what, and what the story does with it."""

    about: LocalText = Field(description="What they see differently.")
    views: Several[View] = Field(description="Who says what.", min_length=1)
    in_the_story: LocalText | None = Field(None, description="How the story puts it, or why it leaves it out.")


class Draft(Model):
    """One draft: who saw it, and what was changed after it."""

    number: Nth = Field(description="1, 2, 3 …")
    on: Date = Field(description="The day of the draft.")
    shown_to: Several[PersonId] = Field((), description="Who saw it.")
    changed: LocalText | None = Field(None, description="What was changed because of what they said.")


class Agreement(Model):
    """Somebody who stands behind the story; by name, or in words (the network)."""

    by: PersonId | None = Field(None, description="Somebody of this case.")
    others: LocalText | None = Field(None, description="Or others, in words: the network.")
    on: Date = Field(description="When they agreed.")
    comment: LocalText | None = Field(None, description="What they said about it, for the file.")


class ReadToChild(Shared):
    """When, where and with whom the story was read to a child, and what they said; or why not yet."""

    child: ChildId | None = Field(None, description="The child, where the plan is about several.")
    where: LocalText | None = Field(None, description="Where.")
    present: Several[PersonId] = Field((), description="Who was there.")


class WordsAndPictures(Document):
    """A words-and-pictures plan (Sandwell, Core Standard 7, *Child Protection Conference*, *Evidence based*)."""

    kind: Literal["words-and-pictures"] = Field("words-and-pictures", description="words-and-pictures")
    title: LocalText | None = Field(None, description="The title, where it is not *Mali’s story*.")
    purpose: LocalText = Field(description="Why the story is told now, for the file.")
    frames: Several[StoryFrame] = Field(description="The frames, in the order in which they are read.", min_length=1)
    ending: Ending = Field(description="The last frame.")
    safety: Several[Safety] = Field(description="The worries and what is done about each.", min_length=1)
    rules: Several[LocalText] = Field((), description="The rules everybody keeps at home.")
    your_part: Several[OwnPart] = Field((), description="What the child can do.")
    network: Several[NetworkMember] = Field(description="The people the child can go to.", min_length=1)
    next_step: LocalText | None = Field(None, description="What happens next.")
    review_on: Date | None = Field(None, description="When the plan is looked at again.")
    agreed_words: Several[AgreedWords] = Field((), description="Hard things, and the words agreed for them.")
    disputed: Several[Disputed] = Field((), description="What people see differently, for the file.")
    drafts: Several[Draft] = Field((), description="The drafts, the first one first.")
    agreements: Several[Agreement] = Field((), description="Who agreed to the story.")
    read_to_child: Several[ReadToChild] = Field((), description="When it was read to each child.")


KIND = Kind(
    "words-and-pictures",
    WordsAndPictures,
    (
        Part("storyboard", reader="child", per="child", both="blocks", both_early="facing", voice="story"),
        Part("safety-plan", reader="child", per="child", both="columns"),
        Part("file-strip", reader="file", both="back-to-back"),
    ),
    carries=(("network", "helpers"), ("network", "network")),
)
