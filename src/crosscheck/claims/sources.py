"""What claims have from their sources: who speaks, which are one witness, when they were published."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from typing import NamedTuple

from crosscheck.claims.values import Dates
from crosscheck.model import PUBLISHED, Claim, Interval, Reading, Row, Source
from crosscheck.problems import Problems, shown
from crosscheck.readings import ReadingError
from crosscheck.vocabulary import Names


class Voice(NamedTuple):
    """Who speaks in a claim, and whose knowledge it is."""

    speaker: str
    witness: str


class Witnesses:
    """Speakers and witnesses of claims, under names as `names` makes them one."""

    def __init__(self, sources: Mapping[str, Source], names: Names) -> None:
        self._sources, self._names = sources, names
        self._parent: dict[str, str] = {}
        self._voices: dict[tuple[str, str | None, bool], Voice] = {}
        for source in sources.values():
            for copied in source.copies:
                self._join(source.id, copied)

    def of(self, claim: Claim) -> Voice:
        """Who speaks in a claim, and whose knowledge it is."""
        key = (claim.source, claim.said_by, claim.reported)
        found = self._voices.get(key)
        if found is None:
            found = self._voices[key] = Voice(self.speaker(claim), self.witness(claim))
        return found

    def speaker(self, claim: Claim) -> str:
        """Who speaks: `said_by`, else the author of the source, else whoever wrote it."""
        source = self._sources.get(claim.source)
        if claim.said_by is None and source is not None and source.author is not None:
            return f"name:{self._names.in_language(source.language).key(source.author)}"
        return f"name:{self._names.key(claim.said_by)}" if claim.said_by else f"source:{claim.source}"

    def witness(self, claim: Claim) -> str:
        """Whose knowledge the claim is: the speaker who is only reported, else the source with all that it copies."""
        if claim.reported and claim.said_by:
            return self.speaker(claim)
        return f"source:{self._root(claim.source)}"

    def _root(self, source: str) -> str:
        while (parent := self._parent.get(source, source)) != source:
            source = parent
        return source

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._parent[second] = first


class Publications:
    """The publications of sources; a date that cannot be read goes to `problems`.

    `unpublished` are drafts: what they say is not later because they are to be published later.
    """

    def __init__(
        self, sources: Mapping[str, Source], dates: Dates, problems: Problems, unpublished: Collection[str] = ()
    ) -> None:
        self.sources, self.dates, self._problems, self._unpublished = sources, dates, problems, unpublished
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

    def time_of_values(self, source: str) -> Interval | None:
        """The time that values of a source speak of, where they write none."""
        return None if source in self._unpublished else self.stated(source)

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
            at = source.published_at or source.at
            self._problems.add(at, f"published {shown(source.published)} cannot be read as a date: {found}")
            return None
        return found


def _place_of(source: Source, _: str) -> tuple[int, int]:
    return source.at[1:]
