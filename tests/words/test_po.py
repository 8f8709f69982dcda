"""PO files: what is read is written again, and other tools read it too."""

from __future__ import annotations

import io
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from dystori.findings import CatalogueError
from dystori.words import po

FILE = """# Welsh words.
msgid ""
msgstr ""
"Language: cy\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);\\n"

# A word from the translator.
#. A word for the translator.
#: templates/closure_letter/letter.html
#, fuzzy
#| msgid "Hello {name}."
msgctxt "opening/early/ti"
msgid "Dear {name}, I am \\"here\\"."
msgstr ""
"Annwyl {name},\\n"
"rydw i yma."

#~ msgctxt "gone"
#~ msgid "Good bye."
#~ msgstr "Hwyl."
"""

HEADER = 'msgid ""\nmsgstr "Language: cy\\n"\n\n'


def test_an_entry_keeps_its_line_comments_old_sentence_and_place() -> None:
    catalogue = po.read(FILE.encode(), "cy.po")
    entry, gone = catalogue.entries
    assert (entry.context, entry.line) == ("opening/early/ti", 13)
    assert entry.msgid == 'Dear {name}, I am "here".'
    assert entry.msgstr == "Annwyl {name},\nrydw i yma."
    assert (entry.old, entry.fuzzy) == ("Hello {name}.", True)
    assert entry.comments == ["A word from the translator."]
    assert entry.notes == ["A word for the translator."]
    assert entry.places == ["templates/closure_letter/letter.html"]
    assert (gone.context, gone.msgstr, gone.obsolete) == ("gone", "Hwyl.", True)


def test_a_file_read_and_written_is_the_same_file() -> None:
    assert po.write(po.read(FILE.encode(), "cy.po")).decode() == FILE


def test_long_old_and_obsolete_entries_survive_too() -> None:
    entry = po.Entry("a", "one\ntwo", "un\ndau", old="once\ntwice", obsolete=True, flags=["fuzzy"], line=0)
    data = po.write(po.Catalogue({"Language": "cy"}, [], [entry]))
    read = po.read(data, "cy.po").entries[0]
    read.line = 0
    assert read == entry


def test_babel_reads_what_we_write() -> None:
    theirs = read_po(io.BytesIO(FILE.encode()))
    message = theirs.get('Dear {name}, I am "here".', context="opening/early/ti")
    assert message is not None
    assert message.string == "Annwyl {name},\nrydw i yma."


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="msgfmt is not installed")
def test_msgfmt_accepts_what_we_write_with_grammar_in_placeholders(tmp_path: Path) -> None:
    entry = po.Entry("a/ti", "I live in {town:in}.", "Rydw i’n byw {town:yn}.")
    catalogue = po.read(FILE.encode(), "cy.po")
    catalogue.entries.append(entry)
    (tmp_path / "cy.po").write_bytes(po.write(catalogue))
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", tmp_path / "cy.po"], check=True, capture_output=True)


PLURAL = """msgctxt "files"
msgid "{n} file"
msgid_plural "{n} files"
msgstr[0] "dim ffeil"
msgstr[1] "un ffeil"
msgstr[2] "dwy ffeil"
msgstr[3] "tair ffeil"
msgstr[4] "chwe ffeil"
msgstr[5] "{n} ffeil"
"""


def test_an_entry_with_six_plural_forms_is_read_and_written_the_same() -> None:
    catalogue = po.read((FILE + "\n" + PLURAL).encode(), "cy.po")
    entry = next(one for one in catalogue.entries if one.context == "files")
    assert (entry.msgid, entry.plural, entry.msgstr) == ("{n} file", "{n} files", "")
    assert entry.forms == ["dim ffeil", "un ffeil", "dwy ffeil", "tair ffeil", "chwe ffeil", "{n} ffeil"]
    assert po.write(catalogue).decode() == FILE + "\n" + PLURAL


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="msgfmt is not installed")
def test_msgfmt_accepts_six_plural_forms(tmp_path: Path) -> None:
    (tmp_path / "cy.po").write_text(FILE + "\n" + PLURAL, encoding="utf-8")
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", tmp_path / "cy.po"], check=True, capture_output=True)


def test_an_obsolete_plural_entry_keeps_every_form_and_its_old_sentences() -> None:
    forms = ["a", "b", "c", "d", "e", "f"]
    entry = po.Entry("a", "one", plural="many", forms=forms, old="single", old_plural="several", obsolete=True)
    read = po.read(po.write(po.Catalogue({"Language": "cy"}, [], [entry])), "cy.po").entries[0]
    read.line = 0
    assert read == entry


def test_a_slip_costs_the_entry_it_is_in_and_no_other() -> None:
    text = HEADER + 'msgctxt "a"\nmsgid "A"\nmsgstr "Un\n\nmsgctxt "b"\nmsgid "B"\nmsgstr "Dau"\n'
    catalogue, faults = po.salvage(text.encode(), "cy.po")
    assert [(one.code, one.place.line) for one in faults] == [("words-po-syntax", 6), ("words-po-incomplete", 4)]
    assert [entry.context for entry in catalogue.entries] == ["b"]


@given(
    st.lists(
        st.builds(
            po.Entry,
            context=st.text(alphabet="abc/-", min_size=1),
            msgid=st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
            msgstr=st.text(st.characters(exclude_categories=["Cs"])),
        )
    )
)
def test_every_text_comes_back_from_a_file(entries: list[po.Entry]) -> None:
    read = po.read(po.write(po.Catalogue({"Language": "cy"}, [], entries)), "cy.po")
    assert [(one.context, one.msgid, one.msgstr) for one in read.entries] == [
        (one.context, one.msgid, one.msgstr) for one in entries
    ]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "words-po-header", 1),
        (b'msgid "a"\nmsgstr "b"\n', "words-po-header", 1),
        (HEADER.encode() + b'msgid "\xff"\nmsgstr ""\n', "words-po-encoding", 4),
        ((HEADER + "msgid 'a'\n").encode(), "words-po-syntax", 4),
        ((HEADER + 'msgid "a" "b"\nmsgstr ""\n').encode(), "words-po-syntax", 4),
        ((HEADER + 'msgid "a\\x41"\nmsgstr ""\n').encode(), "words-po-syntax", 4),
        ((HEADER + '"lost"\n').encode(), "words-po-syntax", 4),
        ((HEADER + 'msgctxt "a"\nmsgid "b"\n').encode(), "words-po-incomplete", 4),
        ((HEADER + 'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n').encode(), "words-po-incomplete", 4),
        ((HEADER + 'msgid "a"\nmsgstr[0] "c"\n').encode(), "words-po-incomplete", 4),
        ((HEADER + 'msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n').encode(), "words-po-incomplete", 4),
        ((HEADER + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n').encode(), "words-po-incomplete", 4),
    ],
)
def test_a_file_that_is_not_what_we_write_is_refused_with_its_line(data: bytes, code: str, line: int) -> None:
    with pytest.raises(CatalogueError) as caught:
        po.read(data, "cy.po")
    first = caught.value.findings[0]
    assert (first.code, first.place.line) == (code, line)


@given(st.binary())
def test_no_bytes_make_anything_but_a_catalogue_or_a_fault(data: bytes) -> None:
    with suppress(CatalogueError):
        po.read(data, "cy.po")


@given(st.lists(st.sampled_from(FILE.splitlines())))
def test_no_order_of_lines_breaks_the_reader(lines: list[str]) -> None:
    with suppress(CatalogueError):
        po.read("\n".join(lines).encode(), "cy.po")
