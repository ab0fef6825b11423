"""The table of the design's section 5, line by line: what each wording states and allows, and which ends belong."""

from __future__ import annotations

from fractions import Fraction

import pytest

from crosscheck.model import ReadingSettings
from crosscheck.readings.numbers.number import MAX_DIGITS
from readings.helpers import interval, reading, refusal

SAME = "same"

# wording, kind, the unit in which the intervals are given, stated, allowed
TABLE = {
    "exact": [
        ("exactly 1,000", "count", None, "{1000}", SAME),
        ("precisely $14 billion", "money", "USD", "{14e9}", SAME),
        ("all 10", "count", None, "{10}", SAME),
        ("all 300 homes", "count", None, "{300}", SAME),
        ("a total of 10", "count", None, "{10}", SAME),
        ("exactly 97%", "share", "%", "{97}", SAME),
        ("exactly half", "share", "share", "{0.5}", SAME),
        ("exactly 3 km", "quantity", "km", "{3}", SAME),
        ("$12,512.40", "money", "USD", "{12512.40}", SAME),
        ("£12.50 an hour", "money", "GBP/hour", "{12.50}", SAME),
        ("$0.15 per kWh", "money", "USD/kWh", "{0.15}", SAME),
        ("$5", "money", "USD", "{5}", SAME),
        ("11 people", "count", None, "{11}", SAME),
        ("1,235", "count", None, "{1235}", SAME),
    ],
    "bare, with two zeros or more": [
        ("1,500 people", "count", None, "[1462.5, 1537.5)", "[1450, 1550)"),
        ("85,000", "count", None, "[84500, 85500)", SAME),
        ("1,000,000", "count", None, "[975000, 1025000)", "[900000, 1100000)"),
        ("1,000", "count", None, "[975, 1025)", "[900, 1100)"),
        ("seven thousand five hundred", "count", None, "[7450, 7550)", SAME),
        ("seventeen hundred", "count", None, "[1657.5, 1742.5)", "[1650, 1750)"),
        ("$12,500", "money", "USD", "[12450, 12550)", SAME),
        ("$2,300 an ounce", "money", "USD/ounce", "[2250, 2350)", SAME),
        ("625,000 acres", "quantity", "acre", "[624.5e3, 625.5e3)", SAME),
        ("2,000 tonnes", "quantity", "t", "[1950, 2050)", "[1800, 2200)"),
        ("1,500%", "share", "%", "[1462.5, 1537.5)", "[1450, 1550)"),
    ],
    "bare, with one zero": [
        ("100", "count", None, "{100}", "[90, 110]"),
        ("200", "count", None, "{200}", "[180, 220]"),
        ("a hundred", "count", None, "{100}", "[90, 110]"),
        ("a hundred and fifty", "count", None, "{150}", "[145, 155]"),
        ("1,290", "count", None, "{1290}", "[1285, 1295]"),
        ("$400", "money", "USD", "[399.5, 400.5)", "[360, 440]"),
        ("$1,235", "money", "USD", "[1234.5, 1235.5)", SAME),
        ("a dozen", "count", None, "{12}", "[11, 13]"),
        ("two dozen employees", "count", None, "{24}", "[22, 26]"),
        ("half a dozen", "count", None, "{6}", "[5, 7]"),
    ],
    "rounded: ± half of the last digit, stated at most 5 %": [
        ("$14 billion", "money", "USD", "[13.5e9, 14.5e9)", SAME),
        ("$15 billion", "money", "USD", "[14.5e9, 15.5e9)", SAME),
        ("$1.2bn", "money", "USD", "[1.15e9, 1.25e9)", SAME),
        ("$5 million", "money", "USD", "[4.75e6, 5.25e6)", "[4.5e6, 5.5e6)"),
        # before a scale word the last digit is the one written, also where that is a 0
        ("$1,000 million", "money", "USD", "[999.5e6, 1000.5e6)", SAME),
        ("a thousand", "count", None, "[950, 1050)", "[500, 1500)"),
        ("2.5 children", "count", None, "[2.45, 2.55)", SAME),
        ("$3.499 a litre", "money", "USD/litre", "[3.4985, 3.4995)", SAME),
        ("97%", "share", "%", "[96.5, 97.5)", SAME),
        ("7%", "share", "%", "[6.65, 7.35)", "[6.5, 7.5)"),
        ("90 percent", "share", "%", "[89.5, 90.5)", SAME),
        ("100%", "share", "%", "[99.5, 100]", SAME),
        ("0%", "share", "%", "{0}", "[0, 0.5)"),
        ("7.5 percentage points", "share", "percentage points", "[7.45, 7.55)", SAME),
        ("15 miles", "quantity", "mile", "[14.5, 15.5)", SAME),
        ("40 years", "duration", "year", "[39.5, 40.5)", SAME),
        ("18 months", "duration", "month", "[17.5, 18.5)", SAME),
        ("three-year", "duration", "year", "[2.85, 3.15)", "[2.5, 3.5)"),
    ],
    "around": [
        ("around $14 billion", "money", "USD", "[13.5e9, 14.5e9)", "[12.6e9, 15.4e9)"),
        ("some $15 billion", "money", "USD", "[14.5e9, 15.5e9)", "[13.5e9, 16.5e9)"),
        ("about 300 homes", "count", None, "[285, 315)", "[270, 330]"),
        ("about 1,000", "count", None, "[950, 1050)", "[900, 1100)"),
        ("around 40 years", "duration", "year", "[38, 42)", "[36, 44)"),
        ("roughly 1,500", "count", None, "[1450, 1550)", "[1350, 1650)"),
        ("an estimated 85,000", "count", None, "[84500, 85500)", "[76500, 93500)"),
        ("~12", "count", None, "[11.5, 12.5)", "[10.8, 13.2)"),
        ("about 2 km", "quantity", "km", "[1.9, 2.1)", "[1.5, 2.5)"),
        ("around 97%", "share", "%", "[96.5, 97.5)", "[87.3, 100]"),
        ("a few kilometers", "quantity", "km", "[2, 6]", "[1, 10]"),
        ("several feet of snow", "quantity", "ft", "[2, 6]", "[1, 10]"),
        ("-5°C to -10°C", "quantity", "°C", "[-10.5, -4.75)", "[-10.5, -4.5)"),
        ("300 or so", "count", None, "[285, 315)", "[270, 330]"),
        ("300-odd", "count", None, "[300, 400)", "[300, 400)"), ("20-odd", "count", None, "[20, 30)", "[20, 30)"),
        ("some 200-odd", "count", None, "[200, 300)", "[180, 300)"),
        ("150-odd", "count", None, "[150, 160)", "[150, 160)"),
        ("$100-odd million", "money", None, "[100e6, 200e6)", "[100e6, 200e6)"),
        ("12-odd", "count", None, "[11.5, 12.5)", "[10.8, 13.2)"),
        ("200 and rising", "count", None, "[200, ..)", "[200, ..)"),
        ("12 people by police estimates", "count", None, "[11.5, 12.5)", "[10.8, 13.2)"),
        ("12 at the outside", "count", None, "[0, 12]", "[0, 12]"),
        ("a slim majority", "share", "share", "(0.5, 0.525]", "[0.5, 0.55]"),
    ],
    "nearly": [
        ("nearly $2 trillion", "money", "USD", "[1.9e12, 2e12)", "[1.8e12, 2e12]"),
        ("almost 100 people", "count", None, "[95, 100)", "[90, 100]"),
        ("just under 3 km", "quantity", "km", "[2.85, 3)", "[2.7, 3]"),
        ("close to half", "share", "share", "[0.475, 0.5)", "[0.45, 0.5]"),
        ("nearly 30 years", "duration", "year", "[28.5, 30)", "[27, 30]"),
        ("nearly all", "share", "share", "[0.95, 1)", "[0.9, 1]"),
        ("nearly 500 tons", "quantity", "t", "[430.9127515, 508.0234544)", "[408.233133, 508.0234544]"),
    ],
    "more than": [
        ("more than 4,000", "count", None, "(4000, 6000]", "[4000, ..)"),
        ("over $700 million", "money", "USD", "(700e6, 1050e6]", "[700e6, ..)"),
        ("exceeding 2.5 km", "quantity", "km", "(2.5, 3.75]", "[2.5, ..)"),
        ("upwards of 20", "count", None, "(20, 30]", "[20, ..)"),
        ("more than two", "count", None, "(2, ..)", "[2, ..)"),
        ("more than two decades", "duration", "decade", "(2, ..)", "[2, ..)"),
        ("over 95 percent", "share", "%", "(95, 100]", "[95, 100]"),
        ("more than half", "share", "share", "(0.5, 0.75]", "[0.5, 1]"),
        ("more than 10%", "share", "%", "(10, 15]", "[10, 100]"),
        ("more than 2%", "share", "%", "(2, 7]", "[2, 100]"),
        ("over $200", "money", "USD", "(200, 300]", "[200, ..)"),
        ("more than 120%", "share", "%", "(120, 180]", "[120, ..)"),
        ("more than an estimated 500", "count", None, "(500, 750]", "[450, ..)"),
    ],
    "just over": [
        ("just over 4,000", "count", None, "(4000, 4200]", "[4000, 4400]"),
        ("slightly more than half", "share", "share", "(0.5, 0.525]", "[0.5, 0.55]"),
        ("just over 98%", "share", "%", "(98, 100]", "[98, 100]"),
    ],
    "at least": [
        ("at least three", "count", None, "[3, ..)", SAME),
        ("no fewer than 12 states", "count", None, "[12, ..)", SAME),
        ("at least 85,000", "count", None, "[85000, ..)", SAME),
        ("300 or more", "count", None, "[300, ..)", SAME),
        ("300+", "count", None, "[300, ..)", SAME),
        ("at least 40%", "share", "%", "[40, 100]", SAME),
        ("at least some 300", "count", None, "[285, ..)", "[270, ..)"),
        ("300 and counting", "count", None, "[300, ..)", SAME),
        ("20-plus years", "duration", "year", "[20, ..)", SAME),
        ("as few as 300", "count", None, "[300, ..)", SAME),
    ],
    "up to": [
        ("up to $250,000", "money", "USD", "[0, 250000]", SAME),
        ("at most 12", "count", None, "[0, 12]", SAME),
        ("as many as 12", "count", None, "[0, 12]", SAME),
        ("5,000-20,000", "count", None, "[4875, 20500)", "[4500, 22000)"),
        ("1,200-1,500", "count", None, "[1170, 1537.5)", "[1150, 1550)"),
        ("fewer than 50 workers", "count", None, "[0, 50)", "[0, 50]"),
        ("less than 20 percent", "share", "%", "[0, 20)", "[0, 20]"),
        ("up to nearly 300", "count", None, "[0, 300)", "[0, 300]"),
        ("within 24 hours", "duration", "h", "[0, 24]", SAME),
        # temperatures begin at absolute zero, not at the 0 of their scale
        ("below 20 °C", "quantity", "K", "[0, 293.15)", "[0, 293.15]"),
        ("below -5 °C", "quantity", "K", "[0, 268.15)", "[0, 268.15]"),
    ],
    "ranges": [
        ("10-15 cars", "count", None, "[10, 15]", SAME),
        ("between 85% and 91%", "share", "%", "[84.5, 91.5)", SAME),
        ("85,000–90,000", "count", None, "[84500, 92250)", "[84500, 95000)"),
        ("4–5%", "share", "%", "[3.8, 5.25)", "[3.5, 5.5)"),
        ("12 to 15", "count", None, "[12, 15]", SAME),
        ("$3-5 million", "money", "USD", "[2.85e6, 5.25e6)", "[2.5e6, 5.5e6)"),
        ("between $3 and $5 million", "money", "USD", "[2.85e6, 5.25e6)", "[2.5e6, 5.5e6)"),
        ("700,000 to 1.2 million", "count", None, "[682500, 1.25e6)", "[650000, 1.25e6)"),
        ("3 to 5 tonnes", "quantity", "t", "[2.85, 5.25)", "[2.5, 5.5)"),
        ("500 m to 2 km", "quantity", "m", "[499.5, 2100)", "[499.5, 2500)"),
        ("roughly 20 to 30", "count", None, "[19, 31.5)", "[18, 33)"),
        ("between 3 and about 5", "count", None, "[3, 5.25)", "[3, 5.5)"),
        ("four or five times", "count", None, "[4, 5]", SAME),
        ("anywhere from 200 to 3,000,000", "count", None, "[200, 3075000)", "[180, 3300000)"),
        ("anywhere between 300 and 500", "count", None, "[300, 500]", "[270, 550]"),
        ("ranging from 4 to 6", "count", None, "[4, 6]", SAME),
        ("more than 5 but less than 10", "count", None, "(5, 10)", "[5, 10]"),
        ("at most 100 and at least 20", "count", None, "[20, 100]", SAME),
        ("18- to 24-year-olds", "duration", "year", "[17.5, 24.5)", SAME),
        ("a mile or two", "quantity", "mile", "[0.95, 2.1)", "[0.5, 2.5)"),
    ],
    "collectives": [
        ("dozens", "count", None, "[24, 99]", "[12, ..)"),
        ("hundreds of protesters", "count", None, "[200, 999]", "[100, ..)"),
        ("thousands", "count", None, "[2000, 9999]", "[1000, ..)"),
        ("tens of thousands", "count", None, "[20000, 99999]", "[10000, ..)"),
        ("hundreds of millions of dollars", "money", "USD", "[200e6, 999999999]", "[100e6, ..)"),
        ("thousands of tonnes", "quantity", "t", "[2000, 9999]", "[1000, ..)"),
        ("at least hundreds", "count", None, "[200, ..)", "[100, ..)"),
        ("several hundred", "count", None, "[200, 999]", "[100, ..)"),
        ("a few hundred thousand", "count", None, "[200000, 999999]", "[100000, ..)"),
        ("many thousands", "count", None, "[2000, 9999]", "[1000, ..)"),
        ("a couple of hundred", "count", None, "{200}", "[150, 300]"),
        ("a couple of million dollars", "money", "USD", "{2e6}", "[1.5e6, 3e6]"),
        ("a couple of years", "duration", "year", "{2}", "[1.5, 3]"),
        ("a couple years", "duration", "year", "{2}", "[1.5, 3]"),
        ("low hundreds", "count", None, "[100, 399]", "[100, 499]"),
        ("in the thousands", "count", None, "[2000, 9999]", "[1000, ..)"),
        ("six figures", "count", None, "[100000, 999999]", SAME),
        ("double-digit percentage", "share", "%", "[10, 99]", SAME),
        ("the mid-40s", "count", None, "[44, 46]", "[43, 47]"),
        ("mid-teens", "count", None, "[14, 16]", "[13, 17]"),
        ("in her 30s", "duration", "year", "[30, 39]", SAME),
        ("in his early 30s", "duration", "year", "[30, 33]", "[29, 34]"),
        ("an octogenarian", "duration", "year", "[80, 89]", SAME),
        ("several years", "duration", "year", "[2, 6]", "[1, 10]"),
        ("a few days", "duration", "day", "[2, 6]", "[1, 10]"),
        ("decades", "duration", "decade", "[2, 6]", "[1, 10]"),
    ],
    "shares in words": [
        ("half", "share", "share", "[0.475, 0.525)", "[0.45, 0.55)"),
        ("a quarter", "share", "share", "[0.2375, 0.2625)", "[0.2, 0.3)"),
        ("three of every four", "share", "share", "[0.7125, 0.7875)", "[0.7, 0.8)"),
        ("one in five", "share", "share", "[0.19, 0.21)", "[0.15, 0.25)"),
        ("3 out of 10", "share", "share", "[0.285, 0.315)", "[0.25, 0.35)"),
        ("around half", "share", "share", "[0.475, 0.525)", "[0.45, 0.55)"),
        ("around three quarters", "share", "share", "[0.7125, 0.7875)", "[0.675, 0.825)"),
        ("one in 50", "share", "share", "[0.019, 0.021)", "[0.01, 0.03)"),
        ("49 of 50", "share", "share", "[0.931, 1]", "[0.93, 1]"),
        ("one in three or four", "share", "share", "[0.2375, 0.35)", "[0.2, 23/60)"),
        ("between one in three and one in four", "share", "share", "[0.2375, 0.35)", "[0.2, 23/60)"),
        ("two or three in ten", "share", "share", "[0.19, 0.315)", "[0.15, 0.35)"),
        ("more than one in four or five", "share", "share", "(0.2, 0.375]", "[0.2, 1]"),
    ],
    "parts of all": [
        ("most", "share", "share", "(0.5, 1)", "(0.5, 1]"),
        ("a majority", "share", "share", "(0.5, 1)", "(0.5, 1]"),
        ("a minority", "share", "share", "(0, 0.5)", SAME),
        ("the bulk of it", "share", "share", "(0.5, 1)", "(0.5, 1]"),
        ("much of the aid", "share", "share", "(0, 1)", "(0, 1]"),
        ("all", "share", "share", "{1}", SAME),
        ("none", "share", "share", "{0}", SAME),
        ("none", "count", None, "{0}", SAME),
        ("no deaths", "count", None, "{0}", SAME),
        ("every state", "share", "share", "{1}", SAME),
        ("every one of them", "share", "share", "{1}", SAME),
    ],
    "rates of interest, on one axis": [
        ("a quarter-point", "share", "percentage points", "[0.2375, 0.2625)", "[0.125, 0.375)"),
        ("half a point", "share", "percentage points", "[0.475, 0.525)", "[0.25, 0.75)"),
        ("25 basis points", "share", "percentage points", "[0.245, 0.255)", SAME),
        ("25bps", "share", "percentage points", "[0.245, 0.255)", SAME),
        ("0.25 percentage points", "share", "percentage points", "[0.245, 0.255)", SAME),
        ("5 points", "share", "percentage points", "[4.75, 5.25)", "[4.5, 5.5)"),
    ],
    "margins": [
        ("45% ± 3", "share", "%", "[44.5, 45.5)", "[42, 48]"),
        ("1,000 +/- 50", "count", None, "[975, 1025)", "[900, 1100)"),
        ("10 km ± 200 m", "quantity", "km", "[9.5, 10.5)", SAME),
    ],
    "hyphens are no signs": [
        ("around-10%", "share", "%", "[9.5, 10.5)", "[9, 11)"),
        ("up-to-10%", "share", "%", "[0, 10]", SAME),
        ("a 6-foot-2-inch man", "quantity", "inch", "[73.5, 74.5)", SAME),
        ("a 2-hour-30-minute film", "duration", "minute", "[149.5, 150.5)", SAME),
    ],
    "hedges and bounds before a range": [
        ("at least 12 to 15", "count", None, "[12, ..)", SAME),
        ("up to 12 to 15", "count", None, "[0, 15]", SAME),
        ("fewer than 10 to 12 people", "count", None, "[0, 12)", "[0, 12]"),
        ("nearly 40 to 50", "count", None, "[38, 50)", "[36, 50]"),
        ("more than 10-15%", "share", "%", "(10, 22.5]", "[10, 100]"),
        ("just over 100 to 120", "count", None, "(100, 126]", "[100, 132]"),
        ("at least 5 to 10 years", "duration", "day", "[1825, ..)", SAME),
        ("less than 10-14 days", "duration", "day", "[0, 14)", "[0, 14]"),
        ("more than 10-14 days", "duration", "day", "(10, ..)", "[10, ..)"),
        ("nearly -10C", "quantity", "°C", "[-10.5, -9.5)", "[-11, -9)"),
    ],
    "some, few, and idioms of shares": [
        ("some of the voters", "share", "%", "(0, 100)", "(0, 100]"),
        ("many", "share", "%", "(0, 100)", "(0, 100]"),
        ("few", "share", "%", "(0, 50)", SAME),
        ("a sizable minority of women", "share", "%", "(0, 50)", SAME),
        ("low single digits", "share", "%", "[1, 3]", "[1, 4]"),
        ("the mid-40s", "share", "%", "[44, 46]", "[43, 47]"),
        ("the high 90s", "share", "%", "[97, 99]", "[96, 100]"),
        ("half plus one", "share", "%", "(50, 52.5]", "[50, 55]"),
    ],
    "how long and how often": [
        ("in three days", "duration", "day", "[2.85, 3.15)", "[2.5, 3.5)"),
        ("after nearly 10 days", "duration", "day", "[9.5, 10)", "[9, 10]"),
        ("in under two hours", "duration", "hour", "[0, 2)", "[0, 2]"),
        ("in excess of 10 days", "duration", "day", "(10, ..)", "[10, ..)"),
        ("over the course of five days", "duration", "day", "[4.75, 5.25)", "[4.5, 5.5)"),
        ("days or weeks", "duration", "day", "[2, 42]", "[1, 70]"),
        ("hours, if not days", "duration", "hour", "[2, 144]", "[1, 240]"),
        ("five days and four nights", "duration", "day", "[4.75, 5.25)", "[4.5, 5.5)"),
        ("40 days and 40 nights", "duration", "day", "[39.5, 40.5)", SAME),
        ("two 10-day terms", "duration", "day", "[19, 21)", SAME),
        ("five days in jail and a $500 fine", "duration", "day", "[4.75, 5.25)", "[4.5, 5.5)"),
        ("a $500 fine and five days in jail", "money", "USD", "[499.5, 500.5)", "[450, 550]"),
        ("every other day", "quantity", "count per 2 days", "[0.95, 1.05)", "[0.5, 1.5)"),
        ("420ppm", "quantity", "1", "[419.5e-6, 420.5e-6)", SAME),
        ("420 parts per million", "quantity", "ppm", "[419.5, 420.5)", SAME),
        ("daily", "quantity", "count per day", "[0.95, 1.05)", "[0.5, 1.5)"),
    ],
    "rates": [
        ("nearly 500 tonnes yearly", "quantity", "t/year", "[475, 500)", "[450, 500]"),
        ("500 tonnes of cocaine each month", "quantity", "t/month", "[499.5, 500.5)", SAME),
        ("40,000 barrels a day", "quantity", "barrel/day", "[39000, 41000)", "[36000, 44000)"),
        ("£1.2m-a-year", "money", "GBP/year", "[1.15e6, 1.25e6)", SAME),
        ("twice a week", "quantity", "count per week", "[1.9, 2.1)", "[1.5, 2.5)"),
        ("one every 40 minutes", "quantity", "count every 40 minutes", "[0.95, 1.05)", "[0.5, 1.5)"),
        ("26.1 homicides per 100,000", "quantity", "count per 100,000 people", "[26.05, 26.15)", SAME),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "unit", "stated", "allowed"),
    [pytest.param(*row, id=f"{row[0]} ({row[1]})") for rows in TABLE.values() for row in rows],
)
def test_a_wording_states_and_allows(text: str, kind: str, unit: str | None, stated: str, allowed: str) -> None:
    found = reading(text, kind)
    assert found.stated == interval(stated, unit, kind)
    assert found.allowed == interval(stated if allowed == SAME else allowed, unit, kind)


