"""Choose the editions of a case: documents, their parts, for whom, in which languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dystori.editions.nations import Nation
from dystori.editions.readers import FILE, Addressee, Reader, addressee, reader
from dystori.editions.withhold import applies, hidden_from
from dystori.findings import CaseError, Finding, RequestError
from dystori.reading import Case
from dystori_schemas import Kind, Part
from dystori_schemas.choices import CopyKind, Presentation, Role, Stage
from dystori_schemas.common import Copy, Document

#: Instead of a reader: each part's own, and everybody its distribution list names.
ALL = "all"


@dataclass(frozen=True)
class Edition:
    """One document, part, child or children, reader and choice of languages: one file a format."""

    case: Case
    index: int
    kind: Kind
    part: Part
    addressee: Addressee
    reader: Reader
    languages: tuple[str, ...]
    #: The number of the home this copy goes to, where its reader lives in two; otherwise 0.
    home: int = 0

    @property
    def document(self) -> Document:
        """Return the document this is an edition of."""
        return self.case.file.documents[self.index]


@dataclass(frozen=True)
class Wanted:
    """What somebody asked for; what is empty means all of it, or each reader's own.

    ``reader`` is somebody's id, ``file``, or ``all``: every copy on the distribution list beside each part's own.
    """

    documents: Sequence[str] = ()
    kinds: Sequence[str] = ()
    parts: Sequence[str] = ()
    reader: str | None = None
    languages: Sequence[str] = ()


def choose(case: Case, wanted: Wanted, kinds: Mapping[str, Kind], nations: Mapping[str, Nation]) -> list[Edition]:
    """Return the editions wanted, in the order of the file.

    Without a reader each part goes to its own default reader; without languages, to the reader's stored
    choice, and with none stored in what the nation writes. Raises ``RequestError`` ``document_unknown``,
    ``reader_not_in_case``, ``part_unknown``.
    """
    _check(case, wanted, kinds)
    nation = nations[case.file.nation.value]
    found = []
    for index, document in enumerate(case.file.documents):
        kind = kinds[document.kind]
        if (wanted.documents and document.id not in wanted.documents) or (
            wanted.kinds and kind.name not in wanted.kinds
        ):
            continue
        for part in kind.parts:
            if (wanted.parts and part.name not in wanted.parts) or not _made(part, document, case):
                continue
            for to, who in _copies(case, wanted, part, document):
                if not _may(case, index, part, to, who):
                    continue
                choice = wanted.languages or (_language(document, who) or nation.unless_chosen,)
                for languages in choice:
                    pair = nation.both if languages == "both" else languages
                    found += [
                        Edition(case, index, kind, part, to, who, tuple(pair.split("+")), home)
                        for home in _homes(case, who)
                    ]
    return found


def _copies(case: Case, wanted: Wanted, part: Part, document: Document) -> list[tuple[Addressee, Reader]]:
    """Return whom a part is written to and who reads it: its own reader, the one asked for, or all on the list."""
    copies: list[tuple[Addressee, Reader]] = []
    for to in _addressees(case, part, document):
        copies.append((to, _reader(case, wanted, to)))
        if wanted.reader == ALL:
            _somebody_each(case, document)
            listed = (str(key) for key, person in case.file.people.items() if _line(document, str(key), person.role))
            copies += [(to, reader(case.file, one)) for one in listed if one not in to.ids]
    return copies


def _homes(case: Case, who: Reader) -> list[int]:
    """Return the numbers of the homes of somebody who lives in two, each for a copy; 0 alone for anybody else."""
    homes = case.file.people[who.id].homes if who.id else ()  # type: ignore[index]
    hidden = hidden_from(case, who, ())
    open_to = (at for at in range(len(homes)) if not hidden.covers(("people", who.id, "homes", at)))
    return [at + 1 for at in open_to] or [0]


def _somebody_each(case: Case, document: Document) -> None:
    """Raise ``CaseError`` ``copy_nobody`` for a line of the distribution list whose role nobody in the case has."""
    roles = {person.role for person in case.file.people.values()}
    index = case.file.documents.index(document)
    lines = (number for number, copy in enumerate(document.copies) if copy.role and copy.role not in roles)
    found = [Finding("copy_nobody", place=case.place(("documents", index, "copies", number))) for number in lines]
    if found:
        raise CaseError(found)


def _line(document: Document, who: str, role: Role | None) -> Copy | None:
    """Return the first line of the distribution list that names somebody, by id or by role."""
    for copy in document.copies:
        if str(copy.to) == who or (copy.role is not None and copy.role is role):
            return copy
    return None


def _language(document: Document, who: Reader) -> str | None:
    """Return the language of somebody's copy: what they chose for letters, or what the list says for this one."""
    lines = [copy for copy in document.copies if who.id and str(copy.to) == who.id and copy.languages]
    return str(lines[0].languages) if lines else who.languages


