"""What is kept back from a reader: the paths, the people and the sentences of the ``withheld`` list.

Wales Safeguarding Procedures, Section 3 Part 1; the reasons are on the list itself and stay in the file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from dystori.editions.readers import Reader
from dystori.findings import Finding
from dystori.reading import Case
from dystori.reading.files import path_of
from dystori_schemas.base import LocalText, models
from dystori_schemas.choices import PersonKind
from dystori_schemas.common import Quote, Withheld
from dystori_schemas.scalars import Written

Path = tuple[str | int, ...]


#: A name that is kept back is kept back in all its forms; what is left of somebody is what they are to the child.
_NAMES = ("known_as", "child_calls", "former_names", "email")


@dataclass(frozen=True)
class Hidden:
    """What one reader may not see: whole paths, people by id, and exact sentences."""

    paths: frozenset[Path] = frozenset()
    people: frozenset[str] = frozenset()
    sentences: tuple[str, ...] = ()

    def covers(self, path: Path) -> bool:
        """Return whether a path, or anything it stands in, is hidden."""
        return any(path[:length] in self.paths for length in range(1, len(path) + 1))


def applies(item: Withheld, reader: Reader, readers: tuple[str, ...]) -> bool:
    """Return whether something is kept from a reader, or from a child they read it with: by id, or by what they are."""
    kinds = {reader.kind, PersonKind.CHILD.value} if readers else {reader.kind}
    return bool({reader.id, *kinds, *readers} & {str(one) for one in item.from_})


def hidden_from(case: Case, reader: Reader, readers: tuple[str, ...]) -> Hidden:
    """Return what is hidden from a reader; from the file nothing is. ``readers`` are all who read one text."""
    if reader.kind == "file":
        return Hidden()
    return _hidden(case, [item for item in case.file.withheld if applies(item, reader, readers)])


def hidden_from_anybody(case: Case) -> Hidden:
    """Return everything that is kept back from one reader or another."""
    return _hidden(case, case.file.withheld)


def finds(sentence: str, text: str) -> bool:
    """Return whether a withheld sentence stands in a text, wherever the typist's lines ran out."""
    return re.search(_pattern(sentence), text) is not None


def _hidden(case: Case, items: Iterable[Withheld]) -> Hidden:
    paths = {path for item in items if item.item for path in places(case, item.item)}
    nameless = {str(path[1]) for path in paths if path[0] == "people" and path[2:] == ("name",)}
    paths |= {("people", who, name) for who in nameless for name in _NAMES}
    signed = (index for index, document in enumerate(case.file.documents) if document.signed.by in nameless)
    paths |= {("documents", index, "signed", "name") for index in signed}
    paths |= {("people", who) for who in nameless if not _left(case, who, paths)}
    people = {str(path[1]) for path in paths if len(path) == 2 and path[0] == "people"}
    return Hidden(frozenset(paths), frozenset(people), tuple(str(item.sentence) for item in items if item.sentence))


def _left(case: Case, who: str, paths: Collection[Path]) -> bool:
    """Return whether anything is left to call somebody by whose name is kept back; if not, they are kept back whole."""
    person = case.file.people[who]  # type: ignore[index]
    return any(getattr(person, word) and ("people", who, word) not in paths for word in ("role", "job"))


def in_another_language(document: BaseModel, here: Path, hidden: Hidden) -> Iterator[Path]:
    """Yield the texts of quotes that say in another language what is kept back in one.

    A sentence that is known in the words or in a translation may stand in the others too, where nobody would find it.
    """
    for path, one in models(document, here):
        if isinstance(one, Quote) and one.translation:
            said = {(*path, "words"): one.words}
            said |= {(*path, "translation", code): text for code, text in one.translation.root.items()}
            cut = {way for way, text in said.items() if any(finds(sentence, text) for sentence in hidden.sentences)}
            if cut:
                yield from said.keys() - cut


