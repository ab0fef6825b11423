"""Claims that count from others: "the following year", "other cartels"."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

import numpy as np

from crosscheck.model import Kind, Reading
from crosscheck.problems import did_you_mean, shown
from crosscheck.readings import Context, ReadingError
from crosscheck.readings.wordings import says_other
from crosscheck.table.publications import Publications, Time
from crosscheck.table.refusals import Refusals
from crosscheck.table.shared import SharedReader
from crosscheck.table.values import ValueReader
from crosscheck.table.written import AsWritten

_READING = object()  # marks a claim whose reading has begun, to find circles


class RelativeReader:
    """Reads the claims that have `relative_to`, one by one; `known` gives the reading of any other claim by its row."""

    def __init__(
        self, written: AsWritten, values: ValueReader, shared: SharedReader, published: Publications,
        refusals: Refusals, known: Callable[[int], Reading | None],
    ) -> None:  # fmt: skip
        self._written, self._claims, self._values, self._shared = written, written.claims, values, shared
        self._published, self._refusals, self._known = published, refusals, known
        self._done: dict[int, Any] = {}
        self._told: set[tuple[int, str]] = set()

    def reading(self, row: int) -> Reading | None:
        """What a claim's value means, None if it cannot be read (then it is among the refusals)."""
        if self._claims.at("relative_to", row) is None:
            return self._known(row)
        done = self._done.get(row)
        if done is _READING:
            id = self._claims.id_of(row)
            self._refuse(row, "relative_to", f"claim {shown(id)} counts from itself in a circle of relative_to")
            return None
        if row in self._done:
            known: Reading | None = done
            return known
        self._done[row] = _READING
        made = self._done[row] = self._read(row)
        return made

    def time(self, row: int) -> Time | None:
        """The time that the value speaks of, as written, None if it cannot be read."""
        claims = self._claims
        source, when = claims.at("source", row), claims.at("when", row)
        counts = self._kind(row) is not Kind.NAMES
        relative_to = self._date(row) if counts else None
        found = self._shared.read(
            when, Context(Kind.DATE, None, relative_to, self._published.of(source), settings=self._shared.settings),
            (source, claims.at("relative_to", row)),
        )  # fmt: skip
        if isinstance(found, ReadingError):
            self._refuse(row, "when", f"when {shown(when)} cannot be read as a date: {found}")
            return None
        return self._published.time(source, found.stated)

    def _read(self, row: int) -> Reading | None:
        kind = self._kind(row)
        if kind is None:
            return None
        written = self._written.of(row, published=kind is Kind.DATE)
        if kind is Kind.NAMES:
            before = self._named_before(row)
            found = None if before is None else self._values.read(written, before=before)
        else:
            relative_to = self._date(row)
            if relative_to is None:
                return None
            anchor = (self._claims.at("source", row), self._claims.at("relative_to", row))
            found = self._values.read(written, relative_to, anchor)
        if isinstance(found, ReadingError):
            key, _ = self._written.told(row)
            self._refuse(row, key, self._values.refusal(key, written, found))
            return None
        return found

    def _kind(self, row: int) -> Kind | None:
        return self._values.attributes[int(self._claims.columns["attribute"].codes[row])].kind

    def _date(self, row: int) -> Reading | None:
        """The date that a claim counts from, None if there is none."""
        text = self._claims.at("relative_to", row)
        anchor = self._anchor(row)
        if anchor is not None:
            found = self.reading(anchor)
            if found is not None and found.kind is not Kind.DATE:
                told = f"claim {shown(self._claims.id_of(anchor))} is {found.kind.phrase}, not a date to count from"
                self._refuse(row, "relative_to", told)
                return None
            return found
        date = self._shared.date(text)
        if isinstance(date, ReadingError):
            near = did_you_mean(text, self._ids_beside(row))
            told = f"relative_to {shown(text)} is neither a claim of this source nor a date{near}"
            self._refuse(row, "relative_to", told)
            return None
        return date

    def _named_before(self, row: int) -> tuple[str, ...] | None:
        """The names that "other …" leaves out, those of `relative_to`; None if they cannot be told."""
        _, value = self._written.told(row)
        if not says_other(value):
            text = self._claims.claim(row).text
            told = f'relative_to goes with a date, or with names that are "other"; {shown(text)}'
            self._refuse(row, "relative_to", told)
            return None
        anchor = self._anchor(row)
        if anchor is None:
            text = self._claims.at("relative_to", row)
            near = did_you_mean(text, self._ids_beside(row))
            self._refuse(row, "relative_to", f"relative_to {shown(text)} is no claim of this source{near}")
            return None
        found = self.reading(anchor)
        if found is not None and found.kind is not Kind.NAMES:
            told = f"claim {shown(self._claims.id_of(anchor))} is {found.kind.phrase}, not a list of names"
            self._refuse(row, "relative_to", told)
            return None
        return found.terms if found is not None else None

    def _anchor(self, row: int) -> int | None:
        """The claim of the same source that `relative_to` names."""
        text, source = self._claims.at("relative_to", row), self._claims.at("source", row)
        ids = self._ids[source]
        found = ids.get(f"{source}/{text}")
        return ids.get(text) if found is None else found

    @cached_property
    def _ids(self) -> dict[str, dict[str, int]]:
        """The claims of each source that has some with `relative_to`, by their full ids."""
        claims = self._claims
        sources = claims.columns["source"]
        counting = np.unique(sources.codes[claims.columns["relative_to"].present])
        found: dict[str, dict[str, int]] = {sources.values[code]: {} for code in counting}
        for row in np.flatnonzero(np.isin(sources.codes, counting)).tolist():
            found[sources.at(row)][claims.id_of(row)] = row
        return found

    def _ids_beside(self, row: int) -> list[str]:
        return [id.partition("/")[2] for id in self._ids[self._claims.at("source", row)]]

    def _refuse(self, row: int, key: str, message: str) -> None:
        if (row, message) not in self._told:
            self._told.add((row, message))
            self._refusals.add(np.array([row]), key, message)
