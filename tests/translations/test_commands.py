"""``dystori translations``: out to a translator, and back into the case, text by text."""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from lxml import etree

from dystori.cli.main import run
from dystori.house import House
from dystori.library import Library

TAG = "{urn:oasis:names:tc:xliff:document:1.2}"
Tool = Callable[..., tuple[int, str, str]]

CASE = """\
# The case of Owain, and nobody else
reference: XX-1
nation: wales
organisation: { name: { cy: Aberwen, en: Aberwen }, phone: 01632 960 001 }
people:
  owain: { kind: child, name: Owain Rees, known_as: Owain, born: 2016-01-01, languages: { letters: cy+en } }
  ann: { kind: practitioner, name: Ann Bevan, known_as: Ann, role: social-worker }
  mam: { kind: family, name: Lowri Rees, role: mother }
documents:
  - kind: case-note
    id: visit
    type: visit
    about: [owain]
    date: 2026-11-13
    written_in: en
    signed: { by: ann }
    meeting: { on: 2026-11-12, setting: school }
    purpose: I came to see you.   # as promised
    seen: { seen: yes, alone: yes }
    quotes:
      - { words: Dw i’n iawn., language: cy, to: ann }
    going_well:
      - { cy: Rwyt ti’n darllen., en: You are reading. }
      - |
        You swim.

        You laughed.
    worries:
      - about: Dad was seen near the school. The address is known.
        worried: [ann]
    ending: { en: Bye for now. }
"""


@pytest.fixture
def tool(house: House, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Tool:
    """Run the command line in this process, in an empty folder, in English unless asked."""
    monkeypatch.setenv("DYSTORI_LANG", "en")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(run.__globals__, "House", lambda _: house)

    def tool(*arguments: object) -> tuple[int, str, str]:
        code = run([str(one) for one in arguments], Library.default())
        told = capsys.readouterr()
        return code, told.out, told.err

    return tool


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, "utf-8")
    return path


def sources(data: bytes) -> dict[str, str]:
    """Return what an XLIFF file asks for, each source with its notes."""
    root = etree.fromstring(data)
    return {
        str(unit.findtext(f"{TAG}source")): " ".join(note.text or "" for note in unit.iter(f"{TAG}note"))
        for unit in root.iter(f"{TAG}trans-unit")
    }


def fill(path: Path, words: Callable[[str], str] = lambda source: f"({source})", state: str = "translated") -> None:
    """Write a translation of every source, as a translation tool would."""
    root = etree.fromstring(path.read_bytes())
    for unit in root.iter(f"{TAG}trans-unit"):
        (target,) = unit.iter(f"{TAG}target")
        target.text, target.attrib["state"] = words(str(unit.findtext(f"{TAG}source"))), state
    path.write_bytes(etree.tostring(root))


