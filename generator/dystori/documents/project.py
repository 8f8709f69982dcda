"""Project what a reader may see into plain data in one language: the only thing a template is given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from babel import Locale, UnknownLocaleError

from dystori.documents.charted import AROUND_ME, around, drawn_network
from dystori.documents.kinship import FAMILY_TREE, drawn_tree, told
from dystori.documents.pictured import pictured
from dystori.documents.quoted import quoted
from dystori.documents.tagged import Chosen, Tagged
from dystori.editions import Edition, Fields, Leaf, Shown
from dystori.editions.readers import age
from dystori.pictures import Measure
from dystori.tree import Drawing
from dystori.words import (
    Age,
    Date,
    Language,
    LanguageName,
    Languages,
    Name,
    Number,
    People,
    Phrase,
    Place,
    Pronoun,
    Term,
    Text,
    Time,
    Value,
)
from dystori_schemas.base import LocalText, Model
from dystori_schemas.choices import Choice, PersonKind, Role
from dystori_schemas.common import Quote
from dystori_schemas.scalars import Email, LanguageCode, PersonId, Phone, PictureName, Town, WebAddress
from dystori_schemas.scalars import Languages as LanguageChoice
from dystori_schemas.scalars import Text as FreeText


@dataclass(frozen=True)
class Tongue:
    """The language a document is composed in, and how it speaks to its reader."""

    language: Language
    languages: Languages
    catalogue: str
    stage: str
    register: str
    variant: str = ""

    def phrase(self, key: str, values: Mapping[str, Value]) -> Phrase:
        """Return the words of a key for this reader; raises ``CatalogueError``."""
        return self.language.phrase(
            key,
            values,
            catalogue=self.catalogue,
            stage=self.stage,
            register=self.register,
            variant=self.variant,
        )

    def tag(self, code: str) -> str:
        """Return the BCP 47 tag of a language by its code; a language without a folder has its code."""
        return self.languages[code].tag if code in self.languages.codes else code


def right_to_left(tag: str) -> bool:
    """Return whether a language is written from right to left."""
    try:
        return Locale.parse(tag, sep="-").text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        return False


#: The catalogue of the rules of practice.
RULES = "rules"


class Projection:
    """Turns leaves into tagged values of one language."""

    def __init__(self, edition: Edition, shown: Shown, tongue: Tongue, measure: Measure) -> None:
        self.edition = edition
        self.shown = shown
        self.tongue = tongue
        #: The pictures drawn for this document, by name.
        self.drawings: dict[str, Drawing] = {}
        self._measure = measure
        self._people: dict[str, Any] = {}

    def context(self, helplines: tuple[Mapping[str, Any], ...]) -> dict[str, Any]:
        """Return the whole context of a template."""
        document = self._plain(self.shown.document, "")
        about = self.edition.addressee.ids or self.shown.about
        children = [child for one in about if (child := self.person(one)) is not None]
        return {
            "doc": document,
            "child": children[0] if len(children) == 1 else None,
            "children": children,
            "names": self._names(children),
            "they": children[0]["they"] if len(children) == 1 else Tagged("", Pronoun("they"), "about"),
            "organisation": self._plain(self.shown.organisation, "organisation"),
            "reference": self._leaf(self.shown.case["reference"]) if self.shown.case["reference"] else None,
            "withheld": self._withheld(),
            "on_file": self.edition.reader.kind == "file",
            "mentions": self.shown.mentions,
            "consents": [self._plain(one, f"consents.{number}") for number, one in enumerate(self.shown.consents)],
            "set_aside": [self._set_aside(one, number) for number, one in enumerate(self.shown.waived)],
            "family": told(self),
            "around": AROUND_ME if around(self) else None,
            "nation": self.edition.case.file.nation.value,
            "draft": self.edition.document.status.value == "draft",
            "stage": self.tongue.stage,
            "several": self.edition.addressee.several,
            "joined": len(self.edition.languages) > 1,
            "helplines": [self._helpline(line, number) for number, line in enumerate(helplines)],
        }

    def drawing(self, named: str) -> Drawing | None:
        """Return a picture drawn for this document by its name; some are drawn only when a template asks."""
        asked = {FAMILY_TREE: drawn_tree, AROUND_ME: drawn_network}.get(named)
        return asked(self, self._measure) if asked else self.drawings.get(named)

    def _withheld(self) -> list[dict[str, Any]]:
        plain = [self._plain(item, f"withheld.{number}") for number, item in enumerate(self.shown.withheld)]
        for item, shown in zip(plain, self.shown.withheld, strict=True):
            # Who it is kept from: people of the case by name, or everybody of a kind.
            whom = [str(leaf.value) for leaf in shown["from"]]
            item["from"] = [self.person(one) or self._kind_of(one) for one in whom]
        return plain

    def _set_aside(self, shown: dict[str, Any], number: int) -> dict[str, Any]:
        """Return a rule that is set aside, with what it asks in words where there are any."""
        rule, language = str(shown["rule"].value), self.tongue.language
        told = language.phrase(rule, {}, catalogue=RULES) if language.has(rule, catalogue=RULES) else None
        asks = Chosen(rule, Text(told.text), told.entry, told.text) if told else Chosen(rule, Text(rule))
        plain: dict[str, Any] = self._plain(shown, f"waived.{number}")
        return plain | {"asks": asks}

    def _kind_of(self, one: str) -> Chosen:
        return self._choice(PersonKind(one))

    def person(self, one: str) -> dict[str, Any] | None:
        """Return somebody of the case, or None when this reader may not read about them."""
        if one not in self.shown.people:
            return None
        if one not in self._people:
            shown = self.shown.people[one]
            # Whose parents and whose children they are leads back to people, and may lead round in a circle.
            plain = shown | {"kin": None, "homes": None, "children": []}
            person = self._people[one] = self._plain(plain, f"people.{one}")
            called = person["child_calls"] or person["known_as"] or person["name"]
            person["id"] = one
            person["full"] = person["name"]
            # To a child people have the names the child uses; for the file everybody has their full name.
            person["called"] = self._as_name(called if self.edition.addressee.ids else person["name"])
            person["signs"] = self._as_name(person["known_as"] or self._first_name(shown, person["name"]))
            person["age"] = self._age(person, shown["born"])
            if not called and (by_role := self._by_role(person, one)):
                person |= {"called": by_role, "signs": by_role, "full": by_role, "role": None, "job": None}
            person["they"] = self._pronoun(shown["pronouns"], f"people.{one}.pronouns")
        found: dict[str, Any] = self._people[one]
        return found

    def _by_role(self, person: Mapping[str, Any], one: str) -> Tagged | None:
        """Return what somebody whose name is kept back is to the child, in the words of the reader."""
        role = person["role"]
        if role is None:
            return person["job"] if isinstance(person["job"], Tagged) else None
        key = "your-role" if self.edition.addressee.ids else "role-head"
        words = self.tongue.phrase(key, {"role": role.value}).text
        return Tagged(words, Name(words), f"people.{one}.role")

    def _as_name(self, tagged: Tagged | None) -> Tagged | None:
        # A name is of no language, even where the child's word for somebody differs by language.
        return Tagged(tagged.text, Name(tagged.text), tagged.path) if tagged else None

    def _first_name(self, shown: dict[str, Any], name: Tagged | None) -> Tagged | None:
        """Return a child's first name where nobody said what they are known as; a grown-up's whole name."""
        kind = shown["kind"]
        if name is None or kind is None or kind.value is not PersonKind.CHILD:
            return name
        return Tagged(name.text.split()[0], name.value, name.path)

    def _pronoun(self, leaf: Leaf | None, path: str) -> Tagged:
        """Return somebody's pronoun as they say it, in this language or in another the house has."""
        given: dict[str, str] = dict(leaf.value.root) if leaf else {}
        written_in, here = self.edition.document.written_in, self.tongue.language.code
        said = {code or str(written_in): words for code, words in given.items()}
        codes = sorted((code for code in said if code in self.tongue.languages.codes), key=lambda code: code != here)
        found = (self.tongue.languages[code].pronoun(said[code]) for code in codes)
        return Tagged("", next(filter(None, found), Pronoun("unsaid")), path)

    def _names(self, people: list[dict[str, Any]]) -> Tagged | None:
        signs = [person["signs"] for person in people if person["signs"]]
        if not signs:
            return None
        value = People(tuple(one.value for one in signs))
        return Tagged(self.tongue.language.write(value), value, signs[0].path)

    def _age(self, person: dict[str, Any], born: Leaf | None) -> Tagged | None:
        if born is None:
            return None
        years = age(born.value, self.edition.document.date)
        months = (self.edition.document.date - born.value).days // 30
        value = Age(years) if years else Age(max(1, months), "month")
        return Tagged(self.tongue.language.write(value), value, person["born"].path)

    def _plain(self, value: Any, key: str) -> Any:
        if isinstance(value, Leaf):
            return self._leaf(value)
        if isinstance(value, list):
            items = [self._plain(item, f"{key}.{index}".lstrip(".")) for index, item in enumerate(value)]
            return [item for item in items if item is not None]
        if isinstance(value, dict):
            plain = {name: self._plain(item, f"{key}.{name}".lstrip(".")) for name, item in value.items()}
            plain["key"] = key or "document"
            return self._finished(plain, value)
        return value

    def _finished(self, plain: dict[str, Any], shown: dict[str, Any]) -> dict[str, Any]:
        """Return a part of the case as a template gets it: which words of a quote print, what is drawn of the rest."""
        model = shown.model if isinstance(shown, Fields) else Model
        if issubclass(model, Quote):
            return quoted(plain, shown, self)
        return pictured(plain, shown, model, self, self._measure)

    def _leaf(self, leaf: Leaf) -> Any:
        path, value = ".".join(str(part) for part in leaf.path), leaf.value
        write = self.tongue.language.write
        match value:
            case LocalText():
                return self.local(value, path)
            case FreeText():
                return Tagged(value, Text(value), path, lang=self.tongue.tag(self.edition.document.written_in))
            case PersonId():
                return self.person(value)
            case Phone():
                return Tagged(value, Name(value), path, href="tel:" + "".join(c for c in value if c in "+0123456789"))
            case Email():
                return Tagged(value, Name(value), path, href=f"mailto:{value}")
            case WebAddress():
                return Tagged(value.removeprefix("https://").rstrip("/"), Name(value), path, href=str(value))
            case Town():
                place = Place(self.tongue.language.places[value].name)
                return Tagged(write(place), place, path)
            case LanguageCode():
                name = LanguageName(value)
                return Tagged(write(name), name, path)
            case PictureName() | LanguageChoice():
                return str(value)
            case Choice():
                return self._choice(value)
            case bool():
                return value
            case int():
                return Tagged(str(value), Number(value), path)
            case dt.date():
                return Tagged(write(Date(value)), Date(value), path)
            case dt.time():
                return Tagged(write(Time(value)), Time(value), path)
            case _:
                return Tagged(str(value), Name(str(value)), path)

    def local(self, text: LocalText, path: str) -> Tagged:
        """Return free text in the language of the document, or in the one there is."""
        here, written_in = self.tongue.language.code, self.edition.document.written_in
        by_code = {code or str(written_in): str(words) for code, words in text.root.items()}
        code = here if here in by_code else written_in if written_in in by_code else next(iter(by_code))
        words = by_code[code]
        return Tagged(words, Text(words), path, lang=self.tongue.tag(code), foreign=code != here)

    def _choice(self, choice: Choice) -> Chosen:
        if isinstance(choice, Role):
            term = Term(choice.value)
            return Chosen(choice.value, term, f"terms:{choice.value}", self.tongue.language.write(term))
        key = f"{choice.group}-{choice.value}"
        t = self.tongue
        if not t.language.has(key, catalogue=t.catalogue, stage=t.stage, register=t.register):
            return Chosen(choice.value, Text(choice.value))
        phrase = t.phrase(key, {})
        return Chosen(choice.value, Text(phrase.text), phrase.entry, phrase.text)

    def _helpline(self, line: Mapping[str, Any], number: int) -> dict[str, Any]:
        path = f"nations.{number}"
        words = {
            name: self.local(LocalText.model_construct(root=dict(line[name])), f"{path}.{name}")
            if name in line
            else None
            for name in ("name", "what_for", "when")
        }
        phone, text, web = (line.get(name) for name in ("phone", "text", "web"))
        leaves = {"phone": phone and Phone(phone), "text": text and Phone(text), "web": web and WebAddress(web)}
        plain = {name: self._leaf(Leaf((path, name), value)) if value else None for name, value in leaves.items()}
        return {**words, **plain, "email": None, "young": bool(line.get("young")), "key": path}
