"""Words that the word list of a language does not know: a help for translators, for development only.

A word list knows mutated words, so it does not find a wrong mutation; and it does not know names. What is
right and not in it stands in ``locales/<code>/words.txt``.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable

from dystori.findings import Finding, Severity
from dystori.library import Library
from dystori.words.faults import fault
from dystori.words.grammar import Spelling
from dystori.words.languages import file_of, read_books, read_language
from dystori.words.placeholders import without
from dystori.words.style import words_of


def bare_words(text: str, endings: Sequence[str]) -> list[str]:
    """Return the words a writer chose, without placeholders and without endings such as ``’n``."""
    words = without(text).replace("'", "’")
    return [word for word in words_of(words) if word not in endings]


def _lookup(spelling: Spelling) -> Callable[[str], bool]:
    """Return what knows the words of a list; ModuleNotFoundError where the development tools are missing."""
    from spylls.hunspell import Dictionary, readers
    from spylls.hunspell.readers.file_reader import BaseReader

    class InMemory(BaseReader):  # type: ignore[misc]
        """A file read at once: the reader that comes with the package never closes what it opens."""

        def __init__(self, ending: str, encoding: str) -> None:
            folder = files(spelling.package).joinpath(spelling.path + ending)
            self.data = folder.read_bytes()
            super().__init__(self._open(encoding))

        def _open(self, encoding: str) -> io.StringIO:
            return io.StringIO(self.data.decode(encoding, "surrogateescape"))

        def reset_encoding(self, encoding: str) -> None:
            self.reset_io(self._open(encoding))

    rules, context = readers.read_aff(InMemory(".aff", "windows-1252"))
    words = readers.read_dic(InMemory(".dic", context.encoding), aff=rules, context=context)
    dictionary = Dictionary(rules, words)
    # A word list holds names with their capital; sentences begin with one.
    return lambda word: bool(dictionary.lookup(word) or dictionary.lookup(word.capitalize()))


def accepted(folder: Traversable) -> frozenset[str]:
    """Return the words a language accepts besides its word list."""
    path = folder.joinpath("words.txt")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return frozenset(line.strip().lower() for line in lines if line.strip() and not line.startswith("#"))


def unknown_words(library: Library, catalogues: Sequence[str]) -> list[Finding]:
    """Return each unknown word of each translation, for the languages that name a word list."""
    findings: list[Finding] = []
    for code in library.language_codes():
        folder = library.locales.joinpath(code)
        language = read_language(folder, code)
        spelling = language.grammar.data.spelling
        if spelling is None:
            continue
        known, extra = _lookup(spelling), accepted(folder)
        for name, book in read_books(folder, language, catalogues)[0].items():
            findings += [
                fault(
                    "unknown-word",
                    file_of(code, name),
                    entry.line,
                    entry.context,
                    values={"word": word},
                    severity=Severity.ADVICE,
                )
                for entry in book.entries
                if not entry.obsolete
                for word in dict.fromkeys(bare_words(entry.msgstr, spelling.endings))
                if word not in extra and not known(word)
            ]
    return findings
