"""What a translator should know of an entry, in the language of whoever sends it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib.resources.abc import Traversable

from dystori.words import plurals, po
from dystori.words.entries import Context
from dystori.words.usage import named_in, templates_in
from dystori.workshop.units import Unit

#: Says a sentence of the tool's catalogue.
Say = Callable[..., str]


def places_of_keys(templates: Traversable) -> Mapping[str, tuple[str, ...]]:
    """Return the templates that name each key, ``closure_letter/letter`` for each, in order."""
    places: dict[str, list[str]] = {}
    for path, text in templates_in(templates):
        place = path.removeprefix("templates/").removesuffix(".html")
        for key in named_in(text):
            places.setdefault(key, []).append(place)
    return {key: tuple(dict.fromkeys(found)) for key, found in places.items()}


class Notes:
    """Writes the note of each entry."""

    def __init__(self, say: Say, places: Mapping[str, tuple[str, ...]], documents: Iterable[str]) -> None:
        """Take the words of a tongue, where keys stand, and which catalogues print in documents."""
        self._say, self._places, self._documents = say, places, frozenset(documents)

    def of(self, unit: Unit, entry: po.Entry, where: Context, rule: str) -> str:
        """Return the note of a unit: lines for the translator, where it stands, who reads it, how long it may be."""
        lines = [*entry.notes, self._stands(unit, where), self._reader(unit, where)]
        if where.register:
            lines.append(self._say("note-register", register=where.register))
        if unit.form is not None:
            numbers = ", ".join(map(str, plurals.numbers(rule, unit.form)))
            lines.append(self._say("note-numbers", numbers=numbers))
        lines.append(self._say("note-longest", most=str(unit.longest)))
        return " ".join(lines)

    def _stands(self, unit: Unit, where: Context) -> str:
        if unit.catalogue not in self._documents:
            return self._say("note-tool")
        found = self._places.get(where.key) or (unit.catalogue,)
        return self._say("note-stands", places=", ".join(found))

    def _reader(self, unit: Unit, where: Context) -> str:
        if unit.catalogue not in self._documents:
            return self._say("note-reader-worker")
        return self._say(f"note-reader-{where.stage or 'all'}")
