"""Text that stands in another language because there is none in this one: marked on the page, and reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from dystori.documents.project import Tongue
from dystori.editions import Edition
from dystori.editions.withhold import value_at
from dystori.findings import Finding, Severity
from dystori.reading.files import path_of
from dystori.tree import (
    Block,
    Box,
    Contents,
    Figure,
    Frame,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Run,
    Source,
    lines_of,
    runs,
    walk,
)
from dystori.words import LanguageName
from dystori_schemas.base import LocalText
from dystori_schemas.choices import DraftOrFinal

#: The code of a passage that is not in the language of the document.
_AWAITS = "text_not_in_language"
#: What stands in a start where the practitioner is to write.
DOTS = "…"


def reported(edition: Edition, blocks: tuple[Block, ...], tongue: Tongue) -> Iterator[Finding]:
    """Yield a warning for each passage that is not in the language of the document; a quote never is at fault."""
    for block in walk(blocks):
        if isinstance(block, (Quote, Box)):
            continue
        for line in lines_of(block):
            for run in runs(line):
                # The withheld list quotes the case word for word: it is of whatever language that is.
                quoted = run.source.ref.startswith("withheld.")
                if run.source.kind == "case" and run.lang != tongue.language.tag and not quoted:
                    place = edition.case.place(path_of(run.source.ref))
                    values = {"language": tongue.language.code}
                    there = value_at(edition.case.file, path_of(run.source.ref))
                    cut = isinstance(there, LocalText) and tongue.language.code in there.root
                    yield Finding("withheld_one_language" if cut else _AWAITS, Severity.WARNING, place, values)


def unwritten(edition: Edition, blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """Yield a finding for each passage that still holds the dots of a start: an error once the document is final."""
    final = edition.document.status is DraftOrFinal.FINAL
    severity = Severity.ERROR if final else Severity.WARNING
    for block in blocks:
        for line in lines_of(block):
            for run in runs(line):
                if run.source.kind == "case" and run.text.strip() == DOTS:
                    yield Finding("text_not_written", severity, edition.case.place(path_of(run.source.ref)))


def noted(blocks: tuple[Block, ...], tongue: Tongue, beside: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """Return the blocks with a line over each passage in another language that says which it is, for now.

    Passages that follow one another share a line. Where another column of the document is in that language
    (``beside``, by tag), the passage stands there and the line alone stands here: text that exists once prints once.
    """
    return tuple(_Notes(tongue, beside).blocks(blocks))


class _Notes:
    def __init__(self, tongue: Tongue, beside: tuple[str, ...]) -> None:
        self.tongue = tongue
        self.tag = tongue.language.tag
        self.beside = beside

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        before: tuple[str, str] | None = None
        for story, group in groupby(blocks, key=lambda block: isinstance(block, Frame)):
            together = list(group)
            if story:  # nothing may stand between two frames
                before = next((found for one in together if (found := _foreign(one, self.tag))), None)
                if before:
                    yield self._note(f"{together[0].key}~note", *before)
                yield from together
                continue
            for block in together:
                found = _foreign(block, self.tag)
                if isinstance(block, Box):
                    yield replace(block, blocks=tuple(self.blocks(block.blocks)))
                elif found and found[0] == _ALL and found[1] in self.beside:
                    if found != before:
                        yield self._note(block.key, *found)
                else:
                    if found and found != before:
                        yield self._note(f"{block.key}~note", *found)
                    yield block
                before = found

    def _note(self, key: str, how_much: str, lang: str) -> Paragraph:
        code = next((one for one in self.tongue.languages.codes if self.tongue.languages[one].tag == lang), lang)
        phrase = self.tongue.phrase(how_much, {"language": LanguageName(code)})
        run = Run(phrase.text, self.tag, Source("entry", phrase.entry))
        return Paragraph(key, (run,), "note")


#: The entries that say that a passage, or some of it, is in another language.
_ALL, _SOME = "only-in", "partly-in"


def _foreign(block: Block, tag: str) -> tuple[str, str] | None:
    """Return how much of a block is in another language than the document, and in which; a quote is as it was said."""
    if isinstance(block, (Heading, Quote, Box, Contents)):
        return None
    found = [run for line in lines_of(block) for run in runs(line)]
    if isinstance(block, Figure):
        found = list(runs(block.caption))
    tags = [run.lang for run in found if run.lang != tag and run.source.kind == "case"]
    # The list of what is kept back quotes the case as it stands.
    if not tags or any(run.source.ref.startswith("withheld.") for run in found):
        return None
    whole = all(run.lang == tags[0] for run in found) and isinstance(block, (Paragraph, Listing, Figure))
    return (_ALL if whole else _SOME), tags[0]
