"""Diagrams: drawn from the data a document already holds, in the hand and the typeface of its pictures."""

from dystori.pictures.diagrams.genogram import genogram
from dystori.pictures.diagrams.houses import House, Sort, houses
from dystori.pictures.diagrams.kin import Couple, Family, Relative, Tie, connected, sign
from dystori.pictures.diagrams.parts import LARGE_LETTERS, LETTERS
from dystori.pictures.diagrams.scale import Mark, scale

__all__ = [
    "LARGE_LETTERS",
    "LETTERS",
    "Couple",
    "Family",
    "House",
    "Mark",
    "Relative",
    "Sort",
    "Tie",
    "connected",
    "genogram",
    "houses",
    "scale",
    "sign",
]
