"""Phrases: the words of a key for a reader, and where each piece of them came from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dystori.findings import CatalogueError
from dystori.library import Library
from dystori.words import Languages, Name, Piece, Place, Term, Text, Value

WriteBook = Callable[..., Path]


@pytest.fixture
def read(library: Library, write_book: WriteBook) -> Languages:
    write_book(
        "en",
        ("helper", "{worker}, {role:your}, works {town:in}.", ""),
        ("opening", "Hello {name}.", ""),
        ("opening/early", "Hi {name}!", ""),
        ("empty", "Nobody has translated this.", ""),
        ("unsure", "Somebody must look again.", ""),
        ("changed", "This sentence is new.", ""),
        ("own", "Colour is spelt so.", "Color is spelled so."),
        ("same", "Best wishes", ""),
    )
    write_book(
        "cy",
        ("helper/ti", "{worker}, {role:your}, works {town:in}.", "Mae {worker}, {role:dy_heb}, yn gweithio {town:yn}."),
        (
            "helper/chi",
            "{worker}, {role:your}, works {town:in}.",
            "Mae {worker}, {role:eich_heb}, yn gweithio {town:yn}.",
        ),
        ("opening", "Hello {name}.", "Helo {name}."),
        ("opening/early/ti", "Hi {name}!", "Shwmae {name}! Sut wyt ti?"),
        ("opening/early/chi", "Hi {name}!", "Shwmae {name}! Sut ydych chi?"),
        ("empty", "Nobody has translated this.", ""),
        '#, fuzzy\nmsgctxt "unsure"\nmsgid "Somebody must look again."\nmsgstr "Rhaid edrych."',
        ("changed", "This sentence is old.", "Hen frawddeg."),
        ("same", "Best wishes", "Cofion gorau"),
    )
    write_book("en", ("same", "Warm wishes", ""), ("only", "Only here", ""), name="letter")
    write_book("cy", ("same", "Warm wishes", "Cofion cynnes"), name="letter")
    return Languages.read(library, ("common", "letter"))


VALUES: dict[str, Value] = {"worker": Name("Gethin"), "role": Term("social-worker"), "town": Place("Cardiff")}


def test_placeholders_carry_the_grammar_of_each_language(read: Languages) -> None:
    english = read["en"].phrase("helper", VALUES, catalogue="common")
    welsh = read["cy"].phrase("helper", VALUES, catalogue="common", register="ti")
    polite = read["cy"].phrase("helper", VALUES, catalogue="common", register="chi")
    assert english.text == "Gethin, your social worker, works in Cardiff."
    assert welsh.text == "Mae Gethin, dy weithiwr cymdeithasol, yn gweithio yng Nghaerdydd."
    assert polite.text == "Mae Gethin, eich gweithiwr cymdeithasol, yn gweithio yng Nghaerdydd."


def test_each_piece_says_whether_the_entry_or_a_value_gave_it(read: Languages) -> None:
    phrase = read["cy"].phrase("helper", VALUES, catalogue="common", register="ti")
    assert phrase.entry == "common:helper/ti"
    assert phrase.pieces == (
        Piece("Mae "),
        Piece("Gethin", "worker"),
        Piece(", "),
        Piece("dy weithiwr cymdeithasol", "role"),
        Piece(", yn gweithio "),
        Piece("yng Nghaerdydd", "town"),
        Piece("."),
    )


@pytest.mark.parametrize(
    ("stage", "register", "entry"),
    [
        ("early", "ti", "common:opening/early/ti"),
        ("early", "chi", "common:opening/early/chi"),
        ("teen", "ti", "common:opening"),
        ("", "", "common:opening"),
    ],
)
def test_the_most_specific_words_are_taken(read: Languages, stage: str, register: str, entry: str) -> None:
    phrase = read["cy"].phrase("opening", {"name": Name("Mali")}, catalogue="common", stage=stage, register=register)
    assert phrase.entry == entry


def test_the_catalogue_of_the_kind_comes_before_the_common_one(read: Languages) -> None:
    assert read["cy"].phrase("same", {}, catalogue="letter").text == "Cofion cynnes"
    assert read["cy"].phrase("same", {}, catalogue="other").text == "Cofion gorau"


def test_the_base_language_prints_its_sentence_or_its_own_spelling(read: Languages) -> None:
    assert read["en"].phrase("opening", {"name": Name("Mali")}, catalogue="common").text == "Hello Mali."
    assert read["en"].phrase("own", {}, catalogue="common").text == "Color is spelled so."


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("nowhere", "words-unknown-key"),
        ("only", "words-unknown-key"),
        ("empty", "words-untranslated"),
        ("unsure", "words-fuzzy"),
        ("changed", "words-stale"),
        ("opening", "words-missing-value"),
    ],
)
def test_what_cannot_be_said_is_refused_and_never_guessed(read: Languages, key: str, code: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read["cy"].phrase(key, {}, catalogue="letter")
    assert [finding.code for finding in caught.value.findings] == [code]


def test_a_form_that_the_value_has_not_names_the_entry(read: Languages) -> None:
    with pytest.raises(CatalogueError) as caught:
        read["cy"].phrase("helper", VALUES | {"town": Text("fan hyn")}, catalogue="common", register="ti")
    (finding,) = caught.value.findings
    assert (finding.code, finding.place.path) == ("words-unknown-form", "helper/ti")
    assert "fan hyn" not in str(caught.value)


def test_a_value_with_braces_and_markup_is_printed_as_it_is(read: Languages) -> None:
    name = Name("{worker} <b> %s & co")
    assert read["en"].phrase("opening", {"name": name}, catalogue="common").text == "Hello {worker} <b> %s & co."


def test_there_are_words_or_there_are_not(read: Languages) -> None:
    assert read["cy"].has("helper", catalogue="common", register="ti")
    assert not read["cy"].has("helper", catalogue="common")


def test_the_north_has_its_own_words_and_a_value_keeps_its_own(library: Library, write_book: WriteBook) -> None:
    write_book("en", ("a", "Now I live with {name}, together.", ""))
    write_book("cy", ("a", "Now I live with {name}, together.", "Nawr rydw i’n byw gyda {name} gyda’n gilydd."))
    welsh = Languages.read(library, ("common",))["cy"]
    phrase = welsh.phrase("a", {"name": Text("nawr")}, catalogue="common", variant="gogledd")
    assert phrase.text == "Rŵan rydw i’n byw gyda nawr efo’n gilydd."
    assert welsh.variants == ("gogledd",)
