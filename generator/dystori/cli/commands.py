"""The commands: what each is called with, in the language of whoever calls."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from dystori.cli.tongue import OPTIONS, Tongue
from dystori.cli.translators import words_group
from dystori.editions import Wanted
from dystori.findings import CaseError, Finding, Severity
from dystori.house import FORMATS, House
from dystori.pictures import PictureShelf

_FAIL_ON = {"error": Severity.ERROR, "warning": Severity.WARNING, "advice": Severity.ADVICE}


def group(house: House, tongue: Tongue) -> click.Group:
    """Return the command line in somebody's language."""
    say = tongue.say
    main = click.Group(
        "dystori",
        help=say("help-main"),
        params=[_option(tongue, *OPTIONS, "interface", key="help-option-interface", expose_value=False)],
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    for made in (_render(house, tongue), _check(house, tongue), _kinds(house, tongue), _schema(house, tongue)):
        main.add_command(made)
    main.add_command(words_group(house, tongue))
    main.params.append(
        click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, help=say("help-option-version"),
                     callback=_version)
    )  # fmt: skip
    return main


def _version(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        click.echo(version("dystori"))
        context.exit()


def _option(tongue: Tongue, *names: str, key: str, **settings: Any) -> click.Option:
    return click.Option(list(names), help=tongue.say(key), **settings)


def _which(tongue: Tongue) -> list[click.Parameter]:
    """Return what narrows the documents of a case, alike for every command."""
    return [
        click.Argument(["case"], type=click.Path(path_type=Path)),
        _option(tongue, "--document", "documents", key="help-option-document", multiple=True),
        _option(tongue, "--kind", "kinds", key="help-option-kind", multiple=True),
        _option(tongue, "--part", "parts", key="help-option-part", multiple=True),
        _option(tongue, "--reader", key="help-option-reader"),
        _option(tongue, "--language", "languages", key="help-option-language", multiple=True),
        _option(tongue, "--pictures", key="help-option-pictures", type=click.Path(path_type=Path)),
    ]


def _wanted(settings: dict[str, Any]) -> Wanted:
    names = ("documents", "kinds", "parts", "reader", "languages")
    return Wanted(**{name: settings[name] for name in names})


def _shelf(pictures: Path | None) -> PictureShelf | None:
    return PictureShelf(pictures) if pictures else None


def _render(house: House, tongue: Tongue) -> click.Command:
    def render(case: Path, pictures: Path | None, formats: tuple[str, ...], out: Path, **settings: Any) -> None:
        loaded = house.load(case, _shelf(pictures))
        # Everything is made before anything is written: a fault in the last letter leaves no first one behind.
        made = list(house.render(loaded, _wanted(settings), formats or FORMATS))
        if not made:
            raise CaseError([Finding("no_documents")])
        for document in made:
            click.echo(document.save(out))
            house.keep_manifest(document, out)
        findings = dict.fromkeys(house.say(one, tongue.language.code) for d in made for one in d.findings)
        for finding in findings:
            click.echo(tongue.line(finding), err=True)
        click.echo(tongue.say("wrote", n=str(len(made)), folder=out.name or str(out)), err=True)

    params = [
        *_which(tongue),
        _option(tongue, "--format", "formats", key="help-option-format", multiple=True),
        _option(tongue, "--out", key="help-option-out", type=click.Path(path_type=Path), default=Path("out")),
    ]
    return click.Command("render", callback=render, params=params, help=tongue.say("help-render"))


def _check(house: House, tongue: Tongue) -> click.Command:
    def check(case: Path, pictures: Path | None, as_json: bool, fail_on: str | None, **settings: Any) -> None:
        loaded = house.load(case, _shelf(pictures))
        found = [house.say(one, tongue.language.code) for one in house.check(loaded, _wanted(settings))]
        tell(tongue, found, as_json)
        if fail_on and any(one.severity >= _FAIL_ON[fail_on] for one in found):
            raise click.exceptions.Exit(3)

    params = [
        *_which(tongue),
        _option(tongue, "--json", "as_json", key="help-option-json", is_flag=True),
        _option(tongue, "--fail-on", key="help-option-fail-on", type=click.Choice(list(_FAIL_ON))),
    ]
    return click.Command("check", callback=check, params=params, help=tongue.say("help-check"))


def tell(tongue: Tongue, found: list[Finding], as_json: bool) -> None:
    """Print findings: as JSON on standard output, or in words on standard error."""
    if as_json:
        click.echo(json.dumps([plain(one) for one in found], ensure_ascii=False, indent=2))
        return
    for one in found:
        click.echo(tongue.line(one), err=True)
    if not found:
        click.echo(tongue.say("nothing-found"), err=True)


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
    }


def _kinds(house: House, tongue: Tongue) -> click.Command:
    def kinds() -> None:
        for kind in house.library.kinds.values():
            parts = ", ".join(part.name for part in kind.parts)
            click.echo(tongue.say("kind-line", kind=kind.name, parts=parts))

    return click.Command("kinds", callback=kinds, help=tongue.say("help-kinds"))


def _schema(house: House, tongue: Tongue) -> click.Command:
    def schema(kind: str | None) -> None:
        from dystori_schemas.publish import schema_text

        kinds = house.library.kinds
        if kind is not None and kind not in kinds:
            raise CaseError([Finding("kind_unknown", values={"choices": ", ".join(kinds)})])
        click.echo(schema_text(kinds if kind is None else {kind: kinds[kind]}), nl=False)

    arguments: list[click.Parameter] = [click.Argument(["kind"], required=False)]
    return click.Command("schema", callback=schema, params=arguments, help=tongue.say("help-schema"))
