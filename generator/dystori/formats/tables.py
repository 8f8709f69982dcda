"""Tables as HTML markup: fixed layout, a head row that repeats, every row with its headers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from dystori.tree import Facts, Table

if TYPE_CHECKING:
    from dystori.formats.markup import Markup

SCOPE_ROW: Final = ' scope="row"'
SCOPE_COLUMN: Final = ' scope="col"'
#: A table of so few rows is kept on one page: its head row repeated over the last row alone helps nobody.
FEWEST_PARTED: Final = 5
#: A long record lets a table of more columns than this run into its margins.
WIDEST_IN_MEASURE: Final = 3


def facts(markup: Markup, block: Facts, lang: str, caption: str) -> str:
    """Return label and value, row by row; the label is the row's header."""
    rows = "".join(
        f"<tr>{markup.element('th', label, lang, more=SCOPE_ROW)}{markup.element('td', value, lang)}</tr>"
        for label, value in block.rows
    )
    columns = '<colgroup><col class="w36"><col class="w64"></colgroup>'
    return f'<table class="facts">{caption}{columns}<tbody>{rows}</tbody></table>'


def grid(markup: Markup, table: Table, lang: str, caption: str, heights: Sequence[float]) -> str:
    """Return a table with its head row; ``heights`` are the least heights of its rows in mm."""
    columns = "".join(f'<col class="w{width}">' for width in table.widths)
    heads = "".join(markup.element("th", cell, lang, more=SCOPE_COLUMN) for cell in table.head)
    styles = [f' style="height:{height:.1f}mm"' if height else "" for height in heights]
    styles += [""] * (1 + len(table.rows) - len(styles))
    rows = "".join(
        f"<tr{style}>{''.join(markup.element('td', cell, lang) for cell in row)}</tr>"
        for style, row in zip(styles[1:], table.rows, strict=True)
    )
    kind = f"grid n{len(table.head)}"
    kind += " broad" if len(table.head) > WIDEST_IN_MEASURE else ""
    kind += " short" if len(table.rows) <= FEWEST_PARTED and not heights else ""
    return (
        f'<table class="{kind}">{caption}<colgroup>{columns}</colgroup>'
        f"<thead><tr{styles[0]}>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def row_by_row(markup: Markup, table: Table, lang: str, caption: str) -> str:
    """Return each row as a strip of label and value; the caption stands over the first."""
    strips = [Facts(table.key, (), tuple(zip(table.head, row, strict=True))) for row in table.rows]
    return "".join(facts(markup, strip, lang, "" if at else caption) for at, strip in enumerate(strips))
