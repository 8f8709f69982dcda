"""Scenes drawn from plain terms: everybody seen and named, nothing over a face, the same bytes every time."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from dystori.findings import RequestError
from dystori.formats.fonts import width
from dystori.pictures import Described, Someone, arranged, described, draw, person, tell
from dystori.pictures.acts import stance
from dystori.pictures.overhead import Stage
from dystori.pictures.scene import pictured
from dystori.pictures.shapes import Bounds, Words, line
from dystori_schemas.choices import Choice, Role
from dystori_schemas.scenes import (
    Aid,
    Beard,
    Build,
    Doing,
    Feeling,
    Hair,
    Happening,
    Headwear,
    Held,
    Outfit,
    Place,
    Skin,
    Stature,
    Thing,
)

Hidden = Callable[[Described, Stage], list[int]]


def some(choices: type[Choice]) -> st.SearchStrategy[Choice | None]:
    return st.none() | st.sampled_from(list(choices))


LABELS = st.sampled_from(
    ["Mam", "Mam-gu", "Wncwl Dewi", "Doctor Shah", "Dad", "Gweithiwr cymdeithasol", "Siân"]
) | st.text(st.characters(codec="utf-8", categories=["L"]), min_size=1, max_size=40)
SAID = st.text(st.characters(codec="ascii", categories=["L", "Zs"]), max_size=60).map(str.strip)
#: A few words, or the same in two languages.
BUBBLES = st.just("") | SAID | st.tuples(SAID, SAID).map("\n".join).map(str.strip)


@st.composite
def people(draw_one: st.DrawFn) -> Someone:
    looks = {
        "build": draw_one(some(Build)),
        "skin": draw_one(some(Skin)),
        "hair": draw_one(some(Hair)),
        "headwear": draw_one(some(Headwear)),
        "beard": draw_one(some(Beard)),
        "aid": draw_one(some(Aid)),
        "dressed_as": draw_one(some(Outfit)),
        "glasses": draw_one(st.booleans()),
        "pregnant": draw_one(st.booleans()),
    }
    age = draw_one(st.sampled_from(list(Stature)))
    role = draw_one(st.none() | st.sampled_from(list(Role)))
    says = draw_one(BUBBLES)
    return Someone(
        person(looks, age, role, draw_one(st.integers(0, 9))),
        draw_one(LABELS),
        draw_one(some(Feeling)),  # type: ignore[arg-type]
        draw_one(some(Doing)),  # type: ignore[arg-type]
        draw_one(st.none() | st.integers(0, 6)),
        draw_one(some(Held)),  # type: ignore[arg-type]
        says,
        "" if says else draw_one(BUBBLES),
    )


@st.composite
def scenes(draw_one: st.DrawFn) -> Described:
    found = draw_one(st.lists(people(), max_size=7))
    found = [replace(one, partner=one.partner if (one.partner or 0) < len(found) else None) for one in found]
    return Described(
        tuple(found),
        draw_one(some(Place)),  # type: ignore[arg-type]
        draw_one(st.booleans()),
        draw_one(some(Happening)),  # type: ignore[arg-type]
        tuple(draw_one(st.lists(st.sampled_from(list(Thing)), max_size=4))),
        draw_one(st.booleans()),
    )


def meet(one: Bounds, other: Bounds, by: float = 1.0) -> bool:
    return min(one[2], other[2]) - max(one[0], other[0]) > by and min(one[3], other[3]) - max(one[1], other[1]) > by


def inside(box: Bounds, by: float = 1.0) -> bool:
    return box[0] > -by and box[1] > -by and box[2] < 600 + by and box[3] < 400 + by


@settings(max_examples=200, deadline=None)
@given(scenes())
def test_everybody_in_any_scene_is_whole_and_labelled_and_nothing_covers_a_face(
    hidden: Hidden, scene: Described
) -> None:
    stage = arranged(scene, width)
    faces = {one.at: one.face for one in stage.spots}
    assert sorted(faces) == list(range(len(scene.people)))
    assert sorted(stage.labels) == sorted(faces)
    for one, other in itertools.combinations(faces.values(), 2):
        assert not meet(one, other, 3.0)
    over = [*stage.labels.values(), *stage.bubbles.values(), *stage.over]
    for face in faces.values():
        assert inside(face)
        # Seven people in beds and wheelchairs with four things: 2 mm in a frame, and still a face.
        assert face[2] - face[0] > 10
        for box in over:
            assert not meet(face, box, 3.0)
    for one, other in itertools.combinations(stage.labels.values(), 2):
        assert not meet(one, other)
    assert all(inside(box) for box in [*stage.labels.values(), *stage.bubbles.values()])
    assert hidden(scene, stage) == []
    assert sorted(stage.bubbles) == [at for at, one in enumerate(scene.people) if one.says or one.thinks]


@settings(max_examples=60, deadline=None)
@given(scenes())
def test_any_scene_is_well_formed_flat_and_the_same_every_time(scene: Described) -> None:
    first = draw(scene, width).svg(' width="600" height="400"', "A title & more")
    root = etree.fromstring(first.encode())
    names = {etree.QName(one).localname for one in root.iter()}
    assert names <= {"svg", "title", "g", "path", "text", "clipPath"}
    assert not re.search(r"opacity|gradient|filter|style=", first)
    for path in root.iter("{*}path"):
        assert re.fullmatch(r"[MLCQZ0-9 .-]+", path.get("d") or "")
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(set(ids)) == len(ids)
    assert draw(scene, width).svg(' width="600" height="400"', "A title & more") == first


@settings(max_examples=100, deadline=None)
@given(scenes())
def test_the_words_of_a_scene_tell_of_everybody_in_it_and_of_nobody_else(scene: Described) -> None:
    told = list(tell(scene))
    named = {at for saying in told for at in (*saying.people, *saying.others)}
    assert named == set(range(len(scene.people)))


def test_what_hides_a_face_is_found(hidden: Hidden) -> None:
    scene = a_scene("park; mum adult; poppy child")
    stage = arranged(scene, width)
    assert hidden(scene, stage) == []
    x, y = stage.spots[0].head
    stage.shapes.append(line(f"M {x - 200} {y} L {x + 200} {y}"))
    assert hidden(scene, stage) == [stage.spots[0].at]


def test_the_words_of_a_baby_in_arms_come_down_beside_the_face_above_it(hidden: Hidden) -> None:
    scene = a_scene("home; mum adult carrying ben; ben baby thinks Milk please")
    stage = arranged(scene, width)
    assert hidden(scene, stage) == []


def test_a_bed_that_somebody_is_in_is_not_drawn_a_second_time() -> None:
    once, twice = (pictured(a_scene(f"bedroom, sleeping; poppy child{more}"), width) for more in ("", "; with bed"))
    assert once == twice


def test_who_is_sad_in_a_quarrel_looks_sad_and_does_not_shout() -> None:
    quarrel = a_scene("kitchen, arguing; mum adult sad; dad adult")
    mum, dad = (stance(quarrel, at, (0, 1)).look for at in (0, 1))
    assert (mum.mouth, dad.mouth) == ("frown", "shout")


def test_who_hugs_a_baby_has_it_in_their_arms() -> None:
    faces = {one.at: one.face for one in arranged(a_scene("home; mum adult hugging ben; ben baby"), width).spots}
    assert faces[1][1] > faces[0][3] - 12


def a_scene(words: str) -> Described:
    return described(words, str)


@pytest.mark.parametrize("words", (Path(__file__).parent / "scenes.txt").read_text(encoding="utf-8").splitlines())
def test_thirty_scenes_to_look_at_show_everybody_and_are_told(hidden: Hidden, words: str) -> None:
    scene = a_scene(words)
    stage = arranged(scene, width)
    assert hidden(scene, stage) == []
    assert all(one.face[2] - one.face[0] > 40 for one in stage.spots)
    assert {at for saying in tell(scene) for at in (*saying.people, *saying.others)} == set(range(len(scene.people)))


def test_a_label_is_what_the_child_calls_somebody() -> None:
    stage = arranged(a_scene("kitchen; mam-gu older; dad adult"), width)
    assert {shape.text for shape in stage.shapes if isinstance(shape, Words)} >= {"Mam-gu", "Dad"}


def test_two_who_argue_stand_together_and_the_child_at_the_side() -> None:
    stage = arranged(a_scene("kitchen, arguing; mum adult; poppy child frightened; dad adult"), width)
    places = {one.at: one.head[0] for one in stage.spots}
    assert places[0] < places[2] < places[1]


def test_everybody_is_drawn_to_one_scale_whoever_matters() -> None:
    stage = arranged(a_scene("park; mum adult; dad adult; poppy child"), width)
    high = [one.face[3] - one.face[1] for one in sorted(stage.spots, key=lambda one: one.at)]
    assert high[0] == pytest.approx(high[1])


def test_two_pictures_of_one_page_share_no_id() -> None:
    scenes_ = [a_scene("around-me; a child; b adult"), a_scene("around-me; a child; c adult sad")]
    ids = [re.findall(r' id="([^"]+)"', draw(one, width).svg()) for one in scenes_]
    assert not set(ids[0]) & set(ids[1])


def test_an_unknown_word_of_a_line_is_told_by_its_place_and_near_words_and_not_repeated() -> None:
    with pytest.raises(RequestError) as error:
        a_scene("kitchen; mum adult frightend")
    finding = error.value.findings[0]
    assert (finding.code, finding.values["part"], finding.values["place"]) == ("scene_word", "2", "3")
    assert finding.values["near"].split(", ")[0] == "frightened"
    assert "frightend" not in str(finding.values)
