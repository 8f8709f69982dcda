"""Every example, every part, in Welsh, in English and in both, in every format, opened and looked into."""

from __future__ import annotations

import io
import re
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import docx
import page as validator
import pikepdf
import pytest
from lxml import etree
from lxml import html as web

import dystori
from dystori.house import House
from dystori.tree import lines_of, runs, walk

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
LANGUAGES = ("cy", "en", "cy+en")
#: What is asked of one example is asked in one process, so that nothing is written twice.
CASES = pytest.mark.parametrize(
    "path", [pytest.param(path, marks=pytest.mark.xdist_group(path.stem), id=path.stem) for path in EXAMPLES]
)
IN = pytest.mark.parametrize("language", LANGUAGES)


@lru_cache(maxsize=128)
def made(house: House, path: Path, language: str, format_: str) -> tuple[dystori.Document, ...]:
    return tuple(house.render(house.load(path), dystori.Wanted(languages=[language]), [format_]))


def squeezed(text: str) -> str:
    """Return text as its words alone: how they break over lines is the format's own matter."""
    return re.sub(r"[\s\u00ad\u2011-]+", "", text)


@CASES
@IN
def test_pdfs_pass_for_accessibility_and_for_keeping(house: House, path: Path, language: str) -> None:
    for document in made(house, path, language, "pdf"):
        for profile in ("ua1", "2a"):
            report = validator.validate_pdf_bytes(document.data, profile=profile)
            assert report.is_compliant, (document.name, profile, [one.rule_id for one in report.failures])


@CASES
@IN
def test_pdfs_hold_no_attachment_script_form_or_person(house: House, path: Path, language: str) -> None:
    for document in made(house, path, language, "pdf"):
        with pikepdf.open(io.BytesIO(document.data)) as pdf:
            root = pdf.Root
            assert not {"/AF", "/OpenAction", "/AA", "/AcroForm"} & set(root.keys())
            assert "/EmbeddedFiles" not in root.get("/Names", pikepdf.Dictionary())
            assert set(pdf.docinfo.keys()) <= {"/Title", "/Producer", "/CreationDate", "/ModDate"}


@CASES
@IN
def test_every_word_of_the_tree_is_in_the_word_file(house: House, path: Path, language: str) -> None:
    case = house.load(path)
    wanted = dystori.Wanted(languages=[language])
    for edition, document in zip(house.editions(case, wanted), made(house, path, language, "docx"), strict=True):
        with zipfile.ZipFile(io.BytesIO(document.data)) as archive:
            body = etree.fromstring(archive.read("word/document.xml"))
        text = squeezed("".join(map(str, body.itertext())).replace("\u00a0", " "))
        markup = etree.tostring(body, encoding="unicode")
        for content in house.compose(edition).contents:
            for block in walk(content.blocks):
                for line in lines_of(block):
                    for run in runs(line):
                        assert squeezed(run.text) in text or run.text in markup or _escaped(run.text) in markup


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;")


@CASES
@IN
def test_word_files_open_and_have_one_title_heading_a_language(house: House, path: Path, language: str) -> None:
    for document in made(house, path, language, "docx"):
        opened = docx.Document(io.BytesIO(document.data))
        body = opened.element.body
        w = f"{{{body.nsmap['w']}}}"
        titles = [style for style in body.iter(f"{w}pStyle") if style.get(f"{w}val") == "Heading1"]
        assert len(titles) == len(language.split("+"))
        assert opened.core_properties.author == ""
        assert opened.core_properties.title


@CASES
@IN
def test_web_pages_are_whole_by_themselves(house: House, path: Path, language: str) -> None:
    for document in made(house, path, language, "html"):
        text = document.data.decode()
        page: Any = web.fromstring(text)
        assert len(page.xpath("//main")) == 1
        assert len(page.xpath("//main//article[@lang]")) == len(language.split("+"))
        assert not page.xpath("//script | //link[@rel='stylesheet'] | //iframe | //object")
        assert [value for value in page.xpath("//@src") if not value.startswith("data:")] == []
        assert not page.xpath("//img[not(@alt)]")


@CASES
def test_examples_are_whole_in_both_languages(house: House, path: Path) -> None:
    """People copy the examples: where one falls back to the other language, it says so in its first lines."""
    told = "fallback" in path.read_text(encoding="utf-8").split("dystori:")[0]
    for document in made(house, path, "cy+en", "txt"):
        assert told or not document.findings, [str(one.place) for one in document.findings]


@CASES
def test_the_title_that_goes_into_a_files_properties_names_nobody(house: House, path: Path) -> None:
    case = house.load(path)
    names = {word.casefold() for person in case.file.people.values() for word in re.findall(r"\w+", person.name)}
    for edition in house.editions(case, dystori.Wanted(languages=["cy+en"])):
        titles = " ".join(content.title for content in house.compose(edition).contents)
        assert not names & set(re.findall(r"\w+", titles.casefold()))


def test_there_are_examples_of_every_kind_and_note(house: House) -> None:
    from dystori_schemas.kinds.case_note import CaseNote, NoteType

    documents = [document for path in EXAMPLES for document in house.load(path).file.documents]
    assert {document.kind for document in documents} == set(house.library.kinds)
    assert {one.type for one in documents if isinstance(one, CaseNote)} == set(NoteType)
    assert len(EXAMPLES) >= 5


def test_two_threads_render_what_one_does(house: House) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def bytes_of(path: Path) -> list[bytes]:
        return [one.data for format_ in ("pdf", "docx") for one in made(house, path, "cy", format_)]

    alone = [bytes_of(path) for path in EXAMPLES[:2]]
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(bytes_of, EXAMPLES[:2])) == alone
