"""Spelling: words the word list does not know, without false alarms about endings and placeholders."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dystori.library import Library
from dystori.words.spelling import bare_words, unknown_words

WriteBook = Callable[..., Path]


def test_endings_after_an_apostrophe_are_no_words() -> None:
    words = bare_words("Mae pethau’n mynd i’ch helpu, {name:ac} {town}.", ("’n", "’ch"))
    assert words == ["mae", "pethau", "mynd", "i", "helpu"]


def test_a_misspelt_word_is_told_with_its_entry(library: Library, write_book: WriteBook, tmp_path: Path) -> None:
    pytest.importorskip("spylls")
    pytest.importorskip("cymraeg_mcp.paths")
    write_book("en", ("a", "The social worker is here.", ""))
    write_book("cy", ("a", "The social worker is here.", "Mae’r gwiethiwr cymdeithasol ’ma yng Nghaerdydd, wncwl."))
    (tmp_path / "locales" / "cy" / "words.txt").write_text("# Right words.\nwncwl\n’ma\n", encoding="utf-8")
    findings = [one for one in unknown_words(library, ("common",)) if one.place.file.startswith("locales/cy/")]
    assert [(one.place.path, one.values["word"]) for one in findings] == [("a", "gwiethiwr")]


@pytest.mark.parametrize(
    ("sentence", "unknown"),
    [
        ("Your social worker’s colour isn’t here.", []),
        ("You will recieve a letter.", ["recieve"]),
        ("A well-known grown-up.", []),
        ("A well-knwon grown-up.", ["well-knwon"]),
    ],
)
def test_english_words_are_looked_up_too(
    library: Library, write_book: WriteBook, sentence: str, unknown: list[str]
) -> None:
    pytest.importorskip("spylls")
    pytest.importorskip("spellchecker")
    write_book("en", ("a", sentence, ""))
    write_book("cy")
    assert [one.values["word"] for one in unknown_words(library, ("common",))] == unknown


def test_what_is_typed_into_a_file_is_named_as_it_is_typed(library: Library, write_book: WriteBook) -> None:
    pytest.importorskip("spylls")
    pytest.importorskip("spellchecker")
    for name, expected in (("tool", []), ("common", ["withheld"])):
        write_book("en", ("a", "See withheld.", ""), name=name)
        write_book("cy", ("a", "See withheld.", "Gweler withheld."), name=name)
        assert [one.values["word"] for one in unknown_words(library, (name,))] == expected


def test_an_entry_that_says_so_may_name_what_is_typed(library: Library, write_book: WriteBook) -> None:
    pytest.importorskip("spylls")
    pytest.importorskip("spellchecker")
    write_book("en", ("a", "Their looks: skin", ""))
    write_book("cy", '# typed\nmsgctxt "a"\nmsgid "Their looks: skin"\nmsgstr "Golwg: looks, gwiethiwr"')
    assert [one.values["word"] for one in unknown_words(library, ("common",))] == ["gwiethiwr"]
