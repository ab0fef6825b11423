"""Claims with what they mean, as columns; a `Row` and its reading are made when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crosscheck.claims.numbers import Scale
from crosscheck.claims.witnesses import Voice
from crosscheck.model import Attribute, Claim, Reading, Row
from crosscheck.table.claims import Claims
from crosscheck.table.columns import Codes, Rows
from crosscheck.table.digests import Digests
from crosscheck.table.publications import Publications, Time
from crosscheck.table.shared import REMEMBERED
from crosscheck.table.values import ValueReader
from crosscheck.table.written import AsWritten
from crosscheck.vocabulary import Names

UNREAD, POINT = -1, -2
"""Instead of the number of a reading: there is none; or it is the number of a table as it is."""


@dataclass(frozen=True, slots=True)
class Read:
    """What claims mean. `reading`, `time` and `voice` have of every claim its place in `digests`, `times`, `voices`.

    `counted` has the readings of the claims that count from another one, by their rows.
    """

    written: AsWritten
    values: ValueReader
    digests: Digests
    counted: Mapping[int, Reading]
    times: Sequence[Time]
    voices: Sequence[Voice]
    reading: Codes
    time: Codes
    voice: Codes
    publications: Publications
    _made: dict[object, Reading] = field(default_factory=dict, init=False, repr=False)

    @property
    def claims(self) -> Claims:
        return self.written.claims

    @property
    def names(self) -> Names:
        return self.values.ground.names

    @property
    def attributes(self) -> Sequence[Attribute]:
        """The attributes by their number in the column of the claims."""
        return self.values.attributes

    @property
    def unread(self) -> int:
        """How many claims could not be read."""
        return int((self.reading == UNREAD).sum())

    def attribute_of(self, row: int) -> Attribute:
        return self.attributes[self.claims.columns["attribute"].codes.item(row)]

    def dimension_of(self, row: int) -> str:
        """The dimension in which the value of a claim that was read lies."""
        code = int(self.reading[row])
        if code != POINT:
            return self.digests.dimension[code]
        scale = self.values.scales[int(self.claims.columns["attribute"].codes[row])]
        assert isinstance(scale, Scale)
        return scale.measure.dimension

    def rows(self, numbers: Rows) -> list[Row]:
        """The rows of claims that were read; what many need of a column is taken from it at once."""
        claims = self.claims.made(numbers)
        columns = zip(
            numbers.tolist(), claims, self.claims.columns["attribute"].codes[numbers].tolist(),
            self.reading[numbers].tolist(), self.time[numbers].tolist(), self.voice[numbers].tolist(), strict=True,
        )  # fmt: skip
        return [
            self._row(claim, self._reading(number, reading, (attribute, claim.value)), self.attributes[attribute],
                      self.times[time], self.voices[voice])
            for number, claim, attribute, reading, time, voice in columns
        ]  # fmt: skip

    def _row(self, claim: Claim, reading: Reading, attribute: Attribute, time: Time, voice: Voice) -> Row:
        when, written, _ = time
        softening = tuple(
            (key, self.names.canonical(value)) for key, value in claim.scope if key not in attribute.separated_by
        )
        published = self.publications.of(claim.source)
        stated = published.stated if published else None
        return Row(claim, reading, when, written, softening, voice.speaker, voice.witness, stated)

    def _reading(self, row: int, code: int, point: object) -> Reading:
        """What the value of a claim that was read means: one object for all that say the same in the same words."""
        found = self.counted.get(row)
        if found is not None:
            return found
        key = point if code == POINT else code
        known = self._made.get(key)
        if known is None:
            made = self.values.read(self.written.of(row, published=True))
            assert isinstance(made, Reading)
            if len(self._made) >= REMEMBERED:
                self._made.clear()
            known = self._made[key] = made
        return known