def _check(case: Case, wanted: Wanted, kinds: Mapping[str, Kind]) -> None:
    ids = {document.id for document in case.file.documents}
    if any(one not in ids for one in wanted.documents):
        raise RequestError([Finding("document_unknown", values={"choices": ", ".join(sorted(ids))})])
    if wanted.reader and wanted.reader not in (FILE.kind, ALL) and wanted.reader not in case.file.people:
        raise RequestError([Finding("reader_not_in_case")])
    if any(one not in kinds for one in wanted.kinds):
        raise RequestError([Finding("kind_unknown", values={"choices": ", ".join(kinds)})])
    parts = {part.name for kind in kinds.values() for part in kind.parts}
    if any(one not in parts for one in wanted.parts):
        raise RequestError([Finding("part_unknown", values={"choices": ", ".join(sorted(parts))})])


def _made(part: Part, document: Document, case: Case) -> bool:
    law = case.file.nation.value in part.nations
    return law and (not part.needs or getattr(document, part.needs) is not None)


def _addressees(case: Case, part: Part, document: Document) -> list[Addressee]:
    if part.reader == "file":
        return [Addressee((), Stage.ADULT, "", adult=True)]
    about = tuple(str(child) for child in document.about)
    groups = [about] if document.together or part.per == "case" else [(child,) for child in about]
    return [addressee(case.file, group, document.date) for group in groups]


def _may(case: Case, index: int, part: Part, to: Addressee, who: Reader) -> bool:
    """Return whether somebody may have a document at all.

    What is for the file goes to practitioners and to those the distribution list names. A child's letter is the
    child's: it goes to a grown-up only where the list names that part, and to another child never. Raises
    ``CaseError`` ``part_copy`` for somebody who is to have a part of it when nothing is kept back from them.
    """
    if who.kind == FILE.kind:
        return True
    if hidden_from(case, who, to.ids).covers(("documents", index)):
        return False
    if not who.id or who.id in to.ids:
        return part.reader != "file" or _listed(case, index, part, to, who)
    if part.reader == "file":
        return _listed(case, index, part, to, who) or who.kind == "practitioner"
    return who.kind != "child" and _listed(case, index, part, to, who)


def _listed(case: Case, index: int, part: Part, to: Addressee, who: Reader) -> bool:
    """Return whether the distribution list names somebody for a part of a document; a child, only with the part."""
    person = case.file.people[who.id] if who.id else None  # type: ignore[index]
    document = case.file.documents[index]
    for number, copy in enumerate(document.copies):
        named = person and (str(copy.to) == who.id or (copy.role is not None and copy.role is person.role))
        whole = copy.part is None and part.reader == "file" and who.kind != "child"
        if person and named and (copy.part == part.name or whole):
            cut = any(applies(item, who, to.ids) for item in case.file.withheld)
            some = bool(person.children) and not set(document.about) <= set(person.children)
            if copy.copy_ is CopyKind.PART and not (cut or some):
                place = case.place(("documents", index, "copies", number))
                raise CaseError([Finding("part_copy", place=place)])
            return True
    return False


def _reader(case: Case, wanted: Wanted, to: Addressee) -> Reader:
    own = wanted.reader in (None, ALL)
    if wanted.reader == FILE.kind or (own and not to.ids):
        return FILE
    if not own:
        return reader(case.file, str(wanted.reader))
    first = reader(case.file, to.ids[0])
    if not to.several:
        return first
    # One text to several: the language they share if they do, what one of them needs to read it, and nobody's number.
    all_of_them = [reader(case.file, one) for one in to.ids]
    languages = {one.languages for one in all_of_them}
    needed = (one.presentation for one in all_of_them if one.presentation is not Presentation.STANDARD)
    formats = tuple(dict.fromkeys(wanted for one in all_of_them for wanted in one.formats))
    return Reader(
        "",
        first.kind,
        0,
        languages.pop() if len(languages) == 1 else None,
        next(needed, Presentation.STANDARD),
        formats if all(one.formats for one in all_of_them) else (),
    )
