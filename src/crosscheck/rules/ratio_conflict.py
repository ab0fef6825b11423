"""A source's part, whole and share do not go together.

## What it flags

A `ratio` of `rules/relations.yaml` of which one source states all three members: the part divided by the share does not
meet the whole. A source that states two of the three gives the third, as a derived claim.

## Why it matters

A share is often worked out by the writer; it is the figure that is wrong when the other two are right.

## Example

"17 of the 50 strikes", called "half of them" in the next paragraph.

## How to settle it

Work the share out anew, and record which claim is wrong.

## Known false alarms

A share of another whole than the one that the relation names.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Item, Policy, RelationKind, Rule, findings_of_relations, judge_equation

RULE = Rule(code="XC303", name="ratio-conflict", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    yield from findings_of_relations(item, policy, RULE, RelationKind.RATIO, judge_equation)
