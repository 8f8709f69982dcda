"""The kinds of document: one module a kind, found by being here."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Part:
    """One document made from a kind: its own template, default reader, and whether each child gets one.

    ``reader`` is ``child`` (each child the document is about, or all of them together) or ``file``.
    ``both`` is how two languages are laid out, and ``both_early`` how they are for the youngest readers, where
    that differs. ``voice`` is how the part looks where the reader's stage does not decide it. ``nations`` limits a
    part to the nations whose law asks for it. ``needs`` names a field without which the part is not made.
    """

    name: str
    reader: Literal["child", "file"]
    per: Literal["child", "case"] = "case"
    both: Literal["columns", "blocks", "back-to-back"] = "columns"
    nations: frozenset[str] = frozenset({"wales", "england"})
    needs: str = ""
    both_early: Literal["", "columns", "blocks", "back-to-back", "facing"] = ""
    voice: Literal["", "report", "story"] = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its name with hyphens, the model of its data, its parts.

    ``carries`` is what a new document of the kind takes over from the last one that has it: pairs of a field
    here and a field there (``next_actions``, or ``outcome.plan`` for one inside another).
    """

    name: str
    model: type[BaseModel]
    parts: tuple[Part, ...]
    carries: tuple[tuple[str, str], ...] = ()

    @property
    def folder(self) -> str:
        """Return the name of its template folder and catalogue: the name with underscores."""
        return self.name.replace("-", "_")


def discover() -> Mapping[str, Kind]:
    """Return every kind whose module is in this package, by name."""
    modules: list[Any] = [
        importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)
    ]
    kinds = [module.KIND for module in modules]
    return {kind.name: kind for kind in sorted(kinds, key=lambda kind: kind.name)}
