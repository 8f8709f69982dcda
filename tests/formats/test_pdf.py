"""What a PDF of ours must be: both standards at once, every language marked, nothing lost, nothing over the edge."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any

import page as validator
import pikepdf
import pytest
import weasyprint
from PIL import Image
from weasyprint.formatting_structure import boxes

from dystori.findings import TemplateError
from dystori.formats import fonts, pdf
from dystori.formats.colours import contrast, palette, readable, tint
from dystori.formats.pdf import engine, writer
from dystori.formats.pdf.finish import finish
from dystori.library import Library
from dystori.tree import (
    Block,
    Box,
    Card,
    Cards,
    Content,
    Contents,
    Facts,
    Figure,
    Frame,
    Furniture,
    Heading,
    Inlines,
    LaidOut,
    Link,
    Listing,
    Paragraph,
    PictureFile,
    Presentation,
    Quote,
    Row,
    Run,
    Source,
    Style,
    Table,
    Voice,
    plain,
    runs,
)

ROOT = Path(__file__).parents[2]
CY, EN = "cy-GB", "en-GB"
LONG_PLACE = "Llanfair­pwll­gwyn­gyll­go­ger­y­chwyrn­drobwll­llan­tysilio­gogo­goch"
SOURCE = Source("entry", "test/test")

Passage = tuple[str, str]


def line(text: str, lang: str = CY, **marks: bool) -> tuple[Run, ...]:
    return (Run(text, lang, SOURCE, **marks),)


def picture(width: int = 780, height: int = 240, mode: str = "RGB") -> PictureFile:
    target = io.BytesIO()
    Image.new(mode, (width, height), "#88AACC").save(target, "PNG")
    return PictureFile("picture", "image/png", target.getvalue(), width, height)


def furniture(lang: str) -> Furniture:
    welsh = lang == CY
    return Furniture(
        line("Cyngor Sir Aberwen" if welsh else "Aberwen County Council", lang),
        line("AB-2026-0417", lang),
        line("Llythyr i ti yw hwn." if welsh else "This letter is for you.", lang),
        ("Tudalen ", " o ", "") if welsh else ("Page ", " of ", ""),
    )


def table(lang: str, rows: int = 2, columns: int = 3) -> Table:
    welsh = ("Bydd Mam yn cael help", "Gethin", "Ionawr", "a", "b")
    words = welsh if lang == CY else ("Mam will get help with it", "Gethin", "January", "a", "b")
    widths = {3: (50, 28, 22), 5: (40, 20, 20, 10, 10)}[columns]
    head = ("Beth", "Pwy", "Pryd", "Un", "Dau") if lang == CY else ("What", "Who", "When", "One", "Two")
    cells = tuple(line(word, lang) for word in words[:columns])
    return Table(
        "plan",
        line("Cynllun" if lang == CY else "Plan", lang),
        tuple(line(h, lang) for h in head[:columns]),
        (cells,) * rows,
        widths,
    )


def blocks(lang: str = CY) -> tuple[Block, ...]:
    other = EN if lang == CY else CY
    return (
        Figure("banner", picture(), line("Llun o’r tŷ", lang), size="banner"),
        Heading("title", 1, line("Annwyl Mali,", lang)),
        Paragraph(
            "opening",
            (*line("Diolch i ti am siarad gyda ", lang), *line("the children’s team", other), *line(".", lang)),
        ),
        Paragraph("fault", line("Nid dy fai di yw hyn.", lang), "stand"),
        table(lang),
        Heading("said", 2, line("Beth ddywedaist ti", lang)),
        Quote("quote", (line("I want to stay with Mam-gu.", other),), (line("Mali, yn yr ysgol", lang),)),
        Quote("teacher", (line("Mae hi’n ddewr.", lang),), (line("Mr Khan", lang),), voice="other"),
        Facts(
            "facts",
            line("I’r ffeil", lang),
            ((line("Ble", lang), line("Ysgol", lang)), (line("Pryd", lang), line("Heddiw", lang))),
        ),
        Listing("list", (line("Un peth", lang), line("Peth arall", lang))),
        Cards(
            "cards",
            (Card(line("Mam-gu", lang, keep=True), (line("Ffonia hi", lang),)), Card(line("Mr Khan", lang), ())),
        ),
        Box(
            "rights",
            "rights",
            (Heading("right", 2, line("Dy hawliau di", lang)), Paragraph("r", line("Cei di ofyn.", lang))),
        ),
        Figure("drawing", picture(400, 300), line("Llun Mali", lang), line("Mali, 7 oed", lang), own=True),
        Paragraph("phone", (Link("tel:+441632960001", line("01632 960 001", lang)),)),
        Box(
            "sign",
            "sign",
            (Paragraph("bye", line("Cofion cynnes,", lang)), Paragraph("name", line("Siân", lang), "name")),
        ),
    )


def content(lang: str = CY, of: tuple[Block, ...] | None = None) -> Content:
    code, name = ("cy", "Cymraeg") if lang == CY else ("en", "English")
    return Content(
        code, lang, name, "Llythyr" if lang == CY else "Letter", furniture(lang), blocks(lang) if of is None else of
    )


def one(*of: Block, voice: Voice = "young", lang: str = CY, **style: Any) -> LaidOut:
    body = of if any(isinstance(block, Heading) for block in of) else (Heading("title", 1, line("Teitl", lang)), *of)
    return LaidOut((content(lang, body),), "one", Style(voice, style.pop("accent", "#0B5F66"), **style))


def both(arrangement: Any, voice: Voice = "older", **style: Any) -> LaidOut:
    contents = (content(CY), content(EN))
    rows: tuple[Row, ...] = ()
    if arrangement != "back-to-back":
        pairs = zip(contents[0].blocks, contents[1].blocks, strict=True)
        rows = tuple(
            Row(pair, shared=at == 0) if at else Row((pair[0], None), shared=True) for at, pair in enumerate(pairs)
        )
        rows += (Row((table(CY, 3, 5), table(EN, 3, 5))), Row((None, Paragraph("only", line("Only in English.", EN)))))
    return LaidOut(contents, arrangement, Style(voice, "#0B5F66", **style), rows)


def story(lang: str = CY) -> tuple[Block, ...]:
    """A storyboard: drawn pictures, the child's own drawing, room to draw, and what stands round them."""
    welsh = lang == CY
    drawn = Figure("f1.picture", picture(600, 400), line("Mam a Mali" if welsh else "Mam and Mali", lang))
    own = Figure(
        "f2.picture",
        picture(500, 420),
        line("Coeden" if welsh else "A tree", lang),
        line("Gan Mali" if welsh else "By Mali", lang),
        own=True,
    )
    said = (
        ("Mae Mam yn dy garu di.", "Mam loves you."),
        ("Bob dydd.", "Every day."),
        ("Dyma dy goeden.", "Your tree."),
    )
    first, second, third = (line(pair[0 if welsh else 1], lang) for pair in said)
    return (
        Heading("t", 1, line("Stori Mali" if welsh else "Mali’s story", lang)),
        Frame("f1", 1, drawn, (first, second)),
        Frame("f2", 2, own, (third,)),
        Frame("f3", 3, None, (line("Tynna lun yma." if welsh else "Draw here.", lang),)),
        Heading("h", 2, line("Pwy fydd yn helpu" if welsh else "Who will help", lang)),
        Paragraph("p", line("Siarada â Mam-gu." if welsh else "Talk to Mam-gu.", lang)),
    )


