"""The report in other languages: whole catalogues, and pages that say in each language what the English one says."""

from __future__ import annotations

import html
import json
import re
import runpy
from collections.abc import Iterator
from datetime import date as day
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from babel.dates import format_date, get_month_names
from babel.numbers import format_decimal

from crosscheck.articles.coverage import coverages
from crosscheck.formatting import interval_text
from crosscheck.loading import Options, load_and_read
from crosscheck.outputs.report import render
from crosscheck.outputs.report.ticks import date_ticks, number_ticks
from crosscheck.outputs.report.words import MONTHS, SHORT_MONTHS, date, listed, ranged, span, when
from crosscheck.pipeline import checked
from crosscheck.progress import Progress
from crosscheck.readings import Context, read
from crosscheck.readings.dates import calendar as cal
from crosscheck.translations import LANGUAGES, words_in
from factories import TODAY, c, resolve, run, workspace

HERE = Path(__file__).resolve().parent.parent
OTHERS = tuple(language for language in LANGUAGES if language != "en")
PLACEHOLDERS = re.compile(r"%\(\w+\)s|%%|\$\{\w+\}|</?em>")


# ------------------------------------------------------------------------------------------ catalogues


@cache
def writer() -> dict[str, Any]:
    return runpy.run_path(str(HERE / "docs" / "write_catalogues.py"))


def entries(language: str) -> Iterator[tuple[str, str]]:
    """Every message with its translation, each form for itself."""
    for message in writer()["catalogue"](language):
        if message.id:
            ids, strings = ([text] if isinstance(text, str) else text for text in (message.id, message.string))
            yield from zip(ids, strings, strict=True)


@pytest.mark.parametrize("language", OTHERS)
def test_catalogues_have_what_the_code_says(language: str) -> None:
    for path, content in writer()["files"](language).items():
        assert path.read_bytes() == content, "run `make messages`, and translate what is new"


def test_every_language_has_a_catalogue() -> None:
    assert sorted(path.stem for path in writer()["CATALOGUES"].glob("*.po")) == sorted(OTHERS)


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_is_translated(language: str) -> None:
    assert [message for message, translation in entries(language) if not translation] == []


@pytest.mark.parametrize("language", OTHERS)
def test_translations_have_the_values_of_their_messages_and_nothing_that_a_script_would_stumble_over(
    language: str,
) -> None:
    for message, translation in entries(language):
        wanted, found = (sorted(PLACEHOLDERS.findall(text)) for text in (message, translation))
        # "1 more item" may be "another item".
        assert found == wanted or found == [one for one in wanted if one != "%(n)s"], message
        assert not re.search(r'["`\\<>]', re.sub("</?em>", "", translation)), message
        assert translation == translation.strip()


# ------------------------------------------------------------------------------------------ as the CLDR has it


@pytest.mark.parametrize("language", OTHERS)
def test_dates_and_figures_are_those_of_the_cldr(language: str) -> None:
    words = words_in(language)
    names = [get_month_names(locale=language)[number] for number in range(1, 13)]
    assert words.gettext(MONTHS).split() == names
    assert words.gettext(SHORT_MONTHS).split() == [name[:3] for name in names]
    assert date("2025-10-05", words) == format_date(day(2025, 10, 5), "long", locale=language)
    assert words.figures("1,234,567.25") == format_decimal(1234567.25, locale=language)
    assert words.number(1234) == "1.234"
    browser = Locale.parse(words.gettext("en"), sep="-")
    assert (browser.language, format_decimal(12345.5, locale=browser)) == (language, words.figures("12,345.5"))


@pytest.mark.parametrize(
    ("text", "spanish", "portuguese"),
    [
        ("2025-10-05", "5 de octubre de 2025", "5 de outubro de 2025"),
        ("2025-10", "octubre de 2025", "outubro de 2025"),
        ("2025", "2025", "2025"),
        ("2025-11-02/..", "desde el 2 de noviembre de 2025", "desde 2 de novembro de 2025"),
        ("../2025-11", "hasta noviembre de 2025", "até novembro de 2025"),
        ("2000/2015", "2000 – 2015", "2000 – 2015"),
        ("fines de los 90", "fines de los 90", "fines de los 90"),
    ],
)
def test_dates(text: str, spanish: str, portuguese: str) -> None:
    assert (when(text, words_in("es")), when(text, words_in("pt"))) == (spanish, portuguese)


