"""Show a case to one reader: everything they may see, each leaf with its path, and nothing else.

This is where things are removed, before any template runs. What was removed is remembered, so that the finished
tree and the finished file can be held against it: what slipped in by another way stops the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from dystori.editions.alike import kept_addresses, without_the_same
from dystori.editions.choose import Edition
from dystori.editions.defaults import hidden_by_default, not_theirs
from dystori.editions.eye import Eye, Leaf, leaves
from dystori.editions.homes import in_one_home
from dystori.editions.withhold import (
    Hidden,
    applies,
    finds,
    hidden_from,
    in_another_language,
    places,
    value_at,
    written,
)
from dystori.words.folding import folded, heap, holds
from dystori_schemas.base import LocalText
from dystori_schemas.scalars import Name, Text, Written

#: So many passages of something kept back tell whoever reads the file which it is: its beginning.
_ENOUGH = 1


@dataclass(frozen=True)
class Shown:
    """What one reader may see: plain mappings and lists of leaves; and the texts that were kept back."""

    document: dict[str, Any] = field(repr=False)
    people: dict[str, dict[str, Any]] = field(repr=False)
    organisation: dict[str, Any] = field(repr=False)
    case: dict[str, Any] = field(repr=False)
    #: What was kept back and where it stands in the case: the finished file is held against it.
    secrets: tuple[Leaf, ...] = field(repr=False)
    #: The words this reader knows anyway, folded: a place in them is no secret.
    known: str = field(repr=False)
    #: The children of the document that this reader may read about.
    about: tuple[str, ...] = ()
    #: Whether this copy says that something was kept back from it.
    mentions: bool = False
    #: For the file only: what is kept from whom, why, who decided.
    withheld: list[Any] = field(default_factory=list, repr=False)
    #: For the file only: who agreed to sharing, and the rules of practice that the case sets aside.
    consents: list[Any] = field(default_factory=list, repr=False)
    waived: list[Any] = field(default_factory=list, repr=False)

    @property
    def kept_back(self) -> tuple[str, ...]:
        """Return the texts that were kept back."""
        return tuple(dict.fromkeys(str(one.value) for one in self.secrets if isinstance(one.value, Written)))

    @property
    def names(self) -> tuple[str, ...]:
        """Return the words of the names that were kept back, but for those of somebody this reader may know of."""
        held = (one.value for one in self.secrets if isinstance(one.value, Name) and "address" not in one.path)
        words = dict.fromkeys(word for name in held for word in name.split())
        return tuple(word for word in words if not holds(self.known, folded(word)))


#: What of another child is nobody else's, though their name may be read.
_OWN_FACTS = ("born", "phone", "email", "address")


def show(edition: Edition) -> Shown:
    """Return what the reader of an edition may see of its document, the people in it and the organisation."""
    file = edition.case.file
    hidden = hidden_from(edition.case, edition.reader, edition.addressee.ids)
    others = not_theirs(edition)
    beside = in_another_language(edition.document, ("documents", edition.index), hidden)
    eye = Eye(replace(hidden, paths=hidden.paths | hidden_by_default(edition) | frozenset(beside)), others)
    people = {str(key): eye.see(person, ("people", str(key))) for key, person in file.people.items()}
    in_one_home(edition, people, eye)
    _close(edition, people, eye, others)
    organisation = eye.see(file.organisation, ("organisation",)) or {}
    document = eye.see(edition.document, ("documents", edition.index)) or {}
    eye.secrets.extend(_sentences(edition, hidden))
    # What stands on the letterhead is no secret, nor are the names and numbers of people this reader may know of; nor
    # is, of another child's part, what is said to this child too.
    public = {str(text) for _, text in written(file.organisation)} | set(_shown(people))
    born = {person["born"].value for key, person in people.items() if key not in others and person and person["born"]}
    said = _apart(_shown(document))
    secrets = [*eye.secrets, *(leaf for leaf in eye.anothers if not holds(said, folded(leaf.value)))]
    return Shown(
        document=document,
        people={key: person for key, person in people.items() if person is not None},
        organisation=organisation,
        case={"reference": eye.see(file.reference, ("reference",)), "nation": Leaf(("nation",), file.nation)},
        secrets=tuple(leaf for leaf in secrets if leaf.value not in born and leaf.value not in public),
        known=_apart(public),
        about=tuple(one for one in map(str, edition.document.about) if edition.addressee.ids or one not in others),
        mentions=_mentions(edition),
        withheld=_on_file(edition, eye) if edition.reader.kind == "file" else [],
        consents=_consents(edition, eye) if edition.reader.kind == "file" else [],
        waived=_set_aside(edition, eye) if edition.reader.kind == "file" else [],
    )


def _close(edition: Edition, people: dict[str, dict[str, Any]], eye: Eye, others: frozenset[str]) -> None:
    """Take away of people what is not this reader's: addresses kept from anybody, and other children's own facts."""
    secret = kept_addresses(edition, people) if edition.reader.kind != "file" else frozenset()
    without_the_same(eye.hidden, edition, people)
    for key, person in people.items():
        if person is None:
            continue
        # An address somebody must not have is on no letter: letters are left lying about.
        closed = _OWN_FACTS if key in others else ("address",) if key in secret else ()
        # A record may say in words where they live, to those from whom it is not kept: a police officer must know.
        known = key not in others and not edition.addressee.ids
        for name in closed:
            held = person[name] if isinstance(person[name], list) else [person[name]]
            eye.secrets.extend(leaf for leaf in held if leaf is not None and not known)
            if name != "born":  # how old somebody is shows in a picture; no words are made of it
                person[name] = [] if isinstance(person[name], list) else None


def _sentences(edition: Edition, hidden: Hidden) -> Iterator[Leaf]:
    for index, item in enumerate(edition.case.file.withheld):
        if item.sentence and str(item.sentence) in hidden.sentences:
            yield Leaf(("withheld", index, "sentence"), item.sentence)


def _apart(texts: Iterable[str]) -> str:
    """Return texts folded, each for itself, in one."""
    return heap(map(folded, texts))


def _shown(value: Any) -> Iterator[str]:
    """Yield every text this reader is shown in the document."""
    for leaf in leaves(value):
        yield from (str(text) for _, text in written(leaf.value))


def _on_file(edition: Edition, eye: Eye) -> list[Any]:
    """Return what of the withheld list touches this document or its people: the file says what is kept from whom."""
    here = ("documents", str(edition.index))
    listed = []
    for index, item in enumerate(edition.case.file.withheld):
        path = tuple(str(item.item).split(".")) if item.item else ()
        elsewhere = path[:1] == ("documents",) and path[:2] != here
        if not elsewhere:
            listed.append(eye.see(item, ("withheld", index)) | {"holds": _held(edition, index)})
    return listed


def _mentions(edition: Edition) -> bool:
    """Return whether a copy says that something was kept back: of this document, or of somebody in the case."""
    if edition.reader.kind == "file":
        return False
    texts = [text for _, text in written(edition.document)]
    here = ("documents", edition.index)
    for item in edition.case.file.withheld:
        if item.mentioned and applies(item, edition.reader, edition.addressee.ids):
            if item.sentence and any(finds(str(item.sentence), text) for text in texts):
                return True
            if item.item and any(path[0] == "people" or path[:2] == here for path in places(edition.case, item.item)):
                return True
    return False


def _consents(edition: Edition, eye: Eye) -> list[Any]:
    return [eye.see(one, ("consents", index)) for index, one in enumerate(edition.case.file.consents)]


def _set_aside(edition: Edition, eye: Eye) -> list[Any]:
    """Return the rules of practice that the case sets aside for this document, or for all of them."""
    listed = enumerate(edition.case.file.waived)
    here = (None, edition.document.id)
    return [eye.see(one, ("waived", index)) for index, one in listed if one.document in here]


def _held(edition: Edition, index: int) -> list[Leaf]:
    """Return the words a withheld item begins with: whoever reads the file knows it by them, not by its path.

    They stand there as the list quotes them, whatever language they are in.
    """
    everything, item = Eye(Hidden(), frozenset()), edition.case.file.withheld[index].item
    found = places(edition.case, item) if item else ()
    held = (leaf for path in found for leaf in leaves(everything.see(value_at(edition.case.file, path), path)))
    words = (leaf.value for leaf in held if isinstance(leaf.value, LocalText | Name | Text))
    return [Leaf(("withheld", index, "item"), value) for value in islice(words, _ENOUGH)]
