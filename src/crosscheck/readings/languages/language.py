"""One language: how its words become those of the English grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import ModuleType

from rapidfuzz.distance import Indel

from crosscheck.problems import shown
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.languages import slots
from crosscheck.readings.languages.counted import Counted
from crosscheck.readings.languages.numbers import Numbers
from crosscheck.readings.languages.phrases import Patterns, Slot, Table
from crosscheck.readings.languages.running_text import Prose
from crosscheck.readings.languages.scan import (
    CLOCK,
    DATE,
    FIGURE,
    ORDINAL,
    SIGN,
    WORD,
    Token,
    Writing,
    folded,
    open_mark,
    scan,
)
from crosscheck.readings.languages.translation import FOREIGN, Translation
from crosscheck.readings.lexicon import currencies, en, words

_NAMED_MONEY = re.compile(r"\{money\} \{number\} .*\{(?:currency|code)\}$")
"""Patterns of sums whose sign is told whose it is: "$5 USD"."""
_OPEN_SHARE = re.compile("[1-9][0-9]{0,2}[.,][0-9]{3}")
STOP = ";"
SHORTEST_NOUN = 4
"""Shorter words are mostly of the grammar: of those, only the known ones are nouns."""
SHORTEST_SCALE, LIKE_A_SCALE = 5, 0.75
"""From so many letters on, a word behind a figure that is so like a scale is taken for a misspelt one."""
_SIGNS = words("""
    m cm mm km hm nm µm kg g mg µg t kt Mt ha l L ml cl hl h min s ms W kW KW Kw kw MW GW TW Wh kWh KWh Kwh MWh GWh TWh
    Hz kHz MHz GHz V kV A mA k M Pa hPa kPa MPa bar mbar J kJ MJ GJ kB KB MB GB Gb TB PB Mb kbit Mbit Gbit dB ppm
    ppb bbl bpd °C °F C F mmHg Km KM Kg KG kmh kph Kmh bps kbps Mbps Gbps Sv mSv msv Bq eV keV MeV GeV mol rpm pH
    CO2 CO TNT
