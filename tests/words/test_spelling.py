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
    findings = unknown_words(library, ("common",))
    assert [(one.place.path, one.values["word"]) for one in findings] == [("a", "gwiethiwr")]
