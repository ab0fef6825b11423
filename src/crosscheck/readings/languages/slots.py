"""What may stand in a slot of a phrase, beside the tables of a language: days, years, hours, Roman numerals."""

from __future__ import annotations

from collections.abc import Container, Sequence
from decimal import Decimal
from math import gcd

from crosscheck.readings.languages.scan import CLOCK, DATE, FIGURE, MONEY, ORDINAL, WORD, Token
from crosscheck.readings.lexicon import currencies

_MONEY_SIGNS = frozenset("$€£¥₡₲₱₽₩₹")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NTH = {"1": "st", "2": "nd", "3": "rd"}
_LENGTHS = frozenset({"km", "m", "dm", "cm", "mm"})
_PLAIN_FRACTIONS = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4)})
"""Nobody writes a day and a month so, where they mean these."""
MOST_PARTS = 10
MANY, FEW = 100_000, 100
LAST_CENTURY = 21
_DECIMAL_PARTS = frozenset({100, 1000})
Found = tuple[str, int] | None
"""English words, and the index behind what they stand for."""


def start(_: Sequence[Token], index: int) -> Found:
    """Nothing, where a value begins."""
    return ("", index) if index == 0 else None


def figure(tokens: Sequence[Token], index: int) -> Found:
    token = tokens[index] if index < len(tokens) else None
    return (token.text, index + 1) if token is not None and token.kind == FIGURE else None


def day(tokens: Sequence[Token], index: int) -> Found:
    token = tokens[index]
    is_day = token.kind in (FIGURE, ORDINAL) and token.text.isdigit() and 1 <= int(token.text) <= 31
    return (str(int(token.text)), index + 1) if is_day else None


def year(tokens: Sequence[Token], index: int) -> Found:
    token = tokens[index]
    is_year = token.kind == FIGURE and token.written.isdigit() and len(token.written) in (3, 4)
    return (token.text, index + 1) if is_year else None


def early_year(tokens: Sequence[Token], index: int) -> Found:
    """`711`: a year of three digits, which alone would be a count."""
    found = year(tokens, index)
    return found if found is not None and len(found[0]) == 3 else None


def nth(tokens: Sequence[Token], index: int) -> Found:
    """The ordinal of `19.` and `3º`, as English writes it."""
    token = tokens[index]
    if token.kind != ORDINAL or not token.text.isdigit() or len(token.text) > 2:
        return None
    is_teen = len(token.text) == 2 and token.text[0] == "1"
    return token.text + _NTH.get(token.text[-1] if not is_teen else "", "th"), index + 1


def is_torn(tokens: Sequence[Token], index: int) -> bool:
    """True of two figures with a slash that may be no fraction: `05/10`, `30/40`, and `7/9` with nothing behind it."""
    if index + 2 >= len(tokens) or tokens[index].kind != FIGURE or tokens[index + 1].written != "/":
        return False
    above, _, below = tokens[index : index + 3]
    if below.kind != FIGURE or len(above.written) > 3 or (index > 0 and tokens[index - 1].written == "/"):
        return False
    if not (above.written.isdigit() and below.written.isdigit()) or "0" in (above.written[0], below.written[0]):
        return True
    one, other = int(above.written), int(below.written)
    if (one, other) in _PLAIN_FRACTIONS:
        return False
    is_fraction = one < other and gcd(one, other) == 1 and (other <= MOST_PARTS or other in _DECIMAL_PARTS)
    return not is_fraction or (index + 3 >= len(tokens) and other <= MOST_PARTS)


def whole(tokens: Sequence[Token], index: int, among: Container[int]) -> Found:
    """One of some whole numbers, in figures."""
    token = tokens[index]
    is_whole = token.kind == FIGURE and token.text.isdigit() and int(token.text) in among
    return (token.text, index + 1) if is_whole else None


def many(tokens: Sequence[Token], index: int) -> Found:
    """The 800,000 of "between 800,000 and 1.2 million": so many stand for themselves."""
    found = figure(tokens, index)
    return found if found is not None and _size(found[0]) >= MANY else None


def few(tokens: Sequence[Token], index: int) -> Found:
    """The 1.2 of "between 800,000 and 1.2 million"."""
    found = figure(tokens, index)
    return found if found is not None and _size(found[0]) < FEW else None


def _size(written: str) -> Decimal:
    return Decimal(written.replace(",", ""))


def two_digits(tokens: Sequence[Token], index: int) -> Found:
    """`98`, which may be a year."""
    token = tokens[index]
    is_short = token.kind == FIGURE and len(token.written) == 2 and token.written.isdigit()
    return (token.text, index + 1) if is_short else None


def decade(tokens: Sequence[Token], index: int) -> Found:
    """`90`, `1990`: what a decade is called by."""
    found = two_digits(tokens, index) or year(tokens, index)
    return found if found is not None and found[0].endswith("0") and int(found[0]) >= 20 else None


def clock(tokens: Sequence[Token], index: int) -> Found:
    """`15:30`, `15.30`, `15h30`."""
    token = tokens[index]
    hour, mark, minute = token.written[:-3], token.written[-3:-2], token.written[-2:]
    is_clock = token.kind in (CLOCK, FIGURE) and len(token.written) in (4, 5) and mark in (":", ".", "h")
    is_time = is_clock and hour.isdigit() and int(hour) <= 24 and minute.isdigit() and int(minute) < 60
    return (f"{hour}:{minute}", index + 1) if is_time else None


def length(tokens: Sequence[Token], index: int) -> Found:
    """`km`: a sign of length, which a word behind it squares ("km quadrados")."""
    return (tokens[index].text, index + 1) if tokens[index].text in _LENGTHS else None


def numeric_date(tokens: Sequence[Token], index: int) -> Found:
    token = tokens[index]
    return (token.written, index + 1) if token.kind == DATE else None


def money_sign(tokens: Sequence[Token], index: int) -> Found:
    """`€`, `US$`."""
    token = tokens[index]
    return (token.written, index + 1) if token.kind == MONEY or token.written in _MONEY_SIGNS else None


def currency_code(tokens: Sequence[Token], index: int) -> Found:
    """`USD`, in capitals."""
    token = tokens[index]
    return (token.written, index + 1) if token.written in currencies.CODES else None


def century(tokens: Sequence[Token], index: int, marks: tuple[str, ...]) -> Found:
    """The number of a century in Roman or Arabic figures."""
    return roman(tokens, index, marks) or whole(tokens, index, range(1, LAST_CENTURY + 1))


def roman(tokens: Sequence[Token], index: int, marks: tuple[str, ...]) -> Found:
    """The number of `XIX`, and of `XIXe` with one of the marks of ordinals."""
    letters = tokens[index].text
    if set(letters) - set(_ROMAN):
        letters = letters.removesuffix(next((mark for mark in marks if letters.endswith(mark)), ""))
    if tokens[index].kind != WORD or not letters or set(letters) - set(_ROMAN):
        return None
    values = [_ROMAN[letter] for letter in letters]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-one if one < following else one for one, following in pairs)), index + 1
