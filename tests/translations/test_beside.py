"""A text put beside another in a case file: the rest of the file stays as it was typed."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dystori.findings import CaseError
from dystori.reading.files import parsed
from dystori.workshop.case.beside import Addition, added

CASE = """\
# A case, and a remark
a:   One line.   # why
b:
  - First of several,
    which goes on.
  - { says: In a line, by: x }   # kept
  - "Quoted: yes"
c: |
  A paragraph.

  Another one.

# before d
d:
  cy: Geiriau.  # mine
e: { cy: Geiriau, }
f: {words: Said so}
g:
    words: >-
        Said
        so.
    by: x
last: end"""


def put(case: str, *path: str | int, text: str = "New.", after: str = "", name: str = "case.yaml") -> str:
    return added(case.encode(), name, [Addition(path, "cy", "en", text, after)]).decode()


class TestATextThatSaysNoLanguage:
    def test_gets_its_own_and_the_new_one_under_it(self) -> None:
        assert "a:\n  cy:   One line.   # why\n  en: New.\nb:" in put(CASE, "a")

    def test_over_several_lines_stands_further_in(self) -> None:
        assert "  - cy: First of several,\n      which goes on.\n    en: New.\n  - {" in put(CASE, "b", 0)

    def test_between_brackets_stays_on_its_line(self) -> None:
        assert "  - { says: { cy: In a line, en: New. }, by: x }   # kept\n" in put(CASE, "b", 1, "says")

    def test_keeps_its_quotes(self) -> None:
        assert '  - cy: "Quoted: yes"\n    en: New.\nc:' in put(CASE, "b", 2)

    def test_in_paragraphs_keeps_them_and_the_blank_line_under_it(self) -> None:
        assert "c:\n  cy: |\n    A paragraph.\n\n    Another one.\n  en: New.\n\n# before d" in put(CASE, "c")

    def test_at_the_very_end_of_a_file_without_a_last_line_end(self) -> None:
        assert put(CASE, "last").endswith("last:\n  cy: end\n  en: New.")


class TestATextByLanguage:
    def test_gets_a_line_after_the_remark_of_the_last_one(self) -> None:
        assert "  cy: Geiriau.  # mine\n  en: New.\ne:" in put(CASE, "d")

    def test_between_brackets_gets_a_pair(self) -> None:
        assert "e: { cy: Geiriau, en: New., }" in put(CASE, "e")


class TestAQuote:
    def test_gets_a_translation_after_its_words(self) -> None:
        assert "        so.\n    translation:\n      en: New.\n    by: x" in put(
            CASE, "g", "translation", after="words"
        )
        assert "f: {words: Said so, translation: { en: New. }}" in put(CASE, "f", "translation", after="words")


class TestJson:
    def test_gets_the_languages_where_the_text_was_and_keeps_its_layout(self) -> None:
        case = '{\n\t"a":  "Un \\u0175y \\"x\\"",\n  "b": {"cy": "Dau"}\n}\n'
        new = put(case, "a", text='A "b"\n\nc', name="case.json")
        assert '"a":  {"cy": "Un \\u0175y \\"x\\"", "en": "A \\"b\\"\\n\\nc"},\n  "b": {"cy": "Dau"}\n}\n' in new
        assert '"b": {"cy": "Dau", "en": "New."}' in put(case, "b", name="case.json")


@pytest.mark.parametrize(
    "text", ["no", "12", "- a", "a: b", "a #b", "“Ŵy”, [x]", "it's", '"', "a\n\nb", "# a\n b\n\nc"]
)
def test_a_text_that_yaml_would_take_for_something_else_is_read_back_as_it_was(text: str) -> None:
    for path in (("a",), ("b", 1, "says"), ("d",)):
        held = parsed(put(CASE, *path, text=text).encode(), "case.yaml").data
        for step in path:
            held = held[step]
        assert held["en"] == text


def test_line_ends_and_the_mark_of_a_windows_editor_stay() -> None:
    case = b"\xef\xbb\xbf" + CASE.replace("\n", "\r\n").encode()
    new = added(case, "case.yaml", [Addition(("c",), "cy", "en", "a\n\nb"), Addition(("d",), "cy", "en", "x")])
    assert new.startswith(b"\xef\xbb\xbf")
    assert new.count(b"\n") == new.count(b"\r\n") > case.count(b"\n")


def test_a_place_that_cannot_take_it_is_named_and_nothing_is_returned() -> None:
    with pytest.raises(CaseError) as caught:
        put(CASE, "b")
    assert [(one.code, one.place.line) for one in caught.value.findings] == [("translation_no_place", 3)]


# ---------------------------------------------------------------------------------- whatever the file looks like
WORDS = st.sampled_from(["Un", "dau: tri", "ŵy # x", "it's", 'a "b"', "y", "- z", "{x}", "pedwar pump"])


@st.composite
def scalar(draw: st.DrawFn, column: int) -> str:
    words = draw(st.lists(WORDS, min_size=1, max_size=3))
    inside = " " * (column + draw(st.integers(1, 4)))
    style = draw(st.sampled_from(["double", "single", "literal", "folded", "plain", "double-lines"]))
    if style in ("literal", "folded"):
        lines = [inside + line for line in words]
        blank = draw(st.sampled_from([[], [""]]))
        return "\n".join([("|" if style == "literal" else ">") + draw(st.sampled_from(["", "-", "+"])), *lines, *blank])
    if style == "single":
        return "'" + " ".join(words).replace("'", "''") + "'"
    if style == "plain":
        return f"\n{inside}".join(["Gair", *[re.sub(r"[^\w ]", "", word) or "a" for word in words]])
    text = json.dumps(" ".join(words), ensure_ascii=False)
    return text.replace(" ", f"\n{inside}", 1) if style == "double-lines" else text


@st.composite
def case_file(draw: st.DrawFn) -> tuple[str, list[tuple[str | int, ...]]]:
    """Return the text of a file in any layout, and where free text stands in it."""
    lines = ["top:"]
    paths: list[tuple[str | int, ...]] = []
    for at in range(draw(st.integers(1, 5))):
        key = f"k{at}"
        remark = draw(st.sampled_from(["", "", "   # a remark"]))
        shape = draw(st.sampled_from(["text", "language", "list", "flow", "flow-language", "flow-list"]))
        if shape == "text":
            lines.append(f"  {key}: {draw(scalar(2))}")
        elif shape == "language":
            lines.append(f"  {key}:{remark}\n      cy: {draw(scalar(6))}")
        elif shape == "list":
            lines.append(f"  {key}:\n    - {draw(scalar(6))}\n    - Un{remark}")
        elif shape == "flow":
            lines.append(f"  {key}: {{ a: Un, b: 'dau' }}{remark}")
        elif shape == "flow-language":
            lines.append(f'  {key}: {{cy: "Un, dau"}}{remark}')
        else:
            lines.append(f"  {key}: [ Un, dau ]{remark}")
        ends: dict[str, tuple[str | int, ...]] = {"list": (0,), "flow": ("b",), "flow-list": (1,)}
        paths.append(("top", key, *ends.get(shape, ())))
        lines.append(draw(st.sampled_from(["", "  # between", "# at the edge"])))
    return "\n".join(lines) + draw(st.sampled_from(["", "\n"])), paths


@given(case_file(), st.data())
def test_every_line_of_any_file_is_there_afterwards_in_its_order(
    made: tuple[str, list[tuple[str | int, ...]]], data: st.DataObject
) -> None:
    text, paths = made
    before = parsed(text.encode(), "case.yaml").data
    chosen = data.draw(st.lists(st.sampled_from(paths), unique=True, min_size=1))
    words = data.draw(st.lists(WORDS, min_size=1, max_size=3).map("\n\n".join))
    new = added(text.encode(), "case.yaml", [Addition(path, "cy", "en", words) for path in chosen]).decode()
    # Every sign of the old file is in the new one, in order: only something was let in between.
    rest = iter(new)
    assert all(sign in rest for sign in text)
    after = parsed(new.encode(), "case.yaml").data
    for path in paths:
        old, held = before, after
        for step in path:
            old, held = old[step], held[step]
        there = old if isinstance(old, dict) else {"cy": old}
        assert held == ({**there, "en": words} if path in chosen else old)
    for remark in ("  # between", "# at the edge"):
        assert new.split("\n").count(remark) == text.split("\n").count(remark)
