"""The guard: reads every finished file back, and stops it when it holds what its reader may not read.

However it got in: typed into free text, written by a template, left in a property. It is the last to look and
trusts nothing that was done before. What it says is where in the case the thing stands, never what it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from dystori.editions import Edition, Shown
from dystori.findings import CaseError, Finding
from dystori.guard.contents import APART, read
from dystori.guard.forms import Form, Forms
from dystori.words import Language
from dystori.words.everyday import Everyday
from dystori.words.folding import bare, heap, holds

__all__ = ["Guard", "Watch"]


class Watch:
    """What is looked for in every file of one edition."""

    def __init__(self, edition: Edition, forms: tuple[Form, ...]) -> None:
        """Look for these forms."""
        self._case = edition.case
        self._forms = forms

    def look(self, name: str, format_: str, data: bytes) -> None:
        """Raise ``CaseError`` ``guard_stopped`` when a finished file, or its name, holds anything of it."""
        if not self._forms:
            return
        contents = read(data)
        # In the name of a file a name of somebody may be small.
        said, built = _Heap(contents.said + APART + name.title()), _Heap(contents.built)
        paths = {one.path for one in self._forms if said.holds(one) or (not one.said and built.holds(one))}
        found = [
            Finding("guard_stopped", place=self._case.place(path), values={"format": format_})
            for path in sorted(paths, key=str)
        ]
        if found:
            raise CaseError(found)


class Guard:
    """Makes the watch of each edition."""

    def __init__(self, languages: Mapping[str, Language], everyday: Everyday) -> None:
        """Use the languages of a library, by the name of their folder, and its names that are everyday words."""
        self._forms = Forms(languages, everyday)

    def watch(self, edition: Edition, shown: Shown) -> Watch:
        """Return what is to be looked for in the files of an edition: all that was kept back from its reader."""
        forms = (form for secret in shown.secrets for form in self._forms.of(secret, shown.known))
        return Watch(edition, tuple(dict.fromkeys(forms)))


class _Heap:
    """Texts of a file, ready to be searched."""

    def __init__(self, text: str) -> None:
        self._text = text.casefold()
        self._bare = heap(bare(piece) for piece in text.split(APART))
        self._folded = self._bare.casefold()

    def holds(self, form: Form) -> bool:
        """Return whether a form stands here."""
        if form.pattern is not None:
            return form.pattern.search(self._text) is not None
        if form.capital:
            return any(holds(self._bare, words) for words in (form.words, form.words.upper()))
        return holds(self._folded, form.words)
