"""Read a YAML or JSON file into plain data, with the line and column of every path.

Every YAML scalar stays the text that was typed: no ``no`` becomes false, no leading nought is lost. What
could make a small file a large one (aliases, merges, depth) and what could lose something in silence
(duplicate keys, a second document) is refused. No error quotes the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import yaml

from dystori.findings import CaseError, Place
from dystori.reading.opening import bytes_of, refuse
from dystori.reading.slips import slip

DEEPEST = 40
MOST_NODES = 50_000

_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|.)")
_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")

PathKey = tuple[str | int, ...]
Positions = Mapping[PathKey, tuple[int, int]]


def path_of(text: str) -> PathKey:
    """Return the path that is written with dots: ``documents.0.worries.1``."""
    return tuple(int(part) if part.isdigit() else part for part in text.split("."))


@dataclass(frozen=True)
class Raw:
    """Plain data, the name of its file, and where everything stands in it."""

    data: Any = field(repr=False)
    name: str = ""
    positions: Positions = field(default_factory=dict, repr=False)
    text: str = field(default="", repr=False)

    def place(self, path: PathKey) -> Place:
        """Return the place of a path, or of the nearest part of it that the file has.

        A key that is no field and no id is somebody's text, and is shown as a question mark.
        """
        shown = ".".join(part if _KEY.fullmatch(part) else "?" for part in map(str, path))
        for length in range(len(path), -1, -1):
            if path[:length] in self.positions:
                line, column = self.positions[path[:length]]
                return Place(self.name, line, column, shown)
        return Place(self.name, path=shown)


def given(data: Mapping[str, Any]) -> Raw:
    """Return the data a case system hands in; raises ``CaseError`` ``file_too_deep``."""
    if _depth(data) > DEEPEST:
        refuse("file_too_deep", "")
    return Raw(data)


def read(path: Path) -> Raw:
    """Return the data of a file: JSON when its name ends so, YAML otherwise.

    Raises ``CaseError`` when the file cannot be read or is not what it should be, with the line.
    """
    return _without_values(lambda: _parsed(bytes_of(path), path.name))


def parsed(data: bytes, name: str) -> Raw:
    """Return the data of a file's bytes; ``name`` is the file's, and says what it is. Raises as ``read`` does."""
    return _without_values(lambda: _parsed(data, name))


def _without_values(reading: Callable[[], Raw]) -> Raw:
    try:
        return reading()
    except CaseError as error:
        faults = error.findings
    # Outside the except clause: what a parser raised holds the whole text, and a chained error would keep it.
    raise CaseError(faults)


def _parsed(data: bytes, name: str) -> Raw:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        refuse("file_not_utf8", name, data.count(b"\n", 0, error.start) + 1)
    if not text.strip():
        refuse("file_empty", name)
    return _json(text, name) if name.lower().endswith(".json") else _yaml(text, name)


def composed(text: str, name: str, *, is_json: bool = False) -> yaml.Node | None:
    """Return the nodes of a file that was read, with their marks; None where YAML cannot say where things stand."""
    try:
        return yaml.compose(_alike(text) if is_json else text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None


def _line_column(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)


def _plain(node: yaml.ScalarNode) -> bool:
    """Return whether a scalar stands without quotes; the C parser says so with an empty style."""
    return not node.style


class _Walk:
    """Turns YAML nodes into plain data; knows how deep and how many."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.positions: dict[PathKey, tuple[int, int]] = {}

    def data(self, node: yaml.Node, path: PathKey) -> Any:
        self.positions.setdefault(path, _line_column(node.start_mark))
        if isinstance(node, yaml.ScalarNode):
            # A key with nothing after it is left empty; '' typed in quotes is text.
            return None if node.value == "" and _plain(node) else node.value
        if isinstance(node, yaml.SequenceNode):
            return [self.data(item, (*path, index)) for index, item in enumerate(node.value)]
        return self._mapping(node, path)

    def _mapping(self, node: yaml.Node, path: PathKey) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            line, column = _line_column(key.start_mark)
            if not isinstance(key, yaml.ScalarNode):
                refuse("key_not_text", self.name, line, column)
            if key.value == "<<" and _plain(key):
                refuse("yaml_merge", self.name, line, column)
            if key.value in found:
                refuse("key_twice", self.name, line, column)
            self.positions[(*path, key.value)] = (line, column)
            found[key.value] = self.data(value, (*path, key.value))
        return found


def _check_events(text: str, name: str) -> None:
    depth = nodes = documents = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line, column = _line_column(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            refuse("yaml_alias", name, line, column)
        if getattr(event, "tag", None):
            refuse("yaml_tag", name, line, column)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
        if documents > 1:
            refuse("yaml_documents", name, line, column)
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        nodes += isinstance(event, yaml.NodeEvent)
        if depth > DEEPEST or nodes > MOST_NODES:
            refuse("file_too_deep" if depth > DEEPEST else "file_too_many", name, line, column)


def _yaml(text: str, name: str) -> Raw:
    try:
        _check_events(text, name)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        if node is None:
            refuse("file_empty", name)
        walk = _Walk(name)
        return Raw(walk.data(node, ()), name, walk.positions, text)
    except yaml.MarkedYAMLError as error:
        # A quote that is never closed is noticed at the end of the file; where it opens is where to look.
        unclosed = "end of stream" in (error.problem or "")
        mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
        refuse(slip(text, mark), name, *_line_column(mark))
    except yaml.reader.ReaderError as error:
        refuse("yaml_character", name, text.count("\n", 0, error.position) + 1)
    except (yaml.YAMLError, ValueError, RecursionError, UnicodeError, MemoryError):
        refuse("yaml_syntax", name)


class _Twice(ValueError):
    """A key stands twice in a JSON object."""


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Twice
    return found


def _no_constant(_: str) -> NoReturn:
    raise ValueError


def _json(text: str, name: str) -> Raw:
    try:
        data = json.loads(text, object_pairs_hook=_pairs, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        refuse("json_syntax", name, error.lineno, error.colno)
    except _Twice:
        # JSON is nearly YAML, so the YAML reader finds the line; where it cannot, the file's name is what there is.
        _json_positions(text, name, refused="key_twice")
        refuse("key_twice", name)
    except RecursionError:
        refuse("file_too_deep", name)
    except ValueError:
        refuse("json_syntax", name)
    if _depth(data) > DEEPEST:
        refuse("file_too_deep", name)
    return Raw(data, name, _json_positions(text, name, refused="file_too_many"), text)


def _alike(text: str) -> str:
    """Return JSON text as YAML can read it, everything at its place."""
    # YAML refuses tabs between things and knows other escapes; neither moves anything.
    return _ESCAPE.sub(lambda escape: "x" * len(escape[0]), text).replace("\t", " ")


def _depth(data: Any, most: int = DEEPEST) -> int:
    """Return how deep data is, without looking much deeper than what is allowed."""
    if most < 0 or not isinstance(data, (Mapping, list, tuple)):
        return 0
    inner = data.values() if isinstance(data, Mapping) else data
    return 1 + max((_depth(item, most - 1) for item in inner), default=0)


def _json_positions(text: str, name: str, refused: str) -> Positions:
    """Return where things stand in JSON text, by reading it as YAML; one fault of YAML's is one here too."""
    try:
        return _yaml(_alike(text), name).positions
    except CaseError as error:
        if error.findings[0].code == refused:
            raise
        return {}
