"""Reading values: the text of a claim, and what it means on one axis. `read` is the one entry.

A value travels so: `tokens.split` makes figures, words and signs of it, once. A kind without an axis goes to
`wordings`. Else `dates` reads it as a span of time, `amounts` as money, a count, a share, a duration or a quantity;
where no kind is declared, both try, and a date goes first.

- `lexicon/`: every word and unit, as tables; a language is a folder. A new word or unit is a line there, no grammar.
- `numbers/`: figures and number words, and what rounding, hedges and bounds leave open (`rounding`).
- `amounts/`: `grammar` reads all before the `tail`, `figures` a number with its unit; what comes out is an `Amount`,
  as written. `read_amount` decides what it means in the kind and unit that are declared (`measures`).
- `dates/`: `phrases` reads one date, `ranges` two, `relative` what counts from another date, `apart` from one that is
  named behind it, `holidays`, `nights`, `hours` what they say, `edtf` ISO 8601-2. What
  comes out is a `DateSpan`, or a `PartialDate` that an anchor completes.

- `prose`: the longest value that begins at a place of running text, for `articles`.
- `languages`: a value of another language in the words of the English grammar, where these are known.
- `plain`: values without words, which are read in every language.

What nobody knows raises `ReadingError` with the nearest form that would be read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from crosscheck.model import Kind, Reading, ReadingSettings
from crosscheck.problems import shown
from crosscheck.readings import plain
from crosscheck.readings.amounts import measures, read_amount
from crosscheck.readings.amounts.grammar import NEAREST as A_FIGURE
from crosscheck.readings.amounts.grammar import amount_words
from crosscheck.readings.dates import NEAREST as A_DATE
from crosscheck.readings.dates import DateContext, date_words, read_date, read_edtf
from crosscheck.readings.dates.spans import Anchor, span_of
from crosscheck.readings.errors import ReadingError
from crosscheck.readings.languages import ENGLISH, Language, Prose, Translation, language_of
from crosscheck.readings.lexicon import en
from crosscheck.readings.numbers import DENOMINATORS
from crosscheck.readings.tokens import Text, split
from crosscheck.readings.wordings import read_names, read_wording
from crosscheck.vocabulary import language_tag

__all__ = ["AXIS_KINDS", "Context", "ReadingError", "date_context", "is_english", "kinds_of", "read"]

AXIS_KINDS = tuple(kind for kind in Kind if kind.has_axis)
MAX_LENGTH = 100_000
MONTHS, DAYS = 12, 31
SLASHED = 3
"""Tokens of a fraction in figures."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a value may need beside its words; `relative_to` and `published` are readings of dates.

    `is_edtf`: a date is written by somebody who knows EDTF, as `when` is. `fiscal_year`: the month and day on which the
    fiscal years of the source begin.
    """

    kind: Kind | None = None
    unit: str | None = None
    relative_to: Reading | None = None
    published: Reading | None = None
    language: str = "en"
    settings: ReadingSettings = ReadingSettings()
    is_exact: bool = False
    """Figures without a hedge are exact: they come from a table, not from prose."""
    is_edtf: bool = False
    fiscal_year: tuple[int, int] | None = None


def read(value: str | tuple[str, ...], context: Context) -> Reading:
    """What `value` means as `context.kind`, or as the one kind in which it reads; raises `ReadingError`."""
    if context.kind is Kind.NAMES:
        code, prose = _prose_of(context.language)
        return read_names(value, code, prose.conjunctions, prose.the) if prose else read_names(value, code)
    if not isinstance(value, str):
        raise ReadingError("a list is a value of kind names only")
    if not value.strip():
        raise ReadingError("the value is empty")
    if len(value) > MAX_LENGTH:
        raise ReadingError(f"the value is longer than {MAX_LENGTH:,} characters")
    if context.kind is not None and not context.kind.has_axis:
        code, prose = _prose_of(context.language)
        return read_wording(value, context.kind, code, prose.the if prose else ())
    if not is_english(context.language):
        language = language_of(context.language)
        return _read_without_words(value, context) if language is None else _translated(value, context, language)
    return _read_english(value, context)


def _prose_of(language: str) -> tuple[str, Prose | None]:
    """The code of another language than English, and the words of its running text if they are known."""
    if is_english(language):
        return "", None
    known = language_of(language)
    return language_tag(language).partition("-")[0], known.prose if known is not None else None


def _read_english(value: str, context: Context) -> Reading:
    if context.kind is not None:
        return _read_on_axis(split(value), context.kind, context)
    return _read_any(value, context)


def is_english(language: str) -> bool:
    """Whether the grammar knows the words of a language themselves, and needs no translation."""
    return language.split("-", maxsplit=1)[0].lower() == ENGLISH


def _translated(value: str, context: Context, language: Language) -> Reading:
    """The reading of `value` by its translation, explained and refused in its own words; raises `ReadingError`."""
    date = read_edtf(split(value), is_declared=context.is_edtf) if context.kind in (None, Kind.DATE) else None
    if date is not None:
        return date
    if context.kind is Kind.DURATION and plain.is_compact_duration(value):
        return _read_english(value, context)
    translation, in_english = _in_english(value, context, language)
    try:
        return translation.reading(_read_english(translation.english, in_english))
    except ReadingError as error:
        raise translation.error(error, language.nearest, language.words) from None


def _in_english(value: str, context: Context, language: Language) -> tuple[Translation, Context]:
    """`value` in English words, and what they are read by; raises `ReadingError`."""
    return language.translate(value, currency=context.settings.currency), replace(context, language=ENGLISH)


def _read_without_words(value: str, context: Context) -> Reading:
    """Figures, and dates in figures, are read in every language; anything else needs words."""
    written = split(value)
    date = read_edtf(written, is_declared=context.is_edtf) if context.kind in (None, Kind.DATE) else None
    if date is not None:
        return date
    text = plain.without_words(written, context.language.split("-")[0].lower())
    if text is not None:
        is_date = context.kind is None and plain.is_numeric_date(text)
        return _read_on_axis(text, Kind.DATE if is_date else context.kind, context)
    raise ReadingError(
        f"the language {shown(context.language)} is not supported; write the value in English in read_as"
    )


def kinds_of(value: str | tuple[str, ...], context: Context) -> frozenset[Kind]:
    """The kinds with an axis in which `value` reads when none is declared; a list is of kind names.

    The kind of a value in a language whose words are not known shows as it would in English.
    """
    if not isinstance(value, str):
        return frozenset({Kind.NAMES})
    if len(value) > MAX_LENGTH:
        return frozenset()
    language = language_of(context.language)
    if language is not None:
        try:
            translation, context = _in_english(value, context, language)
        except ReadingError:
            return frozenset()
        value = translation.english
    text = split(value)
    found = {reading.kind for reading in _attempts(text, context) if isinstance(reading, Reading)}
    # "none" is a count of 0 and a share of 0.
    return frozenset(found | {Kind.SHARE} if found == {Kind.COUNT} and text.at(0) in en.NONE else found)


def _read_on_axis(text: Text, kind: Kind | None, context: Context) -> Reading:
    """`text` as a date, or else as an amount of a kind (None: of the one that its words show)."""
    if kind is Kind.DATE:
        return read_date(text, date_context(context, declared=True))
    unit = measures.declared(context.unit, kind) if context.unit else None
    return read_amount(text, kind, unit, context.settings, is_exact=context.is_exact)


def date_context(context: Context, *, declared: bool = False) -> DateContext:
    relative_to, published = (span_of(date) if date else None for date in (context.relative_to, context.published))
    anchor = Anchor(relative_to, published, context.settings, fiscal_year=context.fiscal_year)
    return DateContext(anchor, context.settings.date_order, declared, context.is_edtf)


def _attempts(text: Text, context: Context) -> tuple[Reading | ReadingError, Reading | ReadingError]:
    """`text` as a date and as an amount."""
    try:
        date: Reading | ReadingError = read_date(text, date_context(context, declared=False))
    except ReadingError as error:
        date = error
    try:
        return date, read_amount(text, None, None, context.settings, is_exact=context.is_exact)
    except ReadingError as error:
        return date, error


def _read_any(value: str, context: Context) -> Reading:
    """A date before a count: "1999" is a year unless somebody says that it is not."""
    unit = measures.declared(context.unit, None) if context.unit else None
    if unit is not None:
        return _read_on_axis(split(value), unit.kind, replace(context, kind=unit.kind))
    text = split(value)
    date, amount = _attempts(text, context)
    if isinstance(date, Reading):
        return date
    if isinstance(amount, Reading):
        if _may_be_a_day(text):
            raise date
        return amount
    # The refusal that understood the most of the text helps the most.
    if date.understood or amount.understood or not date.word or date.word != amount.word:
        raise date if not date.word or len(date.understood) > len(amount.understood) else amount
    raise ReadingError(
        f"neither a date nor a figure is known that begins with {shown(date.word)}",
        nearest=f"{A_DATE}; {A_FIGURE}",
        word=date.word,
        known=_words,
    )


def _may_be_a_day(text: Text) -> bool:
    """Whether a fraction in figures is rather a day of which nobody says the year: "9/11"."""
    month, day = sorted(text.integer(place, 2) or 0 for place in (0, 2))
    is_fraction = text.at(1) == "/" and len(text.tokens) == SLASHED
    return is_fraction and 1 <= month <= MONTHS and day <= DAYS and text.integer(2, 2) not in DENOMINATORS


def _words() -> frozenset[str]:
    return date_words() | amount_words()
