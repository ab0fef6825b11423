"""The whole report as plain values: what the template shows, in the order in which it shows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from crosscheck import __version__
from crosscheck.model import Change, Decision, Earlier, Finding, Resolution, Result, Status, Verdict
from crosscheck.outputs.report.cards import CHANGES, CONFLICTS, DECISIONS, Card, Context, card_of, is_undecided
from crosscheck.outputs.report.sources import SourcesView, sources_view
from crosscheck.outputs.report.words import counted, listed, shortened

MOST_FINDINGS = 1000
"""Findings up to which all can be read without JavaScript."""
SHOWN_AT_FIRST = 200
"""Findings that the page shows at once where it has more than `MOST_FINDINGS`: what a browser lays out without a pause
that is felt. The rest are data, from which the page draws what the reader asks for."""
BRIEF = 200
"""Findings beyond which a claim names its source and leaves the rest of it to the table of sources."""
MOST_TOP_FINDINGS = 10

_NOUNS = {
    Verdict.CONTRADICTION: ("contradiction", None),
    Verdict.TENSION: ("tension", None),
    Verdict.DISPUTE: ("dispute", None),
    Verdict.SUPERSEDED: ("value that changed", "values that changed"),
    Verdict.REMARK: ("remark", None),
    Verdict.AGREEMENT: ("agreement", None),
}

MEANINGS = {
    Verdict.CONTRADICTION: "cannot all be right, however widely their words are taken",
    Verdict.TENSION: "cannot all be right as stated, but could be if their words are wide or mean different things",
    Verdict.DISPUTE: "people whom the sources quote differ; the sources only pass it on",
    Verdict.SUPERSEDED: "the value changed with time",
    Verdict.REMARK: "something for the curator to look at",
    Verdict.AGREEMENT: "two witnesses or more share the value",
}
STATUSES = {
    Status.NEW: "nobody has decided it",
    Status.REOPENED: "it was decided, but has changed since",
    Status.OPEN: "looked at, and left open",
    Status.RESOLVED: "decided",
}
CHANGED = {
    Change.NEW: "the earlier run did not have it",
    Change.CHANGED: "the earlier run had it with other values or a weaker verdict",
    Change.SAME: "the earlier run had it already: it does not fail",
}

_GROUPS = (
    ("to-decide", "To decide", "Conflicts that wait for a person, the most severe first."),
    ("left-open", "Left open", "Conflicts that somebody has looked at and has not settled."),
    ("noted", "Disputes and remarks", "Worth knowing; nothing here fails the check."),
    ("changed", "Changed over time", "Different values at different times: history, not conflict."),
    ("decided", "Decided", "Conflicts that somebody has settled, with the reason."),
    ("agreed", "Agreements", "Values that two witnesses or more share."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A count that filters: `key` is `verdict`, `status` or `change`."""

    key: str
    value: str
    label: str
    count: int
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    id: str
    title: str
    about: str
    cards: tuple[Card, ...]
    rest: int
    """How many more it has that the page holds as data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleView:
    finding: str
    item: str
    decision: str
    by: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneView:
    finding: str
    verdict: str
    item: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    title: str
    headline: str
    introduction: tuple[str, ...]
    calm: bool
    """Nothing waits for a decision."""
    tiles: tuple[tuple[str, tuple[Tile, ...]], ...]
    top_findings: tuple[Card, ...]
    more_to_decide: int
    groups: tuple[Group, ...]
    rest: tuple[Card, ...]
    """Findings beyond those that are shown at once, group by group."""
    quoting: bool
    """The page shows more of the sources' texts than the quotes."""
    sources: SourcesView
    stale: tuple[StaleView, ...]
    gone: tuple[GoneView, ...]
    footer: tuple[tuple[str, str], ...]
    meanings: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str], ...]
    decisions: tuple[tuple[str, str], ...]


