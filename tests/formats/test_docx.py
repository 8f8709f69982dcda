"""The Word file of a document: what a reader, a screen reader, a translator and a machine find in it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator
from PIL import Image

from dystori.findings import TemplateError
from dystori.formats import docx, fonts
from dystori.formats.headings import anchor
from dystori.formats.word.letterhead import _prepare
from dystori.library import Library
from dystori.tree import (
    Arrangement,
    Block,
    Box,
    BoxRole,
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
    lines_of,
    plain,
    runs,
    walk,
)

ROOT = Path(__file__).parents[2]
LIBRARY = Library(ROOT / "templates", ROOT / "locales", {})
CY, EN = "cy-GB", "en-GB"
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "dc": "http://purl.org/dc/elements/1.1/",
}
W = f"{{{NAMES['w']}}}"
R = f"{{{NAMES['r']}}}"
LONG_NAME = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
ARRANGEMENTS: tuple[Arrangement, ...] = ("one", "back-to-back", "columns", "blocks")
VOICES: tuple[Voice, ...] = ("young", "older", "report", "story")
PRESENTATIONS: tuple[Presentation, ...] = ("standard", "large", "easy", "mono")


def picture(width: int = 120, height: int = 40, colour: str = "#bfe3f5") -> PictureFile:
    target = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(target, "PNG")
    return PictureFile("mali-at-the-river.png", "image/png", target.getvalue(), width, height)


BANNER, DRAWING = picture(), picture(80, 60, "#ffffff")


def words(said: str, tag: str = EN, **marks: bool) -> tuple[Run, ...]:
    return (Run(said, tag, Source("entry", "sample"), **marks),)


def story_frames(tag: str) -> tuple[Frame, ...]:
    """Three frames: a drawn picture, the child's own drawing, room to draw."""

    def say(welsh: str, english: str) -> Inlines:
        return words(welsh if tag == CY else english, tag)

    drawn = Figure("f1.picture", BANNER, say("Mam a Mali.", "Mam and Mali."))
    own = Figure("f2.picture", DRAWING, say("Coeden.", "A tree."), say("Gan Mali, 7", "By Mali, 7"), own=True)
    return (
        Frame("f1", 1, drawn, (say("Mae Mam yn dy garu di.", "Mam loves you."), say("Bob dydd.", "Every day."))),
        Frame("f2", 2, own, (say("Dyma’r goeden.", "This is the tree."),)),
        Frame("f3", 3, None, (say("Tynna lun yma.", "Draw here."),)),
    )


def sample_blocks(tag: str) -> tuple[Block, ...]:
    """Every type of block in one language; the keys are the same in each."""

    def say(welsh: str, english: str, **marks: bool) -> Inlines:
        return words(welsh if tag == CY else english, tag, **marks)

    phone = Link("tel:+441632960001", words("01632 960 001", tag, keep=True))
    site = Link("https://www.meic.cymru/", words("meic.cymru", tag))
    arabic = words("أحب جدتي", "ar", rtl=True)
    heads = say("Pwy", "Who"), say("Beth", "What"), say("Sut", "How")
    rows = tuple((words(f"Nain {at}", tag, strong=True), say("Popeth", "Anything"), (phone,)) for at in range(10))
    return (
        Figure("banner", BANNER, say("Siân a Mali yn codi llaw.", "Siân and Mali waving."), size="banner"),
        Paragraph("date", say("22 Tachwedd 2026", "22 November 2026"), "date"),
        Heading("hello", 1, say("Annwyl Mali,", "Dear Mali,")),
        Paragraph("why", say(f"Fe ddes i i {LONG_NAME}.", f"I came to {LONG_NAME}.")),
        Paragraph("fault", say("Nid dy fai di yw hyn.", "None of this is your fault."), "stand"),
        Heading("told", 2, say("Beth ddywedaist ti", "What you told me")),
        Quote("quote", (say("Dw i’n hoffi Mam-gu.", "I like Mam-gu."),), (say("Mali, yn yr ysgol", "Mali, school"),)),
        Quote("quote2", (say("Mae ofn arna i.", "I am scared."),), (say("Mali wrth Siân", "Mali to Siân"),)),
        Quote("other", (arabic,), (say("Amira, ffrind Mali", "Amira, Mali’s friend"),), voice="other"),
        Listing("list", (say("ysgol", "school"), say("chwarae", "playing"))),
        Listing("first", (say("un", "one"), say("dau", "two")), ordered=True),
        Listing("second", (say("un eto", "one again"), say("dau eto", "two again")), ordered=True),
        Cards("cards", (Card(words("Mr Khan", tag), (say("dy athro di", "your teacher"), (phone,))),)),
        Table("table", say("Pobl", "People"), heads, rows, (34, 36, 30)),
        Box("rights", "rights", (Heading("r1", 2, say("Dy hawliau", "Your rights")), Paragraph("r2", (site,)))),
        Box("worry", "worry", (Paragraph("w1", say("Rydyn ni’n poeni.", "We are worried.")),)),
        Box("goal", "goal", (Listing("g1", (say("siarad yn dawel", "talking calmly"), say("gwrando", "listening"))),)),
        Figure("own", DRAWING, say("Llun o Mam-gu.", "A drawing."), say("Gan Mali, 7", "By Mali, 7"), own=True),
        Paragraph("long", words(" ".join(["gair" if tag == CY else "word"] * 600), tag)),
        Facts("facts", say("I’r ffeil", "For the file"), ((say("Cyfeirnod", "Reference"), words("AB-1", tag)),)),
        Paragraph("note", say("Mae’r geiriau yn Arabeg.", "The words are in Arabic."), "note"),
        Contents("contents", say("Cynnwys", "Contents")),
        Heading("section", 2, say("Beth nesaf", "What next"), number="2"),
        Paragraph("numbered", say("Byddwn ni’n siarad eto.", "We will talk again."), number="2.14"),
        *story_frames(tag),
        Box(
            "sign",
            "sign",
            (
                Paragraph("s1", say("Cofion cynnes,", "Warm wishes,")),
                Paragraph("s2", words("Siân Morgan", tag), "name"),
                Paragraph("s3", words("1 Stryd Fawr\nAberwen", tag), "address"),
            ),
        ),
    )  # fmt: skip


def sample_content(tag: str, *blocks: Block) -> Content:
    welsh = tag == CY
    furniture = Furniture(
        words("Cyngor Sir Aberwen" if welsh else "Aberwen County Council", tag),
        words("AB-2026-0417", tag),
        words("Llythyr i ti yw hwn." if welsh else "This letter is for you.", tag),
        ("Tudalen ", " o ", "") if welsh else ("Page ", " of ", ""),
    )
    title, name = ("Llythyr i ti", "Cymraeg") if welsh else ("A letter to you", "English")
    return Content(tag[:2], tag, name, title, furniture, blocks or sample_blocks(tag))


