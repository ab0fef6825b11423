"""What is found and decided: verdicts, sides, findings, resolutions, results; and what rules are made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING, Any

from crosscheck.immutable import immutable
from crosscheck.model.claims import Claim, Item, Row, Source
from crosscheck.model.readings import Interval, ReadingSettings
from crosscheck.problems import Position, Problem
from crosscheck.vocabulary import Names

if TYPE_CHECKING:
    from crosscheck.model.drafts import DraftLine, DraftStatus


class Severity(IntEnum):
    NONE = 0
    NOTE = 1
    WARNING = 2
    ERROR = 3


class Verdict(StrEnum):
    """What a finding says of its item, the most serious first."""

    CONTRADICTION = "contradiction"
    TENSION = "tension"
    DISPUTE = "dispute"
    SUPERSEDED = "superseded"
    AGREEMENT = "agreement"
    REMARK = "remark"

    @property
    def severity(self) -> Severity:
        return _SEVERITY[self]

    @property
    def strength(self) -> int:
        """Greater is stronger: a decision on a weaker verdict does not hold for a stronger one."""
        return -list(Verdict).index(self)


_SEVERITY = {
    Verdict.CONTRADICTION: Severity.ERROR,
    Verdict.TENSION: Severity.WARNING,
    Verdict.DISPUTE: Severity.NOTE,
    Verdict.SUPERSEDED: Severity.NOTE,
    Verdict.REMARK: Severity.NOTE,
    Verdict.AGREEMENT: Severity.NONE,
}


CONFLICTS = (Verdict.CONTRADICTION, Verdict.TENSION)
"""What waits for a decision."""

DIFFERENCES = (*CONFLICTS, Verdict.DISPUTE)
"""What cannot all be right."""


@immutable
class Side:
    """Rows that agree among themselves; `stated` and `allowed` are what their readings have in common.

    A side of claims that dispute a value has `denies` set: its rows say that the value is not so. `own` are the rows
    that stand on no other side (all rows, if each stands on another one too); they speak for it, and `text` is the
    narrowest value of theirs. `more` is how many claims the side has besides those in `rows`; `shortened` sets it.
    """

    rows: tuple[Row, ...]
    own: tuple[Row, ...]
    stated: Interval | None
    allowed: Interval | None
    text: str
    denies: bool = False
    more: int = 0

    def shortened(self, kept: str = "") -> Side:
        """The side as outputs print it: its first `PRINTED_CLAIMS` claims, one a witness first, and how many `more`.

        Rules and decisions see the whole side. The claims that are left stay in their order; `kept` is the id of one
        that is among them in any case.
        """
        more = sum(row.others for row in self.rows)
        if self.more or (len(self.rows) <= PRINTED_CLAIMS and not more):
            return self
        first_of_witness: dict[str, Row] = {}
        for row in self.rows:
            first_of_witness.setdefault(row.witness, row)
        head = [row for row in self.rows if row.claim.id == kept]
        ranked = dict.fromkeys(row.claim.id for row in (*head, *self.own[:1], *first_of_witness.values(), *self.rows))
        printed = set(islice(ranked, PRINTED_CLAIMS))
        rows, own = (tuple(row for row in of if row.claim.id in printed) for of in (self.rows, self.own))
        return replace(self, rows=rows, own=own, more=more + len(self.rows) - len(rows))


PRINTED_CLAIMS = 1000
"""So many claims of a side are printed."""


class Decision(StrEnum):
    SOURCE_WRONG = "source_wrong"
    ALL_WRONG = "all_wrong"
    BOTH_RIGHT = "both_right"
    OUR_ERROR = "our_error"
    UNSURE = "unsure"


READER = 2
"""The version of the reader of values: what sides say by one is not compared with what they say by another."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a person decided of a finding; dates are ISO 8601 days.

    `wrong` are ids of claims, and of sources for all that they claim. `reader` is the version of the reader by which
    the fingerprint was made.
    """

    finding: str
    item: str
    verdict: Verdict
    fingerprint: str
    seen: tuple[str, ...]
    decision: Decision
    reason: str
    by: str
    on: str
    wrong: tuple[str, ...] = ()
    expires: str | None = None
    reader: int = 1
    at: Position = field(default=Position("resolutions.yaml"), compare=False)

    def blames(self, claim: Claim) -> bool:
        """Whether a claim is among what was found wrong, or follows from what was."""
        return any(self.blames_id(id) for id in (claim.id, *claim.follows_from))

    def blames_id(self, id: str) -> bool:
        """The same of the id of a claim."""
        return id in self.wrong or id.partition("/")[0] in self.wrong

    def has_expired(self, today: str) -> bool:
        """Whether the last day on which it holds is before `today`."""
        return self.expires is not None and today > self.expires


class Status(StrEnum):
    NEW = "new"
    REOPENED = "reopened"
    OPEN = "open"
    RESOLVED = "resolved"


class Change(StrEnum):
    """What a finding is to an earlier run."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Earlier:
    """A finding of an earlier run, as far as a comparison needs it; `item` is its title, `seen` a line a side."""

    id: str
    fingerprint: str
    verdict: Verdict
    item: str
    message: str
    seen: tuple[str, ...] = ()
    reader: int = 1


