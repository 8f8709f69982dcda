"""The colours of a document, reckoned from the one colour the organisation gives.

Tints are mixed here and written out as hex (the PDF engine has no ``color-mix``). The child's words have a
colour of their own, which is never the organisation's: they look the same from every council.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import hypot

from dystori.findings import Finding, TemplateError
from dystori.tree import Style

INK = "#211715"
SOFT = "#5A4F4B"
HAIR = "#B8AFA9"
PAPER = "#FFFFFF"
CREAM = "#FFFAF0"
WORRY = "#F4F2F0"
PLUM = ("#7B1F57", "#FBF0F6")
BLUE = ("#1F3F8F", "#F0F3FB")

#: Contrast that text needs on its ground (WCAG 2.2, 1.4.3).
ENOUGH = 4.5
#: An accent nearer to plum than this could be taken for the child's words.
TOO_NEAR = 20.0

RGB = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour that a style sheet may use, as hex."""

    ink: str
    soft: str
    hair: str
    paper: str
    accent: str
    accent_line: str
    accent_wash: str
    accent_pale: str
    voice: str
    voice_wash: str
    worry: str

    def css(self) -> str:
        """Return the palette as custom properties of the root."""
        pairs = ((name, getattr(self, name)) for name in self.__slots__)
        return ":root{" + "".join(f"--{name.replace('_', '-')}:{value};" for name, value in pairs) + "}"


def palette(style: Style) -> Palette:
    """Return the colours of a document.

    Raises TemplateError (``accent-not-a-colour``) when the organisation's colour is not ``#RRGGBB``.
    """
    paper = CREAM if style.presentation == "easy" else PAPER
    if style.presentation == "mono":
        return Palette(INK, INK, HAIR, paper, INK, INK, paper, paper, INK, paper, paper)
    accent = readable(style.accent, paper)
    near_plum = difference(rgb(accent), rgb(PLUM[0])) < TOO_NEAR
    voice, wash = BLUE if near_plum else PLUM
    soft = INK if style.presentation == "large" else SOFT
    line, ground, pale = (tint(accent, part) for part in (0.45, 0.10, 0.05))
    return Palette(INK, soft, HAIR, paper, accent, line, ground, pale, voice, wash, WORRY)


def readable(colour: str, ground: str = PAPER) -> str:
    """Return the colour, darkened in steps of 2 % until text in it can be read on the ground."""
    red, green, blue = rgb(colour)
    for step in range(100, -1, -2):
        darker = tuple(int(channel * step / 100 + 0.5) for channel in (red, green, blue))
        candidate = "#{:02X}{:02X}{:02X}".format(*darker)
        if contrast(candidate, ground) >= ENOUGH:
            return candidate
    return INK  # not reached on a light ground: black has the contrast


def tint(colour: str, part: float) -> str:
    """Return the colour thinned with white: ``part`` is how much of it is left."""
    return "#{:02X}{:02X}{:02X}".format(*(int(255 - (255 - channel) * part + 0.5) for channel in rgb(colour)))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(rgb(one)), _luminance(rgb(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def difference(one: RGB, other: RGB) -> float:
    """Return how far apart two colours look (CIE 1976 ΔE)."""
    return hypot(*(a - b for a, b in zip(_lab(one), _lab(other), strict=True)))


def rgb(colour: str) -> RGB:
    """Return the channels of ``#RRGGBB``."""
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", colour):
        raise TemplateError([Finding("accent-not-a-colour")])
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _luminance(colour: RGB) -> float:
    red, green, blue = (_linear(channel) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _lab(colour: RGB) -> tuple[float, float, float]:
    red, green, blue = (_linear(channel) for channel in colour)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
