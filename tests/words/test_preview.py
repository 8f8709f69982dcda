"""``words preview``: every entry on the pages it stands on, in a gallery that opens from the disk."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from dystori.findings import RequestError
from dystori.house import House
from dystori.workshop.gallery import Labels
from dystori.workshop.preview import Previewed, preview

LABELS = Labels("en-GB", "Words", "Search", "Found:", "No example shows this.", "Only those", "Stands in", "Choose.")
OUTSIDE = re.compile(r"""(?:src|href|action)=["'](?:https?:)?//|@import|url\((?!data:|lexend|#)""")


@pytest.fixture(scope="module")
def made(house: House, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Previewed:
    """Return the gallery of one example."""
    folder = tmp_path_factory.mktemp("preview")
    (folder / "cases").mkdir()
    shutil.copy(root / "examples" / "mali.yaml", folder / "cases")
    shutil.copytree(root / "examples" / "pictures", folder / "cases" / "pictures")
    return preview(house, folder / "cases", folder / "gallery", (), LABELS)


@pytest.fixture(scope="module")
def entries(made: Previewed) -> dict[str, dict[str, Any]]:
    text = made.index.read_text("utf-8")
    found = re.search(r'<script type="application/json" id="entries">(.*?)</script>', text, re.DOTALL)
    assert found is not None
    return {one["name"]: one for one in json.loads(found[1])["entries"]}


def marked(made: Previewed, address: str) -> str:
    """Return the words that an address of the gallery leads to."""
    file, _, anchor = address.partition("#")
    page = (made.index.parent / file).read_text("utf-8")
    pieces = re.findall(rf'<mark data-e="{anchor}">(.*?)</mark>', page, re.DOTALL)
    return re.sub(r"<[^>]*>", "", "".join(pieces)).replace("\u2060", "")


def test_an_entry_leads_to_its_words_in_each_language(made: Previewed, entries: dict[str, dict[str, Any]]) -> None:
    label, pages = entries["common:greeting"]["places"][0]
    assert label == "case-note, letter: mali"
    assert marked(made, pages["cy"]).startswith("Annwyl ")
    assert marked(made, pages["en"]).startswith("Dear ")


def test_every_address_of_the_gallery_leads_to_marked_words(
    made: Previewed, entries: dict[str, dict[str, Any]]
) -> None:
    shown = [entry for entry in entries.values() if entry["places"]]
    assert len(shown) > made.shown > 50
    for entry in shown:
        for _, pages in entry["places"]:
            assert marked(made, pages["cy"]), entry["name"]
            if "#" in pages["en"]:
                assert marked(made, pages["en"]), entry["name"]


def test_a_sentence_with_a_value_in_it_is_marked_on_both_sides_of_the_value(
    made: Previewed, entries: dict[str, dict[str, Any]]
) -> None:
    """The name between *Dear* and the comma is the case's and carries no mark."""
    file, _, anchor = entries["common:greeting"]["places"][0][1]["cy"].partition("#")
    page = (made.index.parent / file).read_text("utf-8")
    start = f'<mark data-e="{anchor}">'
    assert re.search(rf"{start}Annwyl </mark>.*?Mali.*?{start},</mark>", page, re.DOTALL)


def test_every_entry_of_every_catalogue_has_its_page(entries: dict[str, dict[str, Any]]) -> None:
    assert [name for name, entry in entries.items() if not entry["places"]] == []
    assert {name.partition(":")[0] for name in entries} == {path.stem for path in Path("locales/cy").glob("*.po")}


def test_what_no_document_here_prints_stands_by_itself_and_says_so(
    made: Previewed, entries: dict[str, dict[str, Any]]
) -> None:
    apart = {name for name, entry in entries.items() if entry["apart"]}
    assert set(made.apart) == apart
    assert any(name.startswith("conference_report:") for name in apart)
    assert "common:greeting" not in apart
    assert not [name for name in apart if name.startswith(("tool:", "fields:", "rules:", "pictures:word-"))]


def test_a_fault_stands_behind_the_line_it_is_about(made: Previewed, entries: dict[str, dict[str, Any]]) -> None:
    """What the tool fills in is the name of it between ‹ and ›, plainly a sample."""
    [(label, pages)] = entries["tool:fault-choice-unknown"]["places"]
    assert label.startswith("tool: fault")
    page = (made.index.parent / pages["cy"].partition("#")[0]).read_text("utf-8")
    assert re.search(r"case\.yaml:12: documents\.0: gwall: <mark[^>]*>[^<]*<i>‹choices›</i>", page)


def test_a_word_of_the_pictures_stands_under_what_is_drawn_for_it(
    made: Previewed, entries: dict[str, dict[str, Any]]
) -> None:
    [(_, pages)] = entries["pictures:word-thing-teddy"]["places"]
    page = (made.index.parent / pages["cy"].partition("#")[0]).read_text("utf-8")
    row = next(row for row in page.split("<div>") if "word-thing-teddy" in row)
    assert row.index("<svg") < row.index("<mark")


def test_what_nobody_sees_on_a_page_is_shown_with_it(made: Previewed, entries: dict[str, dict[str, Any]]) -> None:
    """The title of the file, the number of the page, and the words that stand for a picture."""
    assert marked(made, entries["common:page"]["places"][0][1]["cy"]) == "Tudalen 1 o 2"
    assert marked(made, entries["case_note:title/ti"]["places"][0][1]["cy"])


def test_a_word_that_no_example_says_is_found_in_an_example_that_is_changed(
    entries: dict[str, dict[str, Any]],
) -> None:
    """Mali is met at school and for direct work; other cases like hers say where and what for instead."""
    for name in ("case_note:when-call", "common:setting-hospital"):
        found = [label for key, entry in entries.items() if key.startswith(name) for label, _ in entry["places"]]
        assert any(label.startswith("case-note, letter: mali, …") for label in found), name


def test_no_page_asks_the_network_for_anything(made: Previewed) -> None:
    for path in made.index.parent.glob("*.html"):
        page = path.read_text("utf-8")
        assert "default-src 'none'" in page
        assert not OUTSIDE.search(re.sub(r'<a href="[^"]*"', "", page)), path.name


def test_no_mark_is_left_in_a_page(made: Previewed) -> None:
    for path in made.index.parent.glob("*.html"):
        assert not re.search("[\ue000-\ue0ff]", path.read_text("utf-8"))


def test_a_sentence_that_looks_like_markup_cannot_leave_its_place(made: Previewed) -> None:
    text = made.index.read_text("utf-8")
    held = text.partition('id="entries">')[2].partition("</script>")[0]
    assert "<" not in held


class TestWhatIsWanted:
    def names(self, house: House, root: Path, tmp_path: Path, *wanted: str) -> set[str]:
        (tmp_path / "cases").mkdir()
        shutil.copy(root / "examples" / "story-arm.yaml", tmp_path / "cases")
        shutil.copytree(root / "examples" / "pictures", tmp_path / "cases" / "pictures")
        made = preview(house, tmp_path / "cases", tmp_path / "gallery", wanted, LABELS)
        return set(re.findall(r'"name":"([^"]+)"', made.index.read_text("utf-8")))

    def test_a_key_is_every_stage_and_register_of_it(self, house: House, root: Path, tmp_path: Path) -> None:
        names = self.names(house, root, tmp_path, "words_and_pictures:plan-intro")
        assert len(names) > 1
        assert {name.partition("/")[0] for name in names} == {"words_and_pictures:plan-intro"}

    def test_a_name_that_is_none_is_told(self, house: House, root: Path, tmp_path: Path) -> None:
        with pytest.raises(RequestError) as caught:
            self.names(house, root, tmp_path, "nonsense:key")
        assert caught.value.findings[0].code == "entry_unknown"


def test_a_folder_without_cases_is_told(house: House, tmp_path: Path) -> None:
    with pytest.raises(RequestError) as caught:
        preview(house, tmp_path, tmp_path / "gallery", (), LABELS)
    assert caught.value.findings[0].code == "cases_missing"


def test_an_entry_for_another_stage_or_register_is_shown_on_a_letter_read_so(
    entries: dict[str, dict[str, Any]],
) -> None:
    """Mali is a *ti* and seven: her letters are read as to a *chi*, and as to a baby who reads them when older."""
    assert entries["common:not-your-fault/ti"]["places"][0][0] == "case-note, letter: mali"
    assert entries["common:not-your-fault/later/chi"]["places"][0][0] == "case-note, letter: mali, later, chi"