def record(lang: str = CY) -> tuple[Block, ...]:
    """A long record: contents, numbered sections and paragraphs, a wide table of many rows."""
    words = "Mae’r plant gartref bob nos. " if lang == CY else "The children are at home every night. "
    sections: list[Block] = []
    for number in range(1, 8):
        title = f"Rhan {'abcdefg'[number - 1]}" if lang == CY else f"Part {'abcdefg'[number - 1]}"
        sections.append(Heading(f"h{number}", 2, line(title, lang), number=str(number)))
        sections += [Paragraph(f"p{number}.{at}", line(words * 6, lang), number=f"{number}.{at}") for at in range(1, 5)]
        sections.append(Heading(f"s{number}", 3, line(f"Mali {number}", lang)))
    return (
        Heading("t", 1, line("Adroddiad" if lang == CY else "Report", lang)),
        Contents("c", line("Cynnwys" if lang == CY else "Contents", lang)),
        *sections,
        table(lang, 30, 5),
        Box("b", "worry", (Paragraph("bp", line(words, lang), number="7.5"),)),
    )


def of(make: Callable[[str], tuple[Block, ...]], arrangement: Any, voice: Voice, **style: Any) -> LaidOut:
    contents = tuple(content(lang, make(lang)) for lang in ((CY,) if arrangement == "one" else (CY, EN)))
    rows: tuple[Row, ...] = ()
    if arrangement in ("columns", "blocks", "facing"):
        rows = tuple(Row(pair) for pair in zip_longest(*(each.blocks for each in contents)))
    return LaidOut(contents, arrangement, Style(voice, "#0B5F66", **style), rows)


DOCUMENTS: dict[str, Callable[[], LaidOut]] = {
    "young": lambda: one(*blocks()),
    "older in English": lambda: one(*blocks(EN), voice="older", lang=EN),
    "report": lambda: one(*blocks(), voice="report"),
    "large": lambda: one(*blocks(), presentation="large"),
    "easy": lambda: one(*blocks(), presentation="easy"),
    "mono": lambda: one(*blocks(), presentation="mono"),
    "logo": lambda: one(*blocks(), logo=picture(300, 100, "RGBA"), logo_alt="Aberwen"),
    "columns": lambda: both("columns"),
    "columns of a report": lambda: both("columns", "report"),
    "blocks": lambda: both("blocks"),
    "back to back": lambda: both("back-to-back"),
    "storyboard": lambda: of(story, "one", "story"),
    "large storyboard": lambda: of(story, "one", "story", presentation="large"),
    "storyboard block by block": lambda: of(story, "blocks", "story"),
    "storyboard in columns": lambda: of(story, "columns", "story"),
    "storyboards back to back": lambda: of(story, "back-to-back", "story"),
    "storyboard on facing pages": lambda: of(story, "facing", "story"),
    "storyboard for a young reader": lambda: of(story, "one", "young"),
    "numbered": lambda: of(lambda lang: record(lang)[:-2], "one", "report"),
    "numbered in columns": lambda: of(lambda lang: record(lang)[:-2], "columns", "report"),
    "record": lambda: of(record, "one", "report"),
    "large record": lambda: of(record, "one", "report", presentation="large"),
    "record back to back": lambda: of(record, "back-to-back", "report"),
    "record in columns": lambda: of(record, "columns", "report"),
}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(ROOT / "templates", ROOT / "locales", {})


@pytest.fixture(scope="module")
def made(library: Library) -> Callable[[str], bytes]:
    """Return a document's file by the document's name, written once."""
    files: dict[str, bytes] = {}

    def get(name: str) -> bytes:
        if name not in files:
            files[name] = pdf.write(DOCUMENTS[name](), library)
        return files[name]

    return get


@pytest.fixture
def bad_library(tmp_path: Path) -> Callable[[str], Library]:
    """Return a library whose print sheet ends with some other rules."""

    def make(rules: str) -> Library:
        folder = tmp_path / "templates" / "shared"
        folder.mkdir(parents=True)
        for name in ("blocks.css", "print.css", "screen.css"):
            text = (ROOT / "templates" / "shared" / name).read_text(encoding="utf-8")
            (folder / name).write_text(text + rules * (name == "print.css"), encoding="utf-8")
        return Library(tmp_path / "templates", tmp_path, {})

    return make


def pages_of(laid: LaidOut, library: Library) -> list[weasyprint.Page]:
    sheet, parts, assets = writer.prepare(laid, library)
    with engine.turn(assets.files) as turn:
        return [page for part in parts for page in part.fitted(sheet, turn).pages]


def instructions(page: pikepdf.Page) -> Any:
    return pikepdf.parse_content_stream(page)


def letters(font: pikepdf.Object) -> dict[int, str]:
    mapping = font.ToUnicode.read_bytes().decode()
    pairs = re.findall(r"<([0-9a-f]+)> <([0-9a-f]*)>", mapping.split("endcodespacerange")[1])
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def drawn(file: pikepdf.Pdf) -> dict[tuple[int, int], str]:
    """Return the words drawn under each mark: page and number to text."""
    words: dict[tuple[int, int], str] = {}
    for at, page in enumerate(file.pages):
        maps = {name: letters(font) for name, font in page.Resources.Font.items()}
        mark, said, font = -1, False, ""
        for operands, operator in instructions(page):
            match str(operator):
                case "BDC":
                    mark, said = int(operands[1].get("/MCID", -1)), "/ActualText" in operands[1]
                    words[at, mark] = words.get((at, mark), "") + str(operands[1].get("/ActualText", ""))
                case "EMC":
                    mark = -1
                case "Tf":
                    font = str(operands[0])
                case "Tj" | "TJ" if mark >= 0 and not said:
                    pieces = operands[0] if str(operator) == "TJ" else operands
                    for piece in pieces:
                        if isinstance(piece, pikepdf.String):
                            codes = bytes(piece)
                            numbers = (int.from_bytes(codes[i : i + 2]) for i in range(0, len(codes), 2))
                            words[at, mark] += "".join(maps[font][number] for number in numbers)
    return words


def elements(file: pikepdf.Pdf) -> Iterator[tuple[str, str, Any]]:
    """Yield tag, language in force and element, in reading order."""

    def down(node: Any, lang: str) -> Iterator[tuple[str, str, Any]]:
        if isinstance(node, pikepdf.Array):
            for kid in node:
                if isinstance(kid, pikepdf.Object):
                    yield from down(kid, lang)
        elif "/S" in node:
            here = str(node.get("/Lang", lang))
            yield str(node.S)[1:], here, node
            yield from down(node.get("/K", pikepdf.Array()), here)

    yield from down(file.Root.StructTreeRoot.K, str(file.Root.Lang))


