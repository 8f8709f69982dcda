"""No copy of any reader holds, in any format, anywhere in its bytes, what that reader may not see.

The nets that would catch it (the look at the finished tree, the guard) are taken away here: what is proved is that
nothing is there to be caught. What a reader may not see is said a second time below, in the words of the practice;
a mark is looked for in the file taken apart by other hands than the guard's.
"""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pypdfium2
import pytest

import dystori
from dystori.house import House

Path = tuple[str | int, ...]
#: A case made up from a number.
MakesUp = Callable[[int], Any]

#: What is said in a conference or a review, by the paths of a document: not for whoever was shut out of it.
SAID_THERE = re.compile(
    r"outcome\.(closed_part|summary|strengths|risk|family_views|scales|decisions\.\d+\.(views|dissent))"
    r"|outcome\.invited\.\d+\.why|people\.\d+\.note"
    r"|(summary|parents_views|carers_views|others_views|quotes)"
)
_STORY = r"purpose|disputed|drafts|agreements\.\d+\.comment|agreed_words\.\d+\.thing|read_to_child"
#: What only the file is told, by kind and part.
FOR_THE_FILE = {
    "case-note/letter": r"file|statements|seen\.manager_told_on",
    "closure-letter/letter": r"file|statement",
    "conference-report/letter": r"report|plan_views"
    r"|outcome\.(summary|risk|closed_part|family_views|invited|legal_advice)"
    r"|outcome\.decisions\.\d+\.(at_risk|needs_plan|reasons|views|dissent|plan|contingency|told)",
    "review-record/letter": r"manager|shared|people|parents_views|visits|changes|summary",
    "words-and-pictures/storyboard": _STORY,
    "words-and-pictures/safety-plan": _STORY,
}
MONTHS = [
    *("Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".casefold().split()),
    *("January February March April May June July August September October November December".casefold().split()),
]
_MARK = re.compile(rf"q\d{{4}}z|016329\d{{5}}|(?<!\d)\d\d?(?:{'|'.join(MONTHS)})20\d\d")
_DAY = re.compile(r"(\d+)([a-z]+)(\d+)")
#: A piece of every name of a town that no mutation touches.
TOWNS = {
    "cardiff": ("aerdydd", "cardiff"),
    "newport": ("asnewydd", "newport"),
    "caerphilly": ("aerffili", "caerphilly"),
    "wrexham": ("recsam", "wrexham"),
    "bangor": ("angor",),
    "holyhead": ("aergybi", "holyhead"),
    "llanelli": ("lanelli",),
    "lampeter": ("lanbedrpont", "lampeter"),
}


def test_some_hundred_items_kept_back_are_in_no_copy(house: House, made_up: MakesUp, nets: None) -> None:
    found = [searched(house, made_up, number, copies=3, pdfs=number < 2) for number in range(10)]
    assert sum(items for items, _ in found) > 400
    assert [leak for _, leaks in found for leak in leaks] == []


@pytest.mark.long
@pytest.mark.parametrize("number", range(100, 160))
def test_tens_of_thousands_of_items_kept_back_are_in_no_copy(
    house: House, made_up: MakesUp, nets: None, number: int
) -> None:
    assert searched(house, made_up, number, copies=20, pdfs=1)[1] == []


