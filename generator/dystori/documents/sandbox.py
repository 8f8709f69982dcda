"""The closed room house templates run in: plain data, our filters and macros, nothing to call, nothing missing.

Measured in ``engineering``: a model in the context is a way out of the sandbox, a filter such as ``map`` or
``attr`` is another, and marks in a translation are live unless translations are escaped like any text.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound, pass_context
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from dystori.documents.project import Tongue
from dystori.documents.tagged import Chosen, Tagged
from dystori.findings import DystoriError, Finding, Place, TemplateError
from dystori.library import Library
from dystori.words import Name, Number, People, Value
from dystori.words.plurals import form, named

#: What ends a sentence.
_ENDS = (".", "!", "?", "…")
#: Filters and tests of Jinja's own that cannot reach anything: the rest are taken away.
_FILTERS = {"length", "first", "last", "default", "d", "join"}
_TESTS = {"defined", "none", "true", "false", "in", "eq", "ne", "gt", "lt", "ge", "le", "divisibleby", "odd", "even"}


class _Loader(BaseLoader):
    def __init__(self, library: Library) -> None:
        self.library = library

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Any]:
        parts = template.split("/")
        if ".." in parts:
            raise TemplateNotFound(template)
        try:
            return self.library.template(*parts), template, lambda: True
        except (OSError, KeyError):
            raise TemplateNotFound(template) from None


class Room(ImmutableSandboxedEnvironment):
    """A sandbox in which macros are all that can be called."""

    def __init__(self, library: Library) -> None:
        super().__init__(
            loader=_Loader(library),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_finalize,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.globals.clear()
        self.filters = {name: f for name, f in self.filters.items() if name in _FILTERS}
        self.tests = {name: t for name, t in self.tests.items() if name in _TESTS}
        self.filters["words"] = _words
        self.filters["counted"] = _counted
        self.filters["called"] = _called

    def is_safe_callable(self, obj: Any) -> bool:
        """Return whether something may be called: a macro, and nothing else."""
        return isinstance(obj, Macro)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a field of plain data; a mapping has its fields and none of a mapping's methods (``copy``).

        A field of what is not there, or not for this reader, is not there either.
        """
        if obj is None:
            return None
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def run(self, name: str, context: dict[str, Any]) -> str:
        """Return what a template makes of a context; raises ``TemplateError`` with the template's line."""
        try:
            return self.get_template(name).render(context)
        except DystoriError:
            raise
        except Exception as error:  # whatever a template did wrong, it is the template that is at fault
            raise TemplateError([Finding("template_wrong", place=_place(error, name))]) from None


def _place(error: BaseException, template: str) -> Place:
    """Return the template and line an error came from: the last of ours it passed through."""
    line = getattr(error, "lineno", None) or 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".html"):
            template, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return Place(f"templates/{template}", line)


def _finalize(value: Any) -> Any:
    return "" if value is None else value


@pass_context
def _words(context: Context, key: str, **values: Any) -> Markup:
    """Return the words of a key for this reader; nothing at all when a value is missing.

    A sentence about something that is not there, or not for this reader, is not said.
    """
    tongue: Tongue = context["tongue"]
    if any(value is None for value in values.values()):
        return Markup("")
    plain = {name: _value(value) for name, value in values.items()}
    tongue = _tongue_for(tongue, key, values)
    phrase = tongue.phrase(key, plain)
    inner = Markup("")
    before = ""
    for piece in phrase.pieces:
        text = piece.text
        if not piece.value_name and before.endswith(_ENDS):
            # Somebody typed the full stop that the sentence brings too.
            text = text.removeprefix(".")
        before = text
        given = values.get(piece.value_name) if piece.value_name else None
        if isinstance(given, Tagged):
            marks = Markup(' l="{}"').format(given.lang) if given.lang else Markup("")
            inner += Markup('<v p="{}"{}>{}</v>').format(given.path, marks, text)
        elif isinstance(given, Chosen) and given.entry:
            inner += Markup('<v r="{}">{}</v>').format(given.entry, text)
        else:
            inner += Markup("{}").format(text)
    return Markup('<e r="{}" l="{}">{}</e>').format(phrase.entry, tongue.language.tag, inner)


@pass_context
def _counted(context: Context, key: str, n: int, **values: Any) -> Markup:
    """Return the words of a key for a number of things, in the plural form that it takes; the number is ``{n}``."""
    rule = context["tongue"].language.grammar.data.plural_forms
    counted: Markup = _words(context, named(key, form(rule, n)), n=Number(n), **values)
    return counted


def _tongue_for(tongue: Tongue, key: str, values: dict[str, Any]) -> Tongue:
    """Return the tongue a sentence is said in: that of its free text, so that no sentence is of two languages."""
    foreign = {value.lang for value in values.values() if isinstance(value, Tagged) and value.foreign}
    for code in tongue.languages.codes:
        language = tongue.languages[code]
        if foreign == {language.tag} and language.has(key, catalogue=tongue.catalogue, stage=tongue.stage):
            register = language.default_register(tongue.stage == "adult", False)
            return replace(tongue, language=language, register=register, variant="")
    return tongue


@pass_context
def _called(context: Context, people: list[dict[str, Any]]) -> Tagged | None:
    """Return people as one value, by the names the child uses; None when there is nobody."""
    tongue: Tongue = context["tongue"]
    called = [person["called"] for person in people if person["called"]]
    if not called:
        return None
    value = People(tuple(Name(one.text) for one in called))
    return Tagged(tongue.language.write(value), value, called[0].path)


def _value(value: Any) -> Value:
    if isinstance(value, (Tagged, Chosen)):
        return value.value
    if isinstance(value, Number):
        return value
    if isinstance(value, dict) and "called" in value:
        return _value(value["called"])
    raise TypeError("only a value of the case can stand in a phrase")
