"""What a conference may say, to whom: rules by nation, a decision for each child, letters of one child alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import dystori
from dystori.editions.withhold import written
from dystori.house import House
from dystori.tree import Heading, plain
from dystori_schemas.conference.choices import ConferenceDecision
from dystori_schemas.scalars import Text

CHILDREN = ("macsen", "lleucu", "osian")


def read(root: Path, name: str) -> dict[str, Any]:
    data = yaml.load((root / "examples" / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


@pytest.fixture
def wales(root: Path) -> dict[str, Any]:
    """Return an initial conference on three children in Wales, free to be changed."""
    return read(root, "conference.yaml")


@pytest.fixture
def england(root: Path) -> dict[str, Any]:
    """Return a pre-birth conference in England, free to be changed."""
    return read(root, "before-birth.yaml")


def load(house: House, data: dict[str, Any]) -> Any:
    return house.load(data, dystori.PictureShelf(Path("examples")))


def faults(house: House, data: dict[str, Any]) -> set[tuple[str, str]]:
    """Return the code and field of every fault of a case."""
    with pytest.raises(dystori.CaseError) as caught:
        load(house, data)
    return {(one.code, one.place.path) for one in caught.value.findings}


def texts(house: House, data: dict[str, Any], part: str, language: str = "en") -> list[str]:
    wanted = dystori.Wanted(parts=[part], languages=[language])
    return [" ".join(one.data.decode().split()) for one in house.render(load(house, data), wanted, ["txt"])]


def own(case: Any, child: str) -> Iterator[str]:
    """Yield what stands in one child's section and decision and is too long to be a phrase of everyday."""
    document = case.file.documents[0]
    sections = (*document.report.children, *document.outcome.decisions)
    for section in sections:
        if section.child == child:
            for _, text in written(section):
                if isinstance(text, Text) and len(text) > 30:
                    yield " ".join(text.split())


class TestByNation:
    def test_a_report_to_an_initial_conference_in_wales_says_nothing_about_registration(
        self, house: House, wales: dict[str, Any]
    ) -> None:
        """Wales Safeguarding Procedures, Section 3 Part 2."""
        views = [{"child": child, "says": "Cofrestru."} for child in CHILDREN]
        for kind in ("initial", "pre-birth"):
            wales["documents"][0]["conference"]["type"] = kind
            wales["documents"][0]["plan_views"] = views
            assert faults(house, wales) == {("wales_no_view", "documents.0.plan_views")}

    def test_a_report_to_a_review_in_wales_may(self, house: House, wales: dict[str, Any]) -> None:
        document = wales["documents"][0]
        document["conference"] |= {"type": "review", "number": "2"}
        document["plan_views"] = [{"child": child, "says": f"Dylai’r enw aros: {child}."} for child in CHILDREN]
        [report] = texts(house, wales, "report", "cy")
        assert "Barn yr awdurdod am y gofrestr" in report
        assert "rhif 2" in report

    def test_the_report_of_an_initial_conference_in_wales_has_no_such_heading(
        self, house: House, wales: dict[str, Any]
    ) -> None:
        [report] = texts(house, wales, "report")
        assert "What the authority thinks" not in report

    def test_a_report_in_england_says_what_the_authority_thinks(self, house: House, england: dict[str, Any]) -> None:
        [report] = texts(house, england, "report")
        assert "What the authority thinks about a plan" in report
        del england["documents"][0]["plan_views"]
        assert faults(house, england) == {("england_view", "documents.0.plan_views")}

    def test_an_outcome_without_a_report_needs_no_view(self, house: House, england: dict[str, Any]) -> None:
        del england["documents"][0]["report"], england["documents"][0]["plan_views"], england["withheld"]
        assert texts(house, england, "report") == []
        assert len(texts(house, england, "outcome")) == 1

    def test_financial_abuse_is_a_category_in_wales_only(
        self, house: House, wales: dict[str, Any], england: dict[str, Any]
    ) -> None:
        for data in (wales, england):
            data["documents"][0]["outcome"]["decisions"][0]["categories"] = ["neglect", "financial"]
        [record] = texts(house, wales, "outcome")
        assert "neglect, financial abuse" in record
        assert {code for code, _ in faults(house, england)} == {"category_nation"}

    def test_the_register_is_spoken_of_in_wales_only(
        self, house: House, wales: dict[str, Any], england: dict[str, Any]
    ) -> None:
        assert "child protection register" in texts(house, wales, "outcome")[0]
        assert "register" not in texts(house, england, "outcome")[0].replace("they register the birth", "")
        assert "register" not in texts(house, england, "letter")[0]