def lay_out(
    arrangement: Arrangement = "one",
    voice: Voice = "young",
    presentation: Presentation = "standard",
    blocks: Callable[[str], tuple[Block, ...]] = sample_blocks,
) -> LaidOut:
    tags = (CY,) if arrangement == "one" else (CY, EN)
    contents = tuple(sample_content(tag, *blocks(tag)) for tag in tags)
    rows: tuple[Row, ...] = ()
    if arrangement in ("columns", "blocks"):
        pairs = zip(*(content.blocks for content in contents), strict=True)
        rows = tuple(Row(pair, shared=isinstance(pair[0], Figure)) for pair in pairs)
    return LaidOut(contents, arrangement, Style(voice, "#0B5F66", presentation), rows)


def of(*blocks: Block, voice: Voice = "older", presentation: Presentation = "standard") -> LaidOut:
    return LaidOut((sample_content(EN, *blocks),), "one", Style(voice, "#0B5F66", presentation))


class Opened:
    """A produced file, opened."""

    def __init__(self, laid: LaidOut, library: Library = LIBRARY) -> None:
        self.data = docx.write(laid, library)
        self.archive = zipfile.ZipFile(io.BytesIO(self.data))
        self.names = self.archive.namelist()
        self.body = self.part("word/document.xml")

    def part(self, name: str) -> Any:
        return etree.fromstring(self.archive.read(name))

    def edges(self, kind: str) -> list[Any]:
        return [self.part(name) for name in sorted(self.names) if re.fullmatch(rf"word/{kind}\d+\.xml", name)]

    def find(self, path: str, within: Any = None) -> list[Any]:
        root = self.body if within is None else within
        found: list[Any] = root.xpath(path, namespaces=NAMES)
        return found

    def text(self, element: Any = None) -> str:
        """The words as Word shows them: unbreakable spaces and hyphens look like any others."""
        said = {"t": None, "br": "\n", "tab": "\t", "noBreakHyphen": "-"}
        root = self.body if element is None else element
        pieces = [
            each.text or "" if said[name] is None else str(said[name])
            for each in root.iter(*(W + name for name in said))
            if (name := etree.QName(each).localname) and each.getparent().tag == W + "r"
        ]
        return "".join(pieces).replace("\u00a0", " ")

    def paragraphs(self, style: str) -> list[Any]:
        return self.find(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")

    def style(self, name: str) -> Any:
        return self.part("word/styles.xml").xpath(f"//w:style[@w:styleId='{name}']", namespaces=NAMES)[0]


def value(element: Any, attribute: str = "val") -> str:
    return str(element.get(W + attribute))


# Fourteen rules for a Word file that everybody can read. Each yields a name where the file breaks it.


def broken_rules(opened: Opened, laid: LaidOut) -> Iterator[str]:
    find, tags = opened.find, {content.tag for content in laid.contents}
    styles = opened.part("word/styles.xml")
    if styles.xpath("//w:rPrDefault//w:lang/@w:val", namespaces=NAMES) != [laid.contents[0].tag]:
        yield "1 the document has a language"
    spoken = [value(each) for each in find("//w:r[w:t]/w:rPr/w:lang")]
    if len(spoken) != len(find("//w:r[w:t]")) or not tags <= set(spoken):
        yield "2 every run has a language"
    if not opened.part("docProps/core.xml").findtext("dc:title", namespaces=NAMES):
        yield "3 the document has a title"
    levels = [int(value(each)[-1]) for each in find("//w:pStyle[starts-with(@w:val, 'Heading')]")]
    if levels.count(1) != len(tags) or any(b - a > 1 for a, b in zip([0, *levels], levels, strict=False)):
        yield "4 headings skip no level"
    for table in find("//w:tbl"):
        named = find("w:tblPr/w:tblLook[@w:firstColumn='1'] | w:tr[1]/w:trPr/w:tblHeader", table)
        cells = {len(find("w:tc", row)) for row in find("w:tr", table)}
        if not named or not find("w:tblPr/w:tblCaption", table) or len(cells) != 1 or find(".//w:gridSpan", table):
            yield "5 tables have headers, captions and even rows"
    for drawn in find("//wp:docPr"):
        alt = drawn.get("descr")
        decoration = drawn.xpath(".//*[local-name()='decorative']/@val") == ["1"]
        if bool(alt) == decoration or len(alt) > 250 or "." in drawn.get("name") or "mali-at" in alt:
            yield "6 pictures have words"
    if any(re.match(r"\s*([•*–-]|\d+[.)])\s", opened.text(each)) for each in find("//w:p")):
        yield "7 lists are real lists"
    if any(re.fullmatch(r"\W*(here|yma|https?:.*)\W*", opened.text(each)) for each in find("//w:hyperlink")):
        yield "8 links say where they lead"
    empty = [each for each in find("//w:p[not(.//w:t) and not(.//w:drawing)]") if not _required(each)]
    if empty or "   " in opened.text():
        yield "9 nothing empty makes space"
    sizes = {value(each.getparent().getparent(), "styleId"): int(value(each)) for each in styles.iter(W + "sz")
             if each.getparent().getparent().tag == W + "style"}  # fmt: skip
    if any(sizes[name] < (22 if name == "Normal" else 18) for name in sizes if name != "TableEnd"):
        yield "10 type is large enough"
    if find("//wp:anchor"):
        yield "11 pictures stand in the line"
    if find("//w:txbxContent | //w:pict"):
        yield "12 no text boxes"
    if not all(opened.text(edge) for kind in ("header", "footer") for edge in opened.edges(kind)):
        yield "13 page edges say something"
    hidden = "//w:vanish | //w:ins | //w:del | //w:commentReference | //w:object"
    edges = [*opened.edges("header"), *opened.edges("footer")]
    fields = {value(each, "instr").split()[0] for edge in edges for each in edge.iter(W + "fldSimple")}
    fields |= {said.split()[0] for said in find("//w:instrText/text()")}
    links = [each.get("Target") for name in opened.names if name.endswith(".rels")
             for each in opened.part(name) if each.get("TargetMode") == "External"]  # fmt: skip
    allowed = all(link.startswith(("https:", "tel:", "mailto:")) for link in links)
    if find(hidden) or not fields <= {"PAGE", "NUMPAGES", "STYLEREF", "TOC"} or not allowed:
        yield "14 nothing is hidden and nothing leads astray"


def _required(paragraph: Any) -> bool:
    """Whether the file format wants an empty paragraph here: after a table that ends a cell, a page or a part."""
    before = paragraph.getprevious()
    cell = paragraph.getparent().tag == W + "tc"
    return before is not None and (before.tag == W + "tbl" or (cell and before.tag == W + "tcPr"))


@pytest.mark.parametrize("presentation", PRESENTATIONS)
@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_everybody_can_read_the_file(arrangement: Arrangement, voice: Voice, presentation: Presentation) -> None:
    laid = lay_out(arrangement, voice, presentation)
    assert list(broken_rules(Opened(laid), laid)) == []


@pytest.mark.parametrize(
    ("fault", "repaired", "rule"),
    [
        ('<w:lang w:val="cy-GB"/>', "", "2"),
        ('<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading3"/>', "4"),
        ("<w:tblHeader/>", "", "5"),
        (' descr="Siân a Mali yn codi llaw."', "", "6"),
        ("ysgol</w:t>", "• ysgol</w:t>", "7"),
        ("meic.cymru</w:t>", "yma</w:t>", "8"),
        ("Nid dy fai di yw hyn.", "Nid dy fai     di", "9"),
        ("<w:b/>", "<w:b/><w:vanish/>", "14"),
    ],
)
def test_the_rules_notice_a_file_that_breaks_them(fault: str, repaired: str, rule: str) -> None:
    laid = lay_out()
    opened = Opened(laid)
    markup = opened.archive.read("word/document.xml").decode()
    assert fault in markup
    opened.body = etree.fromstring(markup.replace(fault, repaired).encode())
    assert rule in {broken.split()[0] for broken in broken_rules(opened, laid)}


@pytest.mark.parametrize("arrangement", ARRANGEMENTS)
def test_word_has_nothing_to_repair(arrangement: Arrangement, tmp_path: Path) -> None:
    laid = lay_out(arrangement)
    laid = replace(laid, style=replace(laid.style, logo=BANNER, logo_alt="Cyngor Sir Aberwen"))
    path = tmp_path / "letter.docx"
    path.write_bytes(docx.write(laid, LIBRARY))
    assert [str(fault) for fault in OpenXmlValidator().validate(path).errors] == []


def test_another_reader_finds_the_same_words() -> None:
    document = Document(io.BytesIO(docx.write(lay_out(), LIBRARY)))
    headings = [each.text for each in document.paragraphs if each.style == document.styles["Heading 1"]]
    assert headings == ["Annwyl Mali,"]
    assert document.tables[0].cell(1, 0).text == "Nain 0"
    assert document.core_properties.title == "Llythyr i ti"
    assert document.core_properties.author == ""


# The bytes


def test_the_same_document_gives_the_same_bytes_in_another_process_time_and_place(tmp_path: Path) -> None:
    program = (
        "import hashlib, runpy, sys; sys.path[:0] = sys.argv[2:]; sample = runpy.run_path(sys.argv[1]);"
        "print(hashlib.sha256(sample['docx'].write(sample['lay_out']('columns'), sample['LIBRARY'])).hexdigest())"
    )
    found = set()
    for zone, seed in (("UTC", "1"), ("Asia/Tokyo", "2")):
        where = tmp_path / seed
        where.mkdir()
        command = [sys.executable, "-c", program, __file__, str(ROOT / "generator"), str(ROOT / "schemas")]
        kept = {"TZ": zone, "PYTHONHASHSEED": seed, "PATH": ""}
        done = subprocess.run(command, cwd=where, env=kept, check=True, capture_output=True, text=True)
        found.add(done.stdout)
    assert len(found) == 1


def test_what_was_written_before_leaves_no_trace_in_what_is_written_next() -> None:
    _prepare.cache_clear()
    first = docx.write(of(Paragraph("a", words("Second."))), LIBRARY)
    docx.write(lay_out("columns", "older"), LIBRARY)
    assert docx.write(of(Paragraph("a", words("Second."))), LIBRARY) == first


def test_the_zip_has_one_date_one_order_and_is_its_owners_alone() -> None:
    opened = Opened(lay_out())
    parts = opened.archive.infolist()
    assert opened.archive.testzip() is None
    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}
    assert {part.external_attr >> 16 for part in parts} == {0o100600}
    assert opened.names[:2] == ["[Content_Types].xml", "_rels/.rels"]


