"""``words report``: what is done and waits, in entries and words, and what changed since."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from dystori.findings import RequestError
from dystori.library import Library
from dystori.workshop import older
from dystori.workshop.report import Row, report, totals

WriteBook = Callable[..., Path]


@pytest.fixture
def locales(library: Library, write_book: WriteBook) -> Path:
    """Return the folder of two languages: four English sentences, of which Welsh has some."""
    write_book(
        "en",
        ("plan", "Your plan helps {name}.", ""),
        ("sign", "Best wishes", ""),
        ("bye/early", "Bye now!", ""),
        ("new", "A whole new sentence.", ""),
    )
    write_book(
        "cy",
        ("plan/ti", "Your plan helps {name}.", "Mae dy gynllun di’n helpu {name}."),
        ("plan/chi", "Your plan helps {name}.", ""),
        ("sign", "Best wishes", "Cofion gorau"),
        '#, fuzzy\nmsgctxt "bye/early"\nmsgid "Bye now!"\nmsgstr "Hwyl!"',
    )
    assert isinstance(library.locales, Path)
    return library.locales


def rows(library: Library, language: str, before: older.Older | None = None) -> dict[tuple[str, str], Row]:
    found = report(library, ("common",), before)
    return {(row.register, row.stage): row for row in found if row.language == language}


def test_a_row_is_a_register_and_stage_of_a_catalogue(library: Library, locales: Path) -> None:
    assert list(rows(library, "cy")) == [("", ""), ("", "early"), ("ti", ""), ("chi", "")]
    assert list(rows(library, "en")) == [("", ""), ("", "early")]


def test_done_waiting_and_missing_are_told_apart(library: Library, locales: Path) -> None:
    found = rows(library, "cy")
    counts = {key: (row.done, row.waiting, row.missing) for key, row in found.items()}
    assert counts == {("", ""): (1, 0, 1), ("", "early"): (0, 1, 0), ("ti", ""): (1, 0, 0), ("chi", ""): (0, 1, 0)}


def test_words_done_are_the_languages_own_and_words_waiting_those_of_the_english(
    library: Library, locales: Path
) -> None:
    """A placeholder is no word, and neither is ’n."""
    found = rows(library, "cy")
    assert (found["ti", ""].words, found["ti", ""].words_waiting) == (5, 0)
    assert (found["chi", ""].words, found["chi", ""].words_waiting) == (0, 3)
    assert (found["", ""].words, found["", ""].words_waiting) == (2, 4)


def test_totals_add_the_rows_of_a_language(library: Library, locales: Path) -> None:
    english, welsh = sorted(totals(report(library, ("common",))), key=lambda row: row.language, reverse=True)
    assert (english.done, english.words) == (4, 11)
    assert (welsh.done, welsh.waiting, welsh.missing) == (2, 2, 1)


def test_what_changed_is_counted_against_an_older_folder(
    library: Library, locales: Path, tmp_path: Path, write_book: WriteBook
) -> None:
    (tmp_path / "old" / "cy").mkdir(parents=True)
    (tmp_path / "old" / "cy" / "common.po").write_bytes((locales / "cy" / "common.po").read_bytes())
    write_book(
        "cy",
        ("plan/ti", "Your plan helps {name}.", "Mae dy gynllun di’n helpu {name}."),
        ("sign", "Best wishes", "Cofion"),
    )
    found = rows(library, "cy", older.in_folder(tmp_path / "old"))
    assert (found["", ""].changed, found["", ""].words_changed) == (1, 1)
    assert found["ti", ""].changed == 0


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RequestError) as caught:
        older.in_folder(tmp_path / "none")
    assert caught.value.findings[0].code == "older_missing"


def git(folder: Path, day: str, *arguments: str) -> None:
    when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00", "GIT_COMMITTER_DATE": f"{day}T12:00:00"}
    who = ("-c", "user.name=Kit", "-c", "user.email=kit@aberwen.example")
    subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, env={**_environment(), **when}
    )


def _environment() -> dict[str, str]:
    import os

    return {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}


class TestSinceADay:
    def test_the_catalogues_of_that_morning_are_compared(
        self, library: Library, locales: Path, write_book: WriteBook
    ) -> None:
        git(locales, "2026-11-01", "init", "-q")
        git(locales, "2026-11-01", "add", ".")
        git(locales, "2026-11-01", "commit", "-qm", "words")
        write_book("cy", ("sign", "Best wishes", "Cofion"))
        git(locales, "2026-11-10", "commit", "-qam", "words")
        assert rows(library, "cy", older.at(locales, "2026-11-05"))["", ""].changed == 1
        assert rows(library, "cy", older.at(locales, "2026-11-11"))["", ""].changed == 0

    def test_before_the_history_began_everything_is_new(self, library: Library, locales: Path) -> None:
        git(locales, "2026-11-01", "init", "-q")
        git(locales, "2026-11-01", "add", ".")
        git(locales, "2026-11-01", "commit", "-qm", "words")
        assert rows(library, "cy", older.at(locales, "2026-10-01"))["", ""].changed == 1

    def test_words_without_a_history_are_told(self, locales: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(locales.parent))
        with pytest.raises(RequestError) as caught:
            older.at(locales, "2026-11-01")
        assert caught.value.findings[0].code == "history_missing"

    @pytest.mark.parametrize("day", ["yesterday", "01/11/2026", "--all"])
    def test_a_day_is_written_one_way(self, locales: Path, day: str) -> None:
        with pytest.raises(RequestError) as caught:
            older.at(locales, day)
        assert caught.value.findings[0].code == "date_form"
