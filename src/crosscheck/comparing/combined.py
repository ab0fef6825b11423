"""What one source says of one item: all of its claims taken together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from crosscheck.comparing.pairs import definition
from crosscheck.model import Attribute, Interval, Kind, OverTime, Row, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class CombinedClaim:
    """The claims of a source on an item, and what they have in common.

    Claims that do not overlap, or are defined differently, have nothing in common: then the reading is from the least
    to the greatest, and `consistent` is false. Lists of names count as the number of the names in them, or more unless
    one claims to be complete. `text` is the narrowest value as written, `unit` what the item's attribute declares, and
    `changes` says whether its values change with time.
    """

    rows: tuple[Row, ...]
    stated: Interval
    allowed: Interval
    consistent: bool
    dimension: str
    nominal: Fraction | None
    precision: str
    unit: str | None
    narrowest: Row
    text: str
    changes: bool = False

    @staticmethod
    def of(rows: Sequence[Row], attribute: Attribute) -> CombinedClaim:
        unit, changes = attribute.unit, attribute.over_time is not OverTime.FIXED
        if rows[0].reading.kind is Kind.NAMES:
            return _counted(rows, unit, changes)
        narrowest = min(rows, key=lambda row: (row.stated.width, row.claim.id))
        reading = narrowest.reading
        is_one = len({definition(row) for row in rows}) == 1
        stated, overlap = _together([row.stated for row in rows], is_one)
        allowed, _ = _together([row.allowed for row in rows], is_one)
        return CombinedClaim(
            rows=tuple(rows),
            stated=stated,
            allowed=allowed,
            consistent=is_one and overlap,
            dimension=reading.dimension,
            nominal=reading.nominal,
            precision=reading.precision,
            unit=unit,
            narrowest=narrowest,
            text=narrowest.claim.text,
            changes=changes,
        )


def _counted(rows: Sequence[Row], unit: str | None, changes: bool) -> CombinedClaim:
    """How many names lists have, taken together. "Other …" names are at least one more, however complete the list."""
    named = Fraction(len({term for row in rows for term in row.reading.terms}))
    complete = [row for row in rows if row.claim.exhaustive and not row.reading.excludes]
    most = [Fraction(len(row.reading.terms)) for row in complete]
    narrowest = min(complete or rows, key=lambda row: (-len(row.reading.terms), row.claim.id))
    count = Interval(min(named, *most), max(named, *most), True, True) if most else Interval(named, None)
    text = ", ".join(dict.fromkeys(row.claim.text for row in ([narrowest] if complete else rows)))
    is_one = all(number == named for number in most) and len({definition(row) for row in rows}) == 1
    nominal = named if most else None
    return CombinedClaim(
        rows=tuple(rows),
        stated=count,
        allowed=count,
        consistent=is_one,
        dimension="count",
        nominal=nominal,
        precision="",
        unit=unit,
        narrowest=narrowest,
        text=text,
        changes=changes,
    )


def _together(intervals: Sequence[Interval], is_one: bool) -> tuple[Interval, bool]:
    """What intervals of one definition have in common, else all that they cover; and whether they have something."""
    common = intervals[0]
    for interval in intervals[1:]:
        if not (is_one and common.overlaps(interval)):
            return reduce(Interval.hull, intervals), False
        common = common.intersection(interval)
    return common, True


def side_of(combined: CombinedClaim) -> Side:
    return Side(
        rows=combined.rows,
        own=combined.rows,
        stated=combined.stated,
        allowed=combined.allowed,
        text=combined.text,
    )
