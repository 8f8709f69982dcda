"""Reading the languages: anything that could put wrong words in front of a child stops it, with file and line."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from dystori.findings import CatalogueError, Finding
from dystori.library import Library
from dystori.words import Date, Languages, Name, Place, Term, Value

WriteBook = Callable[..., Path]
ENGLISH = ("opening", "Hello {name}, phone 01632 960 001 or www.example.org.", "")


def faults(library: Library) -> list[Finding]:
    with pytest.raises(CatalogueError) as caught:
        Languages.read(library, ("common",))
    return list(caught.value.findings)


@pytest.mark.parametrize(
    ("context", "msgstr", "code"),
    [
        ("opening", "Helo, 01632 960 001, www.example.org.", "words-placeholder-lost"),
        ("opening", "Helo {name} {town}, 01632 960 001, www.example.org.", "words-placeholder-invented"),
        ("opening", "Helo {name:wrthi}, 01632 960 001, www.example.org.", "words-unknown-form"),
        ("opening", "Helo {name.__class__}, 01632 960 001, www.example.org.", "words-brace"),
        ("opening", "Helo {{name}}, 01632 960 001, www.example.org.", "words-brace"),
        ("opening", "Helo {name:>99999999}, 01632 960 001, www.example.org.", "words-brace"),
        ("opening", "Helo <b>{name}</b>, 01632 960 001, www.example.org.", "words-markup"),
        ("opening", "Helo {name} &amp; pawb, 01632 960 001, www.example.org.", "words-markup"),
        ("opening", "Helo {name}\u202e, 01632 960 001, www.example.org.", "words-hidden-character"),
        ("opening", "Helo {name}\u200b, 01632 960 001, www.example.org.", "words-hidden-character"),
        ("opening", "Helo {name}\x07, 01632 960 001, www.example.org.", "words-hidden-character"),
        ("opening", "Helo {name}, 01632 960 002, www.example.org.", "words-numbers"),
        ("opening", "Helo {name}, 01632 960 001, www.example.com.", "words-links"),
        ("opening/vi", "Helo {name}, 01632 960 001, www.example.org.", "words-context"),
        ("opening/ti/early", "Helo {name}, 01632 960 001, www.example.org.", "words-context"),
        ("Opening", "Helo {name}, 01632 960 001, www.example.org.", "words-context"),
    ],
)
def test_a_broken_entry_is_refused(
    library: Library, write_book: WriteBook, context: str, msgstr: str, code: str
) -> None:
    write_book("en", ENGLISH)
    write_book("cy", (context, ENGLISH[1], msgstr))
    first = faults(library)[0]
    assert (first.code, first.place.file, first.place.line) == (code, "locales/cy/common.po", 8)
    assert first.place.path == context


def test_a_context_given_twice_is_refused(library: Library, write_book: WriteBook) -> None:
    write_book("en", ("a", "One", ""), ("a", "Two", ""))
    assert [finding.code for finding in faults(library)] == ["words-duplicate"]


def test_the_english_sentence_is_judged_too(library: Library, write_book: WriteBook) -> None:
    write_book("en", ("a", "Hello <b>{name:dy}</b>", ""))
    assert {finding.code for finding in faults(library)} == {"words-markup", "words-unknown-form"}


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("nplurals=6", "nplurals=5", "Plural-Forms"),
        ("nplurals=6", "nplurals=999999999", "Plural-Forms"),
        ("Language: cy", "Language: en", "Language"),
        ("charset=UTF-8", "charset=ISO-8859-14", "Content-Type"),
    ],
)
def test_a_header_that_is_not_the_known_one_is_refused(
    library: Library, write_book: WriteBook, old: str, new: str, field: str
) -> None:
    write_book("en")
    path = write_book("cy")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert [(finding.code, finding.place.path) for finding in faults(library)] == [("words-po-header", field)]


def test_every_fault_of_every_file_is_told_at_once(library: Library, write_book: WriteBook) -> None:
    write_book("en", ("a", "{", ""))
    write_book("cy", ("b", "x", "<"), ("c", "x", "}"))
    assert [finding.place.file for finding in faults(library)] == [
        *["locales/cy/common.po"] * 2,
        "locales/en/common.po",
    ]


def test_a_catalogue_missing_from_the_base_language_is_told(library: Library) -> None:
    assert [(one.code, one.place.file) for one in faults(library)] == [("words-file-missing", "locales/en/common.po")]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("grammar.toml", 'tag = "cy-GB"', 'tag = "cy-GB', "words-toml"),
        ("grammar.toml", 'tag = "cy-GB"', "tag = 1", "words-toml-key"),
        ("grammar.toml", 'tag = "cy-GB"', 'tag = "cy-GB"\nsurprise = 1', "words-toml-unknown"),
        ("grammar.toml", 'babel = "cy"', 'babel = "xx"', "words-toml-key"),
        ("grammar.toml", 'dydd = "{weekday:small:soft}', 'dydd = "{weekday:small:sofft}', "words-form-change"),
        ("grammar.toml", 'mis = "{month}', 'mis = "{moon}', "words-form-fact"),
        ("grammar.toml", 'numeric = "{dd}', 'numeric = "{dd', "words-form-brace"),
        ("grammar.toml", 'ac = [{ if = { word = "<vowel>" }', 'ac = [{ if = { word = "<owel>" }', "words-form-set"),
        ("terms.toml", 'gender = "m"', 'gender = "x"', "words-toml-key"),
        ("places.toml", 'yn = "ar Ynys Môn"', 'yn = "ar {name}"', "words-form-fact"),
    ],
)
def test_a_faulty_grammar_or_list_is_refused(library: Library, file: str, old: str, new: str, code: str) -> None:
    path = library.locales.joinpath("cy", file)
    assert isinstance(path, Path)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    first = faults(library)[0]
    assert (first.code, first.place.file) == (code, f"locales/cy/{file}")


GRAMMAR = """
tag = "qx-GB"
name = "Qx"
babel = "fr"
marks = ["«", "»"]
plural_forms = "nplurals=2; plural=(n > 1);"
alphabet = ["a", "b", "c"]
[registers]
all = ["tu", "vous"]
child = "tu"
adult = "vous"
several = "vous"
[joins.et]
last = " et {word}"
[forms.name]
bare = "{word}"
[forms.term]
bare = "{one}"
ton = "ton {one}"
[forms.place]
bare = "{word}"
a = "à {word}"
[forms.date]
bare = "{day} {month} {year}"
"""


def test_a_new_language_is_a_folder_and_nothing_else(library: Library, write_book: WriteBook, tmp_path: Path) -> None:
    folder = tmp_path / "locales" / "qx"
    folder.mkdir()
    (folder / "grammar.toml").write_text(GRAMMAR, encoding="utf-8")
    (folder / "terms.toml").write_text('chair = { one = "chef", many = "chefs", gender = "m" }', encoding="utf-8")
    (folder / "places.toml").write_text('cardiff = "Cardiffe"', encoding="utf-8")
    english = write_book("en", ("a", "{who} is {role:your} {town:in}.", ""))
    text = english.read_text(encoding="utf-8").replace("en_GB", "fr").replace("(n != 1)", "(n > 1)")
    text = text.replace('"a"', '"a/tu"').replace('msgstr ""\n', 'msgstr "{who} est {role:ton} {town:a}."\n')
    head, entry = text.split("\n\n")
    header = head.replace('msgstr "{who} est {role:ton} {town:a}."', 'msgstr ""')
    (folder / "common.po").write_text(f"{header}\n\n{entry}", encoding="utf-8")
    language = Languages.read(library, ("common",))["qx"]
    values: dict[str, Value] = {"who": Name("Ana"), "role": Term("chair"), "town": Place("Caerdydd")}
    phrase = language.phrase("a", values, catalogue="common", register="tu")
    assert phrase.text == "Ana est ton chef à Cardiffe."
    assert language.write(Date(datetime.date(2026, 11, 22))) == "22 novembre 2026"
