"""What a profile makes of a passage that is not in its reader's language: marked, or nothing final goes out with it."""

from __future__ import annotations

from collections.abc import Iterable

from dystori.editions import Edition
from dystori.findings import Finding, Severity
from dystori.practice.profile import Profile
from dystori_schemas.choices import DraftOrFinal

_MARKED, _REFUSED = "text_not_in_language", "text_untranslated"


def held_to(profile: Profile, edition: Edition, found: Iterable[Finding]) -> list[Finding]:
    """Return the findings of an edition as a profile has them: what awaits translation is an error where it refuses.

    A draft may be made all the same: somebody is at work on it.
    """
    refuses = profile.untranslated == "refuse" and edition.document.status is DraftOrFinal.FINAL
    return [
        Finding(_REFUSED, Severity.ERROR, one.place, one.values) if refuses and one.code == _MARKED else one
        for one in found
    ]
