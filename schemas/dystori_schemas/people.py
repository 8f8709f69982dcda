"""Who is in the case: children, family, practitioners, and the organisation that writes."""

from __future__ import annotations

from pydantic import Field, model_validator

from dystori_schemas.base import LocalText, Model, Several
from dystori_schemas.choices import FileFormat, Gender, Need, PersonKind, Presentation, Role, Stage
from dystori_schemas.scalars import (
    ChildId,
    Colour,
    Date,
    Email,
    Id,
    LanguageCode,
    Languages,
    Name,
    PersonId,
    Phone,
    PictureName,
    Register,
    Variant,
    WebAddress,
    YesNo,
    fault,
)
from dystori_schemas.scenes import Looks


class PersonLanguages(Model):
    """The languages somebody lives in, and the one they want letters in (Welsh Language Standards 1–7)."""

    speaks: Several[LanguageCode] = Field((), description="Languages they speak or sign, the strongest first.")
    reads: Several[LanguageCode] = Field((), description="Languages they read.")
    letters: Languages | None = Field(
        None, description="What they chose for letters: cy, en, or both as cy+en with the first read first."
    )
    asked_on: Date | None = Field(None, description="When they were asked which language they want.")


class Kin(Model):
    """Whose child and whose partner somebody is, and with whom they live: what a family tree is drawn from."""

    parents: Several[PersonId] = Field((), description="The parents they were born to.")
    adopted_by: Several[PersonId] = Field((), description="Who has adopted them.")
    fostered_by: Several[PersonId] = Field((), description="Who fosters them, family and friends too.")
    partner_of: Several[PersonId] = Field((), description="Their partner now.")
    parted_from: Several[PersonId] = Field((), description="Whom they were with and have left.")
    gender: Gender | None = Field(
        None, description="female, male or other: their sign in the tree, where their role does not tell it."
    )
    unborn: YesNo = Field(False, description="yes: a child who is not born yet.")
    died: YesNo = Field(False, description="yes: they have died.")
    household: Id | None = Field(None, description="The same short word for everybody who lives together.")


class Home(Model):
    """One of the homes of somebody who lives in two."""

    address: Several[Name] = Field(min_length=1, description="Its address, a line an item.")
    with_: Several[PersonId] = Field(
        (), alias="with", description="Who lives there with them; to others in the family the address is not given."
    )


class Person(Model):
    """Somebody in the case, once; everything else refers to them by id."""

    kind: PersonKind = Field(description="child, family, practitioner or other.")
    name: Name = Field(description="Full name, for the file.")
    known_as: Name | None = Field(None, description="The name they use; letters use this one.")
    former_names: Several[Name] = Field(
        (),
        description="Names they had before; no part prints them. "
        "A copy that keeps this person back is searched for them.",
    )
    child_calls: LocalText | None = Field(
        None, description="What the child calls them (Mam, Nain, Anti Jên), by language where it differs."
    )
    role: Role | None = Field(None, description="What they do for the child, from the list of roles.")
    job: LocalText | None = Field(None, description="Their job or place in the child's life, in words.")
    children: Several[ChildId] = Field(
        (),
        description="The children they are there for, where not all: their copy of a joint record holds only these.",
    )
    agency: LocalText | None = Field(None, description="Who they work for.")
    born: Date | None = Field(None, description="Date of birth, as 2019-03-14.")
    pronouns: LocalText | None = Field(None, description="Their pronouns in each language: {cy: nhw, en: they}.")
    register_: Register | None = Field(
        None,
        alias="register",
        description="ti or chi: how they want to be spoken to. A child is ti unless they want chi.",
    )
    stage: Stage | None = Field(None, description="The reader's stage. Without this field: by their age.")
    variant: Variant | None = Field(None, description="The words of home, where a language has them: gogledd.")
    languages: PersonLanguages = Field(PersonLanguages(), description="The languages they speak, read, and want.")
    communicates: LocalText | None = Field(None, description="How they communicate, when not by talking.")
    needs: Several[Need] = Field((), description="The help or format they need.")
    presentation: Presentation = Field(Presentation.STANDARD, description="How their copies should look.")
    formats: Several[FileFormat] = Field(
        (), description="The formats their copies are made in: pdf, docx, html, txt. Without this field: all four."
    )
    looks: Looks = Field(Looks(), description="How they look in pictures, once for all of them.")
    kin: Kin = Field(Kin(), description="Their place in the family, for the family tree.")
    phone: Phone | None = Field(None, description="A telephone number.")
    email: Email | None = Field(None, description="An e-mail address.")
    address: Several[Name] = Field((), description="Address, a line an item.")
    homes: Several[Home] = Field(
        (),
        description="Instead of address, the homes of somebody who lives in two: a copy for each, "
        "and neither holds the other’s address.",
    )

    @model_validator(mode="after")
    def _address_or_homes(self) -> Person:
        if self.address and self.homes:
            raise fault("homes_or_address")
        return self


class Contact(Model):
    """How to reach somebody or some service."""

    name: LocalText | None = Field(None, description="The service's name, in each language it has one.")
    phone: Phone | None = Field(None, description="Telephone number.")
    text: Phone | None = Field(None, description="Number for text messages.")
    email: Email | None = Field(None, description="E-mail address.")
    web: WebAddress | None = Field(None, description="Web address.")
    when: LocalText | None = Field(None, description="When somebody answers.")
    what_for: LocalText | None = Field(None, description="What they can help with.")


class Organisation(Model):
    """The organisation that writes: its names, how to reach it, its letterhead and colour."""

    name: LocalText = Field(description="Its name in each language.")
    team: LocalText | None = Field(None, description="The team's name in each language.")
    address: Several[Name] = Field((), description="Address, a line an item.")
    phone: Phone = Field(description="The number a child or family can ring.")
    email: Email | None = Field(None, description="The team's e-mail address.")
    web: WebAddress | None = Field(None, description="Web address.")
    out_of_hours: Contact | None = Field(None, description="Who answers at night and at weekends.")
    complaints: Contact | None = Field(None, description="Who takes complaints and feedback.")
    advocacy: Contact | None = Field(None, description="The advocacy service for children here.")
    helplines: Several[Contact] = Field((), description="Helplines of this area, besides the nation's own.")
    colour: Colour | None = Field(None, description="The organisation's colour, as #0B5F66.")
    logo: PictureName | None = Field(
        None, description="Logo for the letterhead: a PNG or JPEG below the pictures folder."
    )
