"""When sources were published: a date that others count from, and a claim of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from crosscheck.claims.values import Dates
from crosscheck.claims.witnesses import Witnesses
from crosscheck.model import PUBLISHED, Claim, Interval, Reading, Row, Source
from crosscheck.problems import Problems, shown
from crosscheck.readings import ReadingError


class Publications:
    """The publications of sources; a date that cannot be read goes to `problems`."""

    def __init__(self, sources: Mapping[str, Source], dates: Dates, problems: Problems) -> None:
        self.sources, self.dates, self._problems = sources, dates, problems
        self._read: dict[str, Reading | None] = {}

    def of(self, source: str) -> Reading | None:
        """When a source was published, None if it does not say."""
        if source not in self._read:
            self._read[source] = self._fresh(self.sources.get(source))
        return self._read[source]

    def stated(self, source: str) -> Interval | None:
        """When a source was published, as it says it."""
        published = self.of(source)
        return None if published is None else published.stated

    def rows(self, witnesses: Witnesses) -> list[Row]:
        """A row for each source that says when it was published."""
        found = []
        for id, source in self.sources.items():
            reading = self.of(id)
            if reading is None or source.published is None:
                continue
            claim = Claim(
                id=f"{id}/~{PUBLISHED}",
                source=id,
                subject="publication",
                attribute="date",
                value=source.published,
                file=source.at.file,
                locate=partial(_place_of, source),
            )
            speaker, witness = witnesses.of(claim)
            found.append(Row(claim, reading, reading.stated, False, (), speaker, witness))
        return found

    def _fresh(self, source: Source | None) -> Reading | None:
        if source is None or source.published is None:
            return None
        found = self.dates.read(source.published)
        if isinstance(found, ReadingError):
            self._problems.add(source.at, f"published {shown(source.published)} cannot be read as a date: {found}")
            return None
        return found


def _place_of(source: Source, _: str) -> tuple[int, int]:
    return source.at.line, source.at.column
