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
    names = ("item", "begin", "end", "time", "low", "high", "reading", "witness", "closed")
    told = {name: lines[name][of] for name in names}
    unsure = [told["item"][~(_is_whole(told["begin"]) & _is_whole(told["end"]))]]
    by_time = _ordered(told, "item", "begin", "time", "reading")
    item, time, reading = by_time["item"], by_time["time"], by_time["reading"]
    beside = item[1:] == item[:-1]
    same = beside & (time[1:] == time[:-1])
    unsure.append(_at(item, same & (reading[1:] != reading[:-1])))
    unsure.append(_at(item, beside & ~same & (by_time["end"][:-1] > by_time["begin"][1:])))
    by_value = _ordered(told, "item", "low", "reading", "witness")
    item, reading, witness = by_value["item"], by_value["reading"], by_value["witness"]
    beside = item[1:] == item[:-1]
    shared = beside & (reading[1:] == reading[:-1])
    low, high = by_value["low"][1:], by_value["high"][:-1]
    scale = np.maximum(np.abs(low), np.abs(high))
    with np.errstate(invalid="ignore"):
        clear = low - high > _SURE * np.spacing(np.where(np.isfinite(scale), scale, 1.0))
    unsure.append(_at(item, beside & ~shared & ~clear))
    certain = np.setdiff1d(item, np.concatenate(unsure))
    agreeing = np.unique(_at(item, shared & by_value["closed"][1:] & (witness[1:] != witness[:-1])))
    return certain, agreeing


def _ordered(lines: Mapping[str, Values], *keys: str) -> Mapping[str, Values]:
    """Lines in the order of some columns, of the first one above all."""
    order = np.lexsort(tuple(lines[key] for key in reversed(keys)))
    return {name: column[order] for name, column in lines.items()}


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
