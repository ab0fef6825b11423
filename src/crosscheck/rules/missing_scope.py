"""A claim lacks a separating scope key that its siblings state.

## What it flags

A claim without a scope key that separates the items of its attribute, where another claim of the same subject and
attribute states that key.

## Why it matters

Without the key, the claim is about another item: it is compared with none of its siblings, and a conflict is missed.

## Example

Two claims of the groups designated `by: Ecuador` and `by: United States`, and a third that does not say by whom.

## How to settle it

Add the key if the text gives it. If the claim is about the whole, decide the remark once.

## Known false alarms

A total beside its parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Overview, Rule, remark, shown

RULE = Rule(code="XC905", name="missing-scope", since="0.1")


def check_workspace(overview: Overview) -> Iterator[Finding]:
    for items in overview.items.siblings():
        stated = {key for item in items for key, _ in item.scope}
        for item in items:
            lacking = sorted(stated - {key for key, _ in item.scope})
            for row in item.rows if lacking else ():
                keys = " and ".join(map(shown, lacking))
                message = f"{row.claim.id} does not say {keys}, which other claims of {shown(item.subject)} do."
                yield remark(RULE, item, message, row.claim.id, (row,))
