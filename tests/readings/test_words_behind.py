"""Words behind a figure: what changes it is read or refused, and nothing that does is dropped."""

from __future__ import annotations

import pytest

from crosscheck.readings.errors import ReadingError
from readings.helpers import reading


@pytest.mark.parametrize(
    "text",
    [
        "five adults and a child", "five adults, a child", "12 Americans and a Canadian", "11 people and himself",
        "12 people and themselves", "a dozen people and a dog", "12 people along with the attacker",
        "12 people together with a guard", "12 people as well as the pilot", "12 people in addition to the gunman",
        "12 people alongside the gunman", "12 people besides the gunman", "12 people and their driver",
        "12 people and one dog", "12 people & a dog", "12 people; a dog", "12 people plus a dog", "12 people plus dogs",
        "two officers and bystander", "12 people and Biden", "12 people and others", "12 people not including children",
        "12 people accompanied by a guide", "four people, the gunman", "12 people apiece", "five apiece", "12 each",
        "12 people respectively", "12 older", "12 smaller", "500t of grain", "500t", "5 mil personas", "5 MM", "5 mil",
        "a score draw", "a gross violation", "a grand jury", "5 million if approved", "12 people unless delayed",
    ],
)  # fmt: skip
def test_another_party_or_condition_is_refused(text: str) -> None:
    with pytest.raises(ReadingError):
        reading(text, "count")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12 men and women", 12), ("12 men, women and children", 12), ("12 dead and injured", 12),
        ("150 passengers and crew", 150), ("12 people including the gunman", 12), ("12 cases of theft and murder", 12),
        ("500 British and American troops", 500), ("12 people with disabilities", 12), ("12 older people", 12),
        ("24 Grand Slam titles", 24), ("three gross human rights violations", 3), ("five grand slams", 5),
        ("12 displaced people (IDPs)", 12), ("12 people, a child among them", 12), ("300 housing units", 300),
    ],
)  # fmt: skip
def test_a_plain_noun_phrase_says_what_is_counted(text: str, number: int) -> None:
    assert reading(text, "count").nominal == number


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("$500 Canadian", "CAD"), ("$5 million Canadian", "CAD"), ("$500 (Canadian)", "CAD"), ("$500 Cdn", "CAD"),
        ("$500 Australian", "AUD"), ("$500 AUS", "AUD"), ("$500 AU", "AUD"), ("$500 NZ", "NZD"), ("$500 US", "USD"),
        ("$500 in Australian currency", "AUD"), ("$500 in Canadian dollars", "CAD"), ("$500 Hong Kong", "HKD"),
        ("$500 Mexican", "MXN"), ("$500 Argentine", "ARS"), ("£5 million (Egyptian)", "EGP"), ("£500 Scottish", "GBP"),
        ("$5.20 a share", "USD/share"), ("$500 a night", "USD/night"), ("£1,000 per pupil", "GBP/pupil"),
        ("$45 a ticket", "USD/ticket"), ("$500 per vehicle", "USD/vehicle"), ("$45 a head", "USD/person"),
        ("$10 million gross", "USD"), ("$2bn in aid", "USD"), ("$5 million and a car", "USD"),
        ("R500m", "ZAR"), ("R 249", "ZAR"), ("Rmb3bn", "CNY"), ("RMB 500m", "CNY"), ("SFr1.2bn", "CHF"),
        ("NIS 500", "ILS"), ("TT$3.4m", "TTD"), ("J$3.4bn", "JMD"), ("Tk 500 crore", "BDT"), ("Rp 500 billion", "IDR"),
        ("QR500", "QAR"), ("BD500", "BHD"), ("£E500", "EGP"), ("Ft 500", "HUF"), ("S/500", "PEN"), ("Dh500m", "AED"),
        ("500 leva", "BGN"), ("500 quetzals", "GTQ"), ("Mexican pesos 500", "MXN"), ("500 Namibian dollars", "NAD"),
        ("500 Deutsche marks", "DEM"), ("500 French francs", "FRF"), ("500 soles", "PEN"), ("20 k€", "EUR"),
        ("20 M€", "EUR"), ("₹500/-", "INR"), ("₹5 cr", "INR"), ("US$89 to $93 billion", "USD"), ("500 kr", ""),
        ("500 lei", ""), ("500 rupees", ""), ("Sh500m", ""), ("kr 500", ""),
        ("$5m Canadian aid package", ""), ("$500 Ruritanian", ""), ("$5 million each", ""), ("$5 a gizmo", ""),
        ("£5 million Canadian", ""), ("A$500 Canadian", ""), ("$1.08 to the euro", ""),
    ],
)  # fmt: skip
def test_whose_money_and_what_for(text: str, dimension: str) -> None:
    if not dimension:
        with pytest.raises(ReadingError):
            reading(text, "money")
    else:
        assert reading(text, "money").dimension == dimension


