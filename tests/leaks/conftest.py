"""Made-up cases of every kind, drawn from the models themselves, in which every value is a mark of its own.

Words are marks such as ``Q0042Z``, numbers are of their own, days are of their own, towns are of their own: found in
a file, a mark can only have come from its one place in the case.
"""

from __future__ import annotations

import datetime as dt
import random
import types
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Union, get_args, get_origin

import pytest
from annotated_types import MinLen
from pydantic import BaseModel

import dystori
from dystori.house import House
from dystori.reading import Case
from dystori_schemas.base import LocalText
from dystori_schemas.choices import Choice
from dystori_schemas.conference.outcome import ChildDecision, Invited
from dystori_schemas.conference.plan import PlanRow
from dystori_schemas.conference.report import ChildSection
from dystori_schemas.direct_work import Charted
from dystori_schemas.people import Home, Organisation, Person
from dystori_schemas.plans import IfThen
from dystori_schemas.review.parts import Attendance, TookPart
from dystori_schemas.scalars import (
    ChildId,
    Email,
    Id,
    LanguageCode,
    LinkId,
    Name,
    PersonId,
    Phone,
    PictureName,
    Text,
    Town,
    WebAddress,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
KINDS = ("case-note", "closure-letter", "conference-report", "review-record", "words-and-pictures")
#: Towns whose names share a long piece, whatever their first letter becomes and in either language.
TOWNS = ("cardiff", "newport", "caerphilly", "wrexham", "bangor", "holyhead", "llanelli", "lampeter")
_PICTURES = ("pictures/beach.png", "pictures/dog.png", "pictures/goodbye.png")
#: Faults in which a random case can be: so many times something is taken out before it is given up.
_REPAIRS = 60


class MadeUp:
    """One case made from a number; ``data`` is what a file would hold."""

    def __init__(self, number: int, house: House) -> None:
        self.random = random.Random(number)
        self.house = house
        self._count = 0
        self._days = self.random.sample(range(4_000), 3_500)
        self._towns = self.random.sample(TOWNS, len(TOWNS))
        self.kind = house.library.kinds[KINDS[number % len(KINDS)]]
        self.nation = self.random.choice(("wales", "wales", "england"))
        self.children = [f"child-{one}" for one in range(1, self.random.randint(1, 4) + 1)]
        self.family = ["mam", "dad", "carer", "mamgu"]
        self.workers = ["worker", "manager", "chair", "nurse", "interpreter"]
        self.everybody = [*self.children, *self.family, *self.workers, "friend"]
        self.about = self.random.sample(self.children, self.random.randint(1, len(self.children)))
        people = {who: self._person(who) for who in self.everybody}
        documents = [self._document(self.kind.model, 0)]
        if self.random.random() < 0.3:
            documents.append(self._document(self.kind.model, 1))
        organisation = self._model(Organisation) | {"colour": "#0B5F66", "logo": None}
        self.data: Any = _bare(
            {
                "reference": f"AB-{number}",
                "nation": self.nation,
                "organisation": organisation,
                "people": people,
                "documents": documents,
            }
        )
        self._repaired()
        self.data["withheld"] = self._withheld()

    def case(self) -> Case:
        """Return the case as the house reads it."""
        return self.house.load(self.data, dystori.PictureShelf(EXAMPLES))

    def mark(self) -> str:
        """Return a word that stands nowhere else."""
        self._count += 1
        return f"Q{self._count:04}Z"

    def _repaired(self) -> None:
        """Take out what stands at the places of faults until the case has none: models ask for what no type says."""
        for _ in range(_REPAIRS):
            try:
                self.case()
                return
            except dystori.CaseError as error:
                for finding in error.findings:
                    _take_out(self.data, finding.place.path.split("."))
        self.case()

    def _person(self, who: str) -> dict[str, Any]:
        child = who in self.children
        kind = "child" if child else "family" if who in self.family else "other" if who == "friend" else "practitioner"
        roles = {
            "mam": "mother",
            "dad": "father",
            "carer": "foster-carer",
            "mamgu": "grandmother",
            "nurse": "school-nurse",
        }
        roles |= {"worker": "social-worker", "manager": "team-manager", "chair": "chair", "interpreter": "interpreter"}
        homes = [self._model(Home) | {"address": [f"Tŷ {self.mark()}"]} for _ in range(2)] if child else []
        homes = self.random.choice([homes, []])
        person = (
            self._model(Person)
            | {
                "kind": kind,
                "role": roles.get(who),
                "name": f"{self.mark()} {self.mark()}",
                "known_as": self.mark() if self.random.random() < 0.7 else None,
                "children": self.random.sample(self.children, 1) if self.random.random() < 0.25 and not child else [],
                "register": self.random.choice(["ti", "chi", None]),
                "stage": self.random.choice(["early", "middle", "teen", "later"]) if child else None,
                "variant": None,
                "languages": {"speaks": ["cy"], "letters": self.random.choice(["cy", "en", "cy+en", None])},
                "kin": {"parents": ["mam", "dad"], "household": "ty"} if child else {},
                "looks": {},
                "presentation": self.random.choice(["standard", "large"]),
                "formats": [],
                "homes": homes,
            }
            | ({"address": []} if homes else {})
        )
        return person

    def _document(self, model: type[BaseModel], number: int) -> dict[str, Any]:
        made = self._model(model) | {
            "id": f"document-{number}",
            "about": self.about,
            "together": "no",
            "date": self._day(),
            "written_in": self.random.choice(["cy", "en"]),
            "status": "final",
            "reference": None,
            "signed": {"by": "worker"},
            "told_in_person": [],
            "copies": self._copies(),
        }
        return made

    def _copies(self) -> list[dict[str, Any]]:
        """Return a list on which everybody gets everything that a list can give."""
        parts = [None, *(part.name for part in self.kind.parts)]
        return [
            {"to": who, "part": part}
            for who in self.everybody
            for part in parts
            if not (part is None and who in self.children)
        ]

    def _model(self, model: type[BaseModel]) -> dict[str, Any]:
        made = {
            (field.alias or name): self._value(field.annotation, field.metadata, name, field.is_required())
            for name, field in model.model_fields.items()
        }
        fit: Callable[[dict[str, Any]], dict[str, Any]] | None = getattr(self, f"_fit_{model.__name__.lower()}", None)
        return fit(made) if fit else made

    def _value(self, wanted: Any, metadata: Any, name: str, required: bool) -> Any:
        origin = get_origin(wanted)
        if origin in (Union, types.UnionType):
            inner = [one for one in get_args(wanted) if one is not type(None)]
            if len(inner) < len(get_args(wanted)) and self.random.random() < 0.1:
                return None
            return self._value(inner[0], metadata, name, required)
        if origin is typing.Annotated:
            return self._value(get_args(wanted)[0], [*metadata, *get_args(wanted)[1:]], name, required)
        if origin is tuple:
            least = max((one.min_length for one in metadata if isinstance(one, MinLen)), default=0)
            return [self._value(get_args(wanted)[0], [], name, True) for _ in range(self.random.randint(least, 2))]
        if origin is typing.Literal:
            return get_args(wanted)[0]
        if not isinstance(wanted, type):
            return None
        return self._single(wanted)

    def _single(self, wanted: type[Any]) -> Any:
        if issubclass(wanted, LocalText):
            cy, en = (self._sentences() for _ in range(2))
            return self.random.choice([cy, {"cy": cy, "en": en}, {"cy": cy, "en": en}, {"cy": cy}])
        if issubclass(wanted, BaseModel):
            return self._model(wanted)
        if issubclass(wanted, Choice):
            return self.random.choice([one.value for one in wanted])
        self._count += 1
        number = self._count
        makers: dict[type[Any], Callable[[], Any]] = {
            ChildId: lambda: self.random.choice(self.about),
            PersonId: lambda: self.random.choice(self.everybody),
            LinkId: lambda: None,
            LanguageCode: lambda: self.random.choice(["cy", "en", "pl"]),
            Town: lambda: self._towns.pop() if self._towns else None,
            Id: lambda: f"id-{number}",
            Text: self._sentences,
            Name: lambda: f"Enw {self.mark()}",
            Phone: lambda: f"01632 9{number:05}",
            Email: lambda: f"q{number:04}z@teulu.example",
            WebAddress: lambda: f"https://q{number:04}z.example/",
            PictureName: lambda: self.random.choice(_PICTURES),
            bool: lambda: self.random.choice(["yes", "no"]),
            int: lambda: self.random.randint(1, 9),
            dt.date: self._day,
            dt.time: lambda: f"{self.random.randint(8, 17):02}:{self.random.randint(0, 59):02}",
        }
        return next((make() for type_, make in makers.items() if issubclass(wanted, type_)), None)

    def _day(self) -> str:
        return str(dt.date(2014, 1, 1) + dt.timedelta(days=self._days.pop()))

    def _sentences(self) -> str:
        paragraphs = (
            " ".join(f"Mae {self.mark()} yma nawr." for _ in range(self.random.randint(1, 2)))
            for _ in range(self.random.choice([1, 1, 1, 2]))
        )
        return "\n\n".join(paragraphs)

    # What a model asks for besides its types.

    def _fit_quote(self, made: dict[str, Any]) -> dict[str, Any]:
        by = self.random.choice([*self.children, "mam"])
        return made | {"by": by, "language": "cy", "translation": {"en": self._sentences()}}

    def _fit_picture(self, made: dict[str, Any]) -> dict[str, Any]:
        return made | ({"file": None} if self.random.random() < 0.5 else {"scene": None}) | {"alt": self._words()}

    def _words(self) -> dict[str, str]:
        return {"cy": f"Mae {self.mark()} yma.", "en": f"Here is {self.mark()}."}

    def _fit_scene(self, made: dict[str, Any]) -> dict[str, Any]:
        who = self.random.sample(self.everybody, min(len(made["people"]), 3))
        bubbles = [self.random.choice(["says", "thinks"]) for _ in who]
        people = [{"who": one, bubble: self._words()} for one, bubble in zip(who, bubbles, strict=True)]
        return made | {"people": people, "things": ["teddy"], "place": made["place"] or "home"}

    def _fit_seen(self, made: dict[str, Any]) -> dict[str, Any]:
        return made | {"why_not": self._words()}

    _fit_sighting = _fit_became = _fit_shared = _fit_reportshared = _fit_readtochild = _fit_seen

    def _fit_action(self, made: dict[str, Any]) -> dict[str, Any]:
        why_not = {"why_not": self._words()} if "why_not" in made else {}
        return made | {self.random.choice(["by", "by_words"]): None} | why_not

    _fit_decision = _fit_action

    def _fit_helper(self, made: dict[str, Any]) -> dict[str, Any]:
        either = ({"who": None, "name": self._words()}, {"who": self.random.choice(self.everybody), "name": None})
        return made | self.random.choice(either)

    _fit_networkmember = _fit_ownhelper = _fit_helper

    def _fit_invited(self, made: dict[str, Any]) -> dict[str, Any]:
        return self._fit_helper(made) | {"why": self._words()}

    def _fit_attendance(self, made: dict[str, Any]) -> dict[str, Any]:
        return made | {"note": self._words()}

    def _fit_directwork(self, made: dict[str, Any]) -> dict[str, Any]:
        return made | (dict.fromkeys(Charted.model_fields) if len(self.about) > 1 else {})

    def _fit_work(self, made: dict[str, Any]) -> dict[str, Any]:
        return made | {"child": self.random.choice(self.about)}

    def _fit_storyframe(self, made: dict[str, Any]) -> dict[str, Any]:
        return made | {"child": self.random.choice([None, *self.about])}

    def _fit_report(self, made: dict[str, Any]) -> dict[str, Any]:
        dangers = [{"id": f"danger-{at}", "about": self._words(), "if_nothing_changes": self._words()} for at in (1, 2)]
        goals = [{"worry": one["id"], "goal": self._words(), "must_see": [self._words()]} for one in dangers]
        return made | {"dangers": dangers, "goals": goals}

    def _fit_childdecision(self, made: dict[str, Any]) -> dict[str, Any]:
        at_risk, needs_plan = ({"holds": "yes", "evidence": self._words()} for _ in range(2))
        limbs = {"at_risk": at_risk, "needs_plan": needs_plan, "categories": ["neglect"], "co_ordinator": "worker"}
        return made | limbs | {"decision": "plan", "plan": [self._model(PlanRow)], "contingency": [self._model(IfThen)]}

    def _fit_childsection(self, made: dict[str, Any]) -> dict[str, Any]:
        return made | {"no_words": self._words()}

    def _fit_outcome(self, made: dict[str, Any]) -> dict[str, Any]:
        if "decisions" not in made:  # of a closure letter
            return made
        days = {"core_group_on": self._day(), "review_on": self._day(), "core_group": ["worker", "mam"]}
        invited = [self._model(Invited) | {"who": who, "name": None} for who in (*self.everybody, "friend")]
        return made | days | {"decisions": self._each_of(ChildDecision), "invited": invited}

    def _fit_conferencereport(self, made: dict[str, Any]) -> dict[str, Any]:
        views = [{"child": child, "says": self._words()} for child in self.about]
        report = made["report"] and made["report"] | {"children": self._each_of(ChildSection)}
        return made | {"report": report, "plan_views": views if self.nation == "england" else []}

    def _fit_reviewrecord(self, made: dict[str, Any]) -> dict[str, Any]:
        came = [self._model(Attendance) | {"who": who} for who in self.everybody]
        took_part = self._each_of(TookPart)
        return made | {"review": "looked-after", "people": came, "took_part": took_part}

    def _each_of(self, model: type[BaseModel]) -> list[dict[str, Any]]:
        return [self._model(model) | {"child": child} for child in self.about]

    def _withheld(self) -> list[dict[str, Any]]:
        """Return a list of what is kept back: anything at all, whole people, and exact sentences, from anybody."""
        nodes = [path for path, _ in walked(self.data) if _can_be_kept(path)]
        texts = [
            text for path, text in walked(self.data) if _can_be_kept(path) and isinstance(text, str) and " Q" in text
        ]
        # Who signs or chairs cannot be kept back whole from those who get it.
        signs = {str(who) for path, who in walked(self.data) if path[-2:] == ("signed", "by") or path[-1] == "chair"}
        wholly = [who for who in ("mam", "dad", "carer", "friend") if who not in signs]
        wanted = self.random.randint(5, 150)
        found = []
        for _ in range(wanted):
            held: dict[str, Any] = {"item": ".".join(map(str, self.random.choice(nodes)))}
            if self.random.random() < 0.2:
                whole = str(self.random.choice(texts))
                held = {"sentence": self.random.choice([whole, whole.split(". ", maxsplit=1)[0]])}
            elif wholly and self.random.random() < 0.05:
                held = {"item": f"people.{self.random.choice(wholly)}"}
            audience = [*self.everybody, "child", "family", "practitioner", "other"]
            found.append(
                held
                | {"from": self.random.sample(audience, self.random.randint(1, 2)), "reason": "safety"}
                | {"because": self._sentences(), "decided_by": "manager", "review_on": "2027-05-01"}
            )
        return found


def walked(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield everything in a case as it is written, the parts and the values, with its path."""
    if path:
        yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walked(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walked(inner, (*path, index))


def _can_be_kept(path: tuple[str | int, ...]) -> bool:
    """Return whether a path may be on the withheld list: who signs may not, and without these nothing is made."""
    if path[0] not in ("people", "documents") or len(path) < 3:
        return False
    return path[0] == "people" or path[2] not in ("kind", "id", "about", "date", "written_in", "status", "signed")


def _bare(value: Any) -> Any:
    """Return a case without what is not there."""
    if isinstance(value, dict):
        return {key: _bare(inner) for key, inner in value.items() if inner is not None}
    return [_bare(inner) for inner in value] if isinstance(value, list) else value


def _take_out(data: Any, path: list[str]) -> None:
    for step in path[:-1]:
        inner = data[int(step)] if isinstance(data, list) else data.get(step)
        if inner is None:
            return
        data = inner
    if isinstance(data, dict):
        data.pop(path[-1], None)
    elif path[-1].isdigit() and int(path[-1]) < len(data):
        data.pop(int(path[-1]))


@pytest.fixture(scope="session")
def made_up(house: House) -> Callable[[int], MadeUp]:
    """Return the maker of cases."""
    return lambda number: MadeUp(number, house)


@pytest.fixture
def nets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the nets away."""
    monkeypatch.setattr("dystori.documents.compose.check_unseen", lambda *_: None)
    monkeypatch.setattr("dystori.guard.Watch.look", lambda *_: None)
