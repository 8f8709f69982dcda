"""The house: carries a case from its file to finished documents, and says in words what is wrong."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from dystori import handwork, starting
from dystori.documents import Composed, Composer, lay_out
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
from dystori.files import write
from dystori.findings import (
    CaseError,
    CatalogueError,
    DystoriError,
    Finding,
    OutputError,
    Place,
    RequestError,
    Severity,
)
from dystori.guard import Guard, Watch
from dystori.handwork import FOR_THE_FILE
from dystori.library import Library
from dystori.manifest import manifest
from dystori.pictures import PictureShelf
from dystori.practice import (
    RULE,
    Page,
    PlainWords,
    Profile,
    Proof,
    check_page,
    check_practice,
    foreign,
    last_look,
    profile_of,
    read_plain_words,
    read_proofs,
    said,
)
from dystori.reading import Case, load
from dystori.reading.case import Knowledge
from dystori.reading.files import path_of
from dystori.tree import LaidOut
from dystori.versions import Versions
from dystori.words import Language, LanguageName, Languages, Name, Value
from dystori_schemas.choices import FileFormat

FORMATS = tuple(one.value for one in FileFormat)
#: The words of a fault that can name what was probably meant.
_NEAR = {"field_unknown": "fault-field-near", "choice_unknown": "fault-choice-near"}


@dataclass(frozen=True)
class Document:
    """One finished file, in memory: its bytes, its name, what to tell the writer, and its manifest.

    The manifest is for the file and never travels with a copy.
    """

    name: str
    format: str
    kind: str
    part: str
    languages: tuple[str, ...]
    data: bytes = field(repr=False)
    manifest: Mapping[str, Any] = field(repr=False)
    findings: tuple[Finding, ...] = ()
    #: The file that this one was made over, where somebody had a hand in that, and the name it is put by under.
    replaces: bytes = field(default=b"", repr=False)
    kept_as: str = ""

    def save(self, folder: str | Path) -> Path:
        """Write the file into a folder, whole and private, and return its path.

        Raises ``OutputError``, and ``file_edited`` rather than write over a Word file that somebody had a hand in:
        only a document that was made over that very file takes its place.
        """
        folder = Path(folder)
        if self.format == "docx" and (there := handwork.edited(folder, self.name)) not in (b"", self.data):
            if there != self.replaces:
                raise OutputError([Finding("file_edited", place=Place(self.name))])
            if self.kept_as:
                write(folder / FOR_THE_FILE, self.kept_as, there)
        return write(folder, self.name, self.data)


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
        return Guard({code: self.languages[code] for code in self.languages.codes})

    @cached_property
    def _versions(self) -> Versions:
        return Versions(self.library)

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
        yield from composed.findings
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
        is there is kept, or told. Raises ``CaseError``, ``TemplateError`` or ``CatalogueError``; a render that warns
        has failed.
        """
        editions = self.editions(case, wanted)
        refused = [one for edition in editions for one in too_early(edition, today) if one.severity is Severity.ERROR]
        if refused:
            raise CaseError(list({one.place: one for one in refused}.values()))
        for edition in editions:
            yield from self.make(edition, formats, today, over)

    def make(
        self,
        edition: Edition,
        formats: Sequence[str] = (),
        today: dt.date | None = None,
        over: Path | None = None,
    ) -> Iterator[Document]:
        """Yield one edition in every format, as ``render`` does, whether its day has come or not."""
        composed = self.compose(edition, today)
        laid, watch = lay_out(composed), self._guard.watch(edition, composed.shown)
        before = handwork.before(over, f"{_stem(edition)}.docx") if over else None
        for format_ in formats or edition.reader.formats or FORMATS:
            data = _writer(format_)(laid, self.library)
            name = f"{_stem(edition)}.{format_}"
            watch.look(name, format_, data)
            versions = self._versions.of(format_, edition.kind.folder, edition.languages)
            noted = manifest(edition, name, format_, data, versions)
            kind, part = edition.kind.name, edition.part.name
            document = Document(name, format_, kind, part, edition.languages, data, noted, composed.findings)
            if format_ == "docx":
                document = replace(document, manifest={**noted, **handwork.hashes(data)})
                if before:
                    document = self._with_handwork(document, edition, laid, watch, before)
            elif before:
                only = Finding("edits_word_only", Severity.WARNING, Place(name), {"format": format_})
                document = replace(document, findings=(*document.findings, only))
            yield document

    def _with_handwork(
        self, document: Document, edition: Edition, laid: LaidOut, watch: Watch, before: handwork.Before
    ) -> Document:
        """Return a Word document with what somebody typed into the file of its name; the guard reads that too."""
        name, origins = document.name, handwork.origins(laid)

        def placed(key: str) -> Place:
            path = origins.get(key, "")
            return edition.case.place(path_of(path)) if path else Place(name)

        made = handwork.remade(name, document.data, before, placed)
        try:
            watch.look(name, document.format, made.data)
        except CaseError as error:
            values = {"file": name}
            stopped = [Finding("edit_stopped", place=one.place, values=values) for one in error.findings]
            raise CaseError(stopped) from None
        digest = hashlib.sha256(made.data).hexdigest()
        return replace(
            document,
            data=made.data,
            manifest={**document.manifest, "sha256": digest, "by_hand": made.by_hand},
            findings=(*made.findings, *document.findings),
            replaces=made.replaces,
            kept_as=made.kept_as,
        )

    def look(self, edition: Edition, name: str, format_: str, data: bytes) -> list[Finding]:
        """Return the places in the case of what a file holds and the reader of an edition may not read."""
        try:
            self._guard.watch(edition, show(edition)).look(name, format_, data)
        except CaseError as error:
            return list(error.findings)
        return []

    def keep_manifest(self, document: Document, folder: Path) -> Path:
        """Write the manifest of a document into a folder of its own, apart from what is handed out."""
        text = json.dumps(document.manifest, ensure_ascii=False, indent=2) + "\n"
        return write(folder / FOR_THE_FILE, f"{document.name}.json", text.encode())

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
        words = self.languages[language]
        if RULE in finding.values and (message := said(finding, words)):
            return finding.told(message)
        values: dict[str, Value] = {name: Name(value) for name, value in finding.values.items()}
        key = f"fault-{finding.code.replace('_', '-')}"
        if finding.code in _NEAR and finding.values.get("near"):
            key = _NEAR[finding.code]
        if "language" in values and finding.values["language"] in self.languages.codes:
            values["language"] = self._named(finding.values["language"], words)
        if not words.has(key, catalogue="tool"):
            key, values = "fault-other", {"code": Name(finding.code)}
        return finding.told(words.phrase(key, values, catalogue="tool").text)

    def _named(self, code: str, words: Language) -> Value:
        """Return what a language calls another, or what that one calls itself where it has no name for it."""
        try:
            words.language_name(code)
        except CatalogueError:
            return Name(self.languages[code].name)
        return LanguageName(code)

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


def _writer(format_: str) -> Callable[[LaidOut, Library], bytes]:
    # Each library is loaded where it is used: a Word render loads no PDF engine.
    if format_ == "pdf":
        from dystori.formats import pdf

        return pdf.write
    if format_ == "docx":
        from dystori.formats import docx

        return docx.write
    if format_ == "html":
        from dystori.formats import html

        return html.write
    if format_ == "txt":
        from dystori.formats import text

        return lambda laid, _: text.write(laid).encode()
    raise RequestError([Finding("format_unknown", values={"choices": ", ".join(FORMATS)})])


def _stem(edition: Edition) -> str:
    """Return the name of a file without its ending: references and numbers, never a name of a person."""
    from dystori.editions.readers import number_of

    file, document = edition.case.file, edition.document
    reference = document.reference or f"{file.reference}-{edition.index + 1:02d}"
    child = number_of(file, edition.addressee.ids or tuple(str(one) for one in document.about))
    reader = f"{edition.reader.number}-{edition.home}" if edition.home else f"{edition.reader.number}"
    languages = "-".join(edition.languages)
    return f"{reference}-{edition.kind.name}-{edition.part.name}-{child}-{reader}-{languages}"
