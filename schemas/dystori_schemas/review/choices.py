"""The choice lists of a review: kinds, how a child took part, legal status, homes, plans, topics.

From ``real-documents``, sections 1.4 to 1.7 and 7: the words are in the catalogue of ``review-record``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, TypeVar

from pydantic import AfterValidator, ValidationInfo

from dystori_schemas.choices import Choice, Nation
from dystori_schemas.scalars import fault


class ReviewKind(Choice):
    """What is reviewed; a child in need review is England's, a care and support plan review is Wales's."""

    LOOKED_AFTER = "looked-after"
    CHILD_PROTECTION = "child-protection"
    CHILD_IN_NEED = "child-in-need"
    CARE_AND_SUPPORT = "care-and-support-plan"
    PATHWAY = "pathway-plan"


class Participation(Choice):
    """How the child took part: the codes of England's national return, in use in parts of Wales.

    A code is for the record alone. PN3 (signs, symbols) is full participation, not a lesser one.
    """

    UNDER_FOUR = "pn0"
    CAME_AND_SPOKE = "pn1"
    CAME_ADVOCATE_SPOKE = "pn2"
    CAME_AND_SHOWED = "pn3"
    CAME_WITHOUT_VIEW = "pn4"
    SENT_ADVOCATE = "pn5"
    SENT_VIEWS = "pn6"
    NO_VIEW = "pn7"


class PrivateTalk(Choice):
    """Whether the reviewing officer spoke with the child in private (WSI 2015/1818, regulation 42)."""

    YES = "yes"
    DECLINED = "declined"
    NOT_SUITABLE = "not-suitable"


class Attended(Choice):
    """Whether somebody who was asked came."""

    WHOLE = "whole"
    PART = "part"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    EXCLUDED = "excluded"


class LegalStatus(Choice):
    """On what footing of law the child is where they are; some are of one nation only."""

    SECTION_76 = "section-76"
    SECTION_20 = "section-20"
    CARE_ORDER = "care-order"
    INTERIM_CARE_ORDER = "interim-care-order"
    PLACEMENT_ORDER = "placement-order"
    EMERGENCY_PROTECTION = "emergency-protection-order"
    POLICE_PROTECTION = "police-protection"
    REMAND = "remand"
    SHORT_BREAKS = "short-breaks"
    PART_4 = "part-4"
    SECTION_17 = "section-17"
    CATEGORY_1 = "category-1"
    CATEGORY_3 = "category-3"
    ELIGIBLE = "eligible"
    RELEVANT = "relevant"
    FORMER_RELEVANT = "former-relevant"


class HomeKind(Choice):
    """The kind of home the child has."""

    PARENTS = "parents"
    FAMILY_OR_FRIENDS = "family-or-friends"
    FOSTER = "foster"
    CHILDRENS_HOME = "childrens-home"
    SUPPORTED = "supported"
    WHEN_IM_READY = "when-im-ready"
    STAYING_PUT = "staying-put"
    OWN = "own"
    RESIDENTIAL_SCHOOL = "residential-school"
    HOSPITAL = "hospital"
    SECURE = "secure"


class Topic(Choice):
    """A part of the child's life that a review looks at; the last six are a pathway plan's."""

    HOME = "home"
    HEALTH = "health"
    EDUCATION = "education"
    IDENTITY = "identity"
    EMOTIONS = "emotions"
    SAFETY = "safety"
    FAMILY_TIME = "family-time"
    FRIENDS = "friends"
    LIFE_STORY = "life-story"
    SELF_CARE = "self-care"
    TRUSTED_ADULT = "trusted-adult"
    ADVOCATE = "advocate"
    INDEPENDENT_VISITOR = "independent-visitor"
    DELEGATED_AUTHORITY = "delegated-authority"
    OWN_PLACE = "own-place"
    MONEY = "money"
    WORK = "work"
    SKILLS = "skills"
    DOCUMENTS = "documents"
    SUPPORT = "support"


class CheckKind(Choice):
    """Something that has its own date and is either up to date or not."""

    HEALTH_ASSESSMENT = "health-assessment"
    DENTIST = "dentist"
    EYE_TEST = "eye-test"
    IMMUNISATIONS = "immunisations"
    STRENGTHS_AND_DIFFICULTIES = "strengths-and-difficulties"
    EDUCATION_PLAN = "education-plan"
    LEARNING_PLAN = "learning-plan"
    HOME_PLAN = "home-plan"
    PATHWAY_PLAN = "pathway-plan"
    IDENTITY_PAPERS = "identity-papers"


class LastingPlan(Choice):
    """The plan for where the child will grow up (permanence)."""

    RETURN_HOME = "return-home"
    FAMILY_OR_FRIENDS = "family-or-friends"
    FOSTER = "foster"
    SPECIAL_GUARDIANSHIP = "special-guardianship"
    ADOPTION = "adoption"
    CHILDRENS_HOME = "childrens-home"
    INDEPENDENCE = "independence"
    UNDECIDED = "undecided"


class PlanResult(Choice):
    """What the review decides about the plan; a Part 4 review confirms, revises or closes (WSI 2015/1335)."""

    CONFIRM = "confirm"
    REVISE = "revise"
    CLOSE = "close"
    STEP_DOWN = "step-down"
    STRATEGY = "strategy-discussion"


#: What one nation's law knows and the other's does not: Wales has the Social Services and Well-being (Wales) Act 2014,
#: England sections 17 and 20 of the Children Act 1989 and the Children (Leaving Care) Act 2000.
ONLY_IN: Final[Mapping[Choice, Nation]] = {
    ReviewKind.CHILD_IN_NEED: Nation.ENGLAND,
    ReviewKind.CARE_AND_SUPPORT: Nation.WALES,
    LegalStatus.SECTION_76: Nation.WALES,
    LegalStatus.PART_4: Nation.WALES,
    LegalStatus.CATEGORY_1: Nation.WALES,
    LegalStatus.CATEGORY_3: Nation.WALES,
    LegalStatus.SECTION_20: Nation.ENGLAND,
    LegalStatus.SECTION_17: Nation.ENGLAND,
    LegalStatus.ELIGIBLE: Nation.ENGLAND,
    LegalStatus.RELEVANT: Nation.ENGLAND,
    LegalStatus.FORMER_RELEVANT: Nation.ENGLAND,
    HomeKind.WHEN_IM_READY: Nation.WALES,
    HomeKind.STAYING_PUT: Nation.ENGLAND,
}

_OneOf = TypeVar("_OneOf", bound=Choice)


def _in_force(choice: _OneOf, info: ValidationInfo) -> _OneOf:
    nation = (info.context or {}).get("nation")
    if nation in tuple(Nation) and ONLY_IN.get(choice, nation) != nation:
        raise fault("nation_other")
    return choice


#: The same choices, held to the law of the case's nation.
ReviewKindHere = Annotated[ReviewKind, AfterValidator(_in_force)]
LegalStatusHere = Annotated[LegalStatus, AfterValidator(_in_force)]
HomeKindHere = Annotated[HomeKind, AfterValidator(_in_force)]
