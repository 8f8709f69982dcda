"""Text that stands in another language because there is none in this one: marked on the page, and reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dystori.documents.project import Tongue
from dystori.editions import Edition
from dystori.findings import Finding, Severity
from dystori.reading.files import path_of
from dystori.tree import Block, Box, Figure, Inlines, Listing, Paragraph, Quote, Run, Source, lines_of, runs, walk
from dystori.words import LanguageName
from dystori_schemas.choices import DraftOrFinal

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
                    yield Finding("text_not_in_language", Severity.WARNING, place, values)


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
    """Return the blocks with a line over the first passage in another language that says which it is.

    Where another column of the document is in that language (``beside``, by tag), the passage stands there and
    the line alone stands here: text that exists once prints once.
    """
    return tuple(_Notes(tongue, beside).blocks(blocks))


class _Notes:
    def __init__(self, tongue: Tongue, beside: tuple[str, ...]) -> None:
        self.tongue = tongue
        self.beside = beside
        self.said: set[str] = set()

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        before = ""
        for block in blocks:
            lang = _foreign(block, self.tongue.language.tag)
            if isinstance(block, Box):
                yield replace(block, blocks=tuple(self.blocks(block.blocks)))
            elif lang in self.beside and lang:
                if lang != before:
                    yield _note(block.key, lang, self.tongue)
            else:
                if lang and lang not in self.said:
                    self.said.add(lang)
                    yield _note(f"{block.key}~note", lang, self.tongue)
                yield block
            before = lang


def _foreign(block: Block, tag: str) -> str:
    """Return the language of a block that is wholly in another language than the document."""
    lines: tuple[Inlines, ...]
    match block:
        case Paragraph():
            lines = (block.content,)
        case Listing():
            lines = block.items
        case Figure():
            lines = (block.caption,)
        case _:
            return ""
    found = [run for line in lines for run in runs(line)]
    tags = {run.lang for run in found}
    return tags.pop() if len(tags) == 1 and tag not in tags else ""


def _note(key: str, lang: str, tongue: Tongue) -> Paragraph:
    code = next((one for one in tongue.languages.codes if tongue.languages[one].tag == lang), lang)
    phrase = tongue.phrase("only-in", {"language": LanguageName(code)})
    run = Run(phrase.text, tongue.language.tag, Source("entry", phrase.entry))
    return Paragraph(key, (run,), "note")
