"""``dystori words …`` on the command line, and a tool that speaks although its words are at fault."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dystori.library import Library

Tool = Callable[..., Any]


@pytest.fixture
def own(tmp_path: Path) -> Library:
    """Return the library with languages that may be changed."""
    library = Library.default()
    shutil.copytree(str(library.locales), tmp_path / "locales")
    return Library(library.templates, tmp_path / "locales", library.kinds)


@pytest.fixture
def locales(own: Library) -> Path:
    assert isinstance(own.locales, Path)
    return own.locales


@pytest.fixture
def tool(own: Library, tool_of: Callable[[Library], Tool]) -> Tool:
    """Run the command line in this process, with words that may be changed."""
    return tool_of(own)


def damage(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


class TestALanguageTheToolDoesNotSpeak:
    @pytest.mark.parametrize("arguments", [("--iaith", "xx"), ("--iaith=xx",), ("--interface-language", "xx")])
    def test_is_an_error_that_names_the_languages(self, tool: Tool, arguments: tuple[str, ...]) -> None:
        ended = tool("kinds", *arguments)
        assert (ended.code, ended.out) == (2, "")
        assert "cy, en" in ended.err

    def test_is_told_in_the_language_of_the_machine(self, tool: Tool, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LANG", "cy_GB.UTF-8")
        assert "Dyw’r offeryn ddim yn siarad yr iaith hon" in tool("kinds", "--iaith", "xx").err

    def test_of_the_machine_is_passed_over(self, tool: Tool, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LANG", "lb_LU.UTF-8")
        assert tool("kinds").code == 0


class TestASlipInTheWords:
    def test_of_the_tool_is_told_in_words_with_its_file_and_line(self, tool: Tool, locales: Path) -> None:
        path = locales / "cy" / "tool.po"
        damage(path, 'msgstr "Does dim ffeil o’r enw hwn."', 'msgstr "Does dim ffeil o’r enw hwn.')
        line = path.read_text("utf-8").split("\n").index('msgstr "Does dim ffeil o’r enw hwn.') + 1
        ended = tool("words", "check", "--iaith", "cy")
        assert ended.code == 1
        assert f"locales/cy/tool.po:{line}: gwall: Does dim modd darllen y llinell hon" in ended.err

    def test_does_not_hide_what_else_is_wrong(self, tool: Tool, locales: Path) -> None:
        damage(locales / "en" / "tool.po", 'msgid "There is no file of this name."', 'msgid "There is no file')
        damage(locales / "cy" / "common.po", 'msgstr "Annwyl', 'msgstr "Annwyl ')
        found = json.loads(tool("words", "check", "--json").out)
        assert {"words-po-syntax", "words-spaces"} <= {one["code"] for one in found}
        assert not [one for one in found if one["message"] == one["code"]]

    def test_leaves_help_and_kinds_as_they_are(self, tool: Tool, locales: Path) -> None:
        damage(locales / "en" / "tool.po", 'msgid "There is no file of this name."', 'msgid "There is no file')
        assert "case-note" in tool("kinds").out
        assert "Creu dogfennau" in tool("--help", "--iaith", "cy").out

    @pytest.mark.parametrize("code", ["cy", "en"])
    def test_in_a_grammar_is_told_by_a_tool_that_speaks_the_other_language(
        self, tool: Tool, locales: Path, code: str
    ) -> None:
        path = locales / code / "grammar.toml"
        path.write_text("= nonsense\n" + path.read_text("utf-8"), "utf-8")
        ended = tool("words", "check")
        assert ended.code == 1
        assert f"locales/{code}/grammar.toml:1: " in ended.err
        assert "TOML" in ended.err

    def test_stops_a_document_with_words_and_not_a_code(self, tool: Tool, locales: Path, root: Path) -> None:
        damage(locales / "cy" / "common.po", 'msgstr "Annwyl', "msgstr Annwyl")
        ended = tool("render", root / "examples" / "mali.yaml", "--format", "txt")
        assert ended.code == 1
        assert "PO file" in ended.err


class TestReport:
    def test_is_a_table_for_people(self, tool: Tool) -> None:
        ended = tool("words", "report", "--iaith", "cy")
        assert ended.code == 0
        head, *rows = ended.out.splitlines()
        assert head.split()[:4] == ["iaith", "catalog", "cywair", "cyfnod"]
        assert "geiriau newydd" not in head
        assert rows[-1].split()[:2] == ["cy", "cyfanswm"]

    def test_is_data_for_programs(self, tool: Tool) -> None:
        rows = json.loads(tool("words", "report", "--json").out)
        assert {"language", "catalogue", "register", "stage", "done", "waiting", "missing", "words"} <= rows[0].keys()

    def test_has_what_changed_when_it_is_asked(self, tool: Tool, locales: Path) -> None:
        shutil.copytree(locales, locales.parent / "old")
        damage(locales / "cy" / "fields.po", 'msgstr "Pwy sy’n llofnodi."', 'msgstr "Y sawl sy’n llofnodi."')
        ended = tool("words", "report", "--against", locales.parent / "old")
        assert "words changed" in ended.out.splitlines()[0]
        assert ended.out.splitlines()[-1].split()[-2:] == ["1", "4"]


class TestOutAndIn:
    @pytest.mark.parametrize("format_", ["csv", "xliff"])
    def test_a_file_goes_out_and_comes_back(self, tool: Tool, tmp_path: Path, format_: str) -> None:
        ended = tool("words", "export", "--format", format_, "--output", tmp_path / "out")
        path = tmp_path / "out" / f"cy.{format_}"
        assert ended.out == f"{path}\n"
        assert tool("words", "import", path, "--iaith", "cy").err == "Does dim cofnod wedi newid.\n"
        damage(path, "Pwy sy’n llofnodi.", "Y sawl sy’n llofnodi.")
        back = tool("words", "import", path, "--iaith", "cy")
        assert (back.code, back.err) == (0, "Mae un cofnod wedi newid.\n")

    def test_what_was_refused_ends_with_1_and_says_where(self, tool: Tool, tmp_path: Path, locales: Path) -> None:
        tool("words", "export", "--format", "csv", "--output", tmp_path / "out")
        damage(locales / "cy" / "fields.po", 'msgid "Who signs."', 'msgid "Who signed."')
        ended = tool("words", "import", tmp_path / "out" / "cy.csv")
        assert ended.code == 1
        assert "fields:case-note-signed: error: The English of this entry has changed" in ended.err


def test_a_preview_names_the_page_to_open(tool: Tool, tmp_path: Path, root: Path) -> None:
    (tmp_path / "cases").mkdir()
    shutil.copy(root / "examples" / "story-arm.yaml", tmp_path / "cases")
    shutil.copytree(root / "examples" / "pictures", tmp_path / "cases" / "pictures")
    ended = tool("words", "preview", "words_and_pictures", "--cases", "cases", "--output", tmp_path / "gallery")
    assert (ended.code, ended.out) == (0, f"{tmp_path / 'gallery' / 'index.html'}\n")


def test_a_document_can_be_made_in_the_pseudo_language(tool: Tool, tmp_path: Path, locales: Path, root: Path) -> None:
    assert tool("words", "pseudo", "--output", locales / "pseudo").code == 0
    example = root / "examples" / "mali.yaml"
    ended = tool("render", example, "--language", "pseudo", "--format", "txt", "--part", "letter", "--out", tmp_path)
    assert ended.code == 0
    assert "[Dêêââr Mali,]" in Path(ended.out.splitlines()[0]).read_text("utf-8")


@pytest.mark.parametrize(
    ("case", "line", "said"),
    [
        ("reference: AB-1\npurpose: Dad said: I am sad\n", 2, "a colon followed by a space inside the text"),
        ("reference: AB-1\npeople:\n\tkit: { kind: child }\n", 3, "begins with a tab"),
        ("reference: AB-1\n  nation: wales\n", 2, "cannot be read as YAML"),
        ("reference: 'AB-1\n", 1, "cannot be read as YAML"),
    ],
)
def test_a_slip_in_a_case_file_is_told_as_what_it_is(
    tool: Tool, tmp_path: Path, case: str, line: int, said: str
) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(case, "utf-8")
    ended = tool("check", path)
    assert ended.err.startswith(f"case.yaml:{line}: error: ")
    assert said in ended.err


class TestWhatMustBeGiven:
    def test_is_said_in_the_users_language(self, tool: Tool) -> None:
        assert "[rhaid ei roi]" in tool("words", "preview", "--iaith", "cy", "--help").out
        assert "required" not in tool("words", "preview", "--iaith", "cy", "--help").out

    @pytest.mark.parametrize("command", ["preview", "pseudo"])
    def test_is_asked_for(self, tool: Tool, command: str) -> None:
        ended = tool("words", command)
        assert (ended.code, ended.out) == (2, "")
        assert f"dystori words {command}" in ended.err
