"""Everything that touches WeasyPrint, and every name of it that is private.

The engine keeps one font configuration and the parsed style sheets for the life of a process: a new
configuration for each document is never given back, and parsing costs a fifth of a letter. Two threads in one
configuration corrupt memory, so a lock lets one in at a time; a forked child starts afresh.

Private names used, all of them here and all checked when this module is loaded:

* ``pdf.tags._build_box_tree``: WeasyPrint writes no ``/Lang`` on passages, no ``/Scope`` on header cells, and no
  words behind letters that share glyphs (Arabic), which cannot be read back from the glyphs alone; and it tags a
  list of contents as any other list.
* ``pdf.fonts.TTFont``: a typeface cut down for a file would bear the time of day.
* ``FontConfiguration.__init__``: the public one takes in every typeface of the machine; ours starts empty.
* ``Page._page_box``: how far down the words of a page reach.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.resources import files
from io import BytesIO
from typing import Any
from unicodedata import bidirectional, category

import pydyf  # type: ignore[import-untyped]
import weasyprint
from weasyprint.css import ColorProfile
from weasyprint.formatting_structure import boxes
from weasyprint.pdf import fonts as pdf_fonts
from weasyprint.pdf import tags
from weasyprint.text import ffi as bindings
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from dystori.findings import Finding, TemplateError
from dystori.formats import fonts
from dystori.formats.pdf.sheets import POINT

#: The release whose insides were read. Another one may work; a person has to look first.
KNOWN = "70."

#: What the colour profile of a file is called between us and the engine.
PROFILE = "document-rgb"

#: One CSS pixel in millimetres.
PIXEL = 25.4 / 96

if not weasyprint.VERSION.startswith(KNOWN):
    raise ImportError(f"WeasyPrint {KNOWN}x is needed: its insides are used in {__name__}")

#: A list of contents has tags of its own; the markup tells it from other lists by these classes.
CONTENTS_TAGS = {"/L": "/TOC", "/LI": "/TOCI", "/LBody": "/Reference"}
CONTENTS_CLASSES = frozenset({"toc", "toci"})

bindings.ffi.cdef("FcConfig *FcConfigCreate(void);")


class _Fonts(FontConfiguration):  # type: ignore[misc]
    """A font configuration that knows the shipped typefaces and nothing of the machine."""

    def __init__(self) -> None:
        ffi, fontconfig, pango, glib = bindings.ffi, bindings.fontconfig, bindings.pangoft2, bindings.gobject
        self._config = fontconfig.FcConfigCreate()
        self.font_map = ffi.gc(pango.pango_ft2_font_map_new(), glib.g_object_unref)
        for path in fonts.paths():
            if not fontconfig.FcConfigAppFontAddFile(self._config, os.fsencode(path)):
                raise TemplateError([Finding("pdf-font-not-read")])
        pango.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", self.font_map), self._config)
        fontconfig.FcConfigDestroy(self._config)  # the map keeps its own reference
        self._folder = None
        self.strut_layouts: dict[Any, Any] = {}
        self.font_features: dict[Any, Any] = {}

    def add_font_face(self, *_: object) -> None:
        """Refuse: a style sheet cannot bring a typeface in."""
        raise TemplateError([Finding("pdf-font-in-css")])


class _Assets(URLFetcher):  # type: ignore[misc]
    """Hands out the pictures of one document from memory; there is no other way to any file or address."""

    def __init__(self, assets: Mapping[str, tuple[str, bytes]]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._assets = assets
        self.refused = 0

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Return an asset of the document, or stop the rendering."""
        if url not in self._assets:
            self.refused += 1
            raise FatalURLFetchingError("not an asset of the document")
        media_type, data = self._assets[url]
        return URLFetcherResponse(url, data, {"Content-Type": media_type})


class _Gatherer(logging.Handler):
    """Counts what the engine complains of, thread by thread; the words of a record may hold a child's words."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.codes: dict[int, list[str]] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the code of a complaint made by a thread that is rendering."""
        gathered = self.codes.get(threading.get_ident())
        if gathered is not None:
            missing = str(record.msg).startswith(".notdef")
            gathered.append("pdf-letter-missing" if missing else "pdf-engine-warned")


class _State:
    """What a process keeps warm."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.fonts: _Fonts | None = None
        self.sheets: dict[str, weasyprint.CSS] = {}


_state = _State()
_gatherer = _Gatherer()


def _afresh() -> None:
    global _state  # noqa: PLW0603  a forked child may hold neither the lock nor the fonts of its parent
    _state = _State()
    _gatherer.codes.clear()


os.register_at_fork(after_in_child=_afresh)
for _name in ("weasyprint", "fontTools"):
    logging.getLogger(_name).addHandler(_gatherer)
    logging.getLogger(_name).propagate = False


class Turn:
    """One document's turn at the engine."""

    def __init__(self, assets: _Assets, state: _State) -> None:
        """Keep the document's assets and the warm state."""
        self._assets = assets
        self._state = state

    def lay(self, markup: str, kept: Sequence[str], own: str) -> weasyprint.Document:
        """Return markup laid out on pages; ``kept`` sheets stay parsed, ``own`` is this document's."""
        font_config = self._state.fonts = self._state.fonts or _Fonts()
        for text in kept:
            if text not in self._state.sheets:
                self._state.sheets[text] = self._css(text, font_config)
        sheets = [*(self._state.sheets[text] for text in kept), self._css(own, font_config)]
        page = weasyprint.HTML(string=markup, url_fetcher=self._assets, base_url=None)
        return page.render(font_config=font_config, stylesheets=sheets)

    def _css(self, text: str, font_config: _Fonts) -> weasyprint.CSS:
        return weasyprint.CSS(string=text, font_config=font_config, url_fetcher=self._assets, base_url=None)

    def join(self, first: weasyprint.Document, pages: Sequence[weasyprint.Page]) -> bytes:
        """Return pages of several documents as one tagged file with the title of the ``first``."""
        whole = first.copy(pages)
        # The engine's own way to sRGB leaves its file open; the profile is handed over, under another name.
        profile = files(weasyprint.pdf).joinpath("sRGB2014.icc").read_bytes()
        whole.color_profiles[PROFILE] = ColorProfile(BytesIO(profile), "sRGB2014.icc", "relative-colorimetric", "rgb")
        data: bytes = whole.write_pdf(pdf_variant="pdf/a-2a", output_intent=PROFILE)
        return data


