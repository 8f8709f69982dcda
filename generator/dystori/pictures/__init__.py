"""Pictures: the only way in for those of users."""

from dystori.pictures.intake import PictureShelf, picture

__all__ = ["PictureShelf", "picture"]
