"""What the file keeps of a document that was made: hashes, versions, opaque numbers, reason codes.

A manifest belongs to the file and travels with no copy. It says what was kept back from whom and that the reason for
it is on record (Wales Safeguarding Procedures, Section 3 Part 1), and never what it was or why in words.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from dystori.editions import Edition
from dystori.editions.defaults import hidden_by_default, not_theirs
from dystori.editions.readers import number_of
from dystori.editions.withhold import applies, value_at, written
from dystori.reading import Case
from dystori_schemas.common import Withheld
from dystori_schemas.scalars import PictureName


def manifest(edition: Edition, name: str, format_: str, data: bytes, versions: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the manifest of one file: no name, address or text of anybody is in it."""
    file, document = edition.case.file, edition.document
    on_file = edition.reader.kind == "file"
    held = [item for item in file.withheld if on_file or applies(item, edition.reader, edition.addressee.ids)]
    return {
        "file": name,
        "format": format_,
        "sha256": hashlib.sha256(data).hexdigest(),
        "case_sha256": fingerprint(edition.case),
        "names_sha256": names(edition),
        "kind": edition.kind.name,
        "part": edition.part.name,
        "document": edition.index + 1,
        "child": number_of(file, edition.addressee.ids),
        "reader": edition.reader.number,
        "home": edition.home,
        "languages": list(edition.languages),
        "date": document.date.isoformat(),
        "status": document.status.value,
        "withheld": [_held(edition.case, item) for item in held],
        "set_aside": [str(one.rule) for one in file.waived if on_file and one.document in (None, document.id)],
        "by_default": sorted(set(_by_default(edition))),
        "versions": dict(versions),
    }


def names(edition: Edition) -> str:
    """Return the SHA-256 of whom and what the numbers of a manifest stand for.

    Somebody added to the case, or a document moved, gives the same numbers another meaning: this tells.
    """
    reader, plain = edition.reader, [edition.document.id, edition.kind.name, edition.part.name, edition.addressee.ids]
    return hashlib.sha256(json.dumps([*plain, reader.kind, reader.id, edition.home]).encode()).hexdigest()


def fingerprint(case: Case) -> str:
    """Return the SHA-256 of what the case says and of its pictures, however it was laid out in its file."""
    plain = json.dumps(case.file.model_dump(mode="json", by_alias=True), sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(plain.encode())
    for name in sorted({text for _, text in written(case.file) if isinstance(text, PictureName)}):
        digest.update(case.pictures.take(name).data)
    return digest.hexdigest()


def _by_default(edition: Edition) -> Iterator[str]:
    """Yield why something is not in a copy though nobody decided it for this reader."""
    if edition.home:
        yield "other-home"
    if not_theirs(edition) & {str(one) for one in edition.document.about}:
        yield "other-child"
    for path in hidden_by_default(edition):
        yield "medical" if getattr(value_at(edition.case.file, path), "medical", False) else "not-there"


def _held(case: Case, item: Withheld) -> Mapping[str, Any]:
    """Return what is on record of something kept back: from whom by number or kind, and that there is a reason."""
    people = list(case.file.people)
    return {
        "from": [people.index(one) + 1 if one in case.file.people else str(one) for one in item.from_],
        "reason": item.reason.value,
        "rationale": bool(item.because.root),
        "decided_by": people.index(item.decided_by) + 1,
        "review_on": item.review_on.isoformat(),
    }
