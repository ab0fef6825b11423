"""Several sources agree, but they are one witness.

## What it flags

Claims of two or more sources that share a value and go back to a single witness: one source repeats another
(`copies`), or all pass on what one speaker says. Quotations are left out, because whoever prints one vouches for the
words.

## Why it matters

What two texts say looks confirmed. If the second has it from the first, it has been said only once.

## Example

Two papers give "$14 billion", and both quote the same minister.

## How to settle it

Look for an independent source.

## Known false alarms

None: it is not an error, and nothing fails.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.comparing.findings import shared_sides
from crosscheck.rules.api import (
    CategoryComparator,
    Comparator,
    Finding,
    IntervalComparator,
    Item,
    Kind,
    NameSetComparator,
    Policy,
    Rule,
    Stance,
    agreement_sentence,
    remark,
)

RULE = Rule(code="XC907", name="one-witness", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    rows = [row for row in item.rows if row.claim.stance is not Stance.DISPUTES]
    if item.kind is Kind.QUOTATION or len({row.witness for row in rows}) != 1:
        return
    if len({row.claim.source for row in rows}) == 1:
        return
    comparator: Comparator = IntervalComparator()
    if not item.kind.has_axis:
        comparator = NameSetComparator(policy.terms) if item.kind is Kind.NAMES else CategoryComparator(policy.terms)
    closed = [row for row in rows if not row.reading.is_open]
    sides = shared_sides(closed, item.attribute, comparator)
    shared = [side for side in sides if len({row.claim.source for row in side.rows}) > 1]
    if shared:
        message = agreement_sentence(shared, policy, item.attribute.unit).removesuffix(".") + ", but are one witness."
        yield remark(RULE, item, message, "", *(side.rows for side in shared))
