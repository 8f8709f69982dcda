"""Whom a document is written to, and who reads this copy of it: stage, register, language, presentation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dystori_schemas import CaseFile
from dystori_schemas.choices import PersonKind, Presentation, Stage
from dystori_schemas.people import Person

#: The first age, in years, of each stage (design, *The words we use*).
_FIRST_AGE = ((12, Stage.TEEN), (8, Stage.MIDDLE), (4, Stage.EARLY), (0, Stage.LATER))
_YOUNGEST_FIRST = (Stage.EARLY, Stage.MIDDLE, Stage.TEEN, Stage.LATER, Stage.ADULT)


@dataclass(frozen=True)
class Addressee:
    """The child or children a text speaks to, or nobody (the file).

    ``register`` is what they asked for and empty where the language's own rule holds; several people at once
    are always spoken to as several. ``variant`` is the words of home.
    """

    ids: tuple[str, ...]
    stage: Stage
    register: str
    variant: str = ""
    adult: bool = False

    @property
    def several(self) -> bool:
        """Return whether the text speaks to more than one person."""
        return len(self.ids) > 1


@dataclass(frozen=True)
class Reader:
    """Who reads this copy: a person of the case (``number`` is their place in it), or the file (0)."""

    id: str
    kind: str
    number: int
    languages: str | None
    presentation: Presentation
    #: The formats they want their copies in; none for all there are.
    formats: tuple[str, ...] = ()


FILE = Reader("", "file", 0, None, Presentation.STANDARD)


def age(born: dt.date, on: dt.date) -> int:
    """Return somebody's age in whole years on a day; 0 before birth."""
    return max(0, on.year - born.year - ((on.month, on.day) < (born.month, born.day)))


def stage_of(person: Person, on: dt.date) -> Stage:
    """Return the stored stage, or the one that goes with the age; a child whose age is not known is middle."""
    if person.stage is not None:
        return person.stage
    if person.kind is not PersonKind.CHILD:
        return Stage.ADULT
    if person.born is None:
        return Stage.MIDDLE
    years = age(person.born, on)
    return next(stage for first, stage in _FIRST_AGE if years >= first)


def addressee(file: CaseFile, ids: tuple[str, ...], on: dt.date) -> Addressee:
    """Return the addressee of a text to these children; of several, the youngest stage that reads decides."""
    people = [file.people[one] for one in ids]  # type: ignore[index]
    stage = min((stage_of(person, on) for person in people), key=_YOUNGEST_FIRST.index)
    registers = {str(person.register_ or "") for person in people}
    variants = {str(person.variant or "") for person in people}
    alone = len(ids) == 1
    return Addressee(ids, stage, registers.pop() if alone else "", variants.pop() if len(variants) == 1 else "")


def reader(file: CaseFile, one: str) -> Reader:
    """Return a person of the case as a reader."""
    person = file.people[one]  # type: ignore[index]
    number = list(file.people).index(one) + 1  # type: ignore[arg-type]
    formats = tuple(one.value for one in person.formats)
    return Reader(one, person.kind.value, number, person.languages.letters, person.presentation, formats)


def number_of(file: CaseFile, ids: tuple[str, ...]) -> int:
    """Return the number of a child in the case, and 0 for several or none: numbers, not names, are in file names."""
    return list(file.people).index(ids[0]) + 1 if len(ids) == 1 else 0  # type: ignore[arg-type]


def assumed(file: CaseFile, ids: tuple[str, ...]) -> list[str]:
    """Return the children whose stage is a guess: nobody stored it, and their age is not known."""
    people = {one: file.people[one] for one in ids}  # type: ignore[index]
    return [one for one, person in people.items() if person.stage is None and person.born is None]
