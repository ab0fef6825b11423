"""A figure and its conversion in parentheses cannot be the same value.

## What it flags

A claim that gives one amount in two units, where the second figure is farther from the first than rounding and a
hedge allow or, for two currencies, than any exchange rate since 1971 allows.

## Why it matters

One of the two figures is the source's error, and the reading is the first one, or the one in the attribute's unit.

## Example

`1.6 miles (4 km)`, `$1.2 million (€5 million)`.

## How to settle it

Look up which figure is right. If the wrong one is read, write the other one in `read_as`; the quote keeps both.

## Known false alarms

Sums from long ago or of a currency that was exchanged for a new one of the same name, and conversions that mean two
things at once, such as a speed and its limit.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Item, Policy, Rule, remark, shown, who

RULE = Rule(code="XC910", name="conversion-mismatch", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    for row in item.rows:
        if row.reading.conversion_mismatch and not row.claim.derived:
            message = f"{who(row, policy)} has {shown(row.claim.text)}: {row.reading.conversion_mismatch}."
            yield remark(RULE, item, message, row.claim.id, (row,))
