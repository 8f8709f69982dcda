"""What a part of the package points to: links that lead out, and pictures that lie within."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from typing import Final

from dystori.tree import Drawing, PictureFile

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_ENDINGS: Final[Mapping[str, str]] = {"image/png": "png", "image/jpeg": "jpeg"}
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


class Media:
    """The pictures of one document, each kept once however often it is shown."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self._names: dict[bytes, str] = {}
        self._numbers = count(1)

    def add(self, picture: PictureFile, *, alone: bool = False) -> str:
        """Return the path of a picture below ``word/``; the name it came with stays behind.

        ``alone`` gives this showing of it a file of its own.
        """
        digest = sha256(picture.data).digest()
        if alone or digest not in self._names:
            name = f"media/image{len(self.files) + 1}.{_ENDINGS[picture.media_type]}"
            self._names[digest] = name
            self.files[name] = picture.data
        return self._names[digest]

    def add_drawing(self, drawing: Drawing) -> str:
        """Return the path of a drawing's vector form below ``word/``."""
        size = f' width="{drawing.width}" height="{drawing.height}"'
        data = drawing.svg(size).encode()
        digest = sha256(data).digest()
        if digest not in self._names:
            self._names[digest] = f"media/image{len(self.files) + 1}.svg"
            self.files[self._names[digest]] = data
        return self._names[digest]

    def number(self) -> int:
        """Return the next number of a drawing: no two in a document may be alike."""
        return next(self._numbers)


@dataclass
class Relations:
    """The relationships of one part, numbered in the order in which they were asked for."""

    media: Media
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def within(self, kind: str, target: str) -> str:
        """Return the id of a part of the package."""
        return self._known.setdefault((kind, target), f"rId{len(self._known) + 1}")

    def link(self, href: str) -> str:
        """Return the id of an address outside."""
        return self.within("hyperlink", href)

    def picture(self, picture: PictureFile, *, alone: bool = False) -> str:
        """Return the id of a picture."""
        return self.within("image", self.media.add(picture, alone=alone))

    def drawing(self, drawing: Drawing) -> str:
        """Return the id of a drawing's vector form."""
        return self.within("image", self.media.add_drawing(drawing))

    def xml(self) -> str:
        """Return the part that lists them; empty where there are none."""
        if not self._known:
            return ""
        listed = "".join(
            f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target.translate(_ESCAPES)}"'
            + (' TargetMode="External"/>' if kind == "hyperlink" else "/>")
            for (kind, target), name in self._known.items()
        )
        return f'<Relationships xmlns="{_PACKAGE}">{listed}</Relationships>'
