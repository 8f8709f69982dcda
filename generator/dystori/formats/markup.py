"""The document tree as HTML markup: the one body that the web page and the PDF share.

Every passage in another language than what surrounds it carries ``lang`` (and ``dir``); nothing is an id and
nothing is a name, so that no word of a case becomes an anchor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from dystori.findings import Finding, TemplateError
from dystori.tree import (
    Block,
    Box,
    Cards,
    Facts,
    Figure,
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
#: A longer passage than this may break although it is marked to be kept on one line.
LONGEST_KEPT = 24
#: A table of so few rows is kept on one page: its head row repeated over the last row alone helps nobody.
FEWEST_PARTED = 5
#: A child's reader in large print gets a wider table row by row.
WIDEST_LARGE_TABLE = 3


class Markup:
    """Writes blocks as markup; the format says how a picture is addressed and how large it stands."""

    def __init__(
        self,
        address: Callable[[PictureFile], str],
        measure: Callable[[Figure], str],
        *,
        large: bool = False,
        is_long: Callable[[Block], bool] = lambda _: False,
    ) -> None:
        """Keep what formats differ in: a picture's address, the attributes of its size, what may break."""
        self._address = address
        self._measure = measure
        self._large = large
        self._is_long = is_long
        self._under: dict[str, str] = {}

    def blocks(self, blocks: Sequence[Block], lang: str) -> str:
        """Return the markup of blocks that stand in a passage whose language is ``lang``."""
        return "".join(self.block(block, lang) for block in blocks)

    def block(self, block: Block, lang: str, heights: Sequence[float] = ()) -> str:
        """Return the markup of one block; ``heights`` are the least heights of a table's rows in mm."""
        match block:
            case Heading():
                self._under[lang] = plain(block.content)
                return self._element(f"h{block.level}", block.content, lang)
            case Paragraph():
                role = "" if block.role == "plain" else block.role
                return self._element("p", block.content, lang, role)
            case Listing():
                items = "".join(self._element("li", item, lang) for item in block.items)
                return f"<ol>{items}</ol>" if block.ordered else f"<ul>{items}</ul>"
            case Quote():
                return self._quote(block, lang)
            case Facts():
                return self._facts(block, lang)
            case Table():
                if self._large and len(block.head) > WIDEST_LARGE_TABLE:
                    return self._row_by_row(block, lang)
                return self._table(block, lang, heights)
            case Cards():
                return self._cards(block, lang)
            case Figure():
                return self._figure(block, lang)
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
        markup = escape(run.text)
        if href:
            markup = f'<a href="{escape(href)}">{markup}</a>'
        marks = _language(run, lang)
        if run.keep and len(run.text) <= LONGEST_KEPT:
            marks += ' class="nb"'
        if marks:
            markup = f"<span{marks}>{markup}</span>"
        return f"<strong>{markup}</strong>" if run.strong else markup

    def _element(
        self,
        tag: str,
        inlines: Inlines,
        lang: str,
        role: str = "",
        *,
        scope: str = "",
        around: tuple[str, str] = ("", ""),
    ) -> str:
        """Return an element of words; when all of them are in one other language, the element says so itself."""
        marks, inner = _whole(inlines, lang)
        css = (f' class="{role}"' if role else "") + (f' scope="{scope}"' if scope else "")
        before, after = (escape(mark) for mark in around)
        return f"<{tag}{css}{marks}>{before}{self.words(inlines, inner)}{after}</{tag}>"

    def _quote(self, quote: Quote, lang: str) -> str:
        last = len(quote.words) - 1
        words = "".join(
            self._element("p", line, lang, "words", around=(quote.marks[0] * (at == 0), quote.marks[1] * (at == last)))
            for at, line in enumerate(quote.words)
        )
        who = "".join(self._element("p", line, lang, "who") for line in quote.who)
        return f'<blockquote class="said {quote.voice}{self._long(quote)}">{words}{who}</blockquote>'

    def _long(self, block: Block) -> str:
        return " long" if self._is_long(block) else ""

    def _caption(self, caption: Inlines, lang: str) -> str:
        """Return a caption; the eye is spared one that says the heading above it again."""
        if not caption:
            return ""
        return self._element("caption", caption, lang, "unseen" if plain(caption) == self._under.get(lang) else "")

    def _facts(self, facts: Facts, lang: str) -> str:
        rows = "".join(
            f"<tr>{self._element('th', label, lang, scope='row')}{self._element('td', value, lang)}</tr>"
            for label, value in facts.rows
        )
        columns = '<colgroup><col class="w36"><col class="w64"></colgroup>'
        return f'<table class="facts">{self._caption(facts.caption, lang)}{columns}<tbody>{rows}</tbody></table>'

    def _table(self, table: Table, lang: str, heights: Sequence[float]) -> str:
        columns = "".join(f'<col class="w{width}">' for width in table.widths)
        heads = "".join(self._element("th", cell, lang, scope="col") for cell in table.head)
        styles = [f' style="height:{height:.1f}mm"' if height else "" for height in heights]
        styles += [""] * (1 + len(table.rows) - len(styles))
        rows = "".join(
            f"<tr{style}>{''.join(self._element('td', cell, lang) for cell in row)}</tr>"
            for style, row in zip(styles[1:], table.rows, strict=True)
        )
        short = " short" if len(table.rows) <= FEWEST_PARTED and not heights else ""
        return (
            f'<table class="grid n{len(table.head)}{short}">{self._caption(table.caption, lang)}'
            f"<colgroup>{columns}</colgroup>"
            f"<thead><tr{styles[0]}>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        )

    def _row_by_row(self, table: Table, lang: str) -> str:
        """Return each row as a strip of label and value; the caption stands over the first."""
        pairs = [tuple(zip(table.head, row, strict=True)) for row in table.rows]
        captions = [table.caption, *(() for _ in pairs)]
        return "".join(
            self._facts(Facts(table.key, caption, rows), lang) for caption, rows in zip(captions, pairs, strict=False)
        )

    def _cards(self, cards: Cards, lang: str) -> str:
        items = []
        for card in cards.cards:
            lines = [f'<span class="who-helps">{self.words(card.name, lang)}</span>']
            lines += [self.words(line, lang) for line in card.lines]
            items.append(f"<li>{'<br>'.join(lines)}</li>")
        return f'<ul class="cards">{"".join(items)}</ul>'

    def _figure(self, figure: Figure, lang: str) -> str:
        marks, _ = _whole(figure.alt, lang)
        source, alt = escape(self._address(figure.picture)), escape(plain(figure.alt))
        image = f'<img src="{source}" alt="{alt}"{marks}{self._measure(figure)}>'
        caption = self._element("figcaption", figure.caption, lang) if figure.caption else ""
        own = " own" if figure.own else ""
        return f'<figure class="{figure.size}{own}">{image}{caption}</figure>'


def column_widths(markup: str) -> str:
    """Return the rules for the column widths that markup names (a style attribute would need a laxer policy)."""
    shares = sorted({int(share) for share in re.findall(r'<col class="w(\d+)"', markup)})
    return "".join(f".w{share}{{width:{share}%}}" for share in shares)


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
