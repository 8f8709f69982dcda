"""The zip of a Word file: a fixed order, a fixed date, and parts that are compressed only once.

``zipfile`` would compress every part again for every document and would write the hour into it. Most parts
of a letter are the same from one to the next: an `Entry` keeps their compressed bytes.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

#: 1 January 1980, midnight, as a zip writes it: the earliest date there is, and the same for every document.
_DATE, _TIME = (1 << 5) | 1, 0
_VERSION, _UTF8, _DEFLATED = 20, 1 << 11, 8
#: Made on Unix; a plain file that its owner alone may read and write.
_MADE_BY, _MODE = (3 << 8) | _VERSION, 0o100600 << 16
#: Already compressed by their own format: stored as they are.
_STORED = (".png", ".jpeg")


@dataclass(frozen=True, slots=True)
class Entry:
    """One part of the package: its name and its bytes, compressed."""

    name: bytes
    data: bytes
    checksum: int
    size: int
    method: int


def entry(name: str, content: bytes) -> Entry:
    """Return a part, compressed unless its own format has done so."""
    checksum = zlib.crc32(content)
    if name.endswith(_STORED):
        return Entry(name.encode(), content, checksum, len(content), 0)
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return Entry(name.encode(), packer.compress(content) + packer.flush(), checksum, len(content), _DEFLATED)


def is_packed_here(data: bytes) -> bool:
    """Return whether a zip file was written here and by no other program: nobody else dates and marks parts so."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return all(
                (part.date_time, part.create_system, part.external_attr, part.flag_bits)
                == ((1980, 1, 1, 0, 0, 0), _MADE_BY >> 8, _MODE, _UTF8)
                for part in package.infolist()
            )
    except (zipfile.BadZipFile, ValueError, OSError):
        return False


def pack(entries: Iterable[Entry]) -> bytes:
    """Return a zip file of the entries, in their order."""
    body, directory, offset, count = [], [], 0, 0
    for part in entries:
        shared = struct.pack(
            "<HHHHIIIHH",
            _UTF8, part.method, _TIME, _DATE, part.checksum, len(part.data), part.size, len(part.name), 0,
        )  # fmt: skip
        head = struct.pack("<IH", 0x04034B50, _VERSION) + shared + part.name
        body += [head, part.data]
        tail = struct.pack("<HHHII", 0, 0, 0, _MODE, offset)
        directory.append(struct.pack("<IHH", 0x02014B50, _MADE_BY, _VERSION) + shared + tail + part.name)
        offset += len(head) + len(part.data)
        count += 1
    index = b"".join(directory)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(index), offset, 0)
    return b"".join([*body, index, end])
