"""The language the tool speaks: asked for, from the environment, or the base language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dystori.findings import CatalogueError, DystoriError, Finding, Severity
from dystori.house import House
from dystori.library import Library
from dystori.words import Language, Languages, Name

#: Either name is understood, in every language.
OPTIONS = ("--interface-language", "--iaith")
_VARIABLES = ("DYSTORI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def asked(arguments: Sequence[str], environment: Mapping[str, str], codes: Sequence[str], base: str) -> str:
    """Return the code of the language the tool is to speak; a language there is not is passed over."""
    given = [environment.get(name, "") for name in _VARIABLES]
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name in OPTIONS:
            given.insert(0, value or (arguments[index + 1] if index + 1 < len(arguments) else ""))
    found = (code for value in given for code in codes if value == code or value.startswith((f"{code}_", f"{code}-")))
    return next(found, base)


@dataclass(frozen=True)
class Tongue:
    """The tool's own words in one language; only its own small catalogue is read for them."""

    language: Language

    @classmethod
    def of(cls, library: Library, arguments: Sequence[str], environment: Mapping[str, str]) -> Tongue:
        """Return the tongue somebody asked for."""
        languages = Languages.read(library, ("tool",))
        code = asked(arguments, environment, languages.codes, languages.base.code)
        return cls(languages[code])

    def say(self, key: str, **values: str) -> str:
        """Return a sentence of the tool's catalogue."""
        return self.language.phrase(key, {name: Name(value) for name, value in values.items()}, catalogue="tool").text

    def line(self, finding: Finding) -> str:
        """Return a finding as one line: where, how grave, what to do."""
        names = {
            Severity.ERROR: "severity-error",
            Severity.WARNING: "severity-warning",
            Severity.ADVICE: "severity-advice",
        }
        parts = (str(finding.place), self.say(names[finding.severity]), finding.message or finding.code)
        return ": ".join(part for part in parts if part)

    def lines(self, house: House, error: DystoriError) -> list[str]:
        """Return the lines of an error."""
        try:
            return [self.line(house.say(finding, self.language.code)) for finding in error.findings]
        except CatalogueError:
            # The words of the documents are at fault: the tool's own are read by themselves and still speak.
            alone = House(house.library)
            alone.__dict__["languages"] = Languages({self.language.code: self.language})
            return [self.line(alone.say(finding, self.language.code)) for finding in error.findings]
