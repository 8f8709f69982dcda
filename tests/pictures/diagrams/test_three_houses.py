"""The Three Houses hold the child's words, and grow with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import dystori
from dystori.formats.fonts import width
from dystori.house import House as Founders
from dystori.pictures.diagrams import House, houses
from dystori.tree import Box, Content, Drawing, Figure, lines_of, plain, walk

SORTS: Any = ("worries", "good", "dreams")


def drawn(*words: tuple[str, ...], letters: float = 18) -> Drawing | None:
    return houses([House(sort, sort, said) for sort, said in zip(SORTS, words, strict=True)], width, letters)


def test_each_house_has_its_name_and_the_words_in_it(see: Any) -> None:
    said = see(drawn(("A door.",), ("Porridge.",), ("Three beds.",))).words
    assert all(one in said for one in (*SORTS, "A door.", "Porridge.", "Three beds."))


def test_a_room_grows_with_its_words_and_all_houses_with_the_fullest() -> None:
    little = drawn(("A door.",), (), ())
    more = drawn(("A door.", "A dog that barks at the door all night long."), (), ())
    assert little is not None
    assert more is not None
    assert more.height > little.height


def test_a_word_that_fits_no_house_beside_another_has_houses_one_under_the_other(see: Any) -> None:
    word = "Llanfairpwllgwyngyllgogery"
    assert word in see(drawn((word,), (), ())).words


def test_more_words_than_a_picture_holds_are_left_to_a_list() -> None:
    assert drawn(tuple("A dog that barks at the door all night long." for _ in range(20)), (), ()) is None


@given(
    st.lists(
        st.lists(st.sampled_from(["A door.", "Porridge with Mam.", "Tri gwely"]), max_size=3), min_size=3, max_size=3
    )
)
def test_whatever_the_words_nothing_overlaps_and_nothing_is_cut(see: Any, words: list[list[str]]) -> None:
    seen = see(drawn(*map(tuple, words)))
    assert (seen.overlapping, seen.cut) == ([], [])


@pytest.fixture
def note(root: Path) -> dict[str, Any]:
    data = yaml.load((root / "examples" / "interpreter.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


def letter(house: Founders, data: dict[str, Any], root: Path, *languages: str) -> tuple[Content, ...]:
    case = house.load(data, dystori.PictureShelf(root / "examples"))
    wanted = dystori.Wanted(kinds=["case-note"], parts=["letter"], languages=languages)
    return house.compose(house.editions(case, wanted)[0]).contents


def houses_of(content: Content) -> list[Figure]:
    inside = [one for block in walk(content.blocks) if isinstance(block, Box) for one in block.blocks]
    return [one for one in inside if isinstance(one, Figure) and one.key.endswith("three-houses")]


def test_a_letter_draws_the_houses_in_each_of_its_languages(
    house: Founders, note: dict[str, Any], root: Path, see: Any
) -> None:
    welsh, english = (houses_of(content)[0] for content in letter(house, note, root, "cy+en"))
    assert "Tŷ Poeni" in see(welsh.picture).words
    assert "House of Worries" in see(english.picture).words


def test_the_words_of_the_picture_are_all_of_the_child_s_words_and_stand_nowhere_else(
    house: Founders, note: dict[str, Any], root: Path
) -> None:
    (content,) = letter(house, note, root, "en")
    (figure,) = houses_of(content)
    assert "House of Dreams: “Baba is home.”" in plain(figure.alt)
    told = [plain(line) for block in content.blocks for line in lines_of(block)]
    assert sum("Baba is home." in one for one in told) == 1


def test_words_kept_back_are_in_no_house(house: Founders, note: dict[str, Any], root: Path, see: Any) -> None:
    note.setdefault("withheld", []).append(
        {
            "item": "documents.0.direct_work.houses.good.1",
            "from": ["yusuf"],
            "reason": "third-party",
            "because": {"en": "Said about somebody else.", "cy": "Am rywun arall."},
            "decided_by": "grace",
            "decided_on": "2026-11-26",
            "review_on": "2027-02-26",
        }
    )
    (content,) = letter(house, note, root, "en")
    (figure,) = houses_of(content)
    assert "Tom at school" not in see(figure.picture).words + plain(figure.alt)
