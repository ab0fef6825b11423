"""Stand-in until spotting lands: the types that matching uses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crosscheck.model import Kind, Reading
from crosscheck.workspace.texts import _ends


class Tier(StrEnum):
    FIGURE = "figure"
    DATE = "date"
    VAGUE = "vague"
    QUOTATION = "quotation"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int
    text: str
    tier: Tier
    kind: Kind | None
    reading: Reading | None
    problem: str | None


def sentences(text: str) -> list[tuple[int, int]]:
    ends = [match.end() for match in _ends(text)]
    starts = [0, *ends]
    return [(a, b) for a, b in zip(starts, [*ends, len(text)], strict=True) if text[a:b].strip()]
