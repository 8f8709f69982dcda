"""Cases that no example is, made from the examples so that words no example prints are printed.

From the models of a case follows what each value could be instead: another of its list, no for yes, something where
nothing is, nothing where something is. All that can be changed at once is; where the changed case contradicts itself,
its faults say which changes to take back, or what no longer belongs to it.
"""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from dystori.findings import CaseError, DystoriError
from dystori.reading import Case
from dystori.reading.files import PathKey, path_of
from dystori_schemas.base import LocalText, Model, models
from dystori_schemas.choices import Choice
from dystori_schemas.scalars import ChildId, Email, Name, PersonId, Phone, Text, Town, WebAddress

#: How deep something is made where nothing was, and how often a case is mended before it is given up.
_DEEP, _MENDED = 3, 8
#: How somebody looks and whose child they are print no words.
_SILENT = frozenset({"looks", "kin"})
_GONE = object()

Changes = dict[PathKey, Any]
#: Makes a case of data; raises DystoriError.
Load = Callable[[Mapping[str, Any]], Case]


@dataclass(frozen=True)
class Samples:
    """What stands where nothing was: a few words in each language, and a place of the list."""

    words: Mapping[str, str]
    town: str


def variants(
    case: Case, samples: Samples, load: Load, wanted: Callable[[Choice], bool], *, types: bool
) -> Iterator[Case]:
    """Yield cases made of one: all of its empty fields filled, then emptied, then turned, then word after word.

    ``wanted`` says of a word of a closed list whether a page with it is missing. With ``types`` the words of lists
    are tried in the other nation and with every other type of meeting or visit too, which decide what may be said.
    """
    making = _Making(case, samples)
    bare = list(_made(case, making.emptied(texts=True), load))
    yield from bare
    for changes in (making.filled(full=True), making.filled(full=False), making.emptied(), making.turned()):
        yield from _made(case, changes, load)
    for base in (case, *bare, *(_other_types(case, load) if types else ())):
        for changes in _Making(base, samples).words(wanted):
            yield from _made(base, changes, load)


def _other_types(case: Case, load: Load) -> Iterator[Case]:
    """Yield the case in each other nation, and in each with a document of each other type."""
    fields: list[tuple[PathKey, Any]] = [(("nation",), case.file.nation)]
    for path, model in models(case.file.documents, ("documents",)):
        if isinstance(value := getattr(model, "type", None), Choice):
            fields.append(((*path, "type"), value))
    options = [[{}, *({path: str(one)} for one in type(value) if one is not value)] for path, value in fields]
    for nation in options[0]:
        for kind in [{}] if len(options) == 1 else options[1]:
            if nation or kind:
                yield from _made(case, {**nation, **kind}, load)


def _made(case: Case, changes: Changes, load: Load) -> Iterator[Case]:
    """Yield the changed case, without the changes that contradict it and without what they contradict."""
    changes = dict(changes)
    for _ in range(_MENDED):
        if not changes:
            return
        data = case.raw.data
        for path, value in changes.items():
            data = _changed(data, path, value)
        try:
            yield load(data)
        except CaseError as error:
            places = {path_of(one.place.path) for one in error.findings if one.place.path}
            if not places or not _mend(changes, places):
                return
        except DystoriError:
            return
        else:
            return


def _mend(changes: Changes, places: set[PathKey]) -> bool:
    """Take back the changes at or around the places of faults; what faults though it was not changed goes."""
    before = dict(changes)
    for place in places:
        met = [path for path in changes if place[: len(path)] == path or path[: len(place)] == place]
        for path in met:
            del changes[path]
        if not met:
            changes[place] = _GONE
    return changes != before


def _changed(data: Any, path: PathKey, value: Any) -> Any:
    """Return data with one value put in or taken out; what is not on the way is shared."""
    step: Any = path[0]
    rest = path[1:]
    made = copy.copy(data)
    if isinstance(made, list) and int(step) >= len(made):
        return made
    if rest:
        inner = made[step] if isinstance(made, list) else made.get(step, {})
        made[step] = _changed(inner, rest, value) if isinstance(inner, (dict, list)) else inner
    elif value is _GONE:
        made.pop(step) if isinstance(made, list) else made.pop(step, None)
    else:
        made[step] = value
    return made


