"""Validate a case: the models' faults, unknown people, missing pictures and unprintable letters, all at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dystori.findings import CaseError, Finding, Place
from dystori.library import Library
from dystori.pictures import PictureShelf
from dystori.reading.faults import findings
from dystori.reading.files import PathKey, Raw, given, read
from dystori.reading.near import near
from dystori_schemas import CaseFile, case_model, context


@dataclass(frozen=True)
class Knowledge:
    """What single fields are held against besides the case itself.

    ``letters`` returns the characters of a text that no shipped font has; ``towns``,
    ``registers`` and ``variants`` are the ids the words know.
    """

    letters: Callable[[str], Collection[str]]
    towns: Collection[str]
    registers: Collection[str]
    variants: Collection[str]


@dataclass(frozen=True)
class Case:
    """A validated case, the lines of its file, its pictures, and the folder it lies in; none for data handed in."""

    file: CaseFile = field(repr=False)
    raw: Raw = field(repr=False)
    pictures: PictureShelf = field(repr=False)
    folder: Path | None = field(default=None, repr=False)

    def place(self, path: PathKey, words: str = "") -> Place:
        """Return where a path stands in the file; with some words of a text, where those begin."""
        return near(self.raw, path, words) if words else self.raw.place(path)


def load(
    source: Path | Mapping[str, Any],
    library: Library,
    knowledge: Knowledge,
    pictures: PictureShelf | None = None,
) -> Case:
    """Return the validated case of a file, or of data that a case system hands in.

    Pictures are looked for beside the file unless a shelf is handed in.
    Raises ``CaseError`` with every fault, its line and field.
    """
    raw = read(source) if isinstance(source, Path) else given(source)
    shelf = pictures or PictureShelf(source.parent if isinstance(source, Path) else None)
    if not isinstance(raw.data, Mapping):
        raise CaseError([Finding("case_not_mapping", place=raw.place(()))])
    model = case_model(library.kinds)
    known = context(raw.data) | {
        "letters": knowledge.letters,
        "towns": knowledge.towns,
        "registers": knowledge.registers,
        "variants": knowledge.variants,
        "picture": shelf.fault,
    }
    try:
        checked = model.model_validate(raw.data, context=known)
        return Case(checked, raw, shelf, source.parent if isinstance(source, Path) else None)
    except ValidationError as error:
        faults = findings(error, raw, model)
    # Outside the except clause, so that no chained error keeps the case's values alive.
    raise CaseError(faults)
