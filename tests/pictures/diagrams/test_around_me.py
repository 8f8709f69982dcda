"""A child's safety plan shows the child in the middle of those who help."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import dystori
from dystori.house import House
from dystori.tree import Box, Figure, plain, walk


@pytest.fixture
def plan(root: Path) -> dict[str, Any]:
    data = yaml.load((root / "examples" / "story-arm.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


def circles(house: House, data: dict[str, Any], root: Path) -> list[Figure]:
    case = house.load(data, dystori.PictureShelf(root / "examples"))
    edition = house.editions(case, dystori.Wanted(parts=["safety-plan"], languages=["en"]))[0]
    blocks = house.compose(edition).contents[0].blocks
    inside = [one for block in walk(blocks) if isinstance(block, Box) for one in block.blocks]
    return [one for one in inside if isinstance(one, Figure)]


def test_everybody_who_helps_stands_round_the_child_by_the_child_s_word_for_them(
    house: House, plan: dict[str, Any], root: Path, see: Any
) -> None:
    (circle,) = circles(house, plan, root)
    assert {one.text for one in see(circle.picture).lines} == {"Poppy", "Nan", "Mr Bello", "Tom"}
    assert see(circle.picture).overlapping == []


def test_the_names_are_read_out_once_where_the_numbers_stand_too(
    house: House, plan: dict[str, Any], root: Path
) -> None:
    (circle,) = circles(house, plan, root)
    assert plain(circle.alt) == "Poppy in the middle, in a circle of the people who are named here."


def test_one_helper_alone_is_no_circle(house: House, plan: dict[str, Any], root: Path) -> None:
    plan["documents"][0]["network"] = plan["documents"][0]["network"][:1]
    assert circles(house, plan, root) == []
