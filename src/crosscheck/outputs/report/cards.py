"""Cards: each finding as the plain values that its part of the template shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from crosscheck.formatting import counted
from crosscheck.model import (
    CONFLICTS,
    Change,
    Decision,
    Finding,
    Interval,
    Item,
    Kind,
    Resolution,
    Row,
    Side,
    Status,
    Verdict,
)
from crosscheck.outputs.report.claims import ClaimView, Context, claim_view, reading_words, source_view
from crosscheck.outputs.report.page import View
from crosscheck.outputs.report.strip import Drawn, Strip, strip_of
from crosscheck.outputs.report.words import ranged, shortened, when

_YEAR = re.compile(r"\d{3}")

UNDECIDED = (Status.NEW, Status.REOPENED)

CHANGES = {Change.NEW: "newly found", Change.CHANGED: "changed since", Change.SAME: "known before"}
"""What a finding is to the earlier run that this one is compared with, as its badge has it."""

FEW_TICKS = 4  # of a brief card
SHOWN_CLAIMS, SHOWN_SIDES = 6, 12  # of a side, of a finding; the rest is folded away
SUMMED_UP = 4  # sides, and claims that fit several, in one line

DECISIONS = {
    Decision.SOURCE_WRONG: "A source is wrong",
    Decision.ALL_WRONG: "All of them are wrong",
    Decision.BOTH_RIGHT: "Both are right",
    Decision.OUR_ERROR: "Our own error, to be corrected",
    Decision.UNSURE: "Unsure, left open",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    id: str
    verdict: str
    status: str
    subject: str
    attribute: str
    scope: tuple[tuple[str, str], ...]
    message: str
    facts: tuple[tuple[str, str], ...]
    """What all its claims have in common."""
    sides: list[View]
    more_sides: list[View]
    shared: View | None
    """The claims that fit more than one side: `title` and `values` sum them up, `claims` and `more` are they."""
    timeline: tuple[ClaimView, ...]
    strip: Strip | None
    explanations: tuple[str, ...]
    left: str
    """What still waits for a decision, where one side was found wrong."""
    decision: View | None
    despite: str
    """That it fails or does not, if its status would let one think otherwise."""
    change: str
    change_title: str
    group: str
    sources: str
    """The numbers of the sources of its claims, with commas between."""

    @property
    def summary(self) -> list[tuple[str, str, bool]]:
        """Who says what, side by side: (source, value, denies); of many sides the first ones and the last."""
        sides = [*self.sides, *self.more_sides]
        shown = sides if len(sides) <= SUMMED_UP else [*sides[: SUMMED_UP - 1], sides[-1]]
        return [
            (_saying(side["claims"], side["text"]).source.label, shortened(side["brief"], 60), side["denies"])
            for side in shown
        ]

    @property
    def sides_left_out(self) -> int:
        """How many sides `summary` has no room for."""
        return max(0, len(self.sides) + len(self.more_sides) - SUMMED_UP)


def _saying(claims: Sequence[ClaimView], text: str) -> ClaimView:
    """The first claim that says what its side has in common, in these words."""
    return next((claim for claim in claims if claim.value == text), claims[0])


def is_undecided(finding: Finding) -> bool:
    """A conflict that waits for a person."""
    return finding.verdict in CONFLICTS and finding.status in UNDECIDED


def despite(finding: Finding) -> str:
    """That a finding fails although somebody looked at it, or does not although it waits."""
    if finding.fails == is_undecided(finding):
        return ""
    return ", fails the check" if finding.fails else ", does not fail"


def card_of(finding: Finding, group: str, context: Context) -> Card:
    """A finding as it is shown in its group."""
    item = finding.item
    is_history = finding.verdict is Verdict.SUPERSEDED
    rows = _rows(finding)
    numbers = _numbers(finding, rows)
    homes = {row.claim.id: home for related in item.leads for home in related.items for row in home.rows}
    views = {
        row.claim.id: claim_view(
            row,
            finding,
            context,
            home=homes.get(row.claim.id, item),
            fits=_fits(numbers[row.claim.id], finding),
        )
        for row, _ in rows
    }
    strip = _strip(finding, rows, numbers, context)
    common, views = _common_facts(views)
    sides = [
        _side(str(number), side, views, homes.get(side.rows[0].claim.id, item), wrong=finding.is_wrong(side))
        for number, side in enumerate(() if is_history else finding.sides, 1)
    ]
    return Card(
        id=finding.id,
        verdict=finding.verdict.value,
        status=finding.status.value if finding.status else "",
        subject=shortened(item.subject, 160),
        attribute=shortened(item.attribute.name, 160),
        scope=item.scope,
        message=(finding.distance or finding.message) if context.sources else finding.message,
        facts=common,
        sides=sides[:SHOWN_SIDES],
        more_sides=sides[SHOWN_SIDES:],
        shared=None if is_history else _shared(views.values()),
        timeline=tuple(views.values()) if is_history else (),
        strip=strip,
        explanations=finding.explanations,
        left=finding.left,
        decision=_decision(finding.resolution, finding) if finding.resolution else None,
        despite=despite(finding),
        change=finding.change.value if finding.change else "",
        change_title=CHANGES[finding.change] if finding.change else "",
        group=group,
        sources=_sources(rows, context),
    )


def _fits(numbers: list[int], finding: Finding) -> str:
    """Which sides a claim fits, if it is more than one; of sides with claims that are not printed, not by number."""
    if len(numbers) < 2:
        return ""
    if len(numbers) == len(finding.sides):
        return "fits both sides" if len(numbers) == 2 else "fits every side"
    if any(side.more for side in finding.sides):
        return "fits more than one side"
    return f"fits sides {ranged(numbers)}"


def _shared(views: Iterable[ClaimView]) -> View | None:
    """The claims that fit more than one side, which say nothing for one of them against another."""
    shared = [replace(one, own=True) for one in views if one.fits]
    if not shared:
        return None
    (fits, *others) = dict.fromkeys(one.fits for one in shared)
    where = "fits more than one side" if others else fits
    return {
        "title": f"{counted(len(shared), 'claim')} {where if len(shared) == 1 else where.replace('fits', 'fit', 1)}",
        "values": [(shortened(one.value, 60), one.source.label) for one in shared[:SUMMED_UP]],
        "left_out": max(0, len(shared) - SUMMED_UP),
        "claims": shared[:SHOWN_CLAIMS],
        "more": shared[SHOWN_CLAIMS:],
    }


def _common_facts(views: Mapping[str, ClaimView]) -> tuple[tuple[tuple[str, str], ...], dict[str, ClaimView]]:
    """The facts that all claims have in common, and the claims without them."""
    first = next(iter(views.values()))
    common = tuple(fact for fact in first.facts if all(fact in one.facts for one in views.values()))
    others = {id: tuple(fact for fact in one.facts if fact not in common) for id, one in views.items()}
    return common, {id: replace(one, facts=others[id]) for id, one in views.items()}


def _strip(
    finding: Finding, rows: list[tuple[Row, bool]], numbers: Mapping[str, list[int]], context: Context
) -> Strip | None:
    # Where each side has one claim, its number says whose value it is, and the names need no repeating.
    is_brief = bool(context.sources)
    is_named = not is_brief or len(rows) > len(finding.sides)
    sources = context.result.sources

    def label(id: str) -> str:
        return source_view(id, sources.get(id)).label if is_named else ""

    drawn = [
        Drawn(
            shortened(ranged(numbers[row.claim.id]), 16),
            label(row.claim.source),
            row,
            denies,
            is_wrong=row.claim.id in finding.wrong,
        )
        for row, denies in rows
    ]
    return strip_of(finding, drawn, FEW_TICKS) if is_brief else strip_of(finding, drawn)


def _numbers(finding: Finding, rows: list[tuple[Row, bool]]) -> dict[str, list[int]]:
    """The numbers of the sides that each claim is on, by its id; its place in time if the value changed."""
    if finding.verdict is Verdict.SUPERSEDED:
        return {row.claim.id: [number] for number, (row, _) in enumerate(rows, 1)}
    numbers: dict[str, list[int]] = {row.claim.id: [] for row, _ in rows}
    for number, side in enumerate(finding.sides, 1):
        for row in side.rows:
            numbers[row.claim.id].append(number)
    return numbers


def _sources(rows: Iterable[tuple[Row, bool]], context: Context) -> str:
    found = {context.numbers[row.claim.source] for row, _ in rows if row.claim.source in context.numbers}
    return ",".join(map(str, sorted(found)))


def _rows(finding: Finding) -> list[tuple[Row, bool]]:
    """Every claim once, with whether it denies its value: by side, or by time if the value changed."""
    found = {row.claim.id: (row, side.denies) for side in finding.sides for row in side.rows}
    rows = list(found.values())
    if finding.verdict is Verdict.SUPERSEDED:
        rows.sort(key=lambda entry: (*(entry[0].when or Interval(None, None)).sort_key(), entry[0].claim.id))
    return rows


def _side(number: str, side: Side, views: Mapping[str, ClaimView], home: Item, *, wrong: bool) -> View:
    text = shortened(side.text, 300)
    shown = [views[row.claim.id] for row in side.rows]
    first = side.rows[0].reading
    stated, allowed = shown[0].stated, shown[0].allowed
    if (side.stated, side.allowed) != (first.stated, first.allowed):
        stated, allowed = reading_words(side.stated, side.allowed, first, home)
    claims = tuple(
        replace(one, own=bool(one.fits) or one.value != text or one.stated != stated, wrong=one.wrong and not wrong)
        for one in [one for one in shown if not one.fits] or shown
    )
    return {
        "number": number,
        "text": text,
        "brief": _brief(side, text, stated),
        "denies": side.denies,
        "wrong": wrong,
        "stated": stated,
        "allowed": allowed,
        "claims": claims[:SHOWN_CLAIMS],
        "more": claims[SHOWN_CLAIMS:],
        "beyond": side.more,
    }


def _brief(side: Side, text: str, stated: str) -> str:
    """What a side says, in a line without context: what its words are read as, where they say it only with others."""
    speaker = next((row for row in side.own if row.claim.text == side.text), side.rows[0])
    is_relative = speaker.reading.kind is Kind.DATE and _YEAR.search(text) is None
    return stated if stated and (speaker.claim.derived or is_relative) else text


def _decision(resolution: Resolution, finding: Finding) -> View:
    return {
        "title": DECISIONS[resolution.decision],
        "reason": resolution.reason,
        "by": resolution.by,
        "on": when(resolution.on),
        "expires": when(resolution.expires) if resolution.expires else "",
        "wrong": resolution.wrong,
        "seen": resolution.seen,
        "reopened": finding.status_reason if finding.status is Status.REOPENED else "",
        "of": resolution.finding if finding.is_passed_on else "",
        "note": finding.note,
    }
