"""A part is larger than the whole that it is part of.

## What it flags

A `part` in `rules/relations.yaml` for which one source states both members, and the part is larger than the whole;
for lists of names, a part with a name that the `exhaustive` whole lacks. Across sources, a tension if the lowest
figure given for the part is higher than any given for the whole.

## Why it matters

One of the two figures is wrong, or they are of different things.

## Example

"9,000 members in three states", and "6,000 members" in the country.

## How to settle it

Record which claim is wrong. If one is not a part of the other, remove the relation.

## Known false alarms

A part and a whole of different days: give both a `when`, and declare the attributes `over_time: changes`.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.rules.api import (
    CombinedClaim,
    Finding,
    Item,
    Judged,
    Kind,
    Members,
    NameSetComparator,
    Policy,
    Possible,
    Related,
    RelationKind,
    Rule,
    Verdict,
    cannot_hold,
    distance,
    findings_of_relations,
    label,
    shown,
    side_of,
    softened,
)

RULE = Rule(code="XC302", name="part-conflict", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    yield from findings_of_relations(item, policy, RULE, RelationKind.PART, _judge, _across)


def _judge(related: Related, combined: list[CombinedClaim | None], source: str, policy: Policy) -> Iterator[Judged]:
    whole, part = combined
    if whole is None or part is None:
        return
    names = tuple(item.attribute.name for item in related.items)
    lists = all(item.kind is Kind.NAMES for item in related.items)
    verdict = _of_lists(whole, part, NameSetComparator(policy.terms)) if lists else _verdict(whole, part)
    message = (
        f"{label(source, policy)} has {shown(part.text)} ({names[1]}) as a part of {shown(whole.text)} ({names[0]})"
    )
    is_counted = Kind.NAMES in (whole.narrowest.reading.kind, part.narrowest.reading.kind)
    unit = related.items[0].attribute.unit
    is_wrong = verdict not in (None, Verdict.AGREEMENT)
    far = distance(whole.narrowest, part.narrowest, unit) if is_wrong and not is_counted else ""
    yield Judged(verdict, (side_of(whole), side_of(part)), f"{message}: {far}." if far else f"{message}.")


def _across(related: Related, members: Members, policy: Policy) -> Iterator[Judged]:
    """Whether the least that anybody has for the part is more than anybody has for the whole."""
    if not all(members) or any(item.kind is Kind.NAMES for item in related.items):
        return
    whole, part = (Possible.of(rows, item) for rows, item in zip(members, related.items, strict=True))
    verdict = cannot_hold(part, whole)
    if verdict is not None:
        far = distance(whole.combined.narrowest, part.combined.narrowest, related.items[0].attribute.unit)
        message = f"{whole.text(policy)}, but its part {part.text(policy)}"
        sides = (side_of(whole.combined), side_of(part.combined))
        yield Judged(verdict, sides, f"{message}: {far}." if far else f"{message}.")


def _verdict(whole: CombinedClaim, part: CombinedClaim) -> Verdict | None:
    if not whole.stated.before(part.stated):
        return Verdict.AGREEMENT if whole.consistent and part.consistent else None
    larger = whole.allowed.before(part.allowed)
    return softened(Verdict.CONTRADICTION if larger else Verdict.TENSION, [whole, part])


def _of_lists(whole: CombinedClaim, part: CombinedClaim, lists: NameSetComparator) -> Verdict | None:
    listed = {term for row in whole.rows for term in row.reading.terms}
    # Which the "other" names are is not said, so nothing is lacking, and nothing is shown to be there.
    named = {term for row in part.rows if not row.reading.excludes for term in row.reading.terms}
    if not lists.lacking(listed, named):
        return Verdict.AGREEMENT if named else None
    complete = any(row.claim.exhaustive and not row.reading.excludes for row in whole.rows)
    return softened(Verdict.CONTRADICTION, [whole, part]) if complete else None
