"""The commands for translators: ``dystori words …``."""

from __future__ import annotations

from pathlib import Path

import click

from dystori.cli.tongue import Tongue
from dystori.findings import Severity
from dystori.house import House


def words_group(house: House, tongue: Tongue) -> click.Group:
    """Return the commands that keep the words."""
    say = tongue.say

    def check(as_json: bool) -> None:
        from dystori.cli.commands import tell

        found = [house.say(one, tongue.language.code) for one in house.check_words()]
        tell(tongue, found, as_json)
        if any(one.severity >= Severity.WARNING for one in found):
            raise click.exceptions.Exit(1)

    def collect() -> None:
        for done in house.collect_words(Path(str(house.library.locales))):
            if done.written:
                click.echo(done.file)

    group = click.Group("words", help=say("help-words"))
    as_json = click.Option(["--json", "as_json"], is_flag=True, help=say("help-option-json"))
    group.add_command(click.Command("check", callback=check, params=[as_json], help=say("help-words-check")))
    group.add_command(click.Command("collect", callback=collect, help=say("help-words-collect")))
    return group
