"""A family in a refuge, a conference in two halves, part copies: what each reader of the example gets."""

from __future__ import annotations

from pathlib import Path

import pytest

import dystori
from dystori.house import House

REFUGE = Path(__file__).parents[2] / "examples" / "refuge.yaml"
#: What would bring somebody to their door.
THERE = ("Aberhelyg", "Rhodfa", "Wennol", "Tŷ Helyg", "LL99", "Glan Helyg", "07700 900 518")
#: Who would.
TELLS = (
    *THERE,
    "Menna Tudur",
    "Mr Puw",
    "Alun Puw",
    "960 431",
    "ffonio 999",
    "rings 999",
    "Dw i ddim yn sori",
    "Yn yr hanner cyntaf",
    "In the first half",
)


def copies(house: House, reader: str, part: str, *formats: str, language: str = "cy+en") -> list[str]:
    case = house.load(REFUGE)
    wanted = dystori.Wanted(parts=[part], reader=reader, languages=[language])
    return [one.data.decode() for one in house.render(case, wanted, formats or ("txt", "html"))]


@pytest.mark.parametrize(("reader", "part"), [("dad", "report"), ("dad", "outcome"), ("nain", "outcome")])
def test_whoever_may_not_find_them_reads_nothing_that_leads_there(house: House, reader: str, part: str) -> None:
    for text in copies(house, reader, part):
        assert [one for one in TELLS if one in text] == []


def test_in_their_copy_a_name_is_what_somebody_does(house: House) -> None:
    [text] = copies(house, "dad", "outcome", "txt", language="en")
    assert "Who: Support worker\nAttendance: there" in text
    assert "Core group: Bethan Llwyd (social worker), Nerys Bevan (mother), Headteacher, Support worker" in text


def test_a_sentence_is_gone_and_its_paragraph_reads_on(house: House) -> None:
    [text] = copies(house, "dad", "report", "txt", language="en")
    assert "What happened: Darren squeezes Nerys’s neck. The family leaves." in text
    assert "An ordinary day and night\n\n2.5 At night he checks the lock twice." in text


def test_agencies_and_the_mother_have_all_of_it(house: House) -> None:
    for reader in ("mam", "menna", "puw", "kate"):
        [report] = copies(house, reader, "report", "txt")
        assert "in a refuge in Aberhelyg" in report
        [outcome] = copies(house, reader, "outcome", "txt")
        assert "Yn yr hanner cyntaf siaradodd Nerys" in outcome


@pytest.mark.parametrize("reader", ["twm", "gwenno", "ifan"])
def test_a_childs_letter_could_be_left_on_a_table(house: House, reader: str) -> None:
    [text] = copies(house, reader, "letter", "txt")
    assert [one for one in THERE if one in text] == []
    assert "Menna" in text


def test_each_letter_is_of_its_child_alone(house: House) -> None:
    endings = {"twm": "Diolch am fod mor onest", "gwenno": "Diolch am y gân", "ifan": "Roedd y fuwch yn hapus"}
    for reader in endings:
        [text] = copies(house, reader, "letter", "txt")
        assert [who for who, ending in endings.items() if ending in text] == [reader]


def test_only_the_copy_that_the_case_wants_it_of_says_that_it_is_not_whole(house: House) -> None:
    said = {reader: copies(house, reader, "outcome", "txt", language="en")[0] for reader in ("mam", "dad", "nain")}
    assert [reader for reader, text in said.items() if "Something has been kept back" in text] == ["nain"]


def test_the_file_says_what_is_kept_from_whom(house: House) -> None:
    [text] = copies(house, "file", "outcome", "txt", language="en")
    assert "Darren Pugh, Maureen Pugh" in text
    assert "The worker’s name tells which refuge they are in." in text
