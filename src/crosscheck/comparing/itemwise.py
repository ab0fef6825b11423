"""The three things that can be said of an item: what cannot all be right, what changed, what witnesses share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosscheck.comparing.explanations import explanations, other_definitions
from crosscheck.comparing.pairs import groups_of, pair_verdict
from crosscheck.comparing.sentences import agreement_sentence, conflict_sentence, superseded_sentence
from crosscheck.comparing.sides import sides_of
from crosscheck.comparing.values import Values
from crosscheck.model import Finding, Item, OverTime, Policy, Row, Rule, Stance, Verdict

CONFLICTS = (Verdict.CONTRADICTION, Verdict.TENSION, Verdict.DISPUTE)


def findings_of(item: Item, policy: Policy, rule: Rule, values: Values) -> Iterator[Finding]:
    """The findings of `rule` on an item whose values are compared by `values`."""
    conflicting, changed, strongest = _compared(item, values)
    if strongest is not None:
        sides = sides_of(_in_order(conflicting), values)
        told, why = conflict_sentence(item, sides, policy), explanations(sides)
        yield Finding(rule.name, rule.code, strongest, item, sides, told, why)
    if changed:
        rows = sorted(_in_order(changed), key=_time)
        sides = sides_of(rows, values)
        told, why = superseded_sentence(rows, policy), tuple(other_definitions(sides))
        yield Finding(rule.name, rule.code, Verdict.SUPERSEDED, item, sides, told, why, "superseded")
    sides = sides_of(_closed(item.rows), values)
    shared = tuple(side for side in sides if len({row.witness for row in side.rows}) > 1)
    if shared:
        told = agreement_sentence(shared, policy)
        yield Finding(rule.name, rule.code, Verdict.AGREEMENT, item, shared, told, tell="agreement")


def _compared(item: Item, values: Values) -> tuple[dict[str, Row], dict[str, Row], Verdict | None]:
    """Rows of every conflicting pair, rows of every pair that changed, and the strongest verdict of a conflict."""
    conflicting: dict[str, Row] = {}
    changed: dict[str, Row] = {}
    strongest: Verdict | None = None
    over_time = item.attribute.over_time
    groups = groups_of(item.rows)
    for index, group in enumerate(groups):
        for other in groups[index + 1 :]:
            if (
                strongest is Verdict.CONTRADICTION and over_time is OverTime.FIXED
                and group[0].claim.id in conflicting and other[0].claim.id in conflicting
            ):  # fmt: skip
                continue  # nothing more can come of the two
            verdict = pair_verdict(group[0], other[0], over_time, values)
            if verdict is None:
                continue
            into = conflicting if verdict in CONFLICTS else changed
            into.update((row.claim.id, row) for row in (*group, *other))
            if verdict in CONFLICTS and (strongest is None or verdict.strength > strongest.strength):
                strongest = verdict
    return conflicting, changed, strongest


def _in_order(rows: dict[str, Row]) -> list[Row]:
    return [rows[claim] for claim in sorted(rows)]


def _closed(rows: Iterable[Row]) -> list[Row]:
    stating = (row for row in rows if row.claim.stance is not Stance.DISPUTES)
    return [row for row in stating if row.reading.stated is None or not row.stated.is_open_ended]


def _time(row: Row) -> tuple[object, ...]:
    assert row.when is not None  # without a time nothing is superseded
    return (*row.when.sort_key(), row.claim.id)
