"""What stopped the YAML parser, told as the slip of whoever typed: a tab, a colon within a text, or another."""

from __future__ import annotations

import re
from typing import Any

_FIELD = re.compile(r":\s")


def slip(text: str, mark: Any) -> str:
    """Return the code of a slip: ``yaml_tab``, ``yaml_colon`` or ``yaml_syntax``; ``mark`` is the parser's place."""
    lines = text.split("\n")
    if mark is None or mark.line >= len(lines):
        return "yaml_syntax"
    line = lines[mark.line]
    before, here = line[: mark.column], line[mark.column :]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "yaml_tab"
    # A second colon on a line belongs to a text; the first one, to a field that is not indented as it should be.
    return "yaml_colon" if here.startswith(":") and _FIELD.search(before) else "yaml_syntax"
