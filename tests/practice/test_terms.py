"""Terms are found by their sense, for their reader, in both languages; what only looks like one is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dystori.editions import Wanted
from dystori.findings import CatalogueError
from dystori.house import House
from dystori.pictures import PictureShelf
from dystori.practice import ids, read_plain_words, read_profile
from dystori.practice.sentences import sentences
from dystori.practice.terms import RULES, table

ROOT = Path(__file__).parents[2]
#: A text of a letter, and one of a report, that may say anything.
LETTER, REPORT = "mali documents.0.meaning letter", "conference documents.0.report.analysis report"
REVIEW, NOTE_FILE = "osian documents.0.summary record", "mali documents.0.file.purpose_and_plan file-strip"

#: The rule, its profile, where the text stands, what trips it and what nearly does, in English and in Welsh.
TABLE: list[tuple[str, str, str, str, str, str, str]] = [
    (
        "no-jargon",
        "england",
        LETTER,
        "A multi-agency plan helps.",
        "Many people help.",
        "Cynllun amlasiantaeth yw hwn.",
        "Mae llawer yn helpu.",
    ),
    (
        "no-jargon",
        "wales",
        LETTER,
        "Your birth parents came.",
        "Your parents came.",
        "Daeth dy rieni biolegol.",
        "Daeth dy rieni.",
    ),
    (
        "respectful-tone",
        "wales",
        LETTER,
        "You were attention-seeking.",
        "You wanted me to look.",
        "Roeddet ti’n ceisio sylw.",
        "Roeddet ti eisiau i fi edrych.",
    ),
    (
        "child-friendly-terms",
        "wales",
        LETTER,
        "Your siblings came.",
        "Your brothers and sisters came.",
        "Daeth dy siblingiaid.",
        "Daeth dy frodyr a dy chwiorydd.",
    ),
    (
        "family-time-not-contact",
        "wales",
        LETTER,
        "You have contact with Mam.",
        "You can contact me.",
        "Mae gen ti gyswllt gyda Mam.",
        "Dyma fy manylion cyswllt.",
    ),
    (
        "family-time-not-contact",
        "sandwell",
        LETTER,
        "Your contacts were cancelled.",
        "You made eye contact.",
        "Cafodd dy gyswllt ei ganslo.",
        "Dyma gyswllt brys i ti.",
    ),
    (
        "home-not-placement",
        "wales",
        LETTER,
        "You like your placement.",
        "You like your work placement.",
        "Rwyt ti’n hoffi dy leoliad.",
        "Rwyt ti’n hoffi dy leoliad gwaith.",
    ),
    (
        "report-not-referral",
        "wales",
        LETTER,
        "School sent a referral.",
        "School sent a report.",
        "Anfonodd yr ysgol atgyfeiriad.",
        "Anfonodd yr ysgol adroddiad.",
    ),
    (
        "report-not-referral",
        "wales",
        NOTE_FILE,
        "The referrer rang.",
        "The caller rang.",
        "Ffoniodd yr atgyfeiriwr.",
        "Ffoniodd yr ysgol.",
    ),
    (
        "care-and-support-protection-plan-term",
        "wales",
        REPORT,
        "A child protection plan is needed.",
        "A care and support protection plan is needed.",
        "Mae angen cynllun amddiffyn plant.",
        "Mae angen cynllun amddiffyn gofal a chymorth.",
    ),
    (
        "practitioner-term",
        "wales",
        LETTER,
        "The professionals met.",
        "A health professional came.",
        "Daeth y gweithwyr proffesiynol.",
        "Daeth yr ymarferwyr.",
    ),
    (
        "no-agency-phrases",
        "wales",
        REPORT,
        "Parenting capacity is low.",
        "Nobody gets them up for school.",
        "Mae’r gallu rhianta’n isel.",
        "Nid oes neb yn eu codi i fynd i’r ysgol.",
    ),
    (
        "no-sanitised-language",
        "wales",
        REPORT,
        "The boys were over-chastised.",
        "He hit the boys with a belt.",
        "Bu ffrwgwd yn y tŷ.",
        "Trawodd y bechgyn â gwregys.",
    ),
    (
        "no-blaming-labels",
        "sandwell",
        NOTE_FILE,
        "Mam is resistant.",
        "The boots are water-resistant.",
        "Mae Mam yn ddi-ildio ac yn wrthwynebus.",
        "Nid oedd Mam yn cytuno.",
    ),
    (
        "children-we-care-for",
        "sandwell",
        LETTER,
        "A placement move is hard.",
        "A new home is hard.",
        "Mae newid lleoliad yn anodd.",
        "Mae cartref newydd yn anodd.",
    ),
    (
        "victim-survivor",
        "cafcass-cymru",
        NOTE_FILE,
        "She is a victim of domestic violence.",
        "She lived through domestic violence.",
        "Mae’n ddioddefwr trais domestig.",
        "Mae wedi byw trwy drais domestig.",
    ),
    (
        "note-stands-alone",
        "sunderland",
        NOTE_FILE,
        "As above.",
        "The mirror above the bed broke.",
        "Fel uchod.",
        "Torrodd y drych uwchben y gwely.",
    ),
]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row[0]}-{row[1]}")
def test_a_term_is_found_in_both_languages_and_what_only_looks_like_it_is_not(
    marking: Any, row: tuple[str, str, str, str, str, str, str]
) -> None:
    rule, profile, where, trips, nearly, trips_cy, nearly_cy = row
    hits = [one for one in marking.found(where, {"en": trips, "cy": trips_cy}, profile) if one.values["rule"] == rule]
    assert {one.place.path.rpartition(".")[2] for one in hits} == {"en", "cy"}
    assert rule not in {one.values["rule"] for one in marking.found(where, {"en": nearly, "cy": nearly_cy}, profile)}


def test_every_rule_about_terms_stands_in_the_table_and_has_senses() -> None:
    assert {rule.id for rule in RULES} == {row[0] for row in TABLE} == set(table()["rules"])


def test_every_sense_is_there_in_every_language_and_some_rule_looks_for_it(house: House) -> None:
    plain = read_plain_words(house.library, house.languages)
    wanted = {sense for row in table()["rules"].values() for sense in row["senses"]}
    for words in plain.values():
        assert set(words.data.senses) == wanted
    assert set(table()["gentler"]) <= wanted


def test_what_is_said_instead_is_nowhere_avoided(house: House) -> None:
    for words in read_plain_words(house.library, house.languages).values():
        every = list(words.data.senses.values())
        assert not [slip for sense in every for slip in words.slips(sense.say, every)]


def test_no_list_asks_for_anything_instead_of_a_word_for_harm(house: House) -> None:
    harm = {
        "hit", "hurt", "punched", "kicked", "burned", "rape", "abuse", "abused", "neglect", "drunk", "drugs", "killed",
        "taro", "trawodd", "brifo", "cam-drin", "camdriniaeth", "esgeulustod", "meddw", "cyffuriau", "lladd", "treisio",
    }  # fmt: skip
    for words in read_plain_words(house.library, house.languages).values():
        avoided = {word for sense in words.data.senses.values() for word in sense.avoid}
        assert not harm & avoided


@pytest.mark.parametrize("shape", ["cyswllt", "gyswllt", "chyswllt", "nghyswllt", "Gyswllt"])
def test_a_welsh_term_is_found_in_every_shape_its_mutations_give_it(house: House, shape: str) -> None:
    words = read_plain_words(house.library, house.languages)["cy"]
    (slip,) = words.slips(f"Bydd {shape} gyda Mam.", [words.data.senses["contact"]])
    assert (slip.avoided, slip.say) == ("cyswllt", "amser teulu")


def test_what_stands_between_speech_marks_is_not_judged(marking: Any) -> None:
    text = {"en": "Mam said “the contact was good”.", "cy": "Dywedodd Mam “roedd y cyswllt yn dda”."}
    assert not marking.found(LETTER, text, "wales")


def test_a_quote_of_the_child_is_not_judged(marking: Any) -> None:
    words = "I hate contact and my placement."
    assert not marking.found("mali documents.0.quotes.0.words letter", words, "wales")


def test_a_name_of_something_keeps_its_words(marking: Any) -> None:
    text = {"en": "We met at the Aberwen Contact Centre.", "cy": "Buon ni yn y ganolfan."}
    assert not marking.found(LETTER, text, "wales")


@pytest.mark.parametrize(
    "text",
    [
        "Keep in contact. Mam lost contact with you.",
        "We were in contact by letter.",
        "You stepped down from the bus.",
        "You like naughty jokes.",
        "A professional footballer came.",
    ],
)
def test_another_sense_of_a_word_is_left_alone(marking: Any, text: str) -> None:
    assert not marking.found(LETTER, {"en": text, "cy": "Da iawn."}, "wales")


def test_a_report_keeps_the_word_of_the_court(marking: Any) -> None:
    text = {"en": "Contact is weekly in the placement.", "cy": "Mae cyswllt bob wythnos yn y lleoliad."}
    assert not marking.found(NOTE_FILE, text, "wales")
    assert marking.found(LETTER, text, "wales")


def test_sunderland_keeps_its_words_for_care(marking: Any) -> None:
    text = {"en": "This is about looked after children.", "cy": "Mae hyn am blant sy’n derbyn gofal."}
    assert marking.found(LETTER, text, "sandwell")
    assert not marking.found(LETTER, text, "sunderland")


def test_nothing_gentler_is_asked_for_where_harm_is_told(marking: Any) -> None:
    text = {"en": "A young offender hurt you.", "cy": "Gwnaeth troseddwr ifanc dy frifo di."}
    assert marking.found(LETTER, text, "sandwell")
    assert not marking.found("mali documents.0.worries.0.about letter", text, "sandwell")


def test_the_sentence_is_pointed_at_and_nothing_of_it_is_said(house: House, marking: Any) -> None:
    text = {"en": "Nain rang. She was glad. You asked for contact with Zebedee.", "cy": "Ffoniodd Nain."}
    (one,) = marking.found(LETTER, text, "wales")
    assert house.say(one, "en").message.startswith("Sentence 3: instead of “contact” say “family time”.")
    assert house.say(one, "cy").message.startswith("Brawddeg 3: yn lle “contact” dywedwch “family time”.")
    assert "Zebedee" not in f"{one}{house.say(one, 'en')}{house.say(one, 'cy')}"


def test_an_editor_stops_at_the_sentence(house: House, tmp_path: Path) -> None:
    text = (ROOT / "examples" / "mali.yaml").read_text(encoding="utf-8")
    first = text.index("      en: I think life is calmer")
    last = text.index("\n", first)
    typed = "      en: |\n        Nain rang.\n\n        You asked for\n        contact with Mam."
    file = tmp_path / "case.yaml"
    file.write_text(f"{text[:first]}{typed}{text[last:]}", encoding="utf-8")
    case = house.load(file, PictureShelf(ROOT / "examples"))
    found = house.check(case, Wanted(languages=["en"]), "wales")
    (one,) = [one for one in found if one.values.get("rule") == "family-time-not-contact"]
    assert one.place.line == text[:first].count("\n") + 4
    assert one.place.column == 9


OWN = """
builds_on = "wales"
[terms]
keep = ["contact"]
[terms.own.stars]
words.en = { avoid = ["star chart"], say = "sticker book" }
words.cy = { avoid = ["siart sêr"], say = "llyfr sticeri" }
"""


def test_a_council_keeps_a_word_and_adds_its_own(marking: Any, tmp_path: Path) -> None:
    file = tmp_path / "aberwen.toml"
    file.write_text(OWN, encoding="utf-8")
    text = {"en": "A star chart for contact.", "cy": "Siart sêr ar gyfer cyswllt."}
    assert {one.values["say"] for one in marking.found(LETTER, text, file)} == {"sticker book", "llyfr sticeri"}


@pytest.mark.parametrize("wrong", ['rule = "nobody-asks"', 'readers = ["court"]', "words = {}"])
def test_a_term_of_a_councils_own_is_read_strictly(tmp_path: Path, wrong: str) -> None:
    file = tmp_path / "aberwen.toml"
    words = "" if wrong.startswith("words") else '\nwords.en = { avoid = ["x"], say = "y" }'
    file.write_text(f"[terms.own.stars]\n{wrong}{words}\n", encoding="utf-8")
    with pytest.raises(CatalogueError):
        read_profile(file, ids())


PIECES = (
    "contact|gyswllt|placement|the child|y plentyn|IRO|QXZ|“|”|’|(|.|\n\n|she|hi|Mali|Sian|e.g.|Zebedee|1.5|\u00a0|—"
)


@settings(max_examples=12)
@given(st.lists(st.sampled_from(PIECES.split("|")), min_size=1, max_size=30).map(" ".join))
def test_whatever_is_typed_is_read_and_never_repeated(marking: Any, text: str) -> None:
    typed = {"en": f"{text} Zebedee", "cy": f"{text} Zebedee"}
    for one in marking.found(LETTER, typed, "sandwell"):
        said = "".join(marking.house.say(one, language).message for language in ("en", "cy"))
        assert not [word for word in ("Zebedee", "QXZ", "Sian") if word in said]


def test_no_ends_a_sentence_and_a_title_does_not() -> None:
    assert sentences("I asked. She said No. Then Dr. Rees came.") == ["I asked.", "She said No.", "Then Dr. Rees came."]
