"""The only way in for a picture: what is taken is clean and upright, what is not fit is refused with a reason."""

from __future__ import annotations

import io
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, PngImagePlugin, TiffImagePlugin

from dystori import CaseError, House, Library, PictureShelf
from dystori.pictures import picture
from dystori.pictures.intake import LARGEST_BYTES, WIDEST
from dystori.tree import PictureFile

ORIENTATION, ARTIST, GPS = 0x0112, 0x013B, 0x8825


def _saved(image: Image.Image, format_: str = "PNG", **settings: object) -> bytes:
    out = io.BytesIO()
    image.save(out, format_, **settings)
    return out.getvalue()


def _halves(mode: str = "RGB", size: tuple[int, int] = (40, 20)) -> Image.Image:
    """Return a picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, (255, 0, 0))
    ImageDraw.Draw(image).rectangle((size[0] // 2, 0, size[0], size[1]), fill=(0, 0, 255))
    return image.convert(mode)


def _open(taken: PictureFile) -> Image.Image:
    image = Image.open(io.BytesIO(taken.data))
    image.load()
    return image


def _colour(taken: PictureFile, x: int, y: int) -> str:
    """Return the nearest plain colour of a dot."""
    red, green, blue = _open(taken).convert("RGB").getpixel((x, y))  # type: ignore[misc]
    return {(1, 0, 0): "red", (0, 0, 1): "blue", (1, 1, 1): "white", (0, 0, 0): "black"}.get(
        (red > 127, green > 127, blue > 127), "other"
    )


def _code(data: bytes) -> str:
    with pytest.raises(CaseError) as error:
        picture("a.png", data)
    assert error.value.__context__ is None
    return error.value.findings[0].code


def _png(width: int, height: int) -> bytes:
    """Return the head of a one-bit PNG of any size: a few bytes that claim a large picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


