"""The words of every language: catalogues, placeholders and the grammar they carry."""

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
    People,
    Place,
    Term,
    Text,
    Thing,
    Things,
    Time,
    Value,
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
    "People",
    "Phrase",
    "Piece",
    "Place",
    "Term",
    "Text",
    "Thing",
    "Things",
    "Time",
    "Value",
    "mutate",
]
