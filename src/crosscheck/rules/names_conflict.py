"""A list that claims to be complete lacks a name that another source lists.

## What it flags

Two claims of one item, of kind `names`, one of which is `exhaustive` and lacks a name of the other. Lists that do not
claim to be complete agree if they share a name, and otherwise say nothing.

## Why it matters

A list of who was designated, invited or sanctioned is often taken to be complete. If it lacks a name, one of the two
texts is wrong.

## Example

One text lists all eight organizations by name; another names a ninth.

## How to settle it

Record which source is wrong. If two spellings are one name, list one under `aliases` in `rules/names.yaml`.

## Known false alarms

Lists of two different days: give both a `when`, and declare the attribute `over_time: changes`.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import Finding, Item, Kind, NameSetComparator, Policy, Rule, findings_of

RULE = Rule(code="XC402", name="names-conflict", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    if item.kind is Kind.NAMES:
        yield from findings_of(item, policy, RULE, NameSetComparator(policy.terms))
