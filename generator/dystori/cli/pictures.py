"""The commands about pictures: ``dystori pictures`` and ``dystori pictures draw``."""

from __future__ import annotations

import click

from dystori import sketching
from dystori.cli.help import Command, Group
from dystori.cli.tongue import Tongue
from dystori.house import House


def pictures_group(house: House, tongue: Tongue) -> click.Group:
    """Return the command that shows what can be drawn, with one below it that draws a scene."""

    def pictures() -> None:
        if click.get_current_context().invoked_subcommand is None:
            click.echo(sketching.vocabulary(house.languages[tongue.language.code]))

    group = Group(tongue, "pictures", "help-pictures")
    group.callback = pictures
    group.invoke_without_command = True
    group.no_args_is_help = False
    group.add_command(_draw(house, tongue))
    return group


def _draw(house: House, tongue: Tongue) -> click.Command:
    def draw(scene: str) -> None:
        drawn, told = sketching.sketch(scene, house.languages[tongue.language.code])
        click.echo(drawn)
        click.echo(told, err=True)

    which = click.Argument(["scene"], metavar=tongue.say("help-takes-scene"))
    return Command(tongue, "draw", "help-pictures-draw", draw, [which])
