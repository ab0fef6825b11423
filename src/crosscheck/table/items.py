"""Which claims speak of one thing."""

from __future__ import annotations

from typing import NamedTuple

from crosscheck.model import Attribute, Claim, Row, Scope
from crosscheck.readings.names import Names, normalise

ItemKey = tuple[str, str, Scope]
"""Subject, attribute and separating scope, each under its one name."""


class KeyedRow(NamedTuple):
    """A row with the item that it speaks of."""

    key: ItemKey
    attribute: Attribute
    row: Row


def item_key(attribute: Attribute, claim: Claim, names: Names) -> ItemKey:
    """What makes two claims speak of one thing."""
    scope = tuple((key, names.key(value)) for key, value in claim.scope if key in attribute.separated_by)
    return names.key(claim.subject), normalise(attribute.name), scope
