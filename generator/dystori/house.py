"""The house: carries a case from its file to finished documents, and says in words what is wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from dystori import starting
from dystori.documents import Composed, Composer
from dystori.editions import (
    Edition,
    Nation,
    Wanted,
    check_references,
    check_told,
    check_withheld,
    choose,
    nations,
    noted,
    show,
    too_early,
)
from dystori.findings import (
    CaseError,
    CatalogueError,
    DystoriError,
    Finding,
    RequestError,
    Severity,
)
from dystori.guard import Guard
from dystori.library import Library
from dystori.made import Document
from dystori.pictures import PictureShelf
from dystori.practice import (
    Page,
    PlainWords,
    Profile,
    Proof,
    check_page,
    check_practice,
    foreign,
    held_to,
    last_look,
    profile_of,
    read_plain_words,
    read_proofs,
)
from dystori.press import Press
from dystori.reading import Case, load
from dystori.reading.case import Knowledge
from dystori.saying import say
from dystori.words import Languages
from dystori.words.everyday import read_everyday


class House:
    """Everything made once for a library: the words of its languages, its templates, its nations."""

    def __init__(self, library: Library) -> None:
        """Use a library; nothing is read until it is needed."""
        self.library = library

    @cached_property
    def languages(self) -> Languages:
        """Return the languages of the library; raises ``CatalogueError``."""
        return Languages.read(self.library, self.catalogues())

    @cached_property
    def nations(self) -> Mapping[str, Nation]:
        """Return the nations of the library."""
        return nations(self.library)

    @cached_property
    def _composer(self) -> Composer:
        from dystori.formats.fonts import width

        return Composer(self.library, self.languages, width)

    @cached_property
    def _proofs(self) -> Mapping[str, Proof]:
        return read_proofs(self.library, self.languages)

    @cached_property
    def _plain_words(self) -> Mapping[str, PlainWords]:
        return read_plain_words(self.library, self.languages)

    @cached_property
    def _guard(self) -> Guard:
        everyday = read_everyday(self.library, self.languages)
        return Guard({code: self.languages[code] for code in self.languages.codes}, everyday)

    @cached_property
    def _press(self) -> Press:
        return Press(self.library)

    @cached_property
    def _knowledge(self) -> Knowledge:
        from dystori.formats.fonts import missing

        languages = [self.languages[code] for code in self.languages.codes]
        towns = {town for language in languages for town in language.places}
        registers = {register for language in languages for register in language.registers}
        variants = {variant for language in languages for variant in language.variants}
        return Knowledge(missing, towns, registers, variants)

    def load(self, source: str | Path | Mapping[str, Any], pictures: PictureShelf | None = None) -> Case:
        """Return the validated case of a file, or of data; raises ``CaseError`` with every fault."""
        source = Path(source) if isinstance(source, str) else source
        case = load(source, self.library, self._knowledge, pictures)
        faults = [*check_withheld(case), *check_references(case), *check_told(case)]
        if faults:
            raise CaseError(faults)
        return case

    def editions(self, case: Case, wanted: Wanted) -> list[Edition]:
        """Return the editions wanted; raises ``RequestError`` for a document, reader or language there is not."""
        found = choose(case, wanted, self.library.kinds, self.nations)
        if any(code not in self.languages.codes for edition in found for code in edition.languages):
            known = ", ".join(self.languages.codes)
            raise RequestError([Finding("language_unknown", values={"choices": known})])
        if any(len(edition.languages) > 2 or len(set(edition.languages)) < len(edition.languages) for edition in found):
            raise RequestError([Finding("languages_two")])
        return found

    def compose(self, edition: Edition, today: dt.date | None = None) -> Composed:
        """Return an edition as trees, in each of its languages; ``today`` is the day it is to go."""
        composed = self._composer.compose(edition, self._nation_of(edition.case))
        marked = last_look(edition, composed.contents, self._proofs)
        return replace(composed, findings=(*composed.findings, *marked, *noted(edition), *too_early(edition, today)))

    def _nation_of(self, case: Case) -> Nation:
        """Return the nation of a case, with the helplines of the case's own profile where that names some."""
        nation = self.nations[case.file.nation.value]
        lines = profile_of(case, None).helplines if case.file.profile else ()
        return (
            replace(nation, helplines=tuple(line.model_dump(exclude_none=True) for line in lines)) if lines else nation
        )

    def check(
        self, case: Case, wanted: Wanted, profile: str | Path | None = None, today: dt.date | None = None
    ) -> list[Finding]:
        """Return what there is to say about the documents of a case, by the rules of a profile; writes nothing."""
        found: dict[tuple[str, str, str], Finding] = {}
        kept, editions = profile_of(case, profile), self.editions(case, wanted)
        looked_at = dict.fromkeys(edition.index for edition in editions)
        practised = check_practice(case, kept, looked_at, frozenset(wanted.parts))
        for one in (*(made for edition in editions for made in self._read(edition, kept, today)), *practised):
            found[(one.code, one.place.path, str(sorted(one.values.items())))] = one
        return sorted(found.values(), key=lambda one: (-one.severity, one.place.line, one.place.path))

    def _read(self, edition: Edition, profile: Profile, today: dt.date | None) -> Iterator[Finding]:
        """Yield what there is to say about an edition once it is composed, and about the words in it."""
        composed = self.compose(edition, today)
        yield from held_to(profile, edition, composed.findings)
        if not foreign(edition.case, profile):
            yield from check_page(Page(edition, composed.contents, composed.shown, profile, self._plain_words))

    def render(
        self,
        case: Case,
        wanted: Wanted,
        formats: Sequence[str] = (),
        today: dt.date | None = None,
        *,
        over: Path | None = None,
    ) -> Iterator[Document]:
        """Yield every document wanted, in these formats; without any in those its reader wants, or in all.

        Every finished file is read back first. ``today`` is the day the copies are to go; a document's own date where
        it is left out. ``over`` is the folder they are to be written into: what somebody typed into a Word file that
        is there is kept, or told. The case's profile may refuse what awaits translation (``text_untranslated``). Raises
        ``CaseError``, ``TemplateError`` or ``CatalogueError``; a render that warns has failed.
        """
        editions = self.editions(case, wanted)
        refused = [one for edition in editions for one in too_early(edition, today) if one.severity is Severity.ERROR]
        if refused:
            raise CaseError(list({one.place: one for one in refused}.values()))
        kept = profile_of(case, None)
        for edition in editions:
            for document in self.make(edition, formats, today, over):
                found = held_to(kept, edition, document.findings)
                if any(one.code == "text_untranslated" for one in found):
                    raise CaseError([one for one in found if one.severity is Severity.ERROR])
                yield document

    def make(
        self,
        edition: Edition,
        formats: Sequence[str] = (),
        today: dt.date | None = None,
        over: Path | None = None,
    ) -> Iterator[Document]:
        """Yield one edition in every format, as ``render`` does, whether its day has come or not."""
        composed = self.compose(edition, today)
        watch = self._guard.watch(edition, composed.shown)
        yield from self._press.documents(composed, watch, formats, over)

    def look(self, edition: Edition, name: str, format_: str, data: bytes) -> list[Finding]:
        """Return the places in the case of what a file holds and the reader of an edition may not read."""
        try:
            self._guard.watch(edition, show(edition)).look(name, format_, data)
        except CaseError as error:
            return list(error.findings)
        return []

    def catalogues(self) -> tuple[str, ...]:
        """Return the names of the catalogues: the common one, the tool's, of pictures, of rules, and one a kind."""
        return ("common", "tool", "pictures", "rules", *(kind.folder for kind in self.library.kinds.values()))

    def start(self, kind: str, language: str, source: Path | None = None) -> str:
        """Return a commented case file of a kind, or the next document of a case; raises ``RequestError``."""
        if kind not in self.library.kinds:
            raise RequestError([Finding("kind_unknown", values={"choices": ", ".join(self.library.kinds)})])
        made = self.library.kinds[kind]
        if source is None:
            return starting.start(self.library, made, language)
        return starting.start_from(self.library, made, language, self.load(source), starting.text_of(source))

    def say(self, finding: Finding, language: str) -> Finding:
        """Return a finding with its message in a language of the tool."""
        return say(finding, self.languages, language)

    def told(self, error: DystoriError, language: str) -> tuple[Finding, ...]:
        """Return the findings of an error in words; a house whose own words are at fault says their codes."""
        try:
            return tuple(self.say(finding, language) for finding in error.findings)
        except CatalogueError:
            return error.findings


@lru_cache(maxsize=1)
def default() -> House:
    """Return the house of this installation's own library, made once a process."""
    return House(Library.default())
