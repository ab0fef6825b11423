"""Sources put one thing into categories that exclude each other.

## What it flags

Two claims of one item, of kind `category`, whose terms are neither the same name nor one narrower than the other
according to `rules/names.yaml`. A term that this file does not know is compared with nothing but itself, unless the
attribute has `terms: closed`: then any two different terms exclude each other. Also two claims of kind `identifier`
(a docket number, a postcode) that differ in more than spaces and case.

## Why it matters

What the law calls a thing decides what may be done about it. A wrong term is a wrong fact.

## Example

One text calls a group a Foreign Terrorist Organization, the other a political party.

## How to settle it

Record which source is wrong. If one term includes the other, list the narrower one under `narrower` in
`rules/names.yaml`. If both can be true at once, declare the attribute with kind `names`.

## Known false alarms

Terms that two legal systems define differently: separate them by a scope such as `by`.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import CategoryComparator, Finding, Item, Kind, Policy, Rule, Terms, findings_of

RULE = Rule(code="XC401", name="category-conflict", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    if item.kind is Kind.CATEGORY:
        yield from findings_of(item, policy, RULE, CategoryComparator(policy.terms, item.attribute.is_closed))
    elif item.kind is Kind.IDENTIFIER:
        yield from findings_of(item, policy, RULE, CategoryComparator(Terms(), is_closed=True))
