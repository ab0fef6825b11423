"""The screen: one pass over a frame that tells which items could hold a conflict, and which hold an agreement."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

Numbers = npt.NDArray[np.int64]


class Screened(NamedTuple):
    """Ascending numbers of the items that rules must judge, and of the others on which two witnesses agree.

    To be judged is what may hold a conflict, and what calls for a remark.
    """

    suspect: Numbers
    agreeing: Numbers


def screen(frame: pd.DataFrame) -> Screened:
    """Screen a frame of whole items, sorted by `item` (columns: see table/frame.py).

    An item is suspect if its stated readings have no common point, if a claim of it disputes, if a relation names it,
    or, of kinds without an axis, if it has more than one text; it calls for a remark if a value speaks of a time after
    the publication, or if several sources are one witness. The screen may take too many, never too few.
    """
    if frame.empty:
        none = np.array([], dtype=np.int64)
        return Screened(none, none)
    item = frame["item"].to_numpy()
    starts = np.flatnonzero(np.r_[True, item[1:] != item[:-1]])
    numbers = item[starts]
    apart = np.maximum.reduceat(frame["low"].to_numpy(), starts) >= np.minimum.reduceat(
        frame["high"].to_numpy(), starts
    )
    axis = frame["axis"].to_numpy()[starts]
    texts_differ = _differ(frame["text"], starts)
    disputed = np.logical_or.reduceat(frame["disputes"].to_numpy(), starts)
    suspect = np.where(axis, apart, texts_differ) | disputed | frame["related"].to_numpy()[starts]
    late = np.logical_or.reduceat(frame["late"].to_numpy(), starts)
    suspect |= late | (_differ(frame["source"], starts) & ~_differ(frame["witness"], starts))
    return Screened(numbers[suspect], numbers[~suspect & _two_witnesses(frame, starts)])


def _differ(column: pd.Series[int], starts: Numbers) -> npt.NDArray[np.bool_]:
    """Whether an item has two values or more in a column."""
    values = column.to_numpy()
    return np.asarray(np.minimum.reduceat(values, starts) != np.maximum.reduceat(values, starts))


def _two_witnesses(frame: pd.DataFrame, starts: Numbers) -> npt.NDArray[np.bool_]:
    """Whether the closed claims of each item come from two witnesses or more."""
    witness, closed = frame["witness"].to_numpy(), frame["closed"].to_numpy()
    greatest = np.iinfo(np.int64).max
    low = np.minimum.reduceat(np.where(closed, witness, greatest), starts)
    high = np.maximum.reduceat(np.where(closed, witness, -1), starts)
    return (high >= 0) & (low < high)
