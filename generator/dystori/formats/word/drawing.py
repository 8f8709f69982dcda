"""Pictures in the line of text, with words for those who cannot see them."""

from __future__ import annotations

from base64 import b64decode
from typing import Final

from dystori.formats.raster import raster
from dystori.formats.word.looks import mm
from dystori.formats.word.markup import escape
from dystori.formats.word.relations import Relations
from dystori.tree import Drawing, PictureFile

#: English Metric Units to a twip.
_EMU: Final = 635
_LOCKS: Final = '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
_SQUARE: Final = 'prst="rect"><a:avLst/>'
_URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"


#: A dot of white, drawn out to the size of a frame: where a child is to draw, nothing is read out.
_ROOM: Final = PictureFile(
    "room",
    "image/png",
    b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="),
    3,
    2,
)
_DECORATION: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst>'
)
_VECTOR: Final = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip r:embed="{}" '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"/></a:ext></a:extLst>'
)
#: The weight of a hairline and of a storyboard's frame, in English Metric Units.
_HAIRLINE, _FRAME = 7620, 22860


def room(relations: Relations, *, widest: int, highest: int, colour: str) -> str:
    """Return a run that holds an empty frame for a child to draw in; ``colour`` is that of its line."""
    return drawing(_ROOM, "", relations, widest=widest, highest=highest, outline=colour, framed=True)


def drawing(
    picture: PictureFile | Drawing,
    alt: str,
    relations: Relations,
    *,
    widest: int,
    highest: int,
    outline: str = "",
    framed: bool = False,
) -> str:
    """Return a run that holds a picture, as large as it can be within ``widest`` by ``highest`` twips.

    ``outline`` is the colour of a line round it, without ``#``: a hairline, or with ``framed`` the rounded frame of
    a storyboard. The picture's own name stays behind; one without words is marked as decoration.
    """
    scale = min(widest / picture.width, highest / picture.height)
    width, height = (max(1, int(side * scale)) * _EMU for side in (picture.width, picture.height))
    # A drawing goes in as it was drawn, for a Word that can show it, and as a picture of dots for every other.
    vector = _VECTOR.format(relations.drawing(picture)) if isinstance(picture, Drawing) else ""
    picture = raster(picture) if isinstance(picture, Drawing) else picture
    # LibreOffice mixes up pictures with round corners when one file is shown twice.
    related = relations.picture(picture, alone=framed)
    number = relations.media.number()
    weight = _FRAME if framed else _HAIRLINE
    edge = f'<a:ln w="{weight}"><a:solidFill><a:srgbClr val="{outline}"/></a:solidFill></a:ln>' if outline else ""
    name = f'id="{number}" name="image{number}" descr="{escape(alt)}"'
    told = f"<wp:docPr {name}/>" if alt else f"<wp:docPr {name}>{_DECORATION}</wp:docPr>"
    corner = round(mm(4) * _EMU / min(width, height) * 100_000)
    shape = f'prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {corner}"/></a:avLst>' if framed else _SQUARE
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>{told}{_LOCKS}'
        f'<a:graphic><a:graphicData uri="{_URI}"><pic:pic><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{related}">{vector}</a:blip><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f"<a:prstGeom {shape}</a:prstGeom>{edge}</pic:spPr></pic:pic></a:graphicData>"
        f"</a:graphic></wp:inline></w:drawing></w:r>"
    )
