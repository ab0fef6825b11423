"""Words of running text in one language: what articles and names need of it, beside values."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType


@dataclass(frozen=True, slots=True)
class Prose:
    """Words of running text in one language.

    `the`, `conjunctions` ("and") and `other` are those of lists of names. Behind `abbreviations` no sentence ends;
    behind what `may_end` one it does only before `beginnings`, and so behind a figure where it `has_ordinal_stops`.
    Verbs of `saying` and phrases of `according` stand beside speakers, `titles` before their names, `in_names` between
    the words of one, `labels` before figures that are no amounts ("ley 906"), `before_figures` before others,
    of which they are no part.
    """

    the: frozenset[str]
    conjunctions: frozenset[str]
    other: frozenset[str]
    abbreviations: frozenset[str]
    may_end: frozenset[str]
    beginnings: frozenset[str]
    has_ordinal_stops: bool
    small_words: frozenset[str]
    saying: frozenset[str]
    according: tuple[str, ...]
    titles: frozenset[str]
    in_names: frozenset[str]
    labels: frozenset[str]
    before_figures: frozenset[str]

    @staticmethod
    def of(tables: ModuleType) -> Prose:
        """The words that the module of a language's folder has."""
        return Prose(
            the=tables.THE,
            conjunctions=tables.AND,
            other=tables.OTHER,
            abbreviations=tables.ABBREVIATIONS,
            may_end=tables.MAY_END,
            beginnings=tables.BEGINNINGS,
            has_ordinal_stops=tables.HAS_ORDINAL_STOPS,
            small_words=tables.SMALL_WORDS,
            saying=tables.SAYING,
            according=tables.ACCORDING,
            titles=tables.TITLES,
            in_names=tables.IN_NAMES,
            labels=tables.LABELS,
            before_figures=tables.OF,
        )
