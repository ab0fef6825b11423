"""How far sources are curated, as text and as a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from crosscheck.articles.coverage import Cover, Coverage, Covered
from crosscheck.articles.spotting import Tier
from crosscheck.formatting import counted, interval_text
from crosscheck.model import Reading
from crosscheck.outputs.text import printable
from crosscheck.problems import shown
from crosscheck.readings import ReadingError
from crosscheck.translations import ENGLISH, Words

MOST_NAMED = 10
"""Sources without a text that are named; the rest are counted."""
BESIDE = ((Tier.VAGUE, "vague amount"), (Tier.QUOTATION, "quotation"))
"""What is told of beside the figures and dates."""


def lines(found: Sequence[Coverage], without_text: Sequence[str], *, quiet: bool = False) -> Iterator[str]:
    """A line for each source and each open figure of it, and of several sources one for all of them."""
    for each in found:
        yield printable(f"{each.source.id} ({each.file}): {summary(each)}")
        for covered in each.spans:
            if covered.cover is Cover.OPEN and covered in each.figures:
                yield printable(f"  {each.article.place(covered.span)}: {shown(words(covered))}, {reading(covered)}")
        if not quiet and (beside := _beside(each)):
            yield f"  also open: {beside}"
    if quiet or not found:
        return
    figures, covered_figures = _together(found)
    all_of = f"{counted(len(found), 'source')} with a text: {_share(covered_figures, figures)}"
    more = len(without_text) - MOST_NAMED
    named = ", ".join(without_text[:MOST_NAMED]) + (f" and {more:,} more" if more > 0 else "")
    yield printable(f"{all_of}; without a text: {named}" if without_text else all_of)


def summary(coverage: Coverage, words: Words = ENGLISH) -> str:
    """`96 % of 49 figures and dates: 44 curated, 3 time or scope, 2 open`."""
    counts = ", ".join(f"{words.number(coverage.counts[cover])} {cover_name(cover, words)}" for cover in Cover)
    return _share(coverage.covered, len(coverage.figures), words) + (f": {counts}" if coverage.figures else "")


def cover_name(cover: Cover, words: Words = ENGLISH) -> str:
    """What is curated of a figure, in a word."""
    return words.pgettext("figure", cover.value)


def percent(share: Fraction, words: Words = ENGLISH) -> str:
    """A percentage, never rounded up: 100 % is all."""
    return words.gettext("%(share)s %%", share=int(share))


def reading(covered: Covered) -> str:
    """What a figure or date is read as, or why it is not."""
    read = covered.span.reading
    return f"not read: {covered.span.problem}" if read is None else f"read as {reading_text(read)}"


def reading_text(reading: Reading, words: Words = ENGLISH) -> str:
    """What a value states, in its own unit if it is one that can be written: a ton may be short, metric or long."""
    if reading.stated is None:
        return ", ".join(reading.terms)
    try:
        return interval_text(reading.stated, reading, reading.unit or None, words)
    except ReadingError:
        return interval_text(reading.stated, reading, None, words)


def words(covered: Covered) -> str:
    """The words of a span on one line."""
    return " ".join(covered.span.text.split())


def record(found: Sequence[Coverage], without_text: Sequence[str]) -> dict[str, Any]:
    """What the JSON output has."""
    figures, covered_figures = _together(found)
    return {
        "figures": figures,
        "covered": covered_figures,
        "without_text": list(without_text),
        "sources": [_source(each) for each in found],
    }


def _together(found: Sequence[Coverage]) -> tuple[int, int]:
    """How many figures and dates all have, and how many of these are not open."""
    return sum(len(each.figures) for each in found), sum(each.covered for each in found)


def _source(coverage: Coverage) -> dict[str, Any]:
    beside = {}
    for tier, noun in BESIDE:
        open_, number = coverage.beside(tier)
        beside[f"{noun.replace(' ', '_')}s"] = {"number": number, "open": open_}
    return {
        "source": coverage.source.id,
        "text": coverage.file,
        "figures": len(coverage.figures),
        "curated": coverage.counts[Cover.CURATED],
        "time_or_scope": coverage.counts[Cover.TIME_OR_SCOPE],
        "open": [_figure(coverage, each) for each in coverage.figures if each.cover is Cover.OPEN],
        **beside,
    }


def _figure(coverage: Coverage, covered: Covered) -> dict[str, Any]:
    span = covered.span
    place = coverage.article.place(span)
    return {
        "words": words(covered),
        **{key: number for key, number in place._asdict().items() if number},
        "kind": None if span.kind is None else span.kind.value,
        "reading": None if span.reading is None else reading_text(span.reading),
        "problem": span.problem,
    }


def _share(covered: int, figures: int, words: Words = ENGLISH) -> str:
    if not figures:
        return words.gettext("no figures or dates")
    return words.ngettext(
        "%(share)s of %(n)s figure or date",
        "%(share)s of %(n)s figures and dates",
        figures,
        share=percent(Fraction(100 * covered, figures), words),
        n=words.number(figures),
    )


def _beside(coverage: Coverage) -> str:
    told = []
    for tier, noun in BESIDE:
        open_, number = coverage.beside(tier)
        if open_:
            told.append(f"{open_:,} of {counted(number, noun)}")
    return ", ".join(told)
