"""Pictures: those of users, vetted on the way in, and those the house draws from plain descriptions."""

from dystori.pictures.described import Described, Someone
from dystori.pictures.intake import PictureShelf, picture
from dystori.pictures.lettering import Measure
from dystori.pictures.oneline import described
from dystori.pictures.people import Person, person, stature
from dystori.pictures.scene import arranged, draw
from dystori.pictures.sheet import cell, sheet
from dystori.pictures.telling import Saying, tell

__all__ = [
    "Described",
    "Measure",
    "Person",
    "PictureShelf",
    "Saying",
    "Someone",
    "arranged",
    "cell",
    "described",
    "draw",
    "person",
    "picture",
    "sheet",
    "stature",
    "tell",
]
