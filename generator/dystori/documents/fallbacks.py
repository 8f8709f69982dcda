"""Text that stands in another language because there is none in this one: marked on the page, and reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dystori.documents.project import Tongue
from dystori.editions import Edition
from dystori.findings import Finding, Severity
from dystori.tree import Block, Box, Figure, Inlines, Listing, Paragraph, Quote, Run, Source, lines_of, runs, walk
from dystori.words import LanguageName


def path_of(ref: str) -> tuple[str | int, ...]:
    """Return the path in the case that a source names."""
    return tuple(int(part) if part.isdigit() else part for part in ref.split("."))


def reported(edition: Edition, blocks: tuple[Block, ...], tongue: Tongue) -> Iterator[Finding]:
    """Yield a warning for each passage that is not in the language of the document; a quote never is at fault."""
    for block in walk(blocks):
        if isinstance(block, (Quote, Box)):
            continue
        for line in lines_of(block):
            for run in runs(line):
                if run.source.kind == "case" and run.lang != tongue.language.tag:
                    place = edition.case.place(path_of(run.source.ref))
                    values = {"language": tongue.language.code}
                    yield Finding("text_not_in_language", Severity.WARNING, place, values)


def noted(blocks: tuple[Block, ...], tongue: Tongue) -> tuple[Block, ...]:
    """Return the blocks with a line over each passage in another language that says which language it is."""
    return tuple(_noted(blocks, tongue))


def _noted(blocks: tuple[Block, ...], tongue: Tongue) -> Iterator[Block]:
    before = ""
    for block in blocks:
        if isinstance(block, Box):
            yield replace(block, blocks=noted(block.blocks, tongue))
            before = ""
            continue
        lang = _foreign(block, tongue.language.tag)
        if lang and lang != before:
            yield _note(block.key, lang, tongue)
        before = lang
        yield block


def _foreign(block: Block, tag: str) -> str:
    """Return the language of a block that is wholly the case's own text in another language."""
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
    return tags.pop() if len(tags) == 1 and tag not in tags and all(run.source.kind == "case" for run in found) else ""


def _note(key: str, lang: str, tongue: Tongue) -> Paragraph:
    code = next((one for one in tongue.languages.codes if tongue.languages[one].tag == lang), lang)
    phrase = tongue.phrase("only-in", {"language": LanguageName(code)})
    run = Run(phrase.text, tongue.language.tag, Source("entry", phrase.entry))
    return Paragraph(f"{key}~note", (run,), "note")
