"""The pictures of one document, by names that say nothing of what is in them."""

from __future__ import annotations

from dystori.tree import Drawing, PictureFile


class Assets:
    """Names the pictures of one document; a name says nothing of what is in the picture."""

    def __init__(self, logo: PictureFile | None) -> None:
        """Start with the logo, if there is one."""
        self.files: dict[str, tuple[str, bytes]] = {}
        if logo:
            self.files["asset:logo"] = (logo.media_type, logo.data)

    def address(self, picture: PictureFile | Drawing) -> str:
        """Return the address of a picture, the same one for the same bytes."""
        if isinstance(picture, Drawing):
            size = f' width="{picture.width}" height="{picture.height}"'
            held = ("image/svg+xml", picture.svg(size).encode())
        else:
            held = (picture.media_type, picture.data)
        for name, known in self.files.items():
            if known == held:
                return name
        name = f"asset:picture-{len(self.files) + 1}"
        self.files[name] = held
        return name
