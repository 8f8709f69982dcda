"""A letter speaks to its child, by the name and pronoun that are theirs; what only looks otherwise is left alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dystori.house import House
from dystori.practice import check_page
from dystori.practice.address import RULES
from dystori.tree import Quote

NOTE, CLOSING = "mali documents.0.meaning letter", "mali documents.1.what_we_did letter"
FILE, ACTION = "mali documents.0.file.purpose_and_plan file-strip", "mali documents.0.actions.1.what letter"


def rules(found: list[Any]) -> set[str]:
    return {one.values["rule"] for one in found}


SPOKEN_OF = [
    ({"en": "The child was happy.", "cy": "Roedd y plentyn yn hapus."}, "speak-to"),
    (
        {"en": "I saw the young person at school.", "cy": "Gwelais i’r person ifanc. Dyma’r person ifanc hwn."},
        "speak-to",
    ),
    ({"en": "Mali was happy.", "cy": "Roedd Mali yn hapus."}, "speak-to-not-by-name"),
    ({"en": "I saw Mali’s bedroom.", "cy": "Gwelais i ystafell Mali."}, "speak-to-not-by-name"),
    ({"en": "I met Mali.", "cy": "Cwrddais i â Mali."}, "speak-to-not-by-name"),
    ({"en": "She was happy and played with bricks.", "cy": "Chwaraeodd hi gyda brics."}, "speak-to-not-of"),
    ({"en": "It was a good day. Her room is tidy.", "cy": "Mae ganddi ystafell daclus."}, "speak-to-not-of"),
]


@pytest.mark.parametrize(("text", "how"), SPOKEN_OF, ids=lambda one: one if isinstance(one, str) else "")
def test_a_letter_that_speaks_of_its_child_is_marked_in_both_languages(marking: Any, text: Any, how: str) -> None:
    hits = [one for one in marking.found(NOTE, text, "wales") if one.values["rule"] == "written-to-the-child"]
    assert {one.values["do"] for one in hits} == {how}
    assert {one.place.path.rpartition(".")[2] for one in hits} == {"en", "cy"}


NEARLY = [
    {"en": "Well done, Mali! Thank you, Mali.", "cy": "Da iawn, Mali! Diolch, Mali."},
    {"en": "Mali, you were brave.", "cy": "Mali, roeddet ti’n ddewr."},
    {"en": "You told me that your name is Mali.", "cy": "Dywedaist ti mai Mali yw dy enw di."},
    {"en": "Mam came. She was happy.", "cy": "Daeth Mam. Roedd hi’n gwenu."},
    {"en": "The dog ran. She barked.", "cy": "Rhedodd y ci. Cyfarthodd hi."},
    {"en": "You have a cat. She is black.", "cy": "Mae gen ti gath. Cysgodd hi."},
    {"en": "Mam said “Mali is happy and she sleeps”.", "cy": "Dywedodd Mam “mae Mali yn hapus”."},
    {"en": "The children were at school.", "cy": "Roedd y plant yn yr ysgol. Roedd hi’n oer."},
    {"en": "It is cold here in the morning.", "cy": "Mae hi’n oer yn y bore, ac aeth hi’n hwyr."},
    {"en": "You told the child next to you.", "cy": "Gwelaist ti’r plentyn arall."},
    {"en": "Zara came. She is in your class.", "cy": "Daeth Zara. Siaradodd hi lawer."},
]


@pytest.mark.parametrize("text", NEARLY, ids=lambda one: one["en"])
def test_a_child_who_is_called_and_somebody_else_are_left_alone(marking: Any, text: Any) -> None:
    assert not marking.found(NOTE, text, "wales")


def test_a_pronoun_may_stand_for_whoever_the_action_is_of(marking: Any) -> None:
    assert not marking.found(ACTION, {"en": "She will ring.", "cy": "Ffoniodd hi."}, "wales")


def test_a_name_that_somebody_else_has_too_is_left_alone(marking: Any) -> None:
    text = {"en": "I saw Mali at work.", "cy": "Gwelais i Mali yn y gwaith."}
    assert not marking.found(NOTE, text, "wales", {"people.khan.name": "Mali Khan"})


def test_a_goodbye_letter_is_an_error_where_a_note_is_a_warning(marking: Any) -> None:
    text = {"en": "The child was happy.", "cy": "Roedd y plentyn yn hapus."}
    assert {one.severity.name for one in marking.found(CLOSING, text, "wales")} == {"ERROR"}
    assert {one.severity.name for one in marking.found(NOTE, text, "wales")} == {"WARNING"}


def test_what_is_for_the_file_may_speak_of_the_child(marking: Any) -> None:
    text = {"en": "Mali was happy. The child is safe.", "cy": "Roedd Mali’n hapus. Mae’r plentyn yn ddiogel."}
    assert not marking.found(FILE, text, "wales")


def test_a_letter_to_several_may_name_each(marking: Any) -> None:
    text = {"en": "Ffion likes maths.", "cy": "Mae Ffion yn hoffi mathemateg."}
    case = marking.case("siblings", {})
    number, document = next((at, one) for at, one in enumerate(case.file.documents) if one.together)
    name = str(case.file.people[document.about[0]].known_as)
    text = {code: words.replace("Ffion", name) for code, words in text.items()}
    assert not marking.found(f"siblings documents.{number}.purpose letter", text, "wales")


OTHERS = {"en": "Mali put his coat on.", "cy": "Roedd Mali’n oer. Mae ganddo got."}


def test_a_file_uses_the_childs_own_pronoun(marking: Any) -> None:
    hits = marking.found(FILE, OTHERS, "cafcass-cymru")
    assert [one.values["do"] for one in hits] == ["their-pronoun", "their-pronoun"]
    they = {"people.mali.pronouns": {"cy": "nhw", "en": "they"}}
    assert len(marking.found(FILE, {"en": "Mali put her coat on.", "cy": "Gwenodd Mali."}, "cafcass-cymru", they)) == 1


@pytest.mark.parametrize(
    "text",
    [
        {"en": "Mali put her coat on.", "cy": "Mae gan Mali got. Mae ganddi esgidiau."},
        {"en": "Mali ran to Dad and took his hand.", "cy": "Rhedodd Mali at Dad. Mae ganddo got."},
        {"en": "Mali stroked the dog. He slept.", "cy": "Mae gan Mali gi. Mae ganddo gynffon."},
    ],
    ids=lambda one: one["en"],
)
def test_a_pronoun_of_somebody_else_is_left_alone(marking: Any, text: Any) -> None:
    assert not marking.found(FILE, text, "cafcass-cymru")


def test_a_child_is_called_by_the_name_they_use(marking: Any) -> None:
    text = {"en": "Margaret settled well.", "cy": "Setlodd Margaret yn dda."}
    other = {"people.mali.name": "Margaret Prydderch"}
    assert rules(marking.found(FILE, text, "cafcass-cymru", other)) == {"preferred-name-used"}
    assert not marking.found(FILE, text, "cafcass-cymru", other | {"people.khan.name": "Margaret Khan"})
    assert not marking.found(FILE, {"en": "Mali settled well.", "cy": "Setlodd Mali’n dda."}, "cafcass-cymru", other)


def test_a_name_has_its_accents(marking: Any) -> None:
    text = {"en": "Sian rang.", "cy": "Ffoniodd Sian."}
    assert rules(marking.found(NOTE, text, "wales")) == {"name-spelled-right"}
    assert not marking.found(NOTE, text, "wales", {"people.khan.name": "Sian Khan"})
    assert not marking.found(NOTE, {"en": "Siân rang.", "cy": "Ffoniodd Siân."}, "wales")


def test_a_quote_that_a_document_alters_is_an_error(marking: Any) -> None:
    (page,) = [
        one for one in marking.pages(marking.case("mali", {}), "wales", "letter") if one.contents[0].code == "cy"
    ]
    assert "child-words-not-altered" not in rules(list(check_page(page)))
    blocks = tuple(_louder(block) if isinstance(block, Quote) else block for block in page.contents[0].blocks)
    altered = replace(page, contents=[replace(page.contents[0], blocks=blocks)])
    (one, two) = [one for one in check_page(altered) if one.values["rule"] == "child-words-not-altered"]
    assert (one.place.path, one.severity.name) == ("documents.0.quotes.0.words", "ERROR")
    assert two.place.path == "documents.0.quotes.1.words"


def _louder(quote: Quote) -> Quote:
    words = tuple(tuple(replace(run, text=run.text.upper()) for run in line) for line in quote.words)  # type: ignore
    return replace(quote, words=words)


def test_a_title_says_whose_the_story_is(marking: Any) -> None:
    assert rules(_titled(marking, {"en": "Plan 4", "cy": "Cynllun 4"})) == {"childs-plan-title"}
    assert not _titled(marking, {"en": "Poppy’s safe story", "cy": "Stori ddiogel Poppy"})
    assert not _titled(marking, {"en": "My story", "cy": "Fy stori i"})


def _titled(marking: Any, title: Any) -> list[Any]:
    found = marking.found("story-arm documents.0.title storyboard", title, "wales")
    assert isinstance(found, list)
    return found


def test_a_text_in_one_language_is_told_once_for_a_document(marking: Any) -> None:
    pages = marking.pages(marking.case("mali", {"documents.0.meaning": {"cy": "Da iawn."}}), "cafcass-cymru", "letter")
    hits = [one for page in pages for one in check_page(page) if one.values["rule"] == "welsh-and-english-complete"]
    assert {one.place.path for one in hits} == {"documents.0.meaning"}
    assert all(one.values["name"] == "English" for one in hits)


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_every_rule_has_its_words_in_every_language(house: House, rule: str) -> None:
    for code in house.languages.codes:
        assert house.languages[code].has(f"{rule}-do", catalogue="rules")
