"""A Word file that is made again: what somebody typed into it is kept, or told, and never lost.

Beside the files that go out, the house keeps a manifest of each, with a hash of every block as it was made. By it,
what was changed by hand is known from what the case has changed since. The file as it was left is put with the
manifests, which go to nobody, whenever anything of it might not be in the new one.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from dystori.findings import Finding, OutputError, Place, Severity
from dystori.formats.byhand.lines import UnreadableError, WordFile, read
from dystori.formats.byhand.merge import base_of, blocks_of, decide
from dystori.formats.byhand.put import PROPERTIES, REVISION, put
from dystori.formats.headings import anchor
from dystori.formats.word.package import is_packed_here
from dystori.tree import LaidOut, lines_of, runs, walk

#: Where manifests go, and files as somebody left them: beside what is handed out, never with it.
FOR_THE_FILE = "for-the-file"
#: Returns where a path of the case stands.
Placed = Callable[[str], Place]


@dataclass(frozen=True)
class Remade:
    """A Word file made again: its bytes, how many blocks are as somebody typed them, and what there is to tell.

    ``replaces`` is the file it takes the place of, where that was changed by hand; ``kept_as`` the name under which
    that one is put by.
    """

    data: bytes = field(repr=False)
    by_hand: int = 0
    findings: tuple[Finding, ...] = ()
    replaces: bytes = field(default=b"", repr=False)
    kept_as: str = ""


def untouched(data: bytes) -> bool:
    """Return whether a Word file is as the house made it, and holds nothing that was typed into it."""
    if not is_packed_here(data):
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return PROPERTIES in package.namelist() and REVISION not in package.read(PROPERTIES)


def edited(folder: Path, name: str) -> bytes:
    """Return the bytes of the file of this name in a folder if somebody had a hand in it; nothing if not."""
    try:
        data = (folder / name).read_bytes()
    except FileNotFoundError:
        return b""
    except OSError:
        raise OutputError([Finding("output_file", place=Place(name))]) from None
    return b"" if untouched(data) else data


@dataclass(frozen=True)
class Before:
    """A Word file that somebody had a hand in, and the manifest of when it was made; empty where that is missing."""

    data: bytes = field(repr=False)
    manifest: Mapping[str, Any] = field(repr=False)


def before(folder: Path, name: str) -> Before | None:
    """Return the file of this name in a folder, if somebody had a hand in it; raises ``OutputError``."""
    data = edited(folder, name)
    return Before(data, manifest_of(folder, name)) if data else None


def remade(name: str, data: bytes, was: Before, placed: Placed) -> Remade:
    """Return a new Word file with what was typed into the one before; ``placed`` says where a block comes from."""
    there, manifest = was.data, was.manifest
    kept_as = f"{name.removesuffix('.docx')}-by-hand-{sha256(there).hexdigest()[:8]}.docx"
    values = {"file": name, "copy": f"{FOR_THE_FILE}/{kept_as}"}

    def told(code: str, place: Place | None = None, severity: Severity = Severity.WARNING) -> Finding:
        return Finding(code, severity, place or Place(name), values)

    base = base_of(manifest.get("blocks"))
    if base is None:
        return Remade(data, 0, (told("edits_unknown"),), there, kept_as)
    try:
        old = read(there, frozenset(base))
    except UnreadableError:
        return Remade(data, 0, (told("edits_unreadable"),), there, kept_as)
    new = read(data)
    merged, count, lost = put(new, decide(base, old.blocks, new.blocks))
    found = [told(f"edit_{why}", placed(key)) for key, why in dict.fromkeys(lost)]
    if old.edges != manifest.get("edges") and old.edges != new.edges:
        found.append(told("edit_edges"))
    if old.remarks:
        found.append(told("edit_remarks"))
    ours = sha256(there).hexdigest() == manifest.get("sha256")
    if count:
        values |= {"n": str(count)}
        found.insert(0, told("edits_kept", severity=Severity.ADVICE))
    elif not found and not ours:
        found.append(told("edits_none", severity=Severity.ADVICE))
    # What this house put together itself, and can put together again, needs no copy.
    if ours and not lost:
        return Remade(merged if count else data, count, tuple(found), there)
    return Remade(merged if count else data, count, tuple(found), there, kept_as)


def hashes(data: bytes) -> dict[str, Any]:
    """Return what a manifest keeps of a Word file, so that a change by hand is seen."""
    file: WordFile = read(data)
    return {"blocks": blocks_of(file), "edges": file.edges}


def manifest_of(folder: Path, name: str) -> Mapping[str, Any]:
    """Return the manifest of a file in a folder; empty where there is none that can be read."""
    try:
        found = json.loads((folder / FOR_THE_FILE / f"{name}.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def origins(laid: LaidOut) -> dict[str, str]:
    """Return the path in the case that each block comes from, by its bookmark; blocks of our own words have none."""
    found = {}
    for content in laid.contents:
        for block in walk(content.blocks):
            held = (run.source for line in lines_of(block) for run in runs(line))
            path = next((one.ref for one in held if one.kind == "case"), "")
            if path:
                found[anchor(block.key, content.code)] = path
    return found