def test_nothing_tells_who_made_the_file_when_or_from_what() -> None:
    opened = Opened(lay_out("back-to-back"))
    assert not [name for name in opened.names if re.search("thumbnail|customXml|app.xml|stylesWithEffects", name)]
    everything = b"".join(opened.archive.read(name) for name in opened.names)
    for trace in (b"rsid", b"python-docx", b"mali-at-the-river", b"docxtpl", b"created", b"creator", b"{{", b"{%"):
        assert trace not in everything


# Words


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_word_arrives_as_it_was_written(data: st.DataObject) -> None:
    letters = st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn"), exclude_characters="\u2028\u2029\ufeff")
    nasty = st.sampled_from(
        [
            "{{ 7*7 }}",
            "{%p endfor %}",
            "{_{",
            "<w:vanish/>",
            "]]>",
            "&amp;",
            "<!--",
            "\"'",
            "👩‍👧",
            "a\nb\tc",
            "  ",
            "-",
            "ŵŷ",
        ]
    )
    text = st.one_of(st.text(letters, min_size=1, max_size=30), nasty)
    run = st.builds(
        Run, text, st.sampled_from([CY, EN, "ar", 'x"/><w:vanish/>']), st.just(Source("case", "x")), st.booleans(),
        st.booleans(), st.booleans(),
    )  # fmt: skip
    line = st.lists(
        st.one_of(run, st.builds(Link, st.just('https://example.org/?a=1&b="2"'), st.tuples(run))), max_size=3
    )
    lines = st.builds(tuple, line)
    blocks: st.SearchStrategy[Block] = st.one_of(
        st.builds(Heading, st.just("h"), st.just(2), lines),
        st.builds(Paragraph, st.just("p"), lines),
        st.builds(Listing, st.just("l"), st.tuples(lines, lines), st.booleans()),
        st.builds(Quote, st.just("q"), st.tuples(lines), st.tuples(lines)),
        st.builds(lambda *cells: Table("t", words("Caption"), cells[:2], (cells[2:],), (30, 70)), *[lines] * 4),
        st.builds(Cards, st.just("c"), st.tuples(st.builds(Card, lines, st.tuples(lines)))),
    )  # fmt: skip
    block = data.draw(blocks)
    laid = of(Box("b", "rights", (block,)))
    edge = data.draw(lines)
    content = replace(laid.contents[0], furniture=Furniture(edge, edge, edge, ("Page ", " of ", "")))
    opened = Opened(replace(laid, contents=(content,)))
    arrived = opened.text().replace("\u00a0", " ")
    for each in (run for line in lines_of(block) for run in runs(line)):
        assert each.text.replace("\u00a0", " ") in arrived
    for part in (*opened.edges("header"), *opened.edges("footer")):
        assert "".join(run.text for run in runs(edge)).replace("\u00a0", " ") in opened.text(part).replace(
            "\u00a0", " "
        )
    assert not opened.find("//w:vanish")


def test_every_passage_says_its_language_where_it_differs_too() -> None:
    opened = Opened(of(Paragraph("a", (*words("She said "), *words("bore da", CY), *words(".")))))
    assert [value(each) for each in opened.find("//w:r/w:rPr/w:lang")] == [EN, CY, EN]


def test_the_first_language_is_the_language_of_the_document() -> None:
    opened = Opened(lay_out("columns"))
    assert opened.part("word/styles.xml").xpath("//w:rPrDefault//w:lang/@w:val", namespaces=NAMES) == [CY]
    assert opened.part("word/settings.xml").xpath("//w:themeFontLang/@w:val", namespaces=NAMES) == [CY]
    assert opened.part("docProps/core.xml").findtext("dc:language", namespaces=NAMES) == CY


