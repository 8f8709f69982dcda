"""The guard reads every finished file back and stops it, wherever in it stands what its reader may not read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, PngImagePlugin

import dystori
from dystori.editions import show
from dystori.guard import Guard, Watch
from dystori.guard.contents import read
from dystori.house import House
from dystori.tree import lines_of, plain
from dystori.words.everyday import read_everyday
from dystori.words.folding import folded

EXAMPLES = Path(__file__).parents[2] / "examples"
LETTER = dystori.Wanted(documents=["visit-november"], parts=["letter"], languages=["cy+en"])


@pytest.fixture
def case(house: House, mali: dict[str, Any]) -> Any:
    """Return a case in which a teacher and everything about him is kept from the child, and a brother has his own."""
    mali["people"]["khan"] = {
        "kind": "practitioner",
        "name": "Imran Zeta Khaldun",
        "known_as": "Mr Khaldun",
        "former_names": ["Imran Attwood"],
        "role": "teacher",
        "born": "1984-07-11",
        "phone": "01632 960 871",
        "email": "i.khaldun@ysgol.example",
        "address": ["14 Bryn Celyn", "Tregaron"],
    }
    mali["people"]["gwen"] = {
        "kind": "family",
        "name": "Gwendolen Pryce-Rees",
        "child_calls": {"cy": "Mam-gu Wen", "en": "Granny Wen"},
        "phone": "07700 900123",
        "address": ["Cae’r Bont, Tre-groes, SY25 6XX"],
    }
    mali["people"]["khan"]["child_calls"] = "Yncl Mir"
    mali["people"]["osian"] = {"kind": "child", "name": "Osian Prydderch", "born": "2017-05-03"}
    note = mali["documents"][0]
    note["trusted_adults"] = ["mamgu"]
    note["actions"] = [{"what": {"cy": "Bydda i’n ffonio.", "en": "I will ring."}, "who": ["sian"], "by": "2026-11-20"}]
    note["quotes"].append({"words": "Fy nghyfrinach fach i.", "language": "cy", "by": "osian", "to": "sian"})
    held = {"item": "people.khan", "from": ["mali"], "reason": "safety", "because": "A reason."}
    held |= {"decided_by": "sian", "review_on": "2027-05-01"}
    mali["withheld"] = [held, held | {"item": "people.gwen"}]
    return house.load(mali, dystori.PictureShelf(EXAMPLES))


@pytest.fixture
def watch(house: House, case: Any) -> Watch:
    [edition] = house.editions(case, LETTER)
    everyday = read_everyday(house.library, house.languages)
    return Guard({code: house.languages[code] for code in house.languages.codes}, everyday).watch(
        edition, show(edition)
    )


_FINISHED: dict[str, bytes] = {}


def finished(house: House, case: Any, format_: str) -> bytes:
    """Return the letter as the house hands it out, made once."""
    if format_ not in _FINISHED:
        [document] = house.render(case, LETTER, [format_])
        _FINISHED[format_] = document.data
    return _FINISHED[format_]


def stopped(watch: Watch, format_: str, data: bytes, name: str = "a-file") -> list[str]:
    """Return where in the case what was found stands; an error that says what it is fails here."""
    with pytest.raises(dystori.CaseError) as error:
        watch.look(name, format_, data)
    assert {one.code for one in error.value.findings} == {"guard_stopped"}
    assert "khaldun" not in str(error.value).casefold()
    return [one.place.path for one in error.value.findings]


@pytest.mark.parametrize(
    ("written", "where"),
    [
        ("Imran Zeta Khaldun", "people.khan.name"),
        ("IMRAN  KHALDUN", "people.khan.name"),
        ("Gofynnodd Imran amdanat ti", "people.khan.name"),
        ("mr khâldun’s", "people.khan.known_as"),
        ("Imran\nAttwood", "people.khan.former_names.0"),
        ("i.khaldun@YSGOL.example", "people.khan.email"),
        ("01632960871", "people.khan.phone"),
        ("+44 (0)1632 960-871", "people.khan.phone"),
        ("1984-07-11", "people.khan.born"),
        ("11/7/84", "people.khan.born"),
        ("11.07.1984", "people.khan.born"),
        ("11th July 1984", "people.khan.born"),
        ("July 11, 1984", "people.khan.born"),
        ("11 Gorffennaf 1984", "people.khan.born"),
        ("11eg o Orffennaf 1984", "people.khan.born"),
        ("14, Bryn Celyn", "people.khan.address.0"),
        ("ym Mryn Celyn", "people.khan.address.0"),
        ("o Dregaron", "people.khan.address.1"),
        ("Fy nghyfrinach fach i", "documents.0.quotes."),
        ("3 Mai 2017", "people.osian.born"),
        ("3 Fai 2017", "people.osian.born"),
        ("Imran Khal\u00addun", "people.khan.known_as"),
        ("Mr Khal\u200bdun", "people.khan.known_as"),
        ("Mr Kha\u0302ldun", "people.khan.known_as"),
        ("MR\u00a0KHALDUN", "people.khan.known_as"),
        ("Khaldun-Jones", "people.khan.name"),
        ("gan Yncl Mir", "people.khan.child_calls"),
        ("at ei Fam-gu Wen", "people.gwen.child_calls.cy"),
        ("MAM GU WEN", "people.gwen.child_calls.cy"),
        ("ger Cae’r Bont", "people.gwen.address.0"),
        ("ger Cae'r Bont", "people.gwen.address.0"),
        ("yn Nhre-groes", "people.gwen.address.0"),
        ("SY256XX", "people.gwen.address.0"),
        ("sy25 6xx", "people.gwen.address.0"),
        ("+44 7700 900123", "people.gwen.phone"),
        ("(07700) 900 123", "people.gwen.phone"),
    ],
)
def test_every_written_form_of_it_is_known(watch: Watch, written: str, where: str) -> None:
    found = stopped(watch, "txt", f"Annwyl Mali,\n{written}\nHwyl!".encode())
    assert any(path.startswith(where) for path in found)


@pytest.mark.parametrize("written", ["Osian", "Mr Kha", "attwoods", "01632 960 8711", "11 July 1985", "imran", "Bryn"])
def test_what_only_looks_like_it_passes(watch: Watch, written: str) -> None:
    watch.look("a-file", "txt", f"Annwyl Mali,\n{written}\n".encode())


def test_the_name_of_the_file_is_looked_at_too(watch: Watch) -> None:
    assert stopped(watch, "txt", b"Annwyl Mali", name="letter-khaldun-imran.txt")


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(target)
    return target.getvalue()


def draws(pdf: pikepdf.Pdf, page: bytes, form: bytes | None = None) -> None:
    """Write on the first page in a font without a map of letters, or have it draw a form."""
    first = pdf.pages[0]
    font = pdf.make_indirect(pikepdf.Dictionary(Type="/Font", Subtype="/Type1", BaseFont="/Helvetica"))
    fonts = pikepdf.Dictionary(F9=font)
    if form is not None:
        drawn = pdf.make_stream(form)
        drawn.Type, drawn.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        drawn.Resources = pikepdf.Dictionary(Font=fonts)
        first.obj.Resources["/XObject"] = pikepdf.Dictionary(X9=drawn)
    first.obj.Resources.Font["/F9"] = font
    first.contents_add(pdf.make_stream(page))


def _attach(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["note.txt"] = pikepdf.AttachedFileSpec(pdf, b"Mr Khaldun", filename="note.txt")


def _named_attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["Mr Khaldun.txt"] = pikepdf.AttachedFileSpec(pdf, b"x", filename="Mr Khaldun.txt")


def _bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Mr Khaldun", 0))


def _xmp(pdf: pikepdf.Pdf) -> None:
    xmp = pdf.Root.Metadata.read_bytes().replace(b"<rdf:RDF", b"<!-- Mr Khaldun --><rdf:RDF", 1)
    pdf.Root.Metadata = pdf.make_stream(xmp, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)


def _alt(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot["/Alt"] = pikepdf.String("Llun o Mr Khaldun â’i gi")


PDF_PLACES: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "drawn": lambda pdf: draws(pdf, b"BT /F9 12 Tf 9 9 Td (Mr Khaldun) Tj ET"),
    "drawn letter by letter": lambda pdf: draws(pdf, b"BT /F9 12 Tf [(Mr Kh) -20 (al\\144un)] TJ ET"),
    "drawn in two steps": lambda pdf: draws(pdf, b"BT /F9 12 Tf (Mr Khal) Tj (dun) Tj ET"),
    "at the edge": lambda pdf: draws(pdf, b"/Artifact BMC BT /F9 12 Tf <4d72204b68616c64756e> Tj ET EMC"),
    "meant": lambda pdf: draws(pdf, b"/Span << /ActualText (Mr Khaldun) >> BDC EMC"),
    "in a form": lambda pdf: draws(pdf, b"/X9 Do", b"BT /F9 12 Tf (Mr Khaldun) Tj ET"),
    "alternative text": _alt,
    "bookmark": _bookmark,
    "author": lambda pdf: pdf.docinfo.__setitem__("/Author", "Mr Khaldun"),
    "xmp": _xmp,
    "attachment": _attach,
    "name of an attachment": _named_attachment,
}


@pytest.mark.parametrize("place", PDF_PLACES)
def test_a_pdf_is_stopped_wherever_it_stands(house: House, case: Any, watch: Watch, place: str) -> None:
    data = finished(house, case, "pdf")
    watch.look("a-file", "pdf", data)
    assert "people.khan.known_as" in stopped(watch, "pdf", changed(data, PDF_PLACES[place]))


def repacked(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(target, "w") as after:
        for one in before.infolist():
            held = before.read(one)
            if one.filename == part:
                assert old in held, part
                held = held.replace(old, new, 1)
            after.writestr(one, held)
    return target.getvalue()


DOCX_PLACES = {
    "text": ("word/document.xml", b"</w:p>", b"<w:r><w:t>Mr Khaldun</w:t></w:r></w:p>"),
    "text in two runs": (
        "word/document.xml",
        b"</w:p>",
        b"<w:r><w:t>Mr Khal</w:t></w:r><w:r><w:t>dun</w:t></w:r></w:p>",
    ),
    "alternative text": ("word/document.xml", b"<w:body>", b'<w:body><w:x descr="Llun o Mr Khaldun"/>'),
    "author": ("docProps/core.xml", b"</cp:coreProperties>", b"<x>Mr Khaldun</x></cp:coreProperties>"),
    "remark": ("word/document.xml", b"<w:body>", b"<w:body><!-- Mr Khaldun -->"),
    "bookmark": ("word/document.xml", b"<w:body>", b'<w:body><w:bookmarkStart w:id="990" w:name="Mr_Khaldun"/>'),
    "description of a table": ("word/document.xml", b"<w:body>", b'<w:body><w:tblCaption w:val="Mr Khaldun"/>'),
    "link": ("word/_rels/document.xml.rels", b"</Rel", b'<Relationship Target="mailto:mr.khaldun@x.example"/></Rel'),
    "top of the page": ("word/header1.xml", b"</w:p>", b"<w:r><w:t>Mr Khaldun</w:t></w:r></w:p>"),
    "name of a style": ("word/styles.xml", b"<w:style ", b'<w:style w:hidden="Mr Khaldun" '),
}


@pytest.mark.parametrize("place", DOCX_PLACES)
def test_a_word_file_is_stopped_wherever_it_stands(house: House, case: Any, watch: Watch, place: str) -> None:
    data = finished(house, case, "docx")
    watch.look("a-file", "docx", data)
    assert "people.khan.known_as" in stopped(watch, "docx", repacked(data, *DOCX_PLACES[place]))


def test_a_part_of_a_word_file_that_nothing_leads_to_is_read_too(house: House, case: Any, watch: Watch) -> None:
    target = io.BytesIO(finished(house, case, "docx"))
    with zipfile.ZipFile(target, "a") as package:
        package.writestr("customXml/item1.xml", "<?xml version='1.0'?><a>Mr Khaldun</a>")
    assert "people.khan.known_as" in stopped(watch, "docx", target.getvalue())


HTML_PLACES = {
    "text": ("</body>", "<p>Mr Khaldun</p></body>"),
    "text with marks in it": ("</body>", "<p>Mr <b>Khal</b>dun</p></body>"),
    "letters by number": ("</body>", "<p>Mr Kh&#97;ldun</p></body>"),
    "alternative text": ("</body>", '<img alt="Mr Khaldun"></body>'),
    "remark": ("</body>", "<!-- Mr Khaldun --></body>"),
    "property": ("</head>", '<meta name="author" content="Mr Khaldun"></head>'),
    "style sheet": ("</head>", '<style>p::after { content: "Mr Khaldun" }</style></head>'),
    "data": ("</body>", '<p data-who="Mr Khaldun"></p></body>'),
    "drawing": ("</body>", "<svg><title>Mr Khaldun</title></svg></body>"),
    "link": ("</body>", '<a href="https://ysgol.example/mr%20khaldun">x</a></body>'),
}


@pytest.mark.parametrize("place", HTML_PLACES)
def test_a_web_page_is_stopped_wherever_it_stands(house: House, case: Any, watch: Watch, place: str) -> None:
    data = finished(house, case, "html")
    watch.look("a-file", "html", data)
    old, new = HTML_PLACES[place]
    assert old in data.decode()
    assert "people.khan.known_as" in stopped(watch, "html", data.decode().replace(old, new, 1).encode())


def test_what_is_written_beside_the_dots_of_a_picture_is_read(watch: Watch) -> None:
    target, written = io.BytesIO(), PngImagePlugin.PngInfo()
    written.add_text("Comment", "Mr Khaldun")
    Image.new("RGB", (2, 2)).save(target, "PNG", pnginfo=written)
    assert stopped(watch, "docx", target.getvalue())


def test_every_word_that_is_drawn_on_a_page_is_read(house: House, case: Any) -> None:
    [edition] = house.editions(case, LETTER)
    blocks = [block for content in house.compose(edition).contents for block in content.blocks]
    lines = [line for block in blocks for line in lines_of(block)]
    for format_ in ("pdf", "docx", "html", "txt"):
        said = f" {folded(read(finished(house, case, format_)).said)} "
        missing = {word for line in lines for word in folded(plain(line)).split() if f" {word} " not in said}
        assert not missing, format_


def test_the_house_hands_out_nothing_once_the_guard_has_stopped_it(
    house: House, case: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A template that writes a name of its own is an error; here a writer does."""
    monkeypatch.setattr("dystori.formats.text.write", lambda laid: "Annwyl Mali, Mr Khaldun")
    with pytest.raises(dystori.CaseError):
        list(house.render(case, LETTER, ["txt"]))


def test_the_file_may_hold_everything(house: House, case: Any) -> None:
    wanted = dystori.Wanted(documents=["visit-november"], languages=["cy"], reader="file")
    assert len(list(house.render(case, wanted, ["txt"]))) == 2
