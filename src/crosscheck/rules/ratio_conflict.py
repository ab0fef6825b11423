"""A source's part, whole and share do not go together.

## What it flags

A `ratio` in `rules/relations.yaml` for which one source states all three members, and the part divided by the share
is not the whole. If a source states two of the three members, the third follows as a derived claim.

## Why it matters

Writers often work out a share themselves, so it is the figure most likely to be wrong.

## Example

"17 of the 50 strikes", called "half of them" in the next paragraph.

## How to settle it

Work out the share again, and record which claim is wrong.

## Known false alarms

A share of a whole other than the one in the relation.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Item, Policy, RelationKind, Rule, findings_of_relations, judge_equation

RULE = Rule(code="XC303", name="ratio-conflict", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    yield from findings_of_relations(item, policy, RULE, RelationKind.RATIO, judge_equation)
