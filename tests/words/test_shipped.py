"""The catalogues that ship: every sentence is there in every language, and other tools read the files."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from dystori.findings import Severity
from dystori.library import Library
from dystori.words import Languages, po
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


@pytest.mark.parametrize("path", sorted(LOCALES.glob("*/*.po")), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_catalogue_has_a_flag_that_an_editor_would_drop(path: Path) -> None:
    """Poedit writes back the flags that gettext knows: what else is to be said of an entry is a comment."""
    book = po.read(path.read_bytes(), path.name)
    assert {flag for entry in book.entries for flag in entry.flags} <= {"fuzzy"}


@pytest.mark.parametrize("path", sorted((LOCALES / "cy").glob("*.po")), ids=lambda path: path.stem)
def test_what_an_editor_writes_reads_as_what_it_was_given(path: Path) -> None:
    """As Poedit and Weblate save: long lines broken after a blank, header lines of their own, the rule in two lines."""
    before = po.read(path.read_bytes(), path.name)
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        name, quote, text = line.partition('"')
        if name.strip().startswith("msg") and len(line) > 77 and quote:
            cut = text.rindex(" ", 0, 60) + 1
            lines += [f'{name}""', f'"{text[:cut]}"', f'"{text[cut:]}']
        elif text.startswith("Plural-Forms") and not name:
            lines += ['"' + text[:60] + '"', '"' + text[60:], '"X-Generator: Poedit 3.2.2\\n"']
        else:
            lines.append(line)
    after = po.read("\n".join([*lines, ""]).encode(), path.name)
    assert after.header == {**before.header, "X-Generator": "Poedit 3.2.2"}
    assert [replace(entry, line=0) for entry in after.entries] == [replace(entry, line=0) for entry in before.entries]
