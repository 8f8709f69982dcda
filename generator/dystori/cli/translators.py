"""The commands for translators: ``dystori words …``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from dystori.cli.help import FOLDER, Command, Group, flag, option
from dystori.cli.tongue import Tongue
from dystori.findings import Finding, Severity
from dystori.house import House
from dystori.workshop.report import FIGURES, Row
from dystori.workshop.units import FORMATS

_PATH = click.Path(path_type=Path)
#: Where the case files are that a preview is made of, from where the command is run.
_CASES = Path("examples")


def words_group(house: House, tongue: Tongue) -> click.Group:
    """Return the commands that keep the words."""
    group = Group(tongue, "words", "help-words")
    for make in (_check, _collect, _report, _preview, _export, _import, _pseudo):
        group.add_command(make(house, tongue))
    return group


def _locales(house: House) -> Path:
    return Path(str(house.library.locales))


def _tell(house: House, tongue: Tongue, found: Sequence[Finding], as_json: bool, nothing: str) -> None:
    """Print findings and end with 1 when one of them is more than advice."""
    from dystori.cli.commands import tell

    tell(tongue, tongue.told(house, found), as_json, nothing)
    if any(one.severity >= Severity.WARNING for one in found):
        raise click.exceptions.Exit(1)


def _json(tongue: Tongue) -> click.Option:
    return flag(tongue, "--json", "as_json", key="help-option-json")


def _output(tongue: Tongue, **settings: Any) -> click.Option:
    return option(tongue, "--output", key="help-option-output", takes=FOLDER, type=_PATH, **settings)


def _check(house: House, tongue: Tongue) -> click.Command:
    def check(spelling: bool, as_json: bool) -> None:
        from dystori.words.spelling import unknown_words
        from dystori.workshop.keeping import all_catalogues, check_words

        found = check_words(house)
        if spelling:
            found += unknown_words(house.library, all_catalogues(house))
        _tell(house, tongue, found, as_json, "words-in-order")

    params = [flag(tongue, "--spelling", key="help-option-spelling"), _json(tongue)]
    return Command(tongue, "check", "help-words-check", check, params)


def _collect(house: House, tongue: Tongue) -> click.Command:
    def collect() -> None:
        from dystori.workshop.keeping import collect_words

        for done in collect_words(house, _locales(house)):
            if done.written:
                click.echo(done.file)

    return Command(tongue, "collect", "help-words-collect", collect)


def _report(house: House, tongue: Tongue) -> click.Command:
    def report(since: str | None, against: Path | None, as_json: bool) -> None:
        from dystori.workshop import older
        from dystori.workshop import report as reporting
        from dystori.workshop.keeping import all_catalogues

        before = None
        if against is not None:
            before = older.in_folder(against)
        elif since is not None:
            before = older.at(_locales(house), since)
        rows = reporting.report(house.library, all_catalogues(house), before)
        if as_json:
            click.echo(json.dumps([row.plain() for row in rows], ensure_ascii=False, indent=2))
            return
        figures = FIGURES if before else FIGURES[:-2]
        for line in _table(tongue, [*rows, *reporting.totals(rows)], figures):
            click.echo(line)

    params: list[click.Parameter] = [
        option(tongue, "--since", key="help-option-since", takes="help-takes-date"),
        option(tongue, "--against", key="help-option-against", takes=FOLDER, type=_PATH),
        _json(tongue),
    ]
    return Command(tongue, "report", "help-words-report", report, params)


def _table(tongue: Tongue, rows: Sequence[Row], figures: Sequence[str]) -> list[str]:
    """Return rows as lines: names to the left, figures to the right; what is nought is left open."""
    names = ("language", "catalogue", "register", "stage")
    head = [tongue.say(f"report-{name.replace('_', '-')}") for name in (*names, *figures)]
    cells = [head]
    for row in rows:
        total = not row.catalogue
        named = [row.language, tongue.say("report-total") if total else row.catalogue, row.register, row.stage]
        cells.append([*named, *(f"{getattr(row, name):,}" if getattr(row, name) else "" for name in figures)])
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if at < len(names) else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in cells
    ]


def _preview(house: House, tongue: Tongue) -> click.Command:
    def preview(entries: tuple[str, ...], cases: Path, output: Path) -> None:
        from dystori.workshop.gallery import Labels
        from dystori.workshop.preview import preview as make

        names = ("title", "search", "found", "unseen", "only", "place", "choose")
        labels = Labels(tongue.language.tag, *(tongue.say(f"preview-{name}") for name in names))
        made = make(house, cases, output, entries, labels)
        click.echo(made.index)
        counts = {"shown": str(made.shown), "pages": str(made.pages), "apart": str(len(made.apart))}
        click.echo(tongue.say("previewed", **counts), err=True)

    params: list[click.Parameter] = [
        click.Argument(["entries"], nargs=-1, metavar=f"[{tongue.say('help-takes-entry')}]…"),
        option(tongue, "--cases", key="help-option-cases", takes=FOLDER, type=_PATH, default=_CASES),
        _output(tongue, required=True),
    ]
    return Command(tongue, "preview", "help-words-preview", preview, params)


def _export(house: House, tongue: Tongue) -> click.Command:
    def export(format_: str, output: Path) -> None:
        from dystori.workshop.exchange import send_out

        for path in send_out(house, format_, output, tongue.say):
            click.echo(path)

    params: list[click.Parameter] = [
        click.Option(
            ["--format", "format_"],
            type=click.Choice(FORMATS),
            default="xliff",
            help=tongue.say("help-option-exchange"),
        ),
        _output(tongue, default=Path()),
    ]
    return Command(tongue, "export", "help-words-export", export, params)


def _import(house: House, tongue: Tongue) -> click.Command:
    def bring_in(file: Path, as_json: bool) -> None:
        from dystori.workshop.exchange import bring_in as take

        taken = take(house, file, _locales(house))
        click.echo(tongue.count("taken-in", taken.changed), err=True)
        if taken.fuzzy:
            click.echo(tongue.say("taken-fuzzy", n=str(taken.fuzzy)), err=True)
        if taken.refused or as_json:
            _tell(house, tongue, taken.refused, as_json, "words-in-order")

    params: list[click.Parameter] = [
        click.Argument(["file"], type=_PATH, metavar=tongue.say("help-takes-file")),
        _json(tongue),
    ]
    return Command(tongue, "import", "help-words-import", bring_in, params)


def _pseudo(house: House, tongue: Tongue) -> click.Command:
    def pseudo(output: Path) -> None:
        from dystori.workshop import pseudo as making

        for path in making.write(house.library, house.catalogues(), output):
            click.echo(path)

    return Command(tongue, "pseudo", "help-words-pseudo", pseudo, [_output(tongue, required=True)])
