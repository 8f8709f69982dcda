"""What narrows the documents of a case, alike for every command that takes one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dystori.cli.help import FOLDER, option
from dystori.cli.tongue import Tongue
from dystori.editions import Wanted
from dystori.pictures import PictureShelf

PATH = click.Path(path_type=Path)


def which(tongue: Tongue) -> list[click.Parameter]:
    """Return the case, and the options that narrow its documents."""
    return [
        click.Argument(["case"], type=PATH, metavar=tongue.say("help-takes-case")),
        option(tongue, "--document", "documents", key="help-option-document", multiple=True),
        option(tongue, "--kind", "kinds", key="help-option-kind", multiple=True),
        option(tongue, "--part", "parts", key="help-option-part", multiple=True),
        option(tongue, "--reader", key="help-option-reader"),
        option(tongue, "--language", "languages", key="help-option-language", multiple=True),
        option(tongue, "--pictures", key="help-option-pictures", takes=FOLDER, type=PATH),
    ]


def wanted(settings: dict[str, Any]) -> Wanted:
    """Return what was asked for."""
    names = ("documents", "kinds", "parts", "reader", "languages")
    return Wanted(**{name: settings[name] for name in names})


def shelf(pictures: Path | None) -> PictureShelf | None:
    """Return the pictures folder that was named, if one was."""
    return PictureShelf(pictures) if pictures else None