def test_words_from_right_to_left_say_so_and_their_paragraph_begins_at_the_right() -> None:
    opened = Opened(of(Paragraph("a", words("أحب جدتي", "ar", rtl=True))))
    assert opened.find("//w:r[w:rPr/w:rtl]/w:rPr/w:lang/@w:bidi") == ["ar"]
    assert opened.find("//w:p/w:pPr/w:bidi")


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("01632 960 001", "01632\u00a0960\u00a0001"),
        ("029 2018 0001", "029\u00a02018\u00a00001"),
        ("ddydd Mercher, 4 Tachwedd 2026", "ddydd Mercher, 4\u00a0Tachwedd 2026"),
        ("by 13 November 2026", "by 13\u00a0November 2026"),
    ],
)
def test_no_line_ends_in_a_telephone_number_or_between_a_day_and_its_month(said: str, written: str) -> None:
    value_of_the_case = (Run(said, EN, Source("case", "x"), keep=said[0] == "0"),)
    assert Opened(of(Paragraph("a", value_of_the_case))).find("//w:t/text()") == [written]


@pytest.mark.parametrize(
    "block",
    [
        Paragraph("a", words("Mam-gu Siân", keep=True)),
        Quote("a", (words("On 4 May Mam-gu came.", keep=True),), ()),
        Paragraph("a", (Run("He came on 4 May, and on 5 May to see Mam-gu.", EN, Source("case", "x")),)),
    ],
)
def test_names_quotes_and_free_text_keep_every_sign_for_those_who_search_or_copy(block: Block) -> None:
    opened = Opened(of(block))
    assert not opened.find("//w:noBreakHyphen")
    assert "\u00a0" not in "".join(opened.find("//w:t/text()"))


def test_the_lines_of_an_address_stay_lines() -> None:
    opened = Opened(of(Paragraph("a", words("1 Stryd Fawr\nAberwen"), "address")))
    assert opened.text(opened.paragraphs("Address")[0]) == "1 Stryd Fawr\nAberwen"


def test_a_link_leads_out_and_looks_like_one() -> None:
    opened = Opened(of(Paragraph("a", (Link("https://example.org/?a=1&b=2", words("Example")),))))
    (link,) = opened.find("//w:hyperlink")
    rels = opened.part("word/_rels/document.xml.rels")
    assert [each.get("Target") for each in rels if each.get("Id") == link.get(R + "id")] == [
        "https://example.org/?a=1&b=2"
    ]
    assert opened.find(".//w:rStyle/@w:val", link) == ["Hyperlink"]


# Blocks


def test_every_block_can_be_found_again_by_its_key_and_its_name_says_nothing() -> None:
    laid = lay_out("columns")
    opened = Opened(laid)
    names = [value(each, "name") for each in opened.find("//w:bookmarkStart")]
    expected = {
        anchor(block.key, content.code)
        for at, content in enumerate(laid.contents)
        for block in walk(content.blocks)
        if not (at and isinstance(block, Figure))
    }
    assert set(names) == expected
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"_b_[0-9a-f]{16}", name) for name in names)


def test_the_childs_words_have_marks_a_colour_a_weight_and_a_rule() -> None:
    opened = Opened(of(Quote("q", (words("I like Mam-gu."),), (words("Mali"),))))
    assert opened.text(opened.paragraphs("Quote")[0]) == "“I like Mam-gu.”"
    style = opened.style("Quote")
    assert style.xpath(".//w:pBdr/w:left/@w:color | .//w:pBdr/w:left/@w:sz", namespaces=NAMES) == ["24", "7B1F57"]
    assert style.xpath("w:rPr/w:b", namespaces=NAMES)
    assert style.xpath("w:rPr/w:color/@w:val", namespaces=NAMES) == ["7B1F57"]


def test_the_childs_words_are_in_a_bubble_for_a_young_reader_only() -> None:
    quote = Quote("q", (words("I like Mam-gu."),), (words("Mali"),))
    grounds = {
        voice: Opened(of(quote, voice=voice)).style("Quote").xpath(".//w:shd", namespaces=NAMES) for voice in VOICES
    }
    assert [voice for voice in VOICES if grounds[voice]] == ["young", "story"]


def test_the_childs_words_never_have_the_colour_of_the_organisation() -> None:
    laid = of(Quote("q", (words("I like Mam-gu."),), ()))
    opened = Opened(replace(laid, style=replace(laid.style, accent="#7B1F57")))
    assert opened.style("Quote").xpath("w:rPr/w:color/@w:val", namespaces=NAMES) == ["1F3F8F"]
    assert opened.style("Heading2").xpath("w:rPr/w:color/@w:val", namespaces=NAMES) == ["7B1F57"]


def test_a_quote_of_several_paragraphs_has_one_pair_of_marks() -> None:
    opened = Opened(of(Quote("q", (words("One."), words("Two.")), ())))
    assert [opened.text(each) for each in opened.paragraphs("Quote")] == ["“One.", "Two.”"]


def test_a_quote_never_shares_its_outline_with_the_next_one_whatever_keeps_them_together() -> None:
    quotes = [Quote(str(at), (words("I like it."),), (words("Mali"),), translation=(words("Da."),)) for at in range(4)]
    kept = (Box(f"b{at}", "keep", tuple(quotes[at : at + 2])) for at in (0, 2))
    opened = Opened(of(*kept, voice="young"))
    alike = [
        (opened.find("w:pPr/w:ind/@w:right", each)[0], opened.find("w:pPr/w:shd/@w:fill", each)[0])
        for each in opened.find("//w:body/w:p")
    ]
    one_quote = [alike[at : at + 3] for at in range(0, 12, 3)]
    assert all(len(set(each)) == 1 for each in one_quote)
    assert all(first[0] != second[0] for first, second in pairwise(one_quote))


def test_a_quote_ends_with_air_below_it_and_has_none_between_its_own_lines() -> None:
    opened = Opened(of(Quote("q", (words("One."), words("Two.")), (words("Mali"), words("Said in Welsh.")))))
    assert all(opened.style(name).xpath("w:pPr/w:contextualSpacing", namespaces=NAMES) for name in ("QuoteWho",))
    first, second, *who = opened.find("//w:body/w:p")
    air = [opened.find("w:pPr/w:spacing/@w:after", each) for each in who]
    assert air[0] == []
    assert int(air[1][0]) > 100
    assert not opened.find("w:pPr/w:spacing", first)
    assert 0 < int(opened.find("w:pPr/w:spacing/@w:before", second)[0]) < 100
    (alone,) = Opened(of(Quote("q", (words("One."),), ()))).find("//w:body/w:p/w:pPr/w:spacing/@w:after")
    assert alone == air[1][0]


@pytest.mark.parametrize("role", ["rights", "goal", "worry", "notice"])
def test_a_box_is_made_of_paragraphs_that_stand_in_equally_far_and_stay_together(role: BoxRole) -> None:
    inside = (
        Heading("h", 2, words("Title")),
        Listing("l", (words("one"), words("two"))),
        Paragraph("p", words("End.")),
    )
    opened = Opened(of(Box("b", role, inside)))
    paragraphs = opened.find("//w:body/w:p")
    assert {etree.tostring(opened.find("w:pPr/w:pBdr", each)[0]) for each in paragraphs}.__len__() == 1
    assert {etree.tostring(opened.find("w:pPr/w:ind", each)[0]) for each in paragraphs}.__len__() == 1
    assert [bool(opened.find("w:pPr/w:keepNext", each)) for each in paragraphs] == [True, True, True, False]


