"""The record of sharing: who was given which copy, when, how, by whom, why, and the copy itself.

It is a folder beside the case, ``my-case.sent``, and not a list in the case: a case that changed whenever one of its
letters went out would no longer be the case that made the letter, and its layout and comments are its writer's. Every
handing over has a numbered folder of its own, with the bytes that went and ``sent.json``, which is written last: a
folder without it is one that was interrupted, and says nothing. Nothing is ever changed or taken away.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from dystori.files import numbered, write

#: How a copy can be handed over.
WAYS = ("post", "by-hand", "read-together", "secure-email", "portal")
_ENTRY = "sent.json"


@dataclass(frozen=True)
class Sent:
    """One copy that was handed over; people and documents are named by their ids in the case."""

    document: str
    kind: str
    part: str
    languages: tuple[str, ...]
    format: str
    reader: str
    #: The number of the home it went to, where its reader lives in two; otherwise 0.
    home: int
    to: tuple[str, ...]
    how: str
    by: str
    on: dt.date
    because: str | None = field(repr=False)
    file: str
    sha256: str
    #: Whether the bytes that went are not those that were made: the Word file was worked on first.
    edited: bool
    manifest: Mapping[str, Any] = field(repr=False)

    @property
    def again(self) -> tuple[object, ...]:
        """Return what makes two entries the same handing over."""
        return (self.sha256, self.document, self.part, self.home, self.to, self.how, self.by, self.on)


def folder_of(case: Path) -> Path:
    """Return the folder of a case's record of sharing."""
    return case.with_name(f"{case.stem}.sent")


def keep(folder: Path, sent: Sent, data: bytes) -> Path:
    """Write a handing over and the copy that went into a record, privately, and return the folder they are in.

    Raises ``OutputError``; then nothing of it is left.
    """
    there = numbered(folder)
    try:
        write(there, sent.file, data)
        entry = {**asdict(sent), "on": sent.on.isoformat()}
        write(there, _ENTRY, (json.dumps(entry, ensure_ascii=False, indent=2) + "\n").encode())
    except BaseException:
        shutil.rmtree(there, ignore_errors=True)
        raise
    return there


def entries(folder: Path) -> list[Sent]:
    """Return what a record holds, the oldest day first; what is no entry is passed over."""
    return sorted(_read(folder), key=lambda one: one.on)


def kept_in(folder: Path) -> Iterator[Mapping[str, Any]]:
    """Yield the manifests of what a record holds."""
    yield from map(kept_of, entries(folder))


def kept_of(sent: Sent) -> Mapping[str, Any]:
    """Return the manifest of a copy that went: with the hash of what went, and whether somebody had a hand in it."""
    by_hand = {"by_hand": sent.manifest.get("by_hand") or 1} if sent.edited else {}
    return {**sent.manifest, "sha256": sent.sha256, **by_hand}


def _read(folder: Path) -> Iterator[Sent]:
    for path in sorted(folder.glob(f"[0-9]*/{_ENTRY}")) if folder.is_dir() else ():
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            lists = {name: tuple(map(str, data[name])) for name in ("languages", "to")}
            found = Sent(**{**data, **lists, "on": dt.date.fromisoformat(data["on"])})
        except (OSError, ValueError, TypeError, KeyError):
            continue
        yield found


def fingerprint_of(data: bytes) -> str:
    """Return the SHA-256 of a copy."""
    return hashlib.sha256(data).hexdigest()
