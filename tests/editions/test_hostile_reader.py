"""What somebody who looks for it could still find out from a copy: who is missing, whose words, which house."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

import dystori
from dystori.house import House

EXAMPLES = Path(__file__).parents[2] / "examples"
HOUSE = ["7 Rhodfa’r Wennol", "Aberhelyg", "LL99 4QX"]


def held(*from_: str, by: str = "sian", **item: str) -> dict[str, Any]:
    because = {"reason": "safety", "because": "A reason for the file.", "decided_by": by, "review_on": "2027-05-01"}
    return {"from": list(from_), **because, **item}


def made(house: House, data: Any, reader: str | None, part: str = "letter", *languages: str) -> str:
    case = house.load(data, dystori.PictureShelf(EXAMPLES))
    wanted = dystori.Wanted(parts=[part], reader=reader, languages=languages or ["en"])
    return "\n".join(one.data.decode() for one in house.render(case, wanted, ["txt"]))


def refused(house: House, data: Any, reader: str | None = None) -> set[tuple[str, str]]:
    with pytest.raises(dystori.CaseError) as error:
        made(house, data, reader)
    return {(one.code, one.place.path) for one in error.value.findings}


@pytest.fixture
def note(mali: dict[str, Any]) -> dict[str, Any]:
    """Return the case of a visit, with a father who gets a copy too."""
    mali["documents"] = mali["documents"][:1]
    mali["documents"][0]["copies"] = [{"to": "mam", "part": "letter"}, {"to": "dad", "part": "letter"}]
    mali["people"]["dad"] = {"kind": "family", "name": "Gary Prydderch", "child_calls": "Dad", "role": "father"}
    mali["people"]["mali"]["stage"] = "teen"
    return mali


# Whose words.


@pytest.fixture
def quoting(note: dict[str, Any]) -> dict[str, Any]:
    """Return the case with words of the teacher's beside the child's own."""
    quote = {"words": "I never wanted this to happen to her.", "language": "en", "by": "khan", "on": "2026-11-12"}
    note["documents"][0]["quotes"].append(quote)
    return note


def test_the_words_of_somebody_kept_back_are_not_there_and_are_not_the_childs(house: House, quoting: Any) -> None:
    assert "I never wanted" in made(house, quoting, None)
    quoting["withheld"] = [held("mali", item="people.khan")]
    text = made(house, quoting, None)
    assert "I never wanted" not in text
    assert "I like living with Mam-gu." in text


def test_words_whose_speaker_is_kept_back_are_nobodys(house: House, quoting: Any) -> None:
    quoting["withheld"] = [held("mali", item="documents.0.quotes.2.by")]
    assert "“I never wanted this to happen to her.”\n    12 November 2026\n" in made(house, quoting, None)


@pytest.mark.parametrize("sentence", ["Mae Dad yn cuddio yn y garej.", "Dad is hiding in the garage."])
def test_a_sentence_of_a_quote_that_is_kept_back_is_not_read_in_its_translation_nor_in_the_original(
    house: House, note: Any, sentence: str
) -> None:
    words, translation = "Dw i’n iawn. Mae Dad yn cuddio yn y garej.", "I am fine. Dad is hiding in the garage."
    note["documents"][0]["quotes"].append({"words": words, "language": "cy", "translation": {"en": translation}})
    assert "garage" in made(house, note, None, "letter", "en", "cy", "cy+en")
    note["withheld"] = [held("mali", sentence=sentence)]
    text = made(house, note, None, "letter", "en", "cy", "cy+en")
    assert [word for word in ("garage", "garej") if word in text] == []


# Who is missing.


def test_a_line_of_somebody_kept_back_leaves_no_line_without_a_name(house: House, note: Any) -> None:
    frightened = {"who": "khan", "what_for": {"cy": "Pan fydd ofn arnat ti", "en": "When you are scared"}}
    cuddle = {"who": "mamgu", "what_for": {"cy": "Cwtsh", "en": "A cuddle"}}
    note["documents"][0]["helpers"] = [frightened, cuddle]
    assert "When you are scared" in made(house, note, "mam")
    note["withheld"] = [held("mam", item="people.khan")]
    text = made(house, note, "mam")
    assert "When you are scared" not in text
    assert "Who: Mam-gu\nWhat for: A cuddle" in text


def test_a_name_kept_back_of_whom_nothing_else_is_known_leaves_nobody(house: House, note: Any) -> None:
    document = note["documents"][0]
    note["people"]["friend"] = {"kind": "other", "name": "Ruth Somebody"}
    document["worries"][0]["worried"] = ["friend"]
    document["helpers"] = [{"who": "friend", "what_for": {"cy": "Sgwrs", "en": "A chat"}}]
    assert "Who is worried: Ruth Somebody" in made(house, note, "mam")
    note["withheld"] = [held("mam", item="people.friend.name")]
    text = made(house, note, "mam")
    assert [words for words in ("Who is worried", "A chat", "Ruth") if words in text] == []
    note["people"]["friend"]["role"] = "support-worker"
    assert "Who is worried: your support worker" in made(house, note, "mam")


@pytest.mark.parametrize("kept", ["people.khan", "documents.0.direct_work.circles.inner.1.who"])
def test_circles_that_two_children_made_have_no_hole_where_somebody_was(house: House, note: Any, kept: str) -> None:
    note["people"]["elis"] = {"kind": "child", "name": "Elis Prydderch", "known_as": "Elis", "born": "2017-01-01"}
    document = note["documents"][0] | {"about": ["mali", "elis"], "together": "yes", "quotes": [], "copies": []}
    rings = {"inner": [{"who": "mamgu"}, {"who": "khan"}], "outer": [{"name": {"cy": "pêl-droed", "en": "football"}}]}
    document["direct_work"]["circles"] = rings
    note["documents"] = [document]
    assert "Who knows all of it: Mam-gu, Mr Khan." in made(house, note, None)
    note["withheld"] = [held("mali", item=kept)]
    assert "Who knows all of it: Mam-gu.\n" in made(house, note, None)


def test_no_copy_but_the_files_says_whose_copy_is_whole(house: House) -> None:
    data = yaml.load((EXAMPLES / "refuge.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert "- Darren Pugh: part copy\n" in made(house, data, "file", "outcome")
    text = made(house, data, "dad", "outcome")
    assert "- Darren Pugh\n" in text
    assert "- Support worker\n" in text
    assert [words for words in ("part copy", "full copy") if words in text] == []


def test_who_signs_or_chairs_cannot_be_kept_back_whole_from_somebody_who_gets_it(house: House, note: Any) -> None:
    for who in ("mam", "mali", "child", "family"):
        note["withheld"] = [held(who, item="people.sian")]
        assert refused(house, note) == {("withheld_signed", "withheld.0.item")}
    note["withheld"] = [held("khan", item="people.sian")]
    assert "Siân" in made(house, note, None)
    data = yaml.load((EXAMPLES / "refuge.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    data["withheld"] = [held("nain", by="bethan", item="people.rhiannon")]
    data["documents"][0]["copies"] = [{"to": "nain"}]
    assert refused(house, data) == {("withheld_signed", "withheld.0.item")}


def test_what_is_kept_from_children_is_not_in_the_copy_their_mother_reads_to_them(house: House, note: Any) -> None:
    assert "You were very brave." in made(house, note, "mam")
    note["withheld"] = [held("child", item="documents.0.ending")]
    assert "You were very brave." not in made(house, note, "mam")


def test_what_a_child_made_must_say_whose_it_is_where_each_of_several_gets_a_letter(house: House, note: Any) -> None:
    note["people"]["elis"] = {"kind": "child", "name": "Elis Prydderch", "known_as": "Elis", "born": "2017-01-01"}
    document = note["documents"][0]
    document |= {"about": ["mali", "elis"], "quotes": [], "pictures": [], "copies": []}
    assert "Dear Elis" in made(house, note, None)
    document["direct_work"]["houses"] = {"worries": [{"cy": "Mae Dad yn gweiddi.", "en": "Dad shouts."}]}
    assert refused(house, note) == {("work_child", "documents.0")}
    document["together"] = "yes"
    assert "Dad shouts." in made(house, note, None)


# Which house.


@pytest.mark.parametrize(
    "typed",
    [HOUSE, [", ".join(HOUSE)], ["7", "RHODFA’R WENNOL", "Aberhelyg"], ["Yr Hen Dŷ", "Aberhelyg", "LL99 4QX"]],
)
@pytest.mark.parametrize("reader", ["dad", None])
def test_a_house_kept_back_as_the_mothers_is_on_no_letter_as_her_childs(
    house: House, note: Any, typed: list[str], reader: str | None
) -> None:
    note["people"]["mam"]["address"] = HOUSE
    note["people"]["mali"]["address"] = typed
    assert typed[0] in made(house, note, reader)
    note["withheld"] = [held("dad", item="people.mam.address")]
    text = made(house, note, reader).casefold()
    assert [line for line in ("wennol", "aberhelyg", "ll99") if line in text] == []


def test_a_house_kept_back_as_the_mothers_is_on_no_letter_as_one_of_her_childs_two(house: House, note: Any) -> None:
    note["people"]["mam"]["address"] = HOUSE
    homes = [{"address": HOUSE, "with": ["mam"]}, {"address": ["12 Maes y Gorlan", "Pontderwen"], "with": ["dad"]}]
    note["people"]["mali"]["homes"] = homes
    note["withheld"] = [held("dad", item="people.mam.address")]
    assert "Wennol" not in made(house, note, None)
    assert "12 Maes y Gorlan" in made(house, note, None)


def test_a_child_who_lives_in_the_same_town_keeps_the_address_on_their_letter(house: House, note: Any) -> None:
    note["people"]["mam"]["address"] = HOUSE
    note["people"]["mali"]["address"] = ["3 Heol y Ffynnon", "Aberhelyg", "LL99 7AB"]
    note["withheld"] = [held("dad", item="people.mam.address")]
    assert "3 Heol y Ffynnon\nAberhelyg\nLL99 7AB" in made(house, note, None)


@pytest.mark.parametrize("typed", ["07700 900 518", "+44 7700 900518"])
def test_a_number_kept_back_as_the_mothers_stops_a_copy_though_it_is_her_childs_too(
    house: House, note: Any, typed: str
) -> None:
    note["people"]["mam"]["phone"], note["people"]["mali"]["phone"] = "07700 900 518", typed
    home = {"name": {"cy": "Gartref", "en": "Home"}, "what_for": {"cy": "Popeth", "en": "Anything"}}
    note["documents"][0]["helpers"] = [home | {"contact": {"phone": typed}}]
    assert typed in made(house, deepcopy(note), "dad")
    note["withheld"] = [held("dad", item="people.mam.phone")]
    assert {code for code, _ in refused(house, note, "dad")} <= {"withheld_shows", "guard_stopped"}
