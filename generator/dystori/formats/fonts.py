"""The typefaces that documents are set in, what they can write, and how wide their words are.

Lexend writes Welsh and English; Noto Sans and Noto Sans Arabic stand behind it for names and words in other
scripts. All three are packages: no typeface of the machine ever enters a document.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import fontpkg_lexend
import fontpkg_noto_sans
import fontpkg_noto_sans_arabic

#: The family names in the order in which they are tried.
FAMILIES = ("Lexend", "Noto Sans", "Noto Sans Arabic")

#: White space and marks that lay-out follows and no typeface needs to draw.
UNDRAWN = frozenset("\t\n\r\u00ad\u200b\u200c\u200d\u200e\u200f\u2060")

#: Lexend at weight 600 against weight 400 (measured over a page of Welsh).
STRONGER = 1.05
#: The mean width of a letter that Lexend lacks, in em.
OTHER_LETTER = 0.6


def paths() -> tuple[Path, ...]:
    """Return the font files, in the order of ``FAMILIES``: upright, variable in weight."""
    folders = (package.ROOT / "files" for package in (fontpkg_lexend, fontpkg_noto_sans, fontpkg_noto_sans_arabic))
    return tuple(next(path for path in sorted(folder.glob("*.ttf")) if "Italic" not in path.name) for folder in folders)


def missing(text: str) -> set[str]:
    """Return the characters of the text that no shipped typeface can write."""
    if text.isascii() and text.isprintable():
        return set()
    known = _characters()
    return {letter for letter in set(text) if ord(letter) not in known and letter not in UNDRAWN}


def width(text: str, *, strong: bool = False) -> float:
    """Return the width of a line of text in em."""
    advances = _advances()
    total = sum(advances.get(ord(letter), OTHER_LETTER) for letter in text)
    return total * STRONGER if strong else total


@cache
def web_font() -> bytes:
    """Return Lexend for a web page as WOFF2: Latin letters, weights 400 to 600; the same bytes every time."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(paths()[0], recalcTimestamp=False)
    options = Options(flavor="woff2", hinting=False, notdef_outline=True, layout_features=["kern", "mark", "mkmk"])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*range(0x20, 0x180), 0x218, 0x219, 0x21A, 0x21B, *range(0x1E80, 0x1E86), 0x1EF2,
                                 0x1EF3, *range(0x300, 0x309), *range(0x2010, 0x2027), 0x20AC, 0x2212])  # fmt: skip
    subsetter.subset(font)
    font = instantiateVariableFont(font, {"wght": (400, 400, 600)})
    font.flavor = "woff2"
    target = BytesIO()
    font.save(target, reorderTables=False)
    return target.getvalue()


@cache
def _characters() -> frozenset[int]:
    return frozenset().union(*(_letters(path) for path in paths()))


def _letters(path: Path) -> Mapping[int, str]:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        letters: Mapping[int, str] = font.getBestCmap()
    return letters


@cache
def _advances() -> Mapping[int, float]:
    """Return the advance of every letter of Lexend at weight 400, its default, in em."""
    from fontTools.ttLib import TTFont

    with TTFont(paths()[0], lazy=True) as font:
        units = font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        return {code: metrics[name][0] / units for code, name in font.getBestCmap().items()}
