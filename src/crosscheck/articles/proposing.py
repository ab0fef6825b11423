"""What claims could be made of the figures of an article that none carries yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from crosscheck.articles.article import Article, article_of, context_of, known_names
from crosscheck.articles.context import everywhere_in, sentence_at, sentences_of
from crosscheck.articles.matching import CHOICES, Choice, Match, matches
from crosscheck.articles.new_items import new_choices
from crosscheck.articles.pairing import DIFFERS, Pairing
from crosscheck.articles.proposals import CLAIM_KEYS, Standing, as_item, places, standing
from crosscheck.articles.quoting import quote_of
from crosscheck.articles.spotting import Span, Tier
from crosscheck.claims.items import key_of
from crosscheck.entries import FindingsOn
from crosscheck.formatting import interval_text
from crosscheck.model import DIFFERENCES, AllItems, Claim, DraftStatus, Item, Policy, Source
from crosscheck.texts import Text
from crosscheck.vocabulary import normalise
from crosscheck.workspace import Workspace
from crosscheck.workspace.documents import ChoiceDocument, FigureDocument

SURE = (Tier.FIGURE, Tier.DATE)
"""What is proposed in any case; other words only if their item is plain."""

DIFFERING = 3
"""So many claims that differ are named."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a workspace knows: its items, and what rules find on one."""

    workspace: Workspace
    policy: Policy
    items: AllItems
    findings_on: FindingsOn


def proposed(text: Text, source: Source, known: Known, before: Sequence[FigureDocument] = ()) -> list[FigureDocument]:
    """The figures of a text that no claim of its source carries, in their order, with what they may speak of.

    `before` are those proposed earlier: what a person made of them stays as long as their words stand.
    """
    claims = [claim for claim in known.workspace.claims if claim.source == source.id]
    names = known_names(known.workspace.names, known.workspace.claims)
    article = article_of(text, context_of(source, known.policy.settings), names)
    return _Proposer(article, source, known, claims).figures(standing(before, text))


class _Proposer:
    """Makes the proposals of one article."""

    def __init__(self, article: Article, source: Source, known: Known, claims: Sequence[Claim]) -> None:
        self._article, self._text, self._known, self._source = article, article.text, known, source
        self._curated = [place for claim in claims for place in _places_of(claim, self._text)]
        self._pairing = Pairing(source, known.policy, known.findings_on)
        self._context = context_of(source, known.policy.settings)
        shown, title = self._text.shown, source.title or ""
        self._paragraphs = [(paragraph.start, paragraph.end) for paragraph in self._text.paragraphs]
        self._sentences = sentences_of(shown, self._paragraphs, everywhere_in(shown, title))
        self._matches = matches(shown, self._paragraphs, article.spans, known.items, known.workspace.names, title)

    def figures(self, before: Sequence[Standing]) -> list[FigureDocument]:
        made: list[tuple[int, FigureDocument]] = []
        kept = set[int]()
        for match in self._matches:
            span = match.span
            old = next((one for one in before if _meet(span.start, span.end, one.start, one.end)), None)
            if any(_meet(span.start, span.end, *place) for place in self._curated):
                continue
            if old is None and span.tier not in SURE and not match.is_filled:
                continue
            if old is not None and id(old.figure) in kept:
                continue
            figure = self._figure(match, old)
            if figure is not None:
                kept.update({id(old.figure)} if old is not None else ())
                made.append((span.start if old is None else old.start, figure))
        # What a person said of words that are not spotted stays, too.
        made += (
            (one.start, one.figure)
            for one in before
            if id(one.figure) not in kept
            and one.figure.accept != "no"
            and not any(_meet(one.start, one.end, *place) for place in self._curated)
        )
        made.sort(key=lambda one: one[0])
        return [figure.model_copy(update={"number": str(place)}) for place, (_, figure) in enumerate(made, 1)]

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
            keys["reading"] = interval_text(span.reading.stated, span.reading, None)
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

    def _choices(self, match: Match) -> Iterator[ChoiceDocument]:
        yield from map(_choice, match.choices)
        sentence = sentence_at(self._sentences, match.span.start)
        left = CHOICES - len(match.choices)
        if sentence is None or left <= 0:
            return
        offered = {(normalise(one.item.subject), normalise(one.item.attribute.name)) for one in match.choices}
        subjects = match.hints.subjects or tuple(choice.item.subject for choice in match.choices[:1])
        attributes = self._known.workspace.attributes.values()
        new = new_choices(match.span, sentence, self._article.spans, subjects, attributes, self._context)
        fresh = (one for one in new if (normalise(one.subject), normalise(one.attribute)) not in offered)
        yield from (one for _, one in zip(range(left), fresh, strict=False))

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

    def _item(self, named: ChoiceDocument) -> Item | None:
        """The item that a figure is given, if the workspace has it."""
        names = self._known.workspace.names
        title = (names.key(named.subject), normalise(named.attribute))
        wanted = {(key, names.key(value)) for key, value in named.scope.items()}
        for item in self._known.items.of_titles({title}):
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
            if meeting.verdict in DIFFERENCES:
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
    return " ".join(words[:15]) + ("…" if len(words) > 15 else "") if words else None


def _said(figure: FigureDocument) -> Mapping[str, Any]:
    """What stands in a proposal that a person may have changed; a choice is written out, as choices may change."""
    kept = {key: value for key in ("accept", "value", "quote", *CLAIM_KEYS) if (value := getattr(figure, key))}
    chosen = as_item(figure)
    if kept.pop("choice", None) is not None and chosen is not None:
        kept |= {"subject": chosen.subject, "attribute": chosen.attribute, "scope": chosen.scope}
    return kept


def _places_of(claim: Claim, text: Text) -> Iterator[tuple[int, int]]:
    """Where a text has the values of a claim within its quote; the whole quote where it says them otherwise."""
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    quote = claim.quote
    found = [place for value in values for place in places(text, quote or value, value)]
    yield from found or (places(text, quote, quote) if quote is not None else ())


def _meet(start: int, end: int, other: int, behind: int) -> bool:
    return start < behind and other < end
