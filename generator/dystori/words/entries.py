"""What a catalogue entry may be: its context, and what makes an entry unfit to print.

Only what could put wrong words, marks or nothing in front of a reader is a fault here and stops the reading;
matters of style are in ``check``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from dystori.findings import Finding
from dystori.words import plurals
from dystori.words.faults import fault
from dystori.words.letters import small
from dystori.words.placeholders import PlaceholderError, placeholders
from dystori.words.po import Entry

ADULT = "adult"
#: The placeholder that a plural form may leave out: the number that chose it.
COUNTED = "n"
STAGES = ("later", "early", "middle", "teen", ADULT)

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MARKUP = re.compile(r"[<>&]")
_LINK = re.compile(r"(?:https?://|www\.|mailto:)\S+|\S+@\S+")
_DIGITS = re.compile(r"\d+")
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Context:
    """The name of an entry: its key, and stage and register where they matter."""

    key: str
    stage: str = ""
    register: str = ""

    def __str__(self) -> str:
        """Return it as it stands in ``msgctxt``."""
        return "/".join(part for part in (self.key, self.stage, self.register) if part)


def read_context(text: str, registers: Collection[str]) -> Context | None:
    """Return the context of an entry, or None where it is no ``key[/stage][/register]``."""
    key, *rest = text.split("/")
    stage = rest.pop(0) if rest and rest[0] in STAGES else ""
    register = rest.pop(0) if rest and rest[0] in registers else ""
    return None if rest or not _KEY.fullmatch(key) else Context(key, stage, register)


def contexts(key: str, stage: str, register: str) -> tuple[str, ...]:
    """Return the contexts that can hold the words for a reader, the most specific first."""
    order = (Context(key, stage, register), Context(key, stage), Context(key, "", register), Context(key))
    return tuple(dict.fromkeys(map(str, order)))


def numbers(text: str) -> Counter[str]:
    """Return the runs of figures in a text, counted."""
    return Counter(_DIGITS.findall(text))


def links(text: str) -> Counter[str]:
    """Return the links and mail addresses in a text, counted."""
    return Counter(found.rstrip(".,;:!?)") for found in _LINK.findall(text))


def _hidden(text: str) -> bool:
    return any(sign != "\n" and unicodedata.category(sign) in _HIDDEN for sign in text)


def _text_faults(text: str, forms: Collection[str]) -> Iterator[tuple[str, str]]:
    try:
        wanted = placeholders(text)
    except PlaceholderError:
        yield "brace", ""
        return
    for one in wanted:
        if one.form and one.form not in forms and small(one.form) not in forms:
            yield "unknown-form", one.form
    if _MARKUP.search(text):
        yield "markup", ""
    if _hidden(text):
        yield "hidden-character", ""


def _pair_faults(sentence: str, text: str, *, counted: bool | None = None) -> Iterator[tuple[str, str]]:
    """Yield how a translation says something else than its English: names, figures, links.

    ``counted``: of a plural form, whether more than one number takes it; a form of one number alone may write
    the number out.
    """
    try:
        wanted = {one.name for one in placeholders(sentence)}
        given = {one.name for one in placeholders(text)}
    except PlaceholderError:
        return
    if counted is False:
        wanted, given = wanted - {COUNTED}, given - {COUNTED}
    for name in sorted(wanted ^ given):
        yield ("placeholder-lost" if name in wanted else "placeholder-invented"), name
    if counted is not False and numbers(sentence) != numbers(text):
        yield "numbers", ""
    if links(sentence) != links(text):
        yield "links", ""


def _translation_faults(entry: Entry, forms: Collection[str], rule: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with what a translator wrote, in every plural form."""
    if not entry.plural:
        if entry.msgstr:
            yield from _text_faults(entry.msgstr, forms)
            yield from _pair_faults(entry.msgid, entry.msgstr)
        return
    if len(entry.forms) != plurals.count(rule):
        yield "po-plural", str(plurals.count(rule))
        return
    for place, text in enumerate(entry.forms):
        if text:
            yield from _text_faults(text, forms)
            yield from _pair_faults(entry.plural, text, counted=len(plurals.numbers(rule, place)) > 1)


def faults_of(
    entries: Iterable[Entry], file: str, registers: Collection[str], forms: Collection[str], *, base: bool, rule: str
) -> list[Finding]:
    """Return what makes entries unfit to print, with file and line; obsolete ones are nobody's business."""
    findings: list[Finding] = []
    seen: set[str] = set()
    for entry in entries:
        if entry.obsolete:
            continue
        told: list[tuple[str, str]] = []
        if read_context(entry.context, registers) is None:
            told.append(("context", ""))
        if entry.context in seen:
            told.append(("duplicate", ""))
        seen.add(entry.context)
        if base:
            told += [*_text_faults(entry.msgid, forms), *_text_faults(entry.plural, forms)]
        told += _translation_faults(entry, forms, rule)
        findings += [
            fault(code, file, entry.line, entry.context, values={"name": name} if name else {})
            for code, name in dict.fromkeys(told)
        ]
    return findings
