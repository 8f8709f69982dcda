"""Tables as HTML markup: fixed layout, a head row that repeats, every row with its headers.

No column is narrower than its longest word. A table whose words do not fit beside each other is told row by row.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import ceil
from typing import TYPE_CHECKING, Final

from dystori.formats import fonts
from dystori.formats.unparted import words
from dystori.tree import Facts, Inlines, Table, plain, runs

if TYPE_CHECKING:
    from dystori.formats.markup import Markup

SCOPE_ROW: Final = ' scope="row"'
SCOPE_COLUMN: Final = ' scope="col"'
#: A table of so few rows is kept on one page: its head row repeated over the last row alone helps nobody.
FEWEST_PARTED: Final = 5
#: A long record lets a table of more columns than this run into its margins.
WIDEST_IN_MEASURE: Final = 3
#: On a screen: the space right of a cell, and the least width of a column where rows do not stack, in em of a table.
SCREEN_AIR, SCREEN_COLUMN = 0.8, 7.5
#: Words are reckoned a little wider than the sum of their letters.
SLACK: Final = 1.02


def facts(markup: Markup, block: Facts, lang: str, caption: str) -> str:
    """Return label and value, row by row; the label is the row's header."""
    table_role, group, row_role, cell_role, _, head_role = _roles(markup)
    rows = "".join(
        f"<tr{row_role}>{markup.element('th', label, lang, more=SCOPE_ROW + head_role)}"
        f"{markup.element('td', value, lang, more=cell_role)}</tr>"
        for label, value in block.rows
    )
    columns = '<colgroup><col class="w36"><col class="w64"></colgroup>'
    return f'<table class="facts"{table_role}>{caption}{columns}<tbody{group}>{rows}</tbody></table>'


def grid(markup: Markup, table: Table, lang: str, caption: str, heights: Sequence[float]) -> str:
    """Return a table with its head row; ``heights`` are the least heights of its rows in mm."""
    columns = "".join(f'<col class="w{width}">' for width in table.widths)
    table_role, group, row_role, cell_role, head_role, _ = _roles(markup)
    heads = "".join(markup.element("th", cell, lang, more=SCOPE_COLUMN + head_role) for cell in table.head)
    styles = [f' style="height:{height:.1f}mm"' if height else "" for height in heights]
    styles += [""] * (1 + len(table.rows) - len(styles))
    labels = [f' data-label="{escape(plain(head))}"' if markup.stacks else "" for head in table.head]
    rows = "".join(
        f"<tr{row_role}{style}>"
        + "".join(
            markup.element("td", cell, lang, more=cell_role + label) for cell, label in zip(row, labels, strict=True)
        )
        + "</tr>"
        for style, row in zip(styles[1:], table.rows, strict=True)
    )
    kind = f"grid s{stacked_under(table)}" if markup.stacks else "grid"
    kind += " broad" if len(table.head) > WIDEST_IN_MEASURE else ""
    kind += " short" if len(table.rows) <= FEWEST_PARTED and not heights else ""
    return (
        f'<table class="{kind}"{table_role}>{caption}<colgroup>{columns}</colgroup>'
        f"<thead{group}><tr{row_role}{styles[0]}>{heads}</tr></thead><tbody{group}>{rows}</tbody></table>"
    )


def _roles(markup: Markup) -> tuple[str, ...]:
    """Return what table, groups, rows, cells and heads say they are: some browsers forget it of rows that stack."""
    names = ("table", "rowgroup", "row", "cell", "columnheader", "rowheader")
    return tuple(f' role="{name}"' if markup.stacks else "" for name in names)


def row_by_row(markup: Markup, table: Table, lang: str, caption: str) -> str:
    """Return each row as a strip of label and value; the caption stands over the first."""
    strips = [Facts(table.key, (), tuple(zip(table.head, row, strict=True))) for row in table.rows]
    return "".join(facts(markup, strip, lang, "" if at else caption) for at, strip in enumerate(strips))


def stacked_under(table: Table) -> int:
    """Return the width, in em of its type, in which a table's rows stack: less, and the columns were no help."""
    return ceil(max(sum(_least(table, SCREEN_AIR)), SCREEN_COLUMN * len(table.head)) * SLACK) + 1


def on_screen(table: Table) -> tuple[int, ...]:
    """Return column widths in per cent that cut no word where the rows do not stack."""
    return fitted(table, stacked_under(table), SCREEN_AIR) or table.widths


def fitted(table: Table, room: float, air: float) -> tuple[int, ...]:
    """Return column widths in per cent that cut no word, as near to the table's own as they can be.

    ``room`` is the table's width and ``air`` the space right of every cell but the last, both in em of its type.
    Nothing is returned when the longest words do not fit beside each other.
    """
    least = [ceil(need / room * 100) for need in _least(table, air)]
    if sum(least) > 100:
        return ()
    if all(need <= share for need, share in zip(least, table.widths, strict=True)):
        return table.widths
    # What the narrow columns lack comes from the others, from each as it has to spare.
    lacking = sum(max(0, need - share) for need, share in zip(least, table.widths, strict=True))
    spare = [max(0, share - need) for need, share in zip(least, table.widths, strict=True)]
    widths = [
        max(need, share) - lacking * each // sum(spare)
        for need, share, each in zip(least, table.widths, spare, strict=True)
    ]
    for _ in range(sum(widths) - 100):  # rounding left some over
        widest = max(range(len(widths)), key=lambda at: widths[at] - least[at])
        widths[widest] -= 1
    return tuple(widths)


def _least(table: Table, air: float) -> list[float]:
    """Return the least width of every column in em."""
    last = len(table.head) - 1
    return [
        max(_longest(head, strong=True), *(_longest(row[at]) for row in table.rows)) * SLACK + air * (at < last)
        for at, head in enumerate(table.head)
    ]


def _longest(cell: Inlines, *, strong: bool = False) -> float:
    """Return the width in em of the longest word of a cell; what is kept on one line counts as a word."""
    strong = strong or any(run.strong for run in runs(cell))
    return max((fonts.width(word, strong=strong) for word in words(cell)), default=0.0)
