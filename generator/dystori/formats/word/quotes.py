"""Somebody's exact words: speech marks, a colour, a weight and a shape, in paragraph styles of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dystori.formats.word import markup
from dystori.formats.word.looks import Look, points
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
    lines = [
        *((style, line) for line in _between(block.words, block.marks)),
        *((f"{style}Translation", line) for line in _between(block.translation, block.marks)),
        *((f"{style}Who", who) for who in block.who),
    ]
    written = []
    for at, (name, words) in enumerate(lines):
        bidi = markup.right_to_left(words)
        # the rule stands at the left of every line; words from right to left begin at the right
        left, right = (end, start) if bidi else (start, end)
        indent = f'<w:ind w:left="{left}" w:right="{right}"/>'
        more = at < len(lines) - 1
        air = _air(writer.look, begins=at == 0, spoken=name == style, more=more)
        written.append(
            writer.raw(
                name,
                markup.line(words, writer.relations, exact=not name.endswith("Who")),
                inner.kept(more),
                bidi=bidi,
                indent=indent,
                gap=air[0],
                after=air[1],
            )
        )
    return "".join(written)


def _air(look: Look, *, begins: bool, spoken: bool, more: bool) -> tuple[int, int]:
    """Return the air above and below one paragraph of a quote in twips; 0 is what its style says.

    The styles give a quote its air as if it were one paragraph of words and one of who said them.
    """
    above = 0 if begins or not spoken else round(0.35 * look.body * 20)
    return above, 0 if more else round(points(look.quote_gaps[1]) * 20)


def _ground(wash: str, nudge: int) -> str:
    """Return the ground of a bubble, the lowest bit of its blue changed by the nudge."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{int(wash[1:], 16) ^ nudge:06X}"/>'


def _between(lines: tuple[Inlines, ...], marks: tuple[str, str]) -> list[Inlines]:
    """Return somebody's words, speech marks before the first line and after the last one."""
    last = len(lines) - 1
    return [
        _spoken(words, marks[0] if at == 0 else "", marks[1] if at == last else "") for at, words in enumerate(lines)
    ]


def _spoken(words: Inlines, opening: str, closing: str) -> Inlines:
    """Return words between speech marks, which are in the language of the words next to them."""
    inside = list(runs(words))
    if not inside:
        return words
    before, after = replace(inside[0], text=opening), replace(inside[-1], text=closing)
    return (before, *words, after)
