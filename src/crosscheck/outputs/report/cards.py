"""Cards: each finding as the plain values that its part of the template shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from crosscheck.formatting import interval_text
from crosscheck.model import (
    CONFLICTS,
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

View = dict[str, Any]
"""Plain values of a part of a page, by the names that its template uses."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    id: str
    place: str
    item: str
    """What the claim speaks of, if that is not what the finding is about."""
    value: str
    own: bool
    """Its value or reading is shown beside it, because the side has another one in common."""
    own_reading: str
    elsewhere: bool
    wrong: bool
    """It was found wrong, and others on its side were not."""
    quote: tuple[str, str, str]
    """Before the value, the value, after it; the second is empty if the quote does not have the value in it."""
    around: tuple[str, str]
    """What comes before and after the quote in its sentence, if the reader has the text."""
    language: str | None
    reversed: bool
    """Some of the quote is written from right to left."""
    source: SourceView
    source_anchor: str
    """Where the page has all of its source, if the claim only names it."""
    voice: tuple[str, str]
    """What the speaker does, and the speaker's name, if the claim is not simply the source's own."""
    when: str
    stated: str
    allowed: str
    facts: tuple[tuple[str, str], ...]
    follows_from: tuple[tuple[str, str], ...]
    """Of a claim that follows by a relation: the claims that it follows from, and what they say."""


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

    @property
    def summary(self) -> list[tuple[str, str, bool]]:
        """Who says what, side by side: (source, value, denies)."""
        return [
            (_saying(side["claims"], side["text"]).source.label, shortened(side["text"], 60), side["denies"])
            for side in self.sides[:4]
        ]


def _saying(claims: Sequence[ClaimView], text: str) -> ClaimView:
    """The first claim that says what its side has in common, in these words."""
    return next((claim for claim in claims if claim.value == text), claims[0])


