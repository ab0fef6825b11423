"""What a decision found wrong: which sides, which of their claims, and who repeats it since."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.decisions.seen import SEEN, seen_line
from crosscheck.model import Decision, Finding, Resolution, Row, Side
from crosscheck.vocabulary import Names


class FoundWrong:
    """What a decision on a finding says of its claims as they are now.

    A claim that was found wrong and was corrected since is right now: the side that it left stays wrong, the one that
    it joined does not become so.
    """

    def __init__(self, finding: Finding, resolution: Resolution, names: Names) -> None:
        self._finding, self._resolution, self._names = finding, resolution, names
        self._seen = {id: text for id, _, text in (line.partition(" ") for line in resolution.seen)}
        self._rows = finding.rows
        self._all = resolution.decision is Decision.ALL_WRONG
        self.sides = self._wrong_sides() if self._all or resolution.wrong else ()

    @property
    def claims(self) -> frozenset[str]:
        """The claims on its sides that are wrong, without those that only repeat it."""
        is_wrong = self._is_known if self._all else self._blames
        alone = {row.claim.id for side in self.sides for row in side.own if is_wrong(row)}
        return frozenset(alone.union(row.claim.id for row in self._wide() if self._blames(row)))

    @property
    def repeated(self) -> list[str]:
        """Claims that nobody had seen when it was decided, and that say what was found wrong."""
        denied = {row.reading.stated for row in self._wide() if self._blames(row)} - {None}
        found = {row.claim.id for side in self.sides for row in side.own}
        found.update(id for id, row in self._rows.items() if row.reading.stated in denied)
        return sorted(id for id in found if not self._is_known(self._rows[id]))

    def _is_known(self, row: Row) -> bool:
        return self._blames(row) or seen_line(row.claim) in self._resolution.seen

    def _blames(self, row: Row) -> bool:
        return self._resolution.blames(row.claim)

    def _blames_seen(self, id: str) -> bool:
        return self._blames(self._rows[id]) if id in self._rows else self._resolution.blames_id(id)

    def _wide(self) -> Iterator[Row]:
        """Rows that stand on several sides and speak for none."""
        own = {row.claim.id for side in self._finding.sides for row in side.own}
        return (row for id, row in self._rows.items() if id not in own)

    def _wrong_sides(self) -> tuple[Side, ...]:
        finding, resolution = self._finding, self._resolution
        sides = finding.sides
        if self._all:
            return sides
        if not any(map(self._blames_seen, self._seen)):
            return tuple(side for side in sides if any(map(self._blames, side.own)))
        says_the_same = finding.fingerprint == resolution.fingerprint and len(self._seen) == min(len(sides), SEEN)
        if says_the_same and finding.item.kind.has_axis:  # then the sides are those that were seen, in their order
            first = [side for id, side in zip(self._seen, sides, strict=False) if self._blames_seen(id)]
            return (*first, *(side for side in sides[len(self._seen) :] if any(map(self._blames, side.own))))
        return self._wrong_by_words()

    def _wrong_by_words(self) -> tuple[Side, ...]:
        """The sides that say what the wrong claims said; if they are worded anew, those that say nothing else seen."""
        sides = self._finding.sides
        wrong = {self._names.key(text) for id, text in self._seen.items() if self._blames_seen(id)}
        right = {self._names.key(text) for id, text in self._seen.items() if not self._blames_seen(id)}
        said = [{self._names.key(row.claim.text) for row in side.own} for side in sides]

        def is_wrong(side: Side, words: set[str]) -> bool:
            unseen = (row for row in side.own if self._blames(row) and row.claim.id not in self._seen)
            return bool(words & wrong) or (not words & right and any(unseen))

        found = tuple(side for side, words in zip(sides, said, strict=True) if is_wrong(side, words))
        if found or len(self._seen) >= SEEN or not right <= set().union(*said):
            return found
        return tuple(side for side, words in zip(sides, said, strict=True) if not words & right)