@pytest.mark.parametrize(
    ("text", "unit"),
    [("500 kr", "SEK"), ("500 lei", "RON"), ("500 rupees", "PKR"), ("Sh500m", "KES"), ("Rs 5cr", "INR"),
     ("$500 Canadian", "CAD")],
)  # fmt: skip
def test_a_declared_currency_decides_a_shared_name(text: str, unit: str) -> None:
    assert reading(text, "money", unit).dimension == unit


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("12 rebounds a game", "count"), ("5 cars a household", "count"), ("2 children a woman", "count"),
        ("12 a side", "count"), ("12 a team", "count"), ("12 to a room", "count"), ("12 too many", "count"),
        ("nine under par", "count"), ("12 under the limit", "count"), ("12 on and off", "count"),
        ("$5 million under budget", "money"), ("$5 million under", "money"), ("$5 million too much", "money"),
        ("$5 million pro rata", "money"), ("$5 million adjusted for inflation", "money"), ("a penny", "money"),
        ("5 million 2019 dollars", "money"), ("5 million 1990 pounds", "money"), ("5 million 2019", "count"),
        ("5% under target", "share"), ("5% compounded", "share"), ("5% compounded monthly", "share"),
        ("two years less a day", "duration"), ("5 years on and off", "duration"), ("5 minutes of arc", "duration"),
        ("5 miles less a foot", "quantity"), ("5 mph under the limit", "quantity"), ("5 m under", "quantity"),
        ("5 Mm", "quantity"), ("5 Mg", "quantity"), ("5 mPa", "quantity"), ("5 mHz", "quantity"),
    ],
)  # fmt: skip
def test_words_that_make_it_another_figure_are_refused(text: str, kind: str) -> None:
    with pytest.raises(ReadingError):
        reading(text, kind)


@pytest.mark.parametrize(
    ("text", "kind", "as_if"),
    [
        ("12 under arrest", "count", "12"), ("12 homes under construction", "count", "12"),
        ("$5 million under the deal", "money", "$5 million"), ("$5bn under management", "money", "$5bn"),
        ("$5 million under President Biden", "money", "$5 million"), ("130 acres under water", "quantity", "130 acres"),
        ("5 million 200 thousand", "count", "5.2 million"), ("12 a day", "quantity", "12 per day"),
        ("a $15 minimum wage", "money", "$15"), ("a minimum wage of $15", "money", "$15"),
        ("a minimum hourly wage of $15", "money", "$15"),
        ("a $15 minimum", "money", "at least $15"), ("a minimum fine of $500", "money", "at least $500"),
        ("5% pts", "share", "5 percentage points"), ("5 pct pts", "share", "5 percentage points"),
        ("$5m annualized", "money", "$5m a year"), ("5% annualised", "share", "5% a year"),
        ("$5 million and change", "money", "just over $5 million"),
        ("5 Mhz", "quantity", "5 MHz"), ("5 Mpa", "quantity", "5 MPa"), ("5 KG", "quantity", "5 kg"),
    ],
)  # fmt: skip
def test_words_that_leave_it_as_it_is_are_read(text: str, kind: str, as_if: str) -> None:
    found, other = reading(text, kind), reading(as_if, kind)
    assert found.dimension == other.dimension
    assert found.nominal == other.nominal or found.stated == other.stated


