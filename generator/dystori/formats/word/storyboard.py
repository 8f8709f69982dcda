"""The frames of a storyboard in Word: a picture, its number and a few words, side by side in two columns.

Columns of the page hold them, and no table: what is read first comes first, and a person who edits the story
moves words and pictures as anywhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Final

from dystori.formats import fonts
from dystori.formats.frames import captions, figures, leaves
from dystori.formats.word import drawing, markup
from dystori.formats.word.looks import Look, mm
from dystori.formats.word.setting import Setting
from dystori.tree import Figure, Frame, Inlines, plain

if TYPE_CHECKING:
    from dystori.formats.word.blocks import Writer

#: How far words stand in from their number.
_NUMBER: Final = mm(12)
#: A picture is three to two, and no lower than this however many words stand under it.
_RATIO, _LOWEST = 1.5, mm(38)
#: Room for the title of the story, and for the air between a picture and its words.
_TITLE, _AIR = mm(16), mm(14)

#: A frame in each language it is written in, and where it stands.
Placed = Sequence[tuple[Frame, Setting]]


def storyboard(writer: Writer, strips: Sequence[Placed], *, titled: bool = False) -> str:
    """Return frames one after the other, each in a column of its own where the page has columns.

    ``titled`` says that the first ones share their page with the title of the story.
    """
    written = []
    for at, leaf in enumerate(leaves(strips)):
        title = _TITLE * len(leaf[0]) if titled and at == 0 else 0
        highest = min(_highest(frames, writer.look, title) for frames in leaf)
        for place, frames in enumerate(leaf):
            if at or place:
                writer.next_column()
            written.append(writer.frame(frames, highest))
    return "".join(written)


def frame(writer: Writer, frames: Placed, highest: int) -> Iterator[str]:
    """Yield the paragraphs of a frame: the picture once, and under it the words of each language, kept together."""
    setting = replace(frames[0][1].kept(), keep_lines=True)
    pictures = _pictures(frames)
    yield writer.raw("Picture", _picture(writer, pictures, setting, highest), setting)
    for caption in captions(pictures):
        yield writer.paragraph("Caption", caption, setting)
    lines = [(words, at == 0) for each, _ in frames for at, words in enumerate(each.words)] or [((), True)]
    for at, (words, begins) in enumerate(lines):
        spoken = words or (pictures[0].alt if pictures else ())
        start = markup.number(str(frames[0][0].number), spoken, "FrameNumber") if at == 0 else ""
        place = frames[0][1] if at == len(lines) - 1 else setting
        hanging = f' w:hanging="{_NUMBER}"' if start else ""
        yield writer.raw(
            "FrameWords",
            start + markup.line(words, writer.relations),
            replace(place, keep_lines=True),
            indent=f'<w:ind w:left="{_NUMBER}"{hanging}/>',
            gap=mm(3) if begins and at else 0,
        )


def _pictures(frames: Placed) -> list[Figure]:
    return figures([(setting.code, frame) for frame, setting in frames])


def _picture(writer: Writer, pictures: Sequence[Figure], setting: Setting, highest: int) -> str:
    """Return the picture, framed; a child's own drawing with a hairline and nothing cut off."""
    colours, widest = writer.look.colours, min(setting.width, round(highest * _RATIO))
    if not pictures:
        return drawing.room(writer.relations, widest=widest, highest=highest, colour=colours.soft[1:])
    own = pictures[0].own
    return drawing.drawing(
        pictures[0].picture,
        " / ".join(dict.fromkeys(plain(figure.alt) for figure in pictures)),
        writer.relations,
        widest=widest,
        highest=highest,
        outline=(colours.hair if own else colours.ink)[1:],
        framed=not own,
    )


def _highest(frames: Placed, look: Look, title: int) -> int:
    """Return how high the picture may be so that its words stand on the same page."""
    width = frames[0][1].width
    lines = sum(_lines(words, width - _NUMBER, look.frame) for frame, _ in frames for words in frame.words)
    paragraphs = sum(len(frame.words) for frame, _ in frames)
    under = len(captions(_pictures(frames))) * look.small * look.leading
    words = (lines * look.leading + 0.2 * paragraphs) * look.frame
    needed = round((words + under) * 20) + _AIR + title
    return min(round(width / _RATIO), max(_LOWEST, look.paper.tall - needed))


def _lines(words: Inlines, width: int, size: float) -> int:
    # A line ends before the word that would not fit: on the average half a word is lost.
    return max(1, ceil(fonts.width(plain(words)) * size * 20 * 1.1 / width))