class TestEachChild:
    @pytest.mark.parametrize(("field", "code"), [("report", "section_each_child"), ("outcome", "decision_each_child")])
    def test_every_child_has_one_section_and_one_decision(
        self, house: House, wales: dict[str, Any], field: str, code: str
    ) -> None:
        inside = wales["documents"][0][field]["children" if field == "report" else "decisions"]
        taken = inside.pop()
        assert (code, f"documents.0.{field}") in faults(house, wales)
        inside += [taken, taken]
        assert (code, f"documents.0.{field}") in faults(house, wales)

    def test_a_section_needs_a_voice_or_the_reason_why_there_is_none(
        self, house: House, england: dict[str, Any]
    ) -> None:
        section = england["documents"][0]["report"]["children"][0]
        del section["showed"]
        load(house, england)
        del section["no_words"]
        assert "voice_missing" in {code for code, _ in faults(house, england)}

    def test_a_childs_words_need_no_name_in_their_own_section(self, house: House, wales: dict[str, Any]) -> None:
        quotes = wales["documents"][0]["report"]["children"][1]["quotes"]
        assert all("by" not in quote for quote in quotes)
        assert "Lleucu to Non Harries, 5 November 2026" in texts(house, wales, "report")[0]

    @pytest.mark.parametrize("answers", [("yes", "no"), ("no", "yes"), ("no", "no")])
    def test_a_child_is_on_a_plan_when_both_questions_hold_and_only_then(
        self, house: House, wales: dict[str, Any], answers: tuple[str, str]
    ) -> None:
        on_plan, supported = wales["documents"][0]["outcome"]["decisions"][:2]
        on_plan["at_risk"]["holds"], on_plan["needs_plan"]["holds"] = answers
        supported["at_risk"]["holds"] = supported["needs_plan"]["holds"] = "yes"
        codes = faults(house, wales)
        assert ("decision_limbs", "documents.0.outcome.decisions.0") in codes
        assert ("decision_limbs", "documents.0.outcome.decisions.1") in codes

    @pytest.mark.parametrize(
        ("field", "code"),
        [
            ("categories", "decision_categories"),
            ("co_ordinator", "decision_plan"),
            ("plan", "decision_plan"),
            ("contingency", "decision_plan"),
            ("needs_plan", "decision_limbs"),
        ],
    )
    def test_a_child_on_a_plan_has_all_of_it(self, house: House, wales: dict[str, Any], field: str, code: str) -> None:
        del wales["documents"][0]["outcome"]["decisions"][0][field]
        assert code in {found for found, _ in faults(house, wales)}

    @pytest.mark.parametrize("field", ["core_group", "core_group_on", "review_on"])
    def test_a_plan_has_a_core_group_its_first_day_and_a_review(
        self, house: House, wales: dict[str, Any], field: str
    ) -> None:
        del wales["documents"][0]["outcome"][field]
        assert "core_group" in {found for found, _ in faults(house, wales)}

    def test_an_adjourned_decision_answers_nothing_yet(self, house: House, wales: dict[str, Any]) -> None:
        decision = wales["documents"][0]["outcome"]["decisions"][2]
        decision["decision"] = "adjourned"
        del decision["at_risk"], decision["needs_plan"]
        letter = texts(house, wales, "letter")[2]
        assert "We have not decided about you yet." in letter
        assert "We will all meet again on Monday 15 February 2027" in letter

    def test_the_record_answers_both_questions_with_evidence_for_each_child(
        self, house: House, wales: dict[str, Any]
    ) -> None:
        [record] = texts(house, wales, "outcome")
        assert record.count("Is the child at continuing risk of significant harm?") == 3
        assert record.count("Is a formal care and support protection plan needed, and registration?") == 3
        for heading in ("Macsen: protection plan", "Lleucu: support plan", "Osian: no plan"):
            assert f"Decision about {heading}" in record


