"""The plain text of a document: for a phone, in reading order, with nothing drawn."""

from __future__ import annotations

import pytest

from dystori.formats import text
from dystori.tree import (
    Arrangement,
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
    Quote,
    Row,
    Run,
    Source,
    Style,
    Table,
)

CY, EN = "cy-GB", "en-GB"
PICTURE = PictureFile("mali.png", "image/png", b"", 10, 10)


def words(said: str, tag: str = EN) -> Inlines:
    return (Run(said, tag, Source("entry", "sample")),)


def content(*blocks: Block, tag: str = EN) -> Content:
    nothing = Furniture((), (), (), ("", "", ""))
    return Content(tag[:2], tag, tag, "Title", nothing, blocks)


def one(*blocks: Block) -> str:
    return text.write(LaidOut((content(*blocks),), "one", Style("young", "#0B5F66")))


def pair(key: str, welsh: str, english: str) -> tuple[Block, Block]:
    return Paragraph(key, words(welsh, CY)), Paragraph(key, words(english))


def test_a_heading_is_plain_words_with_an_empty_line_round_it() -> None:
    said = one(
        Paragraph("a", words("Before.")), Heading("b", 2, words("Who will help")), Paragraph("c", words("Nain."))
    )
    assert said == "Before.\n\nWho will help\n\nNain.\n"


def test_a_long_paragraph_stays_on_one_line() -> None:
    long = " ".join(["word"] * 600)
    assert one(Paragraph("a", words(long))) == f"{long}\n"


def test_a_quote_stands_on_its_own_line_between_its_marks_four_letters_in() -> None:
    said = one(Quote("a", (words("I like Mam-gu."),), (words("Mali, at school"),)))
    assert said == "    “I like Mam-gu.”\n    Mali, at school\n"


def test_a_table_is_label_and_value_row_by_row() -> None:
    table = Table(
        "a",
        words("People"),
        (words("Who"), words("How")),
        ((words("Nain"), words("Ring her")), (words("Ms Rees"), words("Room 12"))),
        (50, 50),
    )
    assert one(table) == "People\n\nWho: Nain\nHow: Ring her\n\nWho: Ms Rees\nHow: Room 12\n"


def test_facts_are_label_and_value() -> None:
    assert one(Facts("a", words("For the file"), ((words("Reference"), words("AB-1")),))) == (
        "For the file\n\nReference: AB-1\n"
    )


def test_what_is_not_known_has_no_line_and_a_row_of_nothing_no_place() -> None:
    table = Table("a", (), (words("Who"), words("Note")), ((words("Nain"), ()), ((), ())), (50, 50))
    facts = Facts("b", (), ((words("Phone"), ()), (words("Status"), words("final"))))
    cards = Cards("c", (Card(words("Nain"), ((), words("at home"))),))
    assert one(table, facts, cards) == "Who: Nain\n\nStatus: final\n\nNain\nat home\n"


def test_a_label_that_several_facts_share_is_said_once_over_a_list() -> None:
    rows = (
        (words("Status"), words("final")),
        *((words("Languages"), words(f"{name}: Welsh")) for name in ("Mali", "Ned")),
        (words("Chair"), words("Ms Rees")),
    )
    assert one(Facts("a", (), rows)) == "Status: final\nLanguages:\n- Mali: Welsh\n- Ned: Welsh\nChair: Ms Rees\n"


def test_a_label_that_asks_or_has_its_colon_gets_no_other() -> None:
    rows = ((words("Was it enough?"), words("Yes")), (words("Why:"), words("It held")))
    assert one(Facts("a", (), rows)) == "Was it enough? Yes\nWhy: It held\n"


def test_words_and_their_translation_are_one_quote_with_its_source_below() -> None:
    quote = Quote("a", (words("Dw i’n hoffi\nMam-gu.", CY),), (words("Mali"),), translation=(words("I like Mam-gu."),))
    assert one(quote) == "    “Dw i’n hoffi\n    Mam-gu.”\n    “I like Mam-gu.”\n    Mali\n"


@pytest.mark.parametrize("arrangement", ["columns", "back-to-back"])
def test_what_is_alike_in_both_languages_is_said_once(arrangement: Arrangement) -> None:
    def said(tag: str) -> tuple[Block, ...]:
        name = Paragraph("a", words("Ffonia" if tag == CY else "Ring", tag))
        return name, Listing("b", (words("Childline: 0800 1111", tag),))

    contents = (content(*said(CY), tag=CY), content(*said(EN)))
    rows = tuple(map(Row, zip(said(CY), said(EN), strict=True))) if arrangement == "columns" else ()
    laid = LaidOut(contents, arrangement, Style("young", "#0B5F66"), rows)
    assert text.write(laid) == "Ffonia\n\nRing\n\n- Childline: 0800 1111\n"


def test_a_picture_is_its_words_in_brackets_with_its_caption_under_it() -> None:
    assert one(Figure("a", PICTURE, words("Mali waving."), words("Mali, aged 7"))) == "[Mali waving.]\nMali, aged 7\n"


