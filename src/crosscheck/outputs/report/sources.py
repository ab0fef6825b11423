"""Sources against each other: how often each pair agrees and disagrees, and what each one covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, combinations_with_replacement, product

from crosscheck.claims.sources import Witnesses
from crosscheck.model import CONFLICTS, Claim, Finding, Result, Verdict
from crosscheck.outputs.report.cards import is_undecided
from crosscheck.outputs.report.claims import language_of, source_view
from crosscheck.outputs.report.page import View
from crosscheck.outputs.report.texts import CoverageView
from crosscheck.outputs.report.words import language, shortened
from crosscheck.translations import ENGLISH, Words
from crosscheck.vocabulary import Names, normalise

MATRIX = 24
"""So many sources are compared in pairs, those of most conflicts: pairs grow with their square."""
MOST_ROWS = 500
MOST_LONE, LEAST_LONE = 1000, 3
"""Items that only one source speaks of: so many are listed, and of each source at least so many."""
MOST_CLAIMS = 50_000
"""Claims up to which these are listed: an archive is not held in memory."""

Pair = tuple[str, str]


def sources_view(result: Result, coverage: Mapping[str, CoverageView], words: Words = ENGLISH) -> View:
    """What each source covers, what it alone says, and who agrees with whom.

    `file` of a row is where its first claim is, `alone` on how many items all claims have one witness; `lone` has the
    first of these, as subject, attribute and value. `findings` counts those that the source has a part in.
    """
    conflicts, undecided, findings = _parts(result.findings)
    counted = Counter[str]()
    files: dict[str, str] = {}
    items: dict[str, dict[Pair, Claim | None]] = {}
    witnesses = Witnesses(result.sources, Names())
    known_by: dict[Pair, set[str]] = {}
    is_listed = result.summary["claims"] <= MOST_CLAIMS
    for claim in result.claims:
        counted[claim.source] += 1
        files.setdefault(claim.source, claim.at.file)
        item = normalise(claim.subject), normalise(claim.attribute)
        items.setdefault(claim.source, {}).setdefault(item, claim if is_listed else None)
        known_by.setdefault(item, set()).add(witnesses.witness(claim))
    alone = {id: [item for item in of if len(known_by[item]) == 1] for id, of in items.items()}
    ids = sorted(set(result.sources) | set(counted))
    shown = sorted(sorted(ids, key=lambda id: (-conflicts[id], -findings[id]))[:MOST_ROWS])
    each = max(LEAST_LONE, MOST_LONE // (sum(bool(of) for of in alone.values()) or 1))
    rows = [
        {
            "source": source_view(id, result.sources.get(id), words=words),
            "number": number,
            "anchor": f"s{number}",
            "file": files.get(id, ""),
            "claims": counted[id],
            "item_count": len(items.get(id, ())),
            "alone": len(alone.get(id, ())),
            "lone": [_lone(items[id][item], result, words) for item in sorted(alone.get(id, ()))[:each]]
            if is_listed
            else [],
            "conflicts": conflicts[id],
            "undecided": undecided[id],
            "findings": findings[id],
            "coverage": coverage.get(id),
        }
        for number, id in enumerate(shown)
    ]
    return {
        "rows": rows,
        "left_out": len(ids) - len(rows),
        "matrix": _matrix(result, rows) if len(ids) > 1 else None,
        "all": len(ids),
        "alone": sum(len(witnessed) == 1 for witnessed in known_by.values()),
        "has_coverage": bool(coverage),
    }


def _lone(claim: Claim | None, result: Result, words: Words) -> tuple[str, str, str, str | None]:
    assert claim is not None
    code = language(language_of(claim, result.sources, words), words)
    return shortened(claim.subject, 160), shortened(claim.attribute, 80), shortened(claim.text, 120), code


def _matrix(result: Result, rows: Sequence[View]) -> list[View]:
    """The rows of the sources with most conflicts, each with its `cells`: how often it agrees and differs with each."""
    ranked = sorted(rows, key=lambda row: (-row["conflicts"], -row["findings"]))[:MATRIX]
    chosen = sorted(ranked, key=lambda row: row["number"])
    ids = [row["source"].id for row in chosen]
    agree, differ = _pairs(result.findings, frozenset(ids))
    return [{**row, "cells": [_cell(row["source"].id, other, agree, differ) for other in ids]} for row in chosen]


def _parts(findings: Iterable[Finding]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """In how many conflicts, in how many undecided ones, and in how many findings each source has a part."""
    conflicts, undecided, all_findings = Counter[str](), Counter[str](), Counter[str]()
    for finding in findings:
        involved = {row.claim.source for side in finding.sides for row in side.rows}
        all_findings.update(involved)
        if finding.verdict in CONFLICTS:
            conflicts.update(involved)
            undecided.update(involved if is_undecided(finding) else ())
    return conflicts, undecided, all_findings


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
