"""Where the words print: every entry in the documents of the examples, beside the base language.

First the documents as they are; then read as to another child, and the cases changed in what they say, as long as a
page shows words that no page before it did. What stands in no document has a page of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dystori.files import write
from dystori.findings import Finding, RequestError
from dystori.formats import fonts
from dystori.house import House
from dystori.pictures import cell
from dystori.tree import Drawing
from dystori.words.languages import english_of, original
from dystori.words.style import printed
from dystori.workshop.gallery import Labels, gallery
from dystori.workshop.keeping import all_catalogues
from dystori.workshop.pages import Making, Page
from dystori.workshop.passages import FACE_FILE
from dystori.workshop.sheets import Line, parted, sheet_page
from dystori.workshop.shelves import Shelf, document_books, shelves

#: Enough places to see a sentence in; the first of each part of each kind.
MOST_PLACES = 6
#: Keys of words that stand on the sheet of pictures, and in no document.
_OF_A_SHEET = ("word-", "group-", "sheet-")


@dataclass
class Shown:
    """An entry: its words and those of the base language, by code, and the pages they stand on."""

    catalogue: str
    context: str
    texts: dict[str, str]
    #: For each place: what document it is, and for each language its page and the anchor on it.
    places: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    #: It prints in documents, and none of those made here prints it.
    apart: bool = False

    @property
    def name(self) -> str:
        """Return ``catalogue:context``."""
        return f"{self.catalogue}:{self.context}"


@dataclass(frozen=True)
class Previewed:
    """What came of it: the page to open, how many entries documents show, and which words of theirs none does."""

    index: Path
    pages: int
    shown: int
    apart: tuple[str, ...]


def preview(house: House, cases: Path, folder: Path, wanted: Collection[str], labels: Labels) -> Previewed:
    """Write the gallery of the entries wanted (all, when none are named) from the case files of a folder.

    An entry is wanted by ``catalogue``, ``catalogue:key`` or its whole name. Raises RequestError
    ``cases_missing`` and ``entry_unknown``, and what rendering raises.
    """
    files = sorted(cases.glob("*.yaml")) if cases.is_dir() else []
    if not files:
        raise RequestError([Finding("cases_missing")])
    base, others = shelves(house.library, all_catalogues(house))
    entries = [one for shelf in others for one in _entries(shelf, base) if _wanted(one, wanted)]
    if not entries:
        raise RequestError([Finding("entry_unknown")])
    printing = {*document_books(base, others)}
    looked_for = {one.name for one in entries if one.catalogue in printing and not one.context.startswith(_OF_A_SHEET)}
    making = Making(house, folder, [shelf.language.code for shelf in (*others, base)], looked_for)
    making.all(files)
    for entry in entries:
        _place(entry, making.pages, base.language.code, base)
        entry.apart = not entry.places and entry.name in looked_for
    write(folder, FACE_FILE, fonts.web_font())
    shown = sum(1 for entry in entries if entry.places)
    own = sum(_set_apart(house, folder, shelf, base, entries) for shelf in others)
    names = {shelf.language.code: shelf.language.name for shelf in (base, *others)}
    index = write(folder, "index.html", gallery(entries, names, labels))
    count = sum(map(len, making.pages)) + own
    return Previewed(index, count, shown, tuple(entry.name for entry in entries if entry.apart))


def _entries(shelf: Shelf, base: Shelf) -> Iterator[Shown]:
    code, first = shelf.language.code, base.language.code
    for name, book in shelf.books.items():
        for entry in book.living:
            texts = {code: "\n".join(printed(entry, shelf.language.grammar)), first: entry.msgid}
            yield Shown(name, entry.context, texts)


def _wanted(entry: Shown, wanted: Collection[str]) -> bool:
    key = entry.context.partition("/")[0]
    return not wanted or not {entry.catalogue, f"{entry.catalogue}:{key}", entry.name}.isdisjoint(wanted)


def _place(entry: Shown, pages: Sequence[dict[str, Page]], first: str, base: Shelf) -> None:
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


def _set_apart(house: House, folder: Path, shelf: Shelf, base: Shelf, entries: Sequence[Shown]) -> int:
    """Give each entry that stands in no document a place on a page of its own kind; return how many pages."""
    alone = {one.name: one for one in entries if not one.places and shelf.language.code in one.texts}
    lines = [Line(one.catalogue, one.context, one.texts) for one in alone.values()]
    count = 0
    for count, (title, some) in enumerate(parted(lines), start=1):
        files = {one.language.code: f"w{count:02d}-{one.language.code}.html" for one in (shelf, base)}
        for one in (shelf, base):
            data = sheet_page(title, house.languages[one.language.code], some, _drawn)
            write(folder, files[one.language.code], data)
        for at, line in enumerate(some):
            places = {code: f"{file}#e{at}" for code, file in files.items()}
            alone[f"{line.catalogue}:{line.key}"].places.append((title, places))
    return count * 2


def _drawn(catalogue: str, key: str) -> Drawing | None:
    return cell(key, fonts.width) if catalogue == "pictures" else None


def _registers(entry: Shown) -> tuple[str, ...]:
    """Return what may be a register in the name of an entry: its last part."""
    return tuple(entry.context.split("/")[-1:])
