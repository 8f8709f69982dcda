"""Where the words print: every entry in the documents of the examples, beside the base language."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dystori.documents import lay_out
from dystori.editions import Edition, Wanted
from dystori.files import write
from dystori.findings import Finding, RequestError
from dystori.formats import fonts
from dystori.house import House
from dystori.words.languages import english_of, original
from dystori.words.style import printed
from dystori.workshop.gallery import Labels, gallery
from dystori.workshop.passages import FACE_FILE, page
from dystori.workshop.shelves import Shelf, document_books, living, shelves
from dystori_schemas.choices import Stage

#: Enough places to see a sentence in; the first of each part of each kind.
MOST_PLACES = 6


@dataclass
class Shown:
    """An entry: its words and those of the base language, by code, and the pages they stand on."""

    catalogue: str
    context: str
    texts: dict[str, str]
    #: For each place: what document it is, and for each language its page and the anchor on it.
    places: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return ``catalogue:context``."""
        return f"{self.catalogue}:{self.context}"


@dataclass(frozen=True)
class Previewed:
    """What came of it: the page to open, how many entries are shown, and which no example shows."""

    index: Path
    pages: int
    shown: int
    unseen: tuple[str, ...]


@dataclass(frozen=True)
class _Page:
    """One document in one language: its file, and the anchor of each entry it shows."""

    label: str
    part: tuple[str, str]
    file: str
    anchors: dict[str, str]


def preview(house: House, cases: Path, folder: Path, wanted: Collection[str], labels: Labels) -> Previewed:
    """Write the gallery of the entries wanted (all, when none are named) from the case files of a folder.

    An entry is wanted by ``catalogue``, ``catalogue:key`` or its whole name. Raises RequestError
    ``cases_missing`` and ``entry_unknown``, and what rendering raises.
    """
    files = sorted(cases.glob("*.yaml")) if cases.is_dir() else []
    if not files:
        raise RequestError([Finding("cases_missing")])
    base, others = shelves(house.library, house.catalogues())
    books = document_books(base, others)
    entries = [one for shelf in others for one in _entries(shelf, base, books) if _wanted(one, wanted)]
    if not entries:
        raise RequestError([Finding("entry_unknown")])
    codes = [shelf.language.code for shelf in (*others, base)]
    pages = list(_pages(house, files, codes, folder))
    for entry in entries:
        _place(entry, pages, base.language.code, base)
    write(folder, FACE_FILE, fonts.web_font())
    seen = [entry for entry in entries if entry.places]
    unseen = [entry for entry in entries if not entry.places]
    names = {shelf.language.code: shelf.language.name for shelf in (base, *others)}
    index = write(folder, "index.html", gallery(seen, unseen, names, labels))
    return Previewed(index, sum(map(len, pages)), len(seen), tuple(entry.name for entry in unseen))


def _entries(shelf: Shelf, base: Shelf, books: Collection[str]) -> Iterator[Shown]:
    code, first = shelf.language.code, base.language.code
    for name, book in shelf.books.items():
        for entry in living(book) if name in books else ():
            texts = {code: "\n".join(printed(entry, shelf.language.grammar)), first: entry.msgid}
            yield Shown(name, entry.context, texts)


def _wanted(entry: Shown, wanted: Collection[str]) -> bool:
    key = entry.context.partition("/")[0]
    return not wanted or not {entry.catalogue, f"{entry.catalogue}:{key}", entry.name}.isdisjoint(wanted)


def _pages(house: House, files: Sequence[Path], codes: Sequence[str], folder: Path) -> Iterator[dict[str, _Page]]:
    """Write every document in each language, and yield its pages by language.

    After the documents as they are, those to children are read as to a child of another stage, and in another
    register: what such a reading shows that no page before it did is worth a page.
    """
    groups = [group for file in files for group in _together(house, file, codes)]
    readings = [("", group) for _, group in groups]
    names = [file for file, _ in groups]
    others = [(name, *one) for name, group in groups for one in _otherwise(house, group)]
    written: set[str] = set()
    number = 0
    for name, reading, editions in [*((n, *r) for n, r in zip(names, readings, strict=True)), *others]:
        made = {edition.languages[0]: page(lay_out(house.compose(edition)), house.library) for edition in editions}
        shows = {entry for _, anchors in made.values() for entry in anchors}
        if reading and shows <= written:
            continue
        written |= shows
        number += 1
        found: dict[str, _Page] = {}
        for edition in editions:
            (code,) = edition.languages
            data, anchors = made[code]
            file = f"{number:03d}-{code}.html"
            write(folder, file, data)
            label = f"{edition.kind.name}, {edition.part.name}: {name}{reading}"
            found[code] = _Page(label, (edition.kind.name, edition.part.name), file, dict(anchors))
        yield found


def _together(house: House, file: Path, codes: Sequence[str]) -> Iterator[tuple[str, list[Edition]]]:
    """Yield the editions of each document in all languages, with the name of the case file."""
    together: dict[tuple[object, ...], list[Edition]] = {}
    for edition in house.editions(house.load(file), Wanted(languages=codes)):
        together.setdefault((edition.index, edition.part.name, edition.addressee.ids), []).append(edition)
    yield from ((file.stem, editions) for editions in together.values())


def _otherwise(house: House, editions: Sequence[Edition]) -> Iterator[tuple[str, list[Edition]]]:
    """Yield the editions of a document to children as to every other kind of child, and how they were read."""
    to = editions[0].addressee
    registers = {one: None for code in house.languages.codes for one in house.languages[code].registers}
    for stage in Stage if to.ids else ():
        for register in registers or ("",):
            if (stage, register) != (to.stage, to.register):
                addressee = replace(to, stage=stage, register=register, adult=stage is Stage.ADULT)
                yield f", {stage.value}, {register}", [replace(one, addressee=addressee) for one in editions]


def _place(entry: Shown, pages: Sequence[dict[str, _Page]], first: str, base: Shelf) -> None:
    """Note where an entry stands, and where its sentence of the base language stands in the same document."""
    (code,) = (one for one in entry.texts if one != first)
    english = english_of(base.books[entry.catalogue]) if entry.catalogue in base.books else {}
    of = original(entry.context, english, _registers(entry)) or entry.context
    parts: set[tuple[str, str]] = set()
    for languages in pages:
        here = languages[code]
        anchor = here.anchors.get(entry.name)
        if anchor is None or here.part in parts or len(entry.places) == MOST_PLACES:
            continue
        parts.add(here.part)
        beside = languages[first]
        there = beside.anchors.get(f"{entry.catalogue}:{of}")
        found = {code: f"{here.file}#{anchor}", first: f"{beside.file}#{there}" if there else beside.file}
        entry.places.append((here.label, found))


def _registers(entry: Shown) -> tuple[str, ...]:
    """Return what may be a register in the name of an entry: its last part."""
    return tuple(entry.context.split("/")[-1:])
