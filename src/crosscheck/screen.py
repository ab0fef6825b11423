"""The screen: one pass over a frame that tells which items could hold a conflict, and which hold an agreement."""

from __future__ import annotations

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
)


class Frame(Protocol):
    """Columns by name."""

    def __getitem__(self, name: str, /) -> Any: ...


class Screened(NamedTuple):
    """Ascending numbers of the items that rules must judge, and of the others on which two witnesses agree.

    To be judged is what may hold a conflict, and what calls for a remark.
    """

    suspect: Numbers
    agreeing: Numbers


def screen(frame: Frame) -> Screened:
    """Screen a frame of whole items, sorted by `item` (columns: see table/frame.py; arrays or a pandas frame).

    An item is suspect if its stated readings have no common point, if a claim of it disputes, if a relation names it,
    or, of kinds without an axis, if it has more than one text; it calls for a remark if a value speaks of a time after
    the publication, or if several sources are one witness. The screen may take too many, never too few.
    """
    lines = {name: np.asarray(frame[name]) for name in COLUMNS}
    item = lines["item"]
    if not len(item):
        return Screened(item.astype(np.int64), item.astype(np.int64))
    starts = np.flatnonzero(np.append(True, item[1:] != item[:-1]))
    numbers = item[starts]
    # What is one reading meets itself, even where no float lies in it.
    apart = np.maximum.reduceat(lines["low"], starts) >= np.minimum.reduceat(lines["high"], starts)
    apart &= _differ(lines["reading"], starts)
    suspect = np.where(lines["axis"][starts], apart, _differ(lines["text"], starts)) | lines["related"][starts]
    suspect |= np.logical_or.reduceat(lines["disputes"], starts) | np.logical_or.reduceat(lines["late"], starts)
    suspect |= _differ(lines["source"], starts) & ~_differ(lines["witness"], starts)
    return Screened(numbers[suspect], numbers[~suspect & _two_witnesses(lines["witness"], lines["closed"], starts)])


def _differ(values: Values, starts: Numbers) -> Truths:
    """Whether an item has two values or more in a column."""
    return np.asarray(np.minimum.reduceat(values, starts) != np.maximum.reduceat(values, starts))


def _two_witnesses(witness: Values, closed: Truths, starts: Numbers) -> Truths:
    """Whether the closed claims of each item come from two witnesses or more."""
    low = np.minimum.reduceat(np.where(closed, witness, np.iinfo(witness.dtype).max), starts)
    high = np.maximum.reduceat(np.where(closed, witness, -1), starts)
    return np.asarray((high >= 0) & (low < high))
