"""What a language writes of values: its grammar, its terms and its places, without any catalogue."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NoReturn, Self, cast

from dystori.words.facts import Known, count, measured
from dystori.words.faults import refuse
from dystori.words.forms import Form
from dystori.words.grammar import Grammar
from dystori.words.letters import SortKey, capital, small
from dystori.words.lexicon import PlaceWords, TermWords
from dystori.words.placeholders import PlaceholderError, parse
from dystori.words.values import (
    Count,
    LanguageName,
    Name,
    Owned,
    People,
    Place,
    Pronoun,
    Term,
    Text,
    Thing,
    Things,
    Value,
    Word,
)


@dataclass(frozen=True)
class Vocabulary:
    """A language by the name of its folder: everything it can say of a value."""

    code: str
    grammar: Grammar
    terms: Mapping[str, TermWords]
    places: Mapping[str, PlaceWords]
    #: The id of every place by its names in all languages, in small letters.
    place_ids: Mapping[str, str] = field(default_factory=dict, kw_only=True)
    #: Whose words of home are spoken; empty for the usual ones.
    variant: str = field(default="", kw_only=True)

    @property
    def variants(self) -> tuple[str, ...]:
        """Return the parts of the country that have words of their own, besides the usual ones."""
        return tuple(self.grammar.data.variants)

    def at_home(self, variant: str) -> Self:
        """Return this language with the words of one of its ``variants``; any other name changes nothing."""
        return replace(self, variant=variant) if variant in self.variants else self

    def language_name(self, code: str) -> str:
        """Return the name of a language in this one; raise CatalogueError for a code without a name."""
        known = self.grammar.data.languages.get(code) or self.grammar.locale.languages.get(code)
        return known or self._refuse("unknown-language")

    def term(self, name: str) -> TermWords:
        """Return the words of a term; raise CatalogueError for an id that is in no list."""
        return self.terms.get(name) or self._refuse("unknown-term")

    def pronoun(self, said: str) -> Pronoun | None:
        """Return the pronoun that somebody says is theirs (*nhw*, *she/her*); None for one this language has not."""
        first = re.split(r"[^\w’']", said.strip().casefold(), maxsplit=1)[0]
        found = (name for name, one in self.grammar.data.pronouns.items() if first in one.said)
        return next((Pronoun(cast(Any, name)) for name in found), None)

    def sort_key(self, text: str) -> SortKey:
        """Return what puts texts in the order of this language's alphabet."""
        return self.grammar.sort_key(text)

    def join(self, items: Sequence[Thing | str], how: str) -> str:
        """Return items as one list, joined in a way the grammar names (``a``, ``neu``, ``and``).

        A string is a name: it stays as it is.
        """
        if how not in self.grammar.joins:
            self._refuse("unknown-form", form=how)
        things = [Name(item) if isinstance(item, str) else item for item in items]
        words = [(self.write(thing), self._kind(thing)) for thing in things]
        if len(words) < 2:
            return "".join(word for word, _ in words)
        *before, (word, kind) = words
        last = self.grammar.joins[how].write({"word": word, "kind": kind}, self.grammar.change)
        return self.grammar.data.joins[how].between.join(word for word, _ in before) + last

    def say(self, text: str, **values: Value) -> str:
        """Return a sentence with its placeholders filled, as a catalogue entry would be.

        ``welsh.say("{town:yn}", town=Place("Caerdydd"))`` is *yng Nghaerdydd*. Raises CatalogueError for a
        stray brace, a value not given, and a form its kind has not.
        """
        try:
            pieces = parse(text)
        except PlaceholderError:
            self._refuse("brace")
        said = []
        for piece in pieces:
            if not isinstance(piece, str) and piece.name not in values:
                self._refuse("missing-value", name=piece.name)
            said.append(piece if isinstance(piece, str) else self.write(values[piece.name], piece.form))
        return "".join(said)

    def write(self, value: Value, form: str = "") -> str:
        """Return a value in a form; raise CatalogueError for a form its kind has not.

        A capital in the form's name (``Dy``) asks for a capital first letter. Text has its bare form only.
        """
        if isinstance(value, Text):
            return value.text if not form else self._refuse("unknown-form", kind="text", form=form)
        wanted = small(form) or "bare"
        written = self._written(value, wanted)
        return capital(written) if form[:1].isupper() else written

    def form_of(self, call: str, value: Value) -> str:
        """Return the form that a plain call takes for a value; raise CatalogueError where there is none."""
        kind = self._known(value).kind
        named = self.grammar.data.calls.get(kind, {}).get(call)
        return named or self._refuse("unknown-form", kind=kind, form=call)

    def call(self, name: str, value: Value) -> str:
        """Return a value in the form that a plain call takes."""
        return self.write(value, self.form_of(name, value))

    def put_before(self, word: str, text: str) -> str:
        """Return a text with a word before it, contracted: *i* before *eich tad* is *i’ch tad*.

        The text begins with a little word (my, the) or is a name; raises CatalogueError for an unknown word.
        """
        if word not in self.grammar.data.before:
            self._refuse("unknown-form", form=word)
        return self.grammar.put_before(word, text, self.variant)

    def sure(self, value: Value, form: str = "") -> bool:
        """Return whether a form is certain.

        False where a place of no list, or free text in a list, stays as it was typed and the rule for a known
        one would have changed it: whether it does is for somebody to say. Raises CatalogueError as ``write``.
        """
        return self.write(value, form) == self.write(self._as_known(value), form)

    def _as_known(self, value: Value) -> Value:
        match value:
            case Place():
                return replace(value, given_in=self.code)
            case Things():
                items = (Word(one.text) if isinstance(one, Text) else self._as_known(one) for one in value.items)
                return Things(tuple(items))  # type: ignore[arg-type]
        return value

    def _written(self, value: Value, wanted: str) -> str:
        if isinstance(value, Place) and wanted in value.forms:
            return value.forms[wanted]
        if isinstance(value, Owned) and isinstance(value.owner, Pronoun):
            return self.write(value.thing, self._owns(value.owner) + ("" if wanted == "bare" else f"_{wanted}"))
        known = self._known(value)
        chosen = self._chosen(known, wanted)
        apart = self.grammar.taken_apart(wanted) if chosen is None and known.kind == "term" else None
        if apart is not None:
            return self.put_before(apart[0], self._written(value, apart[1]))
        if chosen is None:
            self._refuse("unknown-form", kind=known.kind, form=wanted)
        facts = {**known.facts, "variant": self.variant}
        bare = self._chosen(known, "bare") if wanted != "bare" else None
        if bare is not None:
            facts["bare"] = bare.write(facts, self.grammar.change)
        return chosen.write(facts, self.grammar.change)

    def _chosen(self, known: Known, wanted: str) -> Form | None:
        return known.forms.get(wanted) or self.grammar.forms.get(known.kind, {}).get(wanted)

    def _owns(self, owner: Pronoun) -> str:
        return self.grammar.data.pronouns[self._pronoun(owner)].owns or self._refuse("unknown-form", kind="pronoun")

    def _pronoun(self, value: Pronoun) -> str:
        names = (f"{value.who}-{value.register}", value.who)
        found = next((name for name in names if name in self.grammar.data.pronouns), None)
        return found or self._refuse("unknown-form", kind="pronoun", form=value.who)

    def _place(self, place: Place) -> Known:
        known = self.places.get(self.place_ids.get(place.text.casefold(), ""))
        if known is not None:
            return Known("place", {"word": known.name, "known": "yes"}, known.forms)
        return Known("place", {"word": place.text, "known": "yes" if place.given_in == self.code else "no"})

    def _list(self, kind: str, items: Sequence[Thing]) -> Known:
        facts = {how: self.join(items, how) for how in self.grammar.joins}
        return Known(kind, facts | {"word": self.write(items[0]) if items else "", "n": str(len(items))})

    def _term(self, value: Term | Word) -> tuple[TermWords, dict[str, str]]:
        if isinstance(value, Word):
            return TermWords(value.one, value.many), {"one": value.one, "many": value.many, "gender": value.gender}
        return (term := self.term(value.id)), term.facts(self.variant)

    def _known(self, value: Value) -> Known:
        match value:
            case Name() | Text():
                return Known("name", {"word": value.text})
            case People():
                return self._list("people", value.names)
            case Things():
                return self._list("things", value.items)
            case Place():
                return self._place(value)
            case Term() | Word():
                words, facts = self._term(value)
                return Known("term", facts, words.forms)
            case Owned():
                return Known("owned", self._term(value.thing)[1] | {"owner": self.write(value.owner)})
            case Pronoun():
                return Known("pronoun", {}, self.grammar.pronouns[self._pronoun(value)])
            case LanguageName():
                return Known("language", {"word": self.language_name(value.code)})
            case Count():
                words, facts = self._term(value.term)
                return Known("count", count(value, facts, self.grammar), words.count)
            case _:
                return measured(value, self.grammar)

    def _kind(self, item: Thing) -> str:
        if isinstance(item, Text):
            return "text"
        known = self._known(item)
        return "foreign" if known.facts.get("known") == "no" else known.kind

    def _refuse(self, code: str, book: str = "", path: str = "", **values: str) -> NoReturn:
        refuse(code, self._file(book), path, **values)

    def _file(self, book: str) -> str:
        return f"locales/{self.code}/{book}.po" if book else f"locales/{self.code}"
