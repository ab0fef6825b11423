"""When sources were published: a date that others count from, and a claim of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from crosscheck.claims.witnesses import Witnesses
from crosscheck.model import PUBLISHED, Claim, Interval, Reading, Row, Source
from crosscheck.problems import Problems, shown
from crosscheck.readings import ReadingError
from crosscheck.table.shared import SharedReader


class Time(NamedTuple):
    """The time that a value speaks of, whether it is written, and whether that is after the publication."""

    when: Interval | None
    written: bool
    late: bool


class Publications:
    """The publications of sources; a date that cannot be read goes to `problems`."""

    def __init__(self, sources: Mapping[str, Source], shared: SharedReader, problems: Problems) -> None:
        self._sources, self._shared, self._problems = sources, shared, problems
        self._read: dict[str, Reading | None] = {}

    def of(self, source: str) -> Reading | None:
        """When a source was published, None if it does not say."""
        if source not in self._read:
            self._read[source] = self._fresh(self._sources.get(source))
        return self._read[source]

    def time(self, source: str, written: Interval | None) -> Time:
        """The time that a claim of a source speaks of: as `written`, else the publication."""
        published = self.of(source)
        stated = published.stated if published else None
        if written is None:
            return Time(stated, False, False)
        return Time(written, True, stated is not None and stated.before(written))

    def rows(self, witnesses: Witnesses) -> list[Row]:
        """A row for each source that says when it was published."""
        found = []
        for id, source in self._sources.items():
            reading = self.of(id)
            if reading is None or source.published is None:
                continue
            claim = Claim(
                id=f"{id}/~{PUBLISHED}", source=id, subject="publication", attribute="date", value=source.published,
                file=source.at.file, locate=partial(_place_of, source),
            )  # fmt: skip
            speaker, witness = witnesses.speaker(claim), witnesses.witness(claim)
            found.append(Row(claim, reading, reading.stated, False, (), speaker, witness))
        return found

    def _fresh(self, source: Source | None) -> Reading | None:
        if source is None or source.published is None:
            return None
        found = self._shared.date(source.published)
        if isinstance(found, ReadingError):
            self._problems.add(source.at, f"published {shown(source.published)} cannot be read as a date: {found}")
            return None
        return found


def _place_of(source: Source, _: str) -> tuple[int, int]:
    return source.at.line, source.at.column
