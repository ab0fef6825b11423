"""Remarks: findings that only point at something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from crosscheck.comparing.combined import CombinedClaim, side_of
from crosscheck.model import Attribute, Finding, Item, Row, Rule, Side, Verdict
from crosscheck.problems import shown

NAMED = 3


def remark(rule: Rule, item: Item, message: str, identity_key: Any, *sides: Sequence[Row]) -> Finding:
    """A remark on `item`; each of `sides` are claims that it points at, without any: all of the item."""
    made = tuple(_side(tuple(rows), item.attribute) for rows in sides or (item.rows,))
    whole = replace(item, rows=tuple(item.rows))
    return Finding(
        rule=rule.name,
        code=rule.code,
        verdict=Verdict.REMARK,
        item=whole,
        sides=made,
        message=message,
        identity_key=identity_key,
    )


def _side(rows: tuple[Row, ...], attribute: Attribute) -> Side:
    if rows[0].reading.stated is None:
        return Side(rows=rows, own=rows, stated=None, allowed=None, text=rows[0].claim.text)
    return side_of(CombinedClaim.of(rows, attribute))


def listed(names: Iterable[str]) -> str:
    """Names in quotes, the first three of many."""
    found = [shown(name) for name in names]
    if len(found) > NAMED:
        found[NAMED:] = [f"{len(found) - NAMED} more"]
    return f"{', '.join(found[:-1])} and {found[-1]}" if len(found) > 1 else found[0]
