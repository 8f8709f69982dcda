"""A small good case, and ways to load it, for the tests of reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dystori import Case, House, Library

SMALL = """\
dystori: "1"
reference: AB-1
nation: wales
organisation: { name: Cyngor Aberwen, phone: 01632 960 001 }
people:
  kit: { kind: child, name: Kit Rowan }
  sam: { kind: practitioner, name: Sam Gwilym }
documents:
  - kind: case-note
    id: one
    type: visit
    about: [kit]
    date: 2026-11-13
    written_in: en
    signed: { by: sam }
    meeting: { on: 2026-11-12 }
    purpose: I came to hear how you are.
"""


@pytest.fixture(scope="session")
def house() -> House:
    return House(Library.default())


@pytest.fixture
def small() -> str:
    return SMALL


@pytest.fixture
def load(house: House, tmp_path: Path) -> Callable[..., Case]:
    """Load text or bytes as a file of a name."""

    def load(text: str | bytes, name: str = "case.yaml") -> Case:
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        return house.load(path)

    return load
