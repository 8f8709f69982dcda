"""A family tree of six families, from simple to tangled: no lines cross, and everybody has their sign and name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import dystori
from dystori.formats.fonts import width
from dystori.house import House
from dystori.pictures.diagrams import Couple, Family, Relative, Tie, genogram
from dystori.pictures.diagrams.genogram import stood
from dystori.pictures.diagrams.lines import plan
from dystori.tree import Drawing, Figure, plain, walk

_SIGNS = {"m": "square", "f": "circle", "o": "diamond", "u": "triangle"}
_TIES: dict[str, Tie] = {"~": "adopted", ".": "fostered"}


def family(people: str, couples: str, *homes: str) -> Family:
    """Return a family written short: ``Beca f* 9`` (whom it is about), ``Mam Dad // > Beca ~Sam .Jo``."""
    everybody = []
    for one in people.split(","):
        name, mark, *age = one.split()
        sign: Any = _SIGNS[mark[0]]
        everybody.append(Relative(name, name, sign, "".join(age), "x" in mark, "*" in mark))
    pairs = []
    for one in couples.split(";"):
        partners, _, children = one.replace("//", "").partition(">")
        ties: list[tuple[str, Tie]] = [
            (child[1:], _TIES[child[0]]) if child[0] in _TIES else (child, "born") for child in children.split()
        ]
        pairs.append(Couple(tuple(partners.split()), tuple(ties), "//" in one))
    return Family(tuple(everybody), tuple(pairs), tuple(frozenset(home.split()) for home in homes))


FAMILIES = {
    "three generations": family("Mali f* 7, Catrin f 31, Nesta f 60", "Catrin > Mali; Nesta > Catrin", "Mali Nesta"),
    "parted parents": family(
        "Mam f 40, Dad m 42, Ifan m* 6, Mari f* 9, Gwen f 12", "Mam Dad // > Ifan Mari Gwen", "Mam Ifan Mari Gwen"
    ),
    "half brother, half sister, unborn": family(
        "Ada u*, Leo m 5, Grace f 23, Tyler m 25, Sean m 30, Mia f 8, Kim f 28, Blessing f 50, Joseph mx",
        "Grace Tyler > Ada; Grace Sean // > Leo; Tyler Kim // > Mia; Blessing Joseph > Grace",
        "Grace Leo",
    ),
    "adopted": family(
        "Sam o* 11, Jo f 14, Ruth f 45, Ann f 47, Dee f 33, Col m 35, Peg f 70, Tom m 72",
        "Dee Col // > Sam Jo; Ruth Ann > ~Sam; Peg Tom > Ruth",
        "Sam Ruth Ann",
    ),
    "fostered apart": family(
        "Beca f* 9, Twm m 12, Lowri f 34, Huw m 36, Nain f 62, Taid m 64, Carys f 50, Emyr m 52, Dewi m 40",
        "Lowri Huw // > Twm Beca; Lowri Dewi; Nain Taid > Lowri .Twm; Carys Emyr > .Beca",
        "Beca Carys Emyr",
        "Twm Nain Taid",
    ),
    "tangled": family(
        "Kai m* 10, Zoe f 13, Ben m 4, Ivy f 2, Max m 16, Lily f 8, Mum f 36, Dad m 38, Step m 33, Jen f 35, "
        "Rob m 40, Gran f 65, Grandad mx, Nana f 63, Pops m 66",
        "Mum Dad // > Zoe Kai; Mum Step > Ben Ivy; Dad Jen > Lily; Jen Rob // > Max; Gran Grandad > Mum; "
        "Nana Pops > Dad",
        "Mum Step Kai Zoe Ben Ivy",
        "Dad Jen Lily Max",
    ),
}
#: More people in one generation than have room for their names side by side.
CROWDED = {
    "nine children": family(
        "Mam f 40, Dad m 44, Angharad f 16, Gwilym m 15, Llinos f 14, Bedwyr m* 13, Non f 12, Macsen m 11, Ffion f 10, "
        "Iestyn m 9, Branwen f 8",
        "Mam Dad > Angharad Gwilym Llinos Bedwyr Non Macsen Ffion Iestyn Branwen",
        "Mam Dad Non Macsen Ffion Iestyn Branwen",
    ),
    "twelve cousins": family(
        "Nain fx, Taid m 80, Mam f 40, Dad m 44, Anti f 39, Yncl m 41, Carys f 38, Steffan m 36, Angharad f 16, "
        "Gwilym m 15, Llinos f 14, Bedwyr m* 13, Non f 12, Macsen m 11, Ffion f 10, Iestyn m 9, Branwen f 8, "
        "Gruffudd m 7, Heledd f 6, Tecwyn m 5",
        "Nain Taid > Mam Anti Steffan; Mam Dad // > Angharad Gwilym Llinos Bedwyr; Anti Yncl > Non Macsen "
        "Ffion Iestyn; Carys Steffan > Branwen Gruffudd Heledd Tecwyn",
        "Mam Angharad Gwilym Llinos Bedwyr",
    ),
}
every_family = pytest.mark.parametrize("name", FAMILIES)


def drawn(one: Family) -> Drawing:
    found = genogram(one, width)
    assert found is not None
    return found