def test_lists_keep_their_marks_and_numbers() -> None:
    items = (words("one"), words("two"))
    assert one(Listing("a", items), Listing("b", items, ordered=True)) == "- one\n- two\n\n1. one\n2. two\n"


def test_cards_and_boxes_are_paragraphs() -> None:
    cards = Cards("a", (Card(words("Nain"), (words("your grandmother"),)),))
    assert one(Box("b", "rights", (Heading("c", 2, words("Your rights")), cards))) == (
        "Your rights\n\nNain\nyour grandmother\n"
    )


@pytest.mark.parametrize(
    ("href", "label", "said"),
    [
        ("https://www.meic.cymru/", "meic.cymru", "meic.cymru"),
        ("https://www.meic.cymru/", "Meic", "Meic (https://www.meic.cymru/)"),
        ("tel:+441632960001", "01632 960 001", "01632 960 001"),
        ("tel:+441632960001", "Ring us", "Ring us (+441632960001)"),
        ("mailto:plant@example.org", "Write to us", "Write to us (plant@example.org)"),
    ],
)
def test_a_link_says_where_it_leads_once(href: str, label: str, said: str) -> None:
    runs = (Run(label, EN, Source("entry", "sample")),)
    assert one(Paragraph("a", (Link(href, runs),))) == f"{said}\n"


@pytest.mark.parametrize("arrangement", ["columns", "blocks"])
def test_two_languages_stand_block_by_block(arrangement: Arrangement) -> None:
    rows = tuple(Row(pair(str(at), f"cy {at}", f"en {at}")) for at in range(2))
    contents = content(tag=CY), content()
    said = text.write(LaidOut(contents, arrangement, Style("young", "#0B5F66"), rows))
    assert said.split("\n\n") == ["cy 0", "en 0", "cy 1", "en 1\n"]


def test_two_languages_back_to_back_stand_block_by_block_by_their_keys() -> None:
    welsh = content(*(Paragraph(key, words(f"cy {key}", CY)) for key in "abd"), tag=CY)
    english = content(*(Paragraph(key, words(f"en {key}")) for key in "acbd"))
    said = text.write(LaidOut((welsh, english), "back-to-back", Style("young", "#0B5F66")))
    assert said.split() == ["cy", "a", "en", "a", "en", "c", "cy", "b", "en", "b", "cy", "d", "en", "d"]


def test_a_block_that_both_languages_share_is_said_once() -> None:
    picture = Figure("a", PICTURE, words("Mali waving.", CY))
    laid = LaidOut((content(tag=CY), content()), "columns", Style("young", "#0B5F66"), (Row((picture, None), True),))
    assert text.write(laid) == "[Mali waving.]\n"


def test_the_sender_stands_first_and_the_privacy_line_last_each_once() -> None:
    edge = Furniture(words("Cyngor"), words("AB-1"), words("Private."), ("Page ", " of ", ""))
    contents = tuple(Content(tag[:2], tag, tag, "T", edge, (Paragraph("a", words("Hello.")),)) for tag in (CY, EN))
    said = text.write(LaidOut(contents, "back-to-back", Style("young", "#0B5F66")))
    assert said == "Cyngor\nAB-1\n\nHello.\n\nPrivate.\n"


def test_a_picture_that_both_share_has_its_words_in_both_languages() -> None:
    pictures = (Figure("a", PICTURE, words("Mali’n chwifio.", CY)), Figure("a", PICTURE, words("Mali waving.")))
    laid = LaidOut((content(tag=CY), content()), "columns", Style("young", "#0B5F66"), (Row(pictures, True),))
    assert text.write(laid) == "[Mali’n chwifio.]\n\n[Mali waving.]\n"


def test_a_frame_is_its_number_its_picture_and_its_words() -> None:
    frame = Frame("a", 1, Figure("b", PICTURE, words("Mam and Mali.")), (words("Mam loves you."), words("Always.")))
    assert one(frame, Frame("c", 2, None, (words("Draw here."),))) == (
        "1. [Mam and Mali.]\nMam loves you.\nAlways.\n\n2. Draw here.\n"
    )


def test_the_contents_are_a_list_of_the_headings_of_their_own_language() -> None:
    def record(tag: str, welsh: bool) -> Content:
        heading = Heading("h", 2, words("Bywyd bob dydd" if welsh else "Daily life", tag), number="1")
        title = Contents("c", words("Cynnwys" if welsh else "Contents", tag))
        return content(title, heading, Heading("i", 3, words("Mali", tag)), tag=tag)

    contents = (record(CY, True), record(EN, False))
    said = text.write(LaidOut(contents, "back-to-back", Style("report", "#0B5F66")))
    assert said.startswith(
        "Cynnwys\n\n1 Bywyd bob dydd\n  - Mali\n\nContents\n\n1 Daily life\n  - Mali\n\n1 Bywyd bob dydd"
    )


def test_a_numbered_paragraph_begins_with_its_number() -> None:
    assert one(Paragraph("a", words("At home."), number="2.14")) == "2.14 At home.\n"
