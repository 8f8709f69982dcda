"""Deadlines for a diary: iCalendar (RFC 5545), a day each, for what is still to be done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dystori.practice.due import Due, State

_LONGEST = 75


def calendar(entries: Iterable[tuple[Due, str, str]], reference: str, today: date) -> bytes:
    """Return a calendar of deadlines with the name and the description of each; those met or past are left out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dy Stori//dystori//EN", "CALSCALE:GREGORIAN"]
    for number, (one, name, words) in enumerate(entries):
        if one.state is not State.TO_COME:
            continue
        day = one.met.on if one.met else one.by
        where = "given" if one.document is None else str(one.document + 1)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{reference}-{where}-{one.timescale.id}-{one.start.on:%Y%m%d}-{number}@dystori",
            f"DTSTAMP:{today:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(f'{reference}: {name}')}",
            f"DESCRIPTION:{_escaped(words)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


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
