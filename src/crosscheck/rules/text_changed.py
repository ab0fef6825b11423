"""The text of a source is not the one that its claims were curated from.

## What it flags

With `--sources`, a text whose SHA-256 differs from the one that the source declares. Quotes that are no longer in the
text are errors of their own.

## Why it matters

Articles are edited without notice. If a figure has been corrected, the curated claim is wrong.

## Example

The article said "$15 billion" when it was curated, and says "$14 billion" now.

## How to settle it

Read the text again, correct the claims, and put the new `sha256` into the claims file.

## Known false alarms

A text saved again with different line endings.
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
