"""What is kept back from somebody on the distribution list leaves no template standing over a hole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import dystori
from dystori.house import House

EXAMPLES = Path(__file__).parents[2] / "examples"


def copy(house: House, example: str, part: str, *items: str) -> str:
    """Return the copy of an example that somebody gets from whom these are kept back."""
    data: Any = yaml.load((EXAMPLES / f"{example}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    data["people"]["reader"] = {"kind": "other", "name": "Somebody Else"}
    if example in ("mali", "osian"):
        data["documents"][0]["interpreted"] = {"by": "reader", "language": "fr"}
    data["documents"][0]["copies"] = [{"to": "reader", "part": part}]
    worker = next(who for who, person in data["people"].items() if person["kind"] == "practitioner")
    held = {"from": ["reader"], "reason": "safety", "because": "A reason.", "decided_by": worker}
    data["withheld"] = [held | {"item": item, "review_on": "2027-05-01"} for item in items]
    case = house.load(data, dystori.PictureShelf(EXAMPLES))
    wanted = dystori.Wanted(documents=[data["documents"][0]["id"]], parts=[part], reader="reader", languages=["en"])
    [document, *_] = house.render(case, wanted, ["txt"])
    return document.data.decode()


def test_a_file_strip_without_a_childs_languages_has_no_line_of_them(house: House) -> None:
    assert "Languages" in copy(house, "mali", "file-strip")
    assert "Languages" not in copy(house, "mali", "file-strip", "people.mali.languages")


@pytest.mark.parametrize("example", ["mali", "osian"])
def test_a_letter_that_may_not_name_the_interpreter_speaks_of_none(house: House, example: str) -> None:
    assert "Somebody Else" in copy(house, example, "letter")
    assert "Somebody Else" not in copy(house, example, "letter", "documents.0.interpreted.by")


def test_a_joint_record_names_the_children_whose_names_are_left(house: House, nets: None) -> None:
    facts = copy(house, "conference", "outcome", "people.macsen.name", "people.macsen.known_as").split("Contents")[0]
    assert "Lleucu" in facts
    assert "Macsen" not in facts
