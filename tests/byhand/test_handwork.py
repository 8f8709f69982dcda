"""Practitioners change the Word file before it goes: what they typed is kept, or told, and never lost."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from dystori.cli.main import run
from dystori.editions import Wanted
from dystori.findings import CaseError, Finding, OutputError
from dystori.formats.byhand.lines import read
from dystori.house import House
from dystori.made import Document

#: The letter of the case below.
NAME = "HW-1-01-case-note-letter-1-1-en.docx"

CASE: dict[str, Any] = yaml.load(
    """
reference: HW-1
nation: wales
organisation: { name: Aberwen, phone: 01632 960 001 }
people:
  owain: { kind: child, name: Owain Rees, known_as: Owain, born: "2014-01-01", languages: { letters: en } }
  gruff: { kind: child, name: Gruffydd Rees, known_as: Gruff, born: "2016-01-01" }
  ann: { kind: practitioner, name: Ann Bevan, known_as: Ann, role: social-worker, phone: 07700 900 123 }
documents:
  - kind: case-note
    id: visit
    type: visit
    about: [owain]
    date: "2026-11-13"
    written_in: en
    signed: { by: ann }
    meeting: { on: "2026-11-12", setting: school }
    purpose: I came to hear how you are.
    seen: { seen: "yes", alone: "yes" }
    going_well: [You sleep well., You read a book., You play chess.]
    meaning: I think that home is calmer now.
    actions:
      - { what: I will phone your school., who: [ann], by: "2026-11-20" }
      - { what: I will write to the doctor., who: [ann], by: "2026-11-27" }
    ending: Thank you for talking to me.
