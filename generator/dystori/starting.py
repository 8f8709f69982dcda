"""Start a case file: a commented one for a kind, or the next document of a case that is already there.

The words and comments of a start are files beside the catalogues (``locales/<language>/new/``), so a new kind
or language brings its own. A start loads and renders as it stands; the next
document of a case once its facts are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

import yaml

from dystori.documents.fallbacks import DOTS
from dystori.editions.withhold import Hidden, Path, finds, hidden_from_anybody, value_at, written
from dystori.findings import Finding, RequestError
from dystori.library import Library
from dystori.reading import Case
from dystori_schemas import Kind, case_model
from dystori_schemas.scalars import ChildId, Id, LinkId

#: The short names that the documents of every start use for the child and for the one who writes.
CHILD, WORKER = "child", "worker"
#: Fields of every document that the next one takes over from the last.
_TAKEN = ("about", "signed")
#: Fields of a start that would be made-up facts about somebody else.
_FACTS = ("seen", "file")
#: Fields of every document that say what it is, or that the next one takes over.
_FORM = frozenset({"kind", "id", "written_in", "about", "signed"})
_FIELD = re.compile(r"^    (?:#.*|([a-z_]+):.*)$")


def start(library: Library, kind: Kind, language: str) -> str:
    """Return a commented case file of a kind; raises ``RequestError`` where a language has no start for it."""
    return f"{_read(library, language, 'case')}\ndocuments:\n{_read(library, language, kind.name)}"


def start_from(library: Library, kind: Kind, language: str, case: Case, text: str) -> str:
    """Return the next document's case file: the people and organisation of a case, word for word, and a draft.

    What the last document holds and the next one needs is taken over as the kind says (``Kind.carries``), but
    nothing that is kept back from anybody: what kept it back goes with the last document. The
    words, days, choices and people of the start are somebody else's, so dots stand in their place: the draft loads
    once they are written, and ``check`` says which are not. Text taken over keeps its language: the start is in the
    language of the last document where there is one.
    """
    last = _last(case)
    written_in = str(last.get("written_in", language))
    known = library.locales.joinpath(written_in, "new", f"{kind.name}.yaml").is_file()
    block = _unwritten(library, kind, written_in if known else language)
    taken = {field: last[field] for field in _TAKEN if field in last}
    for here, there in kind.carries if known else ():
        found = _latest(case, there, hidden_from_anybody(case))
        if found is not None:
            taken[here] = found
    taken |= {"id": _new_id(case, kind.name), "status": "draft", "reference": _new_reference(case, last)}
    block = "\n".join(line for group in _fields(block.splitlines()) if not _is_fact(group) for line in group) + "\n"
    for field, value in taken.items():
        block = _put(block, field, value)
    for name, person in ((WORKER, _signer(last)), (CHILD, _first(last))):
        block = re.sub(rf"(?<=[\s\[{{:,]){name}(?=[\s\]}},]|$)", person, block, flags=re.MULTILINE)
    return f"{_head(text)}\ndocuments:\n{block}{_still_withheld(case)}"


def _still_withheld(case: Case) -> str:
    """Return what stays withheld: people, addresses and what stands there; the rest goes with its document."""
    people = {str(one) for one in case.file.people}
    stays = [text for path, text in written(case.file) if path[0] != "documents"]
    items = [
        item
        for item in case.raw.data.get("withheld") or []
        if _of_people(str(item.get("item", "")), people)
        or any(finds(str(item.get("sentence") or "\0"), text) for text in stays)
    ]
    if not items:
        return ""
    return "\n" + yaml.safe_dump({"withheld": items}, allow_unicode=True, sort_keys=False, width=10_000)


def _of_people(item: str, people: set[str]) -> bool:
    return item in people or item.startswith(("people.", "organisation."))


def _new_reference(case: Case, last: Mapping[str, Any]) -> str:
    """Return a reference of its own, so that the next document's files never take the place of the last one's."""
    counted = re.fullmatch(r"(.*)-(\d\d)", str(last.get("reference", "")))
    number = int(counted[2]) if counted else len(case.file.documents)
    return f"{counted[1] if counted else case.file.reference}-{number + 1:02d}"


def _is_fact(group: list[str]) -> bool:
    """Return whether a field of a start says something that only whoever was there can know."""
    return _named(group) in _FACTS


def _unwritten(library: Library, kind: Kind, language: str) -> str:
    """Return the document of a start with dots for its words and its facts; what holds it together stays."""
    whole, block = start(library, kind, language), _read(library, language, kind.name)
    example = case_model(library.kinds).model_validate(yaml.load(whole, Loader=yaml.CBaseLoader))
    before = len(whole) - len(block)
    for node, path in reversed(list(_scalars(yaml.compose(whole, Loader=yaml.SafeLoader), ()))):
        if path[0] == "documents" and not _holds_together(path, value_at(example, path)):
            at, end = node.start_mark.index - before, node.end_mark.index - before
            # The note behind it stays where it stood.
            blanks = max(0, end - at - len(DOTS)) if re.match(r" +#", block[end:]) else 0
            block = block[:at] + DOTS + " " * blanks + block[end:]
    return block


def _scalars(node: yaml.Node | None, path: Path) -> Iterator[tuple[yaml.ScalarNode, Path]]:
    """Yield every value of a YAML document with its path, in the order they stand in."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _scalars(value, (*path, index))
    elif isinstance(node, yaml.ScalarNode):
        yield node, path


