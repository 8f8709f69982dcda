"""Mutation and order, whatever word comes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dystori.words import Language, mutate
from dystori.words.letters import change_start

MUTATIONS = ("soft", "soft_noun", "nasal", "aspirate", "h")
LONGEST_START = 3


@given(word=st.text(), how=st.sampled_from(MUTATIONS))
def test_a_mutation_changes_nothing_after_the_first_letters(welsh: Language, word: str, how: str) -> None:
    assert mutate(welsh, word, how).endswith(word[LONGEST_START:])


@given(word=st.text(alphabet="abcdefghijlmnoprstuwyŵŷ’ -", min_size=1), how=st.sampled_from(MUTATIONS))
def test_a_capital_stays_a_capital(welsh: Language, word: str, how: str) -> None:
    small = mutate(welsh, word, how)
    large = mutate(welsh, word[0].upper() + word[1:], how)
    assert large.lower() == small.lower()
    assert large[:1] == large[:1].upper()


@given(first=st.text(), second=st.text())
def test_any_two_texts_have_an_order(welsh: Language, first: str, second: str) -> None:
    assert (welsh.sort_key(first) == welsh.sort_key(second)) == (first == second)


@pytest.mark.parametrize("word", ["GIG", "BBC", "TGAU", "", "4", "’n"])
def test_an_abbreviation_and_what_is_no_word_do_not_mutate(welsh: Language, word: str) -> None:
    assert [mutate(welsh, word, how) for how in MUTATIONS] == [word] * len(MUTATIONS)


@pytest.mark.parametrize(
    ("word", "changed"),
    [("Gwynedd", "Wynedd"), ("Llanelli", "Lanelli"), ("Rhuthun", "Ruthun"), ("Pen-y-bont", "Ben-y-bont")],
)
def test_only_the_first_letter_keeps_its_capital(welsh: Language, word: str, changed: str) -> None:
    assert mutate(welsh, word, "soft") == changed


def test_a_letter_of_two_signs_is_not_its_first_sign() -> None:
    assert change_start("chwaer", {"c": "g"}, ["c", "ch"]) == "chwaer"
    assert change_start("ci", {"c": "g"}, ["c", "ch"]) == "gi"
