"""The catalogues that ship: every sentence is there in every language, and other tools read the files."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dystori.findings import Severity
from dystori.library import Library
from dystori.words import Languages
from dystori.words.check import check
from dystori.words.spelling import unknown_words

LOCALES = Path(__file__).parents[2] / "locales"
CATALOGUES = sorted({path.stem for path in LOCALES.glob("*/*.po")})


def test_every_language_can_be_read() -> None:
    assert Languages.read(Library.default(), CATALOGUES).codes == ("cy", "en")


def test_nothing_is_missing_mixed_or_forbidden() -> None:
    assert [one for one in check(Library.default(), CATALOGUES) if one.severity == Severity.ERROR] == []


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="msgfmt is not installed")
@pytest.mark.parametrize("path", sorted(LOCALES.glob("*/*.po")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_msgfmt_accepts_every_catalogue(path: Path) -> None:
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], check=True, capture_output=True)


def test_collecting_changes_no_byte_of_the_catalogues_as_they_are(tmp_path: Path) -> None:
    """What a translator gets from a clean copy is what the next collect would make of it."""
    from dystori.house import House
    from dystori.workshop.keeping import collect_words

    house = House(Library.default())
    shutil.copytree(str(house.library.locales), tmp_path / "locales")
    assert [one.file for one in collect_words(house, tmp_path / "locales") if one.written] == []
    for path in LOCALES.glob("*/*.po"):
        assert path.read_bytes() == (tmp_path / "locales" / path.relative_to(LOCALES)).read_bytes(), path.name


def test_no_word_of_any_catalogue_is_unknown_to_the_word_lists() -> None:
    pytest.importorskip("spylls")
    pytest.importorskip("spellchecker")
    found = unknown_words(Library.default(), CATALOGUES)
    assert [f"{one.place}: {one.values['word']}" for one in found] == []


def test_the_tool_says_no_one_way_in_welsh() -> None:
    """*Dyw … ddim* and *does dim*, as people speak; *nid* stands only before what is set apart (*nid ffeil yw hon*)."""
    formal = re.compile(r"\b[Nn]id (?:yw|oes)\b|\b[Nn]i (?:all|fydd|fyddai|chaiff|chafodd)\b")
    for name in ("tool", "fields", "rules", "pictures"):
        text = (LOCALES / "cy" / f"{name}.po").read_text(encoding="utf-8")
        assert formal.findall(text) == [], name
