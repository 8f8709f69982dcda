"""Somebody's exact words: speech marks, a colour, a weight and a shape, in paragraph styles of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dystori.formats.word import markup
from dystori.formats.word.setting import Setting
from dystori.formats.word.styling import BUBBLE_INDENT, QUOTE_INDENT
from dystori.tree import Inlines, Quote, runs

if TYPE_CHECKING:
    from dystori.formats.word.blocks import Writer


def quote(writer: Writer, block: Quote, setting: Setting, nudge: int) -> str:
    """Return the words and who said them as paragraphs that stay together.

    ``nudge`` differs between a quote and the next one, for two that are alike would be drawn as one: in Word
    where they stand in equally far, in LibreOffice where they stand on the very same ground.
    """
    style = "Quote" if block.voice == "child" else "OtherQuote"
    bubble = writer.look.bubble and block.voice == "child"
    ground = _ground(writer.look.colours.voice_wash, nudge) if bubble else ""
    start, end = QUOTE_INDENT + setting.indent, setting.indent + nudge + (BUBBLE_INDENT if bubble else 0)
    inner = replace(setting, outline="", ground=ground)
    last = len(block.words) - 1
    spoken = [
        (style, _spoken(words, block.marks[0] if at == 0 else "", block.marks[1] if at == last else ""))
        for at, words in enumerate(block.words)
    ]
    lines = [*spoken, *((f"{style}Who", who) for who in block.who)]
    written = []
    for at, (name, words) in enumerate(lines):
        bidi = markup.right_to_left(words)
        # the rule stands at the left of every line; words from right to left begin at the right
        left, right = (end, start) if bidi else (start, end)
        indent = f'<w:ind w:left="{left}" w:right="{right}"/>'
        place = inner.kept(at < len(lines) - 1)
        written.append(writer.raw(name, markup.line(words, writer.relations), place, bidi=bidi, indent=indent))
    return "".join(written)


def _ground(wash: str, nudge: int) -> str:
    """Return the ground of a bubble, the lowest bit of its blue changed by the nudge."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{int(wash[1:], 16) ^ nudge:06X}"/>'


def _spoken(words: Inlines, opening: str, closing: str) -> Inlines:
    """Return words between speech marks, which are in the language of the words next to them."""
    inside = list(runs(words))
    if not inside:
        return words
    before, after = replace(inside[0], text=opening), replace(inside[-1], text=closing)
    return (before, *words, after)
