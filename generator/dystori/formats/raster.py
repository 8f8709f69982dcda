"""Drawings as pictures of dots, for readers that show no vectors: flat colours, no typeface of the machine."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Final

import resvg_py
from PIL import Image

from dystori.formats.fonts import paths
from dystori.tree import Drawing, PictureFile

#: Dots across: 240 to the inch in a frame of a storyboard.
_WIDE: Final = 1_200
#: Enough for every flat colour of a drawing and the shades at its edges.
_COLOURS: Final = 96


@lru_cache(maxsize=64)
def raster(drawing: Drawing) -> PictureFile:
    """Return a drawing as a PNG; the same drawing gives the same bytes."""
    size = f' width="{drawing.width}" height="{drawing.height}"'
    dots = resvg_py.svg_to_bytes(
        svg_string=drawing.svg(size),
        width=_WIDE,
        background="white",
        skip_system_fonts=True,
        font_files=[str(path) for path in paths()],
    )
    with Image.open(BytesIO(dots)) as image:
        flat = image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    out = BytesIO()
    flat.save(out, "PNG", optimize=False)
    return PictureFile(drawing.name, "image/png", out.getvalue(), flat.width, flat.height)