def test_fourteen_and_fifteen_billion_do_not_meet_and_their_hedges_do() -> None:
    fourteen, fifteen = reading("around $14 billion"), reading("some $15 billion")
    assert not fourteen.stated.overlaps(fifteen.stated)
    assert fourteen.allowed.overlaps(fifteen.allowed)


def test_the_settings_change_the_hedge_and_the_cap() -> None:
    settings = ReadingSettings(hedge=Fraction(1, 5), cap=Fraction(1, 100))
    assert reading("about 300", settings=settings).allowed == interval("[240, 360)")
    assert reading("about 300", settings=settings).stated == interval("[297, 303)")
    assert reading("nearly 300", settings=settings).stated == interval("[297, 300)")
    assert reading("nearly all", settings=settings).allowed == interval("[0.8, 1]")


def test_a_declared_ton_decides_a_bare_one() -> None:
    assert reading("nearly 500 tons", unit="t").stated == interval("[475, 500)", "t")
    assert reading("nearly 500 tons yearly", unit="short ton/year").stated == interval("[475, 500)", "short ton/year")
    assert reading("$500 per ton", unit="USD/t").stated == interval("[499.5, 500.5)", "USD/t")
    assert reading("500 tons", unit="kg").stated == interval("[453138.77763, 508531.4778544)")


