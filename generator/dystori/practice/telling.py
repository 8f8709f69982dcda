"""Practice in words: what a rule asks, what would satisfy it, by whose standard; and deadlines, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dystori.findings import Finding
from dystori.practice.checking import LATE, RULES, elsewhere, rules_of
from dystori.practice.due import Due, State
from dystori.practice.profile import Profile
from dystori.practice.sources import Source
from dystori.practice.timescale import Timescale
from dystori.practice.timescales import TIMESCALES
from dystori.words import Date, Language, Name, Value

CATALOGUE = "rules"
#: Under this the rule of a finding stands in its values.
RULE = "rule"


def said(finding: Finding, words: Language) -> str:
    """Return the message of a finding of a rule; nothing where a language has no words for the rule."""
    rule = finding.values[RULE]
    if not words.has(rule, catalogue=CATALOGUE):
        return ""
    values = {"asks": _say(words, rule), "source": finding.values["source"]}
    if finding.values.get("waived"):
        return _say(words, "finding-waived", **values)
    if not words.has(f"{rule}-do", catalogue=CATALOGUE):
        return _say(words, "finding-late", **values)
    told, measure = dict(finding.values), f"measure-{finding.values.get('measure', '').replace('_', '-')}"
    if words.has(measure, catalogue=CATALOGUE):
        told["measure"] = _say(words, measure)
    return _say(words, "finding", **values, do=_say(words, finding.values.get("do", f"{rule}-do"), **told))


def help_of(rule: str, words: Language) -> tuple[str, str, list[str]]:
    """Return what a rule or timescale asks, what would satisfy it, and where each is asked."""
    own = next((one for one in RULES if one.id == rule), None)
    if own:
        return _say(words, rule), _say(words, f"{rule}-do"), [str(source) for source in own.sources]
    row = next(row for row in TIMESCALES if row.id == rule)
    return f"{_say(words, rule)}: {_limit(row, row.amount, words)}", "", [str(row.source)]


def lines_of(one: Due, words: Language) -> Iterator[str]:
    """Yield a deadline as a line, and one for each other source that says another day."""
    row = one.timescale
    values: dict[str, Value] = {
        "by": Date(one.by),
        "start": Date(one.start.on),
        "what": Name(_say(words, row.id)),
        "state": Name(_say(words, f"state-{one.state}")),
        "limit": Name(_limit(row, one.amount, words)),
        "source": Name(f"{row.source}; {_say(words, f'standing-{row.source.standing}')}"),
    }
    yield words.phrase("due-line-before" if row.before else "due-line", values, catalogue=CATALOGUE).text
    if one.working and one.state in (State.TO_COME, State.PASSED):
        yield f"    {words.phrase('due-working', {'day': Date(one.working)}, catalogue=CATALOGUE).text}"
    for other, day in one.others:
        told: dict[str, Value] = {
            "by": Date(day),
            "source": Name(f"{other.source}; {_limit(other, other.amount, words)}"),
        }
        yield f"    {words.phrase('due-other', told, catalogue=CATALOGUE).text}"


def for_a_diary(one: Due, words: Language) -> tuple[str, str]:
    """Return the name of a deadline and what stands below it: how long, by whose rule."""
    row = one.timescale
    return _say(words, row.id), f"{_limit(row, one.amount, words)}. {row.source}"


def listed(words: Language, profile: Profile | None) -> list[dict[str, Any]]:
    """Return every rule and timescale as plain data, those not looked at with the reason.

    With a profile only its own; a reason is in words, a source as it is cited.
    """
    rows = [
        {
            "id": rule.id,
            "asks": _say(words, rule.id),
            "do": _say(words, f"{rule.id}-do"),
            "severity": (profile.severity.get(rule.id, rule.severity) if profile else rule.severity).name.lower(),
            "profiles": list(rule.profiles) or ["all"],
            "team": rule.team,
            "kinds": list(rule.kinds),
            "sources": [_cited(source, words) for source in rule.sources],
            "reason": "",
        }
        for rule in (rules_of(profile) if profile else RULES)
    ]
    for scale in TIMESCALES:
        if profile is None or scale.belongs(profile):
            amount = scale.amount_under(profile) if profile else scale.amount
            rows.append(
                {
                    "id": scale.id,
                    "asks": f"{_say(words, scale.id)}: {_limit(scale, amount, words)}",
                    "severity": (profile.severity.get(scale.id, LATE) if profile else LATE).name.lower(),
                    "profiles": list(scale.profiles),
                    "sources": [_cited(scale.source, words)],
                    "reason": "",
                }
            )
    for other in elsewhere():
        belongs = set(other.profile.split(", ")) & {"all", *(profile.lineage if profile else ())}
        if profile is None or belongs:
            rows.append(
                {
                    "id": other.id,
                    "profiles": other.profile.split(", "),
                    "kinds": list(other.kinds),
                    "sources": [{"source": other.source}],
                    "reason": _say(words, f"reason-{other.reason}"),
                }
            )
    return rows


def nothing_due(words: Language) -> str:
    """Return what is said where no deadline follows."""
    return _say(words, "due-nothing")


def _cited(source: Source, words: Language) -> dict[str, str]:
    return {"source": str(source), "standing": _say(words, f"standing-{source.standing}")}


def _limit(row: Timescale, amount: int, words: Language) -> str:
    return _say(words, f"unit-{row.unit}", n=str(amount))


def _say(words: Language, key: str, **values: str) -> str:
    return words.phrase(key, {name: Name(value) for name, value in values.items()}, catalogue=CATALOGUE).text
