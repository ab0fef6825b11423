"""Dates as newsrooms write them: without a year, weekdays, parts of days, clock times and zones, seasons, spreadsheets.

An interval is written `from..until`, the end outside of it; `..` alone is open, and `allowed` is left out if the same.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from crosscheck.model import Interval
from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.dates.edtf import parse_edtf
from readings.helpers import reading, refusal

PUBLISHED = "2025-05-15"  # a Thursday

# text, stated, allowed
COUNTED_FROM_THE_PUBLICATION = [
    ("the other day", "2025-05-09..2025-05-14", "2025-05-05..2025-05-15"),
    ("Jan-99", "1999-01-01..1999-02-01", ""),
    ("7-Oct-99", "1999-10-07..1999-10-08", ""),
    ("the class of '99", "1999-01-01..2000-01-01", ""),
    ("signed last year", "2024-01-01..2025-01-01", ""),
    # the last one, the next one, the one that a weekday proves
    ("January 3", "2025-01-03..2025-01-04", ""),
    ("by June", "..2025-07-01", ""),
    ("before June 1", "..2025-06-01", ""),
    ("until June 1", "..2025-06-02", ""),
    ("starting in June", "2025-06-01..", ""),
    ("from June", "2025-06-01..", ""),
    ("since October", "2024-10-01..", ""),
    ("due June 1", "2025-06-01..2025-06-02", ""),
    ("no later than June 1", "..2025-06-02", ""),
    ("by the end of May", "..2025-06-01", ""),
    ("Friday, May 16", "2025-05-16..2025-05-17", ""),
    ("Tuesday (May 13)", "2025-05-13..2025-05-14", ""),
    ("Fri., May 16", "2025-05-16..2025-05-17", ""),
    ("on Sunday, June 1", "2025-06-01..2025-06-02", ""),
    ("by Labor Day", "..2025-09-02", ""),
    ("on Easter Sunday", "2025-04-20..2025-04-21", ""),
    # weekdays
    ("on Tuesday", "2025-05-13..2025-05-14", "2025-05-13..2025-05-21"),
    ("Thursday", "2025-05-15..2025-05-16", "2025-05-15..2025-05-23"),
    ("last Friday", "2025-05-09..2025-05-10", ""),
    ("last Monday", "2025-05-12..2025-05-13", "2025-05-05..2025-05-13"),
    ("this past Monday", "2025-05-12..2025-05-13", ""),
    ("next Wednesday", "2025-05-21..2025-05-22", ""),
    ("this Friday", "2025-05-16..2025-05-17", ""),
    ("by Friday", "..2025-05-17", ""),
    ("Tuesday of last week", "2025-05-06..2025-05-07", ""),
    ("over the weekend", "2025-05-10..2025-05-12", "2025-05-09..2025-05-19"),
    ("last weekend", "2025-05-10..2025-05-12", "2025-05-09..2025-05-12"),
    ("this weekend", "2025-05-17..2025-05-19", "2025-05-16..2025-05-19"),
    # parts of days
    ("Tuesday night", "2025-05-13T18:00..2025-05-14T06:00", "2025-05-13T17:00..2025-05-21T09:00"),
    ("overnight", "2025-05-14T18:00..2025-05-15T06:00", "2025-05-14T17:00..2025-05-15T12:00"),
    ("last night", "2025-05-14T18:00..2025-05-15T06:00", "2025-05-14T17:00..2025-05-15T09:00"),
    ("this morning", "2025-05-15..2025-05-15T12:00", "2025-05-15..2025-05-15T13:00"),
    ("late yesterday", "2025-05-14T16:00..2025-05-15", "2025-05-14T14:00..2025-05-15T03:00"),
    ("the night of May 12-13", "2025-05-12T18:00..2025-05-13T06:00", "2025-05-12T17:00..2025-05-13T09:00"),
    # months and seasons
    ("next March", "2026-03-01..2026-04-01", ""),
    ("last June", "2024-06-01..2024-07-01", ""),
    ("last March", "2025-03-01..2025-04-01", "2024-03-01..2025-04-01"),
    ("last summer", "2024-06-01..2024-09-01", "2024-05-01..2024-10-01"),
    ("last winter", "2024-12-01..2025-03-01", "2024-11-01..2025-04-01"),
    ("early spring", "2025-03-01..2025-04-01", "2025-02-01..2025-05-01"),
    ("Q1", "2025-01-01..2025-04-01", ""),
    ("the first half of last year", "2024-01-01..2024-07-01", ""),
    ("the first week of May", "2025-05-01..2025-05-08", "2025-04-25..2025-05-14"),
    ("the week of May 12", "2025-05-12..2025-05-19", "2025-05-11..2025-05-19"),
    ("by year-end", "..2026-01-01", ""),
    ("late in the year", "2025-09-01..2026-01-01", "2025-08-01..2026-02-01"),
    ("earlier in May", "2025-05-01..2025-05-16", ""),
    ("Oct 7 '23", "2023-10-07..2023-10-08", ""),
    ("May '68", "1968-05-01..1968-06-01", ""),
    # the clock
    ("1:27 a.m.", "2025-05-15T01:27..2025-05-15T01:28", ""),
    ("shortly after midnight", "2025-05-15..2025-05-15T00:30", "2025-05-15..2025-05-15T01:00"),
    ("between 1:24 and 1:27 a.m.", "2025-05-15T01:24..2025-05-15T01:28", ""),
    ("about 1:30 a.m.", "2025-05-15T01:30..2025-05-15T01:31", "2025-05-15T01:25..2025-05-15T01:36"),
    ("at 3:15 p.m. on Tuesday", "2025-05-13T15:15..2025-05-13T15:16", "2025-05-13T15:15..2025-05-20T15:16"),
    ("yesterday at 3 p.m.", "2025-05-14T15:00..2025-05-14T16:00", ""),
    ("9 a.m. this morning", "2025-05-15T09:00..2025-05-15T10:00", ""),
    ("from Monday", "2025-05-19..", ""),
    ("from Monday to Wednesday", "2025-05-12..2025-05-15", "2025-05-12..2025-05-22"),
    ("at 9 p.m. Tuesday night", "2025-05-13T21:00..2025-05-13T22:00", "2025-05-13T21:00..2025-05-20T22:00"),
    ("by the end of Q3", "..2025-10-01", ""),
    ("the week before last", "2025-04-28..2025-05-05", ""),
    ("May 12 after 9 p.m.", "2025-05-12T21:00..2025-05-13", ""),
    ("9:15 this evening", "2025-05-15T21:15..2025-05-15T21:16", ""),
    ("at 3 in the morning", "2025-05-15T03:00..2025-05-15T04:00", ""),
    ("3 o'clock Tuesday afternoon", "2025-05-13T15:00..2025-05-13T16:00", "2025-05-13T15:00..2025-05-20T16:00"),
    ("at dawn", "2025-05-15T04:00..2025-05-15T08:00", "2025-05-15T02:00..2025-05-15T10:00"),
    ("before dawn Tuesday", "2025-05-13..2025-05-13T06:00", "2025-05-13..2025-05-20T09:00"),
    # the night of two days
    ("night of 12/13 May", "2025-05-12T18:00..2025-05-13T06:00", "2025-05-12T17:00..2025-05-13T09:00"),
    ("the night from Monday to Tuesday", "2025-05-12T18:00..2025-05-13T06:00", "2025-05-12T17:00..2025-05-20T09:00"),
    ("overnight into Tuesday", "2025-05-12T18:00..2025-05-13T06:00", "2025-05-12T17:00..2025-05-20T12:00"),
    ("overnight Monday to Tuesday", "2025-05-12T18:00..2025-05-13T06:00", "2025-05-12T17:00..2025-05-20T12:00"),
    ("late Monday into Tuesday", "2025-05-12T16:00..2025-05-13T09:00", "2025-05-12T14:00..2025-05-21"),
    # counted from a date that is named
    ("the Monday after Easter", "2025-04-21..2025-04-22", ""),
    ("two weeks before May 12", "2025-04-28..2025-04-29", "2025-04-24T12:00..2025-05-02T12:00"),
    ("a week ago Tuesday", "2025-05-06..2025-05-07", ""),
    ("a week from Tuesday", "2025-05-27..2025-05-28", ""),
    ("the day after tomorrow", "2025-05-17..2025-05-18", ""),
    # the unit in which the anchor lies
    ("midweek", "2025-05-14..2025-05-16", "2025-05-13..2025-05-17"),
    ("by mid-year", "..2025-09-01", "..2025-10-01"),
    ("by year's end", "..2026-01-01", ""),
    ("the first quarter of the year", "2025-01-01..2025-04-01", ""),
    ("the first three months of the year", "2025-01-01..2025-04-01", ""),
    ("so far this year", "2025-01-01..2025-05-16", ""),
    ("the current quarter", "2025-04-01..2025-07-01", ""),
    ("last century", "1901-01-01..2001-01-01", "1901-01-01..2025-05-15"),
    ("a fortnight ago", "2025-05-01..2025-05-02", "2025-04-24..2025-05-09"),
    ("7 p.m. last night", "2025-05-14T19:00..2025-05-14T20:00", ""),
    ("the third quarter of '23", "2023-07-01..2023-10-01", ""),
    ("within the past month", "2025-04-15..2025-05-15", "2025-03-15..2025-05-16"),
    ("4Q24", "2024-10-01..2025-01-01", ""),
    ("the aughts", "2000-01-01..2010-01-01", ""),
    ("May 12, 13 and 14", "2025-05-12..2025-05-15", ""),
    # round figures of what is past, never after the day of writing
    ("500 years ago", "1500-05-15..1550-05-16", "1474-05-15..1576-05-16"),
    ("a decade ago", "2014-11-15..2015-11-16", "2010-05-15..2020-05-16"),
    ("25 years ago", "1999-02-15..2001-08-16", "1996-11-15..2003-11-16"),
    ("three years ago", "2022-05-15..2022-05-16", "2021-11-15..2022-11-16"),
    ("in three days", "2025-05-18..2025-05-19", "2025-05-17T12:00..2025-05-19T12:00"),
]
# text, relative_to, stated, allowed
COUNTED_FROM_ANOTHER = [
    ("on the third day", "2025-05-12", "2025-05-14..2025-05-16", ""),
    ("the second week of the trial", "2025-05-12", "2025-05-19..2025-05-27", ""),
    ("the following March", "2025-05-12", "2026-03-01..2026-04-01", ""),
    ("the following Tuesday", "2025-05-12", "2025-05-13..2025-05-14", ""),
    ("that night", "2025-05-12", "2025-05-12T18:00..2025-05-13T06:00", "2025-05-12T17:00..2025-05-13T09:00"),
    ("in the morning", "2025-05-12", "2025-05-12..2025-05-12T12:00", "2025-05-12..2025-05-12T13:00"),
    ("the next morning", "2025-05-12", "2025-05-13..2025-05-13T12:00", "2025-05-13..2025-05-13T13:00"),
    ("a couple of days later", "2025-05-12", "2025-05-14..2025-05-15", "2025-05-13..2025-05-16"),
    ("two to three weeks later", "2025-05-12", "2025-05-26..2025-06-03", "2025-05-22T12:00..2025-06-06T12:00"),
    ("two and a half years later", "2025-05-12", "2027-11-12..2027-11-13", "2027-05-12..2028-05-13"),
    ("half a year later", "2025-05-12", "2025-11-12..2025-11-13", "2025-08-12..2026-02-13"),
    ("30 years later", "1990", "2020-01-01..2021-01-01", "2016-01-01..2025-01-01"),
    ("the night before", "2025-05-12", "2025-05-11T18:00..2025-05-12T06:00", "2025-05-11T17:00..2025-05-12T09:00"),
    ("early the next morning", "2025-05-12", "2025-05-13..2025-05-13T09:00", "2025-05-13..2025-05-13T12:00"),
    ("the next day at 3 p.m.", "2025-05-12", "2025-05-13T15:00..2025-05-13T16:00", ""),
    ("two days after the election", "2025-05-12", "2025-05-14..2025-05-15", "2025-05-13T12:00..2025-05-15T12:00"),
    ("the day after his arrest", "2025-05-12", "2025-05-13..2025-05-14", ""),
    ("three weeks before that", "2025-05-12", "2025-04-21..2025-04-22", "2025-04-17T12:00..2025-04-25T12:00"),
    ("within days of the attack", "2025-05-12", "2025-05-06..2025-05-19", "2025-05-02..2025-05-23"),
    ("the weekend after", "2025-05-12", "2025-05-17..2025-05-19", "2025-05-16..2025-05-19"),
    ("that summer", "2025-05-12", "2025-06-01..2025-09-01", "2025-05-01..2025-10-01"),
    ("less than a week later", "2025-05-12", "2025-05-12..2025-05-20", "2025-05-12..2025-05-23T12:00"),
    ("less than a week earlier", "2025-05-12", "2025-05-05..2025-05-13", "2025-05-01T12:00..2025-05-13"),
    ("the following day", "2025-05-12T23:00-04:00", "2025-05-13..2025-05-14", ""),
]
# text, stated, allowed
OF_ITSELF = [
    ("founded in 2001", "2001-01-01..2002-01-01", ""),
    ("was first published around 1859", "1859-01-01..1860-01-01", "1856-01-01..1863-01-01"),
    ("sworn in on 20 January 2021", "2021-01-20..2021-01-21", ""),
    ("annually since 2019", "2019-01-01..", ""),
    ("in power since May 2019", "2019-05-01..", ""),
    ("2020ish", "2020-01-01..2021-01-01", "2017-01-01..2024-01-01"),
    ("20. century", "1901-01-01..2001-01-01", ""),
    ("2024_07_19", "2024-07-19..2024-07-20", ""),
    ("post-9/11", "2001-09-12..", ""),
    ("the 9/11 attacks", "2001-09-11..2001-09-12", ""),
    ("2001\u20262005", "2001-01-01..2006-01-01", ""),
    ("the 2023-24 season", "2023-01-01..2025-01-01", ""),
    ("the 2010-11 NBA season", "2010-01-01..2012-01-01", ""),
    ("the 2007-09 recession", "2007-01-01..2010-01-01", ""),
    ("2023 to 2024", "2023-01-01..2025-01-01", ""),
    ("1905–6", "1905-01-01..1907-01-01", ""),
    ("1999–00", "1999-01-01..2001-01-01", ""),
    ("two thousand and one", "2001-01-01..2002-01-01", ""),
    ("20231007", "2023-10-07..2023-10-08", ""),
    ("Q1-Q3 2024", "2024-01-01..2024-10-01", ""),
    ("toward the end of 2019", "2019-09-01..2020-01-01", "2019-08-01..2020-02-01"),
    ("the second quarter of the year 2019", "2019-04-01..2019-07-01", ""),
    ("the latter half of 2019", "2019-07-01..2020-01-01", ""),
    ("pre-2000", "..2000-01-01", ""),
    ("post-2000", "2001-01-01..", ""),
    ("the fiscal year that ended Sept. 30, 2023", "2022-10-01..2023-10-01", ""),
    ("after 9 p.m. on May 12, 2025", "2025-05-12T21:00..", ""),
    ("by 9 p.m. on May 12, 2025", "..2025-05-12T21:01", ""),
    ("between 9 p.m. and 11 p.m. on May 12, 2025", "2025-05-12T21:00..2025-05-12T23:01", ""),
    ("from 9 p.m. May 12, 2025 to 3 a.m. May 13, 2025", "2025-05-12T21:00..2025-05-13T03:01", ""),
    ("the morning of May 12, 2025", "2025-05-12..2025-05-12T12:00", "2025-05-12..2025-05-12T13:00"),
    ("Sunday night 7th June 2015", "2015-06-07T18:00..2015-06-08T06:00", "2015-06-07T17:00..2015-06-08T09:00"),
    ("five o'clock in the afternoon of May 12, 2025", "2025-05-12T17:00..2025-05-12T18:00", ""),
    ("half past three in the afternoon on May 12, 2025", "2025-05-12T15:30..2025-05-12T15:31", ""),
    ("quarter to four p.m. on May 12, 2025", "2025-05-12T15:45..2025-05-12T15:46", ""),
    ("ten past five p.m. on May 12, 2025", "2025-05-12T17:10..2025-05-12T17:11", ""),
    ("one p.m. on May 12, 2025", "2025-05-12T13:00..2025-05-12T14:00", ""),
    ("9 at night on May 12, 2025", "2025-05-12T21:00..2025-05-12T22:00", ""),
    ("12 in the afternoon on May 12, 2025", "2025-05-12T12:00..2025-05-12T13:00", ""),
    ("between nine and ten p.m. on May 12, 2025", "2025-05-12T21:00..2025-05-12T22:01", ""),
    ("dusk on May 12, 2025", "2025-05-12T17:00..2025-05-12T21:00", "2025-05-12T15:00..2025-05-12T23:00"),
    ("24:00 on May 12, 2025", "2025-05-13..2025-05-13T00:01", ""),
    ("Thanksgiving 2024", "2024-11-28..2024-11-29", "2024-10-14..2024-11-29"),
    ("the day after Thanksgiving 2024", "2024-11-29..2024-11-30", "2024-10-15..2024-11-30"),
    ("Black Friday 2024", "2024-11-29..2024-11-30", ""),
    ("Victoria Day 2024", "2024-05-20..2024-05-21", ""),
    ("Labor Day weekend 2024", "2024-08-31..2024-09-03", "2024-08-30..2024-09-03"),
    ("Easter weekend 2024", "2024-03-30..2024-04-01", "2024-03-29..2024-04-02"),
    ("Thanksgiving weekend 2024", "2024-11-28..2024-12-02", "2024-11-28..2024-12-02"),
    ("Ascension Day 2024", "2024-05-09..2024-05-10", ""),
    ("the night of April 30-May 1, 2025", "2025-04-30T18:00..2025-05-01T06:00", "2025-04-30T17:00..2025-05-01T09:00"),
    ("three days before Christmas 2024", "2024-12-22..2024-12-23", "2024-12-21T12:00..2024-12-23T12:00"),
    ("the week before Christmas 2024", "2024-12-16..2024-12-23", "2024-12-16..2024-12-25"),
    ("two years before 2015", "2013-01-01..2014-01-01", "2012-07-01..2014-07-01"),
    ("the turn of the 20th century", "1895-01-01..1906-01-01", "1890-01-01..1911-01-01"),
    ("the turn of the millennium", "1999-01-01..2002-01-01", "1998-01-01..2003-01-01"),
    ("the first millennium", "0001-01-01..1001-01-01", ""),
    ("the 2022/23 tax year", "2022-01-01..2024-01-01", ""),
    ("2001, 2002 and 2003", "2001-01-01..2004-01-01", ""),
    ("17. August 2020", "2020-08-17..2020-08-18", ""),
    ("circa 1704", "1704-01-01..1705-01-01", "1701-01-01..1708-01-01"),
    ("1704?", "1704-01-01..1705-01-01", "1703-01-01..1706-01-01"),
    ("2020 (est.)", "2020-01-01..2021-01-01", "2017-01-01..2024-01-01"),
]
# text, in UTC, zone
ZONES = [
    ("3:15 p.m. ET on May 12, 2025", "2025-05-12T19:15..2025-05-12T19:16", "-04:00"),
    ("3:15 p.m. Eastern Time on January 12, 2025", "2025-01-12T20:15..2025-01-12T20:16", "-05:00"),
    ("1515 GMT on May 12, 2025", "2025-05-12T15:15..2025-05-12T15:16", "+00:00"),
    ("9:30 a.m. (1330 GMT) on May 12, 2025", "2025-05-12T13:30..2025-05-12T13:31", "-04:00"),
    ("9 p.m. UTC+2 on May 12, 2025", "2025-05-12T19:00..2025-05-12T20:00", "+02:00"),
    ("2024-03-26T01:28-04:00", "2024-03-26T05:28..2024-03-26T05:29", "-04:00"),
    ("2025-05-12 15:15 UTC", "2025-05-12T15:15..2025-05-12T15:16", "+00:00"),
    ("9 p.m. local time on May 12, 2025", "2025-05-12T21:00..2025-05-12T22:00", None),
]
# text, part of the message
REFUSED = [
    ("June 3", "June 3, 2024 or June 3, 2025"),
    ("May 16", "2024 or 2025"),
    ("summer", "2024 or 2025"),
    ("the third quarter", "2024 or 2025"),
    ("by March", "2025 or 2026"),
    ("Tuesday, May 12", "2025 or 2026"),
    ("next Friday", "2025-05-16 or 2025-05-23"),
    ("next weekend", "2025-05-17 or 2025-05-24"),
    ("2023-24", "the 2023-24 season, 2023 to 2024"),
    ("in 2020-21", "2020 to 2021"),
    ("2009-10", "October 2009"),
    ("2000-06", "June 2000"),
    ("Nov-09", "November 2009"),
    ("9/11", "has no year"),
    ("mid-century", "the century of"),
    ("2001-2", "could be a month"),
    ("2001, 2003", "another date"),
    ("2025-13-01", "months are 01 to 12"),
    ("built in three days", ""),
    ("completed within two weeks", ""),
    ("7-Oct-23", "7 October 2023"),
    ("Nov/23", "November 2023 or 23 November 2025"),
    ("the 1900s", "a decade or a century"),
    ("the early 1900s", "a decade or a century"),
    ("FY2024", "fiscal_year"),
    ("the 2024-25 fiscal year", "fiscal_year"),
    ("May 12 and 14", "a claim for each"),
    ("9 p.m. CST on May 12, 2025", "several zones"),
    ("3 p.m. EST (2100 GMT) on Jan. 12, 2025", "another time"),
    ("3:15 this evening", "not in that part"),
    ("at midnight on May 12", ""),
    ("half past three", "which half of the day"),
    ("5 o'clock on May 12, 2025", "5 a.m. or 5 p.m."),
    ("overnight Tuesday", "the night before or after"),
    ("the night of May 12-14", "one after the other"),
    ("Thanksgiving 1930", "is not known"),
    ("Independence Day", ""),
    ("Ramadan 2024", "another calendar"),
    ("the turn of the century", "the century whose turn"),
    ("tax year 2023", "begins or ends"),
    ("two days after the election", "relative_to"),
    ("May 1, 2 and 4, 2024", "a claim for each"),
    ("the weekend of the Fourth of July", ""),
    ("February 30", "there is no February 30"),
    ("April 31", "there is no April 31"),
    ("31 June", "there is no June 31"),
]


def interval(written: str) -> Interval:
    low, _, high = written.partition("..")
    return Interval(_minute(low), _minute(high))


def _minute(written: str) -> Fraction | None:
    span = parse_edtf(written) if written else None
    return None if span is None or span.low is None else Fraction(span.low)


@pytest.mark.parametrize(("text", "stated", "allowed"), COUNTED_FROM_THE_PUBLICATION)
def test_what_counts_from_the_publication(text: str, stated: str, allowed: str) -> None:
    found = reading(text, "date", published=PUBLISHED)
    assert (found.stated, found.allowed) == (interval(stated), interval(allowed or stated))


@pytest.mark.parametrize(("text", "anchor", "stated", "allowed"), COUNTED_FROM_ANOTHER)
def test_what_counts_from_another_date(text: str, anchor: str, stated: str, allowed: str) -> None:
    found = reading(text, "date", relative_to=anchor)
    assert (found.stated, found.allowed) == (interval(stated), interval(allowed or stated))


@pytest.mark.parametrize(("text", "stated", "allowed"), OF_ITSELF)
def test_what_counts_from_nothing(text: str, stated: str, allowed: str) -> None:
    found = reading(text, "date")
    assert (found.stated, found.allowed) == (interval(stated), interval(allowed or stated))


@pytest.mark.parametrize(("text", "stated", "zone"), ZONES)
def test_a_time_with_a_zone_is_in_utc(text: str, stated: str, zone: str | None) -> None:
    found = reading(text, "date")
    assert (found.stated, found.zone) == (interval(stated), zone)


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_what_is_open_is_refused(text: str, message: str) -> None:
    assert message in str(refusal(text, "date", published=PUBLISHED))


@pytest.mark.parametrize("text", ["Christmas", "Christmas Day", "New Year's Eve", "in January", "Jan. 1"])
def test_a_date_that_is_near_ahead_may_be_either(text: str) -> None:
    assert (
        "2024 or 2025" in refusal(text, "date", published="2025-12-15").why
        or "2026" in refusal(text, "date", published="2025-12-15").why
    )


def test_what_is_half_a_year_ahead_to_the_day_is_not_near() -> None:
    assert reading("by July 14", "date", published="2025-01-15").stated == interval("..2025-07-15")
    assert "2024 or 2025" in refusal("by July 15", "date", published="2025-01-15").why


def test_words_that_look_ahead_say_which() -> None:
    assert reading("by Christmas", "date", published="2025-12-15").stated == interval("..2025-12-26")
    assert reading("by Jan. 1", "date", published="2025-12-15").stated == interval("..2026-01-02")


def test_edtf_is_read_where_it_is_declared() -> None:
    assert reading("2023-24", "date", is_edtf=True).stated == interval("2023-12-01..2024-03-01")
    assert reading("2009-10", "date", is_edtf=True).stated == interval("2009-10-01..2009-11-01")


def test_a_weekday_that_is_not_its_dates_is_kept() -> None:
    found = reading("Tuesday, March 25, 2024", "date")
    assert found.stated == interval("2024-03-25..2024-03-26")
    assert found.weekday_mismatch == "2024-03-25 is a Monday, not a Tuesday"
    assert not reading("Tuesday, March 26, 2024", "date").weekday_mismatch


@pytest.mark.parametrize(
    ("text", "begins", "stated"),
    [
        ("FY2024", (10, 1), "2023-10-01..2024-10-01"),
        ("fiscal 2024", (10, 1), "2023-10-01..2024-10-01"),
        ("FY24", (7, 1), "2023-07-01..2024-07-01"),
        ("financial year 2022-23", (4, 1), "2022-04-01..2023-04-01"),
        ("the 2024-25 fiscal year", (4, 1), "2024-04-01..2025-04-01"),
        ("the third quarter of fiscal 2024", (10, 1), "2024-04-01..2024-07-01"),
        ("Q1 FY2024", (10, 1), "2023-10-01..2024-01-01"),
        ("Q3 2024", (10, 1), "2024-07-01..2024-10-01"),
        ("fiscal 2024", (1, 1), "2024-01-01..2025-01-01"),
    ],
)
def test_fiscal_years_begin_where_the_source_says(text: str, begins: tuple[int, int], stated: str) -> None:
    assert reading(text, "date", fiscal_year=begins).stated == interval(stated)


def test_a_fiscal_year_that_begins_in_spring_is_named_by_both() -> None:
    with pytest.raises(ValueError, match="begins or that ends in 2024"):
        reading("FY2024", "date", fiscal_year=(4, 1))


@pytest.mark.parametrize(
    "words", ["morning of ", "two years and ", "between ", "the night of ", "9:00-", "'23 ", "12-"]
)
def test_long_texts_end_at_once(words: str) -> None:
    refusal(words * 5000, "date", published=PUBLISHED)


def test_nothing_is_allowed_after_the_day_of_writing() -> None:
    for text in ("about a decade ago", "about a week ago", "about a year ago", "less than a year ago", "a century ago"):
        found = reading(text, "date", published=PUBLISHED)
        assert found.allowed.high <= cal.minutes(2025, 5, 16)


@pytest.mark.parametrize(
    ("published", "text", "written"),
    [
        ("2025-12-10", "this winter", "winter 2025–2026"),
        ("2025-11-20", "this winter", "winter 2025–2026"),
        ("2025-01-10", "this winter", "winter 2024–2025"),
        ("2025-01-10", "this summer", "summer 2025"),
        ("2025-11-20", "this summer", "summer 2025"),
    ],
)
def test_this_winter_is_the_one_that_runs_or_comes_and_this_summer_that_of_the_year(
    published: str, text: str, written: str
) -> None:
    assert reading(text, "date", published=published).stated == reading(written, "date").stated
