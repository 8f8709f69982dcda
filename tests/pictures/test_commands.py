"""``dystori pictures``: the whole vocabulary on a sheet in either language, and one scene to try."""

from __future__ import annotations

import pytest
from lxml import etree

from dystori.cli.main import run
from dystori.library import Library
from dystori_schemas.scenes import Doing, Feeling, Hair, Happening, Held, Outfit, Place, Somebody, Stature, Thing

LIBRARY = Library.default()
LISTS = (Doing, Feeling, Hair, Happening, Held, Outfit, Place, Somebody, Stature, Thing)


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(list(arguments), LIBRARY)
    ended = capsys.readouterr()
    return code, ended.out, ended.err


def words(svg: str) -> set[str]:
    return {one.text or "" for one in etree.fromstring(svg.encode()).iter("{*}text")}


def test_the_sheet_holds_every_word_that_can_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = shown(capsys, "pictures")
    assert code == 0
    assert {word.value for choices in LISTS for word in choices} <= words(out)


def test_the_welsh_sheet_says_what_each_word_means(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = shown(capsys, "pictures", "--iaith", "cy")
    assert {"frightened", "ofnus", "kitchen", "cegin", "meeting-room", "ystafell gyfarfod"} <= words(out)


def test_a_scene_in_one_line_is_drawn_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    line = "kitchen, night, arguing; mum adult sad holding bottle; dad adult; poppy child frightened; with clock"
    code, out, err = shown(capsys, "pictures", "draw", line)
    assert code == 0
    assert {"Mum", "Dad", "Poppy"} <= words(out)
    assert err.startswith("In the kitchen: Mum, Dad and Poppy. It is night. Mum and Dad are arguing.")
    assert "There is a clock." in err


def test_who_is_hugged_is_named_after_the_act(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = shown(capsys, "pictures", "draw", "home; nan older hugging poppy; dad adult; poppy child safe")
    assert "Nan and Poppy are hugging." in err


def test_an_unknown_word_ends_with_the_words_most_like_it(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = shown(capsys, "pictures", "draw", "kitchen; mum adult happpy")
    assert (code, out) == (2, "")
    assert "happy" in err
    assert "happpy" not in err
