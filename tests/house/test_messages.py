"""Everything that can be wrong has words, in every language of the tool."""

from __future__ import annotations

import re
from pathlib import Path

from dystori.findings import Finding
from dystori.house import House

#: How the source names a code: in a finding, by a helper of its module, or as a class's own.
_NAMED = re.compile(
    r"""(?:Finding|FormError|_refuse|refuse|_RefusedError|fault|TemplateError|_fail|_stop)\(\s*\[?(?:Finding\()?"([a-z][a-z_-]+)\""""
    r"""|\bcode = "([a-z_]+)\""""
)
_PYDANTIC = re.compile(r'^\s+"[a-z_]+": "([a-z_]+)",$', re.MULTILINE)


def codes(root: Path) -> set[str]:
    found: set[str] = set()
    for path in [*root.glob("generator/**/*.py"), *root.glob("schemas/**/*.py")]:
        text = path.read_text(encoding="utf-8")
        words = "/dystori/words/" in path.as_posix() or "from dystori.words.faults import" in text
        for one in _NAMED.findall(text):
            code = one[0] or one[1]
            found.add(f"words-{code}" if words else code)
        if path.name == "faults.py" and not words:
            found |= set(_PYDANTIC.findall(text))
    return found


def test_every_code_in_the_source_has_words_in_every_language_of_the_tool(house: House, root: Path) -> None:
    there = codes(root)
    assert {"field_missing", "withheld_shows", "picture_outside", "date_impossible"} <= there
    for language in house.languages.codes:
        words = house.languages[language]
        missing = [code for code in there if not words.has(f"fault-{code.replace('_', '-')}", catalogue="tool")]
        assert sorted(missing) == [], language


def test_a_finding_without_words_still_says_its_code(house: House) -> None:
    told = house.say(Finding("nobody_wrote_this"), house.languages.base.code)
    assert "nobody_wrote_this" in told.message
