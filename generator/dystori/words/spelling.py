"""Words that the word list of a language does not know: a help for translators, for development only.

A word list knows mutated words, so it does not find a wrong mutation; and it does not know names. What is
right and not in it stands in ``locales/<code>/words.txt``.
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Collection, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable

from dystori.findings import Finding, RequestError, Severity
from dystori.library import Library
from dystori.words.faults import fault
from dystori.words.grammar import Spelling
from dystori.words.language import Language
from dystori.words.languages import file_of, read_books, read_language
from dystori.words.placeholders import without
from dystori.words.po import Entry
from dystori.words.style import printed, words_of

#: The comment of an entry of a document's catalogue that names what is typed into a file.
TYPED = "typed"
#: A word list that is no more than its words; any other is one of Hunspell's (``.aff`` and ``.dic``).
_PLAIN = ".json.gz"


def bare_words(text: str, endings: Sequence[str]) -> list[str]:
    """Return the words a writer chose, without placeholders and without endings such as ``’n``."""
    words = without(text).replace("'", "’")
    return [word for word in words_of(words) if word not in endings]


def _lookup(spelling: Spelling) -> Callable[[str], bool]:
    """Return what knows the words of a list; ModuleNotFoundError where the development tools are missing."""
    if spelling.path.endswith(_PLAIN):
        words = json.loads(gzip.decompress(files(spelling.package).joinpath(spelling.path).read_bytes()))
        return frozenset(words).__contains__
    return _hunspell(spelling)


def _hunspell(spelling: Spelling) -> Callable[[str], bool]:
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


def _is_known(word: str, known: Callable[[str], bool], extra: Collection[str]) -> bool:
    """Return whether a word is known, or is made with hyphens of words that are."""
    if word in extra or known(word):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(part in extra or known(part) for part in parts)


def _named(entry: Entry, name: str, language: Language) -> Collection[str]:
    """Return the words that may stand for themselves: what is typed into a file is named as it is typed.

    The tool's own catalogues speak of that, and entries that say so; it stands in the sentence of the base
    language too.
    """
    if name not in language.grammar.data.registers.only and TYPED not in entry.comments:
        return ()
    return words_of(f"{entry.msgid} {entry.plural}")


def accepted(folder: Traversable) -> frozenset[str]:
    """Return the words a language accepts besides its word list."""
    path = folder.joinpath("words.txt")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return frozenset(line.strip().lower() for line in lines if line.strip() and not line.startswith("#"))


def unknown_words(library: Library, catalogues: Sequence[str]) -> list[Finding]:
    """Return each unknown word of what each language prints, for the languages that name a word list.

    Raises RequestError ``words-spelling-missing`` where the word lists, a development tool, are not installed.
    """
    try:
        return _unknown_words(library, catalogues)
    except ModuleNotFoundError:
        raise RequestError([fault("spelling-missing", "")]) from None


def _unknown_words(library: Library, catalogues: Sequence[str]) -> list[Finding]:
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
                for word in dict.fromkeys(bare_words(" ".join(printed(entry, language.grammar)), spelling.endings))
                if not _is_known(word, known, extra) and word not in _named(entry, name, language)
            ]
    return findings
