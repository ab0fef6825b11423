"""Messages of findings: one sentence that names the sources, quotes both, and says how far apart the values are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from crosscheck.comparing.boxes import boxes_of
from crosscheck.comparing.comparators import are_opposite, have_common
from crosscheck.comparing.headline import Headline, speaker_of
from crosscheck.comparing.quotations import around_difference
from crosscheck.formatting import dates_text, interval_text, measure_of, number_text, plural, scale_of
from crosscheck.model import Interval, Item, Kind, OverTime, Policy, Row, Side, Stance
from crosscheck.problems import shown
from crosscheck.readings.dates import calendar as cal

SIDES_NAMED = 3

SHOWN = 80
"""So many characters of a value are shown."""

MANIFOLD = 100
"""A figure that is so many times another is told as that many times, not as 99 % apart."""

LONG, YEAR = 730, 365.2425
"""So many days are told as years."""

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


def conflict_sentence(item: Item, sides: Sequence[Side], policy: Policy, headline: Headline | None = None) -> str:
    """What the sides of a conflict say, and how far apart the two claims are that give the verdict."""
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
    return f"{message}: {rest}." if rest else f"{message}."


def _differ_in_time(item: Item, a: Row, b: Row) -> bool:
    """Whether two claims are of two times that matter: of a value that does not change only those that are written."""
    matters = item.attribute.over_time is not OverTime.FIXED or (a.when_written and b.when_written)
    return matters and a.when != b.when


def _has_fallen(item: Item, a: Row, b: Row) -> bool:
    """Whether a running total is smaller at the later of two times."""
    if item.attribute.over_time is not OverTime.ACCUMULATES or a.when is None or b.when is None:
        return False
    earlier, later = (a, b) if a.when.before(b.when) else (b, a)
    return earlier.when is not None and later.when is not None and earlier.when.before(later.when)


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
    parts = [f"{shown(row.claim.text, 80)} ({row.claim.when or 'when published'}, {who(row, policy)})" for row in named]
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
        return shown(side.text, 80)
    fitting = [row for row in side.rows if common.contains(row.stated) or _is_in(row.reading.nominal, common)]
    narrow = min(row.stated.width for row in side.rows)
    if not fitting and common.width[1] * NARROW > narrow[1]:
        return interval_text(common, first, unit)
    texts = {row.claim.text for row in fitting}
    narrowest = min(fitting or side.rows, key=lambda row: (row.stated.width, row.claim.id)).claim.text
    return shown(side.text if side.text in texts else narrowest, 80)


def _is_in(value: Fraction | None, interval: Interval) -> bool:
    return value is not None and interval.contains(Interval(value, value, True, True))


def distance(low: Row, high: Row, unit: str | None) -> str:
    """The distance between two rows of an item, `1 billion USD apart (6.9 %)`; empty if they overlap."""
    if low.reading.stated is None or are_opposite(low, high):
        return ""
    one, other = (box.stated for box in boxes_of(low, high))
    if one.overlaps(other):
        return ""
    if low.reading.kind is Kind.DATE:
        return _days_apart(low, high)
    first, second = low.reading.nominal, high.reading.nominal
    if first is None or second is None:
        gap = _gap(one, other)
    else:
        gap = abs(second - first)
    if unit is None and low.reading.unit == high.reading.unit:
        unit = low.reading.unit or None
    measure = measure_of(low.reading.kind, low.reading.dimension, unit)
    shown = measure.from_axis(gap) + measure.unit.offset if measure is not None else gap
    if low.reading.kind is Kind.SHARE and unit in (None, "%"):
        return f"{number_text(shown * (100 if unit is None else 1))} percentage points apart"
    power, word = scale_of(shown)
    name = unit or ("" if low.reading.dimension == "count" else low.reading.dimension)
    words = " ".join(part for part in (number_text(shown / power), word, name if shown == 1 else plural(name)) if part)
    if not first or not second:
        return f"{words} apart"
    small, large = sorted((abs(first), abs(second)))
    if large >= small * MANIFOLD:
        return f"{words} apart ({number_text(Fraction(f'{float(large / small):.3g}'))} times as much)"
    percent = float(gap / large * 100)
    return f"{words} apart ({float(f'{percent:.2g}'):g} %)"


def _gap(a: Interval, b: Interval) -> Fraction:
    """The empty space between two intervals that do not overlap."""
    if a.high is not None and b.low is not None and a.high <= b.low:
        return b.low - a.high
    assert a.low is not None
    assert b.high is not None
    return a.low - b.high


def _days_apart(a: Row, b: Row) -> str:
    """In the unit as written if both are written in one, else in days between the nearest days."""
    unit = a.reading.precision
    if unit == b.reading.precision and a.reading.nominal is not None and b.reading.nominal is not None:
        count = _units_between(int(a.reading.nominal), int(b.reading.nominal), unit)
        if count:
            return f"{count} {unit}{'s' if count > 1 else ''} apart"
    days = int(_gap(a.stated, b.stated)) // cal.MINUTES_A_DAY
    if not {a.reading.precision, b.reading.precision} & {"hour", "minute"}:
        days += 1  # from the last day of the one to the first day of the other
    elif days == 0:
        return "less than a day apart"
    if days >= LONG:
        return f"about {round(days / YEAR)} years apart"
    return f"{days:,} day{'s' if days > 1 else ''} apart"


def _units_between(a: int, b: int, unit: str) -> int:
    """Whole calendar units between two minutes, 0 if they are not whole."""
    low, high = sorted((a, b))
    if unit in cal.MINUTES_IN:
        return (high - low) // cal.MINUTES_IN[unit]
    months = _month_number(high) - _month_number(low)
    size = cal.MONTHS_IN[unit]
    return months // size if months % size == 0 else 0


def _month_number(minute: int) -> int:
    year, month, _ = cal.date_of(minute // cal.MINUTES_A_DAY)
    return year * 12 + month - 1
