"""Rules about letters that stand for words: known ones by a list, others by their shape, unless the text explains them.

What is in a list is named in a finding; what only looks like an abbreviation was typed, and is pointed at by its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dystori.findings import Severity
from dystori.practice.page import CHILD, Found, Page
from dystori.practice.plain_words import PlainWords
from dystori.practice.rules import Rule
from dystori.practice.sentences import WORD, sentences, unquoted
from dystori.practice.sources import cafcass, framework, sandwell
from dystori_schemas.choices import Stage

#: What an abbreviation looks like: two to five capitals, perhaps a small letter among (CiN) or after them (IROs).
SHAPE = re.compile(r"(?<![\w’&-])(?!(?:[IVX]+)(?!\w))[A-Z](?:[a-z]?[A-Z]){1,4}[shl]?(?![\w-])")
#: A sentence in capitals is shouted: its words are words.
_SHOUTED = 4
_GROWN = (Stage.TEEN.value, Stage.ADULT.value)


def _names(page: Page) -> frozenset[str]:
    """Return what stands in the case in capitals: names of people, agencies and services, and people's initials."""
    file = page.edition.case.file
    people = file.people.values()
    local = [
        file.organisation.name,
        file.organisation.team,
        *(text for one in people for text in (one.agency, one.job)),
    ]
    texts = [str(text) for one in local if one for text in one.root.values()]
    texts += [str(text) for one in people for text in (one.name, one.known_as) if text]
    found = {match[0] for text in texts for match in SHAPE.finditer(text)}
    return frozenset(found | {"".join(part[0] for part in str(one.name).split()) for one in people})


def _listed(words: PlainWords) -> re.Pattern[str]:
    """Return a pattern of the small letters in the list, which have no shape of their own (e.g.)."""
    small = [re.escape(one) for one in words.data.abbreviations.full if not SHAPE.fullmatch(one)]
    return re.compile(rf"(?<![\w.])(?:{'|'.join(small) or '(?!)'})(?!\w)")


def abbreviations(page: Page) -> Iterator[Found]:
    """Yield each abbreviation a reader may not know, and that the document does not explain where it stands."""
    names, told = _names(page), dict.fromkeys(page.plain, "")
    for passage, words in page.passages:
        told[words.language.code] += f"{passage.text}\n"
    for passage, words in page.passages:
        data, whole = words.data.abbreviations, told[words.language.code]
        grown = page.reader != CHILD or page.edition.addressee.stage.value in _GROWN
        known = {*data.known, *(data.grown if grown else ()), *names}
        for sentence in sentences(passage.text):
            own = unquoted(sentence)
            shaped = [one for one in SHAPE.finditer(own) if one[0] not in known and not _explained(one[0], whole)]
            if sum(word.isupper() for word in WORD.findall(own)) >= _SHOUTED and own.upper() == own:
                shaped = []
            for found in (*shaped, *_listed(words).finditer(own)):
                full = data.full.get(found[0])
                if full:
                    yield passage.found(sentence, "say-instead", avoided=found[0], say=full)
                else:
                    place = sum(1 for word in WORD.finditer(own) if word.start() <= found.start())
                    yield passage.found(sentence, "say-in-full", word=str(place))


def _explained(letters: str, text: str) -> bool:
    """Return whether a text says somewhere what letters stand for: either stands in brackets beside the other."""
    return bool(re.search(rf"\({re.escape(letters)}\)|(?<!\w){re.escape(letters)} \([^)]{{5,}}\)", text))


def _anywhere(page: Page) -> Iterator[Found]:
    for found in abbreviations(page):
        yield replace(found, severity=Severity.ERROR if page.reader == CHILD else Severity.WARNING)


_NONE = Rule(
    "no-abbreviations",
    (sandwell("Front Door"), sandwell("Fostering Recruitment & Assessment")),
    Severity.ERROR,
    profiles=("sandwell",),
    pages=_anywhere,
)


def _to_a_child(page: Page) -> Iterator[Found]:
    """Yield them in what speaks to a child, unless the profile has the rule that marks them anyway."""
    return abbreviations(page) if page.reader == CHILD and not _NONE.belongs(page.profile) else iter(())


RULES = (
    Rule(
        "abbreviation-explained",
        (framework("Standard 23"), cafcass("Our Promise"), sandwell("Family Group Conference")),
        Severity.WARNING,
        pages=_to_a_child,
    ),
    _NONE,
)
