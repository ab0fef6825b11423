"""What must hold between items: sums, spans, orders, parts, ratios, rates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crosscheck.problems import Position

PUBLISHED = "published"
"""What stands in a relation for the day on which a source was published."""


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
    """An item as rules/relations.yaml names it; `scope` are sorted pairs. The publication is `published`, no more."""

    subject: str
    attribute: str = ""
    scope: tuple[tuple[str, str], ...] = ()

    @property
    def is_published(self) -> bool:
        return not self.attribute


@dataclass(frozen=True, slots=True)
class Relation:
    """One entry of rules/relations.yaml.

    `members` are (role, item): the one that findings are about comes first (`end`, `total`, `whole`, the first of an
    order), then the others in the order of the entry. Several parts of a sum, and all items of an order, share a role.
    """

    kind: RelationKind
    members: tuple[tuple[str, ItemName], ...]
    at: Position = Position("rules/relations.yaml")
