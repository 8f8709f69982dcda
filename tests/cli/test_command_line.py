"""The command line: what it prints where, in whose language, and the number it ends with."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dystori import House, Library
from dystori.cli import main as entry

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "mali.yaml"
LANGUAGE_VARIABLES = ("DYSTORI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
WELSH_STOP, ENGLISH_STOP = "Dangos y fersiwn a stopio.", "Show the version and stop."

#: A whole small case in English; what it says in Welsh only is added where it is wanted.
SMALL = """\
reference: AB-1
nation: wales
organisation: { name: { cy: Cyngor Aberwen, en: Aberwen Council }, phone: 01632 960 001 }
people:
  kit: { kind: child, name: Kit Rowan, born: 2018-05-04 }
  sam: { kind: practitioner, name: Sam Gwilym, role: social-worker }
documents:
  - kind: case-note
    id: one
    type: visit
    about: [kit]
    date: 2026-11-13
    written_in: en
    signed: { by: sam }
    meeting: { on: 2026-11-12 }
    purpose: I came to hear how you are.
    seen: { seen: yes, alone: yes }
    quotes: [{ words: I like it here. }]
"""

Tool = Callable[..., Any]


@pytest.fixture
def tool(tool_of: Callable[[Library], Tool]) -> Tool:
    """Run the command line in this process."""
    return tool_of(Library.default())


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Return a case file with a day there is not."""
    path = tmp_path / "case.yaml"
    path.write_text(SMALL.replace("on: 2026-11-12", "on: 2026-11-31"), encoding="utf-8")
    return path


@pytest.fixture
def one_language(tmp_path: Path) -> Path:
    """Return a case file that says one thing in Welsh only."""
    path = tmp_path / "case.yaml"
    path.write_text(SMALL + "    ending: { cy: Rwyt ti wedi bod yn ddewr. }\n", encoding="utf-8")
    return path


