"""``check``: what can be said about translations without reading them as a Welsh speaker would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dystori.findings import Severity
from dystori.library import Library
from dystori.words.check import check

WriteBook = Callable[..., Path]
Told = list[tuple[str, str, str]]


def told(library: Library, *catalogues: str) -> Told:
    findings = check(library, catalogues or ("common",))
    return [
        (one.code.removeprefix("words-"), one.place.path, next(iter(one.values.values()), ""))
        for one in findings
        if one.severity > Severity.ADVICE
    ]


def test_a_complete_catalogue_has_nothing_to_tell(library: Library, write_book: WriteBook) -> None:
    write_book("en", ("plan", "Your plan helps {name}.", ""), ("sign", "Best wishes", ""))
    write_book(
        "cy",
        ("plan/ti", "Your plan helps {name}.", "Mae dy gynllun di’n helpu {name}."),
        ("plan/chi", "Your plan helps {name}.", "Mae eich cynllun chi’n helpu {name}."),
        ("sign", "Best wishes", "Cofion gorau"),
    )
    assert told(library) == []


@pytest.mark.parametrize(
    ("english", "welsh", "expected"),
    [
        ([("a", "Yes we can.", "")], [], [("missing", "a", "")]),
        ([("a", "You can.", "")], [], [("missing", "a/ti", ""), ("missing", "a/chi", "")]),
        ([("a", "You can.", "")], [("a/ti", "You can.", "Galli di.")], [("missing", "a/chi", "")]),
        ([("a", "Thank you.", "")], [("a", "Thank you.", "Diolch.")], []),
        ([("a", "Hello.", "")], [("a", "Hello.", "")], [("untranslated", "a", "")]),
        ([("a", "Hello there.", "")], [("a", "Hello.", "Helo.")], [("stale", "a", "")]),
        ([], [("a", "Hello.", "Helo.")], [("stranger", "a", "")]),
        (
            [("a", "Hello.", "")],
            ['#, fuzzy\nmsgctxt "a"\nmsgid "Hello."\nmsgstr "Helo."'],
            [("fuzzy", "a", "")],
        ),
        (
            [("a", "Hello.", "")],
            [("a", "Hello.", "Helo."), ("a/early/chi", "Hello.", "Shwmae.")],
            [("missing", "a/early/ti", "")],
        ),
    ],
)
def test_every_sentence_needs_its_words_in_every_language(
    library: Library, write_book: WriteBook, english: list[str], welsh: list[str], expected: Told
) -> None:
    write_book("en", *english)
    write_book("cy", *welsh)
    assert told(library) == expected


@pytest.mark.parametrize(
    ("context", "text", "expected"),
    [
        ("a/chi", "Mae dy gynllun yma.", [("register-mixed", "dy")]),
        ("a/chi", "Rwyt yma.", [("register-mixed", "rwyt")]),
        ("a/ti", "Mae eich cynllun yma.", [("register-mixed", "eich")]),
        ("a/ti", "Rydw i’n dod i’ch gweld.", [("register-mixed", "’ch")]),
        ("a/ti", "Dy gadw di gyda’ch gilydd.", []),
        ("a", "Mae dy gynllun yma.", [("register-unnamed", "dy")]),
        ("a/adult", "Mae eich cynllun yma.", []),
        ("a/adult", "Mae dy gynllun yma.", [("register-mixed", "dy")]),
        ("a", "Mae’r cynllun yma.", []),
        ("a", "Rydw i i fod yma.", []),
        ("a", "Mae’r cynllun i ei ddarllen.", [("forbidden", "i ei")]),
        ("a", "O ei gynllun.", [("forbidden", "O ei")]),
        ("a", "Siân a(c) Huw.", [("forbidden", "a(c)")]),
        ("a", "Mae’r’r cynllun cynllun yma.", [("doubled", "cynllun")]),
        ("a", "Mae'r cynllun yma.", [("straight-mark", "")]),
        ("a", "Mae’r w\u0302yl yma.", [("not-nfc", "")]),
        ("a", "Mae’r  cynllun yma.", [("spaces", "")]),
        ("a", "Mae’r cynllun yma. ", [("spaces", "")]),
        ("a", "Cynllun hir iawn. " * 6 + "Dyna ni.", [("length", "")]),
    ],
)
def test_a_translation_is_read_as_a_careful_reader_would(
    library: Library, write_book: WriteBook, context: str, text: str, expected: list[tuple[str, str]]
) -> None:
    write_book("en", ("a", "The plan is here.", ""))
    write_book("cy", (context, "The plan is here.", text))
    found = [(code, word) for code, _, word in told(library) if code != "missing"]
    assert found == expected


def test_a_form_of_the_wrong_register_is_told(library: Library, write_book: WriteBook) -> None:
    write_book("en", ("a", "{role:Your} is here.", ""))
    write_book(
        "cy",
        ("a/ti", "{role:Your} is here.", "Mae {role:dy} yma."),
        ("a/chi", "{role:Your} is here.", "Mae {role:dy} yma."),
    )
    assert told(library) == [("register-mixed", "a/chi", "dy")]


def test_the_tool_speaks_to_its_user_one_way(library: Library, write_book: WriteBook) -> None:
    write_book("en", ("a", "You gave no case.", ""), name="tool")
    write_book("cy", ("a", "You gave no case.", "Roddoch chi ddim achos."), name="tool")
    assert told(library, "tool") == []


def test_the_lists_of_all_languages_hold_the_same_ids(library: Library, write_book: WriteBook) -> None:
    write_book("en")
    write_book("cy")
    path = library.locales.joinpath("cy", "terms.toml")
    assert isinstance(path, Path)
    path.write_text(path.read_text("utf-8") + '\n[broom]\none = "ysgub"\nmany = "ysgubau"\n', "utf-8")
    findings = check(library, ("common",))
    assert [(one.place.file, one.place.path) for one in findings] == [("locales/en/terms.toml", "broom")]


def test_a_key_of_a_template_must_have_words(library: Library, write_book: WriteBook, tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "letter"
    folder.mkdir()
    (folder / "letter.html").write_text(
        "{# uses: rights-wales rights-england #}\n"
        '{{ "opening" | words }}\n'
        "{{ 'closing'|words(name=name) }}\n"
        '{{ m.told("told", text) }}\n',
        encoding="utf-8",
    )
    for code in ("en", "cy"):
        write_book(code, ("rights-wales", "Rights", "Hawliau"), ("shared", "Shared", "Rhannu"))
        write_book(
            code, ("opening", "Hello", "Helo"), ("told", "Told", "Dweud"), ("unused", "Unused", "Segur"), name="letter"
        )
    findings = check(library, ("common", "letter"))
    assert [(one.code, one.place.file, one.place.path) for one in findings] == [
        ("words-key-without-words", "templates/letter/letter.html", "rights-england"),
        ("words-key-without-words", "templates/letter/letter.html", "closing"),
        ("words-unused", "locales/en/common.po", "shared"),
        ("words-unused", "locales/en/letter.po", "unused"),
    ]
    assert [one.place.line for one in findings[:2]] == [1, 3]


def test_keys_the_program_asks_for_are_in_use(library: Library, write_book: WriteBook, tmp_path: Path) -> None:
    (tmp_path / "templates" / "letter").mkdir()
    (tmp_path / "templates" / "letter" / "letter.html").write_text("{{ ('means-' ~ x) | words }}", encoding="utf-8")
    keys = ("page", "setting-home", "means-written", "unused")
    for code in ("en", "cy"):
        write_book(code, *((key, "Word", "Gair") for key in keys))
        write_book(code, name="letter")
    findings = check(library, ("common", "letter"), asked_for=("page", "setting-"))
    assert [one.place.path for one in findings] == ["unused"]


def test_broken_files_are_findings_and_no_crash(library: Library, write_book: WriteBook) -> None:
    write_book("en", ("a", "Hello.", ""))
    path = write_book("cy")
    path.write_text("nonsense", encoding="utf-8")
    assert [code for code, _, _ in told(library)] == ["po-syntax", "po-header", "file-missing"]


def test_the_lists_that_ship_agree(library: Library) -> None:
    assert check(library, ()) == []