def told(data: bytes) -> list[Passage]:
    """Return what a screen reader gets: language and words without white space, in reading order."""
    with pikepdf.open(io.BytesIO(data)) as file:
        words = drawn(file)
        numbers: dict[Any, int] = {page.objgen: at for at, page in enumerate(file.pages)}
        passages = []
        for tag, lang, element in elements(file):
            if tag == "Lbl" or "/Lbl" in str(element.get("/P", {}).get("/S", "")) or in_contents(element):
                continue
            kids = element.get("/K", pikepdf.Array())
            held = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
            marks = [kid for kid in held if not isinstance(kid, pikepdf.Object)]
            passages += [(lang, words.get((numbers[element.Pg.objgen], int(mark)), "")) for mark in marks]
    return merged(passages)


def in_contents(element: Any) -> bool:
    """Return whether an element is part of a list of contents: its numbers of pages are in no tree."""
    while "/P" in element:
        if str(element.get("/S", "")) == "/TOC":
            return True
        element = element.P
    return False


def merged(passages: list[Passage]) -> list[Passage]:
    bare = [(lang, re.sub(r"\s|\u00ad", "", text)) for lang, text in passages]
    groups = groupby((pair for pair in bare if pair[1]), key=lambda pair: pair[0])
    return [(lang, "".join(text for _, text in group)) for lang, group in groups]


def expected(*of: Block | None) -> list[Passage]:
    """Return the words of blocks in reading order, pictures' alternative text aside."""
    passages: list[Passage] = []

    def add(*lines: Inlines) -> None:
        passages.extend((run.lang, run.text) for words in lines for run in runs(words))

    for block in of:
        match block:
            case Heading() | Paragraph():
                passages.append((next(runs(block.content)).lang, block.number))
                add(block.content)
            case Listing():
                add(*block.items)
            case Quote():
                lang = next(runs(block.words[0])).lang
                passages.append((lang, block.marks[0]))
                add(*block.words)
                passages.append((lang, block.marks[1]))
                add(*block.who)
            case Facts():
                add(block.caption, *(cell for row in block.rows for cell in row))
            case Table():
                add(block.caption, *block.head, *(cell for row in block.rows for cell in row))
            case Cards():
                add(*(words for card in block.cards for words in (card.name, *card.lines)))
            case Figure():
                add(block.caption)
            case Frame():
                passages.extend(expected(block.figure))
                passages.append((next(runs(block.words[0])).lang, str(block.number)))
                add(*block.words)
            case Contents():
                add(block.title)
            case Box():
                passages.extend(expected(*block.blocks))
    return merged(passages)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_is_both_pdf_ua_and_pdf_a(made: Callable[[str], bytes], name: str) -> None:
    for profile in ("ua1", "2a"):
        report = validator.validate_pdf_bytes(made(name), profile=profile)
        assert report.is_compliant, [failure.message for failure in report.failures]


@pytest.mark.parametrize("name", ["young", "older in English", "report", "easy", "storyboard", "numbered"])
def test_words_and_languages_are_those_of_the_tree_in_reading_order(made: Callable[[str], bytes], name: str) -> None:
    assert told(made(name)) == expected(*DOCUMENTS[name]().contents[0].blocks)


@pytest.mark.parametrize("name", ["columns", "blocks", "storyboard in columns", "numbered in columns"])
def test_two_languages_are_read_block_by_block(made: Callable[[str], bytes], name: str) -> None:
    rows = DOCUMENTS[name]().rows
    assert told(made(name)) == expected(*(cell for row in rows for cell in row.cells))


def test_back_to_back_is_read_one_language_after_the_other(made: Callable[[str], bytes]) -> None:
    welsh, english = DOCUMENTS["back to back"]().contents
    assert told(made("back to back")) == merged(expected(*welsh.blocks) + expected(*english.blocks))


def test_each_language_back_to_back_has_its_own_furniture_and_counts_its_own_pages(library: Library) -> None:
    short = (content(CY, (Heading("t", 1, line("Un", CY)),)), content(EN, (Heading("t", 1, line("One", EN)),)))
    pages = pages_of(LaidOut(short, "back-to-back", Style("young", "#0B5F66")), library)
    edges = ["".join(margin_words(page)) for page in pages]
    assert len(pages) == 2
    assert "Tudalen 1 o 1" in edges[0]
    assert "Page" not in edges[0]
    assert "Page 1 of 1" in edges[1]
    assert "Tudalen" not in edges[1]


def test_pages_in_two_languages_have_furniture_in_both_the_first_language_first(library: Library) -> None:
    edges = "".join(margin_words(pages_of(both("columns"), library)[0]))
    assert edges.index("Tudalen 1 o") < edges.index("Page 1 of")
    assert edges.count("AB-2026-0417") == 1, "what both languages say alike stands once"


def margin_words(page: weasyprint.Page) -> list[str]:
    edges = [box for box in page._page_box.children if isinstance(box, boxes.MarginBox)]
    return [box.text for edge in edges for box in edge.descendants() if isinstance(box, boxes.TextBox)]


def test_page_furniture_is_an_artifact_of_pagination(made: Callable[[str], bytes]) -> None:
    with pikepdf.open(io.BytesIO(made("young"))) as file:
        artifacts = [
            operands[1].get("/Type")
            for operands, operator in instructions(file.pages[0])
            if str(operator) == "BDC" and operands[0] == "/Artifact"
        ]
    assert len(artifacts) >= 4
    assert set(artifacts) == {"/Pagination"}


def test_header_cells_say_what_they_head(made: Callable[[str], bytes]) -> None:
    with pikepdf.open(io.BytesIO(made("young"))) as file:
        scopes = [str(element.A.Scope) for tag, _, element in elements(file) if tag == "TH"]
    assert scopes == ["/Column", "/Column", "/Column", "/Row", "/Row"]


