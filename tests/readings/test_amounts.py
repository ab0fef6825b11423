"""Kinds, dimensions and declared units of amounts; what decides, and what nobody decides."""

from __future__ import annotations

import pytest

from crosscheck.model import Kind
from crosscheck.readings import Context, kinds_of
from readings.helpers import interval, reading, refusal


@pytest.mark.parametrize(
    ("text", "kind", "dimension"),
    [
        ("11 people", "count", "count"), ("$5", "money", "USD"), ("A$5", "money", "AUD"), ("€5", "money", "EUR"),
        ("5 Swiss francs", "money", "CHF"), ("A $5 million reward", "money", "USD"), ("40%", "share", "share"),
        ("5 percentage points", "share", "percentage points"), ("three years", "duration", "day"),
        ("5 km", "quantity", "m"), ("2,000 pounds", "quantity", "kg"), ("300 MW", "quantity", "W"),
        ("5 kWh", "quantity", "J"), ("500 tons yearly", "quantity", "kg/s"), ("$5 a month", "money", "USD/s"),
        ("$5 a quarter", "money", "USD/s"),
        ("$500 per capita", "money", "USD/person"), ("300 a day", "quantity", "count/s"),
        ("4 per 100,000 people", "quantity", "count/person"), ("one every 40 minutes", "quantity", "count/s"),
        ("20 degrees Celsius", "quantity", "K"), ("5 MB", "quantity", "B"), ("55 mph", "quantity", "m/s"),
        ("0.3 micrograms per cubic meter", "quantity", "kg/m3"), ("none", "count", "count"), ("1999", "date", "date"),
        ("$70 a barrel", "money", "USD/m3"), ("$5 a head", "money", "USD/person"), ("C$5m", "money", "CAD"),
        ("US$5 million dollars", "money", "USD"), ("500 tons CO2", "quantity", "kg"),
        ("300 at a march", "count", "count"), ("300 restaurants", "count", "count"), ("a dollar", "money", "USD"),
        ("a 97% drop", "share", "share"), ("all 32 states", "count", "count"), ("hundreds of euros", "money", "EUR"),
    ],
)  # fmt: skip
def test_without_a_kind_the_words_tell_it(text: str, kind: str, dimension: str) -> None:
    found = reading(text)
    assert (found.kind, found.dimension) == (kind, dimension)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("1999", {"date", "count"}), ("2000–2015", {"date", "count"}), ("none", {"count", "share"}),
        ("11 people", {"count"}), ("5m", set()), ("$5", {"money"}), ("2,000 pounds", {"quantity"}),
        ("5 October 2025", {"date"}), ("5 million fewer", {"count"}), ("most", {"share"}),
    ],
)  # fmt: skip
def test_every_kind_in_which_a_text_reads(text: str, kinds: set[str]) -> None:
    assert kinds_of(text, Context()) == {Kind(kind) for kind in kinds}


def test_a_bare_number_is_in_the_declared_unit() -> None:
    assert reading("500", "money", "USD").dimension == "USD"
    assert reading("40", "share", "%").nominal == reading("40%").nominal
    assert reading("3", unit="km").nominal == 3000
    assert "no unit is declared" in refusal("500", "money").why


def test_a_word_behind_a_bare_number_may_be_a_unit_and_is_never_taken_for_the_declared_one() -> None:
    assert "foos" in refusal("500 million foos", "money", "USD").why
    assert 'did you mean "kilometers"' in str(refusal("5 kilometrs", "quantity", "km"))


def test_a_dollar_is_american_unless_another_one_is_declared() -> None:
    assert reading("$5", "money").dimension == "USD"
    assert reading("$5", "money", "USD").dimension == "USD"
    assert str(refusal("$5", "money", "AUD")) == '"$" could be USD or AUD; write for example USD 500 or AUD 500'
    assert "cannot be brought to EUR" in refusal("$5", "money", "EUR").why
    assert reading("£5", "money").dimension == "GBP"
    assert "could be GBP or EGP" in refusal("£5", "money", "EGP").why


def test_pounds_are_a_mass_unless_money_is_declared() -> None:
    assert reading("2,000 pounds").dimension == "kg"
    for unit in (None, "GBP"):
        assert reading("2,000 pounds", "money", unit).dimension == "GBP"
    assert "cannot be brought to USD" in refusal("2,000 pounds", "money", "USD").why
    assert "GBP or EGP" in refusal("2,000 pounds", "money", "EGP").why


def test_a_sign_before_a_shared_name_is_that_of_the_name() -> None:
    assert reading("$500 pesos", "money", "COP").dimension == "COP"
    assert "which peso" in refusal("$500 pesos", "money").why
    assert refusal("$5 rupees", "money", "INR")


def test_a_bare_calorie_is_the_declared_one_or_has_an_axis_of_its_own() -> None:
    assert reading("2,000 calories").dimension == "calorie"
    assert reading("2,000 calories", "quantity", "kcal").nominal == 2000 * 4184
    assert reading("2,000 calories a day", "quantity", "cal/day").dimension == "W"
    assert reading("2,000 kcal").dimension == "J"
    assert "cannot be brought to kJ" in refusal("2,000 calories", "quantity", "kJ").why
    assert "small or of food" in refusal("5", "quantity", "calorie").why


def test_a_share_for_each_period_has_an_axis_of_its_own() -> None:
    assert reading("5% a year", "share").dimension == "share/year"
    assert reading("5% annual growth", "share", "%/year").direction == "up"
    assert reading("3% a month").dimension != reading("3% a year").dimension
    assert "cannot be brought to %" in refusal("5% a year", "share", "%").why
    for text in ("5% per person", "20% of 3,000 a day", "5% a day per person"):
        assert refusal(text, "share")


