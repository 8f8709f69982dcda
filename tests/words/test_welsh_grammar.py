"""Welsh as its grammar file makes it: the tables of the Welsh reference, row by row."""

from __future__ import annotations

import datetime

import pytest

from dystori.findings import CatalogueError
from dystori.words import (
    Age,
    Count,
    Date,
    DateSpan,
    Language,
    LanguageName,
    Name,
    Number,
    People,
    Place,
    Term,
    Text,
    Things,
    Time,
    Value,
    mutate,
)

COUNCILS = """
Abertawe|yn Abertawe|i Abertawe|o Abertawe
Blaenau Gwent|ym Mlaenau Gwent|i Flaenau Gwent|o Flaenau Gwent
Bro Morgannwg|ym Mro Morgannwg|i Fro Morgannwg|o Fro Morgannwg
Caerdydd|yng Nghaerdydd|i Gaerdydd|o Gaerdydd
Caerffili|yng Nghaerffili|i Gaerffili|o Gaerffili
Casnewydd|yng Nghasnewydd|i Gasnewydd|o Gasnewydd
Castell-nedd Port Talbot|yng Nghastell-nedd Port Talbot|i Gastell-nedd Port Talbot|o Gastell-nedd Port Talbot
Ceredigion|yng Ngheredigion|i Geredigion|o Geredigion
Conwy|yng Nghonwy|i Gonwy|o Gonwy
Gwynedd|yng Ngwynedd|i Wynedd|o Wynedd
Merthyr Tudful|ym Merthyr Tudful|i Ferthyr Tudful|o Ferthyr Tudful
Pen-y-bont ar Ogwr|ym Mhen-y-bont ar Ogwr|i Ben-y-bont ar Ogwr|o Ben-y-bont ar Ogwr
Powys|ym Mhowys|i Bowys|o Bowys
Rhondda Cynon Taf|yn Rhondda Cynon Taf|i Rondda Cynon Taf|o Rondda Cynon Taf
Sir Benfro|yn Sir Benfro|i Sir Benfro|o Sir Benfro
Sir Ddinbych|yn Sir Ddinbych|i Sir Ddinbych|o Sir Ddinbych
Sir Fynwy|yn Sir Fynwy|i Sir Fynwy|o Sir Fynwy
Sir Gaerfyrddin|yn Sir Gaerfyrddin|i Sir Gaerfyrddin|o Sir Gaerfyrddin
Sir y Fflint|yn Sir y Fflint|i Sir y Fflint|o Sir y Fflint
Torfaen|yn Nhorfaen|i Dorfaen|o Dorfaen
Wrecsam|yn Wrecsam|i Wrecsam|o Wrecsam
Ynys Môn|ar Ynys Môn|i Ynys Môn|o Ynys Môn
""".strip().splitlines()

TOWNS = """
Bangor|ym Mangor|i Fangor|o Fangor
Pontypridd|ym Mhontypridd|i Bontypridd|o Bontypridd
Tregaron|yn Nhregaron|i Dregaron|o Dregaron
Dolgellau|yn Nolgellau|i Ddolgellau|o Ddolgellau
Llanelli|yn Llanelli|i Lanelli|o Lanelli
Rhuthun|yn Rhuthun|i Ruthun|o Ruthun
Y Barri|yn y Barri|i’r Barri|o’r Barri
Y Bala|yn y Bala|i’r Bala|o’r Bala
Yr Eglwys Newydd|yn yr Eglwys Newydd|i’r Eglwys Newydd|o’r Eglwys Newydd
Cymru|yng Nghymru|i Gymru|o Gymru
""".strip().splitlines()


@pytest.mark.parametrize("row", COUNCILS + TOWNS)
def test_a_place_takes_the_mutation_of_in_to_and_from(welsh: Language, row: str) -> None:
    name, *expected = row.split("|")
    assert [welsh.write(Place(name), form) for form in ("yn", "i", "o")] == expected


def test_all_twenty_two_council_areas_are_in_the_table() -> None:
    assert len(COUNCILS) == 22


