"""The pseudo-language: every sentence of a catalogue is marked, so what is not marked came from none."""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from dystori.documents import lay_out
from dystori.editions import Wanted
from dystori.findings import RequestError
from dystori.formats import html
from dystori.house import House
from dystori.library import Library
from dystori.tree import Content, lines_of, runs
from dystori.words.placeholders import placeholders
from dystori.workshop import pseudo

BRACKETED = re.compile(r"\[[^\[\]]*\]")
LETTERS = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W\d_]+")
#: What the grammar writes around a value of the case, which stands without brackets where it stands alone.
ACCENTED = re.compile(r"\w*(?:ââ|êê|îî|ôô|ûû)\w*", re.IGNORECASE)
#: In a picture a text is broken over lines: its words are looked for one by one in the case file.
SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)


@pytest.fixture(scope="module")
def pseudo_house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Return the house with one language more."""
    library = Library.default()
    locales = tmp_path_factory.mktemp("pseudo") / "locales"
    shutil.copytree(str(library.locales), locales)
    house = House(Library(library.templates, locales, library.kinds))
    pseudo.write(house.library, house.catalogues(), locales / "pseudo")
    return House(house.library)


class TestASentence:
    def test_is_in_brackets_and_accented_and_about_a_third_longer(self) -> None:
        sentence = "We keep your file safe. You can ask to read it."
        made = pseudo.sentence(sentence)
        assert made.startswith("[Wêê kêêêêp ŷôôûûr")
        assert made.endswith("]")
        assert 1.25 < len(made) / len(sentence) < 1.5

    @pytest.mark.parametrize("sentence", ["Dear {names:and},", "See https://aberwen.example or {name}.", "0 to 10"])
    def test_keeps_its_placeholders_links_and_figures(self, sentence: str) -> None:
        made = pseudo.sentence(sentence)
        assert placeholders(made) == placeholders(sentence)
        assert re.findall(r"https?://\S+|\d+", made) == re.findall(r"https?://\S+|\d+", sentence)

    def test_that_is_a_placeholder_alone_stays_as_it_is(self) -> None:
        assert pseudo.sentence("{names:and}") == "{names:and}"


def test_the_language_is_read_like_any_other(pseudo_house: House) -> None:
    language = pseudo_house.languages["pseudo"]
    assert language.tag.endswith("-x-pseudo")
    assert language.term("advocate").one == "[âââdvôôçââtêê]".replace("âââ", "ââ")


def _own_runs(contents: tuple[Content, ...]) -> set[str]:
    """Return the texts of a document that came from its case, or are said in the language of one that did."""
    found: set[str] = set()
    for content in contents:
        furniture = content.furniture
        lines = [line for block in content.blocks for line in lines_of(block)]
        for run in (run for line in (*lines, furniture.left, furniture.right, furniture.foot) for run in runs(line)):
            if run.source.kind == "case" or run.lang != content.tag:
                found.add(_unmarked(" ".join(run.text.split()), set()).strip())
    return found - {""}


def _words_on(page: str) -> list[str]:
    """Return every passage a reader of a web page meets: text, alternative text, titles."""
    page = re.sub(r"<style>.*?</style>|<script>.*?</script>", "", page, flags=re.DOTALL)
    page = re.sub(r'(?:alt|aria-label|title)="([^"]*)"', r">\1<x ", page)
    inside = re.sub(r"</(?:text|tspan|p|li|h\d|td|th|caption|figcaption|div|title|dt|dd|a)>|<br>", "\n", page)
    text = unescape(re.sub(r"<[^>]*>", "", inside))
    return [" ".join(line.split()) for line in text.replace("\u2060", "").split("\n") if line.strip()]


def _unmarked(passage: str, own: set[str]) -> str:
    """Return what of a passage is neither in brackets, nor written by the grammar, nor the case's own."""
    while BRACKETED.search(passage):
        passage = BRACKETED.sub(" ", passage)
    passage = ACCENTED.sub(" ", passage)
    for text in sorted(own, key=len, reverse=True):
        passage = passage.replace(text, " ")
    return passage


def test_no_example_shows_a_word_that_came_from_no_catalogue(pseudo_house: House, examples: list[Path]) -> None:
    found: set[str] = set()
    shown = 0
    for path in examples:
        case = pseudo_house.load(path)
        typed = set(WORD.findall(path.read_text(encoding="utf-8")))
        for edition in pseudo_house.editions(case, Wanted(languages=["pseudo"])):
            composed = pseudo_house.compose(edition)
            laid = lay_out(composed)
            own = _own_runs(composed.contents)
            page = html.write(laid, pseudo_house.library).decode()
            drawn, written = SVG.findall(page), SVG.sub("", page)
            for passage in _words_on(written):
                shown += 1
                left = _unmarked(passage, own)
                if LETTERS.search(left):
                    found.add(f"{path.name}, {edition.part.name}: {left.strip()[:60]}")
            for passage in _words_on("\n".join(drawn)):
                # A date of the case is a name of the month here, and stands in the alternative text too.
                known = typed | set(WORD.findall(" ".join(own)))
                left = " ".join(word for word in WORD.findall(_unmarked(passage, set())) if word not in known)
                if left:
                    found.add(f"{path.name}, {edition.part.name}: {left.strip()[:60]}")
    assert shown > 1_000
    assert sorted(found) == []


def test_a_language_people_speak_is_never_written_over(pseudo_house: House) -> None:
    locales = Path(str(pseudo_house.library.locales))
    before = (locales / "cy" / "common.po").read_bytes()
    with pytest.raises(RequestError) as caught:
        pseudo.write(pseudo_house.library, pseudo_house.catalogues(), locales / "cy")
    assert caught.value.findings[0].code == "pseudo_folder"
    assert (locales / "cy" / "common.po").read_bytes() == before


def test_it_can_be_made_anew(pseudo_house: House) -> None:
    folder = Path(str(pseudo_house.library.locales)) / "pseudo"
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    pseudo.write(pseudo_house.library, pseudo_house.catalogues(), folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("passage", "left"),
    [("[Ôûûr plâân]: Mali", ""), ("Our [plâân]: Mali", "Our"), ("[Mali ââñd [plâân]] and Huw", "and Huw")],
)
def test_a_word_outside_the_brackets_is_seen(passage: str, left: str) -> None:
    assert _unmarked(passage, {"Mali"}).strip(" :") == left
