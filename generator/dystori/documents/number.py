"""Number the sections and paragraphs of a long record, so that people in a meeting can find them."""

from __future__ import annotations

from dataclasses import replace

from dystori.tree import Block, Box, Heading, Paragraph

#: Who signs, notes and small print have no number: nobody refers to them.
_NUMBERED = ("plain", "stand")


def numbered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with level-2 headings numbered 1, 2 … and their paragraphs 1.1, 1.2 …"""
    return _Count().blocks(blocks)


class _Count:
    def __init__(self) -> None:
        self.section = 0
        self.paragraph = 0

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self.block(block) for block in blocks)

    def block(self, block: Block) -> Block:
        if isinstance(block, Heading) and block.level == 2:
            self.section, self.paragraph = self.section + 1, 0
            return replace(block, number=str(self.section))
        if isinstance(block, Paragraph) and block.role in _NUMBERED and self.section:
            self.paragraph += 1
            return replace(block, number=f"{self.section}.{self.paragraph}")
        if isinstance(block, Box) and block.role != "sign":
            return replace(block, blocks=self.blocks(block.blocks))
        return block
