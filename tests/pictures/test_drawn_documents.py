"""Scenes of a case in its documents: in every format, in each language, and never with somebody kept back."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from pathlib import Path
from statistics import median
from typing import Any

import pytest
import yaml
from lxml import etree

import dystori
from dystori.documents import lay_out
from dystori.documents.compose import Composed
from dystori.findings import CaseError
from dystori.formats import docx, html, pdf, text
from dystori.house import House
from dystori.tree import Drawing, Figure, Frame, PictureFile, plain

EXAMPLES = Path(__file__).parents[2] / "examples"
PICTURES = dystori.PictureShelf(EXAMPLES)


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    data = yaml.load((EXAMPLES / "story-arm.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


@pytest.fixture
def data(example: dict[str, Any]) -> dict[str, Any]:
    """Return the case of a girl of seven, free to be changed; its story is two frames."""
    case = copy.deepcopy(example)
    case["documents"][0]["frames"] = [
        {"topic": "beginning", "words": "It was loud.", "picture": {"scene": copy.deepcopy(KITCHEN)}},
        {"topic": "not-your-fault", "words": "You did nothing wrong."},
    ]
    case["documents"][0]["status"] = "final"
    del case["documents"][0]["ending"]["picture"]
    return case


KITCHEN: dict[str, Any] = {
    "place": "kitchen",
    "night": "yes",
    "happens": "arguing",
    "people": [
        {"who": "mum", "feels": "sad", "holding": "bottle"},
        {"who": "dad"},
        {"who": "poppy", "feels": "frightened", "says": {"en": "Stop!", "cy": "Stopiwch!"}},
    ],
    "things": ["clock"],
}


def story(house: House, data: dict[str, Any], language: str = "en", reader: str | None = None) -> Composed:
    case = house.load(data, PICTURES)
    wanted = dystori.Wanted(parts=("storyboard",), languages=[language], reader=reader)
    return house.compose(house.editions(case, wanted)[0])


def figures(one: Composed) -> list[Figure]:
    return [block.figure for block in one.contents[0].blocks if isinstance(block, Frame) and block.figure]


def picture(data: dict[str, Any]) -> dict[str, Any]:
    found = data["documents"][0]["frames"][0]["picture"]
    assert isinstance(found, dict)
    return found


def test_a_scene_is_drawn_and_told_in_the_language_of_the_document(house: House, data: dict[str, Any]) -> None:
    (english,) = figures(story(house, data))
    assert isinstance(english.picture, Drawing)
    assert plain(english.alt) == (
        "In the kitchen: Mum, Dad and Poppy. It is night. Mum and Dad are arguing. Mum is sad. Poppy is frightened. "
        "Mum is holding a bottle. Poppy says: “Stop!” There is a clock."
    )
    (welsh,) = figures(story(house, data, "cy"))
    assert plain(welsh.alt) == (
        "Yn y gegin: Mum, Dad a Poppy. Mae hi’n nos. Mae Mum a Dad yn dadlau. Mae Mum yn drist. Mae ofn ar Poppy. "
        "Mae Mum yn dal potel. Mae Poppy yn dweud: “Stopiwch!” Mae cloc yno."
    )


def test_the_same_scene_is_the_same_picture_and_labels_are_the_childs_words(house: House, data: dict[str, Any]) -> None:
    first, again = (figures(story(house, data))[0].picture for _ in range(2))
    assert isinstance(first, Drawing)
    assert first == again
    assert ">Mum</text>" in first.inner
    assert "Keisha" not in first.inner
    assert "Hartley" not in first.inner


def lines(figure: Figure) -> list[str]:
    assert isinstance(figure.picture, Drawing)
    return [one.text or "" for one in etree.fromstring(figure.picture.svg().encode()).iter("{*}text")]


def test_a_picture_printed_once_for_two_languages_speaks_both(house: House, data: dict[str, Any]) -> None:
    data["people"]["poppy"]["stage"] = "middle"
    picture(data)["scene"]["people"].append({"other": "judge"})
    both = story(house, data, "cy+en")
    assert lay_out(both).arrangement == "blocks"
    welsh, english = (
        next(one.figure for one in content.blocks if isinstance(one, Frame) and one.figure) for content in both.contents
    )
    assert welsh.picture == english.picture
    assert lines(welsh)[-2:] == ["Stopiwch!", "Stop!"]
    assert "Barnwr / Judge" in " ".join(lines(welsh))
    assert "Stopiwch" in plain(welsh.alt)
    assert "Stopiwch" not in plain(english.alt)


def test_what_the_child_calls_somebody_in_each_language_is_under_them_in_both(
    house: House, data: dict[str, Any]
) -> None:
    data["people"]["poppy"]["stage"] = "middle"
    data["people"]["mum"]["child_calls"] = {"cy": "Mam", "en": "Mum"}
    (figure, *_) = figures(story(house, data, "cy+en"))
    assert "Mam / Mum" in lines(figure)
    (figure,) = figures(story(house, data, "en"))
    assert "Mam" not in lines(figure)


def test_facing_pages_have_a_picture_each_in_its_own_language(house: House, data: dict[str, Any]) -> None:
    data["people"]["poppy"]["stage"] = "early"
    both = story(house, data, "cy+en")
    assert lay_out(both).arrangement == "facing"
    said = [
        lines(next(one.figure for one in content.blocks if isinstance(one, Frame) and one.figure))
        for content in both.contents
    ]
    assert "Stopiwch!" in said[0]
    assert "Stop!" not in said[0]
    assert "Stop!" in said[1]


def test_in_large_print_letters_and_lines_of_a_picture_are_larger(house: House, data: dict[str, Any]) -> None:
    def letters(figure: Figure) -> list[float]:
        assert isinstance(figure.picture, Drawing)
        root = etree.fromstring(figure.picture.svg().encode())
        return [float(one.get("font-size") or 0) for one in root.iter("{*}text")]

    (usual,) = figures(story(house, data))
    data["people"]["poppy"]["presentation"] = "large"
    (large,) = figures(story(house, data))
    assert min(letters(large)) >= 1.4 * min(letters(usual))
    assert isinstance(large.picture, Drawing)
    assert isinstance(usual.picture, Drawing)
    thick = [
        median(float(one) for one in re.findall(r'stroke-width="([0-9.]+)"', drawing.inner))
        for drawing in (usual.picture, large.picture)
    ]
    assert thick[1] > thick[0] * 1.05


def test_words_the_case_gives_stand_in_place_of_ours(house: House, data: dict[str, Any]) -> None:
    picture(data)["alt"] = {"en": "A loud night."}
    assert plain(figures(story(house, data))[0].alt) == "A loud night."
    assert "dadlau" in plain(figures(story(house, data, "cy"))[0].alt)


def test_somebody_kept_back_is_in_neither_the_picture_nor_its_words(house: House, data: dict[str, Any]) -> None:
    picture(data)["alt"] = {"en": "Poppy between two grown-ups."}
    data["withheld"] = [
        {"item": "people.dad", "from": ["poppy"], "reason": "safety", "because": "It is not safe.",
         "decided_by": "tom", "review_on": "2027-01-01"}
    ]  # fmt: skip
    for key in ("safety", "network", "agreements", "disputed", "drafts"):
        data["documents"][0][key] = [one for one in data["documents"][0][key] if "dad" not in str(one)] or data[
            "documents"
        ][0][key][:0]
    data["documents"][0]["safety"] = [
        {"worry": {"about": "A worry."}, "actions": [{"what": "Nan will help.", "who": ["nan"]}]}
    ]
    data["documents"][0]["rules"] = []
    (figure,) = figures(story(house, data))
    assert isinstance(figure.picture, Drawing)
    assert "Dad" not in figure.picture.inner
    assert "Dad" not in plain(figure.alt)
    assert plain(figure.alt).startswith("In the kitchen: Mum and Poppy.")


def test_where_nobody_is_left_there_is_room_to_draw(house: House, data: dict[str, Any]) -> None:
    picture(data)["scene"] = {"place": "home", "people": [{"who": "shah"}]}
    data["withheld"] = [
        {"item": "documents.0.frames.0.picture.scene.people.0", "from": ["poppy"], "reason": "safety",
         "because": "It is not safe.", "decided_by": "tom", "review_on": "2027-01-01"}
    ]  # fmt: skip
    assert not figures(story(house, data))


def test_a_file_and_a_childs_own_drawing_still_stand_in_a_frame(house: House, data: dict[str, Any]) -> None:
    data["documents"][0]["frames"][0]["picture"] = {
        "file": "pictures/dog.png", "alt": "A dog.", "drawn_by": "poppy"
    }  # fmt: skip
    (figure,) = figures(story(house, data))
    assert isinstance(figure.picture, PictureFile)
    assert figure.own


def test_a_drawing_is_a_vector_in_every_format_that_has_pictures(house: House, data: dict[str, Any]) -> None:
    laid = lay_out(story(house, data))
    page = html.write(laid, house.library).decode()
    assert 'role="img" aria-label="In the kitchen: Mum, Dad and Poppy.' in page
    assert "<img" not in page
    with zipfile.ZipFile(io.BytesIO(docx.write(laid, house.library))) as file:
        names = file.namelist()
        document = file.read("word/document.xml").decode()
        vector = next(name for name in names if name.endswith(".svg"))
        etree.fromstring(file.read(vector))
        assert any(name.endswith(".png") for name in names)
        assert "svgBlip" in document
        assert 'Extension="svg"' in file.read("[Content_Types].xml").decode()
    assert "[In the kitchen: Mum, Dad and Poppy." in text.write(laid)
    assert pdf.write(laid, house.library) == pdf.write(laid, house.library)


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ({"file": "pictures/dog.png", "scene": {"place": "home"}, "alt": "x"}, "picture_which"),
        ({"file": "pictures/dog.png"}, "picture_words"),
        ({"scene": {"night": "yes"}}, "scene_empty"),
        ({"scene": {"people": [{"feels": "sad"}]}}, "scene_who"),
        ({"scene": {"people": [{"who": "mum"}, {"who": "mum"}]}}, "scene_twice"),
        ({"scene": {"people": [{"who": "mum", "says": "a", "thinks": "b"}]}}, "scene_bubble"),
        ({"scene": {"people": [{"who": "mum", "says": "a" * 61}]}}, "bubble_long"),
    ],
)
def test_a_picture_that_cannot_be_drawn_is_a_fault_with_words(
    house: House, data: dict[str, Any], where: dict[str, Any], code: str
) -> None:
    data["documents"][0]["frames"][0]["picture"] = where
    with pytest.raises(CaseError) as error:
        house.load(data, PICTURES)
    (finding,) = error.value.findings
    assert finding.code == code
    for language in house.languages.codes:
        assert house.say(finding, language).message


def test_an_unknown_word_is_told_with_the_words_most_like_it(house: House, data: dict[str, Any]) -> None:
    picture(data)["scene"] = {"place": "kichen", "people": [{"who": "mum", "feels": "frightend"}]}
    with pytest.raises(CaseError) as error:
        house.load(data, PICTURES)
    told = [house.say(finding, "en").message for finding in error.value.findings]
    assert any("Did you mean kitchen" in line for line in told)
    assert any("Did you mean frightened" in line for line in told)
    assert "frightend" not in str(told)