def test_pictures_carry_their_words(made: Callable[[str], bytes]) -> None:
    with pikepdf.open(io.BytesIO(made("young"))) as file:
        assert [str(element.Alt) for tag, _, element in elements(file) if tag == "Figure"] == [
            "Llun o’r tŷ",
            "Llun Mali",
        ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_only_the_shipped_typefaces_are_in_the_file_and_all_are_embedded(
    made: Callable[[str], bytes], name: str
) -> None:
    with pikepdf.open(io.BytesIO(made(name))) as file:
        held = [whole for whole in file.objects if isinstance(whole, pikepdf.Dictionary)]
        described = [whole for whole in held if whole.get("/Type") == "/FontDescriptor"]
        names = {str(whole.FontName).split("+")[-1] for whole in described}
        assert all("/FontFile2" in whole for whole in described)
    assert names
    assert all(re.fullmatch(r"Lexend(-Medium|-Semi-Bold)?", name) for name in names)


def test_the_file_says_nothing_of_people_or_days(made: Callable[[str], bytes]) -> None:
    with pikepdf.open(io.BytesIO(made("young"))) as file:
        assert set(file.docinfo.keys()) == {"/Title", "/Producer"}
        metadata = file.Root.Metadata.read_raw_bytes().decode()
        assert "/Names" not in file.Root
    assert "pdfuaid:part" in metadata
    assert not re.search("creator|Date|Siân|Mali", metadata)


def test_two_runs_give_the_same_bytes_a_second_apart(library: Library) -> None:
    first = pdf.write(one(*blocks()), library)
    time.sleep(1.1)
    assert pdf.write(one(*blocks()), library) == first


def test_folder_zone_and_hash_seed_leave_the_bytes_alone(tmp_path: Path) -> None:
    program = (
        "import hashlib,sys\nfrom pathlib import Path\nsys.path[:0]=sys.argv[2:]\n"
        "from dystori.formats import pdf\nfrom dystori.library import Library\nfrom dystori.tree import *\n"
        "r=lambda t:(Run(t,'cy-GB',Source('entry','x')),)\n"
        "f=Furniture(r('a'),r('b'),r('c'),('Tudalen ',' o ',''))\n"
        "c=Content('cy','cy-GB','Cymraeg','Llythyr',f,(Heading('h',1,r('Annwyl Mali,')),Paragraph('p',r('Helô ŵ.'))))\n"
        "root=Path(sys.argv[1])\nlibrary=Library(root/'templates',root/'locales',{})\n"
        "print(hashlib.sha256(pdf.write(LaidOut((c,),'one',Style('young','#0B5F66')),library)).hexdigest())\n"
    )
    roots = [str(ROOT / "generator"), str(ROOT / "schemas")]
    answers = set()
    for folder, zone, seed in ((ROOT, "UTC", "1"), (tmp_path, "Pacific/Auckland", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "FONTCONFIG_FILE": str(tmp_path / "none")}
        command = [sys.executable, "-c", program, str(ROOT), *roots]
        answers.add(
            subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout
        )
    assert len(answers) == 1


def test_threads_take_turns_and_agree(library: Library) -> None:
    laid, digests = one(*blocks()), []

    def work() -> None:
        digests.append(hashlib.sha256(pdf.write(laid, library)).hexdigest())

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(digests) == 4
    assert len(set(digests)) == 1


def test_a_forked_child_starts_afresh_even_when_the_parent_is_at_the_engine(library: Library) -> None:
    laid = one(Paragraph("p", line("Helô")))
    here = hashlib.sha256(pdf.write(laid, library)).hexdigest()
    reading, writing = os.pipe()
    with engine.turn({}):
        child = os.fork()
        if child == 0:
            os.write(writing, hashlib.sha256(pdf.write(laid, library)).hexdigest().encode())
            os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reading, 64).decode() == here


@pytest.mark.parametrize("voice", ["young", "older", "report", "story"])
@pytest.mark.parametrize("presentation", ["standard", "large", "easy"])
def test_nothing_leaves_its_place_on_the_page(library: Library, voice: Voice, presentation: Presentation) -> None:
    long = line("gair " * 600)
    hard: tuple[Block, ...] = (
        Heading("t", 1, line(LONG_PLACE)),
        Paragraph("p", long),
        Quote("q", (line("gair " * 200),), (line(LONG_PLACE),)),
        Quote("rtl", (line("أحب العيش مع جدتي كثيرا", "ar", rtl=True),), (line("Mali"),)),
        Facts("f", (), ((line(LONG_PLACE), line(LONG_PLACE.replace("\u00ad", ""))),)),
        replace(table(CY, 10), rows=((line(LONG_PLACE), line(LONG_PLACE), line("W" * 60)),) * 10),
        Cards("c", (Card(line(LONG_PLACE, keep=True), (line("x" * 90),)), Card(line("Mam"), ()))),
        Box("b", "rights", (Paragraph("bp", line("gair " * 200)),)),
        Figure("wide", picture(3000, 60), line("Llun"), size="wide"),
        Figure("tall", picture(60, 3000), line("Llun"), size="wide"),
        Figure("own", picture(900, 100), line("Llun"), own=True),
        Frame("f1", 1, Figure("fp", picture(300, 900), line("Llun")), (line(LONG_PLACE),)),
        Frame(
            "f2", 2, Figure("fo", picture(900, 300), line("Llun"), line(LONG_PLACE), own=True), (line("gair " * 40),)
        ),
        Frame("f3", 3, None, ()),
        Contents("c", line("Cynnwys")),
        Heading("h", 2, line(LONG_PLACE), number="12"),
        Paragraph("n", long, number="12.10"),
        replace(table(CY, 14, 5), rows=((line("gair " * 9),) * 5,) * 14),
    )
    pages = pages_of(one(*hard, voice=voice, presentation=presentation), library)
    assert [engine.overflowing(page) for page in pages] == [0] * len(pages)
    rows = tuple(Row((block, block)) for block in hard)
    laid = LaidOut((content(CY, hard), content(EN, hard)), "columns", Style(voice, "#0B5F66", presentation), rows)
    pages = pages_of(laid, library)
    assert [engine.overflowing(page) for page in pages] == [0] * len(pages)


@pytest.mark.parametrize("arrangement", ["one", "columns", "blocks"])
def test_no_word_is_lost_where_a_page_breaks(library: Library, arrangement: Any) -> None:
    words = " ".join(f"gair{at}" for at in range(500))
    for block in (
        Paragraph("p", line(words)),
        Quote("q", (line(words),), (line("Mali"),)),
        Box("b", "rights", (Paragraph("p", line(words)),)),
    ):
        english = replace(block, key=block.key)
        contents = (content(CY, (block,)), content(EN, (english,)))
        laid = one(block)
        if arrangement != "one":
            laid = LaidOut(contents, arrangement, Style("young", "#0B5F66"), (Row((block, english)),))
        times = 1 if arrangement == "one" else 2
        found = re.findall(
            r"gair\d+", "".join(text for _, text in told(pdf.write(laid, library))).replace("gair", " gair")
        )
        assert sorted(found) == sorted(words.split() * times)


def test_a_table_over_two_pages_repeats_its_head(library: Library) -> None:
    pages = pages_of(one(table(CY, 40)), library)
    assert len(pages) > 1
    for page in pages:
        words = [box.text for box in page._page_box.descendants() if isinstance(box, boxes.TextBox)]
        assert "Beth" in words


def test_rows_of_two_tables_side_by_side_keep_step(library: Library) -> None:
    short, long = (
        line("Un gair"),
        line("Mae hwn yn destun hir iawn sydd yn mynd dros sawl llinell yn y golofn gul hon " * 2),
    )
    tables = [replace(table(CY), rows=((cells, short, short), (short, short, short))) for cells in (short, long)]
    laid = replace(both("columns"), rows=(Row(tuple(tables)),))
    rows = [box for box in pages_of(laid, library)[0]._page_box.descendants() if isinstance(box, boxes.TableRowBox)]
    left, right = rows[:3], rows[3:]
    assert [round(row.position_y) for row in left] == [round(row.position_y) for row in right]


@pytest.mark.parametrize("lines", [4, 8, 10, 12])
def test_what_is_kept_together_in_a_column_never_leaves_the_page_where_it_ends(library: Library, lines: int) -> None:
    cards = Cards("c", tuple(Card(line(f"Enw {at}"), (line("Ffonia hi " * 3),)) for at in range(9)))
    kept = Box("k", "keep", (Heading("kh", 2, line("Pwy")), cards))
    for block in (cards, kept, Box("s", "sign", kept.blocks)):
        hard = (Heading("t", 1, line("Teitl")), *(Paragraph(f"p{at}", line("Gair")) for at in range(lines)), block)
        contents = (content(CY, hard), content(EN, hard))
        rows = tuple(Row(pair) for pair in zip(*(each.blocks for each in contents), strict=True))
        pages = pages_of(LaidOut(contents, "columns", Style("story", "#0B5F66"), rows), library)
        assert [engine.overflowing(page) for page in pages] == [0] * len(pages)


def test_a_signature_never_stands_alone(library: Library) -> None:
    for lines in range(24, 40):
        filler = [Paragraph(f"p{at}", line("Llinell.")) for at in range(lines)]
        sign = Box("s", "sign", (Paragraph("bye", line("Cofion,")), Paragraph("n", line("Siân"), "name")))
        last = pages_of(one(*filler, sign, voice="report"), library)[-1]
        words = [box.text for box in last._page_box.descendants() if isinstance(box, boxes.TextBox)]
        assert "Llinell." in words


def test_a_letter_a_few_lines_too_long_fits_by_giving_up_picture_height(library: Library) -> None:
    banner = Figure("f", picture(), line("Llun"), size="banner")
    counts = {
        lines: len(pages_of(one(banner, *(Paragraph(f"p{at}", line("Llinell.")) for at in range(lines))), library))
        for lines in (18, 19, 20, 21, 30)
    }
    assert counts[20] == 1
    assert counts[30] == 2


def test_a_posted_letter_shows_its_address_in_the_window(library: Library) -> None:
    address = Paragraph("a", line("Mali Rees\n1 Stryd Fawr\nAberwen"), "address")
    page = pages_of(one(address, Heading("t", 1, line("Annwyl Mali,"))), library)[0]
    tops = {
        box.text: box.position_y * engine.PIXEL
        for box in page._page_box.descendants()
        if isinstance(box, boxes.TextBox)
    }
    assert 45 <= tops["Mali Rees"] <= 60
    assert tops["Aberwen"] <= 75
    assert 94 <= tops["Annwyl Mali,"] <= 100


def test_arabic_words_can_be_read_back(library: Library) -> None:
    words = "أحب العيش مع جدتي"
    data = pdf.write(one(Quote("q", (line(words, "ar", rtl=True),), (line("Mali"),))), library)
    assert ("ar", f"“{words}”".replace(" ", "")) in told(data)
    assert validator.validate_pdf_bytes(data, profile="ua1").is_compliant
    with pikepdf.open(io.BytesIO(data)) as file:
        assert any(
            "Noto-Sans-Arabic" in str(held.get("/FontName", ""))
            for held in file.objects
            if isinstance(held, pikepdf.Dictionary)
        )


def test_a_letter_that_no_typeface_has_is_an_error_that_does_not_show_it(library: Library) -> None:
    with pytest.raises(TemplateError) as caught:
        pdf.write(one(Paragraph("p", line("Mali 𓀀"))), library)
    assert [finding.code for finding in caught.value.findings] == ["pdf-letter-missing"]
    assert "𓀀" not in repr(caught.value)
    assert fonts.missing("Mali ŵ Привет أحب 𓀀") == {"𓀀"}


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ("p{colour:red}", "pdf-engine-warned"),
        ("p{background:url(https://example.org/x.png)}", "pdf-asset-refused"),
        ("p{background:url(file:///etc/hostname)}", "pdf-asset-refused"),
        ("p{background:url(asset:picture-9)}", "pdf-asset-refused"),
        ("@font-face{font-family:X;src:url(file:///etc/hostname)}", "pdf-font-in-css"),
    ],
)
def test_a_style_sheet_that_warns_or_reaches_out_is_an_error(
    bad_library: Callable[[str], Library], rules: str, code: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        pdf.write(one(Paragraph("p", line("Helô"))), bad_library(rules))
    assert [finding.code for finding in caught.value.findings] == [code]
    assert caught.value.__cause__ is None


def test_the_engine_goes_on_after_a_document_that_failed(
    bad_library: Callable[[str], Library], library: Library
) -> None:
    with pytest.raises(TemplateError):
        pdf.write(one(Paragraph("p", line("Helô"))), bad_library("p{background:url(asset:none)}"))
    assert pdf.write(one(Paragraph("p", line("Helô"))), library).startswith(b"%PDF-1.7")


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "http://example.org", "x.html", "#top"])
def test_a_link_that_leads_elsewhere_is_an_error(library: Library, href: str) -> None:
    with pytest.raises(TemplateError) as caught:
        pdf.write(one(Paragraph("p", (Link(href, line("yma")),))), library)
    assert [finding.code for finding in caught.value.findings] == ["link-not-allowed"]


