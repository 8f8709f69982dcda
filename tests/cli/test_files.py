"""A finished file is private, and appears whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from dystori import OutputError
from dystori.files import write


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777], ids=oct)
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("_umask")
def test_files_and_the_folders_made_for_them_are_their_owners_only_whatever_the_umask(tmp_path: Path) -> None:
    path = write(tmp_path / "a" / "b", "letter.txt", b"words")
    assert [oct(_mode(one)) for one in (path, path.parent, path.parent.parent)] == ["0o600", "0o700", "0o700"]


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o750)
    write(tmp_path / "shared", "letter.txt", b"words")
    assert _mode(tmp_path / "shared") == 0o750


def test_a_file_that_others_could_read_is_private_once_written_again(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"old")
    (tmp_path / "letter.txt").chmod(0o644)
    assert _mode(write(tmp_path, "letter.txt", b"new")) == 0o600


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"not ours")
    (tmp_path / "letter.txt").symlink_to(tmp_path / "elsewhere")
    write(tmp_path, "letter.txt", b"words")
    assert (tmp_path / "elsewhere").read_bytes() == b"not ours"
    assert not (tmp_path / "letter.txt").is_symlink()


@pytest.mark.parametrize("step", ["open", "chmod", "fsync", "replace", "fdopen"])
def test_a_write_that_fails_leaves_the_old_file_and_no_half_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    write(tmp_path, "letter.txt", b"old")

    def full(*_: object, **__: object) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(OutputError) as error:
        write(tmp_path, "letter.txt", b"new")
    monkeypatch.undo()
    assert [finding.code for finding in error.value.findings] == ["output_file"]
    assert error.value.exit_code == 4
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"letter.txt": b"old"}


def test_a_full_disk_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The device that is always full takes the place of the passing file."""
    opened = os.open
    monkeypatch.setattr(os, "open", lambda path, flags, mode=0o777: opened("/dev/full", os.O_WRONLY))
    monkeypatch.setattr(os, "chmod", lambda *_: None)
    with pytest.raises(OutputError):
        write(tmp_path, "letter.txt", b"words")
    assert list(tmp_path.iterdir()) == []


def test_an_interruption_leaves_the_old_file_and_no_half_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "letter.txt", b"old")

    def stop(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, "letter.txt", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"letter.txt": b"old"}


def test_a_folder_that_cannot_be_made_is_told_by_its_own_name_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError) as error:
        write(tmp_path / "file" / "out", "letter.txt", b"words")
    assert [finding.code for finding in error.value.findings] == ["output_folder"]
    assert str(tmp_path) not in str(error.value)
