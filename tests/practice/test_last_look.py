"""The last look: what it marks in a finished document, what it leaves alone, and its silence on the examples."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dystori import CatalogueError, Finding, Severity, Wanted
from dystori.house import House
from dystori.pictures import PictureShelf
from dystori.practice import Mark, Proof, read_proofs

CODES = ("register_mixed", "word_unchanged", "word_twice", "language_unmarked")
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def welsh(house: House) -> Proof:
    return read_proofs(house.library, house.languages)["cy"]


@pytest.fixture(scope="module")
def english(house: House) -> Proof:
    return read_proofs(house.library, house.languages)["en"]


def marked(house: House, data: dict[str, Any], *languages: str) -> list[Finding]:
    """Return what the last look says of the first letter of a case."""
    case = house.load(data, PictureShelf(EXAMPLES))
    found = house.check(case, Wanted(documents=["visit-november"], parts=["letter"], languages=languages or ["cy"]))
    return [one for one in found if one.code in CODES]


def with_ending(mali: dict[str, Any], words: str, language: str = "cy") -> dict[str, Any]:
    mali["documents"][0]["ending"][language] = words
    return mali


@pytest.mark.parametrize(
    "words",
    [
        "Diolch i chi am siarad gyda fi.",
        "Cofiwch eich bod chi wedi bod yn ddewr.",
        "Roeddech yn ddewr iawn.",
        "Bydd Gethin yn dod i'ch gweld.",
    ],
)
def test_chi_in_a_letter_to_a_ti_child_is_a_warning_at_its_field(
    house: House, mali: dict[str, Any], words: str
) -> None:
    (finding,) = marked(house, with_ending(mali, words))
    assert (finding.code, finding.severity, finding.values["register"]) == ("register_mixed", Severity.WARNING, "ti")
    assert finding.place.path == "documents.0.ending"


def test_ti_in_a_letter_to_a_chi_child_is_a_warning(house: House, mali: dict[str, Any]) -> None:
    mali["people"]["mali"]["register"] = "chi"
    found = [one for one in marked(house, mali) if one.place.path == "documents.0.ending"]
    assert [(one.code, one.values["register"]) for one in found] == [("register_mixed", "chi")]


@pytest.mark.parametrize(
    "words",
    [
        "Diolch i ti am siarad gyda fi.",
        "Rydych chi’ch dwy yn ddewr.",
        "Rwyt ti a Mam yn ffrindiau, ac rydych chi’n chwerthin gyda’ch gilydd.",
        "Byddwn ni’n gofalu amdanoch chi i gyd.",
        "Fe ddywedodd Mam, “Diolch i chi i gyd am ddod i’n gweld ni”.",
        "Mae Mr Khan yn hapus hefyd.",
        "Roedd dos o foddion yn help.",
    ],
)
def test_ti_and_a_chi_that_is_several_people_are_left_alone(house: House, mali: dict[str, Any], words: str) -> None:
    assert marked(house, with_ending(mali, words)) == []


def test_what_a_child_said_is_theirs(house: House, mali: dict[str, Any]) -> None:
    mali["documents"][0]["quotes"][0]["words"] = "Diolch i chi, a fy tad, yn yn Caerdydd."
    assert marked(house, mali) == []


def test_a_mutation_that_somebody_missed_is_advice(house: House, mali: dict[str, Any]) -> None:
    (finding,) = marked(house, with_ending(mali, "Mae dy teulu di’n meddwl amdanat ti."))
    assert (finding.code, finding.severity, dict(finding.values)) == (
        "word_unchanged",
        Severity.ADVICE,
        {"word": "dy"},
    )


def test_english_in_a_welsh_text_and_welsh_in_an_english_one_are_advice(house: House, mali: dict[str, Any]) -> None:
    (finding,) = marked(house, with_ending(mali, "We will see you again and talk about the picture that you drew."))
    assert (finding.code, finding.severity, finding.values["language"]) == ("language_unmarked", Severity.ADVICE, "en")
    text = "Mae Siân wedi gorffen ac mae hi’n hapus iawn gyda dy waith."
    (finding,) = marked(house, with_ending(mali, text, "en"), "en")[:1]
    assert finding.values["language"] == "cy"


@pytest.mark.parametrize("text", ["Mae’r llythyr ar y bwrdd.", "Fe wylion ni The Lion and the Mouse gyda Mam.", "BBC"])
def test_a_title_in_another_language_is_no_passage(house: House, mali: dict[str, Any], text: str) -> None:
    assert marked(house, with_ending(mali, text)) == []


def test_a_word_twice_is_a_warning(house: House, mali: dict[str, Any]) -> None:
    (finding,) = marked(house, with_ending(mali, "Roeddet ti yn yn ddewr."))
    assert (finding.code, finding.severity, finding.values["word"]) == ("word_twice", Severity.WARNING, "yn")


@pytest.mark.parametrize("text", ["Hwyl hwyl!", "Rydw i i fod yno.", "Roedd hi. Hi oedd yno.", "Da iawn iawn."])
def test_a_word_that_may_stand_twice_may(welsh: Proof, text: str) -> None:
    assert list(welsh.twice(text)) == []


def test_english_words_may_meet(english: Proof) -> None:
    assert list(english.twice("He moved in in May, and she had had enough. I know that that is hard.")) == []
    assert list(english.twice("He is is here.")) == [Mark("word_twice", "is")]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Mae dy gweithiwr yma.", "Mae dy weithiwr yma."),
        ("Mae dy tad yma.", "Mae dy dad yma."),
        ("Dyma llun o dy llaw.", "Dyma lun o dy law."),
        ("Mae fy tad yma.", "Mae fy nhad yma."),
        ("Mae fy brawd yma.", "Mae fy mrawd yma."),
        ("Siaradon ni am plant.", "Siaradon ni am blant."),
        ("Siaradon ni am cyfarfod arall.", "Siaradon ni am gyfarfod arall."),
        ("Roedd dau plentyn yno.", "Roedd dau blentyn yno."),
        ("Roedd tri plentyn yno.", "Roedd tri phlentyn yno."),
        ("Daeth gyda cymorth.", "Daeth gyda chymorth."),
        ("Daeth y merch.", "Daeth y ferch."),
        ("Mae’r cynhadledd yfory.", "Mae’r gynhadledd yfory."),
        ("Rwyt ti yn diogel.", "Rwyt ti yn ddiogel."),
        ("Rwyt ti’n dewr.", "Rwyt ti’n ddewr."),
        ("Mae hi’n byw yn Caerdydd.", "Mae hi’n byw yng Nghaerdydd."),
        ("Aeth hi i Bangor.", "Aeth hi i Fangor."),
        ("Daeth hi o Llanelli.", "Daeth hi o Lanelli."),
    ],
)
def test_a_word_that_had_to_change_and_did_not_is_marked(welsh: Proof, wrong: str, right: str) -> None:
    assert len(list(welsh.unchanged(wrong))) == 1
    assert list(welsh.unchanged(right)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Diolch i Gethin, gan Carys a gyda Tomos.",
        "Mae dy gêm di yma.",
        "Dw i’n byw gyda ti.",
        "Mae hi’n dod, yn byw ac yn darllen.",
        "Mae’n rhaid i ti gofio. Mae’n braf.",
        "Dyna pam, a dyma pryd.",
        "Mae’r llaw, y rhaglen a’r bachgen yma.",
        "Mae hi’n byw yn Leeds.",
        "Mae hi yn Bangor Road.",
        "“Mae fy tad yn diogel.”",
        "Roedd hi ar ben ei digon, am byth, ar gael.",
        "am mai ti sydd yma, gan mwyaf",
    ],
)
def test_what_is_right_or_not_certain_is_not_marked(welsh: Proof, text: str) -> None:
    assert list(welsh.unchanged(text)) == []


def test_every_mark_has_words_in_every_language_of_the_tool(house: House) -> None:
    for language in house.languages.codes:
        for code in CODES:
            assert house.languages[language].has(f"fault-{code.replace('_', '-')}", catalogue="tool")


def test_no_mark_repeats_what_somebody_wrote(house: House, mali: dict[str, Any]) -> None:
    for one in marked(house, with_ending(mali, "Roedd dy tedi di yn yn Caerdydd gyda chi. Diolch i chi.")):
        told = house.say(one, "cy").message
        assert "tedi" not in told
        assert "Caerdydd" not in told


def test_it_is_silent_on_every_example_in_every_language(house: House, examples: list[Path]) -> None:
    for path in examples:
        case = house.load(path)
        found = house.check(case, Wanted(languages=["cy", "en"]))
        assert [one for one in found if one.code in CODES] == [], path.name


def test_it_stops_no_document_and_goes_with_it(house: House, mali: dict[str, Any]) -> None:
    case = house.load(with_ending(mali, "Roeddet ti yn yn ddewr."), PictureShelf(EXAMPLES))
    (document,) = house.render(case, Wanted(documents=["visit-november"], parts=["letter"], languages=["cy"]), ["txt"])
    assert "word_twice" in {one.code for one in document.findings}


@pytest.mark.parametrize(
    "text",
    [
        "twice = 1",
        "surprise = []",
        'places = ["yng"]',
        'others = ["("]',
        '[[after]]\nwords = ["dy"]\nchange = "sofft"',
        '[[after]]\nwords = ["dy"]\nchange = "soft"\nbeginnings = "["',
    ],
)
def test_a_faulty_list_of_rules_is_refused_and_a_language_may_have_none(
    house: House, tmp_path: Path, text: str
) -> None:
    folder = tmp_path / "cy"
    folder.mkdir()
    library = replace(house.library, locales=tmp_path)
    assert read_proofs(library, house.languages) == {}
    (folder / "proof.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        read_proofs(library, house.languages)
    assert {one.place.file for one in caught.value.findings} == {"locales/cy/proof.toml"}
