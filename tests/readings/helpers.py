"""What the tests of the reader share: reading a text, and intervals as the design writes them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from crosscheck.model import Interval, Kind, Reading, ReadingSettings
from crosscheck.readings import Context, ReadingError, read
from crosscheck.readings.amounts.measures import declared
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.edtf import parse_edtf


def reading(
    text: str, kind: str | None = None, unit: str | None = None, *, relative_to: str | None = None,
    published: str | None = None, settings: ReadingSettings = ReadingSettings(), is_edtf: bool = False,
    fiscal_year: tuple[int, int] | None = None,
) -> Reading:  # fmt: skip
    anchors = {
        name: read(date, Context(Kind.DATE, is_edtf=True))
        for name, date in (("relative_to", relative_to), ("published", published))
        if date is not None
    }
    return read(
        text,
        Context(
            Kind(kind) if kind else None,
            unit,
            settings=settings,
            is_edtf=is_edtf,
            fiscal_year=fiscal_year,
            **anchors,
        ),
    )


def refusal(text: str, kind: str | None = None, unit: str | None = None, **context: str) -> ReadingError:
    """The error that a text is refused with; fails if it reads."""
    with pytest.raises(ReadingError) as caught:
        reading(text, kind, unit, **context)
    return caught.value


def interval(written: str, unit: str | None = None, kind: str | None = None) -> Interval:
    """`[13.5e9, 14.5e9)`, `(4000, ..)`, `{11}`: in a unit, brought to its axis."""
    if written.startswith("{"):
        value = Fraction(written[1:-1])
        made = Interval(value, value, True, True)
    else:
        low, high = (None if end == ".." else Fraction(end) for end in written[1:-1].split(", "))
        made = Interval(low, high, written[0] == "[", written[-1] == "]")
    return declared(unit, Kind(kind) if kind else None).to_axis(made) if unit else made


def days(first: str | None, last: str | None) -> Interval:
    """From the first day to the end of the last one, ISO 8601; None is open."""
    low = None if first is None else _day(first)
    high = None if last is None else _day(last) + cal.MINUTES_A_DAY
    return Interval(None if low is None else Fraction(low), None if high is None else Fraction(high))


def _day(iso: str) -> int:
    span = parse_edtf(iso)
    assert span is not None
    assert span.low is not None
    return span.low


def minutes(start: str, end: str) -> Interval:
    """From one minute up to, not including, another: `2025-08-18T12:00`."""
    low, high = (parse_edtf(minute) for minute in (start, end))
    assert low is not None
    assert high is not None
    assert low.low is not None
    assert high.low is not None
    return Interval(Fraction(low.low), Fraction(high.low))
