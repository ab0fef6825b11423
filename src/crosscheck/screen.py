"""The screen: one pass over a frame that tells which items could hold a conflict, and of others what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]
Values = npt.NDArray[Any]

COLUMNS = (
    "item",
    "low",
    "high",
    "reading",
    "axis",
    "closed",
    "disputes",
    "text",
    "witness",
    "source",
    "late",
    "related",
    "begin",
    "end",
    "time",
    "dated",
)

_SURE = 32
"""Steps between floats by which two ends must lie apart to do so for certain, however they were rounded."""

_EXACT = 2.0**53


class Frame(Protocol):
    """Columns by name."""

    def __getitem__(self, name: str, /) -> Any: ...


class Screened(NamedTuple):
    """Ascending numbers of items: those that rules must judge, and among the others those of which the rest is known.

    To be judged is what may hold a conflict, and what calls for a remark. On `agreeing` items two witnesses agree; the
    values of `superseded` ones only follow each other in time. An item can be both.
    """

    suspect: Numbers
    agreeing: Numbers
    superseded: Numbers

    @staticmethod
    def none() -> Screened:
        nothing = np.empty(0, np.int64)
        return Screened(nothing, nothing, nothing)


def screen(frame: Frame) -> Screened:
    """Screen a frame of whole items, sorted by `item` (columns: see table/frame.py; arrays or a pandas frame).

    An item is suspect if its stated readings have no common point, unless they are of a value that changes and surely
    only follow each other, if a claim of it disputes, if a relation names it, or, of kinds without an axis, if it has
    more than one text; it calls for a remark if a value speaks of a time after the publication, or if several sources
    are one witness. The screen may take too many, never too few.
    """
    lines = {name: np.asarray(frame[name]) for name in COLUMNS}
    item = lines["item"]
    if not len(item):
        return Screened.none()
    starts = np.flatnonzero(np.append(True, item[1:] != item[:-1]))
    numbers = item[starts]
    # What is one reading meets itself, even where no float lies in it.
    apart = np.maximum.reduceat(lines["low"], starts) >= np.minimum.reduceat(lines["high"], starts)
    apart &= _differ(lines["reading"], starts)
    axis = lines["axis"][starts]
    needed = lines["related"][starts] | (~axis & _differ(lines["text"], starts))
    needed |= np.logical_or.reduceat(lines["disputes"], starts) | np.logical_or.reduceat(lines["late"], starts)
    needed |= _differ(lines["source"], starts) & ~_differ(lines["witness"], starts)
    agreeing = _two_witnesses(lines["witness"], lines["closed"], starts)
    may_follow = axis & apart & ~needed & np.logical_and.reduceat(lines["dated"], starts)
    follows, also_agreeing = _following(lines, np.repeat(may_follow, np.diff(np.append(starts, len(item)))))
    superseded = np.isin(numbers, follows)
    suspect = needed | (axis & apart & ~superseded)
    agreeing = np.where(superseded, np.isin(numbers, also_agreeing), agreeing)
    return Screened(numbers[suspect], numbers[~suspect & agreeing], numbers[superseded])


def _following(lines: Mapping[str, Values], of: Truths) -> tuple[Numbers, Numbers]:
    """Of the items in some lines, whose times are all written and closed, those whose values only follow each other.

    For certain: each time has one reading, and both different times and different readings lie apart, so that every
    side is a single reading. The second result are those of them of which two witnesses share one.
    """
    item, reading, time = (lines[name][of] for name in ("item", "reading", "time"))
    if not len(item):
        return item, item
    begin, end, low, high = (lines[name][of] for name in ("begin", "end", "low", "high"))
    by_time = np.lexsort((reading, time, begin, item))
    same = (item[by_time][1:] == item[by_time][:-1]) & (time[by_time][1:] == time[by_time][:-1])
    unsure = [_at(item[by_time], same & (reading[by_time][1:] != reading[by_time][:-1]))]
    unsure.append(item[~(_is_whole(begin) & _is_whole(end))])
    meets = end[by_time][:-1] > begin[by_time][1:]
    unsure.append(_at(item[by_time], (item[by_time][1:] == item[by_time][:-1]) & ~same & meets))
    by_value = np.lexsort((lines["witness"][of], reading, low, item))
    ordered, values = item[by_value], reading[by_value]
    beside = ordered[1:] == ordered[:-1]
    shared = beside & (values[1:] == values[:-1])
    gap = low[by_value][1:] - high[by_value][:-1]
    scale = np.maximum(np.abs(low[by_value][1:]), np.abs(high[by_value][:-1]))
    with np.errstate(invalid="ignore"):
        clear = gap > _SURE * np.spacing(np.where(np.isfinite(scale), scale, 1.0))
    unsure.append(_at(ordered, beside & ~shared & ~clear))
    certain = np.setdiff1d(item, np.concatenate(unsure))
    witness, closed = lines["witness"][of][by_value], lines["closed"][of][by_value]
    agreeing = np.unique(_at(ordered, shared & closed[1:] & (witness[1:] != witness[:-1])))
    return certain, agreeing


def _at(item: Numbers, between: Truths) -> Numbers:
    """The items of the neighbours in order of which something is true."""
    return item[1:][between]


def _is_whole(number: Values) -> Truths:
    """Whether floats are ends as they are: none that had to be rounded is a whole number below 2⁵³."""
    return np.asarray((number == np.floor(number)) & (np.abs(number) < _EXACT))


def _differ(values: Values, starts: Numbers) -> Truths:
    """Whether an item has two values or more in a column."""
    return np.asarray(np.minimum.reduceat(values, starts) != np.maximum.reduceat(values, starts))


def _two_witnesses(witness: Values, closed: Truths, starts: Numbers) -> Truths:
    """Whether the closed claims of each item come from two witnesses or more."""
    low = np.minimum.reduceat(np.where(closed, witness, np.iinfo(witness.dtype).max), starts)
    high = np.maximum.reduceat(np.where(closed, witness, -1), starts)
    return np.asarray((high >= 0) & (low < high))
