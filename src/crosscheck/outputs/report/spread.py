"""How far apart the sides of a conflict are: what is shown first of conflicts that are equally severe."""

from __future__ import annotations

from crosscheck.model import CONFLICTS, Finding, Kind

_YEAR = 525_960  # minutes


def rank(finding: Finding) -> tuple[float, float]:
    """Less for a conflict that is shown before others: the more severe, then the one with the widest gap."""
    return (-finding.verdict.severity, -spread(finding)) if finding.verdict in CONFLICTS else (0, 0)


def spread(finding: Finding) -> float:
    """The gap between the outer sides from 0 to 1, so that kinds can be put in one order; -1 without an axis.

    Of amounts it is the part of the greater one, of shares the points, of dates a year is a half and ten years are
    ten elevenths.
    """
    sides = [side for side in finding.sides if not side.denies]
    readings = [side.rows[0].reading for side in sides]
    stated = [side.stated for side in sides if side.stated is not None]
    if len(stated) < len(sides) or len({(reading.kind, reading.dimension) for reading in readings}) != 1:
        return -1
    lows = [interval.low for interval in stated if interval.low is not None]
    highs = [interval.high for interval in stated if interval.high is not None]
    gap = max(lows) - min(highs) if lows and highs else 0
    if gap <= 0:
        return 0
    if readings[0].kind is Kind.DATE:
        return float(gap / (gap + _YEAR))
    largest = 1 if readings[0].kind is Kind.SHARE else max(abs(end) for end in (*lows, *highs))
    return float(min(1, gap / largest))
