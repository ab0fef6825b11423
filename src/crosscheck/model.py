"""The values that everything else passes around: intervals, readings, claims, items, findings, decisions."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from fractions import Fraction
from typing import Any, Protocol

from crosscheck.problems import Position

Scope = tuple[tuple[str, str], ...]
"""Qualifiers as sorted (key, value) pairs."""


class Kind(StrEnum):
    """What an attribute measures. The first six have an axis, on which readings are intervals."""

    DATE = "date"
    MONEY = "money"
    COUNT = "count"
    SHARE = "share"
    DURATION = "duration"
    QUANTITY = "quantity"
    CATEGORY = "category"
    NAMES = "names"
    QUOTATION = "quotation"

    @property
    def has_axis(self) -> bool:
        return self not in (Kind.CATEGORY, Kind.NAMES, Kind.QUOTATION)

    @property
    def phrase(self) -> str:
        """The kind in a sentence: "a date", "money"."""
        return self.value if self is Kind.MONEY else "a list of names" if self is Kind.NAMES else f"a {self.value}"


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval of one axis; `low_in`, `high_in` say whether an end belongs to it.

    None is an open bound; then its flag keeps the default, so that equal intervals are equal.
    """

    low: Fraction | None
    high: Fraction | None
    low_in: bool = True
    high_in: bool = False

    @property
    def is_open_ended(self) -> bool:
        return self.low is None or self.high is None

    def meets(self, other: Interval) -> bool:
        """True if the two share at least one point."""
        return not (self._ends_before(other) or other._ends_before(self))

    def _ends_before(self, other: Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and not (self.high_in and other.low_in))

    def holds(self, other: Interval) -> bool:
        """True if every point of `other` lies inside."""
        return self.hull(other) == self

    def intersection(self, other: Interval) -> Interval:
        """What two intervals that meet have in common."""
        low = self if _begins_later(self, other) else other
        high = self if _ends_earlier(self, other) else other
        return Interval(low.low, high.high, low.low_in, high.high_in)

    def hull(self, other: Interval) -> Interval:
        """The narrowest interval that holds both."""
        low = other if _begins_later(self, other) else self
        high = other if _ends_earlier(self, other) else self
        return Interval(low.low, high.high, low.low_in, high.high_in)

    def sort_key(self) -> tuple[Any, ...]:
        """Lower ends first, then lower upper ends; open ends are the outermost."""
        low = (0, 0, 0) if self.low is None else (1, self.low, not self.low_in)
        high = (1, 0, 0) if self.high is None else (0, self.high, self.high_in)
        return (*low, *high)


def _begins_later(a: Interval, b: Interval) -> bool:
    if a.low is None or b.low is None:
        return b.low is None
    return a.low > b.low or (a.low == b.low and not a.low_in)


def _ends_earlier(a: Interval, b: Interval) -> bool:
    if a.high is None or b.high is None:
        return b.high is None
    return a.high < b.high or (a.high == b.high and not a.high_in)


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of a text and what the reader took it for."""

    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a value means.

    `dimension` names the axis (`date`, `count`, `share`, `day`, an ISO 4217 currency, an SI unit such as `kg/s`); two
    readings are compared only on one axis. `nominal` is the figure as written, before any widening. Kinds without an
    axis have `terms` instead of intervals.
    """

    kind: Kind
    dimension: str
    stated: Interval | None
    allowed: Interval | None
    nominal: Fraction | None = None
    terms: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    grain: str = ""
    """Dates only: the calendar unit of the written precision (`year`, `month`, `day` …)."""


class OverTime(StrEnum):
    """How the values of an attribute behave as time passes."""

    FIXED = "fixed"
    CHANGES = "changes"
    ACCUMULATES = "accumulates"


@dataclass(frozen=True, slots=True)
class Attribute:
    """What an attribute measures and how its values are compared; `unit` None is the axis's own unit."""

    name: str
    kind: Kind | None = None
    unit: str | None = None
    over_time: OverTime = OverTime.FIXED
    separated_by: tuple[str, ...] = ()
    tolerance: str | None = None
    was: tuple[str, ...] = ()
    at: Position = Position("rules/attributes.yaml")


class Stance(StrEnum):
    ASSERTS = "asserts"
    REPORTS = "reports"
    DISPUTES = "disputes"


