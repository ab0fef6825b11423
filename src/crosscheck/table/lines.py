"""The columns of the frame, see frame.py, for claims and for rows that follow from others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from crosscheck.claims.numbers import Scale
from crosscheck.model import Interval, OverTime, Row, Stance
from crosscheck.table.columns import Rows
from crosscheck.table.ends import ends
from crosscheck.table.points import Ends
from crosscheck.table.read import POINT, Read

Columns = Mapping[str, npt.NDArray[Any]]

_NO_FIGURE = 0x7FF8_0000_0000_0000
"""From here on, 64 bits are not those of any figure: readings are numbered from here, figures known by their bits."""


class Lines:
    """Makes lines of the frame; all but the columns `item`, `row` and `related`."""

    def __init__(self, read: Read, derived: Sequence[Row]) -> None:
        self._read = read
        self._points = Ends([scale if isinstance(scale, Scale) else None for scale in read.values.scales])
        texts: dict[object, int] = {}
        digests = read.digests
        # The last two entries are of what has no reading and of points: UNREAD is the place -1, POINT -2.
        self._low = np.append(digests.low, [0.0, 0.0])
        self._high = np.append(digests.high, [0.0, 0.0])
        self._axis = np.append(digests.axis, [True, True])
        self._closed = np.append(digests.closed, [True, True])
        self._text = np.array([*(texts.setdefault(terms, len(texts)) for terms in digests.terms), 0, 0], np.int32)
        witnesses: dict[str, int] = {}
        self._witness = np.array([witnesses.setdefault(v.witness, len(witnesses)) for v in read.voices], np.int32)
        self._late = np.array([time.late for time in read.times], bool)
        whens: dict[Interval | None, int] = {}
        self._time = np.array([whens.setdefault(time.when, len(whens)) for time in read.times], np.int32)
        spans = [ends(when) if when is not None else (0.0, 0.0) for when in whens]
        self._begin = np.array([begin for begin, _ in spans], np.float64)[self._time]
        self._end = np.array([end for _, end in spans], np.float64)[self._time]
        self._dated = np.array([time.written and not _is_open(time.when) for time in read.times], bool)
        self._changes = np.array([attribute.over_time is OverTime.CHANGES for attribute in read.attributes], bool)
        stances = read.claims.columns["stance"].values
        self._disputing = np.array([*(stance == Stance.DISPUTES for stance in stances), False])
        self._derived = self._of_derived(derived, witnesses)

    def of(self, rows: Rows) -> dict[str, npt.NDArray[Any]]:
        """The lines of rows: claims by their number, and beyond these the derived ones."""
        count = len(self._read.claims)
        beyond = rows >= count
        if not beyond.any():
            return self._of_claims(rows)
        made = {}
        claims, derived = self._of_claims(rows[~beyond]), rows[beyond] - count
        for name, column in self._derived.items():
            made[name] = np.empty(len(rows), column.dtype)
            made[name][~beyond] = claims[name]
            made[name][beyond] = column[derived]
        return made

    def _of_claims(self, rows: Rows) -> dict[str, npt.NDArray[Any]]:
        read = self._read
        columns = read.claims.columns
        reading = read.reading[rows]
        low, high, identity = self._low[reading], self._high[reading], _NO_FIGURE + reading.astype(np.int64)
        points = np.flatnonzero(reading == POINT)
        if len(points):
            numbers = read.claims.numbers[rows[points]] + 0.0  # so that there is one zero
            low[points], high[points] = self._points.of(numbers, columns["attribute"].codes[rows[points]])
            identity[points] = numbers.view(np.int64)
        disputes = self._disputing[columns["stance"].codes[rows]]
        time = read.time[rows]
        return {
            "low": low, "high": high, "reading": identity, "axis": self._axis[reading],
            "closed": self._closed[reading] & ~disputes, "disputes": disputes, "text": self._text[reading],
            "witness": self._witness[read.voice[rows]], "source": columns["source"].codes[rows],
            "late": self._late[time], "begin": self._begin[time], "end": self._end[time], "time": self._time[time],
            "dated": self._dated[time] & self._changes[columns["attribute"].codes[rows]],
        }  # fmt: skip

    def _of_derived(self, derived: Sequence[Row], witnesses: dict[str, int]) -> Columns:
        """The lines of derived rows: they have an axis, and dispute nothing."""
        sources = {source: code for code, source in enumerate(self._read.claims.columns["source"].values)}
        pairs = [ends(row.stated) for row in derived]
        count = len(derived)
        return {
            "low": np.array([low for low, _ in pairs], np.float64),
            "high": np.array([high for _, high in pairs], np.float64),
            "reading": _NO_FIGURE + len(self._read.digests.low) + np.arange(count),
            "axis": np.ones(count, bool),
            "closed": np.array([not row.stated.is_open_ended for row in derived], bool),
            "disputes": np.zeros(count, bool),
            "text": np.zeros(count, np.int32),
            "witness": np.array([witnesses.setdefault(row.witness, len(witnesses)) for row in derived], np.int32),
            "source": np.array([sources[row.claim.source] for row in derived], np.int32),
            "late": np.array([row.spoken_of_later for row in derived], bool),
            # An item that a relation names is judged, whatever its times are.
            "begin": np.zeros(count), "end": np.zeros(count), "time": np.zeros(count, np.int32),
            "dated": np.zeros(count, bool),
        }  # fmt: skip


def _is_open(when: Interval | None) -> bool:
    return when is None or when.is_open_ended
