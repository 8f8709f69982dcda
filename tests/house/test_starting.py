"""``dystori new``: a commented case to start from, and the next document of a case that is there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
import yaml

import dystori
from dystori.house import House
from dystori.library import Library

KINDS = list(Library.default().kinds)
#: What a day, a time, a number, a choice, a yes, a language or somebody's id looks like: no words.
FACT = re.compile(r"[a-z0-9][a-z0-9:-]*")


def filled(house: House, kind: str, text: str) -> Any:
    """Return the data of a draft whose facts somebody wrote: those of the start it was made from."""
    data = yaml.load(text, Loader=yaml.BaseLoader)
    [draft] = data["documents"]
    [sample] = yaml.load(house.start(kind, draft["written_in"]), Loader=yaml.BaseLoader)["documents"]
    people = {"worker": draft["signed"]["by"], "child": draft["about"][0]}

    def fill(one: Any, other: Any) -> Any:
        if isinstance(one, dict) and isinstance(other, dict):
            return {key: fill(value, other.get(key)) for key, value in one.items()}
        if isinstance(one, list) and isinstance(other, list):
            return [fill(value, there) for value, there in zip_longest(one, other[: len(one)])]
        if one == "…" and isinstance(other, str) and FACT.fullmatch(other):
            return people.get(other, other)
        return one

    return {**data, "documents": [fill(draft, sample)]}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_start_renders_as_it_stands_and_falls_back_nowhere(
    house: House, tmp_path: Path, kind: str, language: str
) -> None:
    path = tmp_path / "new.yaml"
    path.write_text(house.start(kind, language), encoding="utf-8")
    documents = list(house.render(house.load(path), dystori.Wanted(languages=[language]), ["txt"]))
    assert documents
    assert not [str(one.place) for document in documents for one in document.findings]


@pytest.mark.parametrize("kind", KINDS)
def test_a_start_explains_itself_in_the_language_of_whoever_asked(house: House, kind: str) -> None:
    welsh, english = house.start(kind, "cy"), house.start(kind, "en")
    assert "# Ffeil achos." in welsh
    assert "# A case file." in english
    assert welsh.count("#") > 15


@pytest.mark.parametrize("kind", KINDS)
def test_the_next_document_keeps_the_people_and_comments_of_the_case(
    house: House, root: Path, tmp_path: Path, kind: str
) -> None:
    source = root / "examples" / "mali.yaml"
    text = house.start(kind, "en", source)
    head = source.read_text(encoding="utf-8").split("documents:")[0].rstrip()
    assert text.startswith(head)
    data = filled(house, kind, text)
    [document] = data["documents"]
    assert document["about"] == ["mali"]
    assert document["signed"]["by"] == "sian"
    case = house.load(data, dystori.PictureShelf(root / "examples"))
    assert list(house.render(case, dystori.Wanted(languages=["en"]), ["txt"]))


def test_the_next_document_has_an_id_of_its_own_and_what_the_last_one_held(house: House, root: Path) -> None:
    source = root / "examples" / "mali.yaml"
    before = yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    [document] = yaml.load(house.start("closure-letter", "cy", source), Loader=yaml.BaseLoader)["documents"]
    assert document["id"] not in [one["id"] for one in before["documents"]]
    assert document["helpers"] == before["documents"][-1]["helpers"]


def test_the_next_document_is_a_draft_without_the_words_of_the_start(house: House, root: Path) -> None:
    """The start is about somebody else: none of it may slip into a real child's letter."""
    source = root / "examples" / "alex.yaml"
    for kind in KINDS:
        text = house.start(kind, "cy", source)
        [document] = yaml.load(text, Loader=yaml.BaseLoader)["documents"]
        assert document["status"] == "draft"
        assert document["written_in"] == "en"
        block = text.split("documents:")[1]
        assert "Mam-gu" not in "\n".join(line.split("#")[0] for line in block.splitlines())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("source", ["mali.yaml", "alex.yaml", "siblings.yaml"])
