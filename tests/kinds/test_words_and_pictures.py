"""The words-and-pictures plan: what each child's story and plan say, and what stays in the file."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import dystori
from dystori.documents import lay_out
from dystori.documents.compose import Composed
from dystori.findings import CaseError
from dystori.house import House
from dystori.tree import Box, Frame, Heading, lines_of, plain, walk

EXAMPLES = Path(__file__).parents[2] / "examples"
CHILDS_PARTS = ("storyboard", "safety-plan")
#: Taken in once: what is tested here is not the pictures.
PICTURES = dystori.PictureShelf(EXAMPLES)
NOT_YOUR_FAULT = {"cy": "Nid dy fai di yw hyn.", "en": "None of this is your fault."}


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    data = yaml.load((EXAMPLES / "story-drink.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


@pytest.fixture
def data(example: dict[str, Any]) -> dict[str, Any]:
    """Return the case of a girl of five and her brother of eleven, free to be changed."""
    return copy.deepcopy(example)


@pytest.fixture
def plan(data: dict[str, Any]) -> dict[str, Any]:
    document = data["documents"][0]
    assert isinstance(document, dict)
    return document


def composed(
    house: House,
    data: dict[str, Any],
    *parts: str,
    languages: str = "en",
    reader: str | None = None,
    child: str | None = None,
) -> Iterator[Composed]:
    case = house.load(data, PICTURES)
    wanted = dystori.Wanted(parts=parts, languages=[languages], reader=reader)
    for edition in house.editions(case, wanted):
        if child is None or edition.addressee.ids == (child,):
            yield house.compose(edition)


def for_child(house: House, data: dict[str, Any], child: str, *parts: str, language: str = "en") -> list[Composed]:
    return list(composed(house, data, *parts, languages=language, child=child))


def words(one: Composed) -> str:
    """Return every word of an edition, alternative text and furniture included."""
    found = []
    for content in one.contents:
        edges = content.furniture
        lines = [line for block in walk(content.blocks) for line in lines_of(block)]
        found += [plain(line) for line in (*lines, edges.left, edges.right, edges.foot)]
    return "\n".join(found)


def frames(one: Composed) -> list[Frame]:
    return [block for block in one.contents[0].blocks if isinstance(block, Frame)]


def strip(house: House, data: dict[str, Any]) -> str:
    [one] = composed(house, data, "file-strip")
    return words(one)


# --- A version for each child ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["cy", "en", "cy+en"])
def test_a_childs_story_and_plan_hold_nothing_that_is_the_other_childs_alone(
    house: House, data: dict[str, Any], plan: dict[str, Any], language: str
) -> None:
    for one in ("nansi", "guto"):
        plan["frames"].append({"topic": "next", "child": one, "words": f"Ffrâm{one}"})
        plan["safety"].append({"child": one, "worry": {"about": f"Pryder{one}"}, "actions": [{"what": f"Cam{one}"}]})
        plan["your_part"].append({"child": one, "can": f"Rhan{one}"})
        plan["network"].append({"child": one, "name": f"Rhwydwaith{one}", "what_for": f"Diben{one}"})
    own = ("Ffrâm", "Pryder", "Cam", "Rhan", "Rhwydwaith", "Diben")
    for child, other in (("nansi", "guto"), ("guto", "nansi")):
        seen = "\n".join(words(one) for one in for_child(house, data, child, *CHILDS_PARTS, language=language))
        assert all(f"{word}{child}" in seen for word in own)
        assert not any(f"{word}{other}" in seen for word in own)


def test_frames_are_numbered_without_a_gap_in_every_version(house: House, data: dict[str, Any]) -> None:
    for one in composed(house, data, "storyboard"):
        assert [frame.number for frame in frames(one)] == list(range(1, len(frames(one)) + 1))
        assert len(frames(one)) >= 8


def test_one_text_to_both_children_holds_what_is_for_both_and_speaks_to_two(
    house: House, data: dict[str, Any], plan: dict[str, Any]
) -> None:
    plan["together"] = "yes"
    plan["frames"].append({"topic": "next", "child": "guto", "words": "I Guto yn unig."})
    for one in composed(house, data, *CHILDS_PARTS, languages="cy"):
        assert "I Guto yn unig." not in words(one)
        assert "Nid eich bai chi yw hyn." in words(one)
    assert "I Guto yn unig." in strip(house, data)


def test_the_files_copy_of_a_story_is_what_that_child_was_given(house: House, data: dict[str, Any]) -> None:
    for one in composed(house, data, "storyboard", reader="file"):
        [own] = for_child(house, data, one.edition.addressee.ids[0], "storyboard")
        assert words(one) == words(own)


def test_another_childs_drawing_leaves_room_for_ones_own(
    house: House, data: dict[str, Any], plan: dict[str, Any]
) -> None:
    plan["frames"][0]["picture"]["drawn_by"] = "guto"
    [nansis], [gutos] = (for_child(house, data, child, "storyboard") for child in ("nansi", "guto"))
    assert frames(nansis)[0].figure is None
    figure = frames(gutos)[0].figure
    assert figure is not None
    assert figure.own


# --- The story ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["cy", "en"])
def test_none_of_this_is_your_fault_is_a_paragraph_of_its_own_in_every_story(
    house: House, data: dict[str, Any], plan: dict[str, Any], language: str
) -> None:
    said = NOT_YOUR_FAULT[language]
    for one in composed(house, data, "storyboard", languages=language):
        lines = [plain(line) for frame in frames(one) for line in frame.words]
        assert lines.count(said) == 1
    plan["frames"] = [frame for frame in plan["frames"] if frame["topic"] != "not-your-fault"]
    for one in composed(house, data, "storyboard", languages=language):
        # Where no frame says it, the last one does.
        assert plain(frames(one)[-1].words[0]) == said


def test_the_last_frame_is_the_ending(house: House, data: dict[str, Any], plan: dict[str, Any]) -> None:
    for one in composed(house, data, "storyboard"):
        assert plan["ending"]["words"]["en"] in [plain(line) for line in frames(one)[-1].words]


def test_a_frame_without_a_picture_has_room_to_draw_one(house: House, data: dict[str, Any]) -> None:
    for one in composed(house, data, "storyboard"):
        bare = [frame for frame in frames(one) if frame.figure is None]
        assert [plain(frame.words[-1]) for frame in bare] == ["You can draw your own picture here."]


def test_the_story_has_its_childs_name_unless_it_has_a_title(
    house: House, data: dict[str, Any], plan: dict[str, Any]
) -> None:
    def headed(one: Composed) -> str:
        return next(plain(block.content) for block in one.contents[0].blocks if isinstance(block, Heading))

    assert [headed(one) for one in composed(house, data, "storyboard", languages="cy")] == ["Stori Nansi", "Stori Guto"]
    plan["title"] = {"cy": "Stori’r tŷ tawel", "en": "The story of the quiet house"}
    assert {headed(one) for one in composed(house, data, "storyboard")} == {"The story of the quiet house"}


def test_a_draft_carries_the_number_and_day_of_its_last_draft_on_every_page(
    house: House, data: dict[str, Any], plan: dict[str, Any]
) -> None:
    for one in composed(house, data, "storyboard"):
        assert "Draft" not in words(one)
    plan["status"] = "draft"
    for one in composed(house, data, "storyboard", languages="cy"):
        assert plain(one.contents[0].furniture.foot) == "Drafft 3, 10 Tachwedd 2026"
    del plan["drafts"]
    for one in composed(house, data, "storyboard"):
        assert plain(one.contents[0].furniture.foot) == "Draft."


def test_what_to_do_and_whom_to_go_to_stand_together_after_the_story(house: House, data: dict[str, Any]) -> None:
    for one in composed(house, data, "storyboard"):
        last = one.contents[0].blocks[-1]
        assert isinstance(last, Box)
        assert last.role == "keep"
        inside = [plain(line) for block in last.blocks for line in lines_of(block)]
        assert {"What you can do", "Who you can go to"} <= set(inside)


def test_the_youngest_never_meet_two_languages_in_one_frame(house: House, data: dict[str, Any]) -> None:
    found = {
        one.edition.addressee.ids[0]: lay_out(one).arrangement
        for one in composed(house, data, "storyboard", languages="cy+en")
    }
    assert found == {"nansi": "facing", "guto": "blocks"}


# --- The plan -------------------------------------------------------------------------------------------------------


def test_a_worry_without_an_action_is_refused(house: House, data: dict[str, Any], plan: dict[str, Any]) -> None:
    plan["safety"][0]["actions"] = []
    with pytest.raises(CaseError) as refused:
        house.load(data, PICTURES)
    assert [finding.code for finding in refused.value.findings] == ["list_too_short"]


@pytest.mark.parametrize("missing", ["frames", "ending", "safety", "network", "purpose"])
def test_no_plan_lacks_story_ending_worries_or_people_to_go_to(
    house: House, data: dict[str, Any], plan: dict[str, Any], missing: str
) -> None:
    del plan[missing]
    with pytest.raises(CaseError) as refused:
        house.load(data, PICTURES)
    assert [finding.code for finding in refused.value.findings] == ["field_missing"]


def test_the_plan_says_once_and_after_the_first_worry_whose_fault_it_is_not(
    house: House, data: dict[str, Any], plan: dict[str, Any]
) -> None:
    plan["safety"].append({"worry": {"about": "A second worry."}, "actions": [{"what": "Something."}]})
    for one in composed(house, data, "safety-plan"):
        assert words(one).count(NOT_YOUR_FAULT["en"]) == 1


def test_the_helplines_are_those_of_the_nation(house: House, data: dict[str, Any]) -> None:
    assert all("Meic" in words(one) for one in composed(house, data, "safety-plan"))
    data["nation"] = "england"
    assert not any("Meic" in words(one) for one in composed(house, data, "safety-plan"))
    assert all("Childline" in words(one) for one in composed(house, data, "safety-plan"))


def test_a_child_who_does_not_speak_is_not_told_to_ring(house: House, data: dict[str, Any]) -> None:
    assert all("ring 999" in words(one) for one in composed(house, data, "safety-plan"))
    data["people"]["guto"]["communicates"] = "Mae Guto’n arwyddo."
    [gutos] = for_child(house, data, "guto", "safety-plan")
    assert "somebody must ring 999 for you" in words(gutos)


# --- The file -------------------------------------------------------------------------------------------------------

FILE_ONLY = {
    "purpose": "Purpose marker.",
    "agreed_words": [{"thing": "Thing marker.", "words": "words for it"}],
    "disputed": [
        {"about": "Point marker.", "views": [{"by": "dad", "says": "View marker."}], "in_the_story": "Telling marker."}
    ],
    "drafts": [{"number": "7", "on": "2026-11-01", "shown_to": ["elin"], "changed": "Change marker."}],
    "agreements": [{"by": "mam", "on": "2026-11-02", "comment": "Comment marker."}],
    "read_to_child": [
        {
            "child": "nansi",
            "on": "2026-11-03",
            "where": "Where marker.",
            "present": ["dewi"],
            "how": "How marker.",
            "said": "Said marker.",
        }
    ],
}


def test_history_disputes_and_the_adults_names_for_things_stay_in_the_file(
    house: House, data: dict[str, Any], plan: dict[str, Any]
) -> None:
    plan |= copy.deepcopy(FILE_ONLY)
    file = strip(house, data)
    names = ["Purpose", "Thing", "Point", "View", "Telling", "Change", "Comment", "Where", "How", "Said"]
    assert all(f"{name} marker." in file for name in names)
    for one in composed(house, data, *CHILDS_PARTS):
        assert "marker" not in words(one)


def test_a_child_reads_who_agreed_by_the_names_they_use_for_them(
    house: House, data: dict[str, Any], plan: dict[str, Any]
) -> None:
    plan["agreements"] = [{"by": "mam", "on": "2026-11-02"}, {"others": "the whole family", "on": "2026-11-03"}]
    [gutos] = for_child(house, data, "guto", "storyboard")
    assert "The people who agree with this story: Mam, the whole family" in words(gutos)
    assert "Rhian Howells" not in words(gutos)
    assert "Rhian Howells (mother)" in strip(house, data)


def test_what_a_frame_is_about_is_said_in_the_file_and_in_no_story(house: House, data: dict[str, Any]) -> None:
    assert "what the child can do" in strip(house, data)
    for one in composed(house, data, *CHILDS_PARTS):
        assert "what the child can do" not in words(one)
        assert "your-part" not in words(one)


# --- What is kept back ----------------------------------------------------------------------------------------------


def _paths(value: Any, path: str) -> Iterator[str]:
    """Yield the path of every field, and of the first item of every list."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield f"{path}.{key}"
            if key not in ("cy", "en"):
                yield from _paths(item, f"{path}.{key}")
    elif isinstance(value, list) and value:
        yield f"{path}.0"
        yield from _paths(value[0], f"{path}.0")


def _faults(house: House, data: dict[str, Any]) -> set[str]:
    try:
        for one in for_child(house, data, "nansi", *CHILDS_PARTS):
            assert one.contents[0].blocks
    except CaseError as error:
        return {finding.code for finding in error.findings}
    return set()


def test_whatever_is_kept_back_the_rest_is_still_a_document(house: House, example: dict[str, Any]) -> None:
    """Or it is refused, where the same words stand elsewhere in the text too.

    Every fifth thing here; each single one of every example in the long run (``tests/editions``).
    """
    about = {"kind", "id", "about", "written_in", "copies", "signed"}
    for path in list(_paths(example["documents"][0], "documents.0"))[::5]:
        if path.split(".")[2] in about:
            continue
        held = {"item": path, "from": ["nansi"], "reason": "safety", "because": "A reason.", "decided_by": "meleri"}
        data = example | {"withheld": [held | {"review_on": "2027-05-01"}]}
        assert _faults(house, data) <= {"withheld_shows"}, path
