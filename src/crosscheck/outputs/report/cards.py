"""Cards: each finding as the plain values that its part of the template shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from crosscheck.formatting import interval_text
from crosscheck.model import (
    Change,
    Decision,
    Finding,
    Interval,
    Item,
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
from crosscheck.outputs.report.words import is_reversed, language, link, shortened, when
from crosscheck.vocabulary import normalise

CONFLICTS = (Verdict.CONTRADICTION, Verdict.TENSION)
UNDECIDED = (Status.NEW, Status.REOPENED)

CHANGES = {Change.NEW: "newly found", Change.CHANGED: "changed since", Change.SAME: "known before"}
"""What a finding is to the earlier run that this one is compared with, as its badge has it."""

FEW_TICKS = 4  # of a brief card
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
    byline: str
    published: str
    url: str | None
    archived: str | None
    address: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    id: str
    place: str
    item: str
    """What the claim speaks of, if that is not what the finding is about."""
    value: str
    own: bool
    """Its value or reading is not what the side has in common, so that it is shown beside the claim."""
    own_reading: str
    elsewhere: bool
    quote: tuple[str, str, str]
    """Before the value, the value, after it; the second is empty if the quote does not have the value in it."""
    around: tuple[str, str]
    """What stands before and after the quote in its sentence, if the reader has the text."""
    language: str | None
    reversed: bool
    """Some of the quote is written from right to left."""
    source: SourceView
    introduced: str
    """The anchor at which the page has all of its source, if the claim only names it."""
    voice: tuple[str, str]
    """What the speaker does, and the speaker's name, if the claim is not simply the source's own."""
    when: str
    stated: str
    allowed: str
    facts: tuple[tuple[str, str], ...]
    follows_from: tuple[tuple[str, str], ...]
    """Of a claim that follows by a relation: the claims that it follows from, and what they say."""


@dataclass(frozen=True, slots=True)
class SideView:
    number: str
    text: str
    denies: bool
    stated: str
    allowed: str
    claims: tuple[ClaimView, ...]
    more: tuple[ClaimView, ...]
    beyond: int


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
    verdict: str
    status: str
    subject: str
    attribute: str
    scope: tuple[tuple[str, str], ...]
    message: str
    facts: tuple[tuple[str, str], ...]
    """What all its claims have in common."""
    sides: tuple[SideView, ...]
    more_sides: tuple[SideView, ...]
    timeline: tuple[ClaimView, ...]
    strip: Strip | None
    explanations: tuple[str, ...]
    decision: DecisionView | None
    despite: str
    """That it fails or does not, if its status would let one think otherwise."""
    change: str
    change_title: str
    group: str

    @property
    def glance(self) -> list[tuple[str, str, bool]]:
        """Who says what, side by side: (source, value, denies)."""
        return [(side.claims[0].source.label, shortened(side.text, 60), side.denies) for side in self.sides[:4]]


def is_undecided(finding: Finding) -> bool:
    """A conflict that waits for a person."""
    return finding.verdict in CONFLICTS and finding.status in UNDECIDED


@dataclass(frozen=True, slots=True)
class Telling:
    """What a card is made from besides its finding: the run, the words of every claim by its id, and, if the cards are
    to be brief, the anchor at which the page introduces a source and the file of its claims, by its id."""

    result: Result
    quotes: Mapping[str, str]
    introduced: Mapping[str, tuple[str, str]]


def despite(finding: Finding) -> str:
    """That a finding fails although somebody looked at it, or does not although it waits."""
    if finding.fails == is_undecided(finding):
        return ""
    return ", fails the check" if finding.fails else ", does not fail"


def card_of(finding: Finding, group: str, telling: Telling) -> Card:
    """A finding as it is shown in its group."""
    item = finding.item
    history = finding.verdict is Verdict.SUPERSEDED
    rows = _rows(finding)
    numbers: dict[str, list[str]] = {row.claim.id: [] for row, _ in rows}
    for number, side in enumerate(finding.sides, 1):
        for row in side.rows:
            numbers[row.claim.id].append(str(number))
    if history:
        numbers = {row.claim.id: [str(number)] for number, (row, _) in enumerate(rows, 1)}
    homes = {row.claim.id: home for related in item.leads for home in related.items for row in home.rows}
    views = {
        row.claim.id: _claim(row, finding, telling, homes.get(row.claim.id, item), len(numbers[row.claim.id]) > 1)
        for row, _ in rows
    }
    # A number tells whose value it is where each side has one claim: then the names need not be said again.
    named = not telling.introduced or len(rows) > len(finding.sides)
    strip = strip_of(finding, [
        (_numbers(numbers[row.claim.id]), views[row.claim.id].source.label if named else "", row, denies)
        for row, denies in rows
    ], *[FEW_TICKS] * bool(telling.introduced))  # fmt: skip
    common = [fact for fact in next(iter(views.values())).facts if all(fact in one.facts for one in views.values())]
    views = {
        id: replace(one, facts=tuple(fact for fact in one.facts if fact not in common)) for id, one in views.items()
    }
    sides = () if history else tuple(
        _side(str(number), side, views, homes.get(side.rows[0].claim.id, item))
        for number, side in enumerate(finding.sides, 1)
    )  # fmt: skip
    return Card(
        finding.id, finding.verdict.value, finding.status.value if finding.status else "",
        shortened(item.subject, 160), shortened(item.attribute.name, 160), item.scope,
        _distance(finding.message) if telling.introduced else finding.message, tuple(common),
        sides[:SHOWN_SIDES], sides[SHOWN_SIDES:], tuple(views.values()) if history else (), strip, finding.explanations,
        _decision(finding.resolution, finding) if finding.resolution else None, despite(finding),
        finding.change.value if finding.change else "", CHANGES[finding.change] if finding.change else "", group,
    )  # fmt: skip


def _distance(message: str) -> str:
    """What a message says after the words of the sides, which stand beside it; all of it if there is no more."""
    tail = message.rpartition('": ')[2]
    return message if '"' in tail else tail


def _numbers(sides: list[str]) -> str:
    return ", ".join(sides[:2]) + (" …" if len(sides) > 2 else "")


def _rows(finding: Finding) -> list[tuple[Row, bool]]:
    """Every claim once, with whether it denies its value: by side, or by time if the value changed."""
    found = {row.claim.id: (row, side.denies) for side in finding.sides for row in side.rows}
    rows = list(found.values())
    if finding.verdict is Verdict.SUPERSEDED:
        rows.sort(key=lambda entry: (*(entry[0].when or Interval(None, None)).sort_key(), entry[0].claim.id))
    return rows


def _side(number: str, side: Side, views: Mapping[str, ClaimView], home: Item) -> SideView:
    text = shortened(side.text, 300)
    given = [views[row.claim.id] for row in side.rows]
    first = side.rows[0].reading
    stated, allowed = given[0].stated, given[0].allowed
    if (side.stated, side.allowed) != (first.stated, first.allowed):
        stated, allowed = _read(side.stated, side.allowed, first, home)
    claims = tuple(replace(one, own=one.elsewhere or one.value != text or one.stated != stated) for one in given)
    return SideView(number, text, side.denies, stated, allowed, claims[:SHOWN_CLAIMS], claims[SHOWN_CLAIMS:], side.more)


def _read(stated: Interval | None, allowed: Interval | None, reading: Reading, home: Item) -> tuple[str, str]:
    """A reading in the unit of its item, as stated and at its widest; the second is empty if it is the first."""
    if stated is None or allowed is None:
        return ("; ".join(reading.terms) if reading.kind is Kind.NAMES else ""), ""
    first = interval_text(stated, reading, home.attribute.unit)
    second = first if allowed == stated else interval_text(allowed, reading, home.attribute.unit)
    return first, "" if second == first else second


def _claim(row: Row, finding: Finding, telling: Telling, home: Item, elsewhere: bool) -> ClaimView:
    claim, item = row.claim, finding.item
    source = telling.result.sources.get(claim.source)
    shown = source_view(claim.source, source, claim.url)
    anchor, file = telling.introduced.get(claim.source, ("", ""))
    if shown.url != link(source.url if source else None):
        anchor = ""
    quote = _quote(claim.quote or claim.text, claim.text)
    around = telling.result.around.get(claim.id, ("", ""))
    stated, allowed = _read(row.reading.stated, row.reading.allowed, row.reading, home)
    own_reading = (f"read as {stated}" if stated else "") + (f", at its widest {allowed}" if allowed else "")
    history = finding.verdict is Verdict.SUPERSEDED
    spoken_of = when(claim.when) if claim.when else ""
    published = f"when published, {when(source.published)}" if source and source.published else "when published"
    separating = {key for key, _ in item.scope}
    facts = (
        ("Speaks of", "" if history else spoken_of),
        *((key, value) for key, value in claim.scope if key not in separating),
        ("Curator reads", claim.read_as or ""),
        ("Note", claim.note or ""),
    )
    place = f"line {claim.at.line}" if anchor and claim.at.file == file else f"{claim.at.file}:{claim.at.line}"
    return ClaimView(
        claim.id, place, _other_item(row, item), claim.text, False, own_reading, elsewhere, quote, around,
        language(source.language) if source else None, is_reversed("".join((*quote, *around))), shown, anchor,
        _voice(row), spoken_of or published, stated, allowed, tuple(fact for fact in facts if fact[1]),
        tuple((id, telling.quotes.get(id, "")) for id in claim.follows_from),
    )  # fmt: skip


def _other_item(row: Row, item: Item) -> str:
    """The claim's subject and attribute as its source has them, if they are not simply the item's."""
    told = (row.claim.subject, row.claim.attribute)
    if [normalise(name) for name in told] == [normalise(name) for name in (item.subject, item.attribute.name)]:
        return ""
    return shortened(" / ".join(told), 160)


def source_view(id: str, source: Source | None, url: str | None = None) -> SourceView:
    """A source for the reader; `url` is the claim's own link, which goes before the source's."""
    if source is None:
        return SourceView(id, id, "", "", "", link(url), None, "" if url is None or link(url) else url)
    wanted = url or source.url
    address = next((given for given in (wanted, source.archived) if given and not link(given)), "")
    published = when(source.published) if source.published else ""
    byline = ", ".join(part for part in (source.author, published and f"published {published}") if part)
    title = shortened(source.title or "", 240)
    return SourceView(
        id, source.label, title, byline, published, link(wanted), link(source.archived), shortened(address, 240)
    )


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
