"""Other things that an article names beside the subjects of a workspace: "Hurricane Bertram" beside Storm Isolde.

A figure is of what is named last before it. Where that is a stranger, no subject that its sentence does not name has a
claim on it. There is no grammar here: a name leads its clause if nothing stands before it there, and a verb behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from crosscheck.articles.clause_words import AUXILIARY, CONJUNCTIONS, PLAIN_VERBS, PREPOSITIONS, SKIPPED
from crosscheck.articles.clauses import Token
from crosscheck.articles.context import Sentence
from crosscheck.articles.prose import Prose
from crosscheck.articles.scoring import MINUTES_A_YEAR
from crosscheck.articles.spotting import Span
from crosscheck.articles.stranger_words import (
    COMPARING,
    GIVING,
    MASS_ENDINGS,
    MASS_NOUNS,
    NO_NAMES,
    OPENING,
    SORTS,
)
from crosscheck.articles.subjects import About
from crosscheck.articles.words import stem_of, words_in
from crosscheck.model import Kind
from crosscheck.readings import Context, read

LOOKED_BACK = 8
"""A pronoun is followed through so many sentences at most."""

JUST_BEFORE = 150
"""So many characters before a name have the three words that may compare it; a sentence may have a hundred thousand."""

LONG_AGO = 5
"""A time so many years from all times of an item is not of it."""

_NO_SUBJECTS = MASS_NOUNS | CONJUNCTIONS | PREPOSITIONS | SKIPPED
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_PLACE = re.compile(rf"\b(?:in|at|near|from|to|around)\s({_WORD.pattern})")
_JOINED = re.compile("['’]")
_SMALL_WORD = re.compile(r"\s([^\W\d_A-Z]+)\b")
_PASSIVE = re.compile(r"(?:,\s[^.;]{1,40},)?\s(?:was|were|is|are)\s(?:[^\W_]+ed|hit|struck|cut)\b")
_ASIDE = re.compile(r"\s\([^()]*\)|,\s[^,.;]{1,40},|,")
_POSSESSIVE = re.compile(r"['’]s?$")
_BACK = re.compile(r"\b(?:it|its|(?:the|this|that)\s+([^\W\d_]+))\b", re.IGNORECASE)
_IN_YEAR = re.compile(r"\bin\s(?:[A-Z][a-z]+\s)?([12]\d{3})\b")
_OPENING_YEAR = re.compile(
    r"(?:(?:(?:an?|another|the)\s\w+\s)?in\s(?:\w+\s)?|(?:an?|the)\s)([12]\d{3})\b", re.IGNORECASE
)
_OPENS_WITH_TIME = re.compile(r"^(?:in|on|by|since|during)\s[^,]*\d[^,]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: the stems that are its `own`, and those of the `sorts` of thing that it says it is.

    `leads`: its clause begins with it and says something of it, or what stands before it is of it; `says`, `gives`: it
    is, or may be, who says so; `compares`: it stands there to compare; `acts`: it is one word, and no place by what
    the article has of it; `until`: the end of what "which" says of it.
    """

    start: int
    end: int
    own: frozenset[str]
    sorts: frozenset[str]
    leads: bool
    says: bool
    gives: bool
    compares: bool
    acts: bool
    may_be_person: bool
    until: int | None


class Reference(NamedTuple):
    """What is spoken of from a place on: the subject itself, a stranger, or, with neither, what was before.

    `is_like`: the stranger is of the sort of the subject. `is_pronoun`: not "the storm", which may be the subject.
    `until`: where it is not spoken of any longer, if it is only in what "which" says of it.
    """

    start: int
    is_own: bool = False
    stranger: Mention | None = None
    is_like: bool = False
    is_pronoun: bool = False
    until: int | None = None

    @property
    def is_back(self) -> bool:
        return not self.is_own and self.stranger is None


