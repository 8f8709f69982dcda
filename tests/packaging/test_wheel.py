"""The wheel: exactly two packages, every template and locale in it, and it runs from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder


@pytest.fixture(scope="session")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    return Path(next(WheelBuilder(str(root)).build(directory=str(folder), versions=["standard"])))


def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_wheel_brings_two_packages_and_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in names(wheel) if ".dist-info/" not in name}
    assert tops == {"dystori", "dystori_schemas"}


def test_every_template_and_locale_file_is_in_the_wheel(wheel: Path, root: Path) -> None:
    there = set(names(wheel))
    for folder in ("templates", "locales"):
        files = [path for path in (root / folder).rglob("*") if path.is_file()]
        assert files
        assert not [path for path in files if f"dystori/{path.relative_to(root).as_posix()}" not in there]


def test_the_types_and_published_schemas_are_in_the_wheel(wheel: Path) -> None:
    there = set(names(wheel))
    assert {"dystori/py.typed", "dystori_schemas/py.typed", "dystori_schemas/json/case.schema.json"} <= there


def test_an_installed_wheel_renders_an_example_from_another_folder(wheel: Path, root: Path, tmp_path: Path) -> None:
    """The wheel goes into an environment of its own that borrows only the libraries of this one."""
    target = tmp_path / "env"
    venv.create(target, with_pip=False)
    python = target / ("Scripts" if os.name == "nt" else "bin") / "python"
    site = subprocess.check_output([python, "-c", "import site; print(site.getsitepackages()[0])"], text=True).strip()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    borrowed = [path for path in sys.path if path.endswith("site-packages")]
    done = subprocess.run(
        [
            python,
            "-m",
            "dystori",
            "render",
            root / "examples" / "mali.yaml",
            "--format",
            "txt",
            "--out",
            tmp_path / "o",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([site, *borrowed])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "o").glob("*.txt"))) == len(done.stdout.splitlines())


def test_nothing_is_imported_by_the_path_through_the_source_folders(root: Path) -> None:
    for path in [*root.glob("generator/**/*.py"), *root.glob("schemas/**/*.py"), *root.glob("tests/**/*.py")]:
        text = path.read_text(encoding="utf-8")
        assert "import generator" + "." not in text
        assert "from schemas" + "." not in text