""")
"""Signs of units that every language writes, behind a figure."""
_TIME = re.compile(r"(\d\d):(\d\d)")
_ZONES = frozenset(zone.upper() for zone in en.ZONES if len(zone) > 2)
"""Signs of zones that every language writes, behind a time."""


def _tells_minutes(tokens: Sequence[Token]) -> bool:
    """Whether words beside it say that a figure is a time, and it has minutes: "14 h" may be a duration."""
    digits = sum(one.isdigit() for token in tokens for one in token.written)
    return digits > 2 and any(token.kind == WORD for token in tokens)


def _after_noon(english: str) -> str:
    """A time that words say is one, "14:30" of "14.30 Uhr", as English says it without a day; all else as it is."""
    found = _TIME.fullmatch(english)
    hour = int(found[1]) if found is not None else 0
    return f"{hour - 12}:{found[2]} pm" if found is not None and 12 < hour < 24 else english


class Language:
    """The words of one language, and how its figures are written in a region.

    `tables` is the module of the language's folder. Of it are used:
    `KEPT`, letters that differ from those without their marks; `DECIMAL` and `OTHER_DECIMAL`, with the regions
    `OTHER_REGIONS` that write the latter; `ORDINAL_MARKS` and `ELISIONS`; `CARDINALS`, `SCALES`, `GLUED`, `ALONE`,
    `HALVES`, `JOINTS` for numbers; `CLASSES` and `WORDS` from phrases to English; `PATTERNS` with slots, and the slots
    `COMPOSED` of patterns; `REFUSED` phrases, `REFUSED_ENDINGS` and the `NOUNS` that have those; `NEAREST` forms; if
    any, `ARTICLES` that are the number one, too, `CLAUSES`, words that begin one, `ACCENTED`, words that are others
    without their accents, `NORTHERN`, the regions in which seasons are those of the north, `PARTS_MILLIONS`, whether an
    apostrophe may part the millions, `OPEN_DECIMALS`, whether only the region says what parts decimals, and, where
    nouns have capital letters, `ADJECTIVE_ENDINGS`: what the other words of a noun phrase end in.
    """

    def __init__(self, tables: ModuleType, region: str) -> None:
        self._tables = tables
        self.code = tables.__name__.rpartition(".")[2]
        decimal = tables.OTHER_DECIMAL if region in tables.OTHER_REGIONS else tables.DECIMAL
        is_open = not region and getattr(tables, "OPEN_DECIMALS", False)
        writing = self._writing = Writing(
            tables.KEPT,
            decimal,
            tables.ORDINAL_MARKS,
            tables.ELISIONS,
            tables.GLUED,
            frozenset(folded(word, tables.KEPT) for word in tables.CARDINALS) if tables.GLUED else frozenset(),
            getattr(tables, "ACCENTED", frozenset()),
            frozenset() if is_open else frozenset(folded(phrase.split()[0], tables.KEPT) for phrase in tables.SCALES),
            frozenset(folded(phrase, tables.KEPT) for phrase in tables.CLASSES["scale"]),
            getattr(tables, "PARTS_MILLIONS", False),
        )
        self._has_open_decimals = is_open
        self._cardinals = Table(tables.CARDINALS, writing)
        self._numbers = Numbers(
            self._cardinals,
            Table(tables.SCALES, writing),
            tables.ALONE,
            Table(tables.HALVES, writing),
            tables.JOINTS,
        )
        hours = {
            folded(word, writing.kept): int(hour)
            for word, hour in tables.CARDINALS.items()
            if hour <= 24 and hour == int(hour)
        }
        self._classes = {name: Table(table, writing) for name, table in tables.CLASSES.items()}
        self._words = Table(tables.WORDS, writing)
        scales = {word for phrase in tables.SCALES for word in phrase.split()}
        self._scales = {folded(word, writing.kept): word for word in sorted(scales)}
        self._parts_of_numbers = self._scales.keys() | {
            folded(phrase, writing.kept) for phrase in tables.CLASSES["part"] if " " not in phrase
        }
        self._articles: frozenset[str] = getattr(tables, "ARTICLES", frozenset())
        clauses: frozenset[str] = getattr(tables, "CLAUSES", frozenset())
        self._clauses = frozenset(folded(word, writing.kept) for word in clauses)
        self._nouns = frozenset(folded(noun, writing.kept) for noun in tables.NOUNS)
        self._refused_endings = tuple(folded(ending, writing.kept) for ending in tables.REFUSED_ENDINGS)
        self._adjective_endings: tuple[str, ...] = getattr(tables, "ADJECTIVE_ENDINGS", ())
        northern: frozenset[str] | None = getattr(tables, "NORTHERN", None)
        self._has_seasons = northern is None or region in northern
        self._refused = Table(dict.fromkeys(tables.REFUSED, ""), writing)
        found: dict[str, Slot] = {name: table.at for name, table in self._classes.items()}
        found |= Counted(self._cardinals, hours, tables.ORDINAL_MARKS).slots
        found |= {
            "number": self._numbers.at,
            "season": self._season,
            "any": self._any,
        }
        for name, table in tables.COMPOSED.items():
            found[name] = Patterns(table, found, writing).at
        self._patterns = Patterns(tables.PATTERNS, found, writing)
        named = {each: english for each, english in tables.PATTERNS.items() if _NAMED_MONEY.match(each)}
        self._named_money = Patterns(named, found, writing)
        self._in_prose = Patterns(tables.PROSE_PATTERNS, found, writing)
        self._verbs = frozenset(folded(word, writing.kept) for word in tables.VERBS)
        self._verb_forms = re.compile(tables.VERB_FORMS)

    @property
    def prose(self) -> Prose:
        """The words of running text."""
        return Prose.of(self._tables)

    @property
    def nearest(self) -> dict[str, str]:
        """Forms that a message names, by the English ones."""
        return dict(self._tables.NEAREST)

    def words(self) -> Iterator[str]:
        """Words that a value may begin with."""
        return (word for phrase in self._tables.WORDS for word in phrase.split() if len(word) >= SHORTEST_NOUN)

    def translate_prose(self, value: str) -> Translation:
        """Running text in English words, to find where values end; `STOP` stands for what would be refused."""
        raw, tokens = scan(value, self._writing, is_prose=True)
        parts: list[tuple[str, int, int]] = []
        index = 0
        while index < len(tokens):
            try:
                english, after = self._in_prose.at(tokens, index) or self._at(raw, tokens, index)
            except ReadingError:
                english, after = STOP, index + 1
            if english.startswith(FOREIGN) and self._is_verb(tokens[index].text):
                english = STOP
            parts.append((english, tokens[index].start, tokens[after - 1].end))
            index = after
        return Translation(raw, parts, self.code)

    def begins_a_clause(self, word: str) -> bool:
        """Whether a word that no value has begins a new clause, and so does not change the value before it."""
        found = folded(word, self._writing.kept)
        return found in self._clauses or self._is_verb(found)

    def _is_verb(self, word: str) -> bool:
        """Whether a folded word is a verb, which no value goes on behind: "112 resultaron heridas"."""
        return word in self._verbs or self._verb_forms.fullmatch(word) is not None

    def translate(self, value: str, *, currency: str | None) -> Translation:
        """`value` in English words; `currency`: of a bare `$`. Raises `ReadingError`."""
        raw, tokens = scan(value, self._writing)
        if currency is None and any(
            token.written == "$" and self._named_money.at(tokens, index) is None for index, token in enumerate(tokens)
        ):
            raise ReadingError(
                f'whose money the "$" in {shown(raw)} is, is not said',
                nearest="US$ 5, or declare the source's currency",
            )
        if self._has_open_decimals:
            self._refuse_open_shares(tokens)
        parts: list[tuple[str, int, int]] = []
        index = 0
        while index < len(tokens):
            english, after = self._at(raw, tokens, index)
            parts.append((english, tokens[index].start, tokens[after - 1].end))
            index = after
        return Translation(raw, parts, self.code)

    def _refuse_open_shares(self, tokens: Sequence[Token]) -> None:
        """Refuse "3.250 %", which has thousands in some regions and decimals in others."""
        for index, token in enumerate(tokens):
            is_open = token.kind == FIGURE and _OPEN_SHARE.fullmatch(token.written) is not None
            if is_open and self._classes["percent"].at(tokens, index + 1) is not None:
                raise open_mark(token.written, token.written[-4], token.text.replace(",", ""))

    def word(self, word: str) -> str:
        """The English of a single word, "" of one that no table has."""
        found = self._words.at([Token(WORD, folded(word, self._writing.kept), word, 0, len(word))], 0)
        return found[0] if found is not None else ""

    def _at(self, raw: str, tokens: Sequence[Token], index: int) -> tuple[str, int]:
        """The English of the longest phrase at a token, and the index behind it."""
        if slots.is_torn(tokens, index):
            raise ReadingError(
                f"{shown(raw[tokens[index].start : tokens[index + 2].end])} could be a day, a fraction or two figures",
                understood=raw[: tokens[index].start].strip(),
            )
        # A number before a word: Portuguese "dez" is ten, and short for December.
        tables = (self._patterns, self._numbers, self._words)
        found = [each for table in tables if (each := table.at(tokens, index)) is not None]
        sign = self._sign(tokens, index)
        best = max([*found, sign] if sign else found, key=lambda each: each[1], default=None)
        if best is not None and best[1] == index + 1 and self._is_article(tokens, index):
            best = "a", index + 1
        refused = self._refused.at(tokens, index)
        if (refused is not None and (best is None or refused[1] > best[1])) or (best is not None and not best[0]):
            raise ReadingError(
                f"{shown(raw[tokens[index].start : tokens[-1].end])} may change what the figure says",
                understood=raw[: tokens[index].start].strip(),
            )
        if best is not None and _tells_minutes(tokens[index : best[1]]):
            return _after_noon(best[0]), best[1]
        return best or (self._unknown(raw, tokens, index), index + 1)

    def _is_article(self, tokens: Sequence[Token], index: int) -> bool:
        """True for the `una` of "una multitud": before a word that is not known it is no number."""
        if tokens[index].text not in self._articles or index + 1 == len(tokens):
            return False
        following = tokens[index + 1]
        tables = (self._patterns, self._words, self._numbers)
        return following.kind == WORD and not any(table.at(tokens, index + 1) for table in tables)

    def _unknown(self, raw: str, tokens: Sequence[Token], index: int) -> str:
        """A token that no table has: a sign, a date, or a noun; raises `ReadingError`."""
        token = tokens[index]
        if token.kind in (SIGN, DATE, CLOCK):
            return (slots.clock(tokens, index) or (token.written,))[0]
        if token.kind == ORDINAL:
            return f"{token.text}th"
        is_short = len(token.text) < SHORTEST_NOUN and token.written[:1].islower()
        is_doubtful = is_short or token.text.endswith(self._refused_endings)
        if self._adjective_endings and token.written[:1].islower():
            is_inside = index + 1 < len(tokens) and tokens[index + 1].kind == WORD
            is_doubtful = is_doubtful or not (is_inside and token.text.endswith(self._adjective_endings))
        if is_doubtful and token.text not in self._nouns:
            raise ReadingError(
                f"{shown(raw[token.start : tokens[-1].end])} was not understood",
                understood=raw[: token.start].strip(),
                word=token.written,
                known=self.words,
            )
        if index > 0 and self._is_number(tokens[index - 1]) and (meant := self._scale_like(token.text)):
            raise ReadingError(
                f"{shown(token.written)} may be a misspelt number (did you mean {shown(meant)}?)",
                understood=raw[: token.start].strip(),
            )
        if token.text in self._parts_of_numbers:
            raise ReadingError(
                f"{shown(raw[token.start : tokens[-1].end])} may change what the figure says",
                understood=raw[: token.start].strip(),
            )
        names_follow = self._adjective_endings and token.written[:1].isupper()
        if not names_follow and self._is_behind_money(tokens, index):
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

    def _sign(self, tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
        """A sign of money or of a unit, as every language writes it."""
        token = tokens[index]
        if (money := slots.money_sign(tokens, index)) is not None:
            return money
        beside = [tokens[place] for place in (index - 1, index + 1) if 0 <= place < len(tokens)]
        if token.written in _ZONES and any(slots.clock(tokens, place) for place in range(max(index - 2, 0), index)):
            return token.written, index + 1
        if token.written in currencies.CODES and any(self._is_number(each) for each in beside):
            return token.written, index + 1
        is_behind = index > 0 and (self._is_number(tokens[index - 1]) or tokens[index - 1].text in ("/", "°"))
        return (token.written, index + 1) if token.kind == WORD and is_behind and token.written in _SIGNS else None

    def _scale_like(self, word: str) -> str:
        """The scale that a word is so like that it is taken for a misspelt one, "" if there is none."""
        likeness = {scale: Indel.normalized_similarity(word, scale) for scale in self._scales}
        best = max(sorted(likeness), key=likeness.__getitem__)
        return self._scales[best] if len(word) >= SHORTEST_SCALE and likeness[best] >= LIKE_A_SCALE else ""

    def _is_number(self, token: Token) -> bool:
        return token.kind == FIGURE or token.text in self._scales

    def _any(self, tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
        """A word that no table has, which may be what is counted."""
        token = tokens[index]
        tables = (self._refused, self._numbers, self._words)
        is_noun = token.kind == WORD and len(token.text) >= SHORTEST_NOUN
        return (
            (FOREIGN + token.written, index + 1) if is_noun and not any(t.at(tokens, index) for t in tables) else None
        )

    def _season(self, tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
        """A season; raises `ReadingError` where nobody knows in which half of the year the region has it."""
        found = self._classes["season"].at(tokens, index)
        if found is not None and not self._has_seasons:
            raise ReadingError(
                f"in which months {shown(tokens[index].written)} is depends on the country",
                nearest=f"the months, or declare a language such as {self.code}-{min(self._tables.NORTHERN).upper()}",
            )
        return found


def _is_money_sign(token: Token) -> bool:
    return slots.money_sign((token,), 0) is not None or token.written in currencies.CODES
