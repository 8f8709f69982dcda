"""Whether a file is the copy that was made, and whether the case makes it again."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

import dystori
from dystori.cli.main import run
from dystori.guard.outline import outline
from dystori.house import House
from dystori.library import Library
from dystori.made import Document
from dystori.press import FORMATS
from dystori.sharing import verify
from dystori.sharing.verifying import edition_of

EXAMPLES = Path(__file__).parents[2] / "examples"
WANTED = dystori.Wanted(documents=["visit-november"], parts=["letter"], languages=["cy"])
Change = Callable[[Any], object]


def loaded(house: House, data: Any) -> dystori.Case:
    return house.load(data, dystori.PictureShelf(EXAMPLES))


def made(house: House, data: Any, formats: tuple[str, ...] = FORMATS) -> list[Document]:
    return list(house.render(loaded(house, data), WANTED, formats))


@pytest.fixture(scope="module")
def letters(house: House) -> list[Document]:
    data = yaml.load((EXAMPLES / "mali.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return made(house, data)


def test_a_copy_is_on_file_and_is_made_again_to_the_byte_in_every_format(
    house: House, mali: Any, letters: list[Document]
) -> None:
    kept = [one.manifest for one in letters]
    for letter in letters:
        found = verify(house, letter.data, kept, loaded(house, mali))
        assert (found.filed, found.same_case, found.same_versions, found.again) == (True, True, True, "bytes")
        assert found.holds
        assert {"dystori", "words", "templates"} <= set(found.versions)


def test_other_versions_that_only_look_otherwise_say_the_same(
    house: House, mali: Any, letters: list[Document], tmp_path: Path
) -> None:
    shutil.copytree(str(house.library.templates), tmp_path / "templates")
    for sheet in (tmp_path / "templates" / "shared").glob("*.css"):
        sheet.write_text(sheet.read_text(encoding="utf-8") + "\np { letter-spacing: 0.1pt; color: #222 }\n", "utf-8")
    theme = tmp_path / "templates" / "shared" / "letterhead" / "theme.xml"
    theme.write_text(theme.read_text(encoding="utf-8").replace('"FFFFFF"', '"FFFFFE"'), encoding="utf-8")
    other = House(Library(tmp_path / "templates", house.library.locales, house.library.kinds))
    for letter in letters:
        found = verify(other, letter.data, [letter.manifest], loaded(other, mali))
        assert found.same_versions is False
        assert found.again == ("bytes" if letter.format == "txt" else "content"), letter.format
        assert found.holds


def _other_words(data: Any) -> None:
    data["documents"][0]["ending"]["cy"] += " Hwyl."


def _other_language(data: Any) -> None:
    data["documents"][0]["quotes"][0]["language"] = "en"


def _other_alternative(data: Any) -> None:
    data["documents"][0]["pictures"][0]["alt"]["cy"] += " Glas."


@pytest.mark.parametrize("change", [_other_words, _other_language, _other_alternative])
def test_other_words_languages_or_alternatives_are_not_the_same(
    house: House, mali: Any, letters: list[Document], change: Change
) -> None:
    change(mali)
    for letter in letters:
        found = verify(house, letter.data, [letter.manifest], loaded(house, mali))
        assert (found.same_case, found.again) == (False, "different"), letter.format
        assert not found.holds


def test_a_drawing_that_was_changed_makes_it_another_case(house: House, mali: Any, letters: list[Document]) -> None:
    name = mali["documents"][0]["pictures"][0]["file"]
    held, other = io.BytesIO(), Image.new("RGB", (40, 30), "#884422")
    other.save(held, "PNG")
    handed_in = {one: held.getvalue() for one in {name, *_pictures(mali)}}
    case = house.load(mali, dystori.PictureShelf(handed_in=handed_in))
    docx = next(one for one in letters if one.format == "docx")
    assert verify(house, docx.data, [docx.manifest], case).same_case is False


def _pictures(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (value[one] for one in ("file", "logo") if isinstance(value.get(one), str))
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from _pictures(inner)


def test_a_heading_that_became_a_paragraph_is_not_the_same(house: House, mali: Any, tmp_path: Path) -> None:
    shutil.copytree(str(house.library.templates), tmp_path / "templates")
    letter = tmp_path / "templates" / "case_note" / "letter.html"
    text = letter.read_text(encoding="utf-8")
    letter.write_text(text.replace("<h2>{{ m.heard() }}</h2>", "<p>{{ m.heard() }}</p>"), encoding="utf-8")
    other = House(Library(tmp_path / "templates", house.library.locales, house.library.kinds))
    formats = ("pdf", "docx", "html")
    for one, two in zip(made(house, mali, formats), made(other, mali, formats), strict=True):
        assert outline(one.data) != outline(two.data), one.format


def test_a_file_that_was_changed_is_known_by_its_name_and_is_not_the_copy(
    house: House, letters: list[Document]
) -> None:
    letter = letters[0]
    found = verify(house, letter.data + b" ", [letter.manifest], name=letter.name)
    assert (found.filed, found.edited, found.holds) == (False, True, False)
    assert verify(house, b"Annwyl Mali", [letter.manifest]) == dystori.Verified(False)


def test_a_case_in_which_the_numbers_mean_others_has_no_such_copy(
    house: House, mali: Any, letters: list[Document]
) -> None:
    mali["people"] = {"zed": {"kind": "child", "name": "Zed Zed"}, **mali["people"]}
    assert verify(house, letters[0].data, [letters[0].manifest], loaded(house, mali)).again == "gone"


def test_the_same_copy_is_told_from_another_readers(house: House, mali: Any) -> None:
    mali["documents"][0]["copies"] = [{"to": "mamgu", "part": "letter"}]
    case = loaded(house, mali)
    for reader in ("mamgu", "file", None):
        wanted = dystori.Wanted(documents=["visit-november"], parts=["letter"], languages=["en"], reader=reader)
        [copy] = house.render(case, wanted, ["txt"])
        assert verify(house, copy.data, [copy.manifest], case).again == "bytes"


@pytest.mark.parametrize("name", ["siblings.yaml", "conference.yaml"])
def test_every_copy_of_a_case_is_found_again_by_its_manifest_and_no_two_share_a_name(house: House, name: str) -> None:
    case = house.load(EXAMPLES / name)
    copies = list(house.render(case, dystori.Wanted(reader="all"), ["txt"]))
    assert len({one.name for one in copies}) == len(copies) > 5
    for copy in copies:
        edition = edition_of(house, case, copy.manifest)
        assert edition is not None
        assert (edition.part.name, edition.languages) == (copy.part, copy.languages)


def test_the_command_says_it_without_a_word_of_the_case(
    letters: list[Document], house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = next(one for one in letters if one.format == "txt")
    path = letter.save(tmp_path)
    letter.keep_manifest(tmp_path)
    case = ["--case", str(EXAMPLES / "mali.yaml")]
    assert run(["verify", str(path), *case, "--iaith", "cy"], Library.default()) == 0
    told = capsys.readouterr().out
    assert "mae’r un fath hyd at y beit olaf" in told
    assert not [word for word in ("Mali", "Siân", "Mam-gu") if word in told]
    assert run(["verify", str(path), *case, "--json"], Library.default()) == 0
    assert json.loads(capsys.readouterr().out)["again"] == "bytes"
    path.write_bytes(letter.data.replace(b"Mali", b"Moli"))
    assert run(["verify", str(path)], Library.default()) == 1
    assert "changed since it was made" in capsys.readouterr().out
    assert run(["verify", str(tmp_path / "none.pdf")], Library.default()) == 2
    (tmp_path / "for-the-file" / f"{letter.name}.json").write_text('{"file": 3}', encoding="utf-8")
    assert run(["verify", str(path)], Library.default()) == 1


def test_verify_from_python_finds_the_manifest_beside_the_copy(letters: list[Document], tmp_path: Path) -> None:
    letter = letters[0]
    path = letter.save(tmp_path)
    assert not dystori.verify(path).filed
    letter.keep_manifest(tmp_path)
    assert dystori.verify(path).holds
    assert dystori.verify(letter.data, kept=[letter.manifest]).holds


def test_a_manifest_says_what_is_kept_back_from_whom_and_that_the_reason_is_on_record(house: House) -> None:
    case = house.load(EXAMPLES / "keira.yaml")
    people = list(case.file.people)
    wanted = dystori.Wanted(reader="hall", languages=["en"])
    copies = list(house.render(case, wanted, ["txt"]))
    held = copies[0].manifest["withheld"][0]
    assert held["from"] == [people.index("hall") + 1]  # type: ignore[arg-type]
    assert held["rationale"] is True
    assert held["reason"] == "child-asked"
    on_file = list(house.render(case, dystori.Wanted(reader="file", parts=["record"], languages=["en"]), ["txt"]))
    assert len(on_file[0].manifest["withheld"]) == len(case.file.withheld)
