"""What a decision remembers of the sides that it was made on: a claim of each, and what it said."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.model import Claim, Finding

SEEN = 10
"""So many sides are remembered."""


def one_line(text: str) -> str:
    """A text on one line; what is not UTF-8 in it is replaced."""
    return " ".join(text.encode(errors="surrogateescape").decode(errors="replace").split())


def seen_line(claim: Claim) -> str:
    """How a decision remembers a claim: its id and what it said."""
    return one_line(f"{claim.id} {claim.text}")


def seen_lines(finding: Finding) -> tuple[str, ...]:
    """A line for each of the first sides."""
    return tuple(seen_line(side.own[0].claim) for side in finding.sides[:SEEN])


def is_as_seen(finding: Finding, seen: Sequence[str]) -> bool:
    """Whether every claim that was seen still says the same, word for word, and every side has one of them.

    A claim may have left the finding: it is enough that it is still a claim of the item.
    """
    on_sides = [{seen_line(row.claim) for row in side.rows} for side in finding.sides]
    of_item = {seen_line(row.claim) for row in finding.item.rows}
    known = set(seen)
    return known <= of_item.union(*on_sides) and all(known & lines for lines in on_sides)
