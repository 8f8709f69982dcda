"""Show a case to one reader: everything they may see, each leaf with its path, and nothing else.

This is where things are removed, before any template runs. What was removed is remembered as text, so that
the finished tree can be held against it: what slipped in by another way stops the document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from dystori.editions.choose import Edition
from dystori.editions.withhold import Hidden, Path, hidden_from, without, written
from dystori_schemas.base import LocalText
from dystori_schemas.choices import PersonKind
from dystori_schemas.scalars import Email, Name, PersonId, Phone, Text, WebAddress

#: The fields that say whose words, view, mark or drawing something is.
_OWNERS = ("by", "drawn_by")


#: What tells something by itself; an id or a language code does not.
_TELLING = (Text, Name, Phone, Email, WebAddress)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value of the case and its path; text in several languages is one leaf."""

    path: Path
    value: Any = field(repr=False)


@dataclass(frozen=True)
class Shown:
    """What one reader may see: plain mappings and lists of leaves; and the texts that were kept back."""

    document: dict[str, Any] = field(repr=False)
    people: dict[str, dict[str, Any]] = field(repr=False)
    organisation: dict[str, Any] = field(repr=False)
    case: dict[str, Any] = field(repr=False)
    kept_back: tuple[str, ...] = field(repr=False)


class _Eye:
    """Copies what may be seen and notes what may not."""

    def __init__(self, hidden: Hidden, others: frozenset[str]) -> None:
        self.hidden = hidden
        self.others = others
        self.kept_back: list[str] = list(hidden.sentences)

    def see(self, value: Any, path: Path) -> Any:
        """Return mappings, lists and leaves; None for what is not there or not for this reader."""
        if value is None:
            return None
        if self.hidden.covers(path) or self._anothers(value):
            self.kept_back.extend(text for _, text in written(value, path) if isinstance(text, _TELLING))
            return None
        if isinstance(value, PersonId) and value in self.hidden.people:
            return None
        if isinstance(value, LocalText):
            return self._words(value, path)
        if isinstance(value, Text):
            left = without(value, self.hidden.sentences)
            return Leaf(path, Text(left)) if left else None
        if isinstance(value, BaseModel):
            names = type(value).model_fields.items()
            return {name.rstrip("_"): self.see(getattr(value, name), (*path, f.alias or name)) for name, f in names}
        if isinstance(value, tuple):
            seen = (self.see(item, (*path, index)) for index, item in enumerate(value))
            return [item for item in seen if item is not None]
        return Leaf(path, value)

    def _words(self, value: LocalText, path: Path) -> Leaf | None:
        kept = {
            code: Text(left)
            for code, text in value.root.items()
            if not (code and self.hidden.covers((*path, code))) and (left := without(text, self.hidden.sentences))
        }
        self.kept_back.extend(text for code, text in value.root.items() if code and self.hidden.covers((*path, code)))
        return Leaf(path, LocalText.model_construct(root=kept)) if kept else None

    def _anothers(self, value: Any) -> bool:
        """Return whether this is another child's own words, view, mark or drawing (Sunderland, Standards 5 and 10)."""
        owners = (getattr(value, owner, None) for owner in _OWNERS) if isinstance(value, BaseModel) else ()
        return any(owner in self.others for owner in owners)


def show(edition: Edition) -> Shown:
    """Return what the reader of an edition may see of its document, the people in it and the organisation."""
    file = edition.case.file
    hidden = hidden_from(edition.case, edition.reader, edition.addressee.ids)
    children = {str(key) for key, person in file.people.items() if person.kind is PersonKind.CHILD}
    # In a text to a child no other child speaks, whoever reads this copy of it; the file's copy holds everything.
    own = set(edition.addressee.ids)
    others = frozenset(children - own) if own and edition.reader.kind != "file" else frozenset()
    eye = _Eye(hidden, others)
    people = {str(key): eye.see(person, ("people", str(key))) for key, person in file.people.items()}
    return Shown(
        document=eye.see(edition.document, ("documents", edition.index)) or {},
        people={key: person for key, person in people.items() if person is not None},
        organisation=eye.see(file.organisation, ("organisation",)) or {},
        case={"reference": eye.see(file.reference, ("reference",)), "nation": Leaf(("nation",), file.nation)},
        kept_back=tuple(dict.fromkeys(text for text in eye.kept_back if text)),
    )
