"""What a page draws from right to left is read back in the order in which it is read, and so is found."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml

import dystori
from dystori.guard.contents import read
from dystori.guard.right_to_left import as_read
from dystori.house import House
from dystori.words.folding import folded

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        (["Mam yw hon."], "Mam yw hon."),
        (["لامك"], "كمال"),
        (["ن", "\u200c", "س", "ح"], "حسن"),
        (["Annwyl ", "ىسيع ,دمحم", ", dyma lythyr"], "Annwyl محمد, عيسى, dyma lythyr"),
        (["2026 ربوتكأ 12"], "2026 أكتوبر 12"),
        ([".12-34 مقر تيب"], ".12-34 بيت رقم"),
    ],
)
def test_a_drawn_line_is_read_as_people_read_it(drawn: list[str], said: str) -> None:
    assert folded("".join(as_read(drawn))) == folded(said) or "".join(as_read(drawn)) == said


def test_vowel_signs_make_no_other_word() -> None:
    assert folded("مُحَمَّد") == folded("محمد")


@pytest.fixture(scope="module")
def letter(house: House) -> bytes:
    case = house.load(EXAMPLES / "interpreter.yaml")
    wanted = dystori.Wanted(documents=[case.file.documents[0].id], parts=["letter"], languages=["en"])
    [made] = house.render(case, wanted, ["pdf"])
    return made.data


def test_an_arabic_sentence_of_a_pdf_is_read_whole(letter: bytes) -> None:
    assert folded("أشتاق إلى بابا كل يوم") in folded(read(letter).said)


def test_it_is_read_where_it_is_drawn_too(letter: bytes) -> None:
    """Without the text that stands beside it for copying out; a font has one sign for the dots of several letters."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter)) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b"/ActualText", b"/NothingAtAll"))
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ActualText" in thing:
                del thing["/ActualText"]
        pdf.save(target)
    assert folded("إلى بابا كل يوم") in folded(read(target.getvalue()).said)


def test_a_name_in_arabic_letters_that_is_kept_back_stops_a_pdf(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is typed in a quote; the look at the finished tree, which would find it before, is taken away."""
    monkeypatch.setattr("dystori.documents.compose.check_unseen", lambda *_: None)
    data: Any = yaml.load((EXAMPLES / "interpreter.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    child = data["documents"][0]["about"][0]
    data["people"]["uncle"] = {"kind": "family", "name": "كمال حسن"}
    data["documents"][0]["quotes"][0] |= {"words": "أشتاق إلى عمي كمال كل يوم.", "language": "ar"}
    held = {"item": "people.uncle", "from": [child], "reason": "safety", "because": "A reason."}
    worker = data["documents"][0]["signed"]["by"]
    data["withheld"] = [held | {"decided_by": worker, "review_on": "2027-05-01"}]
    case = house.load(data, dystori.PictureShelf(EXAMPLES))
    wanted = dystori.Wanted(documents=[data["documents"][0]["id"]], parts=["letter"], languages=["en"])
    for format_ in ("txt", "pdf"):
        with pytest.raises(dystori.CaseError) as error:
            list(house.render(case, wanted, [format_]))
        assert [one.place.path for one in error.value.findings] == ["people.uncle.name"]
