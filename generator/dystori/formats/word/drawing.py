"""Pictures in the line of text, with words for those who cannot see them."""

from __future__ import annotations

from typing import Final

from dystori.formats.word.markup import escape
from dystori.formats.word.relations import Relations
from dystori.tree import PictureFile

#: English Metric Units to a twip.
_EMU: Final = 635
_LOCKS: Final = '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
_URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def drawing(
    picture: PictureFile, alt: str, relations: Relations, *, widest: int, highest: int, outline: str = ""
) -> str:
    """Return a run that holds a picture, as large as it can be within ``widest`` by ``highest`` twips.

    ``outline`` is the colour of a hairline round it, without ``#``. The picture's own name stays behind.
    """
    scale = min(widest / picture.width, highest / picture.height)
    width, height = (max(1, int(side * scale)) * _EMU for side in (picture.width, picture.height))
    related = relations.picture(picture)
    number = relations.media.number()
    edge = f'<a:ln w="7620"><a:solidFill><a:srgbClr val="{outline}"/></a:solidFill></a:ln>' if outline else ""
    name = f'id="{number}" name="image{number}" descr="{escape(alt)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr {name}/>{_LOCKS}'
        f'<a:graphic><a:graphicData uri="{_URI}"><pic:pic><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{related}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{edge}</pic:spPr></pic:pic></a:graphicData>'
        f"</a:graphic></wp:inline></w:drawing></w:r>"
    )
