"""Findings that the page holds as data: what draw.js makes cards of when they are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from markupsafe import Markup

from crosscheck.outputs.report.cards import Card, SourceView
from crosscheck.outputs.report.words import embedded, inline

CHUNK = 200
"""Findings in one script element: so few that reading one is not felt."""


def chunks(cards: Sequence[tuple[str, Card]]) -> Iterator[Markup]:
    """JSON of cards with the groups that they belong to, first the sources that all of them refer to."""
    sources: dict[SourceView, int] = {}
    made = [{"group": group, **_record(card, sources)} for group, card in cards]
    if made:
        yield embedded([_record(source, sources, whole=True) for source in sources])
    for start in range(0, len(made), CHUNK):
        yield embedded(made[start : start + CHUNK])


def _record(value: Any, sources: dict[SourceView, int], whole: bool = False) -> Any:
    """A view as JSON has it: what is empty is left out, a source is its number, texts are harmless."""
    if isinstance(value, str):
        return inline(value)
    if isinstance(value, SourceView) and not whole:
        return sources.setdefault(value, len(sources))
    if is_dataclass(value):
        entries = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: _record(entry, sources) for name, entry in entries if not _is_empty(entry)}
    if isinstance(value, Iterable):
        return [_record(entry, sources) for entry in value]
    return value


def _is_empty(value: Any) -> bool:
    return value is None or value is False or value == "" or (isinstance(value, tuple) and not any(value))
