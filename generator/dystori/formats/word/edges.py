"""The top and the bottom of every page: the letterhead's slots, filled in each language of a section."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dystori.formats import fonts
from dystori.formats.word import markup
from dystori.formats.word.drawing import drawing
from dystori.formats.word.letterhead import Letterhead
from dystori.formats.word.looks import Look, mm
from dystori.formats.word.relations import Media, Relations
from dystori.tree import Content, Inlines, PictureFile, Style, plain

#: The greatest size of a logo, in millimetres.
_LOGO = 60, 12
#: Room for a page's number and for how many there are.
_HIGHEST = "00"


class Edges:
    """Writes the page edges of each section as parts of their own."""

    def __init__(self, style: Style, look: Look, media: Media, letterhead: Callable[[int], Letterhead]) -> None:
        self.parts: dict[str, str] = {}
        self._style = style
        self._look = look
        self._media = media
        self._letterhead = letterhead

    def section(self, contents: Sequence[Content], pages: str, *, running: bool = False) -> tuple[str, str]:
        """Add the edges of a section, and return the names of their parts.

        ``pages`` is the field that counts the pages, if they are counted. What two languages say alike is said once.
        ``running`` adds the heading that the page is under.
        """
        number = len(self.parts) + 1
        names = f"header{number}.xml", f"footer{number}.xml"
        top, bottom = Relations(self._media), Relations(self._media)
        furniture = [content.furniture for content in contents]
        heads = [
            pair
            for left, right in zip(
                _once([each.left for each in furniture]), _once([each.right for each in furniture]), strict=True
            )
            for pair in self._apart(
                (markup.line(left, top, "Organisation"), plain(left)), (markup.line(right, top), plain(right))
            )
        ]
        if self._style.logo:
            heads = [
                (self._logo(self._style.logo, top) if at == 0 else "", right) for at, (_, right) in enumerate(heads)
            ]
        heads = [head for at, head in enumerate(heads) if at == 0 or any(head)]
        if running:
            # Named by a style of our own: Word looks for its built-in ones under their name in the user's language.
            heads.append(("", markup.field('STYLEREF "Section title"', contents[0].tag, "")))
        feet = [
            pair
            for foot, content in zip(_once([each.foot for each in furniture]), contents, strict=True)
            for pair in self._apart(
                (markup.line(foot, bottom), plain(foot)),
                (_page(content, pages), _HIGHEST.join(content.furniture.page)),
            )
        ]
        header, footer = self._letterhead(len(heads)).header, self._letterhead(len(feet)).footer
        for name, text, relations in (
            (names[0], header.fill(_slots(("left", "right"), heads)), top),
            (names[1], footer.fill(_slots(("foot", "page"), feet)), bottom),
        ):
            self.parts[f"word/{name}"] = text
            self.parts[f"word/_rels/{name}.rels"] = relations.xml()
        return names

    def _apart(self, left: tuple[str, str], right: tuple[str, str]) -> list[tuple[str, str]]:
        """Return the two ends of a line, markup and words each; on two lines where one is too short."""
        fits = fonts.width(left[1] + right[1]) * self._look.furniture * 20 < self._look.paper.text
        if fits or not (left[1] and right[1]):
            return [(left[0], right[0])]
        return [(left[0], ""), ("", right[0])]

    def _logo(self, logo: PictureFile, relations: Relations) -> str:
        widest, highest = (mm(side) for side in _LOGO)
        return drawing(logo, self._style.logo_alt, relations, widest=widest, highest=highest)


def _once(lines: Sequence[Inlines]) -> list[Inlines]:
    """Return the lines with those that say the same as an earlier one left empty."""
    said = [plain(line) for line in lines]
    return [line if said.index(words) == at else () for at, (line, words) in enumerate(zip(lines, said, strict=True))]


def _page(content: Content, pages: str) -> str:
    """Return *Page 1 of 2* with numbers that Word counts, or *Page 1* where it cannot count the others."""
    mark = markup.properties(content.tag)
    before, between, after = (
        f'<w:r>{mark}<w:t xml:space="preserve">{markup.escape(text)}</w:t></w:r>' if text else ""
        for text in content.furniture.page
    )
    if not pages:
        return before + markup.field("PAGE", content.tag)
    counted = markup.field("PAGE", content.tag), markup.field(pages, content.tag)
    return before + counted[0] + between + counted[1] + after


def _slots(names: tuple[str, str], lines: Sequence[tuple[str, str]]) -> dict[str, str]:
    return {f"{name}{at}": words for at, line in enumerate(lines) for name, words in zip(names, line, strict=True)}