@pytest.mark.parametrize("kind", ["open action", "attachment", "form", "link"])
def test_a_finished_file_with_code_attachments_or_forms_is_refused(made: Callable[[str], bytes], kind: str) -> None:
    with pikepdf.open(io.BytesIO(made("young"))) as file:
        match kind:
            case "open action":
                file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
            case "attachment":
                file.attachments["a.txt"] = b"a"
            case "form":
                file.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array())
            case "link":
                action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="file:///etc/passwd")
                file.pages[0].Annots = pikepdf.Array(
                    [file.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Annot, A=action))]
                )
        target = io.BytesIO()
        file.save(target)
    with pytest.raises(TemplateError) as caught:
        finish(target.getvalue(), (CY,))
    assert [finding.code for finding in caught.value.findings] == ["pdf-forbidden"]


def test_large_print_tells_a_wide_table_row_by_row(library: Library) -> None:
    data = pdf.write(one(table(CY, 2, 5), presentation="large"), library)
    assert told(data)[0][1].count("Pryd") == 2


def test_a_caption_that_repeats_the_heading_above_is_not_shown_twice(library: Library) -> None:
    data = pdf.write(one(Heading("t", 1, line("Teitl")), Heading("h", 2, line("Cynllun")), table(CY)), library)
    assert told(data)[0][1].count("Cynllun") == 1


def test_the_insides_of_the_engine_are_as_we_know_them() -> None:
    """Fails when WeasyPrint changes: read engine.py again before letting another release in."""
    code = engine._original_tree.__code__
    names = ("box", "parent", "pdf", "page_number", "nums", "annotations", "tags")
    assert code.co_varnames[: code.co_argcount] == names
    assert "_build_box_tree" in code.co_names, "the recursion goes through the module's global"
    assert weasyprint.pdf.tags._build_box_tree is engine._marked_tree
    assert weasyprint.pdf.fonts.TTFont.keywords == {"recalcTimestamp": False}
    assert set(vars(engine._Fonts())) == set(vars(weasyprint.text.fonts.FontConfiguration()))


