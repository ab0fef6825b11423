"""What is never guessed: each refusal names what was not understood, and the nearest form that would be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crosscheck.model import Kind
from crosscheck.readings import Context, ReadingError, read
from readings.helpers import refusal

COULD_CHANGE_THE_FIGURE = [
    "300 in March", "300 in May", "$5 won", "£5 pounds", "3 km square", "300 men a mile away",
    "300①", "300 F16 jets", "300 (280)", "12 (3 dead)", "5 km (and 3 miles)", "fewer than 0",
    "5 working days and nights later",
    "300 in January", "300 in 2019", "300 in 500 towns",
    "11 people or 12", "11 people and two dogs", "three times as many", "twice as many", "11 times higher",
    "300 people maybe", "300 not counting children", "all but three", "300 minus 20", "300 plus 20", "300 per",
    "$15 billion over a decade", "$15 billion in a decade", "$5 billion and more than $2 billion",
    "300 (not confirmed)", "one in 2019", "300 against 200", "5 milion people", "5th", "12,5", "1,23", "3.14.15",
    "300 people, 200 dead", "300; 200", "300 people?", "5 of 10 km", "$5 of $10", "5-", "300 as of March", "5 -",
    "300 a", "nine to five fewer", "most but not all", "300 and girls", "1 million and 200", "3 billion two hundred",
    "1m80",
]  # fmt: skip
NO_FIGURE = [
    "arond 300", "minus", "about", "$", "-", "several", "several people", "the decade", "a handful",
    "between", "from 5",
    "between 5", "between 5 or 6", "all-time high", "nearly hundreds", "about most", "more than all",
    "exactly 10 to 15 people", "5 to 3", "500 to 3 million", "5 km to 3 kg", "nearly 0",
    "more than -5", "less than -5", "at least 3 at most", "half 3", "third", "thousand", "no 5", "number 5",
]  # fmt: skip
MAY_BE_A_SCALE_OR_A_UNIT = [
    "5 Kr", "5 kr", "300 Crs", "300 CR rupees", "12 lkhs", "5 koti", "300 krores", "5 mio", "5 Mrd.", "5 milliard",
    "5 thou", "300 foo dollars", "12 nm", "5 sf", "5 ppl", "300 tr. pesos", "5 KR",
    "5-Kr", "5 hundrd people", "5 thousnd people", "12 million-dollar homes", "14 billion-dollar", "300 dollar stores",
    "12 million-pound homes",
    "300 foot soldiers", "300 day labourers", "five year plans", "5 m people", "5 B people", "3 A levels",
    "20 degrees", "45°", "low seven figures", "10 years to life", "every other state", "all day",
    "12-15,000", "10-12,000 troops", "12.500 people", "5%-10", "5 km-10", "5 hours - 7",
    "5 KM race", "2,000 NG troops", "all other states",
    "days prior", "1'200.000 people",
    "$5 million short", "5 of 2019", "300 of whom 50 died", "300 (280)",
    "more than 5 but less than 5",
]  # fmt: skip
NEIGHBOURS_OF_WHAT_IS_READ = [
    "$500 m race", "$5 k run", "$500 t", "20-odd million-dollar homes", "half in dollars",
    "1 million in dollars a year", "12 people in euros", "tens or hundreds of thousands", "thousands or hundreds",
    "hundreds if not more", "hundreds if not thousands if not millions", "hundreds or 1,000", "50-50-50",
    "50-50 to 60-40", "a third of the third", "5% of 1%", "20% of $500", "20% of 500 km", "20% of 2019 sales",
    "20% of 500 men and 30% of women", "20% of one", "12 to at least 15", "12 to fewer than 15",
    "a drop in price of $5", "a fall in rate of 5%", "the former price of $5", "a projected cost of $5",
    "half a crew of 12", "twice the rate of 5%", "no staff of 12", "a single mother of three",
    "12 people without counting the gunman", "12 people below zero", "12 km below zero", "1,000 feet below sea level",
    "point five of the plan", "two dozen in 2020", "$2bn over five years", "12 homes in a day", "10 since 2020",
    "his wife and 12 children", "12 plus one", "five thousand, six injured", "five thousand, seven thousand",
    "hundred people", "million people",
    "three score and twenty", "hundreds and thousands",
    "days and weeks", "months or weeks", "12 ~ 15", "12, possibly 15",
    "$5m and 300 people", "five points off the lead", "5% off the streets",
    "a third or four", "one in three or 12 people", "one in three or four million", "12 or one in ten",
    "12 compared with 10 and 8", "12!!", "5%, or 10 percentage points",
    "6-foot-7 to 6-foot-9",
]  # fmt: skip
CHANGES_SCORES_AND_ORDINALS = [
    "three times", "3.5 times", "three-fold", "tripled", "halved", "No. 10", "third day", "a second straight week",
    "from 5 to 10 people", "rose from 4% to 5%", "by $5m to $9m", "fell 5% to 10%", "52-48",
    "48-52%",
    "a 48-52 vote", "210-218 vote", "6-4, 6-3", "nil-nil", "52-48%", "12, up from 15", "12, up from a record 10",
    "down up 5%", "no-10", "a-10",
    "18 155mm howitzers", "10 500-seat theatres", "5 100-dollar bills", "exactly about 300", "5 mil", "12 gross",
    "a grand jury", "a score draw", "12 passengers and six crew", "fell by -5%", "all but 10", "plus-10%",
]  # fmt: skip
HOURS = ["5 in the morning", "10 to 12 at night", "5 at dawn"]
NO_DATE = [
    "2008/09", "2008/10", "1910-30", "the '90s", "Tuesday", "on Tuesday", "last March", "next June", "last summer",
    "the weekend", "the turn of the century", "the end of the year", "the 1900s", "the early 1900s",
    "first day of spring 2024", "planned for 2030", "closed until 2020",
    "not founded until 1990", "annually in 2019", "the other day", "9/11", "since 9/11", "2025-13-01",
    "fifth Monday of February 2023", "third half of March 2024", "the second of the 1990s",
    "midnight on 5 October 2025",
    "1776 (or earlier)", "1776 (BC)", "1776 (Julian calendar)", "1776 (planned)", "1776 (not confirmed)", "1776 (AH)",
    "1 May 2004 (OS)", "1 May 2004 (at the latest)", "1 July 1960 (from a merger of 26 June 1960)", "2019 and 2021",
    "24 September 1973 (declared); 10 September 1974 (from Portugal)", "1863, printed 1870",
    "birthday in 1872", "Thanksgiving 1930", "Ramadan 2015", "eleven thirty", "the years to 2015", "2019 to never",
    "2024-02-30", "2024-13", "31 February 2024", "2015-W00", "2014-W53", "2015-W54", "2015-W99",
    "2000/1999", "../..", "XXXX", "15XX-12-25", "1984?~",
    "25:00 on 5 October 2025", "13 pm, 5 October 2025", "5 October 25", "Octobre 2025",
    "winter 2024", "winter", "fiscal year 2015", "FY2015", "2016 to 2015", "between 2015", "since 2000 until",
    "1863 or 1870", "since before 2000", "10/05/2025", "90", "90s", "March 2024 March", "5th", "early Q3 2024",
    "300 people", "Q5 2024",
    "third half of 2024", "0th century", "active 1910", "12 of 2015", "nearly two years later", "soon", "in", "the",
]  # fmt: skip


@pytest.mark.parametrize("text", HOURS)
def test_an_hour_is_a_count_only_where_the_kind_says_so(text: str) -> None:
    assert "may be an hour" in refusal(text).why
    assert read(text, Context(Kind.COUNT)).kind is Kind.COUNT


@pytest.mark.parametrize(
    "text",
    COULD_CHANGE_THE_FIGURE
    + NO_FIGURE
    + MAY_BE_A_SCALE_OR_A_UNIT
    + NEIGHBOURS_OF_WHAT_IS_READ
    + CHANGES_SCORES_AND_ORDINALS,
)
def test_no_amount(text: str) -> None:
    for kind in (None, Kind.COUNT, Kind.MONEY, Kind.SHARE, Kind.QUANTITY, Kind.DURATION):
        with pytest.raises(ReadingError):
            read(text, Context(kind, {Kind.MONEY: "USD", Kind.SHARE: "%"}.get(kind)))


@pytest.mark.parametrize("text", ["a few", "few voters", "some", "many of them", "almost none", "daily", "every day"])
def test_how_many_some_are_is_told_of_shares_only_and_how_often_of_quantities(text: str) -> None:
    for kind in (None, Kind.COUNT, Kind.MONEY):
        with pytest.raises(ReadingError):
            read(text, Context(kind))


@pytest.mark.parametrize("text", NO_DATE)
def test_no_date(text: str) -> None:
    with pytest.raises(ReadingError):
        read(text, Context(Kind.DATE))


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        ("300 in 2020", "count", '"in 2020" is a time, which belongs in when of the claim; understood: "300"'),
        ("5 reps. voted", "count", '"reps. voted" was not understood; understood: "5"'),
        ("$2bn in aid and $1bn in loans", "money", '"$1bn in loans" is a second figure; curate each as a claim of its '
         'own; understood: "$2bn in aid and"'),
        ("10 feet by 20 feet", "quantity", '"20 feet" is a second figure; curate each as a claim of its own; '
         'understood: "10 feet by"'),
        ("5 million without pay", "count", '"without pay" was not understood; understood: "5 million"'),
        ("at least 12 dead and 30 more injured", "count", '"30 more injured" is a second figure; '
         'curate each as a claim of its own; understood: "at least 12 dead and"'),
        ("from 4% to 5%", "share", '"from 4% to 5%" is a range or a change or two claims; curate each figure as a '
         "claim of its own; write for example between 4% and 5%"),
        ("a 1-3 defeat", "count", '"1-3 defeat" is a pair of figures, as of a score or a vote; '
         "curate each of them as a claim of its own"),
        ("82-87", "count", "82-87 may be a range or a score; of a score curate each figure as a claim of its own; "
         "write for example 82 to 87"),
        ("1900-2000", "count", "1900-2000 may be a range or a score; of a score curate each figure as a claim of its "
         "own; write for example 1900 to 2000"),
        ("1,512-1,487", "count", '"1,512-1,487" is a pair of figures, as of a score or a vote; '
         "curate each of them as a claim of its own"),
        ("1,487-1,512", "count", "1487-1512 may be a range or a score; of a score curate each figure as a claim of its "
         "own; write for example 1487 to 1512"),
        ("doubled", "count", 'how many "doubled" makes is not said; curate the figure that was reached'),
        ("twice as many", "count", '"twice as many" is a multiple; curate the figure that it makes'),
        ("a third day", "count", '"a third day" is a place in an order, no amount'),
        ("12 737 jets", "count", '"12 737 jets" may be 12,737, or two figures; write for example 12,737 jets'),
        ("arond 300", "count", 'expected a figure, found "arond 300" (did you mean "around"?); '
         "write for example 12"),
        ("arond 300", None, 'neither a date nor a figure is known that begins with "arond" (did you mean "around"?); '
         "write for example 5 October 2025, October 2025, late 1990s, 2025-10-05; 12, $1.2 billion, 40 percent, 3 km"),
        ("a few people", "count", 'how many "a few" are is not said; understood: "a few"; '
         "write for example dozens, 3 to 5"),
        ("5 km (5 kg)", "quantity", "what is in parentheses, 5 kg, is of another dimension"),
        ("5 km", "money", "this is a quantity (km, dimension m), not money"),
        ("40%", "money", "this is a share, not money"),
        ("5 percentage points", "count", "this is a share difference, not a count"),
        ("5% a year", "money", "this is a share (%/year), not money"),
        ("midnight on 5 October 2025", "date", "whether this midnight begins or ends its day is not said; "
         "write for example 5 October 2025, 00:00"),
        ("March 5, 2024, at midnight", "date", "whether this midnight begins or ends its day is not said; "
         'understood: "March 5, 2024"; write for example 5 October 2025, 00:00'),
        ("Octobre 2025", "date", 'expected a date, found "Octobre 2025" (did you mean "october"?); '
         "write for example 5 October 2025, October 2025, late 1990s, 2025-10-05"),
        ("January 3", "date", '"January 3" has no year; write for example January 3, 2025'),
        ("March 2024 March", "date",
         '"March" was not understood; understood: "March 2024"'),
        ("10/05/2025", "date", "10/05/2025 could be day/month or month/day; "
         "write for example the date with its month as a word, or declare date_order"),
        ("fiscal year 2015", "date",
         "when a fiscal year begins is not said; give fiscal_year of the source; "
         "write for example October 2014 to September 2015"),
        ("winter 2024", "date", "winter 2024 could begin or end in 2024; write for example winter 2023–2024"),
        ("5", "quantity", 'a bare figure, and no unit is declared for it; understood: "5"; write for example 3 km'),
    ],
)  # fmt: skip
def test_a_refusal_says_what_was_understood_and_what_would_be_read(text: str, kind: str, message: str) -> None:
    assert str(refusal(text, kind)) == message


@pytest.mark.parametrize(
    "text", ["minus 5 to 10%", "minus 5-10%", "minus 5% to 10%", "negative 5 to 10 degrees Celsius"]
)
def test_a_word_before_a_range_may_be_of_both_ends(text: str) -> None:
    assert "below zero, too, is not said" in refusal(text).why
    assert read("-5 to 10%", Context()).stated == read("between minus 5 and 10%", Context()).stated


def test_a_number_has_at_most_40_digits() -> None:
    assert read("9" * 40, Context(Kind.COUNT)).nominal == 10**40 - 1
    assert "more than 40 digits" in refusal("9" * 41, "count").why
    assert "more than 40 digits" in refusal("1" + " million" * 7, "count").why
    assert "more than 40 digits" in refusal("$1" + " billion" * 5000).why


def test_what_is_no_text_of_this_reader() -> None:
    assert "empty" in refusal("  ", "count").why
    assert "longer than" in refusal("1" * 100_001).why
    with pytest.raises(ReadingError, match="only"):
        read(("a", "b"), Context(Kind.COUNT))
    with pytest.raises(ReadingError, match="language"):
        read("öt", Context(Kind.COUNT, language="hu"))
    with pytest.raises(ReadingError, match="no unit is called"):
        read("5", Context(Kind.QUANTITY, "blorps"))


def test_words_of_another_language_are_refused_and_dates_in_figures_are_not() -> None:
    hungarian = Context(Kind.DATE, language="hu")
    with pytest.raises(ReadingError, match='language "hu" is not supported; write the value in English in read_as'):
        read("2015 decembere", hungarian)
    with pytest.raises(ReadingError):
        read("2.500", Context(Kind.COUNT, language="hu"))
    for foreign, english in (
        ("1.234.567", "1,234,567"), ("12,5 %", "12.5%"), ("€ 3,50", "€3.50"), ("1 234,5", "1,234.5"), ("٣٥", "35"),
        ("0,018 €", "€0.018"), ("500", "500"), ("–3,5", "-3.5"),
    ):  # fmt: skip
        assert replace(read(foreign, Context(language="hu")), steps=()) == replace(read(english, Context()), steps=())
    assert read("25.10.2025", Context(language="hu")).stated == read("25 October 2025", Context()).stated
    for foreign in ("12.500", "12.5", "5 Mio. Euro", "5.10.2025", "1.2.3", "0'5 %", "2'50 €", "12'34", "1'2,5"):
        with pytest.raises(ReadingError):
            read(foreign, Context(language="hu"))
    assert read("2015-12", hungarian) == read("2015-12", Context(Kind.DATE))
    assert read("2015", Context(Kind.COUNT, language="hu")).kind is Kind.COUNT
    assert read(("Los Lobos", "MS-13"), Context(Kind.NAMES, language="es")).terms == ("los lobos", "ms-13")


def test_a_count_may_be_declared_with_its_noun() -> None:
    assert read("about 300 people", Context(Kind.COUNT, "people")) == read("about 300 people", Context(Kind.COUNT))
    with pytest.raises(ReadingError):
        read("300 km", Context(Kind.COUNT, "people"))
