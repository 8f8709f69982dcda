"""Whatever single thing is kept back from a reader, their copy is made: no template falls over a hole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

import dystori
from dystori.house import House
from dystori_schemas.base import LocalText

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[str]:
    """Yield the path of everything in a case, whole parts too; not of the withheld list itself."""
    if len(path) > 1 and value is not None:
        yield ".".join(map(str, path))
    if isinstance(value, BaseModel) and not isinstance(value, LocalText):
        for name, field in type(value).model_fields.items():
            if path or name in ("people", "organisation", "documents"):
                yield from paths(getattr(value, name), (*path, field.alias or name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from paths(item, (*path, str(key)))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from paths(item, (*path, index))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_copy_is_made_without_it_or_refused_because_it_would_show(house: House, path: Path) -> None:
    """Every 151st thing of each example here; each single one in the long run."""
    assert broken_by(house, path, every=151) == {}


@pytest.mark.long
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_copy_is_made_without_it_whatever_it_is(house: House, path: Path) -> None:
    assert broken_by(house, path, every=1) == {}


def broken_by(house: House, path: Path, *, every: int) -> dict[str, str]:
    """Return what makes a template fall over when it is kept back, and where it fell."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    shelf = dystori.PictureShelf(path.parent)
    case = house.load(path)
    child = next(str(key) for key, person in case.file.people.items() if person.kind == "child")
    somebody = next(str(key) for key, person in case.file.people.items() if person.kind == "practitioner")
    broken: dict[str, str] = {}
    for one in [*paths(case.file)][::every]:
        held = {"item": one, "from": [child], "reason": "safety", "because": "A reason."}
        data["withheld"] = [held | {"decided_by": somebody, "review_on": "2027-05-01"}]
        try:
            loaded = house.load(data, shelf)
            for edition in house.editions(loaded, dystori.Wanted(languages=["cy+en"])):
                if edition.reader.kind == "child":
                    house.compose(edition)
        except dystori.DystoriError as error:
            # Who signs or chairs is refused before anything is made.
            if {finding.code for finding in error.findings} not in ({"withheld_shows"}, {"withheld_signed"}):
                broken[one] = f"{error.findings[0].code} {error.findings[0].place}"
    return broken
