"""The document tree as HTML markup: the one body that the web page and the PDF share.

Every passage in another language than what surrounds it carries ``lang`` (and ``dir``); nothing is an id and
nothing is a name, so that no word of a case becomes an anchor.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby, pairwise

from dystori.findings import Finding, TemplateError
from dystori.formats import frames, tables, unparted
from dystori.formats.frames import Strip
from dystori.formats.headings import Listed, anchor, named
from dystori.formats.staying import stays
from dystori.tree import (
    Block,
    Box,
    Cards,
    Contents,
    Drawing,
    Facts,
    Figure,
    Frame,
    Heading,
    Inlines,
    Link,
    Listing,
    Paragraph,
    PictureFile,
    Quote,
    Run,
    Table,
    plain,
    runs,
)

#: Where a link may lead (anything else could run code or read a file of the reader's).
ALLOWED_LINK = re.compile(r"(https://|mailto:|tel:)[^\s\"'<>]+", re.IGNORECASE)
#: A child's reader in large print gets a wider table row by row.
WIDEST_LARGE_TABLE = 3


class Markup:
    """Writes blocks as markup; the format says how a picture is addressed and how large it stands."""

    def __init__(
        self,
        address: Callable[[PictureFile | Drawing], str],
        measure: Callable[[Figure], str],
        *,
        large: bool = False,
        is_long: Callable[[Block], bool] = lambda _: False,
        room: Callable[[Sequence[Strip]], tuple[str, str]] = lambda _: ("", ""),
        listed: Listed | None = None,
        common: Collection[str] = (),
        widths: Callable[[Table], tuple[int, ...]] = lambda table: table.widths,
        stacks: bool = False,
        inline: bool = False,
    ) -> None:
        """Keep what formats differ in.

        A picture's address, the attributes of its size and of the room for a storyboard's pictures, what may
        break; what each list of contents lists, and the keys of headings that two languages share; the widths of
        a table's columns in per cent (none where it does not fit), and whether its rows may come to stand one
        under the other; whether a drawing stands in the page itself, where it has the page's typeface.
        """
        self._address = address
        self._measure = measure
        self._large = large
        self._is_long = is_long
        self._room = room
        self._listed = listed or {}
        self._common = common
        self._widths = widths
        self.stacks = stacks
        self._inline = inline
        self._drawn: Counter[str] = Counter()
        self._under: dict[str, str] = {}

    def blocks(self, blocks: Sequence[Block], lang: str) -> str:
        """Return the markup of blocks that stand in a passage whose language is ``lang``."""
        written = []
        after = {id(block): follower for block, follower in pairwise(blocks)}
        for _, group in groupby(blocks, key=lambda block: isinstance(block, Frame)):
            together = list(group)
            strips = [[(lang, block)] for block in together if isinstance(block, Frame)]
            if strips:
                written.append(self.storyboard(strips, lang))
            else:
                written += [self.block(block, lang, follower=after.get(id(block))) for block in together]
        return "".join(written)

    def storyboard(self, strips: Sequence[Strip], lang: str) -> str:
        """Return the markup of frames that follow each other, as many side by side as a page holds."""
        return "".join(frames.leaf(self, leaf, lang, self._room(leaf)) for leaf in frames.leaves(strips))

    def block(self, block: Block, lang: str, heights: Sequence[float] = (), follower: Block | None = None) -> str:
        """Return the markup of one block; ``heights`` are the least heights of a table's rows in mm."""
        match block:
            case Heading():
                self._under[lang] = plain(block.content)
                start, name = _number(block.number), ""
                if self._listed and block.level > 1:
                    name = f' id="{self._anchor(block, lang)}"'
                return self.element(f"h{block.level}", block.content, lang, start=start, more=name)
            case Paragraph():
                roles = [block.role] * (block.role != "plain") + ["numbered"] * bool(block.number)
                roles += ["stays"] * stays(block, follower)
                return self.element("p", block.content, lang, " ".join(roles), start=_number(block.number))
            case Listing():
                items = "".join(self.element("li", item, lang) for item in block.items)
                return f"<ol>{items}</ol>" if block.ordered else f"<ul>{items}</ul>"
            case Quote():
                return self._quote(block, lang)
            case Facts():
                return tables.facts(self, block, lang, self._caption(block.caption, lang))
            case Table():
                caption = self._caption(block.caption, lang)
                widths = self._widths(block)
                if not widths or (self._large and len(block.head) > WIDEST_LARGE_TABLE):
                    return tables.row_by_row(self, block, lang, caption)
                return tables.grid(self, replace(block, widths=widths), lang, caption, heights)
            case Cards():
                return self._cards(block, lang)
            case Figure():
                return self._figure(block, lang)
            case Frame():
                return self.storyboard([[(lang, block)]], lang)
            case Contents():
                return self._contents(block, lang)
            case Box():
                inner = self.blocks(block.blocks, lang)
                if block.role in ("sign", "keep"):
                    return f'<div class="{block.role}">{inner}</div>'
                return f'<section class="box {block.role}{self._long(block)}">{inner}</section>'

    def words(self, inlines: Inlines, lang: str) -> str:
        """Return the markup of a line of words.

        Raises TemplateError (``link-not-allowed``) for a link that is not https, mailto or tel.
        """
        parts = []
        for inline in inlines:
            if isinstance(inline, Link):
                if not ALLOWED_LINK.fullmatch(inline.href):
                    raise TemplateError([Finding("link-not-allowed")])
                # The link is innermost and holds text only: anything within it loses its tag in a PDF.
                parts += [self._run(run, lang, inline.href) for run in inline.runs]
            else:
                parts.append(self._run(inline, lang))
        return "".join(parts)

    def _run(self, run: Run, lang: str, href: str = "") -> str:
        kept = unparted.kept(run)
        markup = escape(run.text) if kept or href else unparted.marked(run.text)
        if href:
            markup = f'<a href="{escape(href)}">{markup}</a>'
        marks = _language(run, lang)
        if kept:
            marks += ' class="nb"'
        if marks:
            markup = f"<span{marks}>{markup}</span>"
        return f"<strong>{markup}</strong>" if run.strong else markup

    def element(
        self,
        tag: str,
        inlines: Inlines,
        lang: str,
        role: str = "",
        *,
        more: str = "",
        start: str = "",
        around: tuple[str, str] = ("", ""),
    ) -> str:
        """Return an element of words; when all of them are in one other language, the element says so itself.

        ``more`` are attributes and ``start`` is what stands before the words: markup already.
        """
        marks, inner = _whole(inlines, lang)
        css = f' class="{role}"' if role else ""
        before, after = (escape(mark) for mark in around)
        return f"<{tag}{css}{more}{marks}>{start}{before}{self.words(inlines, inner)}{after}</{tag}>"

    def _quote(self, quote: Quote, lang: str) -> str:
        words = self._spoken(quote.words, quote.marks, lang, "words")
        words += self._spoken(quote.translation, quote.marks, lang, "translation")
        who = "".join(self.element("p", line, lang, "who") for line in quote.who)
        return f'<blockquote class="said {quote.voice}{self._long(quote)}">{words}{who}</blockquote>'

    def _spoken(self, lines: Sequence[Inlines], marks: tuple[str, str], lang: str, role: str) -> str:
        """Return somebody's words, speech marks before the first line and after the last one."""
        last = len(lines) - 1
        return "".join(
            self.element("p", line, lang, role, around=(marks[0] * (at == 0), marks[1] * (at == last)))
            for at, line in enumerate(lines)
        )

    def _long(self, block: Block) -> str:
        return " long" if self._is_long(block) else ""

    def _caption(self, caption: Inlines, lang: str) -> str:
        """Return a caption; the eye is spared one that says the heading above it again."""
        if not caption:
            return ""
        return self.element("caption", caption, lang, "unseen" if plain(caption) == self._under.get(lang) else "")

    def _cards(self, cards: Cards, lang: str) -> str:
        items = []
        for card in cards.cards:
            lines = [f'<span class="who-helps">{self.words(card.name, lang)}</span>']
            lines += [self.words(line, lang) for line in card.lines]
            items.append(f"<li>{'<br>'.join(lines)}</li>")
        return f'<ul class="cards">{"".join(items)}</ul>'

    def _figure(self, figure: Figure, lang: str) -> str:
        image = self.image(figure, lang, self._measure(figure))
        caption = self.element("figcaption", figure.caption, lang) if figure.caption else ""
        own = " own" if figure.own else ""
        return f'<figure class="{figure.size}{own}">{image}{caption}</figure>'

    def image(self, figure: Figure, lang: str, size: str) -> str:
        """Return the picture of a figure; ``size`` is the attribute that says how large it stands."""
        marks, _ = _whole(figure.alt, lang)
        if self._inline and isinstance(figure.picture, Drawing):
            return self._drawing(figure.picture, f' role="img" aria-label="{escape(plain(figure.alt))}"{marks}{size}')
        source, alt = escape(self._address(figure.picture)), escape(plain(figure.alt))
        return f'<img src="{source}" alt="{alt}"{marks}{size}>'

    def _drawing(self, drawing: Drawing, attributes: str) -> str:
        """Return a drawing in the page; shown again, its ids are other ones: a page may hold each id once."""
        self._drawn[drawing.name] += 1
        again = self._drawn[drawing.name]
        name = drawing.name if again == 1 else f"{drawing.name}x{again}"
        return replace(drawing, inner=drawing.inner.replace(drawing.name, name)).svg(attributes)

    def _contents(self, contents: Contents, lang: str) -> str:
        """Return a list of links to the headings; the print sheet puts the number of the page behind each."""
        items = []
        for heading in self._listed.get(contents, ()):
            to = f"#{self._anchor(heading, lang)}"
            marks, inner = _whole(heading.content, lang)
            if marks or all(run.lang == lang for run in runs(heading.content)):
                words = f'<a href="{to}">{escape(named(heading))}</a>'
            else:  # a link holds text only, so each language in a heading has a link of its own
                words = "".join(self._run(run, inner, to) for run in runs(heading.content))
            items.append(f'<li class="toci l{heading.level}" data-to="{to}"{marks}>{words}</li>')
        title = self.element("p", contents.title, lang, "contents-title")
        name = escape(plain(contents.title))
        return f'<nav class="contents" aria-label="{name}">{title}<ul class="toc">{"".join(items)}</ul></nav>'

    def _anchor(self, heading: Heading, lang: str) -> str:
        return anchor(heading.key, "" if heading.key in self._common else lang)


def column_widths(markup: str) -> str:
    """Return the rules for the column widths that markup names (a style attribute would need a laxer policy)."""
    shares = sorted({int(share) for share in re.findall(r'<col class="w(\d+)"', markup)})
    return "".join(f".w{share}{{width:{share}%}}" for share in shares)


def _number(number: str) -> str:
    """Return the number of a section or a paragraph, which is read before its words."""
    return f'<span class="no">{escape(number)} </span>' if number else ""


def _language(run: Run, lang: str) -> str:
    direction = ' dir="rtl"' if run.rtl else ""
    return f' lang="{escape(run.lang)}"{direction}' if run.lang != lang or run.rtl else ""


def _whole(inlines: Inlines, lang: str) -> tuple[str, str]:
    """Return the marks of an element whose words are all in one language, and the language within it."""
    passages = list(runs(inlines))
    languages = {run.lang for run in passages}
    if len(languages) != 1:
        return "", lang
    inner = languages.pop()
    marks = f' lang="{escape(inner)}"' if inner != lang else ""
    return marks + (' dir="rtl"' if all(run.rtl for run in passages) else ""), inner
