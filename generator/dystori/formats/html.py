"""Documents as web pages: one file that holds its typeface and its pictures and asks the network for nothing.

Two languages are two articles. On a wide screen they stand side by side and their blocks keep step (the rows of
a shared grid); on a telephone they follow each other and a line of links leads to each.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from html import escape
from itertools import groupby

from dystori.formats import fonts, headings, tables
from dystori.formats.colours import palette
from dystori.formats.frames import alternatives
from dystori.formats.markup import Markup, column_widths
from dystori.library import Library
from dystori.tree import Block, Content, Drawing, Figure, Frame, Inlines, LaidOut, PictureFile, Row, Style, plain

#: The type of a table against the text round it (blocks.css).
TABLE_SIZE = 0.93


STACKS = re.compile(r'<table class="grid s(\d+)')


def write(laid: LaidOut, library: Library) -> bytes:
    """Return the document as one web page, UTF-8; the same document gives the same bytes.

    Raises TemplateError (``link-not-allowed``) for a link that is not https, mailto or tel.
    """
    contents, style = laid.contents, laid.style
    large = style.presentation == "large"
    markup = Markup(
        _data_address,
        _size,
        large=large,
        listed=headings.listed(contents),
        widths=tables.on_screen,
        stacks=True,
        inline=True,
    )
    body = _switch(contents) + _logo(style) + _articles(laid, markup)
    look = _style_sheet(laid, library, body)
    root = contents[0].tag
    title = " / ".join(dict.fromkeys(content.title for content in contents))
    kinds = f"{style.voice} {style.presentation}" + (" two" if len(contents) > 1 else "")
    page = (
        f'<!doctype html>\n<html lang="{escape(root)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(look)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex, nofollow, noarchive">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{look}</style>\n</head>\n"
        f'<body class="{kinds}">\n{body}\n</body>\n</html>\n'
    )
    return page.encode()


def _articles(laid: LaidOut, markup: Markup) -> str:
    """Return ``main`` with an article a language, each with its furniture, named by its first heading."""
    known = _same_in_each(laid.contents)
    articles = []
    for at, content in enumerate(laid.contents):
        name, blocks = f"doc-{at + 1}", _blocks(laid, at)
        body = "".join(
            _cell(markup, cell, content.tag, row, shared=shared, again=shared and at > 0)
            for row, (cell, shared) in enumerate(blocks, 2)
            if cell
        )
        named = f'aria-label="{escape(content.title)}"'
        if "<h1" in body:
            body, named = body.replace("<h1", f'<h1 id="{name}-title"', 1), f'aria-labelledby="{name}-title"'
        head = _edge(markup, content, (content.furniture.left, content.furniture.right), known if at else frozenset())
        foot = _edge(markup, content, (content.furniture.foot,), frozenset())
        articles.append(
            f'<article id="{name}" class="a{at + 1}" lang="{escape(content.tag)}" {named}>'
            f'<p class="edge r1">{head}</p>{body}<p class="edge r{len(blocks) + 2}">{foot}</p></article>'
        )
    kind = ' class="rows"' if laid.rows else ""
    return f"<main{kind}>{''.join(articles)}</main>"


def _blocks(laid: LaidOut, at: int) -> list[tuple[Sequence[Block], bool]]:
    """Return a language's blocks, cell by cell; what both share stands in each, for a reader who reads only one.

    Frames of a storyboard share a cell, and so stand side by side, unless each has its twin beside it.
    """
    if not laid.rows:
        groups = groupby(laid.contents[at].blocks, key=lambda block: isinstance(block, Frame) or block.key)
        return [(tuple(group), False) for _, group in groups]
    return [([block] if (block := _own(row, at)) else [], row.shared) for row in laid.rows]


def _own(row: Row, at: int) -> Block | None:
    """Return a language's own cell of a row; of what both share, whichever there is.

    Where both stand side by side, a shared picture is seen once: there the first language's tells it in both.
    """
    own = row.cells[at]
    if not row.shared:
        return own
    figures = [cell for cell in row.cells if isinstance(cell, Figure)]
    if at == 0 and isinstance(own, Figure):
        return replace(own, alt=alternatives(figures))
    return own or next((cell for cell in row.cells if cell is not None), None)


def _cell(markup: Markup, blocks: Sequence[Block], lang: str, row: int, *, again: bool, shared: bool) -> str:
    kind = f"cell r{row}" + (" shared" if shared else "") + (" again" if again else "")
    return f'<div class="{kind}">{markup.blocks(blocks, lang)}</div>'


def _edge(markup: Markup, content: Content, lines: Sequence[Inlines], known: frozenset[str]) -> str:
    """Return what a page has at its edge, but for what the first language said already."""
    shown = [line for line in lines if line and plain(line) not in known]
    return " ".join(f"<span>{markup.words(line, content.tag)}</span>" for line in shown)


def _same_in_each(contents: Sequence[Content]) -> frozenset[str]:
    """Return the words at the edge of the page that are the same in every language."""
    edges = [{plain(content.furniture.left), plain(content.furniture.right)} for content in contents]
    return frozenset(set.intersection(*edges))


def _switch(contents: Sequence[Content]) -> str:
    """Return the links to each language, each in its own language."""
    if len(contents) < 2:
        return ""
    links = "".join(
        f'<li><a href="#doc-{at}" lang="{escape(content.tag)}" hreflang="{escape(content.tag)}">'
        f"{escape(content.language_name)}</a></li>"
        for at, content in enumerate(contents, 1)
    )
    name = " / ".join(escape(content.language_name) for content in contents)
    return f'<nav class="switch" aria-label="{name}"><ul>{links}</ul></nav>'


def _logo(style: Style) -> str:
    if style.logo is None:
        return ""
    return f'<header><img class="logo" src="{_data_address(style.logo)}" alt="{escape(style.logo_alt)}"></header>'


def _data_address(picture: PictureFile | Drawing) -> str:
    assert isinstance(picture, PictureFile)  # a drawing stands in the page itself
    return f"data:{picture.media_type};base64,{b64encode(picture.data).decode()}"


def _size(figure: Figure) -> str:
    """Return the picture's own size, so that the page does not jump while it loads."""
    return f' width="{figure.picture.width}" height="{figure.picture.height}"'


