"""A finished document in memory, and how it comes to stand in a folder: whole, private, over nobody's handwork."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dystori import handwork
from dystori.files import write
from dystori.findings import Finding, OutputError, Place
from dystori.handwork import FOR_THE_FILE


@dataclass(frozen=True)
class Document:
    """One finished file, in memory: its bytes, its name, what to tell the writer, and its manifest.

    The manifest is for the file and never travels with a copy.
    """

    name: str
    format: str
    kind: str
    part: str
    languages: tuple[str, ...]
    data: bytes = field(repr=False)
    manifest: Mapping[str, Any] = field(repr=False)
    findings: tuple[Finding, ...] = ()
    #: The file that this one was made over, where somebody had a hand in that, and the name it is put by under.
    replaces: bytes = field(default=b"", repr=False)
    kept_as: str = ""

    def save(self, folder: str | Path) -> Path:
        """Write the file into a folder, whole and private, and return its path.

        Raises ``OutputError``, and ``file_edited`` rather than write over a Word file that somebody had a hand in:
        only a document that was made over that very file takes its place.
        """
        folder = Path(folder)
        if self.format == "docx" and (there := handwork.edited(folder, self.name)) not in (b"", self.data):
            if there != self.replaces:
                raise OutputError([Finding("file_edited", place=Place(self.name))])
            if self.kept_as:
                write(folder / FOR_THE_FILE, self.kept_as, there)
        return write(folder, self.name, self.data)

    def keep_manifest(self, folder: str | Path) -> Path:
        """Write the manifest into a folder of its own, apart from what is handed out; raises ``OutputError``."""
        text = json.dumps(self.manifest, ensure_ascii=False, indent=2) + "\n"
        return write(Path(folder) / FOR_THE_FILE, f"{self.name}.json", text.encode())
