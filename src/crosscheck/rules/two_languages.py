"""Quotations of one item are in two languages, so they are not compared.

## What it flags

An item of kind `quotation` whose claims are in two languages or more, by the `language` of the claims and of their
sources. Quotations in one language are compared.

## Why it matters

A translation never has the exact words, and comparing words cannot tell a good one from a wrong one. A conflict may
be missed.

## Example

"no vamos a retroceder" in a Colombian paper, and "we will not step back" in an agency's report.

## How to settle it

Compare them yourself. A translation of your own in `read_as` is English, and is compared as such.

## Known false alarms

None: quotations in two languages are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Item, Kind, Policy, Row, Rule, listed, remark

RULE = Rule(code="XC912", name="two-languages", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    if item.kind is not Kind.QUOTATION:
        return
    spoken: dict[str, list[Row]] = {}
    for row in item.rows:
        spoken.setdefault(row.reading.language or "en", []).append(row)
    if len(spoken) > 1:
        sides = [tuple(spoken[language]) for language in sorted(spoken)]
        said = listed(rows[0].claim.text for rows in sides)
        message = f"{said} are in different languages ({', '.join(sorted(spoken))}), so they are not compared."
        yield remark(RULE, item, message, "", *sides)