@pytest.mark.parametrize(
    ("text", "kelvin", "direction"),
    [
        ("1.5C warmer", 1.5, "up"), ("3C cooler", 3, "down"), ("a 2C rise", 2, "up"), ("2C of warming", 2, "up"),
        ("1.5 degrees C above preindustrial", 1.5, "up"), ("2C below average", 2, "down"),
        ("1.5 degrees Celsius (2.7 degrees Fahrenheit)", 1.5, None), ("5 degrees Fahrenheit colder", 25 / 9, "down"),
    ],
)  # fmt: skip
def test_a_difference_of_temperatures_is_none(text: str, kelvin: float, direction: str | None) -> None:
    found = reading(text, "quantity")
    assert (found.dimension, found.direction) == ("K difference", direction)
    assert float(found.nominal or 0) == pytest.approx(kelvin)
    assert reading(text, "quantity", "°C difference").dimension == "K difference"
    with pytest.raises(ReadingError, match="cannot be brought to °C"):
        reading(text, "quantity", "°C")


@pytest.mark.parametrize("text", ["45C (113F)", "40C in the shade", "1.5C (34.7F)", "rose to 40C", "-3C"])
def test_a_temperature_is_no_difference(text: str) -> None:
    assert reading(text, "quantity").dimension == "K"


@pytest.mark.parametrize(
    ("text", "kind", "is_possible"),
    [
        ("1.6 miles (4 km)", "quantity", False), ("100 miles (160 km)", "quantity", True),
        ("$1.2 million (€5 million)", "money", False), ("£40m ($50m)", "money", True),
        ("5 acres (2 ha)", "quantity", True), ("80kg (276lb)", "quantity", False),
    ],
)  # fmt: skip
def test_a_conversion_is_kept_beside_the_figure(text: str, kind: str, is_possible: bool) -> None:
    found = reading(text, kind)
    assert [conversion.is_possible for conversion in found.conversions] == [is_possible]
    assert found.has_mismatch is not is_possible
    assert found.stated == reading(text.partition(" (")[0], kind).stated


@pytest.mark.parametrize("text", ["twelve (13)", "20 miles (32 kg)", "5 gallons (of petrol)", "6ft2", "10K"])
def test_what_is_no_conversion_is_refused(text: str) -> None:
    with pytest.raises(ReadingError):
        reading(text, "quantity")


def test_no_form_is_suggested_that_drops_the_rest() -> None:
    for text in ("12 people along with a dog", "12 nm", "$5 million Ruritanian"):
        with pytest.raises(ReadingError) as refused:
            reading(text)
        assert "write for example 12" not in str(refused.value)
        assert "write for example 5 million" not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "five years minus 18 months", "10 feet minus 2 inches", "two weeks minus a day", "a year less a day",
        "200 people at best", "five years at worst", "12 in the best case", "$5m under the best of circumstances",
        "12 at the low end", "12 on the conservative side", "12 people conservatively", "200 and falling",
        "$5m net of fees", "$5m exclusive of tax", "$5m before interest", "$5m after taxes", "5% before tax",
        "$1.2 billion excluding interest", "5% excluding food", "five years excluding remand", "$5m less expenses",
        "five years less time served", "12-under", "18-under",
        "12-all", "12 all", "40-love", "$5m in cuts over a decade",
        "$5m in cuts over years", "fell 5% over a year", "12 1990s-era buildings", "1990s-era", "1980s films",
        "hardly any", "next to none", "a tiny minority",
    ],
)  # fmt: skip
def test_what_would_change_the_figure_is_refused(text: str) -> None:
    for kind in (None, "count", "money", "share", "duration"):
        with pytest.raises(ReadingError):
            reading(text, kind)
