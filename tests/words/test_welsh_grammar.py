"""What Welsh does that no table can say line by line; its forms are in ``welsh_table.txt``."""

from __future__ import annotations

import datetime

import pytest

from dystori.findings import CatalogueError
from dystori.words import Age, Date, Language, Name, Place, Text, Things, Value
from dystori.words.plurals import form


def test_a_form_the_case_gives_is_written_as_it_is(welsh: Language) -> None:
    place = Place("Enlli", forms={"yn": "ar Enlli"})
    assert welsh.write(place, "yn") == "ar Enlli"
    assert welsh.write(place, "Yn") == "Ar Enlli"
    assert welsh.write(place, "o") == "o Enlli"


def test_free_text_in_a_list_is_not_ours_to_mutate(welsh: Language) -> None:
    assert welsh.write(Things((Text("te"), Text("coffi"))), "a") == "te a coffi"


def test_a_language_has_a_name_in_every_language(welsh: Language, english: Language) -> None:
    assert (welsh.language_name("cy"), welsh.language_name("fr")) == ("Cymraeg", "Ffrangeg")
    assert (english.language_name("cy"), english.language_name("bsl")) == ("Welsh", "British Sign Language")


@pytest.mark.parametrize(
    ("adult", "several", "register"), [(False, False, "ti"), (False, True, "chi"), (True, False, "chi")]
)
def test_a_child_is_ti_and_an_adult_or_several_are_chi(
    welsh: Language, adult: bool, several: bool, register: str
) -> None:
    assert welsh.default_register(adult, several) == register


SUNDAY = Date(datetime.date(2026, 11, 22))


@pytest.mark.parametrize("value", [Name("Carys"), Text("coffi"), Age(7), SUNDAY])
def test_a_form_the_kind_of_value_has_not_is_refused(welsh: Language, value: Value) -> None:
    with pytest.raises(CatalogueError) as caught:
        welsh.write(value, "trwynol")
    assert [finding.code for finding in caught.value.findings] == ["words-unknown-form"]
    assert "Carys" not in str(caught.value)
    assert "coffi" not in str(caught.value)


def test_free_text_is_written_as_it_was_typed(welsh: Language) -> None:
    assert welsh.write(Text("caled iawn, {name} & co")) == "caled iawn, {name} & co"


def test_the_six_plural_forms_are_those_of_the_cldr(welsh: Language) -> None:
    """A4 and A5: zero, one, two, few (3), many (6), other, in this order; other tools have two forms or five."""
    rule, category = welsh.grammar.data.plural_forms, welsh.grammar.locale.plural_form
    order = ("zero", "one", "two", "few", "many", "other")
    assert [order[form(rule, n)] for n in range(120)] == [category(n) for n in range(120)]
