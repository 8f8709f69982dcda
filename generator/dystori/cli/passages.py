"""The commands for free text in two languages: ``dystori translations …``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from dystori.cli.help import FOLDER, Command, Group, option
from dystori.cli.narrowing import PATH, shelf, wanted, which
from dystori.cli.tongue import Tongue
from dystori.files import write
from dystori.findings import Severity
from dystori.house import House
from dystori.workshop.case.answers import FORMATS, Speaker


def translations_group(house: House, tongue: Tongue) -> click.Group:
    """Return the commands that send free text out to a translator and take it back in."""
    group = Group(tongue, "translations", "help-translations")
    group.add_command(_export(house, tongue))
    group.add_command(_import(house, tongue))
    return group


def _export(house: House, tongue: Tongue) -> click.Command:
    def export(case: Path, pictures: Path | None, format_: str, out: Path, **settings: Any) -> None:
        from dystori.workshop.case.asked import asked
        from dystori.workshop.case.exchange import packed

        loaded = house.load(case, shelf(pictures))
        found, told = asked(house, loaded, wanted(settings), tongue.say)
        files = packed(house, loaded, found, format_, Speaker(tongue.say, tongue.language.tag))
        for name, data in files.items():
            click.echo(write(out, name, data))
        for one in tongue.told(house, told):
            click.echo(tongue.line(one), err=True)
        if not files:
            click.echo(tongue.say("asked-nothing"), err=True)

    params = [
        *which(tongue),
        click.Option(
            ["--format", "format_"], type=click.Choice(FORMATS), default="xliff", help=tongue.say("help-option-asked")
        ),
        option(tongue, "--out", key="help-option-out", takes=FOLDER, type=PATH, default=Path("out")),
    ]
    return Command(tongue, "export", "help-translations-export", export, params)


def _import(house: House, tongue: Tongue) -> click.Command:
    def bring_in(case: Path, file: Path, pictures: Path | None) -> None:
        from dystori.workshop.case.exchange import bring_in as take

        taken = take(house, case, file, shelf(pictures))
        for one in tongue.told(house, taken.findings):
            click.echo(tongue.line(one), err=True)
        click.echo(tongue.count("translations-taken", taken.new), err=True)
        if taken.same:
            click.echo(tongue.say("translations-same", n=str(taken.same)), err=True)
        if taken.waiting:
            click.echo(tongue.say("translations-waiting", n=str(taken.waiting)), err=True)
        if any(one.severity is Severity.ERROR for one in taken.findings):
            raise click.exceptions.Exit(1)

    params: list[click.Parameter] = [
        click.Argument(["case"], type=PATH, metavar=tongue.say("help-takes-case")),
        click.Argument(["file"], type=PATH, metavar=tongue.say("help-takes-file")),
        option(tongue, "--pictures", key="help-option-pictures", takes=FOLDER, type=PATH),
    ]
    return Command(tongue, "import", "help-translations-import", bring_in, params)
