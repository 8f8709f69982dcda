"""Compose one edition: its one template, run once a language, gives the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dystori.documents.build import Builder
from dystori.documents.fallbacks import noted, reported, unwritten
from dystori.documents.number import numbered
from dystori.documents.project import Projection, Tongue
from dystori.documents.sandbox import Room
from dystori.documents.unseen import check_unseen
from dystori.editions import Edition, Nation, Shown, show
from dystori.editions.readers import assumed
from dystori.findings import CaseError, Finding, Severity
from dystori.library import Library
from dystori.pictures import Measure
from dystori.tree import Block, Content, Drawing, Furniture, Inlines, PictureFile, Style, Voice, lines_of, plain
from dystori.words import Language, Languages, Number
from dystori.words.everyday import read_everyday
from dystori_schemas.choices import Stage

#: The accent of a house that has given none (looks, section 3).
HOUSE_ACCENT = "#0B5F66"

_VOICES: dict[Stage, Voice] = {
    Stage.EARLY: "young",
    Stage.MIDDLE: "young",
    Stage.TEEN: "older",
    Stage.LATER: "older",
    Stage.ADULT: "report",
}


@dataclass(frozen=True)
class Composed:
    """An edition in each of its languages, how it looks, and what to tell the writer about it."""

    edition: Edition
    contents: tuple[Content, ...]
    style: Style
    findings: tuple[Finding, ...]
    shown: Shown = field(repr=False)


class Composer:
    """Composes editions with the templates of one library and the words of its languages."""

    def __init__(self, library: Library, languages: Languages, measure: Measure) -> None:
        """Prepare the room that templates run in; ``measure`` is the width of words in em, for labels in pictures."""
        self._measure = measure
        self._room = Room(library)
        self._languages = languages
        self._everyday = read_everyday(library, languages)

    def compose(self, edition: Edition, nation: Nation) -> Composed:
        """Return an edition as trees.

        Raises ``CaseError`` when something kept back from the reader would show, ``TemplateError`` and
        ``CatalogueError`` when the template or the words are at fault.
        """
        shown = show(edition)
        contents: list[Content] = []
        findings: dict[tuple[str, str], Finding] = {}
        for one in assumed(edition.case.file, edition.addressee.ids):
            place = edition.case.place(("people", one))
            findings["", place.path] = Finding("stage_assumed", Severity.WARNING, place)
        for code in edition.languages:
            tongue = self._tongue(edition, self._languages[code])
            content = self._content(edition, shown, tongue, nation)
            findings |= {(code, one.place.path): one for one in reported(edition, content.blocks, tongue)}
            dots = {(one.code, one.place.path): one for one in unwritten(edition, content.blocks)}
            if any(one.severity is Severity.ERROR for one in dots.values()):
                raise CaseError(list(dots.values()))
            findings |= dots
            beside = tuple(self._languages[other].tag for other in edition.languages if other != code)
            contents.append(replace(content, blocks=noted(content.blocks, tongue, beside)))
        return Composed(edition, tuple(contents), self._style(edition), tuple(findings.values()), shown)

    def _content(self, edition: Edition, shown: Shown, tongue: Tongue, nation: Nation) -> Content:
        """Return an edition in one language: what its template prints, built, numbered and held against the list."""
        projection = Projection(edition, shown, tongue, self._measure)
        context = projection.context(nation.helplines) | {"tongue": tongue}
        name = f"{edition.kind.folder}/{edition.part.name.replace('-', '_')}.html"

        def picture(named: str) -> PictureFile | Drawing:
            return projection.drawing(named) or edition.case.pictures.take(named)

        builder = Builder(name, tongue.language.tag, picture, tongue.language.marks)
        sections = builder.parse(self._room.run(name, context))
        blocks = builder.blocks(sections["body"])
        if sections["body"].get("numbered"):
            blocks = numbered(blocks)
        left, right, foot = (builder.line(sections[name]) for name in ("left", "right", "foot"))
        furniture = Furniture(left, right, foot, _page(tongue))
        check_unseen(edition.case, _lines(blocks, furniture), shown.kept_back, shown.names, self._everyday)
        titled = builder.line(sections["title"])
        language = tongue.language
        return Content(language.code, language.tag, language.name, plain(titled), furniture, blocks, titled)

    def _tongue(self, edition: Edition, language: Language) -> Tongue:
        to = edition.addressee
        register = language.register_for(to.register, adult=to.adult, several=to.several)
        at_home = language.at_home(to.variant)
        return Tongue(at_home, self._languages, edition.kind.folder, to.stage.value, register, to.variant)

    def _style(self, edition: Edition) -> Style:
        organisation, reader = edition.case.file.organisation, edition.reader
        voice: Voice = edition.part.voice or _VOICES[edition.addressee.stage]
        logo = edition.case.pictures.take(organisation.logo) if organisation.logo else None
        return Style(voice, str(organisation.colour or HOUSE_ACCENT), reader.presentation.value, logo)


def _lines(blocks: tuple[Block, ...], furniture: Furniture) -> Iterator[Inlines]:
    """Yield every line of a document, the edges of its pages too."""
    for block in blocks:
        yield from lines_of(block)
    yield from (furniture.left, furniture.right, furniture.foot)


def _page(tongue: Tongue) -> tuple[str, str, str]:
    """Return the words before, between and after the two numbers of *page 1 of 3*."""
    numbers = {"page": Number(1), "pages": Number(1)}
    phrase = tongue.phrase("page", numbers)
    words = ["", "", ""]
    place = 0
    for piece in phrase.pieces:
        if piece.value_name:
            place += 1
        else:
            words[place] += piece.text
    return words[0], words[1], words[2]
