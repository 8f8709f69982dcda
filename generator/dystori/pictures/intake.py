"""Take in a picture of a user's: bounded, turned upright, without metadata, or refused with a reason.

Only bytes that went through here are put into a document, so no camera place, comment or hidden half of a
cropped photograph can travel with a letter.
"""

from __future__ import annotations

import contextlib
import io
import os
import stat
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from PIL import Image, ImageFile, ImageOps

from dystori.findings import CaseError, Finding
from dystori.tree import PictureFile

LARGEST_BYTES = 10_000_000
MOST_PIXELS = 25_000_000
#: A picture wider than this many pixels prints no better at 156 mm (300 to the inch) and only slows a document.
WIDEST = 1_900

PictureFault = Literal[
    "picture_missing",
    "picture_outside",
    "picture_not_a_file",
    "picture_too_large",
    "picture_too_many_pixels",
    "picture_unreadable",
]


class _RefusedError(Exception):
    def __init__(self, code: PictureFault) -> None:
        self.code = code


class PictureShelf:
    """The pictures a case may use: those below one folder, or bytes handed in by name."""

    def __init__(self, folder: Path | None = None, handed_in: Mapping[str, bytes] | None = None) -> None:
        """Use a folder, or bytes by name, or both; handed-in bytes come first."""
        self._folder = folder
        self._handed_in = dict(handed_in or {})
        self._taken: dict[str, PictureFile] = {}

    def fault(self, name: str) -> str | None:
        """Return the code of what is wrong with a picture, or None."""
        try:
            self._take(name)
        except _RefusedError as refused:
            return refused.code
        return None

    def take(self, name: str) -> PictureFile:
        """Return the vetted picture; raises ``CaseError`` when it is missing or not fit."""
        return _or_case_error(lambda: self._take(name))

    def _take(self, name: str) -> PictureFile:
        if name not in self._taken:
            data = self._handed_in.get(name) if name in self._handed_in else self._read(name)
            self._taken[name] = _vetted(name, data or b"")
        return self._taken[name]

    def _read(self, name: str) -> bytes:
        if self._folder is None:
            raise _RefusedError("picture_missing")
        try:
            path = (self._folder / name).resolve(strict=True)
        except (OSError, RuntimeError, ValueError):
            raise _RefusedError("picture_missing") from None
        if not path.is_relative_to(self._folder.resolve()):
            raise _RefusedError("picture_outside")
        try:
            handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        except OSError:
            raise _RefusedError("picture_not_a_file" if path.is_dir() else "picture_unreadable") from None
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise _RefusedError("picture_not_a_file")
            with os.fdopen(handle, "rb", closefd=False) as file:
                return file.read(LARGEST_BYTES + 1)
        finally:
            os.close(handle)


def picture(name: str, data: bytes) -> PictureFile:
    """Return a vetted picture from bytes; raises ``CaseError``."""
    return _or_case_error(lambda: _vetted(name, data))


def _or_case_error(take: Callable[[], PictureFile]) -> PictureFile:
    try:
        return take()
    except _RefusedError as refused:
        code = refused.code
    # Outside the except clause: what the system or Pillow raised names the file, and a chained error keeps it.
    raise CaseError([Finding(code)])


#: Pillow's settings are the whole process's, so one picture is taken in at a time.
_ONE_AT_A_TIME = threading.Lock()


@contextlib.contextmanager
def _strictly() -> Iterator[None]:
    """Take nothing broken in: the PDF engine, once loaded, tells Pillow to make do with half a picture."""
    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("error")
        before = ImageFile.LOAD_TRUNCATED_IMAGES
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        try:
            yield
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = before


def _vetted(name: str, data: bytes) -> PictureFile:
    if len(data) > LARGEST_BYTES:
        raise _RefusedError("picture_too_large")
    try:
        with _strictly():
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise _RefusedError("picture_too_many_pixels")
                photograph = image.format == "JPEG"
                image.load()
                upright = ImageOps.exif_transpose(image)
            clean = _flat(upright)
            if clean.width > WIDEST:
                clean = clean.resize((WIDEST, round(clean.height * WIDEST / clean.width)), Image.Resampling.LANCZOS)
            out = io.BytesIO()
            if photograph:
                clean.save(out, "JPEG", quality=88)
            else:
                clean.save(out, "PNG", optimize=False)
    except _RefusedError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _RefusedError("picture_too_many_pixels") from None
    except Exception:  # whatever a broken picture makes Pillow raise, the picture is not fit
        raise _RefusedError("picture_unreadable") from None
    return PictureFile(name, "image/jpeg" if photograph else "image/png", out.getvalue(), clean.width, clean.height)


def _flat(image: Image.Image) -> Image.Image:
    """Return the picture in plain colour on white: PDF/A and paper have no see-through."""
    if image.mode in ("RGBA", "LA", "P", "PA"):
        image = image.convert("RGBA")
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image, mask=image.getchannel("A"))
        return ground
    if image.mode.startswith("I"):
        # Pillow cuts grey of sixteen bits off at 255, so that a scan would come out white.
        image = image.convert("I").point(lambda shade: shade * (1 / 256)).convert("L")
    fresh = Image.new("L" if image.mode in ("1", "L") else "RGB", image.size)
    fresh.paste(image.convert(fresh.mode))
    return fresh
