"""Every free text of a case that can stand in several languages, and every quote, each known by a code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from pydantic import BaseModel

from dystori.editions.withhold import Path
from dystori.reading import Case
from dystori_schemas.base import LocalText
from dystori_schemas.common import Quote

#: The field of a quote that its translation is kept in, and the one it follows.
_TRANSLATION, _WORDS = "translation", "words"


@dataclass(frozen=True, slots=True)
class CaseText:
    """A text of the case: what there is of it, and where what is missing goes.

    ``path`` is where translations are kept. ``spoken`` is what is to be translated, in the language ``source``; for
    text that does not say its language and that documents of several languages share, ``source`` is empty.
    """

    path: Path
    source: str
    spoken: str = field(repr=False)
    there: dict[str, str] = field(repr=False)
    quote: bool = False
    #: The field that translations follow, where there are none yet.
    after: str = ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Return what is to be translated, piece by piece; a line of a quote is one."""
        return paragraphs(self.spoken, every_line=self.quote)


def paragraphs(text: str, *, every_line: bool = False) -> tuple[str, ...]:
    """Return the paragraphs of a text; line ends within them are only where the typist's line ran out."""
    pieces = re.split(r"\n" if every_line else r"\n\s*\n", text)
    return tuple(" ".join(piece.split()) for piece in pieces if piece.strip())


def texts(case: Case) -> Iterator[CaseText]:
    """Yield every text of a case, in the order of the file; what is kept back and why stays in the house."""
    written = {str(document.written_in) for document in case.file.documents}
    shared = written.pop() if len(written) == 1 else ""
    for name, one in type(case.file).model_fields.items():
        if name in ("organisation", "people"):
            yield from _texts(getattr(case.file, name), (one.alias or name,), shared)
    for index, document in enumerate(case.file.documents):
        yield from _texts(document, ("documents", index), str(document.written_in))


def _texts(value: Any, path: Path, written_in: str) -> Iterator[CaseText]:
    if isinstance(value, LocalText):
        there = {code or written_in: str(text) for code, text in value.root.items()}
        source = written_in if written_in in there else next(iter(there))
        yield CaseText(path, source, there[source], there)
    elif isinstance(value, Quote):
        spoken, words = str(value.language or written_in), str(value.words)
        there = {str(code): str(text) for code, text in value.translation.root.items()} if value.translation else {}
        yield CaseText((*path, _TRANSLATION), spoken, words, there | {spoken: words}, quote=True, after=_WORDS)
        for name in ("where", "how"):
            yield from _texts(getattr(value, name), (*path, name), written_in)
    elif isinstance(value, BaseModel):
        for name, field_ in type(value).model_fields.items():
            yield from _texts(getattr(value, name), (*path, field_.alias or name), written_in)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, str(key)), written_in)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index), written_in)


def place_code(case: Case, path: Path, language: str) -> str:
    """Return the part of a code that says where a translation goes, and says nobody's name."""
    known = path
    if path[0] == "documents" and isinstance(path[1], int):
        # By its own id: a document more in front of it moves nothing.
        known = ("documents", str(case.file.documents[path[1]].id), *path[2:])
    return _short(".".join(map(str, (*known, language))))


def code_of(case: Case, text: CaseText, language: str) -> str:
    """Return the code of a translation that is asked for: where it goes, and what of."""
    return f"{place_code(case, text.path, language)}-{_short('|'.join(text.paragraphs))}"


def _short(text: str) -> str:
    return blake2b(text.encode(), digest_size=5, person=b"dystori-text").hexdigest()
