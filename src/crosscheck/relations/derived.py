"""Derived claims: what a source says of an item without saying it, by a relation and its claims on the other items."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from crosscheck.comparing.combined import CombinedClaim
from crosscheck.model import Claim, Interval, Item, Reading, Relation, Row, Scope, Stance, Step
from crosscheck.relations.equations import Solved
from crosscheck.vocabulary import normalise, slug


def derived_row(
    relation: Relation, item: Item, combined: Sequence[CombinedClaim], found: Solved, number: int = 1
) -> Row:
    """The claim on `item` that follows from `combined` claims of one source.

    It is of the time of those that change, and is said by their one speaker, else by all of them together. Its id is
    the slug of its item, `~` and the kind of the relation; `number` tells apart what two relations give.
    """
    rows = [row for one in combined for row in one.rows]
    first = min(rows, key=lambda row: (row.claim.reported, row.claim.id))
    speakers = sorted({row.speaker for row in rows})
    is_reported = any(row.claim.reported for row in rows)
    changing = [row for one in combined if one.changes for row in one.rows] or rows
    timed = min(changing, key=lambda row: (not row.when_written, *_length(row.when), row.claim.id))
    source = first.claim.source
    name = slug(item.subject, item.attribute.name, *(value for _, value in item.scope))
    softening = _common_scope(rows)
    suffix = f"~{relation.kind}" + (f"-{number}" if number > 1 else "")
    claim = Claim(
        id=f"{source}/{name}{suffix}",
        source=source,
        subject=item.subject,
        attribute=item.attribute.name,
        value=found.text,
        file=first.claim.file,
        locate=first.claim.locate,
        scope=tuple(sorted((*item.scope, *softening))),
        when=timed.claim.when,
        said_by=first.claim.said_by if len(speakers) == 1 else None,
        stance=Stance.REPORTS if is_reported else Stance.ASSERTS,
        follows_from=tuple(row.claim.id for row in rows),
    )
    return Row(
        claim=claim,
        reading=_reading(relation, item, found),
        when=timed.when,
        when_written=timed.when_written,
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
    )


def _length(time: Interval | None) -> tuple[int, Fraction]:
    if time is None or time.low is None or time.high is None:
        return 1, Fraction(0)
    return 0, time.high - time.low


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