def test_two_boxes_of_a_kind_stay_two() -> None:
    boxes = (Box(str(at), "worry", (Paragraph(f"p{at}", words("Worry.")),)) for at in range(2))
    opened = Opened(of(*boxes))
    assert len(set(opened.find("//w:body/w:p/w:pPr/w:ind/@w:right"))) == 2


def test_a_signature_stays_with_the_paragraph_before_it() -> None:
    opened = Opened(of(Paragraph("a", words("Take care.")), Box("s", "sign", (Paragraph("b", words("Siân"), "name"),))))
    first, last = opened.find("//w:body/w:p")
    assert opened.find("w:pPr/w:keepNext", first)
    assert not opened.find("w:pPr/w:keepNext", last)


LIST = Listing("l", tuple(words(f"item {at}") for at in range(6)))


@pytest.mark.parametrize(
    ("block", "follower"),
    [
        (
            Paragraph("a", words("An ordinary day"), "stand", "2.4"),
            Paragraph("b", words("He wakes early."), number="2.5"),
        ),
        (Paragraph("a", words("What must be seen:"), number="2.4"), Paragraph("b", words("He sleeps."))),
        (Paragraph("a", words("This part is only in Welsh."), "note"), Paragraph("b", words("Mae’n dda."))),
        (Paragraph("a", words("I will ring on Friday.")), Paragraph("b", words("Siân Morgan"), "small")),
        (Paragraph("a", words("0 means: scared.")), LIST),
        (Box("a", "worry", (Paragraph("w", words("A worry.")),)), Paragraph("b", words("Not your fault."), "stand")),
        (LIST, Box("b", "sign", (Paragraph("s", words("Siân"), "name"),))),
        (Box("a", "rights", (LIST,)), Box("b", "sign", (Paragraph("s", words("Siân"), "name"),))),
    ],
)
def test_what_leads_in_to_something_or_is_about_it_stays_with_it(block: Block, follower: Block) -> None:
    arrangements: tuple[Arrangement, ...] = ("one", "blocks")
    for arrangement in arrangements:
        rows = (Row((None, block)), Row((None, follower))) if arrangement == "blocks" else ()
        contents = tuple(sample_content(tag, block, follower) for tag in (CY, EN)[not rows :])
        opened = Opened(LaidOut(contents, arrangement, Style("older", "#0B5F66"), rows))
        paragraphs = opened.find("//w:body/w:p")
        after = next(
            at for at, each in enumerate(paragraphs) if anchor(follower.key, "en") in etree.tostring(each).decode()
        )
        assert opened.find("w:pPr/w:keepNext", paragraphs[after - 1])


def test_in_columns_the_row_before_a_signature_stays_with_it_in_both_languages() -> None:
    def signed(tag: str) -> tuple[Block, ...]:
        return Paragraph("a", words("Bye.", tag)), Box("s", "sign", (Paragraph("n", words("Siân", tag), "name"),))

    opened = Opened(lay_out("columns", blocks=signed))
    (row,) = [each for each in opened.find("//w:tr") if opened.text(each) == "Bye.Bye."]
    assert len(opened.find(".//w:p[w:pPr/w:keepNext]", row)) == 2


def test_a_short_paragraph_is_never_parted_and_a_long_one_may_be() -> None:
    opened = Opened(of(Paragraph("a", words("Short.")), Paragraph("b", words("word " * 100))))
    assert [bool(opened.find("w:pPr/w:keepLines", each)) for each in opened.find("//w:body/w:p")] == [True, False]


def test_neither_the_first_item_of_a_list_nor_its_last_is_left_alone_and_air_follows_it() -> None:
    opened = Opened(of(LIST, Paragraph("p", words("Next."))))
    items = opened.paragraphs("ListBullet")
    assert [bool(opened.find("w:pPr/w:keepNext", each)) for each in items] == [True, False, False, False, True, False]
    after = [int("".join(opened.find("w:pPr/w:spacing/@w:after", each)) or "0") for each in items]
    assert after[:-1] == [0] * 5
    assert after[-1] == int(value(opened.style("Normal").find(f"{W}pPr/{W}spacing"), "after"))


def test_a_counted_list_starts_at_one_each_time() -> None:
    opened = Opened(lay_out())
    numbers = [value(each) for each in opened.find("//w:p[w:pPr/w:pStyle/@w:val='ListNumber']/w:pPr/w:numPr/w:numId")]
    assert numbers == ["2", "2", "3", "3"]
    starts = opened.part("word/numbering.xml").xpath(
        "//w:num[w:lvlOverride/w:startOverride/@w:val='1']/@w:numId", namespaces=NAMES
    )
    assert starts == ["2", "3"]


def test_a_table_repeats_its_head_and_breaks_no_row_and_is_as_wide_as_the_page() -> None:
    opened = Opened(lay_out())
    table = opened.find("//w:tbl")[0]
    rows = opened.find("w:tr", table)
    assert len(rows) == 11
    assert all(opened.find("w:trPr/w:cantSplit", row) for row in rows)
    assert opened.find("w:tblPr/w:tblCaption/@w:val", table) == ["Pobl"]
    assert opened.find("w:tblPr/w:tblDescription/@w:val", table) == ["Pwy, Beth, Sut"]
    assert sum(int(value(each, "w")) for each in opened.find("w:tblGrid/w:gridCol", table)) == 11906 - 2 * 1531


def test_the_caption_of_a_table_is_not_said_twice_under_a_heading_of_the_same_words() -> None:
    table = Table("t", words("People"), (words("Who"),), ((words("Nain"),),), (100,))
    assert Opened(of(Heading("h", 2, words("People")), table)).paragraphs("Caption") == []
    assert len(Opened(of(Heading("h", 2, words("Who helps")), table)).paragraphs("Caption")) == 1


def test_two_tables_one_after_the_other_stay_two() -> None:
    tables = (Table(str(at), (), (words("Who"),), ((words("Nain"),),), (100,)) for at in range(2))
    opened = Opened(of(*tables))
    assert [etree.QName(each).localname for each in opened.find("//w:body/*")] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_table_without_a_caption_is_called_after_what_it_stands_under() -> None:
    table = Table("t", (), (words("Who"),), ((words("Nain"),),), (100,))
    label = Paragraph("p", words("A plan for the nights."), "stand", "8.6")
    opened = Opened(of(Heading("h", 2, words("Who helps")), table, label, replace(table, key="u")))
    assert opened.find("//w:tblCaption/@w:val") == ["Who helps", "A plan for the nights."]


def kept_rows(opened: Opened) -> list[bool]:
    return [bool(opened.find(".//w:keepNext", row)) for row in opened.find("//w:tr")]


def test_the_heads_of_a_table_after_another_stand_level() -> None:
    tables = (Table(str(at), (), (words("Who"), words("How")), ((words("a"), words("b")),), (50, 50)) for at in (1, 2))
    opened = Opened(of(*tables))
    assert not opened.find("//w:tc//w:spacing")
    assert opened.find("//w:body/w:p[1]/w:pPr/w:spacing/@w:before")


