"""What stands before a figure and says what it is a figure of: `a crew of`, `a survival rate of`, `a staggering`."""

from __future__ import annotations

from crosscheck.readings.amounts.amount import Amount
from crosscheck.readings.amounts.idioms import parse_idiom
from crosscheck.readings.amounts.unit_grammar import parse_currency_behind
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import FIGURE, WORD, Phrases, Text, split

_ADJECTIVES = Phrases.of(en.OPENER_ADJECTIVES)
_EMPHASIS = Phrases.of(en.EMPHASIS)
_IN_THE_PAST = Phrases.of(en.IN_THE_PAST)
ON_AVERAGE, AN_AVERAGE = Phrases.of(en.ON_AVERAGE), "an average; compared as the figure itself"
_BEFORE_A_TIME = frozenset().union(
    en.CARDINALS,
    en.ARTICLES,
    en.CALENDAR_UNITS,
    en.BARE_FRACTIONS,
    en.MERELY,
    (phrase.split()[0] for phrase in (*en.HEDGES, *en.FEW)),
) - {"in", "on", "the"}
MOST_MODIFIERS = 4
"""Words that may stand before the `rate` of "a blood alcohol level of"."""
_NO_MODIFIERS = frozenset().union(
    en.NOT_A_NOUN, en.CARDINALS, en.ORDINALS, en.FRACTIONS, en.VAGUE, en.NONE, en.MULTIPLIED, en.CHANGE_NOUNS, en.EACH,
    en.CHANGE_VERBS, en.PREPOSITIONS, en.CONDITIONS, en.MONTHS, en.COLLECTIVES, en.TIMES, {en.OF, en.AND, en.BOTH},
    (word for phrase in (*en.HEDGES, *en.PARTS_OF_ALL, *en.FORMERLY) for word in phrase.split()),
    en.NUMBERED, en.NOT_AS_IT_IS,
) - {*en.LEAST_AND_MOST, "rate", "the", "a", "an"}  # fmt: skip


def with_article(text: Text) -> Text:
    """The `hundred dollars` and `thousand and one` of headlines with the article that they leave out; else the text."""
    if text.at(0) not in en.WITHOUT_ARTICLE or not (parse_currency_behind(text, 1) or _is_a_sum(text)):
        return text
    return split(f"a {text.after(0)}")


def _is_a_sum(text: Text) -> bool:
    return text.at(1) == en.AND and text.at(2) in en.CARDINALS


def parse_stretch(text: Text, index: int) -> int | None:
    """The index behind the `over the past` of "over the past year", the `in` of "in three years"."""
    found = _IN_THE_PAST.at(text, index)
    if found is not None:
        return found[1]
    following = text.token(index + 1)
    is_number = following.kind == FIGURE or following.text in _BEFORE_A_TIME
    if text.at(index) not in en.TIME_TAKEN or not is_number or parse_idiom(text, index) is not None:
        return None
    return index + 1 if any(token.text in en.CALENDAR_UNITS for token in text.tokens[index + 1 :]) else None


def parse_opener(text: Text, index: int, amount: Amount) -> int | None:
    """The index behind `a crew of`, `an annual rate of`, `on average`, and the `a staggering` before a figure."""
    if (found := ON_AVERAGE.at(text, index)) is not None:
        amount.note(text.between(index, found[1]), AN_AVERAGE)
        return found[1]
    first = place = text.skip(index, *en.ARTICLES)
    while (adjective := _ADJECTIVES.at(text, place)) is not None and text.at(adjective[1]) != en.OF:
        place = adjective[1]
    last = _opener_at(text, place)
    if last is None:
        return parse_emphasis(text, index)
    words = [text.at(at) for at in range(first, last + 1)]
    bound = next((en.LEAST_AND_MOST[word] for word in words[:-1] if word in en.LEAST_AND_MOST), None)
    if bound is not None and en.WAGES.isdisjoint(words):
        amount.hedge(text, index, bound, last + 2)
    elif text.at(last) in en.AVERAGES:
        amount.note(text.between(index, last + 2), AN_AVERAGE)
    elif last > place:
        amount.note(text.between(index, last + 2), "what it is a figure of; not compared")
    return last + 2


def _opener_at(text: Text, index: int) -> int | None:
    """The index of the `rate` of "survival rate of", in front of which nothing but plain words stand."""
    for place in range(index, index + MOST_MODIFIERS + 1):
        if text.at(place) in en.OPENERS and text.at(place + 1) == en.OF:
            return place
        if text.token(place).kind != WORD or text.at(place) in _NO_MODIFIERS:
            return None
    return None


def parse_emphasis(text: Text, index: int) -> int | None:
    """The index behind the `a staggering` of "a staggering $2bn"."""
    emphasis = _EMPHASIS.at(text, text.skip(index, *en.ARTICLES))
    return emphasis[1] if emphasis is not None else None
