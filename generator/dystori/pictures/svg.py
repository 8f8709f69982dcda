"""Shapes written as SVG: the same shapes, the same bytes, and no id that another picture of a page has."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from dystori.pictures.shapes import Ink, Shape, Steps, Words


def number(value: float) -> str:
    """Return a number to one place, as short as it can be written."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def markup(shapes: Iterable[Ink], name: str) -> str:
    """Return shapes as SVG; ``name`` begins the ids, which must differ from those of any other picture of a page."""
    counted = iter(range(1, 1000))
    return "".join(_markup(one, name, counted) for one in shapes)


def _markup(one: Ink, name: str, counted: Iterable[int]) -> str:
    if isinstance(one, Shape):
        return f'<path d="{_written(one.steps)}"{_look(one)}/>'
    if isinstance(one, Words):
        return (
            f'<text x="{number(one.x)}" y="{number(one.y)}" font-size="{number(one.size)}" '
            f'font-weight="{one.weight}">{escape(one.text, quote=False)}</text>'
        )
    own = f"{name}-{next(iter(counted))}"
    inner = "".join(_markup(shape, name, counted) for shape in one.shapes)
    outline = f'<path d="{_written(one.outline.steps)}"/>'
    return f'<clipPath id="{own}">{outline}</clipPath><g clip-path="url(#{own})">{inner}</g>'


def _written(path: Steps) -> str:
    return " ".join(f"{name} {' '.join(map(number, at))}" if at else name for name, at in path)


def _look(one: Shape) -> str:
    look = f' fill="{one.fill or "none"}"'
    if one.stroke:
        look += f' stroke="{one.stroke}" stroke-width="{number(one.width)}"'
    if one.blunt:
        look += ' stroke-linecap="butt"'
    return look + (' fill-rule="evenodd"' if one.holed else "")
