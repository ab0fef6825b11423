"""Claims with what they mean, as columns; a `Row` is made when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from crosscheck.model import Attribute, Reading, Row
from crosscheck.readings import Unreadable
from crosscheck.readings.names import Names
from crosscheck.table.claims import Claims
from crosscheck.table.columns import Codes
from crosscheck.table.points import Scale
from crosscheck.table.publications import Publications, Time

UNREAD, POINT = -1, -2
"""Instead of the number of a reading: there is none; or it is the number of a table as it is."""


class Voice(NamedTuple):
    """Who speaks in a claim, and whose knowledge it is."""

    speaker: str
    witness: str


@dataclass(frozen=True, slots=True)
class Read:
    """What claims mean. `reading`, `time` and `voice` have of every claim its place in `readings`, `times`, `voices`.

    `attributes` and `scales` are by the number of the attribute in the column of the claims.
    """

    claims: Claims
    attributes: Sequence[Attribute]
    scales: Sequence[Scale | Unreadable | None]
    readings: Sequence[Reading]
    times: Sequence[Time]
    voices: Sequence[Voice]
    reading: Codes
    time: Codes
    voice: Codes
    publications: Publications
    names: Names

    @property
    def unread(self) -> int:
        """How many claims could not be read."""
        return int((self.reading == UNREAD).sum())

    def attribute_of(self, row: int) -> Attribute:
        return self.attributes[int(self.claims.columns["attribute"].codes[row])]

    def reading_of(self, row: int) -> Reading:
        code = int(self.reading[row])
        if code != POINT:
            return self.readings[code]
        scale = self.scales[int(self.claims.columns["attribute"].codes[row])]
        value = self.claims.value(row)
        assert isinstance(scale, Scale)
        assert isinstance(value, str)
        return scale.reading(value)

    def row(self, row: int) -> Row:
        """The row of a claim that was read."""
        claim, attribute = self.claims.claim(row), self.attribute_of(row)
        softening = tuple(
            (key, self.names.canonical(value)) for key, value in claim.scope if key not in attribute.separated_by
        )
        when, written, _ = self.times[self.time[row]]
        speaker, witness = self.voices[self.voice[row]]
        published = self.publications.of(claim.source)
        stated = published.stated if published else None
        return Row(claim, self.reading_of(row), when, written, softening, speaker, witness, stated)
