"""A text as it is typed in YAML: as plainly as every reader of YAML can read it back."""

from __future__ import annotations

import json

import yaml

#: How much further in a line stands than what it belongs to.
STEP = 2


def quoted(text: str) -> str:
    """Return a text between quotes, as JSON and YAML read it."""
    return json.dumps(text, ensure_ascii=False)


def block(text: str, column: int, line_end: str) -> str:
    """Return a text as it stands after a key on a line of its own; paragraphs stand under it."""
    if "\n" in text:
        inside = " " * (column + STEP)
        lines = [f"{inside}{line}" if line else "" for line in text.split("\n")]
        literal = line_end.join(["|-", *lines])
        if _says(f"{' ' * column}k: {literal}", text):
            return literal
    return text if _is_text(text) and _says(f"k: {text}", text) else quoted(text)


def in_line(text: str) -> str:
    """Return a text as it stands between brackets."""
    lines = (f"{{k: {text}, l: m}}", f"{{l: m, k: {text}}}")
    return text if _is_text(text) and all(_says(line, text) for line in lines) else quoted(text)


def _says(line: str, text: str) -> bool:
    """Return whether what is called ``k`` in a line of YAML is this text, for one reader of YAML and for another."""
    try:
        for loader in (yaml.CSafeLoader, yaml.SafeLoader):
            node = yaml.compose(line, Loader=loader)
            pairs = [(key.value, value.value) for key, value in node.value] if node else []
            if sorted(pairs, key=str) != [("k", text)] + [("l", "m")] * line.startswith("{"):
                return False
    except yaml.YAMLError:
        return False
    return True


def _is_text(text: str) -> bool:
    """Return whether every reader of YAML takes a plain word as text, and not as a number or a yes."""
    try:
        return bool(yaml.safe_load(text) == text)
    except (yaml.YAMLError, ValueError):
        return False
