"""Cards: each finding as the plain values that its part of the template shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

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
from crosscheck.outputs.report.claims import (
    ClaimView,
    Context,
    claim_view,
    language_of,
    reading_words,
    source_view,
)
from crosscheck.outputs.report.page import View
from crosscheck.outputs.report.strip import Drawn, Strip, strip_of
from crosscheck.outputs.report.ticks import MOST_TICKS
from crosscheck.outputs.report.words import around_date, date, language, ranged, shortened
from crosscheck.translations import N_, Words

_YEAR = re.compile(r"\d{3}")

UNDECIDED = (Status.NEW, Status.REOPENED)

CHANGES = {Change.NEW: N_("newly found"), Change.CHANGED: N_("changed since"), Change.SAME: N_("known before")}
"""What a finding is to the earlier run that this one is compared with, as its badge has it."""

FEW_TICKS = 4  # of a brief card
SHOWN_CLAIMS, SHOWN_SIDES = 6, 12  # of a side, of a finding; the rest is folded away
SUMMED_UP = 4  # sides, and claims that fit several, in one line

DECISIONS = {
    Decision.SOURCE_WRONG: N_("A source is wrong"),
    Decision.ALL_WRONG: N_("All of them are wrong"),
    Decision.BOTH_RIGHT: N_("Both are right"),
    Decision.OUR_ERROR: N_("Our own error, to be corrected"),
    Decision.UNSURE: N_("Unsure, left open"),
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
    def summary(self) -> list[tuple[str, str, bool, str | None]]:
        """Who says what, side by side: (source, value, denies, language); of many sides the first ones and the last."""
        sides = [*self.sides, *self.more_sides]
        shown = sides if len(sides) <= SUMMED_UP else [*sides[: SUMMED_UP - 1], sides[-1]]
        return [
            (
                _saying(side["claims"], side["text"]).source.label,
                shortened(side["brief"], 60),
                side["denies"],
                side["language"] if side["brief"] == side["text"] else None,
            )
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
    return N_(", fails the check") if finding.fails else N_(", does not fail")


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
            fits=_fits(numbers[row.claim.id], finding, context.words),
        )
        for row, _ in rows
    }
    strip = _strip(finding, rows, numbers, context)
    common, views = _common_facts(views)
    sides = [
        _side(
            str(number),
            side,
            views,
            homes.get(side.rows[0].claim.id, item),
            wrong=finding.is_wrong(side),
            words=context.words,
        )
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
        shared=None if is_history else _shared(views.values(), numbers, finding, context.words),
        timeline=tuple(views.values()) if is_history else (),
        strip=strip,
        explanations=finding.explanations,
        left=finding.left,
        decision=_decision(finding.resolution, finding, context.words) if finding.resolution else None,
        despite=despite(finding),
        change=finding.change.value if finding.change else "",
        change_title=CHANGES[finding.change] if finding.change else "",
        group=group,
        sources=_sources(rows, context),
    )


def _fits(numbers: list[int], finding: Finding, words: Words, count: int = 1) -> str:
    """Which sides `count` claims fit, if it is more than one; by number if all claims of all sides are printed."""
    if len(numbers) < 2:
        return ""
    if len(numbers) == len(finding.sides):
        if len(numbers) == 2:
            return words.ngettext("fits both sides", "fit both sides", count)
        return words.ngettext("fits every side", "fit every side", count)
    if any(side.more for side in finding.sides):
        return _fits_several(words, count)
    return words.ngettext("fits sides %(numbers)s", "fit sides %(numbers)s", count, numbers=ranged(numbers, words))


def _fits_several(words: Words, count: int) -> str:
    return words.ngettext("fits more than one side", "fit more than one side", count)


def _shared(
    views: Iterable[ClaimView], numbers: Mapping[str, list[int]], finding: Finding, words: Words
) -> View | None:
    """The claims that fit more than one side, which say nothing for one of them against another."""
    shared = [replace(one, own=True) for one in views if one.fits]
    if not shared:
        return None
    count = len(shared)
    is_alike = len({one.fits for one in shared}) == 1
    where = _fits(numbers[shared[0].id], finding, words, count) if is_alike else _fits_several(words, count)
    return {
        "title": f"{words.counted(count, '%(n)s claim', '%(n)s claims')} {where}",
        "values": [(shortened(one.value, 60), one.source.label, one.language) for one in shared[:SUMMED_UP]],
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
    sources, words = context.result.sources, context.words

    def label(id: str) -> str:
        return source_view(id, sources.get(id)).label if is_named else ""

    drawn = [
        Drawn(
            shortened(ranged(numbers[row.claim.id], words), 16),
            label(row.claim.source),
            row,
            denies,
            is_wrong=row.claim.id in finding.wrong,
            language=language(language_of(row.claim, sources, words), words),
        )
        for row, denies in rows
    ]
    return strip_of(finding, drawn, FEW_TICKS if is_brief else MOST_TICKS, words)


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


def _side(number: str, side: Side, views: Mapping[str, ClaimView], home: Item, *, wrong: bool, words: Words) -> View:
    text = shortened(side.text, 300)
    shown = [views[row.claim.id] for row in side.rows]
    first = side.rows[0].reading
    stated, allowed = shown[0].stated, shown[0].allowed
    if (side.stated, side.allowed) != (first.stated, first.allowed):
        stated, allowed = reading_words(side.stated, side.allowed, first, home, words)
    claims = tuple(
        replace(one, own=bool(one.fits) or one.value != text or one.stated != stated, wrong=one.wrong and not wrong)
        for one in [one for one in shown if not one.fits] or shown
    )
    saying = _saying(claims, text)
    return {
        "number": number,
        "text": text,
        "language": saying.language if saying.value == text else None,
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


def _decision(resolution: Resolution, finding: Finding, words: Words) -> View:
    return {
        "title": DECISIONS[resolution.decision],
        "reason": resolution.reason,
        "by": resolution.by,
        "on": date(resolution.on, words),
        "expires": around_date("holds until %(date)s", resolution.expires, words) if resolution.expires else "",
        "wrong": resolution.wrong,
        "seen": resolution.seen,
        "reopened": finding.status_reason if finding.status is Status.REOPENED else "",
        "of": resolution.finding if finding.is_passed_on else "",
        "note": finding.note,
    }
