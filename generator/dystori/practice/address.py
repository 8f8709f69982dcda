"""Rules about the child who reads: spoken to, by the name and the pronoun that are theirs, in their own words.

Who a pronoun stands for cannot be known, so one is marked only where nobody else is there it could stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from dystori.editions import Leaf
from dystori.editions.eye import leaves
from dystori.editions.withhold import value_at
from dystori.findings import Severity
from dystori.practice.page import FILE, Found, Page, Passage
from dystori.practice.plain_words import PlainWords, in_a_name, one_of
from dystori.practice.rules import CLOSURE, STORY, Rule
from dystori.practice.sentences import WORD, sentences, unquoted
from dystori.practice.sources import HOUSE, cafcass, framework, sandwell
from dystori.reading.files import PathKey, path_of
from dystori.tree import Quote, runs, walk
from dystori.words.folding import bare
from dystori_schemas.common import Document
from dystori_schemas.people import Person
from dystori_schemas.scalars import PersonId

#: Words about a picture, a place or a thing: nobody is spoken to in them.
_LABELS = frozenset({"alt", "caption", "title", "place", "name", "job", "how"})


def _names(person: Person) -> tuple[str, ...]:
    """Return what somebody may be called in a text: the name they use, and the first of their full one."""
    every = [str(person.known_as or ""), str(person.name), str(person.name).split()[0]]
    return tuple(dict.fromkeys(filter(None, every)))


def _person(page: Page, who: str) -> Person:
    return page.edition.case.file.people[who]  # type: ignore[index]


def _others(page: Page, child: str) -> tuple[str, ...]:
    """Return every word that names somebody of the case besides a child."""
    people = [person for key, person in page.edition.case.file.people.items() if str(key) != child]
    called = [str(text) for person in people if person.child_calls for text in person.child_calls.root.values()]
    names = [*called, *(name for person in people for name in (*_names(person), *person.former_names))]
    return tuple(dict.fromkeys(word for name in names for word in str(name).split() if word[0].isalpha()))


def _alone(page: Page, passage: Passage, words: PlainWords, child: str) -> bool:
    """Return whether nobody else is in a text, or in what stands around it, that a pronoun could stand for."""
    text = unquoted(passage.whole or passage.text)
    named = one_of(_others(page, child)).search(text)
    if named or words.somebody_else(text) or _refers(page, passage.path, child):
        return False
    own = {word for name in _names(_person(page, child)) for word in WORD.findall(name)}
    for sentence in sentences(text):
        inside = list(WORD.finditer(sentence))[1:]
        if any(one[0][0].isupper() and re.split("[’']", one[0])[0] not in {*own, "I"} for one in inside):
            return False
    return True


def _refers(page: Page, path: PathKey, child: str) -> bool:
    """Return whether what a text belongs to names somebody else: *who*, *by*, *with*."""
    for length in range(2, len(path)):
        model = value_at(page.edition.case.file, path[:length])
        if isinstance(model, BaseModel) and not isinstance(model, Document):
            values = (getattr(model, name) for name in type(model).model_fields)
            held = (one for value in values for one in (value if isinstance(value, tuple) else (value,)))
            if any(isinstance(one, PersonId) and str(one) != child for one in held):
                return True
    return False


def _by_name(page: Page, sentence: str, words: PlainWords, child: str) -> bool:
    """Return whether a sentence speaks of a child by name; a child who is called by it is spoken to."""
    person = _person(page, child)
    shared = set(_others(page, child))
    names = tuple(name for name in _names(person) if not shared & set(name.split()))
    own, calls = unquoted(sentence), one_of(words.data.spoken_of.calls)
    for found in one_of(names).finditer(own):
        if words.tells_name(own, found[0]):
            continue
        before, after = own[: found.start()].rstrip(), own[found.end() :].lstrip()
        ended = not after or after[0] in ",.!?;:…"
        called = (ended and (not before or before[-1] in ",(–—-")) or any(
            one.end() == len(before) for one in calls.finditer(before)
        )
        if own[found.start()].isupper() and not called and not in_a_name(own, found.start(), found.end()):
            return True
    return False


def _written_to(page: Page) -> Iterator[Found]:
    ids = page.edition.addressee.ids
    if len(ids) != 1:
        return
    child, document = ids[0], page.edition.document
    sent = document.kind == CLOSURE or getattr(document, "type", "") == "allocation"
    sure = Severity.ERROR if sent else Severity.WARNING
    theirs = _pronoun(page, child)
    for passage, words in page.passages:
        if not _LABELS.isdisjoint(map(str, passage.path)):
            continue
        told = words.speaks_to(passage.whole or passage.text)
        alone = not told and theirs and _alone(page, passage, words, child)
        for sentence in sentences(passage.text):
            if phrase := words.spoken_of(sentence):
                yield passage.found(sentence, "speak-to", sure, phrase=phrase)
            elif _by_name(page, sentence, words, child):
                yield passage.found(sentence, "speak-to-not-by-name", sure)
            elif alone and theirs in words.pronouns(sentence):
                yield passage.found(sentence, "speak-to-not-of", Severity.WARNING)


def _pronoun(page: Page, child: str) -> str:
    """Return a child's pronoun, as the grammars name it; nothing where nobody has said it."""
    said = _person(page, child).pronouns
    for code, words in said.root.items() if said else ():
        for language in (one.language for one in page.plain.values() if code in (one.language.code, "")):
            if found := language.pronoun(str(words)):
                return found.who
    return ""