class TestTheReport:
    def test_it_begins_with_the_children(self, house: House, wales: dict[str, Any]) -> None:
        [edition] = house.editions(load(house, wales), dystori.Wanted(parts=["report"], languages=["en"]))
        blocks = house.compose(edition).contents[0].blocks
        headings = [plain(one.content) for one in blocks if isinstance(one, Heading) and one.level == 2]
        assert headings[:6] == [
            "The children’s story",
            "Macsen",
            "Lleucu",
            "Osian",
            "Household, family and network",
            "Why there is a conference",
        ]

    @pytest.mark.parametrize(("change", "code"), [("goals", "danger_goal"), ("if_nothing_changes", "danger_statement")])
    def test_a_danger_says_what_could_happen_and_has_its_goal(
        self, house: House, wales: dict[str, Any], change: str, code: str
    ) -> None:
        report = wales["documents"][0]["report"]
        if change == "goals":
            report["goals"].pop()
        else:
            del report["dangers"][0][change]
        assert code in {found for found, _ in faults(house, wales)}

    def test_a_goal_stands_under_the_danger_it_answers(self, house: House, wales: dict[str, Any]) -> None:
        wales["documents"][0]["report"]["goals"].reverse()
        [report] = texts(house, wales, "report")
        order = [
            "will hit Catrin again",
            "a house where nobody hurts anybody",
            "lives in fear",
            "sleeps in his bed, and",
        ]
        places = [report.index(words) for words in order]
        assert places == sorted(places)

    def test_every_agency_owns_what_it_says(self, house: House, wales: dict[str, Any]) -> None:
        wales["documents"][0]["report"]["contributions"][4]["family_told"] = "no"
        [report] = texts(house, wales, "report")
        for owner in ("Aled Huws (teacher), Ysgol Glanwern", "Ffion Teifi (domestic abuse adviser), Drws Agored"):
            assert owner in report
        assert "The family has not been told what it says." in report

    def test_somebody_shut_out_of_the_meeting_is_told_why(self, house: House, wales: dict[str, Any]) -> None:
        for one in wales["documents"][0]["outcome"]["invited"]:
            if one["attendance"] == "excluded":
                del one["why"]
        assert "attendance_reason" in {code for code, _ in faults(house, wales)}


class TestTheLetter:
    @pytest.mark.parametrize("language", ["cy", "en"])
    def test_it_holds_nothing_of_another_childs_section_or_decision(
        self, house: House, wales: dict[str, Any], language: str
    ) -> None:
        case = load(house, wales)
        for child, letter in zip(CHILDREN, texts(house, wales, "letter", language), strict=True):
            for other in set(CHILDREN) - {child}:
                assert not [text for text in own(case, other) if text in letter]

    def test_it_holds_this_childs_decision_and_no_other(self, house: House, wales: dict[str, Any]) -> None:
        first, second, third = texts(house, wales, "letter")
        assert "We decided to put your name on a list of children who need help to be safe." in first
        assert "We decided that your name does not need to be on a list called the child protection register." in second
        assert "We decided that you do not need a plan to keep you safe." in third
        assert [letter.count("We decided") for letter in (second, third)] == [2, 2]

    def test_what_the_meeting_said_among_adults_stays_in_the_record(self, house: House, wales: dict[str, Any]) -> None:
        decision = wales["documents"][0]["outcome"]["decisions"][0]
        letter = texts(house, wales, "letter")[0]
        for field in ("views", "dissent"):
            assert not [one for one in decision[field] if one["says"]["en"] in letter]
        assert decision["at_risk"]["evidence"]["en"] not in letter
        assert "physical" not in letter
        assert "emotional" not in letter
        assert not [value for value in ConferenceDecision if f" {value} " in letter and "-" in value]

    def test_it_is_the_chairs_and_the_chair_is_me(self, house: House, wales: dict[str, Any]) -> None:
        letter = texts(house, wales, "letter")[1]
        assert "My name is Marged." in letter
        assert "and me." in letter
        assert "Who: me" in letter
        assert "Who: Ffion" in letter

    def test_who_was_not_there_is_not_in_the_list(self, house: House, wales: dict[str, Any]) -> None:
        for letter in texts(house, wales, "letter"):
            there = letter.split("Who was at the meeting")[1].split("and me.")[0]
            assert "Craig" not in there
            assert "Beynon" not in there
            assert "Gwion" in there

    def test_nobody_is_blamed(self, house: House, wales: dict[str, Any]) -> None:
        assert all("None of this is your fault." in letter for letter in texts(house, wales, "letter"))

    @pytest.mark.parametrize("language", ["cy", "en"])
    @pytest.mark.parametrize("stage", ["later", "early", "middle", "teen"])
    @pytest.mark.parametrize("name", ["conference.yaml", "before-birth.yaml"])
    def test_every_decision_has_words_at_every_stage_in_both_nations(
        self, house: House, root: Path, name: str, stage: str, language: str
    ) -> None:
        data = read(root, name)
        document = data["documents"][0]
        child, plan = document["about"][0], document["outcome"]["decisions"][0]
        data["people"][child]["stage"] = stage
        said = set()
        for decision in ConferenceDecision:
            holds = "yes" if decision in ("plan", "continues", "category-changed") else "no"
            plan |= {"decision": decision.value, "categories": ["emotional"] if holds == "yes" else []}
            plan["at_risk"]["holds"] = plan["needs_plan"]["holds"] = holds
            said.add(texts(house, data, "letter", language)[0])
        assert len(said) >= len(ConferenceDecision) - 1

    def test_each_child_has_a_letter_apart(self, house: House, wales: dict[str, Any]) -> None:
        wales["documents"][0]["together"] = "yes"
        assert ("letters_apart", "documents.0.together") in faults(house, wales)


