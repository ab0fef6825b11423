"""Targets: texts as values, bytes as YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import NamedTuple

from crosscheck.formatting import interval_text
from crosscheck.model import Interval, Kind, ReadingSettings
from crosscheck.problems import Problems
from crosscheck.readings import Context, ReadingError, kinds_of, read
from crosscheck.readings.amounts.units import unit_spellings
from crosscheck.readings.lexicon import currencies, en
from crosscheck.yamltext import document
from fuzz.inputs import HOSTILE, mutated
from fuzz.target import by_random, target
from random_workspaces import VALUES

DOCS = Path(__file__).resolve().parents[2] / "docs"


def words() -> Iterator[str]:
    """Every word that the lexicon has, however its tables are made."""
    for module in (en, currencies):
        for table in vars(module).values():
            if isinstance(table, Mapping | set | frozenset | list | tuple):
                yield from (word for word in table if isinstance(word, str))


TOKENS = sorted({*words(), *unit_spellings()})
SIGNS = [*"-–,.;:/~?%()[]'\"°+<>^", " ", "  ", "XX", "..", "T", "Z", "½", "①", "0", "00", "1999", "2024-02-30",
    "12:75",
         "3", "1,000", " to ", " and ", " of ", " or ", " in ", "a ", "the ", *HOSTILE]  # fmt: skip
GOOD = sorted(
    {str(value) for values in VALUES.values() for value in values}
    | {
        span
        for name in ("values.md", "amounts.md", "dates.md", "languages.md", "units.md")
        for span in re.findall("`([^`\n]+)`", (DOCS / name).read_text("utf-8"))
    }
)
"""Values that are read: of the random workspaces, and those that the documentation shows."""
UNITS = (None, None, None, "USD", "EUR", "km", "kg/year", "percent", "°C", "years", "people", "blurb")
ANCHORS = [None, *(read(text, Context(Kind.DATE)) for text in ("circa 1999", "2001-05-04", "May 2025", "2000/.."))]


class Value(NamedTuple):
    text: str
    context: Context


def a_value(random: Random) -> Value:
    if random.random() < 0.5:
        text = mutated(random.choice(GOOD), random.choice((TOKENS, SIGNS)), random, 4)
    else:
        pieces = (random.choice(random.choice((TOKENS, TOKENS, SIGNS))) for _ in range(random.randint(1, 9)))
        text = random.choice((" ", " ", "", "-")).join(pieces)
    kind = random.choice((None, None, *Kind))
    context = Context(
        kind,
        random.choice(UNITS),
        relative_to=random.choice(ANCHORS),
        published=random.choice(ANCHORS),
        language=random.choice(("en", "en", "en", "es", "de-AT", "")),
        settings=ReadingSettings(date_order=random.choice((None, "dmy", "mdy"))),
        is_exact=random.random() < 0.1,
        is_edtf=random.random() < 0.2,
        fiscal_year=random.choice((None, None, (10, 1), (4, 1))),
    )
    return Value(text, context)


@target("readings", 9200, by_random(a_value))
def readings(value: Value, _: Path) -> None:
    """Read in bounded time, or refused; and what is read can be shown."""
    text, context = value
    kinds_of(text, Context())
    try:
        found = read(text, context)
    except ReadingError as error:
        str(error)
        return
    if found.stated is None or found.allowed is None:
        assert found.terms
        return
    assert not is_empty(found.stated)
    assert found.allowed.contains(found.stated)
    assert interval_text(found.allowed, found, None)


def is_empty(interval: Interval) -> bool:
    low, high = interval.low, interval.high
    if low is None or high is None:
        return False
    return low > high or (low == high and not (interval.low_in and interval.high_in))


SYNTAX = ": - ? | > & * ! % @ ` { } [ ] , # ' \" key: value &a *a !!str << ---".split()
WORDS = [text.encode() for text in (*HOSTILE, *SYNTAX, "\n  ")]
WORDS += [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\0"]
DOCUMENTS = [block.encode() for page in sorted(DOCS.glob("*.md"))
             for block in re.findall("(?ms)^```yaml.*?\n(.*?)^```$", page.read_text("utf-8"))]  # fmt: skip


def a_document(random: Random) -> bytes:
    return mutated(random.choice(DOCUMENTS), WORDS, random)


@target("yaml", 300, by_random(a_document))
def yaml(data: bytes, _: Path) -> None:
    """A document, or problems with places in it."""
    problems = Problems()
    document(data, "a.yaml", problems)
    lines = len(data.decode(errors="replace").splitlines()) + 1
    for problem in problems.found:
        assert 1 <= problem.at.line <= lines, problem
        assert problem.at.column >= 1, problem
