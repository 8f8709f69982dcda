"""The smallest things a case file says: each type takes its one written form, and refuses with a code.

A case file is read as text, so what was typed is what is meant: ``07700 900123`` keeps its nought, ``no``
stays a word until a yes-or-no field asks for it, 30 February is a fault and never a different day. A case
system that hands in Python or JSON data may give the native value instead. No message holds the value.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

#: A text longer than this is a mistake (a pasted file), and would take minutes to lay out. Characters.
LONGEST_TEXT = 20_000
LONGEST_LINE = 300

# Bidirectional controls reorder what a reader sees; a byte order mark and its like cannot be seen at all.
_HIDDEN = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x200B, 0x2060, 0x00AD, 0xFFFC, 0xFFFD}


def fault(code: str, /, **values: str | int) -> PydanticCustomError:
    """Return an error that carries a code and safe values, and no text of its own."""
    return PydanticCustomError(code, code, values or None)


def clean(value: object, longest: int) -> str:
    """Return text in NFC with plain line ends, without blanks around it.

    Raises ``PydanticCustomError``: ``text_expected``, ``text_empty``, ``text_too_long``, ``text_control`` (a
    character that cannot be printed or that reorders others).
    """
    if value is None:
        raise fault("text_empty")
    if not isinstance(value, str):
        raise fault("text_expected")
    text = value.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    for position, character in enumerate(text, start=1):
        if character in "\n\t":
            continue
        if ord(character) in _HIDDEN or unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn"}:
            raise fault("text_control", position=position, letter=f"U+{ord(character):04X}")
    text = unicodedata.normalize("NFC", text).replace("\t", " ").strip()
    if not text:
        raise fault("text_empty")
    if len(text) > longest:
        raise fault("text_too_long", longest=longest, length=len(text))
    return text


class Written(str):
    """A piece of text with one form: the base of every type below."""

    help: ClassVar[dict[str, Any]] = {}

    @classmethod
    def read(cls, value: object, info: ValidationInfo) -> Self:
        """Return the value in its one form; raises ``PydanticCustomError`` with a code."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(
            cls.read,
            serialization=core_schema.plain_serializer_function_ser_schema(str, return_schema=core_schema.str_schema()),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", **cls.help}


class Text(Written):
    """Free text in one language; a blank line starts a new paragraph."""

    help: ClassVar[dict[str, Any]] = {"maxLength": LONGEST_TEXT}

    @classmethod
    def read(cls, value: object, info: ValidationInfo) -> Self:
        """Return cleaned text whose every letter can be printed."""
        return cls(printable(clean(value, LONGEST_TEXT), info))


class Name(Written):
    """A name: never translated, never mutated, on one line."""

    help: ClassVar[dict[str, Any]] = {"maxLength": LONGEST_LINE}

    @classmethod
    def read(cls, value: object, info: ValidationInfo) -> Self:
        """Return a cleaned name on one line whose every letter can be printed."""
        return cls(printable(one_line(value), info))


def printable(text: str, info: ValidationInfo) -> str:
    """Return the text when a font has all its letters; raises ``letters_missing`` with the first one's code."""
    letters = (info.context or {}).get("letters")
    missing = sorted(letters(text)) if letters else []
    if missing:
        raise fault("letters_missing", letter=f"U+{ord(missing[0]):04X}")
    return text


def one_line(value: object) -> str:
    """Return cleaned text that has no line end; raises ``text_lines``."""
    text = clean(value, LONGEST_LINE)
    if "\n" in text:
        raise fault("text_lines")
    return text


class Patterned(Written):
    """Text that must look like an example."""

    code: ClassVar[str]
    pattern: ClassVar[str]
    example: ClassVar[str]

    @classmethod
    def form(cls, value: object) -> str:
        """Return the text when it looks as it should; raises ``PydanticCustomError`` with the type's own code."""
        text = one_line(value)
        if not re.fullmatch(cls.pattern, text):
            raise fault(cls.code, example=cls.example)
        return text

    @classmethod
    def read(cls, value: object, info: ValidationInfo) -> Self:
        """Return the text when it looks as it should."""
        return cls(cls.form(value))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": f"^{cls.pattern}$", "examples": [cls.example]}


class Reference(Patterned):
    """The case's own reference; it stands in file names, so letters, figures and hyphens only."""

    code = "reference_form"
    pattern = r"[A-Za-z0-9][A-Za-z0-9-]{0,39}"
    example = "AB-2026-0417"


class Id(Patterned):
    """A short name that other parts of the case file refer to."""

    code = "id_form"
    pattern = r"[a-z0-9][a-z0-9-]{0,39}"
    example = "mam-gu"


class Phone(Patterned):
    """A telephone number as it is written on paper."""

    code = "phone_form"
    pattern = r"\+?[0-9(][0-9() ]{2,22}[0-9]"
    example = "01632 960 001"


class Email(Patterned):
    """An e-mail address."""

    code = "email_form"
    pattern = r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
    example = "tim@aberwen.example"


