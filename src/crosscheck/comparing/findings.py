"""Findings on an item: what cannot all be right, what changed, what witnesses share; and remarks that point at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from crosscheck.comparing.combined import CombinedClaim, side_of
from crosscheck.comparing.comparators import Comparator
from crosscheck.comparing.explanations import explanations, other_definitions, parts_and_wholes
from crosscheck.comparing.pairs import compared
from crosscheck.comparing.sentences import agreement_sentence, conflict_sentence, enumerated, superseded_sentence
from crosscheck.comparing.sides import sides_of
from crosscheck.model import Attribute, Finding, Item, Policy, Row, Rule, Side, Stance, Verdict
from crosscheck.problems import shown


def findings_of(item: Item, policy: Policy, rule: Rule, comparator: Comparator) -> Iterator[Finding]:
    """The findings of `rule` on an item whose values are compared by `comparator`."""
    rows = tuple(item.rows)
    found = compared(rows, item.attribute.over_time, comparator)
    made = partial(Finding, rule=rule.name, code=rule.code, item=item)
    if found.strongest is not None:
        sides = sides_of(found.conflicting, comparator, item.attribute.unit)
        why = (*explanations(sides), *parts_and_wholes(item, sides))
        message = conflict_sentence(item, sides, policy)
        yield made(verdict=found.strongest, sides=sides, message=message, explanations=why)
    if found.changed:
        changed = sorted(found.changed, key=_time)
        sides = sides_of(changed, comparator, item.attribute.unit)
        yield made(
            verdict=Verdict.SUPERSEDED,
            sides=sides,
            message=superseded_sentence(changed, policy),
            explanations=tuple(other_definitions(sides)),
            identity_key="superseded",
        )
    if len({row.witness for row in rows}) == 1:
        return
    closed = (row for row in rows if row.claim.stance is not Stance.DISPUTES and not row.is_open_ended)
    sides = sides_of(closed, comparator, item.attribute.unit)
    shared = tuple(side for side in sides if len({row.witness for row in side.rows}) > 1)
    if shared:
        message = agreement_sentence(shared, policy)
        yield made(verdict=Verdict.AGREEMENT, sides=shared, message=message, identity_key="agreement")


def _time(row: Row) -> tuple[object, ...]:
    assert row.when is not None  # without a time nothing is superseded
    return (*row.when.sort_key(), row.claim.id)


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
    return enumerated(found)
