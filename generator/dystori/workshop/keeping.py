"""Keep the words in order: everything that can be said about them, and every catalogue up to date."""

from __future__ import annotations

from pathlib import Path

from dystori.findings import Finding
from dystori.house import House
from dystori.words.check import check
from dystori.words.collect import Collected, collect
from dystori.words.field_help import FIELDS, fields_behind, gather_fields
from dystori_schemas.choices import Choice

#: The entries that are asked for by the program and not by a template: those of every page.
OWN_WORDS = ("page", "only-in", "partly-in")


def all_catalogues(house: House) -> tuple[str, ...]:
    """Return the names of the catalogues, with that of the fields of a case file, which no document needs."""
    return (*house.catalogues(), FIELDS)


def check_words(house: House) -> list[Finding]:
    """Return everything there is to say about the words of a library, the help of every field too."""
    groups = {f"{next(iter(choice)).group}-" for choice in Choice.__subclasses__()}
    found = check(house.library, all_catalogues(house), asked_for=(*OWN_WORDS, *sorted(groups)))
    return [*found, *fields_behind(house.library)]


def collect_words(house: House, locales: Path) -> tuple[Collected, ...]:
    """Bring every catalogue of a folder of languages up to the sentences of the base language.

    Raises CatalogueError before anything is written; the sentences of fields come from the schemas.
    """
    gather_fields(house.library, locales)
    return collect(locales, all_catalogues(house))
