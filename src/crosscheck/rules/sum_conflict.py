"""The parts that a source gives do not add up to its total.

## What it flags

A `sum` in `rules/relations.yaml` for which one source states the total and every part, and the parts do not add up to
the total; or the total and some parts, which already exceed it. A list of names counts as the number of its names or,
unless it is `exhaustive`, more. If a source states all members but one, that one follows as a derived claim.

## Why it matters

Every reader can check whether a list adds up. If it does not, a figure is wrong or a part is missing.

## Example

"Eight organizations": six are listed for Mexico and El Salvador, three for elsewhere.

## How to settle it

Record which claim is wrong. If the parts are incomplete, make the relation a `part` instead.

## Known false alarms

Parts that overlap, or that were each rounded separately.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from crosscheck.rules.api import (
    CombinedClaim,
    Finding,
    Interval,
    Item,
    Judged,
    Kind,
    Policy,
    Related,
    RelationKind,
    Rule,
    Verdict,
    findings_of_relations,
    judge_equation,
    label,
    listed,
    shown,
    side_of,
    softened,
)

RULE = Rule(code="XC301", name="sum-conflict", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    yield from findings_of_relations(item, policy, RULE, RelationKind.SUM, _judge)


def _judge(related: Related, combined: list[CombinedClaim | None], source: str, policy: Policy) -> Iterator[Judged]:
    total, parts = combined[0], [one for one in combined[1:] if one is not None]
    if len(parts) == len(combined) - 1:
        yield from judge_equation(related, combined, source, policy)
    elif total is not None and parts and _only_grows(related, [total, *parts]):
        yield from _too_much(related, total, parts, f"{label(source, policy)} has {listed(one.text for one in parts)}")


def _only_grows(related: Related, known: Sequence[CombinedClaim]) -> bool:
    """Whether parts that nobody states can only add to the others: nothing is taken off, or goes up or down."""
    changes = any(row.reading.direction is not None for one in known for row in one.rows)
    return not changes and not any(role == "less" for role, _ in related.relation.members)


def _too_much(related: Related, total: CombinedClaim, parts: Sequence[CombinedClaim], said: str) -> Iterator[Judged]:
    """Whether the least that parts can be is more than the total."""
    if not total.stated.before(_from_least([one.stated for one in parts])):
        return
    is_certain = total.allowed.before(_from_least([one.allowed for one in parts]))
    may_be_lost = related.items[0].kind is Kind.MONEY  # a part that is not stated may be a loss
    verdict = Verdict.CONTRADICTION if is_certain and not may_be_lost else Verdict.TENSION
    message = f"{said} as {'parts' if len(parts) > 1 else 'a part'} of {shown(total.text)}, which is less."
    yield Judged(softened(verdict, [total, *parts]), tuple(side_of(one) for one in (total, *parts)), message)


def _from_least(parts: Sequence[Interval]) -> Interval:
    """The sum of the lower ends of intervals, and all above it."""
    if any(part.low is None for part in parts):
        return Interval(None, None)
    return Interval(
        sum((part.low for part in parts if part.low), Fraction(0)), None, all(part.low_in for part in parts)
    )
