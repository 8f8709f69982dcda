"""The words of the house used by themselves: sentences of a caller's own, and plain calls."""

from __future__ import annotations

import datetime
import doctest
from collections.abc import Callable
from types import ModuleType

import pytest

import dystori.words
from dystori.findings import CatalogueError
from dystori.words import (
    Age,
    Count,
    Date,
    DateSpan,
    Language,
    LanguageName,
    Languages,
    Name,
    Number,
    People,
    Place,
    Pronoun,
    Term,
    Text,
    Things,
    Time,
    Weekday,
    Weekdays,
    Word,
    calls,
    languages,
)
from dystori.words.style import register_words

SUNDAY = Date(datetime.date(2026, 11, 22))
SPAN = DateSpan(datetime.date(2026, 11, 20), datetime.date(2026, 11, 22))
HALF_PAST_THREE = Time(datetime.time(15, 30))
TI = Pronoun("you", "ti")


@pytest.mark.parametrize("module", [dystori.words, calls, languages])
def test_the_examples_of_the_docstrings_hold(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted > 0
    assert result.failed == 0


def test_a_sentence_of_a_callers_own_is_filled_as_a_catalogue_entry_is(welsh: Language) -> None:
    said = welsh.say("{role:Dy}, {who}, fydd yno {day:dydd}.", **values())
    assert said == "Dy weithiwr cymdeithasol di, Gethin, fydd yno ddydd Sul, 22 Tachwedd 2026."


def values() -> dict[str, Term | Name | Date]:
    return {"role": Term("social-worker"), "who": Name("Gethin"), "day": SUNDAY}


@pytest.mark.parametrize(
    ("sentence", "code"),
    [("{town:yn", "words-brace"), ("{place:yn}", "words-missing-value"), ("{town:dy}", "words-unknown-form")],
)
def test_a_sentence_that_cannot_be_said_is_refused_without_its_values(
    welsh: Language, sentence: str, code: str
) -> None:
    with pytest.raises(CatalogueError) as caught:
        welsh.say(sentence, town=Place("Llan Ddirgel"))
    assert [finding.code for finding in caught.value.findings] == [code]
    assert "Ddirgel" not in str(caught.value)


CALLS: list[tuple[Callable[[Language], str], str, str]] = [
    (lambda one: calls.in_(one, Place("Caerdydd")), "yng Nghaerdydd", "in Cardiff"),
    (lambda one: calls.in_(one, LanguageName("cy")), "yn Gymraeg", "in Welsh"),
    (lambda one: calls.to(one, Place("Llanelli")), "i Lanelli", "to Llanelli"),
    (lambda one: calls.to(one, Pronoun("she")), "iddi hi", "to her"),
    (lambda one: calls.from_(one, Place("Caerdydd")), "o Gaerdydd", "from Cardiff"),
    (lambda one: calls.near(one, Place("Caerdydd")), "ger Caerdydd", "near Cardiff"),
    (lambda one: calls.about(one, Term("meeting")), "am gyfarfod", "about a meeting"),
    (lambda one: calls.about(one, TI), "amdanat ti", "about you"),
    (lambda one: calls.with_(one, Name("Elin")), "gydag Elin", "with Elin"),
    (lambda one: calls.by_(one, Term("doctor")), "gan feddyg", "by a doctor"),
    (lambda one: calls.and_(one, ["Siân", "Huw", "Elin"]), "Siân, Huw ac Elin", "Siân, Huw and Elin"),
    (lambda one: calls.or_(one, [Term("mother"), Term("father")]), "mam neu dad", "mother or father"),
    (lambda one: calls.the(one, Term("complaint")), "y gŵyn", "the complaint"),
    (lambda one: calls.the(one, Term("school"), plural=True), "yr ysgolion", "the schools"),
    (lambda one: calls.this(one, Term("plan")), "y cynllun hwn", "this plan"),
    (lambda one: calls.whose(one, Term("father"), Pronoun("she")), "ei thad hi", "her father"),
    (lambda one: calls.whose(one, Term("friend"), TI, plural=True), "dy ffrindiau di", "your friends"),
    (lambda one: calls.whose(one, Term("plan"), Name("Mali")), "cynllun Mali", "Mali’s plan"),
    (lambda one: calls.on(one, SUNDAY), "ar 22 Tachwedd 2026", "on 22 November 2026"),
    (lambda one: calls.on(one, Weekday(7)), "ddydd Sul", "on Sunday"),
    (lambda one: calls.by(one, Weekday(7)), "erbyn dydd Sul", "by Sunday"),
    (lambda one: calls.by(one, HALF_PAST_THREE), "erbyn 3.30 y prynhawn", "by 3.30pm"),
    (lambda one: calls.since(one, Weekday(7)), "ers dydd Sul", "since Sunday"),
    (lambda one: calls.before(one, Weekday(7)), "cyn dydd Sul", "before Sunday"),
    (lambda one: calls.after(one, SUNDAY), "ar ôl 22 Tachwedd 2026", "after 22 November 2026"),
    (lambda one: calls.until(one, Weekday(7)), "tan ddydd Sul", "until Sunday"),
    (lambda one: calls.from_to(one, SPAN), "o 20 i 22 Tachwedd 2026", "from 20 to 22 November 2026"),
    (
        lambda one: calls.from_to(one, Weekdays(Weekday(1), Weekday(4))),
        "o ddydd Llun i ddydd Iau",
        "from Monday to Thursday",
    ),
    (lambda one: calls.in_month(one, SUNDAY), "ym mis Tachwedd 2026", "in November 2026"),
    (lambda one: calls.every(one, Weekday(6)), "bob dydd Sadwrn", "every Saturday"),
    (lambda one: calls.habitually(one, Weekday(7)), "ar ddydd Sul", "on Sundays"),
    (lambda one: calls.on_the_night_of(one, Weekday(2)), "nos Fawrth", "on Tuesday night"),
    (lambda one: calls.at(one, HALF_PAST_THREE), "am 3.30 y prynhawn", "at 3.30pm"),
    (lambda one: calls.aged(one, Age(7)), "7 oed", "7 years old"),
    (lambda one: calls.in_words(one, Age(7)), "saith mlwydd oed", "seven years old"),
    (lambda one: calls.in_words(one, Count(3, Term("child"))), "tri phlentyn", "three children"),
    (lambda one: calls.in_words(one, Number(5)), "pump", "five"),
    (lambda one: calls.so_many(one, 3, Term("child")), "3 o blant", "3 children"),
    (lambda one: calls.dear(one, People((Name("Mali"), Name("Huw")))), "Annwyl Mali a Huw", "Dear Mali and Huw"),
]


@pytest.mark.parametrize(("call", "in_welsh", "in_english"), CALLS)
def test_a_plain_call_means_the_same_in_each_language(
    welsh: Language, english: Language, call: Callable[[Language], str], in_welsh: str, in_english: str
) -> None:
    assert (call(welsh), call(english)) == (in_welsh, in_english)


def test_you_needs_a_register_where_there_are_two(welsh: Language, english: Language) -> None:
    """Nobody is *ti* by accident: a machine does not decide it (B11)."""
    assert calls.whose(english, Term("plan"), Pronoun("you")) == "your plan"
    with pytest.raises(CatalogueError):
        calls.whose(welsh, Term("plan"), Pronoun("you"))


def test_a_call_that_a_kind_of_value_has_not_is_refused(welsh: Language) -> None:
    with pytest.raises(CatalogueError) as caught:
        welsh.call("night", Place("Caerdydd"))
    assert [finding.code for finding in caught.value.findings] == ["words-unknown-form"]


@pytest.mark.parametrize(
    ("place", "form", "sure"),
    [
        (Place("Caerdydd"), "yn", True),
        (Place("Birmingham"), "yn", False),
        (Place("Birmingham"), "ger", True),
        (Place("Stoke"), "i", True),
        (Place("Pentre Bach", given_in="cy"), "yn", True),
        (Place("Enlli", forms={"yn": "ar Enlli"}), "yn", True),
    ],
)
def test_a_name_that_might_have_changed_is_a_doubt(welsh: Language, place: Place, form: str, sure: bool) -> None:
    """Whether an English name mutates, usage does not say (B6): it stays, and a caller can ask whether that is sure."""
    assert welsh.sure(place, form) is sure


def test_a_list_is_as_sure_as_its_items_and_free_text_never_changes(welsh: Language) -> None:
    assert welsh.sure(Things((Place("Bangor"), Name("Mam"))), "a")
    assert not welsh.sure(Things((Name("Mam"), Text("te"))), "a")


def test_the_words_of_home_are_asked_for_once(welsh: Language) -> None:
    north = welsh.at_home("gogledd")
    assert north.say("{nan:dy}, {who:gyda}", nan=Term("grandmother"), who=Pronoun("he")) == "dy nain di, efo fo"
    assert welsh.at_home("nowhere") is welsh


def test_a_word_of_the_callers_own_list_mutates_as_a_term_does(welsh: Language) -> None:
    assert welsh.write(Word("tŷ", "tai", "m"), "ei_m") == "ei dŷ fe"
    assert welsh.write(Word("helpu"), "dy") == "dy helpu di"


@pytest.mark.parametrize("number", [0, 8])
def test_there_are_seven_days_in_a_week(number: int) -> None:
    with pytest.raises(ValueError, match="1 for Monday"):
        Weekday(number)


def test_what_may_stand_before_a_form_is_named_by_the_grammar(welsh: Language) -> None:
    assert {"i_eich", "gyda_ei_f_plural", "o_y"} <= welsh.grammar.names_of_forms()
    assert "i_plural_heb" not in welsh.grammar.names_of_forms()
    with pytest.raises(CatalogueError):
        welsh.put_before("rhag", "y plant")


def test_the_languages_of_this_installation_load_by_themselves() -> None:
    assert {"cy", "en"} <= set(Languages.load().codes)


def test_a_form_with_a_word_before_it_still_says_its_register(welsh: Language) -> None:
    assert register_words("Croeso {role:i_eich}.", welsh.grammar) == {"ti": [], "chi": ["eich"]}
    assert register_words("Croeso {role:i_dy}.", welsh.grammar) == {"ti": ["dy"], "chi": []}
