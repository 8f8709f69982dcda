"""What a kind of reader does not get, whoever decided nothing: other children's parts, closed parts, medical reports.

Sunderland, Standards 5 and 10 (each child separate); Wales Safeguarding Procedures, Section 3 Part 2 (a medical
report may be talked about and does not go with the papers; who was shut out of a part does not get that part).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from dystori.editions.choose import Edition
from dystori.editions.withhold import Path
from dystori.findings import Finding, Severity
from dystori_schemas.base import models
from dystori_schemas.choices import PersonKind

#: What an attendance list calls those who were not let in, and those who were there for a part.
_SHUT_OUT, _IN_PART = frozenset({"excluded"}), frozenset({"excluded", "in-part", "part"})
#: What was said in a meeting, by the last name of its path: those shut out read what was decided and not this.
_WAS_SAID = frozenset(
    {
        *("closed_part", "summary", "risk", "family_views", "parents_views", "carers_views", "others_views", "scales"),
        *("views", "dissent", "quotes", "you_told", "strengths", "evidence"),
    }
)
_CLOSED = frozenset({"closed_part"})
#: A part of a document in which no meeting speaks.
_NO_MEETING = frozenset({"report", "plan_views"})


def not_theirs(edition: Edition) -> frozenset[str]:
    """Return the children whose own parts this reader does not get.

    A child reads of no other child. A grown-up reads, in a record about several, of the children they are there for.
    """
    if edition.reader.kind == "file":
        return frozenset()
    people = edition.case.file.people
    children = {str(key) for key, person in people.items() if person.kind is PersonKind.CHILD}
    if edition.addressee.ids:
        return frozenset(children - set(edition.addressee.ids))
    if edition.reader.kind == PersonKind.CHILD:
        return frozenset(children - {edition.reader.id})
    theirs = people[edition.reader.id].children if edition.reader.id else ()  # type: ignore[index]
    return frozenset(children - {str(one) for one in theirs}) if theirs else frozenset()


def hidden_by_default(edition: Edition) -> frozenset[Path]:
    """Return the paths of a document that this reader does not get, though nobody said so."""
    if edition.reader.kind == "file":
        return frozenset()
    here: Path = ("documents", edition.index)
    names = _kept_names(edition)
    return frozenset(_found(edition.document, here, names))


def _kept_names(edition: Edition) -> frozenset[str]:
    # A child's letter is written to be read by that child, wherever they sat.
    how = set() if edition.addressee.ids else set(_attendance(edition.document, edition.reader.id))
    if how & _SHUT_OUT:
        return _WAS_SAID
    return _CLOSED if how & _IN_PART else frozenset()


def noted(edition: Edition) -> list[Finding]:
    """Return what somebody has to look at before a copy goes: what no rule can cut."""
    found: list[Finding] = []
    if edition.reader.kind == "file" or edition.addressee.ids:
        return found
    place = edition.case.place(("documents", edition.index, "about"))
    if not_theirs(edition) & {str(one) for one in edition.document.about}:
        found.append(Finding("copy_joint", Severity.WARNING, place))
    how = set(_attendance(edition.document, edition.reader.id))
    if how & _IN_PART and not how & _SHUT_OUT:
        found.append(Finding("copy_in_part", Severity.WARNING, edition.case.place(("documents", edition.index))))
    return found


def _attendance(value: Any, who: str) -> Iterator[str]:
    """Yield how somebody attended, by the attendance lists of a document."""
    for _, one in models(value):
        if getattr(one, "who", None) == who:
            how = _how(one)
            if how:
                yield how


def _how(model: BaseModel) -> str:
    """Return how somebody attended, by a line of an attendance list; empty for anything else."""
    return str(getattr(model, "attendance", None) or getattr(model, "attended", None) or "")


def _found(document: BaseModel, here: Path, names: frozenset[str]) -> Iterator[Path]:
    for path, model in models(document, here):
        if getattr(model, "medical", False):
            yield path
        if names and not _NO_MEETING & {str(step) for step in path}:
            yield from ((*path, name) for name in names & type(model).model_fields.keys())
            if names >= _WAS_SAID and _how(model):
                # Why somebody was shut out is said for the others' safety, and tells it.
                yield from ((*path, name) for name in ("why", "note") if hasattr(model, name))
