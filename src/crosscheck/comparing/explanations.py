"""What could explain that two figures differ, if something simple does: each proven by the numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise, permutations

from crosscheck.comparing.comparators import NameSetComparator
from crosscheck.comparing.dates_apart import explained_dates
from crosscheck.comparing.digits import explained_codes
from crosscheck.comparing.figures_apart import explained_figures
from crosscheck.comparing.headline import Headline, speaker_of
from crosscheck.comparing.listed_items import as_written
from crosscheck.comparing.nouns import differ
from crosscheck.comparing.pairs import has_exact_time, is_one_day
from crosscheck.comparing.quotations import explained_quotations
from crosscheck.comparing.sentences import time_of
from crosscheck.model import Interval, Item, Kind, OverTime, Row, Side, Stance
from crosscheck.problems import shown
from crosscheck.vocabulary import Names

EXPLAINED = 6
"""Of how many sides the differences are explained; beyond that nobody reads them."""

TOLD = 3
"""So many explanations of one kind are told, or values in one; of the rest how many there are."""


def explanations(sides: Sequence[Side], headline: Headline | None = None) -> tuple[str, ...]:
    """Explanations of the differences between sides, each once, in the order of sides; first of the headline's pair."""
    found = [*other_definitions(sides)]
    rows = [*(headline.rows if headline is not None else ()), *map(speaker_of, sides)]
    rows = list({row.claim.id: row for row in rows}.values())
    stating = [row for row in rows if _has_proofs(row)]
    for a, b in combinations(stating[:EXPLAINED], 2):
        if a.reading.kind is Kind.QUOTATION:
            found.extend(explained_quotations(a, b))
        elif a.reading.kind is Kind.IDENTIFIER:
            found.extend(explained_codes(a.reading.terms[0], b.reading.terms[0]))
        elif a.reading.kind is not Kind.DATE:
            found.extend(explained_figures(a, b))
        elif a.reading.nominal is not None and b.reading.nominal is not None:
            found.extend(explained_dates(a, b))
    return tuple(dict.fromkeys(found))


def _has_proofs(row: Row) -> bool:
    """Whether what a row states can be compared figure by figure, or word by word."""
    is_written = row.reading.stated is not None or row.reading.kind in (Kind.QUOTATION, Kind.IDENTIFIER)
    return is_written and row.claim.stance is not Stance.DISPUTES


def other_definitions(sides: Sequence[Side]) -> Iterator[str]:
    """The sides differ in a scope that the attribute does not separate by: they may define the thing differently."""
    for key in sorted({key for side in sides for row in side.rows for key, _ in row.softening}):
        values = [sorted({dict(row.softening).get(key, "not said") for row in side.rows}) for side in sides]
        if len({tuple(value) for value in values}) > 1:
            of_sides = [_first(value, " or ") for value in values]
            yield f"another definition: {key} is {_first(of_sides, ' against ')}"


def _first(parts: Sequence[str], between: str) -> str:
    """`a against b against c and 4 more`: the first ones of many."""
    more = len(parts) - TOLD
    return between.join(parts[:TOLD]) + (f" and {more:,} more" if more > 0 else "")


def first_told(found: Iterable[str], what: str) -> Iterator[str]:
    """The first of many explanations of one kind, each once, and how many more there are."""
    every = list(dict.fromkeys(found))
    yield from every[:TOLD]
    if len(every) > TOLD:
        yield f"and {len(every) - TOLD:,} more {what}"


def lacking_names(sides: Sequence[Side], comparator: NameSetComparator) -> Iterator[str]:
    """A list that claims to be complete lacks names of another one."""
    rows = [row for side in sides[:EXPLAINED] for row in side.own[:1] if _is_list(row)]
    for complete, other in permutations(rows, 2):
        lacks = comparator.lacking(complete.reading.terms, other.reading.terms) if complete.claim.exhaustive else []
        if lacks:
            names = _first([shown(as_written(term, other.claim)) for term in lacks], ", ")
            yield f"the complete list of {complete.claim.source} lacks {names}"


def other_languages(sides: Sequence[Side], terms: Names) -> Iterator[str]:
    """The sides have names in two languages that names.yaml does not know: they may be one name."""
    rows = [
        row for side in sides[:EXPLAINED] for row in side.own[:1] if row.reading.kind in (Kind.CATEGORY, Kind.NAMES)
    ]
    unknown = [[term for term in row.reading.terms if not terms.knows(term)] for row in rows]
    for one, other in combinations(range(len(rows)), 2):
        names = [*_apart(unknown[one], unknown[other]), *_apart(unknown[other], unknown[one])]
        if rows[one].reading.language != rows[other].reading.language and names:
            yield f"two languages: rules/names.yaml does not know {_first([shown(name) for name in names], ', ')}"


