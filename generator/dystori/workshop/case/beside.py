"""Put a text beside another at its place in a case file: everything else of the file stays, byte for byte.

Nothing is written anew: pieces are let in between what is there, so comments, order, quoting and layout are the
typist's. Only the lines of a text that ran over several and gets a language stand further in than before.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from dystori.findings import CaseError, Finding
from dystori.reading.files import PathKey, composed, parsed
from dystori.workshop.case.typed import STEP, block, in_line, quoted

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Addition:
    """A text in another language: for the text at ``path``, which is in ``written_in`` where it does not say.

    ``after`` names the field that a whole new mapping follows, where nothing stands at the path yet.
    """

    path: PathKey
    written_in: str
    language: str
    text: str = field(repr=False)
    after: str = ""


def added(data: bytes, name: str, additions: Sequence[Addition]) -> bytes:
    """Return the bytes of a case file with texts added.

    Raises ``CaseError`` ``translation_no_place`` for each that cannot be let in and read back as it is meant, and
    what reading a file raises.
    """
    text = data.removeprefix(_MARK).decode("utf-8")
    before = parsed(data, name)
    written = _File(text, name.lower().endswith(".json"), name)
    try:
        pieces = [piece for one in _together(additions) for piece in written.pieces(*one)]
    except _NoPlaceError as error:
        raise CaseError([Finding("translation_no_place", place=before.place(error.path))]) from None
    after = (_MARK if data.startswith(_MARK) else b"") + _let_in(text, pieces).encode("utf-8")
    if _reads(after, name) != _meant(before.data, additions):
        raise CaseError([Finding("translation_no_place", place=before.place(one.path)) for one in additions])
    return after


def _reads(data: bytes, name: str) -> Any:
    try:
        return parsed(data, name).data
    except CaseError:
        return None


def _meant(data: Any, additions: Sequence[Addition]) -> Any:
    """Return what the file is to say, as plain data."""
    meant = json.loads(json.dumps(data))
    for one in additions:
        parent = meant
        for step in one.path[:-1]:
            parent = parent[step]
        there = parent.get(one.path[-1]) if isinstance(parent, dict) else parent[int(one.path[-1])]
        if isinstance(there, str):
            there = {one.written_in: there}
        parent[one.path[-1]] = {**(there or {}), one.language: one.text}
    return meant


def _together(additions: Sequence[Addition]) -> list[tuple[Addition, dict[str, str]]]:
    """Return each place once, with all that is to be added there."""
    found: dict[PathKey, tuple[Addition, dict[str, str]]] = {}
    for one in additions:
        found.setdefault(one.path, (one, {}))[1][one.language] = one.text
    return list(found.values())


def _let_in(text: str, pieces: Sequence[tuple[int, str]]) -> str:
    for at, piece in sorted(pieces, key=lambda one: -one[0]):
        text = text[:at] + piece + text[at:]
    return text


class _NoPlaceError(Exception):
    """Nothing can be let in at a path."""

    def __init__(self, path: PathKey) -> None:
        super().__init__()
        self.path = path


class _File:
    """The text of a case file, and the nodes that YAML finds in it; of JSON too, which is nearly YAML."""

    def __init__(self, text: str, is_json: bool, name: str) -> None:
        self.text = text
        self.is_json = is_json
        self.line_end = "\r\n" if "\r\n" in text else "\n"
        self.root = composed(text, name, is_json=is_json)

    def pieces(self, one: Addition, texts: Mapping[str, str]) -> Iterator[tuple[int, str]]:
        """Yield what is to be let in for one place, and where."""
        found = self._find(one.path[:-1])
        held = None if found is None else self._held(found, one.path[-1])
        if found is None or (held is None and not one.after):
            raise _NoPlaceError(one.path)
        if held is None:
            yield from self._whole(found, one, texts)
            return
        key, value = held
        flow = _in_line(found) or self.is_json
        if isinstance(value, yaml.MappingNode) and value.value:
            last = value.value[-1][1]
            if _in_line(value) or self.is_json:
                yield last.end_mark.index, "".join(f", {self._pair(code, text)}" for code, text in texts.items())
            else:
                column = value.value[0][0].start_mark.column
                yield self._line_after(last, self._lines(texts, column))
        elif isinstance(value, yaml.ScalarNode) and flow:
            pairs = "".join(f", {self._pair(code, text)}" for code, text in texts.items())
            opening, closing = ("{", "}") if self.is_json else ("{ ", " }")
            yield value.start_mark.index, f"{opening}{self._key(one.written_in)}: "
            yield value.end_mark.index, pairs + closing
        elif isinstance(value, yaml.ScalarNode):
            yield from self._further_in(key, value, one, texts)
        else:
            raise _NoPlaceError(one.path)

    def _find(self, path: PathKey) -> yaml.Node | None:
        node: yaml.Node | None = self.root
        for step in path:
            held = None if node is None else self._held(node, step)
            node = held[1] if held else None
        return node

    @staticmethod
    def _held(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
        if isinstance(node, yaml.MappingNode):
            return next(((key, value) for key, value in node.value if key.value == str(step)), None)
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            return None, node.value[step]
        return None

    def _whole(self, parent: yaml.Node, one: Addition, texts: Mapping[str, str]) -> Iterator[tuple[int, str]]:
        """Yield a new mapping of texts by language, after a field that is there."""
        before = self._held(parent, one.after)
        if before is None:
            raise _NoPlaceError(one.path)
        if _in_line(parent) or self.is_json:
            pairs = ", ".join(self._pair(code, text) for code, text in texts.items())
            opening, closing = ("{", "}") if self.is_json else ("{ ", " }")
            yield before[1].end_mark.index, f", {self._key(str(one.path[-1]))}: {opening}{pairs}{closing}"
            return
        column = parent.value[0][0].start_mark.column
        lines = [" " * column + f"{one.path[-1]}:", *self._lines(texts, column + STEP)]
        yield self._line_after(before[1], lines)

    def _further_in(
        self, key: yaml.Node | None, value: yaml.ScalarNode, one: Addition, texts: Mapping[str, str]
    ) -> Iterator[tuple[int, str]]:
        """Yield what makes a plain text one by language: its language before it, the others on lines below."""
        if key is None:
            column = value.start_mark.column
            begins = value.start_mark.index
            yield begins, f"{one.written_in}: "
        else:
            column = key.start_mark.column + STEP
            begins = self.text.index(":", key.end_mark.index) + 1
            yield begins, f"{self.line_end}{' ' * column}{one.written_in}:"
        starts = self._line_starts(begins, self._end(value))
        if starts:
            least = min(len(self.text[at:]) - len(self.text[at:].lstrip(" ")) for at in starts)
            shift = max(STEP, column + 1 - least)
            yield from ((at, " " * shift) for at in starts)
        yield self._line_after(value, self._lines(texts, column))

    def _line_starts(self, begin: int, end: int) -> list[int]:
        """Return where each further line of a text starts that holds something."""
        found = []
        at = self.text.find("\n", begin, end)
        while at != -1:
            if self.text[at + 1 : end].split("\n", 1)[0].strip():
                found.append(at + 1)
            at = self.text.find("\n", at + 1, end)
        return found

    def _end(self, value: yaml.Node) -> int:
        """Return where a text ends: before the blank lines under it, unless it keeps those."""
        end: int = value.end_mark.index
        if isinstance(value, yaml.ScalarNode) and value.style in ("|", ">"):
            head = self.text[value.start_mark.index : end].split("\n", 1)[0]
            if "+" not in head.split("#", 1)[0]:
                end -= len(self.text[value.start_mark.index : end]) - len(
                    self.text[value.start_mark.index : end].rstrip()
                )
        return end

    def _line_after(self, value: yaml.Node, lines: Sequence[str]) -> tuple[int, str]:
        """Return lines, and the end of the line that a text ends on: after its remark, if it has one."""
        end = self._end(value)
        if self.text[end - 1] == "\n":
            return end, "".join(f"{line}{self.line_end}" for line in lines)
        at = self.text.find("\n", end)
        at = len(self.text) if at == -1 else at
        at -= self.text[end:at].endswith("\r")
        return at, "".join(f"{self.line_end}{line}" for line in lines)

    def _lines(self, texts: Mapping[str, str], column: int) -> list[str]:
        return [" " * column + f"{code}: {block(text, column, self.line_end)}" for code, text in texts.items()]

    def _pair(self, code: str, text: str) -> str:
        return f"{self._key(code)}: {quoted(text) if self.is_json else in_line(text)}"

    def _key(self, key: str) -> str:
        return f'"{key}"' if self.is_json else key


def _in_line(node: yaml.Node) -> bool:
    """Return whether what a node holds stands between brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)
