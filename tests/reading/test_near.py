"""A finding about words stands at the sentence, wherever the file breaks its lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from dystori.reading.files import Raw, given, read
from dystori.reading.near import near

FILE = """\
one: Say it once. Say it twice.
two: |
  Say it once.

  Say it
  twice here.
three: 'It''s so. Don''t ask.'
four: { en: Say it once. Say it now., cy: Dwed e. }
five: "Say\\u0020it so."
six: Say it so.
"""


@pytest.mark.parametrize(
    ("path", "words", "line", "column"),
    [
        (("one",), "Say it twice.", 1, 19),
        (("two",), "Say it twice here.", 5, 3),
        (("three",), "Don't ask.", 7, 19),
        (("four", "en"), "Say it now.", 8, 26),
    ],
)
def test_words_are_found_where_the_file_has_them(
    tmp_path: Path, path: tuple[str, ...], words: str, line: int, column: int
) -> None:
    place = near(_read(tmp_path), path, words)
    assert (place.line, place.column) == (line, column)


@pytest.mark.parametrize(
    ("path", "words"), [(("five",), "Say it so."), (("one",), "Nobody says this."), (("four", "cy"), "Say it once.")]
)
def test_words_the_file_writes_otherwise_or_elsewhere_leave_the_place_of_the_text(
    tmp_path: Path, path: tuple[str, ...], words: str
) -> None:
    raw = _read(tmp_path)
    assert near(raw, path, words) == raw.place(path)


def test_data_without_a_file_has_no_line() -> None:
    assert near(given({"one": "Say it."}), ("one",), "Say it.").line == 0


def _read(folder: Path) -> Raw:
    file = folder / "case.yaml"
    file.write_text(FILE, encoding="utf-8")
    return read(file)
