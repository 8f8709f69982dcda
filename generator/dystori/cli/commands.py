"""The commands: what each is called with, in the language of whoever calls."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from dystori.cli.help import FOLDER, Command, Group, flag, option
from dystori.cli.narrowing import PATH, shelf, wanted, which
from dystori.cli.passages import translations_group
from dystori.cli.pictures import pictures_group
from dystori.cli.practice import due_command, log_of, profile_option, tell_rules
from dystori.cli.sharing import sent_command, verify_command
from dystori.cli.tongue import Tongue
from dystori.cli.translators import words_group
from dystori.findings import CaseError, Finding, RequestError, Severity
from dystori.house import House
from dystori.versions import version_of

#: The exit code of a check that found something as grave as it was asked to fail on.
FOUND = 3
_FAIL_ON = {"error": Severity.ERROR, "warning": Severity.WARNING, "advice": Severity.ADVICE}


def group(house: House, tongue: Tongue) -> click.Group:
    """Return the command line in somebody's language."""
    versions = flag(
        tongue, "--version", key="help-option-version", is_eager=True, expose_value=False, callback=_version
    )
    main = Group(tongue, "dystori", "help-main", [versions])
    for make in (_render, _check, due_command, sent_command, verify_command, _new, _kinds, _schema):
        main.add_command(make(house, tongue))
    main.add_command(pictures_group(house, tongue))
    main.add_command(translations_group(house, tongue))
    main.add_command(words_group(house, tongue))
    return main


def _version(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        click.echo(version_of("dystori"))
        context.exit()


def _render(house: House, tongue: Tongue) -> click.Command:
    def render(
        *,
        case: Path,
        pictures: Path | None,
        formats: tuple[str, ...],
        out: Path,
        fail_on: str | None,
        **settings: Any,
    ) -> None:
        loaded = house.load(case, shelf(pictures))
        # Everything is made before anything is written: a fault in the last letter leaves no first one behind.
        made = list(house.render(loaded, wanted(settings), formats, date.today(), over=out))
        if not made:
            raise RequestError([Finding("reader_gets_nothing") if settings["reader"] else Finding("no_documents")])
        found = [one for document in made for one in document.findings]
        told = (tongue.line(house.say(one, tongue.language.code)) for one in found)
        for line in dict.fromkeys(told):  # every format of a document has the same to say
            click.echo(line, err=True)
        if _fails(found, fail_on):
            click.echo(tongue.say("wrote-nothing"), err=True)
            raise click.exceptions.Exit(FOUND)
        for document in made:
            click.echo(document.save(out))
            document.keep_manifest(out)
        click.echo(tongue.say("wrote", n=str(len(made)), folder=out.name or str(out)), err=True)

    params = [
        *which(tongue),
        option(tongue, "--format", "formats", key="help-option-format", multiple=True),
        option(tongue, "--out", key="help-option-out", takes=FOLDER, type=PATH, default=Path("out")),
        _fail_on(tongue),
    ]
    return Command(tongue, "render", "help-render", render, params)


def _fail_on(tongue: Tongue) -> click.Option:
    return click.Option(["--fail-on"], type=click.Choice(list(_FAIL_ON)), help=tongue.say("help-option-fail-on"))


def _fails(found: Iterable[Finding], fail_on: str | None) -> bool:
    """Return whether anything is as grave as a command was asked to fail on; what the case sets aside is not."""
    return bool(fail_on) and any(
        one.severity >= _FAIL_ON[str(fail_on)] and not one.values.get("waived") for one in found
    )


def _check(house: House, tongue: Tongue) -> click.Command:
    def check(
        *,
        case: Path | None,
        pictures: Path | None,
        profile: str | None,
        rules: bool,
        as_json: bool,
        as_sarif: bool,
        fail_on: str | None,
        **settings: Any,
    ) -> None:
        if rules:
            tell_rules(house, tongue, profile, as_json)
            return
        if case is None:
            raise click.MissingParameter(ctx=click.get_current_context(), param=params[0])
        try:
            loaded = house.load(case, shelf(pictures))
            found = house.check(loaded, wanted(settings), profile, date.today())
        except CaseError as error:
            # Who reads findings as data reads a file that cannot be used in the same form.
            if not (as_json or as_sarif):
                raise
            found, stopped = list(error.findings), error.exit_code
        else:
            stopped = 0
        told = [house.say(one, tongue.language.code) for one in found]
        if as_sarif:
            click.echo(log_of(house, tongue, case, told))
        else:
            tell(tongue, told, as_json)
        if stopped:
            raise click.exceptions.Exit(stopped)
        if _fails(found, fail_on):
            raise click.exceptions.Exit(FOUND)

    params = [
        click.Argument(["case"], type=PATH, required=False, metavar=tongue.say("help-takes-case")),
        *which(tongue)[1:],
        profile_option(tongue),
        flag(tongue, "--rules", key="help-option-rules"),
        flag(tongue, "--json", "as_json", key="help-option-json"),
        flag(tongue, "--sarif", "as_sarif", key="help-option-sarif"),
        _fail_on(tongue),
    ]
    return Command(tongue, "check", "help-check", check, params)


def tell(tongue: Tongue, found: list[Finding], as_json: bool, nothing: str = "nothing-found") -> None:
    """Print findings: as JSON on standard output, or in words on standard error."""
    if as_json:
        click.echo(json.dumps([plain(one) for one in found], ensure_ascii=False, indent=2))
        return
    for one in found:
        click.echo(tongue.line(one), err=True)
    if not found:
        click.echo(tongue.say(nothing), err=True)


def plain(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain data."""
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "path": place.path,
        "message": finding.message,
    } | {
        name: finding.values[name]
        for name in ("rule", "source", "waived")
        if "rule" in finding.values and name in finding.values
    }


def _kinds(house: House, tongue: Tongue) -> click.Command:
    def kinds() -> None:
        for kind in house.library.kinds.values():
            parts = ", ".join(part.name for part in kind.parts)
            click.echo(tongue.say("kind-line", kind=kind.name, parts=parts))

    return Command(tongue, "kinds", "help-kinds", kinds)


def _schema(house: House, tongue: Tongue) -> click.Command:
    def schema(kind: str | None) -> None:
        from dystori.words.field_help import translated
        from dystori_schemas.publish import schema_text

        kinds = house.library.kinds
        if kind is not None and kind not in kinds:
            raise RequestError([Finding("kind_unknown", values={"choices": ", ".join(kinds)})])
        wanted = kinds if kind is None else {kind: kinds[kind]}
        if tongue.language.grammar.data.base:
            click.echo(schema_text(wanted), nl=False)
        else:
            click.echo(translated(wanted, house.library, tongue.language.code), nl=False)

    which = click.Argument(["kind"], required=False, metavar=f"[{tongue.say('help-takes-kind')}]")
    return Command(tongue, "schema", "help-schema", schema, [which])


def _new(house: House, tongue: Tongue) -> click.Command:
    def new(kind: str, source: Path | None) -> None:
        click.echo(house.start(kind, tongue.language.code, source), nl=False)

    params: list[click.Parameter] = [
        click.Argument(["kind"], metavar=tongue.say("help-takes-kind")),
        option(tongue, "--from", "source", key="help-option-from", takes="help-takes-case", type=PATH),
    ]
    return Command(tongue, "new", "help-new", new, params)
