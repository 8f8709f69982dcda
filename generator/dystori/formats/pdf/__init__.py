"""Documents as PDF: PDF/UA-1 and PDF/A-2a in one file."""

from __future__ import annotations

from dystori.library import Library
from dystori.tree import LaidOut


def write(laid: LaidOut, library: Library) -> bytes:
    """Return the document as a PDF file; the same document gives the same bytes.

    Raises TemplateError when the engine warns, when an asset is asked for that the document does not hold, and
    when the finished file holds what it must not hold.
    """
    from dystori.formats.pdf.writer import compose  # the engine takes most of a second to load

    return compose(laid, library)
