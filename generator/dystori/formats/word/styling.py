"""The numbers and colours of a look, put into the styles of the letterhead with python-docx."""

from __future__ import annotations

from typing import Any, Final

from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor, Twips

from dystori.formats.word.looks import Look, points

#: How far a quote stands in from the text round it, in twips: its rule, and the white between rule and words.
QUOTE_INDENT: Final = 300
#: The white between the words of a young reader's quote and the line round it, in points, and its place in twips.
_BUBBLE: Final = 6
BUBBLE_INDENT: Final = 20 * (_BUBBLE + 1)


def set_styles(styles: Any, look: Look) -> None:
    """Give every style of the letterhead its size, space and colour."""
    body, gap, colours = look.body, look.paragraph_gap, look.colours
    _set(styles["Normal"], look, size=body, after=gap, line=look.line, spaced=True)
    for name, size, before, after in (
        ("Heading 1", look.title, 0, 0.3 * look.title),
        ("Heading 2", look.heading, 0.8 * look.heading, 0.2 * look.heading),
        ("Heading 3", body, 0.7 * body, 0.2 * body),
    ):
        colour = colours.accent if name == "Heading 2" else colours.ink
        _set(styles[name], look, size=size, before=before, after=after, line=1, colour=colour)
    _set(styles["Stands alone"], look, after=gap)
    for name, after in (("Small", gap), ("Date", 0.6 * body), ("Note", gap), ("Caption", points(3))):
        _set(styles[name], look, size=look.small, after=after, colour=colours.soft)
    _set(styles["Subject"], look, after=gap)
    _set(styles["Signature"], look, size=look.heading, before=0.2 * body, after=0.1 * body, line=1)
    _set(styles["Address block"], look, after=gap)
    for name in ("List Bullet", "List Number"):
        _set(styles[name], look, after=0.25 * body)
    _set(styles["Picture"], look, after=points(4), line=1)
    _set(styles["Storyboard words"], look, size=look.frame, after=0.2 * look.frame)
    _set(styles["Storyboard number"], look, colour=colours.accent)
    _set(styles["TOC Heading"], look, size=look.heading, before=look.heading, after=0.4 * body, colour=colours.accent)
    for name in ("toc 2", "toc 3"):
        _set(styles[name], look, after=0.35 * body)
        left, right = styles[name].element.findall(".//" + qn("w:tab"))
        left.set(qn("w:pos"), str(look.number))
        right.set(qn("w:pos"), str(look.paper.text))
    styles["toc 3"].paragraph_format.left_indent = Twips(look.number)
    _set(styles["Paragraph number"], look, colour=colours.soft)
    _set(styles["Person who helps"], look, after=0.5 * body)
    for name in ("Table head", "Table text"):
        _set(styles[name], look, size=look.table, line=1.4 / 1.25)
    _set(styles["Language"], look, size=look.small, colour=colours.soft)
    _set_quotes(styles, look)
    for name in ("Header", "Footer"):
        _set(styles[name], look, size=look.furniture, line=1.12, colour=colours.soft)
        stop = styles[name].element.find(".//" + qn("w:tab"))
        stop.set(qn("w:pos"), str(look.paper.text))
    _set(styles["Organisation"], look, size=look.organisation, colour=colours.accent)


def _set_quotes(styles: Any, look: Look) -> None:
    """Give the child's words, and other people's, their rule, their ground and their colour."""
    before, after = (points(gap) for gap in look.quote_gaps)
    colours = look.colours
    for names, rule, ground, ink in (
        (("Quote", "Quote: in translation", "Quote: who said it"), colours.voice, colours.voice_wash, colours.voice),
        (
            ("Quote: somebody else", "Quote: somebody else, in translation", "Quote: somebody else, who"),
            colours.soft,
            "",
            colours.ink,
        ),
    ):
        words, translation, who = (styles[name] for name in names)
        _set(words, look, before=before, size=look.body, after=points(0.9), colour=ink)
        _set(translation, look, size=look.body, after=points(0.9), colour=ink)
        _set(who, look, after=after, size=look.small, colour=colours.soft)
        for style in (words, translation, who):
            style.paragraph_format.left_indent = Twips(QUOTE_INDENT)
            style.element.find(".//" + qn("w:left")).set(qn("w:color"), rule.lstrip("#"))
            if look.bubble and ground:
                _draw_bubble(style, rule.lstrip("#"), ground.lstrip("#"))


def _draw_bubble(style: Any, rule: str, ground: str) -> None:
    """Draw a thin line round a quote and lay a ground under it: for a young reader, words are in a bubble."""
    borders = style.element.find(".//" + qn("w:pBdr"))

    def made(name: str, **attributes: str) -> Any:
        return borders.makeelement(qn(f"w:{name}"), {qn(f"w:{key}"): text for key, text in attributes.items()})

    line = {"val": "single", "sz": "8", "space": str(_BUBBLE), "color": rule}
    borders.insert(0, made("top", **line))
    borders.extend([made("bottom", **line), made("right", **line)])
    borders.addnext(made("shd", val="clear", color="auto", fill=ground))


def _set(
    style: Any,
    look: Look,
    *,
    size: float = 0,
    before: float = 0,
    after: float = 0,
    line: float = 0,
    colour: str = "",
    spaced: bool = False,
) -> None:
    """Give one style its numbers; 0 and "" leave what the style it is based on says."""
    if size:
        style.font.size = Pt(round(size * 2) / 2)
        style.element.rPr.find(qn("w:szCs")).set(qn("w:val"), str(round(size * 2)))
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour.lstrip("#"))
    if style.type == style.type.PARAGRAPH:
        form = style.paragraph_format
        form.space_before, form.space_after = Twips(round(before * 20)), Twips(round(after * 20))
        if line:
            form.line_spacing = line
    if spaced and look.letter_gap:
        properties = style.element.rPr
        gap = properties.makeelement(qn("w:spacing"), {qn("w:val"): str(look.letter_gap)})
        properties.find(qn("w:sz")).addprevious(gap)


def set_languages(document: Any, tag: str) -> None:
    """Make a language the one the document is in, where nothing else is said."""
    for element in (
        document.styles.element.find(".//" + qn("w:rPrDefault") + "//" + qn("w:lang")),
        document.settings.element.find(qn("w:themeFontLang")),
    ):
        element.set(qn("w:val"), tag)
