"""A source's start, duration and end do not go together.

## What it flags

A `span` of `rules/relations.yaml` of which one source states all three members: the start moved by the duration, by the
number as written in calendar units, does not meet the end. A whole number of years is exactly that number between two
years; where months or days are given, it may be anything from half a year less to one year more. One more year either
way is a tension. A hedge or a bound widens the number. A source that states two of the three gives the third, as a
derived claim that other sources are compared with.

## Why it matters

A date and a length are often taken from different places; where they do not add up, one of them was copied wrong.

## Example

"Launched in 2000", "lasted 15 years" and "ended in 2018" in one text.

## How to settle it

Record which of the claims is wrong. If the duration counts from another milestone, say so in `scope`.

## Known false alarms

A duration that counts both its first and its last year: 16 seasons from 2000 to 2015.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Item, Policy, RelationKind, Rule, findings_of_relations, judge_equation

RULE = Rule(code="XC202", name="span-conflict", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    yield from findings_of_relations(item, policy, RULE, RelationKind.SPAN, judge_equation)
