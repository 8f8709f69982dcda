"""The room templates run in, and what the tree builder refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from dystori.documents.build import Builder
from dystori.documents.sandbox import Room
from dystori.documents.tagged import Tagged
from dystori.findings import TemplateError
from dystori.library import Library
from dystori.tree import Paragraph, PictureFile, plain
from dystori.words import Text


def no_pictures(name: str) -> PictureFile:
    raise AssertionError(name)


def builder() -> Builder:
    return Builder("a.html", "cy-GB", no_pictures, ("“", "”"))


def body(markup: str) -> list[str]:
    made = builder()
    blocks = made.blocks(made.parse(f"<body>{markup}</body>")["body"])
    return [plain(block.content) for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Words of its own</p>",
        "<div><p/></div>",
        "<p><script/></p>",
        '<p role="loud"><v p="a">x</v></p>',
        '<p><a href="javascript:x"><v p="a">x</v></a></p>',
        '<p><a href="file:///etc/passwd"><v p="a">x</v></a></p>',
        '<table widths="50 40"><head><cell/><cell/></head><row><cell><v p="a">x</v></cell><cell/></row></table>',
        '<table widths="100"><head><cell/></head><row><cell><v p="a">x</v></cell><cell/></row></table>',
        "<p>&amp;</p>",
        "<p>",
    ],
)
def test_what_is_not_in_the_closed_list_is_refused(markup: str) -> None:
    with pytest.raises(TemplateError):
        body(markup)


def test_text_of_two_paragraphs_is_two_paragraphs_and_a_typed_line_end_is_a_blank() -> None:
    assert body('<p><v p="a">One\nline.\n\nTwo.</v></p>') == ["One line.", "Two."]


def test_a_heading_over_nothing_is_not_there() -> None:
    made = builder()
    section = made.parse('<body><h2><v p="a">A</v></h2><h2><v p="b">B</v></h2><p><v p="c">c</v></p></body>')["body"]
    assert [block.key for block in made.blocks(section)] == ["h2:b", "p:c"]


def test_a_value_of_the_case_cannot_bring_markup_in() -> None:
    nasty = '</v></p><h1><v p="x">Big'
    tagged = Tagged(nasty, Text(nasty), "documents.0.ending", "cy-GB")
    assert body(f"<p>{tagged.__html__()}</p>") == [nasty]


@pytest.mark.parametrize(
    "source",
    [
        "{{ x.__class__ }}",
        "{{ x.text.format }}{{ x.text.format() }}",
        "{{ missing }}",
        "{{ 'a'.upper() }}",
        "{% for a in range(9) %}{% endfor %}",
        "{{ x | attr('text') }}",
        "{{ [1] | map('string') | list }}",
        "{{ '<b>' | safe }}",
        "{% include '../secret' %}",
    ],
)
def test_a_template_reaches_nothing_but_plain_data_filters_and_macros(tmp_path: Path, source: str) -> None:
    (tmp_path / "t.html").write_text(source, encoding="utf-8")
    room = Room(Library(tmp_path, tmp_path, {}))
    with pytest.raises(TemplateError):
        room.run("t.html", {"x": Tagged("a", Text("a"), "p")})
