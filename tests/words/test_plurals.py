"""Plural forms: the pinned rules of Welsh and English, and what is no rule."""

from __future__ import annotations

import pytest

from dystori.words import Language, plurals

WELSH = {0: 0, 1: 1, 2: 2, 3: 3, 4: 5, 5: 5, 6: 4, 7: 5, 10: 5, 11: 5, 100: 5, 203: 5, 1_000_006: 5}


@pytest.mark.parametrize(("number", "form"), WELSH.items())
def test_welsh_has_a_form_for_0_1_2_3_and_6_and_one_for_the_rest(welsh: Language, number: int, form: int) -> None:
    assert plurals.form(welsh.grammar.data.plural_forms, number) == form


@pytest.mark.parametrize(("number", "form"), [(0, 1), (1, 0), (2, 1), (201, 1)])
def test_english_has_one_for_1(english: Language, number: int, form: int) -> None:
    assert plurals.form(english.grammar.data.plural_forms, number) == form


def test_a_form_says_which_numbers_take_it(welsh: Language) -> None:
    rule = welsh.grammar.data.plural_forms
    assert [plurals.numbers(rule, place) for place in range(plurals.count(rule))] == [
        (0,), (1,), (2,), (3,), (6,), (4, 5, 7),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "nplurals=2;",
        "nplurals=2; plural=n;",
        "nplurals=3; plural=(n != 1);",
        "nplurals=2; plural=(1/0);",
        "nplurals=2; plural=__import__('os');",
        "nplurals=2; plural=" + "(" * 500 + "n" + ")" * 500,
    ],
)
def test_what_is_no_rule_is_refused(rule: str) -> None:
    with pytest.raises(plurals.PluralError):
        plurals.forms(rule)


def test_the_name_of_a_form_keeps_stage_and_register() -> None:
    assert plurals.named("files/early/ti", 2) == "files[2]/early/ti"
