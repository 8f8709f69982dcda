"""The bytes of a file that somebody named: an ordinary file, and no larger than it can be."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import NoReturn

from dystori.findings import CaseError, Finding, Place

#: No case file has more. Bytes.
LARGEST_FILE = 2_000_000
#: Nor has a file of translations. Bytes.
LARGEST_EXCHANGE = 20_000_000


def refuse(code: str, name: str, line: int = 0, column: int = 0, **values: str) -> NoReturn:
    """Raise ``CaseError`` with one finding, and nothing of what was being read."""
    raise CaseError([Finding(code, place=Place(name, line, column), values=values)]) from None


def bytes_of(path: Path, largest: int = LARGEST_FILE) -> bytes:
    """Return the bytes of a file; raises ``CaseError`` for what is none, cannot be read or is larger than it may be."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except (FileNotFoundError, ValueError):  # a name with a nought in it is no file's
        refuse("file_missing", path.name)
    except OSError:
        refuse("file_not_a_file" if path.is_dir() else "file_unreadable", path.name)
    with (
        os.fdopen(handle, "rb", closefd=True) if stat.S_ISREG(os.fstat(handle).st_mode) else _closed(handle, path) as f
    ):
        data = f.read(largest + 1)
    if len(data) > largest:
        refuse("file_too_large", path.name, largest=str(largest))
    return data


def _closed(handle: int, path: Path) -> NoReturn:
    os.close(handle)
    refuse("file_not_a_file", path.name)