@contextmanager
def turn(assets: Mapping[str, tuple[str, bytes]]) -> Iterator[Turn]:
    """Wait for a turn at the engine; what it complains of becomes an error at the end.

    Raises TemplateError: ``pdf-letter-missing`` (no shipped typeface has a letter), ``pdf-engine-warned`` (any
    other warning), ``pdf-asset-refused`` (markup or a style sheet asks for what the document does not hold).
    """
    state, fetcher, thread = _state, _Assets(assets), threading.get_ident()
    with state.lock:
        _gatherer.codes[thread] = []
        try:
            yield Turn(fetcher, state)
        except FatalURLFetchingError:
            raise TemplateError([Finding("pdf-asset-refused")]) from None
        finally:
            complaints = _gatherer.codes.pop(thread)
    if fetcher.refused:
        raise TemplateError([Finding("pdf-asset-refused")])
    if complaints:
        raise TemplateError([Finding(code) for code in sorted(set(complaints))])


def depth(page: weasyprint.Page) -> float:
    """Return how far down a page the last word or picture in its text area reaches, in mm from that area's top."""
    area = page._page_box
    top = area.content_box_y()
    return max((box.position_y + box.height - top for box, _ in _shown(area)), default=0.0) * PIXEL


def overflowing(page: weasyprint.Page) -> int:
    """Return how many passages and pictures leave the page's text area or the column, cell or box they stand in."""
    area = page._page_box
    near = POINT / PIXEL  # a point of side bearing is no overflow
    top, bottom = area.content_box_y() - near, area.content_box_y() + area.height + near
    return sum(
        box.position_x < around.content_box_x() - near
        or box.position_x + box.width > around.content_box_x() + around.width + near
        or box.position_y < top
        or box.position_y + box.height > bottom
        for box, around in _shown(area)
    )


def _shown(page_box: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every passage of text and every picture within the margins of a page, and the block it stands in."""
    waiting = [(child, page_box) for child in page_box.children if not isinstance(child, boxes.MarginBox)]
    while waiting:
        box, around = waiting.pop()
        box = getattr(box, "_box", box)  # an absolutely placed box hides in a placeholder
        if isinstance(box, boxes.TextBox | boxes.ReplacedBox):
            yield box, around
        inner = box if isinstance(box, boxes.BlockContainerBox) else around
        waiting += [(child, inner) for child in getattr(box, "children", ())]


_original_tree = tags._build_box_tree


def _marked_tree(box: Any, parent: Any, pdf: Any, *rest: Any) -> Iterator[Any]:
    """Yield the structure elements of a box, each with its language, header cells with their scope.

    The recursion goes through the module's global, so every box passes here. Languages that repeat the one
    around them are taken out again when the file is finished.
    """
    shown = getattr(box, "_box", box)
    language = shown.style["lang"]
    _page_number, nums, _annotations, marked = rest
    shaped = [child for child in _texts(shown) if _is_shaped(child.text)]
    spoken = {marked[child]["mcid"]: child.text for child in shaped if child in marked}
    for element in _original_tree(box, parent, pdf, *rest):
        if language:
            element["Lang"] = pydyf.String(language)
        if element["S"] == "/TH" and shown.element is not None:
            element["A"]["Scope"] = "/Row" if shown.element.get("scope") == "row" else "/Column"
        if element["S"] in CONTENTS_TAGS and CONTENTS_CLASSES & set(shown.element.get("class", "").split()):
            element["S"] = CONTENTS_TAGS[element["S"]]
        yield element
    for number, text in spoken.items():
        pdf.objects[int(nums[number].split()[0])]["ActualText"] = pydyf.String(text)


def _texts(box: Any) -> Iterator[Any]:
    """Yield the passages of text that stand directly in a box."""
    for child in getattr(box, "children", ()):
        for inner in child.children if isinstance(child, boxes.LineBox) else (child,):
            if isinstance(inner, boxes.TextBox):
                yield inner


def _is_shaped(text: str) -> bool:
    """Return whether the letters of a text share glyphs, so that its words cannot be read back from them."""
    if text.isascii():
        return False
    return any(bidirectional(letter) in ("R", "AL") or category(letter) in ("Mn", "Mc") for letter in text)


tags._build_box_tree = _marked_tree
pdf_fonts.TTFont = partial(pdf_fonts.TTFont, recalcTimestamp=False)