@pytest.mark.parametrize(("typed", "written"), [("Cardiff", "Caerdydd"), ("wrexham", "Wrecsam"), ("Barry", "Y Barri")])
def test_a_known_place_is_written_by_its_name_in_the_language(
    welsh: Language, english: Language, typed: str, written: str
) -> None:
    assert welsh.write(Place(typed)) == written
    assert english.write(Place(written)).casefold() == typed.casefold()


def test_a_place_of_no_list_stays_as_it_was_typed(welsh: Language) -> None:
    assert [welsh.write(Place("Birmingham"), form) for form in ("", "yn", "i", "o", "ger", "ac")] == [
        "Birmingham",
        "yn Birmingham",
        "i Birmingham",
        "o Birmingham",
        "ger Birmingham",
        "a Birmingham",
    ]


def test_a_place_given_in_welsh_follows_the_rule(welsh: Language) -> None:
    assert welsh.write(Place("Pentre Bach", given_in="cy"), "yn") == "ym Mhentre Bach"
    assert welsh.write(Place("Pentre Bach", given_in="en"), "yn") == "yn Pentre Bach"


def test_a_form_the_case_gives_is_written_as_it_is(welsh: Language) -> None:
    place = Place("Enlli", forms={"yn": "ar Enlli"})
    assert welsh.write(place, "yn") == "ar Enlli"
    assert welsh.write(place, "Yn") == "Ar Enlli"
    assert welsh.write(place, "o") == "o Enlli"


MUTATIONS = """
pen ben mhen phen
tad dad nhad thad
cath gath nghath chath
barn farn marn barn
drws ddrws nrws drws
gardd ardd ngardd gardd
llaw law llaw llaw
mam fam mam mam
rhan ran rhan rhan
chwaer chwaer chwaer chwaer
ffrind ffrind ffrind ffrind
ysgol ysgol ysgol ysgol
siop siop siop siop
haf haf haf haf
gêm gêm gêm gêm
braf braf braf braf
""".strip().splitlines()


@pytest.mark.parametrize("row", MUTATIONS)
def test_the_first_letter_mutates_as_the_table_says(welsh: Language, row: str) -> None:
    word, soft, nasal, aspirate = row.split()
    assert [mutate(welsh, word, how) for how in ("soft", "nasal", "aspirate")] == [soft, nasal, aspirate]


POSSESSIVES = {
    "father": "fy nhad i|dy dad di|ei dad e|ei thad hi|ein tad ni|eich tad chi|eu tad nhw",
    "school": "fy ysgol i|dy ysgol di|ei ysgol e|ei hysgol hi|ein hysgol ni|eich ysgol chi|eu hysgol nhw",
    "plan": "fy nghynllun i|dy gynllun di|ei gynllun e|ei chynllun hi|ein cynllun ni|eich cynllun chi|eu cynllun nhw",
}


@pytest.mark.parametrize("term", POSSESSIVES)
def test_a_possessive_mutates_the_word_and_echoes_after_it(welsh: Language, term: str) -> None:
    forms = ("fy", "dy", "ei_m", "ei_f", "ein", "eich", "eu")
    assert "|".join(welsh.write(Term(term), form) for form in forms) == POSSESSIVES[term]


