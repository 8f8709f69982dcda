"""The command itself: exit codes, the user's language, and that nothing ever ends in a traceback."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

import click

from dystori.cli.commands import group
from dystori.cli.tongue import Tongue
from dystori.findings import DystoriError
from dystori.house import House
from dystori.library import Library

DONE, AT_FAULT, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code (design, *Command line*)."""
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments), Library.default()))


def run(arguments: list[str], library: Library) -> int:
    """Return the exit code of a command; results go to standard output, words for people to standard error."""
    _quiet()
    house = House(library)
    try:
        tongue = Tongue.of(library, arguments, os.environ)
    except DystoriError as error:
        _tell([str(error)])
        return error.exit_code
    try:
        tongue.check_asked(arguments)
        left = group(house, tongue).main(arguments, prog_name="dystori", standalone_mode=False)
    except DystoriError as error:
        _tell(tongue.lines(house, error))
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _tell([tongue.say("stopped")])
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        _tell([error.ctx.get_help()])
        return WRONG_USAGE
    except click.UsageError as error:
        _tell([_usage(error, tongue)])
        return WRONG_USAGE
    except BrokenPipeError:
        return DONE
    except Exception as error:  # a bug of ours: its words could hold a child's, so only its kind is said
        _tell([tongue.say("fault-unexpected", code=type(error).__name__)])
        return AT_FAULT
    # A command that leaves with a number of its own has it handed back here and not raised.
    return left if isinstance(left, int) else DONE


def _usage(error: click.UsageError, tongue: Tongue) -> str:
    keys = {
        click.NoSuchOption: "usage-option",
        click.exceptions.NoSuchCommand: "usage-command",
        click.MissingParameter: "usage-missing",
    }
    key = next((key for kind, key in keys.items() if isinstance(error, kind)), "usage-wrong")
    return tongue.say(key, command=error.ctx.command_path if error.ctx else "dystori")


def _tell(lines: Sequence[str]) -> None:
    for line in lines:
        click.echo(line, err=True)


def _quiet() -> None:
    """Keep other people's loggers from printing what they were given: it could be a child's words."""
    os.umask(0o077)
    for name in ("weasyprint", "fontTools", "PIL", "pikepdf"):
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
