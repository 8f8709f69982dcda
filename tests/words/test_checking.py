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
        ("a", "Byddwn ni’n siarad â nhw, ac yn gofyn iddynt.", [("forbidden", "iddynt")]),
        ("a/chi", "Dywedon ni wrthych chi.", [("forbidden", "wrthych")]),
        ("a/chi", "Dywedon ni wrthoch chi ac wrthyn nhw.", []),
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
    assert [code for code, _, _ in told(library)] == ["po-syntax", "po-header"]


def test_a_slip_in_one_entry_leaves_the_others_to_be_checked(library: Library, write_book: WriteBook) -> None:
    write_book("en", ("a", "Hello.", ""), ("b", "Bye.", ""))
    write_book("cy", 'msgctxt "a"\nmsgid "Hello."\nmsgstr "Helo.', ("b", "Bye.", "Hwyl  fawr."))
    found = check(library, ("common",))
    assert [(one.code, one.place.line) for one in found if one.severity > Severity.ADVICE] == [
        ("words-po-syntax", 10),
        ("words-po-incomplete", 8),
        ("words-spaces", 12),
    ]


@pytest.mark.parametrize("name", ["grammar", "terms", "places"])
def test_a_slip_in_a_list_is_told_with_its_line_and_the_other_language_is_checked(
    library: Library, write_book: WriteBook, name: str
) -> None:
    path = library.locales.joinpath("cy", f"{name}.toml")
    assert isinstance(path, Path)
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([*lines[:2], "this is not = = toml", *lines[2:]]), encoding="utf-8")
    write_book("en", ("a", "Hello  there.", ""))
    found = [(one.code, one.place.file, one.place.line) for one in check(library, ("common",))]
    assert ("words-toml", f"locales/cy/{name}.toml", 3) in found
    assert "words-spaces" in [code for code, *_ in found]


@pytest.mark.parametrize(
    ("line", "code", "path"),
    [
        ("kettle = { one = 1, many = 'b' }", "words-toml-key", "kettle.one"),
        ("kettle = { one = 'a' }", "words-toml-missing", "kettle.many"),
        ("kettle = { one = 'a', many = 'b', tail = 'c' }", "words-toml-unknown", "kettle.tail"),
        ("kettle = 'never closed", "words-toml", ""),
        ("kettle = [", "words-toml", ""),
    ],
)
def test_a_key_of_a_list_is_told_with_its_line(library: Library, line: str, code: str, path: str) -> None:
    terms = library.locales.joinpath("cy", "terms.toml")
    assert isinstance(terms, Path)
    before = terms.read_text("utf-8").partition("[")[0].rstrip()
    terms.write_text(f"{before}\n{line}\n", encoding="utf-8")
    (found,) = [one for one in check(library, ()) if one.code.startswith("words-toml")]
    assert (found.code, found.place.path) == (code, path)
    assert found.place.line == len(before.splitlines()) + 1


def test_a_slip_in_the_base_language_is_told_once(library: Library) -> None:
    path = library.locales.joinpath("en", "grammar.toml")
    assert isinstance(path, Path)
    path.write_text("base = \n", encoding="utf-8")
    assert [one.code for one in check(library, ())] == ["words-toml"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Mae’r cynllun i y plentyn.", "i y"),
        ("Dewch o yr ysgol.", "o yr"),
        ("Mae gyda y teulu.", "gyda y"),
        ("Mam a y plant.", "a y"),
        ("Cynllun i eu helpu.", "i eu"),
        ("Llun o eich tŷ.", "o eich"),
        ("Mae’r cynllun i’r plentyn.", ""),
        ("Dewch o’r ysgol i ysgrifennu.", ""),
        ("Mam a’r plant gydag ymwelydd.", ""),
        ("Dw i’n mynd i Ynys Môn.", ""),
    ],
)
def test_what_welsh_contracts_is_written_contracted(
    library: Library, write_book: WriteBook, text: str, wrong: str
) -> None:
    write_book("en", ("a/adult", "A sentence to be told.", ""))
    write_book("cy", ("a/adult", "A sentence to be told.", text))
    assert told(library) == ([("forbidden", "a/adult", wrong)] if wrong else [])


@pytest.mark.parametrize(
    ("english", "welsh", "expected"),
    [
        ("Ring 01632 960 001.", "Ffonia 01632 960 001.", []),
        ("Ring 01632 960 001.", "Ffonia 01632 960 010.", [("numbers", "")]),
        ("From 0 to 10.", "O 0 i 10.", []),
        ("From 0 to 10.", "O 0 i ddeg.", [("numbers", "")]),
        ("See https://aberwen.example/plant.", "Gweler https://aberwen.example/plant.", []),
        ("See https://aberwen.example/plant.", "Gweler https://aberwen.example/cy.", [("links", "")]),
        ("Write to help@aberwen.example.", "Ysgrifenna at cymorth@aberwen.example.", [("links", "")]),
        ("A plan.", "<b>Cynllun.</b>", [("markup", "")]),
        ("A plan & help.", "Cynllun a help.", []),
        ("A plan for {name}.", "Cynllun i {enw}.", [("placeholder-invented", "enw"), ("placeholder-lost", "name")]),
        ("A plan for {name}.", "Cynllun i {name", [("brace", "")]),
        ("In {town:in}.", "Byw {town:yn}.", []),
        ("In {town:in}.", "Byw {town:ynn}.", [("unknown-form", "ynn")]),
    ],
)
def test_a_translation_says_the_same_names_figures_and_links(
    library: Library, write_book: WriteBook, english: str, welsh: str, expected: list[tuple[str, str]]
) -> None:
    write_book("en", ("a", english, ""))
    write_book("cy", ("a/ti", english, welsh), ("a/chi", english, welsh), ("a", english, welsh))
    ours = [one for one in check(library, ("common",)) if one.place.file == "locales/cy/common.po"]
    found = [
        (one.code.removeprefix("words-"), next(iter(one.values.values()), ""))
        for one in ours
        if one.place.path == "a" and one.severity is Severity.ERROR
    ]
    assert found == expected


