"""A scale shows every mark by name and number, then and now, and both ends in words."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

import dystori
from dystori.formats.fonts import width
from dystori.house import House
from dystori.pictures.diagrams import Mark, scale
from dystori.pictures.people import Person
from dystori.tree import Box, Content, Drawing, Figure, lines_of, plain, walk

ENDS = ("scared every day", "safe every day")


def drawn(*marks: tuple[str, int] | tuple[str, int, str]) -> Drawing:
    return scale([Mark(who, Person(), who, mark, *day) for who, mark, *day in marks], *ENDS, width)


def test_everybody_has_their_name_and_number_and_both_ends_their_words(see: Any) -> None:
    said = see(drawn(("Mam", 5), ("Dad", 3), ("Elen", 3))).words
    assert all(one in said for one in ("Mam 5", "Dad 3", "Elen 3", *ENDS))


def test_every_number_from_0_to_10_stands_on_the_line(see: Any) -> None:
    on_line = [one for one in see(drawn(("Mam", 5))).lines if one.text.isdecimal()]
    assert [one.text for one in on_line] == [str(number) for number in range(11)]
    assert len({one.y for one in on_line}) == 1
    assert len({round(after.x - before.x) for before, after in pairwise(on_line)}) == 1


def test_marks_near_each_other_go_up_in_steps(see: Any) -> None:
    names = [one for one in see(drawn(("Mam", 3), ("Dad", 3), ("Elen", 4))).lines if " " in one.text][:3]
    assert len({one.y for one in names}) == 3


def test_who_marked_twice_has_a_hollow_dot_then_and_an_arrow_to_now() -> None:
    then_and_now, only_now = drawn(("Mali", 3), ("Mali", 9)).inner, drawn(("Mali", 3), ("Nain", 9)).inner
    hollow = 'fill="#FFFFFF" stroke="#211715" stroke-width="3.5"'
    assert hollow in then_and_now
    assert hollow not in only_now


def test_a_long_name_is_broken_and_never_cut(see: Any) -> None:
    picture = drawn(("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", 0), ("Wncwl Dafydd o Danybryn", 10))
    assert not see(picture).cut
    assert "Dafydd" in see(picture).words


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Mam", "Dad", "Mam-gu Tanybryn", "Gweithiwr Cymdeithasol", "Osian"]),
            st.integers(0, 10),
            st.sampled_from(["", "12 Chwefror 2027", "29 September 2026"]),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_whatever_the_marks_nothing_overlaps_and_nothing_is_cut(see: Any, marks: list[tuple[str, int, str]]) -> None:
    picture = drawn(*marks)
    assert (see(picture).overlapping, see(picture).cut) == ([], [])


def composed(house: House, data: dict[str, Any], part: str, reader: str, root: Path) -> Content:
    wanted = dystori.Wanted(parts=[part], languages=["en"], reader=reader)
    case = house.load(data, dystori.PictureShelf(root / "examples"))
    return house.compose(house.editions(case, wanted)[0]).contents[0]


def scale_of(content: Content) -> Figure:
    """Return the first scale of a document: it stands with its question in a box that no page parts."""
    boxes = [one.blocks for one in walk(content.blocks) if isinstance(one, Box)]
    figures = [one for blocks in boxes for one in blocks if isinstance(one, Figure)]
    return next(one for one in figures if not one.key.endswith(("-safety", "-ties", "-circles")))


def test_the_words_of_the_picture_say_every_mark_and_nothing_says_it_twice(
    house: House, mali: dict[str, Any], root: Path
) -> None:
    content = composed(house, mali, "statement", "file", root)
    said = plain(scale_of(content).alt)
    assert all(one in said for one in (*ENDS, "3, on 10 September 2026", "9, on 12 February 2027"))
    told = [plain(line) for block in content.blocks for line in lines_of(block)]
    assert [one for one in told if "scared every day" in one] == [said]


def test_where_a_table_gives_the_reasons_the_picture_does_not_read_the_marks_out_as_well(
    house: House, root: Path
) -> None:
    content = composed(house, example(root), "report", "file", root)
    assert "the same marks are in the table below" in plain(scale_of(content).alt)


def test_a_mark_kept_back_is_not_drawn(house: House, root: Path, see: Any) -> None:
    data = example(root)
    data["withheld"] = [
        {
            "item": "documents.0.report.scales.0.marks.0",
            "from": ["dad"],
            "reason": "third-party",
            "because": {"en": "Hers to say.", "cy": "Ei lle hi yw dweud."},
            "decided_by": "elen",
            "decided_on": "2026-11-09",
            "review_on": "2027-02-09",
        }
    ]
    for_dad = see(scale_of(composed(house, data, "report", "dad", root)).picture).words
    assert "Iwan Prys 3" in for_dad
    assert "Catrin Prys" not in for_dad


def example(root: Path) -> dict[str, Any]:
    data = yaml.load((root / "examples" / "conference.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data
