"""A source's rate, duration and total do not go together.

## What it flags

A `rate` in `rules/relations.yaml` for which one source states all three members, and the rate times the duration is
not the total. Units are converted. If a source states two of the three members, the third follows as a derived claim.

## Why it matters

Rates are multiplied in the head. A month taken for a year is off by a factor of twelve, and easily overlooked.

## Example

"80 tons a month", and "some 500 tons" in the year.

## How to settle it

Record which claim is wrong. If the rate did not hold throughout, remove the relation.

## Known false alarms

A peak rate instead of an average.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Item, Policy, RelationKind, Rule, findings_of_relations, judge_equation

RULE = Rule(code="XC304", name="rate-conflict", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    yield from findings_of_relations(item, policy, RULE, RelationKind.RATE, judge_equation)