@immutable
class Finding:
    """What a rule found of an item. Rules leave the last group to judging, to settling and to comparing.

    `identity_key` tells apart the findings of one rule on one item, in their ids: "" for a conflict of the item, the id
    of a claim for what is said of that claim. It holds nothing that changes with the wording of claims.

    `distance` is the part of the message that says how far apart the sides are, for whoever shows what they say beside
    it. `close_names` are the pairs of different names, as `Names.key` has them, that a remark takes for one.

    `folded` are findings that only repeat this one: they are not reported, and what was decided of them is passed on.

    `wrong` are the claims on its sides that a decision found wrong; `left` says what the others still disagree on,
    where that waits for a decision. `is_passed_on`: the resolution was made of another finding, and settles this one
    as well. `note` is for whoever reads the decision. `change` is None unless the run is compared with an earlier one,
    and of an agreement; `before` is what the earlier run had of one that has changed. `drafted` is the id of the
    draft's first claim in it, where a draft is checked: there outputs show it.
    """

    rule: str
    code: str
    verdict: Verdict
    item: Item
    sides: tuple[Side, ...]
    message: str
    explanations: tuple[str, ...] = ()
    identity_key: Any = ""
    distance: str = ""
    close_names: frozenset[tuple[str, str]] = frozenset()

    id: str = ""
    fingerprint: str = ""
    folded: tuple[Finding, ...] = ()
    status: Status | None = None
    status_reason: str = ""
    resolution: Resolution | None = None
    is_passed_on: bool = False
    wrong: frozenset[str] = frozenset()
    left: str = ""
    note: str = ""
    fails: bool = False
    change: Change | None = None
    before: Earlier | None = None
    drafted: str = ""

    @property
    def first(self) -> Row:
        """The row at whose place a format that knows one place only shows the finding."""
        return self.rows[self.drafted] if self.drafted else self.sides[0].rows[0]

    @property
    def rows(self) -> dict[str, Row]:
        """The rows of all sides, by the id of their claims."""
        return {row.claim.id: row for side in self.sides for row in side.rows}

    @property
    def own_resolution(self) -> Resolution | None:
        """The resolution of this very finding."""
        return None if self.is_passed_on else self.resolution

    def is_wrong(self, side: Side) -> bool:
        """Whether a side was found wrong: all claims that speak for it."""
        return all(row.claim.id in self.wrong for row in side.own)

    def shortened(self) -> Finding:
        """The finding as outputs print it: see `Side.shortened`."""
        sides = tuple(side.shortened(self.drafted) for side in self.sides)
        is_whole = all(one is other for one, other in zip(sides, self.sides, strict=True))
        return self if is_whole else replace(self, sides=sides)


Without = Callable[[Finding, Callable[[Row], bool]], Finding | None]
"""What is left of a finding without the rows of which something is true; None if that is no conflict."""