def test_a_short_table_is_not_parted_and_a_long_one_leaves_no_row_alone() -> None:
    def table(count: int, said: str = "Nain") -> Opened:
        return Opened(of(Table("t", (), (words("Who"),), ((words(said),),) * count, (100,))))

    assert kept_rows(table(5)) == [True] * 5 + [False]
    assert kept_rows(table(7)) == [True, True, False, False, False, False, True, False]
    # one as high as half a page may be parted: it would leave the other half white
    assert kept_rows(table(5, "word " * 80)) == [True, True, False, False, True, False]


def test_facts_of_a_few_rows_are_not_parted() -> None:
    assert kept_rows(Opened(of(Facts("f", (), ((words("Why"), words("Because.")),) * 3)))) == [True, True, False]


def test_in_columns_a_table_that_fits_on_a_page_is_not_parted() -> None:
    def table(tag: str) -> tuple[Block, ...]:
        row = words("Bydd Carys yn mynd â ti.", tag), words("Carys", tag), words("erbyn 20 Hydref 2026", tag)
        return (Table("t", (), (words("H", tag),) * 3, (row,) * 5, (50, 20, 30)),)

    opened = Opened(lay_out("columns", blocks=table))
    (row,) = opened.find("//w:body/w:tbl/w:tr[not(w:trPr/w:tblHeader)]")
    assert opened.find("w:trPr/w:cantSplit", row)


def test_no_column_cuts_its_longest_word() -> None:
    heads = words("Who"), words("Parental responsibility"), words("Part in the children’s lives")
    table = Table("t", (), heads, ((words("Mam"), words("Yes"), words("Everything")),), (60, 10, 30))
    widths = [int(value(each, "w")) for each in Opened(of(table)).find("//w:gridCol")]
    needed = fonts.width("responsibility", strong=True) * 13 * 0.93 * 20
    assert widths[1] > needed
    assert sum(widths) == 11906 - 2 * 1757


def test_a_table_whose_words_do_not_fit_beside_each_other_is_told_as_a_list() -> None:
    table = Table("t", (), (words("Cyfrifoldebau"),) * 6, ((words("Ydy"),) * 6,), (16, 16, 17, 17, 17, 17))
    opened = Opened(of(table, voice="older"))
    assert not opened.find("//w:tbl")
    assert opened.text(opened.paragraphs("Normal")[0]).splitlines() == ["Cyfrifoldebau: Ydy"] * 6


def test_a_picture_has_words_a_neutral_name_and_its_own_number_and_is_kept_once() -> None:
    opened = Opened(of(*(Figure(str(at), BANNER, words("Mali waving.")) for at in range(2))))
    assert [(each.get("id"), each.get("name")) for each in opened.find("//wp:docPr")] == [
        ("1", "image1"),
        ("2", "image2"),
    ]
    assert [name for name in opened.names if "media" in name] == ["word/media/image1.png"]


@pytest.mark.parametrize("size", ["banner", "wide", "medium"])
def test_a_picture_of_any_shape_fits_its_place(size: Any) -> None:
    shapes = (picture(3000, 10), picture(10, 3000), picture(50, 50))
    opened = Opened(of(*(Figure(str(at), shape, words("A shape."), size=size) for at, shape in enumerate(shapes))))
    widest, highest = 148 * 36000, {"banner": 48, "wide": 110, "medium": 80}[size] * 36000
    for extent in opened.find("//wp:extent"):
        assert 0 < int(extent.get("cx")) <= widest * 1.001
        assert 0 < int(extent.get("cy")) <= highest * 1.001


# Presentations


def test_large_print_is_large_everywhere() -> None:
    styles = Opened(lay_out(presentation="large")).part("word/styles.xml")
    sizes = {
        style.get(W + "styleId"): int(value(style.find(f"{W}rPr/{W}sz"))) / 2
        for style in styles.iter(W + "style")
        if style.find(f"{W}rPr/{W}sz") is not None
    }
    edges = {"Header", "Footer", "Organisation"}
    assert min(size for name, size in sizes.items() if name not in edges | {"TableEnd"}) >= 16
    assert {sizes[name] for name in edges} == {14}


def test_large_print_makes_a_list_of_a_wide_table() -> None:
    heads, cells = tuple(words(f"H{at}") for at in range(4)), tuple(words(f"c{at}") for at in range(4))
    opened = Opened(of(Table("t", words("Plan"), heads, (cells,), (25, 25, 25, 25)), presentation="large"))
    assert opened.find("//w:tbl") == []
    assert opened.text(opened.paragraphs("Normal")[0]) == "H0: c0\nH1: c1\nH2: c2\nH3: c3"


def test_a_table_told_as_a_list_has_no_label_without_a_value_and_no_colon_behind_a_question() -> None:
    heads = words("Who"), words("Alone?"), words("Where"), words("Note")
    table = Table("t", (), heads, ((words("Mam"), words("Yes"), (), words("Came late")), ((),) * 4), (25, 25, 25, 25))
    opened = Opened(of(table, presentation="large"))
    assert [opened.text(each) for each in opened.paragraphs("Normal")] == ["Who: Mam\nAlone? Yes\nNote: Came late"]


def test_in_large_print_what_does_not_fit_on_one_line_of_the_edge_stands_on_two() -> None:
    content = sample_content(EN, Paragraph("p", words("Hello.")))
    furniture = replace(
        content.furniture, foot=words("Confidential: for the file. It holds information about a child.")
    )
    laid = LaidOut((replace(content, furniture=furniture),), "one", Style("report", "#0B5F66", "large"))
    said = {
        presentation: [opened.text(each) for each in opened.edges("footer")[0]]
        for presentation in ("standard", "large")
        for opened in [Opened(replace(laid, style=replace(laid.style, presentation=presentation)))]
    }
    foot = plain(furniture.foot)
    assert said == {"standard": [f"{foot}\tPage 1 of 1"], "large": [f"{foot}\t", "\tPage 1 of 1"]}


def test_easy_to_read_is_on_cream_and_black_and_white_has_no_colour() -> None:
    easy, mono = Opened(lay_out(presentation="easy")), Opened(lay_out(presentation="mono"))
    assert [value(each, "color") for each in easy.find("//w:background")] == ["FFFAF0"]
    colours = set(re.findall(r'w:(?:color|fill)="([0-9A-F]{6})"', mono.archive.read("word/document.xml").decode()))
    assert colours <= {"211715", "FFFFFF", "FFFFFE", "B8AFA9"}


# Arrangements


def test_back_to_back_each_language_has_its_own_pages_edges_and_numbers_that_are_not_counted() -> None:
    opened = Opened(lay_out("back-to-back"))
    sections = opened.find("//w:sectPr")
    assert len(sections) == 2
    assert all(opened.find("w:pgNumType/@w:start", each) == ["1"] for each in sections)
    assert [opened.text(each) for each in opened.edges("header")] == [
        "Cyngor Sir Aberwen\tAB-2026-0417",
        "Aberwen County Council\tAB-2026-0417",
    ]
    assert [opened.text(each) for each in opened.edges("footer")] == [
        "Llythyr i ti yw hwn.\tTudalen 1",
        "This letter is for you.\tPage 1",
    ]
    fields = [value(each, "instr").strip() for edge in opened.edges("footer") for each in edge.iter(W + "fldSimple")]
    assert fields == ["PAGE"] * 2


