"""The last look at a finished document: registers mixed, words unchanged, words twice, languages unmarked.

It looks at the tree and not at the entries, because most slips are in what somebody typed. A quote is in its
speaker's own words, and a name is a name: neither is looked at. What is said of standing text and of the reader's
register is a warning; the rest of what somebody typed is theirs to judge, so that is advice. It stops nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dystori.editions import Edition
from dystori.findings import Finding, Place, Severity
from dystori.practice.page import own_lines
from dystori.practice.proof import Mark, Proof
from dystori.reading.files import path_of
from dystori.tree import Content, Inlines, Run, plain, runs

#: The part of a case that somebody wrote in sentences; people and organisations are names and addresses.
_WRITTEN = "documents."


def last_look(edition: Edition, contents: Sequence[Content], proofs: Mapping[str, Proof]) -> tuple[Finding, ...]:
    """Return what there is to mark in an edition, in each of its languages, each thing once."""
    found = {
        (one.code, str(one.place), *one.values.items()): one
        for content in contents
        for one in _of(edition, content, proofs)
    }
    return tuple(found.values())


def _of(edition: Edition, content: Content, proofs: Mapping[str, Proof]) -> Iterator[Finding]:
    by_tag = {proof.language.tag: proof for proof in proofs.values()}
    to = edition.addressee
    for line in own_lines(content.blocks):
        own = by_tag.get(content.tag)
        if own is not None:
            yield from _line(edition, line, own, content.code)
        for run in runs(line):
            proof = by_tag.get(run.lang)
            if proof is None or not _looked_at(run):
                continue
            if to.ids and run.lang == content.tag:
                register = proof.language.register_for(to.register, adult=to.adult, several=to.several)
                for mark in proof.registers(run.text, register) if register else ():
                    yield _finding(edition, run, mark, content.code, Severity.WARNING, register=register)
            severity = Severity.WARNING if run.source.kind == "entry" else Severity.ADVICE
            for mark in proof.unchanged(run.text):
                yield _finding(edition, run, mark, content.code, severity)
            for other in by_tag.values():
                if other is not proof and other.tells(run.text) and not proof.tells(run.text):
                    mark = Mark("language_unmarked")
                    yield _finding(edition, run, mark, content.code, severity, language=other.language.code)


def _line(edition: Edition, line: Inlines, proof: Proof, code: str) -> Iterator[Finding]:
    """Yield a finding for a word that stands twice, also where an entry and a value of the case meet."""
    looked_at = [run for run in runs(line) if run.lang == proof.language.tag]
    if not looked_at or len(looked_at) < len(list(runs(line))):
        return
    written = [run for run in looked_at if _looked_at(run)]
    for mark in proof.twice(plain(line)) if written else ():
        # Where the two meet, the entry and its placeholder are what somebody can mend.
        entries = [run for run in written if run.source.kind == "entry" and run.text.strip()]
        alone = [run for run in written if any(proof.twice(run.text))]
        yield _finding(edition, (alone or entries or written)[0], mark, code, Severity.WARNING)


def _looked_at(run: Run) -> bool:
    return run.source.kind == "entry" or run.source.ref.startswith(_WRITTEN)


def _finding(edition: Edition, run: Run, mark: Mark, code: str, severity: Severity, **values: str) -> Finding:
    word = {"word": mark.word} if mark.word else {}
    if run.source.kind == "case":
        place = edition.case.place(path_of(run.source.ref))
    else:
        book, _, context = run.source.ref.partition(":")
        place = Place(f"locales/{code}/{book}.{'toml' if book == 'terms' else 'po'}", path=context)
    return Finding(mark.code, severity, place, {**word, **values})
