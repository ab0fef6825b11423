"""The equations of relations: from all members but one, that one.

`span` adds a duration to a date by the number as written, in calendar units (spans.py); `sum`, `ratio` and `rate` are
arithmetic on the axes of their members (days of a duration count as seconds in a rate).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import reduce

from crosscheck.comparing.combined import CombinedClaim
from crosscheck.model import (
    Claim,
    Interval,
    Item,
    Kind,
    OverTime,
    Reading,
    ReadingSettings,
    Related,
    Relation,
    RelationKind,
    Row,
    Scope,
    Stance,
    Step,
)
from crosscheck.relations.arithmetic import ANYTHING, minus, over, plus, scaled, times
from crosscheck.relations.spans import Solved, solved_span
from crosscheck.vocabulary import normalise, slug

SECONDS_A_DAY = Fraction(86400)


def solved(related: Related, claims: Sequence[CombinedClaim | None], target: int, settings: ReadingSettings) -> Solved:
    """The member number `target` of a relation, from `claims` of all others in the order of its members.

    A claim on the member itself decides how exactly a date has to fit it.
    """
    relation = related.relation
    role = relation.members[target][0]
    if relation.kind is RelationKind.SUM:
        return _sum(related.relation, claims, target)
    roles = [name for name, _ in relation.members]
    by_role = {
        name: claim
        for index, (name, claim) in enumerate(zip(roles, claims, strict=True))
        if claim is not None and index != target
    }
    if relation.kind is RelationKind.SPAN:
        return solved_span(role, by_role, claims[target], related.items[target], settings)
    one, sign, other, calculate, dimension = _EQUATIONS[relation.kind, role]
    first, second = by_role[one], by_role[other]
    return _calculated(sign, calculate, dimension(first.dimension), first, second)


def _sum(relation: Relation, claims: Sequence[CombinedClaim | None], target: int) -> Solved:
    """The total is all parts without what is `less`: each member but the target is added, or taken off."""
    role = relation.members[target][0]
    added = "less" if role == "parts" else "parts"
    adds = [role == "parts", *(name == added for name, _ in relation.members[1:])]  # the total comes first
    known = [
        (plus if add else minus, claim)
        for index, (add, claim) in enumerate(zip(adds, claims, strict=True))
        if claim is not None and index != target
    ]
    known.sort(key=lambda entry: entry[0] is not plus)  # so that the first one is added
    points = [(add, Interval.point(claim.nominal)) for add, claim in known if claim.nominal is not None]
    text = known[0][1].text + "".join(f" {'+' if add is plus else '−'} {claim.text}" for add, claim in known[1:])
    return Solved(
        stated=_added([(add, claim.stated) for add, claim in known]),
        allowed=_added([(add, claim.allowed) for add, claim in known]),
        text=text,
        dimension=known[0][1].dimension,
        nominal=_added(points).low if len(points) == len(known) else None,
    )


def _added(terms: Sequence[tuple[Calculate, Interval]]) -> Interval:
    return reduce(lambda sum, term: term[0](sum, term[1]), terms[1:], terms[0][1])


def is_below_nothing(found: Solved, item: Item) -> bool:
    """True if what would be left for a part is less than nothing; only money may be lost."""
    high = found.allowed.high
    return item.kind is not Kind.MONEY and high is not None and high < 0


Calculate = Callable[[Interval, Interval], Interval]


def _calculated(sign: str, calculate: Calculate, dimension: str, first: CombinedClaim, second: CombinedClaim) -> Solved:
    """One calculation on what is stated, what is allowed, and the figures as written."""
    nominal = None
    if first.nominal is not None and second.nominal is not None:
        nominal = calculate(Interval.point(first.nominal), Interval.point(second.nominal)).low
    return Solved(
        stated=calculate(first.stated, second.stated),
        allowed=calculate(first.allowed, second.allowed),
        text=f"{first.text}{sign}{second.text}",
        dimension=dimension,
        nominal=nominal,
    )


def _total(rate: Interval, days: Interval) -> Interval:
    return times(rate, scaled(days, SECONDS_A_DAY))


def _rate(total: Interval, days: Interval) -> Interval:
    return over(total, scaled(days, SECONDS_A_DAY))


def _days(total: Interval, rate: Interval) -> Interval:
    return scaled(over(total, rate), 1 / SECONDS_A_DAY)


_EQUATIONS: dict[tuple[RelationKind, str], tuple[str, str, str, Calculate, Callable[[str], str]]] = {
    (RelationKind.RATIO, "whole"): ("part", " / ", "share", over, lambda part: part),
    (RelationKind.RATIO, "part"): ("whole", " × ", "share", times, lambda whole: whole),
    (RelationKind.RATIO, "share"): ("part", " / ", "whole", over, lambda _: "share"),
    (RelationKind.RATE, "total"): ("rate", " × ", "duration", _total, lambda rate: rate.removesuffix("/s")),
    (RelationKind.RATE, "rate"): ("total", " / ", "duration", _rate, lambda total: f"{total}/s"),
    (RelationKind.RATE, "duration"): ("total", " / ", "rate", _days, lambda _: "day"),
}
"""Of each member the two that it follows from, their sign and calculation, and its dimension from the first one's."""


