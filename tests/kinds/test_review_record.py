"""A review: what the record holds, what the letter says, and what never stands in the letter."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import pytest
import yaml

import dystori
from dystori.house import House
from dystori.tree import Contents, Heading, Paragraph, plain, walk
from dystori_schemas.review.choices import LegalStatus, Participation, PlanResult, ReviewKind

#: The two examples of reviews of one child.
ALONE = ["osian", "keira"]


@pytest.fixture
def case_of(root: Path) -> Any:
    def read(name: str) -> dict[str, Any]:
        data = yaml.load((root / "examples" / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        assert isinstance(data, dict)
        return data

    return read


@pytest.fixture
def text_of(house: House, root: Path) -> Any:
    """Return the words of a part, each paragraph on one line."""

    def render(data: dict[str, Any], part: str, language: str = "en", child: int = 0) -> str:
        case = house.load(data, dystori.PictureShelf(root / "examples"))
        wanted = dystori.Wanted(kinds=["review-record"], parts=[part], languages=[language])
        return [one.data.decode() for one in house.render(case, wanted, ["txt"])][child]

    return render


@pytest.mark.parametrize("name", ALONE)
@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_letter_has_no_code_and_no_legal_status(case_of: Any, text_of: Any, name: str, language: str) -> None:
    data = case_of(name)
    for code in Participation:
        data["documents"][0]["took_part"][0]["code"] = code.value
        letter = text_of(data, "letter", language)
        assert "PN" not in letter
        assert code.value.upper() in text_of(data, "record", language)
    for words in ("section 76", "adran 76", "care order", "gorchymyn gofal"):
        assert words not in text_of(data, "letter", language).lower()


@pytest.mark.parametrize("code", list(Participation))
@pytest.mark.parametrize("language", ["cy", "en"])
def test_without_a_sentence_of_its_own_every_code_is_told_as_a_sentence(
    case_of: Any, text_of: Any, code: Participation, language: str
) -> None:
    data = case_of("osian")
    part = data["documents"][0]["took_part"][0]
    del part["to_child"]
    with_code = text_of(data | {}, "letter", language)
    part["code"] = code.value
    told = text_of(data, "letter", language)
    del part["code"]
    assert len(told) > len(text_of(data, "letter", language))
    assert told != with_code or code is Participation.CAME_AND_SPOKE


def test_the_letter_is_to_the_child_and_the_record_about_them(case_of: Any, text_of: Any) -> None:
    data = case_of("osian")
    letter, record = text_of(data, "letter"), text_of(data, "record")
    area = data["documents"][0]["areas"][0]
    assert area["to_child"]["en"] in letter
    assert area["to_child"]["en"] not in record
    assert area["text"]["en"] in record
    assert area["text"]["en"] not in letter


def test_what_others_think_is_in_the_record_apart_and_not_in_the_letter(case_of: Any, text_of: Any) -> None:
    data = case_of("osian")
    letter, record = text_of(data, "letter"), text_of(data, "record")
    for group in ("parents_views", "carers_views", "others_views"):
        for view in data["documents"][0][group]:
            assert view["says"]["en"] in record
            assert view["says"]["en"] not in letter


def test_a_decision_that_differs_is_told_with_what_was_wanted_and_why(case_of: Any, text_of: Any) -> None:
    data = case_of("osian")
    differs = data["documents"][0]["decisions"][1]["differs"]
    letter = text_of(data, "letter")
    assert f"{differs['wanted']['en']} {differs['why']['en']}" in letter
    assert "If you do not agree, you can say so." in letter
    assert f"Decision 2, as it is told to the child: {differs['wanted']['en']}" in text_of(data, "record")
    del data["documents"][0]["decisions"][1]["differs"]
    assert "Where we decided differently" not in text_of(data, "letter")


def test_an_earlier_decision_says_what_became_of_it(case_of: Any, text_of: Any) -> None:
    record = text_of(case_of("osian"), "record")
    assert "done, 30 July 2026" in record
    assert "not done. The optician cancelled the appointment." in record
    assert "The difference that decision 3 made: Osian has kept his friends" in record


def test_an_earlier_decision_that_was_not_done_says_why(case_of: Any, house: House) -> None:
    data = case_of("osian")
    data["documents"][0]["last_decisions"][1]["became"] = {"status": "not-done"}
    with pytest.raises(dystori.CaseError) as told:
        house.load(data)
    assert [one.code for one in told.value.findings] == ["action_why_not"]


def test_every_decision_names_somebody(case_of: Any, house: House) -> None:
    data = case_of("osian")
    data["documents"][0]["decisions"][0]["who"] = []
    with pytest.raises(dystori.CaseError) as told:
        house.load(data)
    assert [one.code for one in told.value.findings] == ["list_too_short"]


def test_a_young_person_who_chaired_is_told_so_and_nobody_else_is(case_of: Any, text_of: Any) -> None:
    assert "You chaired your own review." in text_of(case_of("keira"), "letter")
    assert "Ti oedd yn cadeirio dy adolygiad dy hun." in text_of(case_of("keira"), "letter", "cy")
    assert "chaired" not in text_of(case_of("osian"), "letter")


def test_who_came_is_said_in_the_childs_own_names_without_the_child_or_the_writer(case_of: Any, text_of: Any) -> None:
    data = case_of("osian")
    assert "Mam, Carys, Dafydd, Mrs Harris and Tomos came to the review." in text_of(data, "letter")
    assert "Daeth Mam, Carys, Dafydd, Mrs Harris a Tomos i’r adolygiad." in text_of(data, "letter", "cy")
    data["documents"][0]["people"] = []
    assert "came to the review" not in text_of(data, "letter")


def test_the_permanence_plan_is_in_both_with_what_else_was_thought_about_in_the_record(
    case_of: Any, text_of: Any
) -> None:
    data = case_of("osian")
    letter, record = text_of(data, "letter"), text_of(data, "record")
    assert "Where you will grow up: The plan is for you to go home step by step" in letter
    assert "Plan: return home" in record
    assert "Going home was considered." in record
    assert "long-term foster care" in record
    assert "long-term foster care" not in letter


@pytest.mark.parametrize("language", ["cy", "en"])
def test_each_childs_letter_holds_no_other_childs_section(case_of: Any, text_of: Any, language: str) -> None:
    data = case_of("cadi-macsen")
    document = data["documents"][0]
    letters = {name: text_of(data, "letter", language, number) for number, name in enumerate(document["about"])}
    record = text_of(data, "record", language)
    for field in ("going_well", "worries", "areas", "outcomes", "results", "decisions", "helpers"):
        for item in document[field]:
            told = item.get("to_child") or item.get("what_for")
            if told is None:
                continue
            for name, letter in letters.items():
                assert (told[language] in letter) == (name == item["child"]), (field, name)
    for quote in document["quotes"]:
        own, other = letters[quote["by"]], letters["macsen" if quote["by"] == "cadi" else "cadi"]
        words = quote["words"]
        assert words in own
        assert words in record
        assert words not in other


def test_the_record_of_several_children_says_whose_each_thing_is(case_of: Any, text_of: Any) -> None:
    record = text_of(case_of("cadi-macsen"), "record")
    assert "Cadi: Confirmed: the plan goes on as it is" in record
    assert "Macsen: Revised: the plan changes" in record


def test_a_care_and_support_plan_review_names_its_law_and_no_other_review_does(case_of: Any, text_of: Any) -> None:
    law = "Care and Support (Care Planning) (Wales) Regulations 2015"
    data = case_of("cadi-macsen")
    assert law in text_of(data, "record")
    data["documents"][0]["review"] = "child-protection"
    assert law not in text_of(data, "record")
    assert "Regulations" not in text_of(case_of("keira"), "record")


def test_a_letter_offers_welsh_in_wales_and_not_in_england(case_of: Any, text_of: Any) -> None:
    assert "You are welcome to write to us in Welsh." in text_of(case_of("osian"), "letter")
    assert "in Welsh" not in text_of(case_of("keira"), "letter")


@pytest.mark.parametrize("choices", [ReviewKind, LegalStatus, PlanResult, Participation])
@pytest.mark.parametrize("language", ["cy", "en"])
def test_every_choice_has_words_in_both_languages(house: House, choices: Any, language: str) -> None:
    for one in choices:
        assert f"{one.group}-{one.value}" in house.languages[language].catalogues["review_record"]


def test_the_record_is_numbered_and_lists_its_sections(case_of: Any, house: House) -> None:
    case = house.load(case_of("osian"))
    [edition] = house.editions(case, dystori.Wanted(parts=["record"], languages=["cy"]))
    composed = house.compose(edition)
    blocks = list(walk(composed.contents[0].blocks))
    assert sum(isinstance(one, Contents) for one in blocks) == 1
    sections = [one.number for one in blocks if isinstance(one, Heading) and one.level == 2]
    assert sections == [str(number) for number in range(1, len(sections) + 1)]
    assert any(one.number == "1.1" or one.number.endswith(".1") for one in blocks if isinstance(one, Paragraph))
    assert composed.style.voice == "report"


def test_a_letter_without_anything_optional_still_stands(case_of: Any, text_of: Any) -> None:
    data = case_of("osian")
    needed = {"kind", "id", "about", "date", "written_in", "signed", "review", "meetings", "took_part", "decisions"}
    document = data["documents"][0]
    data["documents"][0] = {name: value for name, value in document.items() if name in needed}
    for language in ("cy", "en"):
        assert "2026" in text_of(data, "letter", language)
        assert "2026" in text_of(data, "record", language)


@pytest.mark.parametrize("part", ["letter", "record"])
def test_anything_may_be_kept_back_and_the_part_still_stands(case_of: Any, house: House, part: str) -> None:
    """Every field at the top of the document kept back from its reader, one after the other."""
    data = case_of("osian")
    reader = "osian" if part == "letter" else "carys"
    fixed = {"kind", "id", "about", "date", "written_in", "status", "together", "signed"}
    for field in sorted(data["documents"][0].keys() - fixed):
        held = {"item": f"documents.0.{field}", "from": [reader], "reason": "safety", "because": {"en": "A reason."}}
        data["withheld"] = [held | {"decided_by": "siwan", "review_on": "2027-03-02"}]
        case = house.load(data)
        wanted = dystori.Wanted(parts=[part], reader=reader, languages=["en"])
        # What is kept back may stand elsewhere too: that is told, and the part is not made.
        with contextlib.suppress(dystori.CaseError):
            assert list(house.render(case, wanted, ["txt"]))


def test_a_childs_story_comes_before_everything_else_in_the_record(case_of: Any, house: House) -> None:
    data = case_of("osian")
    data["documents"][0]["stories"] = [{"child": "osian", "text": {"en": "Osian’s story.", "cy": "Stori Osian."}}]
    [edition] = house.editions(house.load(data), dystori.Wanted(parts=["record"], languages=["en"]))
    headings = [one for one in walk(house.compose(edition).contents[0].blocks) if isinstance(one, Heading)]
    assert plain(next(one for one in headings if one.level == 2).content) == "The child’s story"


def test_a_series_of_meetings_is_told_in_the_letter_and_the_record(case_of: Any, text_of: Any) -> None:
    data = case_of("osian")
    data["documents"][0]["meetings"].append({"on": "2026-10-01", "place": {"en": "at school", "cy": "yn yr ysgol"}})
    assert "We met again on Thursday 1 October 2026. We were at school." in text_of(data, "letter")
    assert "Met again: Thursday 1 October 2026, at school" in text_of(data, "record")


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("keira", {"review": "care-and-support-plan"}),
        ("osian", {"review": "child-in-need"}),
        ("keira", {"situation": [{"legal_status": "section-76"}]}),
        ("osian", {"situation": [{"legal_status": "section-20"}]}),
        ("osian", {"situation": [{"home": "staying-put"}]}),
        ("keira", {"situation": [{"home": "when-im-ready"}]}),
    ],
)
def test_the_law_of_the_other_nation_is_refused(case_of: Any, house: House, name: str, change: dict[str, Any]) -> None:
    data = case_of(name)
    data["documents"][0] |= change
    with pytest.raises(dystori.CaseError) as refused:
        house.load(data)
    assert {one.code for one in refused.value.findings} == {"nation_other"}


@pytest.mark.parametrize("name", ["efan", "leon"])
@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_heading_of_the_letter_stands_only_over_what_it_names(
    case_of: Any, text_of: Any, name: str, language: str
) -> None:
    differs = {"cy": "Lle penderfynon ni’n wahanol", "en": "Where we decided differently"}[language]
    assert (differs in text_of(case_of(name), "letter", language)) == (name == "efan")


def test_what_the_child_keeps_follows_the_name_under_the_letter(case_of: Any, text_of: Any) -> None:
    letter = text_of(case_of("leon"), "letter")
    assert letter.index("Jo Brennan") < letter.index("01632 960 411") < letter.index("Your rights")
    assert letter.count("01632 960 411") == 1


def test_a_record_of_several_children_names_them_in_its_headings(case_of: Any, text_of: Any) -> None:
    alone, together = text_of(case_of("osian"), "record"), text_of(case_of("cadi-macsen"), "record")
    assert "The child’s life" in alone
    assert "The children’s lives" in together
    assert "The child’s life" not in together
    assert "Languages, Macsen: Welsh, English" in together


@pytest.mark.parametrize("said", ["yes", "no"])
def test_none_of_this_is_your_fault_is_left_out_where_the_case_says_so(case_of: Any, text_of: Any, said: str) -> None:
    data = case_of("osian")
    data["documents"][0]["not_your_fault"] = said
    assert ("None of this is your fault." in text_of(data, "letter")) == (said == "yes")


def test_the_file_says_what_is_kept_back_in_its_words_and_not_by_its_path(case_of: Any, text_of: Any) -> None:
    record = text_of(case_of("keira"), "record")
    kept_back = record[record.rindex("Kept back") :]
    assert "You told us January is hard." in kept_back
    assert "documents.0" not in record