def test_tints_and_readable_accents_are_those_of_the_looks() -> None:
    assert [tint("#0B5F66", part) for part in (0.45, 0.10, 0.05)] == ["#91B7BA", "#E7EFF0", "#F3F7F7"]
    given = {"#FFD100": "#8A7100", "#00A651": "#008842", "#5BC2E7": "#3A7C94", "#E4002B": "#E4002B"}
    assert {colour: readable(colour) for colour in given} == given
    assert palette(Style("young", "#0B5F66")).voice == "#7B1F57"
    assert palette(Style("young", "#7A2058")).voice == "#1F3F8F"
    assert set(palette(Style("young", "#0B5F66", "mono")).css().split("#")[1:3]) <= {"211715;--soft:", "211715;--hair:"}
    assert contrast(palette(Style("young", "#FFD100", "easy")).accent, "#FFFAF0") >= 4.5


def test_an_accent_that_is_no_colour_is_an_error(library: Library) -> None:
    with pytest.raises(TemplateError) as caught:
        pdf.write(one(Paragraph("p", line("Helô")), accent="red;}*{display:none"), library)
    assert [finding.code for finding in caught.value.findings] == ["accent-not-a-colour"]


def test_words_that_look_like_markup_stay_words(library: Library) -> None:
    words = '<b>&amp;</b> "\\A {{ x }} url(x) </style>'
    laid = one(Paragraph("p", line(words)))
    edge = replace(laid.contents[0].furniture, left=line(words), page=(words, words, words))
    laid = replace(laid, contents=(replace(laid.contents[0], furniture=edge, title=words),))
    assert plain(line(words)).replace(" ", "") in told(pdf.write(laid, library))[0][1]
    assert any(words in text for text in margin_words(pages_of(laid, library)[0]))


# A storyboard


def texts(page: weasyprint.Page) -> list[boxes.TextBox]:
    return [box for box in page._page_box.descendants() if isinstance(box, boxes.TextBox)]


def pictures(page: weasyprint.Page) -> list[boxes.Box]:
    return [box for box in page._page_box.descendants() if isinstance(box, boxes.ReplacedBox)]


def test_a_storyboard_is_on_its_side_with_two_frames_a_page_whose_words_begin_level(library: Library) -> None:
    frames = (
        Frame(str(at), at, Figure(f"p{at}", picture(600, 400), line("Llun")), (line(f"Ffrâm {at}" * at),))
        for at in range(1, 6)
    )
    pages = pages_of(one(Heading("t", 1, line("Stori")), *frames, voice="story"), library)
    assert [round(page.width * engine.PIXEL) for page in pages] == [297] * 3
    assert [len(pictures(page)) for page in pages] == [2, 2, 1]
    for page in pages[:2]:
        left, right = pictures(page)
        assert left.position_y == right.position_y
        assert left.position_x < right.position_x
        assert round(left.width / left.height, 1) == 1.5
        numbers = [box for box in texts(page) if box.text.strip().isdigit()]
        assert len({round(box.position_y) for box in numbers}) == 1


def test_long_words_take_room_from_their_picture_and_leave_no_frame_in_two(library: Library) -> None:
    words = line("Rwyt ti’n byw gyda Mam-gu a Tad-cu nawr, ac mae pawb yn hapus. " * 2)
    frame = Frame("f", 1, Figure("p", picture(600, 400), line("Llun")), (words,))
    laid = of(lambda lang: (frame,), "blocks", "story")
    (page,) = pages_of(laid, library)
    assert 38 <= pictures(page)[0].height * engine.PIXEL < 70


def test_a_picture_of_another_shape_is_not_cropped(library: Library) -> None:
    tall = Figure("p", picture(300, 900), line("Llun"), own=True)
    (page,) = pages_of(one(Frame("f", 1, tall, (line("Gair"),)), voice="story"), library)
    assert pictures(page)[0].style["object_fit"] == "contain"


def test_block_by_block_a_frame_is_its_picture_once_and_the_words_of_both_languages(
    made: Callable[[str], bytes],
) -> None:
    told_words = "".join(text for _, text in told(made("storyboard block by block")))
    assert "1MaeMamyndygarudi.Bobdydd.Mamlovesyou.Everyday." in told_words
    with pikepdf.open(io.BytesIO(made("storyboard block by block"))) as file:
        figures = [str(element.Alt) for tag, _, element in elements(file) if tag == "Figure"]
    assert figures == ["Mam a Mali. Mam and Mali", "Coeden. A tree"]


def test_the_words_of_two_frames_begin_level_where_one_picture_has_a_caption(library: Library) -> None:
    plain_one = Frame("f1", 1, Figure("p1", picture(600, 400), line("Mam")), (line("Mae Mam yma."),))
    caption = line("Mali wnaeth y llun hwn pan oedd hi’n saith oed, yn yr ysgol, gyda Miss Parry")
    for other in (Figure("p2", picture(600, 400), line("Coeden"), caption, own=True), None):
        drawn = plain_one if other else replace(plain_one, figure=Figure("p2", picture(), line("Mam"), caption))
        frames = (drawn, Frame("f2", 2, other, (line("Dyma’r goeden."),)))
        (page,) = pages_of(one(*frames, voice="story"), library)
        numbers = [box for box in texts(page) if box.text.strip() in ("1", "2")]
        assert len({round(box.position_y, 1) for box in numbers}) == 1


# A storyboard on facing pages


def test_facing_pages_are_read_spread_by_spread_and_open_two_by_two(made: Callable[[str], bytes]) -> None:
    with pikepdf.open(io.BytesIO(made("storyboard on facing pages"))) as file:
        assert file.Root.PageLayout == pikepdf.Name.TwoPageLeft
        assert len(file.pages) % 2 == 0
    words = "".join(text for _, text in merged(told(made("storyboard on facing pages"))))
    parts = (
        "Stori Mali",
        "Mae Mam yn dy",
        "Mali’s story",
        "Mam loves you",
        "Tynna lun",
        "Draw here",
        "Siarada",
        "Talk to",
    )
    places = [words.replace(" ", "").index(part.replace(" ", "")) for part in parts]
    assert places == sorted(places)


def test_facing_pages_have_the_same_frames_at_the_same_place_and_the_same_number(library: Library) -> None:
    def long(lang: str) -> tuple[Block, ...]:
        first = Frame(
            "f1",
            1,
            Figure("p", picture(600, 400), line("Llun", lang)),
            (line("gair " * (30 if lang == CY else 5), lang),),
        )
        title = Heading("t", 1, line("Stori Mali a’i ffrindiau i gyd " * (4 if lang == CY else 1), lang))
        return (title, first, *story(lang)[2:])

    laid = of(long, "facing", "story")
    spreads = list(batched(facing_pages(laid, library)))
    for left, right in spreads:
        places = [[(round(box.position_y), round(box.width)) for box in pictures(page)] for page in (left, right)]
        assert places[0] == places[1]
        numbers = [re.findall(r"\d+", margin_words(page)[-1]) for page in (left, right)]
        assert numbers[0] == numbers[1]
    assert shown_lines(spreads[0][0])[0].startswith("Stori")