def derived_row(
    relation: Relation, item: Item, combined: Sequence[CombinedClaim], found: Solved, number: int = 1
) -> Row:
    """The claim on `item` that follows from `combined` claims of one source.

    It is of the time of those that change, unless it is fixed itself, and is said by their one speaker, else by all of
    them together. Its id is the slug of its item, `~` and the kind of the relation; `number` tells apart what two
    relations give.
    """
    rows = [row for one in combined for row in one.rows]
    first = min(rows, key=lambda row: (row.claim.reported, row.claim.id))
    speakers = sorted({row.speaker for row in rows})
    is_reported = any(row.claim.reported for row in rows)
    changing = [row for one in combined if one.changes for row in one.rows] or rows
    is_timed = item.attribute.over_time is not OverTime.FIXED or not any(one.changes for one in combined)
    timed = min(changing, key=lambda row: (not row.when_written, (row.when or ANYTHING).width, row.claim.id))
    name = slug(item.subject, item.attribute.name, *(value for _, value in item.scope))
    softening = _common_scope(rows)
    claim = Claim(
        id=f"{first.claim.source}/{name}~{relation.kind}" + (f"-{number}" if number > 1 else ""),
        source=first.claim.source,
        subject=item.subject,
        attribute=item.attribute.name,
        value=found.text,
        file=first.claim.file,
        locate=first.claim.locate,
        scope=tuple(sorted((*item.scope, *softening))),
        when=timed.claim.when if is_timed else None,
        said_by=first.claim.said_by if len(speakers) == 1 else None,
        stance=Stance.REPORTS if is_reported else Stance.ASSERTS,
        follows_from=tuple(row.claim.id for row in rows),
    )
    return Row(
        claim=claim,
        reading=_reading(relation, item, found),
        when=timed.when if is_timed else first.published,
        when_written=is_timed and timed.when_written,
        softening=softening,
        speaker=" & ".join(speakers),
        witness=_witness(rows),
        published=first.published,
    )


def _reading(relation: Relation, item: Item, found: Solved) -> Reading:
    return Reading(
        kind=item.kind,
        dimension=found.dimension,
        stated=found.stated,
        allowed=found.allowed,
        nominal=found.nominal,
        steps=(Step(found.text, f"follows by {relation.kind}"),),
        precision=found.precision,
        unit=found.unit,
        own=found.own,
        across=found.across,
    )


def _witness(rows: Sequence[Row]) -> str:
    """The source as soon as it says one of them itself, else those whom it reports."""
    own = [row.witness for row in rows if not row.claim.reported]
    return own[0] if own else " & ".join(sorted({row.witness for row in rows}))


def _common_scope(rows: Sequence[Row]) -> Scope:
    """The softening scope of several claims; where they differ, all that they say."""
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        for key, value in row.softening:
            found.setdefault(key, {}).setdefault(normalise(value), value)
    return tuple((key, " or ".join(values[name] for name in sorted(values))) for key, values in sorted(found.items()))
