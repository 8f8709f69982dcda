"""What a nation decides that is printed: the languages of its letters, its helplines with their source."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dystori.library import Library


@dataclass(frozen=True)
class Nation:
    """``both`` is the pair meant by *both*; ``unless_chosen`` is used where a reader's choice is not stored."""

    both: str
    unless_chosen: str
    helplines: tuple[Mapping[str, Any], ...]


def nations(library: Library) -> Mapping[str, Nation]:
    """Return every nation of ``locales/nations.toml``."""
    data = tomllib.loads(library.locales.joinpath("nations.toml").read_text(encoding="utf-8"))
    return {
        name: Nation(entry["both"], entry["unless_chosen"], tuple(entry.get("helplines", ())))
        for name, entry in data.items()
    }
