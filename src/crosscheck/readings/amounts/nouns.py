"""The words behind a figure: what is counted, and what a plain noun phrase must not have in it.

No word is dropped unless it is known not to change the figure. A noun phrase says what is counted; a unit that is not
read, a second party, a comparison, a share for each are refused here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from crosscheck.problems import shown
from crosscheck.readings.amounts.amount import Amount
from crosscheck.readings.amounts.unit_grammar import parse_currency_behind, parse_rate
from crosscheck.readings.amounts.units import find_unit, is_own_spelling, is_sign
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.lexicon import en
from crosscheck.readings.lexicon.units import PREFIXES
from crosscheck.readings.tokens import FIGURE, WORD, Phrases, Text

_SECOND_PARTIES = Phrases.of(en.SECOND_PARTIES)
_CHANGING = Phrases.of(en.CHANGING)
_JOINS = (en.AND, "&", ",", ";")
_PREPOSITIONS = en.PREPOSITIONS | {en.OF, "who", "that", "whose", "which", "were", "was", "are", "is", "had", "have"}
_PREFIX = re.compile("|".join(sorted(PREFIXES, key=len, reverse=True)))
_ADJECTIVE = re.compile(r".{2,}(?:ed|ing)")


def refuse_change(text: Text, index: int, amount: Amount, nouns: list[str]) -> None:
    """Refuse what stands at token `index` if it changes what the figure before it says."""
    word = text.at(index)
    if word in en.EACH:
        raise ReadingError(f"{shown(text.after(index))}: the amount for each is not the total")
    if word in en.CONDITIONS:
        raise ReadingError(f"what holds {shown(text.after(index))} is said of a condition")
    if _SECOND_PARTIES.at(text, index) is not None:
        raise _another_party(text, index)
    counts = not is_measured(amount)
    if text.at(index - 1) == en.PLUS and counts and (nouns or word in en.DETERMINERS):
        raise _another_party(text, index - 1)
    if word == en.TO and not counts and text.at(index + 1) == "the" and parse_currency_behind(text, index + 2):
        raise ReadingError(f"{shown(text.after(index))} is a rate of exchange, which is not read")
    if counts and word in _JOINS and ((word == en.AND and not nouns) or _begins_a_party(text, index)):
        raise _another_party(text, index)
    if counts and word in en.REFLEXIVE:
        raise _another_party(text, index)
    if word in en.COMPARING and not nouns and not (counts and text.token(index + 1).kind == WORD):
        raise ReadingError(f"{shown(text.after(index))} compares: a difference is not the amount itself")


def refuse_changing(text: Text, index: int, amount: Amount, nouns: list[str]) -> None:
    """Refuse the `too much`, `under budget`, `a side` that make the figure before token `index` another one."""
    found = _CHANGING.at(text, index)
    if found is not None:
        raise ReadingError(f"{shown(text.between(index, found[1]))} changes what the figure says")
    place = text.skip(index, "-")
    is_score = text.at(place) in en.IN_SCORES or (place > index and text.at(place) == en.UNDER)  # not "4 under"
    if is_score and not nouns and place + 1 == len(text.tokens) and not is_measured(amount):
        raise ReadingError(f"{shown(text.raw)} may be a score, or a group of ages")
    is_net = text.at(index) == en.EXCLUDING or (text.at(index) in en.AFTER_BEFORE and text.at(index + 1) in en.TAXES)
    if is_net and is_measured(amount):
        raise ReadingError(f"{shown(text.after(index))} says what is left out, which belongs in the scope of the claim")
    if text.at(index) == en.UNDER and _is_below(text, index + 1, is_measured(amount)):
        raise ReadingError(f"{shown(text.after(index))} compares: a difference is not the amount itself")
    place = index + (text.at(index) == en.TO)
    is_of_each = text.at(place) in en.ARTICLES and text.token(place + 1).kind == WORD
    is_behind_noun = bool(nouns) and place == index and place + 2 == len(text.tokens) and not _is_opened(text, index)
    is_of_figure = is_behind_noun or not (nouns or amount.measure)
    if is_of_each and is_of_figure and not (is_measured(amount) or parse_rate(text, place)):
        raise ReadingError(f"{shown(text.after(index))}: the amount for each is not the total")


def _is_opened(text: Text, index: int) -> bool:
    """True if the token before `index` is no noun: "12 victims of a blast" are not of each blast."""
    before = text.token(index - 1)
    return (
        before.kind != WORD
        or text.at(index - 1) in _PREPOSITIONS
        or _ADJECTIVE.fullmatch(text.at(index - 1)) is not None
    )


def _is_below(text: Text, index: int, measured: bool) -> bool:
    """True for the `budget` of "$5m under budget"; a count is under what is known to be a limit."""
    place = text.skip(index, "the", "its", "their", "his", "her", *en.ARTICLES)
    if not measured:
        return text.at(place) in en.LIMITS
    is_name = text.between(place, place + 1)[:1].isupper()
    return not is_name and not any(text.at(at) in en.STANDS_UNDER for at in range(place, len(text.tokens)))


def is_measured(amount: Amount) -> bool:
    """True if what the figure is in is known: money, a unit, a share."""
    last = amount.high or amount.low
    return last.measure is not None if last is not None else amount.measure is not None


def _another_party(text: Text, index: int) -> ReadingError:
    return ReadingError(f"{shown(text.after(index))} may be counted or not", understood=text.between(0, index))


def _begins_a_party(text: Text, index: int) -> bool:
    """True for the `and` of "two officers and a bystander", the comma of "12 people, a dog"; not of "men and women"."""
    place = index + 1
    if text.at(index) == "," and text.at(place) in (en.AND, "&"):
        return False
    word = text.at(place)
    if not word or text.token(place).kind == FIGURE:
        return False
    if word in en.DETERMINERS or word in en.REFLEXIVE:
        return not _is_part_of_them(text)
    if text.at(index) != en.AND or _in_a_phrase(text, index):
        return False
    return not _is_plural(_head(text, place))


def _is_part_of_them(text: Text) -> bool:
    end = text.raw[-LONGEST_PHRASE * 2 :].lower().rstrip(" .")
    return any(end.endswith(" " + phrase) for phrase in en.PARTS_OF_THEM)


def _in_a_phrase(text: Text, index: int) -> bool:
    """True within "of theft and murder", which says no more of what is counted."""
    return any(text.at(place) in _PREPOSITIONS for place in range(max(index - 4, 0), index))


def _head(text: Text, index: int) -> str:
    """The last word of the noun phrase at token `index`."""
    head = text.at(index)
    for place in range(index, index + LONGEST_PHRASE):
        if text.token(place).kind != WORD or text.at(place) in _PREPOSITIONS:
            break
        head = text.at(place)
    return head


def _is_plural(word: str) -> bool:
    return word.endswith("s") or word in en.PLURALS or _ADJECTIVE.fullmatch(word) is not None


@lru_cache(maxsize=1 << 12)  # thousands of values count the same thing
def unit_in(noun: str) -> str:
    """The unit that a noun phrase begins with, "" if it says what is counted: "furlongs", "metric cups"."""
    if noun.lower() == "are":
        return noun
    start = " ".join(re.findall(r"[^\s,;()\"-]+", noun)).lower()
    for phrase in en.UNIT_PHRASES:
        rest = start.removeprefix(phrase)
        if rest != start and (not rest or re.match(r"(?:s|es)?(?:\s|$)", rest)):
            return phrase
    words = _head_phrase(noun)
    if not words:
        return ""
    kind, _, rest = start.partition(" unit")
    if kind in en.UNITS_OF and re.match(r"s?(?:\s|$)", rest):
        return f"{kind} units"
    place = 0
    while place + 1 < len(words) and words[place].lower() in en.QUALIFIERS:
        place += 1
    # "20 stone houses" counts houses, "300 mile markers" markers: several of a unit are named in the plural.
    if place + 1 < len(words) and not words[place].lower().endswith("s"):
        return " ".join(words) if _is_spelled_unit(words[-1]) and len(words[-1]) > SHORTEST else ""
    return " ".join(words[: place + 1]) if _is_spelled_unit(words[place]) else ""


SHORTEST, LONGEST_PHRASE = 3, 12
_ENDS_HEAD = en.PREPOSITIONS | {en.OF, en.OR, en.AND, "were", "was", "are", "is", "who", "that", "which", "may", "have"}


def _head_phrase(noun: str) -> list[str]:
    words = re.findall(r"[^\s,;()\"]+", noun)
    if words and words[0].lower() == en.OF:
        words = words[1:]
    for place, word in enumerate(words):
        if word.lower() in _ENDS_HEAD:
            return words[:place]
    return words


def _is_spelled_unit(word: str) -> bool:
    if word.isupper() and len(word) > 1 and not is_own_spelling(word):
        return False  # the MS of "40 MS-13 members"
    return is_sign(word) or find_unit(word) is not None or is_unit_name(word.lower())


def is_unit_name(word: str) -> bool:
    """True for the name of a unit that is known and not read, with any prefix, in the singular or the plural."""
    names = {word, word.removesuffix("s"), word.removesuffix("es"), word[:-3] + "y" if word.endswith("ies") else word}
    if word in ("feet", "inches"):
        return True
    if names & en.UNIT_NAMES:
        return True
    prefix = _PREFIX.match(word)
    return prefix is not None and any(name[prefix.end() :] in en.PREFIXABLE for name in names)
