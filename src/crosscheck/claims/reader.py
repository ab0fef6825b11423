"""Claims as written to claims as read: each distinct value is read once, and each distinct time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crosscheck.claims.publications import Publications
from crosscheck.claims.relative import RelativeReader
from crosscheck.claims.values import AS_CURATED, Ground, ValueReader, Written
from crosscheck.claims.witnesses import Witnesses
from crosscheck.model import Claim, Interval, Kind, Reading, Row, Scope
from crosscheck.problems import Problems, shown
from crosscheck.readings import ReadingError
from crosscheck.vocabulary import normalise


class UnreadValue(NamedTuple):
    """What a claim has under `key` cannot be read, and why."""

    claim: Claim
    key: str
    message: str

    def add_to(self, problems: Problems) -> None:
        problems.add(self.claim.place(self.key), self.message)


class ClaimReader:
    """Reads claims of a workspace. What cannot be read is listed in `unread`, for its caller to refuse or to report.

    A tolerance that is no amount goes to `problems`.
    """

    def __init__(self, ground: Ground, publications: Publications, problems: Problems) -> None:
        self.ground, self.publications = ground, publications
        self.witnesses = Witnesses(publications.sources, ground.names)
        self.unread: list[UnreadValue] = []
        self._refused: set[tuple[str, str]] = set()
        self._values = ValueReader(ground, problems, publications.dates)
        self._readings: dict[Written, Reading | ReadingError] = {}
        self._times: dict[tuple[str, str], Interval | ReadingError] = {}
        self._softening: dict[tuple[Scope, str], Scope] = {}

    def read(self, claims: Sequence[Claim]) -> list[Row]:
        """A row for each claim that can be read, in the order of the claims.

        `claims` are in the order of their ids; what they count from (`relative_to`) is among them.
        """
        relative = RelativeReader(
            claims if any(claim.relative_to is not None for claim in claims) else (),
            self._values,
            self.publications,
            written=self._written,
            plain=self._known,
            refuse=self._refuse,
        )
        for attribute in {claim.attribute for claim in claims}:
            self._values.axis(normalise(attribute))  # so that a tolerance that is no amount is found in any case
        rows = []
        for claim in claims:
            reading = self._plain(claim) if claim.relative_to is None else relative.reading(claim)
            when, is_readable = self._time(claim, relative)
            if reading is not None and is_readable:
                rows.append(self._row(claim, reading, when))
        return rows

    def _row(self, claim: Claim, reading: Reading, when: Interval | None) -> Row:
        speaker, witness = self.witnesses.of(claim)
        softening = self._softening_of(claim) if claim.scope else ()
        published = self.publications.stated(claim.source)
        return Row(claim, reading, when, claim.when is not None, softening, speaker, witness, published)

    def _plain(self, claim: Claim) -> Reading | None:
        """What a claim means that counts from no other, None if it cannot be read."""
        written = self._written(claim)
        if written is None:
            return None
        found = self._readings.get(written)
        if found is None:
            found = self._readings[written] = self._values.read(written)
        if isinstance(found, Reading):
            return found
        key = "value" if claim.read_as is None else "read_as"
        self._refuse(claim, key, self._values.problem(key, written, found))
        return None

    def _known(self, claim: Claim) -> Reading | None:
        """As `_plain`, without a word on what cannot be read."""
        written = self._written(claim)
        found = None if written is None else self._values.read(written)
        return found if isinstance(found, Reading) else None

    def _written(self, claim: Claim) -> Written | None:
        """What is written of a claim's value, None if its attribute has no kind."""
        name = normalise(claim.attribute)
        kind = self.ground.attributes[name].kind
        if kind is None:
            return None
        source = self.publications.sources.get(claim.source)
        published = source.published if source and kind is Kind.DATE else None
        if claim.read_as is not None:
            return Written(name, claim.read_as, AS_CURATED, published=published)
        return Written(name, claim.value, source.manner if source else "en", claim.is_number, published)

    def _time(self, claim: Claim, relative: RelativeReader) -> tuple[Interval | None, bool]:
        """The time that a claim speaks of, its publication if none is written, and whether it can be read."""
        if claim.when is None:
            return self.publications.stated(claim.source), True
        if claim.relative_to is not None:
            when = relative.time(claim)
            return when, when is not None
        key = (claim.when, claim.source)
        found = self._times.get(key)
        if found is None:
            read = self._values.dates.read(claim.when, published=self.publications.of(claim.source))
            found = self._times[key] = read if isinstance(read, ReadingError) else _stated(read)
        if isinstance(found, ReadingError):
            self._refuse(claim, "when", f"when {shown(claim.when)} cannot be read as a date: {found}")
            return None, False
        return found, True

    def _softening_of(self, claim: Claim) -> Scope:
        """The scope pairs of a claim that do not separate items, under their one names."""
        key = (claim.scope, claim.attribute)
        found = self._softening.get(key)
        if found is None:
            separating = self.ground.attributes[normalise(claim.attribute)].separated_by
            names = self.ground.names
            pairs = ((key, names.canonical(value)) for key, value in claim.scope if key not in separating)
            found = self._softening[claim.scope, claim.attribute] = tuple(pairs)
        return found

    def _refuse(self, claim: Claim, key: str, message: str) -> None:
        if (claim.id, message) not in self._refused:
            self._refused.add((claim.id, message))
            self.unread.append(UnreadValue(claim, key, message))


def _stated(date: Reading) -> Interval:
    assert date.stated is not None
    return date.stated
