"""Note that a copy was handed over, list what was, and say whether a file is a copy on file. The clock is read here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from dystori.cli.help import FOLDER, Command, flag, option
from dystori.cli.narrowing import PATH, shelf
from dystori.cli.tongue import Tongue
from dystori.findings import Finding, RequestError
from dystori.house import House
from dystori.sharing import (
    Handing,
    Sent,
    Verified,
    entries,
    folder_of,
    kept_beside,
    kept_in,
    note,
    read_copy,
    verify,
)
from dystori.words import Date, Name

#: The exit code of a copy that is not what it should be, and of one noted that somebody should not have been given.
NOT_THE_SAME, NOT_THEIRS = 1, 3


def verify_command(house: House, tongue: Tongue) -> click.Command:
    """Return the command that says whether a file is a copy on file."""

    def run(copy: Path, case: Path | None, pictures: Path | None, log: Path | None, as_json: bool) -> None:
        data = read_copy(copy)
        loaded = house.load(case, shelf(pictures)) if case else None
        record = log or (folder_of(case) if case else None)
        kept = [*kept_beside(copy, data), *(kept_in(record) if record else ())]
        found = verify(house, data, kept, loaded, copy.name)
        if as_json:
            click.echo(json.dumps({**asdict(found), "holds": found.holds}, indent=2))
        else:
            for line in _lines(tongue, found):
                click.echo(line)
        if not found.holds:
            raise click.exceptions.Exit(NOT_THE_SAME)

    params: list[click.Parameter] = [
        click.Argument(["copy"], type=PATH, metavar=tongue.say("help-takes-copy")),
        option(tongue, "--case", key="help-option-verify-case", takes="help-takes-case", type=PATH),
        option(tongue, "--pictures", key="help-option-pictures", takes=FOLDER, type=PATH),
        _log(tongue),
        flag(tongue, "--json", "as_json", key="help-option-json"),
    ]
    return Command(tongue, "verify", "help-verify", run, params)


def sent_command(house: House, tongue: Tongue) -> click.Command:
    """Return the command that notes who was given which copy, or lists it."""

    def run(case: Path, copies: tuple[Path, ...], log: Path | None, pictures: Path | None, **given: Any) -> None:
        loaded = house.load(case, shelf(pictures))
        record = log or folder_of(case)
        if not copies:
            _list(house, tongue, record, given["as_json"])
            return
        today = date.today()
        handing = Handing(
            given["how"] or "", given["by"] or "", _day(given["on"], today), given["to"], given["because"]
        )
        noted = note(house, loaded, copies, handing, record, today=today)
        for one in noted:
            click.echo(one.kept or tongue.say("sent-already"))
        found = [one for done in noted for one in done.findings]
        for line in dict.fromkeys(tongue.line(house.say(one, tongue.language.code)) for one in found):
            click.echo(line, err=True)
        if any(one.code == "sent_not_theirs" for one in found):
            raise click.exceptions.Exit(NOT_THEIRS)

    params: list[click.Parameter] = [
        click.Argument(["case"], type=PATH, metavar=tongue.say("help-takes-case")),
        click.Argument(["copies"], type=PATH, nargs=-1, metavar=f"[{tongue.say('help-takes-copy')}]…"),
        option(tongue, "--how", key="help-option-sent-how"),
        option(tongue, "--by", key="help-option-sent-by"),
        option(tongue, "--on", key="help-option-sent-on"),
        option(tongue, "--to", key="help-option-sent-to", multiple=True),
        option(tongue, "--because", key="help-option-sent-because"),
        option(tongue, "--pictures", key="help-option-pictures", takes=FOLDER, type=PATH),
        _log(tongue),
        flag(tongue, "--json", "as_json", key="help-option-json"),
    ]
    return Command(tongue, "sent", "help-sent", run, params)


def _log(tongue: Tongue) -> click.Option:
    return option(tongue, "--log", key="help-option-sent-log", takes=FOLDER, type=PATH)


def _day(text: str | None, today: date) -> date:
    try:
        return date.fromisoformat(text) if text else today
    except ValueError:
        raise RequestError([Finding("sent_on")]) from None


def _list(house: House, tongue: Tongue, record: Path, as_json: bool) -> None:
    """Print what a record holds: as JSON, or a line each."""
    found = entries(record)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2, default=str))
        return
    for one in found:
        click.echo(_line(house, tongue, one))
    if not found:
        click.echo(tongue.say("sent-nothing"), err=True)


def _line(house: House, tongue: Tongue, sent: Sent) -> str:
    words = house.languages[tongue.language.code]
    values = {
        "document": sent.document,
        "part": sent.part,
        "languages": "+".join(sent.languages),
        "format": sent.format,
        "to": ", ".join(sent.to),
        "by": sent.by,
    }
    said = words.phrase(
        f"sent-{sent.how}",
        {"date": Date(sent.on), **{name: Name(value) for name, value in values.items()}},
        catalogue="tool",
    ).text
    home = [tongue.say("sent-home", number=str(sent.home))] if sent.home else []
    return " ".join([said, *home, *([tongue.say("sent-edited")] if sent.edited else [])])


def _lines(tongue: Tongue, found: Verified) -> Iterator[str]:
    """Yield what is known of a file, a sentence a line; no word of the case is in it."""
    on_file = "verify-by-hand" if found.by_hand else "verify-filed"
    yield tongue.say(on_file if found.filed else "verify-edited" if found.edited else "verify-unknown")
    if found.versions:
        made = ", ".join(f"{name} {version}" for name, version in found.versions.items())
        yield tongue.say("verify-made-with", versions=made)
    if found.same_case is not None:
        yield tongue.say("verify-same-case" if found.same_case else "verify-other-case")
    if found.same_versions is not None:
        yield tongue.say("verify-same-versions" if found.same_versions else "verify-other-versions")
    if found.again is not None:
        yield tongue.say(f"verify-again-{found.again}")
