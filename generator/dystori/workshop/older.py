"""The catalogues as they once were: in another folder, or in the history of the checkout the words lie in."""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Callable
from pathlib import Path

from dystori.findings import Finding, RequestError

#: A catalogue as it was, by language and name; None where there was none.
Older = Callable[[str, str], bytes | None]


def in_folder(locales: Path) -> Older:
    """Return the catalogues of another ``locales`` folder; raises RequestError ``older_missing``."""
    if not locales.is_dir():
        raise RequestError([Finding("older_missing")])

    def older(code: str, name: str) -> bytes | None:
        path = locales / code / f"{name}.po"
        return path.read_bytes() if path.is_file() else None

    return older


def at(locales: Path, day: str) -> Older:
    """Return the catalogues as they were when a day (``2026-11-01``) began, from git.

    Where the history begins later, every word is new. Raises RequestError ``date_form`` for another form of
    day and ``history_missing`` where there is no git or no checkout.
    """
    try:
        datetime.date.fromisoformat(day)
    except ValueError:
        raise RequestError([Finding("date_form", values={"example": "2026-11-01"})]) from None
    found = _git(locales, "log", "-1", f"--before={day} 00:00", "--format=%H", "--", ".")
    if found is None:
        raise RequestError([Finding("history_missing")])
    commit = found.decode().strip()

    def older(code: str, name: str) -> bytes | None:
        return _git(locales, "show", f"{commit}:./{code}/{name}.po") if commit else None

    return older


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Return what git prints, or None where it has nothing to say."""
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
