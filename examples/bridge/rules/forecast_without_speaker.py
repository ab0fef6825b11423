"""A figure that is expected, and nobody is named who expects it.

## What it flags

Claims with `stage: expected` in their scope, without a `said_by`.

## Why it matters

A forecast is somebody's. Without a name, readers take it for the paper's own, and nobody can be asked when it fails.

## Example

“About 15,000 cars a day are expected”, without a word on who expects them.

## How to settle it

Name the speaker in `said_by`, if the text does. Otherwise ask the author.

## Known false alarms

A source that makes the forecast itself, such as the report of an institute.
"""

from crosscheck.rules.api import Rule, remark

RULE = Rule(code="XC951", name="forecast-without-speaker", since="0.2", suspects_only=True)


def check(item, _policy):
    if ("stage", "expected") in item.scope:
        for row in item.rows:
            if row.claim.said_by is None:
                yield remark(RULE, item, "Nobody is named who expects this.", row.claim.id, [row])
