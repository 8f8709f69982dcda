"""What a web page of ours must be: one file, no requests, every language marked, readable on a telephone."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from lxml import html as reader
from PIL import Image

from dystori.findings import TemplateError
from dystori.formats import fonts, html, tables
from dystori.library import Library
from dystori.tree import (
    Content,
    Contents,
    Facts,
    Figure,
    Frame,
    Furniture,
    Heading,
    LaidOut,
    Link,
    Paragraph,
    PictureFile,
    Quote,
    Row,
    Run,
    Source,
    Style,
    Table,
)

ROOT = Path(__file__).parents[2]
CY, EN = "cy-GB", "en-GB"


def line(text: str, lang: str = CY, **marks: bool) -> tuple[Run, ...]:
    return (Run(text, lang, Source("entry", "test/test"), **marks),)


def picture() -> PictureFile:
    target = io.BytesIO()
    Image.new("RGB", (60, 20), "#88AACC").save(target, "PNG")
    return PictureFile("picture", "image/png", target.getvalue(), 60, 20)


def content(lang: str = CY) -> Content:
    welsh = lang == CY
    other = EN if welsh else CY
    day = "22 Tachwedd 2026" if welsh else "22 November 2026"
    edges = Furniture(line("Aberwen", lang), line(day, lang), line("I ti.", lang), ("", " / ", ""))
    head = tuple(line(word, lang) for word in "abcd")
    return Content(
        "cy" if welsh else "en",
        lang,
        "Cymraeg" if welsh else "English",
        "Llythyr" if welsh else "Letter",
        edges,
        (
            Heading("t", 1, line("Annwyl Mali," if welsh else "Dear Mali,", lang)),
            Paragraph(
                "p",
                (*line("Helô ", lang), *line("friend", other), Link("https://example.org/?a=1&b=2", line("yma", lang))),
            ),
            Quote("q", (line("أحب العيش", "ar", rtl=True),), (line("Mali", lang),)),
            Figure("f", picture(), line("Llun o’r <tŷ>", lang)),
            Table("w", (), head, (head,), (25, 25, 25, 25)),
        ),
    )


def parsed(page: str) -> Any:
    return reader.document_fromstring(page)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(ROOT / "templates", ROOT / "locales", {})


def one() -> LaidOut:
    return LaidOut((content(),), "one", Style("young", "#0B5F66", logo=picture(), logo_alt="Cyngor Aberwen"))


def both() -> LaidOut:
    contents = (content(CY), content(EN))
    rows = [Row(pair) for pair in zip(contents[0].blocks, contents[1].blocks, strict=True)]
    rows[3] = Row((contents[0].blocks[3], None), shared=True)
    return LaidOut(contents, "columns", Style("older", "#0B5F66"), tuple(rows))


@pytest.fixture(params=["one", "both"])
def page(request: pytest.FixtureRequest, library: Library) -> str:
    return html.write(one() if request.param == "one" else both(), library).decode()


def test_nothing_in_the_page_leads_outside_but_the_links_of_the_document(page: str) -> None:
    root = parsed(page)
    assert not root.xpath("//script | //link | //iframe | //form | //object | //base | //@style")
    assert all(source.startswith("data:image/png;base64,") for source in root.xpath("//img/@src"))
    assert all(re.match("https://example.org|#doc-", href) for href in root.xpath("//a/@href"))
    addresses = re.findall(r"url\(([^)]{0,20})", root.xpath("string(//style)"))
    assert all(address.startswith("data:font/woff2") for address in addresses)


def test_the_policy_lets_in_this_style_sheet_and_nothing_else(page: str) -> None:
    root = parsed(page)
    policy = root.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    mark = base64.b64encode(hashlib.sha256(root.xpath("string(//style)").encode()).digest()).decode()
    assert f"style-src 'sha256-{mark}';" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_the_page_is_not_for_search_engines_and_has_a_title_and_a_language(page: str) -> None:
    root = parsed(page)
    assert "noindex" in root.xpath("string(//meta[@name='robots']/@content)")
    assert root.xpath("string(/html/@lang)") == CY
    assert root.xpath("string(//title)").startswith("Llythyr")


def test_there_is_one_main_and_an_article_a_language_named_by_its_heading(library: Library) -> None:
    root = parsed(html.write(both(), library).decode())
    assert len(root.xpath("//main")) == 1
    articles = root.xpath("//main/article")
    assert [article.get("lang") for article in articles] == [CY, EN]
    for article in articles:
        assert article.xpath(f".//h1[@id='{article.get('aria-labelledby')}']")


def test_a_line_of_links_leads_to_each_language_in_its_own_words(library: Library) -> None:
    root = parsed(html.write(both(), library).decode())
    links = [(link.get("lang"), link.text, link.get("href")) for link in root.xpath("//nav//a")]
    assert links == [(CY, "Cymraeg", "#doc-1"), (EN, "English", "#doc-2")]
    assert all(root.xpath(f"//article[@id='{href[1:]}']") for _, _, href in links)
    assert not parsed(html.write(one(), library).decode()).xpath("//nav")


def test_blocks_of_a_row_stand_in_the_same_row_of_the_grid(library: Library) -> None:
    root = parsed(html.write(both(), library).decode())
    welsh, english = (
        [cell.get("class").split()[1] for cell in article.xpath("./*")] for article in root.xpath("//article")
    )
    assert welsh == english
    for row in welsh:
        assert f".{row}{{grid-row:{row[1:]}}}" in root.xpath("string(//style)")


def test_what_both_languages_share_is_there_for_a_reader_of_either(library: Library) -> None:
    root = parsed(html.write(both(), library).decode())
    assert [len(article.xpath(".//img")) for article in root.xpath("//article")] == [1, 1]
    assert len(root.xpath("//*[contains(@class, 'again')]")) == 1


def test_every_passage_in_another_language_says_so(page: str) -> None:
    for words, lang in (("friend", EN), ("أحب", "ar"), ("Annwyl", CY)):
        found = parsed(page).xpath(f"//article//*[contains(text(), '{words}')]")
        assert found
        assert found[0].xpath("string(ancestor-or-self::*[@lang][1]/@lang)") == lang
    arabic = parsed(page).xpath("//*[contains(text(), 'أحب')]")[0]
    assert arabic.xpath("string(ancestor-or-self::*[@dir][1]/@dir)") == "rtl"


def test_pictures_have_their_words_and_their_size(page: str) -> None:
    picture_words = parsed(page).xpath("//figure/img")[0]
    assert picture_words.get("alt") == "Llun o’r <tŷ>"
    assert (picture_words.get("width"), picture_words.get("height")) == ("60", "20")


def test_a_table_whose_rows_stack_is_still_a_table_and_says_the_head_of_each_cell(page: str) -> None:
    root = parsed(page)
    table = root.xpath("//table")[0]
    assert table.get("role") == "table"
    assert [head.get("role") for head in table.xpath(".//th")] == ["columnheader"] * 4
    assert [cell.get("role") for cell in table.xpath(".//td")] == ["cell"] * 4
    assert [cell.get("data-label") for cell in table.xpath(".//td")] == ["a", "b", "c", "d"]
    kind = re.search(r"s\d+", table.get("class"))
    assert kind
    rules = re.search(rf"@container \(width<[\d.]+em\){{[^@]*\.{kind[0]} td{{", root.xpath("string(//style)"))
    assert rules, "where there is little room its rows stack; nothing scrolls sideways"
    assert not root.xpath("//*[@tabindex]")


def test_rows_stack_before_a_column_is_narrower_than_its_longest_word() -> None:
    heads = tuple(line(word) for word in ("Pwy", "Gwahoddwyd", "Cyflawnwyd", "Pryd", "Nodyn"))
    table = Table("t", (), heads, (heads,), (60, 10, 10, 10, 10))
    room = tables.stacked_under(table)
    for head, share in zip(heads, tables.on_screen(table), strict=True):
        assert room * share / 100 >= fonts.width(head[0].text, strong=True)
    assert sum(tables.on_screen(table)) == 100


def test_facts_that_stack_are_still_a_table(library: Library) -> None:
    facts = Facts("f", line("Ffeil"), ((line("Ble"), line("Ysgol")),))
    laid = replace(one(), contents=(replace(content(), blocks=(facts,)),))
    (table,) = parsed(html.write(laid, library).decode()).xpath("//table")
    assert [element.get("role") for element in table.iter("th", "td")] == ["rowheader", "cell"]


def test_a_picture_that_stands_once_for_both_tells_what_it_shows_in_both(library: Library) -> None:
    laid = both()
    english = Figure("f", picture(), line("A picture of the house.", EN))
    rows = list(laid.rows)
    rows[3] = Row((laid.contents[0].blocks[3], english), shared=True)
    root = parsed(html.write(replace(laid, rows=tuple(rows)), library).decode())
    assert root.xpath("//article//img/@alt") == [
        "Llun o’r <tŷ>. A picture of the house.",
        "A picture of the house.",
    ]


def test_a_name_with_a_hyphen_and_a_day_of_a_month_stay_on_one_line(library: Library) -> None:
    told = Paragraph("p", line("Aeth Mam-gu a Tad-cu ar 4 Tachwedd; ffonia 01632 960 001."))
    laid = replace(one(), contents=(replace(content(), blocks=(told,)),))
    kept = parsed(html.write(laid, library).decode()).xpath("//article/div//span[@class='nb']")
    assert [span.text for span in kept] == ["Mam-gu", "Tad-cu", "4 Tachwedd", "01632 960 001"]


def test_the_same_document_gives_the_same_bytes(library: Library) -> None:
    assert html.write(both(), library) == html.write(both(), library)


def test_the_typeface_in_the_page_is_lexend_with_welsh_letters_and_three_weights(page: str) -> None:
    data = re.search(r"data:font/woff2;base64,([^)]+)", page)
    assert data
    font = TTFont(io.BytesIO(base64.b64decode(data[1])))
    assert {ord(letter) for letter in "aâêîôûŵŷÂÊÎÔÛŴŶẁẃẅ“”‘’–"} <= set(font.getBestCmap())
    assert [(axis.minValue, axis.maxValue) for axis in font["fvar"].axes] == [(400, 600)]
    assert font["head"].modified == TTFont(fonts.paths()[0])["head"].modified, "no time of day in it"
    assert len(fonts.web_font()) < 40_000


def test_a_link_that_is_not_web_mail_or_telephone_is_an_error(library: Library) -> None:
    bad = Paragraph("p", (Link("javascript:alert(1)", line("yma")),))
    laid = LaidOut((Content("cy", CY, "Cymraeg", "x", content().furniture, (bad,)),), "one", Style("young", "#0B5F66"))
    with pytest.raises(TemplateError) as caught:
        html.write(laid, library)
    assert [finding.code for finding in caught.value.findings] == ["link-not-allowed"]


def test_a_style_sheet_cannot_end_the_style_element(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    for name in ("blocks.css", "screen.css"):
        (tmp_path / "shared" / name).write_text("/* </style><script>alert(1)</script> */")
    page = html.write(one(), Library(tmp_path, tmp_path, {})).decode()
    assert not parsed(page).xpath("//script")


def story(lang: str) -> Content:
    frames = (
        Frame("f1", 1, Figure("p1", picture(), line("Mam", lang)), (line("Mae Mam yn dy garu di.", lang),)),
        Frame("f2", 2, Figure("p2", picture(), line("Coeden", lang), line("Gan Mali", lang), own=True), ()),
        Frame("f3", 3, None, (line("Tynna lun yma.", lang),)),
    )
    return Content("cy", lang, "Cymraeg", "Stori", content().furniture, (Heading("t", 1, line("Stori", lang)), *frames))


def test_frames_of_a_storyboard_stand_side_by_side_in_one_cell(library: Library) -> None:
    root = parsed(html.write(LaidOut((story(CY),), "one", Style("story", "#0B5F66")), library).decode())
    (cell,) = root.xpath("//article/div[.//div[@class='frame']]")
    assert [len(leaf.xpath("./div[@class='frame']")) for leaf in cell.xpath("./div[@class='leaf']")] == [2, 1]
    first, _, third = cell.xpath(".//div[@class='frame']")
    assert [element.tag for element in first] == ["figure", "div"]
    assert " ".join(first.text_content().split()) == "1 Mae Mam yn dy garu di."
    assert not third.xpath(".//img"), "room to draw in has nothing to read out"


def test_a_frame_stands_beside_its_twin(library: Library) -> None:
    contents = (story(CY), story(EN))
    rows = tuple(Row(pair) for pair in zip(contents[0].blocks, contents[1].blocks, strict=True))
    root = parsed(html.write(LaidOut(contents, "blocks", Style("story", "#0B5F66"), rows), library).decode())
    places = [
        [
            frame.xpath("string(ancestor::div[contains(@class, 'cell')]/@class)")
            for frame in article.xpath(".//div[@class='frame']")
        ]
        for article in root.xpath("//article")
    ]
    assert places[0] == places[1] == ["cell r3", "cell r4", "cell r5"]


def record(lang: str) -> Content:
    blocks = (
        Heading("t", 1, line("Adroddiad", lang)),
        Contents("c", line("Cynnwys", lang)),
        Heading("h", 2, line("Bywyd bob dydd", lang), number="1"),
        Paragraph("p", line("Gartref.", lang), number="1.1"),
        Heading("i", 3, line("Mali", lang)),
    )
    return Content("cy", lang, "Cymraeg", "Adroddiad", content().furniture, blocks)


def test_the_contents_lead_to_headings_of_their_own_language_by_names_that_say_nothing(library: Library) -> None:
    contents = (record(CY), record(EN))
    root = parsed(html.write(LaidOut(contents, "back-to-back", Style("report", "#0B5F66")), library).decode())
    for article in root.xpath("//article"):
        links = article.xpath(".//nav[@aria-label='Cynnwys']//li/a")
        assert [link.text for link in links] == ["1 Bywyd bob dydd", "Mali"]
        for link in links:
            assert re.fullmatch("#_b_[0-9a-f]{16}", link.get("href"))
            assert len(root.xpath(f"//*[@id='{link.get('href')[1:]}']")) == 1
            assert article.xpath(f".//*[@id='{link.get('href')[1:]}']")


def test_numbers_are_words_before_the_heading_or_paragraph(library: Library) -> None:
    root = parsed(html.write(LaidOut((record(CY),), "one", Style("report", "#0B5F66")), library).decode())
    assert [element.text_content() for element in root.xpath("//h2 | //p[@class='numbered']")] == [
        "1 Bywyd bob dydd",
        "1.1 Gartref.",
    ]


def test_words_and_their_translation_are_one_quote_each_in_its_own_language(library: Library) -> None:
    quote = Quote("q", (line("Helô."),), (line("Mali"),), translation=(line("Hello.", EN),))
    laid = replace(one(), contents=(replace(content(), blocks=(quote,)),))
    [said] = parsed(html.write(laid, library).decode()).findall(".//blockquote")
    words, translation, who = said.findall("p")
    assert [p.text_content() for p in (words, translation, who)] == ["“Helô.”", "“Hello.”", "Mali"]
    assert translation.get("lang") == EN
