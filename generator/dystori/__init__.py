"""Documents written to the child, in the languages of the house.

>>> import dystori
>>> case = dystori.load("case.yaml")  # doctest: +SKIP
>>> for document in dystori.render(case, languages=["cy", "en", "cy+en"], formats=["pdf", "docx"]):
...     document.save("out/")  # doctest: +SKIP
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dystori.editions import Wanted
from dystori.findings import (
    CaseError,
    CatalogueError,
    DystoriError,
    Finding,
    OutputError,
    Place,
    RequestError,
    Severity,
    TemplateError,
)
from dystori.house import House, default
from dystori.library import Library
from dystori.made import Document
from dystori.pictures import PictureShelf
from dystori.press import FORMATS
from dystori.reading import Case
from dystori.sharing import Handing, Noted, Sent, Verified, entries, kept_beside, note, read_copy
from dystori.sharing import verify as _verify
from dystori_schemas import CaseFile

__all__ = [
    "FORMATS",
    "Case",
    "CaseError",
    "CaseFile",
    "CatalogueError",
    "Document",
    "DystoriError",
    "Finding",
    "House",
    "Library",
    "Noted",
    "OutputError",
    "PictureShelf",
    "Place",
    "RequestError",
    "Sent",
    "Severity",
    "TemplateError",
    "Verified",
    "Wanted",
    "check",
    "load",
    "note_sent",
    "render",
    "sent",
    "verify",
]


def load(source: str | Path | Mapping[str, Any], *, pictures: PictureShelf | None = None) -> Case:
    """Return the validated case of a YAML or JSON file, or of data a case system hands in.

    Pictures are looked for beside the file unless a shelf is handed in.
    Raises ``CaseError`` with every fault, its line and field; never a value of the case.
    """
    return default().load(source, pictures)


def check(
    case: Case,
    *,
    documents: Sequence[str] = (),
    reader: str | None = None,
    languages: Sequence[str] = (),
    profile: str | Path | None = None,
    today: dt.date | None = None,
) -> list[Finding]:
    """Return what there is to say about the documents of a case, the gravest first.

    ``profile`` is that of the practice rules: a name, or a council's own ``.toml`` file; left out, the case's own or
    its nation's. ``today`` is the day the copies are to go: who must be told in person first is told by then, or
    a finding says so; left out, it is each document's own date. Raises ``RequestError`` for a profile there is not,
    ``CatalogueError`` for a file that is at fault.
    """
    return default().check(case, Wanted(documents=documents, reader=reader, languages=languages), profile, today)


def render(
    case: Case,
    *,
    documents: Sequence[str] = (),
    kinds: Sequence[str] = (),
    parts: Sequence[str] = (),
    reader: str | None = None,
    languages: Sequence[str] = (),
    formats: Sequence[str] = (),
    today: dt.date | None = None,
    over: str | Path | None = None,
) -> Iterator[Document]:
    """Yield finished documents in memory; nothing is on disk until one is saved.

    ``documents``, ``kinds`` and ``parts`` narrow what is made; without ``reader`` each part goes to its own
    default reader, without ``languages`` in that reader's own choice. A language is ``cy``, ``en``, a joined
    pair (``cy+en``, the first read first) or ``both``; without ``formats`` (``pdf``, ``docx``, ``html``, ``txt``) in
    those that reader wants, or in all four. ``today`` is the day the copies are to go, as in ``check``. ``over`` is the
    folder they will be saved into: what somebody typed into a Word file there is kept, or told, as ``render`` does with
    ``--out``; it takes the manifests beside them (``Document.keep_manifest``). Raises
    ``RequestError`` for what is not there, ``CaseError``, ``TemplateError`` and ``CatalogueError``.
    """
    wanted = Wanted(documents=documents, kinds=kinds, parts=parts, reader=reader, languages=languages)
    return default().render(case, wanted, formats, today, over=Path(over) if over else None)


def verify(copy: str | Path | bytes, *, case: Case | None = None, kept: Sequence[Mapping[str, Any]] = ()) -> Verified:
    """Return whether a file is a copy that is on file, what made it, and what making it again gives.

    ``kept`` are manifests (``Document.manifest``); those that lie beside the file, in ``for-the-file``, count too.
    With a case the copy is made again: the same to the byte, the same text, tags and languages, or something else.
    What is returned holds nothing of the case. Raises ``RequestError`` ``copy_missing``, and what ``render`` raises.
    """
    if isinstance(copy, bytes):
        return _verify(default(), copy, kept, case)
    path = Path(copy)
    data = read_copy(path)
    return _verify(default(), data, [*kept, *kept_beside(path, data)], case, path.name)


def note_sent(
    copies: Sequence[str | Path],
    *,
    case: Case,
    log: str | Path,
    how: str,
    by: str,
    on: dt.date,
    to: Sequence[str] = (),
    because: str | None = None,
) -> list[Noted]:
    """Note in a record of sharing that copies were handed over, and keep them there; return what was noted of each.

    ``log`` is the record's folder; ``how`` is one of ``post``, ``by-hand``, ``read-together``, ``secure-email`` and
    ``portal``; ``by`` and ``to`` are ids of the case, and a copy goes to its reader where ``to`` is left out. Their
    manifests are looked for beside the copies. What somebody was given and may not read is a finding
    (``sent_not_theirs``) of what was noted. Raises ``RequestError`` before anything is written, and ``OutputError``.
    """
    return note(default(), case, [Path(one) for one in copies], Handing(how, by, on, to, because), Path(log))


def sent(log: str | Path) -> list[Sent]:
    """Return what a record of sharing holds, the oldest day first."""
    return entries(Path(log))