def _holds_together(path: Path, value: Any) -> bool:
    """Return whether a value of a start says nothing of anybody: which child, which worry a goal is for."""
    return path[2] in _FORM or type(value) in (Id, LinkId) or (isinstance(value, ChildId) and value == CHILD)


def _read(library: Library, language: str, name: str) -> str:
    try:
        return library.locales.joinpath(language, "new", f"{name}.yaml").read_text(encoding="utf-8")
    except OSError:
        raise RequestError([Finding("no_start")]) from None


def _last(case: Case) -> Mapping[str, Any]:
    documents = case.raw.data.get("documents") or [{}]
    found: Mapping[str, Any] = documents[-1]
    return found


def _latest(case: Case, field: str, hidden: Hidden) -> Any:
    """Return a field's data in the last document that has it, without what is kept back from anybody."""
    documents = case.raw.data.get("documents") or []
    for number, document in reversed(list(enumerate(documents))):
        if field in document:
            path = ("documents", number, field)
            value = document[field]
            if not isinstance(value, list):
                return None if _holds(value, path, hidden) else value
            return [one for at, one in enumerate(value) if not _holds(one, (*path, at), hidden)] or None
    return None


def _holds(value: Any, path: tuple[str | int, ...], hidden: Hidden) -> bool:
    """Return whether anything in a value is kept back."""
    if hidden.covers(path):
        return True
    if isinstance(value, Mapping):
        return any(_holds(inner, (*path, str(key)), hidden) for key, inner in value.items())
    if isinstance(value, list):
        return any(_holds(inner, (*path, at), hidden) for at, inner in enumerate(value))
    return any(finds(sentence, str(value)) for sentence in hidden.sentences)


def _signer(document: Mapping[str, Any]) -> str:
    return str((document.get("signed") or {}).get("by", WORKER))


def _first(document: Mapping[str, Any]) -> str:
    return str(next(iter(document.get("about") or [CHILD])))


def _new_id(case: Case, name: str) -> str:
    used = {document.id for document in case.file.documents}
    return next(one for number in range(1, 1000) if (one := name if number == 1 else f"{name}-{number}") not in used)


def _head(text: str) -> str:
    """Return a case file's lines without its documents and what is withheld in them; every other line stays."""
    kept: list[str] = []
    inside = False
    for line in text.splitlines():
        if re.match(r"[A-Za-z_]+:", line):
            inside = line.startswith(("documents:", "withheld:"))
        if not inside:
            kept.append(line)
    return "\n".join(kept).rstrip() + "\n"


def _put(block: str, field: str, value: Any) -> str:
    """Return a document's lines with a field's value in place of its own, or added where it has none."""
    dumped = yaml.safe_dump({field: value}, allow_unicode=True, sort_keys=False, width=10_000)
    lines = [f"    {line}" for line in dumped.rstrip().splitlines()]
    kept: list[str] = []
    put = False
    for group in _fields(block.splitlines()):
        if _named(group) == field:
            kept += [group[0][:4] + lines[0].lstrip(), *lines[1:]]
            put = True
        else:
            kept += group
    return "\n".join(kept if put else [*kept, *lines]) + "\n"


def _named(group: list[str]) -> str:
    """Return the field that a group of lines is of; nothing for notes."""
    found = _FIELD.match(group[0].replace("  - ", "    ", 1))
    return (found[1] or "") if found else ""


def _fields(lines: list[str]) -> Iterator[list[str]]:
    """Yield the lines of each field of a document: the line that names it and what is indented below."""
    group: list[str] = []
    for line in lines:
        if group and (_FIELD.match(line) or line.startswith("  - ")):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def text_of(path: FilePath) -> str:
    """Return the text of a case file that has already been read once."""
    return path.read_text(encoding="utf-8-sig")