def their_pronoun(page: Page) -> Iterator[Found]:
    """Yield where a text for the file speaks of a child by a pronoun that is not theirs."""
    if page.reader != FILE:
        return
    for child in map(str, page.edition.document.about):
        theirs = _pronoun(page, child)
        names = one_of(_names(_person(page, child)))
        for passage, words in page.passages:
            text = unquoted(passage.whole or passage.text)
            if not theirs or not names.search(text) or not _alone(page, passage, words, child):
                continue
            for sentence in sentences(passage.text):
                if words.pronouns(sentence) - {theirs}:
                    yield passage.found(sentence, "their-pronoun")


def _preferred(page: Page) -> Iterator[Found]:
    for child in map(str, page.edition.document.about):
        person = _person(page, child)
        legal, used = str(person.name).split()[0], str(person.known_as or person.name)
        if legal not in used.split() and legal not in _others(page, child):
            yield from _spelled(page, legal, "preferred-name")


def _spelled_right(page: Page) -> Iterator[Found]:
    people = page.edition.case.file.people.values()
    right = {word for person in people for name in _names(person) for word in WORD.findall(name)}
    for word in sorted(right):
        if not word.isascii() and bare(word) not in right:
            yield from _spelled(page, bare(word), "name-with-accents")


def _spelled(page: Page, name: str, do: str) -> Iterator[Found]:
    pattern = re.compile(rf"(?<![\w’-]){re.escape(name)}(?![\w-])")
    for passage, _ in page.passages:
        for sentence in sentences(passage.text):
            if pattern.search(unquoted(sentence)):
                yield passage.found(sentence, do)


def _unaltered(page: Page) -> Iterator[Found]:
    """Yield each quote that a document gives in other words than were said."""
    said = {leaf.path: leaf for leaf in leaves(page.shown.document)}
    for content in page.contents:
        for block in walk(content.blocks):
            if isinstance(block, Quote):
                for lines in (block.words, block.translation):
                    yield from _altered(lines, said)


def _altered(lines: tuple[Any, ...], said: dict[Any, Leaf]) -> Iterator[Found]:
    printed: dict[str, str] = {}
    for line in lines:
        for run in runs(line):
            printed[run.source.ref] = printed.get(run.source.ref, "") + run.text
        printed = {ref: f"{text} " for ref, text in printed.items()}
    for ref, text in printed.items():
        leaf = said.get(path_of(ref))
        if leaf is not None and text.split() != str(leaf.value).split():
            yield Found(path_of(ref))


def _own_title(page: Page) -> Iterator[Found]:
    """Yield a title that does not say whose the plan is; one that is left out is made from the child's name."""
    children = (page.edition.case.file.people[child] for child in page.edition.document.about)
    names = tuple(name for child in children for name in _names(child))
    for passage, words in page.passages:
        if passage.path[2] == "title" and not one_of((*names, *words.data.spoken_of.own)).search(passage.text):
            yield Found(passage.path)


def _both_languages(page: Page) -> Iterator[Found]:
    """Yield once for a document and language where a text the reader is shown is not written in it."""
    written_in = str(page.edition.document.written_in)
    for code, words in page.plain.items():
        for passage, _ in page.passages:
            path = passage.path if passage.path[-1] not in page.plain else passage.path[:-1]
            text = value_at(page.edition.case.file, path)
            if code not in {one or written_in for one in text.root}:
                yield Found(path, {"do": "write-in-language", "name": words.language.name})
                break


RULES = (
    Rule(
        "written-to-the-child",
        (sandwell("Core Standard 7"), sandwell("Recording and report writing"), HOUSE),
        Severity.WARNING,
        pages=_written_to,
    ),
    Rule(
        "preferred-name-used",
        (cafcass("Our Promise"),),
        Severity.ERROR,
        profiles=("cafcass-cymru",),
        pages=_preferred,
    ),
    Rule("name-spelled-right", (HOUSE,), Severity.WARNING, pages=_spelled_right),
    Rule(
        "child-words-not-altered",
        (framework("Eyes on the child"),),
        Severity.ERROR,
        profiles=("wales",),
        pages=_unaltered,
    ),
    Rule(
        "childs-plan-title",
        (framework("Child-inclusive table"),),
        Severity.WARNING,
        kinds=(STORY,),
        profiles=("wales",),
        pages=_own_title,
    ),
    Rule(
        "welsh-and-english-complete",
        (cafcass("Our Legal Responsibilities"),),
        Severity.ERROR,
        profiles=("cafcass-cymru",),
        pages=_both_languages,
    ),
)