def view_of(result: Result) -> ReportView:
    sources = sources_view(result)
    shown, rest = _cards(result, sources)
    to_decide = shown["to-decide"]
    undecided = sum(is_undecided(finding) for finding in result.findings)
    title = headline(result)
    return ReportView(
        title=f"{title} – crosscheck",
        headline=title,
        introduction=tuple(_introduction(result, undecided)),
        calm=not undecided,
        tiles=_tiles(result),
        top_findings=tuple(to_decide[:MOST_TOP_FINDINGS]),
        more_to_decide=max(0, len(to_decide) + len(rest["to-decide"]) - MOST_TOP_FINDINGS),
        groups=tuple(
            Group(id=id, title=title, about=about, cards=tuple(shown[id]), rest=len(rest[id]))
            for id, title, about in _GROUPS
            if shown[id] or rest[id]
        ),
        rest=tuple(card for cards in rest.values() for card in cards),
        quoting=bool(result.around),
        sources=sources,
        stale=tuple(map(_stale, result.stale)),
        gone=tuple(map(_gone, result.gone)),
        footer=_footer(result),
        meanings=tuple((verdict.value, meaning) for verdict, meaning in MEANINGS.items()),
        statuses=tuple((status.value, meaning) for status, meaning in STATUSES.items()),
        decisions=tuple((decision.value, meaning) for decision, meaning in DECISIONS.items()),
    )


def _cards(result: Result, sources: SourcesView) -> tuple[dict[str, list[Card]], dict[str, list[Card]]]:
    """The cards of each group that are shown at first, and the rest."""
    is_brief = len(result.findings) > BRIEF
    context = Context(
        result=result,
        quotes={claim.id: claim.quote or claim.text for claim in result.claims},
        sources={row.source.id: (row.anchor, row.file) for row in sources.rows if row.anchor} if is_brief else {},
    )
    at_first = _shown_at_first(result.findings)
    shown: dict[str, list[Card]] = {id: [] for id, _, _ in _GROUPS}
    rest: dict[str, list[Card]] = {id: [] for id, _, _ in _GROUPS}
    for finding in result.findings:
        group = _group(finding)
        (shown if finding.id in at_first else rest)[group].append(card_of(finding, group, context))
    return shown, rest


def _stale(resolution: Resolution) -> StaleView:
    return StaleView(
        finding=resolution.finding,
        item=resolution.item,
        decision=DECISIONS[resolution.decision],
        by=resolution.by,
        place=f"{resolution.at.file}:{resolution.at.line}",
    )


def _gone(before: Earlier) -> GoneView:
    item = shortened(before.item, 160)
    return GoneView(finding=before.id, verdict=before.verdict.value, item=item, message=before.message)


def _shown_at_first(findings: tuple[Finding, ...]) -> set[str]:
    """The findings that are shown at first; of too many, those that wait come before the decided ones."""
    ranked = sorted(findings, key=lambda f: (not (f.fails or is_undecided(f)), -f.verdict.severity))
    return {finding.id for finding in (ranked if len(ranked) <= MOST_FINDINGS else ranked[:SHOWN_AT_FIRST])}


def _group(finding: Finding) -> str:
    if finding.verdict is Verdict.AGREEMENT:
        return "agreed"
    if finding.status is Status.RESOLVED:
        return "decided"
    if finding.verdict in CONFLICTS:
        return "left-open" if finding.status is Status.OPEN else "to-decide"
    return "changed" if finding.verdict is Verdict.SUPERSEDED else "noted"


def headline(result: Result) -> str:
    """What a reader wants to know first: does something wait for a decision?"""
    undecided = sum(is_undecided(finding) for finding in result.findings)
    if undecided:
        return f"{counted(undecided, 'conflict')} that nobody has decided"
    conflicts = [finding for finding in result.findings if finding.verdict in CONFLICTS]
    left_open = sum(finding.status is Status.OPEN for finding in conflicts)
    if left_open:
        return f"No conflict is undecided, {left_open:,} {'is' if left_open == 1 else 'are'} left open"
    if conflicts:
        return "Every conflict is decided"
    return "No conflicts found"


