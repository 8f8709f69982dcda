"""What somebody said, as it prints in one language: the exact words, and their translation beside them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dystori.documents.tagged import Tagged
from dystori.editions.withhold import value_at
from dystori.reading.files import path_of
from dystori.words import LanguageName, Text

if TYPE_CHECKING:
    from dystori.documents.project import Projection


def quoted(plain: dict[str, Any], shown: Mapping[str, Any], projection: Projection) -> dict[str, Any]:
    """Return a quote with its original words, its translation into this language, and which is to be printed.

    Original and translation stand together in a document of one language; where another column of the
    document holds the original, this one holds the translation.
    """
    tongue, edition = projection.tongue, projection.edition
    here = tongue.language.code
    spoken = str(shown["language"].value if shown["language"] else edition.document.written_in)
    words, translation = plain["words"], shown["translation"]
    translated = translation.value.root.get(here) if translation and spoken != here else None
    if translated and words and str(translated) == words.text:
        translated = None
    other = spoken != here and spoken in edition.languages
    plain["spoken"] = Tagged(tongue.language.write(LanguageName(spoken)), LanguageName(spoken), plain["key"])
    # The case says whose words they are, and this reader may not know.
    said = value_at(edition.case.file, path_of(words.path)[:-1]) if words else None
    plain["unnamed"] = shown["by"] is None and said is not None and said.by is not None
    plain["is_original"] = spoken == here
    plain["original"] = (
        None
        if words is None or (translated and other)
        else Tagged(words.text, words.value, words.path, lang=tongue.tag(spoken))
    )
    plain["translated"] = (
        Tagged(str(translated), Text(str(translated)), f"{words.path}.{here}", lang=tongue.language.tag)
        if translated and words
        else None
    )
    return plain
