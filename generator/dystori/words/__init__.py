"""The words of every language: catalogues, placeholders and the grammar they carry.

A case system can use it by itself, for sentences of its own or by plain calls:

>>> from dystori.words import Languages, Place, Pronoun, Term, calls
>>> welsh = Languages.load()["cy"]
>>> welsh.say("Mae’r llys {town:yn}.", town=Place("Caerdydd"))
'Mae’r llys yng Nghaerdydd.'
>>> calls.whose(welsh, Term("social-worker"), Pronoun("you", "ti"))
'dy weithiwr cymdeithasol di'
"""

from dystori.words import calls
from dystori.words.language import Language, Phrase, Piece, mutate
from dystori.words.languages import Languages
from dystori.words.values import (
    Age,
    Count,
    Date,
    DateSpan,
    LanguageName,
    Name,
    Number,
    Owned,
    People,
    Place,
    Pronoun,
    Term,
    Text,
    Thing,
    Things,
    Time,
    Value,
    Weekday,
    Weekdays,
    Word,
)

__all__ = [
    "Age",
    "Count",
    "Date",
    "DateSpan",
    "Language",
    "LanguageName",
    "Languages",
    "Name",
    "Number",
    "Owned",
    "People",
    "Phrase",
    "Piece",
    "Place",
    "Pronoun",
    "Term",
    "Text",
    "Thing",
    "Things",
    "Time",
    "Value",
    "Weekday",
    "Weekdays",
    "Word",
    "calls",
    "mutate",
]
