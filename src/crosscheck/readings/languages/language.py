"""One language: how its words become those of the English grammar."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from rapidfuzz.distance import Indel

from crosscheck.problems import shown
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.languages import slots
from crosscheck.readings.languages.numbers import Numbers
from crosscheck.readings.languages.phrases import Patterns, Slot, Table
from crosscheck.readings.languages.scan import (
    CLOCK,
    DATE,
    FIGURE,
    MONEY,
    ORDINAL,
    SIGN,
    WORD,
    Token,
    Writing,
    folded,
    scan,
)
from crosscheck.readings.languages.translation import FOREIGN, Translation
from crosscheck.readings.lexicon import currencies, words

SHORTEST_NOUN = 4
"""Shorter words are mostly of the grammar: of those, only the known ones are nouns."""
SHORTEST_SCALE, LIKE_A_SCALE = 5, 0.75
"""From so many letters on, a word behind a figure that is so like a scale is taken for a misspelt one."""
_SIGNS = words("""
    m cm mm km nm µm m2 km2 m3 hm3 kg g mg µg t kt mt ha l ml cl hl h min s ms w kw mw gw tw wh kwh mwh gwh twh hz khz
    mhz ghz v kv a ma k pa hpa kpa mpa bar mbar j kj mj gj b kb mb gb tb pb db ppm ppb bbl bpd °c °f c f mmhg
    mw km/h kmh kph bps kbps mbps gbps sv msv msv bq ev kev mev gev mol rpm cv ph co2 tnt
