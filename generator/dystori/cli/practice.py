"""What is due, and the rules there are: the commands of practice. Here alone the clock is read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from dystori.cli.help import Command, flag, option
from dystori.cli.narrowing import PATH
from dystori.cli.tongue import Tongue
from dystori.files import write
from dystori.findings import Finding, RequestError
from dystori.house import House
from dystori.practice import (
    calendar,
    due,
    for_a_diary,
    foreign,
    lines_of,
    listed,
    nothing_due,
    plain,
    profile_named,
    profile_of,
    sarif,
)
from dystori.versions import version_of


def profile_option(tongue: Tongue) -> click.Option:
    """Return the option that names a profile of rules, alike for every command."""
    return option(tongue, "--profile", key="help-option-profile")


def tell_rules(house: House, tongue: Tongue, profile: str | None, as_json: bool) -> None:
    """Print every rule, or those of a profile: as JSON, or a line each with what it asks or why it is not looked at."""
    words = house.languages[tongue.language.code]
    rows = listed(words, profile_named(profile) if profile else None)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        sources = "; ".join(
            f"{one['source']} ({one['standing']})" if "standing" in one else one["source"] for one in row["sources"]
        )
        place = "; ".join(filter(None, (", ".join(row["profiles"]), row.get("team"))))
        click.echo(f"{row['id']} [{place}] {row['reason'] or row['asks']} — {sources}")


def log_of(house: House, tongue: Tongue, case: Path, found: list[Finding]) -> str:
    """Return findings as a SARIF log, as text; the case by its way from where the tool was called."""
    here, whole = Path.cwd().resolve(), case.resolve()
    address = whole.relative_to(here).as_posix() if whole.is_relative_to(here) else case.name
    words = house.languages[tongue.language.code]
    log = sarif(found, words, {case.name: address}, version_of("dystori"))
    return json.dumps(log, ensure_ascii=False, indent=2)


def due_command(house: House, tongue: Tongue) -> click.Command:
    """Return the command that says what is due."""

    def run(case: Path, profile: str | None, given: tuple[str, ...], as_json: bool, ics: Path | None) -> None:
        loaded, today = house.load(case), date.today()
        kept = profile_of(loaded, profile)
        found = due(loaded, kept, tuple(map(_event, given)), today)
        words = house.languages[tongue.language.code]
        if foreign(loaded, kept):
            click.echo(tongue.say("due-foreign"), err=True)
        if ics is not None:
            entries = ((one, *for_a_diary(one, words)) for one in found)
            click.echo(write(ics.parent, ics.name, calendar(entries, loaded)))
        elif as_json:
            click.echo(json.dumps([plain(one, loaded) for one in found], ensure_ascii=False, indent=2))
        else:
            for line in (line for one in found for line in lines_of(one, words)):
                click.echo(line)
        if not found:
            click.echo(nothing_due(words), err=True)

    params: list[click.Parameter] = [
        click.Argument(["case"], type=PATH, metavar=tongue.say("help-takes-case")),
        profile_option(tongue),
        option(tongue, "--from", "given", key="help-option-due-from", takes="help-takes-event", multiple=True),
        flag(tongue, "--json", "as_json", key="help-option-json"),
        option(tongue, "--ics", key="help-option-ics", takes="help-takes-file", type=PATH),
    ]
    return Command(tongue, "due", "help-due", run, params)


def _event(text: str) -> tuple[str, date]:
    name, _, day = text.partition("=")
    try:
        return name, date.fromisoformat(day)
    except ValueError:
        raise RequestError([Finding("event_form")]) from None
