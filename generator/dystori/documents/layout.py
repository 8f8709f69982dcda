"""Lay a composed document out: one language, or two beside, under, behind or facing each other.

Two languages are aligned by the key of each block, never by position: a paragraph that one language lacks
leaves a gap and does not shift the rest. A picture, and text that exists in one language only, print once.
"""

from __future__ import annotations

from collections.abc import Sequence

from dystori.documents.arrangement import SIDE_BY_SIDE, arrangement
from dystori.documents.compose import Composed
from dystori.tree import Block, Content, Figure, LaidOut, Row, lines_of, runs


def lay_out(composed: Composed) -> LaidOut:
    """Return a composed document in the arrangement of its part and reader."""
    how = arrangement(composed.edition)
    rows = aligned(composed.contents, shares=how != "facing") if how in SIDE_BY_SIDE else ()
    return LaidOut(composed.contents, how, composed.style, rows)


def aligned(contents: Sequence[Content], *, shares: bool = True) -> tuple[Row, ...]:
    """Return the rows of two contents: each block beside its twin; what is the same ``shares`` and prints once."""
    first, second = contents
    others = {block.key: block for block in second.blocks}
    waiting = list(second.blocks)
    known = {block.key for block in first.blocks}
    rows: list[Row] = []
    for block in first.blocks:
        twin = others.get(block.key)
        while twin is not None and waiting and waiting[0].key != block.key and waiting[0].key not in known:
            rows.append(Row((None, waiting.pop(0))))
        if twin is not None:
            waiting.remove(twin)
        rows.append(_row(block, twin) if shares else Row((block, twin)))
    rows.extend(Row((None, block)) for block in waiting)
    return tuple(rows)


def _row(block: Block, twin: Block | None) -> Row:
    if twin is not None and (isinstance(block, Figure) or _same(block, twin)):
        return Row((block, twin), shared=True)
    return Row((block, twin))


def _same(block: Block, twin: Block) -> bool:
    """Return whether two blocks are the same words in one and the same language: text that exists once."""
    here, there = ([(run.text, run.lang) for line in lines_of(one) for run in runs(line)] for one in (block, twin))
    return here == there and len({lang for _, lang in here}) == 1
