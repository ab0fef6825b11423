"""Claims to readings: each different value is read once, on the axis of its attribute, and each different time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from crosscheck.claims.witnesses import Voice, Witnesses
from crosscheck.model import Attribute, Kind, Reading, ReadingSettings, Row, Source
from crosscheck.problems import Problems, shown
from crosscheck.readings import Context, ReadingError
from crosscheck.table.claims import Claims
from crosscheck.table.columns import Codes, Groups, Rows, Truths, groups
from crosscheck.table.digests import Digests, digested
from crosscheck.table.kinds import with_kinds
from crosscheck.table.publications import Publications, Time
from crosscheck.table.read import POINT, UNREAD, Read
from crosscheck.table.refusals import Refusals
from crosscheck.table.relative import RelativeReader
from crosscheck.table.shared import SharedReader
from crosscheck.table.values import Ground, ValueReader
from crosscheck.table.written import AsWritten, Written
from crosscheck.vocabulary import Names, normalise

Digesting = Callable[[ValueReader, Sequence[Written], bool], Digests]
"""Reads values wherever that is done, as `digested` does."""


class ClaimReader:
    """Reads the claims of one workspace; every complaint goes to `problems`.

    `lenient`: what cannot be read in a table is told by `refusals` and left out, instead of complained of.
    """

    def __init__(
        self, claims: Claims, sources: Mapping[str, Source], attributes: Mapping[str, Attribute], names: Names,
        settings: ReadingSettings, problems: Problems, *, lenient: bool = False,
    ) -> None:  # fmt: skip
        self._claims, self._sources = claims, sources
        self._shared = SharedReader(settings)
        self._published = Publications(sources, self._shared, problems)
        self._witnesses = Witnesses(sources, names)
        self.refusals = Refusals(claims, problems, lenient=lenient)
        self.attributes = with_kinds(attributes, claims, self._published, settings, problems)
        by_code = tuple(
            # A name whose claims a draft replaces may have no attribute.
            self.attributes.get(normalise(name)) or Attribute(name)
            for name in claims.columns["attribute"].values
        )
        self._written = AsWritten(claims, sources)
        self._values = ValueReader(Ground(by_code, names, settings), self._shared, problems)
        self._digests: list[Digests] = []
        self._reading: Codes = np.full(len(claims), UNREAD, np.int32)
        self._times: list[Time] = []
        self._time: Codes = np.full(len(claims), UNREAD, np.int32)
        self._relative = RelativeReader(
            self._written, self._values, self._shared, self._published, self.refusals, self._read_already
        )

    def publications(self) -> list[Row]:
        """A row for each source that says when it was published, as a claim of its own."""
        return self._published.rows(self._witnesses)

    def read(self, digest: Digesting = digested) -> Read:
        """What every claim means; `digest` reads the values that count from no other claim."""
        columns = self._claims.columns
        has_kind = self._where([attribute.kind is not None for attribute in self._values.attributes])
        points = self._points()
        self._reading[points] = POINT
        relative = columns["relative_to"].present
        self._read_alike(np.flatnonzero(has_kind & ~points & ~relative), digest)
        counted = {row: found for row in self._by_id(relative & has_kind) if (found := self._relative.reading(row))}
        self._reading[np.array(list(counted), np.int64)] = self._numbered(Digests.of(list(counted.values())))
        timed = relative & columns["when"].present
        self._read_times(np.flatnonzero(~timed))
        for row in self._by_id(timed):
            time = self._relative.time(row)
            if time is None:
                self._reading[row] = UNREAD
            self._time[row] = len(self._times)
            self._times.append(time or Time(None, True, False))
        self.refusals.close()
        voice, voices = self._voices()
        return Read(
            self._written, self._values, Digests.joined(self._digests), counted, self._times, voices, self._reading,
            self._time, voice, self._published,
        )  # fmt: skip

    def _points(self) -> Truths:
        """Which claims are numbers of a table that lie on the axis as they are."""
        columns = self._claims.columns
        if columns["value"].present.all():
            return np.zeros(len(self._claims), bool)
        direct = self._where([self._values.is_direct(code) for code in range(len(self._values.attributes))])
        return direct & ~columns["value"].present & ~columns["read_as"].present

    def _where(self, of_attribute: list[bool]) -> Truths:
        """Which claims have an attribute of which something is true."""
        return np.array([*of_attribute, False])[self._claims.columns["attribute"].codes]

    def _by_id(self, which: Truths) -> list[int]:
        return sorted(np.flatnonzero(which).tolist(), key=self._claims.id_of)

    def _read_alike(self, rows: Rows, digest: Digesting) -> None:
        """Read the values of claims that count from nothing but their publication, and from that only if need be."""
        columns, claims = self._claims.columns, self._claims
        keys: list[npt.NDArray[Any]] = [
            columns["attribute"].codes[rows], self._value_numbers(rows), columns["read_as"].codes[rows],
            claims.points[rows], self._of_source(lambda source: source.language if source else "en")[rows],
        ]  # fmt: skip
        dated = self._read_groups(rows, groups(len(rows), *keys), digest, dated=False)
        places = np.flatnonzero(dated)
        if len(places):
            of_source = groups(len(places), *(key[places] for key in (*keys, columns["source"].codes[rows])))
            self._read_groups(rows[places], of_source, digest, dated=True)

    def _read_groups(self, rows: Rows, alike: Groups, digest: Digesting, *, dated: bool) -> Truths:
        """Read one of each group for all of it; returns which rows are put off, as they may need their publication.

        `dated`: read with their publication, and put off none.
        """
        written = [self._written.of(row, published=dated) for row in rows[alike.first].tolist()]
        found = digest(self._values, written, not dated)
        refused = [group for group, why in enumerate(found.refused) if why is not None]
        waiting = np.zeros(len(written), bool)
        waiting[[group for group in refused if not found.refused[group]]] = True
        codes = self._numbered(found)
        codes[refused] = UNREAD
        members = alike.members() if len(refused) > waiting.sum() else []
        for group in refused:
            if not waiting[group]:
                key, _ = self._written.told(int(rows[alike.first[group]]))
                told = self._values.refusal(key, written[group], found.refused[group])
                self.refusals.add(rows[members[group]], key, told)
        self._reading[rows] = codes[alike.number]
        return waiting[alike.number]

    def _numbered(self, found: Digests) -> Codes:
        """The numbers that what was read has from now on."""
        first = sum(len(part.low) for part in self._digests)
        self._digests.append(found)
        return np.arange(first, first + len(found.low), dtype=np.int32)

    def _read_times(self, rows: Rows) -> None:
        """Settle the times of claims that count from nothing but their publication."""
        columns, claims = self._claims.columns, self._claims
        # Sources that were published at one time are one here, as an archive's are that do not say when.
        published = self._of_source(lambda source: source.published if source else None)
        alike = groups(len(rows), columns["when"].codes[rows], published[rows])
        codes = np.empty(len(alike.first), np.int32)
        members: list[Rows] = []
        for group, row in enumerate(rows[alike.first].tolist()):
            when, source = claims.at("when", row), claims.at("source", row)
            found = self._time_of(when, source) if when is not None else None
            if isinstance(found, ReadingError):
                members = members or alike.members()
                refused = rows[members[group]]
                self.refusals.add(refused, "when", f"when {shown(when)} cannot be read as a date: {found}")
                self._reading[refused] = UNREAD
            codes[group] = len(self._times)
            written = found.stated if isinstance(found, Reading) else None
            self._times.append(self._published.time(source, written))
        self._time[rows] = codes[alike.number]

    def _time_of(self, when: str, source: str) -> Reading | ReadingError:
        """A time as written; it counts from the publication of its source only if need be."""
        found = self._shared.date(when)
        published = self._published.of(source)
        if isinstance(found, Reading) or published is None:
            return found
        context = Context(Kind.DATE, published=published, settings=self._shared.settings)
        return self._shared.read(when, context, (source, None))

    def _voices(self) -> tuple[Codes, list[Voice]]:
        """Who speaks in every claim."""
        columns = self._claims.columns
        alike = groups(len(self._claims), *(columns[key].codes for key in ("source", "said_by", "stance")))
        firsts = self._claims.made(alike.first)
        voices = [self._witnesses.of(claim) for claim in firsts]
        return alike.number.astype(np.int32), voices

    def _of_source(self, told: Callable[[Source | None], object]) -> Codes:
        """Of every claim a number for what is told of its source."""
        column = self._claims.columns["source"]
        known: dict[object, int] = {}
        numbers = [known.setdefault(told(self._sources.get(id)), len(known)) for id in column.values]
        if len(known) < 2:
            return np.broadcast_to(np.int32(0), len(self._claims))
        return np.array(numbers, np.int32)[column.codes]

    def _read_already(self, row: int) -> Reading | None:
        """What a claim means that counts from no other."""
        if self._reading[row] == UNREAD:
            return None
        found = self._values.read(self._written.of(row, published=True))
        return found if isinstance(found, Reading) else None

    def _value_numbers(self, rows: Rows) -> Rows:
        """Of each value a number that is its own."""
        value = self._claims.columns["value"]
        numbers = value.codes[rows].astype(np.int64)
        without = np.flatnonzero(~value.present[rows])
        if len(without):
            _, place = np.unique(self._claims.numbers[rows[without]], return_inverse=True)
            numbers[without] = len(value.values) + place
        return numbers
