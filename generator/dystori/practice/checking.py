"""Run the rules of a profile on the documents of a case, and say which of them the case sets aside."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from dystori.findings import CaseError, Finding, Severity
from dystori.practice import (
    abbreviations,
    address,
    around,
    family,
    meetings,
    order,
    plans,
    reaching,
    readability,
    records,
    reviewing,
    terms,
    told,
    voice,
)
from dystori.practice.due import Due, State, due
from dystori.practice.page import Page
from dystori.practice.profile import Profile, names, read_profile
from dystori.practice.rules import NOTE, Look, Rule
from dystori.practice.timescales import TIMESCALES
from dystori.reading import Case
from dystori.reading.files import PathKey

RULES = (
    *order.RULES,
    *voice.RULES,
    *told.RULES,
    *plans.RULES,
    *meetings.RULES,
    *around.RULES,
    *family.RULES,
    *reaching.RULES,
    *reviewing.RULES,
    *records.RULES,
    *terms.RULES,
    *address.RULES,
    *abbreviations.RULES,
    *readability.RULES,
)

#: How grave it is to be later than a timescale, unless a profile says otherwise.
LATE = Severity.WARNING


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A rule of the sources that is not looked at here: where it comes from, and why not."""

    id: str
    source: str
    profile: str
    kinds: tuple[str, ...]
    reason: str


def elsewhere() -> tuple[Elsewhere, ...]:
    """Return the rules of the sources that are not looked at here."""
    data = tomllib.loads(files("dystori.practice").joinpath("elsewhere.toml").read_text(encoding="utf-8"))
    return tuple(
        Elsewhere(rule["id"], rule["source"], rule["profile"], tuple(rule["kinds"]), reason)
        for reason, rules in data.items()
        for rule in rules
    )


def ids() -> frozenset[str]:
    """Return the id of every rule and timescale that a profile or a case may name."""
    return frozenset({rule.id for rule in RULES} | {row.id for row in TIMESCALES})


def profile_named(name: str | Path) -> Profile:
    """Return a profile by its name or from its file; raises as ``read_profile`` does."""
    return read_profile(name, ids(), frozenset({rule.team for rule in RULES if rule.team}))


def profile_of(case: Case, wanted: str | Path | None) -> Profile:
    """Return the profile asked for, or the case's own, or its nation's.

    A case names a profile of ours, or the file of a council's own that lies beside it: ``profile: harrowby`` is
    ``harrowby.toml`` there. Raises as ``read_profile`` does; ``CaseError`` where the case names one there is not.
    """
    name = case.file.profile
    if wanted or not name:
        return profile_named(wanted or case.file.nation.value)
    beside = case.folder / f"{name}.toml" if case.folder else None
    if name in names():
        return profile_named(str(name))
    if beside is not None and beside.is_file():
        return profile_named(beside)
    raise CaseError(
        [Finding("profile_unknown", place=case.place(("profile",)), values={"choices": ", ".join(names())})]
    )


def foreign(case: Case, profile: Profile) -> bool:
    """Return whether a profile is of the other nation: its rules are of a law and of practice that a case has not."""
    return bool(profile.calendar) and profile.calendar != case.file.nation.value


def check_practice(case: Case, profile: Profile, documents: Iterable[int], parts: frozenset[str]) -> Iterator[Finding]:
    """Yield a finding for each thing that a rule asks for and a document lacks.

    ``documents`` are the places of those looked at, ``parts`` the parts wanted, none for all. What the case sets
    aside is said too, as advice that is marked ``waived``.
    """
    looked_at = tuple(documents)
    if foreign(case, profile):
        yield Finding("profile_nation", Severity.WARNING, case.place(("nation",)))
        return
    for index in looked_at:
        look = Look(case, index, profile)
        for rule in RULES:
            if not rule.belongs(profile) or (rule.kinds and look.document.kind not in rule.kinds):
                continue
            if parts and rule.parts and not parts & set(rule.parts):
                continue
            for path in dict.fromkeys(rule.check(look)):
                sources = "; ".join(map(str, rule.sources))
                yield _finding(look, rule.id, profile.severity.get(rule.id, rule.severity), path, sources)
    for one in _late(case, profile):
        if one.document in looked_at and one.met and one.met.path:
            look = Look(case, one.document or 0, profile)
            severity = profile.severity.get(one.timescale.id, LATE)
            yield _finding(look, one.timescale.id, severity, one.met.path, str(one.timescale.source))
    for place, waived in enumerate(case.file.waived):
        if waived.rule not in ids():
            yield Finding("waiver_unknown", Severity.WARNING, case.place(("waived", place, "rule")))


def check_page(page: Page) -> Iterator[Finding]:
    """Yield a finding for each thing that a rule about words marks in a document as one reader gets it."""
    edition = page.edition
    look = Look(edition.case, edition.index, page.profile)
    for rule in RULES:
        if not rule.belongs(page.profile) or (rule.kinds and look.document.kind not in rule.kinds):
            continue
        if rule.parts and edition.part.name not in rule.parts:
            continue
        sources = "; ".join(map(str, rule.sources))
        for one in rule.pages(page):
            severity = page.profile.severity.get(rule.id, one.severity or rule.severity)
            found = _finding(look, rule.id, severity, one.path, sources, told=one.values)
            yield replace(found, place=edition.case.place(one.path, one.near))


def _late(case: Case, profile: Profile) -> list[Due]:
    """Return what was done, or is set, later than its timescale; only the case's own dates speak here, no clock."""
    late = [one for one in due(case, profile, (), date.min) if one.state is State.LATE and one.document is not None]
    return [one for one in late if not _explained(case.file.documents[one.document or 0])]


def _explained(document: Any) -> bool:
    """Return whether a document itself says why it was late."""
    return document.kind == NOTE and document.file.why_late is not None


def _finding(
    look: Look, rule: str, severity: Severity, path: PathKey, source: str, *, told: Mapping[str, str] | None = None
) -> Finding:
    values = {"rule": rule, "source": source, **(told or {})}
    if any(one.rule == rule and one.document in (None, look.document.id) for one in look.case.file.waived):
        severity, values = Severity.ADVICE, values | {"waived": "yes"}
    return Finding(rule, severity, look.case.place(path), values)


def rules_of(profile: Profile | None) -> list[Rule]:
    """Return the rules looked at under a profile, or all of them."""
    return [rule for rule in RULES if profile is None or rule.belongs(profile)]
