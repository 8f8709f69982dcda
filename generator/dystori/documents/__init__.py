"""From an edition to a laid-out document: project, compose, lay out."""

from dystori.documents.compose import Composed, Composer
from dystori.documents.layout import lay_out

__all__ = ["Composed", "Composer", "lay_out"]
