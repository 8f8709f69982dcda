"""The record of sharing: who was given which copy, when, how and by whom, and the copy itself."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import stat
import subprocess
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml

import dystori
from dystori.cli.main import run
from dystori.house import House
from dystori.library import Library
from dystori.sharing import Handing, Sent, kept_in, note, verify
from dystori.sharing.log import keep

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = dt.date(2026, 11, 23)
POSTED = Handing("post", "sian", DAY)


@pytest.fixture
def case(house: House, mali: Any) -> dystori.Case:
    return house.load(mali, dystori.PictureShelf(EXAMPLES))


def rendered(house: House, case: dystori.Case, out: Path, part: str = "letter", format_: str = "txt") -> Path:
    """Return a copy as render wrote it, with its manifest in the folder for the file."""
    wanted = dystori.Wanted(documents=["visit-november"], parts=[part], languages=["en"])
    [document] = house.render(case, wanted, [format_])
    document.keep_manifest(out)
    return document.save(out)


def codes(error: pytest.ExceptionInfo[dystori.RequestError]) -> list[str]:
    return [one.code for one in error.value.findings]


def test_what_went_is_kept_with_who_was_given_it_when_how_and_by_whom(
    house: House, case: dystori.Case, tmp_path: Path
) -> None:
    letter, log = rendered(house, case, tmp_path / "out"), tmp_path / "case.sent"
    [noted] = dystori.note_sent([letter], case=case, log=log, how="read-together", by="sian", on=DAY)
    assert noted.kept is not None
    assert (noted.kept / letter.name).read_bytes() == letter.read_bytes()
    [entry] = dystori.sent(log)
    assert (entry.document, entry.part, entry.reader, entry.to) == ("visit-november", "letter", "mali", ("mali",))
    assert (entry.how, entry.by, entry.on, entry.languages) == ("read-together", "sian", DAY, ("en",))
    assert not entry.edited
    assert noted.findings == ()


@pytest.mark.skipif(os.name == "nt", reason="modes are Unix's")
def test_a_record_is_private_whatever_the_umask(house: House, case: dystori.Case, tmp_path: Path) -> None:
    letter, before = rendered(house, case, tmp_path / "out"), os.umask(0)
    try:
        note(house, case, [letter], POSTED, tmp_path / "case.sent")
    finally:
        os.umask(before)
    for path in (tmp_path / "case.sent", *(tmp_path / "case.sent").rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_the_same_handing_over_is_noted_once(house: House, case: dystori.Case, tmp_path: Path) -> None:
    letter, log = rendered(house, case, tmp_path / "out"), tmp_path / "case.sent"
    first, second = (note(house, case, [letter], POSTED, log)[0] for _ in range(2))
    assert (first.kept is None, second.kept is None) == (False, True)
    assert len(dystori.sent(log)) == 1


def test_one_copy_that_cannot_be_noted_leaves_none_noted(house: House, case: dystori.Case, tmp_path: Path) -> None:
    letter, log = rendered(house, case, tmp_path / "out"), tmp_path / "case.sent"
    (tmp_path / "out" / "other.txt").write_text("x", encoding="utf-8")
    with pytest.raises(dystori.RequestError) as error:
        note(house, case, [letter, tmp_path / "out" / "other.txt"], POSTED, log)
    assert codes(error) == ["sent_no_manifest"]
    assert not log.exists()


@pytest.mark.parametrize(
    ("handing", "code"),
    [
        (Handing("pigeon", "sian", DAY), "sent_how"),
        (Handing("post", "nobody", DAY), "sent_by"),
        (Handing("post", "sian", DAY, ["nobody"], "x"), "sent_to"),
        (Handing("post", "sian", DAY + dt.timedelta(days=9)), "sent_future"),
        (Handing("post", "sian", DAY, ["mam"]), "sent_because"),
    ],
)
def test_what_cannot_be_noted_is_told_by_a_code(
    house: House, case: dystori.Case, tmp_path: Path, handing: Handing, code: str
) -> None:
    letter = rendered(house, case, tmp_path / "out")
    with pytest.raises(dystori.RequestError) as error:
        note(house, case, [letter], handing, tmp_path / "case.sent", today=DAY)
    assert codes(error) == [code]


def test_the_files_own_copy_goes_to_nobody_by_itself(house: House, case: dystori.Case, tmp_path: Path) -> None:
    strip = rendered(house, case, tmp_path / "out", part="file-strip")
    with pytest.raises(dystori.RequestError) as error:
        note(house, case, [strip], POSTED, tmp_path / "case.sent")
    assert codes(error) == ["sent_to_whom"]
    told = Handing("secure-email", "sian", DAY, ["rhian"], "Her manager signs the record off.")
    note(house, case, [strip], told, tmp_path / "case.sent")
    [entry] = dystori.sent(tmp_path / "case.sent")
    assert (entry.to, entry.because) == (("rhian",), "Her manager signs the record off.")


def test_a_case_in_which_the_numbers_mean_others_notes_nothing(house: House, mali: Any, tmp_path: Path) -> None:
    letter = rendered(house, house.load(mali, dystori.PictureShelf(EXAMPLES)), tmp_path / "out")
    mali["people"]["last"] = {"kind": "other", "name": "Last Last"}
    later = house.load(mali, dystori.PictureShelf(EXAMPLES))
    assert note(house, later, [letter], POSTED, tmp_path / "case.sent")
    mali["people"] = {"first": {"kind": "child", "name": "First First"}, **mali["people"]}
    with pytest.raises(dystori.RequestError) as error:
        note(house, house.load(mali, dystori.PictureShelf(EXAMPLES)), [letter], POSTED, tmp_path / "case.sent")
    assert codes(error) == ["sent_numbers"]


def test_a_copy_that_was_worked_on_is_kept_as_it_went_and_looked_through(
    house: House, mali: Any, tmp_path: Path
) -> None:
    rest = {"reason": "safety", "because": "x", "decided_by": "rhian", "review_on": "2027-01-01"}
    mali["people"]["zed"] = {"kind": "other", "name": "Zebedee Quillfeather"}
    mali["withheld"] = [{"item": "people.zed", "from": ["mali"], **rest}]
    case = house.load(mali, dystori.PictureShelf(EXAMPLES))
    letter, log = rendered(house, case, tmp_path / "out", format_="docx"), tmp_path / "case.sent"
    letter.write_bytes(_worked_on(letter.read_bytes(), "Hwyl"))
    [harmless] = note(house, case, [letter], POSTED, log)
    assert harmless.sent.edited
    assert harmless.findings == ()
    letter.write_bytes(_worked_on(letter.read_bytes(), "Quillfeather"))
    [harmful] = note(house, case, [letter], POSTED, log)
    assert [(one.code, one.place.path) for one in harmful.findings] == [("sent_not_theirs", "people.zed.name")]
    assert harmful.kept is not None
    assert (harmful.kept / letter.name).read_bytes() == letter.read_bytes()
    letter.write_bytes(b"PK and no more")
    [broken] = note(house, case, [letter], POSTED, log)
    assert [one.code for one in broken.findings] == ["sent_unread"]


def _worked_on(data: bytes, words: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(held, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            if name == "word/document.xml":
                part = part.replace(b"</w:t>", f" {words}</w:t>".encode(), 1)
            after.writestr(name, part)
    return held.getvalue()


def test_a_copy_given_to_somebody_it_keeps_things_from_is_noted_and_told(
    house: House, mali: Any, tmp_path: Path
) -> None:
    rest = {"reason": "safety", "because": "x", "decided_by": "rhian", "review_on": "2027-01-01"}
    mali["withheld"] = [{"item": "documents.0.quotes.0", "from": ["mam"], **rest}]
    case = house.load(mali, dystori.PictureShelf(EXAMPLES))
    letter = rendered(house, case, tmp_path / "out")
    handing = Handing("by-hand", "sian", DAY, ["mali", "mam"], "Mam keeps it.")
    [noted] = note(house, case, [letter], handing, tmp_path / "case.sent")
    assert {one.code for one in noted.findings} == {"sent_not_theirs"}
    assert noted.kept is not None


def test_a_copy_that_went_before_its_reader_was_told_is_noted_and_told(house: House, mali: Any, tmp_path: Path) -> None:
    mali["documents"][0]["told_in_person"] = [{"to": "mali", "by": "sian", "on": "2026-11-24"}]
    case = house.load(mali, dystori.PictureShelf(EXAMPLES))
    [noted] = note(house, case, [rendered(house, case, tmp_path / "out")], POSTED, tmp_path / "case.sent")
    assert [one.code for one in noted.findings] == ["told_first"]


def test_a_copy_from_the_record_can_be_handed_over_again(house: House, case: dystori.Case, tmp_path: Path) -> None:
    letter, log = rendered(house, case, tmp_path / "out", format_="docx"), tmp_path / "case.sent"
    letter.write_bytes(_worked_on(letter.read_bytes(), "Hwyl"))
    [first] = note(house, case, [letter], POSTED, log)
    assert first.kept is not None
    [second] = note(house, case, [first.kept / letter.name], Handing("portal", "sian", DAY), log)
    assert (second.sent.edited, second.sent.sha256) == (True, first.sent.sha256)
    found = verify(house, letter.read_bytes(), kept_in(log), case, letter.name)
    assert (found.filed, found.by_hand, found.again) == (True, True, "different")
    assert [one.how for one in dystori.sent(log)] == ["post", "portal"]


def test_the_record_says_to_which_home_a_copy_went(
    house: House, mali: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mali["people"]["mali"].pop("address", None)
    mali["people"]["mali"]["homes"] = [{"address": ["1 Stryd Un"], "with": ["mam"]}, {"address": ["2 Stryd Dau"]}]
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump(mali, allow_unicode=True, sort_keys=False), encoding="utf-8")
    case = house.load(path, dystori.PictureShelf(EXAMPLES))
    wanted = dystori.Wanted(documents=["visit-november"], parts=["letter"], languages=["en"])
    copies = list(house.render(case, wanted, ["txt"]))
    for one in copies:
        one.keep_manifest(tmp_path)
    note(house, case, [one.save(tmp_path) for one in copies], POSTED, tmp_path / "case.sent")
    assert [one.home for one in dystori.sent(tmp_path / "case.sent")] == [1, 2]
    assert run(["sent", str(path), "--pictures", str(EXAMPLES)], Library.default()) == 0
    assert "To home 2." in capsys.readouterr().out


def test_many_at_once_are_all_noted_each_whole(house: House, case: dystori.Case, tmp_path: Path) -> None:
    letter, log = rendered(house, case, tmp_path / "out"), tmp_path / "case.sent"
    data, [first] = letter.read_bytes(), note(house, case, [letter], POSTED, log)

    def one_more(number: int) -> Path:
        return keep(log, _on(first.sent, DAY - dt.timedelta(days=number)), data)

    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(one_more, range(1, 41)))
    assert len(set(kept)) == 40
    assert len(dystori.sent(log)) == 41
    assert all((path / letter.name).read_bytes() == data for path in kept)


def _on(sent: Sent, day: dt.date) -> Sent:
    return Sent(**{**{name: getattr(sent, name) for name in sent.__dataclass_fields__}, "on": day})


def test_what_was_interrupted_says_nothing_and_a_failed_write_leaves_nothing(
    house: House, case: dystori.Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter, log = rendered(house, case, tmp_path / "out"), tmp_path / "case.sent"
    (log / "0001").mkdir(parents=True)
    (log / "0001" / letter.name).write_bytes(b"half")
    (log / "0007").mkdir()
    (log / "0007" / "sent.json").write_text('{"on": "2026-1', encoding="utf-8")
    assert dystori.sent(log) == []
    [noted] = note(house, case, [letter], POSTED, log)
    assert noted.kept == log / "0008"

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(dystori.OutputError):
        note(house, case, [letter], Handing("portal", "sian", DAY), log)
    assert sorted(one.name for one in log.iterdir()) == ["0001", "0007", "0008"]


def test_the_command_notes_lists_in_both_languages_and_verify_knows_it(
    mali: Any, house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, library = tmp_path / "case.yaml", Library.default()
    path.write_text(yaml.safe_dump(mali, allow_unicode=True, sort_keys=False), encoding="utf-8")
    before, pictures = path.read_bytes(), ["--pictures", str(EXAMPLES)]
    case = house.load(path, dystori.PictureShelf(EXAMPLES))
    letter = rendered(house, case, tmp_path / "out")
    assert run(["sent", str(path), *pictures], library) == 0
    assert "Nothing has been noted" in capsys.readouterr().err
    how = ["--how", "post", "--by", "sian", "--on"]
    assert run(["sent", str(path), str(letter), *pictures, *how, "2026-11-23"], library) == 0
    assert run(["sent", str(path), str(letter), *pictures, *how, "23 November"], library) == 2
    assert run(["sent", str(path), str(letter), *pictures, *how, "2999-01-01"], library) == 2
    capsys.readouterr()
    assert run(["sent", str(path), *pictures, "--iaith", "cy"], library) == 0
    assert "23 Tachwedd 2026: visit-november, letter (en, txt) at mali, drwy’r post" in capsys.readouterr().out
    assert path.read_bytes() == before
    [copy] = (tmp_path / "case.sent" / "0001").glob("*.txt")
    assert run(["verify", str(copy), "--case", str(path), *pictures], library) == 0
    assert "the same to the byte" in capsys.readouterr().out


def test_of_two_copies_with_the_same_bytes_the_name_says_whose_it_is(house: House, tmp_path: Path) -> None:
    data = yaml.load((EXAMPLES / "conference.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    case, log = house.load(data, dystori.PictureShelf(EXAMPLES)), tmp_path / "case.sent"
    copies = []
    for reader in ("siwan", "gareth"):
        wanted = dystori.Wanted(parts=["outcome"], reader=reader, languages=["en"])
        [document] = house.render(case, wanted, ["txt"])
        document.keep_manifest(tmp_path)
        copies.append(document.save(tmp_path))
    assert copies[0].read_bytes() == copies[1].read_bytes()
    handing = Handing("secure-email", "elen", DAY, because="They were at the conference.")
    note(house, case, copies, handing, log)
    assert [one.to for one in dystori.sent(log)] == [("siwan",), ("gareth",)]
    renamed = copies[0].rename(tmp_path / "copy.txt")
    with pytest.raises(dystori.RequestError) as error:
        note(house, case, [renamed], handing, log)
    assert codes(error) == ["sent_no_manifest"]


_KEEPS_ON = """
import datetime as dt, pathlib, sys
from dystori.sharing.log import Sent, fingerprint_of, keep
data = b"x" * 2_000_000
one = ("visit", "case-note", "letter", ("cy",), "pdf", "mali", 0, ("mali",), "post", "sian", dt.date(2026, 11, 23))
sent = Sent(*one, None, "copy.pdf", fingerprint_of(data), False, {})
print("ready", flush=True)
while True:
    keep(pathlib.Path(sys.argv[1]), sent, data)
"""


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="kills as Unix does")
def test_killed_at_any_moment_a_record_holds_whole_copies_only(tmp_path: Path) -> None:
    log = tmp_path / "case.sent"
    for pause in (0.02, 0.05, 0.1, 0.2, 0.3, 0.5):
        command = [sys.executable, "-c", _KEEPS_ON, str(log)]
        both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
        for one in both:
            assert one.stdout
            one.stdout.readline()
        time.sleep(pause)
        for one in both:
            one.kill()
            one.communicate()
    found = dystori.sent(log)
    assert found
    whole = [path.parent for path in log.glob("*/sent.json")]
    assert len(whole) == len(found)
    assert {hashlib.sha256((path / "copy.pdf").read_bytes()).hexdigest() for path in whole} == {found[0].sha256}
