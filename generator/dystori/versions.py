"""What a file was made with: the version of the tool, of the engine of its format, of the words, of the templates."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.resources.abc import Traversable

from dystori.library import Library

#: The packages whose version decides the bytes of a format.
_ENGINES = {
    "pdf": ("weasyprint", "pikepdf", "fontpkg-lexend", "fontpkg-noto-sans", "fontpkg-noto-sans-arabic"),
    "docx": ("python-docx", "docxtpl", "lxml"),
    "html": ("lxml",),
    "txt": (),
}
#: What words and templates are written in; a folder may hold other files that print nothing.
_PRINTS = (".po", ".toml", ".html", ".css", ".xml")
#: Catalogues of the tool's own words, which stand in no document.
_TALK = frozenset({"tool.po", "fields.po", "rules.po"})
#: So many figures of a fingerprint tell two versions apart.
_FIGURES = 16


class Versions:
    """Knows the versions of everything in one library; each folder is read once."""

    def __init__(self, library: Library) -> None:
        """Use a library; nothing is read until it is asked for."""
        self._library = library
        self._known: dict[tuple[str, ...], str] = {}

    def of(self, format_: str, kind: str, languages: Sequence[str]) -> Mapping[str, str]:
        """Return the versions behind a file: of packages by their number, of words and templates by a fingerprint."""
        packages = ("dystori", *_ENGINES.get(format_, ()))
        words = [("locales", code) for code in sorted(languages)]
        looks = [("templates", "shared"), ("templates", kind)]
        return {
            **{one: version_of(one) for one in packages},
            "words": self._fingerprint(words),
            "templates": self._fingerprint(looks),
        }

    def _fingerprint(self, folders: Sequence[tuple[str, str]]) -> str:
        return "-".join(self._folder(*one) for one in folders)

    def _folder(self, root: str, name: str) -> str:
        key = (root, name)
        if key not in self._known:
            top = self._library.locales if root == "locales" else self._library.templates
            digest = hashlib.sha256()
            for path, data in _files(top.joinpath(name), ""):
                digest.update(f"{path}\0{len(data)}\0".encode() + data)
            self._known[key] = digest.hexdigest()[:_FIGURES]
        return self._known[key]


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    """Yield every file of a folder that can print something, in order of name."""
    if not folder.is_dir():
        return
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            yield from _files(one, f"{path}/{one.name}")
        elif one.name.endswith(_PRINTS) and one.name not in _TALK:
            yield f"{path}/{one.name}", one.read_bytes()


def version_of(package: str) -> str:
    """Return the version of an installed package; of one that was never installed, *source*."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "source"
