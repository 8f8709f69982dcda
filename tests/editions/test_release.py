"""A copy goes on its day, and news goes in person first."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

import dystori
from dystori.cli.main import run
from dystori.house import House
from dystori.library import Library

EXAMPLES = Path(__file__).parents[2] / "examples"
BEFORE, ON, AFTER = (dt.date(2026, 11, day) for day in (20, 23, 24))


def codes(house: House, data: Any, today: dt.date | None, **wanted: Any) -> set[str]:
    case = house.load(data, dystori.PictureShelf(EXAMPLES))
    asked = dystori.Wanted(**{"documents": ["visit-november"], "languages": ["en"]} | wanted)
    return {one.code for document in house.render(case, asked, ["txt"], today) for one in document.findings}


def told(mali: Any, **more: str) -> Any:
    mali["documents"][0]["told_in_person"] = [{"to": "mali", "by": "sian", "on": "2026-11-23", **more}]
    return mali


def test_who_is_to_be_told_in_person_is_told_before_the_copy_goes(house: House, mali: Any) -> None:
    assert "told_first" in codes(house, told(mali), BEFORE, parts=["letter"])
    assert "told_first" not in codes(house, told(mali), ON, parts=["letter"])


def test_a_copy_that_must_wait_is_not_made_before_its_reader_is_told(house: House, mali: Any) -> None:
    data = told(mali, wait="yes")
    with pytest.raises(dystori.CaseError) as error:
        codes(house, data, BEFORE)
    assert [(one.code, one.place.path) for one in error.value.findings] == [
        ("told_first_refused", "documents.0.told_in_person.0")
    ]
    assert "told_first" not in codes(house, data, AFTER, parts=["letter"])
    assert "told_first_refused" not in codes(house, data, BEFORE, reader="file", parts=["file-strip"])


def test_check_says_what_a_render_would_refuse(house: House, mali: Any) -> None:
    case = house.load(told(mali, wait="yes"), dystori.PictureShelf(EXAMPLES))
    found = house.check(case, dystori.Wanted(documents=["visit-november"]), today=BEFORE)
    assert [one.severity for one in found if one.code == "told_first_refused"] == [dystori.Severity.ERROR]


def test_news_that_is_kept_back_from_a_reader_holds_up_no_copy_of_theirs(house: House, mali: Any) -> None:
    item = "documents.0.worries.0"
    assert "told_first" in codes(house, told(mali, item=item), BEFORE, parts=["letter"])
    rest = {"reason": "not-yet-told", "because": "x", "decided_by": "rhian", "review_on": "2027-01-01"}
    mali["withheld"] = [{"item": item, "from": ["mali"], **rest}]
    assert "told_first" not in codes(house, told(mali, item=item), BEFORE, parts=["letter"])


def test_news_that_stands_nowhere_in_its_document_is_a_fault(house: House, mali: Any) -> None:
    for item in ("nothing", "documents.1.ending", "documents.0.worries.99"):
        with pytest.raises(dystori.CaseError) as error:
            house.load(told(mali, item=item), dystori.PictureShelf(EXAMPLES))
        assert [one.code for one in error.value.findings] == ["told_nothing"]


def test_a_copy_waits_for_the_day_the_list_gives_it(house: House, mali: Any) -> None:
    mali["documents"][0]["copies"] = [{"to": "mali", "on": "2026-11-23", "part": "letter"}]
    assert "copy_not_yet" in codes(house, mali, BEFORE)
    assert "copy_not_yet" not in codes(house, mali, ON)
    mali["documents"][0]["copies"][0]["part"] = "file-strip"
    assert "copy_not_yet" not in codes(house, mali, BEFORE)


def test_the_file_says_from_when_a_copy_may_go_and_who_is_told_first_and_no_copy_does(house: House) -> None:
    data = yaml.load((EXAMPLES / "conference.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    data["documents"][0]["copies"] = [{"to": "mam"}, {"to": "dad", "on": "2026-11-29"}]
    data["documents"][0]["told_in_person"] = [
        {"to": "dad", "by": "elen", "on": "2026-11-28"},
        {"to": "mam", "on": "2026-11-27"},
    ]
    case = house.load(data, dystori.PictureShelf(EXAMPLES))
    texts = {}
    for reader in ("file", "mam"):
        wanted = dystori.Wanted(parts=["outcome"], reader=reader, languages=["cy", "en"])
        texts[reader] = [one.data.decode() for one in house.render(case, wanted, ["txt"])]
    welsh, english = texts["file"]
    assert "nid cyn 29 Tachwedd 2026" in welsh
    assert "Pwy sy’n cael gwybod wyneb yn wyneb yn gyntaf" in welsh
    assert "not before 29 November 2026" in english
    assert ": by Elen" in english
    assert ": on 27 November 2026" in english
    for text in texts["mam"]:
        assert not [
            day for day in ("27", "28", "29") if f"{day} Tachwedd 2026" in text or f"{day} November 2026" in text
        ]


def test_the_command_goes_by_todays_date_and_writes_nothing_it_was_to_fail_on(
    mali: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mali["people"]["mali"].pop("looks", None)
    today = dt.date.today()
    told(mali)["documents"][0]["told_in_person"][0]["on"] = str(today + dt.timedelta(days=1))
    case, out = tmp_path / "case.yaml", tmp_path / "out"
    case.write_text(yaml.safe_dump(mali, allow_unicode=True, sort_keys=False), encoding="utf-8")
    asked = ["render", str(case), "--document", "visit-november", "--part", "letter", "--format", "txt"]
    asked += ["--pictures", str(EXAMPLES), "--out", str(out), "--language", "en"]
    assert run([*asked, "--fail-on", "warning", "--iaith", "cy"], Library.default()) == 3
    assert "wyneb yn wyneb yn gyntaf" in capsys.readouterr().err
    assert not out.exists()
    assert run(asked, Library.default()) == 0
    assert "told of this in person first" in capsys.readouterr().err
    told(mali)["documents"][0]["told_in_person"][0]["on"] = str(today)
    case.write_text(yaml.safe_dump(mali, allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert run([*asked, "--fail-on", "warning"], Library.default()) == 0
