"""Where the templates, the words, the fonts and the kinds are: one small value, made once and passed down.

In a wheel templates and locales lie inside this package, in a checkout at its root. A case system hands in
its own folders; a test hands in a temporary one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dystori_schemas.kinds import Kind, discover


@dataclass(frozen=True)
class Library:
    """The folders of templates and locales, and the kinds of document there are."""

    templates: Traversable
    locales: Traversable
    kinds: Mapping[str, Kind]

    @classmethod
    def default(cls) -> Library:
        """Return the library that came with this installation."""
        inside = files("dystori")
        if inside.joinpath("templates").is_dir():
            return cls(inside.joinpath("templates"), inside.joinpath("locales"), discover())
        root = Path(__file__).parents[2]
        return cls(root / "templates", root / "locales", discover())

    def language_codes(self) -> tuple[str, ...]:
        """Return the languages there are: the folders of ``locales/`` that hold a grammar, in order of name."""
        folders = (folder for folder in self.locales.iterdir() if folder.is_dir())
        return tuple(sorted(folder.name for folder in folders if folder.joinpath("grammar.toml").is_file()))

    def template(self, *names: str) -> str:
        """Return the text of a file below ``templates/``."""
        return self.templates.joinpath(*names).read_text(encoding="utf-8")
