"""The three things that can be said of an item: what cannot all be right, what changed, what witnesses share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crosscheck.comparing.conflicts import compared_on_axis
from crosscheck.comparing.explanations import explanations, other_definitions, parts_and_wholes
from crosscheck.comparing.likewise import compared_by_values
from crosscheck.comparing.pairs import Compared, compared_pairwise
from crosscheck.comparing.sentences import agreement_sentence, conflict_sentence, superseded_sentence
from crosscheck.comparing.sides import sides_of
from crosscheck.comparing.values import OnAxis, Values
from crosscheck.model import Finding, Item, OverTime, Policy, Row, Rule, Stance, Verdict

FEW = 6
"""Of so few rows all pairs are compared sooner than the rows are put in order."""


def findings_of(item: Item, policy: Policy, rule: Rule, values: Values) -> Iterator[Finding]:
    """The findings of `rule` on an item whose values are compared by `values`."""
    rows = tuple(item.rows)
    found = _compared(rows, item.attribute.over_time, values)
    if found.strongest is not None:
        sides = sides_of(_in_order(found.conflicting), values)
        told, why = conflict_sentence(item, sides, policy), (*explanations(sides), *parts_and_wholes(item, sides))
        yield Finding(rule.name, rule.code, found.strongest, item, sides, told, why)
    if found.changed:
        changed = sorted(_in_order(found.changed), key=_time)
        sides = sides_of(changed, values)
        told, why = superseded_sentence(changed, policy), tuple(other_definitions(sides))
        yield Finding(rule.name, rule.code, Verdict.SUPERSEDED, item, sides, told, why, "superseded")
    sides = sides_of(_closed(rows), values)
    shared = tuple(side for side in sides if len({row.witness for row in side.rows}) > 1)
    if shared:
        told = agreement_sentence(shared, policy)
        yield Finding(rule.name, rule.code, Verdict.AGREEMENT, item, shared, told, tell="agreement")


def _compared(rows: Sequence[Row], over_time: OverTime, values: Values) -> Compared:
    """What the claims are to each other, in the way that is fastest for so many of the kind."""
    if len(rows) <= FEW:
        return compared_pairwise(rows, over_time, values)
    if type(values) is OnAxis:  # a subclass may compare otherwise
        return compared_on_axis(rows, over_time)
    return compared_by_values(rows, over_time, values)


def _in_order(rows: dict[str, Row]) -> list[Row]:
    return [rows[claim] for claim in sorted(rows)]


def _closed(rows: Iterable[Row]) -> list[Row]:
    stating = (row for row in rows if row.claim.stance is not Stance.DISPUTES)
    return [row for row in stating if row.reading.stated is None or not row.stated.is_open_ended]


def _time(row: Row) -> tuple[object, ...]:
    assert row.when is not None  # without a time nothing is superseded
    return (*row.when.sort_key(), row.claim.id)
