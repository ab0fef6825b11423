"""Messages of findings: one sentence that names the sources, quotes both as written, and gives the distance."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.comparing.distance import distance
from crosscheck.model import Item, Policy, Row, Side, Stance
from crosscheck.problems import shown

SIDES_NAMED = 3


def who(row: Row, policy: Policy) -> str:
    """Who says a claim: the source, and the speaker if it passes on another's words."""
    source = policy.sources.get(row.claim.source)
    label = source.label if source else row.claim.source
    return f"{row.claim.said_by} (in {label})" if row.claim.said_by else label


def conflict_sentence(item: Item, sides: Sequence[Side], policy: Policy) -> str:
    """What the sides of a conflict say, and how far apart the outermost are."""
    rows = [side.own[0] for side in sides]
    parts = [_says(row, policy) for row in rows[:SIDES_NAMED]]
    more = len(rows) - SIDES_NAMED
    told = "; ".join(parts) + (f"; and {more} more" if more > 0 else "")
    stating = [row for row in rows if row.claim.stance is not Stance.DISPUTES]
    far = distance(stating[0], stating[-1], item.attribute.unit) if len(stating) > 1 else ""
    return f"{told}: {far}." if far else f"{told}."


def _says(row: Row, policy: Policy) -> str:
    verb = {Stance.DISPUTES: "disputes", Stance.REPORTS: "is reported with", Stance.ASSERTS: "has"}[row.claim.stance]
    if row.claim.said_by and row.claim.stance is Stance.REPORTS:
        verb = "says"
    scope = ", ".join(f"{key}: {value}" for key, value in row.softening)
    return f"{who(row, policy)} {verb} {shown(row.claim.text, 80)}" + (f" ({scope})" if scope else "")


def superseded_sentence(rows: Sequence[Row], policy: Policy) -> str:
    """How a value changed, in the order of its times."""
    parts = [f"{shown(row.claim.text, 80)} ({row.claim.when or 'when published'}, {who(row, policy)})" for row in rows]
    shown_parts = parts if len(parts) <= SIDES_NAMED else [parts[0], "…", parts[-1]]
    return "The value changed: " + ", then ".join(shown_parts) + "."


def agreement_sentence(sides: Sequence[Side], policy: Policy) -> str:
    """Which witnesses share a value."""
    parts = []
    for side in sides[:SIDES_NAMED]:
        names = list(dict.fromkeys(who(row, policy) for row in side.rows))
        listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
        parts.append(f"{listed} agree on {shown(side.text, 80)}")
    return "; ".join(parts) + "."
