"""Claims as written to claims as read: each distinct value is read once, and each distinct time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from crosscheck.claims.naming import language_of_claim
from crosscheck.claims.sources import Publications, Witnesses
from crosscheck.claims.values import AS_CURATED, Ground, ValueReader, Written, manner_of
from crosscheck.model import Claim, Interval, Kind, Reading, Row, Scope
from crosscheck.problems import Problems, did_you_mean, shown
from crosscheck.readings import ReadingError
from crosscheck.readings.languages import language_of
from crosscheck.readings.wordings import says_other
from crosscheck.vocabulary import normalise


class UnreadValue(NamedTuple):
    """What a claim has under `key` cannot be read, and why."""

    claim: Claim
    key: str
    message: str

    def add_to(self, problems: Problems) -> None:
        problems.add(self.claim.place(self.key), self.message)


class _ValueManner(NamedTuple):
    """What all values of a source for one attribute share of `Written`."""

    attribute: str
    manner: str
    published: str | None


class ClaimReader:
    """Reads claims of a workspace. What cannot be read is listed in `unread`.

    A tolerance that is no amount goes to `problems`.
    """

    def __init__(self, ground: Ground, publications: Publications, problems: Problems) -> None:
        self.ground, self.publications = ground, publications
        self.witnesses = Witnesses(publications.sources, ground.names)
        self.unread: list[UnreadValue] = []
        self._reported: set[tuple[str, str]] = set()
        self.values = ValueReader(ground, problems, publications.dates)
        self._readings: dict[Written, Reading | ReadingError] = {}
        self._times: dict[tuple[str, str], Interval | ReadingError] = {}
        self._softening: dict[tuple[Scope, str], Scope] = {}
        self._manners: dict[tuple[str, str], _ValueManner | None] = {}

    def read(self, claims: Sequence[Claim]) -> list[Row]:
        """A row for each claim that can be read, in the order of the claims.

        `claims` are in the order of their ids; what they count from (`relative_to`) is among them.
        """
        relative = _RelativeReader(self, claims if any(claim.relative_to is not None for claim in claims) else ())
        for attribute in {claim.attribute for claim in claims}:
            self.values.axis(normalise(attribute))  # so that a tolerance that is no amount is found in any case
        rows = []
        for claim in claims:
            try:
                reading = self._plain(claim) if claim.relative_to is None else relative.reading(claim)
                when, is_readable = self._time(claim, relative)
            except Exception as error:
                error.add_note(f"while reading {shown(claim.text)} ({claim.at})")
                raise
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
        written = self.written(claim)
        if written is None:
            return None
        found = self._readings.get(written)
        if found is None:
            found = self._readings[written] = self.values.read(written)
        if isinstance(found, Reading):
            return found
        key = "value" if claim.read_as is None else "read_as"
        self.report(claim, key, self.values.problem(key, written, found))
        return None

    def written(self, claim: Claim) -> Written | None:
        """What is written of a claim's value, None if its attribute has no kind."""
        key = (claim.source, claim.attribute)
        manner = self._manners[key] if key in self._manners else self._manners.setdefault(key, self._manner(*key))
        if manner is None:
            return None
        name, written_so, published = manner
        if claim.read_as is not None:
            return Written(name, claim.read_as, AS_CURATED, False, published)
        if claim.language is not None:
            written_so = manner_of(claim, self.publications.sources.get(claim.source))
        return Written(name, claim.value, written_so, claim.is_number, published)

    def _manner(self, source: str, attribute: str) -> _ValueManner | None:
        name, known = normalise(attribute), self.publications.sources.get(source)
        kind = self.ground.attributes[name].kind
        if kind is None:
            return None
        published = known.published if known and kind is Kind.DATE else None
        return _ValueManner(name, known.manner if known else "en", published)

    def _time(self, claim: Claim, relative: _RelativeReader) -> tuple[Interval | None, bool]:
        """The time that a claim speaks of, its publication if none is written, and whether it can be read."""
        if claim.when is None:
            return self.publications.time_of_values(claim.source), True
        if claim.relative_to is not None:
            when = relative.time(claim)
            return when, when is not None
        key = (claim.when, claim.source)
        found = self._times.get(key)
        if found is None:
            read = self.values.dates.read(claim.when, published=self.publications.of(claim.source))
            found = read if isinstance(read, ReadingError) else read.stated
            assert found is not None
            self._times[key] = found
        if isinstance(found, ReadingError):
            self.report(claim, "when", f"when {shown(claim.when)} cannot be read as a date: {found}")
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

    def report(self, claim: Claim, key: str, message: str) -> None:
        if (claim.id, message) not in self._reported:
            self._reported.add((claim.id, message))
            self.unread.append(UnreadValue(claim, key, message))


_BEGUN = object()  # stands for a reading that has begun, to find circles