@dataclass(frozen=True)
class Strangers:
    """The strangers of one article; `known` are the stems of all names of the workspace that it may have."""

    text: str
    prose: Prose
    known: AbstractSet[str]

    def have(self, span: Span, sentence: Sentence, about: About) -> bool:
        """Whether a span of a sentence is of a stranger, and not of a subject."""
        if not self.prose.is_english:
            return False
        found = self._references(sentence, about)
        before = [one for one in found if one.start < span.start < (one.until or sentence.end)]
        if before:
            return self._is_of_stranger(before, sentence, about, span)
        end = sentence.clause_end(span.end)
        behind = next((one for one in found if span.end <= one.start < end and not one.is_back), None)
        if behind is not None:
            return behind.stranger is not None
        last = self._last(sentence.before, about)
        return last is not None and last.is_like

    def is_long_ago(self, span: Span, sentence: Sentence, about: About, times: AbstractSet[Fraction]) -> bool:
        """Whether a sentence that does not name a subject has a figure of a year far from all `times`, in minutes."""
        if not self.prose.is_english or not times or any(word.stem in about.own for word in sentence.words):
            return False
        end = sentence.clause_end(span.end)
        found = _OPENING_YEAR.match(self.text, sentence.start) or _IN_YEAR.search(self.text, span.end, end)
        if found is None:
            return False
        year = read(found.group(1), Context(Kind.DATE)).stated
        assert year is not None  # four digits are a year
        assert year.low is not None
        return min(abs(time - year.low) for time in times) >= LONG_AGO * MINUTES_A_YEAR

    def _is_of_stranger(self, before: list[Reference], sentence: Sentence, about: About, span: Span) -> bool:
        """Whether the last of what is named `before` a span in its sentence is a stranger."""
        last = before[-1]
        if last.is_back:
            earlier = next((one for one in reversed(before) if not one.is_back), None)
            is_object = earlier is not None and not any(earlier.start <= at <= last.start for at in sentence.breaks)
            if is_object and earlier is not None and not earlier.is_like and not last.is_pronoun:
                return False  # "Sweden opened the bridge"
            return _goes_on(earlier or self._last(sentence.before, about), last)
        if last.stranger is None:
            return False
        if last.is_like:
            return True
        # "The navy rescued 31 people from the Maren Lund."
        end = sentence.clause_end(span.end)
        return not any(span.end <= one.start < end and one.is_own for one in self._references(sentence, about))

    def _last(self, sentence: Sentence | None, about: About) -> Reference | None:
        """What is spoken of at the end of a sentence, by itself or by what a paragraph has before it."""
        for _ in range(LOOKED_BACK):
            if sentence is None:
                return None
            for one in reversed(self._references(sentence, about)):
                if not one.is_back and one.until is None:
                    return one
            sentence = sentence.before
        return None

    def _references(self, sentence: Sentence, about: About) -> list[Reference]:
        """What a sentence speaks of, in its order, as far as it matters to a subject."""
        if (sentence.start, about) not in self._found:
            self._found[sentence.start, about] = self._made_references(sentence, about)
        return self._found[sentence.start, about]

    def _made_references(self, sentence: Sentence, about: About) -> list[Reference]:
        named = self._mentions(sentence)
        found = list(filter(None, (self._named(one, about) for one in named)))
        taken = [(one.start, one.end) for one in named if about.own.isdisjoint(one.own)]
        for word in sentence.words:
            if word.stem not in about.own or any(start <= word.start < end for start, end in taken):
                continue
            if not _compares(self.text, sentence.start, word.start, word.end):
                found.append(Reference(word.start, is_own=True))
        for match in _BACK.finditer(self.text, sentence.start, sentence.end):
            noun = match.group(1)
            if noun is None or (noun[0].islower() and stem_of(noun) in about.all):
                found.append(Reference(match.start(), is_pronoun=noun is None))
        return sorted(found, key=lambda one: one.start)

    def _named(self, mention: Mention, about: About) -> Reference | None:
        """A name as what is spoken of instead of a subject."""
        if not about.own.isdisjoint(mention.own):
            return None
        is_like = not mention.sorts.isdisjoint(about.all)
        if is_like and not mention.says and (mention.leads or not mention.compares):
            return Reference(mention.start, stranger=mention, is_like=True)
        if mention.leads and not mention.gives and self.known.isdisjoint(mention.own):
            return Reference(mention.start, stranger=mention)
        if mention.until is not None and self.known.isdisjoint(mention.own):
            return Reference(mention.start, stranger=mention, until=mention.until)
        return None

    def _mentions(self, sentence: Sentence) -> list[Mention]:
        if sentence.start not in self._by_sentence:
            self._by_sentence[sentence.start] = list(self._mentioned(sentence))
        return self._by_sentence[sentence.start]

    def _mentioned(self, sentence: Sentence) -> Iterator[Mention]:
        speaking = {
            match.start(1)
            for pattern in self.prose.speakers
            for match in pattern.finditer(self.text, sentence.start, sentence.end)
        }
        for start, end in self._names_in(sentence.start, sentence.end):
            words = _WORD.findall(self.text[start:end])
            stems = {*_stems(words)}
            before = self._before(sentence, start)
            sort = stem_of(before[-1]) if before else ""
            end, behind = self._with_sort(end, sentence)
            sorts = {*_sorts_of(_stems(words)), *behind} | ({sort} & SORTS)
            own = frozenset(stems - SORTS)
            if not own or (start == self._first(sentence) and not self._is_name(words)):
                continue
            for of_it in [self._sorts.get(stem, frozenset()) for stem in own] if len(own) == 1 else []:
                sorts = sorts | of_it
            leads = self._leads(before, end, sentence)
            yield Mention(
                start=start,
                end=end,
                own=own,
                sorts=frozenset(sorts),
                leads=leads,
                says=start in speaking,
                gives=start in speaking or words[0].lower() in self.prose.titles or self._gives(own, end),
                compares=_compares(self.text, sentence.start, start, end),
                acts=len(words) == 1 and self._acts(words[0], end),
                may_be_person=len(words) > 1 and before[-1:] != ["the"],
                until=_end_of_relative(self.text, end, sentence),
            )

    def _with_sort(self, end: int, sentence: Sentence) -> tuple[int, set[str]]:
        """Where a name with the small words behind it ends that say its sort, with these: "the Estonia disaster"."""
        found = set()
        while match := _SMALL_WORD.match(self.text, end, sentence.end):
            token = Token(match.group(1), stem_of(match.group(1)))
            if token.is_verb or token.stem not in SORTS:
                break
            found.add(token.stem)
            end = match.end()
        return end, found

    def _names_in(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The places of names, without articles before them."""
        for match in self._pattern.finditer(self.text, start, end):
            at = match.start()
            for word in _WORD.finditer(self.text, at, match.end()):
                if stem_of(word.group()) and word.group().lower() not in OPENING | COMPARING:
                    at = word.start()
                    break
            else:
                continue
            found = [word.lower() for word in words_in(self.text[at : match.end()])]
            if found[0] not in NO_NAMES:
                yield at, match.end()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w.]){self.prose.name}")

    @cached_property
    def _found(self) -> dict[tuple[int, About], list[Reference]]:
        return {}

    @cached_property
    def _by_sentence(self) -> dict[int, list[Mention]]:
        return {}

    @cached_property
    def _sorts(self) -> dict[str, frozenset[str]]:
        """The sorts of names that the article elsewhere has alone: of "Bertram" by "Hurricane Bertram"."""
        found: dict[str, frozenset[str]] = defaultdict(frozenset)
        for stems in self._everywhere:
            own = set(stems) - SORTS
            for stem in own if len(own) == 1 else ():
                found[stem] |= SORTS.intersection(stems)
        return found

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The last words of names of several words that say no sort, as those of people do."""
        return frozenset(stems[-1] for stems in self._everywhere if len(stems) > 1 and SORTS.isdisjoint(stems))

    @cached_property
    def _everywhere(self) -> list[list[str]]:
        """The stems of every name of the article; of what two sentences may share, none."""
        names = [self.text[start:end] for start, end in self._names_in(0, len(self.text))]
        return [_stems(_WORD.findall(name)) for name in names if "." not in name]

    @cached_property
    def _places(self) -> frozenset[str]:
        """The words that stand behind a preposition of place, with and without what is joined by an apostrophe."""
        found = _PLACE.findall(self.text)
        return frozenset(found) | frozenset(_JOINED.split(word)[0] for word in found)

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(word for word in _WORD.findall(self.text) if word.islower())

    def _first(self, sentence: Sentence) -> int:
        """Where the first word of a sentence stands."""
        match = _WORD.search(self.text, sentence.start)
        return match.start() if match is not None else sentence.start

    def _is_name(self, words: list[str]) -> bool:
        """Whether what begins a sentence is a name: several words are, one that is no noun that may stand alone."""
        plain = _POSSESSIVE.sub("", words[0]).lower()
        if len(words) > 1:
            return True
        if plain in self._small or plain in _NO_SUBJECTS or plain.endswith(MASS_ENDINGS):
            return False
        return len(plain) > 2 and not Token(plain, stem_of(plain)).is_verb

    def _before(self, sentence: Sentence, start: int) -> list[str]:
        """The words of a clause before a place, in small letters."""
        place = bisect_left(sentence.breaks, start)
        begin = sentence.breaks[place - 1] if place else sentence.start
        return [word.lower() for word in _WORD.findall(self.text[begin:start])]

    def _leads(self, before: list[str], end: int, sentence: Sentence) -> bool:
        """Whether a clause begins with a name that ends at `end`, and says something of it."""
        while before and (before[-1] in OPENING or stem_of(before[-1]) in SORTS):
            before = before[:-1]
        if self._owns(before):
            return True
        if before and before[-1] not in CONJUNCTIONS and not _OPENS_WITH_TIME.match(" ".join(before)):
            return False
        if self.text[end - 2 : end] in ("'s", "’s"):
            return True
        behind = self.text[end : sentence.end]
        if re.match(r",\s(?:which|who|a|an|the)\b|['’]s?\s", behind):
            return True
        more = re.match(rf"(?:(?:,\s|\s(?:and|or)\s){self.prose.name})+", behind) or _ASIDE.match(behind)
        return _begins_with_verb(behind) or (more is not None and _begins_with_verb(behind[more.end() :]))

    def _owns(self, before: list[str]) -> bool:
        """Whether what stands `before` a name is of it: "killed by", "the toll from"."""
        if len(before) < 2:
            return False
        stem = stem_of(before[-2])
        is_act = before[-1] == "by" and Token(before[-2], stem).is_verb and before[-2] not in GIVING
        return is_act or (before[-1] in ("of", "from") and stem in self.known)

    def _acts(self, name: str, end: int) -> bool:
        """Whether a name that ends at `end` does something: no place, and nothing to which something is done."""
        if _PASSIVE.match(self.text, end):
            return False
        return name not in self._places

    def _gives(self, own: frozenset[str], end: int) -> bool:
        """Whether a name that ends at `end` is of a person, or of who counts, measures or says."""
        found = _WORD.search(self.text, end)
        behind = found.group().lower() if found is not None else ""
        return behind in GIVING or (not own.isdisjoint(self._surnames) and len(own) == 1)


def _end_of_relative(text: str, end: int, sentence: Sentence) -> int | None:
    """Where what ", which" says of a name ending at `end` ends; None of a name without it."""
    if not re.match(r",\s(?:which|who)\b", text[end : sentence.end]):
        return None
    return sentence.clause_end(end + 1)


def _sorts_of(stems: list[str]) -> Iterator[str]:
    """The sorts that a name is of: its first words or its last, not "hurricane" of the National Hurricane Center."""
    yield from takewhile(SORTS.__contains__, stems)
    yield from SORTS.intersection(stems[-1:])


def _stems(words: Iterable[str]) -> list[str]:
    return list(filter(None, (stem_of(_POSSESSIVE.sub("", word)) for word in words)))


def _begins_with_verb(text: str) -> bool:
    found = re.match(r"\s+([^\W\d_]+(?:['’]t)?)(?:\s+(\S+))?", text)
    if found is None or not found.group(1).islower():
        return False
    word, behind = found.group(1), (found.group(2) or "").lower()
    token = Token(word, stem_of(word))
    if token.is_verb or word in AUXILIARY or (token.stem in PLAIN_VERBS and word not in PREPOSITIONS):
        return True
    return word.endswith("s") and (behind[:1].isdigit() or behind in SKIPPED)


def _compares(text: str, start: int, place: int, end: int) -> bool:
    """Whether a name is there to compare; what is said of it is of it: "more than Bertram's 31"."""
    before = [word.lower() for word in _WORD.findall(text, max(start, place - JUST_BEFORE), place)][-3:]
    if re.match(r"['’]s?\b|,\s(?:which|who)\b", text[end:]) or text[end - 2 : end] in ("'s", "’s"):
        return False
    while before and (before[-1] in OPENING or stem_of(before[-1]) in SORTS):
        before.pop()
    return bool(before) and before[-1] in COMPARING


def _goes_on(earlier: Reference | None, last: Reference) -> bool:
    """Whether "it", or "the storm", is a stranger that was named earlier."""
    if earlier is None or earlier.stranger is None:
        return False
    is_meant = not earlier.stranger.may_be_person if last.is_pronoun else earlier.stranger.acts
    return earlier.is_like or is_meant
