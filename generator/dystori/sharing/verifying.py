"""Whether a file is a copy that is on file, what made it, and whether the case makes the same again.

Nothing that is returned here holds anything of a case: hashes, versions and yes or no.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from dystori.editions import Edition, Wanted
from dystori.editions.readers import FILE
from dystori.findings import Finding, Place, RequestError
from dystori.guard.outline import outline
from dystori.handwork import FOR_THE_FILE
from dystori.house import House
from dystori.manifest import fingerprint, names
from dystori.reading import Case
from dystori.sharing.log import fingerprint_of

#: What making a copy again gives: the same to the byte; the same text, tags and languages; something else; nothing,
#: because the case has no such copy any more.
Again = Literal["bytes", "content", "different", "gone"]
#: A manifest has some lines for each block of a document; a larger file of that name is something else. Bytes.
_LARGEST = 5_000_000


@dataclass(frozen=True)
class Verified:
    """What is known of a file.

    ``filed``: a manifest has its hash. ``edited``: it has the name of a copy that was made, and another hash.
    ``by_hand``: it is on file with what somebody typed into it, which no case holds. ``versions`` are those that made
    it. With a case at hand: ``same_case`` and ``same_versions`` say whether they are those of then, ``again`` what
    making it again gives.
    """

    filed: bool
    edited: bool = False
    by_hand: bool = False
    versions: Mapping[str, str] = field(default_factory=dict)
    same_case: bool | None = None
    same_versions: bool | None = None
    again: Again | None = None

    @property
    def holds(self) -> bool:
        """Return whether the file is a copy on file and, where that was looked at, the case makes it again."""
        return self.filed and self.again in (None, "bytes", "content")


def verify(
    house: House, data: bytes, kept: Iterable[Mapping[str, Any]], case: Case | None = None, name: str = ""
) -> Verified:
    """Return what is known of a file; ``kept`` are the manifests of the file, ``name`` is what the file is called.

    With a case the copy is made again and held against it. Raises ``CaseError``, ``TemplateError`` and
    ``CatalogueError`` where the case cannot be rendered.
    """
    digest = fingerprint_of(data)
    manifests = list(kept)
    alike = with_hash(manifests, digest, name)
    filed = bool(alike)
    found = next(iter([*alike, *(one for one in manifests if one["file"] == name)]), None)
    if found is None:
        return Verified(False)
    known = Verified(filed, not filed, filed and bool(found.get("by_hand")), dict(found["versions"]))
    if case is None:
        return known
    same_case = fingerprint(case) == found["case_sha256"]
    edition = edition_of(house, case, found)
    if edition is None:
        return replace(known, same_case=same_case, again="gone")
    [made] = house.make(edition, [found["format"]])
    same_versions = made.manifest["versions"] == known.versions
    return replace(known, same_case=same_case, same_versions=same_versions, again=_again(data, made.data))


def with_hash(kept: Sequence[Mapping[str, Any]], digest: str, name: str) -> list[Mapping[str, Any]]:
    """Return the manifests that have a hash, the one of this name alone if there is one.

    Two readers can get the same bytes: what is kept from one need not stand in this document at all.
    """
    alike = [one for one in kept if one["sha256"] == digest]
    return [one for one in alike if one["file"] == name][:1] or alike


def _again(data: bytes, made: bytes) -> Again:
    if data == made:
        return "bytes"
    try:
        return "content" if outline(data) == outline(made) else "different"
    except Exception:  # what somebody worked on can be any file, and any reader of it can stumble
        return "different"


def edition_of(house: House, case: Case, manifest: Mapping[str, Any]) -> Edition | None:
    """Return the edition of a case that a manifest is of; None where its numbers mean nobody, or somebody else."""
    people, documents = list(case.file.people), case.file.documents
    number, reader = manifest["document"], manifest["reader"]
    if not 0 < number <= len(documents) or reader > len(people):
        return None
    # Without a number it is the file's, or a text to several children that has no one reader.
    for who in [str(people[reader - 1])] if reader else [None, FILE.kind]:
        wanted = Wanted(
            documents=[documents[number - 1].id],
            kinds=[manifest["kind"]],
            parts=[manifest["part"]],
            reader=who,
            languages=["+".join(manifest["languages"])],
        )
        try:
            editions = house.editions(case, wanted)
        except RequestError:  # a kind, a part or a language there is not any more
            return None
        for edition in editions:
            if names(edition) == manifest["names_sha256"]:
                return edition
    return None


def kept_beside(path: Path, data: bytes) -> list[Mapping[str, Any]]:
    """Return the manifests of a copy that lie beside it, in the folder for the file; what is none is passed over.

    That is the one of its name, where it has the hash of the copy, and otherwise all there are.
    """
    folder = path.parent / FOR_THE_FILE
    own = read_manifest(folder / f"{path.name}.json")
    if own is not None and own["sha256"] == fingerprint_of(data):
        return [own]
    return list(manifests_in(folder))


def manifests_in(folder: Path) -> Iterator[Mapping[str, Any]]:
    """Yield the manifests of a folder, in order of name."""
    try:
        paths = sorted(folder.glob("*.json"))
    except OSError:
        return
    for path in paths:
        found = read_manifest(path)
        if found is not None:
            yield found


def read_manifest(path: Path) -> Mapping[str, Any] | None:
    """Return the manifest of a file; None for a file that is none."""
    try:
        if path.stat().st_size > _LARGEST:
            return None
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) and _is_manifest(data) else None


def _is_manifest(data: Mapping[str, Any]) -> bool:
    texts = ("file", "format", "sha256", "case_sha256", "names_sha256", "kind", "part")
    return (
        all(isinstance(data.get(one), str) for one in texts)
        and all(isinstance(data.get(one), int) for one in ("document", "child", "reader", "home"))
        and isinstance(data.get("versions"), dict)
        and isinstance(data.get("languages"), list)
        and all(isinstance(one, str) for one in (*data["languages"], *data["versions"].values()))
    )


def read_copy(path: Path) -> bytes:
    """Return the bytes of a copy; raises ``RequestError`` ``copy_missing``."""
    try:
        return path.read_bytes()
    except (OSError, ValueError):  # a name with a nought in it is no file's
        raise RequestError([Finding("copy_missing", place=Place(path.name))]) from None
