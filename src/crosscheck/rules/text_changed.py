"""The text of a source is not the one that its claims were curated from.

## What it flags

With `--sources`: a text whose SHA-256 is not the one that the source declares. Whether every quote is still in
it is checked as well, and one that is not is an error.

## Why it matters

Articles are edited without notice; a figure that was corrected makes a curated claim wrong.

## Example

The article said "$15 billion" when it was curated, and says "$14 billion" now.

## How to settle it

Read the text again, correct the claims, and write its new `sha256` into the claims file.

## Known false alarms

A text that was saved again with different line endings.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Attribute, Finding, Item, Kind, Overview, Rule, remark, shown

RULE = Rule(code="XC901", name="text-changed", since="0.1")


def check_workspace(overview: Overview) -> Iterator[Finding]:
    for row in overview.changed_texts:
        item = Item(row.claim.source, Attribute("text", Kind.CATEGORY), Kind.CATEGORY, (), (row,))
        message = f"The text {shown(row.claim.text)} has changed since its claims were curated: read it again."
        yield remark(RULE, item, message, row.claim.id)