class WebAddress(Patterned):
    """A web address that begins with https."""

    code = "web_form"
    pattern = r"https://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/?#@!$&()*+,;=%-]*)?"
    example = "https://www.meiccymru.org"


class Colour(Patterned):
    """A colour as six figures of base sixteen."""

    code = "colour_form"
    pattern = r"#[0-9A-Fa-f]{6}"
    example = "#0B5F66"


class LanguageCode(Patterned):
    """A language by its ISO 639 code."""

    code = "language_form"
    pattern = r"[a-z]{2,3}"
    example = "cy"


class Languages(Patterned):
    """The document languages a reader chose: one code, or two joined by a plus, the first read first."""

    code = "languages_form"
    pattern = r"[a-z]{2,3}(\+[a-z]{2,3})?"
    example = "cy+en"


class PictureName(Patterned):
    """A picture file below the pictures folder."""

    code = "picture_form"
    pattern = r"(?!.*\.\.)[A-Za-z0-9_-][A-Za-z0-9_./-]{0,118}\.(png|jpg|jpeg|PNG|JPG|JPEG)"
    example = "drawings/house.png"

    @classmethod
    def read(cls, value: object, info: ValidationInfo) -> Self:
        """Return the name of a picture that can be used; raises the code of what is wrong with it."""
        name = cls(cls.form(value))
        look = (info.context or {}).get("picture")
        code = look(name) if look else None
        if code:
            raise fault(code)
        return name


class Known(Id):
    """An id that stands in a list of the house or of the case."""

    #: The list, by its name in the context of a reading; without the list every id is taken.
    group: ClassVar[str]
    unknown: ClassVar[str]

    @classmethod
    def read(cls, value: object, info: ValidationInfo) -> Self:
        """Return an id the list has; raises ``PydanticCustomError`` with the ``unknown`` code of the type."""
        one = cls(cls.form(value))
        known = (info.context or {}).get(cls.group)
        if known is not None and one not in known:
            raise fault(cls.unknown)
        return one


class Register(Known):
    """How somebody wants to be spoken to: a register that some language of the house has (ti, chi)."""

    group, unknown, example = "registers", "register_unknown", "chi"


class Variant(Known):
    """The words of home: a variant that some language of the house has (gogledd)."""

    group, unknown, example = "variants", "variant_unknown", "gogledd"


class LinkId(Known):
    """The id of something else in the case: a worry, a goal, a document."""

    group, unknown = "ids", "link_broken"


class Town(Known):
    """A town or county by its id in the place lists."""

    group, unknown, example = "towns", "town_unknown", "caerdydd"


class PersonId(Known):
    """Somebody in this case, by the id they have under ``people``."""

    group, unknown = "people", "person_unknown"


class Audience(Known):
    """Somebody something is kept from: a person of this case, or everybody of one kind (child, family …)."""

    group, unknown, example = "audiences", "reader_unknown", "family"


class ChildId(PersonId):
    """A child in this case: somebody under ``people`` whose kind is ``child``."""

    @classmethod
    def read(cls, value: object, info: ValidationInfo) -> Self:
        """Return the id of a child the case knows; raises ``person_unknown`` or ``child_expected``."""
        known = super().read(value, info)
        people = (info.context or {}).get("people")
        if people is not None and people[known] != "child":
            raise fault("child_expected")
        return known


_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_YES_NO = {"yes": True, "no": False}


def _date(value: object) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    found = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise fault("date_form", example="2026-11-22")
    try:
        return dt.date(*(int(part) for part in found.groups()))
    except ValueError:
        raise fault("date_impossible") from None


def _time(value: object) -> dt.time:
    if isinstance(value, dt.time):
        return value
    found = _TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        raise fault("time_form", example="15:30")
    return dt.time(int(found[1]), int(found[2]))


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip() in _YES_NO:
        return _YES_NO[value.strip()]
    raise fault("yes_no_form")


def _whole(least: int, most: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, str) and re.fullmatch(r"[0-9]{1,6}", value.strip()):
            value = int(value.strip())
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise fault("number_form", least=least, most=most)
        return value

    return read


def _hint(pattern: str, *examples: str, **native: Any) -> WithJsonSchema:
    """Return what the published schema says: the written form, and what JSON or an editor's YAML makes of it."""
    text = {"type": "string", "pattern": f"^{pattern}$", "examples": list(examples)}
    return WithJsonSchema({"anyOf": [native, text]} if native else text)


Date = Annotated[dt.date, BeforeValidator(_date), _hint(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "2026-11-22")]
Time = Annotated[dt.time, BeforeValidator(_time), _hint(r"([01][0-9]|2[0-3]):[0-5][0-9]", "15:30")]
YesNo = Annotated[bool, BeforeValidator(_yes_no), _hint("(yes|no)", "yes", "no", type="boolean")]
ZeroToTen = Annotated[
    int, BeforeValidator(_whole(0, 10)), _hint("([0-9]|10)", "7", type="integer", minimum=0, maximum=10)
]
Nth = Annotated[int, BeforeValidator(_whole(1, 99)), _hint("[1-9][0-9]?", "3", type="integer", minimum=1, maximum=99)]
