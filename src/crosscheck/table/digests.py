"""What values mean as columns: as much of their readings as the screen needs, which is made from these alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from crosscheck.model import Kind, Reading
from crosscheck.table.columns import Truths
from crosscheck.table.ends import ends
from crosscheck.table.values import ValueReader
from crosscheck.table.written import Written

Terms = tuple[str, ...]


class Digests(NamedTuple):
    """Readings as columns, one entry a value.

    `low`, `high` are the stated reading, half-open, rounded inwards, ±inf where open, 0 without an axis; `closed` is
    true without an axis too. `refused` has why a value cannot be read, None if it can; then the rest means nothing.
    """

    low: npt.NDArray[np.float64]
    high: npt.NDArray[np.float64]
    axis: Truths
    closed: Truths
    dimension: Sequence[str]
    terms: Sequence[Terms]
    refused: Sequence[str | None]

    @staticmethod
    def of(readings: Sequence[Reading | str]) -> Digests:
        """The digests of readings; of what is refused, of the reason."""
        found = [reading if isinstance(reading, Reading) else None for reading in readings]
        stated = [reading.stated if reading else None for reading in found]
        pairs = [ends(interval) if interval else (0.0, 0.0) for interval in stated]
        return Digests(
            np.array([low for low, _ in pairs], np.float64),
            np.array([high for _, high in pairs], np.float64),
            np.array([interval is not None for interval in stated], bool),
            np.array([interval is None or not interval.is_open_ended for interval in stated], bool),
            [reading.dimension if reading else "" for reading in found],
            [reading.terms if reading else () for reading in found],
            [reading if isinstance(reading, str) else None for reading in readings],
        )

    @staticmethod
    def joined(parts: Sequence[Digests]) -> Digests:
        """Digests one after the other."""
        return Digests(
            np.concatenate([part.low for part in parts]),
            np.concatenate([part.high for part in parts]),
            np.concatenate([part.axis for part in parts]),
            np.concatenate([part.closed for part in parts]),
            [dimension for part in parts for dimension in part.dimension],
            [terms for part in parts for terms in part.terms],
            [why for part in parts for why in part.refused],
        )


def digested(values: ValueReader, written: Sequence[Written], put_off: bool) -> Digests:
    """What values mean, one by one.

    `put_off`: a date that cannot be read may need a publication, so it is refused without a reason for now.
    """
    made: list[Reading | str] = []
    for value in written:
        found = values.read(value)
        if isinstance(found, Reading):
            made.append(found)
        else:
            is_date = values.attributes[value.attribute].kind is Kind.DATE
            made.append("" if put_off and is_date else str(found))
    return Digests.of(made)
