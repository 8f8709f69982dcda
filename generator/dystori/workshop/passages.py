"""Web pages of documents in which every passage from a catalogue can be found by its entry.

Each passage knows its entry, so the page is written as always from a tree whose passages carry marks no text
has, and the marks become elements afterwards. What nobody sees on a page (its title, the words that stand for a
picture) is shown on these, above it and below the picture.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from html import escape
from typing import Any

from dystori.formats import html
from dystori.library import Library
from dystori.tree import Content, Inlines, LaidOut, Run, Source, lines_of, runs

_OPEN, _SHUT, _END, _ZERO = "\ue000", "\ue001", "\ue002", 0xE010
_MARK = re.compile(f"{_OPEN}([\ue010-\ue019]+){_SHUT}(.*?){_END}", re.DOTALL)
_ANY = re.compile(f"{_OPEN}[\ue010-\ue019]+{_SHUT}|{_END}")
_TAG = re.compile(r"<[^>]*>")
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_FACE = re.compile(r"@font-face\{[^}]*\}")
_FORM = re.compile(r"\[\d\]")
_BODY = re.compile(r"<body[^>]*>")
#: A picture with words that stand for it.
_PICTURED = re.compile(
    r'<img\b[^>]*? alt="([^"]*\ue000[^"]*)"[^>]*>|<svg\b[^>]*? aria-label="([^"]*\ue000[^"]*)"[^>]*>.*?</svg>',
    re.DOTALL,
)

#: The typeface beside the pages: one file for all of them.
FACE_FILE = "lexend.woff2"
HEAD = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
    "script-src 'unsafe-inline'; img-src data:; font-src *; base-uri 'none'; form-action 'none'\">"
)
#: What a page with marks needs: how a mark looks, and the script that shows the one it was opened for.
LOOK = (
    "<style>@font-face{font-family:Lexend;font-weight:400 600;src:url(" + FACE_FILE + ') format("woff2")}'
    ".beside{border-left:4px solid #8a8a8a;padding-left:.6em;display:block;font-size:.85em;text-align:left;"
    "margin:.4em 0}"
    "mark{background:none;color:inherit;border-bottom:1px dotted #8a8a8a}"
    "mark.on{background:#ffe680;outline:3px solid #ffe680;border-bottom:2px solid #6b4e00}</style>"
    "<script>function show(){const at=location.hash.slice(1);let first=true;"
    'for(const one of document.querySelectorAll("mark")){const on=one.dataset.e===at;'
    'one.classList.toggle("on",on);if(on&&first){one.scrollIntoView({block:"center"});first=false}}}'
    'addEventListener("hashchange",show);addEventListener("load",show)</script>'
)


def entries_of(content: Content, edges: Inlines = ()) -> set[str]:
    """Return the entries that a document shows, in its title and alternative texts and at its edges too."""
    edge = content.furniture
    lines = [line for block in content.blocks for line in lines_of(block)]
    lines += [content.titled, edge.left, edge.right, edge.foot, edges]
    return {_whole(run.source.ref) for line in lines for run in runs(line) if run.source.kind == "entry" and run.text}


def page(laid: LaidOut, library: Library, edges: Inlines = ()) -> tuple[bytes, Mapping[str, str]]:
    """Return the web page of a document, and the anchor of each catalogue entry it shows.

    ``edges`` are words that only paper has, shown above the page with its title.
    """
    anchors: dict[str, str] = {}
    marked = _marked(laid, anchors)
    above = [*marked.contents[0].titled, Run(" · ", "", Source("case", "")), *_marked(edges, anchors)] if edges else []
    text = html.write(marked, library).decode()
    text = _BODY.sub(lambda found: f'{found[0]}<p class="beside">{_plain(above)}</p>' if above else found[0], text, 1)
    text = _PICTURED.sub(lambda found: f'{found[0]}<span class="beside">{found[1] or found[2]}</span>', text)
    text = _TITLE.sub(lambda found: _ANY.sub("", found[0]), text)
    text = _TAG.sub(lambda found: _ANY.sub("", found[0]), text)
    text = _MARK.sub(lambda found: f'<mark data-e="e{_number(found[1])}">{found[2]}</mark>', text)
    text = _ANY.sub("", text)
    text = _POLICY.sub(HEAD, _FACE.sub("", text)).replace("</head>", f"{LOOK}</head>", 1)
    shown = {entry: anchor for entry, anchor in anchors.items() if f'data-e="{anchor}"' in text}
    return text.encode(), shown


def _marked(node: Any, anchors: dict[str, str]) -> Any:
    """Return a part of a tree with every passage of a catalogue marked, and note its anchor."""
    if isinstance(node, Run):
        if node.source.kind != "entry" or not node.text:
            return node
        anchor = anchors.setdefault(_whole(node.source.ref), f"e{len(anchors)}")
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


def _whole(entry: str) -> str:
    """Return the name of an entry; a plural form of one is it too."""
    return _FORM.sub("", entry)


def _plain(line: list[Any]) -> str:
    return "".join(escape(run.text) for run in runs(tuple(line)))


def _number(figures: str) -> str:
    return "".join(str(ord(figure) - _ZERO) for figure in figures)
