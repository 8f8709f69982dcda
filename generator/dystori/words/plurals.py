"""Plural forms of a message: which of them a number takes, and how each is named.

The rule is the one pinned in the grammar of a language (``Plural-Forms``). An entry with plural forms is read as
one sentence a form, named as its ``msgstr[2]`` is: the key ``files-written`` gives ``files-written[2]``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from gettext import c2py

_RULE = re.compile(r"nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*(.+?)\s*;?")
#: Beyond these every rule we know repeats itself.
_TRIED = range(200)


class PluralError(ValueError):
    """A rule that cannot be followed."""


@lru_cache(maxsize=16)
def forms(rule: str) -> tuple[int, ...]:
    """Return the form of each number from 0 to 199; raise PluralError for a rule that does not say it.

    The names of forms in gettext are their places: 0 to ``nplurals`` - 1.
    """
    found = _RULE.fullmatch(rule.strip())
    if found is None:
        raise PluralError("no rule")
    try:
        choose = c2py(found[2])
        given = tuple(int(choose(n)) for n in _TRIED)
    except (ValueError, ZeroDivisionError, RecursionError):
        raise PluralError("no rule") from None
    if set(given) != set(range(int(found[1]))):
        raise PluralError("a form that no number takes")
    return given


def form(rule: str, n: int) -> int:
    """Return the place of the form that a number takes."""
    given = forms(rule)
    return given[n] if n in _TRIED else given[100 + n % 100]


def count(rule: str) -> int:
    """Return how many forms there are."""
    return max(forms(rule)) + 1


def numbers(rule: str, place: int) -> tuple[int, ...]:
    """Return the first numbers that take a form: examples for whoever writes it."""
    return tuple(n for n, one in enumerate(forms(rule)) if one == place)[:3]


def named(context: str, place: int) -> str:
    """Return the context of one form: ``files/early/ti`` and 2 give ``files[2]/early/ti``."""
    key, slash, rest = context.partition("/")
    return f"{key}[{place}]{slash}{rest}"
