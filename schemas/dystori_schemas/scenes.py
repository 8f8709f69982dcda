"""What a picture can be drawn from: how people look, and a scene in plain terms, all from closed lists."""

from __future__ import annotations

from pydantic import Field, model_validator

from dystori_schemas.base import LocalText, Model, Several
from dystori_schemas.choices import Choice
from dystori_schemas.scalars import PersonId, YesNo, fault

#: A bubble holds a few words; more belong under the picture. Letters.
LONGEST_BUBBLE = 60
#: With more people than this in one picture nobody's face can be read.
MOST_PEOPLE = 7
MOST_THINGS = 4


class Stature(Choice):
    """How old somebody looks."""

    BABY = "baby"
    TODDLER = "toddler"
    CHILD = "child"
    TEENAGER = "teenager"
    ADULT = "adult"
    OLDER = "older"


class Build(Choice):
    """How somebody is built."""

    THIN = "thin"
    MEDIUM = "medium"
    LARGE = "large"


class Skin(Choice):
    """The tone of somebody's skin, the lightest first."""

    PALE = "pale"
    LIGHT = "light"
    OLIVE = "olive"
    TAN = "tan"
    BROWN = "brown"
    DARK = "dark"


class Hair(Choice):
    """How somebody wears their hair."""

    SHORT = "short"
    CROP = "crop"
    TOUSLED = "tousled"
    BOB = "bob"
    LONG = "long"
    WAVY = "wavy"
    PONYTAIL = "ponytail"
    BUN = "bun"
    CURLS = "curls"
    BRAIDS = "braids"
    CORNROWS = "cornrows"
    AFRO = "afro"
    LOCS = "locs"
    TUFT = "tuft"
    BALDING = "balding"
    BALD = "bald"


class HairColour(Choice):
    """The colour of somebody's hair."""

    BLACK = "black"
    DARK_BROWN = "dark-brown"
    BROWN = "brown"
    RED = "red"
    FAIR = "fair"
    GREY = "grey"
    WHITE = "white"


class Headwear(Choice):
    """What somebody always wears on their head."""

    HEADSCARF = "headscarf"
    TURBAN = "turban"
    PATKA = "patka"
    HAT = "hat"


class Beard(Choice):
    """The hair on somebody's face."""

    FULL = "full"
    SHORT = "short"
    MOUSTACHE = "moustache"


class Aid(Choice):
    """What somebody gets about with."""

    WHEELCHAIR = "wheelchair"
    WALKING_FRAME = "walking-frame"
    WALKING_STICK = "walking-stick"


class Cloth(Choice):
    """The colour of somebody's clothes, the same in every picture."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    TEAL = "teal"
    SKY = "sky"
    NAVY = "navy"
    PURPLE = "purple"
    PINK = "pink"
    CREAM = "cream"
    GREY = "grey"
    BLUE = "blue"
    BLACK = "black"
    BROWN = "brown"


class Pattern(Choice):
    """What tells somebody's clothes apart without colour."""

    PLAIN = "plain"
    STRIPES = "stripes"
    DOTS = "dots"
    HEART = "heart"
    HOODIE = "hoodie"
    CARDIGAN = "cardigan"
    DUNGAREES = "dungarees"


class Wear(Choice):
    """What somebody wears below."""

    TROUSERS = "trousers"
    SKIRT = "skirt"
    DRESS = "dress"


class Outfit(Choice):
    """Clothes that say what somebody does."""

    EVERYDAY = "everyday"
    POLICE = "police"
    NURSE = "nurse"
    DOCTOR = "doctor"
    TEACHER = "teacher"
    JUDGE = "judge"
    SOCIAL_WORKER = "social-worker"


class Looks(Model):
    """How somebody looks, once, so that they are the same in every picture; all of it may be left out."""

    age: Stature | None = Field(
        None, description="How old they look. Without this field: by their date of birth or role."
    )
    build: Build = Field(Build.MEDIUM, description="thin, medium or large.")
    skin: Skin | None = Field(None, description="The tone of their skin: pale, light, olive, tan, brown or dark.")
    hair: Hair | None = Field(None, description="How they wear their hair.")
    hair_colour: HairColour | None = Field(None, description="The colour of their hair.")
    headwear: Headwear | None = Field(None, description="What they always wear on their head.")
    headwear_colour: Cloth | None = Field(None, description="Its colour.")
    beard: Beard | None = Field(None, description="full, short or moustache.")
    glasses: YesNo = Field(False, description="yes: they wear glasses.")
    hearing_aid: YesNo = Field(False, description="yes: they wear a hearing aid.")
    pregnant: YesNo = Field(False, description="yes: they are expecting a baby.")
    aid: Aid | None = Field(None, description="What they get about with: wheelchair, walking-frame, walking-stick.")
    top: Cloth | None = Field(None, description="The colour of their top or dress.")
    pattern: Pattern | None = Field(None, description="What is on it.")
    wears: Wear | None = Field(None, description="trousers, skirt or dress.")
    bottom: Cloth | None = Field(None, description="The colour of their trousers or skirt.")
    dressed_as: Outfit | None = Field(None, description="Clothes of their work. Without this field: by their role.")


class Feeling(Choice):
    """What somebody feels, in face and body."""

    HAPPY = "happy"
    SAD = "sad"
    WORRIED = "worried"
    FRIGHTENED = "frightened"
    ANGRY = "angry"
    CALM = "calm"
    TIRED = "tired"
    CONFUSED = "confused"
    PROUD = "proud"
    SAFE = "safe"
    ILL = "ill"


