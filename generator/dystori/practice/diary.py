"""Deadlines for a diary: iCalendar (RFC 5545), a day each, for what is still to be done."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import timedelta

from dystori.practice.due import Due, State
from dystori.reading import Case

_LONGEST = 75


def calendar(entries: Iterable[tuple[Due, str, str]], case: Case) -> bytes:
    """Return a calendar of deadlines with the name and the description of each; those met or past are left out.

    The same case gives the same bytes: an entry is stamped with the day of the document that it follows from, and
    known by a number that stays the same when the file is made anew and says nothing about anybody.
    """
    reference = str(case.file.reference)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dy Stori//dystori//EN", "CALSCALE:GREGORIAN"]
    for one, name, words in entries:
        if one.state is not State.TO_COME:
            continue
        day = one.met.on if one.met else one.by
        document = None if one.document is None else case.file.documents[one.document]
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_uid(reference, document.id if document else '', one)}",
            f"DTSTAMP:{document.date if document else one.start.on:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(f'{reference}: {name}')}",
            f"DESCRIPTION:{_escaped(words)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _uid(reference: str, document: str, one: Due) -> str:
    start = "/".join(map(str, one.start.path))
    known = "|".join((reference, document, one.timescale.id, one.start.on.isoformat(), start))
    return f"{hashlib.sha256(known.encode()).hexdigest()[:32]}@dystori"


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    """Return a line in pieces of at most 75 bytes, each after the first beginning with a blank."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > _LONGEST:
            pieces.append(piece)
            piece = " "
        piece += letter
    return [*pieces, piece]
