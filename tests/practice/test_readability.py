"""A letter fits its reader: long sentences are pointed at, a hard letter measured, and the house's own words pass."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dystori.house import House
from dystori.library import Library
from dystori.practice import PlainWords, read_plain_words
from dystori.practice.abbreviations import SHAPE
from dystori.practice.readability import Word, level, words_in
from dystori.practice.sentences import WORD, sentences
from dystori.practice.terms import table
from dystori.words.entries import contexts
from dystori.words.usage import named_in, templates_in

LETTER = "mali documents.0.meaning letter"
STAGES = ("early", "middle", "teen", "later")


def long(words: int, word: str) -> str:
    return f"{word.capitalize()} {' '.join([word] * (words - 1))}."


@pytest.mark.parametrize(
    ("profile", "rule"), [("wales", "child-friendly-language"), ("sandwell", "reading-age-fits-child")]
)
def test_a_sentence_longer_than_its_reader_reads_is_pointed_at(marking: Any, profile: str, rule: str) -> None:
    text = {"en": f"You came. {long(21, 'go')}", "cy": f"Dest ti. {long(25, 'mynd')}"}
    found = marking.found(LETTER, text, profile)
    assert {(one.values["rule"], one.values["do"], one.values["sentence"]) for one in found} == {
        (rule, "long-sentence", "2")
    }
    assert {(one.values["count"], one.values["longest"]) for one in found} == {("21", "20"), ("25", "24")}


def test_a_sentence_that_is_just_short_enough_is_left_alone(marking: Any) -> None:
    assert not marking.found(LETTER, {"en": long(20, "go"), "cy": long(24, "mynd")}, "wales")


def test_an_older_reader_reads_longer_sentences(marking: Any) -> None:
    text = {"en": long(29, "go"), "cy": long(34, "mynd")}
    assert marking.found(LETTER, text, "wales")
    assert not marking.found(LETTER, text, "wales", {"people.mali.stage": "teen"})


def test_what_somebody_said_and_what_is_for_the_file_may_be_long(marking: Any) -> None:
    assert not marking.found("mali documents.0.quotes.0.words letter", long(60, "mynd"), "wales")
    text = {"en": long(60, "go"), "cy": long(60, "mynd")}
    assert not marking.found("mali documents.0.file.purpose_and_plan file-strip", text, "wales")


HARD = {
    "en": "Considerable environmental improvements materialised immediately. " * 12,
    "cy": "Cynhyrchwyd gwelliannau amgylcheddol sylweddol yn ddiymdroi. " * 12,
}


def test_a_letter_that_is_too_hard_is_measured_and_its_hard_words_are_pointed_at(marking: Any, house: House) -> None:
    found = marking.found(
        "mali documents.0 letter", marking.case("mali", {}).raw.data["documents"][0] | {"meaning": HARD}, "wales"
    )
    whole = [one for one in found if one.values.get("do") == "hard-to-read"]
    assert {one.place.path for one in whole} == {"documents.0"}
    assert len({one.values["measure"] for one in whole}) == 2
    (english,) = [one for one in whole if one.values["measure"].startswith("flesch")]
    (welsh,) = [one for one in whole if one.values["measure"] == "lix"]
    assert "Flesch–Kincaid (years at school)" in house.say(english, "en").message
    assert "LIX (canllaw, heb ei brofi ar gyfer y Gymraeg)" in house.say(welsh, "cy").message
    words = [one for one in found if one.values.get("do") == "hard-words"]
    assert {one.place.path for one in words} == {"documents.0.meaning.en", "documents.0.meaning.cy"}
    said = house.say(words[0], "en").message
    assert said.startswith("Sentence 1: hard words, by their place in it: 1, 2, ")
    assert "onsiderable" not in said


def test_an_easy_letter_has_no_hard_words(marking: Any) -> None:
    text = {"en": "Immediately. You did considerable things.", "cy": "Yn ddiymdroi. Gwnest ti bethau amgylcheddol."}
    assert not marking.found(LETTER, text, "wales")


def test_english_is_measured_as_flesch_and_kincaid_did(marking: Any) -> None:
    text = [words_in("The happy children played in the garden.", frozenset())]  # 7 words, 10 syllables
    assert level(text, marking.plain["en"]) == pytest.approx(0.39 * 7 + 11.8 * 10 / 7 - 15.59, abs=0.06)


def test_welsh_is_measured_by_long_words_with_its_own_letters(marking: Any) -> None:
    text = [words_in("Mae gweithiwr cymdeithasol yn dod.", frozenset()), words_in("Mae llythyrau yma.", frozenset())]
    # llythyrau is 7 letters: ll, y, th, y, r, a, u
    assert level(text, marking.plain["cy"]) == pytest.approx(8 / 2 + 100 * 3 / 8, abs=0.01)
    assert level([words_in("Dyma llythyr.", frozenset())], marking.plain["cy"]) == pytest.approx(2.0)


def test_a_name_is_no_hard_word() -> None:
    assert words_in("We saw Alexandrina.", frozenset())[-1] == Word("Alexandrina", True)
    assert words_in("Alexandrina came.", frozenset({"Alexandrina"}))[0].name
    assert not words_in("Considerable help came.", frozenset())[0].name


# --- The house's own sentences ---------------------------------------------------------------------------------------


def standing(house: House, stage: str) -> Iterator[tuple[PlainWords, str, str]]:
    """Yield each sentence of a catalogue that a child of a stage may read, in each language and register."""
    library: Library = house.library
    shared = "".join(text for _, text in templates_in(library.templates.joinpath("shared")))
    for code, words in read_plain_words(library, house.languages).items():
        language = house.languages[code]
        for kind in library.kinds.values():
            parts = [part for part in kind.parts if part.reader == "child"]
            files = (library.templates.joinpath(kind.folder, f"{part.name.replace('-', '_')}.html") for part in parts)
            keys = named_in(shared + "".join(file.read_text(encoding="utf-8") for file in files))
            for book in (kind.folder, "common"):
                for key in sorted(keys):
                    for register in language.registers or ("",):
                        found = [one for one in contexts(key, stage, register) if one in language.catalogues[book]]
                        for context in found[:1]:
                            pieces = language.catalogues[book][context].pieces
                            text = "".join(one if isinstance(one, str) else "Mali" for one in pieces)
                            yield words, f"{code}/{book}:{context}", text


@pytest.mark.parametrize("stage", STAGES)
def test_every_sentence_of_the_house_that_a_child_may_read_is_short_enough(house: House, stage: str) -> None:
    long = {
        name
        for words, name, text in standing(house, stage)
        for sentence in sentences(text)
        if len(WORD.findall(sentence)) > words.data.reading.longest[stage]
    }
    assert long == set()


@pytest.mark.parametrize("stage", STAGES)
def test_the_sentences_of_each_catalogue_together_are_easy_enough(house: House, stage: str) -> None:
    books: dict[str, tuple[PlainWords, list[list[Word]]]] = {}
    for words, name, text in standing(house, stage):
        found = books.setdefault(name.partition(":")[0], (words, []))[1]
        found += [line for line in (words_in(one, frozenset()) for one in sentences(text)) if len(line) >= 3]
    measured = {name: (level(text, words), words.data.reading.most[stage]) for name, (words, text) in books.items()}
    assert {name: found for name, found in measured.items() if found[0] > found[1]} == {}


@pytest.mark.parametrize("stage", STAGES)
def test_no_sentence_of_the_house_says_a_child_a_term_that_some_profile_avoids(house: House, stage: str) -> None:
    rows = [row for row in table()["rules"].values() if "child" in row["readers"]]
    avoided = {sense for row in rows for sense in row["senses"]}
    # A plan has the name that the law of its nation gives it.
    said = {
        (name, slip.avoided)
        for words, name, text in standing(house, stage)
        if "-england" not in name
        for slip in words.slips(text, [words.data.senses[sense] for sense in sorted(avoided)])
    }
    assert said == set()


def printed(house: House) -> Iterator[tuple[PlainWords, str, str]]:
    """Yield every sentence of a document's catalogues, for the child and for the file, in each language."""
    for code, words in read_plain_words(house.library, house.languages).items():
        for book in ("common", "pictures", *(kind.folder for kind in house.library.kinds.values())):
            for context, sentence in house.languages[code].catalogues[book].items():
                text = "".join(one if isinstance(one, str) else "Mali" for one in sentence.pieces)
                yield words, f"{code}/{book}:{context}", text


def test_no_sentence_of_the_house_has_an_abbreviation_that_not_everybody_knows(house: House) -> None:
    found = {
        (name, one[0])
        for words, name, text in printed(house)
        for one in SHAPE.finditer(text)
        if one[0] not in words.data.abbreviations.known
    }
    assert found == set()


def test_no_sentence_of_the_house_says_the_file_a_term_that_some_profile_avoids(house: House) -> None:
    rows = [row for row in table()["rules"].values() if "file" in row["readers"]]
    avoided = sorted({sense for row in rows for sense in row["senses"]})
    said = {
        (name, slip.avoided)
        for words, name, text in printed(house)
        if "-england" not in name
        for slip in words.slips(text, [words.data.senses[sense] for sense in avoided])
    }
    assert said == set()