def is_undecided(finding: Finding) -> bool:
    """A conflict that waits for a person."""
    return finding.verdict in CONFLICTS and finding.status in UNDECIDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a card is made from besides its finding."""

    result: Result
    quotes: Mapping[str, str]
    """The words of every claim, by its id."""
    sources: Mapping[str, tuple[str, str]]
    """Of each source the anchor at which the page has all of it and the file of its claims, by its id; empty unless
    the cards are to be brief."""


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
        row.claim.id: _claim(
            row, finding, context, home=homes.get(row.claim.id, item), elsewhere=len(numbers[row.claim.id]) > 1
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
        timeline=tuple(views.values()) if is_history else (),
        strip=strip,
        explanations=finding.explanations,
        left=finding.left,
        decision=_decision(finding.resolution, finding) if finding.resolution else None,
        despite=despite(finding),
        change=finding.change.value if finding.change else "",
        change_title=CHANGES[finding.change] if finding.change else "",
        group=group,
    )


def _common_facts(views: Mapping[str, ClaimView]) -> tuple[tuple[tuple[str, str], ...], dict[str, ClaimView]]:
    """The facts that all claims have in common, and the claims without them."""
    first = next(iter(views.values()))
    common = tuple(fact for fact in first.facts if all(fact in one.facts for one in views.values()))
    others = {id: tuple(fact for fact in one.facts if fact not in common) for id, one in views.items()}
    return common, {id: replace(one, facts=others[id]) for id, one in views.items()}


def _strip(
    finding: Finding, rows: list[tuple[Row, bool]], numbers: Mapping[str, list[str]], context: Context
) -> Strip | None:
    # Where each side has one claim, its number says whose value it is, and the names need no repeating.
    is_brief = bool(context.sources)
    is_named = not is_brief or len(rows) > len(finding.sides)
    sources = context.result.sources

    def label(id: str) -> str:
        return source_view(id, sources.get(id)).label if is_named else ""

    drawn = [(_listed(numbers[row.claim.id]), label(row.claim.source), row, denies) for row, denies in rows]
    return strip_of(finding, drawn, FEW_TICKS) if is_brief else strip_of(finding, drawn)


def _numbers(finding: Finding, rows: list[tuple[Row, bool]]) -> dict[str, list[str]]:
    """The numbers of the sides that each claim is on, by its id; its place in time if the value changed."""
    if finding.verdict is Verdict.SUPERSEDED:
        return {row.claim.id: [str(number)] for number, (row, _) in enumerate(rows, 1)}
    numbers: dict[str, list[str]] = {row.claim.id: [] for row, _ in rows}
    for number, side in enumerate(finding.sides, 1):
        for row in side.rows:
            numbers[row.claim.id].append(str(number))
    return numbers


def _listed(sides: list[str]) -> str:
    return ", ".join(sides[:2]) + (" …" if len(sides) > 2 else "")


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
        stated, allowed = _read(side.stated, side.allowed, first, home)
    claims = tuple(
        replace(one, own=one.elsewhere or one.value != text or one.stated != stated, wrong=one.wrong and not wrong)
        for one in shown
    )
    return {
        "number": number,
        "text": text,
        "denies": side.denies,
        "wrong": wrong,
        "stated": stated,
        "allowed": allowed,
        "claims": claims[:SHOWN_CLAIMS],
        "more": claims[SHOWN_CLAIMS:],
        "beyond": side.more,
    }


def _read(stated: Interval | None, allowed: Interval | None, reading: Reading, home: Item) -> tuple[str, str]:
    """A reading in the unit of its item, as stated and at its widest; the second is empty if it is the first."""
    if stated is None or allowed is None:
        return ("; ".join(reading.terms) if reading.kind is Kind.NAMES else ""), ""
    first = interval_text(stated, reading, home.attribute.unit)
    second = first if allowed == stated else interval_text(allowed, reading, home.attribute.unit)
    return first, "" if second == first else second


def _claim(row: Row, finding: Finding, context: Context, *, home: Item, elsewhere: bool) -> ClaimView:
    claim, item = row.claim, finding.item
    source = context.result.sources.get(claim.source)
    shown = source_view(claim.source, source, claim.url)
    anchor, file = context.sources.get(claim.source, ("", ""))
    if shown.url != link(source.url if source else None):
        anchor = ""
    quote = _quote(claim.quote or claim.text, claim.text)
    around = context.result.around.get(claim.id, ("", ""))
    stated, allowed = _read(row.reading.stated, row.reading.allowed, row.reading, home)
    own_reading = (f"read as {stated}" if stated else "") + (f", at its widest {allowed}" if allowed else "")
    spoken_of = when(claim.when) if claim.when else ""
    published = f"when published, {when(source.published)}" if source and source.published else "when published"
    place = f"line {claim.at.line}" if anchor and claim.at.file == file else f"{claim.at.file}:{claim.at.line}"
    return ClaimView(
        id=claim.id,
        place=place,
        item=_other_item(row, item),
        value=claim.text,
        own=False,
        own_reading=own_reading,
        elsewhere=elsewhere,
        wrong=claim.id in finding.wrong,
        quote=quote,
        around=around,
        language=language(source.language) if source else None,
        reversed=is_reversed("".join((*quote, *around))),
        source=shown,
        source_anchor=anchor,
        voice=_voice(row),
        when=spoken_of or published,
        stated=stated,
        allowed=allowed,
        facts=_facts(row, item, "" if finding.verdict is Verdict.SUPERSEDED else spoken_of),
        follows_from=tuple((id, context.quotes.get(id, "")) for id in claim.follows_from),
    )


def _facts(row: Row, item: Item, spoken_of: str) -> tuple[tuple[str, str], ...]:
    """What else a claim says of its value; the time that it speaks of is not repeated."""
    claim, separating = row.claim, {key for key, _ in item.scope}
    facts = (
        ("Speaks of", spoken_of),
        *((key, value) for key, value in claim.scope if key not in separating),
        ("Curator reads", claim.read_as or ""),
        ("Note", claim.note or ""),
    )
    return tuple(fact for fact in facts if fact[1])


def _other_item(row: Row, item: Item) -> str:
    """The claim's subject and attribute as its source has them, if they are not simply the item's."""
    named = (row.claim.subject, row.claim.attribute)
    if [normalise(name) for name in named] == [normalise(name) for name in (item.subject, item.attribute.name)]:
        return ""
    return shortened(" / ".join(named), 160)


def source_view(id: str, source: Source | None, url: str | None = None) -> SourceView:
    """A source for the reader; `url` is the claim's own link, which goes before the source's."""
    if source is None:
        address = "" if url is None or link(url) else url
        unknown = dict.fromkeys(("title", "byline", "published"), "")
        return SourceView(id=id, label=id, **unknown, url=link(url), archived=None, address=address)
    own_url = url or source.url
    address = next((one for one in (own_url, source.archived) if one and not link(one)), "")
    published = when(source.published) if source.published else ""
    return SourceView(
        id=id,
        label=source.label,
        title=shortened(source.title or "", 240),
        byline=", ".join(part for part in (source.author, published and f"published {published}") if part),
        published=published,
        url=link(own_url),
        archived=link(source.archived),
        address=shortened(address, 240),
    )


def _quote(quote: str, value: str) -> tuple[str, str, str]:
    start = quote.casefold().find(value.casefold())
    # Case folding may change lengths (ß); then nothing is set off rather than the wrong words.
    if start < 0 or quote == value or quote[start : start + len(value)].casefold() != value.casefold():
        return quote, "", ""
    end = start + len(value)
    return quote[:start], quote[start:end], quote[end:]


_OWN_VOICE = {
    Stance.ASSERTS: "",
    Stance.REPORTS: "passes it on without adopting it",
    Stance.DISPUTES: "disputes it",
}
_VOICE_OF_ANOTHER = {
    Stance.ASSERTS: "adopts the words of",
    Stance.REPORTS: "reports the words of",
    Stance.DISPUTES: "reports that it is disputed by",
}


def _voice(row: Row) -> tuple[str, str]:
    claim = row.claim
    if claim.said_by is None:
        return _OWN_VOICE[claim.stance], ""
    return _VOICE_OF_ANOTHER[claim.stance], claim.said_by


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
