"""Names of archives that are nearly the same: few are compared here, of many the engine finds those that may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from crosscheck.archive.arrow import Columns
from crosscheck.archive.distinct import digest
from crosscheck.archive.run import PlanRun
from crosscheck.comparing.similarity import near, near_pairs, same_words, traces
from crosscheck.vocabulary import normalise

FEW = 20_000
"""So many names are compared here; of more, the engine first finds those that share a trace."""


def near_among(run: PlanRun, names: str, letters: int) -> set[str]:
    """Of different normalised names, which a query gives as `name`, those that are nearly another one."""
    few = [name for (name,) in run.rows(f"SELECT name FROM ({names}) x LIMIT {FEW + 1}")]
    if len(few) > FEW:
        few = [name for (name,) in run.rows(_candidates(run, names, letters))]
    return in_pairs(few, letters)


def _candidates(run: PlanRun, names: str, letters: int) -> str:
    """A query for those of many names that may be nearly another one."""
    run.engine.table("all_names", f"SELECT name, {figures('name', run)} AS figures FROM ({names}) x")
    shared = "SELECT figures FROM all_names GROUP BY figures HAVING count(*) > 1"
    found = f"SELECT n.name FROM all_names n JOIN ({shared}) s ON n.figures = s.figures"
    (count,) = run.numbers(f"SELECT count(*) AS n FROM ({found}) x")
    if count <= FEW:
        return found
    reader = TraceMaker(letters)
    run.engine.mapped("traces", found, reader, reader.types)
    met = "SELECT trace FROM traces GROUP BY trace HAVING count(*) > 1 AND bool_or(whole)"
    return f"SELECT DISTINCT t.name FROM traces t JOIN ({met}) m ON t.trace = m.trace"


def figures(text: str, run: PlanRun) -> str:
    """The figures of a text: names that are near have the same ones."""
    return f"trim({run.shape.dialect.replaced(text, '[^0-9]+', ' ')})"


def in_pairs(names: Collection[str], letters: int) -> set[str]:
    """Of some normalised names those that are nearly another one."""
    return {name for pair in near_pairs(names, letters) for name in pair}


@dataclass(frozen=True)
class TraceMaker:
    """`name` → a row for each of the traces by which names that are near find each other."""

    letters: int

    types: ClassVar = {"name": "text", "trace": "long", "whole": "truth"}

    def __call__(self, chunk: Columns) -> Columns:
        made = [
            (name, digest(trace), is_whole) for name in chunk["name"] for trace, is_whole in traces(name, self.letters)
        ]
        return dict(zip(self.types, zip(*made, strict=True) if made else ((), (), ()), strict=True))


@dataclass(frozen=True)
class NearFinder:
    """`text` → of the texts that, normalised, are nearly one of some names: the text and the normalised name."""

    names: frozenset[str]
    letters: int

    types: ClassVar = {"text": "text", "name": "text"}

    @cached_property
    def _by_trace(self) -> Mapping[object, list[str]]:
        found: dict[object, list[str]] = defaultdict(list)
        for name in self.names:
            for trace, _ in traces(name, self.letters):
                found[trace].append(name)
        return found

    def __call__(self, chunk: Columns) -> Columns:
        texts = [text for text in chunk["text"] if text and self.finds(normalise(text))]
        return {"text": texts, "name": [normalise(text) for text in texts]}

    def finds(self, name: str) -> bool:
        others = {other for trace, _ in traces(name, self.letters) for other in self._by_trace.get(trace, ())}
        return any(near(name, other, self.letters) for other in others)


@dataclass(frozen=True)
class WordMaker:
    """`name`, `a` → titles with a number that is one for those of the same words."""

    attributes: Sequence[str]

    types: ClassVar = {"name": "text", "a": "long", "words": "long"}

    def __call__(self, chunk: Columns) -> Columns:
        titles = zip(chunk["name"], chunk["a"], strict=True)
        words = [digest(same_words(f"{name} {self.attributes[a]}")) for name, a in titles]
        return {"name": chunk["name"], "a": chunk["a"], "words": words}
