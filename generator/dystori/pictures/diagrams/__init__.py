"""Diagrams: drawn from the data a document already holds, in the hand and the typeface of its pictures."""

from dystori.pictures.diagrams.circles import Ring, circles
from dystori.pictures.diagrams.genogram import genogram
from dystori.pictures.diagrams.houses import House, Sort, houses
from dystori.pictures.diagrams.kin import Couple, Family, Relative, Tie, connected, sign
from dystori.pictures.diagrams.parts import LARGE_LETTERS, LETTERS
from dystori.pictures.diagrams.safety import Spot, safety_house
from dystori.pictures.diagrams.scale import Mark, scale
from dystori.pictures.diagrams.storyline import Happened, story_line
from dystori.pictures.diagrams.ties import Around, ties

__all__ = [
    "LARGE_LETTERS",
    "LETTERS",
    "Around",
    "Couple",
    "Family",
    "Happened",
    "House",
    "Mark",
    "Relative",
    "Ring",
    "Sort",
    "Spot",
    "Tie",
    "circles",
    "connected",
    "genogram",
    "houses",
    "safety_house",
    "scale",
    "sign",
    "story_line",
    "ties",
]
