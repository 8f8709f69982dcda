"""What every kind of document is made of: voices, statements, observations, pictures, who signs, who gets it."""

from __future__ import annotations

from pydantic import Field, model_validator

from dystori_schemas.base import LocalText, Model, Several, models
from dystori_schemas.choices import (
    Aspect,
    CopyKind,
    DraftOrFinal,
    Means,
    Nature,
    Role,
    Setting,
    Weight,
    WithheldReason,
)
from dystori_schemas.direct_work import Charted
from dystori_schemas.people import Contact
from dystori_schemas.scalars import (
    Audience,
    ChildId,
    Date,
    Id,
    LanguageCode,
    Languages,
    LinkId,
    Name,
    PersonId,
    PictureName,
    Reference,
    Text,
    Time,
    Town,
    YesNo,
    fault,
)
from dystori_schemas.scenes import Scene


class Quote(Model):
    """Somebody's exact words (Sunderland, Standard 10; National Practice Framework, *Eyes on the child*).

    A quote is a type and not text, so that it keeps its speech marks, colour and language in every format.
    """

    words: Text = Field(description="The exact words, uncorrected, without speech marks.")
    language: LanguageCode | None = Field(
        None, description="The language they were said in. Without this field: the document's."
    )
    by: PersonId | None = Field(None, description="Who said it. Without this field: the child the document is about.")
    to: PersonId | None = Field(None, description="Who heard it.")
    on: Date | None = Field(None, description="When, as 2026-11-12.")
    where: LocalText | None = Field(None, description="Where: in the car, at school.")
    how: LocalText | None = Field(None, description="How it was said: quietly, laughing, after a long think.")
    means: Means = Field(Means.SPOKEN, description="Spoken, signed, written, drawn, by symbols or by message.")
    translation: LocalText | None = Field(None, description="The words in other languages: {en: …}.")
    translated_by: PersonId | None = Field(None, description="Who translated or interpreted.")

    @model_validator(mode="after")
    def _translation_names_its_language(self) -> Quote:
        if self.translation and LocalText.AS_WRITTEN in self.translation.root:
            raise fault("translation_language")
        return self


class Statement(Model):
    """Something stated: fact or opinion, by whom or from where, and how much it bears."""

    says: LocalText = Field(description="What is stated.")
    nature: Nature = Field(description="fact or opinion.")
    by: PersonId | None = Field(None, description="Whose statement it is.")
    source: LocalText | None = Field(None, description="Where it comes from, when not a person of this case.")
    weight: Weight | None = Field(None, description="How much it bears: strong, some or little.")
    weight_why: LocalText | None = Field(None, description="Why it bears that much.")


class Observation(Model):
    """What was seen, and what the writer thinks it meant, kept apart."""

    saw: LocalText = Field(description="What was seen, without judging.")
    means: LocalText | None = Field(None, description="What the writer thinks it meant for the child.")
    aspect: Aspect | None = Field(None, description="What it is of: look, behave, interact, caregiver, surroundings.")


class View(Model):
    """What somebody who is not the child thinks, kept apart from what the child says (Sunderland, Standard 4)."""

    by: PersonId = Field(description="Whose view it is.")
    says: LocalText = Field(description="What they think.")


class Answer(Model):
    """A question the child asked, and the answer."""

    question: LocalText = Field(description="What the child asked.")
    answer: LocalText = Field(description="The true answer in words they can follow.")


class Picture(Model):
    """A picture: somebody's own, from a file, or a scene in plain terms that the house draws and puts into words."""

    file: PictureName | None = Field(None, description="A PNG or JPEG below the pictures folder.")
    scene: Scene | None = Field(None, description="Or what is to be drawn: where, who, what they feel and do.")
    alt: LocalText | None = Field(
        None,
        description="What it shows, enough to follow without seeing it; a scene that lacks it is put into words.",
    )
    caption: LocalText | None = Field(None, description="Words under the picture.")
    drawn_by: PersonId | None = Field(None, description="Whose own drawing or photograph it is; it is never cropped.")
    banner: YesNo = Field(False, description="yes: across the top of the letter.")

    @model_validator(mode="after")
    def _one_picture(self) -> Picture:
        if (self.file is None) == (self.scene is None):
            raise fault("picture_which")
        if self.file is not None and self.alt is None:
            raise fault("picture_words")
        return self


