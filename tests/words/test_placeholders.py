"""The placeholder language: a name, perhaps a form, and nothing behind them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dystori.words.placeholders import Placeholder, PlaceholderError, parse


def test_a_text_is_passages_and_placeholders_in_order() -> None:
    assert parse("Bydd {worker} {town:yn} yfory.") == (
        "Bydd ",
        Placeholder("worker"),
        " ",
        Placeholder("town", "yn"),
        " yfory.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "}",
        "{}",
        "{{name}}",
        "{name",
        "name}",
        "{name.__class__}",
        "{name[0]}",
        "{name!r}",
        "{name:>99999999}",
        "{0}",
        "{name:yn:i}",
        "{ name }",
        "{Name}",
        "{name:}",
        "{enẃ}",
    ],
)
def test_anything_else_in_braces_is_refused(text: str) -> None:
    with pytest.raises(PlaceholderError):
        parse(text)


@pytest.mark.parametrize("text", ["100% i chi", "%(name)s", "%s", "$name", "<b>"])
def test_other_ways_to_format_mean_nothing(text: str) -> None:
    assert parse(text) == (text,)


@given(st.text(alphabet=st.one_of(st.sampled_from("{}:abc_ .!"), st.characters())))
def test_no_text_breaks_the_parser_or_loses_a_sign(text: str) -> None:
    try:
        pieces = parse(text)
    except PlaceholderError:
        return
    told = [
        piece if isinstance(piece, str) else "{" + ":".join(filter(None, (piece.name, piece.form))) + "}"
        for piece in pieces
    ]
    assert "".join(told) == text
