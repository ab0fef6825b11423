"""What the clause of a figure says of it, and whether that makes it a figure of something else than an item.

"Homes damaged" and "homes destroyed" share their noun, "net income" and "gross income" theirs. There is no grammar
here: verbs are known by their form, and where they stand tells which of them governs the figure. What is taken for
another thing wrongly is still a choice; only nothing is filled in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from crosscheck.articles.clause_words import (
    ADDED,
    AUXILIARY,
    BEFORE_NOUNS,
    CHANGES,
    CONJUNCTIONS,
    CONTRASTS,
    DENIED,
    IRREGULAR_VERBS,
    MEASURED,
    NO_VERBS,
    OWNED_BY,
    PLAIN_FOR_DATES,
    PLAIN_VERBS,
    PREPOSITIONS,
    SKIPPED,
    SUBORDINATING,
)
from crosscheck.articles.context import Sentence
from crosscheck.articles.spotting import Span
from crosscheck.articles.words import ANYONE, PHRASE, stem_of, stems
from crosscheck.model import Kind

_WORD = re.compile(rf"(?i:{PHRASE})|[^\W_]+(?:['’][^\W\d_]+)?")
_OPENING = re.compile("[\"'“‘([ ]*")
_CONNECTING = PREPOSITIONS | CONJUNCTIONS | SKIPPED
_SHORTEST = 5
"""Letters of the shortest word in -ed that is taken for a verb."""

BEHIND = 2
"""So many words right behind a figure may name what it is of: "the 2016 peace deal"."""

MEASURES = (Kind.QUANTITY, Kind.DURATION)

DENYING = 4
"""A word that denies a figure is among so many before it."""


class Token(NamedTuple):
    """A word of a clause, small, with its stem ("" of one that only connects others)."""

    word: str
    stem: str
    is_name: bool = False

    @property
    def is_verb(self) -> bool:
        """Whether it has the form of a verb in the past, or of a participle."""
        regular = self.word.endswith("ed") and len(self.word) >= _SHORTEST and self.word not in NO_VERBS
        return not self.is_name and (regular or self.word in IRREGULAR_VERBS)

    @property
    def is_denying(self) -> bool:
        """Whether it denies what follows; "May" is a month or a place."""
        return (self.word in DENIED or self.word.endswith(("n't", "n’t"))) and not self.is_name

    @property
    def tells(self) -> bool:
        """Whether it may be what something is, or what is done: no name, and no word that connects others."""
        return bool(self.stem) and not self.is_name and self.word not in _CONNECTING


@dataclass(frozen=True, slots=True)
class Known:
    """The stems of an item: of its `attribute`, of what its claims say of the figure (`told`), of its `subject`, and
    `all` of these with its scope."""

    attribute: frozenset[str]
    told: frozenset[str]
    subject: frozenset[str]
    all: frozenset[str]


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands around a figure in its clause, by `stems` all of it.

    `lead` and `after` are the words before and behind it, `verbs` those that govern it. `counted` are the stems of what
    the span itself says is counted; `is_part`: it is a further part of something; `is_change`: by how much something
    changed; `is_denied`: it is not so.
    """

    kind: Kind | None
    stems: frozenset[str]
    lead: tuple[Token, ...]
    after: tuple[Token, ...]
    verbs: tuple[Token, ...]
    counted: frozenset[str]
    is_part: bool
    is_change: bool
    is_denied: bool

    @staticmethod
    def of(text: str, span: Span, sentence: Sentence, others: Iterable[int]) -> Clause:
        """The clause of a span of an article with this `text`; `others` are where other figures begin."""
        breaks = sentence.breaks
        place = bisect_right(breaks, span.start)
        start = breaks[place - 1] if place else sentence.start
        end = sentence.clause_end(span.end)
        before = _tokens(text, start, span.start, sentence.start)
        after = _tokens(text, span.end, min((at for at in others if span.end <= at < end), default=end), sentence.start)
        whole = list(before)
        while before and before[-1].word in SKIPPED:
            before.pop()
        skipped = {token.word for token in whole[len(before) :]}
        if before and before[-1].word in CONJUNCTIONS and any(token.is_verb for token in after):
            before = []
        noun = span.reading.noun if span.reading is not None else ""
        change = span.reading is not None and span.reading.direction is not None
        verbs = tuple(_governing(before, after, span.kind))
        return Clause(
            kind=span.kind,
            stems=frozenset(token.stem for token in _tokens(text, start, end, sentence.start)),
            lead=tuple(before),
            after=tuple(after),
            verbs=verbs,
            counted=frozenset(stems(noun)) - {*ANYONE},
            is_part=not skipped.isdisjoint(ADDED),
            is_change=change or _is_change(before),
            is_denied=any(token.is_denying for token in before[-DENYING:]),
        )

    def is_of_another(self, known: Known, near: AbstractSet[str]) -> bool:
        """Whether it says something that an item is not; `near` are the stems of its sentence and the one before."""
        return (
            self.is_denied
            or self.is_part
            or (self.is_change and known.all.isdisjoint(CHANGES))
            or not self.counted <= known.all
            or self._lacks_what_tells(known, near)
            or self._is_governed_by_another(known)
            or self._has_another_beside(known)
            or self._is_of_a_part(known)
            or self._is_opposite(known)
        )

    def _lacks_what_tells(self, known: Known, near: AbstractSet[str]) -> bool:
        """Whether nothing but what is counted is common to it and an attribute that says more."""
        telling = (known.attribute | known.told) & near
        return bool(telling) and not known.attribute <= self.counted and telling <= self.counted.union(ANYONE)

    def _is_governed_by_another(self, known: Known) -> bool:
        """Whether a verb that the item does not have governs it.

        It does not matter where the attribute stands between: "appealed against a fine of $7 million".
        """
        if all(verb.stem in known.all for verb in self.verbs):
            return False
        last = max((place for place, token in enumerate(self.lead) if token in self.verbs), default=-1)
        between = {token.stem for token in (*self.lead[last + 1 :], *self.after[:BEHIND]) if not token.is_verb}
        is_event = known.attribute <= known.subject
        return between.isdisjoint(known.attribute) if is_event else not known.attribute <= between

    def _has_another_beside(self, known: Known) -> bool:
        """Whether the attribute's name has a word before it that makes it another: "gross" before "income".

        So does a word behind a measure: "60 metres wide".
        """
        if self.kind in MEASURES and self.after:
            first = self.after[0]
            if first.word in MEASURED and first.stem not in known.all:
                return True
        for tokens in (self.lead, self.after):
            for place, token in enumerate(tokens):
                if token.stem in known.attribute and not token.is_verb and any(_qualifying(tokens[:place], known)):
                    return True
        return False

    def _is_of_a_part(self, known: Known) -> bool:
        """Whether it is of what belongs to the subject, or of what is about an event: "repairs to the bridge"."""
        joined = [place for place, token in enumerate(self.lead) if token.word in CONJUNCTIONS]
        lead = self.lead[joined[-1] + 1 :] if joined else self.lead
        before: list[Token] = []
        said: set[str] = set()
        for place, token in enumerate(lead):
            back, is_said = before[-2:], known.attribute <= said
            said.add(token.stem)
            if token.word not in SKIPPED:
                before.append(token)
            is_subject = token.stem in known.subject and not is_said
            is_verb = token.is_verb or (place > 0 and lead[place - 1].word == "to")
            is_event = self.kind is Kind.DATE and token.stem in known.attribute and not is_verb
            if not (is_subject or is_event) or len(back) < 2 or back[-1].word not in OWNED_BY:
                continue
            owner = back[0]
            if not owner.tells or owner.stem in known.all | BEFORE_NOUNS | PLAIN_VERBS:
                continue
            # "work on the bridge", "voted on the closure"
            if not owner.is_verb or (is_event and owner.stem not in PLAIN_FOR_DATES):
                return True
        return False

    def _is_opposite(self, known: Known) -> bool:
        return any(
            not group.isdisjoint(known.all)
            and self.stems.isdisjoint(group & known.all)
            and not self.stems.isdisjoint(group - known.all)
            for group in CONTRASTS
        )