def test_spans_and_lists() -> None:
    spanish, portuguese = words_in("es"), words_in("pt")
    assert span("2025-03-04", "2025-05-31", spanish) == "del 4 de marzo de 2025 al 31 de mayo de 2025"
    assert span("2025-03-04T15:00", None, portuguese) == "desde 4 de março de 2025, 15:00"
    assert span(None, None, spanish) == "cualquier momento"
    assert listed(["a", "b", "c"], spanish) == "a, b y c"
    assert ranged([1, 3, 5, 6, 7], portuguese) == "1, 3 e 5–7"


@pytest.mark.parametrize(
    ("value", "spanish", "portuguese"),
    [
        ("$13.5 billion", "13.450–13.550 millones de USD", "13,45–13,55 bilhões de USD"),
        ("exactly $1 million", "1 millón de USD", "1 milhão de USD"),
        ("exactly $1.5 million", "1,5 millones de USD", "1,5 milhão de USD"),
        ("exactly $2 trillion", "2 billones de USD", "2 trilhões de USD"),
        ("at least $2,500", "desde 2.500 USD", "a partir de 2.500 USD"),
        ("exactly $1,234.50", "1.234,5 USD", "1.234,5 USD"),
    ],
)
def test_readings_are_in_the_words_of_the_language(value: str, spanish: str, portuguese: str) -> None:
    """Behind a figure Spanish has no word of its own for a thousand millions, Portuguese has."""
    reading = read(value, Context())
    assert reading.stated is not None
    texts = [interval_text(reading.stated, reading, "USD", words_in(language)) for language in ("es", "pt")]
    assert texts == [spanish, portuguese]


def test_units_have_names_where_a_catalogue_knows_them() -> None:
    reading = read("exactly 40 miles", Context())
    assert reading.stated is not None
    assert interval_text(reading.stated, reading, "mile", words_in("es")) == "40 millas"
    assert interval_text(reading.stated, reading, "furlong", words_in("es")) == "320 furlongs"


def test_ticks_are_in_the_words_of_the_language() -> None:
    words = words_in("es")
    ticks = number_ticks(Fraction(10**10), Fraction(2 * 10**10), "USD", whole=False, words=words)
    assert ([label for label, _ in ticks.labels][:2], ticks.caption) == (["10.000", "12.000"], "millones de USD")
    low, high = (Fraction(cal.minutes(2025, month)) for month in (1, 4))
    assert [label for label, _ in date_ticks(low, high, words=words).labels] == ["ene 2025", "feb 2025", "mar 2025"]


# ------------------------------------------------------------------------------------------ pages


