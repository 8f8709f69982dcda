"""One file, one fault: each file in ``bad/`` is refused by the code in its name, with its line and never a value.

A file's name is the code (``date_form-2.yaml``); its first line says where the fault is
(``# expects line 12, field documents.0.date``; line 0 is a fault of the whole file). JSON has no comments: there
the line stands in a file beside it. Every text in the files holds a canary, and no message may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dystori import CaseError, House
from dystori.cli.main import run

BAD = Path(__file__).parent / "bad"
FILES = sorted(path for path in BAD.iterdir() if path.suffix in (".yaml", ".json"))
EXPECTS = re.compile(r"# expects line (\d+)(?:, field (\S+))?")
CANARY = "zqcanary"


def _code(path: Path) -> str:
    return re.sub(r"-\d+$", "", path.name.split(".")[0])


def _expected(path: Path) -> tuple[int, str]:
    beside = path.with_name(f"{path.name}.expects")
    first = (beside if beside.exists() else path).read_bytes().split(b"\n", 1)[0].decode()
    found = EXPECTS.fullmatch(first.strip())
    assert found, f"{path.name} does not say where its fault is"
    return int(found[1]), found[2] or ""


def _error(house: House, path: Path) -> CaseError:
    with pytest.raises(CaseError) as caught:
        house.load(path)
    return caught.value


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        yield from _chain(error.__cause__)
        error = error.__context__


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
class TestEveryBadFile:
    def test_is_refused_with_the_code_of_its_name_and_nothing_else(self, house: House, path: Path) -> None:
        assert [finding.code for finding in _error(house, path).findings] == [_code(path)]

    def test_is_told_by_line_and_field(self, house: House, path: Path) -> None:
        place = _error(house, path).findings[0].place
        assert place.file == path.name
        assert (place.line, place.path) == _expected(path)

    def test_is_never_repeated_in_an_error(self, house: House, path: Path) -> None:
        for error in _chain(_error(house, path)):
            assert CANARY not in f"{error}{error!r}{error.args!r}{vars(error)!r}".lower()

    def test_is_explained_in_every_language_without_its_values(self, house: House, path: Path) -> None:
        error = _error(house, path)
        for language in house.languages.codes:
            for finding in house.told(error, language):
                assert finding.message
                assert CANARY not in f"{finding!r}".lower()
                assert finding.code not in finding.message, "the fault has no words of its own"

    def test_is_told_on_the_command_line_without_its_values(
        self, house: House, path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert run(["check", str(path)], house.library) == 1
        told = capsys.readouterr()
        assert told.out == ""
        assert CANARY not in told.err.lower()
        assert told.err.startswith(path.name)


def test_every_code_of_the_reader_has_a_bad_file() -> None:
    reading = (Path(__file__).parents[2] / "generator/dystori/reading").glob("*.py")
    schemas = (Path(__file__).parents[2] / "schemas/dystori_schemas").rglob("*.py")
    source = "".join(path.read_text(encoding="utf-8") for path in (*reading, *schemas))
    raised = {*re.findall(r'(?:fault|_refuse|Finding)\("([a-z0-9_]+)"', source), *re.findall(r'code = "(\w+)"', source)}
    shown = {_code(path) for path in FILES}
    # These need a file that cannot stand in a folder of examples; they are made in test_files.py.
    made = {"file_missing", "file_not_a_file", "file_unreadable", "file_too_large", "file_too_many"}
    # A kind's own rules are shown beside its other ones.
    kinds = "".join(path.read_text(encoding="utf-8") for path in (Path(__file__).parents[1] / "kinds").glob("*.py"))
    of_a_kind = {code for code in raised if f'"{code}"' in kinds}
    assert raised - shown - made - of_a_kind - {"quote_by", "value_wrong"} == set()