class Meeting(Model):
    """When and where something happened, and who was there."""

    on: Date = Field(description="The day, as 2026-11-12.")
    starts: Time | None = Field(None, description="When it began, as 15:30.")
    ends: Time | None = Field(None, description="When it ended, as 16:15.")
    setting: Setting | None = Field(None, description="The kind of place, from the list.")
    place: LocalText | None = Field(
        None,
        description="The place in words, as it stands after *we were*: at Mam-gu’s house, in the blue room at school.",
    )
    town: Town | None = Field(None, description="A town or county by its id in the place list (caerdydd).")
    present: Several[PersonId] = Field((), description="Who was there, besides the child and the writer.")
    others: Several[LocalText] = Field((), description="Others who were there, in words.")


class Seen(Model):
    """Whether the child was seen, and alone; an empty field with a reason is compliant, an empty field is not."""

    seen: YesNo = Field(description="yes or no.")
    alone: YesNo | None = Field(None, description="yes or no.")
    why_not: LocalText | None = Field(None, description="The reason, where the child was not seen or not seen alone.")
    manager_told_on: Date | None = Field(None, description="When this was talked through with a manager.")
    bedroom: YesNo | None = Field(None, description="Whether the bedroom was seen.")

    @model_validator(mode="after")
    def _reason(self) -> Seen:
        if (not self.seen or self.alone is False) and self.why_not is None:
            raise fault("seen_reason")
        return self


class Interpreted(Model):
    """An interpreter was used (Sunderland, Standard 10)."""

    by: PersonId = Field(description="Who interpreted.")
    language: LanguageCode = Field(description="The language they interpreted.")


class Helper(Model):
    """Somebody who helps the child: who, what for, how to reach them."""

    who: PersonId | None = Field(None, description="Somebody of this case.")
    name: LocalText | None = Field(None, description="A service or person in words, where not of this case.")
    what_for: LocalText = Field(description="What they help with.")
    how: LocalText | None = Field(None, description="How the child can reach them.")
    contact: Contact | None = Field(None, description="Their number or address.")

    @model_validator(mode="after")
    def _somebody(self) -> Helper:
        if (self.who is None) == (self.name is None):
            raise fault("helper_who")
        return self


class SignOff(Model):
    """Who signs: their name and job in each language come from ``people`` unless given here."""

    by: PersonId = Field(description="Who signs.")
    name: LocalText | None = Field(None, description="Their name as signed, in each language where it differs.")
    job: LocalText | None = Field(None, description="Their job as signed, in each language.")


class Copy(Model):
    """One line of the distribution list."""

    to: PersonId | None = Field(None, description="Somebody of this case.")
    role: Role | None = Field(None, description="Or a role.")
    copy_: CopyKind = Field(CopyKind.FULL, alias="copy", description="full or part.")
    languages: Languages | None = Field(
        None, description="The language of their copy, where not their own choice: cy, en, or both as cy+en."
    )
    part: Id | None = Field(
        None, description="Which part they get; a child's letter goes to somebody else only when it is named: letter."
    )
    on: Date | None = Field(None, description="The day it may go, not before.")

    @model_validator(mode="after")
    def _somebody(self) -> Copy:
        if (self.to is None) == (self.role is None):
            raise fault("copy_to")
        return self


class ToldInPerson(Model):
    """News that somebody hears from a person before they read it."""

    to: PersonId = Field(description="Who is told.")
    by: PersonId | None = Field(None, description="Who tells them.")
    on: Date = Field(description="The day they are told; from then on their copy may go.")
    item: Name | None = Field(
        None, description="What the news is: an id or a path in this document; left out, the whole document."
    )
    wait: YesNo = Field(
        False, description="yes: their copy is not made before that day; otherwise it is, with a warning."
    )


