"""Say a finding in words, in a language of the tool."""

from __future__ import annotations

from dystori.findings import CatalogueError, Finding
from dystori.practice import RULE, said
from dystori.words import Language, LanguageName, Languages, Name, Value

#: The words of a fault that can name what was probably meant.
_NEAR = {"field_unknown": "fault-field-near", "choice_unknown": "fault-choice-near"}


def say(finding: Finding, languages: Languages, language: str) -> Finding:
    """Return a finding with its message; raises ``CatalogueError`` when the words themselves are at fault."""
    words = languages[language]
    if RULE in finding.values and (message := said(finding, words)):
        return finding.told(message)
    values: dict[str, Value] = {name: Name(value) for name, value in finding.values.items()}
    key = f"fault-{finding.code.replace('_', '-')}"
    if finding.code in _NEAR and finding.values.get("near"):
        key = _NEAR[finding.code]
    if "language" in values and finding.values["language"] in languages.codes:
        values["language"] = _named(finding.values["language"], words, languages)
    if not words.has(key, catalogue="tool"):
        key, values = "fault-other", {"code": Name(finding.code)}
    return finding.told(words.phrase(key, values, catalogue="tool").text)


def _named(code: str, words: Language, languages: Languages) -> Value:
    """Return what a language calls another, or what that one calls itself where it has no name for it."""
    try:
        words.language_name(code)
    except CatalogueError:
        return Name(languages[code].name)
    return LanguageName(code)
