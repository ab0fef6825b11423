"""Who speaks in a claim, and which sources are one witness because one repeats the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from crosscheck.model import Claim, Source
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
        name = claim.said_by or (source.author if source else None)
        return f"name:{self._names.key(name)}" if name else f"source:{claim.source}"

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
