"""Write a finished file: privately, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from dystori.findings import Finding, OutputError, Place


def write(folder: Path, name: str, data: bytes) -> Path:
    """Write bytes under a name, readable by their owner only, and return the path.

    The file appears whole under its name or not at all, and an older file of that name is there until then.
    Raises ``OutputError`` ``output_folder`` or ``output_file``.
    """
    try:
        _private(folder)
    except OSError:
        raise OutputError([Finding("output_folder", place=Place(folder.name))]) from None
    passing = folder / f".{name}.{secrets.token_hex(4)}.part"
    try:
        handle = os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            os.chmod(passing, 0o600)  # a umask can take the owner's rights too
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(passing, folder / name)
        _sync(folder)
    except OSError:
        raise OutputError([Finding("output_file", place=Place(name))]) from None
    finally:
        # Whatever stopped it, an interruption too, half a letter is not left lying about.
        with contextlib.suppress(OSError):
            passing.unlink(missing_ok=True)
    return folder / name


def numbered(folder: Path) -> Path:
    """Make the next numbered folder (``0001`` and on) in a folder, for its owner only, and return its path.

    Two who ask at once get a number each. Raises ``OutputError`` ``output_folder``.
    """
    try:
        _private(folder)
        number = 1 + max((int(one.name) for one in folder.iterdir() if one.name.isdecimal()), default=0)
        while True:
            made = folder / f"{number:04}"
            try:
                made.mkdir(mode=0o700)
            except FileExistsError:
                number += 1
                continue
            made.chmod(0o700)
            _sync(folder)
            return made
    except OSError:
        raise OutputError([Finding("output_folder", place=Place(folder.name))]) from None


def _private(folder: Path) -> None:
    """Make a folder, and those it lies in, for their owner only; a folder that is there stays as it is."""
    for one in (*reversed(folder.parents), folder):
        if not one.is_dir():
            one.mkdir(mode=0o700, exist_ok=True)
            one.chmod(0o700)


def _sync(folder: Path) -> None:
    # A folder cannot be opened for this on Windows; the rename itself is whole there too.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
