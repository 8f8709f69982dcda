"""What a rule about words looks at: one finished document, passage by passage, with the place of each in the case.

Only what somebody typed is judged here; the house's own sentences are judged in its tests. A quote is in its
speaker's own words, and what a child put into the Three Houses is the child's: neither is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dystori.editions import Edition, Shown
from dystori.editions.withhold import value_at
from dystori.findings import Severity
from dystori.practice.plain_words import PlainWords
from dystori.practice.profile import Profile
from dystori.practice.sentences import nth
from dystori.reading.files import PathKey, path_of
from dystori.tree import Block, Box, Content, Inlines, Quote, lines_of, runs
from dystori_schemas.base import LocalText

#: Whom a part speaks to: the child, or whoever reads the file.
CHILD, FILE = "child", "file"
#: Where somebody wrote in sentences; people and organisations are names and addresses.
_WRITTEN = "documents"
#: Fields that hold a child's own words without being a quote.
_OWN_WORDS = frozenset({"houses", "question", "felt"})
#: Fields that say what harm was done, or feared: nothing gentler is asked for there.
_HARM = frozenset({"worry", "worries", "dangers", "risk", "why_we_met", "if_nothing_changes", "if_happens"})


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as this reader sees it: its language, and its place in the case."""

    text: str
    tag: str
    path: PathKey
    whole: str

    @property
    def of_harm(self) -> bool:
        """Return whether it is where harm is told."""
        return not _HARM.isdisjoint(map(str, self.path))

    def found(self, sentence: str, do: str, severity: Severity | None = None, **values: str) -> Found:
        """Return that something was found in a sentence: ``do`` is the entry that says what to do here."""
        number = nth(sentence, self.whole) or nth(sentence, self.text) or 1
        return Found(self.path, {"do": do, "sentence": str(number), **values}, severity, sentence)


@dataclass(frozen=True, slots=True)
class Found:
    """Something a rule found on a page: where in the case, what to tell, how grave if not as grave as the rule.

    ``values`` may name under ``do`` an entry of the catalogue of rules that says what to do here; ``near`` are the
    words to look for in the file, so that an editor stands at them: they are never told.
    """

    path: PathKey
    values: Mapping[str, str] = field(default_factory=dict)
    severity: Severity | None = None
    near: str = field(default="", repr=False)


@dataclass(frozen=True)
class Page:
    """A document of a case, composed for one reader, under a profile."""

    edition: Edition
    contents: Sequence[Content]
    shown: Shown = field(repr=False)
    profile: Profile
    plain: Mapping[str, PlainWords] = field(repr=False)

    @property
    def reader(self) -> str:
        """Return whom the part speaks to."""
        return CHILD if self.edition.addressee.ids else FILE

    @cached_property
    def passages(self) -> tuple[tuple[Passage, PlainWords], ...]:
        """Return each text that somebody typed, in each language it stands in, with the words of that language."""
        return tuple(self._passages())

    def _passages(self) -> Iterator[tuple[Passage, PlainWords]]:
        by_tag = {words.language.tag: words for words in self.plain.values()}
        found: dict[tuple[str, str], list[str]] = {}
        for content in self.contents:
            for line in own_lines(content.blocks):
                for run in runs(line):
                    if run.source.kind == "case" and run.lang in by_tag:
                        texts = found.setdefault((run.source.ref, run.lang), [])
                        if run.text not in texts:
                            texts.append(run.text)
        for (ref, tag), texts in found.items():
            path, words = path_of(ref), by_tag[tag]
            value = value_at(self.edition.case.file, path)
            if path[0] != _WRITTEN or not isinstance(value, LocalText) or not _OWN_WORDS.isdisjoint(map(str, path)):
                continue
            code = words.language.code if words.language.code in value.root else LocalText.AS_WRITTEN
            own = (*path, code) if code else path
            yield Passage("\n".join(texts), tag, own, str(value.root.get(code, ""))), words


def own_lines(blocks: Sequence[Block]) -> Iterator[Inlines]:
    """Yield every line of some blocks but those of quotes, which are in their speaker's own words."""
    for block in blocks:
        if isinstance(block, Box):
            yield from own_lines(block.blocks)
        elif not isinstance(block, Quote):
            yield from lines_of(block)
