"""Sources against each other: how often each pair agrees and disagrees, and what each one covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, combinations_with_replacement, product

from crosscheck.claims.sources import Witnesses
from crosscheck.model import CONFLICTS, Finding, Result, Verdict
from crosscheck.outputs.report.cards import SourceView, View, is_undecided, source_view
from crosscheck.outputs.report.texts import CoverageView
from crosscheck.vocabulary import Names, normalise

MATRIX = 12  # sources; a wider table would run off the page
MOST_ROWS, MOST_PAIRS = 500, 100
MOST_PAIRED = 300
"""So many sources are counted in pairs, those of most conflicts: the pairs grow with their square."""

Pair = tuple[str, str]


def sources_view(result: Result, coverage: Mapping[str, CoverageView]) -> View:
    """What each source covers, and who agrees with whom: in the `cells` of each row of a matrix, else in `pairs`.

    `file` of a row is where its first claim is, `alone` on how many items all claims have one witness. `paired` is the
    number of sources that pairs are of, None if they are of all.
    """
    conflicts, undecided = _conflicts(result.findings)
    claims = Counter(claim.source for claim in result.claims)
    files: dict[str, str] = {}
    items: dict[str, set[Pair]] = {}
    witnesses = Witnesses(result.sources, Names())
    known_by: dict[Pair, set[str]] = {}
    for claim in result.claims:
        files.setdefault(claim.source, claim.at.file)
        item = normalise(claim.subject), normalise(claim.attribute)
        items.setdefault(claim.source, set()).add(item)
        known_by.setdefault(item, set()).add(witnesses.witness(claim))
    ids = sorted(set(result.sources) | set(claims))
    paired = frozenset(sorted(ids, key=lambda id: -conflicts[id])[:MOST_PAIRED])
    agree, differ = _pairs(result.findings, paired)
    views = {id: source_view(id, result.sources.get(id)) for id in ids}
    is_matrix = len(ids) <= MATRIX
    rows = [
        {
            "source": views[id],
            "anchor": f"s{number}" if number < MOST_ROWS else "",
            "file": files.get(id, ""),
            "claims": claims[id],
            "item_count": len(items.get(id, ())),
            "alone": sum(len(known_by[item]) == 1 for item in items.get(id, ())),
            "conflicts": conflicts[id],
            "undecided": undecided[id],
            "coverage": coverage.get(id),
            "cells": [_cell(id, other, agree, differ) for other in ids] if is_matrix else [],
        }
        for number, id in enumerate(ids)
    ]
    pairs = [] if is_matrix else _pair_views(views, agree, differ)
    left_out = max(0, len(pairs) - MOST_PAIRS)
    return {
        "rows": rows,
        "matrix": is_matrix,
        "pairs": pairs[:MOST_PAIRS],
        "pairs_left_out": left_out,
        "paired": len(paired) if len(paired) < len(ids) else None,
        "has_coverage": bool(coverage),
    }


def _conflicts(findings: Iterable[Finding]) -> tuple[Counter[str], Counter[str]]:
    """In how many conflicts, and in how many undecided ones, each source has a part."""
    conflicts: Counter[str] = Counter()
    undecided: Counter[str] = Counter()
    for finding in findings:
        if finding.verdict in CONFLICTS:
            involved = {row.claim.source for side in finding.sides for row in side.rows}
            conflicts.update(involved)
            undecided.update(involved if is_undecided(finding) else ())
    return conflicts, undecided


def _pair_views(views: Mapping[str, SourceView], agree: Counter[Pair], differ: Counter[Pair]) -> list[View]:
    """Every pair that agrees or differs, those that differ most first."""
    compared = sorted(set(agree) | set(differ), key=lambda pair: (-differ[pair], -agree[pair], pair))
    return [{"first": views[a], "second": views[b], "agree": agree[a, b], "differ": differ[a, b]} for a, b in compared]


def _cell(a: str, b: str, agree: Counter[Pair], differ: Counter[Pair]) -> View:
    pair = (min(a, b), max(a, b))
    return {"agree": agree[pair], "differ": differ[pair], "own": a == b}


def _pairs(findings: Iterable[Finding], paired: frozenset[str]) -> tuple[Counter[Pair], Counter[Pair]]:
    """Per pair of some sources: findings in which they share a value, and in which they are on different sides.

    A source may differ from itself. Disputes are between people whom a source quotes, and what changed is no
    disagreement: neither counts.
    """
    agree: Counter[Pair] = Counter()
    differ: Counter[Pair] = Counter()
    for finding in findings:
        if finding.verdict is Verdict.AGREEMENT:
            shared = [sorted({row.claim.source for row in side.rows} & paired) for side in finding.sides]
            agree.update({pair for sources in shared for pair in combinations(sources, 2)})
        elif finding.verdict in CONFLICTS:
            differ.update(_differing(finding, paired))
    return agree, differ


def _differing(finding: Finding, paired: frozenset[str]) -> Iterator[Pair]:
    """Pairs of some sources of which each has a claim on a side that the other's claim is not on.

    A claim may be on several sides: one that is on all sides of another differs from it in none. Thousands of claims
    stand on few combinations of sides, or differ at the first look.
    """
    sides_of: dict[tuple[str, str], set[int]] = {}
    for number, side in enumerate(finding.sides):
        for row in (row for row in side.rows if row.claim.source in paired):
            sides_of.setdefault((row.claim.source, row.claim.id), set()).add(number)
    stands: dict[str, set[frozenset[int]]] = {}
    for (source, _), sides in sides_of.items():
        stands.setdefault(source, set()).add(frozenset(sides))
    for one, other in combinations_with_replacement(sorted(stands), 2):
        if any(not a <= b and not b <= a for a, b in product(stands[one], stands[other])):
            yield one, other
