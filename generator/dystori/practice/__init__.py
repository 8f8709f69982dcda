"""Practice: what a careful colleague would say about a document before it goes out."""

from dystori.practice.checking import (
    check_page,
    check_practice,
    elsewhere,
    foreign,
    ids,
    profile_named,
    profile_of,
    rules_of,
)
from dystori.practice.diary import calendar
from dystori.practice.due import Due, State, due, plain
from dystori.practice.last_look import last_look
from dystori.practice.page import Page
from dystori.practice.plain_words import PlainWords, read_plain_words
from dystori.practice.profile import Profile, names, read_profile
from dystori.practice.proof import Mark, Proof, read_proofs
from dystori.practice.sarif import sarif
from dystori.practice.telling import RULE, for_a_diary, lines_of, listed, nothing_due, said
from dystori.practice.timescales import TIMESCALES
from dystori.practice.untranslated import held_to

__all__ = [
    "RULE",
    "TIMESCALES",
    "Due",
    "Mark",
    "Page",
    "PlainWords",
    "Profile",
    "Proof",
    "State",
    "calendar",
    "check_page",
    "check_practice",
    "due",
    "elsewhere",
    "for_a_diary",
    "foreign",
    "held_to",
    "ids",
    "last_look",
    "lines_of",
    "listed",
    "names",
    "nothing_due",
    "plain",
    "profile_named",
    "profile_of",
    "read_plain_words",
    "read_profile",
    "read_proofs",
    "rules_of",
    "said",
    "sarif",
]
