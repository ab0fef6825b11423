"""Sources give one thing values that cannot both be right.

## What it flags

Two claims of one item whose readings do not overlap: a contradiction if they do not overlap even when their words are
taken as loosely as possible, otherwise a tension. If the value changes with time, different values at different times
are reported as superseded. What two or more witnesses share is reported as an agreement.

## Why it matters

At most one of the values is right, so a source is wrong, or we have misread it.

## Example

InSight Crime has Plan Colombia deliver "some $15 billion", Foreign Affairs "around $14 billion".

## How to settle it

Read both sources and record what you find with `crosscheck resolve`. If the two measure different things, give each
claim a `scope` that says so.

## Known false alarms

Two definitions of one figure (a part and the whole, promised and delivered) whose claims do not say which they mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, IntervalComparator, Item, Policy, Rule, findings_of

RULE = Rule(code="XC101", name="value-conflict", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    if item.kind.has_axis:
        yield from findings_of(item, policy, RULE, IntervalComparator())
