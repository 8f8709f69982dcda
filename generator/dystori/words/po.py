"""PO files, read and written strictly: every entry keeps its line, comments, old text and place.

Babel's reader drops a doubled entry, the old text of a changed one and the lines of both without a word, and
its writer adds a flag with which ``msgfmt`` refuses grammar in placeholders. What is written here, Poedit,
Weblate, ``msgfmt -c`` and Babel read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dystori.findings import CatalogueError, Finding
from dystori.words.faults import fault

_FIELD = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) )?"((?:[^"\\]|\\[nt"\\])*)"')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


@dataclass(slots=True)
class Entry:
    """One entry of a catalogue; ``old`` is the sentence its translation was made for, where that changed."""

    context: str = ""
    msgid: str = ""
    msgstr: str = ""
    line: int = 0
    old: str = ""
    old_plural: str = ""
    #: The sentence for any number but one, and a translation for each form; ``msgstr`` is then empty.
    plural: str = ""
    forms: list[str] = field(default_factory=list)
    obsolete: bool = False
    flags: list[str] = field(default_factory=list)
    #: Lines for the translator (``#.``), lines by the translator (``#``), places of use (``#:``).
    notes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    @property
    def fuzzy(self) -> bool:
        """Return whether somebody must look at the translation again."""
        return "fuzzy" in self.flags

    @property
    def texts(self) -> tuple[str, ...]:
        """Return what a translator wrote: one sentence, or one a plural form; empty ones too."""
        return tuple(self.forms) if self.plural else (self.msgstr,)

    @property
    def begun(self) -> bool:
        """Return whether a translator wrote anything."""
        return any(self.texts)

    @property
    def complete(self) -> bool:
        """Return whether nothing is left to write."""
        return bool(self.texts) and all(self.texts)


@dataclass(slots=True)
class Catalogue:
    """A PO file: its header by field, the comments above it, its entries in order."""

    header: dict[str, str]
    comments: list[str]
    entries: list[Entry]

    @property
    def living(self) -> list[Entry]:
        """Return the entries that are in use."""
        return [entry for entry in self.entries if not entry.obsolete]


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Finding] = []
        self.entries: list[Entry] = []
        self.entry = Entry()
        self.seen: set[str] = set()
        self.field = ""

    def finish(self, line: int) -> None:
        if self.seen and not self._whole():
            self.faults.append(fault("po-incomplete", self.file, self.entry.line or line))
        elif self.seen:
            self.entries.append(self.entry)
        if self.seen:
            self.entry, self.seen = Entry(), set()
        self.field = ""

    def _whole(self) -> bool:
        forms = [f"msgstr[{place}]" for place in range(len(self.entry.forms))]
        expected = {"msgid", "msgid_plural", *forms} if forms else {"msgid", "msgstr"}
        return self.seen - {"msgctxt"} == expected

    def read(self, text: str) -> None:
        lines = text.removeprefix("\ufeff").split("\n")
        for number, raw in enumerate(lines, 1):
            line = raw.strip(" \t\r")
            if not line:
                self.finish(number)
            elif line.startswith("#~"):
                self.words(line[2:].lstrip(), number, obsolete=True)
            elif line.startswith("#"):
                self.comment(line, number)
            else:
                self.words(line, number, obsolete=False)
        self.finish(len(lines))

    def comment(self, line: str, number: int) -> None:
        if self._translated():
            self.finish(number)
        mark, rest = line[:2], line[2:].strip()
        if mark == "#,":
            self.entry.flags += [flag.strip() for flag in rest.split(",") if flag.strip()]
        elif mark == "#.":
            self.entry.notes.append(rest)
        elif mark == "#:":
            self.entry.places.append(rest)
        elif mark == "#|":
            self.former(rest, number)
        else:
            self.entry.comments.append(line[1:].strip())

    def former(self, line: str, number: int) -> None:
        """Keep the old sentence; an old context says nothing we need."""
        found = _FIELD.fullmatch(line)
        if found is None:
            self.faults.append(fault("po-syntax", self.file, number))
            return
        self.field = f"old {found[1]}" if found[1] else self.field
        if self.field == "old msgid":
            self.entry.old += _unescape(found[2])
        elif self.field == "old msgid_plural":
            self.entry.old_plural += _unescape(found[2])

    def _translated(self) -> bool:
        return any(name.startswith("msgstr") for name in self.seen)

    def words(self, line: str, number: int, *, obsolete: bool) -> None:
        if line.startswith("|"):
            self.former(line[1:].strip(), number)
            return
        found = _FIELD.fullmatch(line)
        if found is None or (found[1] is None and not self.field.startswith("msg")):
            self.faults.append(fault("po-syntax", self.file, number))
            return
        if found[1]:
            if found[1] in self.seen or (not found[1].startswith("msgstr") and self._translated()):
                self.finish(number)
            self.field = found[1]
            if not self.seen:
                self.entry.line, self.entry.obsolete = number, obsolete
            self.seen.add(self.field)
        match self.field:
            case "msgctxt":
                self.entry.context += _unescape(found[2])
            case "msgid":
                self.entry.msgid += _unescape(found[2])
            case "msgid_plural":
                self.entry.plural += _unescape(found[2])
            case "msgstr":
                self.entry.msgstr += _unescape(found[2])
            case _:
                self._form(int(self.field[7]), _unescape(found[2]))

    def _form(self, place: int, text: str) -> None:
        """Add to a plural form; one out of its order is seen when the entry is finished."""
        forms = self.entry.forms
        if place == len(forms):
            forms.append(text)
        elif place == len(forms) - 1:
            forms[place] += text


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPES[found[1]], text)


def _header_fields(text: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in text.split("\n") if line.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def read(data: bytes, file: str) -> Catalogue:
    """Return a PO file; raise CatalogueError with the line of every fault of form, an unknown encoding first."""
    catalogue, faults = salvage(data, file)
    if faults:
        raise CatalogueError(faults)
    return catalogue


def salvage(data: bytes, file: str) -> tuple[Catalogue, list[Finding]]:
    """Return what can be read of a PO file, and every fault of form: a slip costs the entry it is in."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Catalogue({}, [], []), [fault("po-encoding", file, data.count(b"\n", 0, error.start) + 1)]
    reader = _Reader(file)
    reader.read(text)
    faults, entries = reader.faults, reader.entries
    if not entries or entries[0].msgid or entries[0].context:
        return Catalogue({}, [], entries), [*faults, fault("po-header", file, 1)]
    head, *rest = entries
    return Catalogue(_header_fields(head.msgstr), head.comments, rest), faults


