"""A value of another language as tokens, its figures as English writes them."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from crosscheck.readings.errors import ReadingError
from crosscheck.readings.tokens import split

FIGURE, WORD, SIGN, DATE, CLOCK, ORDINAL, MONEY = "figure", "word", "sign", "date", "clock", "ordinal", "money"

_TOKEN = re.compile(
    r"""
      (?P<dotted>  \.?\ufdd0 )
    | (?P<date>    (?<![\w.,/-])[0-9]{1,4}(?P<mark>[./-])[0-9]{1,2}(?P=mark)[0-9]{1,4}(?![\w%]|[.,/][0-9]) )
    | (?P<spaced>  (?<![\w.,/-])[0-9]{1,2}\.[ ][0-9]{1,2}\.[ ][0-9]{4}(?![\w%]|[.,/][0-9]) )
    | (?P<clock>   (?<![0-9.,:])[0-9]{1,2}(?:[:h][0-9]{2}){1,2}(?![\w.,]?[0-9]) )
    | (?P<figure>  [0-9](?:[0-9.,']|(?<=[0-9])[ ](?=[0-9]{3}(?![0-9])))*(?<=[0-9]) )
    | (?P<money>   [Uu]\$[SsDd]\b | (?:[^\W\d_]{2,4}|[Rr])\$ | \$[^\W\d_]\b | [Ss]/\.?(?=\s?[0-9]) )
    | (?P<word>    (?:[^\W\d_]{1,2}\.[ ]?)+[^\W\d_]{1,2}\. | [^\W\d_]+(?:'[^\W\d_]+)*\.? )
    | (?P<sign>    [<>]= | [^\s] )
    """,
    re.VERBOSE,
)
_DEGREES = re.compile("[\u00ba\u02da\u1d52](?=[ \u00a0\u202f]?[CFcf]\\b)")
"""Marks that people write for the sign of degrees."""
_FEMININE_OR_MASCULINE = re.compile(
    "(?:(?<=[0-9])|(?<=[0-9]\\.))[\u00ba\u00aa\u1d52\u1d43\u00b0](?![ \u00a0\u202f]?[CFcf]\\b)"
)
"""The mark of `1.º`, which is no part of the figure."""
_ALSO_WORDS = frozenset("AEOUY")
"""Letters that are words in some language, and before a figure part of a name: "dos A320"."""
_NEXT_WORD = re.compile(r"\s?([^\W\d_]+)")
_MARK = "\ufdd0"
_APOSTROPHE = re.compile("[0-9][\u0027\u2018\u2019\u02bc\u00b4\u2032`](?=[0-9]{3})")
"""Between digits; a space that does not break a line has become one, too, when a figure is looked at."""
_OF_MILLIONS = re.compile(r"[0-9]{1,3}'[0-9]{3}(?P<mark>[.,])[0-9]{3}(?:(?!(?P=mark))[.,][0-9]+)?")
_OF_THOUSANDS = re.compile("[0-9]{1,3}'[0-9]{3}")
_GROUPED = re.compile(r"[0-9]{1,3}(?P<mark>[., ])[0-9]{3}(?:(?P=mark)[0-9]{3})*")


class Token(NamedTuple):
    """`text` is what the tables have: in lower case, without accents and dots, a figure as English writes it.

    `written` is it as it stands in the text, from `start` to `end`.
    """

    kind: str
    text: str
    written: str
    start: int
    end: int


def folded(word: str, kept: str) -> str:
    """`word` in lower case without accents, but for the letters `kept`."""
    word = word.lower()
    if word.isascii():
        return word
    return "".join(one if one in kept else unicodedata.normalize("NFD", one)[0] for one in word)


class Writing(NamedTuple):
    """How a language writes: letters that are `kept` with their marks, what parts decimals (`.` or `,`), the letters
    that make an ordinal of a figure (`1er`), and the words that lose their end before an apostrophe (`l'année`).

    `glued` are scales that stand in one word with `cardinals` (`fünfunddreißigtausend`)."""

    kept: str
    decimal: str
    ordinal_marks: tuple[str, ...]
    elisions: frozenset[str] = frozenset()
    glued: frozenset[str] = frozenset()
    cardinals: frozenset[str] = frozenset()
    accented: frozenset[str] = frozenset()
    """Words that are others without their accents."""
    scales: frozenset[str] = frozenset()
    """First words of scales, before which a single mark parts decimals: "1,234 bilhão"."""
    singular_scales: frozenset[str] = frozenset()
    """Of these there are no thousands: "1.234 bilhão"."""
    parts_millions: bool = False
    """Whether an apostrophe may part the millions: "1'200.000" is 1,200,000."""


def scan(value: str, writing: Writing, *, is_prose: bool = False) -> tuple[str, list[Token]]:
    """The text with typographic variants made one, and its tokens; raises `ReadingError`, but for `is_prose`."""
    raw = split(_FEMININE_OR_MASCULINE.sub(_MARK, _DEGREES.sub("°", value))).raw
    tokens: list[Token] = []
    has_apostrophe = _APOSTROPHE.search(value) is not None
    for match in _TOKEN.finditer(raw):
        kind, written = match.lastgroup or SIGN, match.group()
        if kind == "spaced":
            kind, written = DATE, written.replace(" ", "")
        is_behind_figure = bool(tokens) and tokens[-1].kind == FIGURE and tokens[-1].end == match.start()
        if is_behind_figure and _makes_an_ordinal(written, raw[match.end() :], writing):
            last = tokens.pop()
            tokens.append(Token(ORDINAL, last.text, last.written, last.start, match.end()))
        elif written == "'" and tokens and tokens[-1].end == match.start() and tokens[-1].text in writing.elisions:
            last = tokens.pop()
            tokens.append(Token(WORD, last.text + "'", last.written + "'", last.start, match.end()))
        elif kind == WORD and len(written) == 1 and written.isupper() and raw[match.end() : match.end() + 1].isdigit():
            tokens.append(Token(WORD, written if written in _ALSO_WORDS else written.lower(), written, *match.span()))
        elif kind == WORD:
            tokens += _words(written, match.start(), writing)
        else:
            is_figure, rest = kind == FIGURE, raw[match.end() :]
            text = _figure(written, writing, has_apostrophe, is_prose, rest) if is_figure else written.lower()
            tokens.append(Token(kind, text, written, match.start(), match.end()))
    if len(tokens) > 1 and tokens[-1].written in (".", "!"):
        tokens.pop()
    if len(tokens) > 1 and tokens[0].written == "¡":
        tokens.pop(0)
    return raw.replace(_MARK, "º"), tokens


_PLAIN_PHRASE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")


def words_of(phrase: str, writing: Writing) -> list[str]:
    """The words of a phrase of a table as those of a text are looked up in it."""
    if not writing.glued and phrase.islower() and _PLAIN_PHRASE.fullmatch(phrase):
        return [word if word in writing.accented else folded(word, writing.kept) for word in phrase.split(" ")]
    return [token.text for token in scan(phrase, writing)[1]]


def _makes_an_ordinal(written: str, rest: str, writing: Writing) -> bool:
    """True of what makes an ordinal of the figure before it: a mark, or a dot before a word (`5. Oktober`)."""
    if written == ".":
        return "." in writing.ordinal_marks and rest[:1] == " " and rest[1:2].isalpha()
    return written.endswith(_MARK) or written.lower().rstrip(".") in writing.ordinal_marks


def _words(written: str, start: int, writing: Writing) -> list[Token]:
    """A word, without what is elided before it: `l'` and `année`."""
    head, apostrophe, rest = written.partition("'")
    if not apostrophe or folded(head, writing.kept) not in writing.elisions:
        lower = written.lower().rstrip(".")
        text = lower if lower in writing.accented else folded(written, writing.kept).replace(".", "").replace(" ", "")
        return _unglued(written, start, text, writing) or [Token(WORD, text, written, start, start + len(written))]
    end = start + len(head) + 1
    first = Token(WORD, folded(head, writing.kept) + "'", head + "'", start, end)
    return [first, *_words(rest, end, writing)]


def _unglued(written: str, start: int, text: str, writing: Writing) -> list[Token]:
    """The cardinals and the scale of a word that is made of them, nothing of another one."""
    for scale in writing.glued:
        head, found, rest = text.partition(scale)
        parts = [part for part in (head, found, rest) if part]
        if len(parts) > 1 and found and {head, rest} <= writing.cardinals | {""}:
            places = [start + sum(map(len, parts[:count])) for count in range(len(parts) + 1)]
            return [
                Token(WORD, part, written[first - start : last - start], first, last)
                for part, first, last in zip(parts, places, places[1:], strict=False)
            ]
    return []


def _figure(written: str, writing: Writing, has_apostrophe: bool, is_prose: bool, rest: str) -> str:
    """A figure as English has it; in running text one that is none stays a figure, which whoever reads it refuses.

    `rest` stands behind it.
    """
    following = _NEXT_WORD.match(rest)
    scale = folded(following[1], writing.kept) if following is not None else ""
    try:
        plain = _without_apostrophes(written, writing) if has_apostrophe else written
        made = figure(plain, writing.decimal, is_scaled=scale in writing.scales)
        if following is not None and "," in made and scale in writing.singular_scales:
            raise ReadingError(f'whether "{written} {following[1]}" has thousands or decimals is not said', nearest="")
        return made
    except ReadingError:
        if is_prose:
            return re.sub("[^0-9]", "", written)
        raise


def _without_apostrophes(written: str, writing: Writing) -> str:
    """`1.200.000` for "1'200.000" where an apostrophe may part the millions; raises `ReadingError` for what is open."""
    millions = _OF_MILLIONS.fullmatch(written)
    if millions is not None and writing.parts_millions:
        return written.replace("'", millions["mark"])
    if millions is not None or (writing.parts_millions and _OF_THOUSANDS.fullmatch(written)):
        mark = millions["mark"] if millions is not None else "'"
        raise open_mark(written, mark, re.sub("[.,']", "", written))
    return written


def open_mark(written: str, mark: str, whole: str) -> ReadingError:
    """The refusal of a figure of which nobody says what its last mark parts."""
    return ReadingError(
        f'what the "{mark}" in "{written}" parts is not said: thousands or decimals',
        nearest=f"{whole}, or fewer decimals",
    )


def figure(written: str, decimal: str, *, is_scaled: bool = False) -> str:
    """A figure with commas between thousands and a point before decimals; raises `ReadingError`.

    `is_scaled`: a scale stands behind it, so that no thousands do before it.
    """
    if written.isdigit():
        return written
    written = written.replace("'", " ")  # of "1'000", and of a space that does not break a line
    marks = [mark for mark in written if mark in "., "]
    last = marks[-1]
    if _GROUPED.fullmatch(written) and not written.startswith("0"):
        if last not in (" ", decimal) or (len(marks) > 1 and last != " "):
            return re.sub("[., ]", ",", written)
        if last == " ":
            return written.replace(" ", ",")
    whole, _, decimals = written.rpartition(last)
    is_open = len(decimals) == 3 and len(marks) == 1 and not (written.startswith("0") or is_scaled)
    if last == " " or is_open:
        raise open_mark(written, last, whole + decimals)
    if len(marks) > 1 and not (_GROUPED.fullmatch(whole) and last not in whole):
        raise ReadingError(f'"{written}" is not a known figure', nearest="")
    return f"{re.sub('[., ]', ',', whole)}.{decimals}"
