"""The choice lists of a child protection conference.

Kinds of conference, categories and decisions from ``real-documents`` 1.1–1.3 (Wales Safeguarding Procedures,
Section 3 Part 2; Working Together). Some choices belong to one nation; the words of a decision differ by nation.
"""

from __future__ import annotations

from dystori_schemas.choices import Choice


class ConferenceType(Choice):
    """What kind of conference it is."""

    INITIAL = "initial"
    REVIEW = "review"
    PRE_BIRTH = "pre-birth"
    TRANSFER = "transfer"


class HarmCategory(Choice):
    """A category of abuse or neglect; financial abuse is one in Wales only, and several may stand together."""

    NEGLECT = "neglect"
    PHYSICAL = "physical"
    SEXUAL = "sexual"
    EMOTIONAL = "emotional"
    FINANCIAL = "financial"


class ConferenceDecision(Choice):
    """What a conference decided for one child."""

    PLAN = "plan"
    SUPPORT = "support"
    NO_PLAN = "no-plan"
    CONTINUES = "continues"
    CATEGORY_CHANGED = "category-changed"
    ENDS = "ends"
    ADJOURNED = "adjourned"


class Attendance(Choice):
    """Whether somebody who was invited was there."""

    ATTENDED = "attended"
    IN_PART = "in-part"
    APOLOGIES = "apologies"
    NO_ANSWER = "no-answer"
    EXCLUDED = "excluded"


#: The decisions after which a child is on a protection plan: both limbs hold, and a plan is there.
ON_A_PLAN = frozenset({ConferenceDecision.PLAN, ConferenceDecision.CONTINUES, ConferenceDecision.CATEGORY_CHANGED})