class TestWhatIsTaken:
    @pytest.mark.parametrize(
        ("orientation", "size", "first", "last"),
        [
            (1, (40, 20), "red", "blue"),
            (2, (40, 20), "blue", "red"),
            (3, (40, 20), "blue", "red"),
            (6, (20, 40), "red", "blue"),
            (8, (20, 40), "blue", "red"),
        ],
    )
    def test_a_photograph_is_turned_as_it_was_held(
        self, orientation: int, size: tuple[int, int], first: str, last: str
    ) -> None:
        exif = Image.Exif()
        exif[ORIENTATION] = orientation
        taken = picture("a.jpg", _saved(_halves(), "JPEG", exif=exif))
        assert (taken.width, taken.height) == size == _open(taken).size
        assert (_colour(taken, 3, 3), _colour(taken, size[0] - 4, size[1] - 4)) == (first, last)

    def test_where_and_by_whom_a_photograph_was_taken_is_gone(self) -> None:
        exif = Image.Exif()
        exif[ORIENTATION] = 6
        exif[ARTIST] = "ZQCANARY"
        exif.get_ifd(GPS)[1] = "N"
        exif.get_ifd(GPS)[2] = tuple(TiffImagePlugin.IFDRational(part) for part in (52, 24, 30))
        data = _saved(_halves(), "JPEG", exif=exif, comment=b"ZQCANARY") + b"ZQCANARY after the end"
        assert data.count(b"ZQCANARY") == 3
        taken = picture("a.jpg", data)
        assert b"ZQCANARY" not in taken.data
        assert not _open(taken).getexif()
        assert set(_open(taken).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}

    def test_words_hidden_in_a_drawing_are_gone(self) -> None:
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Author", "ZQCANARY")
        notes.add_itxt("XML:com.adobe.xmp", "ZQCANARY")
        data = _saved(_halves(), pnginfo=notes) + b"ZQCANARY"
        assert b"ZQCANARY" in data
        taken = picture("a.png", data)
        assert b"ZQCANARY" not in taken.data
        assert _open(taken).info == {}

    @pytest.mark.parametrize("mode", ["RGBA", "LA"])
    def test_what_can_be_seen_through_lies_on_white(self, mode: str) -> None:
        image = Image.new(mode, (10, 10))  # black, and wholly see-through
        taken = picture("a.png", _saved(image))
        assert _open(taken).mode == "RGB"
        assert _colour(taken, 5, 5) == "white"

    def test_half_of_see_through_is_half_of_white(self) -> None:
        taken = picture("a.png", _saved(Image.new("RGBA", (4, 4), (255, 0, 0, 128))))
        assert _open(taken).getpixel((1, 1)) == pytest.approx((255, 127, 127), abs=1)

    def test_a_palette_with_a_see_through_colour_lies_on_white(self) -> None:
        image = _halves("P")
        taken = picture("a.png", _saved(image, transparency=image.getpixel((39, 5))))
        assert (_colour(taken, 3, 3), _colour(taken, 36, 3)) == ("red", "white")

    @pytest.mark.parametrize("mode", ["RGB", "P", "RGBA"])
    def test_colours_stay_what_they_are(self, mode: str) -> None:
        taken = picture("a.png", _saved(_halves(mode)))
        assert not ImageChops.difference(_open(taken).convert("RGB"), _halves()).getbbox()

    def test_printers_colours_become_those_of_a_screen(self) -> None:
        taken = picture("a.jpg", _saved(_halves("CMYK"), "JPEG"))
        assert _open(taken).mode == "RGB"
        assert (_colour(taken, 3, 3), _colour(taken, 36, 3)) == ("red", "blue")

    @pytest.mark.parametrize(("shade", "seen"), [(0, "black"), (65_535, "white")])
    def test_a_grey_of_sixteen_bits_keeps_its_shade(self, shade: int, seen: str) -> None:
        assert _colour(picture("a.png", _saved(Image.new("I;16", (10, 10), shade))), 5, 5) == seen

    def test_the_middle_of_sixteen_bits_is_the_middle_of_eight(self) -> None:
        taken = picture("a.png", _saved(Image.new("I;16", (10, 10), 32_768)))
        assert _open(taken).convert("L").getpixel((5, 5)) == pytest.approx(128, abs=2)

    @pytest.mark.parametrize("mode", ["1", "L"])
    def test_black_and_white_stays_so(self, mode: str) -> None:
        taken = picture("a.png", _saved(Image.new(mode, (10, 10), 255)))
        assert _open(taken).mode == "L"
        assert _colour(taken, 5, 5) == "white"

    def test_a_picture_wider_than_paper_is_made_smaller_in_its_proportion(self) -> None:
        taken = picture("a.png", _saved(_halves(size=(WIDEST * 2, WIDEST))))
        assert (taken.width, taken.height) == (WIDEST, WIDEST // 2) == _open(taken).size

    @pytest.mark.parametrize(("format_", "kind"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
    def test_what_it_is_is_told_by_its_bytes_and_not_by_its_name(self, format_: str, kind: str) -> None:
        taken = picture("a.gif", _saved(_halves(), format_))
        assert taken.media_type == kind
        assert _open(taken).format == format_

    @pytest.mark.parametrize("format_", ["PNG", "JPEG"])
    def test_the_same_picture_gives_the_same_bytes(self, format_: str) -> None:
        data = _saved(_halves(), format_)
        assert picture("a.png", data).data == picture("a.png", data).data

    def test_only_the_first_picture_of_a_moving_one_is_kept(self) -> None:
        moving = _saved(_halves(), save_all=True, append_images=[Image.new("RGB", (40, 20), "white")])
        taken = picture("a.png", moving)
        assert _colour(taken, 3, 3) == "red"
        assert b"acTL" not in taken.data


class TestWhatIsRefused:
    @pytest.mark.parametrize("size", [(5_001, 5_000), (60_000, 60_000), (1, 25_000_001)])
    def test_a_few_bytes_that_claim_a_huge_picture(self, size: tuple[int, int]) -> None:
        assert _code(_png(*size)) == "picture_too_many_pixels"

    def test_more_than_ten_million_bytes(self) -> None:
        assert _code(_saved(_halves()) + b"\0" * LARGEST_BYTES) == "picture_too_large"

    @pytest.mark.parametrize("format_", ["PNG", "JPEG"])
    @pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
    def test_a_picture_that_stops_half_way(self, format_: str, part: float) -> None:
        noise = Image.effect_noise((60, 60), 90)
        data = _saved(noise, format_)
        assert _code(data[: int(len(data) * part)]) == "picture_unreadable"

    def test_a_damaged_picture(self) -> None:
        data = bytearray(_saved(Image.effect_noise((60, 60), 90)))
        data[len(data) // 2] ^= 0xFF
        assert _code(bytes(data)) == "picture_unreadable"

    @pytest.mark.parametrize(
        "data",
        [
            _saved(_halves(), "GIF"),
            _saved(_halves(), "TIFF"),
            _saved(_halves(), "BMP"),
            _saved(_halves(), "WEBP"),
            _saved(_halves(), "EPS"),
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            b"%PDF-1.7\n",
            b"",
            b"not a picture",
            b"\x89PNG\r\n\x1a\n",
            _png(0, 5),
        ],
        ids=["gif", "tiff", "bmp", "webp", "eps", "svg", "pdf", "nothing", "words", "png head", "no width"],
    )
    def test_anything_else_by_the_name_of_a_picture(self, data: bytes) -> None:
        assert _code(data) == "picture_unreadable"


class TestTheShelf:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "in").mkdir()
        (tmp_path / "in" / "sub").mkdir()
        (tmp_path / "in" / "a.png").write_bytes(_saved(_halves()))
        (tmp_path / "in" / "sub" / "b.png").write_bytes(_saved(_halves()))
        (tmp_path / "out.png").write_bytes(_saved(_halves()))
        return tmp_path / "in"

    @pytest.mark.parametrize("name", ["a.png", "sub/b.png"])
    def test_takes_what_lies_below_its_folder(self, folder: Path, name: str) -> None:
        assert PictureShelf(folder).fault(name) is None
        assert PictureShelf(folder).take(name).width == 40

    @pytest.mark.parametrize("name", ["../out.png", "sub/../../out.png"])
    def test_takes_nothing_beside_its_folder(self, folder: Path, name: str) -> None:
        assert PictureShelf(folder).fault(name) == "picture_outside"

    def test_takes_nothing_by_its_whole_path(self, folder: Path) -> None:
        assert PictureShelf(folder).fault(str(folder.parent / "out.png")) == "picture_outside"

    def test_does_not_follow_a_link_out_of_its_folder(self, folder: Path) -> None:
        (folder / "link.png").symlink_to(folder.parent / "out.png")
        (folder / "far").symlink_to(folder.parent)
        assert PictureShelf(folder).fault("link.png") == "picture_outside"
        assert PictureShelf(folder).fault("far/out.png") == "picture_outside"

    def test_does_not_follow_a_link_to_itself(self, folder: Path) -> None:
        (folder / "loop.png").symlink_to("loop.png")
        assert PictureShelf(folder).fault("loop.png") == "picture_missing"

    def test_does_not_wait_for_a_pipe(self, folder: Path) -> None:
        os.mkfifo(folder / "pipe.png")
        assert PictureShelf(folder).fault("pipe.png") == "picture_not_a_file"

    def test_takes_no_folder(self, folder: Path) -> None:
        assert PictureShelf(folder).fault("sub") == "picture_not_a_file"

    @pytest.mark.parametrize("name", ["none.png", "a.png/a.png", "x" * 300, "a\0.png"])
    def test_says_what_is_missing(self, folder: Path, name: str) -> None:
        assert PictureShelf(folder).fault(name) == "picture_missing"

    def test_without_a_folder_has_nothing(self) -> None:
        assert PictureShelf().fault("a.png") == "picture_missing"

    def test_takes_bytes_handed_in_by_name_before_those_of_its_folder(self, folder: Path) -> None:
        shelf = PictureShelf(folder, {"a.png": _saved(Image.new("RGB", (7, 7)))})
        assert shelf.take("a.png").width == 7
        assert shelf.take("sub/b.png").width == 40

    def test_vets_bytes_handed_in_too(self) -> None:
        assert PictureShelf(handed_in={"a.png": b"GIF89a"}).fault("a.png") == "picture_unreadable"

    def test_reads_a_picture_once_so_that_it_cannot_change_between_check_and_use(self, folder: Path) -> None:
        shelf = PictureShelf(folder)
        first = shelf.take("a.png")
        (folder / "a.png").write_bytes(b"something else")
        assert shelf.take("a.png") == first

    def test_never_names_a_picture_in_an_error(self, folder: Path) -> None:
        with pytest.raises(CaseError) as error:
            PictureShelf(folder).take("zqcanary.png")
        assert "zqcanary" not in f"{error.value}{error.value!r}"
        assert error.value.__context__ is None

    def test_a_case_of_a_case_system_uses_the_bytes_handed_in(self, case: Callable[[], dict[str, object]]) -> None:
        shelf = PictureShelf(handed_in={"house.png": _saved(_halves())})
        assert House(Library.default()).load(case(), shelf).pictures.take("house.png").width == 40

    @pytest.fixture
    def case(self) -> Callable[[], dict[str, object]]:
        return lambda: {
            "reference": "AB-1",
            "nation": "wales",
            "organisation": {"name": "Cyngor Aberwen", "phone": "01632 960 001"},
            "people": {"kit": {"kind": "child", "name": "Kit"}, "sam": {"kind": "practitioner", "name": "Sam"}},
            "documents": [
                {
                    "kind": "case-note",
                    "id": "one",
                    "type": "visit",
                    "about": ["kit"],
                    "date": "2026-11-13",
                    "written_in": "en",
                    "signed": {"by": "sam"},
                    "meeting": {"on": "2026-11-12"},
                    "purpose": "I came to hear how you are.",
                    "pictures": [{"file": "house.png", "alt": "A house."}],
                }
            ],
        }