class Shared(Model):
    """When and how the child saw what was written, and what they said; or why not yet."""

    on: Date | None = Field(None, description="When it was shared.")
    how: LocalText | None = Field(None, description="How: read together, posted, read aloud.")
    said: LocalText | None = Field(None, description="What the child said or changed.")
    why_not: LocalText | None = Field(None, description="Why it has not been shared yet.")
    planned_on: Date | None = Field(None, description="When it will be.")

    @model_validator(mode="after")
    def _shared_or_reason(self) -> Shared:
        if self.on is None and self.why_not is None:
            raise fault("shared_reason")
        return self


class Oversight(Model):
    """What the manager thought and decided."""

    by: PersonId = Field(description="The manager.")
    on: Date = Field(description="When.")
    says: LocalText = Field(description="What they thought and decided, and why.")


class Withheld(Model):
    """Something kept back from somebody, why, who decided, and when it is looked at again.

    Wales Safeguarding Procedures, Section 3 Part 1: kept to a minimum, with a clear rationale.
    """

    item: Name | None = Field(None, description="An id, or a path in this file such as documents.0.worries.1.")
    sentence: Text | None = Field(None, description="Or an exact paragraph or sentence, wherever it stands.")
    from_: Several[Audience] = Field(
        alias="from",
        min_length=1,
        description="Ids of people, or a kind of reader: child, family, practitioner, other.",
    )
    reason: WithheldReason = Field(description="Why, from the list.")
    because: LocalText = Field(description="Why, in words, for the file.")
    decided_by: PersonId = Field(description="Who decided.")
    decided_on: Date | None = Field(None, description="When it was decided.")
    review_on: Date = Field(description="When it is looked at again.")
    mentioned: YesNo = Field(
        False,
        description="yes: a copy without it says that something was kept back, and not what. "
        "Without this field: it says nothing.",
    )

    @model_validator(mode="after")
    def _one_thing(self) -> Withheld:
        if (self.item is None) == (self.sentence is None):
            raise fault("withheld_what")
        return self


class Waived(Model):
    """A practice rule that this case sets aside: why, and who decided. The check still shows it."""

    rule: Id = Field(description="The id of the rule, as dystori check --rules lists it.")
    document: LinkId | None = Field(
        None, description="The id of the one document it holds for. Without this field: the whole case."
    )
    because: LocalText = Field(description="Why, for the file.")
    decided_by: PersonId = Field(description="Who decided.")
    decided_on: Date | None = Field(None, description="When it was decided.")


class Document(Model):
    """What documents of every kind have."""

    kind: str = Field(description="The kind of document.")
    id: Id = Field(description="A short name for this document, used in this file only.")
    about: Several[ChildId] = Field(
        description="The child or children it is about and, as a rule, written to.", min_length=1
    )
    together: YesNo = Field(False, description="yes: one text to all the children, instead of one each.")
    date: Date = Field(description="The date of the document, as 2026-11-22.")
    written_in: LanguageCode = Field(description="The language of free text that does not say its own.")
    status: DraftOrFinal = Field(DraftOrFinal.FINAL, description="draft or final.")
    reference: Reference | None = Field(None, description="This document's own reference, where it has one.")
    signed: SignOff = Field(description="Who signs.")
    not_your_fault: YesNo = Field(
        True,
        description="no: leave out *None of this is your fault*, where nobody could think it was (a noisy kitchen).",
    )
    copies: Several[Copy] = Field((), description="The distribution list: who gets which copy.")
    told_in_person: Several[ToldInPerson] = Field(
        (), description="Who hears of this document, or of something in it, from a person before they read it."
    )

    @model_validator(mode="after")
    def _quotes_say_whose(self) -> Document:
        quotes = getattr(self, "quotes", ())
        if len(self.about) > 1 and any(quote.by is None for quote in quotes):
            raise fault("quote_by")
        return self

    @model_validator(mode="after")
    def _work_says_whose(self) -> Document:
        # What one child drew and said is in no letter to a brother or sister.
        if len(self.about) > 1 and not self.together:
            work = [one for _, one in models(self) if isinstance(one, Charted) and one.is_any]
            if any(getattr(one, "child", None) is None for one in work):
                raise fault("work_child")
        return self
