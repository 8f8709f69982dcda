"""What was handed over: whether a file is the copy that was made, and who was given which, when and how."""

from dystori.sharing.log import Sent, entries, folder_of, kept_in
from dystori.sharing.noting import Handing, Noted, note
from dystori.sharing.verifying import Verified, kept_beside, read_copy, verify

__all__ = [
    "Handing",
    "Noted",
    "Sent",
    "Verified",
    "entries",
    "folder_of",
    "kept_beside",
    "kept_in",
    "note",
    "read_copy",
    "verify",
]
