"""The frames of a storyboard: two a page, a picture with a few words under it.

Two languages block by block make one frame of two: the picture once, the first language's words over the
second's. A frame without a picture leaves room for the child to draw one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, Final, TypeVar

from dystori.tree import Figure, Frame, Inlines, Row, plain, runs

if TYPE_CHECKING:
    from dystori.formats.markup import Markup

#: So many frames stand side by side; more on a page and a child no longer sees where to begin.
A_LEAF: Final = 2

#: A frame in each language it is written in, with what the format calls that language.
Strip = Sequence[tuple[str, Frame]]
_Strip = TypeVar("_Strip")


def strip(row: Row, languages: Sequence[str]) -> Strip:
    """Return the frames of a row; nothing when the row holds any other block."""
    cells = [(language, cell) for language, cell in zip(languages, row.cells, strict=True) if cell is not None]
    frames = [(language, cell) for language, cell in cells if isinstance(cell, Frame)]
    if len(frames) < len(cells):
        return ()
    return frames[:1] if row.shared else frames


def leaves(strips: Sequence[_Strip]) -> Iterator[Sequence[_Strip]]:
    """Yield frames as they stand on pages, two by two."""
    return (strips[at : at + A_LEAF] for at in range(0, len(strips), A_LEAF))


def figures(frames: Strip) -> list[Figure]:
    """Return the picture of a frame in each language."""
    return [frame.figure for _, frame in frames if frame.figure is not None]


def captions(pictures: Sequence[Figure]) -> list[Inlines]:
    """Return the caption of a frame's picture in each language, once where they say the same."""
    found = {plain(figure.caption): figure.caption for figure in pictures if plain(figure.caption)}
    return list(found.values())


def alternatives(pictures: Sequence[Figure]) -> Inlines:
    """Return the words for one picture in each language, a sentence each; once where they say the same."""
    first, *others = {plain(figure.alt): figure.alt for figure in pictures}.values()
    told = list(first)
    for other in others:
        last = tuple(runs(tuple(told)))[-1]
        told += [replace(last, text=" " if last.text.rstrip().endswith((".", "!", "?")) else ". "), *other]
    return tuple(told)


def leaf(markup: Markup, strips: Sequence[Strip], lang: str, size: tuple[str, str]) -> str:
    """Return the markup of frames that stand side by side.

    ``size`` are the attributes of the room of each picture, without and with the caption of any of them.
    """
    return f'<div class="leaf">{"".join(_frame(markup, frames, lang, *size) for frames in strips)}</div>'


def _frame(markup: Markup, frames: Strip, lang: str, size: str, whole: str) -> str:
    pictures = figures(frames)
    if pictures:
        own = " own" if pictures[0].own else ""
        image = markup.image(replace(pictures[0], alt=alternatives(pictures)), lang, "")
        under = "".join(markup.element("figcaption", caption, lang) for caption in captions(pictures))
        picture = f'<figure{whole}><div class="pic{own}"{size}>{image}</div>{under}</figure>'
    else:
        picture = f'<div{whole}><div class="pic room"{size}></div></div>'
    number = f'<span class="n">{frames[0][1].number} </span>'
    written = []
    for at, (language, frame) in enumerate(frames):
        marks = f' lang="{escape(language)}"' if language != lang else ""
        first, *others = frame.words or ((),)
        words = markup.element("p", first, language, start=number if at == 0 else "")
        words += "".join(markup.element("p", line, language) for line in others)
        if at == 0 or frame.words:
            written.append(f'<div class="words"{marks}>{words}</div>')
    return f'<div class="frame">{picture}{"".join(written)}</div>'
