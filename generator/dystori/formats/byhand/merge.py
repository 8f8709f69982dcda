"""Three ways: what a Word file was when it was made, what somebody made of it, and what the case says now.

A block that was changed by hand and is the same in the case keeps what was typed. A block that both changed cannot
have both: the case's words stand, and the other ones are told. Word takes a bookmark away when all of a paragraph is
typed anew; such lines are held against the blocks that are missing between their neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from dystori.formats.byhand.lines import Block, Line, WordFile

Base = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Decided:
    """What is to be done: whole blocks by hand, lines that follow a block, and what cannot be kept, and why."""

    instead: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    after: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    lost: tuple[tuple[str, str], ...] = ()


def decide(base: Base, edited: Sequence[Block], new: Sequence[Block]) -> Decided:
    """Return what becomes of every block; ``base`` holds the hashes of each as it was made, in order."""
    held, unclear = _assigned(base, edited)
    now = {block.key: block for block in new}
    instead: dict[str, tuple[Line, ...]] = {}
    after: dict[str, tuple[Line, ...]] = {}
    lost = [(key, "shape") for key in (*unclear, *_moved(base, edited))]
    for key, before in base.items():
        lines = held.get(key, ())
        typed, there = tuple(line.digest for line in lines), now.get(key)
        if key in unclear or typed == tuple(before):
            continue
        if there is None or not there.lines:
            lost += [(key, "gone")] if typed else []
        elif there.digests == tuple(before):
            instead[key] = lines
        elif before and typed[: len(before)] == tuple(before):
            after[key] = lines[len(before) :]
        elif there.digests != typed:
            lost.append((key, "both"))
    return Decided(instead, after, tuple(lost))


def _assigned(base: Base, edited: Sequence[Block]) -> tuple[dict[str, tuple[Line, ...]], list[str]]:
    """Return the lines of each block of the edited file, and the blocks nobody can tell the lines of."""
    keys, there = list(base), {block.key for block in edited}
    held: dict[str, tuple[Line, ...]] = {}
    unclear: list[str] = []
    for block in edited:
        at = keys.index(block.key) if block.key in base else len(keys)
        missing = []
        for key in keys[at + 1 :]:
            if key in there:
                break
            missing.append(key)
        if not missing or block.digests == tuple(base[block.key]):
            held[block.key] = block.lines
            continue
        found = _shared_out(base, [block.key, *missing], block.lines)
        held |= found if found is not None else {}
        unclear += [] if found is not None else [block.key, *missing]
    return held, unclear


def _shared_out(base: Base, keys: Sequence[str], lines: Sequence[Line]) -> dict[str, tuple[Line, ...]] | None:
    """Return which of the lines that follow one another belong to which block; None where it cannot be told."""
    owners = [key for key in keys for _ in base[key]]
    before = [digest for key in keys for digest in base[key]]
    found: dict[str, list[Line]] = {key: [] for key in keys}
    matcher = SequenceMatcher(None, before, [line.digest for line in lines], autojunk=False)
    for how, start, end, first, last in matcher.get_opcodes():
        mine, theirs = owners[start:end], lines[first:last]
        if how == "insert":
            mine = [owners[start - 1] if start else keys[0]] * len(theirs)
        elif how == "replace" and len(mine) != len(theirs):
            if len(set(mine)) > 1:
                return None
            mine = mine[:1] * len(theirs)
        for key, line in zip(mine, theirs, strict=False):
            found[key].append(line)
    return {key: tuple(held) for key, held in found.items()}


def _moved(base: Base, edited: Sequence[Block]) -> Iterator[str]:
    """Yield the blocks that stand in another order than they were made in."""
    order = [block.key for block in edited if block.key in base]
    kept = [key for key in base if key in set(order)]
    matcher = SequenceMatcher(None, kept, order, autojunk=False)
    stayed = {key for start, _, size in matcher.get_matching_blocks() for key in kept[start : start + size]}
    yield from (key for key in kept if key not in stayed)


def blocks_of(file: WordFile) -> dict[str, str]:
    """Return the hashes of each block of a file, in order: what is compared when it is made again."""
    return {block.key: " ".join(block.digests) for block in file.blocks}


def base_of(blocks: object) -> Base | None:
    """Return what ``blocks_of`` gave, as it stands in a manifest; None where it stands there no more."""
    if not isinstance(blocks, Mapping) or not all(isinstance(one, str) for one in blocks.values()):
        return None
    return {str(key): tuple(digests.split()) for key, digests in blocks.items()}
