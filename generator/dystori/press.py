"""The press: writes a composed edition as files, has each read back, and keeps what somebody typed by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from dystori import handwork
from dystori.documents import Composed, lay_out
from dystori.editions import Edition
from dystori.editions.readers import number_of
from dystori.findings import CaseError, Finding, Place, RequestError, Severity
from dystori.guard import Watch
from dystori.library import Library
from dystori.made import Document
from dystori.manifest import manifest
from dystori.reading.files import path_of
from dystori.tree import LaidOut
from dystori.versions import Versions
from dystori_schemas.choices import FileFormat

FORMATS = tuple(one.value for one in FileFormat)


class Press:
    """Writes editions in the formats of the house."""

    def __init__(self, library: Library) -> None:
        """Write with the templates of a library."""
        self._library = library
        self._versions = Versions(library)

    def documents(
        self, composed: Composed, watch: Watch, formats: Sequence[str], over: Path | None
    ) -> Iterator[Document]:
        """Yield an edition in these formats; without any in those its reader wants, or in all.

        ``over`` is the folder that they will be written into. Raises ``RequestError`` ``format_unknown``,
        ``CaseError`` ``guard_stopped`` and ``edit_stopped``, and ``TemplateError``.
        """
        edition, laid = composed.edition, lay_out(composed)
        before = handwork.before(over, f"{_stem(edition)}.docx") if over else None
        for format_ in formats or edition.reader.formats or FORMATS:
            data = _writer(format_)(laid, self._library)
            name = f"{_stem(edition)}.{format_}"
            watch.look(name, format_, data)
            versions = self._versions.of(format_, edition.kind.folder, edition.languages)
            noted = manifest(edition, name, format_, data, versions)
            kind, part = edition.kind.name, edition.part.name
            document = Document(name, format_, kind, part, edition.languages, data, noted, composed.findings)
            if format_ == "docx":
                document = replace(document, manifest={**noted, **handwork.hashes(data)})
                if before:
                    document = _with_handwork(document, edition, laid, watch, before)
            elif before:
                only = Finding("edits_word_only", Severity.WARNING, Place(name), {"format": format_})
                document = replace(document, findings=(*document.findings, only))
            yield document


def _with_handwork(
    document: Document, edition: Edition, laid: LaidOut, watch: Watch, before: handwork.Before
) -> Document:
    """Return a Word document with what somebody typed into the file of its name; the guard reads that too."""
    name, origins = document.name, handwork.origins(laid)

    def placed(key: str) -> Place:
        path = origins.get(key, "")
        return edition.case.place(path_of(path)) if path else Place(name)

    made = handwork.remade(name, document.data, before, placed)
    try:
        watch.look(name, document.format, made.data)
    except CaseError as error:
        values = {"file": name}
        stopped = [Finding("edit_stopped", place=one.place, values=values) for one in error.findings]
        raise CaseError(stopped) from None
    digest = hashlib.sha256(made.data).hexdigest()
    return replace(
        document,
        data=made.data,
        manifest={**document.manifest, "sha256": digest, "by_hand": made.by_hand},
        findings=(*made.findings, *document.findings),
        replaces=made.replaces,
        kept_as=made.kept_as,
    )


def _writer(format_: str) -> Callable[[LaidOut, Library], bytes]:
    # Each library is loaded where it is used: a Word render loads no PDF engine.
    if format_ == "pdf":
        from dystori.formats import pdf

        return pdf.write
    if format_ == "docx":
        from dystori.formats import docx

        return docx.write
    if format_ == "html":
        from dystori.formats import html

        return html.write
    if format_ == "txt":
        from dystori.formats import text

        return lambda laid, _: text.write(laid).encode()
    raise RequestError([Finding("format_unknown", values={"choices": ", ".join(FORMATS)})])


def _stem(edition: Edition) -> str:
    """Return the name of a file without its ending: references and numbers, never a name of a person."""
    file, document = edition.case.file, edition.document
    reference = document.reference or f"{file.reference}-{edition.index + 1:02d}"
    child = number_of(file, edition.addressee.ids or tuple(str(one) for one in document.about))
    reader = f"{edition.reader.number}-{edition.home}" if edition.home else f"{edition.reader.number}"
    languages = "-".join(edition.languages)
    return f"{reference}-{edition.kind.name}-{edition.part.name}-{child}-{reader}-{languages}"