def _quote(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return '"' + escaped.replace("\n", "\\n") + '"'


def _field(keyword: str, text: str) -> Iterable[str]:
    parts = re.findall(r"[^\n]*\n|[^\n]+", text)
    if len(parts) > 1:
        yield f'{keyword} ""'
        yield from map(_quote, parts)
    else:
        yield f"{keyword} {_quote(text)}"


def _lines(entry: Entry) -> Iterable[str]:
    yield from (f"# {line}".rstrip() for line in entry.comments)
    yield from (f"#. {line}".rstrip() for line in entry.notes)
    yield from (f"#: {line}" for line in entry.places)
    if entry.flags:
        yield "#, " + ", ".join(sorted(set(entry.flags)))
    mark = "#~ " if entry.obsolete else ""
    for keyword, text in (("msgid", entry.old), ("msgid_plural", entry.old_plural)):
        yield from ("#" + mark[1:2] + "| " + line for line in (_field(keyword, text) if text else ()))
    if entry.context:
        yield from (mark + line for line in _field("msgctxt", entry.context))
    yield from (mark + line for line in _field("msgid", entry.msgid))
    if entry.plural:
        yield from (mark + line for line in _field("msgid_plural", entry.plural))
        for place, text in enumerate(entry.forms):
            yield from (mark + line for line in _field(f"msgstr[{place}]", text))
    else:
        yield from (mark + line for line in _field("msgstr", entry.msgstr))


def write(catalogue: Catalogue) -> bytes:
    """Return a PO file; the same catalogue gives the same bytes."""
    header = "".join(f"{name}: {value}\n" for name, value in catalogue.header.items())
    head = Entry(msgstr=header, comments=catalogue.comments)
    blocks = ["\n".join(_lines(entry)) for entry in (head, *catalogue.entries)]
    return ("\n\n".join(blocks) + "\n").encode("utf-8")