class Doing(Choice):
    """What somebody does in a picture."""

    STANDING = "standing"
    SITTING = "sitting"
    IN_BED = "in-bed"
    SLEEPING = "sleeping"
    CRYING = "crying"
    SHOUTING = "shouting"
    TALKING = "talking"
    LISTENING = "listening"
    WAVING = "waving"
    PHONING = "phoning"
    PLAYING = "playing"
    WALKING = "walking"
    HUGGING = "hugging"
    CARRYING = "carrying"
    HOLDING_HANDS = "holding-hands"


class Held(Choice):
    """Something somebody holds."""

    TEDDY = "teddy"
    BOTTLE = "bottle"
    GLASS = "glass"
    PHONE = "phone"
    BAG = "bag"
    BALL = "ball"
    BOOK = "book"
    LETTER = "letter"
    FOOD = "food"
    PILLS = "pills"
    CIGARETTE = "cigarette"
    MONEY = "money"


class Place(Choice):
    """Where a picture is."""

    HOME = "home"
    OUTSIDE_HOME = "outside-home"
    TWO_HOMES = "two-homes"
    BEDROOM = "bedroom"
    KITCHEN = "kitchen"
    GARDEN = "garden"
    SCHOOL = "school"
    CLASSROOM = "classroom"
    MEETING_ROOM = "meeting-room"
    HOSPITAL = "hospital"
    COURT = "court"
    CAR = "car"
    PARK = "park"
    FAMILY_CENTRE = "family-centre"
    FOSTER_HOME = "foster-home"
    STREET = "street"
    VIDEO_CALL = "video-call"


class Thing(Choice):
    """Something to be seen in a picture."""

    BED = "bed"
    FOOD = "food"
    BOTTLE = "bottle"
    GLASS = "glass"
    PILLS = "pills"
    SMOKE = "smoke"
    BROKEN_THINGS = "broken-things"
    PHONE = "phone"
    MONEY_WORRIES = "money-worries"
    TOYS = "toys"
    TEDDY = "teddy"
    BALL = "ball"
    DOG = "dog"
    CAT = "cat"
    BAG = "bag"
    CLOCK = "clock"
    CALENDAR = "calendar"
    DOOR = "door"
    LOCK = "lock"
    HEART = "heart"
    LIGHT = "light"
    FIRE = "fire"
    LETTER = "letter"


class Happening(Choice):
    """What happens in a picture."""

    TOGETHER = "together"
    APART = "apart"
    ARGUING = "arguing"
    SHOUTING = "shouting"
    HITTING = "hitting"
    CRYING = "crying"
    HUGGING = "hugging"
    TALKING = "talking"
    LEAVING = "leaving"
    ARRIVING = "arriving"
    SLEEPING = "sleeping"
    PHONING = "phoning"
    PLAYING = "playing"
    TIME_PASSING = "time-passing"
    AROUND_ME = "around-me"


class Somebody(Choice):
    """Somebody who is nobody in particular: a judge, a police officer."""

    JUDGE = "judge"
    POLICE_OFFICER = "police-officer"
    NURSE = "nurse"
    DOCTOR = "doctor"
    TEACHER = "teacher"
    SOCIAL_WORKER = "social-worker"
    FOSTER_CARER = "foster-carer"
    FRIEND = "friend"
    BABY = "baby"


class InScene(Model):
    """Somebody in a picture: who, what they feel and do, what they hold, what they say or think."""

    who: PersonId | None = Field(None, description="Somebody of this case.")
    other: Somebody | None = Field(None, description="Or somebody by what they are: judge, police-officer.")
    feels: Feeling | None = Field(None, description="What they feel, from the list.")
    does: Doing | None = Field(None, description="What they do, where it is not what happens to everybody.")
    with_: PersonId | None = Field(None, alias="with", description="Whom they hug, carry or hold by the hand.")
    holding: Held | None = Field(None, description="What they hold.")
    says: LocalText | None = Field(None, description="A few words in a speech bubble.")
    thinks: LocalText | None = Field(None, description="A few words in a thought bubble.")

    @model_validator(mode="after")
    def _somebody(self) -> InScene:
        if (self.who is None) == (self.other is None):
            raise fault("scene_who")
        if self.says is not None and self.thinks is not None:
            raise fault("scene_bubble")
        for bubble in (self.says, self.thinks):
            if bubble is not None and any(len(words) > LONGEST_BUBBLE for words in bubble.root.values()):
                raise fault("bubble_long", longest=LONGEST_BUBBLE)
        return self


class Scene(Model):
    """A picture in plain terms: the house draws it, with everybody as they look."""

    place: Place | None = Field(None, description="Where it is, from the list.")
    night: YesNo = Field(False, description="yes: it is night.")
    happens: Happening | None = Field(None, description="What happens, from the list.")
    people: Several[InScene] = Field(
        (), max_length=MOST_PEOPLE, description="Who is in it, from left to right; who shouts, leaves or rings first."
    )
    things: Several[Thing] = Field((), max_length=MOST_THINGS, description="What else is to be seen, from the list.")

    @model_validator(mode="after")
    def _something_to_draw(self) -> Scene:
        if not (self.people or self.things or self.place):
            raise fault("scene_empty")
        known = [one.who for one in self.people if one.who is not None]
        if len(set(known)) < len(known):
            raise fault("scene_twice")
        return self
