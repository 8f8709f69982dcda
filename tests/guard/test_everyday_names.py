"""Somebody kept back is called as a month, the snow or a valley is: a good letter is not stopped for the word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import dystori
from dystori.house import House

EXAMPLES = Path(__file__).parents[2] / "examples"


def letter(house: House, mali: dict[str, Any], called: str, cy: str, en: str) -> None:
    """Make a letter that says something, from which somebody called so is kept back."""
    mali["people"]["other"] = {"kind": "family", "name": f"{called} Pritchard", "known_as": called}
    mali["documents"][0]["meaning"] = {"cy": cy, "en": en}
    held = {"item": "people.other", "from": ["mali"], "reason": "safety", "because": "A reason.", "decided_by": "sian"}
    mali["withheld"] = [held | {"review_on": "2027-05-01"}]
    wanted = dystori.Wanted(documents=["visit-november"], parts=["letter"], languages=["cy+en"])
    list(house.render(house.load(mali, dystori.PictureShelf(EXAMPLES)), wanted, ["txt", "html", "docx"]))


@pytest.mark.parametrize(
    ("called", "cy", "en"),
    [
        ("May", "Fe ddechreuodd ar 3 Mai 2026.", "It began in May, on 3 May 2026. You may ask."),
        ("Mai", "Fe ddechreuodd ym mis Mai.", "It began in May."),
        ("Eira", "Eira oedd ym mhobman. Rwyt ti’n hoffi eira.", "There was snow."),
        ("Bob", "Bob dydd Sul rwyt ti’n canu. Rwyt ti’n dod bob tro.", "You sing every Sunday."),
        ("Glyn", "Mae’r glyn yn wyrdd.", "The valley is green."),
        ("Will", "Da iawn.", "Will you come again? I will ring."),
    ],
)
def test_the_word_stops_no_letter(house: House, mali: dict[str, Any], called: str, cy: str, en: str) -> None:
    letter(house, mali, called, cy, en)


@pytest.mark.parametrize(
    ("called", "cy", "en"),
    [
        ("May", "Da iawn.", "You went with May Pritchard."),
        ("Eira", "Fe est ti gydag Eira i nofio.", "You went swimming."),
        ("Bob", "Mae ei frawd, Bob, yn dod.", "His brother is coming."),
        ("Glyn", "Fe welaist ti Glyn.", "You were out."),
        ("Will", "Da iawn.", "You saw Will’s car."),
        ("Eira", "Eira Pritchard oedd yno.", "Somebody was there."),
    ],
)
def test_the_name_stops_it(house: House, mali: dict[str, Any], called: str, cy: str, en: str) -> None:
    with pytest.raises(dystori.CaseError) as error:
        letter(house, mali, called, cy, en)
    assert {one.code for one in error.value.findings} <= {"withheld_shows", "guard_stopped"}
