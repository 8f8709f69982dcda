"""The language the tool speaks: asked for, from the environment, or the base language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dystori.findings import CatalogueError, DystoriError, Finding, RequestError, Severity
from dystori.house import House
from dystori.library import Library
from dystori.words import Language, Languages, Name, plurals, po
from dystori.words.grammar import read_grammar
from dystori.words.languages import file_of, sentences

#: Either name is understood, in every language.
OPTIONS = ("--interface-language", "--iaith")
_VARIABLES = ("DYSTORI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
#: The tool's own catalogue.
_BOOK = "tool"


def _by_option(arguments: Sequence[str]) -> list[str]:
    """Return the languages that options name, the last one first."""
    given: list[str] = []
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name in OPTIONS:
            given.insert(0, value or (arguments[index + 1] if index + 1 < len(arguments) else ""))
    return given


def _known(value: str, codes: Sequence[str]) -> str:
    """Return the language that a locale's name begins with, or nothing."""
    return next((code for code in codes if value == code or value.startswith((f"{code}_", f"{code}-"))), "")


def asked(arguments: Sequence[str], environment: Mapping[str, str], codes: Sequence[str], base: str) -> str:
    """Return the code of the language the tool is to speak; a language there is not is passed over."""
    given = [*_by_option(arguments), *(environment.get(name, "") for name in _VARIABLES)]
    return next((code for value in given if (code := _known(value, codes))), base)


def _speakers(library: Library) -> list[Language]:
    """Return the languages whose grammar can be read, with what can be read of the tool's own words.

    A slip in a catalogue must not leave the tool without words for it, so it costs one entry here and no more.
    """
    found: list[Language] = []
    for code in library.language_codes():
        folder = library.locales.joinpath(code)
        path = folder.joinpath(f"{_BOOK}.po")
        try:
            language = Language(code, read_grammar(folder, f"locales/{code}"), {}, {})
            data = path.read_bytes() if path.is_file() else b""
            book, _ = po.salvage(data, file_of(code, _BOOK))
            words = sentences(po.Catalogue({}, [], _readable(book)), language, None)
        except CatalogueError:
            continue
        found.append(replace(language, catalogues={_BOOK: words}))
    return found


def _readable(book: po.Catalogue) -> list[po.Entry]:
    """Return the entries without those whose braces are no placeholders."""
    from dystori.words.placeholders import PlaceholderError, parse

    good = []
    for entry in book.entries:
        try:
            for text in (entry.msgid, entry.plural, *entry.texts):
                parse(text)
        except PlaceholderError:
            continue
        good.append(entry)
    return good


@dataclass(frozen=True)
class Tongue:
    """The tool's own words in one language; only its own small catalogue is read for them."""

    language: Language
    #: The languages there are, to name them to somebody who asked for another.
    codes: tuple[str, ...] = ()

    @classmethod
    def of(cls, library: Library, arguments: Sequence[str], environment: Mapping[str, str]) -> Tongue:
        """Return the tongue somebody asked for; raises CatalogueError when no language can be read at all."""
        speakers = {language.code: language for language in _speakers(library)}
        if not speakers:
            Languages.read(library, (_BOOK,))
        codes = tuple(speakers)
        base = next((code for code, one in speakers.items() if one.grammar.data.base), codes[0])
        return cls(speakers[asked(arguments, environment, codes, base)], codes)

    def check_asked(self, arguments: Sequence[str]) -> None:
        """Raise RequestError for a language somebody asked for by name that the tool does not speak."""
        if any(not _known(value, self.codes) for value in _by_option(arguments)):
            raise RequestError([Finding("interface_unknown", values={"choices": ", ".join(self.codes)})])

    def say(self, key: str, **values: str) -> str:
        """Return a sentence of the tool's catalogue; a slip that cost the sentence leaves its key."""
        return self._say(key, {name: Name(value) for name, value in values.items()}) or key

    def count(self, key: str, n: int, **values: str) -> str:
        """Return the sentence of a key in the plural form that a number takes."""
        place = plurals.form(self.language.grammar.data.plural_forms, n)
        return self.say(plurals.named(key, place), n=str(n), **values)

    def _say(self, key: str, values: Mapping[str, Name]) -> str:
        try:
            return self.language.phrase(key, values, catalogue=_BOOK).text
        except CatalogueError:
            return ""

    def line(self, finding: Finding) -> str:
        """Return a finding as one line: where, how grave, what to do."""
        names = {
            Severity.ERROR: "severity-error",
            Severity.WARNING: "severity-warning",
            Severity.ADVICE: "severity-advice",
        }
        parts = (str(finding.place), self.say(names[finding.severity]), finding.message or finding.code)
        return ": ".join(part for part in parts if part)

    def told(self, house: House, found: Sequence[Finding]) -> list[Finding]:
        """Return findings in words, whatever is wrong with the words of the documents."""
        try:
            return [house.say(finding, self.language.code) for finding in found]
        except CatalogueError:
            # The words of the documents are at fault: the tool's own are read by themselves and still speak.
            alone = House(house.library)
            alone.__dict__["languages"] = Languages({self.language.code: self.language})
            return [self._alone(alone, finding) for finding in found]

    def _alone(self, house: House, finding: Finding) -> Finding:
        try:
            return house.say(finding, self.language.code)
        except CatalogueError:
            return finding

    def lines(self, house: House, error: DystoriError) -> list[str]:
        """Return the lines of an error."""
        return [self.line(finding) for finding in self.told(house, error.findings)]
