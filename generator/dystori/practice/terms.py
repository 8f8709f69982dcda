"""Rules about terms: what each service avoids and says instead, by sense and by reader; never softer than harm is.

Which rule looks for which sense is in ``terms.toml``; the words themselves are beside each grammar
(``locales/*/plain.toml``), and a council's own are in its profile.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dystori.findings import Severity
from dystori.practice.page import Found, Page, Passage
from dystori.practice.plain_words import PlainWords, Sense
from dystori.practice.rules import CONFERENCE, NOTE, REVIEW, Rule
from dystori.practice.sources import Source, cafcass, framework, procedures, sandwell, sunderland


@lru_cache(maxsize=1)
def table() -> Mapping[str, Any]:
    """Return which rule looks for which senses, and in whose documents."""
    return tomllib.loads(files("dystori.practice").joinpath("terms.toml").read_text(encoding="utf-8"))


def slips(page: Page, rule: str) -> Iterator[Found]:
    """Yield where somebody typed a term that a rule avoids for this reader: the sentence, and what is said instead."""
    row = table()["rules"].get(rule, {"readers": (), "senses": ()})
    terms = page.profile.terms
    listed = [sense for sense in row["senses"] if page.reader in row["readers"] and sense not in terms.keep]
    own = [one for one in terms.own.values() if one.rule == rule and page.reader in one.readers]
    for passage, words in page.passages:
        senses = [*_listed(words, listed, passage)]
        senses += [one.words[words.language.code] for one in own if words.language.code in one.words]
        for slip in words.slips(passage.text, senses):
            yield passage.found(slip.sentence, "say-instead", avoided=slip.avoided, say=slip.say)


def _listed(words: PlainWords, names: list[str], passage: Passage) -> Iterator[Sense]:
    for name in names:
        if name in words.data.senses and not (passage.of_harm and name in table()["gentler"]):
            yield words.data.senses[name]


def _rule(
    id: str,
    sources: tuple[Source, ...],
    severity: Severity,
    profiles: tuple[str, ...] = (),
    kinds: tuple[str, ...] = (),
) -> Rule:
    return Rule(id, sources, severity, kinds=kinds, profiles=profiles, pages=lambda page: slips(page, id))


_CHILD_TABLE = framework("Child-inclusive table")

RULES = (
    _rule(
        "no-jargon",
        (
            sandwell("Family Group Conference; Assessment & Intervention; Care Experienced Young People"),
            framework("Standard 23"),
            cafcass("Our Promise"),
        ),
        Severity.WARNING,
    ),
    _rule(
        "respectful-tone",
        (cafcass("Our Values"), sandwell("Child Protection Conference")),
        Severity.WARNING,
    ),
    _rule("child-friendly-terms", (_CHILD_TABLE,), Severity.WARNING, ("wales",)),
    _rule(
        "family-time-not-contact",
        (_CHILD_TABLE, sandwell("Children We Care For")),
        Severity.WARNING,
        ("wales", "sandwell"),
    ),
    _rule("home-not-placement", (framework("Standard 17"),), Severity.WARNING, ("wales",)),
    _rule("report-not-referral", (procedures("Section 2"),), Severity.WARNING, ("wales",)),
    _rule(
        "care-and-support-protection-plan-term",
        (procedures("Section 3 Part 2"),),
        Severity.ERROR,
        ("wales",),
        (CONFERENCE, REVIEW),
    ),
    _rule("practitioner-term", (procedures("Section 1"),), Severity.ADVICE, ("wales",)),
    _rule("no-agency-phrases", (_CHILD_TABLE,), Severity.WARNING, ("wales",), (CONFERENCE, REVIEW)),
    _rule("no-sanitised-language", (procedures("Section 4"),), Severity.WARNING, ("wales",), (CONFERENCE, REVIEW)),
    _rule("no-blaming-labels", (sandwell("Multisystemic Therapy, Principle 8"),), Severity.WARNING, ("sandwell",)),
    _rule(
        "children-we-care-for",
        (sandwell("Children We Care For"), sandwell("Fostering Support")),
        Severity.ADVICE,
        ("sandwell",),
    ),
    _rule("victim-survivor", (cafcass("Our Values"),), Severity.ADVICE, ("cafcass-cymru",)),
    _rule("note-stands-alone", (sunderland("Standard 10"),), Severity.ADVICE, ("sunderland",), (NOTE,)),
)
