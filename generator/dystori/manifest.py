"""What the file keeps of a document that was made: hashes, versions, opaque numbers, reason codes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from dystori.editions import Edition
from dystori.editions.readers import number_of
from dystori.editions.withhold import applies

#: The packages whose version decides the bytes of a format.
_ENGINES = {
    "pdf": ("weasyprint", "pikepdf", "fontpkg-lexend"),
    "docx": ("python-docx", "docxtpl"),
    "html": (),
    "txt": (),
}


def version_of(package: str) -> str:
    """Return the version of a package that is installed, or that it runs from its source."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "source"


def manifest(edition: Edition, name: str, format_: str, data: bytes, case: str) -> Mapping[str, Any]:
    """Return the manifest of one file: no name, address or text of anybody is in it."""
    file, document = edition.case.file, edition.document
    held = [item for item in file.withheld if applies(item, edition.reader, edition.addressee.ids)]
    return {
        "file": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "case_sha256": case,
        "kind": edition.kind.name,
        "part": edition.part.name,
        "document": edition.index + 1,
        "child": number_of(file, edition.addressee.ids),
        "reader": edition.reader.number,
        "home": edition.home,
        "languages": list(edition.languages),
        "date": document.date.isoformat(),
        "status": document.status.value,
        "withheld": [item.reason.value for item in held] if edition.reader.kind != "file" else [],
        "versions": {"dystori": version_of("dystori")} | {one: version_of(one) for one in _ENGINES.get(format_, ())},
    }
