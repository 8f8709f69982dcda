"""The choice lists that every kind shares; their words are terms in the catalogues (``term-<list>-<choice>``).

Lists from ``real-documents``: how contact took place, tools, attendance of needs; what adults say of progress.
"""

from __future__ import annotations

from enum import StrEnum


class Choice(StrEnum):
    """One of a closed list; ``group`` is the list's name in the catalogues."""

    @property
    def group(self) -> str:
        """Return the name of the list, with hyphens."""
        name = type(self).__name__
        return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")


class Nation(Choice):
    """The nation of the organisation decides law and fields."""

    WALES = "wales"
    ENGLAND = "england"


class PersonKind(Choice):
    """What somebody is to the case."""

    CHILD = "child"
    FAMILY = "family"
    PRACTITIONER = "practitioner"
    OTHER = "other"


class Stage(Choice):
    """The stage of a reader; ``later`` is a letter kept for a baby to read when older."""

    LATER = "later"
    EARLY = "early"
    MIDDLE = "middle"
    TEEN = "teen"
    ADULT = "adult"


class Presentation(Choice):
    """How a reader needs the page to look."""

    STANDARD = "standard"
    LARGE = "large"
    EASY = "easy"
    MONO = "mono"


class FileFormat(Choice):
    """A format that a copy can be made in."""

    PDF = "pdf"
    WORD = "docx"
    WEB_PAGE = "html"
    TEXT = "txt"


class Need(Choice):
    """What help or format somebody needs to read or to be heard."""

    LARGE_PRINT = "large-print"
    EASY_READ = "easy-read"
    BRAILLE = "braille"
    AUDIO = "audio"
    READ_ALOUD = "read-aloud"
    SIGN_LANGUAGE = "sign-language"
    MAKATON = "makaton"
    SYMBOLS = "symbols"
    INTERPRETER = "interpreter"


class Role(Choice):
    """What somebody does for the child; every role is in the term lists with its gender and plural.

    The two that end in ``-woman`` are for a woman who wants Welsh to say so (*athrawes*, *gweithwraig gymdeithasol*).
    """

    SOCIAL_WORKER = "social-worker"
    SOCIAL_WORKER_WOMAN = "social-worker-woman"
    SUPPORT_WORKER = "support-worker"
    FAMILY_SUPPORT_WORKER = "family-support-worker"
    TEAM_MANAGER = "team-manager"
    REVIEWING_OFFICER = "independent-reviewing-officer"
    CHAIR = "chair"
    ADVOCATE = "advocate"
    PERSONAL_ADVISER = "personal-adviser"
    INTERPRETER = "interpreter"
    FOSTER_CARER = "foster-carer"
    KINSHIP_CARER = "kinship-carer"
    RESIDENTIAL_WORKER = "residential-worker"
    HEALTH_VISITOR = "health-visitor"
    MIDWIFE = "midwife"
    SCHOOL_NURSE = "school-nurse"
    DOCTOR = "doctor"
    TEACHER = "teacher"
    TEACHER_WOMAN = "teacher-woman"
    HEADTEACHER = "headteacher"
    TEACHING_ASSISTANT = "teaching-assistant"
    YOUTH_WORKER = "youth-worker"
    POLICE_OFFICER = "police-officer"
    SOLICITOR = "solicitor"
    MOTHER = "mother"
    FATHER = "father"
    STEPMOTHER = "stepmother"
    STEPFATHER = "stepfather"
    GRANDMOTHER = "grandmother"
    GRANDFATHER = "grandfather"
    SISTER = "sister"
    BROTHER = "brother"
    AUNT = "aunt"
    UNCLE = "uncle"
    COUSIN = "cousin"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"


class Gender(Choice):
    """Which sign somebody has in a family tree: a circle, a square, a diamond."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class Setting(Choice):
    """Where contact took place."""

    HOME = "home"
    SCHOOL = "school"
    NURSERY = "nursery"
    FOSTER_HOME = "foster-home"
    FAMILY_CENTRE = "family-centre"
    OFFICE = "office"
    HOSPITAL = "hospital"
    OUTDOORS = "outdoors"
    CAR = "car"
    VIDEO = "video"
    PHONE = "phone"


class Tool(Choice):
    """A tool for direct work with a child."""

    THREE_HOUSES = "three-houses"
    SAFETY_HOUSE = "safety-house"
    SAFETY_CIRCLES = "safety-circles"
    ECOMAP = "ecomap"
    STORY_LINE = "story-line"
    WORDS_AND_PICTURES = "words-and-pictures"
    SYMBOLS = "symbols"
    DRAWING = "drawing"
    PLAY = "play"
    STORY = "story"
    FEELINGS_CARDS = "feelings-cards"
    APP = "app"


class Means(Choice):
    """How somebody said what they said."""

    SPOKEN = "spoken"
    SIGNED = "signed"
    WRITTEN = "written"
    DRAWN = "drawn"
    SYMBOLS = "symbols"
    MESSAGE = "message"


class Aspect(Choice):
    """What an observation is of (under five, baby or non-verbal child; Sandwell, *Engaging with the child*)."""

    LOOK = "look"
    BEHAVE = "behave"
    INTERACT = "interact"
    CAREGIVER = "caregiver"
    SURROUNDINGS = "surroundings"


class Nature(Choice):
    """Fact told apart from opinion (Sunderland, Standard 2)."""

    FACT = "fact"
    OPINION = "opinion"


class Weight(Choice):
    """How much a statement bears."""

    STRONG = "strong"
    SOME = "some"
    LITTLE = "little"


class Status(Choice):
    """How far an action has come."""

    NOT_STARTED = "not-started"
    UNDER_WAY = "under-way"
    DONE = "done"
    NOT_DONE = "not-done"
    NO_LONGER_NEEDED = "no-longer-needed"


class HowFar(Choice):
    """How far an outcome came true."""

    FULLY = "fully"
    PARTLY = "partly"
    NOT_YET = "not-yet"


class DraftOrFinal(Choice):
    """Whether a document may still change."""

    DRAFT = "draft"
    FINAL = "final"


class CopyKind(Choice):
    """What copy somebody gets."""

    FULL = "full"
    PART = "part"


class WithheldReason(Choice):
    """Why something is kept back (reasons seen in real procedures)."""

    SAFETY = "safety"
    THIRD_PARTY = "third-party"
    OFFENCE = "offence"
    LAW = "law"
    COURT = "court"
    NOT_YET_TOLD = "not-yet-told"
    CHILD_ASKED = "child-asked"
