"""What was handed over: whether a file is the copy that was made, and who was given which, when and how."""

from dystori.sharing.verifying import Verified, kept_beside, read_copy, verify

__all__ = ["Verified", "kept_beside", "read_copy", "verify"]
