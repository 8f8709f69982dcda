"""Translations on their way in: each is held against what the case says today, and taken or told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dystori.editions.withhold import finds, hidden_from_anybody
from dystori.findings import Finding, Place, Severity
from dystori.reading import Case
from dystori.workshop.case.answers import Answer
from dystori.workshop.case.beside import Addition
from dystori.workshop.case.texts import CaseText, code_of, paragraphs, place_code, texts


@dataclass
class Taking:
    """What is taken of a file of translations (``lines`` says from where in it), and what is not and why."""

    case: Case
    file: str
    languages: tuple[str, ...]
    additions: list[Addition] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    same: int = 0
    waiting: int = 0

    def take(self, answers: Iterable[Answer]) -> None:
        """Take every translation that matches, and note the others."""
        known = {
            place_code(self.case, text.path, language): (text, language)
            for text in texts(self.case)
            for language in self.languages
            if language != text.source
        }
        taken: set[str] = set()
        for one in answers:
            if not one.pieces:
                self.waiting += 1
                continue
            place = one.code.partition("-")[0]
            fault = self._fault(one, known.get(place))
            if not fault and place in taken:
                fault = "translation_twice"
            if fault:
                self._note(fault, one.line)
            else:
                self._take(one, *known[place])
                taken.add(place)

    def _fault(self, one: Answer, known: tuple[CaseText, str] | None) -> str:
        if known is None:
            return "translation_stranger"
        text, language = known
        if one.code != code_of(self.case, text, language):
            return "translation_changed"
        if any(finds(sentence, text.spoken) for sentence in hidden_from_anybody(self.case).sentences):
            return "translation_sentence"
        if not one.ready:
            return "translation_unready"
        there = text.there.get(language)
        if there is not None and paragraphs(there, every_line=text.quote) != self._pieces(one, text):
            return "translation_there"
        return ""

    @staticmethod
    def _pieces(one: Answer, text: CaseText) -> tuple[str, ...]:
        return paragraphs("\n\n".join(one.pieces), every_line=text.quote)

    def _take(self, one: Answer, text: CaseText, language: str) -> None:
        pieces = self._pieces(one, text)
        if language in text.there:
            self.same += 1
            return
        if len(pieces) != len(text.paragraphs):
            self._note("translation_paragraphs", one.line, Severity.WARNING)
        joined = ("\n" if text.quote else "\n\n").join(pieces)
        self.additions.append(Addition(text.path, text.source, language, joined, text.after))
        self.lines.append(one.line)

    def drop(self, fault: Finding) -> bool:
        """Leave out what a fault of the case was found in, once it was to be put in; return whether there was any."""
        path = fault.place.path
        for at, one in enumerate(self.additions):
            whole = ".".join(map(str, one.path))
            if path == whole or path.startswith(f"{whole}."):
                self.findings.append(replace(fault, place=Place(self.file, self.lines[at])))
                del self.additions[at], self.lines[at]
                return True
        return False

    def _note(self, code: str, line: int, severity: Severity = Severity.ERROR) -> None:
        self.findings.append(Finding(code, severity, Place(self.file, line)))