class _Making:
    """What the values of a case could be instead."""

    def __init__(self, case: Case, samples: Samples) -> None:
        self.samples = samples
        people = case.file.people.items()
        self.children = [str(one) for one, person in people if person.kind == "child"]
        self.people = [str(one) for one, person in people if person.kind != "child"] or self.children
        self.day = next((document.date for document in case.file.documents), dt.date(2026, 1, 1))
        self.fields: list[tuple[PathKey, Any, Any, bool]] = []
        for path, model in models(case.file):
            if not _SILENT & set(path):
                for name, one in type(model).model_fields.items():
                    here = (*path, one.alias or name)
                    self.fields.append((here, one.annotation, getattr(model, name), one.is_required()))

    def filled(self, *, full: bool) -> Changes:
        """Return something for every field that is empty, with all it may hold or the least it must."""
        changes: Changes = {}
        for path, annotation, value, _ in self.fields:
            if value in (None, ()) or (isinstance(value, Model) and value == type(value).model_construct()):
                plain, listed = _plain(annotation)
                made = self._make(plain, full=full)
                if made is not None:
                    changes[path] = [made] if listed else made
        return changes

    def emptied(self, *, texts: bool = False) -> Changes:
        """Return nothing for every field that need not be there, or only for every text."""
        gone = [
            path
            for path, _, value, required in self.fields
            if not required and value not in (None, ()) and (not texts or isinstance(value, LocalText))
        ]
        return {path: _GONE for path in gone if not any(path[: len(one)] == one for one in gone if one != path)}

    def turned(self) -> Changes:
        """Return no for every yes."""
        return {
            path: "no" if value else "yes"
            for path, annotation, value, _ in self.fields
            if _plain(annotation) == (bool, False)
        }

    def words(self, wanted: Callable[[Choice], bool]) -> Iterator[Changes]:
        """Yield each wanted word of every closed list, as many lists at once as there are."""
        lists = {}
        for path, annotation, value, _ in self.fields:
            plain, listed = _plain(annotation)
            if isinstance(plain, type) and issubclass(plain, Choice) and (value or listed):
                lists[path] = [[str(one)] if listed else str(one) for one in plain if one is not value and wanted(one)]
        for nth in range(max(map(len, lists.values()), default=0)):
            yield {path: words[nth] for path, words in lists.items() if nth < len(words)}

    def _make(self, plain: Any, *, full: bool, depth: int = 0) -> Any:
        """Return something of a type, or None for a type of which nothing can be made here."""
        if not isinstance(plain, type):
            return None
        if issubclass(plain, LocalText):
            return dict(self.samples.words)
        if issubclass(plain, Model):
            return self._model(plain, full=full, depth=depth) if depth < _DEEP else None
        if issubclass(plain, StrEnum):
            return str(next(iter(plain)))
        known: list[tuple[type, Any]] = [
            (ChildId, next(iter(self.children), None)),
            (PersonId, next(iter(self.people), None)),
            (Town, self.samples.town),
            (Phone, "01632 960123"),
            (Email, "post@example.org"),
            (WebAddress, "https://example.org"),
            (Text, next(iter(self.samples.words.values()))),
            (Name, next(iter(self.samples.words.values()))),
            (dt.date, str(self.day)),
            (dt.time, "10:30"),
            (bool, "yes"),
            (int, "4"),
        ]
        return next((value for type_, value in known if issubclass(plain, type_)), None)

    def _model(self, plain: type[Model], *, full: bool, depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, one in plain.model_fields.items():
            if full or one.is_required():
                inner, listed = _plain(one.annotation)
                value = self._make(inner, full=full, depth=depth + 1)
                if value is not None:
                    made[one.alias or name] = [value] if listed else value
        return made


def _plain(annotation: Any) -> tuple[Any, bool]:
    """Return the type behind an annotation, and whether it is of a list."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _plain(inner[0])
    if origin in (Union, UnionType):
        return _plain(next(one for one in inner if one is not type(None)))
    if origin is tuple:
        return _plain(inner[0])[0], True
    return (None, False) if origin is Literal else (annotation, False)
