"""What sources say: attributes, sources, claims, and the items that claims speak of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from crosscheck.immutable import immutable
from crosscheck.model.readings import Interval, Kind, Reading
from crosscheck.problems import Position

PUBLISHED, WHEN = "published", "when"
"""What stands in a relation for the day on which a source was published, and for the time that a duration is of."""


class RelationKind(StrEnum):
    SPAN = "span"
    SUM = "sum"
    ORDER = "order"
    PART = "part"
    RATIO = "ratio"
    RATE = "rate"

    @property
    def is_equation(self) -> bool:
        """True if all members but one give that one."""
        return self not in (RelationKind.ORDER, RelationKind.PART)


@dataclass(frozen=True, slots=True)
class ItemName:
    """An item as rules/relations.yaml names it; `scope` are sorted pairs. A time is `published` or `when`, no more.

    Of a relation that holds for every subject, `subject` is empty.
    """

    subject: str
    attribute: str = ""
    scope: tuple[tuple[str, str], ...] = ()

    @property
    def is_time(self) -> bool:
        return not self.attribute


@dataclass(frozen=True, slots=True)
class Relation:
    """One entry of rules/relations.yaml.

    `members` are (role, item): the one that findings are about comes first (`end`, `total`, `whole`, the first of an
    order), then the others in the order of the entry. Several parts of a sum, and all items of an order, share a role.
    `for_each`: it holds for every subject, or is what it means for one of them.
    """

    kind: RelationKind
    members: tuple[tuple[str, ItemName], ...]
    at: Position = Position("rules/relations.yaml")
    for_each: bool = False


KEYS = tuple(
    "source subject attribute value id quote read_as language scope when relative_to said_by stance exhaustive url "
    "note".split()
)
"""What claims have. A `value` is a text or a tuple of texts, `scope` sorted pairs, `exhaustive` "true" or "false"."""

Scope = tuple[tuple[str, str], ...]
"""Qualifiers as sorted (key, value) pairs."""


class OverTime(StrEnum):
    """How the values of an attribute behave as time passes."""

    FIXED = "fixed"
    CHANGES = "changes"
    ACCUMULATES = "accumulates"
    PER_PERIOD = "per_period"


@dataclass(frozen=True, slots=True)
class Attribute:
    """What an attribute measures and how its values are compared; `unit` None is the axis's own unit.

    `is_exact`: figures without a hedge are not rounded. `is_closed`: any two different terms of a category conflict.
    """

    name: str
    kind: Kind | None = None
    unit: str | None = None
    over_time: OverTime = OverTime.FIXED
    separated_by: tuple[str, ...] = ()
    tolerance: str | None = None
    was: tuple[str, ...] = ()
    at: Position = Position("rules/attributes.yaml")
    is_exact: bool = False
    is_closed: bool = False


class Stance(StrEnum):
    ASSERTS = "asserts"
    REPORTS = "reports"
    DISPUTES = "disputes"


@dataclass(frozen=True, slots=True)
class Source:
    """An article or a data set that makes claims; `published_at` is where `published` stands, if a file has it."""

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
    date_order: str | None = None
    fiscal_year: str | None = None
    currency: str | None = None
    copies: tuple[str, ...] = ()
    text: str | None = None
    sha256: str | None = None
    published_at: Position | None = field(default=None, compare=False)

    @property
    def manner(self) -> str:
        """How it writes values, as one text: its language, and if it declares any, `date_order`, `fiscal_year` and
        `currency`: `en`, `en;dmy;10-01;COP`."""
        declared = (self.date_order, self.fiscal_year, self.currency)
        return ";".join((self.language, *(key or "" for key in declared))) if any(declared) else self.language

    @property
    def label(self) -> str:
        return self.publisher or self.id


@immutable
class Claim:
    """What one source says of one attribute of one subject, as curated.

    `locate` gives the line and column of the value of a key in `file`, and raises KeyError for a key that is absent.
    A value that `is_number` is a number of a table, in plain digits: a point in its attribute's unit.
    A claim that follows from others of its source by a relation names them in `follows_from`; its value is their
    arithmetic as written ("2000 + 15 years"), and it stands where the first of them does.
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
    language: str | None = None
    scope: Scope = ()
    when: str | None = None
    relative_to: str | None = None
    said_by: str | None = None
    stance: Stance = Stance.ASSERTS
    exhaustive: bool = False
    url: str | None = None
    note: str | None = None
    follows_from: tuple[str, ...] = ()
    is_number: bool = False

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

    def writes(self, key: str) -> bool:
        """True if the claim has a key, as opposed to what is taken for granted where it is left out."""
        try:
            self.locate(key)
        except KeyError:
            return False
        return True

    @property
    def content(self) -> tuple[object, ...]:
        """All that the claim says, without where it stands."""
        return (
            self.id,
            self.subject,
            self.attribute,
            self.value,
            self.quote,
            self.read_as,
            self.scope,
            self.when,
            self.relative_to,
            self.said_by,
            self.stance.value,
            self.exhaustive,
            *(() if self.language is None else (self.language,)),
        )

    @property
    def text(self) -> str:
        """The value as written, on one line."""
        return self.value if isinstance(self.value, str) else ", ".join(self.value)

    @property
    def derived(self) -> bool:
        return bool(self.follows_from)

    @property
    def reported(self) -> bool:
        """True if the source only passes on what somebody else says."""
        return self.stance is Stance.REPORTS or (self.said_by is not None and self.stance is Stance.DISPUTES)


@immutable
class Row:
    """A claim with what its words mean: one row of the frame, and all that a rule sees of it.

    `when` is the time that the value speaks of: as written, else the publication of its source, else None.
    `softening` are the scope pairs that do not separate items. `published` is when the source was published. `others`
    is how many further claims say the same and are not held as rows; only the archive sets it.
    """

    claim: Claim
    reading: Reading
    when: Interval | None
    when_written: bool
    softening: Scope
    speaker: str
    witness: str
    published: Interval | None = None
    others: int = 0

    @property
    def spoken_of_later(self) -> bool:
        """True if the time that the value speaks of, as written, lies after the publication."""
        if not self.when_written or self.when is None or self.published is None:
            return False
        return self.published.before(self.when)

    @property
    def stated(self) -> Interval:
        assert self.reading.stated is not None
        return self.reading.stated

    @property
    def allowed(self) -> Interval:
        assert self.reading.allowed is not None
        return self.reading.allowed


@dataclass(frozen=True, slots=True)
class Related:
    """A relation with the items of its members, in their order; these carry no relations of their own."""

    relation: Relation
    items: tuple[Item, ...]


@immutable
class Item:
    """A fact that can have only one true value, with every row that speaks of it (in the order of claim ids).

    Where many items are looked at, their rows are made only when they are asked for: to count them is cheap.

    `leads` are the relations that this item comes first in: findings on them are findings on it. `linked` are all
    that name it.
    """

    subject: str
    attribute: Attribute
    kind: Kind
    scope: Scope
    rows: Sequence[Row]
    leads: tuple[Related, ...] = ()
    linked: tuple[Related, ...] = ()

    @property
    def claims(self) -> int:
        """How many claims speak of it."""
        return sum(1 + row.others for row in self.rows)

    @property
    def has_several_sources(self) -> bool:
        """True if claims of two sources or more speak of it, what follows from their claims included."""
        return len({row.claim.source for row in self.rows}) > 1

    @property
    def title(self) -> str:
        scope = ", ".join(f"{key}: {value}" for key, value in self.scope)
        return f"{self.subject} / {self.attribute.name}" + (f" ({scope})" if scope else "")
