"""What a kind of reader does not get though nobody said so, and who is on the distribution list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import dystori
from dystori.house import House
from dystori.reading import Case

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def conference() -> Any:
    return yaml.load((EXAMPLES / "conference.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def loaded(house: House, data: Any) -> Case:
    return house.load(data, dystori.PictureShelf(EXAMPLES))


def copy(house: House, data: Any, reader: str, part: str, language: str = "en") -> tuple[str, set[str]]:
    """Return the one copy of a part that somebody gets, and what there is to say about it."""
    wanted = dystori.Wanted(parts=[part], reader=reader, languages=[language])
    [document] = house.render(loaded(house, data), wanted, ["txt"])
    return document.data.decode(), {one.code for one in document.findings}


def on_list(data: Any, **line: Any) -> Any:
    data["documents"][0]["copies"] = [line]
    return data


def test_a_copy_of_a_joint_record_holds_only_the_children_its_reader_has(house: House, conference: Any) -> None:
    conference["people"]["dad"]["children"] = ["lleucu", "osian"]
    text, said = copy(house, conference, "dad", "outcome")
    assert "Decision about Lleucu" in text
    assert "Decision about Osian" in text
    assert "Macsen Wyn Prys" not in text
    assert "11 May 2020" not in text
    assert "Decision about Macsen" not in text
    assert "copy_joint" in said
    whole, said = copy(house, conference, "mam", "outcome")
    assert "Decision about Macsen" in whole
    assert "copy_joint" not in said


def test_a_worry_about_other_children_alone_is_not_in_such_a_copy(house: House, conference: Any) -> None:
    conference["people"]["dad"]["children"] = ["osian"]
    worries = conference["documents"][0]["report"]["risk"]["current"]
    worries.append({"about": "Zeta one.", "children": ["macsen", "lleucu"], "impact": "None."})
    worries.append({"about": "Zeta two.", "children": ["macsen", "osian"], "impact": "None."})
    text, _ = copy(house, conference, "dad", "report")
    assert "Zeta one." not in text
    assert "Zeta two." in text


def test_a_childs_own_copy_of_a_joint_record_holds_nobody_elses_part(house: House, conference: Any) -> None:
    text, _ = copy(house, on_list(conference, to="osian", part="outcome"), "osian", "outcome")
    assert "Decision about Osian" in text
    assert "Decision about Macsen" not in text
    assert "Decision about Lleucu" not in text


def test_a_child_gets_a_record_only_where_the_list_names_it(house: House, conference: Any) -> None:
    case = loaded(house, on_list(conference, to="osian"))
    assert [one.part.name for one in house.editions(case, dystori.Wanted(reader="osian"))] == ["letter"]


def test_who_was_shut_out_reads_what_was_decided_and_not_what_was_said(house: House, conference: Any) -> None:
    outcome = conference["documents"][0]["outcome"]
    outcome["summary"], outcome["closed_part"] = {"en": "Zeta said."}, {"en": "Zeta closed."}
    outcome["decisions"][0]["views"] = [{"by": "elen", "says": {"en": "Zeta view."}}]
    craig = next(one for one in outcome["invited"] if one.get("who") == "craig")
    craig["why"] = {"en": "Zeta why."}
    text, _ = copy(house, on_list(conference, to="craig"), "craig", "outcome")
    assert "Zeta" not in text
    assert "What was said" not in text
    assert "Decision about Macsen" in text
    assert "Zeta said." in copy(house, on_list(conference, to="mam"), "mam", "outcome")[0]


def test_who_was_there_for_a_part_reads_nothing_of_the_closed_part_and_somebody_is_told(
    house: House, conference: Any
) -> None:
    outcome = conference["documents"][0]["outcome"]
    outcome["closed_part"] = {"en": "Zeta closed."}
    mam = next(one for one in outcome["invited"] if one.get("who") == "mam")
    mam |= {"attendance": "in-part", "why": {"en": "The end."}}
    text, said = copy(house, conference, "mam", "outcome")
    assert "Zeta closed." not in text
    assert "copy_in_part" in said


@pytest.mark.parametrize("reader", ["mam", "siwan"])
def test_a_medical_report_goes_out_with_no_copy(house: House, conference: Any, reader: str) -> None:
    given = {"by": "siwan", "statements": [{"says": {"en": "Zeta medical."}, "nature": "fact"}]}
    conference["documents"][0]["report"]["contributions"].append(given | {"medical": "yes"})
    assert "Zeta medical." not in copy(house, conference, reader, "report")[0]
    assert "Zeta medical." in copy(house, conference, "file", "report")[0]


def test_a_brothers_birthday_and_number_are_not_for_a_sister(house: House, conference: Any) -> None:
    conference["people"]["osian"] |= {"phone": "07700 900 555", "address": ["3 Lôn Las"]}
    conference["documents"][0]["outcome"]["decisions"][0]["letter"]["ending"] = {"en": "Ring 07700900555."}
    with pytest.raises(dystori.CaseError) as error:
        list(house.render(loaded(house, conference), dystori.Wanted(parts=["letter"], languages=["en"]), ["txt"]))
    assert [(one.code, one.place.path) for one in error.value.findings] == [("guard_stopped", "people.osian.phone")]


def test_all_readers_are_those_of_the_list_each_in_their_own_language(house: House, conference: Any) -> None:
    conference["people"]["dad"]["languages"]["letters"] = "en"
    conference["documents"][0]["copies"] = [{"to": "mam"}, {"to": "dad"}, {"to": "craig", "languages": "cy"}]
    wanted = dystori.Wanted(parts=["outcome", "letter"], reader="all")
    editions = house.editions(loaded(house, conference), wanted)
    copies = [(one.reader.id, one.part.name, one.languages) for one in editions]
    assert copies == [
        ("", "outcome", ("cy", "en")),
        ("mam", "outcome", ("cy",)),
        ("dad", "outcome", ("en",)),
        ("craig", "outcome", ("cy",)),
        *((child, "letter", ("cy",)) for child in ("macsen", "lleucu", "osian")),
    ]


def test_a_line_of_the_list_whose_role_nobody_has_is_a_fault(house: House, conference: Any) -> None:
    case = loaded(house, on_list(conference, role="midwife", copy="part"))
    with pytest.raises(dystori.CaseError) as error:
        house.editions(case, dystori.Wanted(reader="all"))
    assert [(one.code, one.place.path) for one in error.value.findings] == [("copy_nobody", "documents.0.copies.0")]


def test_news_to_be_told_in_person_first_is_a_warning_where_its_day_stands(house: House, conference: Any) -> None:
    data = on_list(conference, to="dad", on="2026-12-24")
    wanted = dystori.Wanted(parts=["outcome"], reader="dad", languages=["en"])
    [document] = house.render(loaded(house, data), wanted, ["txt"])
    assert ("copy_not_yet", "documents.0.copies.0") in {(one.code, one.place.path) for one in document.findings}
    assert "copy_not_yet" not in copy(house, on_list(conference, to="dad", on="2026-11-16"), "dad", "outcome")[1]


@pytest.mark.parametrize("item", ["documents.0.signed", "documents.0.signed.by"])
def test_who_signs_cannot_be_kept_back(house: House, mali: dict[str, Any], item: str) -> None:
    held = {"item": item, "from": ["mali"], "reason": "safety", "because": "A reason.", "decided_by": "sian"}
    mali["withheld"] = [held | {"review_on": "2027-05-01"}]
    with pytest.raises(dystori.CaseError) as error:
        house.load(mali, dystori.PictureShelf(EXAMPLES))
    assert [(one.code, one.place.path) for one in error.value.findings] == [("withheld_signed", "withheld.0.item")]


def test_every_copy_is_made_in_the_languages_and_formats_its_reader_wants(house: House, conference: Any) -> None:
    conference["people"]["dad"]["formats"] = ["txt"]
    conference["documents"][0]["copies"] = [{"to": "dad", "languages": "cy+en"}]
    wanted = dystori.Wanted(parts=["outcome"], reader="dad")
    [document] = house.render(loaded(house, conference), wanted)
    assert document.format == "txt"
    assert document.languages == ("cy", "en")


def test_a_text_to_several_children_looks_as_one_of_them_needs_it(house: House) -> None:
    siblings = yaml.load((EXAMPLES / "story-drink.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    about = siblings["documents"][0]["about"]
    siblings["people"][about[-1]]["presentation"] = "large"
    siblings["documents"][0]["together"] = "yes"
    wanted = dystori.Wanted(parts=["storyboard"])
    [edition] = house.editions(loaded(house, siblings), wanted)
    assert edition.reader.presentation.value == "large"


def test_the_foot_of_somebodys_own_copy_does_not_send_it_to_the_file(house: House, conference: Any) -> None:
    conference["documents"][0]["copies"] = [{"to": "dad"}]
    told, _ = copy(house, conference, "dad", "outcome")
    assert "for the file" not in told
    assert "for whoever was given this copy" in told
    kept, _ = copy(house, conference, "file", "outcome")
    assert "Confidential: for the file." in kept