def test_where_nothing_is_removed_the_search_finds_it_in_every_format(
    house: House, made_up: MakesUp, nets: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dystori.editions.withhold.Hidden.covers", lambda *_: False)
    leaks = searched(house, made_up, 1, copies=2, pdfs=2)[1]
    assert {leak.split()[1].rpartition(".")[2] for leak in leaks} == {"txt", "html", "docx", "pdf"}


@pytest.mark.parametrize("number", range(5))
def test_what_is_built_right_stops_at_no_net(house: House, made_up: MakesUp, number: int) -> None:
    made = made_up(number)
    for part, reader in drawn(made, 5):
        list(house.render(made.case(), dystori.Wanted(parts=[part], reader=reader), ["txt"]))


def searched(house: House, made_up: MakesUp, number: int, *, copies: int, pdfs: int) -> tuple[int, list[str]]:
    """Return how many items kept back from a reader were looked for in a case's copies, and where one was.

    A PDF takes ten times what the others take, so only the first ``pdfs`` of the ``copies`` are made as one too.
    """
    made = made_up(number)
    case = made.case()
    paths = marks_of(made.data)
    items, leaks = 0, []
    for nth, (part, reader) in enumerate(drawn(made, copies)):
        wanted = dystori.Wanted(parts=[part], reader=reader)
        for edition in house.editions(case, wanted):
            items += sum(bool(_readers(edition) & set(item["from"])) for item in made.data["withheld"])
        formats = ["txt", "html", "docx", *(["pdf"] if nth < pdfs else [])]
        editions = [one for one in house.editions(case, wanted) for _ in formats]
        for edition, document in zip(editions, house.render(case, wanted, formats), strict=True):
            there = marks_in(taken_apart(document.data))
            leaks += [
                f"{number} {document.name} {'.'.join(map(str, path))}"
                for mark, path in paths.items()
                if mark in there and not may_see(made.data, edition, path)
            ]
            beside = json.dumps(document.manifest) + document.name
            leaks += [f"{number} manifest of {document.name}" for _ in marks_in(beside)]
    return items, leaks


def drawn(made: Any, copies: int) -> list[tuple[str, str]]:
    """Return parts and readers: the file itself, and as many others as were asked for."""
    everybody = [(part.name, who) for part in made.kind.parts for who in [*made.everybody, "file"]]
    return made.random.sample(everybody, min(copies, len(everybody)))  # type: ignore[no-any-return]


# What a reader may see, by the rules of practice.


def may_see(data: Any, edition: Any, path: Path) -> bool:
    """Return whether what stands at a path may stand in a copy."""
    if edition.reader.kind == "file":
        return True
    return not (
        path[0] in ("withheld", "waived")
        or "former_names" in path
        or (path[0] == "documents" and path[1] != edition.index)
        or any(_within(path, held) for held in _kept_back(data, edition))
        or _anothers(data, edition, path)
        or _of_somebody_kept_back(data, edition, path)
        or _no_copy(data, edition, path)
        or _shut_out(data, edition, path)
        or _for_the_file(edition, path)
    )


def _readers(edition: Any) -> set[str]:
    """Return who reads a copy: whoever gets it, the children it speaks to, and what its reader is."""
    return {edition.reader.id, edition.reader.kind, *edition.addressee.ids} - {""}


def _kept_back(data: Any, edition: Any) -> Iterator[Path]:
    for item in data["withheld"]:
        if not _readers(edition) & set(item["from"]):
            continue
        if "item" in item:
            yield tuple(int(step) if step.isdigit() else step for step in item["item"].split("."))
        else:
            first = re.search(r"Q\d{4}Z", item["sentence"])
            assert first
            yield ("sentence", first[0])


def _within(path: Path, held: Path) -> bool:
    return path[: len(held)] == held


def _anothers(data: Any, edition: Any, path: Path) -> bool:
    """Return whether a path is another child's: their own words, section, view, mark, number, address, birthday."""
    children = {who for who, person in data["people"].items() if person["kind"] == "child"}
    own = set(edition.addressee.ids) or {edition.reader.id} & children
    theirs = own or set(data["people"].get(edition.reader.id, {}).get("children", ())) or children
    others = children - theirs
    if path[0] == "people":
        return path[1] in others and path[2] in ("phone", "email", "address", "born")
    value = data
    for step in path:
        value = value[step]
        if isinstance(value, dict):
            whose = value.get("children")
            whose = {one for one in whose if isinstance(one, str)} if isinstance(whose, list) else set()
            if {value.get("child"), value.get("by"), value.get("drawn_by")} & others or (whose and whose <= others):
                return True
    return False


def _of_somebody_kept_back(data: Any, edition: Any, path: Path) -> bool:
    """Return whether a path is in the words, view, mark or line of somebody whom this reader may not read about."""
    held = {where[1] for where in _kept_back(data, edition) if where[0] == "people" and len(where) == 2}
    value = data
    for step in path[:-1]:
        value = value[step]
        if path[0] == "documents" and isinstance(value, dict):
            whose = (value.get(name) for name in ("by", "drawn_by", "child", "who", "seen_by"))
            if held & {one for one in whose if isinstance(one, str)}:
                return True
    return False


def _no_copy(data: Any, edition: Any, path: Path) -> bool:
    """Return whether something goes out with no copy: a medical report, an address that is kept from anybody.

    Of two homes a copy holds the one it goes to, and who lives in neither gets neither.
    """
    if path[0] == "people" and path[2] in ("address", "homes"):
        kept = [item["item"] for item in data["withheld"] if "item" in item]
        there = f"{'.'.join(map(str, path))}."
        if any(there.startswith(f"{one}.") for one in kept):
            return True
    if path[0] == "people" and path[2] == "homes":
        if edition.reader.id == path[1]:
            return bool(path[3] != edition.home - 1)
        home = data["people"][path[1]]["homes"][path[3]]
        return edition.reader.kind != "practitioner" and edition.reader.id not in home.get("with", ())
    value = data
    for step in path:
        value = value[step]
        if isinstance(value, dict) and value.get("medical") == "yes":
            return True
    return False


def _shut_out(data: Any, edition: Any, path: Path) -> bool:
    document = data["documents"][edition.index]
    if path[0] != "documents" or edition.addressee.ids:
        return False
    invited = [*document.get("outcome", {}).get("invited", ()), *document.get("people", ())]
    how = {one.get("attendance", one.get("attended")) for one in invited if one.get("who") == edition.reader.id}
    within = ".".join(map(str, path[2:]))
    return ("excluded" in how and SAID_THERE.match(within) is not None) or (
        bool(how & {"in-part", "part"}) and within.startswith("outcome.closed_part")
    )


def _for_the_file(edition: Any, path: Path) -> bool:
    names = FOR_THE_FILE.get(f"{edition.kind.name}/{edition.part.name}")
    return bool(names and path[0] == "documents" and re.match(rf"(?:{names})(\.|$)", ".".join(map(str, path[2:]))))


# Marks, and files taken apart.


def marks_of(data: Any) -> dict[str, Path]:
    """Return every mark of a case and the path where it stands."""
    found: dict[str, Path] = {}
    for path, value in _leaves(data, ()):
        if path[0] == "withheld" and path[2] != "because":
            continue
        for mark in marks_in(value) if not re.fullmatch(r"\d{4}-\d\d-\d\d", value) else {value}:
            found[mark] = path
        if path[-1] == "town":
            found[f"town {value}"] = path
    return found


def marks_in(text: str) -> set[str]:
    """Return every mark that stands in a text, however it is spaced and whatever its case."""
    text = re.sub(r"[\s\u00ad\u2011\u200b-]+", "", text.casefold())
    found = set(_MARK.findall(text))
    for day in [one for one in found if one[0] in "0123456789" and not one.isdigit()]:
        nth, month, year = _DAY.fullmatch(day).groups()  # type: ignore[union-attr]
        found.add(f"{year}-{MONTHS.index(month) % 12 + 1:02}-{int(nth):02}")
    return found | {f"town {town}" for town, pieces in TOWNS.items() if any(piece in text for piece in pieces)}


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(inner, (*path, key))
    else:
        yield path, str(value)


def taken_apart(data: bytes) -> str:
    """Return everything a file holds, as text: what is drawn, what is written beside it, and the bytes themselves."""
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [(name, package.read(name)) for name in package.namelist()]
        return "\n".join(f"{name}\n{_marked_up(part)}" for name, part in parts)
    if data[:5] == b"%PDF-":
        return _pdf(data)
    return _marked_up(data)


def _marked_up(data: bytes) -> str:
    text = data.decode(errors="replace")
    return f"{text}\n{html.unescape(re.sub(r'<[^>]*>', '', text))}"


def _pdf(data: bytes) -> str:
    reader = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in reader]
    reader.close()
    unpacked = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        texts = [text for thing in pdf.objects for text in _pdf_texts(thing, 0)]
        pdf.save(unpacked, stream_decode_level=pikepdf.StreamDecodeLevel.all, compress_streams=False)
    return "\n".join([*pages, *texts, unpacked.getvalue().decode("latin-1")])


def _pdf_texts(thing: Any, depth: int) -> Iterator[str]:
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for inner in thing:
            yield from _pdf_texts(inner, depth + 1)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) and depth < 4:
        for inner in thing.values():
            yield from _pdf_texts(inner, depth + 1)
