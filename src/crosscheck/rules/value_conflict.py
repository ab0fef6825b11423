"""Sources give one thing values that cannot both be right.

## What it flags

Two claims of one item whose readings do not meet: a contradiction if they do not meet however widely their words are
taken, a tension if they meet only then. Of a value that changes with time, what differs at two times is reported as
superseded. What two witnesses or more share is reported as an agreement.

## Why it matters

At most one of the values is right, so one of the sources, or the reading of it, is wrong.

## Example

InSight Crime has Plan Colombia deliver "some $15 billion", Foreign Affairs "around $14 billion".

## How to settle it

Read both sources and record what you find with `crosscheck resolve`. If the two measure different things, give each
claim a `scope` that says so.

## Known false alarms

Two definitions of one figure (a part and the whole, promised and delivered) whose claims do not say which they mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosscheck.comparing.pairs import differing_pairs
from crosscheck.comparing.sentences import agreement_sentence, conflict_sentence, superseded_sentence
from crosscheck.comparing.sides import sides_of
from crosscheck.model import Finding, Item, Policy, Row, Rule, Side, Stance, Verdict

RULE = Rule(code="XC101", name="value-conflict", since="0.1")

CONFLICTS = (Verdict.CONTRADICTION, Verdict.TENSION, Verdict.DISPUTE)


def check(item: Item, policy: Policy) -> Iterator[Finding]:
    if not item.kind.has_axis:
        return
    conflicting: dict[str, Row] = {}
    changed: dict[str, Row] = {}
    strongest: Verdict | None = None
    for verdict, group, other in differing_pairs(item.rows, item.attribute.over_time):
        into = conflicting if verdict in CONFLICTS else changed
        into.update((row.claim.id, row) for row in (*group, *other))
        if verdict in CONFLICTS and (strongest is None or verdict.strength > strongest.strength):
            strongest = verdict
    if strongest is not None:
        sides = sides_of(_in_order(conflicting))
        message = conflict_sentence(item, sides, policy)
        yield _finding(item, strongest, sides, message, "", _explanations(sides))
    if changed:
        rows = sorted(_in_order(changed), key=_time)
        yield _finding(item, Verdict.SUPERSEDED, sides_of(rows), superseded_sentence(rows, policy), "superseded")
    shared = tuple(side for side in sides_of(_closed(item.rows)) if len({row.witness for row in side.rows}) > 1)
    if shared:
        yield _finding(item, Verdict.AGREEMENT, shared, agreement_sentence(shared, policy), "agreement")


def _finding(
    item: Item, verdict: Verdict, sides: tuple[Side, ...], message: str, tell: str, explanations: tuple[str, ...] = ()
) -> Finding:
    return Finding(RULE.name, RULE.code, verdict, item, sides, message, explanations, tell)


def _in_order(rows: dict[str, Row]) -> list[Row]:
    return [rows[claim] for claim in sorted(rows)]


def _closed(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if row.claim.stance is not Stance.DISPUTES and not row.stated.is_open_ended]


def _time(row: Row) -> tuple[object, ...]:
    assert row.when is not None  # without a time nothing is superseded
    return (*row.when.sort_key(), row.claim.id)


def _explanations(sides: tuple[Side, ...]) -> tuple[str, ...]:
    """Another definition: the sides differ in a scope that the attribute does not separate by."""
    told = []
    keys = sorted({key for side in sides for row in side.rows for key, _ in row.softening})
    for key in keys:
        values = [sorted({dict(row.softening).get(key, "not said") for row in side.rows}) for side in sides]
        if len({tuple(value) for value in values}) > 1:
            told.append(f"another definition: {key} is " + " against ".join(" or ".join(value) for value in values))
    return tuple(told)
