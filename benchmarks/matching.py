"""How often matching finds the item of a figure, and how often what it suggests is right.

    python benchmarks/matching.py [--list]

Two sets. Of the five articles of this repository's workspace one after the other is left out of it, and its curated
values are matched with what the other four hold: *densely* are the values whose item these have, *thinly* all of them.
Three articles on invented events (tests/articles/averil) are matched with a small workspace by a key of every figure,
40 of which are planted errors. The texts of the five articles lie outside the repository, in ../shared/sources.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import yaml

from crosscheck.articles.matching import Match, Matcher
from crosscheck.articles.spotting import Span, Tier
from crosscheck.claims.items import key_of
from crosscheck.model import Item, Kind, Reading
from crosscheck.pipeline import Loaded, Options, load_and_read
from crosscheck.progress import NO_PROGRESS
from crosscheck.readings import Context, ReadingError, read

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT.parent / "shared" / "sources"
PARTS = 8
AVERIL = ROOT / "tests" / "articles" / "averil"


@dataclass(frozen=True)
class Case:
    """A span with the items that it speaks of, by title: none if the workspace has none."""

    article: str
    span: Span
    right: frozenset[str]
    known: bool


@dataclass(frozen=True)
class Counts:
    """Of spans whose item the workspace has how often it is first and among three; of what is suggested, how much is
    right among these (`dense`) and among all (`thin`)."""

    known: int = 0
    first: int = 0
    three: int = 0
    dense: tuple[int, int] = (0, 0)
    thin: tuple[int, int] = (0, 0)


def loaded(root: Path) -> Loaded:
    return load_and_read(root, Options(today="2026-11-22"), NO_PROGRESS)


def items_of(of: Loaded) -> list[Item]:
    return list(of.read.items(of.policy))


def span_at(text: str, start: int, value: str, kind: Kind | None = None, reading: Reading | None = None) -> Span:
    """The span of a value; of a kind and a reading if they are known."""
    if kind is not None and not kind.has_axis:
        tier = Tier.QUOTATION if kind is Kind.QUOTATION else Tier.NAME
        return Span(start, start + len(value), value, tier, None, None, None)
    if reading is None:
        try:
            reading = read(value, Context())
        except ReadingError:
            reading = None
    found = kind or (reading.kind if reading else None)
    return Span(start, start + len(value), value, Tier.DATE if found is Kind.DATE else Tier.FIGURE, found, reading, None)


def left_out(*, on_axes: bool = True) -> Iterator[tuple[str, list[tuple[Case, Match]]]]:
    """The five articles, each matched with what the others hold: figures and dates, or else names and quotations."""
    whole = loaded(ROOT)
    everything = items_of(whole)
    for source in whole.workspace.sources.values():
        text = (TEXTS / f"{source.id}.txt").read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            for part in ("claims", "rules"):
                shutil.copytree(ROOT / part, Path(folder) / part)
            shutil.copy(ROOT / "crosscheck.toml", folder)
            (Path(folder) / "claims" / f"{source.id}.yaml").unlink()
            others = loaded(Path(folder))
        names = others.workspace.names
        there = items_of(others)
        known = {key_of(item, names) for item in there}
        by_place: dict[tuple[int, int], tuple[Span, set[str], bool]] = {}
        for item in everything:
            for row in item.rows:
                claim = row.claim
                if claim.source != source.id or claim.derived or item.kind.has_axis is not on_axes:
                    continue
                for value in claim.value if isinstance(claim.value, tuple) else (claim.value,):
                    around = claim.quote or value
                    at, inside = text.find(around), around.find(value)
                    if at < 0 or inside < 0:
                        continue
                    span = span_at(text, at + inside, value, item.kind, row.reading)
                    _, right, is_known = by_place.get((span.start, span.end), (span, set(), False))
                    is_known = is_known or key_of(item, names) in known
                    by_place[span.start, span.end] = span, right | {item.title}, is_known
        cases = [Case(source.id, span, frozenset(right), is_known) for span, right, is_known in by_place.values()]
        cases.sort(key=lambda case: case.span.start)
        matches = Matcher.of(there, names).matches(text, [case.span for case in cases], source.title or "")
        yield source.id, list(zip(cases, matches, strict=True))


def thinned() -> Iterator[tuple[str, list[tuple[Case, Match]]]]:
    """The articles on invented events with every workspace that lacks half of the items, parted in some ways."""
    for salt in range(PARTS):
        yield from invented(lambda title: hashlib.sha256(f"{salt} {title}".encode()).digest()[0] % 2 == 0)


def invented(has: Callable[[str], bool] = lambda _: True) -> Iterator[tuple[str, list[tuple[Case, Match]]]]:
    """The articles on invented events, by their key, with the items that the workspace `has`, by title."""
    root = AVERIL
    of = loaded(root)
    matcher = Matcher.of((item for item in items_of(of) if has(item.title)), of.workspace.names)
    key = yaml.safe_load((root / "key.yaml").read_text(encoding="utf-8"))
    for name, entries in key.items():
        text = (root / "texts" / f"{name}.txt").read_text(encoding="utf-8")
        cases = []
        for marked, title, what in entries:
            before, _, rest = marked.partition("[")
            value = rest.partition("]")[0]
            at = text.index(marked.replace("[", "").replace("]", "")) + len(before)
            right = frozenset({title} if title else ())
            is_counted = what != "time"
            cases.append((is_counted, Case(name, span_at(text, at, value), right, bool(title) and has(title))))
        matches = matcher.matches(text, [case.span for _, case in cases])
        yield name, [(case, found) for (is_counted, case), found in zip(cases, matches, strict=True) if is_counted]


def counted(found: Iterable[tuple[Case, Match]]) -> Counts:
    counts = Counts()
    known = first = three = 0
    dense, thin = [0, 0], [0, 0]
    for case, match in found:
        titles = [choice.item.title for choice in match.choices]
        known += case.known
        first += case.known and titles[:1] != [] and titles[0] in case.right
        three += case.known and bool(case.right & set(titles[:3]))
        if match.suggested is not None:
            is_right = match.suggested.title in case.right
            for tally in (dense, thin) if case.known else (thin,):
                tally[0] += is_right
                tally[1] += 1
    return Counts(known, first, three, (dense[0], dense[1]), (thin[0], thin[1]))


def line(name: str, counts: Counts) -> str:
    def share(part: int, whole: int) -> str:
        return f"{part:>3} of {whole:<3} {part / whole if whole else 0:.2f}"

    return (
        f"{name:<18} first {share(counts.first, counts.known)}   three {share(counts.three, counts.known)}   "
        f"suggested right, dense {share(*counts.dense)}   thin {share(*counts.thin)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="every span with what it may speak of")
    asked = parser.parse_args()
    sets = {"invented": invented, "half of it": thinned}
    if TEXTS.is_dir():
        sets["left out"] = left_out
        sets["left out, words"] = partial(left_out, on_axes=False)
    for name, made in sets.items():
        everything = []
        for article, found in made():
            everything += found
            if asked.list:
                listed(found)
            if made is not thinned:
                sys.stdout.write(line(f"  {article}", counted(found)) + "\n")
        sys.stdout.write(line(name, counted(everything)) + "\n")


def listed(found: Iterable[tuple[Case, Match]]) -> None:
    for case, match in found:
        right = match.choices[:1] and match.choices[0].item.title in case.right
        mark = "ok" if right else "NO" if case.known else "--"
        filled = "FILLED" if match.is_filled else "      "
        sys.stdout.write(f"{mark} {filled} {case.span.text!r} {' | '.join(sorted(case.right))}\n")
        for choice in match.choices[:3]:
            parts = choice.parts
            told = " ".join(f"{part}={getattr(parts, part):.2f}" for part in parts.__slots__)
            sys.stdout.write(f"        {choice.score:.3f} {choice.item.title}   {told}\n")


if __name__ == "__main__":
    main()