def test_the_next_document_holds_no_day_choice_or_person_of_the_start(
    house: House, root: Path, kind: str, source: str
) -> None:
    """A sample day or decision would be taken for a true one: until somebody writes it, the draft does not load."""
    path = root / "examples" / source
    data = yaml.load(house.start(kind, "en", path), Loader=yaml.BaseLoader)
    [document] = data["documents"]
    before = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    [sample] = yaml.load(house.start(kind, document["written_in"]), Loader=yaml.BaseLoader)["documents"]
    form = {"kind", "id", "about", "written_in", "signed", "status", "reference"}
    same = [
        way
        for way, value in _texts(document)
        if way[0] not in form and way[-1] not in {"id", "child", "worry", "goal"} and _at(sample, way) == value
    ]
    carried = {text for one in before["documents"] for _, text in _texts(one)}
    assert not [way for way in same if _at(sample, way) not in carried]
    with pytest.raises(dystori.CaseError) as error:
        house.load(data, dystori.PictureShelf(root / "examples"))
    assert "documents.0.date" in {one.place.path for one in error.value.findings}


def _texts(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(value, str):
        yield way, value
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _texts(inner, (*way, key))


def _at(value: Any, way: tuple[Any, ...]) -> Any:
    for step in way:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def test_the_next_document_keeps_back_what_is_kept_back_of_people(house: House, root: Path) -> None:
    text = house.start("closure-letter", "en", root / "examples" / "alex.yaml")
    data = filled(house, "closure-letter", text)
    assert {item["item"] for item in data["withheld"]} == {"people.delyth.address", "people.alex.address"}
    assert data["documents"][0]["reference"] == "CD-2026-0655-04"
    case = house.load(data, dystori.PictureShelf(root / "examples"))
    for document in house.render(case, dystori.Wanted(parts=["letter"], languages=["en"]), ["txt"]):
        assert "Rhodfa" not in document.data.decode()


def test_a_document_that_nobody_wrote_cannot_be_final(house: House, root: Path) -> None:
    text = house.start("closure-letter", "en", root / "examples" / "alex.yaml")
    data = filled(house, "closure-letter", text.replace("status: draft", "status: final"))
    case = house.load(data, dystori.PictureShelf(root / "examples"))
    with pytest.raises(dystori.CaseError) as error:
        list(house.render(case, dystori.Wanted(parts=["letter"]), ["txt"]))
    assert {one.code for one in error.value.findings} == {"text_not_written"}


def test_a_kind_there_is_not_is_a_wrong_request(house: House) -> None:
    with pytest.raises(dystori.RequestError):
        house.start("poem", "en")


@pytest.mark.parametrize(
    "kept_back",
    [
        {"item": "documents.1.helpers"},
        {"item": "documents.1.helpers.1"},
        {"item": "documents.1.helpers.1.how"},
        {"sentence": "in class"},
    ],
)
def test_the_next_document_takes_over_nothing_that_is_kept_back(
    house: House, root: Path, tmp_path: Path, kept_back: dict[str, str]
) -> None:
    data = yaml.load((root / "examples" / "mali.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert "in class" in str(data["documents"][1]["helpers"][1]["how"])
    rest = {"from": ["mam"], "reason": "safety", "because": "x", "decided_by": "rhian", "review_on": "2027-01-01"}
    data["withheld"] = [{**kept_back, **rest}]
    source = tmp_path / "case.yaml"
    source.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    shutil.copytree(root / "examples" / "pictures", tmp_path / "pictures")
    text = house.start("closure-letter", "en", source)
    assert "in class" not in text
    # What is not kept back is still taken over, and the draft loads once its facts are written.
    whole = kept_back.get("item") == "documents.1.helpers"
    assert whole or "Looking after you" in text
    house.load(filled(house, "closure-letter", text), dystori.PictureShelf(root / "examples"))
