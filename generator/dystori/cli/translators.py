"""The commands for translators: ``dystori words …``."""

from __future__ import annotations

from pathlib import Path

import click

from dystori.cli.help import Command, Group, flag
from dystori.cli.tongue import Tongue
from dystori.findings import Severity
from dystori.house import House


def words_group(house: House, tongue: Tongue) -> click.Group:
    """Return the commands that keep the words."""

    def check(as_json: bool) -> None:
        from dystori.cli.commands import tell

        found = [house.say(one, tongue.language.code) for one in house.check_words()]
        tell(tongue, found, as_json, "words-in-order")
        if any(one.severity >= Severity.WARNING for one in found):
            raise click.exceptions.Exit(1)

    def collect() -> None:
        for done in house.collect_words(Path(str(house.library.locales))):
            if done.written:
                click.echo(done.file)

    group = Group(tongue, "words", "help-words")
    as_json = flag(tongue, "--json", "as_json", key="help-option-json")
    group.add_command(Command(tongue, "check", "help-words-check", check, [as_json]))
    group.add_command(Command(tongue, "collect", "help-words-collect", collect))
    return group
