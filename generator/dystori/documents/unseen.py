"""Hold a finished tree against what was kept back from its reader: nothing of it may stand there.

Case and accents aside, whole words only; a name that is an everyday word too counts only as a name stands. Whatever
way it came in (somebody's name in free text, a sentence typed twice), the document is not made, and the finding says
where in the case, not what.
"""

from __future__ import annotations

from collections.abc import Iterable

from dystori.findings import CaseError, Finding
from dystori.reading import Case
from dystori.reading.files import path_of
from dystori.tree import Inlines, runs
from dystori.words.everyday import Everyday
from dystori.words.folding import folded, heap, holds

#: Shorter texts (a house number, *no*) are words of everyday and say nothing by themselves. Characters.
SHORTEST = 3


def check_unseen(
    case: Case, lines: Iterable[Inlines], kept_back: Iterable[str], names: Iterable[str], everyday: Everyday
) -> None:
    """Raise ``CaseError`` ``withheld_shows`` for every passage that holds something kept back.

    ``names`` are the single words of the names among it.
    """
    marks = [mark for text in kept_back if len(mark := folded(text)) >= SHORTEST and mark not in everyday]
    words = [name for name in names if folded(name) in everyday]
    found = []
    for line in lines:
        text = "".join(run.text for run in runs(line))
        whole = heap([folded(text)])
        if any(holds(whole, mark) for mark in marks) or any(everyday.stands(word, text) for word in words):
            sources = {run.source.ref for run in runs(line) if run.source.kind == "case"}
            found += [Finding("withheld_shows", place=case.place(path_of(ref))) for ref in sorted(sources)[:1]]
    if found:
        raise CaseError(found)
