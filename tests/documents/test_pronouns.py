"""Somebody's pronoun is the one they say is theirs, wherever a document speaks of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import dystori
from dystori.house import House
from dystori.library import Library
from dystori.tree import lines_of, runs
from dystori.words import Languages, Pronoun, po

EXAMPLES, LOCALES = (Path(__file__).parents[2] / one for one in ("examples", "locales"))
#: The tool, its fields and its rules speak of no case.
OF_DOCUMENTS = [path for path in sorted((LOCALES / "cy").glob("*.po")) if path.stem not in {"tool", "fields", "rules"}]
WANTED = dystori.Wanted(kinds=["case-note"], parts=["file-strip"], languages=["cy"])

#: *He*, *she* and what is theirs, as they stand in a Welsh sentence; *fe* before a verb is no *he*.
OF_ONE = re.compile(
    r"\b(?:hi|fo|ef|iddo|iddi|arno|arni|ato|ati|amdano|amdani|ganddo|ganddi|ohono|ohoni|wrtho|wrthi|ynddo|ynddi|drosto|"
    r"drosti)\b|\bei (?:hun|hunan|ben|phen|fam|mam|dad|thad|deulu|theulu|gartref|chartref|h?ysgol|h?enw)\b|"
    r"\b(?:mae|yw|oedd|bydd|gydag) e\b|\bfe\b(?! \w+\b)",
    re.IGNORECASE,
)
#: Who or what is meant by those that do stand in the words of documents: nobody whose pronoun a case could say.
MEANT = {
    "ymddiried ynddo": "a grown-up of the reader’s own choice",
    "plentyn heb ei eni": "any child who is not born yet",
    "yn ddiogel yw hi": "the register, which is feminine",
    "Ei enw yw": "the meeting",
    "Ei enw oedd": "the meeting",
    "Mae hi’n nos": "the night",
    "gweithio arno": "what is worked on",
    "ddaeth ohono": "what was decided",
    "ofyn i ni amdano": "what was kept back",
}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"cy": "nhw", "en": "they"}, "Gwelwyd ar eu pen eu hunain"),
        ({"cy": "hi", "en": "she"}, "Gwelwyd ar ei phen ei hun"),
        ({"cy": "fo", "en": "he"}, "Gwelwyd ar ei ben ei hun"),
        ({"en": "they/them"}, "Gwelwyd ar eu pen eu hunain"),
        ({"cy": "xe"}, "Gwelwyd ar ei ben ei hun"),
        (None, "Gwelwyd ar ei ben ei hun"),
    ],
)
def test_a_document_speaks_of_a_child_as_the_case_says(
    house: House, mali: dict[str, Any], said: dict[str, str] | None, expected: str
) -> None:
    """Said in another language only, the pronoun is that one here too; with none, it is that of *plentyn*."""
    mali["people"]["mali"].pop("pronouns", None)
    if said:
        mali["people"]["mali"]["pronouns"] = said
    [strip] = house.render(house.load(mali, dystori.PictureShelf(EXAMPLES)), WANTED, ["txt"])
    assert expected in strip.data.decode()


@pytest.mark.parametrize("path", OF_DOCUMENTS, ids=lambda path: path.stem)
def test_no_standing_welsh_calls_somebody_of_the_case_he_or_she(path: Path) -> None:
    """A child who is *nhw* is never *fe* or *hi*: what speaks of a person takes the form from their pronoun."""
    for entry in po.read(path.read_bytes(), path.name).entries:
        text = " ".join(entry.texts)
        for words in MEANT:
            text = text.replace(words, "")
        assert not OF_ONE.search(text), f"{entry.context}: {text}"


def test_what_people_say_is_theirs_is_read_in_each_language() -> None:
    languages = Languages.read(Library.default(), ())
    welsh, english = languages["cy"], languages["en"]
    assert [welsh.pronoun(said) for said in ("nhw", "Hi", "fe/fo", "o")] == [
        Pronoun("they"),
        Pronoun("she"),
        Pronoun("he"),
        Pronoun("he"),
    ]
    assert [english.pronoun(said) for said in ("they", "She / her", "him", "xe")] == [
        Pronoun("they"),
        Pronoun("she"),
        Pronoun("he"),
        None,
    ]


def test_somebody_who_is_there_for_themselves_leads_round_in_no_circle(house: House, mali: dict[str, Any]) -> None:
    mali["people"]["mali"]["children"] = ["mali"]
    [strip] = house.render(house.load(mali, dystori.PictureShelf(EXAMPLES)), WANTED, ["txt"])
    assert "Gwelwyd" in strip.data.decode()


def test_a_word_of_a_list_inside_a_sentence_knows_its_entry(house: House, mali: dict[str, Any]) -> None:
    """A translator finds the word on its page, and a finding about it has a place in its catalogue."""
    mali["documents"][0]["meeting"].pop("place", None)
    mali["documents"][0]["meeting"]["setting"] = "school"
    case = house.load(mali, dystori.PictureShelf(EXAMPLES))
    [edition] = house.editions(case, dystori.Wanted(kinds=["case-note"], parts=["letter"], languages=["cy"]))
    found = {
        run.source.ref: run.text
        for block in house.compose(edition).contents[0].blocks
        for line in lines_of(block)
        for run in runs(line)
    }
    assert "ysgol" in found["common:setting-school"]
