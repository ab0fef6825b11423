"""Columns that write dates in two orders, or figures with two signs between thousands: somebody has mixed them.

Each value of such a column may be clear by itself, but those beside it are in doubt: of 1.234.567 and 1,234, the second
may be a thousand or one and a bit. What a source, a language or the settings declare is in no doubt.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from crosscheck.archive.plan.shape import joined
from crosscheck.archive.run import PlanRun
from crosscheck.archive.sheet import Sheet, column_of
from crosscheck.model import Kind, Reading
from crosscheck.problems import Position, Problems, shown

NONE, DAY_FIRST, MONTH_FIRST, POINTS, COMMAS = range(5)

_PAIRS = {
    (DAY_FIRST, MONTH_FIRST): ("write one order", "declare the date_order of their sources"),
    (POINTS, COMMAS): ("write one of them", "declare the language of their sources"),
}
_MEANS = {
    DAY_FIRST: "day first",
    MONTH_FIRST: "month first",
    POINTS: "points between thousands",
    COMMAS: "commas between thousands",
}

_DIGIT, _ODD = "[^ -/:-~]", "[^ -~]"
_BEYOND_MONTHS = f"(1[3-9]|[2-9][0-9]|{_ODD}{_DIGIT}?|{_DIGIT}{_ODD})"
_MAY_HAVE = {
    DAY_FIRST: f"{_BEYOND_MONTHS}[./-]{_DIGIT}{{1,2}}[./-]{_DIGIT}{{4}}",
    MONTH_FIRST: f"{_DIGIT}{{1,2}}[./-]{_BEYOND_MONTHS}[./-]{_DIGIT}{{4}}",
    POINTS: f"{_DIGIT}[.]{_DIGIT}{{3}}([.]{_DIGIT}{{3}}|,{_DIGIT})",
    COMMAS: f"{_DIGIT},{_DIGIT}{{3}}",
}
"""What is found in every text that has a style, and in some others; digits may be of any script."""

_DATE = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2\d{4}(?!\d)")
_POINTS = re.compile(r"(?<![\d.,])\d{1,3}(?:(?:\.\d{3}){2,}(?!\d)|(?:\.\d{3})+,\d)")
_COMMAS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)")


def style_of(text: str, reading: Reading, manner: str = "en") -> int:
    """How a text that means `reading` writes what somebody else might write otherwise; `NONE` if that is declared."""
    if reading.kind is Kind.DATE:
        found = _DATE.search(text)
        if found is None or manner.split(";")[1:2] not in ([], [""]):
            return NONE
        first, second = int(found[1]), int(found[3])
        return NONE if max(first, second) <= 12 else DAY_FIRST if first > 12 else MONTH_FIRST
    if reading.stated is None or manner.partition(";")[0] != "en":
        return NONE
    if _POINTS.search(text):
        return POINTS
    return COMMAS if _COMMAS.search(text) else NONE


def may_mix(run: PlanRun) -> str:
    """A condition on the words of a row, true of all that have a style which tables may mix with another one."""
    found = {style: run.shape.dialect.matches("words", pattern) for style, pattern in _MAY_HAVE.items()}
    counts = ", ".join(f"sum(CASE WHEN {sql} THEN 1 ELSE 0 END) AS n{style}" for style, sql in found.items())
    there = dict(zip(found, run.numbers(f"SELECT {counts} FROM base WHERE part > 0"), strict=True))
    return " OR ".join(found[style] for pair in _PAIRS if all(map(there.get, pair)) for style in pair) or "FALSE"


def refuse_mixed(run: PlanRun, sheets: Sequence[Sheet], problems: Problems) -> None:
    """Add to `problems` each table that mixes two styles, with the first row of each."""
    shape = run.shape
    on = {"value": ("readings", joined(shape.keys, "b", "q"))} if shape.readings else {}
    if shape.timed:
        published = "b.publication" if shape.publications else "''"
        on["when"] = ("times", f"b.at_time = q.at_time AND q.published = {published}")
    for key, (relation, joins) in on.items():
        known = {style for (style,) in run.rows(f"SELECT DISTINCT style FROM {relation} WHERE style > {NONE}")}
        for pair, (change, declaration) in _PAIRS.items():
            # What a source declares is for its values; times are written by who made the table.
            instead = f"{change}, or {declaration}" if key == "value" else change
            if known.issuperset(pair):
                _refuse(run, sheets, key, _first_rows(run, relation, joins, pair), instead, problems)


def _first_rows(run: PlanRun, relation: str, joins: str, pair: tuple[int, int]) -> list[tuple[int, int, int]]:
    """Of each table the first rows that have a style of the pair: their part, the style, and the place."""
    counts_from_none = " AND b.relative_to IS NULL" if run.shape.relative else ""
    return list(
        run.rows(
            f"SELECT b.part, q.style, min(b.place) AS place FROM base b JOIN {relation} q ON {joins} "
            f"WHERE b.part > 0 AND q.style IN {pair}{counts_from_none} GROUP BY b.part, q.style"
        )
    )


def _refuse(
    run: PlanRun,
    sheets: Sequence[Sheet],
    key: str,
    found: Sequence[tuple[int, int, int]],
    instead: str,
    problems: Problems,
) -> None:
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for part, style, place in found:
        places[part].append((place, style))
    for part, styles in sorted(places.items()):
        if len(styles) == 1:
            continue
        sheet, told = sheets[part - 1], []
        for place, style in sorted(styles):
            cells = next(iter(run.records(f"SELECT * FROM raw WHERE part = {part} AND place = {place}")))
            told.append(f"{shown(cells[column_of(key)])} ({_MEANS[style]})")
        (first, _), (second, _) = sorted(styles)
        row = sheet.row_of(first) + 1
        problems.add(
            Position(sheet.file, *sheet.locate(second, key)),
            f"{key} of row {sheet.row_of(second) + 1} is {told[1]}, but of row {row} {told[0]}; {instead}",
        )
