"""A source's rate, duration and total do not go together.

## What it flags

A `rate` of `rules/relations.yaml` of which one source states all three members: the rate over the duration does not
meet the total. Units are converted. A source that states two of the three gives the third, as a derived claim.

## Why it matters

Rates are multiplied in the head; a month taken for a year is off by twelve, and nobody notices in two sentences.

## Example

"80 tons a month", and "some 500 tons" in the year.

## How to settle it

Record which claim is wrong. If the rate did not hold all the time, the relation does not apply.

## Known false alarms

A rate that is the highest, not the mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Item, Policy, RelationKind, Rule, findings_of_relations, judge_equation

RULE = Rule(code="XC304", name="rate-conflict", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    yield from findings_of_relations(item, policy, RULE, RelationKind.RATE, judge_equation)
