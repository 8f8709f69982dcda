"""Web pages of documents in which every passage from a catalogue can be found by its entry.

Each passage knows its entry, so the page is written as always from a tree whose passages carry marks no text
has, and the marks become elements afterwards. What stands inside a tag (alternative text) is left unmarked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from dystori.formats import html
from dystori.library import Library
from dystori.tree import LaidOut, Run

_OPEN, _SHUT, _END, _ZERO = "\ue000", "\ue001", "\ue002", 0xE010
_MARK = re.compile(f"{_OPEN}([\ue010-\ue019]+){_SHUT}(.*?){_END}", re.DOTALL)
_ANY = re.compile(f"{_OPEN}[\ue010-\ue019]+{_SHUT}|{_END}")
_TAG = re.compile(r"<[^>]*>")
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_FACE = re.compile(r"@font-face\{[^}]*\}")

#: The typeface beside the pages: one file for all of them.
FACE_FILE = "lexend.woff2"
_HEAD = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
    "script-src 'unsafe-inline'; img-src data:; font-src *; base-uri 'none'; form-action 'none'\">"
)
_LOOK = (
    "<style>@font-face{font-family:Lexend;font-weight:400 600;src:url(" + FACE_FILE + ') format("woff2")}'
    "mark{background:none;color:inherit;border-bottom:1px dotted #8a8a8a}"
    "mark.on{background:#ffe680;outline:3px solid #ffe680;border-bottom:2px solid #6b4e00}</style>"
)
_SCRIPT = (
    "<script>function show(){const at=location.hash.slice(1);let first=true;"
    'for(const one of document.querySelectorAll("mark")){const on=one.dataset.e===at;'
    'one.classList.toggle("on",on);if(on&&first){one.scrollIntoView({block:"center"});first=false}}}'
    'addEventListener("hashchange",show);addEventListener("load",show)</script>'
)


def page(laid: LaidOut, library: Library) -> tuple[bytes, Mapping[str, str]]:
    """Return the web page of a document, and the anchor of each catalogue entry it shows."""
    anchors: dict[str, str] = {}
    text = html.write(_marked(laid, anchors), library).decode()
    text = _TITLE.sub(lambda found: _ANY.sub("", found[0]), text)
    text = _TAG.sub(lambda found: _ANY.sub("", found[0]), text)
    text = _MARK.sub(lambda found: f'<mark data-e="e{_number(found[1])}">{found[2]}</mark>', text)
    text = _ANY.sub("", text)
    text = _POLICY.sub(_HEAD, _FACE.sub("", text)).replace("</head>", f"{_LOOK}{_SCRIPT}</head>", 1)
    shown = {entry: anchor for entry, anchor in anchors.items() if f'data-e="{anchor}"' in text}
    return text.encode(), shown


def _marked(node: Any, anchors: dict[str, str]) -> Any:
    """Return a part of a tree with every passage of a catalogue marked, and note its anchor."""
    if isinstance(node, Run):
        if node.source.kind != "entry" or not node.text:
            return node
        anchor = anchors.setdefault(node.source.ref, f"e{len(anchors)}")
        figures = "".join(chr(_ZERO + int(figure)) for figure in anchor[1:])
        return replace(node, text=f"{_OPEN}{figures}{_SHUT}{node.text}{_END}")
    if isinstance(node, tuple):
        return tuple(_marked(one, anchors) for one in node)
    if is_dataclass(node) and not isinstance(node, type):
        changed = {
            one.name: _marked(getattr(node, one.name), anchors)
            for one in fields(node)
            if isinstance(getattr(node, one.name), tuple) or is_dataclass(getattr(node, one.name))
        }
        return replace(node, **changed)
    return node


def _number(figures: str) -> str:
    return "".join(str(ord(figure) - _ZERO) for figure in figures)