def check_withheld(case: Case) -> list[Finding]:
    """Return an error for each withheld item that keeps back nothing, in silence, or leaves a letter unsigned."""
    found = []
    texts = [text for _, text in written(case.file)]
    for index, item in enumerate(case.file.withheld):
        field = "item" if item.item else "sentence"
        there = places(case, item.item) if item.item else any(finds(str(item.sentence), text) for text in texts)
        if not there:
            found.append(Finding("withheld_nothing", place=case.place(("withheld", index, field))))
        elif item.item and any(_signs(path) or _signer(case, item, path) for path in places(case, item.item)):
            found.append(Finding("withheld_signed", place=case.place(("withheld", index, field))))
    return found


def _signs(path: Path) -> bool:
    """Return whether a path is who signs a document: a letter that nobody signs is nobody's."""
    return path[:1] == ("documents",) and path[2:3] == ("signed",) and path[3:] in ((), ("by",))


def _signer(case: Case, item: Withheld, path: Path) -> bool:
    """Return whether a path is somebody who signs, or chairs, what one of those gets from whom they are kept back."""
    if path[:1] != ("people",) or not (len(path) == 2 or (path[2:] == ("name",) and not _left(case, str(path[1]), ()))):
        return False
    for document in case.file.documents:
        signs = {document.signed.by, *(getattr(one, "chair", None) for _, one in models(document))}
        roles = {copy.role for copy in document.copies if copy.role}
        gets = {*map(str, document.about), *(str(copy.to) for copy in document.copies if copy.to)}
        gets |= {str(key) for key, person in case.file.people.items() if person.role in roles}
        gets |= {case.file.people[one].kind.value for one in gets}  # type: ignore[index]
        if path[1] in signs and gets & {str(one) for one in item.from_}:
            return True
    return False


def check_references(case: Case) -> list[Finding]:
    """Return an error for each reference that holds a word of somebody's name: it stands in file names."""
    names = {word.casefold() for person in case.file.people.values() for word in person.name.split() if len(word) > 2}
    references = {("reference",): case.file.reference} | {
        ("documents", index, "reference"): document.reference
        for index, document in enumerate(case.file.documents)
        if document.reference
    }
    return [
        Finding("reference_name", place=case.place(path))
        for path, reference in references.items()
        if names & set(reference.casefold().split("-"))
    ]


def without(text: str, sentences: tuple[str, ...]) -> str:
    """Return text without the sentences, and without the hole they would leave."""
    for sentence in sentences:
        text = re.sub(_pattern(sentence), " ", text)
    lines = (re.sub(r"  +", " ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def written(value: Any, path: Path = ()) -> Iterator[tuple[Path, Written]]:
    """Yield every piece of text in a model, and its path; the withheld list itself is left out."""
    if isinstance(value, LocalText):
        for code, text in value.root.items():
            yield (*path, code) if code else path, text
    elif isinstance(value, Written):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if not (path == () and name == "withheld"):
                yield from written(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from written(item, (*path, str(key)))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from written(item, (*path, index))


def _pattern(sentence: str) -> str:
    # Typed line ends are only where the typist's line ran out.
    return r"\s+".join(re.escape(word) for word in sentence.split())


def places(case: Case, item: str) -> list[Path]:
    """Return the paths an item names: the path itself, or everything in the case that has that id."""
    path = path_of(str(item))
    if len(path) > 1:
        return [path] if value_at(case.file, path) is not None else []
    here = [path for path, model in models(case.file) if getattr(model, "id", None) == item]
    return here + ([("people", item)] if item in case.file.people else [])


def value_at(value: Any, path: Path) -> Any:
    """Return what stands at a path of a model; None where nothing does."""
    for step in path:
        if isinstance(value, LocalText):
            value = value.root.get(str(step))
        elif isinstance(value, BaseModel):
            names = {field.alias or name: name for name, field in type(value).model_fields.items()}
            value = getattr(value, names[str(step)]) if step in names else None
        elif isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, tuple) and isinstance(step, int):
            value = value[step] if step < len(value) else None
        else:
            return None
    return value
