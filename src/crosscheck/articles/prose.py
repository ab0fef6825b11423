"""What looking through an article asks of its language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from crosscheck.articles.wordings import SPEECH_VERBS, TITLES
from crosscheck.articles.words import stem_of
from crosscheck.readings import is_english
from crosscheck.readings.languages import language_of
from crosscheck.texts.sentences import ENGLISH, Endings
from crosscheck.vocabulary import normalise

_PART = r"(?:[^\W\d_a-z][\w’'&-]*\.?|[^\W\d_a-z]\.(?:[^\W\d_a-z]\.)+)"
_SMALL = r"[^\W\d_A-Z]"


@dataclass(frozen=True, slots=True)
class Prose:
    """The language of an article: where sentences end, which words connect others, what names look like, who speaks.

    `small_words` are normalised, beside those of English; `titles` stand before names, in small letters; `labels`
    before figures that are no amounts. `name` is a name, and group 1 of each of the `speakers` is one. What the clause
    of a figure says is known of English only.
    """

    endings: Endings = ENGLISH
    small_words: frozenset[str] = frozenset()
    titles: frozenset[str] = TITLES
    labels: frozenset[str] = frozenset()
    name: str = ""
    speakers: tuple[re.Pattern[str], ...] = ()
    is_english: bool = True

    def stem(self, word: str) -> str:
        """The stem of a word, "" of one that only connects others."""
        return "" if self.small_words and normalise(word) in self.small_words else stem_of(word)

    def stems(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The stems of words, each once, in their order."""
        return tuple(dict.fromkeys(filter(None, map(self.stem, texts))))


@lru_cache(maxsize=64)
def prose_of(tag: str) -> Prose:
    """The prose of a language such as `es-CO`; one whose words are not known has the words of English."""
    language = language_of(tag)
    if language is None:
        name = _name("of de del for van von al", "the")
        return Prose(name=name, speakers=_english_speakers(name), is_english=is_english(tag))
    words = language.prose
    name = _name(" ".join(sorted(words.in_names)), *sorted(words.the))
    endings = Endings.of(
        words.abbreviations, words.may_end, words.beginnings, has_ordinal_stops=words.has_ordinal_stops
    )
    return Prose(
        endings=endings,
        small_words=frozenset(map(normalise, words.small_words)),
        titles=frozenset(title.lower() for title in words.titles),
        labels=words.labels,
        name=name,
        speakers=_speakers(words.saying, words.according, words.titles, words.the, words.in_names, name),
        is_english=False,
    )


def _name(joined_by: str, *articles: str) -> str:
    """The pattern of a name: words with capitals, and small ones between them."""
    joints = "|".join(joined_by.split())
    return rf"{_PART}(?:\s(?:(?:{joints})\s(?:(?:{'|'.join(articles)})\s)?)?{_PART})*"


def _english_speakers(name: str) -> tuple[re.Pattern[str], ...]:
    verb = _any(SPEECH_VERBS)
    return (
        re.compile(rf"(?:[Aa]ccording to|in the words of) (?:the |an? )?({name})"),
        re.compile(rf"({name})(?:, [^,.;“\"]{{1,60}},)? {verb}\b(?! to be\b)"),
        re.compile(rf"[,”\"’'] ?{verb} (?:the |an? )?(?:[a-z]+,? ){{0,4}}({name})"),
    )


def _speakers(
    saying: Collection[str],
    according: Collection[str],
    titles: Collection[str],
    the: Collection[str],
    in_names: Collection[str],
    name: str,
) -> tuple[re.Pattern[str], ...]:
    """Patterns of who speaks: behind "according to" and a verb, with or without a title, and before a verb."""
    title, article = _any(titles), rf"(?:{_any(the)}\s?)?"
    of = rf"(?:\s{_any(in_names)}(?:\s{_any(the)})?\s{name},?)?"
    titled = rf"{title}{of}\s({name})"
    untitled = rf"(?:(?!{title}\b){_SMALL}+\s){{0,3}}({name})"
    verb, source = _any(saying), rf"(?:{_any([word[:1].upper() + word[1:] for word in according])}|{_any(according)})"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"\b{source}\s{article}{titled}",
            rf"\b{source}\s{article}{untitled}",
            rf"({name})(?:, [^,.;“\"«»]{{1,60}},)?\s{verb}\b",
            rf"[,”\"’'»“]\s?{verb}\s{article}{titled}",
            rf"[,”\"’'»“]\s?{verb}\s{article}{untitled}",
        )
    )


def _any(words: Iterable[str]) -> str:
    """A pattern of one of some words, the longest first; of none, what is nowhere."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, listed))})" if listed else "(?!)"