@dataclass(frozen=True, slots=True)
class Source:
    """An article or a data set that makes claims."""

    id: str
    at: Position
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    archived: str | None = None
    retrieved: str | None = None
    language: str = "en"
    copies: tuple[str, ...] = ()
    text: str | None = None
    sha256: str | None = None

    @property
    def label(self) -> str:
        return self.publisher or self.id


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source says of one attribute of one subject, as curated.

    `locate` gives the line and column of the value of a key in `file`, and raises KeyError for a key that is absent.
    """

    id: str
    source: str
    subject: str
    attribute: str
    value: str | tuple[str, ...]
    file: str
    locate: Callable[[str], tuple[int, int]] = field(compare=False, repr=False)
    quote: str | None = None
    read_as: str | None = None
    scope: Scope = ()
    when: str | None = None
    relative_to: str | None = None
    said_by: str | None = None
    stance: Stance = Stance.ASSERTS
    exhaustive: bool = False
    url: str | None = None
    note: str | None = None

    @property
    def at(self) -> Position:
        """Where the value stands."""
        return self.place("value")

    def place(self, key: str) -> Position:
        """Where the value of `key` stands, else the claim's value."""
        try:
            return Position(self.file, *self.locate(key))
        except KeyError:
            return Position(self.file, *self.locate("value"))

    @property
    def content(self) -> tuple[object, ...]:
        """All that the claim says, without where it stands."""
        return (self.id, self.subject, self.attribute, self.value, self.quote, self.read_as, self.scope, self.when,
                self.relative_to, self.said_by, self.stance.value, self.exhaustive)  # fmt: skip

    @property
    def text(self) -> str:
        """The value as written, on one line."""
        return self.value if isinstance(self.value, str) else ", ".join(self.value)

    @property
    def reported(self) -> bool:
        """True if the source only passes on what somebody else says."""
        return self.stance is Stance.REPORTS or (self.said_by is not None and self.stance is Stance.DISPUTES)


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with what its words mean: one row of the frame, and all that a rule sees of it.

    `when` is the time that the value speaks of: as written, else the publication of its source, else None.
    `softening` are the scope pairs that do not separate items.
    """

    claim: Claim
    reading: Reading
    when: Interval | None
    when_written: bool
    softening: Scope
    speaker: str
    witness: str

    @property
    def stated(self) -> Interval:
        assert self.reading.stated is not None
        return self.reading.stated

    @property
    def allowed(self) -> Interval:
        assert self.reading.allowed is not None
        return self.reading.allowed


@dataclass(frozen=True, slots=True)
class Item:
    """What can be true in one way only, with every row that speaks of it (in the order of claim ids)."""

    subject: str
    attribute: Attribute
    kind: Kind
    scope: Scope
    rows: tuple[Row, ...]

    @property
    def title(self) -> str:
        scope = ", ".join(f"{key}: {value}" for key, value in self.scope)
        return f"{self.subject} / {self.attribute.name}" + (f" ({scope})" if scope else "")


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
    REMARK = "remark"
    AGREEMENT = "agreement"

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


@dataclass(frozen=True, slots=True)
class Side:
    """Rows that agree among themselves; `stated` and `allowed` are what their readings have in common.

    A side of claims that dispute a value has `denies` set: its rows say that the value is not so.
    """

    rows: tuple[Row, ...]
    stated: Interval | None
    allowed: Interval | None
    text: str
    denies: bool = False


class Decision(StrEnum):
    SOURCE_WRONG = "source_wrong"
    ALL_WRONG = "all_wrong"
    BOTH_RIGHT = "both_right"
    OUR_ERROR = "our_error"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a person decided of a finding; dates are ISO 8601 days."""

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
    at: Position = Position("resolutions.yaml")


class Status(StrEnum):
    NEW = "new"
    REOPENED = "reopened"
    OPEN = "open"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found of an item. Rules leave the last group to the judge and to settling."""

    rule: str
    code: str
    verdict: Verdict
    item: Item
    sides: tuple[Side, ...]
    message: str
    explanations: tuple[str, ...] = ()
    tell: Any = ""

    id: str = ""
    fingerprint: str = ""
    status: Status | None = None
    status_reason: str = ""
    resolution: Resolution | None = None
    fails: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found, all that an output prints.

    `summary` counts as the JSON output documents; `quotes` are how many were checked against their texts, and how many
    there are. `failing` holds the verdicts that `--fail-on` names.
    """

    findings: tuple[Finding, ...]
    summary: Mapping[str, int]
    sources: Mapping[str, Source]
    claims: tuple[Claim, ...] = ()
    stale: tuple[Resolution, ...] = ()
    quotes: tuple[int, int] = (0, 0)
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def claims_hash(self) -> str:
        """SHA-256 over what the claims say, whatever files they stand in."""
        digest = hashlib.sha256()
        for claim in self.claims:
            digest.update(repr(claim.content).encode())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Rule:
    """The metadata of a rule module."""

    code: str
    name: str
    since: str


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """The three settings of the reader: the width of a hedge and the cap of rounding as shares, the date order."""

    hedge: Fraction = Fraction(1, 10)
    cap: Fraction = Fraction(1, 20)
    date_order: str | None = None


class Terms(Protocol):
    """What a rule may ask of names.yaml; terms are as readings hold them."""

    def knows(self, term: str) -> bool: ...

    def covers(self, wider: str, narrower: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Policy:
    """What a rule may know beside its item: the sources by id, the terms of the workspace, how values are read."""

    sources: Mapping[str, Source]
    terms: Terms
    settings: ReadingSettings = ReadingSettings()
