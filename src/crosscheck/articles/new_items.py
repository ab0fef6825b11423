"""Items that nobody speaks of yet: a name that the article has, with an attribute whose words stand by a value.

They are only ever choices: nothing of them is filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crosscheck.articles.scoring import Beside
from crosscheck.articles.spotting import Span
from crosscheck.articles.words import stems
from crosscheck.model import Attribute, Kind
from crosscheck.readings import Context, ReadingError, read
from crosscheck.workspace.documents import ChoiceDocument

TOLD = 0.3
"""So much of the words of an attribute must stand near a value."""


def new_choices(
    span: Span, near: Beside, subjects: Sequence[str], attributes: Iterable[Attribute], context: Context
) -> Iterator[tuple[float, ChoiceDocument]]:
    """Each attribute that a value can be of, with each of the subjects, and how clearly its words say so, from 0 to 1.

    What is said most clearly comes first; `near` is what stands beside the value.
    """
    told = _told(span, near, attributes)
    for share, attribute in sorted(told, key=lambda one: (-one[0], one[1].name)):
        if _can_be(span, attribute, context):
            for subject in subjects:
                yield share, ChoiceDocument(subject=subject, attribute=attribute.name)


def in_another_currency(span: Span, near: Beside, attributes: Iterable[Attribute]) -> Attribute | None:
    """The attribute that is told most clearly beside a sum of money, if it is declared in another currency."""
    told = _told(span, near, attributes)
    _, best = max(told, key=lambda one: (one[0], one[1].name), default=(0.0, None))
    if best is None or best.kind is not Kind.MONEY or best.unit is None or span.reading is None:
        return None
    return best if best.unit != span.reading.dimension else None


def _told(span: Span, near: Beside, attributes: Iterable[Attribute]) -> Iterator[tuple[float, Attribute]]:
    """The attributes of the kind of a value whose words stand near it, each with how much of them does."""
    for attribute in attributes:
        own = stems(attribute.name)
        share = sum(near.words.get(stem, 0.0) for stem in own) / len(own) if own else 0.0
        if share >= TOLD and attribute.kind is span.kind:
            yield share, attribute


def _can_be(span: Span, attribute: Attribute, context: Context) -> bool:
    if span.reading is None:
        return False
    try:
        read(span.text, replace(context, kind=attribute.kind, unit=attribute.unit))
    except ReadingError:
        return False
    return True
