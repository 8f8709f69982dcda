"""What waits for a translator: each text that a copy prints in another language than its reader's, and who reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dystori.editions import ALL, Edition, Wanted
from dystori.editions.withhold import finds, hidden_from_anybody
from dystori.findings import Finding, Severity
from dystori.house import House
from dystori.reading import Case
from dystori.reading.files import path_of
from dystori.tree import Block, Heading, Inlines, Quote, Run, lines_of, runs, walk
from dystori.workshop.case.answers import Say
from dystori.workshop.case.texts import CaseText, code_of, texts

#: What stands for a value of the case in a sentence round a text.
_VALUE = "…"
#: … and for the text itself.
_HERE = "[…]"


@dataclass(frozen=True, slots=True)
class Asked:
    """A translation that is asked for, and what the translator is told of it."""

    code: str
    language: str
    text: CaseText = field(repr=False)
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Print:
    """A text where it prints: whose copy, under which heading, in which sentence."""

    edition: Edition
    heading: str
    around: str


def asked(house: House, case: Case, wanted: Wanted, say: Say) -> tuple[list[Asked], list[Finding]]:
    """Return what is to be translated so that every copy is in its reader's languages, and what cannot go out.

    Without a reader every copy of the distribution list counts. A text with a sentence in it that is kept back from
    somebody does not go out: put into another language, nobody would know it again.
    """
    wanted = wanted if wanted.reader else replace(wanted, reader=ALL)
    known = {_printed(one): one for one in texts(case)}
    found: dict[tuple[str, str], list[_Print]] = {}
    for edition in house.editions(case, wanted):
        for code in edition.languages:
            for path, print_ in _missing(house, replace(edition, languages=(code,))):
                if path in known:
                    found.setdefault((path, code), []).append(print_)
    hidden, told = hidden_from_anybody(case), dict[str, Finding]()
    out = []
    for (path, code), prints in sorted(found.items(), key=lambda one: list(known).index(one[0][0])):
        text = known[path]
        fault = "" if text.source else "translation_source"
        if any(finds(sentence, text.spoken) for sentence in hidden.sentences):
            fault = "translation_sentence"
        if fault:
            told[path] = Finding(fault, Severity.WARNING, case.place(path_of(path)))
            continue
        notes = tuple(_notes(house, prints, code, text, say))
        if hidden.covers(text.path):
            notes = (*notes, say("asked-kept-back"))
        out.append(Asked(code_of(case, text, code), code, text, notes))
    return sorted(out, key=lambda one: one.language), list(told.values())


def _printed(text: CaseText) -> str:
    """Return the path that a passage of a document says it comes from."""
    return ".".join(map(str, (*text.path[:-1], text.after) if text.quote else text.path))


def _missing(house: House, edition: Edition) -> Iterator[tuple[str, _Print]]:
    """Yield the path of every passage that is not in the one language of an edition, and where it prints."""
    content = house.compose(edition).contents[0]
    heading = ""
    for block in walk(content.blocks):
        if isinstance(block, Heading):
            heading = _own(block.content)
        for line in _lines(block):
            for run in _foreign(line, content.tag):
                yield run.source.ref, _Print(edition, heading, _own(line, run))
    for line in (content.furniture.left, content.furniture.right, content.furniture.foot):
        for run in _foreign(line, content.tag):
            yield run.source.ref, _Print(edition, "", _own(line, run))


def _foreign(line: Inlines, tag: str) -> Iterator[Run]:
    return (run for run in runs(line) if run.source.kind == "case" and run.lang != tag)


def _lines(block: Block) -> Iterator[Inlines]:
    if isinstance(block, Quote) and block.translation:
        yield from block.who
    elif not hasattr(block, "blocks"):
        yield from lines_of(block)


def _own(line: Inlines, passage: Run | None = None) -> str:
    """Return what of a line is the house's own words, values of the case as dots; empty where it has none."""
    here = list(runs(line))
    if not any(run.source.kind == "entry" and run.text.strip(" :,.") for run in here):
        return ""
    if passage is None and any(run.source.kind == "case" for run in here):
        return ""
    return "".join(_HERE if run is passage else run.text if run.source.kind == "entry" else _VALUE for run in here)


def _notes(house: House, prints: list[_Print], code: str, text: CaseText, say: Say) -> Iterator[str]:
    """Yield what a translator is told: what it is, where it prints, for whom, in which sentence."""
    if text.quote:
        yield say("asked-quote")
    lines: dict[str, None] = {}
    for one in prints:
        to = one.edition.addressee
        stands = say("note-stands", places=f"{one.edition.kind.name}, {one.edition.part.name}")
        if one.heading:
            stands = f"{stands} {say('asked-under', heading=one.heading)}"
        register = house.languages[code].register_for(to.register, adult=to.adult, several=to.several)
        reader = say(f"note-reader-{to.stage.value}")
        spoken = say("note-register", register=register) if register and to.ids else ""
        around = say("asked-around", words=one.around) if one.around else ""
        lines[" ".join(part for part in (stands, reader, spoken, around) if part)] = None
    yield from lines
