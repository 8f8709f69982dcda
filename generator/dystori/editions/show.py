"""Show a case to one reader: everything they may see, each leaf with its path, and nothing else.

This is where things are removed, before any template runs. What was removed is remembered as text, so that
the finished tree can be held against it: what slipped in by another way stops the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from dystori.editions.choose import Edition
from dystori.editions.withhold import Hidden, Path, hidden_from, without, written
from dystori_schemas.base import LocalText
from dystori_schemas.choices import PersonKind
from dystori_schemas.scalars import Email, Name, PersonId, Phone, Text, WebAddress

#: The fields that say whose words, view, mark, drawing or section something is.
_OWNERS = ("by", "drawn_by", "child")


#: What tells something by itself; an id or a language code does not.
_TELLING = (Text, Name, Phone, Email, WebAddress)


#: A text of another child's that is shorter than this says nothing of them by itself. Characters.
SAYS_SOMETHING = 30


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
    #: For the file only: what is kept from whom, why, who decided.
    withheld: list[Any] = field(default_factory=list, repr=False)


class _Eye:
    """Copies what may be seen and notes what may not."""

    def __init__(self, hidden: Hidden, others: frozenset[str]) -> None:
        self.hidden = hidden
        self.others = others
        self.kept_back: list[str] = list(hidden.sentences)
        #: What another child's part says: said to this child too, it is no secret.
        self.anothers: list[str] = []

    def see(self, value: Any, path: Path) -> Any:
        """Return mappings, lists and leaves; None for what is not there or not for this reader."""
        if value is None:
            return None
        if self.hidden.covers(path):
            self.kept_back.extend(text for _, text in written(value, path) if isinstance(text, _TELLING))
            return [] if isinstance(value, tuple) else None
        if self._anothers(value):
            self.anothers.extend(text for text in _own_words(value) if len(text) >= SAYS_SOMETHING)
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


def _own_words(value: Any) -> Iterator[str]:
    """Yield the texts of another child's part; everyday words (*in class*) may well be said to this child too."""
    return (text for _, text in written(value) if isinstance(text, Text))


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
    secret = _addresses_kept_from_anybody(edition) if edition.reader.kind != "file" else frozenset()
    for key in secret & people.keys():
        # An address somebody must not have is on no letter: letters are left lying about.
        if people[key] is not None:
            people[key]["address"] = []
    organisation = eye.see(file.organisation, ("organisation",)) or {}
    document = eye.see(edition.document, ("documents", edition.index)) or {}
    # What stands on the letterhead is no secret; nor is, of another child's part, what is said to this child too.
    public = {str(text) for _, text in written(file.organisation)}
    anothers = set(eye.anothers) - set(_shown(document))
    return Shown(
        document=document,
        people={key: person for key, person in people.items() if person is not None},
        organisation=organisation,
        case={"reference": eye.see(file.reference, ("reference",)), "nation": Leaf(("nation",), file.nation)},
        kept_back=tuple(text for text in dict.fromkeys((*eye.kept_back, *sorted(anothers))) if text not in public),
        withheld=_on_file(edition, eye) if edition.reader.kind == "file" else [],
    )


def _shown(value: Any) -> Iterator[str]:
    """Yield every text this reader is shown in the document."""
    if isinstance(value, Leaf):
        yield from (str(text) for _, text in written(value.value))
    elif isinstance(value, dict):
        for item in value.values():
            yield from _shown(item)
    elif isinstance(value, list):
        for item in value:
            yield from _shown(item)


def _addresses_kept_from_anybody(edition: Edition) -> frozenset[str]:
    items = (str(item.item).split(".") for item in edition.case.file.withheld if item.item)
    return frozenset(path[1] for path in items if path[0] == "people" and path[2:3] in ([], ["address"]))


def _on_file(edition: Edition, eye: _Eye) -> list[Any]:
    """Return what of the withheld list touches this document or its people: the file says what is kept from whom."""
    here = ("documents", str(edition.index))
    listed = []
    for index, item in enumerate(edition.case.file.withheld):
        path = tuple(str(item.item).split(".")) if item.item else ()
        elsewhere = path[:1] == ("documents",) and path[:2] != here
        if not elsewhere:
            listed.append(eye.see(item, ("withheld", index)))
    return listed
