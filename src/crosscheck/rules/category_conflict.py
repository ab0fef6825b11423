"""Sources put one thing into categories that exclude each other.

## What it flags

Two claims of one item, of kind `category`, whose terms are neither one name nor one narrower than the other, by what
`rules/names.yaml` says. A wording that this file does not know is compared with its equal only, unless the attribute
has `terms: closed`: then any two different terms exclude each other. Two claims of kind `identifier` (a docket number,
a postcode) that are not the same text without spaces and case.

## Why it matters

What a thing is called in law or in office decides what may be done to it; a wrong term is a wrong fact.

## Example

One text calls a group a Foreign Terrorist Organization, the other a political party.

## How to settle it

Record which source is wrong. If one term includes the other, write it into `narrower` of `rules/names.yaml`; if both
can hold together, the attribute is of kind `names`.

## Known false alarms

Terms that two legal orders define differently: separate them by a scope such as `by`.
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