@pytest.mark.parametrize(
    ("term", "form", "written"),
    [
        ("social-worker", "dy", "dy weithiwr cymdeithasol di"),
        ("social-worker", "eich", "eich gweithiwr cymdeithasol chi"),
        ("social-worker", "Dy", "Dy weithiwr cymdeithasol di"),
        ("social-worker", "ch", "’ch gweithiwr cymdeithasol chi"),
        ("foster-carer", "dy_heb", "dy ofalwr maeth"),
        ("foster-carer", "eich_heb", "eich gofalwr maeth"),
        ("girl", "y", "y ferch"),
        ("mother", "y", "y fam"),
        ("conference", "y", "y gynhadledd amddiffyn plant"),
        ("conference", "r", "’r gynhadledd amddiffyn plant"),
        ("complaint", "y", "y gŵyn"),
        ("complaint", "ac", "a chŵyn"),
        ("register", "y", "y gofrestr amddiffyn plant"),
        ("school", "y", "yr ysgol"),
        ("week", "y", "yr wythnos"),
        ("boy", "y", "y bachgen"),
        ("child", "y_plural", "y plant"),
        ("practitioner", "y_plural", "yr ymarferwyr"),
        ("doctor", "gan", "gan feddyg"),
        ("child", "i", "i blentyn"),
        ("family", "o", "o deulu"),
        ("grandfather", "ac", "a thad-cu"),
        ("father", "neu", "neu dad"),
        ("headteacher", "gyda", "gyda phennaeth"),
        ("advocate", "gyda", "gydag eiriolwr"),
        ("brother", "yn", "yn frawd"),
        ("child", "plural_meddal", "blant"),
        ("friend", "dy_plural", "dy ffrindiau di"),
    ],
)
def test_a_term_takes_the_form_its_sentence_asks_for(welsh: Language, term: str, form: str, written: str) -> None:
    assert welsh.write(Term(term), form) == written


@pytest.mark.parametrize(
    ("names", "and_", "or_"),
    [
        (["Siân"], "Siân", "Siân"),
        (["Siân", "Owain"], "Siân ac Owain", "Siân neu Owain"),
        (["Siân", "Carys"], "Siân a Carys", "Siân neu Carys"),
        (["Siân", "Huw", "Elin"], "Siân, Huw ac Elin", "Siân, Huw neu Elin"),
        (["Huw", "Tomos"], "Huw a Tomos", "Huw neu Tomos"),
        (["Mali", "Huw"], "Mali a Huw", "Mali neu Huw"),
        (["Mam", "Dad"], "Mam a Dad", "Mam neu Dad"),
        (["Nain", "Taid"], "Nain a Taid", "Nain neu Taid"),
        (["Mali", "Iwan"], "Mali ac Iwan", "Mali neu Iwan"),
        (["Mali", "Wyn"], "Mali a Wyn", "Mali neu Wyn"),
        (["Mali", "Wil"], "Mali a Wil", "Mali neu Wil"),
        (["Mali", "Ŵan"], "Mali ac Ŵan", "Mali neu Ŵan"),
    ],
)
def test_names_are_joined_and_never_mutate(welsh: Language, names: list[str], and_: str, or_: str) -> None:
    people = People(tuple(map(Name, names)))
    assert (welsh.write(people), welsh.write(people, "a"), welsh.write(people, "neu")) == (and_, and_, or_)


def test_and_before_a_list_looks_at_its_first_name(welsh: Language) -> None:
    assert welsh.write(People((Name("Elin"), Name("Huw"))), "ac") == "ac Elin a Huw"
    assert welsh.write(Name("Huw"), "ac") == "a Huw"


@pytest.mark.parametrize(
    ("items", "how", "written"),
    [
        ((Place("Bangor"), Place("Caerdydd")), "a", "Bangor a Chaerdydd"),
        ((Place("Gwynedd"), Place("Powys")), "a", "Gwynedd a Phowys"),
        ((Place("Bangor"), Place("Wrecsam")), "a", "Bangor a Wrecsam"),
        ((Place("Bangor"), Place("Y Barri")), "a", "Bangor a’r Barri"),
        ((Place("Bangor"), Place("Telford")), "a", "Bangor a Telford"),
        ((Term("mother"), Term("father")), "a", "mam a thad"),
        ((Term("mother"), Term("father")), "neu", "mam neu dad"),
        ((Name("Mam"), Term("school")), "a", "Mam ac ysgol"),
        ((Text("te"), Text("coffi")), "a", "te a coffi"),
        ((LanguageName("cy"), LanguageName("pl")), "a", "Cymraeg a Phwyleg"),
    ],
)
def test_things_mutate_only_where_they_are_ours(
    welsh: Language, items: tuple[Name | Place | Term | Text | LanguageName, ...], how: str, written: str
) -> None:
    assert welsh.write(Things(items), how) == written


