"""Figures of other items of the same subject that could explain why two of one item differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import permutations, product

from crosscheck.comparing.explanations import first_told
from crosscheck.model import DIFFERENCES, AllItems, Finding, Item, Kind, Row, Side, Stance
from crosscheck.problems import shown
from crosscheck.vocabulary import Names

FIRST = 200
"""So many conflicts are explained by other items, the most severe first: beyond that nobody reads them."""

MANY = 50
"""So many attributes of one subject and kind are looked through; among more of them, equal figures are chance."""

SHARES = 30
"""So many shares of one subject are tried as what another one rose from or to."""

SMALL, SMALL_OF_ONE = 10, 100
"""Whole figures below are too often equal by chance; the second if one source has the figure for both attributes."""


def explained_by_others(
    findings: Sequence[Finding], items: AllItems, kinds: Mapping[str, Kind], names: Names
) -> list[Finding]:
    """Findings in their order, conflicts with explanations by the figures of other attributes of their subjects.

    `kinds` are those of the attributes, by normalised name.
    """
    wanted = [finding for finding in findings if _is_on_figures(finding)][:FIRST]
    alike = {(names.key(finding.item.subject), finding.item.kind) for finding in wanted}
    titles = {title for title, _ in items.stated({subject for subject, _ in alike}, ())} if alike else set()
    of_kind = [title for title in titles if (title[0], kinds.get(title[1])) in alike]
    counted = Counter(subject for subject, _ in of_kind)
    by_subject: dict[str, list[Item]] = defaultdict(list)
    for item in items.of_titles({title for title in of_kind if 1 < counted[title[0]] <= MANY}):
        by_subject[names.key(item.subject)].append(item)
    explained = {}
    for finding in wanted:
        item = finding.item
        others = [
            other
            for other in by_subject[names.key(item.subject)]
            if other.kind is item.kind and other.title != item.title
        ]
        of_others = first_told(_of_another_attribute(finding, others), "figures of other attributes")
        found = [*of_others, *_percentage_points(finding.sides, others)]
        explained[finding.id] = (*finding.explanations, *found)
    return [replace(one, explanations=explained.get(one.id, one.explanations)) for one in findings]


def _is_on_figures(finding: Finding) -> bool:
    return finding.verdict in DIFFERENCES and finding.identity_key == "" and finding.item.kind.has_axis


def _of_another_attribute(finding: Finding, others: Sequence[Item]) -> Iterator[str]:
    """One side has the figure that a source has for another attribute, and the other side has not."""
    for other in others:
        of_sides = [_stating(side, other) for side in finding.sides if not side.denies]
        if all(of_sides) and not _are_crossed(finding.sides, of_sides):
            continue  # both differ on that attribute in the same way: which is why, not the explanation
        for row in filter(None, of_sides):
            tail = f"{shown(row.claim.text)} is what {row.claim.source} has for {other.title}"
            if not any(told.endswith(tail) for told in finding.explanations):
                yield f"another attribute: {tail}"


def _stating(side: Side, other: Item) -> Row | None:
    """A claim on another item that has a figure of a side, of a source that is not on that side if there is one."""
    sources = {row.claim.source for row in side.own}
    figures = {_figure(row) for row in side.own} - {None}
    having = [row for row in other.rows if _figure(row) in figures]
    if any(row.claim.source in sources and _is_small(row, SMALL_OF_ONE) for row in having):
        return None
    return min(having, key=lambda row: (row.claim.source in sources, row.claim.id), default=None)


def _are_crossed(sides: Sequence[Side], rows: Sequence[Row | None]) -> bool:
    """Whether all sides have each other's figures: two attributes have been swapped in some source."""
    stating = [side for side in sides if not side.denies]
    return not any(
        row is None or row.claim.source in {one.claim.source for one in side.own}
        for side, row in zip(stating, rows, strict=True)
    )


def _figure(row: Row) -> Hashable | None:
    """What makes two claims state the same figure; None for one that is none, or that is equal to others by chance."""
    reading = row.reading
    if reading.is_open or row.claim.derived or row.claim.stance is Stance.DISPUTES:
        return None
    if _is_small(row, SMALL):
        return None
    size = reading.stated if reading.nominal is None else reading.nominal
    return reading.dimension, size, reading.precision, reading.direction


def _is_small(row: Row, least: int) -> bool:
    nominal = row.reading.nominal
    if row.reading.kind is Kind.DATE or nominal is None:
        return False
    return nominal.denominator == 1 and abs(nominal) < least


def _percentage_points(sides: Sequence[Side], others: Sequence[Item]) -> Iterator[str]:
    """One side has by how many points a share rose or fell that others give, another side by how much of it."""
    shares = list({row.reading.nominal: row for item in others for row in item.rows if _is_share(row)}.values())
    told = [row for side in sides if not side.denies for row in side.own if _is_share(row)]
    changes = [(before, after, _change(before, after)) for before, after in permutations(shares[:SHARES], 2)]
    for one, other in product(told, repeat=2):
        for before, after, (points, part) in changes:
            fits = one.stated.holds(points) and other.stated.holds(part)
            if fits and not one.stated.holds(part) and not other.stated.holds(points):
                texts = shown(before.claim.text), shown(after.claim.text)
                yield (
                    f"percent against percentage points: from {texts[0]} to {texts[1]} is {shown(one.claim.text)} "
                    f"in points, {shown(other.claim.text)} of what it was"
                )
                return


def _change(before: Row, after: Row) -> tuple[Fraction, Fraction]:
    """By how many points a share changed, and by which part of it."""
    was, now = before.reading.nominal, after.reading.nominal
    assert was is not None and now is not None  # noqa: PT018
    return abs(now - was), abs(now - was) / was if was else Fraction(0)


def _is_share(row: Row) -> bool:
    reading = row.reading
    return reading.dimension == "share" and reading.nominal is not None and not reading.is_open
