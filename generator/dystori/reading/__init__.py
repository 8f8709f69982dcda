"""From a file to a validated case: read, then validate, with the line of everything kept."""

from dystori.reading.case import Case, load

__all__ = ["Case", "load"]
