"""The small parts of a Word file that name the others: types, properties, numbering, the way in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dystori.formats.word import markup
from dystori.formats.word.letterhead import content_type
from dystori.formats.word.package import entry
from dystori.formats.word.relations import OFFICE
from dystori.tree import Content

_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"


def properties(contents: Sequence[Content]) -> str:
    """Return the core properties: the title and the language, nobody's name and no date."""
    titles = dict.fromkeys(content.title for content in contents)
    return (
        f'{markup.PROLOGUE}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{markup.escape(' / '.join(titles))}</dc:title>"
        f"<dc:language>{markup.escape(contents[0].tag)}</dc:language></cp:coreProperties>"
    )


def numbering(base: str, counted: int) -> str:
    """Return the numbering with one more for each counted list, so that each starts at 1."""
    more = "".join(
        f'<w:num w:numId="{at + 2}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        f'<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for at in range(counted)
    )
    return base.replace("</w:numbering>", f"{more}</w:numbering>")


def content_types(names: Iterable[str]) -> str:
    """Return the list of what each part is."""
    kinds = {"document": "document.main"}
    parts = [name for name in names if name.startswith("word/") and name.endswith(".xml")]
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{content_type(kinds.get(kind, kind))}"/>'
        for name, kind in ((name, name[5:-4].rstrip("0123456789")) for name in parts)
    )
    return (
        f'{markup.PROLOGUE}<Types xmlns="{_TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>'
        '<Default Extension="svg" ContentType="image/svg+xml"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" ContentType="{_CORE_TYPE}"/></Types>'
    )


ROOT = entry(
    "_rels/.rels",
    f'{markup.PROLOGUE}<Relationships xmlns="{_PACKAGE}">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>".encode(),
)
