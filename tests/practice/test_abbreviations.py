"""Letters that stand for words are found by the list and by their shape, unless they are known or explained."""

from __future__ import annotations

from typing import Any

import pytest

from dystori.house import House

LETTER, FILE = "mali documents.0.meaning letter", "mali documents.0.file.purpose_and_plan file-strip"


def do(found: list[Any]) -> set[str]:
    return {one.values.get("do", "") for one in found}


def test_a_listed_one_is_named_with_what_it_is_in_full(marking: Any, house: House) -> None:
    text = {"en": "Hello. The IRO came.", "cy": "Helo. Daeth yr SAA."}
    en, cy = sorted(marking.found(LETTER, text, "wales"), key=lambda one: str(one.place.path), reverse=True)
    assert (en.values["avoided"], en.values["say"]) == ("IRO", "independent reviewing officer")
    assert (cy.values["avoided"], cy.values["say"]) == ("SAA", "swyddog adolygu annibynnol")
    assert house.say(en, "cy").message.startswith("Brawddeg 2: yn lle “IRO” dywedwch “independent reviewing officer”.")


def test_another_is_pointed_at_by_its_place_and_not_repeated(marking: Any, house: House) -> None:
    text = {"en": "Hello. The QXZ and the CxZs came.", "cy": "Helo. Daeth y QXZ."}
    found = [one for one in marking.found(LETTER, text, "wales") if one.place.path.endswith("en")]
    assert [(one.values["do"], one.values["sentence"], one.values["word"]) for one in found] == [
        ("say-in-full", "2", "2"),
        ("say-in-full", "2", "5"),
    ]
    assert house.say(found[0], "en").message.startswith("Sentence 2: word 2 is letters that stand for words.")
    assert "QXZ" not in f"{found}{house.say(found[0], 'en')}"


@pytest.mark.parametrize(
    "text",
    [
        {"en": "You watched TV and did PE.", "cy": "Roeddet ti’n gwylio’r TV a’r DVD."},
        {"en": "The officer (IRO) came. The IRO sat.", "cy": "Daeth y swyddog (SAA). Eisteddodd yr SAA."},
        {"en": "The PEP (your plan for school) is new.", "cy": "Mae’r CDU (dy gynllun ysgol) yn newydd."},
        {"en": "THAT WAS VERY GOOD WORK!", "cy": "ROEDD HWNNA’N WAITH DA IAWN!"},
        {"en": "Mam said “ring the IRO”.", "cy": "Dywedodd Mam “ffonia’r SAA”."},
        {"en": "I read Book II. He is called MacDonald.", "cy": "Darllenais i Lyfr II."},
        {"en": "MHP wrote this.", "cy": "MHP wnaeth hwn."},
    ],
    ids=lambda one: one["en"],
)
def test_what_is_known_explained_shouted_said_or_a_name_is_left_alone(marking: Any, text: Any) -> None:
    assert not do(marking.found(LETTER, text, "wales")) & {"say-in-full", "say-instead"}


def test_an_agency_keeps_its_letters(marking: Any) -> None:
    text = {"en": "Somebody from QXZ came.", "cy": "Daeth rhywun o QXZ."}
    assert marking.found(LETTER, text, "wales")
    assert not marking.found(LETTER, text, "wales", {"people.khan.agency": {"en": "QXZ Cymru", "cy": "QXZ Cymru"}})


def test_an_older_reader_knows_more(marking: Any) -> None:
    text = {"en": "The NHS and your GP help.", "cy": "Mae’r GIG yn helpu."}
    assert marking.found(LETTER, text, "wales")
    assert not marking.found(LETTER, text, "wales", {"people.mali.stage": "teen"})


def test_little_ones_of_the_list_are_found_too(marking: Any) -> None:
    text = {"en": "Bring toys, e.g. a ball.", "cy": "Dere â theganau, e.e. pêl."}
    assert {one.values["say"] for one in marking.found(LETTER, text, "wales")} == {"for example", "er enghraifft"}


def test_sandwell_has_none_in_a_letter_and_a_warning_in_the_file(marking: Any) -> None:
    text = {"en": "The TAF met.", "cy": "Cyfarfu’r TAF."}
    letter, strip = marking.found(LETTER, text, "sandwell"), marking.found(FILE, text, "sandwell")
    assert {(one.values["rule"], one.severity.name) for one in letter} == {("no-abbreviations", "ERROR")}
    assert {(one.values["rule"], one.severity.name) for one in strip} == {("no-abbreviations", "WARNING")}
    assert not marking.found(FILE, text, "wales")
