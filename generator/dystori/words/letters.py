"""The letters of a language: mutation of a first letter, and the order of its alphabet.

A letter may be written with two signs (``ll``, ``ng``); the alphabet of the language says which.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

SortKey = tuple[tuple[tuple[int, int], ...], str]


def first_letter(word: str, alphabet: Sequence[str]) -> str:
    """Return the first letter of a word as it is typed, all its signs; empty for an empty word."""
    lowered = word[:4].lower()
    known = [letter for letter in alphabet if lowered.startswith(letter)]
    return word[: max(map(len, known), default=1)]


def change_start(word: str, table: Mapping[str, str], alphabet: Sequence[str]) -> str:
    """Return the word with its beginning changed as a mutation table says, its capital kept.

    The longest beginning in the table counts, so that a table can name its exceptions (``gêm`` = ``gêm``).
    A letter of two signs is never taken for its first sign; an abbreviation in capitals is left alone.
    """
    opening = re.split(r"[\s\-–’']", word, maxsplit=1)[0]
    if len(opening) > 1 and opening.isupper():
        return word
    letter = first_letter(word, alphabet)
    for start in sorted(table, key=len, reverse=True):
        if word[: len(start)].lower() == start and len(start) >= len(letter):
            changed = table[start] + word[len(start) :]
            return capital(changed) if word[:1].isupper() else changed
    return word


def capital(text: str) -> str:
    """Return the text with a capital first letter and everything else as it was."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return the text with a small first letter and everything else as it was."""
    return text[:1].lower() + text[1:]


def plain_letters(text: str) -> str:
    """Return the text in small letters without accents."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def sort_key(text: str, alphabet: Sequence[str], apart: Sequence[str] = ()) -> SortKey:
    """Return what puts texts in the order of an alphabet; accents do not count.

    ``apart`` names words in which two signs are two letters: ``ban|gor``.
    """
    order = {letter: place for place, letter in enumerate(alphabet)}
    folded = plain_letters(text)
    for word in apart:
        folded = folded.replace(word.replace("|", ""), word)
    key: list[tuple[int, int]] = []
    while folded:
        letter = first_letter(folded, alphabet)
        folded = folded[len(letter) :]
        if letter in order:
            key.append((1, order[letter]))
        elif letter.isalpha():
            key.append((2, ord(letter)))
        elif letter.isalnum() or letter.isspace():
            key.append((0, ord(letter)))
    return tuple(key), text