def test_two_languages_on_a_page_both_stand_at_its_edges_and_what_is_alike_stands_once() -> None:
    opened = Opened(lay_out("columns"))
    (header,), (footer,) = opened.edges("header"), opened.edges("footer")
    assert [opened.text(each) for each in header] == ["Cyngor Sir Aberwen\tAB-2026-0417", "Aberwen County Council\t"]
    assert [value(each) for each in opened.find(".//w:p[2]//w:lang", footer)] == [EN] * 5


def test_in_columns_the_page_is_on_its_side_and_each_pair_shares_a_row() -> None:
    opened = Opened(lay_out("columns"))
    assert [value(each, "orient") for each in opened.find("//w:pgSz")] == ["landscape"]
    rows = opened.find("//w:body/w:tbl/w:tr")
    assert all(len(opened.find("w:tc", row)) == 2 for row in rows)
    pairs = [[opened.text(cell) for cell in opened.find("w:tc", row)] for row in rows]
    assert ["Annwyl Mali,", "Dear Mali,"] in pairs
    heads = opened.find("//w:body/w:tbl/w:tr[w:trPr/w:tblHeader]")
    assert {tuple(opened.text(cell) for cell in opened.find("w:tc", row)) for row in heads} == {("Cymraeg", "English")}


def test_in_columns_what_both_share_stands_once_across_the_page() -> None:
    opened = Opened(lay_out("columns"))
    across = opened.find("//w:body/w:p//wp:docPr/@descr")
    assert len(across) == 2
    assert not set(across) & set(opened.find("//w:tbl//wp:docPr/@descr"))


def test_a_picture_that_both_share_has_its_words_in_both_languages() -> None:
    opened = Opened(lay_out("columns"))
    assert [each.get("descr") for each in opened.find("//w:body/w:p//wp:docPr")] == [
        "Siân a Mali yn codi llaw. / Siân and Mali waving.",
        "Llun o Mam-gu. / A drawing.",
    ]
    (caption,) = [each for each in opened.paragraphs("Caption") if "Mali, 7\n" in opened.text(each)]
    assert opened.text(caption) == "Gan Mali, 7\nBy Mali, 7"
    assert [value(each) for each in opened.find(".//w:r[w:t]//w:lang", caption)] == [CY, EN]


def test_in_columns_a_table_too_wide_for_half_a_page_stands_across_it_in_each_language() -> None:
    def wide(tag: str) -> tuple[Block, ...]:
        return (Table("t", words("Plan", tag), (words("H", tag),) * 5, ((words("c", tag),) * 5,), (20,) * 5),)

    opened = Opened(lay_out("columns", blocks=wide))
    assert len(opened.find("//w:body/w:tbl[count(w:tblGrid/w:gridCol)=5]")) == 2


def test_a_block_only_one_language_has_leaves_the_other_cell_free() -> None:
    laid = lay_out("columns", blocks=lambda tag: (Paragraph("a", words("Hello", tag)),))
    opened = Opened(replace(laid, rows=(Row((laid.contents[0].blocks[0], None)),)))
    assert [opened.text(cell) for cell in opened.find("//w:tr[2]/w:tc")] == ["Hello", ""]


def test_block_by_block_the_first_language_comes_first_each_time() -> None:
    said = Opened(lay_out("blocks")).text()
    order = ["Annwyl Mali", "Dear Mali", "Nid dy fai", "None of this", "Cofion cynnes", "Warm wishes"]
    assert sorted(order, key=said.index) == order


# The letterhead


def test_a_logo_stands_in_place_of_the_name_and_says_it() -> None:
    laid = lay_out()
    opened = Opened(replace(laid, style=replace(laid.style, logo=BANNER, logo_alt="Cyngor Sir Aberwen")))
    (header,) = opened.edges("header")
    assert [each.get("descr") for each in opened.find(".//wp:docPr", header)] == ["Cyngor Sir Aberwen"]
    assert opened.text(header) == "\tAB-2026-0417"
    numbers = [each.get("id") for part in (opened.body, header) for each in opened.find(".//wp:docPr", part)]
    assert len(numbers) == len(set(numbers))


@pytest.fixture
def own_letterhead(tmp_path: Path) -> Callable[[str, str, str], Library]:
    """Return a library whose letterhead differs in one place of one part."""

    def made(part: str, old: str, new: str) -> Library:
        folder = tmp_path / "shared" / "letterhead"
        folder.mkdir(parents=True, exist_ok=True)
        for source in (ROOT / "templates" / "shared" / "letterhead").iterdir():
            text = source.read_text(encoding="utf-8")
            (folder / source.name).write_text(text.replace(old, new) if source.stem == part else text, encoding="utf-8")
        return Library(tmp_path, ROOT / "locales", {})

    return made


def test_an_organisation_may_have_its_own_letterhead(own_letterhead: Callable[..., Library]) -> None:
    library = own_letterhead("footer", "<w:r><w:tab/></w:r>", "<w:r><w:t>Aberwen</w:t></w:r><w:r><w:tab/></w:r>")
    assert "Llythyr i ti yw hwn.Aberwen\tTudalen" in Opened(lay_out(), library).text(
        Opened(lay_out(), library).edges("footer")[0]
    )


@pytest.mark.parametrize(
    ("part", "old", "new", "code"),
    [
        ("header", "{{r line.right }}", "", "letterhead-incomplete"),
        ("footer", "line.page", "line.foot", "letterhead-incomplete"),
        ("header", "line.right", "line.nobody", "letterhead-broken"),
        ("header", "{{r line.right }}", "{{r line.left.__class__.__mro__ }}", "letterhead-broken"),
        ("header", "{{r line.right }}", "{{r line.left.upper() }}", "letterhead-broken"),
        ("header", "{{r line.right }}", "{{r range(9) }}", "letterhead-broken"),
        ("header", "{%p endfor %}", "", "letterhead-broken"),
        ("styles", 'w:val="heading 2"', 'w:val="something"', "letterhead-broken"),
    ],
)
def test_a_letterhead_that_would_lose_words_or_reach_out_is_refused(
    own_letterhead: Callable[..., Library], part: str, old: str, new: str, code: str
) -> None:
    with pytest.raises(TemplateError) as raised:
        docx.write(lay_out(), own_letterhead(part, old, new))
    assert [finding.code for finding in raised.value.findings] == [code]
    assert raised.value.__cause__ is None


# A storyboard


def test_a_storyboard_is_on_its_side_and_its_frames_are_side_by_side_in_columns_and_no_table() -> None:
    opened = Opened(of(Heading("t", 1, words("Mali’s story")), *story_frames(EN), voice="story"))
    title, story = opened.find("//w:sectPr")
    assert {value(each, "orient") for each in opened.find("//w:pgSz")} == {"landscape"}
    assert not opened.find("w:cols", title)
    assert [value(each, "num") for each in opened.find("w:cols", story)] == ["2"]
    assert [value(each) for each in opened.find("w:type", story)] == ["continuous"]
    assert len(opened.find("//w:br[@w:type='column']")) == 2
    assert not opened.find("//w:tbl")


