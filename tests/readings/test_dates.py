"""Dates: in words and figures, EDTF, and those that count from another date."""

from __future__ import annotations

import pytest

from crosscheck.model import ReadingSettings
from readings.helpers import days, minutes, reading, refusal

# text, first and last day stated, first and last day allowed (left out: the same)
WORDS = [
    ("1999", "1999-01-01", "1999-12-31"),
    ("the year 1800", "1800-01-01", "1800-12-31"),
    ("March 2024", "2024-03-01", "2024-03-31"),
    ("Feb. 2024", "2024-02-01", "2024-02-29"),
    ("5 October 2025", "2025-10-05", "2025-10-05"),
    ("October 5th, 2025", "2025-10-05", "2025-10-05"),
    ("the 5th of October 2025", "2025-10-05", "2025-10-05"),
    ("Sunday, October 5, 2025", "2025-10-05", "2025-10-05"),
    ("5-Oct-2025", "2025-10-05", "2025-10-05"),
    ("2019/Sep/01", "2019-09-01", "2019-09-01"),
    ("2008/10/7", "2008-10-07", "2008-10-07"),
    ("25/10/2025", "2025-10-25", "2025-10-25"),
    ("7/2008", "2008-07-01", "2008-07-31"),
    ("the 1990s", "1990-01-01", "1999-12-31"),
    ("the 1800s", "1800-01-01", "1899-12-31"),
    ("2000s", "2000-01-01", "2009-12-31"),
    ("19th century", "1801-01-01", "1900-12-31"),
    ("twenty-first century", "2001-01-01", "2100-12-31"),
    ("2nd century BC", "-0199-01-01", "-0100-12-31"),
    ("64 BCE", "-0063-01-01", "-0063-12-31"),
    ("AD 79", "0079-01-01", "0079-12-31"),
    ("first quarter of 2024", "2024-01-01", "2024-03-31"),
    ("Q3 2023", "2023-07-01", "2023-09-30"),
    ("2023 Q3", "2023-07-01", "2023-09-30"),
    ("H1 2019", "2019-01-01", "2019-06-30"),
    ("second half of 2021", "2021-07-01", "2021-12-31"),
    ("first half of the 1990s", "1990-01-01", "1994-12-31"),
    ("second half of March 2024", "2024-03-16", "2024-03-31"),
    ("week 45 of 2015", "2015-11-02", "2015-11-08"),
    ("Christmas 2023", "2023-12-25", "2023-12-25"),
    ("summer 2024", "2024-06-01", "2024-08-31", "2024-05-01", "2024-09-30"),
    ("winter 2019–20", "2019-12-01", "2020-02-29", "2019-11-01", "2020-03-31"),
    # thirds: years 0–3, 4–6, 7–9; January to April …; days 1–10, 11–20, 21 to the end
    ("early 2000s", "2000-01-01", "2003-12-31", "1999-01-01", "2004-12-31"),
    ("mid-1980s", "1984-01-01", "1986-12-31", "1983-01-01", "1987-12-31"),
    ("late 1990s", "1997-01-01", "1999-12-31", "1996-01-01", "2000-12-31"),
    ("early 2019", "2019-01-01", "2019-04-30", "2018-12-01", "2019-05-31"),
    ("mid-2020", "2020-05-01", "2020-08-31", "2020-04-01", "2020-09-30"),
    ("the end of 2022", "2022-09-01", "2022-12-31", "2022-08-01", "2023-01-31"),
    ("early Feb 2024", "2024-02-01", "2024-02-10", "2024-01-31", "2024-02-11"),
    ("mid-March 2024", "2024-03-11", "2024-03-20", "2024-03-10", "2024-03-21"),
    ("late February 2023", "2023-02-21", "2023-02-28", "2023-02-20", "2023-03-01"),
    ("late summer 2015", "2015-08-01", "2015-08-31", "2015-07-01", "2015-09-30"),
    ("end-2024", "2024-09-01", "2024-12-31", "2024-08-01", "2025-01-31"),
    ("early to mid 2015", "2015-01-01", "2015-08-31", "2014-12-01", "2015-09-30"),
    ("mid-to-late 1990s", "1994-01-01", "1999-12-31", "1993-01-01", "2000-12-31"),
    # figures
    ("2015-3-3", "2015-03-03", "2015-03-03"),
    ("2014/10", "2014-10-01", "2014-10-31"),
    ("2015/3", "2015-03-01", "2015-03-31"),
    ("11-2016", "2016-11-01", "2016-11-30"),
    ("2015 June", "2015-06-01", "2015-06-30"),
    ("843", "0843-01-01", "0843-12-31"),
    ("3 September 301", "0301-09-03", "0301-09-03"),
    ("10,000 BC", "-9999-01-01", "-9999-12-31"),
    ("nineteen ninety-nine", "1999-01-01", "1999-12-31"),
    ("twenty twenty-five", "2025-01-01", "2025-12-31"),
    ("nineteen eighty", "1980-01-01", "1980-12-31"),
    ("the nineteen-seventies", "1970-01-01", "1979-12-31"),
    ("19th c.", "1801-01-01", "1900-12-31"),
    # parts of what is longer
    ("first Monday of October 2014", "2014-10-06", "2014-10-06"),
    ("the last Friday in October 2015", "2015-10-30", "2015-10-30"),
    ("the last day of February 2024", "2024-02-29", "2024-02-29"),
    ("the first three months of 2024", "2024-01-01", "2024-03-31"),
    ("the last two months of 2023", "2023-11-01", "2023-12-31"),
    ("the first two weeks of March 2024", "2024-03-01", "2024-03-14", "2024-02-23", "2024-03-21"),
    ("the first decade of the 21st century", "2001-01-01", "2010-12-31"),
    ("the last quarter of the 19th century", "1876-01-01", "1900-12-31"),
    ("the last quarter of 2015", "2015-10-01", "2015-12-31"),
    ("the week beginning 4 February 2019", "2019-02-04", "2019-02-10"),
    ("the year ended 31 March 2024", "2023-04-01", "2024-03-31"),
    ("the 12 months to June 2024", "2023-07-01", "2024-06-30"),
    # holidays that move
    ("Easter 2016", "2016-03-27", "2016-03-27"),
    ("Good Friday 2024", "2024-03-29", "2024-03-29"),
    ("Labor Day 2012", "2012-09-03", "2012-09-03"),
    ("Memorial Day 2013", "2013-05-27", "2013-05-27"),
    # words that change nothing
    ("4 July 1776 (from Great Britain)", "1776-07-04", "1776-07-04"),
    ("24 September 1973 (declared)", "1973-09-24", "1973-09-24"),
    ("5 October 2025 (Sunday)", "2025-10-05", "2025-10-05"),
    ("one day in March 1990", "1990-03-01", "1990-03-31"),
    ("at some point in 2015", "2015-01-01", "2015-12-31"),
    # hedges: one unit of the written precision
    ("circa 1920", "1920-01-01", "1920-12-31", "1917-01-01", "1923-12-31"),
    ("c1860", "1860-01-01", "1860-12-31", "1857-01-01", "1863-12-31"),
    ("about May 2011", "2011-05-01", "2011-05-31", "2011-04-01", "2011-06-30"),
    ("around 5 October 2025", "2025-10-05", "2025-10-05", "2025-10-04", "2025-10-06"),
    ("1862 (uncertain)", "1862-01-01", "1862-12-31", "1861-01-01", "1863-12-31"),
    ("ca. 1860s", "1860-01-01", "1869-12-31", "1850-01-01", "1879-12-31"),
    # ranges
    ("2019-2021", "2019-01-01", "2021-12-31"),
    ("2015/16", "2015-01-01", "2016-12-31"),
    ("2004–06", "2004-01-01", "2006-12-31"),
    ("1914–18", "1914-01-01", "1918-12-31"),
    ("between 1932 and 1933", "1932-01-01", "1933-12-31"),
    ("from March to June 2021", "2021-03-01", "2021-06-30"),
    ("October 5–7, 2025", "2025-10-05", "2025-10-07"),
    ("5–7 October 2025", "2025-10-05", "2025-10-07"),
    ("between 3 and 12 September 2025", "2025-09-03", "2025-09-12"),
    ("December 30 to January 2, 2025", "2024-12-30", "2025-01-02"),
    ("1860s-1870s", "1860-01-01", "1879-12-31"),
    ("2019 or 2020", "2019-01-01", "2020-12-31"),
    ("1856-ca. 1865", "1856-01-01", "1865-12-31", "1856-01-01", "1868-12-31"),
    ("5 and 6 May 2025", "2025-05-05", "2025-05-06"),
    ("2 or 3 May 2025", "2025-05-02", "2025-05-03"),
    ("March and April 2025", "2025-03-01", "2025-04-30"),
    ("the 1960s and '70s", "1960-01-01", "1979-12-31"),
    ("1980s–90s", "1980-01-01", "1999-12-31"),
    ("1914-18", "1914-01-01", "1918-12-31"),
    ("18th and 19th centuries", "1701-01-01", "1900-12-31"),
    ("late 17th–19th centuries", "1668-01-01", "1900-12-31", "1658-01-01", "1900-12-31"),
    ("3rd–2nd century BC", "-0299-01-01", "-0100-12-31"),
    ("500–400 BC", "-0499-01-01", "-0399-12-31"),
    ("between 1200 and 1100 BC", "-1199-01-01", "-1099-12-31"),
    ("300 BC to AD 200", "-0299-01-01", "0200-12-31"),
    ("2019–present", "2019-01-01", None),
    ("October 2014 to date", "2014-10-01", None),
    # bounds
    ("through 2030", None, "2030-12-31"),
    ("by the end of 2015", None, "2015-12-31"),
    ("by 2030", None, "2030-12-31"),
    ("until March 2024", None, "2024-03-31"),
    ("before 1984", None, "1983-12-31"),
    ("before the end of 2015", None, "2015-12-30"),
    ("before mid-2024", None, "2024-06-30", None, "2024-07-31"),
    ("before the middle of March 2024", None, "2024-03-15", None, "2024-03-16"),
    ("after mid-2024", "2024-07-01", None, "2024-06-01", None),
    ("since 2000", "2000-01-01", None),
    ("from 2015", "2015-01-01", None),
    ("after 1984", "1985-01-01", None),
    ("October 2025 or later", "2025-10-01", None),
    ("by the late 1990s", None, "1999-12-31", None, "2000-12-31"),
    ("since the end of 2015", "2015-09-01", None, "2015-08-01", None),
    ("before about 1984", None, "1983-12-31", None, "1986-12-30"),
    ("after about 1984", "1985-01-01", None, "1982-01-02", None),
]  # fmt: skip