""",
    Loader=yaml.BaseLoader,
)


def case(**changed: Any) -> dict[str, Any]:
    """Return the data of the case, with fields of its document changed or (None) left out."""
    made: dict[str, Any] = json.loads(json.dumps(CASE))
    made["documents"][0].update(changed)
    made["documents"][0] = {key: value for key, value in made["documents"][0].items() if value is not None}
    return made


class Desk:
    """A folder that letters are written into, and somebody who changes them there."""

    def __init__(self, house: House, folder: Path) -> None:
        self.house, self.folder = house, folder
        self.target = folder / NAME

    def make(self, data: dict[str, Any] | None = None, formats: tuple[str, ...] = ("docx",)) -> list[Document]:
        """Make the letter of a case anew, save it with its manifest, and return it."""
        loaded = self.house.load(data or case())
        made = list(self.house.render(loaded, Wanted(parts=("letter",)), formats, over=self.folder))
        for document in made:
            document.save(self.folder)
            document.keep_manifest(self.folder)
        return made

    def change(self, before: str, after: str) -> None:
        """Type something else into a paragraph that holds certain words."""
        self.edit(lambda document: _type(_paragraph(document, before), after))

    def edit(self, by: Callable[[Any], None]) -> None:
        document = docx.Document(str(self.target))
        by(document)
        document.save(str(self.target))

    @property
    def lines(self) -> list[str]:
        """Return the words of the letter, paragraph by paragraph."""
        return [line.text for block in read(self.target.read_bytes()).blocks for line in block.lines]

    @property
    def put_by(self) -> list[Path]:
        return sorted((self.folder / "for-the-file").glob("*-by-hand-*.docx"))


def _every(document: Any) -> list[Any]:
    return list(document.element.body.iter(qn("w:p")))


def _words(paragraph: Any) -> str:
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def _paragraph(document: Any, words: str) -> Any:
    return next(one for one in _every(document) if words in _words(one))


def _type(paragraph: Any, words: str) -> None:
    first, *others = paragraph.iter(qn("w:t"))
    first.text = words
    for one in others:
        one.text = ""


def _after(paragraph: Any, words: str) -> Any:
    """Put a new paragraph in, as somebody does who presses the return key at the end of one."""
    made = parse_xml(f'<w:p xmlns:w="{paragraph.nsmap["w"]}"><w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r></w:p>')
    paragraph.addnext(made)
    return made


@pytest.fixture
def desk(house: House, tmp_path: Path) -> Desk:
    made = Desk(house, tmp_path / "out")
    made.make()
    return made


def codes(made: list[Document]) -> list[str]:
    return [one.code for document in made for one in document.findings if one.code.startswith(("edit", "file"))]


class TestAFileThatNobodyTouched:
    def test_is_written_over_with_what_the_case_says_now(self, desk: Desk) -> None:
        assert codes(desk.make(case(ending="Goodbye for now."))) == []
        assert "Goodbye for now." in desk.lines
        assert desk.put_by == []

    def test_is_written_over_without_a_manifest_too(self, desk: Desk) -> None:
        (desk.folder / "for-the-file" / f"{NAME}.json").unlink()
        assert codes(desk.make(case(ending="Goodbye for now."))) == []
        assert "Goodbye for now." in desk.lines

    def test_is_told_when_only_its_program_was_another(self, desk: Desk) -> None:
        desk.edit(lambda _: None)
        left = desk.target.read_bytes()
        assert codes(desk.make()) == ["edits_none"]
        assert [path.read_bytes() for path in desk.put_by] == [left]


class TestWhatWasTyped:
    def test_stays_when_the_case_changed_elsewhere(self, desk: Desk) -> None:
        desk.change("home is calmer", "I think that home is much calmer now, and quieter.")
        left = desk.target.read_bytes()
        assert codes(desk.make(case(ending="Goodbye for now."))) == ["edits_kept"]
        assert "I think that home is much calmer now, and quieter." in desk.lines
        assert "Goodbye for now." in desk.lines
        assert "Thank you for talking to me." not in desk.lines
        assert [path.read_bytes() for path in desk.put_by] == [left]
        assert desk.put_by[0].stat().st_mode & 0o777 == 0o600

    def test_stays_through_every_later_making(self, desk: Desk) -> None:
        desk.change("home is calmer", "By hand.")
        for ending in ("One.", "Two.", "Three."):
            assert codes(desk.make(case(ending=ending))) == ["edits_kept"]
            assert {"By hand.", ending} <= set(desk.lines)
        assert len(desk.put_by) == 1

    def test_stands_out_as_it_was_typed_and_is_marked_with_its_language(self, desk: Desk) -> None:
        def underline(document: Any) -> None:
            run = Paragraph(_paragraph(document, "home is calmer"), document).add_run(" Truly.")
            run.italic = run.underline = True

        desk.edit(underline)
        desk.make()
        paragraph = _paragraph(docx.Document(str(desk.target)), "home is calmer")
        (run,) = [one for one in paragraph.iter(qn("w:r")) if "Truly" in _words(one)]
        assert run.find(qn("w:rPr")).find(qn("w:i")) is not None
        assert run.find(qn("w:rPr")).find(qn("w:u")).get(qn("w:val")) == "single"
        assert {one.get(qn("w:val")) for one in paragraph.iter(qn("w:lang"))} == {"en-GB"}

    def test_in_a_list_keeps_the_other_points_and_its_bullet(self, desk: Desk) -> None:
        desk.change("read a book", "You read two books.")
        desk.make()
        paragraph = _paragraph(docx.Document(str(desk.target)), "two books")
        assert paragraph.pPr.pStyle.get(qn("w:val")) == "ListBullet"
        assert paragraph.pPr.numPr is not None
        assert {"You sleep well.", "You play chess."} <= set(desk.lines)

    def test_that_was_put_in_stands_where_it_was_and_takes_its_style_with_it(self, desk: Desk) -> None:
        desk.edit(lambda document: _after(_paragraph(document, "home is calmer"), "And I am glad."))
        desk.make(case(meaning="I think that home is safe now.", ending="Bye."))
        at = desk.lines.index("And I am glad.")
        assert desk.lines[at - 1] == "I think that home is safe now."
        assert "Bye." in desk.lines

    def test_that_was_taken_out_stays_out(self, desk: Desk) -> None:
        def take_out(document: Any) -> None:
            paragraph = _paragraph(document, "home is calmer")
            paragraph.getparent().remove(paragraph)

        desk.edit(take_out)
        assert codes(desk.make(case(ending="Bye."))) == ["edits_kept"]
        assert "Bye." in desk.lines
        assert not any("calmer" in line for line in desk.lines)

    def test_is_known_when_its_bookmark_went_with_the_words(self, desk: Desk) -> None:
        def anew(document: Any) -> None:
            paragraph = _paragraph(document, "home is calmer")
            _after(paragraph, "All typed anew.")
            paragraph.getparent().remove(paragraph)

        desk.edit(anew)
        assert codes(desk.make(case(ending="Bye."))) == ["edits_kept"]
        assert "All typed anew." in desk.lines
        assert not any("calmer" in line for line in desk.lines)

    def test_that_the_case_says_now_too_is_no_longer_by_hand(self, desk: Desk) -> None:
        desk.change("home is calmer", "Home is safe.")
        assert "edit_both" not in codes(desk.make(case(meaning="Home is safe.")))
        desk.make(case(meaning="Home is warm."))
        assert "Home is warm." in desk.lines

    def test_with_marks_that_a_markup_would_take_is_text(self, desk: Desk) -> None:
        desk.change("home is calmer", 'A <b> & "c" {{ x }}')
        desk.make()
        assert 'A <b> & "c" {{ x }}' in desk.lines


class TestWhatCannotBeKept:
    def lost(self, desk: Desk, made: list[Document], left: bytes) -> list[Finding]:
        """Return what was told; the file as it was left is with the manifests, whole."""
        assert [path.read_bytes() for path in desk.put_by] == [left]
        return [one for document in made for one in document.findings if one.code.startswith("edit_")]

    def test_is_told_with_its_place_when_the_case_changed_there_too(self, desk: Desk) -> None:
        desk.change("home is calmer", "By hand.")
        left = desk.target.read_bytes()
        (finding,) = self.lost(desk, desk.make(case(meaning="The case says so.")), left)
        assert (finding.code, finding.place.path) == ("edit_both", "documents.0.meaning")
        assert finding.values["copy"] == f"for-the-file/{desk.put_by[0].name}"
        assert "The case says so." in desk.lines
        assert "By hand." not in desk.lines

    def test_is_told_when_the_case_no_longer_has_it(self, desk: Desk) -> None:
        desk.change("home is calmer", "By hand.")
        left = desk.target.read_bytes()
        (finding,) = self.lost(desk, desk.make(case(meaning=None)), left)
        assert finding.code == "edit_gone"

    def test_is_told_for_a_picture_or_a_table_that_was_put_in(self, desk: Desk, root: Path) -> None:
        def picture(document: Any) -> None:
            paragraph = Paragraph(_paragraph(document, "home is calmer"), document)
            paragraph.add_run().add_picture(str(root / "examples" / "pictures" / "beach.png"))
            table = document.add_table(1, 1)
            table.cell(0, 0).text = "A table."
            _paragraph(document, "You sleep").addnext(table._tbl)

        desk.edit(picture)
        left = desk.target.read_bytes()
        found = self.lost(desk, desk.make(), left)
        assert [one.code for one in found] == ["edit_shape", "edit_shape"]

    def test_is_told_when_paragraphs_stand_in_another_order(self, desk: Desk) -> None:
        def swap(document: Any) -> None:
            _paragraph(document, "I came to hear").addprevious(_paragraph(document, "Thank you for talking"))

        desk.edit(swap)
        left = desk.target.read_bytes()
        assert "edit_shape" in [one.code for one in self.lost(desk, desk.make(), left)]

    def test_is_told_for_the_edges_of_the_pages_and_for_remarks(self, desk: Desk) -> None:
        def edges(document: Any) -> None:
            document.sections[0].footer.paragraphs[0].add_run("Our own foot")
            run = Paragraph(_paragraph(document, "home is calmer"), document).runs[0]
            document.add_comment(run, text="Is this so?", author="")

        desk.edit(edges)
        left = desk.target.read_bytes()
        assert {one.code for one in self.lost(desk, desk.make(), left)} == {"edit_edges", "edit_remarks"}

    def test_is_told_when_the_manifest_is_missing(self, desk: Desk) -> None:
        desk.change("home is calmer", "By hand.")
        left = desk.target.read_bytes()
        (desk.folder / "for-the-file" / f"{NAME}.json").unlink()
        assert codes(desk.make()) == ["edits_unknown"]
        assert [path.read_bytes() for path in desk.put_by] == [left]

    @pytest.mark.parametrize("left", [b"not a zip", b"PK\x05\x06" + bytes(18)])
    def test_is_told_when_the_file_is_no_word_file_any_more(self, desk: Desk, left: bytes) -> None:
        desk.target.write_bytes(left)
        assert codes(desk.make()) == ["edits_unreadable"]
        assert [path.read_bytes() for path in desk.put_by] == [left]


class TestTheGuard:
    def test_reads_what_was_typed_and_stops_a_brothers_day_of_birth(self, desk: Desk) -> None:
        desk.change("home is calmer", "Your brother was born on 1 January 2016.")
        left = desk.target.read_bytes()
        with pytest.raises(CaseError) as caught:
            desk.make(case(ending="Bye."))
        (finding,) = caught.value.findings
        assert (finding.code, finding.place.path) == ("edit_stopped", "people.gruff.born")
        assert desk.target.read_bytes() == left

    def test_stops_a_name_that_is_kept_back_since(self, desk: Desk) -> None:
        desk.change("home is calmer", "Gruffydd is calmer.")
        desk.make()
        held = case() | {
            "withheld": [
                {
                    "item": "gruff",
                    "from": ["owain"],
                    "reason": "third-party",
                    "because": "Not his.",
                    "decided_by": "ann",
                    "review_on": "2027-01-01",
                }
            ]
        }
        with pytest.raises(CaseError) as caught:
            desk.make(held)
        assert {one.code for one in caught.value.findings} == {"edit_stopped"}


class TestNothingIsWrittenOver:
    def test_a_document_that_was_not_made_over_the_changed_file_is_not_saved(self, desk: Desk, house: House) -> None:
        (made,) = house.render(house.load(case()), Wanted(parts=("letter",)), ("docx",))
        desk.change("home is calmer", "By hand.")
        left = desk.target.read_bytes()
        with pytest.raises(OutputError) as caught:
            made.save(desk.folder)
        assert [one.code for one in caught.value.findings] == ["file_edited"]
        assert desk.target.read_bytes() == left

    def test_nor_one_that_somebody_changed_once_more_meanwhile(self, desk: Desk, house: House) -> None:
        desk.change("home is calmer", "By hand.")
        (made,) = house.render(house.load(case()), Wanted(parts=("letter",)), ("docx",), over=desk.folder)
        desk.change("By hand.", "By hand, again.")
        with pytest.raises(OutputError):
            made.save(desk.folder)
        assert "By hand, again." in desk.lines

    def test_the_other_formats_say_that_they_have_none_of_it(self, desk: Desk) -> None:
        desk.change("home is calmer", "By hand.")
        made = desk.make(formats=("txt", "html"))
        assert codes(made) == ["edits_word_only", "edits_word_only"]
        assert "By hand." in desk.lines


def test_the_command_tells_in_the_users_language_what_became_of_it(
    desk: Desk, house: House, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(run.__globals__, "House", lambda _: house)
    desk.change("home is calmer", "By hand.")
    desk.change("Thank you for talking", "Thanks.")
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case(ending="Bye.")), "utf-8")
    arguments = ["render", str(path), "--part", "letter", "--format", "docx", "--out", str(desk.folder)]
    assert run([*arguments, "--iaith", "cy"], house.library) == 0
    told = capsys.readouterr().err
    assert "Mae’r ffeil newydd yn cadw’r hyn a deipiwyd â llaw" in told
    assert "case.json:1: documents.0.ending: rhybudd: Cafodd hwn ei newid â llaw" in told
    assert f"for-the-file/{desk.put_by[0].name}" in told
    assert "Thanks" not in told
    assert {"By hand.", "Bye."} <= set(desk.lines)


def test_the_manifest_holds_hashes_and_no_words(desk: Desk) -> None:
    held = (desk.folder / "for-the-file" / f"{NAME}.json").read_text("utf-8")
    assert len(json.loads(held)["blocks"]) > 10
    for word in ("Owain", "calmer", "Ann", "book"):
        assert word not in held


def test_a_file_made_over_a_changed_one_is_a_sound_word_file(desk: Desk) -> None:
    desk.change("home is calmer", "By hand.")
    desk.edit(lambda document: _after(_paragraph(document, "You sleep"), "You laugh."))
    desk.make()
    data = desk.target.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {"By hand.", "You laugh."} <= set(desk.lines)
    assert OpenXmlValidator().validate(desk.target).is_valid


# ------------------------------------------------------------------------------------------- what other programs do
SAVED = Path(__file__).parent / "saved"


def test_libreoffice_keeps_every_block_and_a_file_it_saved_has_no_change_in_it() -> None:
    made, saved = (read((SAVED / f"{name}.docx").read_bytes()) for name in ("made", "libreoffice"))
    assert [(block.key, block.digests) for block in saved.blocks] == [
        (block.key, block.digests) for block in made.blocks
    ]
    assert saved.edges == made.edges
    assert len(made.blocks) > 20
    assert made.parts["word/document.xml"] != saved.parts["word/document.xml"]


def test_word_parts_runs_and_keeps_track_of_changes_and_the_words_are_what_stands_there(desk: Desk) -> None:
    def as_word_does(document: Any) -> None:
        (run,) = _paragraph(document, "home is calmer").iter(qn("w:r"))
        inner = run.getparent()
        namespace = f'xmlns:w="{run.nsmap["w"]}"'
        for xml in (
            '<w:r {} w:rsidR="00A1"><w:t xml:space="preserve">I think that </w:t></w:r>',
            '<w:proofErr {} w:type="spellStart"/>',
            '<w:r {} w:rsidR="00A2"><w:t>home is calmer now.</w:t></w:r>',
            '<w:del {} w:id="900" w:author="x"><w:r><w:delText>And gone.</w:delText></w:r></w:del>',
        ):
            inner.insert(inner.index(run), parse_xml(xml.format(namespace)))
        inner.remove(run)

    desk.edit(as_word_does)
    assert codes(desk.make()) == ["edits_none"]


@given(
    st.lists(st.tuples(st.sampled_from(["retype", "anew", "put in", "take out"]), st.integers(3, 20)), max_size=4),
    st.sets(st.sampled_from(["purpose", "meaning", "ending", "going_well"])),
)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_was_typed_is_in_the_new_file_or_told_and_put_by(
    house: House, tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, int]], fields: set[str]
) -> None:
    desk = Desk(house, tmp_path_factory.mktemp("desk"))
    desk.make()
    typed: list[str] = []
    touched: set[str] = set()

    def by_hand(document: Any) -> None:
        paragraphs = [one for one in _every(document) if _words(one)]
        for number, (how, at) in enumerate({at: (how, at) for how, at in changes}.values()):
            paragraph, words = paragraphs[at], f"Typed by hand, number {number}."
            touched.add(_words(paragraph))
            if how == "retype":
                _type(paragraph, words)
            elif how == "put in":
                touched.discard(_words(paragraph))
                _after(paragraph, words)
            else:
                if how == "anew":
                    _after(paragraph, words)
                paragraph.getparent().remove(paragraph)
            if how != "take out":
                typed.append(words)

    desk.edit(by_hand)
    left = desk.target.read_bytes()
    new: dict[str, Any] = {name: f"The case says another {name}." for name in fields}
    if "going_well" in new:
        new["going_well"] = ["You sleep well.", "You sing.", "You play chess."]
    made = desk.make(case(**new))
    lost = [one for document in made for one in document.findings if one.code.startswith("edit_")]
    missing = [words for words in typed if words not in desk.lines]
    assert not missing or lost
    assert not changes or [path.read_bytes() for path in desk.put_by] == [left]
    # Of what the case says, only what somebody typed over or took out is not there.
    now = Desk(house, tmp_path_factory.mktemp("clean"))
    now.make(case(**new))
    assert [line for line in now.lines if line not in desk.lines and line not in touched] == []
