"""Remarks: findings that only point at something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from crosscheck.comparing.relations import side_of
from crosscheck.model import Finding, Item, Row, Rule, Side, Verdict
from crosscheck.problems import shown
from crosscheck.relating.given import Given

NAMED = 3


def remark(rule: Rule, item: Item, told: str, tell: Any, *sides: Sequence[Row]) -> Finding:
    """A remark on `item`; each of `sides` are claims that it points at, without any: all of the item."""
    made = tuple(_side(tuple(rows), item.attribute.unit) for rows in sides or (item.rows,))
    whole = replace(item, rows=tuple(item.rows))
    return Finding(rule.name, rule.code, Verdict.REMARK, whole, made, told, tell=tell)


def _side(rows: tuple[Row, ...], unit: str | None) -> Side:
    if rows[0].reading.stated is None:
        return Side(rows, rows, None, None, rows[0].claim.text)
    return side_of(Given.of(rows, unit))


def listed(names: Iterable[str]) -> str:
    """Names in quotes, the first three of many."""
    told = [shown(name) for name in names]
    if len(told) > NAMED:
        told[NAMED:] = [f"{len(told) - NAMED} more"]
    return f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else told[0]