SUNDAY = Date(datetime.date(2026, 11, 22))


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("", "22 Tachwedd 2026"),
        ("ar", "ar 22 Tachwedd 2026"),
        ("dydd", "ddydd Sul, 22 Tachwedd 2026"),
        ("noun", "dydd Sul, 22 Tachwedd 2026"),
        ("head", "Dydd Sul, 22 Tachwedd 2026"),
        ("Noun", "Dydd Sul, 22 Tachwedd 2026"),
        ("erbyn", "erbyn 22 Tachwedd 2026"),
        ("ers", "ers 22 Tachwedd 2026"),
        ("tan", "tan 22 Tachwedd 2026"),
        ("erbyn_dydd", "erbyn dydd Sul, 22 Tachwedd 2026"),
        ("tan_dydd", "tan ddydd Sul, 22 Tachwedd 2026"),
        ("ym_mis", "ym mis Tachwedd 2026"),
        ("dydd_wythnos", "ddydd Sul"),
        ("dydd_mis", "ddydd Sul, 22 Tachwedd"),
        ("bob", "bob dydd Sul"),
        ("numeric", "22/11/2026"),
    ],
)
def test_a_date_is_written_as_its_sentence_needs_it(welsh: Language, form: str, written: str) -> None:
    assert welsh.write(SUNDAY, form) == written


