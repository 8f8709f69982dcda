"""Words as WordprocessingML: runs, links, fields and paragraphs, written as text.

Word's schema fixes the order of properties; these functions are the only place that knows it. Text is
escaped here and nowhere else. Attributes come from constants, from measured numbers, or through `escape`.
"""

from __future__ import annotations

import re

from dystori.formats.unparted import UNPARTED
from dystori.formats.word.relations import Relations
from dystori.tree import Inlines, Link, Run, runs

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

#: What stands in for a paragraph where the file format wants one and nobody has anything to say.
END = '<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>'
BREAK = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"
NEXT_COLUMN = '<w:r><w:br w:type="column"/></w:r>'

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})
_MARKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_LINES, _LETTER, _DIGIT = re.compile(r"([\n\t])"), re.compile(r"[^\W\d_]"), re.compile(r"\d")
#: A value of a case is no longer than this (a name, a date, a number); what is longer, somebody wrote.
_LONGEST_VALUE = 40


def escape(text: str) -> str:
    """Return text fit for an element or a quoted attribute."""
    return text.translate(_ESCAPES)


def _bound(run: Run) -> str:
    """Return the text of a run with spaces that no line ends at in telephone numbers, and between a day and its month.

    Nothing else is bound: whoever copies or searches has the words as they were written. A hyphen stays a hyphen,
    although a line may end at it: Word's own unbreakable one is not found as *Mam-gu*, and is copied as another sign.
    """
    written = run.source.kind == "case" and len(run.text) > _LONGEST_VALUE
    if written or not _DIGIT.search(run.text):
        return run.text
    if run.keep and not _LETTER.search(run.text):
        return run.text.replace(" ", "\u00a0")
    return UNPARTED.sub(lambda found: found[0].replace(" ", "\u00a0"), run.text)


def _pieces(text: str) -> str:
    """Return the content of a run: text, line ends and tabs."""
    written = []
    for piece in _LINES.split(text):
        if piece in _MARKS:
            written.append(_MARKS[piece])
        elif piece:
            written.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(written)


def properties(lang: str, *, strong: bool = False, rtl: bool = False, style: str = "") -> str:
    """Return the properties of a run; its language is always said."""
    tag = escape(lang)
    # the letters of Arabic are joined: no gap between them, whatever the style says
    from_right = f'<w:spacing w:val="0"/><w:rtl/><w:lang w:val="{tag}" w:bidi="{tag}"/>'
    return (
        "<w:rPr>"
        + (f'<w:rStyle w:val="{style}"/>' if style else "")
        + ("<w:b/><w:bCs/>" if strong else "")
        + (from_right if rtl else f'<w:lang w:val="{tag}"/>')
        + "</w:rPr>"
    )


def words(run: Run, style: str = "", strong: bool = False, exact: bool = False) -> str:
    """Return one run; one without text is nothing. ``exact`` leaves every sign of somebody's words as it is."""
    if not run.text:
        return ""
    marks = properties(run.lang, strong=run.strong or strong, rtl=run.rtl, style=style)
    return f"<w:r>{marks}{_pieces(run.text if exact else _bound(run))}</w:r>"


def line(content: Inlines, relations: Relations, style: str = "", strong: bool = False, exact: bool = False) -> str:
    """Return the runs and links of one line of words."""
    written = []
    for inline in content:
        if isinstance(inline, Link):
            inner = "".join(words(run, "Hyperlink", strong, exact) for run in inline.runs)
            written.append(f'<w:hyperlink r:id="{relations.link(inline.href)}">{inner}</w:hyperlink>')
        else:
            written.append(words(inline, style, strong, exact))
    return "".join(written)


def field(instruction: str, lang: str, shown: str = "1") -> str:
    """Return a field that Word keeps up for itself (``PAGE``, ``NUMPAGES``, ``STYLEREF`` …).

    ``shown`` is what a program shows that does not know the field.
    """
    name = instruction.translate(_ESCAPES)
    return f'<w:fldSimple w:instr=" {name} "><w:r>{properties(lang)}<w:t>{shown}</w:t></w:r></w:fldSimple>'


def field_start(instruction: str) -> str:
    """Return the start of a field whose result goes over several paragraphs."""
    name = instruction.translate(_ESCAPES)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def number(text: str, content: Inlines, style: str = "") -> str:
    """Return the number of a section, a paragraph or a frame and the tab behind it; nothing where there is none."""
    lang = next((run.lang for run in runs(content)), "")
    if not text:
        return ""
    marks = properties(lang, style=style) if lang else ""
    return f"<w:r>{marks}<w:t>{escape(text)}</w:t></w:r>{TAB}"


def right_to_left(content: Inlines) -> bool:
    """Return whether every passage with letters in it is written from right to left."""
    lettered = [run.rtl for run in runs(content) if any(letter.isalpha() for letter in run.text)]
    return bool(lettered) and all(lettered)
