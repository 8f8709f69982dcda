"""Where a block stands on the page: how wide, in which language's part, inside which box, kept with what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from dystori.formats.word.looks import Look, mm
from dystori.tree import BoxRole

#: The white inside a box, in twips at its sides and in points as a border counts it.
_SIDE: Final = mm(5)
_ABOVE, _BESIDE = 9, 14
#: The boxes that have a line round them; the others only keep their blocks together.
DRAWN: Final[frozenset[BoxRole]] = frozenset({"rights", "goal", "worry", "notice"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What every paragraph in a place has in common."""

    width: int
    #: The folder of the language: half of every bookmark's name.
    code: str
    keep_next: bool = False
    keep_lines: bool = False
    #: Borders and ground of the box round the paragraph.
    outline: str = ""
    ground: str = ""
    indent: int = 0
    #: One twip more or less at the right: two boxes that stand one under the other must not become one.
    nudge: int = 0
    #: In a row of two languages, which stays whole by itself: Word reads *keep with next* as the next row.
    in_row: bool = False
    #: How far numbers and wide tables may run into the margins.
    margin: int = 0

    def kept(self, wanted: bool = True) -> Setting:
        """Return the setting of a paragraph that stays with the next one of its block."""
        return self.keeping(self.keep_next or (wanted and not self.in_row))

    def keeping(self, keep_next: bool) -> Setting:
        """Return the setting with *keep with next* on or off."""
        return self if keep_next == self.keep_next else replace(self, keep_next=keep_next)

    def nth(self, at: int, count: int, *, first: int = 1, whole: bool = False) -> Setting:
        """Return the setting of one of several paragraphs or rows of a block.

        Neither the first ones nor the last one is left alone on a page: ``first`` says how many stay with the one
        after them. ``whole`` keeps all of them together; inside a box they always are.
        """
        if self.in_row:
            return self
        last = at == count - 1
        keep = self.keep_next if last else whole or self.keep_lines or at < first or at == count - 2
        return self.keeping(keep)


def outline(role: BoxRole, look: Look) -> tuple[str, str]:
    """Return the borders and the ground of a box as paragraph properties; none for blocks only kept together."""
    colours = look.colours
    if role not in DRAWN:
        return "", ""
    drawn = {
        "rights": (colours.accent_line, 6, colours.accent_pale),
        "goal": (colours.accent, 10, colours.accent_wash),
        "worry": (colours.ink, 10, colours.worry),
        "notice": (colours.soft, 6, colours.paper),
    }
    colour, weight, fill = drawn[role]
    sides = (("top", _ABOVE), ("left", _BESIDE), ("bottom", _ABOVE), ("right", _BESIDE))
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{weight}" w:space="{space}" w:color="{colour[1:]}"/>' for side, space in sides
    )
    return f"<w:pBdr>{borders}</w:pBdr>", f'<w:shd w:val="clear" w:color="auto" w:fill="{fill[1:]}"/>'


def boxed(setting: Setting, role: BoxRole, look: Look, nudge: int) -> Setting:
    """Return the setting inside a box: narrower where the box is drawn, and always kept whole."""
    borders, ground = outline(role, look)
    inset = _SIDE + 20 if borders else 0
    return replace(
        setting.kept(),
        width=setting.width - 2 * inset,
        keep_lines=True,
        outline=borders or setting.outline,
        ground=ground or setting.ground,
        indent=setting.indent + inset,
        nudge=nudge if borders else setting.nudge,
        margin=0 if borders else setting.margin,
    )
