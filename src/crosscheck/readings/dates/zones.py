"""Zones of the clock: `GMT`, `UTC+2`, `ET` with its summer time, `local time`."""

from __future__ import annotations

from typing import NamedTuple

from crosscheck.readings.dates import calendar as cal
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import Phrases, Text

_ZONES = Phrases(en.ZONES)
_SEASONAL_ZONES = Phrases(en.SEASONAL_ZONES)
_LOCAL = Phrases.of(en.LOCAL_TIME)

FIRST_KNOWN = 1987
"""Year since which the summer times of the United States are known here."""
FARTHEST = 14 * 60
"""Minutes that a zone may be ahead of UTC."""


class Zone(NamedTuple):
    """Minutes ahead of UTC; a seasonal one is an hour further in summer."""

    ahead: int
    is_seasonal: bool = False

    def at(self, minute: int) -> int:
        """Minutes ahead of UTC at a local minute; raises `ReadingError` before the law of summer time is known."""
        if not self.is_seasonal:
            return self.ahead
        year = cal.year_of(minute)
        if year < FIRST_KNOWN:
            raise ReadingError(f"whether summer time was in force in {year} is not known", nearest="3:15 p.m. EST")
        begins, until = _summer(year)
        return self.ahead + 60 * (begins <= minute < until)


def _summer(year: int) -> tuple[int, int]:
    """The local minutes between which summer time is in force in the United States."""
    if year >= 2007:
        first, last = _sunday(year, 3, 8), _sunday(year, 11, 1)
    else:
        first, last = _sunday(year, 4, 1), _sunday(year, 10, 25)
    return first + 120, last + 120


def _sunday(year: int, month: int, day: int) -> int:
    """The minute at which the first Sunday from a day on begins."""
    return cal.weekday_from(cal.days(year, month, day), cal.SUNDAY) * cal.MINUTES_A_DAY


def zone_at(text: Text, index: int) -> tuple[int, Zone | None]:
    """The index behind a zone, and the zone; `local time` is none."""
    is_inside = text.at(index) == "("
    place = index + is_inside
    local = _LOCAL.at(text, place)
    # "2020 est." is estimated.
    is_written = len(text.at(place)) > 4 or text.between(place, place + 1).isupper()
    fixed, seasonal = (zones.at(text, place) if is_written else None for zones in (_ZONES, _SEASONAL_ZONES))
    if is_written and text.at(place) in en.OPEN_ZONES:
        raise ReadingError(
            f"{text.between(place, place + 1)} is the name of several zones, or was not always the same",
            nearest="3:30 pm UTC+5",
        )
    if local is not None:
        after, zone = local[1], None
    elif seasonal is not None and (fixed is None or seasonal[1] > fixed[1]):
        after, zone = seasonal[1], Zone(seasonal[0], is_seasonal=True)
    elif fixed is not None:
        after, ahead = _offset(text, fixed[1]) if fixed[0] == 0 else (fixed[1], 0)
        zone = Zone(fixed[0] + ahead)
    else:
        after, ahead = _offset(text, place) if not text.glued(place) else (place, 0)
        if text.at(after - 2) != ":" or after == place:
            return index, None
        zone = Zone(ahead)
    if is_inside and text.at(after) != ")":
        return index, None
    return after + is_inside, zone


def _offset(text: Text, index: int) -> tuple[int, int]:
    """The index behind the +2 of "UTC+2", and its minutes."""
    sign, hours = text.at(index), text.integer(index + 1, 2)
    if sign not in ("+", "-") or hours is None or not text.glued(index + 1):
        return index, 0
    minutes = text.integer(index + 3, 2) if text.at(index + 2) == ":" else None
    ahead = hours * 60 + (minutes or 0)
    if ahead > FARTHEST:
        raise ReadingError(f"there is no zone {text.between(index - 1, index + 2)}", nearest="3:30 pm UTC+2")
    return index + (2 if minutes is None else 4), -ahead if sign == "-" else ahead