def _style_sheet(laid: LaidOut, library: Library, body: str) -> str:
    """Return the page's one style sheet: typeface, colours, and the widths and rows that this page uses."""
    face = (
        "@font-face{font-family:Lexend;font-weight:400 600;font-display:swap;"
        f'src:url(data:font/woff2;base64,{b64encode(fonts.web_font()).decode()}) format("woff2")}}'
    )
    widths = column_widths(body)
    sheets = (library.template("shared", name) for name in ("blocks.css", "screen.css"))
    rows = range(1, len(laid.rows) + 3) if laid.rows else ()
    places = "".join(f".r{row}{{grid-row:{row}}}" for row in rows)
    tracks = f"main.rows{{grid-template-rows:repeat({len(rows)},auto)}}"
    stacked = "".join(_stacked(under) for under in sorted({int(found) for found in STACKS.findall(body)}))
    grid = f"@media (min-width:64em){{{tracks}{places}}}" if rows else ""
    return "".join((face, palette(laid.style).css(), *sheets, widths, stacked, grid)).replace("</", "<\\/")


def _stacked(under: int) -> str:
    """Return the rules for tables whose rows stack where there is less room than this: each cell with its head."""
    kind = f".s{under}"
    stacks = ",".join(f"{kind}{part}" for part in ("", " caption", " tbody", " tr", " td"))
    return (
        f"@container (width<{under * TABLE_SIZE:g}em){{{stacks}{{display:block}}"
        f"{kind} thead{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}"
        f"{kind} colgroup{{display:none}}{kind} tr{{border-bottom:.6pt solid var(--hair);padding:2mm 0}}"
        f"{kind} td{{border:0;padding:.3mm 0}}{kind} td:empty{{display:none}}"
        f'{kind} td::before{{content:attr(data-label)": ";content:attr(data-label)": "/"";font-weight:600}}}}'
    )


def _policy(look: str) -> str:
    """Return the policy that lets this page's own style sheet in and nothing else."""
    mark = b64encode(sha256(look.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{mark}'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
