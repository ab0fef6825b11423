"""A weekday does not match the date that it is written with.

## What it flags

A date written with a weekday that it did not fall on: “Tuesday, March 25, 2024” was a Monday. The claim keeps the date,
and is compared by it.

## Why it matters

One of the two is wrong, and nobody can tell from the text which: the weekday is as often right as the day.

## Example

An article dates a collapse to “Tuesday, March 25, 2024”; the others have March 26, which was a Tuesday.

## How to settle it

Look at the source. If its date is wrong, say in `read_as` what it must mean; if its weekday is, decide the remark once.

## Known false alarms

Dates of the Julian calendar, whose weekdays are different.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Item, Policy, Rule, remark, shown, who

RULE = Rule(code="XC911", name="weekday-mismatch", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    for row in item.rows:
        if row.reading.weekday_mismatch and not row.claim.derived:
            message = f"{who(row, policy)} has {shown(row.claim.text)}, but {row.reading.weekday_mismatch}."
            yield remark(RULE, item, message, row.claim.id, (row,))
