"""One reader's eye on a case: what it sees becomes mappings, lists and leaves; what it may not see it notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from dystori.editions.withhold import Hidden, Path, finds, without, written
from dystori_schemas.base import LocalText
from dystori_schemas.common import Quote, SignOff
from dystori_schemas.people import Person
from dystori_schemas.scalars import Email, Name, PersonId, Phone, Text, Town, WebAddress

#: The fields that say whose words, view, mark, drawing or section something is.
_OWNERS = ("by", "drawn_by", "child")

#: And whom it is about: without them it is a row without a name, which tells.
_WHOSE = (*_OWNERS, "who", "seen_by")

#: What tells something by itself; an id or a language code does not.
_TELLING = (Text, Name, Phone, Email, Town, WebAddress)

#: A text of another child's that is shorter than this says nothing of them by itself. Characters.
SAYS_SOMETHING = 30

#: Exact words of another child's say something from so many words on.
QUOTED = 3


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value of the case and its path; text in several languages is one leaf."""

    path: Path
    value: Any = field(repr=False)


class Fields(dict[str, Any]):
    """What is seen of one part of a case: its fields by name, and which model of the format it is."""

    def __init__(self, model: type[BaseModel], fields: Iterable[tuple[str, Any]]) -> None:
        """Hold the fields of a model."""
        super().__init__(fields)
        self.model = model


class Eye:
    """Copies what may be seen and notes what may not."""

    def __init__(self, hidden: Hidden, others: frozenset[str]) -> None:
        """Look for a reader from whom this is hidden, and who reads nothing of these children's own."""
        self.hidden = hidden
        self.others = others
        self.secrets: list[Leaf] = []
        #: What the part of another child or of somebody kept back says: said to this reader too, it is no secret.
        self.anothers: list[Leaf] = []

    def see(self, value: Any, path: Path) -> Any:
        """Return mappings, lists and leaves; None for what is not there or not for this reader."""
        if value is None:
            return None
        if self.hidden.covers(path):
            self.secrets.extend(telling(value, path))
            return [] if isinstance(value, tuple) else None
        if self._anothers(value) or self._of_somebody_hidden(value):
            self.anothers.extend(_says_something(value, path))
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
            fields = ((name.rstrip("_"), self.see(getattr(value, name), (*path, f.alias or name))) for name, f in names)
            return Fields(type(value), fields)
        if isinstance(value, tuple):
            seen = (self.see(item, (*path, index)) for index, item in enumerate(value))
            return [item for item in seen if item is not None]
        return Leaf(path, value)

    def _words(self, value: LocalText, path: Path) -> Leaf | None:
        cut = {code for code, text in value.root.items() if any(finds(one, text) for one in self.hidden.sentences)}
        # A sentence that is known in one language only may stand in another one too, where nobody would find it.
        whole = {code: text for code, text in value.root.items() if cut and code not in cut}
        self.secrets.extend(Leaf((*path, code) if code else path, text) for code, text in whole.items())
        kept = {
            code: Text(left)
            for code, text in value.root.items()
            if code not in whole
            and not (code and self.hidden.covers((*path, code)))
            and (left := without(text, self.hidden.sentences))
        }
        inside = ((code, text) for code, text in value.root.items() if code and self.hidden.covers((*path, code)))
        self.secrets.extend(Leaf((*path, code), text) for code, text in inside)
        return Leaf(path, LocalText.model_construct(root=kept)) if kept else None

    def _anothers(self, value: Any) -> bool:
        """Return whether this is another child's own words, view, mark or drawing (Sunderland, Standards 5 and 10)."""
        if not isinstance(value, BaseModel) or isinstance(value, Person):
            return False
        whose = [child for child in getattr(value, "children", ()) if isinstance(child, PersonId)]
        all_others = bool(whose) and self.others.issuperset(whose)
        return all_others or any(getattr(value, owner, None) in self.others for owner in _OWNERS)

    def _of_somebody_hidden(self, value: Any) -> bool:
        """Return whether this is the words, view, mark or line of somebody who is kept back whole.

        Who signs is not: a letter that nobody signs is refused (``withheld_signed``).
        """
        if not self.hidden.people or not isinstance(value, BaseModel) or isinstance(value, Person | SignOff):
            return False
        whose = (getattr(value, name, None) for name in _WHOSE)
        return any(isinstance(one, PersonId) and one in self.hidden.people for one in whose)


def _says_something(value: Any, path: Path) -> Iterator[Leaf]:
    """Yield the texts of another child's part that say something of them: exact words, and what is long enough."""
    for leaf in telling(value, path):
        if isinstance(leaf.value, Text):
            quoted = isinstance(value, Quote) and len(leaf.value.split()) >= QUOTED
            if quoted or len(leaf.value) >= SAYS_SOMETHING:
                yield leaf


def telling(value: Any, path: Path) -> Iterator[Leaf]:
    """Yield what tells something by itself: texts, names, how to reach somebody, and a day of birth."""
    yield from (Leaf(way, text) for way, text in written(value, path) if isinstance(text, _TELLING))
    if path[-1] == "born":
        yield Leaf(path, value)
    elif isinstance(value, Person) and value.born:
        yield Leaf((*path, "born"), value.born)


def leaves(seen: Any) -> Iterator[Leaf]:
    """Yield every leaf of what was seen."""
    if isinstance(seen, Leaf):
        yield seen
    elif isinstance(seen, dict):
        for inner in seen.values():
            yield from leaves(inner)
    elif isinstance(seen, list):
        for inner in seen:
            yield from leaves(inner)
