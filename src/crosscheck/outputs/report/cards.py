"""Cards: each finding as the plain values that its part of the template shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crosscheck.model import (
    Change,
    Decision,
    Finding,
    Interval,
    Kind,
    Reading,
    Resolution,
    Result,
    Row,
    Side,
    Source,
    Stance,
    Status,
    Verdict,
)
from crosscheck.outputs.report.strip import Strip, strip_of
from crosscheck.outputs.report.words import language, link, shortened, when
from crosscheck.readings.show import interval_text

CONFLICTS = (Verdict.CONTRADICTION, Verdict.TENSION)
UNDECIDED = (Status.NEW, Status.REOPENED)

CHANGES = {Change.NEW: "newly found", Change.CHANGED: "changed since", Change.SAME: "known before"}
"""What a finding is to the earlier run that this one is compared with, as its badge has it."""

SHOWN_CLAIMS, SHOWN_SIDES = 6, 12  # of a side, of a finding; the rest is folded away

DECISIONS = {
    Decision.SOURCE_WRONG: "A source is wrong",
    Decision.ALL_WRONG: "All of them are wrong",
    Decision.BOTH_RIGHT: "Both are right",
    Decision.OUR_ERROR: "Our own error, to be corrected",
    Decision.UNSURE: "Unsure, left open",
}


@dataclass(frozen=True, slots=True)
class SourceView:
    """Who a source is; `url` is None if it has no link that a browser may follow, `address` what it has instead."""

    id: str
    label: str
    title: str
    author: str
    published: str
    url: str | None
    archived: str | None
    address: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    id: str
    place: str
    value: str
    quote: tuple[str, str, str]
    """Before the value, the value, after it; the second is empty if the quote does not have the value in it."""
    around: tuple[str, str]
    """What stands before and after the quote in its sentence, if the reader has the text."""
    language: str | None
    source: SourceView
    voice: tuple[str, str]
    """What the speaker does, and the speaker's name, if the claim is not simply the source's own."""
    when: str
    scope: tuple[tuple[str, str], ...]
    stated: str
    allowed: str
    read_as: str
    note: str
    elsewhere: bool
    follows_from: tuple[str, ...]
    """Of a claim that follows by a relation: the claims that it follows from."""


@dataclass(frozen=True, slots=True)
class SideView:
    number: str
    text: str
    denies: bool
    stated: str
    allowed: str
    claims: tuple[ClaimView, ...]
    more: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class DecisionView:
    title: str
    reason: str
    by: str
    on: str
    expires: str
    wrong: tuple[str, ...]
    seen: tuple[str, ...]
    reopened: str


@dataclass(frozen=True, slots=True)
class Card:
    id: str
    code: str
    rule: str
    verdict: str
    status: str
    subject: str
    attribute: str
    scope: tuple[tuple[str, str], ...]
    message: str
    sides: tuple[SideView, ...]
    more_sides: tuple[SideView, ...]
    timeline: tuple[ClaimView, ...]
    strip: Strip | None
    explanations: tuple[str, ...]
    decision: DecisionView | None
    undecided: bool
    fails: bool
    change: str
    change_title: str
    glance: tuple[tuple[str, str, bool], ...]
    """Who says what, side by side: (source, value, denies)."""


def is_undecided(finding: Finding) -> bool:
    """A conflict that waits for a person."""
    return finding.verdict in CONFLICTS and finding.status in UNDECIDED


def card_of(finding: Finding, result: Result) -> Card:
    item = finding.item
    history = finding.verdict is Verdict.SUPERSEDED
    rows = _rows(finding)
    numbers: dict[str, list[str]] = {row.claim.id: [] for row, _ in rows}
    for number, side in enumerate(finding.sides, 1):
        for row in side.rows:
            numbers[row.claim.id].append(str(number))
    if history:
        numbers = {row.claim.id: [str(number)] for number, (row, _) in enumerate(rows, 1)}
    views = {row.claim.id: _claim(row, finding, result, len(numbers[row.claim.id]) > 1) for row, _ in rows}
    named = [(_numbers(numbers[row.claim.id]), views[row.claim.id].source.label, row, denies) for row, denies in rows]
    strip = strip_of(finding, named)
    sides = () if history else tuple(
        _side(str(number), side, finding, views) for number, side in enumerate(finding.sides, 1)
    )  # fmt: skip
    glance = tuple((side.claims[0].source.label, shortened(side.text, 60), side.denies) for side in sides[:4])
    return Card(
        finding.id, finding.code, finding.rule, finding.verdict.value, finding.status.value if finding.status else "",
        shortened(item.subject, 160), shortened(item.attribute.name, 160), item.scope, finding.message,
        sides[:SHOWN_SIDES], sides[SHOWN_SIDES:], tuple(views.values()) if history else (), strip, finding.explanations,
        _decision(finding.resolution, finding) if finding.resolution else None, is_undecided(finding), finding.fails,
        finding.change.value if finding.change else "", CHANGES[finding.change] if finding.change else "", glance,
    )  # fmt: skip


def _numbers(sides: list[str]) -> str:
    return ", ".join(sides[:2]) + (" …" if len(sides) > 2 else "")


def _rows(finding: Finding) -> list[tuple[Row, bool]]:
    """Every claim once, with whether it denies its value: by side, or by time if the value changed."""
    found = {row.claim.id: (row, side.denies) for side in finding.sides for row in side.rows}
    rows = list(found.values())
    if finding.verdict is Verdict.SUPERSEDED:
        rows.sort(key=lambda entry: (*(entry[0].when or Interval(None, None)).sort_key(), entry[0].claim.id))
    return rows


def _side(number: str, side: Side, finding: Finding, views: Mapping[str, ClaimView]) -> SideView:
    claims = tuple(views[row.claim.id] for row in side.rows)
    stated, allowed = _read(side.stated, side.allowed, side.rows[0].reading, finding)
    return SideView(
        number, shortened(side.text, 300), side.denies, stated, allowed, claims[:SHOWN_CLAIMS], claims[SHOWN_CLAIMS:]
    )


def _read(stated: Interval | None, allowed: Interval | None, reading: Reading, finding: Finding) -> tuple[str, str]:
    """A reading in the attribute's unit, as stated and at its widest; the second is empty if it is the first."""
    if stated is None or allowed is None:
        return ("; ".join(reading.terms) if reading.kind is Kind.NAMES else ""), ""
    unit = finding.item.attribute.unit
    first, second = (interval_text(interval, reading, unit) for interval in (stated, allowed))
    return first, "" if second == first else second


