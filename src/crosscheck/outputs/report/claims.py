"""Claims as the plain values that cards show: who says it, in what words, as what they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crosscheck.formatting import days_of, interval_text
from crosscheck.model import Claim, Finding, Interval, Item, Kind, Reading, Result, Row, Source, Stance, Verdict
from crosscheck.outputs.report.words import (
    around_date,
    is_reversed,
    language,
    language_name,
    link,
    shortened,
    span,
    when,
)
from crosscheck.translations import ENGLISH, N_, Words
from crosscheck.vocabulary import normalise


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
    language: str | None
    """The language of its title, if that is not the page's."""


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
    fits: str
    """Which sides it fits, if it is more than one."""
    wrong: bool
    """It was found wrong, and others on its side were not."""
    quote: tuple[str, str, str]
    """Before the value, the value, after it; the second is empty if the quote does not have the value in it."""
    around: tuple[str, str]
    """What comes before and after the quote in its sentence, if the reader has the text."""
    language: str | None
    """The language of its value and quote, if that is not the page's."""
    reversed: bool
    """Some of the quote is written from right to left."""
    source: SourceView
    source_anchor: str
    """Where the page has all of its source, if the claim only names it."""
    voice: tuple[str, str]
    """What the speaker does, in a sentence with `%(speaker)s` if it names one, and the speaker's name."""
    when: str
    stated: str
    allowed: str
    facts: tuple[tuple[str, str], ...]
    follows_from: tuple[tuple[str, str], ...]
    """Of a claim that follows by a relation: the claims that it follows from, and what they say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a card is made from besides its finding."""

    result: Result
    quotes: Mapping[str, str]
    """The words of every claim, by its id."""
    sources: Mapping[str, tuple[str, str]]
    """Of each source the anchor at which the page has all of it and the file of its claims, by its id; empty unless
    the cards are to be brief."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The numbers by which a card says which sources are in it, by their ids; the others are left out."""
    words: Words = ENGLISH


def claim_view(row: Row, finding: Finding, context: Context, *, home: Item, fits: str) -> ClaimView:
    """A claim of a finding; `home` is the item that it speaks of, `fits` as in the view."""
    claim, item, words = row.claim, finding.item, context.words
    source = context.result.sources.get(claim.source)
    shown = source_view(claim.source, source, claim.url, words)
    anchor, file = context.sources.get(claim.source, ("", ""))
    if shown.url != link(source.url if source else None):
        anchor = ""
    quote = _quote(claim.quote or claim.text, claim.text)
    around = context.result.around.get(claim.id, ("", ""))
    stated, allowed = reading_words(row.reading.stated, row.reading.allowed, row.reading, home, words)
    spoken_of = when(claim.when, words) if claim.when else ""
    published = words.gettext("when published")
    if source and source.published:
        published = words.gettext("when published, %(day)s", day=when(source.published, words))
    is_near = anchor and claim.at.file == file
    place = words.gettext("line %(number)s", number=claim.at.line) if is_near else f"{claim.at.file}:{claim.at.line}"
    code = language_of(claim, context.result.sources, words)
    return ClaimView(
        id=claim.id,
        place=place,
        item=_other_item(row, item),
        value=claim.text,
        own=False,
        own_reading=_read_as(stated, allowed, words),
        fits=fits,
        wrong=claim.id in finding.wrong,
        quote=quote,
        around=around,
        language=language(code, words),
        reversed=is_reversed("".join((*quote, *around))),
        source=shown,
        source_anchor=anchor,
        voice=_voice(row),
        when=spoken_of or published,
        stated=stated,
        allowed=allowed,
        facts=_facts(
            row, item, "" if finding.verdict is Verdict.SUPERSEDED else spoken_of, language_name(code, words), words
        ),
        follows_from=tuple((id, context.quotes.get(id, "")) for id in claim.follows_from),
    )


def language_of(claim: Claim, sources: Mapping[str, Source], words: Words) -> str:
    """The code of the language that a claim is in: its own, else that of its source; of none that of the page."""
    source = sources.get(claim.source)
    return claim.language or (source.language if source else words.language)


