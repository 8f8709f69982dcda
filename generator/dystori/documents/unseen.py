"""Hold a finished tree against what was kept back from its reader: nothing of it may stand there.

Case and accents aside, whole words only. Whatever way it came in (somebody's name in free text, a sentence
typed twice), the document is not made, and the finding says where in the case, not what.
"""

from __future__ import annotations

from collections.abc import Iterable

from dystori.findings import CaseError, Finding
from dystori.reading import Case
from dystori.reading.files import path_of
from dystori.tree import Inlines, runs
from dystori.words.folding import folded, heap, holds

#: Shorter texts (a house number, *no*) are words of everyday and say nothing by themselves. Characters.
SHORTEST = 3


def check_unseen(case: Case, lines: Iterable[Inlines], kept_back: Iterable[str]) -> None:
    """Raise ``CaseError`` ``withheld_shows`` for every passage that holds something kept back."""
    marks = [mark for text in kept_back if len(mark := folded(text)) >= SHORTEST]
    found = []
    for line in lines:
        whole = heap([folded("".join(run.text for run in runs(line)))])
        if any(holds(whole, mark) for mark in marks):
            sources = {run.source.ref for run in runs(line) if run.source.kind == "case"}
            found += [Finding("withheld_shows", place=case.place(path_of(ref))) for ref in sorted(sources)[:1]]
    if found:
        raise CaseError(found)