def _nothing_left(finding: Finding, leave_out: Callable[[Row], bool]) -> Finding | None:  # noqa: ARG001
    return None


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found, all that an output prints.

    `summary` counts as the JSON output documents; `quotes` are how many were checked against their texts, and how many
    there are, None where there is no folder of texts. `settings` are those that the result depends on. `gone` are
    findings of the earlier run that it was compared with, if it was, and that are no longer found. `names` and
    `without` settle its findings by other decisions: the names of the workspace, and what the rule of a finding still
    finds if some claims are left out. `around` has, by claim, what stands before and after its quote in the reader's
    own copy of the text, if there is one. `unread` has the values of tables that cannot be read, where the settings
    leave these out. `draft` has a line for each claim of the draft, if one is checked; where it has only those that
    fail, `draft_counts` counts all of them by status. `ran` are the rule modules of the workspace that were run,
    `not_run` those that were not. `notes` are for whoever runs the check.
    """

    findings: tuple[Finding, ...]
    summary: Mapping[str, int]
    sources: Mapping[str, Source]
    claims: Iterable[Claim] = ()
    stale: tuple[Resolution, ...] = ()
    quotes: tuple[int, int] | None = None
    settings: Mapping[str, str] = field(default_factory=dict)
    gone: tuple[Earlier, ...] = ()
    around: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    unread: tuple[Problem, ...] = ()
    draft: tuple[DraftLine, ...] | None = None
    draft_counts: Mapping[DraftStatus, int] | None = None
    ran: tuple[str, ...] = ()
    not_run: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    names: Names = field(default_factory=Names, compare=False, repr=False)
    without: Without = field(default=_nothing_left, compare=False, repr=False)

    @property
    def claims_hash(self) -> str:
        """SHA-256 over what the claims say, whatever files they stand in."""
        digest = hashlib.sha256()
        for claim in self.claims:
            digest.update(repr(claim.content).encode())
        return digest.hexdigest()


OptionValue = int | Fraction


@dataclass(frozen=True, slots=True)
class Option:
    """A number of a rule that a workspace may set, such as `alike` in `[rules.XC403]` of crosscheck.toml.

    Only whole numbers are accepted where `default` is one; both bounds are. `meaning` is one line.
    """

    name: str
    default: OptionValue
    least: OptionValue
    most: OptionValue
    meaning: str


@dataclass(frozen=True, slots=True)
class Rule:
    """The metadata of a rule module.

    `suspects_only`: `check` finds nothing but agreements on items of which docs/archives.md does not call anything
    suspect, so it need not see these items of an archive. Without it, `check` sees every item.
    """

    code: str
    name: str
    since: str
    options: tuple[Option, ...] = ()
    suspects_only: bool = False


@dataclass(frozen=True, slots=True)
class Policy:
    """What a rule may know beside its item: the sources by id, the terms of the workspace, how values are read.

    `options` has what crosscheck.toml sets of rules, by code and name. Agreements and superseded values that are less
    severe than `least` are only counted: a finding of one may be bare, without sides and message.
    """

    sources: Mapping[str, Source]
    terms: Names
    settings: ReadingSettings = ReadingSettings()
    options: Mapping[str, Mapping[str, OptionValue]] = field(default_factory=dict)
    least: Severity = Severity.NONE

    def option(self, rule: Rule, name: str) -> OptionValue:
        """An option of a rule as the workspace sets it, else its default."""
        (known,) = (option for option in rule.options if option.name == name)
        return self.options.get(rule.code, {}).get(name, known.default)


DIGITS = 12


def finding_id(*, code: str, subject: str, attribute: str, scope: Iterable[tuple[str, str]], identity_key: Any) -> str:
    """The id of a finding; the names of its item are normalised. What the finding says is not in it."""
    content = [code, subject, attribute, sorted([key, value] for key, value in scope), identity_key]
    return f"{code}-{_digest(content)}"


def fingerprint(finding: Finding) -> str:
    """What the sides say: of each, the widest stated reading of the claims that stand on it only.

    A remark is about its first side; what it points at beside that may change.
    """
    sides = finding.sides[:1] if finding.verdict is Verdict.REMARK else finding.sides
    # Sides of lists may hold names or their number: texts and truth values do not compare.
    said = sorted((_said_by(side) for side in sides), key=lambda parts: [(type(part).__name__, part) for part in parts])
    return _digest(said)


def first_of_each_reading(rows: Iterable[Row]) -> list[Row]:
    """The first row of each reading: thousands may share one, and what follows from a reading is the same for them."""
    found: dict[int, Row] = {}
    for row in rows:
        found.setdefault(id(row.reading), row)
    return list(found.values())


def _said_by(side: Side) -> list[Any]:
    widest = min(first_of_each_reading(side.own), key=_by_width)
    stated = widest.reading.stated
    if stated is None:
        return [side.denies, *widest.reading.terms]
    ends = ["" if end is None else str(end) for end in (stated.low, stated.high)]
    direction = widest.reading.direction
    return [side.denies, *ends, stated.low_in, stated.high_in, *([direction] if direction else [])]


def _by_width(row: Row) -> tuple[Any, ...]:
    """The widest first; of equally wide ones the lowest."""
    stated = row.reading.stated
    if stated is None:
        return (row.reading.terms,)
    is_open, width = stated.width
    return (not is_open, -width, stated.low is not None, stated.sort_key())


def _digest(content: Any) -> str:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]
