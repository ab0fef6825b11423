"""The parts that a source gives do not add up to its total.

## What it flags

A `sum` of `rules/relations.yaml` of which one source states the total and every part, and the total does not meet what
the parts add up to. A list of names counts as the number of its names, or more unless it is `exhaustive`. A source that
states all members but one gives that one, as a derived claim.

## Why it matters

A list that should add up is the check that every reader can do; where it does not, a figure or a part is missing.

## Example

"Eight organizations": six are listed for Mexico and El Salvador, three for elsewhere.

## How to settle it

Record which claim is wrong. If the parts are not all, take the relation for a `part` instead.

## Known false alarms

Parts that overlap, or that were rounded each for itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Item, Policy, RelationKind, Rule, findings_of_relations, judge_equation

RULE = Rule(code="XC301", name="sum-conflict", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    yield from findings_of_relations(item, policy, RULE, RelationKind.SUM, judge_equation)
