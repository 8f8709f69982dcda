"""Scenes of a case as pictures and words: drawn after everything a reader may not see is gone.

Who was removed is in neither the picture nor its words; where nobody is left of those it was about, there is no
picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from dystori.documents.arrangement import shares_pictures
from dystori.documents.tagged import Tagged
from dystori.editions import Leaf
from dystori.editions.readers import age
from dystori.pictures import Described, Measure, Saying, Someone, draw, person, stature, tell
from dystori.pictures.people import STRANGERS, Person
from dystori.tree import Drawing
from dystori.words import Name, People, Text, Value
from dystori_schemas.base import LocalText
from dystori_schemas.choices import PersonKind, Presentation
from dystori_schemas.scenes import Somebody

if TYPE_CHECKING:
    from dystori.documents.project import Projection

CATALOGUE = "pictures"


@dataclass(frozen=True)
class Told:
    """The sentences that tell a picture: what a template prints as its alternative text."""

    markup: Markup = field(repr=False)

    def __html__(self) -> str:
        """Return the sentences as markup that the tree builder reads."""
        return str(self.markup)


@dataclass(frozen=True)
class DrawnScene:
    """A scene as this reader sees it; ``drawing`` is None where nobody it was about is left."""

    drawing: Drawing | None
    told: Told
    #: Somebody was removed, so words that the case gives may tell of them.
    without_somebody: bool


def drawn(scene: Mapping[str, Any], projection: Projection, measure: Measure) -> DrawnScene:
    """Return a shown scene as a picture and its words in the language of a projection."""
    return _Scene(scene, projection).drawn(measure)


def appearance(projection: Projection, who: str) -> Person:
    """Return how somebody this reader may know of looks in every picture; ``who`` is their id."""
    known = projection.shown.people[who]
    kind, role, born = (_of(known[field]) for field in ("kind", "role", "born"))
    years = age(born, projection.edition.document.date) if born else None
    looks = {field: _of(leaf) for field, leaf in (known["looks"] or {}).items()}
    nth = [str(one) for one in projection.edition.case.file.people].index(who)
    return person(looks, stature(kind, role, years), role, nth)


def is_large(projection: Projection) -> bool:
    """Return whether a document is in large print, and its pictures with it."""
    return projection.edition.reader.presentation is Presentation.LARGE


class _Scene:
    def __init__(self, scene: Mapping[str, Any], projection: Projection) -> None:
        self.scene = scene
        self.projection = projection
        self.tongue = projection.tongue
        self.names: list[Tagged | str] = []
        self.bubbles: list[Tagged | None] = []
        #: The languages that the words in the picture are in: all those it is printed once for.
        edition = projection.edition
        self._speaks = edition.languages if shares_pictures(edition) else (projection.tongue.language.code,)

    def drawn(self, measure: Measure) -> DrawnScene:
        wanted = self.scene["people"] or []
        people: list[Someone] = []
        places: dict[str, int] = {}
        for shown in wanted:
            one = self._someone(shown)
            if one is not None:
                if shown["who"]:
                    places[str(shown["who"].value)] = len(people)
                people.append(one)
        for shown in wanted:
            partner = str(shown["with"].value) if shown["with"] else ""
            here = places.get(str(shown["who"].value)) if shown["who"] else None
            if here is not None and partner in places:
                people[here] = replace(people[here], partner=places[partner])
        described = Described(
            tuple(people),
            _of(self.scene["place"]),
            bool(_of(self.scene["night"])),
            _of(self.scene["happens"]),
            tuple(one.value for one in self.scene["things"] or []),
            is_large(self.projection),
        )
        told = Told(Markup(" ").join(self._sentence(saying) for saying in tell(described)))
        in_case = self._in_case()
        picture = None if in_case and not people else draw(described, measure)
        return DrawnScene(picture, told, len(people) < in_case)

    def _in_case(self) -> int:
        """Return how many people the case puts into this scene, whoever of them this reader may see."""
        night = self.scene["night"]
        if night is None:
            return len(self.scene["people"] or [])
        here: Any = self.projection.edition.case.file
        for step in night.path[:-1]:
            here = here[step] if isinstance(here, (tuple, dict)) else getattr(here, str(step))
        return len(here.people)

    def _someone(self, shown: Mapping[str, Any]) -> Someone | None:
        """Return somebody of the scene, or None when this reader may not see them or has no word for them."""
        if shown["other"]:
            return self._stranger(shown, shown["other"].value)
        who = str(shown["who"].value) if shown["who"] else ""
        known = self.projection.shown.people.get(who)
        name = self._name(who)
        if known is None or name is None:
            return None
        return replace(self._in_scene(shown, appearance(self.projection, who), name), label=self._label(who, name))

    def _stranger(self, shown: Mapping[str, Any], what: Somebody) -> Someone:
        names = {one: self.tongue.languages[one] for one in self._speaks}
        label = self._joined(
            {one: each.phrase(f"label-{what}", {}, catalogue=CATALOGUE).text for one, each in names.items()}
        )
        said = self.tongue.language.phrase(f"somebody-{what}", {}, catalogue=CATALOGUE).text
        return replace(self._in_scene(shown, STRANGERS[what], said), label=label)

    def _in_scene(self, shown: Mapping[str, Any], looks: Any, name: Tagged | str) -> Someone:
        self.names.append(name)
        says, thinks = (self._bubble(shown[field]) for field in ("says", "thinks"))
        self.bubbles.append(says or thinks)
        return Someone(
            looks,
            str(name),
            _of(shown["feels"]),
            _of(shown["does"]),
            None,
            _of(shown["holding"]),
            self._drawn_words(shown["says"]),
            self._drawn_words(shown["thinks"]),
        )

    def _bubble(self, leaf: Leaf | None) -> Tagged | None:
        if leaf is None or not isinstance(leaf.value, LocalText):
            return None
        return self.projection.local(leaf.value, ".".join(map(str, leaf.path)))

    def _drawn_words(self, leaf: Leaf | None) -> str:
        """Return the words of a bubble, a line for each language that the picture is printed once for."""
        own = self._bubble(leaf)
        if own is None or leaf is None:
            return ""
        said = self._by_language(leaf.value)
        return "\n".join(dict.fromkeys(said[code] for code in self._speaks if code in said)) or own.text

    def _by_language(self, text: LocalText) -> dict[str, str]:
        written = str(self.projection.edition.document.written_in)
        return {code or written: str(words) for code, words in text.root.items()}

    def _label(self, who: str, name: Tagged | str) -> str:
        """Return the name under somebody, in each language where what the child calls them differs."""
        calls = self.projection.shown.people[who]["child_calls"] if who else None
        said = self._by_language(calls.value) if calls and isinstance(calls.value, LocalText) else {}
        if str(name) not in said.values():
            return str(name)
        return self._joined({code: said[code] for code in self._speaks if code in said}) or str(name)

    def _joined(self, words: Mapping[str, str]) -> str:
        return " / ".join(dict.fromkeys(words.values()))

    def _name(self, who: str) -> Tagged | None:
        """Return the child's word for somebody: what they call them, or the name they use."""
        known = self.projection.person(who)
        if known is None:
            return None
        is_child = known["kind"] is not None and known["kind"].id == PersonKind.CHILD
        name = known["signs"] if is_child else known["child_calls"] or known["known_as"] or known["name"]
        return name if isinstance(name, Tagged) else None

    def _sentence(self, saying: Saying) -> Markup:
        values: dict[str, Value] = {
            field: People(tuple(Name(str(self.names[at])) for at in group))
            for field, group in (("people", saying.people), ("others", saying.others))
            if group
        }
        tags: dict[str, Tagged] = {}
        for side, group in (("people", saying.people), ("others", saying.others)):
            tag = next((name for at in group if isinstance(name := self.names[at], Tagged)), None)
            if tag is not None:
                tags[side] = tag
        if saying.words is not None and (words := self.bubbles[saying.words]):
            values["words"], tags["words"] = Text(words.text), words
        language = self.tongue.language
        phrase = language.phrase(saying.key, values, catalogue=CATALOGUE, variant=self.tongue.variant)
        inner = Markup("")
        for piece in phrase.pieces:
            tag = tags.get(piece.value_name or "")
            if tag is None:
                inner += Markup("{}").format(piece.text)
            else:
                marks = Markup(' l="{}"').format(tag.lang) if piece.value_name == "words" and tag.lang else Markup("")
                inner += Markup('<v p="{}"{}>{}</v>').format(tag.path, marks, piece.text)
        return Markup('<e r="{}" l="{}">{}</e>').format(phrase.entry, language.tag, inner)


def _of(leaf: Leaf | None) -> Any:
    return leaf.value if leaf is not None else None
