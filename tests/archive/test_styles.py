"""Columns that mix two orders of dates, or two signs between thousands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

import crosscheck
from crosscheck.archive import styles
from factories import problems, workspace

ATTRIBUTES = "start: {kind: date}\nkilled: {kind: count}\narea: {kind: quantity, unit: km2}\n"
HEAD = "source,subject,attribute,value"
DATES = 'claims/a.csv:3:4: value of row 2 is "05/13/2024" (month first), but of row 1 "13/05/2024" (day first); '
POINTS = "(points between thousands)"
COMMAS = "(commas between thousands)"
ORDER = "write one order, or declare the date_order of their sources"
SIGNS = "write one of them, or declare the language of their sources"

MIXED: dict[str, tuple[str, list[str]]] = {
    "orders": (f"{HEAD}\ns,A,start,13/05/2024\nt,B,start,05/13/2024\nt,C,start,05/14/2024\n", [DATES + ORDER]),
    "orders with points": (
        f"{HEAD}\ns,A,start,05.13.2024\ns,B,start,since 13-05-2024\n",
        [
            'claims/a.csv:3:4: value of row 2 is "since 13-05-2024" (day first), but of row 1 "05.13.2024" '
            f"(month first); {ORDER}"
        ],
    ),
    "signs": (
        f'{HEAD}\ns,A,killed,"1,234"\ns,B,killed,12\nt,C,killed,1.234.567 people\n',
        [f'claims/a.csv:4:4: value of row 3 is "1.234.567 people" {POINTS}, but of row 1 "1,234" {COMMAS}; {SIGNS}'],
    ),
    "signs of two attributes": (
        f'{HEAD}\ns,A,area,"1.234,5 km2"\ns,B,killed,"12,345"\n',
        [f'claims/a.csv:3:4: value of row 2 is "12,345" {COMMAS}, but of row 1 "1.234,5 km2" {POINTS}; {SIGNS}'],
    ),
    "orders of times": (
        f"{HEAD},when\ns,A,killed,1,13/05/2024\ns,A,killed,2,05/13/2024\n",
        [
            'claims/a.csv:3:5: when of row 2 is "05/13/2024" (month first), but of row 1 "13/05/2024" (day first); '
            "write one order"
        ],
    ),
}


@pytest.mark.parametrize("mix", MIXED)
def test_a_column_that_mixes_is_refused_with_the_rows_that_show_it(mix: str, tmp_path: Path) -> None:
    table, told = MIXED[mix]
    assert problems(workspace(tmp_path, {"a.csv": table}, attributes=ATTRIBUTES)) == told


CLEAR: dict[str, Mapping[str, str]] = {
    "one order": {"a.csv": f"{HEAD}\ns,A,start,13/05/2024\nt,B,start,31/12/2024\nt,C,start,2024-05-13\n"},
    "an order a table": {
        "a.csv": f"{HEAD}\ns,A,start,13/05/2024\n",
        "b.csv": f"{HEAD}\nt,B,start,05/13/2024\n",
    },
    "an order declared": {
        "a.csv": f"{HEAD}\ns,A,start,13/05/2024\nt,B,start,05/13/2024\n",
        "t.yaml": "source: {id: t, date_order: mdy}\nclaims: []\n",
    },
    "signs declared": {
        "a.csv": f'{HEAD}\ns,A,killed,1.234.567\nt,B,killed,"1,234"\n',
        "s.yaml": "source: {id: s, language: de}\nclaims: []\n",
    },
    "a language a row": {"a.csv": f'{HEAD},language\ns,A,killed,1.234.567,de\nt,B,killed,"1,234",\n'},
    "points of decimals": {"a.csv": f'{HEAD}\ns,A,area,1.5 km2\ns,B,area,"1,234.25 km2"\ns,C,area,"12,345,678 km2"\n'},
    "what a person read": {"a.csv": f'{HEAD},read_as\ns,A,killed,1.234.567,1234567\nt,B,killed,"1,234",\n'},
    "files, which have no columns": {
        "s.yaml": (
            "source: s\nclaims:\n  - {subject: A, attribute: start, value: 13/05/2024}\n"
            "  - {subject: B, attribute: start, value: 05/13/2024}\n"
        ),
        "a.csv": f"{HEAD}\ns,C,start,13/05/2024\n",
    },
}


@pytest.mark.parametrize("case", CLEAR)
def test_what_is_not_in_doubt_is_read(case: str, tmp_path: Path) -> None:
    result = crosscheck.load(workspace(tmp_path, CLEAR[case], attributes=ATTRIBUTES)).check()
    assert result.summary["unread"] == 0 < result.summary["claims"]


def test_a_wide_table_points_at_the_cell(tmp_path: Path) -> None:
    settings = (
        '[[tables]]\nfiles = "*"\nconstants = {source = "s", attribute = "killed"}\n'
        'melt = {columns = ["20??"], names = "when"}\n'
    )
    table = 'subject,2000,2001\nA,1.234.567,2\nB,3,"4,567"\n'
    root = workspace(tmp_path, {"w.csv": table}, attributes=ATTRIBUTES, settings=settings)
    told = f'value of row 2 is "4,567" {COMMAS}, but of row 1 "1.234.567" {POINTS}; {SIGNS}'
    assert problems(root) == [f"claims/w.csv:3:3: {told}"]


def test_a_frame_that_mixes_is_refused() -> None:
    frame = pandas.DataFrame({"source": "s", "subject": ["A", "B"], "attribute": "start"})
    with pytest.raises(crosscheck.InputError, match=r"month first.*day first"):
        crosscheck.check(frame.assign(value=["13/05/2024", "05/13/2024"]), attributes={"start": {"kind": "date"}})


@given(st.text("0123456789./-, \u0661\u0663", max_size=14))
def test_no_style_is_overlooked_that_is_left_unread_otherwise(text: str) -> None:
    found = {styles.POINTS: bool(styles._POINTS.search(text)), styles.COMMAS: bool(styles._COMMAS.search(text))}
    date = styles._DATE.search(text)
    if date is not None:
        first, second = int(date[1]), int(date[3])
        found |= {styles.DAY_FIRST: first > 12, styles.MONTH_FIRST: second > 12}
    assert all(re.search(styles._MAY_HAVE[style], text) for style, is_there in found.items() if is_there)
