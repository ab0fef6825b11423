"""What could explain a difference: offered only if the numbers prove it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crosscheck.model import Claim
from factories import c, claims_file, finding, workspace
from items import claim, findings


@pytest.mark.parametrize(
    ("kind", "unit", "one", "other", "told"),
    [
        ("date", None, "5 March 2024", "5 March 2025", "one year off: 2024 against 2025, and else the same"),
        ("date", None, "1999", "2000", "one year off: 1999 against 2000, and else the same"),
        ("date", None, "5 October 2025", "10 May 2025", "day and month swapped: 10/5 against 5/10"),
        (
            "quantity",
            "kg",
            "500 short tons",
            "500 metric tons",
            "short tons against metric tons: the two differ by 1.10231",
        ),
        ("quantity", "ha", "625 acres", "625 hectares", "acres against hectares: the two differ by 2.47105"),
        ("quantity", "km", "120 miles", "120 km", "miles against kilometres: the two differ by 1.60934"),
        ("money", "USD", "$1.5 billion", "$15 billion", "a factor of 10: the two differ by 10"),
        ("count", None, "12", "12,000", "a factor of 1,000: the two differ by 1,000"),
        ("count", None, "exactly 1,510", "1.5 million", "a factor of 1,000 (a scale word): the two differ by 993.377"),
        ("duration", None, "12 days", "12 weeks", "one unit written for another: day against week"),
        ("count", None, "1,324", "1,234", "two digits swapped: 1234 against 1324"),
        ("date", None, "1978", "1987", "two digits swapped: 1978 against 1987"),
        ("date", None, "7 August 1966", "8 August 1966", "one day off: 1966-08-07 against 1966-08-08"),
        ("date", None, "31 December 1999", "1 January 2000", "one day off: 1999-12-31 against 2000-01-01"),
        ("date", None, "25 October 1917", "7 November 1917", "Julian and Gregorian calendar: 13 days apart in 1917"),
        ("date", None, "24 December 1800", "5 January 1801", "Julian and Gregorian calendar: 12 days apart in 1800"),
        ("date", None, "11 February 1731", "22 February 1731", "Julian and Gregorian calendar: 11 days apart in 1731"),
        ("date", None, "13 May 2024", "31 May 2024", "two digits swapped: 13 against 31"),
        ("date", None, "1939", "1949", "one digit different: 1939 against 1949"),
        ("date", None, "5 March 1939", "5 March 1949", "one digit different: 1939 against 1949"),
        ("money", "USD", "$850,000", "$850 million", "a factor of 1,000 (a scale word): the two differ by 1,000"),
        ("money", "USD", "$3", "$3 million", "a factor of 1,000,000 (a scale word): the two differ by 1,000,000"),
        (
            "money",
            "USD",
            "nearly $1 billion",
            "nearly $1 trillion",
            "a factor of 1,000 (a scale word): the two differ by 1,000",
        ),
        (
            "money",
            "USD",
            "millions of dollars",
            "billions of dollars",
            "a factor of 1,000 (a scale word): the two differ by 1,000",
        ),
        ("share", None, "0.025 percent", "2.5 percent", "a factor of 100: the two differ by 100"),
        ("count", None, "1,640", "16,400", "a factor of 10: the two differ by 10"),
        ("count", None, "5,791", "4,791", "one digit different: 4791 against 5791"),
        ("money", "USD", "$1.45 billion", "$1.95 billion", "one digit different: 145 against 195"),
        ("quantity", "km", "12.7 km", "17.2 km", "two digits swapped: 127 against 172"),
        ("quantity", "m2", "9,000 square miles", "9,141 square meters", "one unit written for another: m2 against mi2"),
        ("duration", "days", "18 days", "18 weeks", "one unit written for another: day against week"),
        (
            "quantity",
            "kg",
            "500 long tons",
            "500 metric tons",
            "long tons against metric tons: the two differ by 1.01605",
        ),
        ("quantity", "kg", "120 kg", "120 lb", "pounds against kilograms: the two differ by 2.20462"),
        ("quantity", "km", "120 km", "193 km", "miles against kilometres: the two differ by 1.60833"),
        (
            "quantity",
            "m3",
            "55 US gallons",
            "55 imperial gallons",
            "US gallons against imperial gallons: the two differ by 1.20095",
        ),
        ("count", None, "200", "203", "a round figure: 200 for 203"),
        ("count", None, "10,000", "10,400", "a round figure: 10,000 for 10,400"),
        ("money", "USD", "$400", "$398", "a round figure: 400 for 398"),
        ("quantity", "km", "1.6 km", "1.67 km", "cut off instead of rounded: 1.6 of 1.67"),
        ("money", "USD", "$28", "$27.50", "rounded: 28 for 27.5"),
        ("money", "USD", "$17", "$17.50", "cut off instead of rounded: 17 of 17.5"),
        ("count", None, "12,900", "12,968", "cut off instead of rounded: 12,900 of 12,968"),
        ("count", None, "1,968", "12,968", "one digit missing: 1968 against 12968"),
        ("quantity", "km", "3.14 km", "33.14 km", "one digit missing: 314 against 3314"),
        ("count", None, "thirteen", "thirty", "sounds alike: thirteen against thirty"),
        ("count", None, "7", "17", "sounds alike: seven against seventeen"),
        ("money", "USD", "$15 million", "$50 million", "sounds alike: fifteen against fifty"),
        ("count", None, "19,000", "90,000", "sounds alike: nineteen against ninety"),
        ("share", None, "14%", "40%", "sounds alike: fourteen against forty"),
        ("duration", "days", "16 days", "60 days", "sounds alike: sixteen against sixty"),
        ("date", None, "1915", "1950", "sounds alike: fifteen against fifty"),
        ("date", None, "13 May 2020", "30 May 2020", "sounds alike: thirteen against thirty"),
        ("date", None, "4 July 2020", "14 July 2020", "sounds alike: four against fourteen"),
        ("date", None, "14 July 2020", "24 July 2020", "one digit different: 14 against 24"),
        ("date", None, "5 June 2020", "5 July 2020", "one month off: 2020-06-05 against 2020-07-05"),
        ("date", None, "27 June 2020", "4 July 2020", "one week off: 2020-06-27 against 2020-07-04"),
        ("date", None, "45 BC", "44 BC", "one year off: 45 BC against 44 BC, and else the same"),
        ("share", None, "one in five", "5 percent", "one in so many against percent: one in 5 against 5 percent"),
        ("share", None, "a quarter", "4%", "one in so many against percent: one in 4 against 4 percent"),
        ("share", None, "one in 20", "20%", "one in so many against percent: one in 20 against 20 percent"),
        ("quantity", "cm", "10 inches", "25.4 inches", "inches against centimetres: the two differ by 2.54"),
        (
            "quantity",
            "km2",
            "50 square miles",
            "50 square km",
            "square miles against square kilometres: the two differ by 2.58999",
        ),
    ],
)
def test_explained(kind: str, unit: str | None, one: str, other: str, told: str) -> None:
    (finding,) = findings(claim("a", one), claim("b", other), kind=kind, unit=unit)
    assert told in finding.explanations
    (swapped,) = findings(claim("a", other), claim("b", one), kind=kind, unit=unit)
    assert swapped.explanations == finding.explanations


@pytest.mark.parametrize(
    ("kind", "unit", "one", "other"),
    [
        ("date", None, "5 March 2024", "6 March 2025"),
        ("date", None, "March 2024", "2025"),
        ("money", "USD", "$14 billion", "$15 billion"),
        ("money", "USD", "$1.4 billion", "$15 billion"),
        ("count", None, "1,324", "1,243"),
        ("count", None, "95", "35"),
        ("count", None, "81", "18"),
        ("count", None, "11,000", "15,000"),
        ("count", None, "120,000", "210,000"),
        ("count", None, "4,700", "5,735"),
        ("quantity", "km", "1.2 km", "2.1 km"),
        ("count", None, "at least 900", "90"),
        ("quantity", "km", "100 km", "170 km"),
        ("quantity", "kg", "100 kg", "247.1 kg"),
        ("date", None, "3 May 2024", "5 May 2024"),
        ("date", None, "13 May 2024", "24 May 2024"),
        ("date", None, "25 October 2017", "7 November 2017"),
        ("date", None, "1939", "1951"),
        ("count", None, "14", "15"),
        ("count", None, "200", "300"),
        ("count", None, "50", "49"),
        ("count", None, "83,858", "83,859"),
        ("count", None, "50", "57"),
        ("count", None, "1,503", "1,517"),
        ("quantity", "km", "1.6 km", "1.75 km"),
        ("quantity", "km", "120 km", "150 miles"),
        ("count", None, "13", "31,000"),
        ("count", None, "3", "13"),
        ("count", None, "12", "128"),
        ("count", None, "1,500", "15,200"),
        ("money", "USD", "$1.5 million", "$5 million"),
        ("share", None, "5%", "20%"),
        ("share", None, "two in five", "5%"),
        ("date", None, "31 January 2020", "29 February 2020"),
        ("date", None, "5 June 2020", "6 July 2020"),
        ("date", None, "1 May 2020", "9 May 2020"),
    ],
)
def test_not_explained(kind: str, unit: str | None, one: str, other: str) -> None:
    (finding,) = findings(claim("a", one), claim("b", other), kind=kind, unit=unit)
    assert finding.explanations == ()


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("my heart belongs to Dada now", "my art belongs to Dada now", 'one word different: "heart" against "art"'),
        ("we will raise taxes in spring", "we will not raise taxes in spring", 'one word in one quotation only: "not"'),
        ("we paid 40 million for the roads", "we paid 14 million for the roads",
         'one word different: "40,000,000" against "14,000,000"'),
        ("it was in 1984 that we met", "it was in 1948 that we met", 'one word different: "1984" against "1948"'),
        ("in all of my long years I have never, once, seen him drunk", "in all of my long years I have seen him drunk",
         'words in one quotation only: "never once"'),
    ],
)  # fmt: skip
def test_a_quotation_in_which_a_few_words_are_others(one: str, other: str, told: str) -> None:
    (finding,) = findings(claim("a", one, said_by="A singer"), claim("b", other, said_by="A singer"), kind="quotation")
    assert finding.explanations == (told,)


def test_a_quotation_in_which_many_words_are_others_is_not_explained() -> None:
    one, other = (
        f"we will rebuild the harbour here {middle} tomorrow morning friends"
        for middle in ("with our own two bare hands", "if they let all of us")
    )
    (finding,) = findings(claim("a", one, said_by="A singer"), claim("b", other, said_by="A singer"), kind="quotation")
    assert finding.explanations == ()


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("22-4517", "22-4571", ("two signs swapped: 22-4517 against 22-4571",)),
        ("SW1A 1AA", "SW1A 2AA", ("one sign different: sw1a1aa against sw1a2aa",)),
        ("B12", "B13", ()),
        ("22-4517", "24-5173", ()),
    ],
)
def test_an_identifier_that_is_nearly_the_other(one: str, other: str, told: tuple[str, ...]) -> None:
    (finding,) = findings(claim("a", one), claim("b", other), kind="identifier")
    assert finding.explanations == told


@pytest.mark.parametrize(
    ("month", "year", "told"),
    [
        ("41", "512", ("one time lies in the other, which has more; `over_time: per_period`?",)),
        ("512", "41", ()),
    ],
)
def test_a_month_has_less_than_its_year(month: str, year: str, told: tuple[str, ...], tmp_path: Path) -> None:
    claims = [c("s", "City", "murders", month, when="2019-03"), c("t", "City", "murders", year, when="2019")]
    root = workspace(tmp_path, claims, attributes="murders: {kind: count, over_time: changes}\n")
    assert tuple(finding(root)["explanations"]) == told


POLICE = {"said_by": "police"}


@pytest.mark.parametrize(
    ("claims", "published", "over_time", "told"),
    [
        (
            [claim("a", "3,000", **POLICE), claim("b", "5,000", **POLICE)],
            {"a": "2003-01-12", "b": "2003-01-11"},
            "fixed",
            [
                'a later report: police says "5,000" in b (published 2003-01-11), '
                'then "3,000" in a (published 2003-01-12)',
            ],
        ),
        (  # the second report repeats the first
            [claim("a", "3,000", **POLICE), claim("b", "3,000", **POLICE), claim("d", "5,000", **POLICE)],
            {"a": "2003-01-11", "b": "2003-01-12", "d": "2003-02"},
            "fixed",
            ['a later report: police says "3,000" in a (published 2003-01-11), then "5,000" in d (published 2003-02)'],
        ),
        # of one day, of days that may be one, of no day
        ([claim("a", "3,000", **POLICE), claim("b", "5,000", **POLICE)], {"a": "2003-01-11", "b": "2003-01-11"},
         "fixed", []),
        ([claim("a", "3,000", **POLICE), claim("b", "5,000", **POLICE)], {"a": "2003-01-11", "b": "2003"}, "fixed", []),
        ([claim("a", "3,000", **POLICE), claim("b", "5,000", **POLICE)], {"a": "2003-01-11"}, "fixed", []),
        # two speakers, authors, one who adopts the figure, one who denies it
        ([claim("a", "3,000", **POLICE), claim("b", "5,000", said_by="organisers")],
         {"a": "2003-01-11", "b": "2003-01-12"}, "fixed", []),
        ([claim("a", "3,000"), claim("b", "5,000")], {"a": "2003-01-11", "b": "2003-01-12"}, "fixed", []),
        ([claim("a", "3,000", **POLICE), claim("b", "5,000", stance="asserts", **POLICE)],
         {"a": "2003-01-11", "b": "2003-01-12"}, "fixed", []),
        ([claim("a", "3,000", **POLICE), claim("b", "3,000", stance="disputes", **POLICE)],
         {"a": "2003-01-11", "b": "2003-01-12"}, "fixed", []),
        # the times of the figure itself are known
        ([claim("a", "3,000", when="2003", **POLICE), claim("b", "5,000", when="2003", **POLICE)],
         {"a": "2003-01-11", "b": "2003-01-12"}, "fixed", []),
        ([claim("a", "3,000", **POLICE), claim("b", "5,000", **POLICE)], {"a": "2003-01-11", "b": "2003-01-12"},
         "changes", []),
    ],
)  # fmt: skip
def test_a_later_report_of_one_speaker(
    claims: list[Claim], published: dict[str, str], over_time: str, told: list[str]
) -> None:
    found = findings(*claims, kind="count", over_time=over_time, published=published)
    assert [why for one in found for why in one.explanations if why.startswith("a later report")] == told


@pytest.mark.parametrize("table", [False, True])
def test_a_later_report_in_files_and_in_tables(table: bool, tmp_path: Path) -> None:
    said = {"ap": ("2003-01-11", "3,000"), "lat": ("2003-01-12", "5,000")}
    claims: dict[str, str | bytes] = {}
    for source, (published, value) in said.items():
        entries = [] if table else [c(source, "March", "marchers", value, said_by="police").keys]
        head = {"id": source, "published": published}
        claims[f"{source}.yaml"] = (
            claims_file(head, *entries) if entries else f"source: {json.dumps(head)}\nclaims: []\n"
        )
    if table:
        rows = "".join(f'{source},March,marchers,"{value}",police\n' for source, (_, value) in said.items())
        claims["all.csv"] = f"source,subject,attribute,value,said_by\n{rows}"
    assert finding(workspace(tmp_path, claims, attributes="marchers: {kind: count}\n"))["explanations"] == [
        'a later report: police says "3,000" in ap (published 2003-01-11), then "5,000" in lat (published 2003-01-12)'
    ]


PARTS = "- part: {part: Colombia / military aid, whole: Colombia / aid}\n"
AID = "aid: {kind: money, unit: USD}\nmilitary aid: {kind: money, unit: USD}\n"


@pytest.mark.parametrize(
    ("attribute", "figures", "told"),
    [
        (
            "aid", ("$10 billion", "$3 billion"),
            ['a part for the whole: "$3 billion" is what u has for Colombia / military aid'],
        ),
        ("aid", ("$10 billion", "$4 billion"), []),
        (
            "military aid", ("$1 billion", "$9 billion"),
            ['the whole for a part: "$9 billion" is what u has for Colombia / aid'],
        ),
        ("military aid", ("$1 billion", "$3 billion"), []),
    ],
)  # fmt: skip
def test_a_part_is_taken_for_the_whole(
    tmp_path: Path, attribute: str, figures: tuple[str, str], told: list[str]
) -> None:
    other = {"aid": ("military aid", "$3 billion"), "military aid": ("aid", "$9 billion")}[attribute]
    claims = [
        c("s", "Colombia", attribute, figures[0]), c("t", "Colombia", attribute, figures[1]),
        c("u", "Colombia", *other),
    ]  # fmt: skip
    root = workspace(tmp_path, claims, attributes=AID, files={"rules/relations.yaml": PARTS})
    assert finding(root)["explanations"] == told


def test_parts_and_wholes_beyond_a_few_are_counted(tmp_path: Path) -> None:
    shares = [c(f"u{n}", "Colombia", "military aid", "$3 billion") for n in range(9)]
    claims = [c("s", "Colombia", "aid", "$10 billion"), c("t", "Colombia", "aid", "$3 billion"), *shares]
    root = workspace(tmp_path, claims, attributes=AID, files={"rules/relations.yaml": PARTS})
    told = finding(root)["explanations"]
    assert [text.split(":")[0] for text in told[:3]] == ["a part for the whole"] * 3
    assert told[3:] == ["and 6 more figures of parts and wholes"]


def test_definitions_beyond_a_few_are_counted(tmp_path: Path) -> None:
    claims = [c(f"s{n}", "Colombia", "aid", f"${n + 1}0 billion", scope={"year": f"fiscal {n}"}) for n in range(6)]
    root = workspace(tmp_path, claims, attributes=AID)
    (told,) = (text for text in finding(root)["explanations"] if text.startswith("another definition"))
    assert told == "another definition: year is fiscal 0 against fiscal 1 against fiscal 2 and 3 more"


@pytest.mark.parametrize("table", [False, True])
def test_a_figure_of_another_attribute_in_files_and_in_tables(tmp_path: Path, table: bool) -> None:
    said = [
        ("dept", "new cases", "512"), ("wire", "new cases", "12,929"),
        ("dept", "active cases", "12,929"), ("wire", "deaths", "512"),
    ]  # fmt: skip
    text = "".join(f'{source},Oklahoma,{attribute},"{value}"\n' for source, attribute, value in said)
    files = {"claims/all.csv": f"source,subject,attribute,value\n{text}"} if table else {}
    claims = [] if table else [c(source, "Oklahoma", attribute, value) for source, attribute, value in said]
    kinds = "".join(f"{attribute}: {{kind: count}}\n" for attribute in ("new cases", "active cases", "deaths"))
    assert finding(workspace(tmp_path, claims, attributes=kinds, files=files))["explanations"] == [
        'another attribute: "12,929" is what dept has for Oklahoma / active cases',
        'another attribute: "512" is what wire has for Oklahoma / deaths',
    ]


def test_figures_of_a_subject_of_many_attributes_are_chance(tmp_path: Path) -> None:
    said = [c("s", "X", "a0", "112"), c("t", "X", "a0", "149"), *(c("u", "X", f"a{n}", "149") for n in range(1, 60))]
    kinds = "".join(f"a{n}: {{kind: count}}\n" for n in range(60))
    assert finding(workspace(tmp_path, said, attributes=kinds))["explanations"] == []
