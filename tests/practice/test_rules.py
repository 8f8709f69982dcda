"""Each rule finds the case that lacks what it asks for, and leaves alone the one that nearly does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from dystori.editions import Wanted
from dystori.findings import Severity
from dystori.house import House
from dystori.pictures import PictureShelf
from dystori.practice import TIMESCALES, check_practice, elsewhere, ids, profile_of, rules_of
from dystori.practice.rules import nothing
from dystori.practice.sources import HOUSE
from dystori.reading import Case

ROOT = Path(__file__).parents[2]
GONE = object()
ENDING = {"en": "In words.", "cy": "Mewn geiriau."}
Changes = Mapping[str, Any]

#: The rule, the profile, the example, the changes with which it finds something, those with which it nearly does.
TABLE: list[tuple[str, str, str, Changes, Changes]] = [
    (
        "child-born-before-letter",
        "wales",
        "mali",
        {"people.mali.born": "2026-11-14"},
        {"people.mali.born": "2026-11-13"},
    ),
    (
        "happened-before-letter",
        "wales",
        "mali",
        {"documents.0.meeting.on": "2026-11-14"},
        {"documents.0.meeting.on": "2026-11-13"},
    ),
    (
        "happened-before-letter",
        "wales",
        "osian",
        {"documents.0.visits.2.on": "2026-10-06"},
        {"documents.0.visits.2.on": "2026-10-05"},
    ),
    (
        "ends-after-it-starts",
        "wales",
        "mali",
        {"documents.0.meeting.ends": "15:30"},
        {"documents.0.meeting.ends": "15:31"},
    ),
    (
        "next-is-to-come",
        "wales",
        "osian",
        {"documents.0.next_review.on": "2026-10-04"},
        {"documents.0.next_review.on": "2026-10-05"},
    ),
    (
        "next-is-to-come",
        "wales",
        "mali",
        {"documents.0.actions.0.by": "2026-11-12"},
        {"documents.0.actions.0.by": "2026-11-12", "documents.0.actions.0.status": "done"},
    ),
    (
        "next-is-to-come",
        "wales",
        "conference",
        {"documents.0.outcome.decisions.0.plan.0.actions.2.by": "2026-11-15"},
        {"documents.0.outcome.decisions.0.plan.0.actions.2.by": "2026-11-16"},
    ),
    (
        "not-on-a-bank-holiday",
        "wales",
        "osian",
        {"documents.0.next_review.on": "2027-03-29"},
        {"documents.0.next_review.on": "2027-03-30"},
    ),
    ("signed-by-practitioner", "wales", "mali", {"documents.0.signed.by": "mam"}, {"documents.0.signed.by": "rhian"}),
    (
        "no-friday-message",
        "wales",
        "mali",
        {"documents.1.copies.0.on": "2027-02-26"},
        {"documents.1.copies.0.on": "2027-02-25"},
    ),
    (
        "child-words-present",
        "wales",
        "mali",
        {"documents.0.quotes": GONE},
        {"documents.0.quotes": GONE, "documents.0.showed": [{"saw": ENDING}]},
    ),
    (
        "child-words-present",
        "wales",
        "mali",
        {"documents.1.quotes": GONE},
        {"documents.1.quotes": GONE, "documents.1.quote_reason": ENDING},
    ),
    (
        "child-words-present",
        "wales",
        "osian",
        {"documents.0.quotes": GONE},
        {"documents.0.quotes": GONE, "documents.0.took_part.0.code": "pn7"},
    ),
    (
        "seen-alone-or-reason",
        "england",
        "mali",
        {"documents.0.seen": GONE},
        {"documents.0.seen": {"seen": "no", "why_not": ENDING}},
    ),
    (
        "not-alone-discussed-with-manager",
        "sandwell",
        "mali",
        {"documents.0.seen": {"seen": "yes", "alone": "no", "why_not": ENDING}},
        {
            "documents.0.seen": {
                "seen": "yes",
                "alone": "no",
                "why_not": ENDING,
                "manager_told_on": "2026-11-13",
            }
        },
    ),
    (
        "observation-when-under-five",
        "wales",
        "mali",
        {"people.mali.born": "2021-11-14", "documents.0.observations": GONE},
        {"people.mali.born": "2021-11-13", "documents.0.observations": GONE},
    ),
    (
        "seen-and-heard-evidence",
        "wales",
        "conference",
        {"documents.0.report.children.0.seen": GONE},
        {"documents.0.report.children.0.seen": GONE, "documents.0.report.children.0.due_on": "2027-01-01"},
    ),
    (
        "direct-work-evidence-attached",
        "sandwell",
        "conference",
        {"documents.0.report.children.0.direct_work": GONE, "documents.0.report.children.0.pictures": GONE},
        {"documents.0.report.children.0.direct_work": ENDING, "documents.0.report.children.2.direct_work": ENDING},
    ),
    (
        "worries-well-different",
        "sandwell",
        "mali",
        {"documents.0.type": "direct-work", "documents.0.wishes": GONE},
        {"documents.0.type": "visit", "documents.0.wishes": GONE},
    ),
    (
        "pronouns-recorded-and-used",
        "cafcass-cymru",
        "mali",
        {"people.mali.pronouns": GONE},
        {"people.mam.pronouns": GONE},
    ),
    (
        "language-need-recorded",
        "sandwell",
        "conference",
        {"people.osian.languages.asked_on": GONE},
        {"people.mam.languages.asked_on": GONE},
    ),
    (
        "interpreter-considered-and-used",
        "sunderland",
        "osian",
        {"people.osian.languages.speaks": ["en"]},
        {"people.osian.languages.speaks": ["en", "cy"]},
    ),
    (
        "smart-action",
        "sandwell",
        "story-arm",
        {"documents.0.safety.0.actions.0.who": GONE},
        {"documents.0.safety.0.actions.0.who": GONE, "documents.0.safety.0.actions.0.who_else": ENDING},
    ),
    (
        "smart-action",
        "sunderland",
        "story-arm",
        {"documents.0.safety.0.actions.2.by": GONE},
        {"documents.0.safety.0.actions.2.by": GONE, "documents.0.safety.0.actions.2.by_words": ENDING},
    ),
    (
        "action-has-specific-date",
        "sandwell",
        "story-arm",
        {"documents.0.safety.0.actions.0.by_words": {"en": "ASAP", "cy": "bob dydd"}},
        {"documents.0.safety.0.actions.0.by_words": {"en": "as soon as possible after school", "cy": "ar ôl ysgol"}},
    ),
    (
        "action-names-family-too",
        "sandwell",
        "story-arm",
        {f"documents.0.safety.0.actions.{number}.who": ["shah"] for number in range(3)},
        {f"documents.0.safety.0.actions.{number}.who": ["shah"] for number in range(2)}
        | {"documents.0.safety.0.actions.2.who": ["shah", "mum"]},
    ),
    (
        "concern-has-action",
        "sunderland",
        "mali",
        {"documents.0.actions": GONE, "documents.0.next_meeting": GONE},
        {"documents.0.actions": GONE},
    ),
    (
        "next-steps-stated",
        "sandwell",
        "mali",
        {"documents.0.actions": GONE, "documents.0.next_meeting": GONE, "documents.0.worries": GONE},
        {"documents.0.actions": GONE, "documents.0.worries": GONE},
    ),
    (
        "danger-has-safety-goal",
        "sandwell",
        "conference",
        {"documents.0.report.goals": "a goal alone"},
        {},
    ),
    (
        "safety-goal-says-when-to-end",
        "sandwell",
        "conference",
        {"documents.0.report.goals.0.must_see": GONE},
        {"documents.0.report.goals.0.must_see": [ENDING]},
    ),
    (
        "strengths-with-worries",
        "wales",
        "mali",
        {"documents.0.going_well": GONE},
        {"documents.0.going_well": GONE, "documents.0.worries": GONE},
    ),
    (
        "strengths-with-worries",
        "england",
        "conference",
        {"documents.0.outcome.strengths": GONE},
        {"documents.0.outcome.strengths": [ENDING]},
    ),
    (
        "specific-observable-behaviour",
        "sandwell",
        "conference",
        {"documents.0.report.risk.current.0.worst_time": GONE},
        {
            f"documents.0.report.risk.current.{number}": {
                "about": ENDING,
                "impact": ENDING,
                "how_often": ENDING,
                "how_bad": ENDING,
                "last_time": ENDING,
                "worst_time": ENDING,
            }
            for number in range(3)
        },
    ),
    (
        "risk-four-parts",
        "sunderland",
        "conference",
        {"documents.0.report.risk.historical": GONE},
        {"documents.0.report.risk.enough": GONE},
    ),
    (
        "protective-factors-stated",
        "wales",
        "conference",
        {"documents.0.report.risk.enough": GONE},
        {"documents.0.report.risk.historical": GONE},
    ),
    (
        "fact-has-source",
        "wales",
        "mali",
        {"documents.0.statements.0.source": GONE},
        {"documents.0.statements.0.source": GONE, "documents.0.statements.0.nature": "opinion"},
    ),
    (
        "contingency-present",
        "sunderland",
        "story-arm",
        {"documents.0.safety.0.if_happens": GONE},
        {"documents.0.safety.0.if_happens.1": GONE},
    ),
    (
        "trigger-times-tested",
        "sandwell",
        "story-arm",
        {"documents.0.safety.0.hardest": GONE},
        {"documents.0.safety.0.hardest.1": GONE},
    ),
    (
        "plan-developed-with-family",
        "england",
        "story-arm",
        {"documents.0.agreements": GONE, "documents.0.drafts": GONE},
        {"documents.0.agreements": GONE},
    ),
    (
        "conference-two-hours",
        "wales",
        "conference",
        {"documents.0.conference.ends": "12:01"},
        {"documents.0.conference.ends": "12:00"},
    ),
    (
        "siblings-one-conference-considered",
        "wales",
        "conference",
        {"documents.0.conference.together": GONE},
        {"documents.0.conference.together": ENDING},
    ),
    (
        "report-shared-before-conference",
        "wales",
        "conference",
        {"documents.0.report.shared": GONE},
        {"documents.0.report.shared": [{"with": "mam", "why_not": ENDING}]},
    ),
    (
        "manager-approved",
        "sunderland",
        "conference",
        {"documents.0.report.approved": GONE},
        {"documents.0.report": GONE},
    ),
    (
        "genogram-present",
        "sunderland",
        "before-birth",
        {},
        {"people.ada.kin": {"parents": ["grace", "tyler"]}},
    ),
    (
        "impact-chronology-alongside",
        "wales",
        "conference",
        {"documents.0.report.chronology": GONE},
        {"documents.0.report": GONE},
    ),
    (
        "social-economic-factors",
        "wales",
        "conference",
        {"documents.0.report.circumstances": GONE},
        {"documents.0.report.parenting": GONE},
    ),
    (
        "parents-ability-considered",
        "sunderland",
        "conference",
        {"documents.0.report.parenting": GONE},
        {"documents.0.report.circumstances": GONE},
    ),
    (
        "information-weighted",
        "sunderland",
        "conference",
        {"documents.0.report.contributions.0.statements.0.weight": GONE},
        {"documents.0.report.contributions.0.statements.0.weight_why": GONE},
    ),
    (
        "professional-role-stated",
        "sunderland",
        "conference",
        {"people.huws.role": GONE},
        {"people.huws.role": GONE, "people.huws.job": ENDING},
    ),
    (
        "agency-report-from-everyone",
        "wales",
        "conference",
        {"documents.0.outcome.invited.7.report": "no"},
        {"documents.0.outcome.invited.7.report": "no", "documents.0.outcome.invited.7.why": ENDING},
    ),
    (
        "absent-views-obtained",
        "sandwell",
        "osian",
        {"documents.0.people": [{"who": "dad", "attended": "absent"}]},
        {"documents.0.people": [{"who": "dad", "attended": "absent", "note": ENDING}]},
    ),
    (
        "review-after-four",
        "wales",
        "osian",
        {"documents.0.next_review.starts": "15:59", "documents.0.next_review.chosen": GONE},
        {"documents.0.next_review.starts": "16:00", "documents.0.next_review.chosen": GONE},
    ),
    (
        "permanence-by-second-review",
        "sandwell",
        "osian",
        {"documents.0.permanence": GONE},
        {"documents.0.permanence": GONE, "documents.0.number": "1"},
    ),
    (
        "return-home-considered",
        "sunderland",
        "osian",
        {"documents.0.return_home": GONE},
        {"documents.0.return_home": GONE, "documents.0.review": "care-and-support-plan"},
    ),
    (
        "child-seen-by-reviewer",
        "sunderland",
        "osian",
        {"documents.0.took_part.0.private": GONE},
        {"documents.0.took_part.0.private": "declined"},
    ),
    (
        "meeting-planned-with-child",
        "sandwell",
        "osian",
        {"documents.0.took_part.0.planned_on": "2026-09-30"},
        {"documents.0.took_part.0.planned_on": "2026-09-29"},
    ),
    (
        "life-work-checked",
        "sandwell",
        "osian",
        {"documents.0.areas": GONE},
        {"documents.0.areas": [{"topic": "life-story", "text": ENDING}]},
    ),
    (
        "analysis-what-it-means",
        "sandwell",
        "mali",
        {"documents.0.meaning": GONE, "documents.0.observations.0.means": GONE},
        {"documents.0.meaning": GONE},
    ),
    (
        "visit-purpose-linked",
        "sunderland",
        "mali",
        {"documents.0.file.purpose_and_plan": GONE},
        {"documents.0.file.purpose_and_plan": GONE, "documents.0.type": "call"},
    ),
    (
        "environment-observed",
        "sunderland",
        "mali",
        {"documents.0.meeting.setting": "home"},
        {"documents.0.meeting.setting": "home", "documents.0.observations.0.aspect": "surroundings"},
    ),
    (
        "not-done-has-reason",
        "sunderland",
        "mali",
        {"documents.0.missed": [{"what": ENDING, "why": ENDING}]},
        {"documents.0.missed": [{"what": ENDING, "why": ENDING, "instead": ENDING}]},
    ),
    (
        "closure-has-sustainability-plan",
        "sandwell",
        "mali",
        {"documents.1.file.plan_shared_with": GONE},
        {"documents.1.file.plan_shared_with": ["mam"]},
    ),
    (
        "closure-goals-met",
        "wales",
        "mali",
        {"documents.1.outcomes": [{"wanted": ENDING, "how_far": "partly"}], "documents.1.not_finished": GONE},
        {"documents.1.outcomes": [{"wanted": ENDING, "how_far": "partly"}]},
    ),
    (
        "closure-contact-and-signposts",
        "wales",
        "mali",
        {
            "documents.1.helpers": [{"who": "khan", "what_for": ENDING}],
            "people.khan.phone": GONE,
            "people.khan.email": GONE,
        },
        {"documents.1.helpers": [{"who": "khan", "what_for": ENDING, "how": ENDING}]},
    ),
    (
        "closure-feedback-route",
        "england",
        "mali",
        {"organisation.complaints": GONE},
        {"organisation.advocacy": GONE},
    ),
    (
        "due-core-group-sandwell",
        "sandwell",
        "conference",
        {"documents.0.outcome.core_group_on": "2026-11-27"},
        {"documents.0.outcome.core_group_on": "2026-11-26"},
    ),
    (
        "due-later-reviews",
        "sunderland",
        "osian",
        {"documents.0.next_review.on": "2027-03-30"},
        {"documents.0.next_review.on": "2027-03-29"},
    ),
    (
        "due-case-record",
        "sunderland",
        "mali",
        {"documents.0.date": "2026-11-18", "documents.0.file.written_on": "2026-11-18"},
        {
            "documents.0.date": "2026-11-18",
            "documents.0.file.written_on": "2026-11-18",
            "documents.0.file.why_late": ENDING,
        },
    ),
]


def _row(row: Mapping[str, Any]) -> tuple[str, str, str, Changes, Changes]:
    """Return a row of ``rows.yaml`` as those of the table above."""
    trips, nearly = (
        {path: GONE if value == "gone" else value for path, value in row[name].items()} for name in ("trips", "nearly")
    )
    return row["rule"], row["profile"], row["example"], trips, nearly


TABLE += [_row(row) for row in yaml.load((Path(__file__).parent / "rows.yaml").read_text("utf-8"), yaml.BaseLoader)]


def changed(example: str, changes: Changes) -> dict[str, Any]:
    data = yaml.load((ROOT / "examples" / f"{example}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    if changes.get("documents.0.report.goals") == "a goal alone":
        data["documents"][0]["report"]["goals"].append({"goal": ENDING, "must_see": [ENDING]})
        return dict(data)
    for path, value in changes.items():
        here: Any = data
        steps: list[Any] = [int(step) if step.isdigit() else step for step in path.split(".")]
        *above, last = steps
        for step in above:
            here = here[step] if isinstance(here, list) else here.setdefault(step, {})
        if value is GONE:
            if isinstance(here, list) or last in here:
                del here[last]
        else:
            here[last] = value
    return dict(data)


def loaded(house: House, data: Mapping[str, Any]) -> Case:
    return house.load(data, PictureShelf(ROOT / "examples"))


def found(house: House, data: Mapping[str, Any], profile: str) -> list[str]:
    case = loaded(house, data)
    # The rules of a place are tried on whatever example has what they look at.
    kept = replace(profile_of(case, profile), calendar=case.file.nation.value)
    made = check_practice(case, kept, range(len(case.file.documents)), frozenset())
    return [one.values["rule"] for one in made if "rule" in one.values and "waived" not in one.values]


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_a_rule_finds_what_it_asks_for_and_leaves_alone_what_nearly_lacks_it(
    house: House, row: tuple[str, str, str, Changes, Changes]
) -> None:
    rule, profile, example, trips, nearly = row
    assert rule in found(house, changed(example, trips), profile)
    assert rule not in found(house, changed(example, nearly), profile)


def test_every_rule_stands_in_the_table() -> None:
    reads_the_case = {rule.id for rule in rules_of(None) if rule.check is not nothing}
    assert reads_the_case <= {row[0] for row in TABLE}


@pytest.mark.parametrize("rule", [rule.id for rule in rules_of(None)])
def test_every_rule_has_a_source_and_its_words_in_every_language(house: House, rule: str) -> None:
    assert next(one for one in rules_of(None) if one.id == rule).sources
    for language in house.languages.codes:
        words = house.languages[language]
        assert words.has(rule, catalogue="rules")
        assert words.has(f"{rule}-do", catalogue="rules")


def test_no_rule_is_both_looked_at_and_listed_as_not_looked_at() -> None:
    others = [rule.id for rule in elsewhere()]
    assert not ids() & set(others)
    assert len(others) == len(set(others))


#: How many rules and how many timescales the five source documents have between them, as they were read.
ASKED, LIMITS = 251, 120
#: What a source asks in its list of words alone.
OF_WORDS = {"children-we-care-for", "victim-survivor", "child-friendly-language", "abbreviation-explained"}


def test_every_rule_of_the_sources_is_looked_at_or_listed_with_its_reason() -> None:
    own = {rule.id for rule in rules_of(None) if set(rule.sources) != {HOUSE}}
    others = {rule.id for rule in elsewhere() if not rule.id.startswith("due-")}
    assert len((own | others) - OF_WORDS) == ASKED


def test_every_timescale_of_the_sources_is_counted_or_listed_with_its_reason() -> None:
    others = {rule.id for rule in elsewhere() if rule.id.startswith("due-")}
    assert len({row.of or row.id for row in TIMESCALES} | others) == LIMITS


def test_what_is_not_looked_at_has_a_reason_in_words_in_every_language(house: House) -> None:
    for reason in {rule.reason for rule in elsewhere()}:
        assert all(house.languages[code].has(f"reason-{reason}", catalogue="rules") for code in house.languages.codes)


def test_a_rule_of_another_place_says_nothing(house: House) -> None:
    data = changed("mali", {"documents.1.file.plan_shared_with": GONE})
    assert "closure-has-sustainability-plan" not in found(house, data, "wales")


def test_a_waived_rule_still_shows_as_advice_and_says_nobody_by_name(house: House) -> None:
    data = changed("mali", {"documents.0.quotes": GONE})
    data["waived"] = [{"rule": "child-words-present", "because": ENDING, "decided_by": "rhian"}]
    case = loaded(house, data)
    made = list(check_practice(case, profile_of(case, None), [0, 1], frozenset()))
    (one,) = [one for one in made if one.values.get("rule") == "child-words-present"]
    assert (one.severity, one.values["waived"]) == (Severity.ADVICE, "yes")
    for language in house.languages.codes:
        assert (
            str(next(one for id_, one in case.file.people.items() if id_ == "rhian").name)
            not in house.say(one, language).message
        )


def test_a_waiver_for_one_document_does_not_cover_another(house: House) -> None:
    data = changed("mali", {"documents.0.quotes": GONE, "documents.1.quotes": GONE})
    data["waived"] = [
        {
            "rule": "child-words-present",
            "document": data["documents"][1]["id"],
            "because": ENDING,
            "decided_by": "rhian",
        }
    ]
    assert found(house, data, "wales").count("child-words-present") == 1


def test_a_waiver_of_a_rule_that_is_not_there_is_told(house: House) -> None:
    data = changed("mali", {})
    data["waived"] = [{"rule": "nobody-asks-this", "because": ENDING, "decided_by": "rhian"}]
    case = loaded(house, data)
    assert [one.code for one in check_practice(case, profile_of(case, None), [], frozenset())] == ["waiver_unknown"]


def test_a_finding_says_what_to_do_what_is_asked_and_by_whom_and_no_value(house: House) -> None:
    case = loaded(house, changed("mali", {"documents.0.statements.0.source": GONE}))
    made = check_practice(case, replace(profile_of(case, "sandwell"), calendar="wales"), [0], frozenset())
    (one,) = [one for one in made if one.values["rule"] == "fact-has-source"]
    said = house.say(one, "en").message
    assert said.startswith("Give by or source.")
    assert "Sandwell Children’s Trust Practice Standards (2025), Front Door" in said
    assert one.place.path == "documents.0.statements.0"
    assert str(next(one for id_, one in case.file.people.items() if id_ == "mali").known_as) not in said


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_file_says_which_rule_is_set_aside_why_and_by_whom_and_no_other_copy_does(
    house: House, language: str
) -> None:
    data = changed("mali", {"documents.0.quotes": GONE})
    data["waived"] = [
        {"rule": "child-words-present", "because": ENDING, "decided_by": "rhian", "decided_on": "2026-11-13"}
    ]
    case, asks = (
        loaded(house, data),
        house.languages[language].phrase("child-words-present", {}, catalogue="rules").text,
    )

    def text(part: str) -> str:
        wanted = Wanted(documents=[data["documents"][0]["id"]], parts=[part], languages=[language])
        return " ".join("".join(made.data.decode() for made in house.render(case, wanted, ["txt"])).split())

    strip = text("file-strip")
    assert asks in strip
    (kept,) = house.render(
        case, Wanted(documents=["visit-november"], parts=["file-strip"], languages=[language]), ["txt"]
    )
    assert kept.manifest["set_aside"] == ["child-words-present"]
    assert ENDING[language].rstrip(".") in strip
    assert {"cy": "13 Tachwedd 2026", "en": "13 November 2026"}[language] in strip
    assert asks not in text("letter")


def test_who_agreed_to_sharing_stands_in_the_file_and_in_no_letter(house: House) -> None:
    case = loaded(house, changed("before-birth", {}))

    def text(part: str) -> str:
        made = house.render(case, Wanted(parts=[part], languages=["en"]), ["txt"])
        return " ".join("".join(one.data.decode() for one in made).split())

    file = text("outcome")
    assert "What the police know about the debt, with the conference." in file
    assert (
        "did not agree, 6 October 2026. Shared all the same: Ada could be hurt if the conference did not know" in file
    )
    assert "Decided by Colin Marsh." in file
    assert "What the police know" not in text("letter")


def test_a_copy_for_the_family_says_nothing_of_consent_or_of_rules_set_aside(house: House) -> None:
    case = loaded(house, changed("before-birth", {}))
    made = house.render(case, Wanted(parts=["outcome"], languages=["en"], reader="grace"), ["txt"])
    assert "What the police know about the debt" not in "".join(one.data.decode() for one in made)