def test_a_month_has_28_to_31_days_and_a_year_365_to_366() -> None:
    assert reading("100 months", "duration").stated == interval("[2786, 3115.5)")
    assert reading("100 years", "duration").stated == interval("[36317.5, 36783)")
    assert reading("2 years and 3 months", "duration").nominal == pytest.approx(2.25 * 365.2425, abs=3)


@pytest.mark.parametrize(
    ("text", "kind", "unit", "nominal"),
    [
        ("$1.2bn", "money", None, 1_200_000_000), ("$40m", "money", None, 40_000_000), ("40k", None, None, 40_000),
        ("two point two million", "count", None, 2_200_000), ("1.234.567,89 €", "money", None, Fraction("1234567.89")),
        ("12,34,567", "count", None, 1_234_567), ("1'234'567", "count", None, 1_234_567),
        ("1 234 567", "count", None, 1_234_567), ("five million two hundred thousand", "count", None, 5_200_000),
        ("a million and a half", "count", None, 1_500_000), ("half a dozen", "count", None, 6),
        ("five dollars and fifty cents", "money", None, Fraction("5.5")), ("50p", "money", None, Fraction("0.5")),
        ("6 feet 2 inches", "quantity", None, Fraction("1.8796")), ("300mm", "quantity", None, Fraction("0.3")),
        ("minus 40 °C", "quantity", None, Fraction("233.15")),
        ("2½ hours", "duration", None, Fraction(5, 48)), ("5m people", None, None, 5_000_000),
        ("5m", "quantity", None, 5), ("5m tonnes", "quantity", None, 5_000_000_000),
        ("minus three million two hundred thousand", "count", None, -3_200_000),
        ("12 quadrillion", "count", None, 12 * 10**15), ("seventeen hundred", "count", None, 1700),
        ("US$3.4 million", None, None, 3_400_000), ("3.4 million USD", None, None, 3_400_000),
        ("1 million in US dollars", "money", None, 1_000_000), ("$500 m", "money", None, 500_000_000),
        ("$100-odd million", "money", None, 100_000_000), ("100-plus million euros", "money", None, 100_000_000),
        ("$10 million's worth of goods", "money", None, 10_000_000), ("two million pounds", "money", None, 2_000_000),
        ("a full percentage point", "share", None, Fraction(1, 100)), ("a buck", "money", None, 1),
        ("one-in-a-million", "share", None, Fraction(1, 10**6)), ("50/50", "share", None, Fraction(1, 2)),
        ("fifty-fifty split", "share", None, Fraction(1, 2)), ("20% of the 500 people", "share", None, Fraction(1, 5)),
        ("a third of 12", "share", None, Fraction(1, 3)), ("5 per 1,000", "share", "%", Fraction(1, 200)),
        ("+/- 3 percentage points", "share", None, Fraction(3, 100)), ("point five percent", None, None,
        Fraction(1, 200)), ("420", "share", "ppm", Fraction(420, 10**6)), ("12st 5lb", "quantity", "pound", 173 *
        Fraction(45359237, 10**8)), ("a 6-foot-7 forward", "quantity", "in", 79 * Fraction("0.0254")),
        ("25 below zero Fahrenheit", "quantity", None, Fraction(43467, 100) * Fraction(5, 9)),
        ("a pH of 8.1", "quantity", None, Fraction("8.1")), ("20 kilotons of TNT", "quantity", None, 83680 * 10**9),
        ("a survival rate of 71 percent", "share", None, Fraction(71, 100)), ("an NIH grant of $2.4 million", None,
        None, 2_400_000), ("their 12 children", "count", None, 12), ("another dozen", "count", None, 12),
        ("a single count of arson", "count", None, 1), ("not a single vote", "count", None, 0),
        ("neither side", "count", None, 0), ("closed at 38,996.39", "count", None, Fraction("38996.39")),
        ("12 out of 15", "count", None, 12), ("300,000 customers without power", "count", None, 300_000),
        ("5% compared with 4%", "share", None, Fraction(1, 20)), ('"at least 12" people', "count", None, 12),
        ("a $40-a-night parking fee", "money", None, 40), ("1,000 feet above sea level", "quantity", "ft", 1000 *
        Fraction("0.3048")), ("12 people!", None, None, 12),
        ("40 yuan", None, None, 40), ("2,000 pounds", "money", "GBP", 2000), ("500 pesos", "money", "COP", 500),
        ("12 lac", "count", None, 1_200_000), ("3 crore", "count", None, 30_000_000),
        ("1.5e6", "count", None, 1_500_000), ("1.2E+9", "count", None, 1_200_000_000),
        ("6.23×10⁻⁴ kg", "quantity", None, Fraction(623, 10**6)), ("3 x 10^8", "count", None, 3 * 10**8),
        ("5 feet 10 inches", "quantity", None, Fraction("1.778")), ("5'10\"", "quantity", None, Fraction("1.778")),
        ("six-foot-two", "quantity", None, Fraction("1.8796")), ("5-foot-10", "quantity", None, Fraction("1.778")),
        ("an hour thirty", "duration", None, Fraction(1, 16)), ("three full days", "duration", None, 3),
        ("a whole day", "duration", None, 1), ("2-1/2 hours", "duration", None, Fraction(5, 48)),
        ("half of one percent", None, None, Fraction(1, 200)), ("a percentage point", None, None, Fraction(1, 100)),
        ("one-in-five", "share", None, Fraction(1, 5)), ("5 feet tall", "quantity", None, Fraction("1.524")),
        ("5 feet long", "quantity", None, Fraction("1.524")),
        ("5 US troops", None, None, 5), ("40 MS-13 members", None, None, 40),
        ("300 F-16 jets", None, None, 300), ("minus $2 billion", None, None, -2 * 10**9),
        ("two U.S. soldiers", None, None, 2), ("300 FBI agents", None, None, 300), ("20 MPs", None, None, 20),
        ("one hundred and two and two thirds", "count", None, Fraction(308, 3)), ("5 bcm", "quantity", None, 5 * 10**9),
        ("20 degrees", "quantity", "°C", Fraction("293.15")), ("RM 42", "money", None, 42),
        ("350 ppm", "share", None, Fraction(350, 10**6)), ("40", "share", "%", Fraction(2, 5)),
    ],
)  # fmt: skip
def test_the_figure_as_written(text: str, kind: str | None, unit: str | None, nominal: Fraction) -> None:
    assert reading(text, kind, unit).nominal == nominal