def _read_as(stated: str, allowed: str, words: Words) -> str:
    if not stated:
        return ""
    if not allowed:
        return words.gettext("read as %(stated)s", stated=stated)
    return words.gettext("read as %(stated)s, at its widest %(allowed)s", stated=stated, allowed=allowed)


def _facts(row: Row, item: Item, spoken_of: str, language: str, words: Words) -> tuple[tuple[str, str], ...]:
    """What else a claim says of its value; the time that it speaks of is not repeated."""
    claim, separating = row.claim, {key for key, _ in item.scope}
    facts = (
        (words.gettext("Language"), language),
        (words.gettext("Speaks of"), spoken_of),
        *((key, value) for key, value in claim.scope if key not in separating),
        (words.gettext("Curator reads"), claim.read_as or ""),
        (words.gettext("Note"), claim.note or ""),
    )
    return tuple(fact for fact in facts if fact[1])


def _other_item(row: Row, item: Item) -> str:
    """The claim's subject and attribute as its source has them, if they are not simply the item's."""
    named = (row.claim.subject, row.claim.attribute)
    if [normalise(name) for name in named] == [normalise(name) for name in (item.subject, item.attribute.name)]:
        return ""
    return shortened(" / ".join(named), 160)


def source_view(id: str, source: Source | None, url: str | None = None, words: Words = ENGLISH) -> SourceView:
    """A source for the reader; `url` is the claim's own link, which goes before the source's."""
    if source is None:
        address = "" if url is None or link(url) else url
        unknown = dict.fromkeys(("title", "byline", "published"), "")
        return SourceView(id=id, label=id, **unknown, url=link(url), archived=None, address=address, language=None)
    own_url = url or source.url
    address = next((one for one in (own_url, source.archived) if one and not link(one)), "")
    return SourceView(
        id=id,
        label=source.label,
        title=shortened(source.title or "", 240),
        byline=", ".join(part for part in (source.author, _published(source, words)) if part),
        published=when(source.published, words) if source.published else "",
        url=link(own_url),
        archived=link(source.archived),
        address=shortened(address, 240),
        language=language(source.language, words),
    )


def _published(source: Source, words: Words) -> str:
    if source.published is None:
        return ""
    if "/" in source.published:
        return words.pgettext("interval", "published %(date)s", date=when(source.published, words))
    return around_date("published %(date)s", source.published, words)


def _quote(quote: str, value: str) -> tuple[str, str, str]:
    start = quote.casefold().find(value.casefold())
    # Case folding may change lengths (ß); then nothing is set off rather than the wrong words.
    if start < 0 or quote == value or quote[start : start + len(value)].casefold() != value.casefold():
        return quote, "", ""
    end = start + len(value)
    return quote[:start], quote[start:end], quote[end:]


_OWN_VOICE = {
    Stance.ASSERTS: "",
    Stance.REPORTS: N_("The source passes it on without adopting it."),
    Stance.DISPUTES: N_("The source disputes it."),
}
_VOICE_OF_ANOTHER = {
    Stance.ASSERTS: N_("The source adopts the words of %(speaker)s."),
    Stance.REPORTS: N_("The source reports the words of %(speaker)s."),
    Stance.DISPUTES: N_("The source reports that it is disputed by %(speaker)s."),
}


def _voice(row: Row) -> tuple[str, str]:
    claim = row.claim
    if claim.said_by is None:
        return _OWN_VOICE[claim.stance], ""
    return _VOICE_OF_ANOTHER[claim.stance], claim.said_by


def reading_words(
    stated: Interval | None, allowed: Interval | None, reading: Reading, home: Item, words: Words = ENGLISH
) -> tuple[str, str]:
    """A reading in the unit of its item, as stated and at its widest; the second is empty if it is the first."""
    if stated is None or allowed is None:
        return ("; ".join(reading.terms) if reading.kind is Kind.NAMES else ""), ""

    def text(interval: Interval) -> str:
        if reading.kind is Kind.DATE:
            return span(*days_of(interval), words)
        return interval_text(interval, reading, home.attribute.unit, words)

    first, second = text(stated), text(allowed)
    return first, "" if second == first else second
