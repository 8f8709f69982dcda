"""Which entries a language needs for each sentence of the base language: one, or one for each register."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dystori.words.entries import STAGES, read_context
from dystori.words.grammar import Grammar
from dystori.words.po import Entry


def addresses(sentence: str, base: Grammar) -> bool:
    """Return whether a sentence of the base language speaks to its reader."""
    pattern = base.data.checks.addressed
    return bool(pattern) and re.search(pattern, sentence) is not None


def wanted(entry: Entry, translated: Iterable[str], grammar: Grammar, base: Grammar, book: str) -> tuple[str, ...]:
    """Return the contexts a language needs for an entry of the base language.

    A sentence that speaks to the reader needs one entry for each register, unless its translator found one that
    does for all; where one register has its own words, every other needs them too.
    """
    registers = grammar.data.registers
    have = set(translated)
    twins = tuple(f"{entry.context}/{register}" for register in registers.all)
    if not twins or book in registers.only:
        return (entry.context,)
    any_twin, plain = bool(have.intersection(twins)), entry.context in have
    if any_twin and plain:
        return (entry.context, *twins)
    if any_twin or (addresses(entry.msgid, base) and not plain):
        return twins
    return (entry.context,)


def order(context: str, registers: tuple[str, ...]) -> tuple[int, int]:
    """Return where an entry stands among those of its sentence: by stage, then by register."""
    read = read_context(context, registers)
    if read is None:
        return (len(STAGES) + 1, 0)
    stage = STAGES.index(read.stage) + 1 if read.stage else 0
    return (stage, registers.index(read.register) + 1 if read.register else 0)