def test_a_language_that_needs_a_page_less_has_a_blank_one_facing_the_last(library: Library) -> None:
    def uneven(lang: str) -> tuple[Block, ...]:
        more = [Paragraph(f"m{at}", line("gair " * 60, lang)) for at in range(12)]
        return (*story(lang), *(more if lang == EN else more[:1]))

    pages = facing_pages(of(uneven, "facing", "story"), library)
    assert len(pages) % 2 == 0
    assert not texts_between_margins(pages[-2])
    assert texts_between_margins(pages[-1])


def facing_pages(laid: LaidOut, library: Library) -> list[weasyprint.Page]:
    sheet, parts, assets = writer.prepare(laid, library)
    with engine.turn(assets.files) as turn:
        return writer.pages(laid, parts, sheet, turn)[1]


def batched(pages: list[weasyprint.Page]) -> Iterator[tuple[weasyprint.Page, weasyprint.Page]]:
    return zip(pages[::2], pages[1::2], strict=True)


def texts_between_margins(page: weasyprint.Page) -> list[boxes.Box]:
    return [box for box, _ in engine._shown(page._page_box)]


# What the end of a page or a line does not part

SIGN = Box("s", "sign", (Paragraph("bye", line("Cofion,")), Paragraph("n", line("Siân"), "name")))
LAST: dict[str, Block] = {
    "list": Listing("l", (line("Un peth"), line("Peth arall"))),
    "table": table(CY, 4),
    "facts": Facts("f", (), ((line("Ble"), line("Ysgol")), (line("Pryd"), line("Heddiw")))),
    "quote": Quote("q", (line("Dw i’n hapus."),), (line("Mali"),)),
    "box": Box("b", "rights", (Paragraph("r", line("Cei di ofyn.")),)),
}


def shown_lines(page: weasyprint.Page) -> list[str]:
    """Return the lines of a page between its margins, as they are seen."""
    waiting = [box for box in page._page_box.children if not isinstance(box, boxes.MarginBox)]
    found = [line for box in waiting for line in box.descendants() if isinstance(line, boxes.LineBox)]
    return ["".join(box.text for box in line.descendants() if isinstance(box, boxes.TextBox)).strip() for line in found]


def ends(
    make: Callable[[int], tuple[Block, ...]], library: Library, arrangement: str, tries: range
) -> Iterator[list[list[str]]]:
    """Yield the lines of every page, with more and more lines before what is looked at."""
    for lines in tries:
        blocks = (
            Heading("t", 1, line("Teitl")),
            *(Paragraph(f"p{at}", line("Llinell.")) for at in range(lines)),
            *make(lines),
        )
        if arrangement == "one":
            laid = one(*blocks, voice="report")
        else:
            rows = tuple(Row((block, block)) for block in blocks)
            laid = LaidOut((content(CY, blocks), content(EN, blocks)), "columns", Style("older", "#0B5F66"), rows)
        yield [shown_lines(page) for page in pages_of(laid, library)]


@pytest.mark.parametrize("arrangement", ["one", "columns"])
@pytest.mark.parametrize("last", LAST)
def test_a_signature_stays_with_whatever_stands_above_it(library: Library, last: str, arrangement: str) -> None:
    tries = range(26, 34) if arrangement == "one" else range(8, 18)
    for pages in ends(lambda _: (LAST[last], SIGN), library, arrangement, tries):
        assert pages[-1][0] != "Cofion,"


@pytest.mark.parametrize("arrangement", ["one", "columns"])
@pytest.mark.parametrize("number", ["", "2.4"])
def test_a_label_stays_with_what_it_leads_in_to(library: Library, number: str, arrangement: str) -> None:
    tries = range(28, 36) if arrangement == "one" else range(12, 20)
    label = Paragraph("label", line("Diwrnod cyffredin"), "stand", number)
    after = Paragraph("after", line("Mae’r plant gartref bob nos. " * 12), number=number)
    for pages in ends(lambda _: (label, after), library, arrangement, tries):
        assert not any(lines and lines[-1].endswith("Diwrnod cyffredin") for lines in pages)


@pytest.mark.parametrize("arrangement", ["one", "columns"])
def test_whose_fault_it_is_not_stays_with_the_worry(library: Library, arrangement: str) -> None:
    tries = range(24, 34) if arrangement == "one" else range(8, 18)
    worry = Box("w", "worry", (Paragraph("wp", line("Rydyn ni’n poeni. " * 3)),))
    fault = Paragraph("nf", line("Nid dy fai di yw hyn."), "stand")
    for pages in ends(
        lambda _: (worry, fault, Heading("h", 2, line("Wedyn")), LAST["list"]), library, arrangement, tries
    ):
        assert not any(lines and lines[0] == "Nid dy fai di yw hyn." for lines in pages)


@pytest.mark.parametrize("arrangement", ["one", "columns"])
def test_no_line_ends_within_a_name_a_date_or_a_number(library: Library, arrangement: str) -> None:
    kept = ("Mam-gu", "Anne-Marie", "4 Tachwedd", "5 o’clock", "01632 960 001")
    for at in range(1, 40, 3):
        blocks = (Paragraph("p", line("".join(f"{'a' * at} {word} " for word in kept * 4))),)
        laid = one(*blocks)
        if arrangement == "columns":
            laid = LaidOut(
                (content(CY, blocks), content(EN, blocks)), "columns", Style("young", "#0B5F66"), (Row(blocks * 2),)
            )
        seen = " | ".join(line for page in pages_of(laid, library) for line in shown_lines(page))
        assert [seen.count(word) for word in kept] == [4 if arrangement == "one" else 8] * len(kept)


def test_a_label_is_not_parted_from_its_words_where_the_line_is_just_full(library: Library) -> None:
    item: tuple[Run | Link, ...] = (
        *line("Childline", EN, strong=True),
        *line(": talk about anything, for free, any time, day or night. ", EN),
        Link("tel:+448001111", line("0800 1111", EN, keep=True)),
    )
    (page,) = pages_of(one(Listing("l", (item,)), lang=EN), library)
    assert any(text.startswith("Childline: talk about anything") for text in shown_lines(page)[1:] if len(text) > 2)


@pytest.mark.parametrize("presentation", ["standard", "large"])
@pytest.mark.parametrize("voice", ["young", "report"])
def test_no_word_of_a_table_is_cut(library: Library, voice: Voice, presentation: Presentation) -> None:
    heads = ("Enw a rôl", "Gwahoddwyd", "Cyflawnwyd")
    rows = ((line("Mali"), line("Do"), line("Parental responsibility")),) * 3
    narrow = Table("t", (), tuple(line(head) for head in heads), rows, (70, 15, 15))
    told_words = " ".join(
        text
        for page in pages_of(one(narrow, voice=voice, presentation=presentation), library)
        for text in shown_lines(page)
    )
    assert {"Gwahoddwyd", "Cyflawnwyd", "responsibility"} <= set(told_words.split())