@pytest.mark.parametrize(
    "field",
    [
        "report.risk.protecting",
        "report.children.0.showed",
        "report.contributions",
        "report.goals",
        "report.scales.0.marks",
        "outcome.invited",
        "outcome.decisions",
        "outcome.decisions.0.plan",
        "outcome.decisions.0.letter",
        "conference.chair",
        "plan_views",
    ],
)
def test_whatever_is_kept_from_a_parent_their_copy_is_made_without_it(
    house: House, england: dict[str, Any], field: str
) -> None:
    # A plan's goal stands in the report too: who keeps the one back keeps the other, or the copy is refused.
    fields = [field, "report.goals"] if field.startswith("outcome.decisions") else [field]
    england["withheld"] = [
        {
            "item": f"documents.0.{one}",
            "from": ["tyler"],
            "reason": "safety",
            "because": {"en": "A reason for the file.", "cy": "Rheswm ar gyfer y ffeil."},
            "decided_by": "colin",
            "review_on": "2027-01-18",
        }
        for one in fields
    ]
    case = load(house, england)
    wanted = dystori.Wanted(parts=["report", "outcome", "letter"], reader="tyler", languages=["cy", "en"])
    assert all(house.compose(edition).contents for edition in house.editions(case, wanted))


@pytest.mark.parametrize(
    ("number", "welsh", "english"),
    [
        (1, "1 cyfarfod", "1 meeting"),
        (2, "2 gyfarfod", "2 meetings"),
        (3, "3 chyfarfod", "3 meetings"),
        (4, "4 cyfarfod", "4 meetings"),
        (6, "6 chyfarfod", "6 meetings"),
        (11, "11 cyfarfod", "11 meetings"),
    ],
)
def test_how_often_the_core_group_met_is_counted(
    house: House, wales: dict[str, Any], number: int, welsh: str, english: str
) -> None:
    """The noun after a number is singular in Welsh, and mutates after 2, 3 and 6."""
    days = [f"2026-09-{day:02d}" for day in range(1, number + 1)]
    wales["documents"][0]["conference"]["core_groups_on"] = days
    case = load(house, wales)
    for code, expected in (("cy", f"{welsh}: 1 Medi 2026"), ("en", f"{english}: 1 September 2026")):
        wanted = dystori.Wanted(parts=["report"], languages=[code])
        [report] = house.render(case, wanted, ["txt"])
        assert expected in " ".join(report.data.decode().split())


def test_every_plural_form_of_a_count_is_there(house: House) -> None:
    """None, one, two, three, six and any other number, in the order of the Welsh catalogue."""
    entries = house.languages["cy"].catalogues["conference_report"]
    found = ["".join(map(str, entries[f"core-groups-met[{place}]"].pieces[-1:])) for place in range(6)]
    assert [words.split()[-1] for words in found] == [
        "cyfarfod",
        "cyfarfod",
        "gyfarfod",
        "chyfarfod",
        "chyfarfod",
        "cyfarfod",
    ]
