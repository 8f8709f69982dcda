"""Note that a copy was handed over: what is asked for is looked at before anything is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dystori.editions import Edition, too_early
from dystori.editions.readers import FILE, reader
from dystori.findings import DystoriError, Finding, Place, RequestError, Severity
from dystori.house import House
from dystori.reading import Case
from dystori.sharing.log import WAYS, Sent, entries, fingerprint_of, keep, kept_of
from dystori.sharing.verifying import edition_of, kept_beside, read_copy, with_hash


@dataclass(frozen=True)
class Handing:
    """How copies were handed over: from the list of ways, by whom, when, to whom if not to their reader, and why."""

    how: str
    by: str
    on: dt.date
    to: Sequence[str] = ()
    because: str | None = None


@dataclass(frozen=True)
class Noted:
    """What was noted of one copy: the entry, where it is kept, and what there is to say about it.

    ``kept`` is None where the record holds the very same already.
    """

    sent: Sent
    kept: Path | None
    findings: tuple[Finding, ...] = ()


def note(
    house: House, case: Case, copies: Sequence[Path], handing: Handing, log: Path, *, today: dt.date | None = None
) -> list[Noted]:
    """Write into a record that copies were handed over, with the copies; all are looked at before one is written.

    A copy that holds what somebody it went to may not read, or that went before its day, is noted all the same, for
    the record has to be true, and a finding says so. Raises ``RequestError`` for what cannot be noted as it is asked,
    ``OutputError``.
    """
    faults = list(_asked(case, handing, today))
    if faults:
        raise RequestError(faults)
    ready, noted = [], entries(log)
    for path in copies:
        try:
            ready.append(_ready(house, case, path, handing, noted))
        except DystoriError as error:
            faults += error.findings
    if faults:
        raise RequestError(faults)
    there = {one.again for one in noted}
    return [
        Noted(sent, None if sent.again in there else keep(log, sent, data), findings) for sent, data, findings in ready
    ]


def _asked(case: Case, handing: Handing, today: dt.date | None) -> Iterator[Finding]:
    if handing.how not in WAYS:
        yield Finding("sent_how", values={"choices": ", ".join(WAYS)})
    if handing.by not in case.file.people:
        yield Finding("sent_by")
    if any(one not in case.file.people for one in handing.to):
        yield Finding("sent_to")
    if today is not None and handing.on > today:
        yield Finding("sent_future")


def _ready(
    house: House, case: Case, path: Path, handing: Handing, noted: Sequence[Sent]
) -> tuple[Sent, bytes, tuple[Finding, ...]]:
    """Return the entry of a copy, its bytes and what there is to say; raises ``RequestError``.

    Whose copy it is, is known from the manifest beside it, or from ``noted``: it may have been handed over before.
    """
    data, place = read_copy(path), Place(path.name)
    digest, kept = fingerprint_of(data), kept_beside(path, data)
    alike = with_hash([*kept, *map(kept_of, noted)], digest, path.name)
    if len({one["names_sha256"] for one in alike}) > 1:  # the same bytes for several, and the name does not say whose
        raise RequestError([Finding("sent_no_manifest", place=place)])
    made = next(iter(alike), None)
    manifest = made or next((one for one in kept if one["file"] == path.name), None)
    if manifest is None:
        raise RequestError([Finding("sent_no_manifest", place=place)])
    edition = edition_of(house, case, manifest)
    if edition is None:
        raise RequestError([Finding("sent_numbers", place=place)])
    readers = _readers(edition)
    to = tuple(dict.fromkeys(handing.to)) or readers
    if not to:
        raise RequestError([Finding("sent_to_whom", place=place)])
    if not handing.because and not set(to) <= set(edition.addressee.ids):
        raise RequestError([Finding("sent_because", place=place)])
    sent = Sent(
        document=str(edition.document.id),
        kind=edition.kind.name,
        part=edition.part.name,
        languages=edition.languages,
        format=manifest["format"],
        reader=edition.reader.id or edition.reader.kind,
        home=edition.home,
        to=to,
        how=handing.how,
        by=handing.by,
        on=handing.on,
        because=handing.because,
        file=Path(manifest["file"]).name,
        sha256=digest,
        edited=made is None or bool(made.get("by_hand")),
        manifest=manifest,
    )
    found = [*too_early(edition, handing.on), *_not_for_them(house, edition, sent, data)]
    return sent, data, tuple(found)


def _readers(edition: Edition) -> tuple[str, ...]:
    if edition.reader.kind == FILE.kind:
        return ()
    return (edition.reader.id,) if edition.reader.id else edition.addressee.ids


def _not_for_them(house: House, edition: Edition, sent: Sent, data: bytes) -> Iterator[Finding]:
    """Yield the places in the case of what somebody may not read who was given a copy all the same.

    A copy as it was made has been looked at for its own reader; one that was worked on has not.
    """
    own = set(_readers(edition))
    others = [replace(edition, reader=reader(edition.case.file, one), home=0) for one in sent.to if one not in own]
    looked_for = [edition] * (sent.edited and bool(own & set(sent.to))) + others
    for one in looked_for:
        try:
            found = house.look(one, sent.file, sent.format, data)
        except Exception:  # what somebody worked on can be any file, and any reader of it can stumble
            found = [Finding("sent_unread", Severity.WARNING, Place(sent.file))]
        for finding in found:
            stopped = finding.code == "guard_stopped"
            yield replace(finding, code="sent_not_theirs", severity=Severity.ERROR) if stopped else finding
