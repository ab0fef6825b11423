"""How often the reader is right, refuses, or is wrong, on sets that were made elsewhere.

    python benchmarks/readings_accuracy.py [--half build|held-out|both] [--list wrong|refused|all]

Every set is parted by the SHA-256 of its text: what is even was looked at while the grammar was built, what is odd is
for measuring. Refusing is no failure; reading a value as another is. Where this project reads otherwise on purpose
("19th century" is 1801 to 1900 here, 1800 to 1899 in some sets), one of CONVENTIONS says so, as
docs/dates.md does; what none of them explains is wrong.
Dates that count from the span of speaking ("tomorrow at 5") are out of scope; the last row leaves them out.

The data lie outside the repository, in ../shared/data; without them there is nothing to measure.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from crosscheck.model import Interval, Kind, Reading
from crosscheck.readings import Context, ReadingError, read
from crosscheck.readings.amounts.measures import declared
from crosscheck.readings.amounts.units import unit_of

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
EPOCH = date(1970, 1, 1).toordinal()
FROM_NOW = ("duckling date", "recognizers DateParser", "recognizers DatePeriodParser")
CLOSE = 1e-6
"""Relative: the sets give decimals of a few digits."""


@dataclass(frozen=True)
class Case:
    """One text; `judge` says what is wrong with its reading, "" if nothing."""

    set: str
    text: str
    context: Context
    judge: Callable[[Reading], str]
    group: str = ""

    @property
    def counts_from_now(self) -> bool:
        """A date without a year of its own, in the sets of assistants that take what is said today: out of scope."""
        return self.set in FROM_NOW and not re.search("[0-9]{4}", self.text)

    @property
    def half(self) -> str:
        digest = hashlib.sha256((self.group or self.text).encode()).digest()
        return "held-out" if digest[-1] % 2 else "build"


# ------------------------------------------------------------------------------------------- what is expected


def near(found: Fraction | float | None, wanted: float, tolerance: float = CLOSE) -> bool:
    return found is not None and abs(float(found) - wanted) <= tolerance * max(abs(wanted), 1e-12)


def value(wanted: float, tolerance: float = CLOSE) -> Callable[[Reading], str]:
    """The figure as written is `wanted`, on the axis."""

    def judge(reading: Reading) -> str:
        return "" if near(reading.nominal, wanted, tolerance) else f"{wanted} was expected, {shown(reading)} was read"

    return judge


def no_value(reading: Reading) -> str:
    """The set says that this is no value; refusing it is right."""
    return f"a refusal was expected, {shown(reading)} was read"


def days(first: str | None, last: str | None) -> Callable[[Reading], str]:
    """The first and the last day that are stated, ISO 8601; None: open."""

    def judge(reading: Reading) -> str:
        assert reading.stated is not None
        # A time of day is told by its day.
        low = None if reading.stated.low is None else reading.stated.low // 1440
        high = None if reading.stated.high is None else -(-reading.stated.high // 1440)
        wanted = (None if first is None else day(first), None if last is None else day(last) + 1)
        return "" if (low, high) == wanted else f"{first} to {last} was expected, {shown(reading)} was read"

    return judge


def day(iso: str) -> int:
    """Days since 1970 of an ISO date of any year; years repeat after 400."""
    sign, digits = (-1, iso[1:]) if iso.startswith("-") else (1, iso)
    year, month, of_month = digits.split("-")
    cycles, rest = divmod(sign * int(year) - 2000, 400)
    return date(2000 + rest, int(month), int(of_month)).toordinal() - EPOCH + cycles * 146097


def shown(reading: Reading) -> str:
    from crosscheck.formatting import interval_text

    assert reading.stated is not None
    return f"{reading.kind} {interval_text(reading.stated, reading, None)}"


def published(iso: str) -> Context:
    reading = read(iso, Context(Kind.DATE))
    return Context(Kind.DATE, relative_to=reading, published=reading)


# ------------------------------------------------------------------------------------------------- the sets


def load(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


VALUE_KINDS = {
    "money": Kind.MONEY, "money rate": Kind.MONEY, "money (de)": Kind.MONEY, "count": Kind.COUNT,
    "fraction": Kind.SHARE, "duration": Kind.DURATION,
}  # fmt: skip


def values() -> Iterator[Case]:
    data = load("values.json")
    for part in ("dates", "edtf"):
        for entry in data[part]:
            first, last = entry["first"], entry["last"]
            judge = days(first, last) if first or last else no_value
            yield Case(f"values.json {part}", entry["text"], Context(Kind.DATE), judge)
    for entry in data["amounts"]:
        kind = VALUE_KINDS.get(entry["kind"], Kind.QUANTITY)
        yield Case("values.json amounts", entry["text"], Context(kind), amount(entry, kind))


def amount(entry: dict[str, Any], kind: Kind) -> Callable[[Reading], str]:
    low, high = entry["nominal"]
    if kind is Kind.DURATION:
        low, high = low / 86400, high / 86400
    elif entry["unit"] == "USD/kWh":
        low, high = low / 3.6e6, high / 3.6e6

    def judge(reading: Reading) -> str:
        stated, allowed = reading.stated, reading.allowed
        assert stated is not None
        assert allowed is not None
        held = all(holds(interval, end) for interval in (stated, allowed) for end in (low, high))
        sides = {"gt": stated.low, "ge": stated.low, "le": stated.high, "lt": stated.high, "over": stated.low}
        end = sides.get(entry["hedge"])
        is_near = end is None or near(end, low, 0.011 if "ton" in entry["text"] or kind is Kind.DURATION else CLOSE)
        return "" if held and is_near else f"{entry['hedge']} {low} to {high} was expected, {shown(reading)} was read"

    return judge


def holds(interval: Interval, wanted: float) -> bool:
    low, high = interval.low, interval.high
    return (low is None or low <= wanted * (1 + CLOSE)) and (high is None or wanted * (1 - CLOSE) <= high)


def edtf_words() -> Iterator[Case]:
    for entry in load("dates/edtf_natlang.json"):
        wanted = entry["edtf"]
        judge = no_value if wanted is None else like_edtf(wanted)
        yield Case("edtf natlang", entry["text"], Context(Kind.DATE), judge)


def like_edtf(wanted: str) -> Callable[[Reading], str]:
    def judge(reading: Reading) -> str:
        try:
            other = read(wanted, Context(Kind.DATE))
        except ReadingError:
            return f"{wanted} was expected, {shown(reading)} was read"
        return "" if other.stated == reading.stated else f"{wanted} was expected, {shown(reading)} was read"

    return judge


def edtf_bounds() -> Iterator[Case]:
    for entry in load("dates/edtf_bounds.json"):
        bounds = entry["bounds"]
        if isinstance(bounds, str) or not all(isinstance(bound, str) for bound in bounds):
            continue  # flags, and pairs of dates that are no test of a date
        first, last = bounds[0], bounds[1] if len(bounds) in (2, 4) else bounds[0]
        judge = days(None if first == "-inf" else first, None if last == "inf" else last)
        yield Case("edtf bounds", entry["edtf"], Context(Kind.DATE, is_edtf=True), judge)


DUCKLING = {
    "AmountOfMoney": Kind.MONEY, "Duration": Kind.DURATION, "Distance": Kind.QUANTITY, "Volume": Kind.QUANTITY,
    "Quantity": Kind.QUANTITY, "Temperature": Kind.QUANTITY, "Numeral": Kind.COUNT, "Time": Kind.DATE,
}  # fmt: skip
DUCKLING_NOW = "2013-02-12"


def duckling() -> Iterator[Case]:
    """The strings of a group mean one value: each must read as the first of them that reads does."""
    for group in load("duckling/en_corpus.json"):
        kind = DUCKLING.get(group["dimension"].split("_")[0])
        if kind is None or "examples" in group["expected"]:
            continue
        context = published(DUCKLING_NOW) if kind is Kind.DATE else Context(kind)
        agreed: list[tuple[str, Reading]] = []
        for text in dict.fromkeys(group["texts"]):
            yield Case(f"duckling {kind}", text, context, same_as(text, agreed), group=group["texts"][0])


def same_as(text: str, agreed: list[tuple[str, Reading]]) -> Callable[[Reading], str]:
    def judge(reading: Reading) -> str:
        if not agreed:
            agreed.append((text, reading))
        other, first = agreed[0]
        if reading.kind is Kind.DATE:
            is_one = reading.stated == first.stated
        else:
            is_one = reading.dimension == first.dimension and reading.nominal == first.nominal
            is_one &= bool(first.nominal is not None or reading.stated == first.stated)
        return "" if is_one else f"as {other!r}, {shown(first)}, was expected, {shown(reading)} was read"

    return judge


ISO = {"Dollar": "USD", "United States dollar": "USD", "Euro": "EUR", "Pound": "GBP", "British pound": "GBP"}
MINOR = ("Cent", "Pence", "Penny", "Euro cent", "Sen", "Fen")
OPEN = {"Ton": "ton", "Gallon": "gal"}
UNITS = {"Age": "year", "C": "°C", "F": "°F", "K": "K", "Year": "year", "Month": "month", "Week": "week", "Day": "day",
         "Square kilometer": "km2", "Square mile": "sq mi", "Square meter": "m2", "Cubic meter": "m3",
         "Kilometer per hour": "km/h", "Mile per hour": "mph"}  # fmt: skip


def recognizers() -> Iterator[Case]:
    """The span of each input that has exactly one; dates without a year count back from its reference date."""
    for model, make in RECOGNIZERS.items():
        for entry in load(f"recognizers/{model}.json"):
            if len(entry["Results"]) == 1:
                result = entry["Results"][0]
                made = make(result, entry.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10])
                if made is not None:
                    yield Case(f"recognizers {model}", result["Text"], *made)


Made = tuple[Context, Callable[[Reading], str]] | None


def number(result: dict[str, Any], _: str) -> Made:
    """What is less than one is declared a share, since no fraction is a count."""
    wanted = float(result["Resolution"]["value"])
    return Context(Kind.SHARE, "share") if 0 < abs(wanted) < 1 else Context(Kind.COUNT), value(wanted, 1e-9)


def number_range(result: dict[str, Any], _: str) -> Made:
    """Figures that are rounded, and a bound without an end, reach further here than there: by 5 % and to 0 or 1.5 ×."""
    ends = [float(end) if end else None for end in result["Resolution"]["value"].strip("[]()").split(",")]

    def judge(reading: Reading) -> str:
        assert reading.stated is not None
        assert reading.allowed is not None
        found = reading.stated.low, reading.stated.high
        closed = all(wanted is None or near(end, wanted, 0.051) for end, wanted in zip(found, ends, strict=True))
        has_floor = ends[0] is None and reading.allowed.low not in (None, 0)
        has_top = ends[1] is None and reading.allowed.high is not None
        return "" if closed and not has_floor and not has_top else f"{ends} was expected, {shown(reading)} was read"

    return Context(Kind.COUNT), judge


def percent(result: dict[str, Any], _: str) -> Made:
    written = result["Resolution"]["value"].rstrip("%").replace(",", "")
    return None if written == "null" else (Context(Kind.SHARE), value(float(written) / 100))


def money(result: dict[str, Any], _: str) -> Made:
    resolution = result["Resolution"]
    if resolution["value"] is None:
        return None
    code = resolution.get("isoCurrency") or ISO.get(resolution["unit"])
    wanted = value(float(resolution["value"]) / (100 if resolution["unit"] in MINOR else 1))

    def judge(reading: Reading) -> str:
        if code is not None and reading.dimension != code:
            return f"{code} was expected, {shown(reading)} was read"
        return wanted(reading)

    return Context(Kind.MONEY), judge


def measured(kind: Kind) -> Callable[[dict[str, Any], str], Made]:
    def make(result: dict[str, Any], _: str) -> Made:
        resolution = result["Resolution"]
        if resolution["value"] is None:
            return None
        # Which ton or gallon is not said, neither here nor there.
        symbol = "t" if "tonne" in result["Text"] else OPEN.get(resolution["unit"])
        if symbol is not None:
            return Context(kind), value(float(Fraction(resolution["value"]) * unit_of(symbol).mean))
        try:
            axis = declared(UNITS.get(resolution["unit"], resolution["unit"]), kind)
        except ReadingError:
            return Context(kind), lambda r: f"{resolution} was expected, {shown(r)} was read"
        return Context(kind), value(float(axis.point(Fraction(resolution["value"]))))

    return make


def single_date(result: dict[str, Any], now: str) -> Made:
    wanted = result["Value"]["PastResolution"].get("date")
    return None if wanted is None else (published(now), days(wanted, wanted))


def period(result: dict[str, Any], now: str) -> Made:
    resolution = result["Value"]["PastResolution"]
    first, last = resolution.get("startDate"), resolution.get("endDate")
    if first is None or last is None or result["Value"].get("Mod"):
        return None
    # The end of a calendar unit lies outside there, that of "October 2 to 22" is the day that is named.
    before = days(first, (date.fromisoformat(last) - timedelta(days=1)).isoformat())
    named = days(first, last)
    return published(now), lambda reading: before(reading) and named(reading) and before(reading)


def duration(result: dict[str, Any], _: str) -> Made:
    seconds = float(result["Value"]["PastResolution"]["duration"])
    # A month is 30 days there, a year 365.
    return Context(Kind.DURATION), value(seconds / 86400, 0.02)


RECOGNIZERS: dict[str, Callable[[dict[str, Any], str], Made]] = {
    "NumberModel": number, "NumberRangeModel": number_range, "PercentModel": percent, "CurrencyModel": money,
    "DimensionModel": measured(Kind.QUANTITY), "AgeModel": measured(Kind.DURATION),
    "TemperatureModel": measured(Kind.QUANTITY), "DateParser": single_date, "DatePeriodParser": period,
    "DurationParser": duration,
}  # fmt: skip

FACTS: dict[str, tuple[Kind, str | None]] = {
    "area": (Kind.QUANTITY, "km2"), "land_area": (Kind.QUANTITY, "km2"), "coastline": (Kind.QUANTITY, "km"),
    "mean_elevation": (Kind.QUANTITY, "m"), "density": (Kind.QUANTITY, None), "population": (Kind.COUNT, None),
    "gdp_ppp": (Kind.MONEY, "USD"), "gini": (Kind.COUNT, None), "literacy": (Kind.SHARE, "%"),
    "life_expectancy": (Kind.DURATION, "year"), "independence": (Kind.DATE, None), "calling_code": (Kind.NAMES, None),
    "capital": (Kind.NAMES, None), "landlocked": (Kind.CATEGORY, None),
}  # fmt: skip


def facts() -> Iterator[Case]:
    """There is no expectation: what is measured is how many are read, and that none crashes."""
    with (DATA / "country-facts" / "claims.csv").open(encoding="utf-8", newline="") as file:
        distinct = sorted({(row["attribute"], row["value"]) for row in csv.DictReader(file)})
    for attribute, text in distinct:
        yield Case(f"country-facts {attribute}", text, Context(*FACTS[attribute]), lambda _: "")


# ------------------------------------------------------------------------------------------- the conventions

CONVENTIONS = {
    "the 19th century is 1801 to 1900": r"[Cc]entury.*(?:\d\d01-01-01 to |until )\d*00-12-31 was read",
    "the 1800s are 1800 to 1899": r"1800s.*1800-01-01 to 1899-12-31 was read",
    "the 2000s are a decade": r"2000s.*2000-01-01 to 2009-12-31 was read",
    "years before Christ are numbered as in ISO 8601: 1 BC is 0": r"64 BCE.*date -0063 was read",
    "“before” a date ends where the date begins": r"(?:before|earlier than).*/1\d.*date until",
    "“after” a date begins where it ends": r"(?:after|later than).*1\d.*/ was expected, date from",
    "a season is three months": r"[Ss]pring 1849.*-03-01 to 1849-05-31|2010-24.*2010-12-01 to 2011-02-28",
    "an end keeps its third": r"mid 1860s.*to 1866-12-31|early 1930s.*to 1933-12-31",
    "`1863 or 1864` is both years": r"1863 or 1864.*1863-01-01 to 1864-12-31",
    "an interval of EDTF may be open": r"edtf bounds: '(?:/|.*/').*date (?:until|from)",
    "a hedge widens both ends of a range": r"(?:around|about) .*(?:9.5–21 USD|0.0019|0.00195).* was read",
    "a date without a year": r"(?:thanksgiving|halloween|friday|MLK|Martin).*(?:, date 2012|, date 2013-01-21)",
    "a weekday alone, is the last one": r"Feb.* 18'.*as 'monday', date 2013-02-11|weekend': 2016-11-12.*2016-11-05",
    "the past week is the last seven days": r"past week.*2013-02-05 to 2013-02-11",
    "a time without a.m. or p.m. is on the 24-hour clock": r"3:30.*T03:30",
    "a time such as 9 p.m. is the whole hour": r"[89] am .*:59 was read",
    "four digits alone are a year": r"approximately 1030.*date 1030 was read",
    "a few are 2 to 6": r"few (?:minutes|months)",
    "every part of the day has its hours": r"as 'last night'.*T17:00|as 'this evening'.*T18:00",
    "the first week is the seven days from the first": r"week of.*(?:01-01 to \d*-01-07|12-25 to \d*-12-31|01-15 to )",
    "a range includes both ends": r"(?:through 2018|March 2019|2018 May)'.*to 201[89]-(?:12|03|05)-31",
    "the next three decades begin on the day of publication": r"next 3 decades.*2016-11-08 to 2046-11-07",
}
"""What is read otherwise than in a set, on purpose, in the words of docs/dates.md and the pages beside it; and a
complaint of its kind."""


def by_convention(complaint: str) -> str:
    """The convention that explains a complaint, "" if none does."""
    return next((name for name, pattern in CONVENTIONS.items() if re.search(pattern, complaint)), "")


# ------------------------------------------------------------------------------------------------ the tables


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--half", choices=["build", "held-out", "both"], default="build")
    parser.add_argument("--list", choices=["wrong", "convention", "refused", "all", "none"], default="wrong")
    options = parser.parse_args()
    if not DATA.is_dir():
        print("nothing to measure: there is no folder ../shared/data beside this repository", file=sys.stderr)
        return 0
    sources = (values, edtf_words, edtf_bounds, duckling, recognizers, facts)
    counts, listed = run((case for source in sources for case in source()), options.half)
    print_table(counts, options.half)
    for outcome in ("wrong", "convention", "refused", "right"):
        if options.list in (outcome, "all"):
            print_list(outcome, listed[outcome])
    return 0


Counts = dict[str, Counter[str]]
NOW = ", counted from now"


def run(cases: Iterable[Case], half: str) -> tuple[Counts, dict[str, list[str]]]:
    counts: Counts = defaultdict(Counter)
    listed: dict[str, list[str]] = defaultdict(list)
    for case in cases:
        if half not in ("both", case.half):
            continue
        try:
            why = case.judge(read(case.text, case.context))
            convention = by_convention(f"{case.set}: {case.text!r}: {why}") if why else ""
            outcome = "convention" if convention else "wrong" if why else "right"
            why += f" ({convention})" if convention else ""
        except ReadingError as error:
            outcome, why = "right" if case.judge is no_value else "refused", str(error)
        counts[case.set + NOW * case.counts_from_now][outcome] += 1
        listed[outcome].append(f"{case.set}: {case.text!r}: {why}")
    return counts, listed


def print_table(counts: Counts, half: str) -> None:
    columns = f"{'right':>6} {'refused':>8} {'convention':>10} {'wrong':>6}"
    print(f"{half + ':':<48} {'texts':>6} {columns}  wrong of what is read")
    total: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    in_scope: Counter[str] = Counter()
    for name, count in counts.items():
        print_row(name, count)
        total.update(count)
        if not name.startswith("country-facts"):
            judged.update(count)
        if not name.startswith("country-facts") and not name.endswith(NOW):
            in_scope.update(count)
    print_row("all", total)
    print_row("all that say what to expect", judged)
    print_row("all of these that are in scope", in_scope)


def print_row(name: str, count: Counter[str]) -> None:
    known = count["right"] + count["convention"] + count["wrong"]
    rate = f"{100 * count['wrong'] / known:.1f} %" if known else ""
    columns = f"{count['right']:>6} {count['refused']:>8} {count['convention']:>10} {count['wrong']:>6}"
    print(f"{name:<48} {count.total():>6} {columns}  {rate}")


def print_list(outcome: str, lines: list[str]) -> None:
    print(f"\n{outcome}:")
    for line in lines:
        print(f"  {line}")


if __name__ == "__main__":
    sys.exit(main())
