"""A library in a temporary folder: the real grammars, and catalogues a test writes itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dystori.library import Library
from dystori.words import Language, Languages

LOCALES = Path(__file__).parents[2] / "locales"
PLURALS = {
    "cy": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);",
    "en": "nplurals=2; plural=(n != 1);",
}
BABEL = {"cy": "cy", "en": "en_GB"}

WriteBook = Callable[..., Path]


@pytest.fixture(scope="session")
def languages() -> Languages:
    return Languages.read(Library.default(), ())


@pytest.fixture(scope="session")
def welsh(languages: Languages) -> Language:
    return languages["cy"]


@pytest.fixture(scope="session")
def english(languages: Languages) -> Language:
    return languages["en"]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "templates").mkdir()
    for code in ("cy", "en"):
        shutil.copytree(LOCALES / code, tmp_path / "locales" / code, ignore=shutil.ignore_patterns("*.po"))
    return Library(tmp_path / "templates", tmp_path / "locales", {})


@pytest.fixture
def write_book(library: Library, tmp_path: Path) -> WriteBook:
    """Write a catalogue: a header, and entries as (context, msgid, msgstr) or as raw text."""

    def write(code: str, *entries: tuple[str, str, str] | str, name: str = "common") -> Path:
        blocks = [
            'msgid ""\nmsgstr ""\n'
            f'"Language: {BABEL[code]}\\n"\n'
            '"Content-Type: text/plain; charset=UTF-8\\n"\n'
            '"Content-Transfer-Encoding: 8bit\\n"\n'
            f'"Plural-Forms: {PLURALS[code]}\\n"'
        ]
        for entry in entries:
            if isinstance(entry, str):
                blocks.append(entry)
            else:
                context, msgid, msgstr = entry
                blocks.append(f'msgctxt "{context}"\nmsgid "{msgid}"\nmsgstr "{msgstr}"')
        path = tmp_path / "locales" / code / f"{name}.po"
        path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
        return path

    return write