@pytest.mark.parametrize(
    ("first", "last", "bare", "o_i"),
    [
        ("2026-11-20", "2026-11-22", "20–22 Tachwedd 2026", "o 20 i 22 Tachwedd 2026"),
        ("2026-11-30", "2026-12-02", "30 Tachwedd – 2 Rhagfyr 2026", "o 30 Tachwedd i 2 Rhagfyr 2026"),
        (
            "2026-12-31",
            "2027-01-02",
            "31 Rhagfyr 2026 – 2 Ionawr 2027",
            "o 31 Rhagfyr 2026 i 2 Ionawr 2027",
        ),
        ("2026-11-20", "2026-11-20", "20 Tachwedd 2026", "ar 20 Tachwedd 2026"),
    ],
)
def test_a_span_of_days_says_nothing_twice(welsh: Language, first: str, last: str, bare: str, o_i: str) -> None:
    span = DateSpan(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
    assert (welsh.write(span), welsh.write(span, "o_i")) == (bare, o_i)


@pytest.mark.parametrize(
    ("clock", "bare", "am"),
    [
        ("15:30", "3.30 y prynhawn", "am 3.30 y prynhawn"),
        ("10:00", "10 y bore", "am 10 y bore"),
        ("09:05", "9.05 y bore", "am 9.05 y bore"),
        ("19:00", "7 y nos", "am 7 y nos"),
        ("12:00", "canol dydd", "am ganol dydd"),
        ("00:00", "canol nos", "am ganol nos"),
    ],
)
def test_a_time_is_told_as_people_tell_it(welsh: Language, clock: str, bare: str, am: str) -> None:
    time = Time(datetime.time.fromisoformat(clock))
    assert (welsh.write(time), welsh.write(time, "am"), welsh.write(time, "clock")) == (bare, am, clock)


COUNTED: list[tuple[str, str, dict[int, str]]] = [
    ("child", "", {0: "dim plant", 1: "1 plentyn", 2: "2 o blant", 3: "3 o blant", 12: "12 o blant"}),
    ("girl", "", {1: "1 ferch", 2: "2 o ferched"}),
    (
        "child",
        "figures",
        {1: "1 plentyn", 2: "2 blentyn", 3: "3 phlentyn", 4: "4 plentyn", 6: "6 phlentyn", 7: "7 plentyn"},
    ),
    ("conference", "figures", {2: "2 gynhadledd amddiffyn plant", 3: "3 cynhadledd amddiffyn plant"}),
    ("year", "", {1: "1 flwyddyn", 2: "2 flynedd", 3: "3 blynedd", 4: "4 blynedd", 5: "5 mlynedd", 6: "6 blynedd"}),
    ("year", "", {7: "7 mlynedd", 12: "12 mlynedd"}),
    ("day", "", {1: "1 diwrnod", 2: "2 ddiwrnod", 3: "3 diwrnod", 5: "5 diwrnod"}),
    ("working-day", "", {2: "2 ddiwrnod gwaith", 10: "10 diwrnod gwaith"}),
    ("month", "", {1: "1 mis", 2: "2 fis", 3: "3 mis"}),
    ("week", "", {1: "1 wythnos", 2: "2 wythnos", 6: "6 wythnos"}),
]


@pytest.mark.parametrize(("term", "form", "table"), COUNTED)
def test_a_number_mutates_what_it_counts(welsh: Language, term: str, form: str, table: dict[int, str]) -> None:
    assert {n: welsh.write(Count(n, Term(term)), form) for n in table} == table


@pytest.mark.parametrize(
    ("age", "written"),
    [
        (Age(7), "7 oed"),
        (Age(1), "1 oed"),
        (Age(3, "month"), "3 mis oed"),
        (Age(2, "month"), "2 fis oed"),
        (Age(6, "week"), "6 wythnos oed"),
    ],
)
def test_an_age_is_figures_and_oed(welsh: Language, age: Age, written: str) -> None:
    assert welsh.write(age) == written


@pytest.mark.parametrize(("code", "written"), [("cy", "yn Gymraeg"), ("en", "yn Saesneg"), ("pl", "yn Bwyleg")])
def test_in_a_language_is_soft_and_never_nasal(welsh: Language, code: str, written: str) -> None:
    assert welsh.write(LanguageName(code), "yn") == written


def test_a_language_has_a_name_in_every_language(welsh: Language, english: Language) -> None:
    assert (welsh.language_name("cy"), welsh.language_name("fr")) == ("Cymraeg", "Ffrangeg")
    assert (english.language_name("cy"), english.language_name("bsl")) == ("Welsh", "British Sign Language")


def test_numbers_are_grouped(welsh: Language) -> None:
    assert welsh.write(Number(1234)) == "1,234"


def test_welsh_alphabetical_order_knows_its_double_letters(welsh: Language) -> None:
    names = ["Lisa", "Llinos", "Lowri", "Robert", "Rhys", "Angharad", "Alun", "Carys", "Charlie", "Cled", "Dafydd"]
    assert sorted(names, key=welsh.sort_key) == [
        *("Angharad", "Alun", "Carys", "Cled", "Charlie", "Dafydd"),
        *("Lisa", "Lowri", "Llinos", "Robert", "Rhys"),
    ]


def test_two_signs_that_are_two_letters_are_sorted_apart(welsh: Language) -> None:
    assert sorted(["Bala", "Bangor", "Banwy"], key=welsh.sort_key) == ["Bala", "Bangor", "Banwy"]


def test_accents_do_not_count_in_the_order(welsh: Language) -> None:
    assert sorted(["tŷb", "tya", "tyc"], key=welsh.sort_key) == ["tya", "tŷb", "tyc"]


@pytest.mark.parametrize(
    ("adult", "several", "register"), [(False, False, "ti"), (False, True, "chi"), (True, False, "chi")]
)
def test_a_child_is_ti_and_an_adult_or_several_are_chi(
    welsh: Language, adult: bool, several: bool, register: str
) -> None:
    assert welsh.default_register(adult, several) == register


@pytest.mark.parametrize("value", [Name("Carys"), Text("coffi"), Age(7), SUNDAY])
def test_a_form_the_kind_of_value_has_not_is_refused(welsh: Language, value: Value) -> None:
    with pytest.raises(CatalogueError) as caught:
        welsh.write(value, "trwynol")
    assert [finding.code for finding in caught.value.findings] == ["words-unknown-form"]
    assert "Carys" not in str(caught.value)
    assert "coffi" not in str(caught.value)


def test_free_text_is_written_as_it_was_typed(welsh: Language) -> None:
    assert welsh.write(Text("caled iawn, {name} & co")) == "caled iawn, {name} & co"
