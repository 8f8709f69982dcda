"""What is true of every finished tree: languages, sources, keys."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import dystori
from dystori.documents import lay_out
from dystori.documents.compose import Composed
from dystori.house import House
from dystori.tree import Content, Heading, Run, lines_of, runs, walk

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


def composed(house: House, path: Path, *languages: str) -> Iterator[Composed]:
    case = house.load(path)
    for edition in house.editions(case, dystori.Wanted(languages=languages)):
        yield house.compose(edition)


def words(content: Content) -> Iterator[Run]:
    for block in walk(content.blocks):
        for line in lines_of(block):
            yield from runs(line)
    for line in (content.furniture.left, content.furniture.right, content.furniture.foot):
        yield from runs(line)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("code", ["cy", "en"])
def test_every_passage_is_of_its_language_or_says_which_other(house: House, path: Path, code: str) -> None:
    """Every run comes from this language's catalogue, is text or a name of the case, or has another mark."""
    language = house.languages[code]
    for one in composed(house, path, code):
        for run in words(one.contents[0]):
            if run.source.kind == "case":
                continue
            assert run.lang == language.tag
            book, _, entry = run.source.ref.partition(":")
            known = entry == "blank" or book == "terms" or entry in language.catalogues[book]
            assert known, run.source.ref


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_block_has_its_own_key_and_both_languages_the_same_ones(house: House, path: Path) -> None:
    for one in composed(house, path, "cy+en"):
        first, second = ([block.key for block in content.blocks] for content in one.contents)
        assert len(set(first)) == len(first)
        assert {key for key in first if not key.endswith("~note")} ^ {
            key for key in second if not key.endswith("~note")
        } == set() or _only_quotes_differ(set(first) ^ set(second))


def _only_quotes_differ(keys: set[str]) -> bool:
    # The original stands in one column with its translation beside it, or both in each.
    return all(key.startswith(("quote:", "p:")) for key in keys)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_document_has_one_title_heading_and_skips_no_level(house: House, path: Path) -> None:
    for one in composed(house, path, "cy", "en"):
        levels = [block.level for block in walk(one.contents[0].blocks) if isinstance(block, Heading)]
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_two_languages_lose_no_block_when_they_are_laid_out(house: House, path: Path) -> None:
    for one in composed(house, path, "cy+en"):
        laid = lay_out(one)
        if not laid.rows:
            continue
        for column, content in enumerate(one.contents):
            shown = [row.cells[column] for row in laid.rows if row.cells[column] is not None]
            assert sorted(block.key for block in shown if block) == sorted(block.key for block in content.blocks)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_free_text_of_a_case_prints_in_some_part(house: House, path: Path) -> None:
    """Nothing a practitioner typed is lost: what no letter holds, the strip for the file does."""
    from dystori.editions.withhold import written
    from dystori_schemas.scalars import Text

    case = house.load(path)
    printed = ""
    for language in ("cy", "en"):
        for document in house.render(case, dystori.Wanted(languages=[language]), ["txt"]):
            printed += " ".join(document.data.decode().split())
    quiet = {"withheld", "aspect", "pronouns"}
    for where, text in written(case.file):
        if not isinstance(text, Text) or quiet & set(map(str, where)) or where[0] == "people":
            continue
        for sentence in text.split("\n"):
            assert " ".join(sentence.split()) in printed, where


def test_a_full_stop_that_was_typed_and_comes_with_the_sentence_stands_once(house: House, mali: dict[str, Any]) -> None:
    mali["documents"][0]["meeting"]["place"] = {"cy": "yn nhŷ Mam-gu.", "en": "at Mam-gu’s house."}
    case = house.load(mali, dystori.PictureShelf(Path("examples")))
    [letter] = house.render(case, dystori.Wanted(kinds=["case-note"], parts=["letter"], languages=["en"]), ["txt"])
    assert "We were at Mam-gu’s house." in letter.data.decode()
    assert ".." not in letter.data.decode()


def test_a_stage_that_had_to_be_guessed_is_said(house: House, mali: dict[str, Any]) -> None:
    del mali["people"]["mali"]["born"]
    case = house.load(mali, dystori.PictureShelf(Path("examples")))
    found = house.check(case, dystori.Wanted(languages=["cy"]))
    assert [(one.code, one.place.path) for one in found] == [("stage_assumed", "people.mali")]
    mali["people"]["mali"]["stage"] = "early"
    assert house.check(house.load(mali, dystori.PictureShelf(Path("examples"))), dystori.Wanted(languages=["cy"])) == []


def test_a_sentence_is_in_one_language_though_its_words_exist_in_one_only(house: House, mali: dict[str, Any]) -> None:
    mali["documents"][0]["meeting"]["place"] = {"en": "in the quiet room at school"}
    case = house.load(mali, dystori.PictureShelf(Path("examples")))
    wanted = dystori.Wanted(kinds=["case-note"], parts=["letter"], languages=["cy"])
    [edition] = house.editions(case, wanted)
    runs_ = [
        run for run in words(house.compose(edition).contents[0]) if "quiet room" in run.text or "We were" in run.text
    ]
    assert {run.lang for run in runs_} == {house.languages["en"].tag}
    assert "We were in the quiet room at school." in next(iter(house.render(case, wanted, ["txt"]))).data.decode()


def test_a_habit_and_a_day_to_be_done_by_stand_under_one_heading(house: House) -> None:
    """*By when: every Saturday* is no answer: the heading is *When*, and a day says *by* itself."""
    case = house.load(Path("examples/alex.yaml"))
    wanted = dystori.Wanted(kinds=["case-note"], parts=["letter"], languages=["cy"])
    letter = next(iter(house.render(case, wanted, ["txt"]))).data.decode()
    assert "Pryd: erbyn 20 Tachwedd 2026" in letter
    assert "Pryd: bob dydd Sadwrn" in letter
