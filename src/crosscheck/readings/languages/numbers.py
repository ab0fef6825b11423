"""Numbers of another language, in figures and words, as English has them: `dos millones y medio`, `14 mil millones`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from crosscheck.readings.languages.phrases import Table
from crosscheck.readings.languages.scan import FIGURE, Token
from crosscheck.readings.lexicon import en

_SPELLED = {value: word for word, value in reversed(en.CARDINALS.items()) if word not in ("threescore", "fourscore")}
_THOUSAND = "thousand"
_RAISED = {"million": "billion", "billion": "trillion", "trillion": "quadrillion"}


def spelled(number: int | Fraction) -> str:
    """A number below 1,000 in English words, whole or with a half."""
    if number != int(number):
        return f"{spelled(int(number))} and a half"
    number = int(number)
    if number >= 100:
        rest = number % 100
        return f"{_SPELLED[number // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    if number in _SPELLED:
        return _SPELLED[number]
    return f"{_SPELLED[number - number % 10]}-{_SPELLED[number % 10]}"


class Numbers:
    """The numbers of a language.

    `cardinals`: phrases to numbers below 1,000, whole or with a half. `scales`: phrases to English scales; of these
    those `alone` are a number by themselves ("mil" is a thousand). `halves`: what adds a half ("y medio"). `joints` may
    stand between the parts of a sum ("dois mil e quinhentos").
    """

    def __init__(
        self,
        cardinals: Table[int | Fraction],
        scales: Table[str],
        alone: frozenset[str],
        halves: Table[str],
        joints: frozenset[str],
    ) -> None:
        self._cardinals, self._scales, self._alone, self._halves = cardinals, scales, alone, halves
        self._joints = joints

    def at(self, tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
        """The number at a token in English, and the index behind it."""
        first = self._thousands(tokens, index) or self._part(tokens, index)
        if first is None:
            return None
        english, after, scale = first
        parts = [english]
        while scale:
            place = after + 1 if after < len(tokens) and tokens[after].text in self._joints else after
            more = self._part(tokens, place)
            if more is None or en.SCALES.get(more[2] or "", 1) >= en.SCALES[scale] or _is_joined_year(tokens, place):
                break
            parts.append(more[0])
            after, scale = more[1], more[2]
        return " ".join(parts), after

    def _thousands(self, tokens: Sequence[Token], index: int) -> tuple[str, int, str] | None:
        """The thousands of a larger scale: `mil quinientos millones`, `14 mil 500 millones`."""
        thousands = self._whole(tokens, index) or (1, index)
        scale = self._scales.at(tokens, thousands[1])
        if scale is None or scale[0] != _THOUSAND or (thousands[1] == index and tokens[index].text not in self._alone):
            return None
        place = scale[1] + 1 if scale[1] < len(tokens) and tokens[scale[1]].text in self._joints else scale[1]
        rest = self._whole(tokens, place)
        larger = self._scales.at(tokens, rest[1]) if rest is not None else None
        if rest is None or larger is None or larger[0] not in _RAISED or not 0 < rest[0] < 1000:
            return None
        number, name = shifted(str(thousands[0] * 1000 + rest[0]), larger[0])
        return f"{number} {name}", larger[1], name

    def _whole(self, tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
        """A whole number in figures or words, without a scale."""
        if index < len(tokens) and tokens[index].kind == FIGURE:
            return (int(tokens[index].text), index + 1) if tokens[index].text.isdigit() else None
        cardinal = self._cardinals.at(tokens, index)
        return (int(cardinal[0]), cardinal[1]) if cardinal is not None and cardinal[0] == int(cardinal[0]) else None

    def _part(self, tokens: Sequence[Token], index: int) -> tuple[str, int, str] | None:
        """A number with its scale ("" without one): `35`, `treinta y cinco mil`, `dos millones y medio`."""
        if index >= len(tokens):
            return None
        figure = tokens[index].text if tokens[index].kind == FIGURE else ""
        if figure:
            number, after = figure, index + 1
        elif (cardinal := self._cardinals.at(tokens, index)) is not None:
            number, after = spelled(cardinal[0]), cardinal[1]
        elif tokens[index].text in self._alone:
            number, after = "one", index
        else:
            return None
        before, scale = after, self._scales.at(tokens, after)
        if scale is not None:
            after = scale[1]
        # Of "dos mil millones y medio" nobody knows which half is meant.
        is_plain = scale is None or (scale[0] != _THOUSAND and scale[1] == before + 1)
        half = self._halves.at(tokens, after) if is_plain else None
        if half is not None:
            number, after = f"{number} {half[0]}", half[1]
            # "um e meio milhão"
            scale = scale or self._scales.at(tokens, after)
            after = max(after, scale[1]) if scale is not None else after
        if scale is None:
            return number, after, ""
        if figure and half is None:
            number, name = shifted(figure, scale[0])
            return f"{number} {name}", after, name
        return f"{number} {scale[0]}", after, scale[0]


def _is_joined_year(tokens: Sequence[Token], index: int) -> bool:
    """True for the 2019 of "5 millones 2019"."""
    token = tokens[index]
    return token.kind == FIGURE and len(token.written) == 4 and token.written.isdigit()


def shifted(figure: str, scale: str) -> tuple[str, str]:
    """`14,000 million` as `14 billion`, which a language without a word for it writes so."""
    value = Decimal(figure.replace(",", ""))
    while value >= 1000 and scale in _RAISED:
        value, scale = value / 1000, _RAISED[scale]
        figure = f"{value.normalize():f}"
    return figure, scale
