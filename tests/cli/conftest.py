"""What the tests of the command line share: a place without a language of the machine's, and how a command ended."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dystori.cli.main import run
from dystori.library import Library

LANGUAGE_VARIABLES = ("DYSTORI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _plain_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run without a language of the machine's, in an empty folder."""
    for name in LANGUAGE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def tool_of(capsys: pytest.CaptureFixture[str]) -> Callable[[Library], Callable[..., Ended]]:
    """Return what runs the command line of a library in this process."""

    def tool_of(library: Library) -> Callable[..., Ended]:
        def tool(*arguments: object) -> Ended:
            before = os.umask(0o022)
            try:
                code = run([str(one) for one in arguments], library)
            finally:
                os.umask(before)
            told = capsys.readouterr()
            return Ended(code, told.out, told.err)

        return tool

    return tool_of
