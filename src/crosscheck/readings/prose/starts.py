"""Where a value may begin in running text: the words and signs that one begins with, and those that lead up to one."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.readings.amounts.tail import PLUS_MINUS
from crosscheck.readings.amounts.unit_grammar import parse_currency
from crosscheck.readings.lexicon import en
from crosscheck.readings.numbers import looks_like_a_year
from crosscheck.readings.tokens import FIGURE, WORD, Phrases, Text

MOST_LEADS = 5


def _words(*tables: Iterable[str]) -> frozenset[str]:
    return frozenset(word for table in tables for phrase in table for word in phrase.replace("-", " ").split())


_HOLIDAYS = Phrases.of((*en.HOLIDAYS, *en.WEEKDAY_HOLIDAYS, *en.EASTER))
_NAMED_DAYS = frozenset({"yesterday", "today", "tomorrow", en.OVERNIGHT}) | en.TONIGHT
_TIMES_OF_DAY = frozenset(en.CLOCK_WORDS) | {en.MIDNIGHT, en.AM, en.PM}
_PARTS_OF_TIME = frozenset(en.CALENDAR_UNITS) | {"half", *en.CENTURY, *en.WEEKENDS, *en.SEASONS, *en.DECADES}
_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
_COUNTED_FROM = frozenset(en.LATER) | en.EARLIER | {"prior", "following"}
_THIS = frozenset(en.NEIGHBOURS) | frozenset(en.RELATIVE_WINDOWS) | {"earlier", "later", "recent"}
_VAGUE_PERIODS = frozenset({"decades", "centuries"})
_PARTS = frozenset({"most", "much", "majority", "all", "every", "none", "both", "half", "twice", "several", "few"})
_COLLECTIVES = frozenset(phrase.split()[0].partition("-")[0] for phrase in en.COLLECTIVES)
_NO_PART = frozenset({"at", "after", "above", "of", "the", "how", "so", "too", "very", "as"})
"""Before "all", "most" and "much" these make them no part: "at all", "the most", "how much"."""
_BEHIND_AN_ARTICLE = (
    frozenset({en.HUNDRED, "couple", "handful", "few", "majority", "half", "quarter"})
    | frozenset(en.SCALES)
    | frozenset(en.DOZENS) - {en.SCORE, "pair"}
    | frozenset(en.CALENDAR_UNITS)
    | frozenset(word for word in en.FRACTIONS if word not in ("second", "first"))
)
_BOUNDS = [phrase for phrase, meaning in en.DATE_BOUNDS.items() if meaning != en.SINCE or phrase in en.LOOKING_AHEAD]
_THIRDS = frozenset({"low", "mid", "high", "upper"})
_LEADS = (
    _words(en.HEDGES, en.DATE_HEDGES, en.THIRDS, _BOUNDS, en.TOTALS, en.FEW)
    | _THIS
    | en.DUE
    | en.MINUS
    | {en.BETWEEN, en.FROM, "the", "a", "an", "that", "this", "same", "year", "in", "day", "second", "first"}
    | en.FISCAL
)
_ALONE = en.DUE | en.MINUS | en.SCALES_BEFORE | en.RANGING | en.FISCAL | _THIRDS
_FIRST_LEADS = (
    frozenset(
        phrase.split()[0] for table in (en.HEDGES, en.DATE_HEDGES, en.THIRDS, _BOUNDS, en.TOTALS) for phrase in table
    )
    | _THIS
    | _ALONE
    | {en.BETWEEN, en.FROM, "the", "that", "this", "same", "year"}
) - {"in", "on", "a", "an", "one", "day", "c", "month"} | {"no"}
_BEFORE_DATES = Phrases.of((*en.DATE_HEDGES, *en.DATE_BOUNDS))
_HEDGES, _TOTALS = Phrases(en.HEDGES), Phrases.of(en.TOTALS)
_BEFORE_AN_AMOUNT = (
    en.ARTICLES | en.MINUS | en.SCALES_BEFORE | en.RANGING | _THIRDS | {en.IN, en.FROM, en.BETWEEN, en.PLUS}
)
_ALSO_NAMES = frozenset({"sun", "sat", "mon"})
_BEFORE_SHORT_YEARS = en.PREPOSITIONS | {en.OF} | frozenset(en.SEASONS) | frozenset(en.MONTHS)
_IN_A_NAME = frozenset("-./#@:_&+=~*")


def begins(text: Text, index: int) -> bool:
    """Whether a value may begin at a token: cheap, and true too often rather than too seldom."""
    word = text.at(index)
    if _is_inside_a_name(text, index) or _is_left_out(text, index):
        return False
    if is_seed(text, index) or PLUS_MINUS.at(text, index):
        return True
    if word in en.ARTICLES:
        return text.at(index + 1) in _BEHIND_AN_ARTICLE or (bool(_HEDGES.at(text, index)) and _leads_up(text, index))
    if word == "-":
        is_joined = index > 0 and text.glued(index) and text.token(index - 1).kind in (WORD, FIGURE)
        return text.glued(index + 1) and number_or_money(text, index + 1) and not is_joined
    if word == en.IN and text.at(index + 1) in en.POSSESSIVES:
        return text.at(index + 3) == "s" and text.glued(index + 3)  # "in her 30s"
    return word in _FIRST_LEADS and _leads_up(text, index)


def _is_left_out(text: Text, index: int) -> bool:
    """True for the `a half` of "a decade and a half", the `two` of "all but two", the `minus` of "plus or minus 3"."""
    word, before = text.at(index), text.at(index - 1)
    if word in en.ARTICLES:
        return before == en.AND and text.at(index + 1) in en.BARE_FRACTIONS
    if word in en.BARE_FRACTIONS:
        return before in en.ARTICLES and text.at(index - 2) == en.AND
    if before in en.FISCAL or (before == "year" and text.at(index - 2) in en.FISCAL):
        return True  # only the fiscal year as a whole is a date
    return (before == "but" and text.at(index - 2) in ("all", "none")) or (before == en.OR and word in en.MINUS)


def _leads_up(text: Text, index: int) -> bool:
    """Whether nothing but words that lead up to a value stand between a token and one."""
    for place in range(index, index + 1 + MOST_LEADS):
        if text.at(place) == "the" and looks_like_a_year(text, place + 1) and text.at(place + 2) not in ("s", "'", "-"):
            return False  # "after the 2001 attacks"
        if place == index:
            continue
        is_article = text.at(place) in en.ARTICLES and text.at(place + 1) in _BEHIND_AN_ARTICLE
        if is_article or is_seed(text, place) or _is_unit_of_time(text, place):
            return True
        if text.at(place) not in _LEADS and text.at(place) != "-":
            return False
    return False


def number_or_money(text: Text, index: int) -> bool:
    return text.token(index).kind == FIGURE or text.at(index) in en.CARDINALS or parse_currency(text, index) is not None


def is_seed(text: Text, index: int) -> bool:
    """Whether a token is the figure or the word that makes a value one."""
    kind, word, _, _ = text.token(index)
    if kind == FIGURE:
        return True
    if kind != WORD:
        return bool(word) and _is_money(text, index)
    if word == en.POINT:
        return text.at(index + 1) in en.CARDINALS and text.at(index - 1) not in en.CARDINALS
    if word in en.CARDINALS or word in en.ORDINALS or word in _COLLECTIVES:
        return True
    if word in _PARTS:
        return text.at(index - 1) not in _NO_PART or word in ("half", "several", "few", "both")
    if word in _VAGUE_PERIODS or (word in en.CALENDAR_UNITS and text.at(index + 1) in _COUNTED_FROM):
        return True
    if is_date_word(text, index):
        return True
    return text.between(index, index + 1)[0].isupper() and _is_money(text, index)


def _is_money(text: Text, index: int) -> bool:
    """True for the `$` of "$5", the `US` of "US$5", the `EUR` of "EUR 5"."""
    return _figure_follows(text, index) and parse_currency(text, index) is not None


def _figure_follows(text: Text, index: int) -> bool:
    return any(text.token(place).kind == FIGURE for place in range(index + 1, index + 4))


def is_date_word(text: Text, index: int) -> bool:
    """Whether a word is of dates only: a month, a weekday, `yesterday`, `Christmas`, `noon`."""
    word = text.at(index)
    if word in en.MONTHS or word in en.WEEKDAYS:
        written = text.between(index, index + 1)
        is_short = written.endswith(".") and bool(text.at(index + 1)) and text.at(index - 1) != "the"
        is_name = word in _ALSO_NAMES and not is_short and text.token(index + 1).kind != FIGURE
        return written[0].isupper() and not (is_name and text.at(index + 1) not in en.MONTHS)
    is_before_a_figure = text.token(index + 1).kind == FIGURE and text.glued(index + 1)
    if word in _NAMED_DAYS or word in _TIMES_OF_DAY:
        return not is_before_a_figure  # "PM2.5"
    if word in en.QUARTER_LETTERS:
        return is_before_a_figure and not (text.glued(index + 2) and text.token(index + 2).kind == WORD)  # "H5N1"
    if word in en.SEASONS or word == en.WEEK:
        place = text.skip(index + 1, en.OF)
        return looks_like_a_year(text, place) or (word == en.WEEK and text.token(place).kind == FIGURE)
    return text.between(index, index + 1)[:1].isupper() and _HOLIDAYS.at(text, index) is not None


def _is_unit_of_time(text: Text, index: int) -> bool:
    """Whether a word is of dates where others lead up to it: `year`, `quarter`, `summer`, `morning`."""
    return text.at(index) in _PARTS_OF_TIME or text.at(index) in _PARTS_OF_DAY


def may_be_date(text: Text, first: int, last: int) -> bool:
    """Whether a date may stand among some tokens."""
    return any(
        looks_like_a_year(text, index)
        or is_date_word(text, index)
        or _is_unit_of_time(text, index)
        or (text.token(index).kind == FIGURE and text.at(index + 1) in ("s", "-", "/", "'"))
        for index in range(first, min(last, first + MOST_LEADS + 2))
    )


def may_be_amount(text: Text, index: int) -> bool:
    """Whether what leads up to a value at a token may lead up to an amount: a hedge, not the "by" of "by June"."""
    word = text.at(index)
    is_word = is_seed(text, index) or word in _BEFORE_AN_AMOUNT or word == "-"
    return is_word or any(table.at(text, index) for table in (_HEDGES, _TOTALS))


def may_open_date(text: Text, index: int) -> bool:
    """Whether what leads up to a value at a token may lead up to a date: not the "lower than" of an amount."""
    hedge = _HEDGES.at(text, index)
    return hedge is None or _BEFORE_DATES.at(text, index) is not None or hedge[1] == index + 1


def vague_end(text: Text) -> int:
    """The index behind the `several`, `a few` that a text begins with, 0 if it begins with none."""
    place = text.skip(0, *en.ARTICLES)
    return place + 1 if text.at(place) in ("several", "few", "handful") else 0


def _is_inside_a_name(text: Text, index: int) -> bool:
    """True for the figures of `MS-13`, `G7`, `v2.0`, `#5`."""
    if index == 0 or not text.glued(index):
        return False
    before = text.token(index - 1)
    if before.kind in (WORD, FIGURE):
        return True
    if before.text == "'" and text.token(index).kind == FIGURE and text.at(index + 1) != "s":
        return text.at(index - 2) in _BEFORE_SHORT_YEARS
    return before.text in _IN_A_NAME and (index < 2 or text.glued(index - 1) or before.text in "#@")
