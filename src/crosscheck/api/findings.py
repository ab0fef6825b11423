"""Findings as immutable objects with the names of the JSON output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any

from crosscheck import model
from crosscheck.model import Decision, DraftStatus, Kind, Stance, Status, Verdict
from crosscheck.outputs.entries import entry_record
from crosscheck.outputs.json import finding_record, line_record

Bounds = tuple[int | float | str | None, int | float | str | None]
"""Low and high: numbers, or ISO 8601 dates of which the high one lies outside; None is an open end."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim on a side of a finding. `claim` is its full id; `derived` ones name what they follow from.

    `wrong`: a decision found it wrong.
    """

    claim: str
    source: str
    value: str
    quote: str
    when: str | None = field(repr=False)
    scope: Mapping[str, str] = field(repr=False)
    said_by: str | None
    stance: Stance
    derived: bool = field(repr=False)
    url: str | None = field(repr=False)
    file: str = field(repr=False)
    line: int = field(repr=False)
    column: int = field(repr=False)
    follows_from: tuple[str, ...] = field(default=(), repr=False)
    wrong: bool = field(default=False, repr=False)


@dataclass(frozen=True, slots=True)
class OtherClaim(Claim):
    """A claim that one of a draft meets, and what the two are to each other, None if rules find nothing."""

    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class SharedValue:
    """A value that witnesses share, in its narrowest wording."""

    text: str
    witnesses: int


@dataclass(frozen=True, slots=True)
class ListedItem:
    """An item: how many claims speak of it, of how many sources, and the values that witnesses share."""

    subject: str
    attribute: str
    scope: Mapping[str, str]
    kind: Kind = field(repr=False)
    claims: int
    sources: int
    shared: tuple[SharedValue, ...]

    @staticmethod
    def of(entry: model.ItemEntry) -> ListedItem:
        """The item as its JSON record has it."""
        record = entry_record(entry)
        shared = tuple(SharedValue(**value) for value in record["shared"])
        return ListedItem(
            **{**record, "kind": entry.item.kind, "scope": MappingProxyType(record["scope"]), "shared": shared}
        )


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """What a claim of a draft is told. `others` are the claims that it meets, `nearest` the items that it may mean."""

    claim: str
    subject: str
    attribute: str
    scope: Mapping[str, str] = field(repr=False)
    value: str
    when: str | None = field(repr=False)
    status: DraftStatus
    fails: bool
    message: str
    findings: tuple[str, ...] = field(repr=False)
    others: tuple[OtherClaim, ...] = field(repr=False)
    nearest: tuple[ListedItem, ...] = field(repr=False)
    file: str = field(repr=False)
    line: int = field(repr=False)
    column: int = field(repr=False)

    @staticmethod
    def of(line: model.DraftLine) -> DraftClaim:
        """The line as its JSON record has it."""
        record = line_record(line)
        record.update(
            status=line.status,
            scope=MappingProxyType(record["scope"]),
            findings=line.findings,
            others=tuple(map(_other, record["others"])),
            nearest=tuple(map(ListedItem.of, line.nearest)),
        )
        return DraftClaim(**record)


@dataclass(frozen=True, slots=True)
class Side:
    """Claims that agree: what their readings have in common, in `unit`; None for kinds without an axis.

    `more` is how many claims the side has besides the first thousand, which are `claims`. `wrong`: a decision found
    it wrong.
    """

    stated: Bounds | None
    allowed: Bounds | None
    unit: str | None
    text: str
    claims: tuple[Claim, ...]
    more: int = field(default=0, repr=False)
    wrong: bool = field(default=False, repr=False)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a person decided of a finding; `made_of` is another finding's id, if it was made of that one.

    `note` says why it still holds, where that needs saying.
    """

    decision: Decision
    wrong: tuple[str, ...]
    reason: str
    by: str
    on: str
    expires: str | None
    verdict: Verdict
    fingerprint: str
    seen: tuple[str, ...] = field(repr=False)
    reopened_because: str | None
    note: str | None = field(default=None, repr=False)
    made_of: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found of one item. `status` is None of an agreement, `resolution` where nobody has decided.

    `left` says what still waits for a decision where one side was found wrong, `folded` are the ids of findings that
    only repeat this one.
    """

    id: str
    fingerprint: str = field(repr=False)
    rule: str = field(repr=False)
    code: str = field(repr=False)
    verdict: Verdict
    severity: str = field(repr=False)
    status: Status | None
    fails: bool = field(repr=False)
    subject: str
    attribute: str
    scope: Mapping[str, str]
    message: str
    explanations: tuple[str, ...] = field(repr=False)
    sides: tuple[Side, ...] = field(repr=False)
    resolution: Resolution | None = field(repr=False)
    left: str | None = field(default=None, repr=False)
    folded: tuple[str, ...] = field(default=(), repr=False)

    @staticmethod
    def of(finding: model.Finding) -> Finding:
        """The finding as its JSON record has it."""
        record = finding_record(finding.shortened())
        record.update(
            verdict=finding.verdict,
            status=finding.status,
            scope=MappingProxyType(record["scope"]),
            explanations=finding.explanations,
            folded=tuple(record.get("folded", ())),
            sides=tuple(map(_side, record["sides"])),
            resolution=None if record["resolution"] is None else _resolution(record["resolution"]),
        )
        return Finding(**record)


def _side(record: dict[str, Any]) -> Side:
    bounds = {key: None if record[key] is None else tuple(record[key]) for key in ("stated", "allowed")}
    return Side(**{**record, **bounds, "claims": tuple(map(_claim, record["claims"]))})


def _claim(record: dict[str, Any]) -> Claim:
    made = {**record, "scope": MappingProxyType(record["scope"]), "stance": Stance(record["stance"])}
    return Claim(**{**made, "follows_from": tuple(record.get("follows_from", ()))})


def _other(record: dict[str, Any]) -> OtherClaim:
    verdict = record["verdict"]
    made = _claim({key: value for key, value in record.items() if key != "verdict"})
    keys = {each.name: getattr(made, each.name) for each in fields(made)}
    return OtherClaim(**keys, verdict=None if verdict is None else Verdict(verdict))


def _resolution(record: dict[str, Any]) -> Resolution:
    enums = {"decision": Decision(record["decision"]), "verdict": Verdict(record["verdict"])}
    return Resolution(**{**record, **enums, "wrong": tuple(record["wrong"]), "seen": tuple(record["seen"])})
