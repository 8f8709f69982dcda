"""Whether a file is a copy on file: what is known of it, in words or as data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from dystori.cli.help import FOLDER, Command, flag, option
from dystori.cli.tongue import Tongue
from dystori.house import House
from dystori.pictures import PictureShelf
from dystori.sharing import Verified, kept_beside, read_copy, verify

_PATH = click.Path(path_type=Path)
#: The exit code of a copy that is not what it should be.
NOT_THE_SAME = 1


def verify_command(house: House, tongue: Tongue) -> click.Command:
    """Return the command that says whether a file is a copy on file."""

    def run(copy: Path, case: Path | None, pictures: Path | None, as_json: bool) -> None:
        data = read_copy(copy)
        loaded = house.load(case, PictureShelf(pictures) if pictures else None) if case else None
        found = verify(house, data, kept_beside(copy), loaded, copy.name)
        if as_json:
            click.echo(json.dumps({**asdict(found), "holds": found.holds}, indent=2))
        else:
            for line in _lines(tongue, found):
                click.echo(line)
        if not found.holds:
            raise click.exceptions.Exit(NOT_THE_SAME)

    params: list[click.Parameter] = [
        click.Argument(["copy"], type=_PATH, metavar=tongue.say("help-takes-copy")),
        option(tongue, "--case", key="help-option-verify-case", takes="help-takes-case", type=_PATH),
        option(tongue, "--pictures", key="help-option-pictures", takes=FOLDER, type=_PATH),
        flag(tongue, "--json", "as_json", key="help-option-json"),
    ]
    return Command(tongue, "verify", "help-verify", run, params)


def _lines(tongue: Tongue, found: Verified) -> Iterator[str]:
    """Yield what is known of a file, a sentence a line; no word of the case is in it."""
    yield tongue.say("verify-filed" if found.filed else "verify-edited" if found.edited else "verify-unknown")
    if found.versions:
        made = ", ".join(f"{name} {version}" for name, version in found.versions.items())
        yield tongue.say("verify-made-with", versions=made)
    if found.same_case is not None:
        yield tongue.say("verify-same-case" if found.same_case else "verify-other-case")
    if found.same_versions is not None:
        yield tongue.say("verify-same-versions" if found.same_versions else "verify-other-versions")
    if found.again is not None:
        yield tongue.say(f"verify-again-{found.again}")