def _apart(names: Iterable[str], others: Iterable[str]) -> list[str]:
    return sorted(set(names) - set(others))


def _is_list(row: Row) -> bool:
    """Whether it is known which names a row states, as opposed to "other …" ones, and to what is denied."""
    return not row.reading.excludes and row.claim.stance is not Stance.DISPUTES


def other_nouns(sides: Sequence[Side]) -> Iterator[str]:
    """The sides count different things."""
    found = [next((row.reading for row in side.own if row.reading.noun), None) for side in sides[:EXPLAINED]]
    named = {reading.noun: reading for reading in found if reading is not None}
    for one, other in combinations(named.values(), 2):
        if differ(one, other):
            yield f"other nouns counted: {one.noun} against {other.noun}"


def other_times(item: Item, rows: Sequence[Row]) -> Iterator[str]:
    """Values of one fixed item are of different times; running totals are of one day, whose hours nobody gives.

    Or they are amounts of a month and of its year, say, of which the longer time has more.
    """
    over_time = item.attribute.over_time
    times = sorted({row.when for row in rows if row.when is not None and has_exact_time(row)}, key=Interval.sort_key)
    if over_time is OverTime.FIXED and len(times) > 1 and any(a.before(b) for a, b in pairwise(times)):
        yield "different times; `over_time: changes`?"
    days = Counter(row.when for row in rows if row.when is not None and is_one_day(row.when))
    if over_time is OverTime.ACCUMULATES and any(count > 1 for count in days.values()):
        yield "running totals of one day: give the hour of each in `when`"
    if over_time is OverTime.CHANGES and item.kind in _SUMMED:
        timed = list({row.when: row for row in rows if has_exact_time(row)}.values())
        if any(_has_more(a, b) or _has_more(b, a) for a, b in combinations(timed[:EXPLAINED], 2)):
            yield "one time lies in the other, which has more; `over_time: per_period`?"


def later_reports(item: Item, rows: Sequence[Row]) -> Iterator[str]:
    """One speaker's figure for a fixed item differs in sources of different times, and so may have been revised."""
    if item.attribute.over_time is not OverTime.FIXED or not item.kind.has_axis or item.kind is Kind.DATE:
        return
    by_speaker: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.claim.said_by and row.claim.stance is Stance.REPORTS and row.published and not row.when_written:
            by_speaker[row.speaker].append(row)
    for _, reports in sorted(by_speaker.items())[:TOLD]:
        first, *others = sorted(reports, key=_published)
        later = next((row for row in others if _is_later(first, row)), None)
        if later is not None:
            parts = [f"{shown(row.claim.text)} in {row.claim.source} ({time_of(row)})" for row in (first, later)]
            yield f"a later report: {first.claim.said_by} says {', then '.join(parts)}"


def _published(row: Row) -> tuple[object, ...]:
    assert row.published is not None
    return (*row.published.sort_key(), row.claim.id)


def _is_later(first: Row, other: Row) -> bool:
    """Whether a report was published after another one and has another figure."""
    assert first.published is not None
    assert other.published is not None
    return first.published.before(other.published) and not first.stated.overlaps(other.stated)


_SUMMED = frozenset({Kind.COUNT, Kind.MONEY, Kind.QUANTITY})
"""Kinds of which a longer period may have more."""


def _has_more(longer: Row, shorter: Row) -> bool:
    if longer.when is None or shorter.when is None or longer.when == shorter.when:
        return False
    return longer.when.contains(shorter.when) and shorter.stated.before(longer.stated)


def parts_and_wholes(item: Item, sides: Sequence[Side]) -> Iterator[str]:
    """A side has the figure that some source gives for a part of the item, or for a whole that it is part of."""
    yield from first_told(_parts_and_wholes(item, sides), "figures of parts and wholes")


def _parts_and_wholes(item: Item, sides: Sequence[Side]) -> Iterator[str]:
    for related in item.linked:
        members = list(zip((role for role, _ in related.relation.members), related.items, strict=True))
        own = {role for role, member in members if member.title == item.title}
        for role, member in members:
            if own & _WHOLE and role in _PART:
                name = "a part for the whole"
            elif own & _PART and role in _WHOLE:
                name = "the whole for a part"
            else:
                continue
            for row in member.rows:
                if _is_of_some(row, sides):
                    yield f"{name}: {shown(row.claim.text)} is what {row.claim.source} has for {member.title}"


_PART, _WHOLE = frozenset({"part", "parts"}), frozenset({"whole", "total"})


def _is_of_some(row: Row, sides: Sequence[Side]) -> bool:
    """Whether some sides have a row's figure and others have not."""
    stated = row.reading.stated
    if stated is None or stated.is_open_ended or row.claim.stance is Stance.DISPUTES:
        return False
    overlap = {side.stated.overlaps(stated) for side in sides if side.stated is not None and not side.denies}
    return len(overlap) == 2
