"""A value refers to a time after the source was published.

## What it flags

A claim with a `when` that lies entirely after the publication of its source.

## Why it matters

A text cannot report what has not happened yet. Either the time is mistyped, or the value is a plan or a forecast.

## Example

An article of December 2025 with a claim whose `when` is 2062.

## How to settle it

Correct the `when`; if the value is a forecast, say so in `scope` (`stage: forecast`) and decide the remark once.

## Known false alarms

Forecasts, budgets and terms of office.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Item, Policy, Rule, remark, shown, who

RULE = Rule(code="XC902", name="late-when", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    for row in item.rows:
        if row.spoken_of_later and not row.claim.derived:
            time = shown(row.claim.when or "")
            message = f"{who(row, policy)} has {shown(row.claim.text)} of {time}, after it was published."
            yield remark(RULE, item, message, row.claim.id, (row,))
