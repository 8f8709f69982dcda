"""What the tests of rules about words share: a case with some texts changed, and what is marked in its documents."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from dystori.editions import Wanted
from dystori.findings import Finding
from dystori.house import House
from dystori.pictures import PictureShelf
from dystori.practice import Page, PlainWords, check_page, profile_of, read_plain_words
from dystori.reading import Case

EXAMPLES = Path(__file__).parents[2] / "examples"


class Marking:
    """Changes texts of an example and says what a profile marks."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.plain: Mapping[str, PlainWords] = read_plain_words(house.library, house.languages)

    def case(self, example: str, changes: Mapping[str, Any]) -> Case:
        data: Any = yaml.load((EXAMPLES / f"{example}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for path, value in changes.items():
            here: Any = data
            *above, last = [int(step) if step.isdigit() else step for step in path.split(".")]
            for step in above:
                here = here[step]
            here[last] = value
        return self.house.load(data, PictureShelf(EXAMPLES))

    def pages(self, case: Case, profile: str | Path, part: str, document: int = 0) -> list[Page]:
        kept, chosen = profile_of(case, profile), [case.file.documents[document].id]
        editions = self.house.editions(case, Wanted(documents=chosen, parts=[part], languages=["en", "cy"]))
        made = [self.house.compose(one) for one in editions]
        return [Page(one.edition, one.contents, one.shown, kept, self.plain) for one in made]

    def found(self, where: str, text: Any, profile: str | Path, also: Mapping[str, Any] | None = None) -> list[Finding]:
        """Return what is marked in one text: ``where`` is an example, a path in it and the part that is looked at."""
        example, path, part = where.split()
        case = self.case(example, {path: text, **(also or {})})
        pages = self.pages(case, profile, part, int(path.split(".")[1]))
        made = [one for page in pages for one in check_page(page)]
        return [one for one in made if f"{one.place.path}.".startswith(f"{path}.")]


@pytest.fixture(scope="session")
def marking(house: House) -> Marking:
    return Marking(house)
