"""A source dates an event later than one that it must precede.

## What it flags

An `order` in `rules/relations.yaml` in which one source dates an item later than one that follows it in the list. The
list may contain the day of publication: what a text reports as done cannot be dated after it. Across sources, a
tension if every date given for the earlier item is later than every date given for the later one.

## Why it matters

An effect before its cause, or an act before its announcement, means that one of the dates is wrong.

## Example

A deployment dated August 27, and the answer to it dated a week after August 15.

## How to settle it

Record which date is wrong. If the order need not hold, remove the relation.

## Known false alarms

Events that were announced in one order and took place in another: make the announcement and the event two items.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from crosscheck.rules.api import (
    NAMED_CASES,
    CombinedClaim,
    Finding,
    Item,
    Judged,
    Members,
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

RULE = Rule(code="XC201", name="order-conflict", since="0.1", suspects_only=True)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    yield from findings_of_relations(item, policy, RULE, RelationKind.ORDER, _judge, _across)


def _judge(related: Related, combined: list[CombinedClaim | None], source: str, policy: Policy) -> Iterator[Judged]:
    dated = [(item, known) for item, known in zip(related.items, combined, strict=True) if known is not None]
    broken = [(one, other, verdict) for one, other in combinations(dated, 2) if (verdict := _verdict(one[1], other[1]))]
    if not broken:
        sound = len(dated) > 1 and all(known.consistent for _, known in dated)
        events = [f"{item.title} {shown(known.text)}" for item, known in dated]
        if len(events) > NAMED_CASES:
            events = [*events[: NAMED_CASES - 1], "…", events[-1]]
        message = f"{label(source, policy)}: {', then '.join(events)}"
        sides = tuple(side_of(known) for _, known in dated)
        yield Judged(Verdict.AGREEMENT if sound else None, sides, f"{message}.")
        return
    parts = []
    for (item, known), (other_item, other), _ in broken[:NAMED_CASES]:
        far = distance(other.narrowest, known.narrowest, None)
        message = f"{item.title} is {shown(known.text)}, after {other_item.title}, {shown(other.text)}"
        parts.append(f"{message} ({far})" if far else message)
    if len(broken) > NAMED_CASES:
        parts.append(f"and {len(broken) - NAMED_CASES} more")
    wrong = {id(known) for pair in broken for _, known in pair[:2]}
    verdict = max((verdict for _, _, verdict in broken), key=lambda verdict: verdict.strength)
    message = f"{label(source, policy)}: {'; '.join(parts)}."
    yield Judged(verdict, tuple(side_of(known) for _, known in dated if id(known) in wrong), message)


def _across(related: Related, members: Members, policy: Policy) -> Iterator[Judged]:
    """Whether all dates of an earlier item lie after all of a later one, whoever gives them."""
    dated = [Possible.of(rows, item) for rows, item in zip(members, related.items, strict=True) if rows]
    for one, other in combinations(dated, 2):
        verdict = cannot_hold(one, other)
        if verdict is not None:
            far = distance(other.combined.narrowest, one.combined.narrowest, None)
            message = f"{one.text(policy)}, after {other.text(policy)}"
            sides = (side_of(one.combined), side_of(other.combined))
            yield Judged(verdict, sides, f"{message}: {far}." if far else f"{message}.")


def _verdict(earlier: CombinedClaim, later: CombinedClaim) -> Verdict | None:
    """What it is that the one that should come first comes later; None if it need not."""
    if not later.stated.before(earlier.stated):
        return None
    certain = later.allowed.before(earlier.allowed)
    return softened(Verdict.CONTRADICTION if certain else Verdict.TENSION, [earlier, later])
