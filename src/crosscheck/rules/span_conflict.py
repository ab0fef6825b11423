"""A source's start, duration and end do not go together.

## What it flags

A `span` in `rules/relations.yaml` for which one source states all three members, and the start plus the duration,
counted in calendar units, is not the end. Between two years, a whole number of years is exact. If months or days are
given, the number may mean anything from half a year less to one year more. One year beyond that is a tension. A hedge
or a bound widens the number. If a source states two of the three members, the third follows as a derived claim, with
which other sources are compared.

## Why it matters

A date and a duration often come from different places. If they do not add up, one of them was copied wrongly.

## Example

"Launched in 2000", "lasted 15 years" and "ended in 2018" in one text.

## How to settle it

Record which claim is wrong. If the duration is counted from another milestone, say so in `scope`.

## Known false alarms

A duration that counts both its first and its last year: 16 seasons from 2000 to 2015.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Item, Policy, RelationKind, Rule, findings_of_relations, judge_equation

RULE = Rule(code="XC202", name="span-conflict", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    yield from findings_of_relations(item, policy, RULE, RelationKind.SPAN, judge_equation)