def test_a_plus_before_a_figure_says_nothing() -> None:
    assert reading("plus 10%").stated == reading("10%").stated


def test_so_many_decimals_are_read_in_words_and_one_more_is_refused() -> None:
    digits = " ".join(["one"] * MAX_DIGITS)
    assert reading(f"three point {digits}").nominal == Fraction("3." + "1" * MAX_DIGITS)
    assert refusal(f"three point {digits} one")


def test_what_is_in_parentheses_is_the_same_once_more_or_is_refused() -> None:
    for text, plain in (
        ("100 miles (160 km)", "100 miles"), ("about 60 miles (100km)", "about 60 miles"), ("45 (forty-five)", "45"),
        ("£40m ($50m)", "£40m"), ("half (50%)", "half"), ("50–60 km (31–37 miles)", "50–60 km"),
    ):  # fmt: skip
        assert reading(text).stated == reading(plain).stated
        assert reading(text).allowed == reading(plain).allowed
    assert reading("£40m ($50m)", "money", "USD").stated == reading("$50m").stated
    assert reading("12 people (40%)", "share").stated == reading("40%").stated
    assert "another amount" in refusal("300 (280)").why


def test_one_hedge_never_hides_another() -> None:
    for text in ("nearly about 300", "more than nearly 300", "just over some 300", "at least more than 300"):
        assert "cannot be combined" in refusal(text, "count").why