def _introduction(result: Result, undecided: int) -> list[str]:
    """What the headline counts, what else there is, and what was looked at."""
    waiting = Counter(finding.verdict for finding in result.findings if is_undecided(finding))
    reopened = sum(is_undecided(f) and f.status is Status.REOPENED for f in result.findings)
    ours = sum(
        f.status is Status.OPEN and f.resolution is not None and f.resolution.decision is Decision.OUR_ERROR
        for f in result.findings
    )
    sentences = []
    if undecided:
        parts = [counted(waiting[verdict], *_NOUNS[verdict]) for verdict in CONFLICTS if waiting[verdict]]
        again = f", {reopened:,} of them decided before and reopened" if reopened else ""
        sentences.append(f"{listed(parts)}{again}.")
    if ours:
        sentences.append(f"{counted(ours, 'error')} of our own still to be corrected.")
    count = result.summary
    if count["resolved"]:
        sentences.append(f"{count['resolved']:,} decided.")
    others = (Verdict.DISPUTE, Verdict.SUPERSEDED, Verdict.REMARK, Verdict.AGREEMENT)
    parts = [counted(count[verdict], *_NOUNS[verdict]) for verdict in others if count[verdict]]
    if parts:
        sentences.append(f"{'Besides' if sentences else 'Found'}: {listed(parts)}.")
    if _is_compared(result):
        changes = Counter(finding.change for finding in result.findings)
        sentences.append(
            f"Since the earlier run: {changes[Change.NEW]:,} new, {changes[Change.CHANGED]:,} changed, "
            f"{len(result.gone):,} gone."
        )
    return sentences


def _is_compared(result: Result) -> bool:
    return bool(result.gone) or any(finding.change for finding in result.findings)


def checked(result: Result) -> str:
    count = result.summary
    return (
        f"{counted(count['claims'], 'claim')} of {counted(count['sources'], 'source')} "
        f"on {counted(count['items'], 'item')}"
    )


def _tiles(result: Result) -> tuple[tuple[str, tuple[Tile, ...]], ...]:
    statuses = Counter(finding.status for finding in result.findings)
    changes = Counter(finding.change for finding in result.findings)
    groups = [
        ("Verdict", tuple(_tile("verdict", v, result.summary[v], meaning) for v, meaning in MEANINGS.items())),
        ("Status", tuple(_tile("status", s, statuses[s], meaning) for s, meaning in STATUSES.items())),
    ]
    if _is_compared(result):
        since = tuple(
            Tile(key="change", value=c, label=CHANGES[c], count=changes[c], meaning=meaning)
            for c, meaning in CHANGED.items()
        )
        groups.append(("Since the earlier run", since))
    return tuple(groups)


def _tile(key: str, value: str, count: int, meaning: str) -> Tile:
    return Tile(key=key, value=value, label=value, count=count, meaning=meaning)


def _footer(result: Result) -> tuple[tuple[str, str], ...]:
    number, total = result.quotes
    quotes = "not checked against the texts of their sources (give --sources)"
    if number:
        quotes = f"{number:,} of {total:,} checked against the texts of their sources"
    unread = result.summary["unread"]
    settings = "; ".join(f"{key} = {value}" for key, value in sorted(result.settings.items()))
    entries = (
        ("Made by", f"crosscheck {__version__}"),
        ("Checked", checked(result) + (f"; {counted(unread, 'value')} could not be read" if unread else "")),
        ("Quotes", quotes),
        ("Fail the check", counted(result.summary["failing"], "finding") if result.summary["failing"] else "none"),
        ("Settings", settings),
        ("Claims, SHA-256", result.claims_hash),
    )
    return tuple(entry for entry in entries if entry[1])