def _python(*code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {name: value for name, value in os.environ.items() if name not in LANGUAGE_VARIABLES}
    return subprocess.run(
        [sys.executable, *code], capture_output=True, text=True, encoding="utf-8", env=plain | environment, check=False
    )


class TestWhatItEndsWith:
    def test_0_when_it_is_done(self, tool: Tool) -> None:
        assert tool("check", EXAMPLE).code == 0

    def test_1_when_the_case_is_at_fault(self, tool: Tool, broken: Path) -> None:
        ended = tool("check", broken)
        assert ended.code == 1
        assert re.fullmatch(r"case\.yaml:15: documents\.0\.meeting\.on: error: .+\n", ended.err)

    def test_1_when_there_is_no_such_file(self, tool: Tool) -> None:
        assert tool("render", "none.yaml").code == 1

    @pytest.mark.parametrize(
        "arguments",
        [
            (),
            ("words",),
            ("nonsense",),
            ("check",),
            ("check", "a", "b"),
            ("check", "a", "--nonsense"),
            ("check", "a", "--fail-on", "nonsense"),
            ("check", "a", "--language"),
            ("--nonsense",),
        ],
        ids=" ".join,
    )
    def test_2_when_it_was_called_wrongly(self, tool: Tool, arguments: tuple[str, ...]) -> None:
        ended = tool(*arguments)
        assert ended.code == 2
        assert ended.out == ""
        assert "dystori" in ended.err
        assert "nonsense" not in ended.err

    def test_2_with_the_help_when_nothing_was_asked(self, tool: Tool) -> None:
        assert "render" in tool().err

    def test_3_when_something_found_is_as_grave_as_asked(self, tool: Tool, one_language: Path) -> None:
        asked = ("check", one_language, "--language", "en")
        assert tool(*asked).code == 0
        assert tool(*asked, "--fail-on", "error").code == 0
        found = {tool(*asked, "--fail-on", grave).code for grave in ("warning", "advice")}
        assert 3 in found

    def test_4_when_it_could_not_write(self, tool: Tool, tmp_path: Path) -> None:
        (tmp_path / "out").write_text("a file stands where the folder should", encoding="utf-8")
        ended = tool("render", EXAMPLE, "--format", "txt")
        assert ended.code == 4
        assert ended.out == ""
        assert len(ended.err.splitlines()) == 1

    def test_130_when_it_was_stopped(self, tool: Tool, monkeypatch: pytest.MonkeyPatch) -> None:
        def stop(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(House, "load", stop)
        ended = tool("check", EXAMPLE)
        assert ended.code == 130
        assert ended.out == ""
        assert re.fullmatch(r"\s*Stopped\..*\n", ended.err)

    def test_1_and_one_line_without_values_when_something_breaks(
        self, tool: Tool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise RuntimeError("ZQCANARY")

        monkeypatch.setattr(House, "load", fail)
        ended = tool("check", EXAMPLE)
        assert ended.code == 1
        assert len(ended.err.splitlines()) == 1
        assert "RuntimeError" in ended.err
        assert "ZQCANARY" not in ended.err + ended.out
        assert "Traceback" not in ended.err

    def test_the_command_leaves_with_that_number(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as left:
            entry(["check", "none.yaml"])
        assert left.value.code == 1
        assert capsys.readouterr().out == ""


class TestWhatItPrintsWhere:
    def test_a_render_prints_paths_and_says_the_rest_to_people(self, tool: Tool, tmp_path: Path) -> None:
        ended = tool("render", EXAMPLE, "--format", "txt", "--out", tmp_path / "made")
        paths = [Path(line) for line in ended.out.splitlines()]
        assert ended.code == 0
        assert paths
        assert {path.parent for path in paths} == {tmp_path / "made"}
        assert all(path.is_file() for path in paths)
        assert f": {len(paths)}." in ended.err

    def test_findings_as_json_are_data_and_nothing_else(self, tool: Tool, one_language: Path) -> None:
        ended = tool("check", one_language, "--language", "en", "--json")
        found = json.loads(ended.out)
        assert ended.err == ""
        assert found
        for one in found:
            of_practice = {"rule", "source", "waived"}
            assert set(one) - of_practice == {"code", "severity", "file", "line", "column", "path", "message"}
            assert one["severity"] in {"error", "warning", "advice"}
            assert one["line"] > 0
            assert one["message"]

    def test_nothing_found_is_an_empty_list(self, tool: Tool) -> None:
        assert json.loads(tool("check", EXAMPLE, "--language", "cy", "--json").out) == []

    def test_a_good_case_is_said_to_be_one(self, tool: Tool) -> None:
        ended = tool("check", EXAMPLE)
        assert ended.out == ""
        assert "valid" in ended.err

    def test_the_schema_is_data_and_nothing_else(self, tool: Tool) -> None:
        ended = tool("schema", "case-note")
        assert json.loads(ended.out)["$schema"].startswith("https://json-schema.org/")
        assert ended.err == ""

    def test_kinds_are_listed_with_their_parts(self, tool: Tool) -> None:
        assert "case-note: letter, file-strip\n" in tool("kinds").out

    def test_the_version_is_a_number(self, tool: Tool) -> None:
        assert re.fullmatch(r"\d+\.\d+\.\d+\S*\n", tool("--version").out)

    def test_file_names_hold_no_id_and_no_name_of_anybody(self, tool: Tool) -> None:
        names = " ".join(Path(line).name for line in tool("render", EXAMPLE, "--format", "txt").out.splitlines())
        case = House(Library.default()).load(EXAMPLE).file
        for key, person in case.people.items():
            for word in (key, *person.name.split()):
                assert not re.search(rf"(?<![a-z]){re.escape(word.lower())}(?![a-z])", names.lower())

    def test_warnings_in_a_render_are_said_to_people_without_the_text(self, tool: Tool, one_language: Path) -> None:
        ended = tool("render", one_language, "--language", "en", "--format", "txt")
        assert ended.code == 0
        assert "case.yaml:" in ended.err
        assert "ddewr" not in ended.err


class TestWhoseLanguage:
    def test_english_unless_asked(self, tool: Tool) -> None:
        assert ENGLISH_STOP in tool("--help").out

    @pytest.mark.parametrize(
        "arguments", [("--iaith", "cy"), ("--iaith=cy",), ("--interface-language", "cy"), ("--interface-language=cy",)]
    )
    def test_by_either_option(self, tool: Tool, arguments: tuple[str, ...]) -> None:
        assert WELSH_STOP in tool(*arguments, "--help").out

    def test_by_the_option_after_the_command_too(self, tool: Tool, broken: Path) -> None:
        ended = tool("check", broken, "--iaith", "cy")
        assert ended.code == 1
        assert ": gwall: " in ended.err

    @pytest.mark.parametrize(
        ("name", "value"), [("DYSTORI_LANG", "cy"), ("LC_ALL", "cy_GB.UTF-8"), ("LC_MESSAGES", "cy_GB"), ("LANG", "cy")]
    )
    def test_by_the_environment(self, tool: Tool, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
        monkeypatch.setenv(name, value)
        assert WELSH_STOP in tool("--help").out

    def test_the_tools_own_variable_before_the_machines(self, tool: Tool, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LC_ALL", "cy_GB.UTF-8")
        monkeypatch.setenv("DYSTORI_LANG", "en")
        assert ENGLISH_STOP in tool("--help").out

    def test_the_option_before_any_variable(self, tool: Tool, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DYSTORI_LANG", "en")
        assert WELSH_STOP in tool("--iaith", "cy", "--help").out

    @pytest.mark.parametrize("value", ["fr_FR.UTF-8", "C", "POSIX", "", "cyx"])
    def test_a_language_it_has_not_is_passed_over(
        self, tool: Tool, monkeypatch: pytest.MonkeyPatch, value: str
    ) -> None:
        monkeypatch.setenv("LC_ALL", value)
        monkeypatch.setenv("LANG", "cy_GB.UTF-8")
        assert WELSH_STOP in tool("--help").out

    def test_the_documents_language_does_not_change_the_tools(self, tool: Tool, broken: Path) -> None:
        assert ": error: " in tool("check", broken, "--language", "cy").err

    @pytest.mark.parametrize("arguments", [(), ("render",), ("check",), ("kinds",), ("schema",), ("words",)])
    def test_help_in_welsh_holds_no_english_of_the_library(self, tool: Tool, arguments: tuple[str, ...]) -> None:
        told = tool("--iaith", "cy", *arguments, "--help").out
        for english in ("Usage", "Options", "Commands", "Show this", "[OPTIONS]", "TEXT", "PATH", "ARGS", "options"):
            assert english not in told
        assert told.startswith("Defnydd: dystori")

    @pytest.mark.parametrize("language", ["cy", "en"])
    @pytest.mark.parametrize("arguments", [(), ("render",), ("words", "check")])
    def test_help_names_every_option_and_ends_with_0(
        self, tool: Tool, language: str, arguments: tuple[str, ...]
    ) -> None:
        ended = tool("--iaith", language, *arguments, "-h")
        assert ended.code == 0
        assert ended.err == ""
        assert "--iaith" in ended.out
        assert "--help" in ended.out


class TestWhatItLeavesOnTheDisk:
    def test_nothing_when_one_document_cannot_be_made(
        self, tool: Tool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from dystori.formats import text

        written = text.write
        made: list[object] = []

        def second_fails(laid: object) -> str:
            made.append(laid)
            if len(made) > 1:
                raise RuntimeError
            return written(laid)  # type: ignore[arg-type]

        monkeypatch.setattr(text, "write", second_fails)
        ended = tool("render", EXAMPLE, "--format", "txt", "--out", tmp_path / "made")
        assert len(made) == 2
        assert (ended.code, ended.out) == (1, "")
        assert not (tmp_path / "made").exists()

    def test_nothing_when_the_case_is_at_fault(self, tool: Tool, tmp_path: Path, broken: Path) -> None:
        tool("render", broken, "--out", tmp_path / "made")
        assert not (tmp_path / "made").exists()

    def test_manifests_apart_from_what_is_handed_out(self, tool: Tool, tmp_path: Path) -> None:
        tool("render", EXAMPLE, "--format", "txt", "--out", tmp_path / "made")
        beside = {path.suffix for path in (tmp_path / "made").iterdir() if path.is_file()}
        apart = {path.suffix for path in (tmp_path / "made" / "for-the-file").iterdir()}
        assert (beside, apart) == ({".txt"}, {".json"})


class TestInAProcessOfItsOwn:
    def test_it_runs_as_a_module(self) -> None:
        done = _python("-m", "dystori", "kinds")
        assert (done.returncode, done.stderr) == (0, "")

    def test_a_fault_is_told_without_a_traceback(self, broken: Path) -> None:
        done = _python("-m", "dystori", "check", str(broken), DYSTORI_LANG="cy")
        assert done.returncode == 1
        assert ": gwall: " in done.stderr
        assert "Traceback" not in done.stderr

    def test_an_output_that_is_closed_early_is_no_fault(self) -> None:
        command = f"{sys.executable} -m dystori schema | head -n 1"
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
        assert done.stdout == "{\n"
        assert done.stderr == ""

    @pytest.mark.parametrize(
        ("arguments", "unloaded"),
        [
            (["--help"], ["weasyprint", "pikepdf", "docx", "docxtpl"]),
            (["render", str(EXAMPLE), "--format", "docx"], ["weasyprint", "pikepdf"]),
            (["render", str(EXAMPLE), "--format", "txt"], ["weasyprint", "pikepdf", "docxtpl", "docx"]),
        ],
        ids=["help", "docx", "txt"],
    )
    def test_nothing_is_loaded_that_is_not_needed(self, arguments: list[str], unloaded: list[str]) -> None:
        script = (
            "import sys; from dystori.cli.main import run; from dystori import Library;"
            f"code = run({arguments!r}, Library.default());"
            f"print([name for name in {unloaded!r} if name in sys.modules], file=sys.stderr); sys.exit(code)"
        )
        done = _python("-W", "error", "-c", script)
        assert done.returncode == 0
        assert done.stderr.splitlines()[-1] == "[]"
