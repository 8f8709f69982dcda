"""The contents of a long record in Word: links to its headings, in a field that Word can bring up to date.

Word counts pages only when a person asks it to, and a file that made it ask by itself would greet every reader
with a question. So the headings are written out as links, without numbers of pages; *Update field* adds them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dystori.formats.headings import anchor
from dystori.formats.word import markup
from dystori.formats.word.setting import Setting
from dystori.tree import Contents, Heading

if TYPE_CHECKING:
    from dystori.formats.word.blocks import Writer


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
