"""The contents of a long record in Word: links to its headings, in a field that Word can bring up to date.

No numbers of pages stand here. Only the program that breaks the pages knows them: Word, LibreOffice and a preview
break them in different places, with another typeface once more, and a number that came from our PDF would be wrong
in all of them. Word counts only when a person asks it to, and a file that made it ask by itself would greet every
reader with a question. The numbers of sections, which hold in every format, are the references; each line is a link,
and whoever prints the record on paper can have the pages from *Update field*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from dystori.formats.headings import anchor
from dystori.formats.word import markup
from dystori.formats.word.setting import Setting
from dystori.tree import Contents, Heading

if TYPE_CHECKING:
    from dystori.formats.word.blocks import Writer


#: How the bookmark round one language of the document begins.
RANGE: Final = "_l_"


def fields(codes: Sequence[str]) -> Mapping[str, str]:
    """Return the field of each language's contents; where there are two languages, each keeps within its own."""
    ranges = {code: rf" \b {RANGE}{code}" if len(codes) > 1 else "" for code in codes}
    return {code: rf'TOC \o "2-3" \h \z{within}' for code, within in ranges.items()}


def contents(writer: Writer, block: Contents, setting: Setting) -> str:
    """Return the title and a line for each heading."""
    headings = writer.listed.get(block, ())
    written = [writer.paragraph("TOCHeading", block.title, setting.kept())]
    field = writer.fields.get(setting.code)
    for at, heading in enumerate(headings):
        entry = _entry(writer, heading, setting.code)
        if field:
            entry = markup.field_start(field) * (at == 0) + entry + markup.FIELD_END * (at == len(headings) - 1)
        written.append(writer.raw(f"TOC{heading.level}", entry, setting))
    return "".join(written)


def _entry(writer: Writer, heading: Heading, code: str) -> str:
    name = anchor(heading.key, writer.shared.get(heading.key, code))
    words = markup.number(heading.number, heading.content) + markup.line(heading.content, writer.relations)
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{words}</w:hyperlink>'
