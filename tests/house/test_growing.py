"""A sixth kind and a third language need a module, a folder and an example: nothing in ``generator/``."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import Field

import dystori
from dystori.house import House
from dystori.library import Library
from dystori_schemas.base import LocalText
from dystori_schemas.common import Document
from dystori_schemas.kinds import Kind, Part

TEMPLATE = """{% import "shared/macros.html" as m with context %}
{{ m.furniture("title") }}
<body><h1>{{ "greeting" | words(names=names) }}</h1>
<h2>{{ "wish" | words }}</h2><p>{{ doc.wish }}</p>
{{ m.signed() }}</body>
"""

PO = """msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"
"""

ENTRY = '\nmsgctxt "{context}"\nmsgid "{english}"\nmsgstr "{text}"\n'


class BirthdayCard(Document):
    """A card, to show that a kind is one module."""

    kind: Literal["birthday-card"] = Field("birthday-card", description="birthday-card")
    wish: LocalText = Field(description="What the card says.")


@pytest.fixture
def card_house(house: House, tmp_path: Path) -> House:
    """Return a house with a sixth kind: a model, a template folder, an entry file a language."""
    library = house.library
    shutil.copytree(str(library.templates), tmp_path / "templates")
    shutil.copytree(str(library.locales), tmp_path / "locales")
    folder = tmp_path / "templates" / "birthday_card"
    folder.mkdir()
    (folder / "letter.html").write_text(TEMPLATE, encoding="utf-8")
    for code, title, wish in (("en", "", ""), ("cy", "Cerdyn", "Pen-blwydd hapus")):
        grammar = house.languages[code].grammar.data
        text = PO.format(language=grammar.babel, plurals=grammar.plural_forms)
        text += ENTRY.format(context="title", english="A card", text=title)
        text += ENTRY.format(context="wish", english="Happy birthday", text=wish)
        (tmp_path / "locales" / code / "birthday_card.po").write_text(text, encoding="utf-8")
    kind = Kind("birthday-card", BirthdayCard, (Part("letter", reader="child", per="child"),))
    return House(Library(tmp_path / "templates", tmp_path / "locales", {**library.kinds, kind.name: kind}))


def card(mali: dict[str, Any]) -> dict[str, Any]:
    mali["documents"] = [
        {
            "kind": "birthday-card",
            "id": "card",
            "about": ["mali"],
            "date": "2027-03-14",
            "written_in": "cy",
            "signed": {"by": "sian"},
            "wish": {"cy": "Wyth oed!", "en": "Eight!", "lb": "Aacht!"},
        }
    ]
    return mali


def test_a_sixth_kind_prints_in_every_language_and_format(card_house: House, mali: dict[str, Any]) -> None:
    case = card_house.load(card(mali))
    wanted = dystori.Wanted(languages=["cy", "en", "cy+en"])
    documents = list(card_house.render(case, wanted))
    assert len(documents) == 3 * 4
    welsh = next(one for one in documents if one.name.endswith("-cy.txt")).data.decode()
    assert "Annwyl Mali," in welsh
    assert "Pen-blwydd hapus\n\nWyth oed!" in welsh


def test_a_third_language_is_a_folder(card_house: House, mali: dict[str, Any]) -> None:
    """Luxembourgish: one register, its own words for *and*; everything else from its folder."""
    locales = Path(str(card_house.library.locales))
    shutil.copytree(locales / "en", locales / "lb")
    grammar = (locales / "lb" / "grammar.toml").read_text(encoding="utf-8")
    grammar = grammar.replace('tag = "en-GB"', 'tag = "lb-LU"').replace('name = "English"', 'name = "Lëtzebuergesch"')
    grammar = grammar.replace('babel = "en_GB"', 'babel = "lb"').replace("base = true\n", "")
    grammar = grammar.replace('last = " and {word}"', 'last = " an {word}"')
    (locales / "lb" / "grammar.toml").write_text(grammar, encoding="utf-8")
    for file in (locales / "lb").glob("*.po"):
        _translate(file)
    house = House(replace(card_house.library))
    assert "lb" in house.languages.codes
    case = house.load(card(mali))
    [document] = house.render(case, dystori.Wanted(languages=["lb"]), ["txt"])
    assert "lb:Dear Mali," in document.data.decode()
    assert "Aacht!" in document.data.decode()
    [joined] = house.render(case, dystori.Wanted(languages=["lb+cy"]), ["html"])
    assert 'lang="lb-LU"' in joined.data.decode()


def _translate(file: Path) -> None:
    """Fill a copied catalogue: each sentence marked as the new language's own."""
    from dystori.words import po

    book = po.read(file.read_bytes(), file.name)
    book.header["Language"] = "lb"
    for entry in book.entries:
        entry.msgstr = f"lb:{entry.msgid}"
    file.write_bytes(po.write(book))