def _tokens(text: str, start: int, end: int, sentence: int) -> list[Token]:
    opening = _OPENING.match(text, sentence)
    first = opening.end() if opening is not None else sentence
    found = []
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        verb = word.partition(" ")[0].lower()  # of a phrase
        is_name = not word[0].islower() and match.start() > first
        found.append(Token(verb, stem_of(word), is_name))
    return found


def _governing(before: Sequence[Token], after: Sequence[Token], kind: Kind | None) -> Iterator[Token]:
    """The verbs that govern a figure, without those that say only that there is one.

    The last one before it, with those joined to it; where there is none, or only a plain one, the first behind it.
    """
    plain = PLAIN_VERBS | PLAIN_FOR_DATES if kind is Kind.DATE else PLAIN_VERBS
    chain = list(_last_verbs(before))
    strong = [token for token in chain if not _is_plain(token, before, plain)]
    if strong:
        yield from strong
        return
    if kind in MEASURES and before and before[-1].word == "of":
        return  # "gusts of 105 mph tore the roof off": what follows is of the gusts
    is_told = bool(chain) or any(token.word in AUXILIARY for token in before)
    joined = True
    for place, token in enumerate(after):
        if token.is_verb:
            if joined and not (is_told and place):
                if token.stem and token.stem not in plain:
                    yield token
                joined = False
        elif token.word in CONJUNCTIONS:
            joined = token.word in ("and", "or") and place > 0 and after[place - 1].is_verb
            if not joined:
                return


def _last_verbs(before: Sequence[Token]) -> Iterator[Token]:
    """The last verb before a figure, with those that "and" or "or" joins to it; a word right before it may be one."""
    place = len(before) - 1
    if place >= 0 and before[place].tells and not before[place].is_verb:
        yield before[place]
        return
    while place >= 0 and not before[place].is_verb:
        if before[place].word in SUBORDINATING:
            return
        place -= 1
    while place >= 0 and before[place].is_verb:
        yield before[place]
        place -= 2 if place and before[place - 1].word in ("and", "or") else place + 1


def _is_plain(token: Token, before: Sequence[Token], plain: AbstractSet[str]) -> bool:
    """Whether a verb says only what a figure comes to: "fell to" does, "fell by" does not."""
    if token.stem in CHANGES:
        *behind, last = before[before.index(token) + 1 :] or [token]
        return last.word in ("to", "from", "at") and not any(one.tells for one in behind)
    return not token.stem or token.stem in plain or token.word.endswith("ly")


def _is_change(before: Sequence[Token]) -> bool:
    """Whether a figure is by how much something changed."""
    changes = [place for place, token in enumerate(before) if token.stem in CHANGES or token.word in ("up", "down")]
    if not changes:
        return False
    behind = [token.word for token in before[changes[-1] + 1 :]]
    return not behind or behind[-1] == "by"


def _qualifying(before: Sequence[Token], known: Known) -> Iterator[bool]:
    """Of each word that stands right before a name, as far as they go, whether it makes that another one."""
    for token in reversed(before):
        is_plain = token.stem in PLAIN_VERBS and not token.word.endswith("ing")
        if not token.tells or is_plain or token.word in AUXILIARY:
            return
        yield token.stem not in known.all | BEFORE_NOUNS and not token.word[0].isdigit()