""")
"""Signs of units that every language writes, behind a figure."""
_MONEY_SIGNS = frozenset("$€£¥₡₲₱₽₩₹")


class Language:
    """The words of one language, and how its figures are written in a region.

    `tables` is the module of the language's folder. Of it are used:
    `KEPT`, letters that differ from those without their marks; `DECIMAL` and `OTHER_DECIMAL`, with the regions
    `OTHER_REGIONS` that write the latter; `DATE_ORDER` and the regions `NO_ORDER` in which nobody knows it;
    `ORDINAL_MARKS` and `ELISIONS`; `CARDINALS`, `SCALES`, `GLUED`, `ALONE`, `HALVES`, `JOINTS` for numbers; `CLASSES`
    and `WORDS` from phrases to English; `PATTERNS` with slots; `REFUSED` phrases, `REFUSED_ENDINGS` and the `NOUNS`
    that have those; `NEAREST` forms.
    """

    def __init__(self, tables: ModuleType, region: str) -> None:
        self._tables = tables
        decimal = tables.OTHER_DECIMAL if region in tables.OTHER_REGIONS else tables.DECIMAL
        writing = self._writing = Writing(
            tables.KEPT,
            decimal,
            tables.ORDINAL_MARKS,
            tables.ELISIONS,
            tables.GLUED,
            frozenset(folded(word, tables.KEPT) for word in tables.CARDINALS) if tables.GLUED else frozenset(),
        )
        self.date_order: str | None = None if region in tables.NO_ORDER else tables.DATE_ORDER
        self._numbers = Numbers(
            Table(tables.CARDINALS, writing),
            Table(tables.SCALES, writing),
            tables.ALONE,
            Table(tables.HALVES, writing),
            tables.JOINTS,
        )
        self._classes = {name: Table(table, writing) for name, table in tables.CLASSES.items()}
        self._words = Table(tables.WORDS, writing)
        self._scales = frozenset(folded(word, writing.kept) for phrase in tables.SCALES for word in phrase.split())
        self._nouns = frozenset(folded(noun, writing.kept) for noun in tables.NOUNS)
        self._refused = Table(dict.fromkeys(tables.REFUSED, ""), writing)
        found: dict[str, Slot] = {name: table.at for name, table in self._classes.items()}
        found |= {
            "number": self._numbers.at,
            "figure": slots.figure,
            "day": slots.day,
            "year": slots.year,
            "clock": slots.clock,
            "date": slots.numeric_date,
            "code": slots.currency_code,
            "hour": self._hour,
            "roman": lambda tokens, index: slots.roman(tokens, index, tables.ORDINAL_MARKS),
        }
        self._patterns = Patterns(tables.PATTERNS, found, writing)

    @property
    def nearest(self) -> dict[str, str]:
        """Forms that a message names, by the English ones."""
        return dict(self._tables.NEAREST)

    def translate(self, value: str, *, currency: str | None) -> Translation:
        """`value` in English words; `currency`: of a bare `$`. Raises `ReadingError`."""
        raw, tokens = scan(value, self._writing)
        parts: list[tuple[str, int, int]] = []
        index = 0
        while index < len(tokens):
            english, after = self._at(raw, tokens, index, currency)
            parts.append((english, tokens[index].start, tokens[after - 1].end))
            index = after
        return Translation(raw, parts)

    def _at(self, raw: str, tokens: Sequence[Token], index: int, currency: str | None) -> tuple[str, int]:
        """The English of the longest phrase at a token, and the index behind it."""
        tables = (self._patterns, self._words, self._numbers)
        found = [each for table in tables if (each := table.at(tokens, index)) is not None]
        sign = self._sign(raw, tokens, index, currency)
        best = max([*found, sign] if sign else found, key=lambda each: each[1], default=None)
        refused = self._refused.at(tokens, index)
        if refused is not None and (best is None or refused[1] >= best[1]):
            raise ReadingError(
                f"{shown(raw[tokens[index].start : tokens[-1].end])} may change what the figure says",
                understood=raw[: tokens[index].start].strip(),
            )
        return best or (self._unknown(raw, tokens, index), index + 1)

    def _unknown(self, raw: str, tokens: Sequence[Token], index: int) -> str:
        """A token that no table has: a sign, a date, or a noun; raises `ReadingError`."""
        token = tokens[index]
        if token.kind in (SIGN, DATE, CLOCK):
            return token.written
        if token.kind == ORDINAL:
            return f"{token.text}th"
        is_short = len(token.text) < SHORTEST_NOUN and token.written[:1].islower()
        is_doubtful = is_short or token.text.endswith(self._tables.REFUSED_ENDINGS)
        if is_doubtful and token.text not in self._nouns:
            raise ReadingError(
                f"{shown(raw[token.start : tokens[-1].end])} was not understood",
                understood=raw[: token.start].strip(),
            )
        if index > 0 and self._is_number(tokens[index - 1]) and self._is_like_a_scale(token.text):
            raise ReadingError(
                f"{shown(token.written)} may be a misspelt number", understood=raw[: token.start].strip()
            )
        if self._is_behind_money(tokens, index):
            raise ReadingError(
                f"which money {shown(raw[: token.end])} is, is not known", understood=raw[: token.start].strip()
            )
        return FOREIGN + token.written

    def _is_behind_money(self, tokens: Sequence[Token], index: int) -> bool:
        """True right behind the name of a currency, or behind the figure of a sum of money: "5 pesos filipinos"."""
        named = [self._classes["currency"].at(tokens, place) for place in range(max(index - 3, 0), index)]
        if any(each is not None and each[1] == index for each in named):
            return True
        begins = [place for place in range(index) if _is_money_sign(tokens[place])]
        number = self._numbers.at(tokens, begins[-1] + 1) if begins else None
        return number is not None and number[1] == index

    def _sign(self, raw: str, tokens: Sequence[Token], index: int, currency: str | None) -> tuple[str, int] | None:
        """A sign of money or of a unit, as every language writes it; raises `ReadingError` for a bare `$`."""
        token = tokens[index]
        if token.written == "$" and currency is None:
            raise ReadingError(
                f'whose money the "$" in {shown(raw)} is, is not said',
                nearest="US$ 5, or declare the source's currency",
            )
        if token.kind == MONEY or token.written in _MONEY_SIGNS:
            return token.written, index + 1
        beside = [tokens[place] for place in (index - 1, index + 1) if 0 <= place < len(tokens)]
        if token.written in currencies.CODES and any(self._is_number(each) for each in beside):
            return token.written, index + 1
        is_behind = index > 0 and (self._is_number(tokens[index - 1]) or tokens[index - 1].text in ("/", "°"))
        return (token.written, index + 1) if token.kind == WORD and is_behind and token.text in _SIGNS else None

    def _is_like_a_scale(self, word: str) -> bool:
        is_long = len(word) >= SHORTEST_SCALE
        return is_long and any(Indel.normalized_similarity(word, scale) >= LIKE_A_SCALE for scale in self._scales)

    def _is_number(self, token: Token) -> bool:
        return token.kind == FIGURE or token.text in self._scales

    def _hour(self, tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
        """`3`, `tres`, `3.30`: an hour, with minutes in figures."""
        clock = slots.clock(tokens, index)
        if clock is not None:
            return clock
        number = self._numbers.at(tokens, index)
        if number is None or number[1] > index + 1:
            return None
        token = tokens[index]
        if token.kind == FIGURE:
            return (token.text, number[1]) if token.text.isdigit() and int(token.text) <= 24 else None
        cardinal = self._tables.CARDINALS.get(token.text)
        return (str(cardinal), number[1]) if cardinal is not None and cardinal <= 12 else None


def _is_money_sign(token: Token) -> bool:
    return token.kind == MONEY or token.written in _MONEY_SIGNS or token.written in currencies.CODES
