"""Claims to readings: each different value is read once, on the axis of its attribute, and each different time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from crosscheck.model import Attribute, Kind, Reading, ReadingSettings, Row, Source
from crosscheck.problems import Problems, shown
from crosscheck.readings import Context, Unreadable
from crosscheck.readings.names import Names, normalise
from crosscheck.table.claims import Claims
from crosscheck.table.columns import Codes, Groups, Rows, Truths, groups
from crosscheck.table.kept import KeptReadings
from crosscheck.table.kinds import with_kinds
from crosscheck.table.publications import Publications, Time
from crosscheck.table.read import POINT, UNREAD, Read, Voice
from crosscheck.table.refusals import Refusals
from crosscheck.table.relative import RelativeReader
from crosscheck.table.shared import SharedReader
from crosscheck.table.values import ValueReader
from crosscheck.table.witnesses import Witnesses


class ClaimReader:
    """Reads the claims of one workspace; every complaint goes to `problems`.

    `lenient`: what cannot be read in a table is told by `refusals` and left out, instead of complained of;
    `kept`: readings of the last run, and where those of this one go.
    """

    def __init__(
        self, claims: Claims, sources: Mapping[str, Source], attributes: Mapping[str, Attribute], names: Names,
        settings: ReadingSettings, problems: Problems, *, lenient: bool = False, kept: KeptReadings | None = None,
    ) -> None:  # fmt: skip
        self._claims, self._sources, self._names = claims, sources, names
        self._shared = SharedReader(settings, kept)
        self._published = Publications(sources, self._shared, problems)
        self._witnesses = Witnesses(sources, names)
        self.refusals = Refusals(claims, problems, lenient=lenient)
        self.attributes = with_kinds(attributes, claims, self._published, settings, problems)
        by_code = [
            # A name whose claims a draft replaces may have no attribute.
            self.attributes.get(normalise(name)) or Attribute(name)
            for name in claims.columns["attribute"].values
        ]
        self._values = ValueReader(claims, by_code, sources, names, self._shared, problems)
        self._readings: list[Reading] = []
        self._reading: Codes = np.full(len(claims), UNREAD, np.int32)
        self._times: list[Time] = []
        self._time: Codes = np.full(len(claims), UNREAD, np.int32)
        self._relative = RelativeReader(
            claims, self._values, self._shared, self._published, self.refusals, self._read_already
        )

    def publications(self) -> list[Row]:
        """A row for each source that says when it was published, as a claim of its own."""
        return self._published.rows(self._witnesses)

    def keep(self) -> None:
        """Keep the readings of values for the next run."""
        self._shared.keep()

    def read(self) -> Read:
        """What every claim means."""
        columns = self._claims.columns
        kinds = [attribute.kind for attribute in self._values.attributes]
        has_kind = self._where([kind is not None for kind in kinds])
        points = self._points()
        self._reading[points] = POINT
        relative = columns["relative_to"].present
        self._read_alike(np.flatnonzero(has_kind & ~points & ~relative))
        for row in self._by_id(relative & has_kind):
            found = self._relative.reading(row)
            if found is not None:
                self._reading[row] = len(self._readings)
                self._readings.append(found)
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
            self._claims, self._values.attributes, self._values.scales, self._readings, self._times, voices,
            self._reading, self._time, voice, self._published, self._names,
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

    def _read_alike(self, rows: Rows) -> None:
        """Read the values of claims that count from nothing but their publication, and from that only if need be."""
        columns, claims = self._claims.columns, self._claims
        keys: list[npt.NDArray[Any]] = [
            columns["attribute"].codes[rows], self._value_numbers(rows), columns["read_as"].codes[rows],
            claims.points[rows], self._languages()[rows],
        ]  # fmt: skip
        alike = groups(len(rows), *keys)
        self._values.read_ahead(rows[alike.first].tolist())
        dated = self._read_groups(rows, alike, self._values.read, Kind.DATE)
        places = np.flatnonzero(dated)
        of_source = groups(len(places), *(key[places] for key in (*keys, columns["source"].codes[rows])))
        self._read_groups(rows[places], of_source, self._read_with_publication)

    def _read_groups(
        self, rows: Rows, alike: Groups, read: Callable[[int], Reading | Unreadable], put_off: Kind | None = None
    ) -> Truths:
        """Read one of each group for all of it; returns which rows are put off, being of a kind that can need more."""
        codes = np.full(len(alike.first), UNREAD, np.int32)
        waiting = np.zeros(len(alike.first), bool)
        members: list[Rows] = []
        for group, row in enumerate(rows[alike.first].tolist()):
            found = read(row)
            if isinstance(found, Reading):
                codes[group] = len(self._readings)
                self._readings.append(found)
            elif put_off is not None and self._values.attribute_of(row).kind is put_off:
                waiting[group] = True
            else:
                members = members or alike.members()
                self.refusals.add(rows[members[group]], *self._values.refusal(row, found))
        self._reading[rows] = codes[alike.number]
        return waiting[alike.number]

    def _read_with_publication(self, row: int) -> Reading | Unreadable:
        source = self._claims.at("source", row)
        return self._values.read(row, None, self._published.of(source), (source, None))

    def _read_times(self, rows: Rows) -> None:
        """Settle the times of claims that count from nothing but their publication."""
        columns, claims = self._claims.columns, self._claims
        alike = groups(len(rows), columns["when"].codes[rows], columns["source"].codes[rows])
        codes = np.empty(len(alike.first), np.int32)
        members: list[Rows] = []
        for group, row in enumerate(rows[alike.first].tolist()):
            when, source = claims.at("when", row), claims.at("source", row)
            written = None
            if when is not None:
                context = Context(Kind.DATE, None, None, self._published.of(source), settings=self._shared.settings)
                found = self._shared.read(when, context, (source, None))
                if isinstance(found, Unreadable):
                    members = members or alike.members()
                    refused = rows[members[group]]
                    self.refusals.add(refused, "when", f"when {shown(when)} cannot be read as a date: {found}")
                    self._reading[refused] = UNREAD
                else:
                    written = found.stated
            codes[group] = len(self._times)
            self._times.append(self._published.time(source, written))
        self._time[rows] = codes[alike.number]

    def _voices(self) -> tuple[Codes, list[Voice]]:
        """Who speaks in every claim."""
        columns = self._claims.columns
        alike = groups(len(self._claims), *(columns[key].codes for key in ("source", "said_by", "stance")))
        firsts = (self._claims.claim(row) for row in alike.first.tolist())
        voices = [Voice(self._witnesses.speaker(claim), self._witnesses.witness(claim)) for claim in firsts]
        return alike.number.astype(np.int32), voices

    def _languages(self) -> Codes:
        """Of every claim a number for the language of its source; it does not matter to what has `read_as`."""
        column = self._claims.columns["source"]
        known: dict[str, int] = {}
        by_source = [source.language if (source := self._sources.get(id)) else "en" for id in column.values]
        numbers = [known.setdefault(language, len(known)) for language in by_source]
        if len(known) < 2:
            return np.broadcast_to(np.int32(0), len(self._claims))
        return np.array(numbers, np.int32)[column.codes]

    def _read_already(self, row: int) -> Reading | None:
        """What a claim means that counts from no other."""
        code = self._reading[row]
        if code == POINT:
            found = self._values.read(row)
            return found if isinstance(found, Reading) else None
        return None if code == UNREAD else self._readings[code]

    def _value_numbers(self, rows: Rows) -> Rows:
        """Of each value a number that is its own."""
        value = self._claims.columns["value"]
        numbers = value.codes[rows].astype(np.int64)
        without = np.flatnonzero(~value.present[rows])
        if len(without):
            _, place = np.unique(self._claims.numbers[rows[without]], return_inverse=True)
            numbers[without] = len(value.values) + place
        return numbers