EDTF = [
    ("2015-11", "2015-11-01", "2015-11-30"),
    ("2000/2015", "2000-01-01", "2015-12-31"),
    ("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
    ("../1985", None, "1985-12-31"),
    ("1985/..", "1985-01-01", None),
    ("1985/", "1985-01-01", None),
    ("1984~", "1984-01-01", "1984-12-31", "1981-01-01", "1987-12-31"),
    ("1984?", "1984-01-01", "1984-12-31", "1983-01-01", "1985-12-31"),
    ("2004-06~", "2004-06-01", "2004-06-30", "2004-05-01", "2004-07-31"),
    ("2004-06-11~", "2004-06-11", "2004-06-11", "2004-06-10", "2004-06-12"),
    ("1984~/2004", "1984-01-01", "2004-12-31", "1981-01-01", "2004-12-31"),
    ("2004?-06-11", "2004-06-11", "2004-06-11", "2003-06-11", "2005-06-11"),
    ("2004-06-~11", "2004-06-11", "2004-06-11", "2004-06-10", "2004-06-12"),
    ("2004-~06-11", "2004-06-11", "2004-06-11", "2004-05-11", "2004-07-11"),
    ("?2004-06", "2004-06-01", "2004-06-30", "2003-06-01", "2005-06-30"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("-01XX", "-0199-01-01", "-0100-12-31"),
    ("1999-XX", "1999-01-01", "1999-12-31"),
    ("1999-02-XX", "1999-02-01", "1999-02-28"),
    ("2024-22", "2024-06-01", "2024-08-31"),
    ("2024-24", "2024-12-01", "2025-02-28"),
    ("2024-33", "2024-01-01", "2024-03-31"),
    ("2015-W45", "2015-11-02", "2015-11-08"),
    ("2015-W01", "2014-12-29", "2015-01-04"),
    ("2015-W53", "2015-12-28", "2016-01-03"),
    ("2015-W45-7", "2015-11-08", "2015-11-08"),
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
    ("[..1983]", None, "1983-12-31"),
    ("Y-17000", "Y-17000", "-16999-12-31"),
]  # fmt: skip


@pytest.mark.parametrize("row", [*WORDS, *(row for row in EDTF if not row[0].startswith("Y"))], ids=lambda row: row[0])
def test_a_date_states_and_allows(row: tuple[str | None, ...]) -> None:
    text, first, last, *wide = row
    assert text is not None
    found = reading(text, "date", is_edtf=row in EDTF)
    assert found.stated == days(first, last)
    assert found.allowed == days(*(wide or (first, last)))


def test_a_long_year() -> None:
    found = reading("Y-17000", "date").stated
    assert found.high - found.low == 365 * 1440
    assert reading("Y17000", "date").stated.low > reading("9999", "date").stated.high


# text, relative_to, first and last day stated, first and last day allowed (left out: the same)
RELATIVE = [
    ("the following year", "1999", "2000-01-01", "2000-12-31"),
    ("the following year", "1999-05-05", "2000-01-01", "2000-12-31"),
    ("the following year", "1990s", "1991-01-01", "2000-12-31"),
    ("the following year", "circa 1999", "2000-01-01", "2000-12-31", "1997-01-01", "2003-12-31"),
    ("The following month", "2024-01-31", "2024-02-01", "2024-02-29"),
    ("the previous decade", "1999", "1980-01-01", "1989-12-31"),
    ("the same day", "2025-09-08", "2025-09-08", "2025-09-08"),
    ("that same year", "2025-09-08", "2025-01-01", "2025-12-31"),
    ("the day prior", "2025-03-01", "2025-02-28", "2025-02-28"),
    ("the year before", "2025-03-01", "2024-01-01", "2024-12-31"),
    ("the week after", "2025-11-05", "2025-11-10", "2025-11-16"),
    ("the next day", "2024-12-31", "2025-01-01", "2025-01-01"),
    ("a month later", "2025-01-31", "2025-02-28", "2025-02-28", "2025-02-13", "2025-03-15"),
    ("a year later", "1999", "2000-01-01", "2000-12-31", "1999-07-01", "2001-06-30"),
    ("two years earlier", "1999", "1997-01-01", "1997-12-31", "1996-07-01", "1998-06-30"),
    ("days later", "2025-01-20", "2025-01-22", "2025-01-26", "2025-01-21", "2025-01-30"),
    ("a few weeks earlier", "2025-10-31", "2025-09-19", "2025-10-17", "2025-08-22", "2025-10-24"),
    ("several months after", "2025-01-01", "2025-03-01", "2025-07-01", "2025-02-01", "2025-11-01"),
    ("January 3", "2025-05-08", "2025-01-03", "2025-01-03"),
    ("January 3", "2025-01-03", "2025-01-03", "2025-01-03"),
    ("January", "2025-05-08", "2025-01-01", "2025-01-31"),
    ("February 29", "2025-12-15", "2024-02-29", "2024-02-29"),
    ("early October", "2025-11-05", "2025-10-01", "2025-10-10", "2025-09-30", "2025-10-11"),
    ("around January 3", "2025-05-05", "2025-01-03", "2025-01-03", "2025-01-02", "2025-01-04"),
    ("since January", "2025-11-05", "2025-01-01", None),
    ("between January and March", "2025-05-15", "2025-01-01", "2025-03-31"),
    ("Sunday, October 5", "2025-11-05", "2025-10-05", "2025-10-05"),
    ("earlier this month", "2025-12-15", "2025-12-01", "2025-12-15"),
    ("earlier this month", "around 15 December 2025", "2025-12-01", "2025-12-15", "2025-12-01", "2025-12-16"),
    ("earlier this year", "2025-09", "2025-01-01", "2025-09-30"),
    ("last year", "2025-12-15", "2024-01-01", "2024-12-31"),
    ("late last year", "2025-12-15", "2024-09-01", "2024-12-31", "2024-08-01", "2025-01-31"),
    ("last month", "2025-01-15", "2024-12-01", "2024-12-31"),
    ("yesterday", "2025-01-01", "2024-12-31", "2024-12-31"),
    ("March of last year", "2025-12-15", "2024-03-01", "2024-03-31"),
    ("the third quarter this year", "2025-12-15", "2025-07-01", "2025-09-30"),
    ("this March", "2025-12-15", "2025-03-01", "2025-03-31"),
    ("the '90s", "2025-12-15", "1990-01-01", "1999-12-31"),
    ("late '80s", "2025-12-15", "1987-01-01", "1989-12-31", "1986-01-01", "1990-12-31"),
    ("the thirties", "1994", "1930-01-01", "1939-12-31"),
    ("the 20th of next month", "2025-12-15", "2026-01-20", "2026-01-20"),
    ("two years and three months later", "2025-12-01", "2028-03-01", "2028-03-01", "2028-02-15", "2028-03-16"),
    ("more than two years ago", "2025-12-15", None, "2023-12-15", None, "2024-06-15"),
    ("at least two years later", "2025-12-15", "2027-12-15", None, "2027-06-15", None),
    ("nearly ten years later", "2000-01-01", "2009-07-01", "2010-01-01", "2008-07-01", "2010-07-01"),
    ("5,000 years ago", "2025-12-15", "-3225-12-15", "-2725-12-15", "-3476-12-15", "-2474-12-15"),
    # windows: they end where the anchor begins, or begin where it ends
    ("the prior months", "2025-03-10", "2024-09-10", "2025-03-09", "2024-05-10", "2025-03-10"),
    ("in the months prior", "2025-03-10", "2024-09-10", "2025-03-09", "2024-05-10", "2025-03-10"),
    ("the previous two years", "2015", "2013-01-01", "2014-12-31", "2012-01-01", "2015-12-31"),
    ("the past two weeks", "2025-12-15", "2025-12-01", "2025-12-14", "2025-11-24", "2025-12-15"),
    ("the past decade", "2025-12-15", "2015-12-15", "2025-12-14", "2005-12-15", "2025-12-15"),
    ("the following days", "2025-03-10", "2025-03-11", "2025-03-16", "2025-03-10", "2025-03-20"),
    ("the next three months", "2025-12-15", "2025-12-16", "2026-03-15", "2025-12-15", "2026-04-15"),
    ("the two years that followed", "2015", "2016-01-01", "2017-12-31", "2015-01-01", "2018-12-31"),
    ("within days", "2025-03-10", "2025-03-10", "2025-03-16", "2025-03-10", "2025-03-20"),
    ("within two weeks", "2025-03-10", "2025-03-10", "2025-03-24"),
]  # fmt: skip


@pytest.mark.parametrize("row", RELATIVE, ids=lambda row: f"{row[0]}, from {row[1]}")
def test_a_date_that_counts_from_another(row: tuple[str | None, ...]) -> None:
    text, anchor, first, last, *wide = row
    assert text is not None
    found = reading(text, "date", relative_to=anchor)
    assert found.stated == days(first, last)
    assert found.allowed == days(*(wide or (first, last)))


def test_half_of_the_unit_named_is_allowed_around_a_shifted_date() -> None:
    later = reading("a week later", "date", relative_to="2025-08-15")
    assert later.stated == days("2025-08-22", "2025-08-22")
    assert later.allowed == minutes("2025-08-18T12:00", "2025-08-26T12:00")
    earlier = reading("two weeks earlier", "date", relative_to="2025-05-02")
    assert earlier.stated == days("2025-04-18", "2025-04-18")
    assert earlier.allowed == minutes("2025-04-14T12:00", "2025-04-22T12:00")


def test_stated_follows_from_stated_and_allowed_from_allowed() -> None:
    found = reading("a year later", "date", relative_to="late 1990s")
    assert found.stated == days("1998-01-01", "2000-12-31")
    assert found.allowed == days("1996-07-01", "2002-06-30")


def test_what_counts_from_the_publication_and_what_does_not() -> None:
    for text in ("October 3", "earlier this month", "last year", "this year", "yesterday", "two years ago"):
        assert reading(text, "date", published="2025-12-15") == reading(text, "date", relative_to="2025-12-15")
    for text in ("the following year", "the same day", "the day prior", "a week later", "days later", "that month"):
        assert "counts from another date" in refusal(text, "date", published="2025-12-15").why


def test_within_hours_begins_with_the_anchor() -> None:
    found = reading("within hours", "date", relative_to="2025-03-10T12:00")
    assert found.stated == minutes("2025-03-10T12:00", "2025-03-10T18:01")


def test_windows_of_the_past_count_from_the_publication_and_others_do_not() -> None:
    for text in ("the past two weeks", "the last three years", "recent months", "the coming days", "the '90s"):
        assert reading(text, "date", published="2025-12-15") == reading(text, "date", relative_to="2025-12-15")
    for text in ("the prior months", "the following days", "within days", "the two weeks before"):
        assert "counts from another date" in refusal(text, "date", published="2025-12-15").why


def test_a_decade_of_the_running_century_is_open_to_two_readings() -> None:
    assert "two centuries" in refusal("the '20s", "date", published="2025-12-15").why
    assert reading("the '20s", "date", published="1999").stated == days("1920-01-01", "1929-12-31")
    assert "no century" in refusal("the '90s", "date").why


def test_easter_is_where_the_tables_have_it() -> None:
    for iso in ("1818-03-22", "1943-04-25", "1954-04-18", "2000-04-23", "2025-04-20", "2285-03-22"):
        assert reading(f"Easter {iso[:4]}", "date").stated == days(iso, iso)


def test_a_short_year_is_one_only_where_a_date_is_declared() -> None:
    assert reading("843", "date").stated == days("0843-01-01", "0843-12-31")
    assert reading("843").kind == "count"


def test_relative_to_goes_before_the_publication() -> None:
    found = reading("January 3", "date", relative_to="2020-06-01", published="2025-12-15")
    assert found.stated == days("2020-01-03", "2020-01-03")


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("March", "2025"), ("December 10", "2025-12"), ("January 8", "around January 8, 2020"),
        ("last year", "2024-12/2025-02"), ("earlier this month", "2025"), ("January 3", "2025-11/.."),
        ("the following year", "since 2000"), ("this March", "2024-12/2025-02"),
    ],
)  # fmt: skip
def test_an_anchor_that_leaves_two_years_open_is_refused(text: str, anchor: str) -> None:
    refusal(text, "date", relative_to=anchor)


