"""Kinds, dimensions and declared units of amounts; what decides, and what nobody decides."""

from __future__ import annotations

import pytest

from crosscheck.model import Kind
from crosscheck.readings import Context, kinds_of
from readings.helpers import reading, refusal


@pytest.mark.parametrize(
    ("text", "kind", "dimension"),
    [
        ("11 people", "count", "count"), ("$5", "money", "USD"), ("A$5", "money", "AUD"), ("€5", "money", "EUR"),
        ("5 Swiss francs", "money", "CHF"), ("A $5 million reward", "money", "USD"), ("40%", "share", "share"),
        ("5 percentage points", "share", "percentage points"), ("three years", "duration", "day"),
        ("5 km", "quantity", "m"), ("2,000 pounds", "quantity", "kg"), ("300 MW", "quantity", "W"),
        ("5 kWh", "quantity", "J"), ("500 tons yearly", "quantity", "kg/s"), ("$5 a month", "money", "USD/s"),
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
    assert "not a money" in refusal("5 km", "money", "USD").why
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
