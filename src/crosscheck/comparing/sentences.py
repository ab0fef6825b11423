"""Messages of findings: one sentence that names the sources, quotes both, and says how far apart the values are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from crosscheck.comparing.comparators import have_common
from crosscheck.comparing.distances import distance
from crosscheck.comparing.headline import Headline, speaker_of
from crosscheck.comparing.quotations import around_difference
from crosscheck.formatting import dates_text, interval_text
from crosscheck.model import Item, Kind, OverTime, Policy, Row, Side, Stance
from crosscheck.problems import shown

SIDES_NAMED = 3

NAMED = 3
"""So many of a list are named in a message."""

SHOWN = 80
"""So many characters of a value are shown."""

NARROW = 10
"""What two claims have in common is named only if it is more than this part of the narrower one."""


def who(row: Row, policy: Policy) -> str:
    """Who says a claim: the source, and the speaker if it passes on another's words."""
    name = label(row.claim.source, policy)
    return f"{row.claim.said_by} (in {name})" if row.claim.said_by else name


def label(source: str, policy: Policy) -> str:
    """What a source is called: its publisher, else its id."""
    known = policy.sources.get(source)
    return known.label if known else source


def enumerated(parts: Sequence[str]) -> str:
    """`a, b and c`."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]


def some(parts: Sequence[str]) -> str:
    """`a, b, c and 4 more`: the first ones of many."""
    more = len(parts) - NAMED
    return enumerated([*parts[:NAMED], f"{more:,} more"] if more > 0 else parts)


def conflict_sentence(
    item: Item, sides: Sequence[Side], policy: Policy, headline: Headline | None = None
) -> tuple[str, str]:
    """What the sides of a conflict say, and how far apart the two claims are that give the verdict.

    The second is the part of the first that says how far: nothing if they are not compared by size.
    """
    rows = {number: [speaker_of(side)] for number, side in enumerate(sides)}
    if headline is not None:
        (one, other), (a, b) = headline
        rows |= {one: [a], other: [b]} if one != other else {one: [a, b]}
    else:
        a, b = rows[0][0], rows[len(sides) - 1][0]
        one, other = 0, len(sides) - 1
    named = sorted(sorted(rows, key=lambda number: number not in (one, other))[:SIDES_NAMED])
    is_timed = _differ_in_time(item, a, b)
    texts = _texts(item, a, b)
    parts = [_says(row, policy, texts, is_timed=is_timed) for number in named for row in rows[number]]
    more = len(rows) - len(named)
    message = "; ".join(parts) + (f"; and {more} more" if more > 0 else "")
    both_state = Stance.DISPUTES not in (a.claim.stance, b.claim.stance)
    far = distance(a, b, item.attribute.unit) if both_state else ""
    fell = "a running total that fell" if both_state and _has_fallen(item, a, b) else ""
    rest = "; ".join(part for part in (far, fell) if part)
    return (f"{message}: {rest}.", f"{rest}.") if rest else (f"{message}.", "")


def _differ_in_time(item: Item, a: Row, b: Row) -> bool:
    """Whether two claims are of two times that matter: of a value that does not change only those that are written."""
    matters = item.attribute.over_time is not OverTime.FIXED or (a.when_written and b.when_written)
    return matters and a.when != b.when


def _has_fallen(item: Item, a: Row, b: Row) -> bool:
    """Whether a running total fell: of two times it is in conflict, and one that grew is not."""
    is_total = item.attribute.over_time is OverTime.ACCUMULATES
    return is_total and a.when is not None and b.when is not None and not a.when.overlaps(b.when)


def time_of(row: Row) -> str:
    """The time of a value: as written, else when its source was published."""
    if row.claim.when is not None or row.when is None:
        return row.claim.when or "no time"
    return f"published {dates_text(row.when)}"


def _texts(item: Item, a: Row, b: Row) -> dict[str, str]:
    """What is shown of two quotations, by claim: where they are long, the words around the first difference."""
    if item.kind is not Kind.QUOTATION:
        return {}
    texts = around_difference(a.claim.text, b.claim.text, SHOWN)
    return dict(zip((a.claim.id, b.claim.id), texts, strict=True))


def _says(row: Row, policy: Policy, texts: Mapping[str, str], *, is_timed: bool) -> str:
    verb = {Stance.DISPUTES: "disputes", Stance.REPORTS: "is reported with", Stance.ASSERTS: "has"}[row.claim.stance]
    if row.claim.said_by and row.claim.stance is Stance.REPORTS:
        verb = "says"
    scope = [f"{key}: {value}" for key, value in row.softening]
    aside = ", ".join([*scope, time_of(row)] if is_timed else scope)
    text = shown(texts.get(row.claim.id, row.claim.text), SHOWN)
    return f"{who(row, policy)} {verb} {text}" + (f" ({aside})" if aside else "")


def superseded_sentence(rows: Sequence[Row], policy: Policy) -> str:
    """How a value changed, in the order of its times."""
    named = rows if len(rows) <= SIDES_NAMED else (rows[0], rows[-1])
    parts = [f"{shown(row.claim.text, SHOWN)} ({time_of(row)}, {who(row, policy)})" for row in named]
    if len(named) < len(rows):
        parts.insert(1, "…")
    return "The value changed: " + ", then ".join(parts) + "."


def agreement_sentence(sides: Sequence[Side], policy: Policy, unit: str | None = None) -> str:
    """Which witnesses share a value; `unit` is that of the attribute."""
    parts = []
    for side in sides[:SIDES_NAMED]:
        names = list(dict.fromkeys(who(row, policy) for row in side.rows))
        converted = "" if side.stated is None or have_common(row.stated for row in side.rows) else ", as converted"
        parts.append(f"{enumerated(names)} agree on {_shared_value(side, unit)}{converted}")
    return "; ".join(parts) + "."


def _shared_value(side: Side, unit: str | None) -> str:
    """What a side shares: a claim of it whose figure all others can mean, else what they have in common."""
    common, first = side.stated, side.rows[0].reading
    if common is None:
        return shown(side.text, SHOWN)
    fitting = [
        row
        for row in side.rows
        if common.contains(row.stated) or (row.reading.nominal is not None and common.holds(row.reading.nominal))
    ]
    narrow = min(row.stated.width for row in side.rows)
    if not fitting and common.width[1] * NARROW > narrow[1]:
        return interval_text(common, first, unit)
    texts = {row.claim.text for row in fitting}
    narrowest = min(fitting or side.rows, key=lambda row: (row.stated.width, row.claim.id)).claim.text
    return shown(side.text if side.text in texts else narrowest, SHOWN)