def test_a_frame_is_its_picture_then_its_number_and_words_and_stays_together() -> None:
    opened = Opened(of(*story_frames(EN)[:1], voice="story"))
    pictured, first, second = opened.find("//w:body/w:p")
    assert [each.get("descr") for each in opened.find(".//wp:docPr", pictured)] == ["Mam and Mali."]
    assert [opened.text(each) for each in (first, second)] == ["1\tMam loves you.", "Every day."]
    kept = [bool(opened.find("w:pPr/w:keepNext", each)) for each in (pictured, first, second)]
    assert kept == [True, True, False]


def test_a_drawn_frame_has_round_corners_and_a_childs_own_drawing_is_left_as_it_is() -> None:
    opened = Opened(of(*story_frames(EN), voice="story"))
    shapes = opened.body.xpath("//*[local-name()='prstGeom']/@prst")
    assert shapes == ["roundRect", "rect", "roundRect"]


def test_room_for_a_child_to_draw_in_is_not_read_out() -> None:
    opened = Opened(of(story_frames(EN)[2], voice="story"))
    (drawn,) = opened.find("//wp:docPr")
    assert drawn.get("descr") == ""
    assert drawn.xpath(".//*[local-name()='decorative']/@val") == ["1"]


def test_block_by_block_a_frame_has_its_picture_once_and_the_words_of_both_languages() -> None:
    opened = Opened(lay_out("blocks", "story", blocks=story_frames))
    assert [each.get("descr") for each in opened.find("//wp:docPr")] == [
        "Mam a Mali. / Mam and Mali.",
        "Coeden. / A tree.",
        "",
    ]
    assert [opened.text(each) for each in opened.paragraphs("FrameWords")][:4] == [
        "1\tMae Mam yn dy garu di.",
        "Bob dydd.",
        "Mam loves you.",
        "Every day.",
    ]
    names = {value(each, "name") for each in opened.find("//w:bookmarkStart")}
    assert {anchor("f1", "cy"), anchor("f1", "en")} <= names


def test_a_picture_shown_twice_in_round_corners_has_a_file_for_each() -> None:
    opened = Opened(of(*(replace(story_frames(EN)[0], key=str(at), number=at) for at in (1, 2)), voice="story"))
    assert len([name for name in opened.names if "media" in name]) == 2


def test_pages_of_a_storyboard_behind_another_are_numbered_and_not_counted() -> None:
    opened = Opened(lay_out("back-to-back", "story"))
    fields = [value(each, "instr").strip() for edge in opened.edges("footer") for each in edge.iter(W + "fldSimple")]
    assert fields == ["PAGE", "PAGE"]


# A long record


def record(tag: str) -> tuple[Block, ...]:
    wide = Table("t", (), (words("H", tag),) * 4, ((words("c", tag),) * 4,), (25,) * 4)
    return (
        Heading("t", 1, words("Report", tag)),
        Contents("c", words("Contents", tag)),
        Heading("h", 2, words("Daily life", tag), number="1"),
        Paragraph("p", words("At home.", tag), number="1.1"),
        Heading("h3", 3, words("Mali", tag)),
        Box("b", "worry", (Paragraph("bp", words("A worry.", tag), number="1.2"),)),
        wide,
    )


def test_the_contents_lead_to_every_section_and_word_can_bring_them_up_to_date() -> None:
    opened = Opened(of(*record(EN), voice="report"))
    links = opened.find("//w:hyperlink[@w:anchor]")
    assert [(opened.text(each), value(each, "anchor")) for each in links] == [
        ("1\tDaily life", anchor("h", "en")),
        ("Mali", anchor("h3", "en")),
    ]
    assert {value(each, "anchor") for each in links} <= {
        value(each, "name") for each in opened.find("//w:bookmarkStart")
    }
    assert [text.strip() for text in opened.find("//w:instrText/text()")] == [r'TOC \o "2-3" \h \z']
    marks = [value(each, "fldCharType") for each in opened.find("//w:fldChar")]
    assert marks == ["begin", "separate", "end"]
    assert not opened.find("//@w:dirty")
    assert not opened.part("word/settings.xml").xpath("//w:updateFields", namespaces=NAMES)


def test_back_to_back_each_languages_contents_stay_within_its_own_part() -> None:
    opened = Opened(lay_out("back-to-back", "report", blocks=record))
    ranges = [text.split()[-1] for text in opened.find("//w:instrText/text()")]
    assert len(set(ranges)) == 2
    for name in ranges:
        (start,) = opened.find(f"//w:body/w:bookmarkStart[@w:name='{name}']")
        assert opened.find(f"//w:body/w:bookmarkEnd[@w:id='{value(start, 'id')}']")


def test_in_columns_each_languages_contents_are_links_to_its_own_headings() -> None:
    opened = Opened(lay_out("columns", "report", blocks=record))
    assert not opened.find("//w:instrText")
    linked = [value(each, "anchor") for each in opened.find("//w:hyperlink[@w:anchor]")]
    assert linked == [anchor(key, code) for code in ("cy", "en") for key in ("h", "h3")]


def test_numbers_of_sections_and_paragraphs_are_words_and_hang_in_the_margin() -> None:
    opened = Opened(of(*record(EN), voice="report"))
    heading, paragraph = opened.paragraphs("Heading2")[0], opened.paragraphs("Normal")[0]
    assert [opened.text(each) for each in (heading, paragraph)] == ["1\tDaily life", "1.1\tAt home."]
    for each in (heading, paragraph):
        (indent,) = opened.find("w:pPr/w:ind", each)
        assert value(indent, "left") == "0"
        assert 0 < int(value(indent, "hanging")) < 40 / 25.4 * 1440


def test_where_margins_are_narrow_numbers_stand_inside() -> None:
    opened = Opened(of(*record(EN), voice="report", presentation="large"))
    (indent,) = opened.find("w:pPr/w:ind", opened.paragraphs("Heading2")[0])
    assert value(indent, "left") == value(indent, "hanging")


def test_a_wide_table_of_a_record_runs_into_both_margins() -> None:
    opened = Opened(of(*record(EN), voice="report"))
    width = sum(int(value(each, "w")) for each in opened.find("//w:tbl/w:tblGrid/w:gridCol"))
    assert [round(int(value(each, "w")) / 1440 * 25.4) for each in opened.find("//w:tbl/w:tblPr/w:tblInd")] == [-20]
    assert round(width / 1440 * 25.4) == 170


def test_the_pages_of_a_record_say_which_section_they_are_in_but_the_first_does_not() -> None:
    opened = Opened(of(*record(EN), voice="report"))
    headers = {value(each, "type"): each.get(R + "id") for each in opened.find("//w:sectPr/w:headerReference")}
    rels = {each.get("Id"): each.get("Target") for each in opened.part("word/_rels/document.xml.rels")}
    said = {when: opened.archive.read(f"word/{rels[name]}").decode() for when, name in headers.items()}
    assert "STYLEREF &quot;Section title&quot;" in said["default"]
    assert "STYLEREF" not in said["first"]
    assert opened.find("//w:sectPr/w:titlePg")
    assert [opened.text(each) for each in opened.find("//w:r[w:rPr/w:rStyle/@w:val='SectionTitle']")] == ["Daily life"]
    assert 'w:styleId="SectionTitle"' in opened.archive.read("word/styles.xml").decode()