def data(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


class TestExport:
    def test_asks_for_what_a_reader_of_both_languages_lacks_and_for_nothing_else(self, tool: Tool, case: Path) -> None:
        code, out, _ = tool("translations", "export", case)
        assert (code, out.split()) == (0, ["out/XX-1-cy.xliff", "out/XX-1-en.xliff"])
        assert list(sources(Path("out/XX-1-en.xliff").read_bytes())) == ["Dw i’n iawn."]
        assert list(sources(Path("out/XX-1-cy.xliff").read_bytes())) == [
            "I came to see you.",
            "You swim.\n\nYou laughed.",
            "Dad was seen near the school. The address is known.",
            "Bye for now.",
        ]

    def test_tells_where_a_text_stands_and_how_its_reader_is_spoken_to(self, tool: Tool, case: Path) -> None:
        tool("translations", "export", case)
        note = sources(Path("out/XX-1-cy.xliff").read_bytes())["I came to see you."]
        assert "case-note, letter" in note
        assert "eight to eleven" in note
        assert "is called ti" in note
        assert "Pam des i i dy weld di" in note
        asked = sources(Path("out/XX-1-en.xliff").read_bytes())["Dw i’n iawn."]
        assert "exact words" in asked
        assert "is called" not in asked

    def test_speaks_to_the_translator_in_welsh_when_asked(self, tool: Tool, case: Path) -> None:
        tool("translations", "export", case, "--iaith", "cy")
        assert "Union eiriau rhywun" in sources(Path("out/XX-1-en.xliff").read_bytes())["Dw i’n iawn."]

    def test_holds_nothing_of_anybody_but_the_texts(self, tool: Tool, case: Path) -> None:
        tool("translations", "export", case)
        tool("translations", "export", case, "--format", "docx")
        held = b"".join(path.read_bytes() for path in Path("out").glob("*.xliff"))
        for path in Path("out").glob("*.docx"):
            document = docx.Document(io.BytesIO(path.read_bytes()))
            held += "".join(cell.text for row in document.tables[0].rows for cell in row.cells).encode()
            assert document.core_properties.author == ""
        for one in ("Owain", "owain", "Rees", "Bevan", "2016", "960 001", "visit"):
            assert one.encode() not in held

    def test_keeps_a_text_with_a_sentence_that_is_kept_back_and_says_so(self, tool: Tool, case: Path) -> None:
        case.write_text(
            CASE + 'withheld: [{ sentence: "The address is known.", from: [child], reason: third-party,'
            " because: Safety., decided_by: ann, review_on: 2027-01-01 }]\n",
            "utf-8",
        )
        code, _, err = tool("translations", "export", case)
        assert code == 0
        assert not any("Dad was seen" in source for source in sources(Path("out/XX-1-cy.xliff").read_bytes()))
        assert "case.yaml:29" in err
        assert "kept back from somebody" in err
        assert "Dad" not in err

    def test_keeps_a_text_that_documents_of_two_languages_share(self, tool: Tool, case: Path) -> None:
        shared = CASE.replace("organisation: { name: { cy: Aberwen, en: Aberwen }", "organisation: { name: Aberwen")
        second = CASE[CASE.index("  - kind: case-note") :].replace("id: visit", "id: two").replace("in: en", "in: cy")
        case.write_text(shared + second, "utf-8")
        _, _, err = tool("translations", "export", case)
        assert "case.yaml:4" in err
        assert "share this text" in err

    def test_says_when_nothing_waits(self, tool: Tool, case: Path) -> None:
        code, out, err = tool("translations", "export", case, "--language", "en", "--part", "file-strip")
        assert (code, out) == (0, "")
        assert "Nothing waits" in err


class TestImport:
    def test_puts_every_translation_at_its_place_and_leaves_the_rest(self, tool: Tool, case: Path) -> None:
        tool("translations", "export", case)
        for name in ("cy", "en"):
            fill(Path(f"out/XX-1-{name}.xliff"))
            assert tool("translations", "import", case, f"out/XX-1-{name}.xliff")[0] == 0
        text = case.read_text("utf-8")
        assert "    purpose:\n      en: I came to see you.   # as promised\n      cy: (I came to see you.)\n" in text
        assert "{ words: Dw i’n iawn., translation: { en: (Dw i’n iawn.) }, language: cy, to: ann }" in text
        assert "      cy: |-\n          (You swim.\n\n          You laughed.)\n" in text
        assert "    ending: { en: Bye for now., cy: (Bye for now.) }\n" in text
        assert text.startswith(CASE[: CASE.index("    purpose:")])
        assert tool("check", case)[0] == 0
        assert tool("translations", "export", case)[1] == ""

    def test_takes_a_word_table_that_was_filled_in(self, tool: Tool, case: Path) -> None:
        tool("translations", "export", case, "--format", "docx")
        document = docx.Document("out/XX-1-cy.docx")
        rows = document.tables[0].rows
        rows[2].cells[3].paragraphs[0].add_run("Rwyt ti’n ")
        rows[2].cells[3].paragraphs[0].add_run("nofio.")
        rows[2].cells[3].add_paragraph("Fe chwerthaist ti.")
        document.save("back.docx")
        code, _, err = tool("translations", "import", case, "back.docx")
        assert code == 0
        assert "1 text is new" in err
        assert "not translated yet: 3" in err
        assert data(case)["documents"][0]["going_well"][1]["cy"] == "Rwyt ti’n nofio.\n\nFe chwerthaist ti."

    def test_refuses_what_was_changed_meanwhile_and_takes_the_others(self, tool: Tool, case: Path) -> None:
        tool("translations", "export", case)
        fill(Path("out/XX-1-cy.xliff"))
        case.write_text(CASE.replace("I came to see you.", "I came to hear you."), "utf-8")
        code, _, err = tool("translations", "import", case, "out/XX-1-cy.xliff")
        assert code == 1
        assert "XX-1-cy.xliff:4" in err
        assert "has changed" in err
        assert "3 texts are new" in err
        assert data(case)["documents"][0]["purpose"] == "I came to hear you."

    def test_knows_a_text_again_when_another_document_was_put_in_front_of_it(self, tool: Tool, case: Path) -> None:
        tool("translations", "export", case)
        fill(Path("out/XX-1-cy.xliff"))
        note = CASE[CASE.index("  - kind: case-note") :].replace("id: visit", "id: earlier")
        case.write_text(CASE.replace("documents:\n", "documents:\n" + note), "utf-8")
        assert tool("translations", "import", case, "out/XX-1-cy.xliff")[0] == 0
        assert data(case)["documents"][0]["purpose"] == "I came to see you."
        assert data(case)["documents"][1]["purpose"]["cy"] == "(I came to see you.)"

    def test_changes_nothing_the_second_time_and_never_another_translation(self, tool: Tool, case: Path) -> None:
        tool("translations", "export", case)
        fill(Path("out/XX-1-cy.xliff"))
        tool("translations", "import", case, "out/XX-1-cy.xliff")
        before = case.read_bytes()
        code, _, err = tool("translations", "import", case, "out/XX-1-cy.xliff")
        assert code == 0
        assert "already: 4" in err
        assert case.read_bytes() == before
        fill(Path("out/XX-1-cy.xliff"), lambda _: "Arall.")
        code, _, err = tool("translations", "import", case, "out/XX-1-cy.xliff")
        assert code == 1
        assert "another translation" in err
        assert case.read_bytes() == before

    def test_leaves_a_text_that_has_something_kept_back_in_it_since(self, tool: Tool, case: Path) -> None:
        tool("translations", "export", case)
        fill(Path("out/XX-1-cy.xliff"))
        case.write_text(
            CASE + 'withheld: [{ sentence: "The address is known.", from: [child], reason: third-party,'
            " because: Safety., decided_by: ann, review_on: 2027-01-01 }]\n",
            "utf-8",
        )
        code, _, err = tool("translations", "import", case, "out/XX-1-cy.xliff")
        assert code == 1
        assert "kept back from somebody" in err
        assert data(case)["documents"][0]["worries"][0]["about"].startswith("Dad was seen")

    def test_leaves_what_the_translator_has_not_finished(self, tool: Tool, case: Path) -> None:
        tool("translations", "export", case)
        fill(Path("out/XX-1-cy.xliff"), state="needs-review-translation")
        code, _, err = tool("translations", "import", case, "out/XX-1-cy.xliff")
        assert code == 1
        assert "finished" in err
        assert case.read_text("utf-8") == CASE

    @pytest.mark.parametrize(
        ("words", "told"),
        [("a\u202eb", "U+202E"), ("x" * 20_001, "20"), ("\U000e0041", "U+E0041"), ("\U00012000", "U+12000")],
    )
    def test_lets_no_letters_in_that_a_case_may_not_hold(self, tool: Tool, case: Path, words: str, told: str) -> None:
        tool("translations", "export", case)
        fill(Path("out/XX-1-cy.xliff"), lambda source: words if source.startswith("I came") else "Da.")
        code, _, err = tool("translations", "import", case, "out/XX-1-cy.xliff")
        assert code == 1
        assert told in err
        assert "XX-1-cy.xliff:4" in err
        assert "3 texts are new" in err
        assert "purpose: I came to see you.   # as promised\n" in case.read_text("utf-8")

    def test_what_a_translator_writes_is_text_and_nothing_else(self, tool: Tool, case: Path) -> None:
        tool("translations", "export", case)
        hostile = "x\n\nwithheld: []\n\n{{ 7*7 }} <b>&amp; *a &b !!python"
        fill(Path("out/XX-1-cy.xliff"), lambda _: hostile)
        tool("translations", "import", case, "out/XX-1-cy.xliff")
        assert data(case)["documents"][0]["purpose"]["cy"] == hostile
        assert set(data(case)) == set(yaml.load(CASE, Loader=yaml.BaseLoader))

    def test_tells_when_a_paragraph_is_missing(self, tool: Tool, case: Path) -> None:
        tool("translations", "export", case)
        fill(Path("out/XX-1-cy.xliff"), lambda _: "Un.")
        code, _, err = tool("translations", "import", case, "out/XX-1-cy.xliff")
        assert code == 0
        assert err.count("paragraphs") == 1

    @pytest.mark.parametrize(
        ("name", "held"),
        [("a.txt", b""), ("a.xliff", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), ("a.docx", b"PK"), ("a.docx", b"")],
    )
    def test_a_file_that_is_none_of_ours_changes_nothing(
        self, tool: Tool, case: Path, tmp_path: Path, name: str, held: bytes
    ) -> None:
        (tmp_path / name).write_bytes(held)
        code, _, err = tool("translations", "import", case, name)
        assert code in (1, 2)
        assert "error" in err
        assert "inside" not in err
        assert case.read_text("utf-8") == CASE

    def test_the_same_people_can_read_the_case_as_before(self, tool: Tool, case: Path) -> None:
        case.chmod(0o640)
        tool("translations", "export", case)
        fill(Path("out/XX-1-cy.xliff"))
        tool("translations", "import", case, "out/XX-1-cy.xliff")
        assert case.stat().st_mode & 0o777 == 0o640

    def test_a_case_that_cannot_be_written_stays_whole(
        self, tool: Tool, case: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tool("translations", "export", case)
        fill(Path("out/XX-1-cy.xliff"))

        def full(*_: object) -> None:
            raise OSError

        monkeypatch.setattr("os.replace", full)
        assert tool("translations", "import", case, "out/XX-1-cy.xliff")[0] == 4
        assert case.read_text("utf-8") == CASE
        assert [path.name for path in case.parent.iterdir() if path.name.endswith(".part")] == []


@pytest.mark.parametrize(("example", "layout"), [("mali", "yaml"), ("siblings", "json"), ("keira", "block")])
def test_an_example_that_lost_its_welsh_gets_all_of_it_back(
    tool: Tool, root: Path, tmp_path: Path, example: str, layout: str
) -> None:
    whole = yaml.load((root / "examples" / f"{example}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    known: dict[str, str] = {}

    def without(value: Any) -> Any:
        if isinstance(value, dict) and set(value) == {"cy", "en"}:
            known[re.sub(r"\s+", " ", value["en"])] = value["cy"]
            return {"en": value["en"]}
        if isinstance(value, dict):
            return {key: without(one) for key, one in value.items()}
        return [without(one) for one in value] if isinstance(value, list) else value

    bare = without(whole)
    shutil.copytree(root / "examples" / "pictures", tmp_path / "pictures")
    case = tmp_path / ("case.json" if layout == "json" else "case.yaml")
    dumped = {
        "json": lambda: json.dumps(bare, ensure_ascii=False, indent=2),
        "yaml": lambda: yaml.safe_dump(bare, allow_unicode=True, sort_keys=False, default_flow_style=None, width=60),
        "block": lambda: yaml.safe_dump(bare, allow_unicode=True, sort_keys=False, width=60),
    }
    case.write_text(dumped[layout](), "utf-8")
    assert tool("translations", "export", case, "--language", "cy")[0] == 0
    (sent,) = Path("out").iterdir()
    asked = sources(sent.read_bytes())
    fill(sent, lambda source: known.get(re.sub(r"\s+", " ", source), "Nid oedd."))
    code, _, err = tool("translations", "import", case, sent)
    assert code == 0, err
    assert tool("translations", "export", case, "--language", "cy")[1] == ""

    def compare(old: Any, new: Any, full: Any) -> int:
        """Return how many texts have their Welsh again; everything else is as it was."""
        if isinstance(old, dict) and isinstance(new, dict) and set(new) - set(old) == {"cy"}:
            assert new == full
            return 1
        if isinstance(old, dict):
            return sum(compare(old[key], new[key], full[key]) for key in old)
        if isinstance(old, list):
            return sum(compare(*three) for three in zip(old, new, full, strict=True))
        assert old == new
        return 0

    after = json.loads(case.read_text("utf-8")) if layout == "json" else data(case)
    assert compare(bare, after, whole) >= len(asked) > 10
