"""Somebody who lives in two homes gets a copy for each, and neither holds the other's address."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import dystori
from dystori.guard.contents import read
from dystori.house import House
from dystori.made import Document
from dystori.press import FORMATS
from dystori.words.folding import folded

EXAMPLES = Path(__file__).parents[2] / "examples"
WITH_MAM, WITH_DAD = ["12 Lôn y Parc", "Aberwen", "ZZ1 2AB"], ["Tŷ Pella", "Aberwen", "ZZ9 8YX"]


@pytest.fixture
def alex() -> Any:
    return data_of_alex()


def data_of_alex() -> Any:
    """Return the case of a young person, with two homes instead of the address."""
    data = yaml.load((EXAMPLES / "alex.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    data["people"]["alex"].pop("address", None)
    data["withheld"] = []
    data["people"]["dad"] = {"kind": "family", "name": "Idris Quenby", "role": "father", "address": WITH_DAD}
    data["people"]["mam"] = {"kind": "family", "name": "Wenna Quenby", "role": "mother", "address": WITH_MAM}
    homes = [{"address": WITH_MAM, "with": ["mam"]}, {"address": WITH_DAD, "with": ["dad"]}]
    data["people"]["alex"]["homes"] = homes
    return data


def copies(house: House, data: Any, formats: list[str], **wanted: Any) -> list[Document]:
    case = house.load(data, dystori.PictureShelf(EXAMPLES))
    asked = {"kinds": ["closure-letter"], "parts": ["letter"], "languages": ["en"]} | wanted
    return list(house.render(case, dystori.Wanted(**asked), formats))


def holds(document: Document, line: str) -> bool:
    contents = read(document.data)
    return folded(line) in folded(f"{contents.said} {contents.built}")


def test_each_home_has_a_copy_that_bears_its_address_and_not_the_others(house: House, alex: Any) -> None:
    made = copies(house, alex, list(FORMATS))
    for format_ in FORMATS:
        first, second = (one for one in made if one.format == format_)
        assert all(holds(first, line) for line in WITH_MAM)
        assert all(holds(second, line) for line in WITH_DAD)
        assert not any(holds(first, line) for line in ("Tŷ Pella", "ZZ9 8YX"))
        assert not any(holds(second, line) for line in ("12 Lôn y Parc", "ZZ1 2AB"))


def test_their_files_are_told_apart_by_a_number(house: House, alex: Any) -> None:
    first, second = copies(house, alex, ["txt"])
    assert first.name.replace("-1-en.txt", "-2-en.txt") == second.name != first.name
    assert [one.manifest["home"] for one in (first, second)] == [1, 2]
    assert first.manifest["by_default"] == ["other-home"]


def test_the_other_homes_address_typed_into_the_letter_stops_it(house: House, alex: Any) -> None:
    letter = next(one for one in alex["documents"] if one["kind"] == "closure-letter")
    letter["memories"] = [{"en": "We met at Tŷ Pella every Friday."}]
    with pytest.raises(dystori.CaseError) as error:
        copies(house, alex, ["txt"])
    assert {one.code for one in error.value.findings} <= {"withheld_shows", "guard_stopped"}
    assert "Pella" not in str(error.value)


def test_the_guard_knows_the_other_home_in_a_finished_file_of_every_format(house: House, alex: Any) -> None:
    case = house.load(alex, dystori.PictureShelf(EXAMPLES))
    wanted = dystori.Wanted(kinds=["closure-letter"], parts=["letter"], languages=["cy"])
    first, second = house.editions(case, wanted)
    for made in house.make(second, FORMATS):
        assert house.look(second, made.name, made.format, made.data) == []
        found = house.look(first, made.name, made.format, made.data)
        assert {one.place.path for one in found} == {"people.alex.homes.1.address.0", "people.alex.homes.1.address.2"}
    for words in ("Aeth i Dŷ Pella.", "zz98yx", "TY PELLA"):
        assert house.look(first, "a.txt", "txt", words.encode()), words


@settings(max_examples=8)
@given(data=st.data())
def test_whatever_the_two_addresses_no_copy_holds_what_tells_the_other(house: House, data: st.DataObject) -> None:
    alex = data_of_alex()
    line = st.from_regex(r"[A-Z][a-zôŷ]{3,9} [1-9]{2,4}", fullmatch=True)
    homes = [data.draw(st.lists(line, min_size=1, max_size=3), label="lines") for _ in range(2)]
    for home, lines in zip(alex["people"]["alex"]["homes"], homes, strict=True):
        home["address"] = lines
    for name, lines in zip(("mam", "dad"), homes, strict=True):
        alex["people"][name]["address"] = lines
    first, second = copies(house, alex, ["txt"])
    for copy, own, other in ((first, homes[0], homes[1]), (second, homes[1], homes[0])):
        assert all(holds(copy, one) for one in own)
        shared = {folded(one) for one in own}
        assert not [one for one in other if folded(one) not in shared and holds(copy, one)]


def test_a_parents_copy_bears_the_home_they_share_and_never_the_other(house: House, alex: Any) -> None:
    letter = next(one for one in alex["documents"] if one["kind"] == "closure-letter")
    letter["copies"] = [{"to": "mam", "part": "letter"}, {"to": "dad", "part": "letter"}]
    [mams], [dads] = (copies(house, alex, ["txt"], reader=one) for one in ("mam", "dad"))
    assert [holds(mams, "12 Lôn y Parc"), holds(mams, "Tŷ Pella")] == [True, False]
    assert [holds(dads, "12 Lôn y Parc"), holds(dads, "Tŷ Pella")] == [False, True]
    assert mams.manifest["home"] == 0


def test_a_home_kept_from_one_parent_is_on_no_letter_and_its_child_still_gets_both(house: House, alex: Any) -> None:
    rest = {"reason": "safety", "because": "x", "decided_by": "meera", "review_on": "2027-01-01"}
    alex["withheld"] = [{"item": "people.alex.homes.0", "from": ["dad"], **rest}]
    first, second = copies(house, alex, ["txt"])
    assert not any(holds(one, "12 Lôn y Parc") for one in (first, second))
    assert holds(second, "Tŷ Pella")


def test_a_home_kept_from_the_reader_has_no_copy(house: House, alex: Any) -> None:
    rest = {"reason": "safety", "because": "x", "decided_by": "meera", "review_on": "2027-01-01"}
    alex["withheld"] = [{"item": "people.alex.homes.1", "from": ["alex"], **rest}]
    [only] = copies(house, alex, ["txt"])
    assert holds(only, "12 Lôn y Parc")
    assert not holds(only, "Tŷ Pella")