def crossings(one: Family) -> int:
    size = {person.who: (60.0, 66.0) for person in one.people}
    return plan(one, stood(one, size), size, 600).crossings()


@every_family
def test_no_lines_cross(name: str) -> None:
    assert crossings(FAMILIES[name]) == 0


@every_family
def test_everybody_has_a_name_that_nothing_covers_or_cuts(name: str, see: Any) -> None:
    seen = see(drawn(FAMILIES[name]))
    assert all(person.label in seen.words for person in FAMILIES[name].people)
    assert (seen.overlapping, seen.cut) == ([], [])


@pytest.mark.parametrize("name", CROWDED)
def test_a_full_generation_has_its_names_whole_by_turns_higher_and_lower(name: str, see: Any) -> None:
    one = CROWDED[name]
    seen = see(drawn(one))
    names = {line.text: line for line in seen.lines}
    assert all(person.label in names for person in one.people)
    assert (seen.overlapping, seen.cut) == ([], [])
    assert len({names[child].y for child in ("Angharad", "Gwilym", "Llinos", "Bedwyr", "Non", "Macsen")}) == 2
    assert crossings(one) == 0


@every_family
def test_letters_print_at_ten_points_across_a_column(name: str, see: Any) -> None:
    picture = genogram(FAMILIES[name], width, 17)
    assert picture is not None
    to_points = min(125.5 / picture.width, 102 / picture.height) / 0.3528
    assert min(one.size for one in see(picture).lines) * to_points >= 10


def test_the_same_family_is_drawn_the_same() -> None:
    assert genogram.__wrapped__(FAMILIES["tangled"], width) == genogram.__wrapped__(FAMILIES["tangled"], width)


def test_an_adoption_is_dashed_and_a_birth_is_not() -> None:
    adopted = drawn(FAMILIES["adopted"]).inner.count("<path")
    born = drawn(
        family(
            "Sam o* 11, Jo f 14, Ruth f 45, Ann f 47, Dee f 33, Col m 35, Peg f 70, Tom m 72",
            "Dee Col // > Sam Jo; Ruth Ann > Sam; Peg Tom > Ruth",
            "Sam Ruth Ann",
        )
    ).inner.count("<path")
    assert adopted > born


def test_who_is_tied_to_nobody_is_not_in_the_tree(see: Any) -> None:
    seen = see(drawn(family("Mali f* 7, Catrin f, Siân f", "Catrin > Mali")))
    assert "Siân" not in seen.words


def test_a_child_alone_has_no_tree() -> None:
    assert genogram(family("Mali f* 7, Catrin f", "Catrin >"), width) is None


@settings(max_examples=20)
@given(st.data())
def test_whatever_the_family_everybody_is_in_the_tree_once(see: Any, data: st.DataObject) -> None:
    names = "abcdefgh"[: data.draw(st.integers(2, 8))]
    people = tuple(Relative(one, f"Name {one}", focus=one == "a") for one in names)
    couples: list[Couple] = []
    for at, child in enumerate(names[:-1]):
        older = st.lists(st.sampled_from(names[at + 1 :]), min_size=1, max_size=2, unique=True)
        tie: Tie = data.draw(st.sampled_from(("born", "adopted", "fostered")))
        couples.append(Couple(tuple(data.draw(older)), ((child, tie),)))
    picture = genogram(Family(people, tuple(couples), (frozenset(names[:2]),)), width)
    assert picture is not None
    labels = [one.text for one in see(picture).lines if one.text.startswith("Name")]
    assert len(labels) == len(set(labels))
    assert not see(picture).cut


def tree_of(house: House, data: dict[str, Any], reader: str, root: Path) -> Figure:
    case = house.load(data, dystori.PictureShelf(root / "examples"))
    wanted = dystori.Wanted(parts=["report"], languages=["en"], reader=reader)
    content = house.compose(house.editions(case, wanted)[0]).contents[0]
    return next(one for one in walk(content.blocks) if isinstance(one, Figure) and "family-tree" in one.key)


@pytest.fixture
def conference(root: Path) -> dict[str, Any]:
    data = yaml.load((root / "examples" / "conference.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


def test_a_report_shows_the_tree_and_says_it(house: House, conference: dict[str, Any], root: Path, see: Any) -> None:
    tree = tree_of(house, conference, "file", root)
    said = plain(tree.alt)
    assert "Macsen" in see(tree.picture).words
    assert "Parted: " in said
    assert "Died: Olwen Rees." in said
    assert "Living together: Osian Rhys Prys and Eirlys Prys." in said


def test_somebody_kept_back_is_in_neither_the_tree_nor_its_words(
    house: House, conference: dict[str, Any], root: Path, see: Any
) -> None:
    conference["withheld"] = [
        {
            "item": "people.olwen",
            "from": ["dad"],
            "reason": "third-party",
            "because": {"en": "Hers alone.", "cy": "Ei busnes hi."},
            "decided_by": "elen",
            "decided_on": "2026-11-09",
            "review_on": "2027-02-09",
        }
    ]
    tree = tree_of(house, conference, "dad", root)
    assert "Olwen" not in see(tree.picture).words + plain(tree.alt)
    assert "Catrin" in plain(tree.alt)
