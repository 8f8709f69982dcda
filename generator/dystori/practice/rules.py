"""What a rule is: one small declared thing, with its source, its profiles, its kinds and its check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from dystori.findings import Severity
from dystori.practice.page import Found, Page
from dystori.practice.profile import Profile
from dystori.practice.sources import Source
from dystori.practice.working_days import WorkingDays, months_after
from dystori.reading import Case
from dystori.reading.files import PathKey
from dystori_schemas.people import Person

NOTE, CLOSURE, STORY = "case-note", "closure-letter", "words-and-pictures"
CONFERENCE, REVIEW = "conference-report", "review-record"


@dataclass(frozen=True, slots=True)
class Look:
    """What a rule looks at: one document of a case, under a profile."""

    case: Case
    index: int
    profile: Profile

    @property
    def document(self) -> Any:
        """Return the document; a rule names the kinds whose fields it knows."""
        return self.case.file.documents[self.index]

    @property
    def calendar(self) -> WorkingDays:
        """Return the working days of the profile, or of the case's nation."""
        return WorkingDays(self.profile.calendar or self.case.file.nation.value)

    @property
    def day(self) -> date:
        """Return the last day the document speaks from: its own date, or that of the outcome it holds."""
        outcome = getattr(self.document, "outcome", None)
        days: list[date] = [self.document.date, *([outcome.on] if outcome else [])]
        return max(days)

    def at(self, *path: str | int) -> PathKey:
        """Return the path in the case of something in the document."""
        return ("documents", self.index, *path)

    def person(self, who: str) -> Person:
        """Return somebody of the case."""
        return next(person for name, person in self.case.file.people.items() if str(name) == str(who))

    def children(self) -> Iterator[tuple[str, Person]]:
        """Yield each child the document is about."""
        for child in self.document.about:
            yield str(child), self.person(child)

    def younger_than(self, years: int) -> bool:
        """Return whether one of the children had not reached an age on the day of the document."""
        return any(
            child.born and months_after(child.born, years * 12) > self.document.date for _, child in self.children()
        )


Check = Callable[[Look], Iterator[PathKey]]
PageCheck = Callable[[Page], Iterator[Found]]


def nothing(_: Look) -> Iterator[PathKey]:
    """Find nothing in the case: the check of a rule that reads the finished document."""
    return iter(())


def unread(_: Page) -> Iterator[Found]:
    """Find nothing on a page: the check of a rule that reads the case."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; its words are the entries ``<id>`` and ``<id>-do`` of the catalogue of rules.

    ``profiles`` are those it belongs to, none for every one; ``kinds`` the kinds of document it reads, none for
    every one; ``parts`` the parts it is about, none for the whole. ``team`` is the one team its source sets it for.
    ``check`` reads the case, ``pages`` the document composed for each of its readers.
    """

    id: str
    sources: tuple[Source, ...]
    severity: Severity
    check: Check = nothing
    kinds: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    team: str = ""
    pages: PageCheck = unread

    def belongs(self, profile: Profile) -> bool:
        """Return whether a profile has the rule."""
        here = not self.profiles or any(name in profile.lineage for name in self.profiles)
        team = not self.team or profile.teams is None or self.team in profile.teams
        return here and team and self.id not in profile.off
