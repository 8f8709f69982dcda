"""Documents of the examples as pages in which every word can be found, as many as show what is looked for.

First the documents as they are; then those to children read as to another child, and the cases changed in what they
say: such a page is made when it shows words that no page before it did.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dystori.documents import lay_out
from dystori.editions import Edition, Wanted
from dystori.files import write
from dystori.findings import DystoriError
from dystori.house import House
from dystori.reading import Case
from dystori.tree import Inlines, Run, Source
from dystori.words import Name
from dystori.words.entries import read_context
from dystori.workshop.passages import entries_of, page
from dystori.workshop.variants import Samples, variants
from dystori_schemas.choices import Choice, Stage


@dataclass(frozen=True)
class Page:
    """One document in one language: its file, and the anchor of each entry it shows."""

    label: str
    part: tuple[str, str]
    file: str
    anchors: dict[str, str]


class Making:
    """Makes pages of documents, in each language, as long as they show what is looked for."""

    def __init__(self, house: House, folder: Path, codes: Sequence[str], looked_for: set[str]) -> None:
        self.house, self.folder, self.codes = house, folder, codes
        self.missing = set(looked_for)
        self.registers = tuple(dict.fromkeys(one for code in codes for one in house.languages[code].registers))
        self.pages: list[dict[str, Page]] = []
        #: What was looked at: a change of one document makes the others no new ones.
        self._seen: set[tuple[object, ...]] = set()

    def all(self, files: Sequence[Path]) -> None:
        """Make the pages of case files, then those of what they could say instead."""
        cases = [(file.stem, self.house.load(file)) for file in files]
        for name, case in cases:
            for editions in self._documents(case):
                self._write(name, editions)
                self._readings(name, editions)
        tongues = [self.house.languages[code] for code in self.codes]
        words = {one.code: one.phrase("preview-sample", {}, catalogue="tool").text for one in tongues}
        samples, seen = Samples(words, min(tongues[0].places)), set[str]()
        for name, case in cases:
            kinds = {str(document.kind) for document in case.file.documents}
            for changed in self._variants(case, samples, types=not kinds <= seen):
                self._changed(f"{name}, …", changed)
            seen |= kinds

    def _variants(self, case: Case, samples: Samples, *, types: bool) -> Iterator[Case]:
        return variants(case, samples, lambda data: self.house.load(data, case.pictures), self._is_missing, types=types)

    def _is_missing(self, word: Choice) -> bool:
        part = re.compile(rf"[-:]{re.escape(str(word))}(?:$|[-/])")
        return any(part.search(name) for name in self.missing)

    def _changed(self, name: str, case: Case) -> None:
        try:
            around = case.file.model_copy(update={"documents": ()}).model_dump_json()
            for editions in list(self._documents(case)):
                one, to = editions[0], editions[0].addressee
                looked_at = (one.part.name, to.ids, one.document.model_dump_json(), around)
                if looked_at in self._seen:
                    continue
                self._seen.add(looked_at)
                if any(entry.startswith((f"{one.kind.folder}:", "common:")) for entry in self.missing):
                    self._if_new(name, editions)
        except DystoriError:
            return  # a change that no document can be made of

    def _documents(self, case: Case) -> Iterator[list[Edition]]:
        """Yield the editions of each document in all languages."""
        together: dict[tuple[object, ...], list[Edition]] = {}
        for edition in self.house.editions(case, Wanted(languages=self.codes)):
            together.setdefault((edition.index, edition.part.name, edition.addressee.ids), []).append(edition)
        yield from together.values()

    def _if_new(self, name: str, editions: Sequence[Edition], *, read: bool = True) -> None:
        """Write a document that shows what is missing, and then what it shows to other children."""
        shows = {one for edition in editions[:-1] for one in self._shows(edition)}
        if shows & self.missing:
            self._write(name, editions)
            if read:
                self._readings(name, editions)

    def _readings(self, name: str, editions: Sequence[Edition]) -> None:
        """Write a document to children as read to every other kind of child, where words for those are missing."""
        to = editions[0].addressee
        keys = {one.partition("/")[0] for edition in editions[:-1] for one in self._shows(edition)} if to.ids else set()
        for stage in Stage if to.ids else ():
            for register in self.registers or ("",):
                if (stage, register) != (to.stage, to.register) and self._for(keys, stage, register):
                    addressee = replace(to, stage=stage, register=register, adult=stage is Stage.ADULT)
                    read = [replace(one, addressee=addressee) for one in editions]
                    self._if_new(f"{name}, {stage.value}, {register}", read, read=False)

    def _for(self, keys: Collection[str], stage: Stage, register: str) -> bool:
        """Return whether words of some keys are missing for a stage and a register."""
        for one in self.missing:
            name, _, rest = one.partition("/")
            if rest and name in keys:
                context = read_context(f"key/{rest}", self.registers)
                if context and context.stage in ("", stage.value) and context.register in ("", register):
                    return True
        return False

    def _shows(self, edition: Edition) -> set[str]:
        return entries_of(self.house.compose(edition).contents[0], self._edges(edition))

    def _edges(self, edition: Edition) -> Inlines:
        """Return what only paper has: page 1 of 2."""
        (code,) = edition.languages
        language = self.house.languages[code]
        values = {"page": Name("1"), "pages": Name("2")}
        phrase = language.phrase("page", values, catalogue=edition.kind.folder)
        return (Run(phrase.text, language.tag, Source("entry", phrase.entry)),)

    def _write(self, name: str, editions: Sequence[Edition]) -> None:
        number = len(self.pages) + 1
        found: dict[str, Page] = {}
        for edition in editions:
            (code,) = edition.languages
            laid = lay_out(self.house.compose(edition))
            data, anchors = page(laid, self.house.library, self._edges(edition))
            file = f"{number:03d}-{code}.html"
            write(self.folder, file, data)
            label = f"{edition.kind.name}, {edition.part.name}: {name}"
            found[code] = Page(label, (edition.kind.name, edition.part.name), file, dict(anchors))
            self.missing -= set(anchors)
        self.pages.append(found)