@pytest.mark.parametrize("text", ["January 3", "March", "last year", "early October", "Christmas", "5–7 October"])
def test_without_any_anchor_a_year_is_missing(text: str) -> None:
    refusal(text, "date")


def test_times_of_day() -> None:
    assert reading("5 October 2025 at 3 p.m.", "date").stated == minutes("2025-10-05T15:00", "2025-10-05T16:00")
    assert reading("3:30 pm on 5 October 2025", "date").stated == minutes("2025-10-05T15:30", "2025-10-05T15:31")
    assert reading("October 5, 2025, 15:30", "date").stated == minutes("2025-10-05T15:30", "2025-10-05T15:31")
    assert reading("2004-01-01T10:10+05:00", "date").stated == minutes("2004-01-01T05:10", "2004-01-01T05:11")


def test_the_order_of_a_date_in_figures_is_declared_or_unmistakable() -> None:
    assert reading("10/05/2025", "date", settings=ReadingSettings(date_order="dmy")).stated == days(*["2025-05-10"] * 2)
    assert reading("10/05/2025", "date", settings=ReadingSettings(date_order="mdy")).stated == days(*["2025-10-05"] * 2)
    assert reading("05/05/2025", "date").stated == days("2025-05-05", "2025-05-05")
    assert "day/month or month/day" in refusal("10/05/2025", "date").why


def test_a_hyphen_is_iso_and_a_dash_is_a_range() -> None:
    assert reading("2014-06", "date").stated == days("2014-06-01", "2014-06-30")
    assert reading("2004–06", "date").stated == days("2004-01-01", "2006-12-31")
    assert reading("1914-18", "date").stated == days("1914-01-01", "1918-12-31")
    assert "1910 to 1930" in refusal("1910-30", "date").why


def test_a_range_is_refused_if_its_start_is_soon_to_come_however_far_off_its_end_is() -> None:
    assert "2023 or 2024" in str(refusal("June 1 through Nov. 30", "date", published="2024-05-23"))
    assert reading("Dec. 28 to Jan. 3", "date", published="2025-01-10").stated == days("2024-12-28", "2025-01-03")


@pytest.mark.parametrize("text", ["2001 to 2000", "May 2001 to April 2001", "5 May 2001 to 4 May 2001"])
def test_a_range_that_is_over_just_as_it_begins_runs_backwards(text: str) -> None:
    refused = refusal(text, "date")
    assert (refused.why, refused.understood) == ("the range runs backwards", text)