def test_a_table_whose_words_do_not_fit_beside_each_other_is_told_row_by_row(library: Library) -> None:
    heads = tuple(line("Cyfrifoldebau" * 2) for _ in range(5))
    wide = Table("t", (), heads, (heads,) * 2, (20,) * 5)
    tags = [tag for tag, _, _ in elements(pikepdf.open(io.BytesIO(pdf.write(one(wide), library))))]
    assert tags.count("Table") == 2
    assert engine.overflowing(pages_of(one(wide), library)[0]) == 0


def test_tables_too_narrow_beside_each_other_stand_one_under_the_other(library: Library) -> None:
    heads = tuple(line(f"Cyfrifoldebau{at}") for at in range(4))
    pair = (Table("t", (), heads, (heads,), (25,) * 4),) * 2
    (page,) = pages_of(replace(both("columns"), rows=(Row(pair),)), library)
    tables = [box for box in page._page_box.descendants() if isinstance(box, boxes.TableBox)]
    assert tables[0].position_x == tables[1].position_x
    assert tables[0].position_y < tables[1].position_y


def test_a_picture_that_stands_once_tells_what_it_shows_in_both_languages(library: Library) -> None:
    pair = (Figure("f", picture(), line("Mam a Mali", CY)), Figure("f", picture(), line("Mam and Mali.", EN)))
    laid = replace(both("columns"), rows=(Row(pair, shared=True),))
    with pikepdf.open(io.BytesIO(pdf.write(laid, library))) as file:
        assert [str(element.Alt) for tag, _, element in elements(file) if tag == "Figure"] == [
            "Mam a Mali. Mam and Mali."
        ]


def test_a_short_record_does_not_begin_a_page_for_two_lines(library: Library) -> None:
    counts = [
        len(pages_of(one(*(Paragraph(f"p{at}", line("Llinell.")) for at in range(lines)), voice="report"), library))
        for lines in range(28, 40)
    ]
    alone = [
        len(
            shown_lines(
                pages_of(one(*(Paragraph(f"p{at}", line("Llinell.")) for at in range(lines)), voice="report"), library)[
                    -1
                ]
            )
        )
        for lines, count in zip(range(28, 40), counts, strict=True)
        if count == 2
    ]
    assert alone[0] > 1, "the first record of two pages has more than a line on its second"


# A long record


def outline(file: pikepdf.Pdf) -> list[tuple[str, int]]:
    """Return the bookmarks of a file, each with its page."""
    numbers = {page.objgen: at for at, page in enumerate(file.pages, 1)}
    found: list[tuple[str, int]] = []

    def down(items: Any) -> None:
        for item in items:
            found.append((str(item.title), numbers[item.destination[0].objgen]))
            down(item.children)

    with file.open_outline() as whole:
        down(whole.root)
    return found


def entries(file: pikepdf.Pdf) -> list[str]:
    """Return the words of each entry of the lists of contents, without white space."""
    words = drawn(file)
    numbers: dict[Any, int] = {page.objgen: at for at, page in enumerate(file.pages)}

    def said(node: Any, page: int) -> str:
        if not isinstance(node, pikepdf.Object):
            return words.get((page, int(node)), "")
        if isinstance(node, pikepdf.Array):
            return "".join(said(kid, page) for kid in node)
        here = numbers[node.Pg.objgen] if "/Pg" in node else page
        return said(node.K, here) if "/K" in node else ""

    return [re.sub(r"\s", "", said(element, 0)) for tag, _, element in elements(file) if tag == "TOCI"]


def test_bookmarks_are_the_headings_of_three_levels_with_their_numbers(made: Callable[[str], bytes]) -> None:
    with pikepdf.open(io.BytesIO(made("record"))) as file:
        titles = [title for title, _ in outline(file)]
    assert titles[:4] == ["Adroddiad", "1 Rhan a", "Mali 1", "2 Rhan b"]
    assert len(titles) == 15


@pytest.mark.parametrize("name", ["record", "large record"])
def test_the_contents_give_the_page_on_which_each_section_begins(made: Callable[[str], bytes], name: str) -> None:
    with pikepdf.open(io.BytesIO(made(name))) as file:
        expected_entries = [re.sub(r"\s", "", f"{title}{page}") for title, page in outline(file)[1:]]
        assert entries(file) == expected_entries
        assert len(file.pages) >= 5


def test_the_contents_are_tagged_as_such_and_every_entry_is_a_link(made: Callable[[str], bytes]) -> None:
    with pikepdf.open(io.BytesIO(made("record"))) as file:
        tags = [tag for tag, _, element in elements(file) if in_contents(element)]
        targets = {str(annotation.get("/Dest", "")) for page in file.pages for annotation in page.get("/Annots", ())}
    assert set(tags) <= {"TOC", "TOCI", "Reference", "Link", "NonStruct", "Span"}
    assert tags.count("TOCI") == tags.count("Link") == 14
    assert all(re.fullmatch("_b_[0-9a-f]{16}", target) for target in targets), "a name in the file says nothing"


def test_back_to_back_each_language_lists_its_own_headings_and_its_own_pages(made: Callable[[str], bytes]) -> None:
    with pikepdf.open(io.BytesIO(made("record back to back"))) as file:
        found = entries(file)
    welsh, english = found[:14], found[14:]
    assert welsh[0] == "1Rhana1"
    assert english[0] == "1Parta1"
    assert len(welsh) == len(english)


def test_numbers_hang_in_the_margin_of_a_record_and_stand_inside_where_there_is_none(library: Library) -> None:
    for name, inside in (("record", False), ("large record", True)):
        laid = DOCUMENTS[name]()
        page = pages_of(laid, library)[1]
        numbers = [box for box in texts(page) if re.fullmatch(r"\d\.\d\s*", box.text)]
        assert numbers
        edge = page._page_box.content_box_x()
        assert {box.position_x >= edge - 1 for box in numbers} == {inside}
        assert all(box.position_x * engine.PIXEL > 20 for box in numbers)


def test_a_page_of_a_record_says_which_section_it_begins_in_and_the_first_page_does_not(library: Library) -> None:
    pages = pages_of(DOCUMENTS["record"](), library)
    edges = ["".join(margin_words(page)) for page in pages]
    assert "Rhan" not in edges[0]
    for page, edge in zip(pages[1:], edges[1:], strict=True):
        assert re.search(r"\d Rhan [a-g]", edge)
        assert engine.depth(page) > 0


def test_a_wide_table_of_a_record_runs_into_both_margins(library: Library) -> None:
    page = pages_of(DOCUMENTS["record"](), library)[-1]
    widths = {
        round(box.width * engine.PIXEL) for box in page._page_box.descendants() if isinstance(box, boxes.TableBox)
    }
    assert widths == {170}


def test_a_long_wide_table_is_quick_and_whole(library: Library) -> None:
    began = time.perf_counter()
    data = pdf.write(one(table(CY, 60, 5), voice="report"), library)
    assert time.perf_counter() - began < 5
    assert "".join(text for _, text in told(data)).count("Gethin") == 60
