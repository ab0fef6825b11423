"""Claims that count from others: "the following year", "other cartels"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from crosscheck.claims.publications import Publications
from crosscheck.claims.values import ValueReader, Written
from crosscheck.model import Claim, Interval, Kind, Reading
from crosscheck.problems import did_you_mean, shown
from crosscheck.readings import ReadingError
from crosscheck.readings.wordings import says_other

_BEGUN = object()  # marks a claim whose reading has begun, to find circles

Refuse = Callable[[Claim, str, str], None]
"""What to call with a claim, the key of what cannot be read, and why."""


class RelativeReader:
    """Reads the claims that have `relative_to`, which may count from any of `claims`.

    `plain` reads a claim that counts from no other, `written` is what is written of a claim's value.
    """

    def __init__(
        self,
        claims: Iterable[Claim],
        values: ValueReader,
        publications: Publications,
        *,
        written: Callable[[Claim], Written | None],
        plain: Callable[[Claim], Reading | None],
        refuse: Refuse,
    ) -> None:
        self._values, self._publications = values, publications
        self._written, self._plain, self._refuse = written, plain, refuse
        self._done: dict[str, Any] = {}
        self._by_source: dict[str, dict[str, Claim]] = defaultdict(dict)
        for claim in claims:
            self._by_source[claim.source][claim.id] = claim

    def reading(self, claim: Claim) -> Reading | None:
        """What a claim's value means, None if it cannot be read."""
        if claim.relative_to is None:
            return self._plain(claim)
        if claim.id not in self._done:
            self._done[claim.id] = _BEGUN
            self._done[claim.id] = self._read(claim)
        found: Reading | None = self._done[claim.id]
        if found is _BEGUN:
            self._refuse(claim, "relative_to", f"claim {shown(claim.id)} counts from itself in a circle of relative_to")
            return None
        return found

    def time(self, claim: Claim) -> Interval | None:
        """The time that the value speaks of, as `when` of the claim has it, None if it cannot be read."""
        assert claim.when is not None
        written = self._written(claim)
        is_of_names = written is not None and self._kind(written) is Kind.NAMES
        relative_to = None if is_of_names else self._date(claim)
        published = self._publications.of(claim.source)
        found = self._values.dates.read(claim.when, relative_to=relative_to, published=published)
        if isinstance(found, ReadingError):
            self._refuse(claim, "when", f"when {shown(claim.when)} cannot be read as a date: {found}")
            return None
        return found.stated

    def _read(self, claim: Claim) -> Reading | None:
        written = self._written(claim)
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
            self._refuse(claim, key, self._values.problem(key, written, found))
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
                self._refuse(claim, "relative_to", what)
                return None
            return found
        date = self._values.dates.read(claim.relative_to)
        if isinstance(date, ReadingError):
            what = f"relative_to {shown(claim.relative_to)} is neither a claim of this source nor a date"
            self._refuse(claim, "relative_to", what + self._near(claim))
            return None
        return date

    def _named_before(self, claim: Claim) -> tuple[str, ...] | None:
        """The names that "other …" leaves out, those of `relative_to`; None if they cannot be told."""
        assert claim.relative_to is not None
        if not says_other(claim.value if claim.read_as is None else claim.read_as):
            what = f'relative_to goes with a date, or with names that are "other"; {shown(claim.text)}'
            self._refuse(claim, "relative_to", what)
            return None
        anchor = self._anchor(claim)
        if anchor is None:
            what = f"relative_to {shown(claim.relative_to)} is no claim of this source{self._near(claim)}"
            self._refuse(claim, "relative_to", what)
            return None
        found = self.reading(anchor)
        if found is not None and found.kind is not Kind.NAMES:
            what = f"claim {shown(anchor.id)} is {found.kind.phrase}, not a list of names"
            self._refuse(claim, "relative_to", what)
            return None
        return found.terms if found is not None else None

    def _anchor(self, claim: Claim) -> Claim | None:
        """The claim of the same source that `relative_to` names, by its short or its full id."""
        ids = self._by_source[claim.source]
        return ids.get(f"{claim.source}/{claim.relative_to}") or ids.get(str(claim.relative_to))

    def _near(self, claim: Claim) -> str:
        ids = (id.partition("/")[2] for id in self._by_source[claim.source])
        return did_you_mean(str(claim.relative_to), ids)
