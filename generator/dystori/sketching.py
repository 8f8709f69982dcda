"""Pictures without a case: the sheet of everything that can be drawn, and one scene in one line, to try it."""

from __future__ import annotations

from dystori.formats.fonts import width
from dystori.pictures import Described, described, draw, sheet, tell
from dystori.words import Language, Name, People, Text, Value

_CATALOGUE = "pictures"


def vocabulary(language: Language) -> str:
    """Return every word that pictures can be drawn of, with what is drawn for it, as one SVG in a language."""

    def say(key: str) -> str:
        return language.phrase(key, {}, catalogue=_CATALOGUE).text

    return sheet(say, width).svg(title=say("sheet-title"))


def sketch(line: str, language: Language) -> tuple[str, str]:
    """Return a scene described in one line as SVG, and in words; raises ``RequestError`` for an unknown word."""
    scene = described(line, lambda one: language.phrase(f"label-{one}", {}, catalogue=_CATALOGUE).text)
    told = _told(scene, language)
    return draw(scene, width).svg(title=told), told


def _told(scene: Described, language: Language) -> str:
    sentences = []
    for saying in tell(scene):
        values: dict[str, Value] = {
            name: People(tuple(Name(scene.people[at].label) for at in group))
            for name, group in (("people", saying.people), ("others", saying.others))
        }
        if saying.words is not None:
            values["words"] = Text(scene.people[saying.words].says or scene.people[saying.words].thinks)
        sentences.append(language.phrase(saying.key, values, catalogue=_CATALOGUE).text)
    return " ".join(sentences)