class TestPluralForms:
    SIX = ("dim ffeil", "un ffeil", "dwy ffeil", "tair ffeil", "chwe ffeil", "{n} ffeil")

    def entry(self, *forms: str) -> str:
        lines = ['msgctxt "files"\nmsgid "{n} file"\nmsgid_plural "{n} files"']
        return "\n".join([*lines, *(f'msgstr[{at}] "{form}"' for at, form in enumerate(forms))])

    def found(self, library: Library, write_book: WriteBook, *forms: str) -> list[tuple[str, str]]:
        write_book("en", self.entry("", ""))
        write_book("cy", self.entry(*forms))
        return [(code, value) for code, _, value in told(library)]

    def test_six_are_in_order(self, library: Library, write_book: WriteBook) -> None:
        assert self.found(library, write_book, *self.SIX) == []

    def test_five_are_not(self, library: Library, write_book: WriteBook) -> None:
        assert self.found(library, write_book, *self.SIX[:5]) == [("po-plural", "6")]

    def test_an_empty_one_waits_for_its_translator(self, library: Library, write_book: WriteBook) -> None:
        assert self.found(library, write_book, *self.SIX[:5], "") == [("untranslated", "")]

    def test_only_the_form_of_many_numbers_must_say_the_number(self, library: Library, write_book: WriteBook) -> None:
        assert self.found(library, write_book, *self.SIX[:5], "ffeiliau") == [("placeholder-lost", "n")]


class TestTerms:
    def found(self, library: Library, write_book: WriteBook, english: str, welsh: str) -> list[str]:
        write_book("en", ("a", english, ""))
        write_book("cy", ("a", english, welsh))
        found = [one for one in check(library, ("common",)) if one.code == "words-term"]
        assert all(one.severity is Severity.ADVICE for one in found)
        return [one.values["term"] for one in found]

    @pytest.mark.parametrize(
        ("english", "welsh"),
        [
            ("The social worker is here.", "Mae’r gweithiwr cymdeithasol yma."),
            ("With a social worker.", "Gyda dau weithiwr cymdeithasol."),
            ("Social workers know.", "Mae gweithwyr cymdeithasol yn gwybod."),
            ("A former foster carer.", "Cyn-ofalwr maeth."),
            ("The social worker’s car.", "Y car."),
        ],
    )
    def test_a_term_is_known_mutated_plural_and_in_a_compound(
        self, library: Library, write_book: WriteBook, english: str, welsh: str
    ) -> None:
        assert self.found(library, write_book, english, welsh) == []

    def test_another_word_for_a_term_is_told(self, library: Library, write_book: WriteBook) -> None:
        told_of = self.found(library, write_book, "The advocate is here.", "Mae’r adfocad yma.")
        assert told_of == ["advocate"]

    def test_the_longest_term_is_meant(self, library: Library, write_book: WriteBook) -> None:
        told_of = self.found(library, write_book, "A foster carer.", "Gofalwr.")
        assert told_of == ["foster carer"]

    def test_a_translator_can_say_that_another_word_is_right(self, library: Library, write_book: WriteBook) -> None:
        write_book("en", ("a", "Going home.", ""))
        write_book("cy", '# other-term\nmsgctxt "a"\nmsgid "Going home."\nmsgstr "Mynd adref."')
        assert [one.code for one in check(library, ("common",)) if one.code == "words-term"] == []

    def test_the_tool_has_words_of_its_own(self, library: Library, write_book: WriteBook) -> None:
        write_book("en", ("a", "No such letter.", ""), name="tool")
        write_book("cy", ("a", "No such letter.", "Dim nod o’r fath."), name="tool")
        assert check(library, ("tool",)) == []


def test_the_tool_says_no_as_people_speak_and_a_report_may_be_formal(library: Library, write_book: WriteBook) -> None:
    """*Dyw … ddim*, *does dim*; *nid* stands before what is set apart (*nid ffeil yw hon*)."""
    for name, sentence, forbidden in (
        ("tool", "Nid oes ffeil yma.", ["Nid oes"]),
        ("tool", "Ffeil yw hi, ond ni chaiff fynd.", ["ni chaiff"]),
        ("tool", "Nid ffeil yw hon.", []),
        ("common", "Nid oes ffeil yma.", []),
    ):
        write_book("en", ("a", "No file.", ""), name=name)
        write_book("cy", ("a", "No file.", sentence), name=name)
        found = [one.values["word"] for one in check(library, (name,)) if one.code == "words-forbidden"]
        assert found == forbidden, sentence


def test_the_lists_that_ship_agree(library: Library) -> None:
    assert check(library, ()) == []
