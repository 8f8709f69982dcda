"""A passage that awaits translation says so in its reader's language, or no final copy goes out with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from dystori.editions import Wanted
from dystori.findings import CaseError, Severity
from dystori.house import House
from dystori.reading import Case
from dystori.tree import Frame, Paragraph

ONLY, PARTLY = "Dim ond yn Saesneg mae’r darn hwn ar hyn o bryd.", "Dim ond yn Saesneg mae rhan o hyn ar hyn o bryd."


def printed(house: House, data: dict[str, Any], part: str, language: str = "cy") -> tuple[str, ...]:
    """Return the lines of a part of the first document, as plain text."""
    wanted = Wanted(documents=(data["documents"][0]["id"],), parts=(part,), languages=(language,))
    document = next(iter(house.render(house.load(data), wanted, ("txt",))))
    return tuple(line for line in document.data.decode().splitlines() if line.strip())


@pytest.fixture
def english(mali: dict[str, Any]) -> dict[str, Any]:
    """Return the first example with a purpose and a last word in English only."""
    letter = mali["documents"][0]
    letter["written_in"] = "en"
    for name in ("purpose", "ending"):
        letter[name] = letter[name]["en"]
    letter["actions"][0]["what"] = letter["actions"][0]["what"]["en"]
    letter["pictures"] = []
    mali["documents"] = [letter]
    return mali


class TestAPassageThatAwaitsTranslation:
    def test_has_a_line_over_it_each_time(self, house: House, english: dict[str, Any]) -> None:
        lines = printed(house, english, "letter")
        notes = [at for at, line in enumerate(lines) if line == ONLY]
        assert len(notes) == 2
        assert lines[notes[0] + 1].startswith("I wanted to hear")
        assert lines[notes[1] + 1].startswith("Thank you for showing")

    def test_within_a_table_or_a_list_says_that_some_of_it_does(self, house: House, english: dict[str, Any]) -> None:
        assert PARTLY in printed(house, english, "letter")

    def test_is_not_said_of_what_is_in_its_language(self, house: House, english: dict[str, Any]) -> None:
        assert not any("for now" in line for line in printed(house, english, "letter", "en"))

    def test_in_a_story_is_said_once_before_the_pictures(self, house: House, root: Path) -> None:
        data = yaml.load((root / "examples" / "story-drink.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
        data = json.loads(json.dumps(data))
        for frame in data["documents"][0]["frames"][2:]:
            frame["words"] = frame["words"]["en"]
        data["documents"][0]["written_in"] = "en"
        case = house.load(data)
        edition = house.editions(case, Wanted(parts=("storyboard",), languages=("cy",)))[0]
        blocks = house.compose(edition).contents[0].blocks
        frames = [at for at, block in enumerate(blocks) if isinstance(block, Frame)]
        assert frames == list(range(frames[0], frames[-1] + 1))
        note = blocks[frames[0] - 1]
        assert isinstance(note, Paragraph)
        assert note.role == "note"


class TestAProfileThatRefuses:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """Return a folder with the profile of a council of its own."""
        (tmp_path / "council.toml").write_text('builds_on = "wales"\nuntranslated = "refuse"\n', "utf-8")
        return tmp_path

    def load(self, house: House, folder: Path, data: dict[str, Any]) -> Case:
        """Return a case that names the profile beside it."""
        (folder / "case.json").write_text(json.dumps(data | {"profile": "council"}), "utf-8")
        return house.load(folder / "case.json")

    def test_lets_no_final_copy_out_and_says_where(self, house: House, english: dict[str, Any], folder: Path) -> None:
        case, wanted = self.load(house, folder, english), Wanted(parts=("letter",))
        with pytest.raises(CaseError) as caught:
            list(house.render(case, wanted, ("txt",)))
        assert {one.code for one in caught.value.findings} == {"text_untranslated"}
        assert {one.place.path for one in caught.value.findings} >= {"documents.0.purpose", "documents.0.ending"}
        found = [one for one in house.check(case, wanted) if one.code == "text_untranslated"]
        assert {one.severity for one in found} == {Severity.ERROR}
        assert "yn Gymraeg" in house.say(found[0], "cy").message

    def test_lets_a_draft_out(self, house: House, english: dict[str, Any], folder: Path) -> None:
        english["documents"][0]["status"] = "draft"
        assert list(house.render(self.load(house, folder, english), Wanted(parts=("letter",)), ("txt",)))

    def test_has_nothing_against_a_copy_that_is_all_there(
        self, house: House, mali: dict[str, Any], folder: Path
    ) -> None:
        mali["documents"][0]["pictures"] = mali["documents"][1]["pictures"] = []
        assert list(house.render(self.load(house, folder, mali), Wanted(parts=("letter",)), ("txt",)))

    def test_is_no_profile_of_the_house(self, house: House, english: dict[str, Any]) -> None:
        assert list(house.render(house.load(english), Wanted(parts=("letter",)), ("txt",)))