class _RelativeReader:
    """Reads the claims that have `relative_to`, which may count from any of `claims`, for a reader."""

    def __init__(self, reader: ClaimReader, claims: Iterable[Claim]) -> None:
        self._reader, self._values, self._publications = reader, reader.values, reader.publications
        self._done: dict[str, Any] = {}
        self._by_source: dict[str, dict[str, Claim]] = defaultdict(dict)
        for claim in claims:
            self._by_source[claim.source][claim.id] = claim

    def reading(self, claim: Claim) -> Reading | None:
        """What a claim's value means, None if it cannot be read."""
        if claim.relative_to is None:
            return self._without_report(claim)
        chain: list[Claim] = []  # read from its end: a chain may be longer than Python's stack
        at: Claim | None = claim
        while at is not None and at.relative_to is not None and at.id not in self._done:
            self._done[at.id] = _BEGUN
            chain.append(at)
            at = self._anchor(at)
        for begun in reversed(chain):
            self._done[begun.id] = self._read(begun)
        found: Reading | None = self._done[claim.id]
        if found is _BEGUN:
            self._reader.report(
                claim, "relative_to", f"claim {shown(claim.id)} counts from itself in a circle of relative_to"
            )
            return None
        return found

    def _without_report(self, claim: Claim) -> Reading | None:
        """What a claim means that counts from no other: what cannot be read is reported where it is itself read."""
        written = self._reader.written(claim)
        found = None if written is None else self._values.read(written)
        return found if isinstance(found, Reading) else None

    def time(self, claim: Claim) -> Interval | None:
        """The time that the value speaks of, as `when` of the claim has it, None if it cannot be read."""
        assert claim.when is not None
        written = self._reader.written(claim)
        is_of_names = written is not None and self._kind(written) is Kind.NAMES
        relative_to = None if is_of_names else self._date(claim)
        published = self._publications.of(claim.source)
        found = self._values.dates.read(claim.when, relative_to=relative_to, published=published)
        if isinstance(found, ReadingError):
            self._reader.report(claim, "when", f"when {shown(claim.when)} cannot be read as a date: {found}")
            return None
        return found.stated

    def _read(self, claim: Claim) -> Reading | None:
        written = self._reader.written(claim)
        if written is None:
            return None
        if self._kind(written) is Kind.NAMES:
            before = self._named_before(claim)
            found = None if before is None else self._values.read(written, excludes=before)
        else:
            relative_to = self._date(claim)
            found = None if relative_to is None else self._values.read(written, relative_to)
        if isinstance(found, ReadingError):
            key = "value" if claim.read_as is None else "read_as"
            self._reader.report(claim, key, self._values.problem(key, written, found))
            return None
        return found

    def _kind(self, written: Written) -> Kind | None:
        return self._values.ground.attributes[written.attribute].kind

    def _date(self, claim: Claim) -> Reading | None:
        """The date that a claim counts from, None if there is none."""
        assert claim.relative_to is not None
        anchor = self._anchor(claim)
        if anchor is not None:
            found = self.reading(anchor)
            if found is not None and found.kind is not Kind.DATE:
                what = f"claim {shown(anchor.id)} is {found.kind.phrase}, not a date to count from"
                self._reader.report(claim, "relative_to", what)
                return None
            return found
        date = self._values.dates.read(claim.relative_to)
        if isinstance(date, ReadingError):
            what = f"relative_to {shown(claim.relative_to)} is neither a claim of this source nor a date"
            self._reader.report(claim, "relative_to", what + self._near(claim))
            return None
        return date

    def _named_before(self, claim: Claim) -> tuple[str, ...] | None:
        """The names that "other …" leaves out, those of `relative_to`; None if these are not known."""
        assert claim.relative_to is not None
        language = language_of(language_of_claim(claim, self._publications.sources)) if claim.read_as is None else None
        others = language.prose.other if language is not None else ()
        if not says_other(claim.value if claim.read_as is None else claim.read_as, others):
            what = f'relative_to goes with a date, or with names that are "other"; {shown(claim.text)}'
            self._reader.report(claim, "relative_to", what)
            return None
        anchor = self._anchor(claim)
        if anchor is None:
            what = f"relative_to {shown(claim.relative_to)} is not a claim of this source{self._near(claim)}"
            self._reader.report(claim, "relative_to", what)
            return None
        found = self.reading(anchor)
        if found is not None and found.kind is not Kind.NAMES:
            what = f"claim {shown(anchor.id)} is {found.kind.phrase}, not a list of names"
            self._reader.report(claim, "relative_to", what)
            return None
        return found.terms if found is not None else None

    def _anchor(self, claim: Claim) -> Claim | None:
        """The claim of the same source that `relative_to` names, by its short or its full id."""
        ids = self._by_source[claim.source]
        return ids.get(f"{claim.source}/{claim.relative_to}") or ids.get(str(claim.relative_to))

    def _near(self, claim: Claim) -> str:
        ids = (id.partition("/")[2] for id in self._by_source[claim.source])
        return did_you_mean(str(claim.relative_to), ids)
