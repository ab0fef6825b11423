"""Two people are said to hold an office that one person holds at a time.

## What it flags

Claims of the attribute `holder`, whose subject is an office, that name different people for one time. An office that
several people hold at once is listed in `SHARED`. Different people at different times are reported as superseded.

## Why it matters

A title given to the wrong person, or to one who has left it, is an error that readers notice first.

## Example

One text calls Gustavo Petro the president of Colombia in 2024, another Iván Duque.

## How to settle it

Record which source is wrong. If the office has several holders, add it to `SHARED` in `rules/exclusive_offices.py`.

## Known false alarms

An acting holder beside the one on leave: say so in `scope` (`capacity: acting`).
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Item, Kind, Policy, Row, Rule, Verdict, findings_of, normalise

RULE = Rule(code="XC450", name="exclusive-office", since="0.1", suspects_only=True)

ATTRIBUTE = "holder"
SHARED = frozenset({"US senator", "US representative", "US federal judge"})


class OnePerson:
    """Lists of names of which each has the one who holds the office."""

    def differ(self, a: Row, b: Row) -> Verdict | None:
        return None if self.compatible(a, b) else Verdict.CONTRADICTION

    def compatible(self, a: Row, b: Row) -> bool:
        return bool(set(a.reading.terms) & set(b.reading.terms))


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    shared = normalise(item.subject) in map(normalise, SHARED)
    if item.kind is not Kind.NAMES or normalise(item.attribute.name) != ATTRIBUTE or shared:
        return
    for finding in findings_of(item, policy, RULE, OnePerson()):
        if finding.verdict is not Verdict.AGREEMENT:  # which names-conflict has already
            yield finding
