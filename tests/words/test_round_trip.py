"""``words export`` and ``import``: out to XLIFF or CSV and back with nothing lost and nothing guessed."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dystori.findings import CaseError, RequestError
from dystori.house import House
from dystori.library import Library
from dystori.words import po
from dystori.workshop import csv_file, exchange
from dystori.workshop.intake import TakenIn

WriteBook = Callable[..., Path]
BOOKS = ("common", "tool", "pictures", "rules", "fields")
FORMATS = ("xliff", "csv")

RICH = (
    ("plan/ti", "Your plan helps {name}.", "Mae dy gynllun di’n helpu {name}."),
    ("plan/chi", "Your plan helps {name}.", "Mae eich cynllun chi’n helpu {name}."),
    ("bye/early/ti", "Bye, you!", "Hwyl i ti!"),
    ("bye/early/chi", "Bye, you!", ""),
    '# Gofynnwch i Siân.\n# Dwy linell.\n#, fuzzy, other-term\n#| msgid "Two\\n"\n#| "old lines."\n'
    'msgctxt "two"\nmsgid ""\n"Two\\n"\n"lines."\nmsgstr ""\n"Dwy\\n"\n"linell."',
    ("formula", "=1+1 is two", "=1+1 yw dau"),
    ("quote", "‘Yes’, she said", "‘Ie’, meddai"),
    '#, fuzzy\n#| msgid "{n} thing"\n#| msgid_plural "{n} things"\n'
    'msgctxt "files"\nmsgid "{n} file"\nmsgid_plural "{n} files"\nmsgstr[0] "dim ffeil"\nmsgstr[1] "un ffeil"\n'
    'msgstr[2] "dwy ffeil"\nmsgstr[3] "tair ffeil"\nmsgstr[4] "chwe ffeil"\nmsgstr[5] "{n} ffeil"',
)
ENGLISH = (
    ("plan", "Your plan helps {name}.", ""),
    ("bye/early", "Bye, you!", ""),
    'msgctxt "two"\nmsgid ""\n"Two\\n"\n"lines."\nmsgstr ""',
    ("formula", "=1+1 is two", ""),
    ("quote", "‘Yes’, she said", ""),
    'msgctxt "files"\nmsgid "{n} file"\nmsgid_plural "{n} files"\nmsgstr[0] ""\nmsgstr[1] ""',
)


@pytest.fixture
def house(library: Library, write_book: WriteBook) -> House:
    """Return a house with catalogues that hold everything an entry can hold."""
    for name in BOOKS:
        write_book("en", name=name)
        write_book("cy", name=name)
    write_book("en", *ENGLISH)
    write_book("cy", *RICH)
    return House(library)


@pytest.fixture
def locales(house: House) -> Path:
    assert isinstance(house.library.locales, Path)
    return house.library.locales


def say(key: str, **values: str) -> str:
    return f"{key} {' '.join(values.values())}".strip() + "."


def out(house: House, format_: str, folder: Path) -> Path:
    (path,) = exchange.send_out(house, format_, folder, say)
    return path


def back(house: House, path: Path, locales: Path) -> TakenIn:
    return exchange.bring_in(House(house.library), path, locales)


def emptied(locales: Path) -> bytes:
    """Empty the Welsh of everything a translator wrote; return what was there."""
    path = locales / "cy" / "common.po"
    before = po.write(po.read(path.read_bytes(), "cy.po"))
    book = po.read(before, "cy.po")
    for entry in book.entries:
        entry.msgstr, entry.forms = "", ["" for _ in entry.forms]
        entry.old = entry.old_plural = ""
        entry.flags, entry.comments = [], []
    path.write_bytes(po.write(book))
    return before


@pytest.mark.parametrize("format_", FORMATS)
class TestThereAndBack:
    def test_what_comes_back_unchanged_changes_no_byte(
        self, house: House, locales: Path, tmp_path: Path, format_: str
    ) -> None:
        before = (locales / "cy" / "common.po").read_bytes()
        taken = back(house, out(house, format_, tmp_path / "out"), locales)
        assert (taken.changed, taken.refused) == (0, ())
        assert (locales / "cy" / "common.po").read_bytes() == before

    def test_nothing_a_translator_wrote_is_lost(
        self, house: House, locales: Path, tmp_path: Path, format_: str
    ) -> None:
        """Registers, stages, comments, flags, lines, plural forms, the sentences of before: byte by byte."""
        path = out(house, format_, tmp_path / "out")
        before = emptied(locales)
        taken = back(house, path, locales)
        assert taken.refused == ()
        assert (locales / "cy" / "common.po").read_bytes() == before

    def test_a_new_translation_is_taken_in(self, house: House, locales: Path, tmp_path: Path, format_: str) -> None:
        path = out(house, format_, tmp_path / "out")
        text = path.read_text("utf-8").replace("Hwyl i ti!", "Ta ta i ti!")
        path.write_text(text, "utf-8")
        assert back(house, path, locales).changed == 1
        assert "Ta ta i ti!" in (locales / "cy" / "common.po").read_text("utf-8")

    def test_a_sentence_that_has_changed_is_refused_and_the_rest_taken_in(
        self, house: House, locales: Path, tmp_path: Path, write_book: WriteBook, format_: str
    ) -> None:
        path = out(house, format_, tmp_path / "out")
        write_book("cy", ("bye/early/ti", "Bye for now, you!", ""), ("formula", "=1+1 is two", ""))
        taken = back(house, path, locales)
        changed = [one.place.path for one in taken.refused if one.code == "exchange_changed"]
        assert changed == ["common:bye/early/ti"]
        assert all(one.place.file == path.name and one.place.line for one in taken.refused)
        entries = po.read((locales / "cy" / "common.po").read_bytes(), "cy.po").entries
        assert [(one.context, one.msgstr) for one in entries] == [("bye/early/ti", ""), ("formula", "=1+1 yw dau")]

    def test_an_entry_that_is_gone_is_refused(
        self, house: House, locales: Path, tmp_path: Path, write_book: WriteBook, format_: str
    ) -> None:
        path = out(house, format_, tmp_path / "out")
        write_book("cy", *RICH[1:])
        assert [(one.code, one.place.path) for one in back(house, path, locales).refused] == [
            ("exchange_stranger", "common:plan/ti")
        ]

    def test_a_translation_that_could_not_print_is_refused(
        self, house: House, locales: Path, tmp_path: Path, format_: str
    ) -> None:
        path = out(house, format_, tmp_path / "out")
        text = path.read_text("utf-8").replace("Mae dy gynllun di’n helpu {name}.", "Mae dy gynllun di’n helpu.")
        path.write_text(text, "utf-8")
        taken = back(house, path, locales)
        assert [(one.code, one.place.path) for one in taken.refused] == [("words-placeholder-lost", "common:plan/ti")]
        assert "helpu {name}" in (locales / "cy" / "common.po").read_text("utf-8")

    def test_what_comes_back_empty_stays_as_it_is_here(
        self, house: House, locales: Path, tmp_path: Path, format_: str
    ) -> None:
        path = out(house, format_, tmp_path / "out")
        path.write_text(path.read_text("utf-8").replace("Hwyl i ti!", ""), "utf-8")
        assert back(house, path, locales).changed == 0

    def test_every_entry_says_where_it_stands_who_reads_it_and_how_long_it_may_be(
        self, house: House, tmp_path: Path, format_: str
    ) -> None:
        text = out(house, format_, tmp_path / "out").read_text("utf-8")
        assert "note-stands common. note-reader-early. note-register ti. note-longest 80." in text
        assert "note-numbers 4, 5, 7." in text

    def test_the_words_that_ship_go_out_and_come_back(self, tmp_path: Path, format_: str) -> None:
        library = Library.default()
        shutil.copytree(str(library.locales), tmp_path / "locales")
        house = House(Library(library.templates, tmp_path / "locales", library.kinds))
        taken = back(house, out(house, format_, tmp_path / "out"), tmp_path / "locales")
        assert (taken.changed, taken.refused) == (0, ())


class TestXliff:
    def test_states_registers_and_lengths_stand_where_other_tools_look_for_them(
        self, house: House, tmp_path: Path
    ) -> None:
        root = etree.parse(str(out(house, "xliff", tmp_path / "out"))).getroot()
        names = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
        units = {unit.get("resname"): unit for unit in root.iterfind(".//x:trans-unit", names)}
        states = {
            name: target.get("state")
            for name, unit in units.items()
            if (target := unit.find("x:target", names)) is not None
        }
        assert (states["plan/ti"], states["bye/early/chi"], states["two"]) == (
            "translated",
            "new",
            "needs-review-translation",
        )
        assert (units["plan/ti"].get("maxwidth"), units["plan/ti"].get("size-unit")) == ("92", "char")
        file = root.find("x:file", names)
        assert file is not None
        assert (file.get("source-language"), file.get("target-language")) == ("en-GB", "cy-GB")

    @pytest.mark.parametrize(
        "approved",
        [('state="needs-review-translation"', 'state="final"'), ('resname="two"', 'resname="two" approved="yes"')],
    )
    def test_a_text_that_a_tool_has_approved_is_done(
        self, house: House, locales: Path, tmp_path: Path, approved: tuple[str, str]
    ) -> None:
        path = out(house, "xliff", tmp_path / "out")
        path.write_text(path.read_text("utf-8").replace(*approved), "utf-8")
        back(house, path, locales)
        book = po.read((locales / "cy" / "common.po").read_bytes(), "cy.po")
        assert not [entry for entry in book.entries if entry.context == "two" and (entry.fuzzy or entry.old)]
        assert [entry.flags for entry in book.entries if entry.context == "two"] == [["other-term"]]

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "nonsense",
            "<xliff/>",
            '<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
            '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">&x;</xliff>',
        ],
    )
    def test_what_is_no_xliff_is_refused(self, house: House, locales: Path, tmp_path: Path, text: str) -> None:
        path = tmp_path / "cy.xliff"
        path.write_text(text, "utf-8")
        with pytest.raises(CaseError) as caught:
            back(house, path, locales)
        assert caught.value.findings[0].code == "exchange_xml"


class TestCsv:
    @pytest.mark.parametrize(
        "text",
        [
            *("=1+1", "+44", "-5 °C", "@name", " =1+1", "\t=1", "'=1", "01632 960 001", "1/2", "\uff1d1+1"),
            *("12 November 2026", "May 2026", "3e5", "1.30", "007", "1,234", "12/11/2026", "Iau, 12 Tachwedd 2026"),
        ],
    )
    def test_a_spreadsheet_reckons_with_no_cell(self, text: str) -> None:
        assert csv_file.guarded(text) == f"'{text}"

    @pytest.mark.parametrize(
        "text", ["", "A plan.", "Mae’n 6 oed.", "“Ie”", "Write 12 November 2026, for example: 12/11/2026"]
    )
    def test_a_plain_text_stays_as_it_is(self, text: str) -> None:
        assert csv_file.guarded(text) == text

    @given(st.text(st.characters(exclude_categories=["Cs"])))
    def test_every_text_comes_back(self, text: str) -> None:
        assert csv_file.plain(csv_file.guarded(text)) == text

    def test_no_cell_of_a_file_begins_as_a_formula(self, house: House, tmp_path: Path) -> None:
        text = out(house, "csv", tmp_path / "out").read_text("utf-8-sig")
        cells = [cell for line in csv.reader(io.StringIO(text, newline="")) for cell in line]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        assert "'=1+1 yw dau" in cells

    @pytest.mark.parametrize("delimiter", [";", "\t"])
    def test_a_spreadsheet_may_part_its_cells_another_way(
        self, house: House, locales: Path, tmp_path: Path, delimiter: str
    ) -> None:
        path = out(house, "csv", tmp_path / "out")
        lines = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
        target = io.StringIO(newline="")
        csv.writer(target, delimiter=delimiter).writerows(lines)
        path.write_text(target.getvalue(), "utf-8", newline="")
        taken = back(house, path, locales)
        assert (taken.changed, taken.refused) == (0, ())

    def test_an_entry_given_twice_is_taken_in_once(self, house: House, locales: Path, tmp_path: Path) -> None:
        path = out(house, "csv", tmp_path / "out")
        first = path.read_bytes().split(b"\r\n")
        path.write_bytes(b"\r\n".join([*first[:2], first[1], *first[2:]]))
        assert [one.code for one in back(house, path, locales).refused] == ["exchange_twice"]

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("", "exchange_columns"),
            ("a,b\n1,2\n", "exchange_columns"),
            (",".join(csv_file.COLUMNS) + "\ncy,common\n", "exchange_line"),
            (",".join(csv_file.COLUMNS) + '\n"cy', "exchange_line"),
        ],
    )
    def test_what_is_not_our_table_is_refused(
        self, house: House, locales: Path, tmp_path: Path, text: str, code: str
    ) -> None:
        path = tmp_path / "cy.csv"
        path.write_text(text, "utf-8")
        with pytest.raises(CaseError) as caught:
            back(house, path, locales)
        assert caught.value.findings[0].code == code


def test_a_file_of_another_kind_is_refused(house: House, locales: Path, tmp_path: Path) -> None:
    with pytest.raises(RequestError) as caught:
        back(house, tmp_path / "cy.docx", locales)
    assert caught.value.findings[0].code == "exchange_format"


def test_a_folder_that_is_called_like_a_file_is_told_as_none(house: House, locales: Path, tmp_path: Path) -> None:
    (tmp_path / "cy.csv").mkdir()
    with pytest.raises(CaseError) as caught:
        back(house, tmp_path / "cy.csv", locales)
    assert caught.value.findings[0].code == "file_not_a_file"
