"""The same case gives the same bytes: twice, from another folder, in another locale and time zone."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import hashlib, sys, dystori
case = dystori.load(sys.argv[1])
for one in dystori.render(case, documents=["visit-november"], languages=["cy", "cy+en"]):
    print(one.name, hashlib.sha256(one.data).hexdigest())
"""


def hashes(root: Path, folder: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(root / "examples" / "mali.yaml")],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_another_folder_locale_time_zone_and_hash_seed_change_no_byte(root: Path, tmp_path: Path) -> None:
    first = hashes(root, root, PYTHONHASHSEED="1", TZ="UTC", LANG="C.UTF-8")
    second = hashes(root, tmp_path, PYTHONHASHSEED="2", TZ="Pacific/Auckland", LANG="tr_TR.UTF-8", LC_ALL="C")
    assert first == second
    assert len(first.splitlines()) == 2 * 2 * 4


def test_a_document_is_what_its_manifest_says(root: Path, tmp_path: Path) -> None:
    import dystori

    case = dystori.load(root / "examples" / "mali.yaml")
    for document in dystori.render(case, formats=["txt"]):
        path = document.save(tmp_path)
        assert hashlib.sha256(path.read_bytes()).hexdigest() == document.manifest["sha256"]


def test_a_manifest_holds_no_name(root: Path) -> None:
    import dystori

    case = dystori.load(root / "examples" / "mali.yaml")
    for document in dystori.render(case, formats=["txt"]):
        text = f"{document.manifest} {document.name}".lower()
        assert not [name for name in ("mali", "prydderch", "siân", "nesta", "khan") if name in text]


@pytest.mark.parametrize("format_", ["txt", "html", "docx"])
def test_rendering_puts_nothing_on_the_disk(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    import dystori

    case = dystori.load(root / "examples" / "mali.yaml")
    monkeypatch.chdir(tmp_path)
    list(dystori.render(case, formats=[format_]))
    assert list(tmp_path.iterdir()) == []