def test_degrees_of_warming_are_of_the_declared_difference() -> None:
    found = reading("1.5 degrees of warming", "quantity", "°C difference")
    assert (found.dimension, found.direction) == ("K difference", "up")
    for unit in (None, "°C", "km"):
        assert refusal("1.5 degrees of warming", "quantity", unit)


def test_what_a_slash_or_a_comma_joins_can_be_one_value_or_is_refused() -> None:
    for text, plain in (("£1.6bn/$2bn", "£1.6bn"), ("100 miles, or 160 km", "100 miles"), ("40C/104F", "40C")):
        assert reading(text).stated == reading(plain).stated
        assert reading(text).conversions
    for text in ("5 ft/2 in", "$5/£400", "5 hours, or 2 days", "$3.5bn/4bn", "120/80", "$2bn, or $3bn with interest"):
        assert refusal(text)


def test_a_time_of_day_or_a_name_with_a_part_in_it_is_no_share() -> None:
    times = ("a quarter to six", "quarter past", "a quarter past nine", "half nine", "ten minutes to four")
    names = ("half-time", "half time", "a half-marathon", "a half marathon", "quarter-final", "half-brothers", "9/11")
    for text in (*times, *names, "24/7", "top 10", "size 12", "H.R. 1234"):
        assert refusal(text)
    for text in ("half the time", "a half-hour", "a quarter of them", "a quarter to a third", "3/4", "9/10 of voters"):
        assert reading(text).stated
    assert reading("9/11", "share").stated
    assert "which half of the day" in refusal("a quarter to six").why


def test_an_ordinal_says_that_there_are_at_least_so_many() -> None:
    for text, least in (("a fifth person", 5), ("his 62nd home run of it", 62), ("a third straight title", 3)):
        found = reading(text, "count")
        assert (found.stated, found.allowed) == (interval(f"[{least}, ..)"), interval(f"[{least}, ..)"))
        assert refusal(text)
    for text in ("the third option", "third person", "a third party", "22nd", "No. 3", "a fourth quarter", "a second"):
        assert refusal(text, "count")
    for text in ("a second person and a dog", "a third more people", "third of five", "at least a second victim"):
        assert refusal(text, "count")


def test_a_multiple_is_a_pure_number() -> None:
    for text in ("2.5 times", "2.5x", "2.5-fold", "2.5 x"):
        assert reading(text, "quantity", "1").stated == interval("[2.45, 2.55)")
        assert "multiple" in refusal(text, "count").why
    assert reading("more than threefold", "quantity", "1").allowed.low == 3
    for text in ("2.5x more", "three times 5", "2.5 times more", "twice as many"):
        assert refusal(text, "quantity", "1")


def test_a_shared_name_needs_a_declared_currency() -> None:
    assert reading("500 pesos", "money", "COP").dimension == "COP"
    assert "which peso" in refusal("500 pesos", "money").why
    assert "which peso" in refusal("500 pesos", "money", "USD").why
    assert reading("500 Mexican pesos").dimension == "MXN"


def test_a_letter_behind_a_figure() -> None:
    assert "could be a scale or a unit" in refusal("5m").why
    assert reading("5m", "count").nominal == 5_000_000
    assert reading("5m", "quantity").nominal == 5
    assert reading("24703m2").dimension == "m2"
    assert reading("$5m").nominal == 5_000_000


def test_another_dimension_than_the_declared_one_is_refused() -> None:
    assert "cannot be brought to kg" in refusal("5 km", "quantity", "kg").why
    assert "cannot be brought to kg/year" in refusal("500 tonnes", "quantity", "kg/year").why
    assert "not money" in refusal("5 km", "money", "USD").why
    assert "percentage points" not in reading("5%", "share").dimension
    assert refusal("5 percentage points", "share", "%")


def test_a_bare_ton_cannot_be_declared() -> None:
    assert "short, metric or long" in refusal("5", "quantity", "ton").why
    assert "short, metric or long" in refusal("5", "quantity", "ton/year").why


def test_a_unit_among_the_words_is_no_count_unless_a_count_is_declared() -> None:
    assert "has a unit in it" in refusal("five Earth days").why
    assert reading("five working days").dimension == "business day"
    assert "duration" in refusal("five working days", "count").why


def test_an_estimate_is_a_hedge_and_its_year_is_none_of_the_figure() -> None:
    assert reading("55,434 (2025 est.)", "count").allowed == reading("about 55,434", "count").allowed
    assert reading("55,434 (2025)", "count").allowed == reading("55,434", "count").allowed


def test_a_reading_is_told_word_by_word() -> None:
    steps = [(step.text, step.meaning) for step in reading("nearly 500 tons of waste yearly").steps]
    assert steps == [
        ("nearly", "hedge: up to the figure, from a little below"),
        ("500 tons", "500 ton"),
        ("yearly", "rate: per year"),
        ("of waste", "what it is a figure of; not compared"),
        ("ton", "short, metric or long ton: 907.185 to 1,016.05 kg"),
    ]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("at least 5 tons", "low"),
        ("over $5", "low"),
        ("at most 5 km", "high"),
        ("fewer than 5 people", "high"),
        ("around 5 people", None),
        ("5 to 10 people", None),
        ("5 people", None),
    ],
)
def test_a_bound_says_which_end_is_known(text: str, bound: str | None) -> None:
    assert reading(text).bound == bound