def _claim(row: Row, finding: Finding, result: Result, elsewhere: bool) -> ClaimView:
    claim = row.claim
    source = result.sources.get(claim.source)
    stated, allowed = _read(row.reading.stated, row.reading.allowed, row.reading, finding)
    separating = {key for key, _ in finding.item.scope}
    spoken_of = when(claim.when) if claim.when else ""
    if not spoken_of and finding.verdict is Verdict.SUPERSEDED:
        spoken_of = f"when published, {when(source.published)}" if source and source.published else "when published"
    return ClaimView(
        claim.id, f"{claim.at.file}:{claim.at.line}", claim.text, _quote(claim.quote or claim.text, claim.text),
        result.around.get(claim.id, ("", "")),
        language(source.language) if source else None, source_view(claim.source, source, claim.url), _voice(row),
        spoken_of, tuple(pair for pair in claim.scope if pair[0] not in separating), stated, allowed,
        claim.read_as or "", claim.note or "", elsewhere, claim.follows_from,
    )  # fmt: skip


def source_view(id: str, source: Source | None, url: str | None = None) -> SourceView:
    """A source for the reader; `url` is the claim's own link, which goes before the source's."""
    if source is None:
        return SourceView(id, id, "", "", "", link(url), None, "" if url is None or link(url) else url)
    wanted = url or source.url
    address = next((given for given in (wanted, source.archived) if given and not link(given)), "")
    return SourceView(
        id, source.label, source.title or "", source.author or "", when(source.published) if source.published else "",
        link(wanted), link(source.archived), address,
    )  # fmt: skip


def _quote(quote: str, value: str) -> tuple[str, str, str]:
    start = quote.casefold().find(value.casefold())
    # Case folding may change lengths (ß); then nothing is set off rather than the wrong words.
    if start < 0 or quote == value or quote[start : start + len(value)].casefold() != value.casefold():
        return quote, "", ""
    end = start + len(value)
    return quote[:start], quote[start:end], quote[end:]


def _voice(row: Row) -> tuple[str, str]:
    claim = row.claim
    if claim.said_by is None:
        return {Stance.ASSERTS: ("", ""), Stance.REPORTS: ("passes it on without adopting it", ""),
                Stance.DISPUTES: ("disputes it", "")}[claim.stance]  # fmt: skip
    return {Stance.ASSERTS: "adopts the words of", Stance.REPORTS: "reports the words of",
            Stance.DISPUTES: "reports that it is disputed by"}[claim.stance], claim.said_by  # fmt: skip


def _decision(resolution: Resolution, finding: Finding) -> DecisionView:
    reopened = finding.status_reason if finding.status is Status.REOPENED else ""
    return DecisionView(
        DECISIONS[resolution.decision], resolution.reason, resolution.by, when(resolution.on),
        when(resolution.expires) if resolution.expires else "", resolution.wrong, resolution.seen, reopened,
    )  # fmt: skip
