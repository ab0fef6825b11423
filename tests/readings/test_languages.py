"""Other languages: every phrase of `languages/<code>.txt` is read as the English phrase beside it, or refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.model import Kind, Reading, ReadingSettings
from crosscheck.readings import AXIS_KINDS, Context, ReadingError, read
from crosscheck.readings.languages import LANGUAGES, language_of
from crosscheck.readings.languages.scan import folded

PHRASES = Path(__file__).parent / "languages"
DAY = read("2025-10-15", Context(Kind.DATE))
OTHERS = sorted(LANGUAGES - {"en"})
# A region that writes decimals as the language itself does, and one that does not.
REGIONS = {"es": ("es-CO", "es-MX")}
DAY_FIRST = ReadingSettings(date_order="dmy")


def read_in(text: str, language: str, kind: str = "", **context: object) -> Reading:
    known = Context(Kind(kind) if kind else None, relative_to=DAY, published=DAY, language=language)
    return read(text, replace(known, **context))  # type: ignore[arg-type]


def without_words(reading: Reading) -> Reading:
    conversions = tuple(replace(each, text="") for each in reading.conversions)
    return replace(reading, steps=(), noun="", language="", unit="", conversions=conversions)


def cases(language: str) -> Iterator[tuple[int, list[str]]]:
    for place, line in enumerate((PHRASES / f"{language}.txt").read_text().splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield place, [part.strip() for part in line.split("|")]


def outcome(text: str, language: str, kind: str) -> Reading | None:
    try:
        return without_words(read_in(text, language, kind))
    except ReadingError:
        return None


@pytest.mark.parametrize("language", OTHERS)
def test_a_phrase_is_read_as_the_english_one(language: str) -> None:
    wrong = []
    for place, (own, english, *kind) in cases(language):
        found = outcome(own, language, *kind or [""])
        expected = None if english == "REFUSED" else outcome(english, "en", *kind or [""])
        if (expected is None) != (english == "REFUSED") or found != expected:
            wrong.append(f"{place}: {own} | {english}: {found}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", OTHERS)
def test_months_and_weekdays_are_those_of_cldr(language: str) -> None:
    locale = Locale.parse(language)
    for width in ("wide", "abbreviated"):
        for number, name in locale.months["format"][width].items():
            assert read_in(f"{name} 2020", language).stated == read_in(f"2020-{number:02}", "en").stated, name
    for number, name in locale.days["format"]["wide"].items():
        expected = read_in("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[number], "en")
        assert read_in(name, language).stated == expected.stated, name


@pytest.mark.parametrize("tag", [tag for language in OTHERS for tag in (language, *REGIONS.get(language, ()))])
@given(value=st.decimals(min_value=Decimal("0.1"), max_value=10**9, places=1))
def test_a_figure_of_cldr_is_the_number(tag: str, value: Decimal) -> None:
    written = format_decimal(value, locale=tag.replace("-", "_"), format="#,##0.0")
    assert read_in(written, tag, "count").nominal == read_in(f"{value:,.1f}", "en", "count").nominal


@pytest.mark.parametrize("language", OTHERS)
@given(day=st.dates(date(1500, 1, 1), date(2100, 1, 1)), style=st.sampled_from(["full", "long", "medium"]))
def test_a_date_of_cldr_is_the_day(language: str, day: date, style: str) -> None:
    written = format_date(day, style, locale=language)
    found = read_in(written, language, "date", settings=DAY_FIRST)
    assert found.stated == read_in(day.isoformat(), "en", "date").stated


@pytest.mark.parametrize("language", OTHERS)
def test_a_date_in_figures_has_the_order_that_the_source_declares(language: str) -> None:
    for written in ("05/10/2025", "5.10.2025"):
        with pytest.raises(ReadingError, match="declare date_order"):
            read_in(written, language)
        for order, day in (("dmy", "2025-10-05"), ("mdy", "2025-05-10")):
            found = read_in(written, language, settings=ReadingSettings(date_order=order))
            assert found.stated == read_in(day, "en").stated


REGIONAL = [
    ("es-MX", "1,500 personas", "1,500 people"),
    ("es-MX", "1.5 millones", "1.5 million"),
    ("es-MX", "1,234.5", "1,234.5"),
    ("es-US", "$2,500", None),
    ("es-GT", "14,000 quetzales", "14,000 quetzals"),
    ("es-CO", "1.500 personas", "1,500 people"),
    ("es-CO", "1,5 millones", "1.5 million"),
    ("es-CO", "1,500 personas", None),
    ("es-MX", "1.500 personas", None),
    ("es", "1,500 personas", None),
    ("es", "1.500 personas", "1,500 people"),
    ("es", "1.5 millones", "1.5 million"),
    ("es", "1.23,4", None),
    ("es", "3.250 %", None),
    ("es-ES", "3.250 %", "3,250%"),
    ("es", "1,234 millones", None),
    ("es", "1'200.000 personas", "1,200,000 people"),
    ("es-MX", "1'200,000 personas", "1,200,000 people"),
    ("es", "2'500 euros", None),
    ("es", "2\u00a0500 euros", "2,500 euros"),
    ("de-CH", "1'200.000 Menschen", None),
    ("es_CO", "3 años", "3 years"),
    ("es-ES", "verano de 2019", "summer 2019"),
    ("es-MX", "el verano pasado", "last summer"),
    ("es-AR", "verano de 2019", None),
    ("es-CO", "verano de 2019", None),
    ("pt-PT", "no verão de 2019", "summer 2019"),
    ("pt-PT", "próximo verão", "next summer"),
    ("pt-BR", "verão de 2019", None),
    ("fr-CA", "été 2019", "summer 2019"),
    ("de-CH", "1'500.50", "1,500.50"),
    ("de-CH", "1.5 Millionen", "1.5 million"),
    ("de-AT", "1,5 Millionen", "1.5 million"),
    ("de-AT", "1.500 Menschen", "1,500 people"),
]


@pytest.mark.parametrize(("tag", "own", "english"), REGIONAL)
def test_the_region_says_what_parts_decimals_and_when_summer_is(tag: str, own: str, english: str | None) -> None:
    assert outcome(own, tag, "") == (None if english is None else outcome(english, "en", ""))


def test_a_currency_that_the_source_declares_decides_a_sign_and_a_name() -> None:
    settings = ReadingSettings(currency="COP")
    for own in ("$5.000 millones", "5.000 millones de pesos", "5 mil millones de pesos"):
        assert read_in(own, "es", settings=settings).stated == read_in("COP 5 billion", "en").stated, own
    assert read_in("5 dólares", "es", settings=settings).dimension == "USD"


def test_an_explanation_a_noun_and_a_refusal_have_the_words_of_the_claim() -> None:
    found = read_in("más de treinta y cinco mil personas de Bogotá", "es")
    assert [step.text for step in found.steps] == ["más de", "treinta y cinco mil", "personas de Bogotá"]
    assert found.noun == "personas de Bogotá"
    with pytest.raises(ReadingError, match='"y un niño" may be counted or not; understood: "12 personas"'):
        read_in("12 personas y un niño", "es")
    with pytest.raises(ReadingError, match="5 de octubre de 2025"):
        read_in("una casa", "es", "date")
    with pytest.raises(ReadingError, match=r'"1\.2,3" is not a known figure'):
        read_in("1.2,3", "es")
    with pytest.raises(ReadingError, match=r'did you mean "octubre"'):
        read_in("octubra de 2019", "es", "date")


@pytest.mark.parametrize("word", "once son come war die for late as pour more".split())
def test_a_word_that_is_spelled_as_an_english_one_is_not_taken_for_it(word: str) -> None:
    found = outcome(f"12 {word}", "es", "")
    assert found is None or found == outcome("12 houses", "en", "")


@pytest.mark.parametrize("language", OTHERS)
def test_a_phrase_is_translated_or_refused_and_never_both(language: str) -> None:
    tables = import_module(f"crosscheck.readings.lexicon.{language}")
    accented = getattr(tables, "ACCENTED", frozenset())
    known, refused = (
        {phrase if phrase in accented else folded(phrase, tables.KEPT) for phrase in each}
        for each in (tables.WORDS, tables.REFUSED)
    )
    assert not known & refused


ADVICE = ("declare ", "the date with ", "the months", "fewer decimals")
"""What a message may say instead of an example."""


def examples(error: ReadingError) -> Iterator[str]:
    """The forms that a refusal says are read."""
    for form in re.split(r"; |,? or |, (?=[^\d\W]|\d)", error.nearest):
        if form and not form.startswith(ADVICE):
            yield form.removesuffix(" in read_as")


@pytest.mark.parametrize("language", OTHERS)
def test_a_form_that_a_message_names_is_read(language: str) -> None:
    for english, own in import_module(f"crosscheck.readings.lexicon.{language}").NEAREST.items():
        # An hour that is wrong stands beside a day.
        day = DAY if english == "15:30 or 3:30 pm" else None
        for form in examples(ReadingError("", nearest=own)):
            assert read(form, Context(language=language, published=day)).stated is not None, form


@pytest.mark.parametrize("language", OTHERS)
def test_an_example_of_a_refusal_is_read_without_more_being_declared(language: str) -> None:
    """With the kind of the value, and with nothing else: a form that needs the day of the source is no example."""
    wrong, found = [], 0
    for own, _, *kinds in (case for _, case in cases(language)):
        kind = Kind(kinds[0]) if kinds and kinds[0] else None
        try:
            read(own, Context(kind, language=language))
        except ReadingError as error:
            for form in examples(error):
                found += 1
                try:
                    read(form, Context(kind, language=language))
                except ReadingError as refused:
                    wrong.append(f"{own}: {form}: {refused}")
    assert found > 20
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", ["en", *OTHERS])
@pytest.mark.parametrize("kind", AXIS_KINDS)
def test_an_example_is_of_the_kind_that_is_declared(language: str, kind: Kind) -> None:
    months = {"en": "May", "es": "mayo", "pt": "maio", "fr": "mai", "de": "Mai"}
    with pytest.raises(ReadingError) as refused:
        read("40 %" if kind is Kind.DATE else months[language], Context(kind, language=language))
    forms = list(examples(refused.value))
    assert [read(form, Context(kind, language=language)).kind for form in forms] == [kind] * len(forms)
    assert forms


def test_every_language_has_its_table_of_phrases() -> None:
    assert {path.stem for path in PHRASES.glob("*.txt")} == set(OTHERS)
    assert all(language_of(language) is not None for language in OTHERS)
    assert language_of("en-GB") is None
    assert language_of("hu") is None
