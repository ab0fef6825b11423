"""Findings on an item: what cannot all be right, what changed, what witnesses share; and remarks that point at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from crosscheck.comparing.combined import CombinedClaim, side_of
from crosscheck.comparing.comparators import Comparator, NameSetComparator
from crosscheck.comparing.explanations import (
    explanations,
    lacking_names,
    later_reports,
    other_definitions,
    other_languages,
    other_nouns,
    other_times,
    parts_and_wholes,
)
from crosscheck.comparing.headline import headline_of
from crosscheck.comparing.nouns import of_one_noun
from crosscheck.comparing.pairs import Compared, compared, limit
from crosscheck.comparing.sentences import agreement_sentence, conflict_sentence, some, superseded_sentence
from crosscheck.comparing.sides import groups_of, sides_of
from crosscheck.model import Attribute, Finding, Item, OverTime, Policy, Row, Rule, Side, Stance, Verdict
from crosscheck.problems import shown


def findings_of(item: Item, policy: Policy, rule: Rule, comparator: Comparator) -> Iterator[Finding]:
    """The findings of `rule` on an item whose values are compared by `comparator`.

    Those that are less severe than the policy's `least` are bare.
    """
    rows = tuple(item.rows)
    found = compared(rows, item.attribute.over_time, comparator)
    made = partial(Finding, rule=rule.name, code=rule.code, item=item)
    bare = partial(made, sides=(), message="")
    if found.strongest is not None:
        sides = sides_of(found.conflicting, comparator, item.attribute.unit)
        headline = headline_of(sides, found.strongest, item.attribute.over_time, comparator)
        why = (
            *explanations(sides, headline),
            *(lacking_names(sides, comparator) if isinstance(comparator, NameSetComparator) else ()),
            *other_languages(sides, policy.terms),
            *other_nouns(sides),
            *other_times(item, found.conflicting),
            *later_reports(item, found.conflicting),
            *parts_and_wholes(item, sides),
        )
        message, far = conflict_sentence(item, sides, policy, headline)
        yield made(verdict=found.strongest, sides=sides, message=message, distance=far, explanations=why)
    if found.changed and Verdict.SUPERSEDED.severity < policy.least:
        yield bare(verdict=Verdict.SUPERSEDED, identity_key="superseded")
    elif found.changed:
        changed, sides = _changed(found, item.attribute, comparator)
        yield made(
            verdict=Verdict.SUPERSEDED,
            sides=sides,
            message=superseded_sentence(_steps(changed, sides), policy),
            explanations=tuple(other_definitions(sides)),
            identity_key="superseded",
        )
    if len({row.witness for row in rows}) == 1:
        return
    closed = [row for row in rows if row.claim.stance is not Stance.DISPUTES and not row.reading.is_open]
    if Verdict.AGREEMENT.severity < policy.least:
        if any(_witnesses(group) > 1 for group in _agreeing(closed, item.attribute, comparator)):
            yield bare(verdict=Verdict.AGREEMENT, identity_key="agreement")
        return
    shared = tuple(side for side in shared_sides(closed, item.attribute, comparator) if _witnesses(side.rows) > 1)
    if shared:
        message = agreement_sentence(shared, policy, item.attribute.unit)
        yield made(verdict=Verdict.AGREEMENT, sides=shared, message=message, identity_key="agreement")


def _witnesses(rows: Sequence[Row]) -> int:
    """How many witnesses agree: that a time without a zone may be one with a zone is no agreement."""
    zoned = [row for row in rows if row.reading.zone is not None]
    local = [row for row in rows if row.reading.zone is None]
    return max(len({row.witness for row in of_zone}) for of_zone in (zoned, local))


def _periods(rows: Sequence[Row], attribute: Attribute) -> Iterable[list[Row]]:
    """Rows that may agree, as far as their time goes: of amounts of a period those of each period."""
    periods: dict[object, list[Row]] = {}
    for row in rows:
        periods.setdefault(row.when if attribute.over_time is OverTime.PER_PERIOD else None, []).append(row)
    return periods.values()


def _agreeing(rows: Sequence[Row], attribute: Attribute, comparator: Comparator) -> Iterator[Sequence[Row]]:
    """The rows of each side that `shared_sides` makes."""
    for of_period in _periods(rows, attribute):
        for group in groups_of(of_period, comparator, attribute.unit):
            yield from of_one_noun(group)


def shared_sides(rows: Sequence[Row], attribute: Attribute, comparator: Comparator) -> Iterator[Side]:
    """The sides of rows that may agree: of one noun, and of one period."""
    for of_period in _periods(rows, attribute):
        for side in sides_of(of_period, comparator, attribute.unit):
            groups = of_one_noun(side.rows)
            if len(groups) == 1 and len(groups[0]) == len(side.rows):
                yield side
            else:
                yield from (one for group in groups for one in sides_of(group, comparator, attribute.unit))


def _changed(found: Compared, attribute: Attribute, comparator: Comparator) -> tuple[Sequence[Row], tuple[Side, ...]]:
    """The rows that changed in the order of time, and their sides: without those in conflict, if enough are left."""
    rows = sorted(found.changed, key=_time)
    in_conflict = {row.claim.id for row in found.conflicting}
    undisputed = [row for row in rows if row.claim.id not in in_conflict]
    sides = _sides_of_changed(undisputed, attribute, comparator)
    return (undisputed, sides) if len(sides) > 1 else (rows, _sides_of_changed(rows, attribute, comparator))


def _sides_of_changed(rows: Sequence[Row], attribute: Attribute, comparator: Comparator) -> tuple[Side, ...]:
    """The sides of rows that changed; bounds that differ are apart, though what they leave open meets."""
    by_bound: dict[object, list[Row]] = {}
    for row in rows:
        limited = row.reading.limited
        by_bound.setdefault((limited, limit(row)) if limited else None, []).append(row)
    return tuple(side for group in by_bound.values() for side in sides_of(group, comparator, attribute.unit))


def _steps(rows: Sequence[Row], sides: Sequence[Side]) -> Sequence[Row]:
    """Of rows in the order of time, the first one with each new value: those that only repeat it are no change."""
    on: dict[str, set[int]] = {row.claim.id: set() for row in rows}
    for number, side in enumerate(sides):
        for row in side.rows:
            on[row.claim.id].add(number)
    steps = [rows[0]]
    for row in rows[1:]:
        if not on[row.claim.id] & on[steps[-1].claim.id]:
            steps.append(row)
    return steps if len(steps) > 1 else rows


def _time(row: Row) -> tuple[object, ...]:
    assert row.when is not None  # without a time nothing is superseded
    return (*row.when.sort_key(), row.claim.id)


def remark(rule: Rule, item: Item, message: str, identity_key: Any, *sides: Sequence[Row]) -> Finding:
    """A remark on `item`; each of `sides` are claims that it points at, without any: all of the item."""
    made = tuple(_side(tuple(rows), item.attribute) for rows in sides or (item.rows,))
    whole = replace(item, rows=tuple(item.rows))
    return Finding(
        rule=rule.name,
        code=rule.code,
        verdict=Verdict.REMARK,
        item=whole,
        sides=made,
        message=message,
        identity_key=identity_key,
    )


def _side(rows: tuple[Row, ...], attribute: Attribute) -> Side:
    if rows[0].reading.stated is None:
        return Side(rows=rows, own=rows, stated=None, allowed=None, text=rows[0].claim.text)
    return side_of(CombinedClaim.of(rows, attribute))


def listed(names: Iterable[str]) -> str:
    """Names in quotes, the first three of many."""
    return some([shown(name) for name in names])
