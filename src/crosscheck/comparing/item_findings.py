"""The three things that can be said of an item: what cannot all be right, what changed, what witnesses share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from crosscheck.comparing.comparators import Comparator
from crosscheck.comparing.explanations import explanations, other_definitions, parts_and_wholes
from crosscheck.comparing.pairs import compared
from crosscheck.comparing.sentences import agreement_sentence, conflict_sentence, superseded_sentence
from crosscheck.comparing.sides import sides_of
from crosscheck.model import Finding, Item, Policy, Row, Rule, Stance, Verdict


def findings_of(item: Item, policy: Policy, rule: Rule, comparator: Comparator) -> Iterator[Finding]:
    """The findings of `rule` on an item whose values are compared by `comparator`."""
    rows = tuple(item.rows)
    found = compared(rows, item.attribute.over_time, comparator)
    made = partial(Finding, rule=rule.name, code=rule.code, item=item)
    if found.strongest is not None:
        sides = sides_of(found.conflicting, comparator)
        why = (*explanations(sides), *parts_and_wholes(item, sides))
        message = conflict_sentence(item, sides, policy)
        yield made(verdict=found.strongest, sides=sides, message=message, explanations=why)
    if found.changed:
        changed = sorted(found.changed, key=_time)
        sides = sides_of(changed, comparator)
        yield made(
            verdict=Verdict.SUPERSEDED,
            sides=sides,
            message=superseded_sentence(changed, policy),
            explanations=tuple(other_definitions(sides)),
            identity_key="superseded",
        )
    if len({row.witness for row in rows}) == 1:
        return
    sides = sides_of(_closed(rows), comparator)
    shared = tuple(side for side in sides if len({row.witness for row in side.rows}) > 1)
    if shared:
        message = agreement_sentence(shared, policy)
        yield made(verdict=Verdict.AGREEMENT, sides=shared, message=message, identity_key="agreement")


def _closed(rows: Iterable[Row]) -> list[Row]:
    stating = (row for row in rows if row.claim.stance is not Stance.DISPUTES)
    return [row for row in stating if row.reading.stated is None or not row.stated.is_open_ended]


def _time(row: Row) -> tuple[object, ...]:
    assert row.when is not None  # without a time nothing is superseded
    return (*row.when.sort_key(), row.claim.id)
