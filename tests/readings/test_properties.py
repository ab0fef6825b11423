"""What holds of every reading, on texts that hypothesis makes up."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.formatting import interval_text
from crosscheck.model import Interval, Kind, Reading
from crosscheck.readings import AXIS_KINDS, Context, ReadingError, kinds_of, read
from crosscheck.readings.amounts.measures import declared
from crosscheck.readings.amounts.units import unit_spellings
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.lexicon import currencies, en
from crosscheck.readings.lexicon.units import OPEN_UNITS
from readings.helpers import reading

modest = settings(deadline=None, max_examples=80, derandomize=True)
thorough = settings(modest, max_examples=300)

EXACT = ("ton", "month", "quarter", "year", "decade", "century", "millennium")
UNITS = sorted(
    spelling
    for spelling, unit in unit_spellings().items()
    if len(spelling) > 2 and not unit.is_open and not unit.offset and unit.symbol not in OPEN_UNITS
    # Behind a figure these are percent, and "3 in 3".
    if not re.match(r"(?:pc|in)[\^0-9]", spelling)
)

figures = st.one_of(
    st.integers(1, 10**7).map(str),
    st.integers(1, 10**7).map(lambda n: f"{n:,}"),
    st.decimals(Fraction(1, 100), 10**5, places=2).map(str),
    st.tuples(st.integers(1, 999), st.sampled_from(["million", "billion", "thousand", "trillion"])).map(
        lambda pair: f"{pair[0]} {pair[1]}"
    ),
    st.sampled_from(["twenty-one", "a hundred and fifty", "two and a half", "seven thousand five hundred", "a dozen"]),
)
amounts = st.one_of(
    figures.map(lambda figure: f"{figure} people"),
    figures.map(lambda figure: f"${figure}"),
    figures.map(lambda figure: f"{figure} percent"),
    st.tuples(figures, st.sampled_from(UNITS)).map(" ".join),
    st.tuples(figures, st.sampled_from(["years", "tons", "tons a month", "kg yearly", "months"])).map(" ".join),
    st.sampled_from(["half", "a third", "three of every four", "one in five", "2 out of 30"]),
)
days = st.tuples(st.integers(1600, 2400), st.integers(1, 12), st.integers(1, 28))
# A bare "c" before "$" may be Canadian, so it is refused.
hedges = st.sampled_from(sorted({word for word, meaning in en.HEDGES.items() if meaning == "approx"} - {"c"}))


def maybe(text: str, kind: Kind | None = None) -> Reading | None:
    try:
        return read(text, Context(kind))
    except ReadingError:
        return None


@modest
@given(amounts, hedges)
def test_a_hedge_only_widens(amount: str, hedge: str) -> None:
    plain, hedged = reading(amount), reading(f"{hedge} {amount}")
    assert hedged.dimension == plain.dimension
    assert hedged.nominal == plain.nominal
    assert hedged.stated.contains(plain.stated)
    assert hedged.allowed.contains(plain.allowed)


@modest
@given(amounts, st.sampled_from(["", *sorted(en.HEDGES)]), st.sampled_from(["", *sorted(en.HEDGES)]))
def test_what_is_stated_is_allowed(amount: str, first: str, second: str) -> None:
    found = maybe(f"{first} {second} {amount}")
    if found is not None:
        assert found.allowed.contains(found.stated)
        assert not is_empty(found.stated)


TIMES_BEHIND = ["last year", "Monday", "overnight", "this year", "so far", "on Friday", "over a decade", "nationwide"]
composed = st.one_of(
    st.tuples(amounts, st.sampled_from(["minus", "less", "plus", "and", "excluding", "net of"]), amounts).map(" ".join),
    st.tuples(
        st.integers(1, 10**4), st.sampled_from(["", " people", " years", " percent", " million", " dollars"])
    ).map(lambda pair: f"{pair[0]}-odd{pair[1]}"),
    st.tuples(
        st.sampled_from(["a", "some", "at least", "about", "fell"]),
        st.sampled_from(["5%", "$5m", "12-odd", "20-odd percent"]),
        st.sampled_from([*sorted(en.CHANGE_NOUNS)[::4], "in cuts", "more", "lower"]),
        st.sampled_from(TIMES_BEHIND),
    ).map(" ".join),
)


@thorough
@given(composed)
def test_of_what_is_composed_low_is_not_above_high(text: str) -> None:
    found = maybe(text)
    if found is not None:
        assert found.allowed.contains(found.stated)
        assert not is_empty(found.stated)


@pytest.mark.parametrize("behind", [*TIMES_BEHIND[:5], "nationwide", "compared with 2019", "year over year"])
def test_a_time_or_place_behind_a_change_leaves_its_direction(behind: str) -> None:
    for noun, direction in en.CHANGE_NOUNS.items():
        assert reading(f"a 5% {noun} {behind}").direction == direction


@modest
@given(
    st.integers(1, 9), st.integers(1, 9), st.integers(0, 6), st.sampled_from(["{} people", "${}", "{} km", "{} years"])
)
def test_more_digits_never_widen_the_share_of_the_value(first: int, second: int, zeros: int, wording: str) -> None:
    fewer = reading(wording.format(f"{first}0{'0' * zeros}"))
    more = reading(wording.format(f"{first}{second}{'0' * zeros}"))
    for one, other in ((more.stated, fewer.stated), (more.allowed, fewer.allowed)):
        assert share(one) <= share(other)


@modest
@given(st.integers(1, 999), st.integers(1, 6))
def test_a_round_count_may_be_rounded_to_its_last_digit_that_is_not_0(digits: int, zeros: int) -> None:
    value = digits * 10**zeros
    if value < 100:
        return
    written = str(value)
    half = Fraction(10 ** (len(written) - len(written.rstrip("0"))), 2)
    near, wide = min(half, Fraction(value, 40)), min(half, Fraction(value, 10))
    is_long = value >= 1000 and value % 100 == 0
    found = reading(written, "count")
    if is_long:
        assert found.stated == Interval(value - near, value + near, True, False)
        assert found.allowed == Interval(value - wide, value + wide, True, False)
    else:
        assert found.stated == Interval(Fraction(value), Fraction(value), True, True)
        assert found.allowed == Interval(value - wide, value + wide, True, True)
    assert reading(f"${written}").allowed == found.allowed


@modest
@given(figures)
def test_what_is_exact_is_a_point(figure: str) -> None:
    found, plain = reading(f"exactly {figure} people"), reading(f"{figure} people")
    assert found.stated == found.allowed == Interval(found.nominal, found.nominal, True, True)
    assert plain.stated.contains(found.stated)
    assert read(figure, Context(Kind.COUNT, is_exact=True)).stated == found.stated


def share(interval: Interval) -> Fraction:
    """The width of an interval as a share of its middle."""
    assert interval.low is not None
    assert interval.high is not None
    return (interval.high - interval.low) / (interval.high + interval.low)


def is_empty(interval: Interval) -> bool:
    low, high = interval.low, interval.high
    if low is None or high is None:
        return False
    return low > high or (low == high and not (interval.low_in and interval.high_in))


@modest
@given(figures, st.sampled_from(UNITS))
def test_units_are_multiples_of_the_axis(figure: str, unit: str) -> None:
    measure = declared(unit, None)
    bare, spelled = read(figure, Context(measure.kind, unit)), reading(f"{figure} {unit}", measure.kind)
    number = reading(figure, "count")
    assert bare.stated == spelled.stated
    assert spelled.nominal == measure.point(number.nominal)


ends = st.fractions(-(10**9), 10**9, max_denominator=1000)


@modest
@given(ends, st.fractions(0, 10**9, max_denominator=1000), st.sampled_from([*UNITS, *EXACT[1:], "°C", "t/year"]))
def test_showing_an_interval_in_a_unit_undoes_bringing_it_to_the_axis(
    low: Fraction, width: Fraction, unit: str
) -> None:
    measure = declared(unit, None)
    interval = Interval(low, low + width)
    assert measure.shown(measure.to_axis(interval)) == interval


@modest
@given(days)
def test_a_narrower_date_lies_inside_a_wider_one(day: tuple[int, int, int]) -> None:
    year, month, of_month = day
    name = en.MONTH_NAMES[month - 1]
    texts = [str(year), f"{name} {year}", f"{of_month} {name} {year}"]
    if year % 100 >= 10:  # "the 1800s" are a century
        texts.insert(0, f"the {year // 10}0s")
    for wider, narrower in pairwise(texts):
        assert reading(wider, "date").stated.contains(reading(narrower, "date").stated)
        assert reading(f"circa {wider}", "date").allowed.contains(reading(wider, "date").allowed)


@modest
@given(days)
def test_every_way_to_write_a_day_is_one_day(day: tuple[int, int, int]) -> None:
    year, month, of_month = day
    name = en.MONTH_NAMES[month - 1]
    weekday = en.WEEKDAY_NAMES[cal.weekday(cal.days(*day))]
    iso = reading(f"{year:04d}-{month:02d}-{of_month:02d}", "date").stated
    for text in (
        f"{of_month} {name} {year}", f"{name} {of_month}, {year}", f"{weekday}, {name} {of_month}, {year}",
        f"{name[:3]}. {of_month} {year}", f"the {of_month}th of {name} {year}", f"{year}/{month}/{of_month}",
    ):  # fmt: skip
        assert reading(text, "date").stated == iso


@modest
@given(days, st.integers(0, 5000))
def test_a_printed_date_reads_as_itself(day: tuple[int, int, int], length: int) -> None:
    low = cal.minutes(*day)
    interval = Interval(Fraction(low), Fraction(low + (length + 1) * cal.MINUTES_A_DAY))
    for made in (interval, Interval(interval.low, None), Interval(None, interval.high)):
        printed = interval_text(made, Reading(Kind.DATE, "date", made, made), None)
        assert reading(printed, "date").stated == made


@modest
@given(st.integers(-(10**12), 10**12), st.sampled_from([("count", None), ("money", "USD"), ("quantity", "kg")]))
def test_a_printed_point_reads_as_itself(value: int, axis: tuple[str, str | None]) -> None:
    kind, unit = axis
    point = Interval(Fraction(value), Fraction(value), True, True)
    printed = interval_text(point, Reading(Kind(kind), unit or "count", point, point), unit)
    found = read(printed, Context(Kind(kind)))
    if "lion" not in printed:
        assert found.nominal == value


@modest
@given(days, st.integers(1, 400), st.sampled_from(["day", "week", "month", "year"]))
def test_later_and_earlier_are_opposites(day: tuple[int, int, int], count: int, unit: str) -> None:
    year, month, of_month = day
    iso = f"{year:04d}-{month:02d}-{of_month:02d}"
    later = reading(f"{count} {unit}s later", "date", relative_to=iso)
    there = cal.iso(int(later.stated.low))
    back = reading(f"{count} {unit}s earlier", "date", relative_to=there)
    assert later.allowed.contains(later.stated)
    assert back.stated == reading(iso, "date").stated


VOCABULARY = sorted({
    word
    for table in (
        en.CARDINALS, en.SCALES, en.LETTER_SCALES, en.FRACTIONS, en.DOZENS, en.HEDGES, en.HEDGES_AFTER, en.COLLECTIVES,
        en.PARTS_OF_ALL, en.PERCENT, en.OUT_OF, en.ADVERBS, en.MONTHS, en.WEEKDAYS, en.SEASONS, en.THIRDS,
        en.DATE_BOUNDS,
        en.DATE_HEDGES, en.ERAS, en.CALENDAR_UNITS, en.LATER, en.EARLIER, en.NEIGHBOURS, en.FEW, en.NAMED_DAYS,
        en.DATE_PREFIXES, en.QUANTIFIERS, en.TIMES, en.WHOLE, en.EXTENTS, en.RELATIVE_WINDOWS, en.REACHES,
        en.EASTER, en.DECADES,
        en.WEEKDAY_HOLIDAYS, en.OPEN_ENDS, en.PER, en.PER_HEAD, en.NOT_A_NOUN, currencies.SIGNS, en.CURRENCY_NAMES,
        UNITS,
    )
    for word in table
})  # fmt: skip
SIGNS = [
    *"-–,.;:/~?%()[]'\"°+<>^\0\n",
    "XX",
    "..",
    "T",
    "²",
    "½",
    "፩",
    "①",
    "0",
    "00",
    "1999",
    "2024-02-30",
    "12:75",
    "3",
]
soups = st.lists(
    st.one_of(st.sampled_from(VOCABULARY), st.sampled_from(SIGNS), st.integers(0, 3000).map(str)), max_size=9
)
ANCHOR = read("circa 1999", Context(Kind.DATE))


@thorough
@given(st.one_of(st.text(max_size=40), soups.map(" ".join), soups.map("".join)))
def test_nothing_but_unreadable_is_ever_raised(text: str) -> None:
    for kind in (None, *AXIS_KINDS):
        for unit in (None, "kg/year") if kind is Kind.QUANTITY else (None,):
            try:
                found = read(text, Context(kind, unit, relative_to=ANCHOR, published=ANCHOR))
            except ReadingError as error:
                refused = str(error)
                assert refused
            else:
                assert not is_empty(found.stated)
                assert found.allowed.contains(found.stated)
                assert interval_text(found.allowed, found, unit)
    kinds_of(text, Context())


@pytest.mark.parametrize(
    "pattern",
    ["1", "1,", "1 ", "1.", "1.111.", "a", "a.", "a'", "about ", "in ", "the ", "from ", "one ", "million ",
     "5 million ", "(",
     "- ", "5 - ",
     "[1..", "2000/", "5 km ", "1/2 ", "and a half ", "early ", "a few ", "5 in ", "\u00bd", "XX", "1999 or ",
     "5 (5 ", "5 years ", "5 years and ", "the last ", "first ", "early to ", "18th and ", "1e5", "x 10^", "several ",
     "more than 5 but ", "5- to ", "within ", "nineteen ", "the day after ", "a week before ", "overnight into ",
     "May 1, ", "half past ", "5 o'clock ", "the turn of the ", "within a week of ", "Tuesday night into "],
)  # fmt: skip
def test_work_is_linear_in_the_length_of_the_text(pattern: str) -> None:
    short, middle, long = (steps(maybe, (pattern * length)[:length]) for length in (100, 1_000, 10_000))
    # What is quadratic takes a hundred times the steps for ten times the text.
    assert middle < 20 * short + 2_000
    assert long < 20 * middle + 2_000


def steps(function: Callable[[str], object], text: str) -> int:
    """The lines of Python that a call runs."""
    count = 0

    def trace(_: FrameType, event: str, __: object) -> Callable[..., object]:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function(text)
    finally:
        sys.settrace(before)
    return count