def own_words(page: str) -> list[str]:
    """What a page says itself: its texts and labels without code, items, and words marked as of another language."""
    body = page[page.index("</script>") :]
    for pattern in (
        r'<code>.*?</code>|<kbd>.*?</kbd>|<div class="words".*?</div>',
        r"<(ul|q|b|span|tspan|del|div)\b[^>]* lang=[\w-]+[^>]*>.*?</\1>",
        r"<p lang=en>[^<]*|<(?:h3|li)>[^<]* <i>[^<]*</i>",
    ):
        body = re.sub(pattern, "", body, flags=re.S)
    labels = re.findall(r' (?:title|aria-label|placeholder)=(?:"([^"]*)"|([^\s>]+))', body)
    texts = [*re.split(r"<[^>]*>", body), *map("".join, labels)]
    return [html.unescape(text).strip() for text in texts if text.strip()]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The report of the bridge in each language, with its texts, a decision and an earlier run."""
    root = HERE / "examples" / "bridge"
    options = Options(today=TODAY, texts=root / "texts")
    loaded = load_and_read(root, options, Progress())
    result = checked(loaded, options, Progress())
    coverage, _ = coverages(loaded, progress=Progress())
    return {one: render(result, coverage=coverage, language=one, with_texts=True) for one in LANGUAGES}


@pytest.mark.parametrize("language", OTHERS)
def test_a_page_has_the_same_parts_in_every_language(pages: dict[str, str], language: str) -> None:
    ids, english = (re.findall(r' (?:id|data-[a-z]+)=(?:"[^"]*"|[^\s>]+)', pages[one]) for one in (language, "en"))
    assert ids == english


@pytest.mark.parametrize("language", OTHERS)
def test_a_page_says_nothing_of_its_own_in_english(pages: dict[str, str], language: str) -> None:
    page = pages[language]
    assert f'<html lang="{language}">' in page
    words = own_words(page)
    for message, translation in entries(language):
        pieces = {one.strip(" ,;.:") for one in PLACEHOLDERS.split(message)}
        for piece in pieces:
            if " " in piece:
                assert not [text for text in words if piece in text], message
            elif pieces == {piece} and piece != translation:
                assert piece not in words, message


def test_a_style_sheet_and_a_script_speak_the_language(pages: dict[str, str]) -> None:
    head = pages["es"].partition("</head>")[0]
    assert 'content: "Se lee como"' in head
    assert '_("' not in head
    assert 'textContent = "Copiado"' in head
    assert "? `${n} hallazgo` : `${n} hallazgos`" in head
    assert 'toLocaleString("es-CO")' in head


# ------------------------------------------------------------------------------------------ the language of a claim


def claims() -> list[Any]:
    return [
        c("diario", "Plan", "total aid", "unos 15.000 millones de dólares"),
        c("diario", "Plan", "start", "2001", language="pt"),
        c("wire", "Plan", "total aid", "$20 billion", note="<i>x</i>"),
        c("wire", "Plan", "start", "1999"),
    ]


def made(root: Path, *args: str) -> str:
    assert run(root, "report", *args).code == 0
    return (root / "reports" / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {"claims/0.yaml": "source: {id: diario, language: es}\nclaims: []\n"}
    return workspace(tmp_path, claims(), files=files, settings='report_language = "pt"\n')


@pytest.mark.parametrize(
    ("language", "spanish", "portuguese", "english", "named"),
    [
        ("en", " lang=es", " lang=pt", "", {"Spanish", "Portuguese"}),
        ("es", "", " lang=pt", " lang=en", {"portugués", "inglés"}),
        ("pt", " lang=es", "", " lang=en", {"espanhol", "inglês"}),
    ],
)
def test_a_value_has_the_language_of_its_claim(
    root: Path, language: str, spanish: str, portuguese: str, english: str, named: set[str]
) -> None:
    page = made(root, "--report-language", language)
    assert f"<q{spanish}>unos 15.000 millones de dólares</q>" in page
    assert f"<q{portuguese}>2001</q>" in page
    assert f"<q{english}>$20 billion</q>" in page
    assert f"<b{english}>$20 billion</b>" in page
    assert (f"<p lang=en>{'diario'}" in page) == (language != "en")
    name = {"en": "Language", "es": "Idioma", "pt": "Idioma"}[language]
    assert set(re.findall(rf"<i>{name}</i> (\w+)", page)) == named


def test_an_option_goes_before_the_setting_and_the_setting_before_english(root: Path) -> None:
    assert '<html lang="pt">' in made(root)
    assert '<html lang="es">' in made(root, "--report-language", "es")
    (root / "crosscheck.toml").write_text("")
    assert '<html lang="en">' in made(root)


def test_an_unknown_language_is_refused(root: Path) -> None:
    refused = run(root, "report", "--report-language", "fr")
    assert refused.code == 2
    assert "'fr' is not one of 'en', 'es', 'pt'" in refused.err
    (root / "crosscheck.toml").write_text('report_language = "pt-BR"\n')
    told = 'crosscheck.toml:1:1: "report_language" is "pt-BR"; accepted: en, es, pt'
    assert told in run(root, "report").err


@pytest.mark.parametrize("language", OTHERS)
def test_what_a_source_says_never_becomes_markup_of_a_translation(tmp_path: Path, language: str) -> None:
    hostile = "<script>alert(1)</script>%(n)s%s"
    source = json.dumps({"id": "x", "publisher": hostile, "author": hostile, "published": "2025-10-05"})
    entries = [
        c("x", f"{hostile}", "start", "1999", quote=f"{hostile} 1999", note=hostile, said_by=hostile),
        c("y", f"{hostile}", "start", "2005", note=hostile, stance="disputes", said_by=hostile),
    ]
    root = workspace(tmp_path, entries, files={"claims/0.yaml": f"source: {source}\nclaims: []\n"})
    resolve(root)
    page = made(root, "--report-language", language)
    body = page.partition("<body>")[2]
    assert "<script>alert" not in body
    assert body.count("&lt;script&gt;alert(1)&lt;/script&gt;%(n)s%s") > 5
