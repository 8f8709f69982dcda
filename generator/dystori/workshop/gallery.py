"""The page that a translator opens: every entry, found by typing, and beside it the pages it stands on.

One file with its own small script; it opens from the disk and asks no network.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Protocol


class Entry(Protocol):
    """What the gallery shows of an entry."""

    texts: dict[str, str]
    places: list[tuple[str, dict[str, str]]]
    apart: bool

    @property
    def name(self) -> str:
        """Return ``catalogue:context``."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The gallery's own words, in the language of whoever made it."""

    tag: str
    title: str
    search: str
    found: str
    unseen: str
    only: str
    place: str
    choose: str


_LOOK = """
@font-face{font-family:Lexend;font-weight:400 600;src:url(lexend.woff2) format("woff2")}
:root{color-scheme:light dark}*{box-sizing:border-box}[hidden]{display:none!important}
body{margin:0;font:16px/1.45 Lexend,Verdana,sans-serif;color:#1b1b1b;height:100vh;display:grid;
grid-template-columns:minmax(20rem,27rem) 1fr}
aside{display:flex;flex-direction:column;min-height:0;border-right:1px solid #b9c4c6;background:#f4f7f7}
header{padding:.8rem 1rem}h1{font-size:1.15rem;margin:0 0 .5rem}
label{display:block;font-size:.9rem;margin-top:.3rem}
input[type=search]{width:100%;font:inherit;padding:.4rem .5rem;margin-top:.2rem}
#count{font-size:.85rem;margin:.4rem 0 0}
ul{list-style:none;margin:0;padding:0;overflow:auto;flex:1}
li button{all:unset;display:block;width:100%;box-sizing:border-box;padding:.5rem 1rem;cursor:pointer;
border-bottom:1px solid #dde4e5}
li button:hover{background:#e6eeee}li button:focus-visible,input:focus-visible,select:focus-visible{
outline:3px solid #0b5f66;outline-offset:-3px}
li button[aria-current=true]{background:#0b5f66;color:#fff}
code{font:.8rem monospace;overflow-wrap:anywhere}li p{margin:.1rem 0;font-size:.95rem}
li.unseen code::after{content:" \\25cb"}
main{display:grid;grid-template-rows:auto 1fr;min-width:0;min-height:0}
#head{padding:.8rem 1rem;border-bottom:1px solid #b9c4c6;min-height:4.5rem}
#pair,#pages{display:flex;gap:1rem}#pair p{flex:1;margin:.3rem 0}
#pages{gap:0;min-height:0}iframe{flex:1;border:0;border-right:1px solid #b9c4c6;min-width:0;background:#fff}
select{font:inherit;max-width:100%}
@media (max-width:60em){body{grid-template-columns:1fr;grid-template-rows:40vh 1fr}#pages{flex-direction:column}
#pages iframe{border-bottom:1px solid #b9c4c6;min-height:12rem}}
@media (prefers-color-scheme:dark){body{background:#15191a;color:#eceff0}aside{background:#1d2325}
aside,#head,iframe,#pages iframe{border-color:#3c4649}li button{border-color:#2c3537}li button:hover{background:#2a3436}
li button[aria-current=true]{background:#8fd3d8;color:#0b1b1c}li button:focus-visible,input:focus-visible,
select:focus-visible{outline-color:#8fd3d8}}
"""

_SCRIPT = """
const data = JSON.parse(document.getElementById("entries").textContent);
const by = id => document.getElementById(id);
const plain = text => text.toLowerCase().normalize("NFD").replace(/\\p{M}/gu, "").replace(/[\\u2019']/g, "'");
for (const one of data.entries) one.hay = plain([one.name, ...Object.values(one.texts)].join(" "));
const frames = {};
for (const code of data.order) {
  const frame = document.createElement("iframe");
  frame.title = data.names[code]; frames[code] = frame; by("pages").append(frame);
}
let current = null;
function element(name, text, lang) {
  const made = document.createElement(name); made.textContent = text; if (lang) made.lang = lang; return made;
}
function choose(one, button) {
  if (current) current.removeAttribute("aria-current");
  current = button; button.setAttribute("aria-current", "true");
  by("name").textContent = one.name;
  by("pair").replaceChildren(...data.order.filter(c => one.texts[c]).map(c => element("p", one.texts[c], c)));
  const select = by("place");
  select.replaceChildren(...one.places.map(([label], at) => {
    const option = element("option", label); option.value = at; return option;
  }));
  by("where").hidden = !one.places.length; by("nowhere").hidden = !one.apart;
  select.onchange = () => go(one.places[select.value][1]);
  go(one.places.length ? one.places[0][1] : {});
}
function go(pages) { for (const code of data.order) frames[code].src = pages[code] || "about:blank"; }
function list() {
  const words = plain(by("search").value).split(/\\s+/).filter(Boolean);
  const found = data.entries.filter(one =>
    (!by("only").checked || one.apart) && words.every(word => one.hay.includes(word)));
  by("list").replaceChildren(...found.map(one => {
    const row = document.createElement("li"), button = document.createElement("button");
    if (one.apart) row.className = "unseen";
    button.append(element("code", one.name));
    for (const code of data.order) if (one.texts[code]) button.append(element("p", one.texts[code], code));
    button.onclick = () => { location.hash = encodeURIComponent(one.name); choose(one, button); };
    row.append(button); return row;
  }));
  by("count").textContent = data.found + " " + found.length;
}
for (const name of ["search", "only"]) by(name).addEventListener("input", list);
list();
const asked = decodeURIComponent(location.hash.slice(1));
if (asked) {
  by("search").value = asked; list();
  const first = by("list").querySelector("button"); if (first) first.click();
}
"""


def gallery(entries: Sequence[Entry], names: Mapping[str, str], labels: Labels) -> bytes:
    """Return the gallery of some entries; ``names`` are the languages' own, base first."""
    base = next(iter(names))
    data = {
        "names": names,
        "order": [*(code for code in names if code != base), base],
        "found": labels.found,
        "entries": [
            {"name": one.name, "texts": one.texts, "places": one.places, "apart": one.apart} for one in entries
        ],
    }
    held = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    page = (
        f'<!doctype html>\n<html lang="{escape(labels.tag)}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'; frame-src file: 'self'; font-src *; base-uri 'none'; form-action 'none'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(labels.title)}</title>\n<style>{_LOOK}</style>\n</head>\n<body>\n"
        f"<aside><header><h1>{escape(labels.title)}</h1>"
        f'<label>{escape(labels.search)}<input id="search" type="search" autocomplete="off"></label>'
        f'<label><input id="only" type="checkbox"> {escape(labels.only)}</label>'
        '<p id="count" aria-live="polite"></p></header><ul id="list"></ul></aside>\n'
        f'<main><div id="head"><code id="name">{escape(labels.choose)}</code><div id="pair"></div>'
        f'<label id="where" hidden>{escape(labels.place)} <select id="place"></select></label>'
        f'<p id="nowhere" hidden>{escape(labels.unseen)}</p></div><div id="pages"></div></main>\n'
        f'<script type="application/json" id="entries">{held}</script>\n<script>{_SCRIPT}</script>\n</body>\n</html>\n'
    )
    return page.encode()
