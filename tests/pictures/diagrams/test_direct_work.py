"""The Safety House, ties, safety circles and a story line: all that is said is in them, and nothing runs over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import dystori
from dystori.findings import CaseError
from dystori.formats.fonts import width
from dystori.house import House
from dystori.pictures import Person
from dystori.pictures.diagrams import (
    LARGE_LETTERS,
    LETTERS,
    Around,
    Happened,
    Ring,
    circles,
    safety_house,
    story_line,
    ties,
)
from dystori.tree import Box, Content, Drawing, Figure, lines_of, plain, walk
from dystori_schemas.direct_work import MOST_TIES, Bond, Way
from dystori_schemas.scenes import Feeling

PERSON = Person()
SPOTS: Any = ("rules", "inside", "visits", "outside", "path")
WORDS = st.lists(st.sampled_from(["Mam", "gweithiwr", "cymdeithasol", "Nobody", "shouts", "at", "night."]), min_size=1)
SAID = WORDS.map(" ".join)
NAMES = st.sampled_from(["Mam", "Mam-gu", "Gweithiwr cymdeithasol", "côr y capel", "the after-school club"])
SIZES = st.sampled_from([LETTERS, LARGE_LETTERS])


def fits(see: Any, drawing: Drawing | None) -> None:
    if drawing is not None:
        seen = see(drawing)
        assert (seen.overlapping, seen.cut) == ([], [])
        assert drawing.height <= 550


@settings(max_examples=40)
@given(st.lists(st.lists(SAID, max_size=3), min_size=5, max_size=5), SIZES)
def test_no_words_of_a_safety_house_run_over(see: Any, said: list[list[str]], size: float) -> None:
    rooms = {spot: (f"The {spot}", tuple(words)) for spot, words in zip(SPOTS, said, strict=True)}
    fits(see, safety_house(rooms, width, size))


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.booleans(), NAMES, st.sampled_from(list(Bond)), st.none() | st.sampled_from(list(Way))),
        min_size=1,
        max_size=MOST_TIES,
    ),
    SIZES,
)
def test_whoever_is_around_a_child_nobody_s_name_runs_over(see: Any, people: Any, size: float) -> None:
    around = [Around(PERSON if known else None, name, bond, way) for known, name, bond, way in people]
    fits(see, ties(PERSON, "Mali", around, width, size))


@settings(max_examples=40)
@given(st.lists(st.lists(st.tuples(st.booleans(), NAMES), max_size=6), min_size=3, max_size=3), SIZES)
def test_whoever_is_in_the_circles_nobody_s_name_runs_over(see: Any, found: Any, size: float) -> None:
    rings = [
        Ring(f"Circle {at}", tuple((PERSON if known else None, name) for known, name in people))
        for at, people in enumerate(found)
    ]
    fits(see, circles(PERSON, "Mali", rings, width, size))


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["", "Summer"]), SAID, SAID), max_size=12), SIZES)
def test_a_story_line_shows_every_moment_once_and_in_order(see: Any, given_: Any, size: float) -> None:
    moments = [
        Happened(day, f"{at}a {what}", f"{at}b {felt}", Feeling.SAD) for at, (day, what, felt) in enumerate(given_)
    ]
    made = story_line(PERSON, moments, ("What happened", "What it was like"), width, size)
    for drawing, _ in made:
        fits(see, drawing)
    if made:
        assert sum(count for _, count in made) == len(moments)
        first = [one.text for drawing, _ in made for one in see(drawing).lines]
        starts = [word for text in first for word in text.split() if word[:-1].isdigit()]
        assert starts == [f"{at}{side}" for at in range(len(moments)) for side in "ab"]


def test_ties_differ_by_shape_so_that_they_do_without_colour() -> None:
    lines = {bond: ties(PERSON, "Mali", [Around(None, "x", bond)], width) for bond in Bond}
    assert len({one.inner for one in lines.values() if one}) == len(Bond)
    assert all("#211715" in one.inner for one in lines.values() if one)


def test_help_has_an_arrow_at_the_end_it_goes_to() -> None:
    arrows = {way: ties(PERSON, "Mali", [Around(None, "x", help=way)], width) for way in (None, *Way)}
    assert len({one.inner for one in arrows.values() if one}) == len(Way) + 1


def test_a_moment_too_long_for_a_picture_leaves_the_line_to_a_list() -> None:
    assert story_line(PERSON, [Happened("", "word " * 400)], ("a", "b"), width) == []


@pytest.fixture
def note(root: Path) -> dict[str, Any]:
    data = yaml.load((root / "examples" / "interpreter.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


def letter(house: House, data: dict[str, Any], root: Path, *languages: str) -> tuple[Content, ...]:
    case = house.load(data, dystori.PictureShelf(root / "examples"))
    wanted = dystori.Wanted(kinds=["case-note"], parts=["letter"], languages=languages)
    return house.compose(house.editions(case, wanted)[0]).contents


def figures(content: Content, name: str) -> list[Figure]:
    inside = [one for block in walk(content.blocks) if isinstance(block, Box) for one in block.blocks]
    return [one for one in inside if isinstance(one, Figure) and name in one.key]


def test_the_words_of_a_picture_say_all_of_it_in_each_language(
    house: House, note: dict[str, Any], root: Path, see: Any
) -> None:
    welsh, english = letter(house, note, root, "cy+en")
    (tied,) = figures(english, "ties")
    assert "Mama: a strong tie, help goes here." in plain(tied.alt)
    assert "cousins in Homs: a broken tie." in plain(tied.alt)
    assert "y feddygfa: cysylltiad anodd." in plain(figures(welsh, "ties")[0].alt)
    said = " ".join(plain(one.alt) for one in figures(english, "line"))
    assert "September: Mama was ill. You told the doctor what was wrong. What it was like: I was scared" in said
    assert "The face: frightened." in said
    assert "Yr wyneb: ofnus." in " ".join(plain(one.alt) for one in figures(welsh, "line"))


def test_a_story_line_is_in_pieces_that_two_languages_share(house: House, note: dict[str, Any], root: Path) -> None:
    pieces = [[one.key for one in figures(content, "line")] for content in letter(house, note, root, "cy+en")]
    assert pieces[0] == pieces[1]
    assert len(pieces[0]) == 2


def test_what_is_too_much_for_a_picture_is_a_list(house: House, note: dict[str, Any], root: Path) -> None:
    note["documents"][0]["direct_work"]["story_line"] = [{"happened": "Long. " * 300}]
    (content,) = letter(house, note, root, "en")
    assert not figures(content, "line")
    told = [plain(line) for block in content.blocks for line in lines_of(block)]
    assert any("Long. Long." in one for one in told)


def test_somebody_kept_back_is_in_no_picture_of_those_around(
    house: House, note: dict[str, Any], root: Path, see: Any
) -> None:
    note["documents"][0]["direct_work"]["circles"] = {"inner": [{"who": "mama"}, {"who": "baba"}], "outer": []}
    note["withheld"] = [
        {"item": f"documents.0.direct_work.{where}", "from": ["yusuf"], "reason": "third-party",
         "because": {"en": "His.", "cy": "Ei fusnes e."}, "decided_by": "grace", "review_on": "2027-02-26"}
        for where in ("ties.1", "circles.inner.1")
    ]  # fmt: skip
    (content,) = letter(house, note, root, "en")
    for name in ("ties", "circles"):
        (figure,) = figures(content, name)
        assert "Baba" not in see(figure.picture).words + plain(figure.alt)
        assert "Mama" in see(figure.picture).words + plain(figure.alt)


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ({"ties": [{"who": "mama", "name": "Mama", "bond": "strong"}]}, "helper_who"),
        ({"story_line": [{"on": "2026-01-01", "when": "then", "happened": "x"}]}, "moment_when"),
    ],
)
def test_what_is_said_twice_is_a_fault_with_words(
    house: House, note: dict[str, Any], root: Path, field: dict[str, Any], code: str
) -> None:
    note["documents"][0]["direct_work"].update(field)
    with pytest.raises(CaseError) as error:
        house.load(note, dystori.PictureShelf(root / "examples"))
    assert [one.code for one in error.value.findings] == [code]
    assert all(house.say(error.value.findings[0], language).message for language in house.languages.codes)
