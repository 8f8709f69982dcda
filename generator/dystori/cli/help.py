"""Commands whose help is in the language of whoever calls, down to its headings and the words for what to give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from dystori.cli.tongue import OPTIONS, Tongue

#: What an option takes: the entry that names it.
TEXT, FOLDER = "help-takes-text", "help-takes-folder"


class Command(click.Command):
    """A command that explains itself in somebody's language, and takes that language anywhere on its line."""

    def __init__(
        self,
        tongue: Tongue,
        name: str,
        key: str,
        callback: Callable[..., None] | None = None,
        params: Sequence[click.Parameter] = (),
        **settings: Any,
    ) -> None:
        """Take help from the entry of a key of the tool's catalogue."""
        self.tongue = tongue
        common = [
            option(tongue, *OPTIONS, "interface", key="help-option-interface", expose_value=False),
            flag(tongue, "--help", "-h", key="help-option-help", is_eager=True, expose_value=False, callback=_help),
        ]
        super().__init__(
            name,
            help=tongue.say(key),
            callback=callback,
            params=[*params, *common],
            options_metavar=f"[{tongue.say('help-takes-options')}]",
            **settings,
        )

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of how to call it."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{self.tongue.say('help-usage')} ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what may be given."""
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        # The one word that click adds of its own is English.
        needed = f"[{self.tongue.say('help-required')}]"
        records = (record for one in options if (record := one.get_help_record(ctx)))
        rows = [(names, said.replace("[required]", needed)) for names, said in records]
        with formatter.section(self.tongue.say("help-options")):
            formatter.write_dl(rows)


class Group(Command, click.Group):
    """A command of commands."""

    def __init__(self, tongue: Tongue, name: str, key: str, params: Sequence[click.Parameter] = ()) -> None:
        """Take help from the entry of a key of the tool's catalogue."""
        super().__init__(tongue, name, key, params=params, subcommand_metavar=f"{tongue.say('help-takes-command')} …")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what may be given, and the commands, each with its first sentence."""
        super().format_options(ctx, formatter)
        with formatter.section(self.tongue.say("help-commands")):
            formatter.write_dl([(name, self.commands[name].help or "") for name in self.list_commands(ctx)])


def option(tongue: Tongue, *names: str, key: str, takes: str = TEXT, **settings: Any) -> click.Option:
    """Return an option with help from the tool's catalogue."""
    return click.Option(list(names), help=tongue.say(key), metavar=tongue.say(takes), **settings)


def flag(tongue: Tongue, *names: str, key: str, **settings: Any) -> click.Option:
    """Return an option that takes nothing."""
    return click.Option(list(names), help=tongue.say(key), is_flag=True, **settings)


def _help(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        click.echo(context.get_help())
        context.exit()
