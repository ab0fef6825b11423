"""Spans of running text: what is found, how far it reaches, what is not read."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosscheck.articles.known_names import KnownNames
from crosscheck.articles.spotting import Span, Spotter, Tier, spot
from crosscheck.model import Kind
from crosscheck.readings import Context, ReadingError, prose, read
from crosscheck.readings.lexicon import en

PUBLISHED = Context(published=read("2025-12-15", Context()))
VALUES = (Tier.FIGURE, Tier.DATE, Tier.VAGUE)
SPOTTER = Spotter(PUBLISHED)
UNDATED = Spotter(Context())

READ = """
    The plan cost [US$89 to $93 billion] over the last [four decades].
    It came on [Saturday] with gusts of [105 mph]; on [Monday] officials counted [12 dead].
    [More than 85,000 people] have been imprisoned since [March 2022].
    Shares fell [12 percent] to [$15 a share] in [the third quarter] of a bad year.
    The [5-year-old] firm has [40 employees] in [seven countries].
    They export [nearly 500 tons of cocaine yearly], or [2,000 tonnes each month].
    The wall stood on [Nov. 2, 1989], as we know.
    [A third] of voters stayed away.
    He was [6 ft, 2 in] tall, or [6 feet 2 inches].
    [One-third] of voters and [1 in 5 women] disagreed.
    Rates rose from [4%] to [5%], then fell [1.5 points] to [3.5%] from [5%].
    Attendance rose from [12,000] to [15,000].
    He ran [400 miles] in [6 feet 2 inches] of snow.
    [Two U.S. soldiers] and [12 Afghan troops] died; [150 others] were hurt.
    [12 people] and a dog were found; [12 men and women] were not.
    It gained [215 points], or [1.1 percent], to [19,435].
    The toll is [at least 12], and [possibly as many as 20], people.
    In [2019], [40 people] came. In [2019] [40 people] came.
    The [2026] elections and the [2001] attacks.
    A [nearly seven-day] trip by a [14,000-member] army.
    They paid [$5 a day], [$5-a-day], [$5/day] and [10 per 100,000].
    The [30-odd years] of [100-odd people].
    It was [a year ago], or [last week]; [Friday]’s was another, and [yesterday].
    [By the end of 2015] they had left; it has run since [2000].
    A [magnitude 6.4] quake—[the 20th century]’s worst—killed [23 people].
    The dam holds [21 billion cubic feet] of water ([up to 3 inches per hour]).
    He is [in his 40s]; she, [45], has [four children].
    Prices: [€5bn] ([£4bn]); [500 yen]; [½ mile]; [2½ years]; [90°F]; [5'10"].
    They sold [tens of thousands of tickets], [a dozen eggs] and [hundreds of millions of dollars] of bonds.
    The [low hundreds] are [-$2m], [at least a dozen], [over a billion dollars] and [a bit over $2bn].
    They are [anywhere from 10 to 20 people], [$100-odd million], [44 B.C.] and [plus or minus 3%].
    The [two million people] saw [two countries], the [2 countries] and the last [two decades].
    It was [the 1980s].
    It cost [$5m].
    “We lost [3 men].” (He had [4 sons].)
    In [spring 1920] came [Q4 2023] and [week 12 of 2024].
    [Three hundred million people] and [half a million] more.
    Winds of [60-70 mph] and [up to 15 cm] of snow; the Boeing 737 Max 8 had [162 people] aboard.
    The wall is [1.2 m]. It cost [€1.2 m]. It holds [2 l]; it opens [at 6 p.m. on 3 May 2024].
    [Half] of them ran; [a quarter] of the rest walked for [a half-hour].
    The top floor has [12 rooms], and the sizes are [12 inches] and [14 inches]; [three-quarters] and [3/4] are one.
    It was cut by a quarter to [$6 million]; [at half past three in the afternoon] it was [5 to 10 people].
"""
NOT_READ = """
    [More than 4 hundred million|FIGURE] people came.
    It rose [from 4 to 5 percent|FIGURE].
    It is [12 and 15 percent|FIGURE] of them.
    [5 milion|FIGURE] people paid [5 Kr|FIGURE].
    They won [2-1|FIGURE] in [3 chains|FIGURE].
    [Three times|FIGURE] to [10-fold|FIGURE].
    [12.500 people|FIGURE] left on [10/05/2025|DATE].
    She came [3rd|FIGURE], he [second|VAGUE], from a [4th|FIGURE]-floor flat.
    For [the next decade and a half|DATE] nobody came.
    [Two weeks earlier|DATE] they left; [days later|VAGUE] they returned.
    On [January 3|DATE] they met, in [May|DATE] they did not.
    Only [several|VAGUE] came.
    In [the first half|DATE] and [fiscal 2023|DATE] it fell.
    Shut since [half past three|DATE], it opens at [a quarter to six|DATE] or [5 o'clock|DATE].
    He came at [half nine|DATE], she at [ten minutes to four|DATE].
    It was [80 degrees|FIGURE] and [Rs. 500|FIGURE].
"""
VAGUE = """
    [Most] of them, [one] in particular, fought for [decades].
    [All] was lost; [both] died, [a year] is long.
    [Much] of it was theirs.
    When the [two countries] met, their [three leaders] smiled.
"""
NOTHING = """
    The MS-13 gang flew a Boeing 737, an F-16 and a U-2 over the G7.
    COVID-19, Article 5, Section 230, Route 66, Flight 370, page 5, Item 4 and No. 1.
    9/11 was no fraction, and the shop is open 24/7.
    At half-time, in the half marathon, in the quarter-final and at a quarter past they led, his half-brother said.
    Third parties bought second-hand cars among the top 10, in size 12, and in Area 51 lies nothing.
    H.R. 1234, UN Resolution 1325 and the Bill 1250 are laws.
    Theresa May said so. May I? They march on. The Sun reported it.
    1600 Pennsylvania Avenue is an address.
    Call 0800 555 111, +44 20 7946 0958 or 212-555-0148.
    The iPhone 15 users saw Figure 3 shows on Windows 11, and the H5N1 and PM2.5 levels were high.
    The Earth turns around the Sun.
    In a third year of protests they came.
    It is all but two, and the class of '99.
    There was no one at all, above all, the most and the least.
"""


def _cases(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def _marked(line: str) -> tuple[str, list[str]]:
    """A sentence without its marks, and what stands in them."""
    parts = line.replace("]", "[").split("[")
    return "".join(part.partition("|")[0] for part in parts), parts[1::2]


def _values(text: str, spotter: Spotter = SPOTTER) -> list[Span]:
    return [span for span in spotter.spot(text) if span.tier in VALUES]


@pytest.mark.parametrize("line", _cases(READ))
def test_what_is_read(line: str) -> None:
    text, expected = _marked(line)
    spans = [span for span in _values(text) if span.tier is not Tier.VAGUE]
    assert [span.text for span in spans] == expected
    assert [span.problem for span in spans] == [None] * len(spans)


@pytest.mark.parametrize("line", _cases(NOT_READ))
def test_what_is_not_read_is_one_span_with_its_problem(line: str) -> None:
    text, expected = _marked(line)
    spans = [span for span in _values(text) if span.problem is not None]
    assert [f"{span.text}|{span.tier.name}" for span in spans] == expected
    assert [span.reading for span in spans] == [None] * len(spans)


@pytest.mark.parametrize("line", _cases(VAGUE))
def test_vague_amounts(line: str) -> None:
    text, expected = _marked(line)
    assert [(span.text, span.tier) for span in _values(text)] == [(words, Tier.VAGUE) for words in expected]


@pytest.mark.parametrize("line", _cases(NOTHING))
def test_what_is_no_value(line: str) -> None:
    assert [span.text for span in _values(line) if span.tier is not Tier.VAGUE] == []


TORN = [
    "4 hundred million",
    "US$89 to $93 billion",
    "12 and 15 percent",
    "5 milion",
    "3 chains",
    "$89 and $93 billion",
    "25 years to life",
    "80 degrees",
    "5 Kr",
    "2-1",
]


@pytest.mark.parametrize("value", TORN)
def test_no_part_of_a_value_is_given(value: str) -> None:
    (span,) = _values(f"They had {value} then.")
    assert span.text == value


@pytest.mark.parametrize(
    "words",
    ["January 3", "May 5", "Tuesday", "last week", "yesterday", "the third quarter", "a year ago", "the summer"],
)
def test_a_year_is_never_chosen_silently(words: str) -> None:
    (span,) = _values(f"They met {words}, as was said.", UNDATED)
    assert (span.text, span.reading, span.tier) == (words, None, Tier.DATE)
    assert span.problem


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("AVERIL, March 4 - The ferry sank on 18 November 2030.", ["18 November 2030"]),
        ("NEW YORK, 4 March 2031 (The Wire) — It cost $5.", ["$5"]),
        ("12. The chair had 38 members.", ["38 members"]),
        ("3) It cost $5.", ["$5"]),
        ("The ferry sank on March 4 2030 - it was new.", ["March 4 2030"]),
        ("NATO met on 4 March 2031. It paid $5.", ["4 March 2031", "$5"]),
        ("2030 was the year.", ["2030"]),
        ("12.5 tonnes were lost.", ["12.5 tonnes"]),
    ],
)
def test_the_number_and_the_dateline_of_a_paragraph_are_no_values(paragraph: str, found: list[str]) -> None:
    assert [span.text for span in spot(paragraph, Context()) if span.tier in (Tier.FIGURE, Tier.DATE)] == found


def test_quotations_have_four_words_or_more() -> None:
    text = 'He said “we will fight them for 40 years” and "no way", then "it is all over now".'
    found = [span for span in spot(text, PUBLISHED) if span.tier is Tier.QUOTATION]
    assert [span.text for span in found] == ["we will fight them for 40 years", "it is all over now"]
    assert [span.text for span in _values(text) if span.tier is Tier.FIGURE] == ["40 years"]


def test_known_names() -> None:
    names = ["Plan Colombia", "FARC", "Islas Marías", "2026 World Cup", "us", "Colombia"]
    text = "Plan Colombia and the Islas Marias; farc is no FARC. The 2026 World Cup let us go. Plan. Colombia."
    found = [span for span in spot(text, PUBLISHED, names) if span.tier is not Tier.VAGUE]
    assert [(span.text, span.tier) for span in found] == [
        (name, Tier.NAME) for name in ["Plan Colombia", "Islas Marias", "FARC", "2026 World Cup", "us", "Colombia"]
    ]
    assert list(KnownNames([]).find(text)) == []


SPANISH = {
    "El Gobierno destinó [14.000 millones de dólares] a la defensa en [2019].": True,
    "[Más de 300.000 personas] viven a [12 km] de Bogotá desde [mayo de 2020].": True,
    "La inflación [subió un 4,5%] en [octubre de 2024], según [3 analistas].": True,
    "[12 de los 20 detenidos] salieron [el 5 de mayo de 2020].": True,
    "[Perdió 5 millones] netos.": False,
    "Quedan [12 personas menos].": True,
    "Pagó [5 millones de pesos].": False,
    "[Cayó de 12 a 8 por ciento].": False,
}
"""Sentences with their values marked, and whether these are read."""


@pytest.mark.parametrize("marked", SPANISH)
def test_values_of_another_language(marked: str) -> None:
    spans = _values(marked.replace("[", "").replace("]", ""), Spotter(replace(PUBLISHED, language="es")))
    assert [span.text for span in spans] == re.findall(r"\[(.*?)\]", marked)
    assert all((span.reading is not None) == SPANISH[marked] for span in spans)


def test_languages_whose_words_are_not_known_have_figures_only() -> None:
    hungarian = Spotter(replace(PUBLISHED, language="hu"))
    found = _values("500 € és 5 millió, 2019-05-01, 12 %.", hungarian)
    assert [(span.text, span.problem is None) for span in found if span.problem is None] == [
        ("500 €", True), ("2019-05-01", True), ("12 %", True),
    ]  # fmt: skip
    assert "5" not in [span.text for span in found]


_MARKED = [words.partition("|")[0] for line in _cases(READ) + _cases(NOT_READ) for words in _marked(line)[1]]
_LOOSE = """the of and to from a half in by more than — – - , . : ( ) $ % million percent people last year years ago May
    Tuesday about ½ 5 ’s ' “ ” points""".split()
_PIECES = st.one_of(
    st.sampled_from(_MARKED),
    st.sampled_from(_LOOSE),
    st.text(alphabet="aé1½²\u00a0\u00ad０5-.,$/ \n", max_size=6),
)


@given(st.lists(st.tuples(_PIECES, st.sampled_from(["", " "])), max_size=14))
@settings(deadline=None, max_examples=60, derandomize=True)
@example([("½½", ""), ("2²", "")])
def test_spans_are_apart_and_mean_what_their_words_do(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    behind = 0
    for span in _values(text):
        assert behind <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
        assert (span.reading is None) is (span.problem is not None)
        behind = span.end
        if span.reading is not None:
            assert span.reading == _meaning(span)


def _meaning(span: Span) -> object:
    last = span.text.rpartition(" ")[2].lower()
    try:
        return read(span.text, PUBLISHED)
    except ReadingError:
        assert last in en.COUNTED_IN_PROSE
        return read(span.text, replace(PUBLISHED, kind=Kind.COUNT, unit=last))


@pytest.mark.parametrize(
    "unit",
    ["1 ", "one hundred million ", "5 and ", "“", ". ", "more than about the last ", "5-", "(5 ", "May ", "½", "$5 to ",
     "two of the ", "1,", "year's ", "a-"],
)  # fmt: skip
def test_hostile_text_takes_linear_time(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = 0

    def counted(words: str, context: Context) -> object:
        nonlocal seen
        seen += len(words)
        return read(words, context)

    monkeypatch.setattr(prose, "read", counted)
    text = unit * 60
    Spotter(PUBLISHED).spot(text)
    assert seen <= 60 * len(text)
