"""What a careful reader would mark in a translation: the wrong register, doubled words, straight apostrophes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dystori.findings import Finding, Severity
from dystori.words.entries import ADULT, Context, read_context
from dystori.words.faults import fault
from dystori.words.grammar import Grammar
from dystori.words.placeholders import PlaceholderError, placeholders, without
from dystori.words.po import Entry

_WORD = re.compile(r"’?[^\W\d_]+(?:-[^\W\d_]+)*")
_SPACES = re.compile(r" {2,}")
#: A translation longer than this many times its English says something else.
_LONGEST = 4


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters; what follows an apostrophe keeps it (``’ch``)."""
    return [word.lower() for word in _WORD.findall(text)]


def register_words(text: str, grammar: Grammar) -> dict[str, list[str]]:
    """Return the words of a text, and the forms of its placeholders, that belong to each register."""
    registers = grammar.data.registers
    own = without(text)
    for phrase in registers.exempt:
        own = re.sub(re.escape(phrase), " ", own, flags=re.IGNORECASE)
    try:
        forms = [part for one in placeholders(text) for part in one.form.lower().split("_")]
    except PlaceholderError:
        forms = []
    used = words_of(own) + forms + [f"’{form}" for form in forms]
    return {register: [word for word in used if word in words] for register, words in registers.words.items()}


def _register_faults(entry: Entry, text: str, grammar: Grammar, book: str) -> Iterator[tuple[str, str, Severity]]:
    registers = grammar.data.registers
    context = read_context(entry.context, registers.all) or Context("")
    meant = context.register or registers.only.get(book, "") or (registers.adult if context.stage == ADULT else "")
    for register, found in register_words(text, grammar).items():
        if found and meant and register != meant:
            yield "register-mixed", found[0], Severity.ERROR
        elif found and not meant:
            yield "register-unnamed", found[0], Severity.WARNING


def _doubled(text: str, grammar: Grammar) -> Iterator[str]:
    for passage in re.split(r"[^\w\s’-]", without(text).lower()):
        words = passage.split()
        yield from (one for one, two in pairwise(words) if one == two)


def _faults(entry: Entry, text: str, grammar: Grammar, book: str) -> Iterator[tuple[str, str, Severity]]:
    yield from _register_faults(entry, text, grammar, book)
    of_the_tool = grammar.data.checks.forbidden_to_workers if book in grammar.data.registers.only else ()
    for pattern in (*grammar.data.checks.forbidden, *of_the_tool):
        if found := re.search(pattern, text, re.IGNORECASE):
            yield "forbidden", found[0], Severity.ERROR
    for word in _doubled(text, grammar):
        if word not in grammar.data.checks.doubled:
            yield "doubled", word, Severity.WARNING
    if "'" in text or '"' in text or "`" in text:
        yield "straight-mark", "", Severity.WARNING
    if unicodedata.normalize("NFC", text) != text:
        yield "not-nfc", "", Severity.ERROR
    if _SPACES.search(text) or text != text.strip(" "):
        yield "spaces", "", Severity.WARNING
    if len(text) > longest(entry.msgid):
        yield "length", "", Severity.WARNING
    if text.count("\n") != entry.msgid.count("\n"):
        yield "line-ends", "", Severity.WARNING


def longest(sentence: str) -> int:
    """Return how many characters a translation of a sentence may have before somebody asks why."""
    return _LONGEST * max(len(sentence), 20)


def printed(entry: Entry, grammar: Grammar) -> tuple[str, ...]:
    """Return what a language prints for an entry, in each plural form; in the base language the msgid may print."""
    given = entry.texts if not grammar.data.base or entry.begun else (entry.msgid, entry.plural)
    return tuple(filter(None, given))


def style_of(entries: Iterable[Entry], grammar: Grammar, book: str, file: str) -> list[Finding]:
    """Return what a careful reader would mark in the sentences that a language prints."""
    findings: list[Finding] = []
    for entry in entries:
        if entry.obsolete:
            continue
        texts = printed(entry, grammar)
        told = dict.fromkeys(one for text in texts for one in _faults(entry, text, grammar, book))
        findings += [
            fault(code, file, entry.line, entry.context, values={"word": word} if word else {}, severity=severity)
            for code, word, severity in told
        ]
    return findings
