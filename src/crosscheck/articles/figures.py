"""What claims could be made of the figures of an article that none carries yet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from crosscheck.articles.article import Article, article_of, context_of, known_names
from crosscheck.articles.coverage import Cover, covered, mention_of
from crosscheck.articles.matching import CHOICES, Choice, Match, matches
from crosscheck.articles.new_items import in_another_currency, new_choices
from crosscheck.articles.pairing import DIFFERS, Pairing
from crosscheck.articles.proposals import CLAIM_KEYS, Standing, as_item, standing
from crosscheck.articles.quoting import quote_of
from crosscheck.articles.spotting import SURE, Span, Tier
from crosscheck.claims.items import key_of
from crosscheck.formatting import interval_text
from crosscheck.loading import Loaded
from crosscheck.model import DIFFERENCES, Claim, DraftStatus, Item, Source
from crosscheck.problems import shown
from crosscheck.texts import Text
from crosscheck.vocabulary import normalise
from crosscheck.workspace.documents import ChoiceDocument, FigureDocument
from crosscheck.workspace.texts import LONGEST_QUOTE

CLEARLY = 0.3
"""An attribute is told more clearly than that of a known item if so much more of its words stands by the value."""

DIFFERING = 3
"""So many claims that differ are named."""


def proposed(text: Text, source: Source, loaded: Loaded, before: Sequence[FigureDocument] = ()) -> list[FigureDocument]:
    """The figures of a text that no claim of its source carries, in their order, with what they may speak of.

    `before` are those proposed earlier: what a person made of them stays as long as their words stand.
    """
    claims = list(loaded.claims_of({source.id}))
    # Of an archive, only names.yaml and what this source speaks of: going through all of it takes too long.
    everybody = claims if loaded.has_tables else list(loaded.workspace.claims)
    names = known_names(loaded.workspace.names.in_language(source.language), everybody)
    article = article_of(text, context_of(source, loaded.policy.settings), names)
    return _Proposer(article, source, loaded, claims, {claim.subject for claim in everybody}).figures(
        standing(before, text)
    )


class _Proposer:
    """Makes the proposals of one article."""

    def __init__(
        self, article: Article, source: Source, loaded: Loaded, claims: Sequence[Claim], subjects: Collection[str]
    ) -> None:
        self._article, self._text, self._loaded = article, article.text, loaded
        self._items = loaded.read.items(loaded.policy)
        self._curated = [place for claim in claims for place in mention_of(claim, self._text).values]
        self._times = {
            (found.span.start, found.span.end)
            for found in covered(article, source, claims, loaded.policy.settings)
            if found.span.tier is Tier.DATE and found.cover is not Cover.OPEN
        }
        self._pairing = Pairing(source, loaded.policy, loaded.findings_on, loaded.found_wrong)
        self._names = names = loaded.workspace.names.in_language(source.language)
        known = {names.key(subject) for subject in subjects}
        self._named = [
            (span.start, names.canonical(span.text))
            for span in article.spans
            if span.tier is Tier.NAME and names.key(span.text) in known
        ]
        self._context = context_of(source, loaded.policy.settings)
        shown, title = self._text.shown, source.title or ""
        paragraphs = [(paragraph.start, paragraph.end) for paragraph in self._text.paragraphs]
        self._matches = matches(shown, paragraphs, article.spans, self._items, names, title, source.language)

    def figures(self, before: Sequence[Standing]) -> list[FigureDocument]:
        """The figures in their order; `before` are those of an earlier file whose words still stand.

        What is a claim by now is counted, so that the others keep their numbers.
        """
        old = _paired(before, self._article.spans)
        spotted = {id(one) for one in old.values()}
        # What a person said of words that are not spotted stays, too.
        rest = [one for one in before if id(one) not in spotted and one.figure.accept != "no"]
        wanted: list[tuple[int, int, Callable[[], FigureDocument | None]]] = [
            (match.span.start, match.span.end, partial(self._figure, match, old.get(place)))
            for place, match in enumerate(self._matches)
            if place in old or match.span.tier in SURE or match.is_filled
        ]
        wanted += [(one.start, one.end, partial(_itself, one.figure)) for one in rest]
        made = []
        for number, (start, end, make) in enumerate(sorted(wanted, key=lambda one: one[:2]), 1):
            figure = None if self._is_curated(start, end) else make()
            if figure is not None:
                made.append(figure.model_copy(update={"number": str(number)}))
        return made

    def _is_curated(self, start: int, end: int) -> bool:
        """Whether a claim of the source has words of `[start, end)` in its value, or has them for its time or scope.

        A figure that is only in the quote of a claim may be worth a claim of its own.
        """
        return (start, end) in self._times or any(start < behind and first < end for first, behind in self._curated)

    def _figure(self, match: Match, old: Standing | None) -> FigureDocument | None:
        span = match.span
        quote = quote_of(self._text, self._article.sentence(span), span.start, span.end)
        if old is None and quote is None:
            return None
        keys: dict[str, Any] = {
            "number": "1",
            "value": " ".join(span.text.split()),
            "quote": quote,
            "line": str(self._article.place(span)) or None,
            "hints": dict(self._hints(match)),
            "choices": tuple(self._choices(match)),
        }
        if span.reading is not None and span.reading.stated is not None:
            keys["reading"] = interval_text(span.reading.stated, span.reading, self._unit(keys["choices"]))
        elif span.problem is not None:
            keys["not_read"] = " ".join(span.problem.split())
        if match.suggested is not None:
            item = match.suggested
            keys |= {"subject": item.subject, "attribute": item.attribute.name, "scope": dict(item.scope)}
        if old is not None:
            said = _said(old.figure)
            keys = {**keys, "scope": {}, **said} if "subject" in said else keys | said
        made = FigureDocument(**keys)
        chosen = as_item(made)
        if made.subject is not None:
            made = made.model_copy(update={"choices": ()})
        item_named = None if chosen is None else self._item(chosen)
        if item_named is None:
            return made
        return made.model_copy(update={"differs_from": tuple(self._differing(span, made, item_named))[:DIFFERING]})

    def _choices(self, match: Match) -> list[ChoiceDocument]:
        """The items that a span may speak of, and those that it may be the first to speak of.

        The latter stand below the others, but for those whose attribute is told much more clearly.
        """
        found = [(choice.parts.attribute + CLEARLY, _choice(choice)) for choice in match.choices]
        offered = {(normalise(one.subject), normalise(one.attribute)) for _, one in found}
        if match.near is not None:
            attributes = self._loaded.workspace.attributes.values()
            new = new_choices(match.span, match.near, self._subjects(match), attributes, self._context)
            fresh = [one for one in new if (normalise(one[1].subject), normalise(one[1].attribute)) not in offered]
            above = [one for one in fresh if one[0] > max((told for told, _ in found), default=0.0)]
            found = [*above, *found, *(one for one in fresh if one not in above)]
        return [choice for _, choice in found[:CHOICES]]

    def _subjects(self, match: Match) -> list[str]:
        """The last subject of the workspace that is named before a span, then the nearest new name of the sentence."""
        before = bisect_left(self._named, match.span.start, key=lambda named: named[0])
        named = [name for _, name in self._named[max(before - 1, 0) : before]]
        new = [name for name in match.hints.subjects if self._names.canonical(name) not in named]
        return [*named, *new[:1]]

    def _unit(self, choices: Sequence[ChoiceDocument]) -> str | None:
        """The unit in which a value is shown: that of the likeliest attribute."""
        attribute = self._loaded.workspace.attributes.get(normalise(choices[0].attribute)) if choices else None
        return attribute.unit if attribute is not None else None

    def _hints(self, match: Match) -> Iterator[tuple[str, str]]:
        """What other keys may be, each with a question mark: none is filled in."""
        hints = match.hints
        if hints.when is not None:
            yield "when", f"{' '.join(hints.when.text.split())} ?"
        if hints.said_by is not None:
            yield "said_by", f"{' '.join(hints.said_by.split())} ?"
        if hints.relative_to is not None:
            yield "relative_to", f"{' '.join(hints.relative_to.text.split())} ?"
        if hints.subjects and not match.is_filled:
            yield "subject", f"{', '.join(' '.join(name.split()) for name in hints.subjects)} ?"
        if match.near is not None and match.span.reading is not None and not match.choices:
            other = in_another_currency(match.span, match.near, self._loaded.workspace.attributes.values())
            if other is not None:
                here = f'"unit: {match.span.reading.dimension}" in rules/attributes.yaml'
                yield "unit", f"{shown(other.name)} is in {other.unit}; or {here} ?"

    def _item(self, named: ChoiceDocument) -> Item | None:
        """The item that a figure is given, if the workspace has it."""
        names = self._loaded.workspace.names
        title = (names.key(named.subject), normalise(named.attribute))
        wanted = {(key, names.key(value)) for key, value in named.scope.items()}
        for item in self._items.of_titles({title}):
            if set(key_of(item, names)[2]) <= wanted:
                return item
        return None

    def _differing(self, span: Span, figure: FigureDocument, item: Item) -> Iterator[str]:
        """The claims on an item that a figure differs from, each with its value and what it is to it."""
        asked = replace(span, text=figure.value)
        line = self._pairing.line(asked, item, when=figure.when, said_by=figure.said_by)
        if line is None or line.status not in DIFFERS:
            return
        for meeting in line.meetings:
            if meeting.verdict in DIFFERENCES and not meeting.found_wrong:
                verdict = meeting.verdict if line.status is DraftStatus.CONFLICTS else line.status
                yield f"{meeting.row.claim.id} {meeting.row.claim.text} ({verdict})"


def _choice(choice: Choice) -> ChoiceDocument:
    item = choice.item
    held = next((row.claim.text for row in item.rows if not row.claim.derived), None)
    return ChoiceDocument(
        subject=item.subject, attribute=item.attribute.name, scope=dict(item.scope), holds=_short(held)
    )


def _short(value: str | None) -> str | None:
    words = value.split() if value is not None else []
    return " ".join(words[:LONGEST_QUOTE]) + ("…" if len(words) > LONGEST_QUOTE else "") if words else None


def _said(figure: FigureDocument) -> dict[str, Any]:
    """What stands in a proposal that a person may have changed; a choice is written out, as choices may change."""
    kept = {key: value for key in ("accept", "value", "quote", *CLAIM_KEYS) if (value := getattr(figure, key))}
    chosen = as_item(figure)
    if kept.pop("choice", None) is not None and chosen is not None:
        kept |= {"subject": chosen.subject, "attribute": chosen.attribute, "scope": chosen.scope}
    return kept


def _itself(figure: FigureDocument) -> FigureDocument:
    return figure


def _paired(before: Sequence[Standing], spans: Sequence[Span]) -> dict[int, Standing]:
    """Figures of an earlier file by the place of the span, among `spans`, that has most of their words.

    Of several with words of one span, that is the one which shares most with it, else the first.
    """
    found: dict[int, tuple[float, Standing]] = {}
    longest = max((span.end - span.start for span in spans), default=0)
    for one in before:
        first = bisect_left(spans, one.start - longest, key=lambda span: span.start)
        behind = bisect_left(spans, one.end, key=lambda span: span.start)
        near = {place: spans[place] for place in range(first, behind)}
        shares = {place: _shared((one.start, one.end), (span.start, span.end)) for place, span in near.items()}
        best = max(shares, key=lambda place: (shares[place], -place), default=None)
        if best is not None and shares[best] > (found[best][0] if best in found else 0):
            found[best] = shares[best], one
    return {place: one for place, (_, one) in found.items()}


def _shared(one: tuple[int, int], other: tuple[int, int]) -> float:
    """How much of two stretches is of both; not above 0 if nothing is."""
    return (min(one[1], other[1]) - max(one[0], other[0])) / (max(one[1], other[1]) - min(one[0], other[0]))
